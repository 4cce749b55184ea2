""" "The other one", 另一只: not the one that the last change was about. Told by its name where that is enough, else by the
side on which it stands, before the grammar reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.engines.illustrator.grammar.lexicon import names, tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.standing import bearer_of

_ENGLISH = re.compile(
    r"\bthe other (?:one\b|(?!side|end|hand|way|half|day|picture|image|photo|drawing|version|pictures|ones)(?P<noun>[a-z]+)\b|(?=[,.!]|$))"
    r"|\bthe other(?= (?:should|gets?|needs?|wears?|is|has|can)\b)",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:另外?(?:的)?那?一?|另外那)(?:[只个位头匹条辆朵棵艘架座杯把件](?P<noun>[\u4e00-\u9fff]{0,4}?))"
    r"(?=[，,。.！!]|$|[也都再要戴穿围系披套背拎端拿换变改涂画放坐站躺睡跑飞笑哭的加抱骑大小]|给|在|应该|可以|能)"
)
_NEW = re.compile(r"(?:再|加|添|来|放|画|多|换成?|变成)[^，。]{0,4}$")
"""What stands before 另一只 that is to come: 再加另一只."""


def with_the_other(prompt: str, base: Scene) -> str:
    """The wish with "the other one" told plainly; as it is where nothing was changed yet, or nobody else is there."""
    last = _last(base)
    if last is None:
        return prompt

    def english(match: re.Match[str]) -> str:
        other = _other(base, last, match.groupdict().get("noun") or "")
        return match[0] if other is None else _named(base, other, chinese=False)

    def chinese(match: re.Match[str]) -> str:
        if _NEW.search(prompt[: match.start()]):
            return match[0]
        other = _other(base, last, match["noun"] or "")
        return match[0] if other is None else _named(base, other, chinese=True)

    return _CHINESE.sub(chinese, _ENGLISH.sub(english, prompt))


def _last(base: Scene) -> Thing | None:
    """Whom the last change was about: who wears what was put on."""
    thing = base.thing(base.focus) if base.focus is not None else None
    for _ in range(3):
        if thing is None or thing.rel is None or thing.rel.type not in ("wear", "hold", "cover"):
            return thing
        thing = base.thing(thing.rel.to)
    return thing


def _other(base: Scene, last: Thing, noun: str) -> Thing | None:
    """Of those that stand for themselves the first that is of the kind named; else like the last one; else alive as it is."""
    others = [one for one in base.objects if one.id != last.id and not _is_borne(one)]
    if noun and noun.casefold() not in ("one", "ones"):
        meant = {token.get("kinds") for token in tokenise(noun)} - {None}
        named = [one for one in others if one.kind in meant or one.label == noun]
        return named[0] if named else None
    alike = [one for one in others if one.kind == last.kind]
    living = [one for one in others if kinds()[one.kind].alive] if kinds()[last.kind].alive else []
    return next(iter(alike or living), None)


def _is_borne(thing: Thing) -> bool:
    return thing.rel is not None and thing.rel.type in ("wear", "hold", "cover")


def _named(base: Scene, thing: Thing, *, chinese: bool) -> str:
    language = "zh" if chinese else "en"
    name = thing.label if thing.lang == language else names(language, thing.kind)
    alike = sorted(
        (one for one in base.objects if one.kind == thing.kind), key=lambda one: _across(base, one)
    )
    if len(alike) == 1:
        return name if chinese else f"the {name}"
    return _by_side(alike, thing, name, chinese=chinese)


def _by_side(alike: Sequence[Thing], thing: Thing, name: str, *, chinese: bool) -> str:
    at = [one.id for one in alike].index(thing.id)
    side = "left" if at == 0 else "right" if at == len(alike) - 1 else "middle"
    if chinese:
        return f"{_SIDES[side]}的{name}"
    return f"the {side} {name}"


_SIDES = {"left": "左边", "right": "右边", "middle": "中间"}


def _across(base: Scene, thing: Thing) -> float:
    placement = base.layout.get(thing.id)
    bearer = bearer_of(base, thing)
    if placement is None and bearer is not None:
        placement = base.layout.get(bearer.id)
    return placement.x if placement is not None else 0.0
