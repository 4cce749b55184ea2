"""Which stretches of a message point at a picture, and what is left as the instruction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from paintover.domain.ids import GEN_ID_PATTERN, TASK_ID_PATTERN
from paintover.planner.tables import Table
from paintover.planner.terms import terms

Kind = Literal[
    "id", "link", "upload", "batch", "both", "ordinal", "from_end", "ago", "first", "root", "latest", "previous",
    "label", "branch", "before", "described",
]  # fmt: skip
POINTING: tuple[Kind, ...] = (
    "batch", "from_end", "ago", "ordinal", "both", "upload", "previous", "first", "latest", "root", "label",
)  # fmt: skip
"""Kinds that need no look at what pictures show, the narrowest first."""
CUE_OF: dict[str, str] = {"upload": "own_upload"}

_ID = re.compile(
    rf"`?\b(?P<id>{GEN_ID_PATTERN}|{TASK_ID_PATTERN}|(?:gen|task)_[0-9a-z]{{20,30}})\b`?", re.IGNORECASE
)
_LINK = re.compile(r"https?://[^\s)>\]，。]+\.(?:png|jpe?g|webp|gif)(?:\?[^\s)>\]，。]*)?", re.IGNORECASE)
LEADING_TERMS = 2
"""Terms that words before an instruction must have to be taken for a description."""
CLAUSE_BREAK = re.compile(r"[,，。.;；!！?？\n、:：]+(?:\s|$)|[，。；！？、：\n]|\s[-–—]+\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One stretch that points at a picture. `words` describe it; `number` is its ordinal, label or count."""

    start: int
    end: int
    kind: Kind
    words: str = ""
    number: int | None = None
    value: str = ""
    words_at: tuple[int, int] = (0, 0)
    """Where the describing words stand, inside the stretch."""


def references(
    text: str, masked: str, quoted: tuple[tuple[int, int], ...], tables: tuple[Table, ...]
) -> list[Reference]:
    """Every reference of a message, in order, none inside another. Quotes are passed over."""
    found: list[Reference] = []

    def free(start: int, end: int) -> bool:
        inside_quote = any(start < stop and begin < end for begin, stop in quoted)
        return not inside_quote and all(end <= one.start or start >= one.end for one in found)

    for one in (*_names(text), *_pointing(masked, tables)):
        if free(one.start, one.end):
            found.append(one)
    for one in (*_described(masked, tables), *_leading(masked, tables)):
        _add_described(one, found, free)
    return sorted(found, key=lambda one: one.start)


def _names(text: str) -> Iterator[Reference]:
    for match in _ID.finditer(text):
        yield Reference(start=match.start(), end=match.end(), kind="id", value=match["id"].lower())
    for match in _LINK.finditer(text):
        yield Reference(start=match.start(), end=match.end(), kind="link", value=match[0])


def _pointing(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    for cues in tables:
        for kind in POINTING:
            for cue in cues.reference.get(CUE_OF.get(kind, kind), ()):
                for match in cue.finditer(masked):
                    named = match.groupdict()
                    yield Reference(
                        start=match.start(),
                        end=match.end(),
                        kind=kind,
                        number=cues.number(named["n"]) if named.get("n") else None,
                        value=(named.get("label") or "").casefold(),
                        words=match[0],
                    )


def _described(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    for cues in tables:
        for kind in ("described", "branch"):
            for cue in cues.reference.get(kind, ()):
                for match in cue.finditer(masked):
                    words = _without_lead(match, cues)
                    if words:
                        is_before = any(
                            before.search(match[0]) for before in cues.reference.get("before", ())
                        )
                        chosen: Kind = (
                            "before" if is_before else "branch" if kind == "branch" else "described"
                        )
                        yield Reference(
                            start=match.start(), end=match.end(), kind=chosen, words=words, words_at=match.span("d"),
                            value="latest" if cues.first("reference", "here").search(match[0]) else "",
                        )  # fmt: skip


def _leading(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    """Clauses before the first imperative that only describe: "frog on wheels, no helmet - add motion lines"."""
    own = tables[0]
    if "statement" not in own.intent:
        return
    first = own.first("intent", "imperative").search(masked, 1)
    start = own.first("instruction", "drop_lead").match(masked)
    begin = start.end() if start else 0
    if first is None or first.start() <= begin:
        return
    words = masked[begin : first.start()].strip(" ,;:.-–—")
    speaks = own.first("intent", "imperative").match(masked[begin:]) or own.first(
        "intent", "statement"
    ).search(words)
    if not speaks and len(terms(words)) >= LEADING_TERMS:
        is_before = own.first("reference", "before").search(words)
        yield Reference(
            start=begin,
            end=first.start(),
            kind="before" if is_before else "described",
            words=words,
            words_at=(begin, begin + len(words)),
        )


def _without_lead(match: re.Match[str], cues: Table) -> str:
    """The description without words such as "go back to" before it."""
    words = match["d"]
    lead = cues.first("reference", "lead").match(words)
    return words[lead.end() :].strip() if lead else words.strip()


def _add_described(one: Reference, found: list[Reference], free: Callable[[int, int], bool]) -> None:
    """Keep a description; one that holds an "original" or "last" takes it in as a hint."""
    if free(one.start, one.end):
        found.append(one)
        return
    inside = [other for other in found if one.start <= other.start and other.end <= one.end]
    crossing = [
        other for other in found if other not in inside and other.start < one.end and one.start < other.end
    ]
    if len(inside) == 1 and not crossing and inside[0].kind in ("root", "first", "latest", "previous"):
        hint = inside[0]
        rest = _rest(one, hint)
        if is_described(rest):
            found.remove(hint)
            found.append(
                Reference(start=one.start, end=one.end, kind="described", words=rest, value=hint.kind)
            )


def _rest(one: Reference, hint: Reference) -> str:
    """The describing words without those of the hint."""
    start, end = one.words_at
    left = one.words[: max(0, len(one.words) - (end - hint.start))] if hint.start > start else ""
    return f"{left} {one.words[len(one.words) - max(0, end - hint.end) :] if hint.end < end else ''}".strip()


def is_described(words: str) -> bool:
    """Whether words tell anything about what a picture shows."""
    return bool(terms(words))


def clauses(masked: str) -> list[tuple[int, int]]:
    """The clauses of a masked text as ``(start, end)``, without the punctuation between them."""
    parts: list[tuple[int, int]] = []
    at = 0
    for match in CLAUSE_BREAK.finditer(masked):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, len(masked)))
    return [(start, end) for start, end in parts if masked[start:end].strip()]
