"""The durable record of one accepted request."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from paintover.domain.call import Action, Call, Evidence, Language
from paintover.domain.ratio import SQUARE, Ratio

BACKGROUND_SUFFIX = "-async"
"""Ends a model's name when only the task's id is wanted at once; it is no part of the model."""
TOO_MANY_CRASHES = "too_many_crashes"
"""The error code of a task that was given up because the server has died again and again while it was drawn."""


class TaskState(StrEnum):
    """Legal moves: queued -> running -> succeeded | failed | cancelled; queued -> failed | cancelled; and back from
    running to queued, when a task is handed back."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        return self not in (TaskState.QUEUED, TaskState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailStep:
    """How one earlier picture came to be, as the conversation tells it: enough to find it again or draw it again.

    `name` is what the conversation calls it (a gen_id, a link, or ``upload:K``); `url` is its link.
    """

    name: str
    url: str | None = None
    prompt: str | None = None
    ratio: str | None = None
    sources: tuple[str, ...] = ()
    batch_index: int = 0
    """Its place among the pictures of its answer, from 0."""
    kept_as: str | None = None
    """The gen_id under which it is kept already, where that was found out on acceptance (uploads)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where to tell the end of a task, and the secret that signs it (Standard Webhooks)."""

    url: str
    secret: str = field(repr=False)
    """``whsec_`` and base64, or any other text, whose bytes it then is. Never told to anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One accepted request, from its acceptance to its end."""

    task_id: str
    owner: str
    state: TaskState
    call: Call
    engine: str
    created_at: datetime
    trail: tuple[TrailStep, ...] = ()
    """The sources of the call and all their ancestors that the conversation knows."""
    language: Language = "zh"
    """The language of the conversation, in which the engine's notes are written."""
    evidence: Evidence | None = None
    progress: int = 0
    """0 to 100."""
    gen_ids: tuple[str, ...] = ()
    attempts: int = 0
    """How often a worker has taken it up. Whoever writes for the task says in which attempt; see `TaskState`."""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    error_code: str | None = None
    error_message: str | None = None
    """Why it failed; on a task that succeeded, why some of its pictures are missing."""
    model: str = ""
    """The name that was asked for."""
    priority: int = 0
    """Higher goes first among the tasks of one owner."""
    body_digest: str | None = None
    """SHA-256 of the request, hexadecimal, by which the same request is known again."""
    webhook: Webhook | None = None
    key_id: str | None = None
    """The key that it was asked for with; None where none was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What of a call may be seen by whoever looks after the server: how much is asked for, and nothing of what."""

    action: Action
    n: int = 1
    ratio: Ratio = SQUARE
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGlance:
    """A task without its words and its pictures; see `Task` for the fields."""

    task_id: str
    owner: str
    key_id: str | None
    state: TaskState
    model: str
    shape: Shape
    progress: int
    pictures: int
    """How many are kept."""
    attempts: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    error_code: str | None
