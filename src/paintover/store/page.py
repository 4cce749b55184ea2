"""One page of a list, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Up to `limit` items; `next_cursor` is the ``after`` of the next page, None on the last one."""

    items: tuple[T, ...]
    next_cursor: str | None
