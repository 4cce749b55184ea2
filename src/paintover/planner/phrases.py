"""The noun phrases of a message, each with whether it can mean a thing that some picture already shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paintover.planner.intent import Reading
from paintover.planner.masking import HIDDEN
from paintover.planner.spans import Reference, clauses
from paintover.planner.tables import Table

RELATIVE = "的"
"""Ends a clause that only describes the noun after it: 放烟花的地方. Its verb cuts no phrase."""
NEAR = 10
_WEARING = re.compile(
    r"[戴穿骑坐站拿抱披开弹吹举背趴躺][^，。的]{1,6}的[一-龥]{1,4}(?:再|也|要|帮|给|换|改|的|多|摆|做|站|坐|加)"
)
"""A clause that begins with who is meant: 戴墨镜的辣椒再摆几个姿势."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of the message between verbs, prepositions and conjunctions."""

    start: int
    end: int
    is_definite: bool
    """It names a thing that exists: "the fox", 把狐狸…, 放到船上; not "a hat", 加顶帽子."""
    is_brought: bool = False
    """It stands where an edit names what comes in: after "add", "give him", 加, 换成."""
    is_forbidden: bool = False
    """Its clause keeps something out: 狼先别进来."""
    reference: Reference | None = None
    """The reference that it holds, if any."""


def noun_phrases(reading: Reading) -> list[Phrase]:
    """The phrases of a message in order; a reference is never cut in two. Nothing of what is quoted."""
    own = reading.tables[0]
    breaks = own.instruction.get("phrase_break", ())
    found: list[Phrase] = []
    for start, end in clauses(reading.masked):
        if end <= reading.dismissed:
            continue
        for phrase in _in_clause(reading, own, breaks, start, end):
            whole = next((one for one in reading.references if _is_part_of(phrase, one)), None)
            if whole is None:
                found.append(phrase)
            elif not any(other.reference is whole for other in found):
                found.append(Phrase(start=whole.start, end=whole.end, is_definite=True, reference=whole))
    return found


def _is_part_of(phrase: Phrase, one: Reference) -> bool:
    """Whether a reference goes on beyond the phrase's clause: "the villain, latest look"."""
    return (
        one.start <= phrase.start
        and phrase.end <= one.end
        and phrase.end - phrase.start < one.end - one.start
    )


def _in_clause(
    reading: Reading, own: Table, breaks: Iterable[re.Pattern[str]], start: int, end: int
) -> Iterator[Phrase]:
    inside = [one for one in reading.references if one.start < end and start < one.end]
    cuts = sorted(
        (match.start(), priority, match.end(), _kind_of(match))
        for priority, cue in enumerate(breaks)
        for match in cue.finditer(reading.masked, start, end)
        if not any(match.start() < one.end and one.start < match.end() for one in inside)
    )
    at, kind, first, has_new = start, "", True, False
    for begin, _, stop, next_kind in (*cuts, (end, 0, end, "")):
        if begin < at or (start < begin == at < end and RELATIVE in reading.masked[begin : begin + NEAR]):
            continue
        if begin == start and _WEARING.match(reading.masked, begin, end):
            continue
        if begin > at or not first:
            phrase = _phrase(
                reading,
                own,
                (at, max(at, begin)),
                clause_start=start,
                brings=kind == "new",
                bare=first or kind == "old" or (has_new and kind == "goal"),
            )
            if phrase is not None:
                yield phrase
                first = False
        at, kind = max(at, stop), next_kind
        has_new = has_new or kind == "new"
        first = first and begin <= start


def _kind_of(cut: re.Match[str]) -> str:
    """What stands after the cut: something "new", something "old", the "goal" of what is put there, or ""."""
    named = cut.groupdict()
    return next((name for name in ("new", "goal", "old") if named.get(name)), "")


def _phrase(
    reading: Reading, own: Table, stretch: tuple[int, int], *, clause_start: int, brings: bool, bare: bool
) -> Phrase | None:
    start, end = stretch
    words = reading.masked[start:end]
    if not any(letter.isalnum() and letter != HIDDEN for letter in words):
        return None
    held = next((one for one in reading.references if start <= one.start and one.end <= end), None)
    definite = own.first("instruction", "definite")
    is_definite = (
        held is not None
        or definite.search(words + " ") is not None
        or own.first("instruction", "demonstrative").search(words) is not None
    )
    if not is_definite and not own.first("instruction", "indefinite").search(words):
        bare_is_definite = "definite" not in own.instruction or bare
        is_definite = bare_is_definite and not brings
    before = reading.masked[clause_start:start]
    is_forbidden = held is None and own.first("instruction", "forbids").search(before + words) is not None
    return Phrase(
        start=start,
        end=end,
        is_definite=is_definite,
        is_brought=brings,
        is_forbidden=is_forbidden,
        reference=held,
    )
