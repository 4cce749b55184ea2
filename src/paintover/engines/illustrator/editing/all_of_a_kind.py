"""A bare Chinese noun means all who are called so: 让牛躺下来 of two oxen is said of both, 给学生戴上帽子 of each pupil.

Who means one says 一只, 左边的 or 那只. The grammar knows no picture and takes a bare noun for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from paintover.engines.illustrator.grammar.mention import Mention
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.grammar.utterance import Link, Utterance
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import drawn_as

_GIVEN = frozenset({"wear", "hold", "attach", "inside"})
_THERE = frozenset({"on", "inside", "below", "behind", "front", "beside", "left", "right", "around"})
"""Where all of them may be at once."""
_POINTS = re.compile(r"[那这该]")
_SHARED = frozenset({"umbrella", "parasol", "kite", "balls"})
"""What several have together."""


def of_all_of_a_kind(said: Utterance, base: Scene, typed: str) -> Utterance:
    """What an edit says, with each bare or fully counted noun that is given something, or told how to be, for all of its kind."""
    if said.language != "zh":
        return said
    for index, one in enumerate(said.mentions):
        alike = [thing for thing in base.objects if _is_one(thing, one)]
        if len(alike) > 1 and _is_told_of_all(index, one, said, alike, typed):
            said = _for_all(index, said)
    return said


def _for_all(index: int, said: Utterance) -> Utterance:
    """The utterance with that mention for all, of whom each gets what is given; a colour said of them tells none from others."""
    one, links = said.mentions[index], said.links
    given = any(link.ground == index for link in links)
    recoloured = one.colour if not given else None
    told = recoloured or one.colour or one.size or one.pose or one.mood
    if told or not one.counted:
        one = replace(one, every=True, counted=False, colour=None if recoloured else one.colour)
    operations = tuple(
        replace(each, action="recolour", value=recoloured, count=0)
        if recoloured and each.target == index
        else each
        for each in said.operations
    )
    return replace(
        said,
        mentions=(*said.mentions[:index], one, *said.mentions[index + 1 :]),
        links=tuple(replace(link, each=True) if link.ground == index else link for link in links),
        operations=operations,
    )


def _is_one(thing: Thing, mention: Mention) -> bool:
    return mention.kind is not None and mention.kind in (thing.kind, drawn_as(thing))


def _is_told_apart(one: Mention, typed: str) -> bool:
    """Whether the colour stands before the noun and so tells which one is meant: 黑猫睡觉."""
    at = typed.find(one.label)
    before = typed[:at] if at > 0 else ""
    return any(token.get("colours") for token in tokenise(before))


def _is_told_of_all(index: int, one: Mention, said: Utterance, alike: Sequence[Thing], typed: str) -> bool:
    """Whether nothing says which of them is meant, or as many are told of as there are, and it is not they who come somewhere."""
    apart = (one.side, one.sort, one.owner, one.pattern, one.guise)
    if any(value is not None for value in apart) or one.pronoun or one.rest or one.palette:
        return False
    if (one.definite and _POINTS.search(typed)) or (one.counted and one.count != len(alike)):
        return False
    if one.colour and _is_told_apart(one, typed):
        return False
    if (one.counted or one.colour) and typed.rstrip("的吧了呢啊。！ ").endswith(one.label):
        return False  # 两只黄色的猫, who may well come
    comes = (link for link in said.links if link.also == index or link.figure == index)
    if any(link.also == index or link.type not in _THERE for link in comes):
        return False
    new = (
        each.target for each in said.operations if each.action == "add" and each.fresh and each.target >= 0
    )
    if any(said.mentions[at].kind == one.kind for at in new):
        return False  # 再放一盆，花盆里有花: the one that comes
    given = [link for link in said.links if link.ground == index]
    told = [operation for operation in said.operations if operation.target == index]
    if any(operation.action != "add" or operation.fresh for operation in told):
        return False  # what becomes of all of them is known as it is
    return bool(told or given) and all(_is_for_each(link, said) for link in given)


def _is_for_each(link: Link, said: Utterance) -> bool:
    """Whether each can have one: a scarf or a flower, and no ball with which they play."""
    what = said.mentions[link.figure]
    on_them = link.part is not None and link.type in ("on", "")
    if not (link.type in _GIVEN or on_them) or what.kind is None or what.pronoun or what.count > 1:
        return False
    kind = kinds()[what.kind]
    return not (kind.alive or "ball" in what.kind.split("-") or what.kind in _SHARED)
