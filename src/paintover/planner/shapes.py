"""The shape and the number of pictures that the words ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from paintover.domain.errors import BadRatio
from paintover.domain.ratio import Ratio, parse_ratio
from paintover.planner.spans import clauses
from paintover.planner.tables import Table

MOST_PICTURES = 9999
"""What a count is read up to. How many may be drawn is the server's to say."""
FLIP = "flip"
"""In a table of ratios: width and height change places."""
_NUMBERS = re.compile(
    r"(?P<bracket>[【\[(（]\s*)?(?P<lead>(?:比例|尺寸|画幅|大小|分辨率|宽高比|縮尺|比率|aspect(?: ratio)?|ratio|size|--ar|format|formato|Format|Seitenverhältnis|proporción|proporção|соотношение)\s*(?:of|is|to|为|是|改成|换成|改为|用|:|：|=)?\s*)?"
    r"(?<![\d.:])(?P<w>\d{1,5}(?:\.\d{1,3})?)\s*(?P<by>[:：xX×*/比]|\sby\s|\sx\s)\s*(?P<h>\d{1,5}(?:\.\d{1,3})?)(?![\d.:%])(?P<px>\s*(?:px|像素))?"
    r"(?P<close>\s*[】\])）])?",
    re.IGNORECASE,
)
_SMALLEST_SIZE = 64
_LARGEST_TERM = 32
_CLOCK_MINUTES = re.compile(r"[0-5]\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish read from the words: its value, and where it stands. `is_bare` when dropping it loses no other words."""

    ratio: Ratio | None = None
    n: int | None = None
    turns: bool = False
    """The picture's own shape is wanted the other way round."""
    spans: tuple[tuple[int, int], ...] = ()
    bare: tuple[tuple[int, int], ...] = ()


def asked_ratio(masked: str, tables: tuple[Table, ...], pointing: Iterable[tuple[int, int]] = ()) -> Asked:
    """The ratio that the masked text asks for: numbers first ("9:16", "1024x1536"), then words ("phone wallpaper").

    Words in a stretch that only points at a picture ("the lock screen one") ask for nothing.
    """
    for match in reversed(list(_NUMBERS.finditer(masked))):
        if (ratio := _from_numbers(match)) is not None:
            return Asked(ratio=ratio, spans=(match.span(),), bare=(match.span(),))
    of_things = [
        match.span()
        for one in tables
        for cue in one.instruction.get("shape_of_thing", ())
        for match in cue.finditer(masked)
    ]
    found = [
        (match.start(), -priority, value, match.span())
        for cues in tables
        for priority, (words, value) in enumerate(cues.ratio)
        for match in words.finditer(masked)
        if not any(_is_within(match.span(), stretch) for stretch in pointing)
        and not any(start <= match.start() and match.end() <= end for start, end in of_things)
    ]
    if not found:
        return Asked()
    *_, value, span = max(found, key=lambda one: (one[1], one[0]))
    if value == FLIP:
        return Asked(turns=True, spans=(span,))
    return Asked(ratio=parse_ratio(value), spans=(span,), bare=_wish_alone(masked, span, tables))


def _wish_alone(masked: str, span: tuple[int, int], tables: tuple[Table, ...]) -> tuple[tuple[int, int], ...]:
    """The whole clause around a wish when it says nothing else ("make it landscape"), to be left out of a prompt."""
    start, end = next(((a, b) for a, b in clauses(masked) if a <= span[0] and span[1] <= b), span)
    rest = masked[start : span[0]] + " " + masked[span[1] : end]
    light = tables[0].first("instruction", "wish_light")
    return ((start, end),) if light.search(rest) else ()


def _is_within(one: tuple[int, int], stretch: tuple[int, int]) -> bool:
    """Whether a wish is only a part of what points at a picture; a stretch that is all wish is no pointing."""
    longer = (stretch[1] - stretch[0]) - (one[1] - one[0])
    return stretch[0] <= one[0] and one[1] <= stretch[1] and longer > 1


def _from_numbers(match: re.Match[str]) -> Ratio | None:
    width, height = float(match["w"]), float(match["h"])
    is_size = min(width, height) >= _SMALLEST_SIZE
    is_plain = match["by"].strip() in ":：比" and max(width, height) <= _LARGEST_TERM
    if not (is_size or match["lead"] or match["bracket"] or is_plain):
        return None
    looks_like_time = (
        bool(_CLOCK_MINUTES.fullmatch(match["h"])) and len(match["h"]) == 2 and (width, height) not in _USUAL
    )
    if looks_like_time and not (is_size or match["lead"] or match["bracket"]):
        return None
    try:
        return parse_ratio(f"{match['w']}:{match['h']}")
    except BadRatio:
        return None


_USUAL = frozenset({(9, 16), (9, 18), (9, 19), (9, 20), (9, 21), (10, 16), (16, 10)})
"""Usual shapes that could also be a time of day."""


def asked_count(masked: str, tables: tuple[Table, ...], name: str = "count") -> Asked:
    """How many pictures the masked text asks for, 1 to `MOST_PICTURES`. Objects inside one picture do not count.

    `name` chooses the cues: ``count`` are requests (来两张小猫), ``count_bare`` mere numbers of pictures (两张小猫),
    which count only where no earlier picture can be meant.
    """
    found: list[Asked] = []
    for cues in tables:
        if any(cue.search(masked) for cue in cues.count.get("one_picture", ())):
            return Asked()
        for cue in cues.count.get(name, ()):
            for match in cue.finditer(masked):
                number = cues.number(match["n"])
                if number is not None and number >= 1:
                    span = (match.start(), _after_linking(masked, match.end(), cues))
                    found.append(Asked(n=min(number, MOST_PICTURES), spans=(span,), bare=(span,)))
    several = [one for one in found if one.n != 1]
    return next(iter(several or found), Asked())


def _after_linking(masked: str, end: int, cues: Table) -> int:
    """Behind the word that ties a number of pictures to what they show (four pictures *of* a cat)."""
    ends = [match.end() for cue in cues.count.get("linking", ()) if (match := cue.match(masked, end))]
    return max(ends, default=end)
