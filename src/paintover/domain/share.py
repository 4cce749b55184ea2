"""A link by which others look at a conversation or a picture, for as long as its owner likes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What is shown is kept with it, as it was when the link was made. Records never change; they can only be
    deleted."""

    share_id: str
    owner: str
    token: str
    """The permission to look; a part of the link."""
    conversation_id: str | None = None
    gen_id: str | None = None
    """Which of the two is shared; the other is None."""
    title: str
    created_at: datetime
    expires_at: datetime | None = None
    gen_ids: tuple[str, ...]
    """The pictures that may be seen with it, in order; the last one stands for all."""
    content: str
    """What is shown, as JSON text; opaque to everything but the surface."""
