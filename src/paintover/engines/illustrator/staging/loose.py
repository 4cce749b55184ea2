"""What lies loose in a bowl, a basket or on a plate: many of it in two rows."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of

_HEAPED = 4
"""So many lie in two rows, those behind over those before."""
ROW = 0.5
"""How much higher the row behind is, in heights of what lies in it."""
_LOOSE_M = 0.4
"""What is no higher may lie on others."""


def is_loose(thing: Thing) -> bool:
    """Whether it is small and may lie on others: an apple, and no kitten."""
    return not stock_of(thing).alive and height_of(thing) <= _LOOSE_M


def rows_of(seat: int, seats: int) -> tuple[int, int, int, int]:
    """Of one of so many its row, counted from before, its place there, how many are in that row, and in the longest one.
    Those behind come first."""
    behind = (seats - 1) // 2 if seats >= _HEAPED else 0
    before = seats - behind
    return (1, seat, behind, before) if seat < behind else (0, seat - behind, before, before)
