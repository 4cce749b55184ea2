"""Writes an answer as the deltas that a stream sends, in the order in which things happen.

Line ends lead: a delta starts the line that it writes, so heartbeats can still add dots to the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Final, Protocol

from paintover.domain.ids import is_gen_id
from paintover.domain.ratio import Ratio
from paintover.transcript import grammar
from paintover.transcript.grammar import FENCE, GAP, Dialect
from paintover.transcript.quoting import json_words, sentence

_ECHO_DELTA = 400
"""Characters of the call's echo in one delta, at most."""
_LINK: Final = re.compile(r"https?://[^\s()<>\[\]\"'`]+")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_CODE: Final = re.compile(r"[a-z0-9_]+")


class Stage(IntEnum):
    """How far an answer has come."""

    NEW = 0
    ECHOED = 1
    NAMED = 2
    QUEUED = 3
    RUNNING = 4
    PROGRESSING = 5
    DONE = 6
    PICTURED = 7
    FAILED = 8


# Bound once: a lookup in an enumeration costs more than all the rest of a status line.
NEW, ECHOED, NAMED, QUEUED, RUNNING, PROGRESSING, DONE, PICTURED, FAILED = Stage


class Echoable(Protocol):
    """What the echo of a call needs: a `Call` or an `EchoedCall`."""

    @property
    def prompt(self) -> str: ...
    @property
    def ratio(self) -> Ratio | str | None: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def n(self) -> int | None: ...


class AnswerWriter:
    """One answer. Every method returns the deltas to send next, in order; joined, all of them are the whole text.

    The order is echo, task, queued*, running, progress*, done, (picture | note)* or failed; steps may be left out.
    What comes too late (a lower percentage, a queue place while running) returns no delta.
    With `whole`, for an answer that is sent at once, percentages below 100 are left out and heartbeats are none:
    clients take either for an answer that is still under way.
    """

    def __init__(self, dialect: Dialect, *, download_link: bool, whole: bool = False) -> None:
        self._dialect = dialect
        self._download_link = download_link
        self._whole = whole
        self._stage: Stage = NEW
        self._percent = 0
        self._waiting_line = ""
        self._at_line_start = True

    def echo(self, call: Echoable) -> list[str]:
        """The fenced call, in small deltas without the task line. Sources that are no gen_id (uploads) stay out."""
        self._reach(ECHOED)
        members = [f'"prompt": {json_words(call.prompt)}']
        if call.ratio is not None:
            members.append(f'"ratio": {json_words(str(call.ratio))}')
        members += _named_sources(call.sources)
        if call.n is not None and call.n > 1:
            members.append(f'"n": {call.n}')
        deltas = [f"{FENCE}\n{{\n"]
        for place, member in enumerate(members):
            deltas += _sliced(f"  {member}" if place == 0 else f",\n  {member}")
        return [*deltas, f"\n}}\n{FENCE}{GAP}"]

    def task(self, task_id: str) -> list[str]:
        """The line that names the task."""
        self._reach(NAMED)
        return self._line(grammar.task_line(task_id))

    def queued(self, place: int | None = None) -> list[str]:
        """The waiting line, anew only when there is another place to tell (1 runs next)."""
        line = grammar.queued_line(self._dialect, place)
        if self._stage > QUEUED or line == self._waiting_line:
            return []
        self._waiting_line = line
        self._reach(QUEUED)
        return self._line(line)

    def running(self) -> list[str]:
        if self._stage >= RUNNING:
            return []
        self._reach(RUNNING)
        return self._line(grammar.running_line(self._dialect))

    def progress(self, percent: int) -> list[str]:
        """A line for a percentage (1 to 100) above all before it; otherwise nothing."""
        if percent <= self._percent or percent > 100 or self._stage >= DONE:
            return []
        self._percent = percent
        if self._whole and percent < 100:
            return []
        self._reach(PROGRESSING)
        return self._line(grammar.progress_line(self._dialect, percent))

    def heartbeat(self) -> list[str]:
        """One more dot on the waiting, running or progress line; nothing where no such line is the last."""
        under_way = self._stage >= QUEUED and self._stage < DONE
        return ["."] if under_way and not self._whole else []

    def done(self) -> list[str]:
        if self._stage >= DONE:
            return []
        self._reach(DONE)
        return self._line(f"> {self._dialect.done}")

    def picture(self, gen_id: str, url: str, download_url: str | None = None) -> list[str]:
        """A finished picture: its gen_id, image and download lines, each whole, after the done line.

        Raises:
            ValueError: `gen_id` is no generation id, or a link would not survive Markdown.
        """
        if not is_gen_id(gen_id):
            raise ValueError(f"{gen_id!r} is no generation id.")
        deltas = self.done()
        self._reach(PICTURED)
        deltas.append(f"\n\n{grammar.gen_line(gen_id)}")
        deltas.append(f"\n\n{grammar.image_line(gen_id, _checked(url))}")
        if self._download_link and download_url is not None:
            deltas.append(f"\n\n{grammar.download_line(self._dialect, _checked(download_url))}")
        return deltas

    def note(self, words: str) -> list[str]:
        """A sentence after the last picture. Nothing in `words`, whoever wrote them, can be read as anything else.

        Raises:
            ValueError: there is no picture yet; clients expect nothing but the picture after the done line.
        """
        if self._stage < PICTURED:
            raise ValueError("A note stands after the pictures.")
        return [f"\n\n{line}"] if (line := sentence(words)) else []

    def failed(self, code: str, message: str) -> list[str]:
        """The two lines of a failure: `code` (lower case and underscores) and what the user can do about it.

        Raises:
            ValueError: `code` holds other characters.
        """
        if _CODE.fullmatch(code) is None:
            raise ValueError(f"{code!r} is no error code.")
        apart = ["\n"] if self._stage >= PICTURED else []
        self._reach(FAILED)
        # Whoever wrote the message in this dialect's letters knows better than the table.
        told = message if _CHINESE.search(message) else self._dialect.reasons.get(code, message)
        reason = f"> {self._dialect.reason}{code} {sentence(told)}".rstrip()
        return [*apart, *self._line(f"> {self._dialect.failed}"), *self._line(reason)]

    def parting(self, task_id: str) -> list[str]:
        """The last line of an answer that ends before its task does: it names the task, which goes on."""
        return self._line(f"> {self._dialect.parting}`{task_id}`")

    def _line(self, line: str) -> list[str]:
        start, self._at_line_start = "" if self._at_line_start else "\n", False
        return [start + line]

    def _reach(self, stage: Stage) -> None:
        if stage < self._stage:
            raise ValueError(f"An answer that is {self._stage.name} cannot become {stage.name}.")
        self._stage = stage


def _named_sources(sources: Iterable[str]) -> list[str]:
    gen_ids = [f'"{source}"' for source in sources if is_gen_id(source)]
    if len(gen_ids) > 1:
        listed = ",\n    ".join(gen_ids)
        return [f'"gen_ids": [\n    {listed}\n  ]']
    return [f'"gen_id": {gen_id}' for gen_id in gen_ids]


def _sliced(text: str) -> list[str]:
    return [text[start : start + _ECHO_DELTA] for start in range(0, len(text), _ECHO_DELTA)]


def _checked(url: str) -> str:
    if _LINK.fullmatch(url) is None:
        raise ValueError("A link in an answer is http(s), without white space, quotes or brackets.")
    return url
