"""How large something is to be beside another that is there: "make the boy taller than her", "the bucket as big as the cat".

It is told as so many times its size, measured in the picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.retelling.forms import Form
from paintover.engines.illustrator.retelling.whom import WHO, named, one_called, people
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.wording import Pattern

_MORE, _PLAINLY = 1.22, 1.1
"""How many times as high as the other becomes who is to be larger, and who is larger already."""
_MUCH, _BIT = 1.6, 1.12
_ALIKE = 0.06
"""By which share the heights of two may differ that are equally large."""
_LEAST, _MOST = 0.06, 15.0

_FIRST = rf"(?:(?:make|draw|get|let|have|keep) )?(?P<who>{WHO})(?: (?:should|must|is to|has to|needs to))?(?: (?:to )?(?:be|look|get|grow|stand|is))?"
_SECOND = rf"(?P<than>{WHO})(?: (?:is|are|was)(?: now)?)?"
_THAN = Pattern(
    rf"{_FIRST}(?P<much> (?:a (?:tiny |little )?bit|a little|a touch|slightly|just|much|way|far|a lot|even|quite a bit))? (?P<how>bigger|larger|taller|higher|longer|smaller|shorter|tinier|lower) than {_SECOND}"
)
_AS = Pattern(
    rf"{_FIRST} (?:(?:about|exactly|almost|just|nearly|roughly) )?(?:as (?:big|large|tall|high|long|small|short|tiny) as|the same (?:size|height|length) as) {_SECOND}"
)
_ALIKE_ALL = Pattern(
    r"(?:(?:make|draw|let|have) )?(?P<who>them|both|they|both of them|the two|the two of them)(?: (?:should|must|to))?(?: (?:all|both))?(?: be)? (?:the same (?:size|height)|equally (?:big|tall|large)|as (?:big|tall) as each other)"
)
_LESS = frozenset({"smaller", "shorter", "tinier", "lower"})
_BITS = frozenset({"a bit", "a little bit", "a tiny bit", "a little", "a touch", "slightly", "just"})
_LOTS = frozenset({"much", "way", "far", "a lot"})


def _tall(one: Thing, base: Scene) -> int:
    placed = base.layout[one.id]
    return placed.box[3] - placed.box[1]


def _both(match: re.Match[str], base: Scene) -> tuple[Thing, Thing] | None:
    """Who is to be so, and who it is told by: her, of a boy and a girl, is never he."""
    one, other = one_called(match["who"], base), one_called(match["than"], base)
    if one is not None and (other is None or other.id == one.id) and match["than"].lower() in _PRONOUNS:
        rest = [two for two in people(base) if two.id != one.id]
        other = rest[0] if len(rest) == 1 else None
    if one is None or other is None or one.id == other.id or not {one.id, other.id} <= base.layout.keys():
        return None
    return one, other


_PRONOUNS = frozenset({"him", "her", "he", "she", "it", "them"})


def _told(one: Thing, base: Scene, factor: float) -> str:
    factor = min(max(factor, _LEAST), _MOST)
    return f"make {named(one, base)} {factor:.2f} times as big"


def _than(match: re.Match[str], base: Scene) -> str | None:
    """The boy taller than her: so much higher that it is seen.

    Raises:
        NotDrawable: it is so already.
    """
    if (both := _both(match, base)) is None:
        return None
    one, other = both
    less, much = match["how"].lower() in _LESS, (match["much"] or "").strip().lower()
    ratio = _tall(one, base) / max(1, _tall(other, base))
    if (1 / ratio if less else ratio) >= (_MUCH if much in _LOTS else _PLAINLY):
        raise NotDrawable(notes.already_so("en"))
    goal = _MUCH if much in _LOTS else _BIT if much in _BITS else _MORE
    return _told(one, base, (1 / goal if less else goal) / ratio)


def _as(match: re.Match[str], base: Scene) -> str | None:
    """The bucket as big as the cat.

    Raises:
        NotDrawable: it is so already.
    """
    if (both := _both(match, base)) is None:
        return None
    one, other = both
    factor = _tall(other, base) / max(1, _tall(one, base))
    if abs(factor - 1) <= _ALIKE:
        raise NotDrawable(notes.already_so("en"))
    return _told(one, base, factor)


def _alike(match: re.Match[str], base: Scene) -> str | None:
    """Both the same height: the smaller of two grows.

    Raises:
        NotDrawable: they are so already.
    """
    pair = [one for one in people(base) if one.id in base.layout]
    if len(pair) != 2:
        return None
    low, high = sorted(pair, key=lambda one: _tall(one, base))
    factor = _tall(high, base) / max(1, _tall(low, base))
    if abs(factor - 1) <= _ALIKE:
        raise NotDrawable(notes.already_so("en"))
    return _told(low, base, factor)


SIZED: Sequence[Form] = ((_THAN, _than), (_AS, _as), (_ALIKE_ALL, _alike))
"""Such clauses, and what each is told as."""
