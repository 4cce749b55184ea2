"""The durable record of one answer that a later request may go on from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredResponse:
    """What was said, what was asked for, and which tasks answer it. Records never change once written; they can only
    be deleted."""

    response_id: str
    owner: str
    created_at: datetime
    body_digest: str
    """SHA-256 of the request, hexadecimal."""
    previous_response_id: str | None = None
    """The answer that this one goes on from. Several may go on from the same one: they are branches."""
    task_ids: tuple[str, ...] = ()
    """The tasks that draw it, in the order in which they are told; none for an answer in words."""
    words: str | None = None
    """The answer, where no task draws one."""
    items: tuple[dict[str, Any], ...] = ()
    """What the request brought in, with its pictures named by link or id; opaque to everything but the surface."""
    asked: dict[str, Any]
    """The request's own fields, as the surface echoes them; opaque to everything but the surface."""
