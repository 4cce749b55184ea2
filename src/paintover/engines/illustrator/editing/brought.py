"""Things that a deed brings along and that the wish names as well: "having a tea party at a round table" has one table.

Deeds are told by what shows them, so that a table stands there before the wish comes to it. Where the words name a thing once
and two are there, the one that was brought takes the looks of the other. Who watches television watches the one that is there.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.plain_words import in_plain_words
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.wording import Pattern

_CARRIED = frozenset({"hold", "wear"})


_ALIKE = {"birthday-cake": "cake"}
"""Kinds that are called by the name of another: of a birthday the cake is one with candles."""


def taken_once(editor: Editor, wish: str) -> None:
    """Leave out of a new picture what a deed brought in vain. `wish` is as it was written."""
    _worn_once(editor)
    _one_medal(editor)
    there = Counter(_called(one.kind) for one in editor.things.values())
    several = {
        _called(one.kind)
        for one in editor.said.mentions
        if one.kind and (one.count > 1 or one.every or one.plural or one.pronoun)
    }
    twice = {
        kind
        for kind, many in there.items()
        if many == 2 and kind not in several and not kinds()[kind].alive and kinds()[kind].wear is None
    }
    if not twice:
        return
    named = [token for token in tokenise(in_plain_words(wish)) if _called(token.get("kinds") or "") in twice]
    told = Counter(_called(token.readings["kinds"]) for token in named)
    for kind in twice - {_called(token.readings["kinds"]) for token in named if token.plural}:
        if told[kind] == 1:
            _leave_one(editor, kind)


def _worn_once(editor: Editor) -> None:
    """Nobody wears two of a kind: 背着书包去上学 has one satchel."""
    worn: dict[tuple[str, str], Thing] = {}
    for thing in list(editor.things.values()):
        if thing.rel is None or thing.rel.type != "wear":
            continue
        first = worn.setdefault((thing.kind, thing.rel.to), thing)
        if first is not thing and not (_has_looks(first) and _has_looks(thing)):
            kept, spare = (thing, first) if _has_looks(thing) else (first, thing)
            worn[thing.kind, thing.rel.to] = kept
            editor.drop(spare.id)


def _one_medal(editor: Editor) -> None:
    """Who wears a medal does not hold another up."""
    medals = [one for one in editor.things.values() if one.kind.endswith("medal") and one.rel is not None]
    worn = {one.rel.to for one in medals if one.rel is not None and one.rel.type == "wear"}
    for one in medals:
        if one.rel is not None and one.rel.type == "hold" and one.rel.to in worn:
            editor.drop(one.id)


def _called(kind: str) -> str:
    return _ALIKE.get(kind, kind)


def _leave_one(editor: Editor, kind: str) -> None:
    found = [thing for thing in editor.things.values() if _called(thing.kind) == kind]
    carried = [one for one in found if one.rel is not None and one.rel.type in _CARRIED]
    if any(_knits(editor, one) for one in carried):
        return  # and the cat has a ball of wool of its own
    if (
        len(found) != 2
        or len({one.rel.to for one in carried if one.rel is not None}) == 2
        or all(_has_looks(one) for one in found)
    ):
        return  # "a red and a blue balloon"
    taken = {one.rel.to for one in editor.things.values() if one.rel is not None and kinds()[one.kind].alive}
    if all(one.id in taken for one in found):
        return  # each rides a bicycle
    ties = Counter(one.rel.to for one in editor.things.values() if one.rel is not None)
    first, second = sorted(found, key=lambda one: (one not in carried, -ties[one.id]))
    if first.rel is not None and first.rel.to == second.id:
        editor.change(first.id, rel=None)
    looks = {
        name: getattr(second, name)
        for name in ("colour", "size", "pattern", "second")
        if getattr(second, name) is not None
    }
    if (
        first.rel is None
        and second.rel is not None
        and second.rel.to != first.id
        and not editor.leads_to(second.rel.to, first.id)
    ):
        looks["rel"] = second.rel
    editor.change(first.id, **looks)
    for one in list(editor.things.values()):
        if one.rel is not None and second.id in (one.rel.to, one.rel.also) and one.id != first.id:
            to = first.id if one.rel.to == second.id else one.rel.to
            also = first.id if one.rel.also == second.id else one.rel.also
            editor.change(one.id, rel=msgspec.structs.replace(one.rel, to=to, also=also))
    editor.drop(second.id)


def _knits(editor: Editor, thing: Thing) -> bool:
    bearer = editor.things.get(thing.rel.to) if thing.rel is not None else None
    return bearer is not None and bearer.pose == "knit"


_OF_DEEDS = frozenset({"tv", "easel", "stove", "piano", "blackboard", "goal-net", "laptop", "wok", "spatula"})
"""What people do something at, and nobody has two of."""
_COMPUTERS = {"desktop-computer": "laptop"}
_MEANS = {"锅": ("wok", "frying-pan"), "pan": ("wok", "frying-pan"), "pot": ("wok",), "碗": ("mixing-bowl",), "盆": ("mixing-bowl",), "bowl": ("mixing-bowl",)}  # fmt: skip
"""What the plain word for a vessel means where a deed has brought one of these."""
_ANOTHER = Pattern(
    r"\b(?:another|second|two|both|more|extra|new|additional|different)\b|[另两二再又新]|多一|还有一"
)


def used_as_it_is_there(editor: Editor, wish: str) -> None:
    """Let who does something do it at what is there already, and not at one more that the deed brings."""
    if _ANOTHER.search(wish):
        return
    _as_it_is_called(editor)
    for kind in _OF_DEEDS & {one.kind for one in editor.things.values()}:
        found = [one for one in editor.things.values() if _COMPUTERS.get(one.kind, one.kind) == kind]
        if len(found) != 2:
            continue
        there, brought = sorted(
            found, key=lambda one: (one.id not in editor.base.layout, _is_brought(editor, one))
        )
        if (editor.new or there.id in editor.base.layout) and not _is_asked_for(editor, brought, wish):
            _take_over(editor, there, brought)


def _as_it_is_called(editor: Editor) -> None:
    """The pot of 炒菜，锅里冒着火 is the wok in which is cooked."""
    for named in list(editor.things.values()):
        meant = _MEANS.get(named.label.lower(), ())
        if not editor.new or not meant or _has_looks(named):
            continue
        for one in list(editor.things.values()):
            if (
                one is not named
                and one.kind in meant
                and _is_brought(editor, one)
                and named.id in editor.things
            ):
                _take_over(editor, one, named)


def _is_brought(editor: Editor, thing: Thing) -> bool:
    """Whether somebody is busy with it, rather than that it was named."""
    beside = thing.rel is not None and thing.rel.type in ("beside", "front", "on")
    used = any(one.rel is not None and one.rel.to == thing.id for one in editor.things.values())
    return not _has_looks(thing) and (beside or used)


def _is_asked_for(editor: Editor, thing: Thing, wish: str) -> bool:
    """Whether the wish is for one more in so many words, and not for a deed."""
    if thing.id in editor.base.layout or not _is_brought(editor, thing):
        return True
    label = re.escape(thing.label)
    added = rf"\b(?:add|put|place|draw|hang)(?: me)? (?:an?|one|the) (?:[a-z]+ )?{label}|[加放添摆画挂](?:上|个)?(?:一)?[台个张架块]{label}"
    return re.search(added, wish, re.IGNORECASE) is not None


def _take_over(editor: Editor, there: Thing, brought: Thing) -> None:
    """Who was at the one that was brought is at the other."""
    rel = brought.rel
    tied = there.rel is not None and there.rel.to == brought.id
    loops = rel is not None and (rel.to == there.id or editor.leads_to(rel.to, there.id))
    passed_on = rel is not None and rel.type == "hold" and there.rel is not None and there.rel.type == "hold"
    if tied or passed_on or (rel is not None and not loops and (there.rel is None or editor.new)):
        editor.change(there.id, rel=None if loops else rel)
    if passed_on:
        editor.place_again(there.id)
    for one in list(editor.things.values()):
        if one.rel is not None and one.rel.to == brought.id and one.id != there.id:
            editor.change(one.id, rel=msgspec.structs.replace(one.rel, to=there.id))
        if one.at == brought.id:
            editor.change(one.id, at=there.id)
    editor.drop(brought.id)


def _has_looks(thing: Thing) -> bool:
    return (thing.colour, thing.size, thing.pattern) != (None, None, None)
