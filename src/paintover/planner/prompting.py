"""The words that the engine gets: the user's own, minus those that only point at a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable

from paintover.planner.intent import Reading, is_content
from paintover.planner.spans import clauses
from paintover.planner.tables import Table

Stretch = tuple[int, int]
_SPACES = re.compile(r"[ \t]{2,}")
_AND = re.compile(r"\sand\s+$", re.IGNORECASE)


def without(reading: Reading, dropped: Iterable[Stretch]) -> str:
    """The message without the given stretches, and without what only held them to the rest.

    A message from which nothing is dropped is returned as the user wrote it. "" when nothing is left.
    """
    stretches = merged(dropped)
    if not stretches:
        return reading.text.strip()
    return _SPACES.sub(" ", _joined(reading, kept_stretches(reading, stretches))).strip()


def kept_stretches(reading: Reading, dropped: Iterable[Stretch]) -> list[Stretch]:
    """What `without` keeps, as stretches of the message in order."""
    stretches = merged(dropped)
    if not stretches:
        return [(0, len(reading.text))] if reading.text.strip() else []
    pieces = [_trimmed(reading, start, end) for start, end in _complement(stretches, len(reading.text))]
    return [piece for piece in pieces if piece]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Sorted, overlapping ones united, empty ones left out."""
    united: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _complement(stretches: list[Stretch], length: int) -> list[Stretch]:
    edges = [0, *(edge for stretch in stretches for edge in stretch), length]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i] < edges[i + 1]]


def _trimmed(reading: Reading, start: int, end: int) -> Stretch | None:
    """A kept stretch without connectors at the sides where something was dropped."""
    own = reading.tables[:1]
    if start > 0 and start != reading.dismissed:
        start += _leading(reading.masked[start:end], own, "reference", "connector_after")
    if end < len(reading.text):
        end -= _trailing(reading.masked[start:end], own, "reference", "connector_before")
    spoken = [part for part in clauses(reading.masked[start:end]) if not _says_nothing(reading, start, part)]
    if not spoken:
        return None
    start, end = start + spoken[0][0], start + spoken[-1][1]
    start += _leading(reading.masked[start:end], own, "instruction", "drop_lead")
    end -= _trailing(reading.masked[start:end], own, "instruction", "drop_tail")
    return None if _says_nothing(reading, start, (0, end - start)) else (start, end)


def _leading(text: str, tables: Iterable[Table], group: str, name: str) -> int:
    return next(
        (m.end() for one in tables if (m := one.first(group, name).search(text)) and m.start() == 0), 0
    )


def _trailing(text: str, tables: Iterable[Table], group: str, name: str) -> int:
    return next((len(text) - m.start() for one in tables if (m := one.first(group, name).search(text))), 0)


def _says_nothing(reading: Reading, offset: int, part: Stretch) -> bool:
    words = reading.masked[offset + part[0] : offset + part[1]].strip()
    return not is_content(words) or any(
        cue.fullmatch(words) for one in reading.tables for cue in one.instruction.get("no_instruction", ())
    )


def _joined(reading: Reading, pieces: list[Stretch]) -> str:
    """The pieces in order, with what the user had between them when that was only punctuation."""
    comma = "，" if reading.language in ("zh", "ja") else " "
    text = ""
    for index, (start, end) in enumerate(pieces):
        if index:
            between = reading.text[pieces[index - 1][1] : start]
            breaks = [letter for letter in between if letter in ",，。.;；\n"]
            if not breaks and _AND.search(between):
                text += " and "
            else:
                text += (breaks[0] + ("" if breaks[0] in "，。；\n" else " ")) if breaks else comma
        text += reading.text[start:end]
    return text
