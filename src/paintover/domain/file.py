"""A picture that its owner has uploaded to name it in later requests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Purpose = Literal["vision", "user_data"]
"""What a file is said to be for. It makes no difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadedFile:
    """One file. What is kept is the picture, made anew from its pixels, and not the bytes that were sent."""

    file_id: str
    owner: str
    name: str
    """As the owner called it: never a path, and never looked at."""
    purpose: Purpose
    media_type: str
    digest: str
    """SHA-256 of the kept bytes, hexadecimal: the name under which they are stored."""
    byte_length: int
    created_at: datetime
    gone_at: datetime | None = None
    """When it expires, or was deleted."""
