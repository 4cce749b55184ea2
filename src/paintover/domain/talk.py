"""A conversation as it is kept for its owner: turns in order, each the very text that arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MAX_TITLE = 200
"""Characters of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTurn:
    """One thing that was said, and its answer."""

    turn_id: str
    said: str
    """The words, by which the conversation is found again."""
    gen_ids: tuple[str, ...] = ()
    """The pictures that its answer shows."""
    is_open: bool = False
    """Whether it waits for its answer, or is being drawn."""
    body: str
    """The whole turn as JSON text, kept as it was sent; opaque to everything but the client that wrote it."""
    revision: int = 0
    """The conversation's revision with which it was last changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What is known of a conversation without its turns."""

    conversation_id: str
    owner: str
    title: str
    """As its owner named it, or else its first words."""
    created_at: datetime
    updated_at: datetime
    revision: int
    """Grows with every change; from 1 on."""
    turn_count: int = 0
    gen_ids: tuple[str, ...] = ()
    """The pictures that it shows, in order."""
    is_open: bool = False
    """Whether one of its turns is."""
    byte_length: int = 0
    """Of all its turns."""
