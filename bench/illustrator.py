"""How long the illustrator takes for a picture, and where the time goes."""

from __future__ import annotations

from collections.abc import Iterator

from bench.row import Row


def measure() -> Iterator[Row]:
    """Not yet."""
    yield from ()
