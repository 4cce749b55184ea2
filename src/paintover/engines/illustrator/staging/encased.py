"""What is seen behind glass or bars: a fish in its bowl, a bird in a cage, what is shown on a board.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import figure_of

_FILLS, _USUAL = {"large": 1.0, "small": 0.6}, 0.82
"""How much of its room a large and a small one fill, and any other."""
_GROWS = {"large": 1.25, "small": 0.75}
"""How many times as large one becomes there among others."""


def encased(figure: Figure, case: Extent, frame: Frame, seat: int, seats: int) -> Frame:
    """Whole, in the room `case` on the unit square of what `frame` places, in up to two rows."""
    left, top, right, bottom = case
    rows = 1 if seats <= 4 else 2
    columns = -(-seats // rows)
    wide, high = (right - left) / columns, (bottom - top) / rows
    size = min(0.9 * wide / figure.width, (0.86 if seats == 1 else 0.7) * high / figure.height)
    row, column = divmod(seat, columns)
    drift = 0.0 if seats == 1 else (0.11 if column % 2 else -0.11) * high
    x, y = frame.point((left + wide * (column + 0.5), top + high * (row + 0.5) + drift))
    return place_of(figure, Frame(x, y, size * frame.scale, _middle_of(figure), frame.flip, frame.angle))


def on_its_floor(figure: Figure, case: Extent, frame: Frame, seat: int, seats: int, high: float) -> Frame:
    """Standing on the floor of that room, of which somebody alone has the height `high`, side by side with others."""
    left, top, right, bottom = case
    size = high * (bottom - top) / figure.tall
    wide = min((right - left) / seats, figure.width * size)
    size = min(size, _CLOSE * wide / figure.width)
    x, y = frame.point(((left + right) / 2 + (seat - (seats - 1) / 2) * wide, bottom))
    return place_of(figure, Frame(x, y, size * frame.scale, figure.foot, frame.flip, frame.angle))


_CLOSE = 1.3
"""How broad one is at most there, in measures of the room that each has."""


def sized_within(thing: Thing, filling: Frame) -> Frame:
    """As large as it is said to be in what it would fill."""
    return _about_its_middle(figure_of(thing), filling, _FILLS.get(thing.size or "", _USUAL))


def grown_within(thing: Thing, was: Frame) -> Frame:
    """Where it was among others, as much larger or smaller as it is said to be now."""
    return _about_its_middle(figure_of(thing), was, _GROWS.get(thing.size or "", 1.0))


def _about_its_middle(figure: Figure, frame: Frame, k: float) -> Frame:
    pivot = _middle_of(figure)
    x, y = frame.point(pivot)
    return place_of(figure, replace(frame, x=x, y=y, pivot=pivot, scale=k * frame.scale))


def _middle_of(figure: Figure) -> Point:
    left, top, right, bottom = figure.extent
    return (left + right) / 2, (top + bottom) / 2
