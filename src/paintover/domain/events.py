"""What happens to a task while somebody watches, in the order in which it can happen.

Queued* -> Started -> Redrawn? -> (Progressed | Previewed | Kept)* -> Finished
"""

from __future__ import annotations

from dataclasses import dataclass

from paintover.domain.generation import Generation
from paintover.domain.task import TaskState


@dataclass(frozen=True, slots=True)
class Queued:
    """Waiting; `place` is 1 for the task that runs next, None when unknown."""

    place: int | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """A worker has taken the task up."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Sources that could not be had any more, by name, which were drawn again from the conversation's own calls."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progressed:
    """`percent` rises strictly from 1 to 99 within one task."""

    percent: int
    stage: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """A small, unfinished rendering (WebP)."""

    image: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One picture is on disk and in the database."""

    generation: Generation


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of every task."""

    state: TaskState
    error_code: str | None = None
    error_message: str | None = None


TaskEvent = Queued | Started | Redrawn | Progressed | Previewed | Kept | Finished
