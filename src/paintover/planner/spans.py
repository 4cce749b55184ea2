"""Which stretches of a message point at a picture, and what is left as the instruction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from paintover.domain.ids import GEN_ID_PATTERN, TASK_ID_PATTERN
from paintover.planner.masking import HIDDEN
from paintover.planner.ranking import describe
from paintover.planner.tables import Table
from paintover.planner.terms import terms

Kind = Literal[
    "id", "tail", "link", "upload", "batch", "both", "ordinal", "nth", "from_end", "ago", "first", "root", "latest", "previous",
    "label", "branch", "before", "described",
]  # fmt: skip
POINTING: tuple[Kind, ...] = (
    "batch", "from_end", "ago", "ordinal", "nth", "both", "upload", "previous", "first", "latest", "root", "label",
)  # fmt: skip
"""Kinds that need no look at what pictures show, the narrowest first."""
CUE_OF: dict[str, str] = {"upload": "own_upload"}

_ID = re.compile(
    rf"`?(?<![0-9a-z_])(?P<id>{GEN_ID_PATTERN}|{TASK_ID_PATTERN}|(?:gen|task)_[0-9a-z]{{20,30}})(?![0-9a-z_])`?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:(?:the )?(?:one|picture|image)?[^,.;\n]{0,24}?\b(?:gen|id)\b[^,.;\n]{0,24}?(?:ends?|ending|finish\w*) (?:in|with)|(?:id|ID|编号|尾号|gen)[^，。\n]{0,8}?(?:结尾|末尾|后几位|尾号|尾巴|后面几位)?(?:是|为)|尾号(?:是|为)?)\s*`?(?P<tail>[0-9a-z]{4,12})`?(?:\s*(?:那|的那)(?:张|个))?(?![0-9a-z])",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://[^\s)>\]，。]+\.(?:png|jpe?g|webp|gif)(?:\?[^\s)>\]，。]*)?", re.IGNORECASE)
RESUMES = re.compile(r"that\b|那", re.IGNORECASE)
"""Begins words that only take up what was described before them: "when it was green, that one"."""
_OUT_OF = re.compile(
    r"\b(?:from|of|out of|among|amongst|between)\s+(?:the|those|these|my|your)?\s*$|从$", re.IGNORECASE
)
"""Before several pictures of which one was chosen already: "number 4 from those first four"."""
_TAKES = ("把", "将")
_AND = re.compile(r"[和跟与、](?!尚|服|平)(?=[^和跟与、]*$)")
"""Before the last of several things: 把干玫瑰和漏墨的那支笔."""
_LETS = ("让", "叫")
"""Begin an instruction, never a description."""
_RULED_OUT = re.compile(r"(?:不是|并非|\bnot)\s*$", re.IGNORECASE)
_DOES = re.compile(
    r"(?!with|of|in|on|for|from|without|all|only|the\b)\w+ (?:the|his|her|its|their|it|them|a|an|my)\b",
    re.IGNORECASE,
)
"""A verb and what it is done to, not a picture: "crack the tablet"."""
OPENING_CLAUSES = 8
"""Clauses at a message's start that may only say which picture is meant."""
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
    is_thing: bool = False
    """It names what a picture shows ("the sea lady", 那锅), not a picture or a step: the thing as it looks now."""
    excludes: bool = False
    """It says only what the picture does not show."""
    replaces: bool = False
    """It stands after a "not that one", and says which instead."""
    words_at: tuple[int, int] = (0, 0)
    """Where the describing words stand, inside the stretch."""


def references(
    text: str,
    masked: str,
    quoted: tuple[tuple[int, int], ...],
    tables: tuple[Table, ...],
    labels: Iterable[str] = (),
) -> list[Reference]:
    """Every reference of a message, in order, none inside another. Quotes are passed over.

    `labels` are the names that the conversation gave to its branches ("fork 2").
    """
    found: list[Reference] = []

    def free(start: int, end: int, *, holding: bool = False) -> bool:
        """Whether nothing else stands there; `holding` lets it hold a whole quotation: the one that says "hello"."""
        crosses = any(
            start < stop and begin < end and not (holding and start < begin and stop < end)
            for begin, stop in quoted
        )
        return not crosses and all(end <= one.start or start >= one.end for one in found)

    for one in (*_names(text), *_labelled(masked, labels), *_pointing(masked, tables)):
        if free(one.start, one.end):
            found.append(one)
    hints = masked
    for one in found:
        hints = hints[: one.start] + HIDDEN * (one.end - one.start) + hints[one.end :]
    for one in (
        *_in_its_stead(masked, tables),
        *_described(masked, tables),
        *_excluding(masked, tables),
        *_leading(masked, hints, tables),
    ):
        if HIDDEN in one.words:
            one = _as_written(one, text)
        _add_described(one, found, free)
    extended = sorted(
        (_begun(_extended(one, masked, tables[0]), masked, tables[0]) for one in found),
        key=lambda one: one.start,
    )
    return _joined_up(extended, masked, tables)


_ABUTS = re.compile(r"\s*[^\s,，。.;；!！?？、:：]")


def _only_excludes(one: Reference, tables: tuple[Table, ...]) -> bool:
    """Whether a description tells only what is not there."""
    seen = describe(one.words, tables)
    return one.excludes or (bool(seen.lacks) and not seen.shows)


def _joined_up(found: list[Reference], masked: str, tables: tuple[Table, ...]) -> list[Reference]:
    """Descriptions with nothing between them are one: "the snowy one the one that has no whale yet"."""
    joined: list[Reference] = []
    for one in found:
        before = joined[-1] if joined else None
        both = before is not None and before.kind == one.kind == "described"
        if (
            both
            and before is not None
            and _only_excludes(before, tables)
            and not masked[before.end : one.start].strip(" ,，、.。;；" if one.replaces else " ,，、")
        ):
            joined[-1] = replace(
                one, start=before.start, words=f"{before.words}，{one.words}", is_thing=False
            )
            continue
        if before is not None and (narrowed := _narrowed(before, one, masked, tables)) is not None:
            joined[-1] = narrowed
            continue
        if before is not None and both and _ABUTS.fullmatch(masked, before.end, one.start + 1):
            joined[-1] = replace(
                before, end=one.end, words=f"{before.words}，{one.words}", is_thing=before.is_thing and one.is_thing
            )  # fmt: skip
        else:
            joined.append(one)
    return joined


_NARROWS = re.compile(r"[\s,，、]*(?:(?:from|as|but|and|its|her|his|the one|just)\b\s*)*", re.IGNORECASE)


def _narrowed(before: Reference, one: Reference, masked: str, tables: tuple[Table, ...]) -> Reference | None:
    """A description that the next reference is more exact about, as one: "the map, from before the coffee", "the dry one, latest state"."""
    if before.kind != "described" or not _NARROWS.fullmatch(masked, before.end, one.start):
        return None
    if any(table.first("intent", "not_start").match(masked[before.start :]) for table in tables):
        return None
    ends = one.end >= len(masked) or CLAUSE_BREAK.match(masked, one.end) is not None
    if one.kind == "before":
        return replace(
            one, start=before.start, words=f"{before.words} {one.words}", words_at=(0, 0), is_thing=True
        )
    if (
        one.kind == "latest"
        and ends
        and masked[before.end : one.start].strip()
        and not RESUMES.match(one.words)
    ):
        return replace(before, end=one.end, value="latest")
    return None


_NEXT_CLAUSE = re.compile(
    r"\s*[，,、]\s*(?P<x>[^，,。.;；!！?？\n:：]{2,40})(?=\s*[，,:：。;；]|\s+[-–—]+\s)"
)
"""The clause after a reference, when another one follows."""


def _extended(one: Reference, masked: str, own: Table) -> Reference:
    """A description with the clause after it that only says what is not there: "the wreath one, but still without bells"."""
    if one.kind not in ("described", "thing") or "excluding" not in own.instruction:
        return one
    following = _NEXT_CLAUSE.match(masked, one.end)
    if following is None or _is_instruction(own, following["x"]):
        return one
    goes_on = own.first("reference", "goes_on_describing").fullmatch(following["x"].strip())
    if goes_on is None and _lacking(own, following["x"]) is None:
        return one
    return replace(
        one, end=following.end("x"), words=f"{one.words}，{following['x']}", words_at=(one.words_at[0], following.end("x")),
        is_thing=False,
    )  # fmt: skip


def _begun(one: Reference, masked: str, own: Table) -> Reference:
    """A description with the words before it that only say what is not there: "no cat no sunset, the one with ..."."""
    before = masked[: one.start]
    if (
        one.kind != "described"
        or not before.strip(" ,，")
        or len(before) > LONGEST_OPENING
        or one.excludes
        or one.replaces
    ):
        return one
    lacking = _lacking(own, before)
    if lacking is None or before[:lacking].strip(" ,，") or _is_instruction(own, before):
        return one
    return replace(one, start=0, words=f"{before}{one.words}", words_at=(0, one.words_at[1]), is_thing=False)


LONGEST_OPENING = 40
"""Characters before a description that may belong to it."""


def _names(text: str) -> Iterator[Reference]:
    for match in _ID.finditer(text):
        yield Reference(start=match.start(), end=match.end(), kind="id", value=match["id"].lower())
    for match in _TAIL.finditer(text):
        yield Reference(start=match.start(), end=match.end(), kind="tail", value=match["tail"].lower())
    for match in _LINK.finditer(text):
        yield Reference(start=match.start(), end=match.end(), kind="link", value=match[0])


def _labelled(masked: str, labels: Iterable[str]) -> Iterator[Reference]:
    for label in labels:
        word, _, mark = label.partition(" ")
        spelled = _bare_label(mark or word)
        if mark:
            spelled = rf"{re.escape(word)}\s?{re.escape(mark)}(?![\da-z])|{spelled}"
        cue = re.compile(spelled, re.IGNORECASE)
        for match in cue.finditer(masked):
            yield Reference(start=match.start(), end=match.end(), kind="label", value=label, words=match[0])


def _bare_label(mark: str) -> str:
    """A branch called by its letter alone: "B: ...", B的石头."""
    return (
        rf"(?<![^\W\u3040-\u9fff]){re.escape(mark)}(?=\s*[:：]|的|里|那|上|'s\b|\s+(?:needs?|should|gets?|wants?|could|with)\b)"
        rf"|(?<=\bgive ){re.escape(mark)}(?![\w])|(?<=\bfor ){re.escape(mark)}(?![\w])|(?<=\bon ){re.escape(mark)}(?![\w])"
        if mark.isalpha() and mark.isascii()
        else "(?!)"
    )


def _pointing(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    for cues in tables:
        for kind in POINTING:
            for cue in cues.reference.get(CUE_OF.get(kind, kind), ()):
                for match in cue.finditer(masked):
                    if kind == "both" and _OUT_OF.search(masked, 0, match.start()):
                        continue
                    named = match.groupdict()
                    if kind == "both" and named.get("n") and cues.number(named["n"]) == 1:
                        continue
                    yield Reference(
                        start=match.start(),
                        end=match.end(),
                        kind=kind,
                        number=cues.number(named["n"]) if named.get("n") else None,
                        value=(named.get("label") or named.get("d") or "").casefold(),
                        words=match[0],
                    )


def _described(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    for cues in tables:
        for kind in ("branch", "thing", "described"):
            for cue in cues.reference.get(kind, ()):
                for match in cue.finditer(masked):
                    words, begin = _described_by(match, cues, masked)
                    if words and not any(cue.fullmatch(words) for cue in cues.reference.get("within", ())):
                        is_before = any(
                            before.search(match[0]) for before in cues.reference.get("before", ())
                        )
                        chosen: Kind = (
                            "before" if is_before else "branch" if kind == "branch" else "described"
                        )
                        yield Reference(
                            start=begin, end=match.end(), kind=chosen, words=words, words_at=(max(begin, match.start("d")), match.end("d")),
                            value="latest" if cues.first("reference", "here").search(match[0]) else "",
                            is_thing=kind == "thing"
                            or cues.first("reference", "thing_but").fullmatch(words) is not None
                            or (cues.picture.search(match[0]) is None and cues.language in ("zh", "en", "ja")),
                        )  # fmt: skip


def _leading(masked: str, hints: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    """Clauses before the first imperative that only describe: "frog on wheels, no helmet - add motion lines".

    `hints` is the text without what points in other ways ("latest look"), which states nothing.
    """
    own = tables[0]
    if "statement" not in own.intent:
        return
    first = own.first("intent", "imperative").search(masked, 1)
    start = own.first("instruction", "drop_lead").match(masked)
    begin = start.end() if start else 0
    if first is None or first.start() <= begin:
        return
    words = masked[begin : first.start()].strip(" ,;:.-–—")
    hinted = hints[begin : first.start()]
    speaks = (
        own.first("intent", "imperative").match(masked[begin:]) is not None
        or own.first("intent", "statement").search(hinted) is not None
        or any(own.first("intent", name).search(words) for name in ("undo", "redo", "new"))
    )
    if not speaks and not _DOES.match(words) and len(terms(words)) >= LEADING_TERMS:
        is_before = own.first("reference", "before").search(words)
        yield Reference(
            start=begin,
            end=first.start(),
            kind="before" if is_before else "described",
            words=words,
            is_thing=own.picture.search(words) is None,
            words_at=(begin, begin + len(words)),
        )


def _excluding(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    """Opening clauses that say what a picture does not show, before the clause that says what to do."""
    own = tables[0]
    parts = clauses(masked)
    start = own.first("instruction", "drop_lead").match(masked)
    begin = start.end() if start else 0
    found: tuple[int, int] | None = None
    for at, end in parts[:-1][:OPENING_CLAUSES]:
        if _is_instruction(own, masked[at:end]) or _is_swapped(own, masked, end):
            break
        lacking = _lacking(own, masked[begin:end])
        if lacking is not None and (
            "definite" not in own.instruction or terms(masked[begin : begin + lacking])
        ):
            found = (begin, end)
        elif found:
            break
    if found:
        words = masked[begin : found[1]]
        yield Reference(
            start=begin, end=found[1], kind="described", words=words, words_at=found, excludes=True
        )


def _is_swapped(own: Table, masked: str, end: int) -> bool:
    """Whether what is not wanted gives way to something: 狗不要了，换成兔子."""
    return own.first("instruction", "swaps").match(masked[end:].lstrip(" ,，。.;；")) is not None


_RIGHT_ONE = re.compile(r"\s*(?:(?:是|要|用|就|只要|just|only|rather|but|i want|i mean)\s*)*", re.IGNORECASE)
_AFORESAID = re.compile(r"\s*\b(?:before|after|next to) (?:that|it|this)$", re.IGNORECASE)
_ONE = re.compile(r"\b(?:the|that|this|those)\b|[那这的]", re.IGNORECASE)
"""In what is denied, a sign that it is a picture and not a thing: "not the red one", against "no cats"."""
_CHOSEN = re.compile(r"^[是要用]|(?:的|那[一-龥]{1,2})$")
"""How a Chinese clause says which picture is meant: 是刚加了蛋的."""


def _in_its_stead(masked: str, tables: tuple[Table, ...]) -> Iterator[Reference]:
    """The clause after a "not that one" and before what is to be done: "not the one with bubbles, the pufferfish. give it ..."."""
    own, parts = tables[0], clauses(masked)
    if len(parts) < 3:
        return
    (begin, stop), (start, end) = parts[:2]
    denied = own.first("intent", "not_start").match(masked[begin:stop].lstrip())
    if (
        denied is None
        or not _ONE.search(masked, begin, stop)
        or not is_described(masked[begin:stop].lstrip()[denied.end() :])
        or _is_instruction(own, masked[start:end])
    ):
        return
    told = _RIGHT_ONE.match(masked, start, end)
    at = told.end() if told else start
    words = _AFORESAID.sub("", masked[at:end])
    if own.language == "zh" and not _CHOSEN.search(masked[start:end].strip()):
        return
    if own.first("instruction", "forbids").match(words.lstrip("也还都 ")):
        return
    if own.language not in ("zh", "en") or not is_described(words):
        return
    yield Reference(
        start=start,
        end=end,
        kind="described",
        words=words.strip(),
        words_at=(at, at + len(words)),
        replaces=True,
    )


def _is_instruction(own: Table, clause: str) -> bool:
    return any(own.first("intent", name).search(clause) for name in ("imperative", "statement"))


def _lacking(own: Table, words: str) -> int | None:
    """Where the words begin to tell what is not there."""
    starts = [match.start() for cue in own.instruction.get("excluding", ()) if (match := cue.search(words))]
    return min(starts, default=None)


def _described_by(match: re.Match[str], cues: Table, masked: str) -> tuple[str, int]:
    """The description, and where the reference begins: without words such as "go back to" before it.

    At the end of a message 把狗放进下雪的那条街上 names two pictures: what follows the verb describes the second.
    """
    words, begin = _denied(match, cues, masked), match.start()
    if tail := match.groupdict().get("t"):
        words = f"{words} {tail}"
    if "placed_into" in cues.reference and (
        words.startswith(_LETS) or cues.first("instruction", "placed_end").search(masked[match.end() :])
    ):
        *_, placed = [None, *cues.first("reference", "placed_into").finditer(words)]
        if placed is not None and _tells(words[: placed.start()]) and _tells(words[placed.end() :]):
            begin, words = match.start("d") + placed.end(), words[placed.end() :]
    taken = _TAKEN_FROM.search(words) if _TAKES_OUT.search(masked[: match.start()]) else None
    if taken is not None and _tells(words[: taken.start()]) and _tells(words[taken.end() :]):
        begin = match.start("d") + taken.start(
            "the"
        )  # what goes is shown there, too, so it stays a part of the description
    parted = _AND.search(words) if match["d"].startswith(_TAKES) else None
    if parted and is_described(words[: parted.start()]) and is_described(words[parted.end() :]):
        begin, words = match.start("d") + parted.end(), words[parted.end() :]
    lead = cues.first("reference", "lead").match(words)
    words = (words[lead.end() :] if lead else words).strip()
    if cues.language == "zh":
        words = _COUNTED.sub("", words) or words
    if (
        words
        and cues.language == "zh"
        and (named := _NAMED_AFTER.fullmatch(masked, match.end("d"), match.end()))
    ):
        words = f"{words}，{named['noun']}"
    return words, begin


def _denied(match: re.Match[str], cues: Table, masked: str) -> str:
    """A description with the "without" before it, or the ない after it, that a cue leaves out: "the one without a dog"."""
    start, end = match.span("d")
    for cue in cues.instruction.get("negation", ()):
        found = cue.search(masked, match.start(), match.end() if cues.language in _DENIES_LAST else end)
        if found is not None and found.start() < end and start < found.end():
            start, end = min(start, found.start()), max(end, found.end())
    return masked[start:end]


_TAKES_OUT = re.compile(r"\b(?:remove|delete|erase|take|get rid of|drop|lose|cut|pull)\s+$", re.IGNORECASE)
_TAKEN_FROM = re.compile(r"\s(?:away |out )?(?:from|of|off)\s+(?P<the>the|that)\s+", re.IGNORECASE)
"""Between a thing and the picture that it is in: "remove the fireworks from the night one"."""
_DENIES_LAST = ("ja", "ko")
"""Languages that say what is not there after the thing itself."""


_NAMED_AFTER = re.compile(
    r"的?那一?[只位头匹条台辆棵座间把杯碗盘朵尊枚件套栋家架艘盏株颗支顶](?P<noun>[一-龥]{2,4}?)[里上中]?"
)
_COUNTED = re.compile(r"的?那一?[只位头匹条台辆棵座间把杯碗盘朵尊枚件套栋家架艘盏株颗支顶锅桌][里上中]?面?$")
"""The counted "that one" at a description's end, and what is described where it is named after that: 还没有蘑菇的那只萤火虫."""


def _tells(words: str) -> bool:
    """Whether words describe anything, be it by what they quote."""
    return HIDDEN in words or is_described(words)


def _as_written(one: Reference, text: str) -> Reference:
    """With the words of a quotation that it holds: the picture says just those."""
    start, end = one.words_at
    return replace(one, words=text[start:end]) if end > start else one


class _Free(Protocol):
    def __call__(self, start: int, end: int, *, holding: bool = False) -> bool: ...


def _add_described(one: Reference, found: list[Reference], free: _Free) -> None:
    """Keep a description; one that holds an "original" or "last" takes it in as a hint."""
    if free(one.start, one.end, holding=True):
        found.append(one)
        return
    inside = [other for other in found if one.start <= other.start and other.end <= one.end]
    crossing = [
        other for other in found if other not in inside and other.start < one.end and one.start < other.end
    ]
    if inside and not crossing and _RULED_OUT.search(one.words[: inside[0].start - one.start]):
        return
    if len(inside) == 1 and not crossing and inside[0].kind in ("root", "first", "latest", "previous"):
        hint = inside[0]
        rest = _rest(one, hint)
        if is_described(rest):
            found.remove(hint)
            value = "" if RESUMES.match(hint.words) else hint.kind
            found.append(replace(one, words=rest, value=value))


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
