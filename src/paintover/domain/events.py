"""What happens to a task while somebody watches, in the order in which it can happen.

Queued -> (Started -> Redrawn? -> (Progressed | Previewed | Kept)* -> HandedBack)* ... -> Finished
"""

from __future__ import annotations

from dataclasses import dataclass

from paintover.domain.generation import Generation
from paintover.domain.task import TaskState


@dataclass(frozen=True, slots=True)
class Queued:
    """Waiting for its turn. Its place in the queue is told live, since it changes with every other task's."""


@dataclass(frozen=True, slots=True)
class Started:
    """A worker has taken the task up."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Sources that could not be had any more, by name, which were drawn again from the conversation's own calls."""

    names: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    """Pictures before them that nobody knows any more, since the conversation begins after them."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """`percent` rises strictly from 1 to 99 within one task."""

    percent: int
    stage: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """Unfinished rendering number `number` (from 0) of the picture at the place `index` of the batch."""

    index: int
    number: int
    image: bytes
    media_type: str
    width: int
    """Pixels of the picture that it is going to be; the rendering may be smaller."""
    height: int


@dataclass(frozen=True, slots=True)
class Kept:
    """One picture is on disk and in the database."""

    generation: Generation


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The worker gives the task back; it waits again, for a later attempt or for the next start of the server."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every task. An error beside a success says why some of the pictures are missing."""

    state: TaskState
    error_code: str | None = None
    error_message: str | None = None


TaskEvent = Queued | Started | Redrawn | Progressed | Previewed | Kept | HandedBack | Finished

NUMBERS_PER_ATTEMPT = 1_000_000
"""Events are numbered: the attempt times this, plus the place within the attempt. So a later attempt's numbers are
higher than any that an earlier one can have sent, even those that a power cut has undone."""


@dataclass(frozen=True, slots=True)
class NumberedEvent:
    """An event with its number in the task's log."""

    number: int
    event: TaskEvent


@dataclass(frozen=True, slots=True)
class NumberedPreview:
    """An unfinished rendering with its number, which stands among those of the task's events."""

    number: int
    event: Previewed


def last_number(attempt: int) -> int:
    """The number of an end that comes from outside the attempt (a cancellation)."""
    return (attempt + 1) * NUMBERS_PER_ATTEMPT - 1
