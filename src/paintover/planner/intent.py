"""What is asked for: the first of a short list of intents whose cues stand in the message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from paintover.planner.masking import HIDDEN, mask
from paintover.planner.shapes import Asked, asked_count, asked_ratio
from paintover.planner.spans import Reference, clauses, references
from paintover.planner.spelling import spelled
from paintover.planner.tables import Table, table

LONGEST_SMALLTALK = 200
"""Characters of a message that may be nothing but thanks."""
_BETWEEN = " ,，.。!！?？~～;；、…\n"
_WORD_GOES_ON = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
HEAD = 3_000
TAIL = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The last message, read: what is hidden, what points, what is wished. Offsets are those of `text`."""

    text: str
    masked: str
    language: str
    tables: tuple[Table, ...]
    quoted: tuple[tuple[int, int], ...]
    references: tuple[Reference, ...]
    ratio: Asked
    count: Asked
    dismissed: int = 0
    """Where the opening clauses end that only put something away: "forget the walrus. ..."; 0 when there are none."""

    def cue(self, name: str) -> re.Match[str] | None:
        """The first place where a cue called `name` stands."""
        return next(self.cues(name), None)

    def cues(self, name: str) -> Iterator[re.Match[str]]:
        return _matches(self.masked, self.tables, name)

    def wish(self, name: str) -> re.Match[str] | None:
        """As `cue`, in what is left once something is put away; None where nothing was."""
        left = self.masked[self.dismissed :].lstrip(" ,，.。;；") if self.dismissed else ""
        return next(_matches(left, self.tables, name), None)

    def says(self, name: str) -> bool:
        return self.cue(name) is not None

    @property
    def is_question(self) -> bool:
        """A question about pictures or the server, not a request in a question's clothes."""
        if self.says("question_sure"):
            return True
        if self.says("imperative") or self._asks_again:
            return False
        return self.says("question_word") or (self.says("question_mark") and not self.says("request"))

    @property
    def _asks_again(self) -> bool:
        """Whether a question is only the sigh before a "try again"."""
        parts = clauses(self.masked)
        again = max((match.start() for match in self.cues("redo")), default=-1)
        return (
            len(parts) > 1
            and again >= parts[-1][0]
            and not any(
                cue.search(self.masked[slice(*parts[-1])])
                for one in self.tables
                for cue in one.intent.get("question_word", ())
            )
        )

    @property
    def is_smalltalk(self) -> bool:
        """Thanks, greetings and praise, one after the other, and nothing else: "haha nice, thank you"."""
        cues = [cue for one in self.tables for cue in one.intent.get("smalltalk", ())]
        words = self.masked.strip()
        at = 0
        while at < len(words) <= LONGEST_SMALLTALK:
            end = max((found.end() for cue in cues if (found := cue.match(words, at))), default=at)
            if end == at or _cuts(words, end):
                return False
            at = end + len(words[end:]) - len(words[end:].lstrip(_BETWEEN))
        return at > 0

    def number_in(self, name: str) -> int | None:
        """The number in the first cue called `name` that has one."""
        for one in self.tables:
            for pattern in one.intent.get(name, ()):
                for match in pattern.finditer(self.masked):
                    if (number := one.number(match["n"])) is not None:
                        return number
        return None


def _cuts(words: str, at: int) -> bool:
    """Whether a word of an alphabet goes on at a place: "nice" in "niceties"."""
    return _WORD_GOES_ON.match(words, at - 1) is not None


def read(text: str, language: str, labels: Iterable[str] = ()) -> Reading:
    """Read a message. `labels` name the branches of the conversation. Of one longer than 6,000 characters the first and the last 3,000 are looked at."""
    masked, quoted = mask(window(text))
    tables = tables_for(language)
    masked = spelled(masked, tables)
    put_away = _put_away(masked, tables)
    found = _references(window(text), masked, quoted, tables, tuple(labels), put_away)
    shape = asked_ratio(masked, tables, [(one.start, one.end) for one in found if one.words])
    count = asked_count(masked, tables)
    steps = _matches(masked, tables, "undo_steps") if any(_matches(masked, tables, "undo")) else iter(())
    if any(_overlap(span, match.span()) for match in steps for span in count.spans):
        count = Asked()
    return Reading(
        text=window(text), masked=masked, language=language, tables=tables, quoted=quoted,
        references=tuple(one for one in found if not _inside(one, count.spans)), ratio=shape, count=count,
        dismissed=put_away,
    )  # fmt: skip


def _references(
    text: str,
    masked: str,
    quoted: tuple[tuple[int, int], ...],
    tables: tuple[Table, ...],
    labels: tuple[str, ...],
    begin: int,
) -> list[Reference]:
    """The references behind `begin`, as if the message began there."""
    while begin and begin < len(masked) and not is_content(masked[begin]):
        begin += 1
    if not begin:
        return references(text, masked, quoted, tables, labels)
    behind = tuple((start - begin, end - begin) for start, end in quoted if start >= begin)
    found = references(text[begin:], masked[begin:], behind, tables, labels)
    return [
        replace(
            one, start=one.start + begin, end=one.end + begin,
            words_at=(one.words_at[0] + begin, one.words_at[1] + begin) if one.words_at[1] else one.words_at,
        )
        for one in found
    ]  # fmt: skip


def _put_away(masked: str, tables: tuple[Table, ...]) -> int:
    """Where the opening clauses end that only put away what was before; 0 where nothing else is said.

    "Forget the hat" takes off a hat, but where something new is to be drawn next.
    """
    parts = clauses(masked)
    end, discards = 0, False
    for start, stop in parts[:-1]:
        words = masked[start:stop].strip()
        away = _is_cue(words, tables, "dismissal")
        if not away and not _is_cue(words, tables, "discard"):
            break
        end, discards = stop, discards or not away
    if discards and not any(
        any(_matches(masked[end:].strip(" ,，。.;；"), tables, name)) for name in ("draw", "bare_new")
    ):
        return 0
    return end


def _is_cue(words: str, tables: tuple[Table, ...], name: str) -> bool:
    return any(cue.fullmatch(words) for one in tables for cue in one.intent.get(name, ()))


def tables_for(language: str) -> tuple[Table, ...]:
    """The tables by which a message of a language is read: its own, and English, which everybody mixes in."""
    return tuple(table(name) for name in dict.fromkeys((language, "en")))


def _matches(masked: str, tables: tuple[Table, ...], name: str) -> Iterator[re.Match[str]]:
    for one in tables:
        for pattern in one.intent.get(name, ()):
            yield from pattern.finditer(masked)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def window(text: str) -> str:
    """The part of a message that is looked at."""
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}"


def _inside(one: Reference, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a number of pictures to be made was taken for a reference, or stands in words taken for a description."""
    if one.kind == "described":
        return any(one.start <= start and end <= one.end for start, end in spans)
    return one.kind in ("both", "ordinal") and any(
        start < one.end and one.start < end for start, end in spans
    )


def is_content(text: str) -> bool:
    """Whether any letter or digit is left (hidden quotes count)."""
    return any(letter.isalnum() or letter == HIDDEN for letter in text)
