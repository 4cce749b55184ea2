"""In a tree: animals sit in its crown and fruit hangs there, each at a spot of its own."""

from __future__ import annotations

import math
from functools import cache

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE

_CLIMBER_M = 1.3
"""Who is taller stands under the tree."""
SWINGS = "tree"
"""The pose of a swing that hangs under a branch."""
_ASIDE, _OFF_THE_GROUND = 0.2, 12.0
"""Where in the crown it hangs, as a share of the crown's breadth, and how far above the tree's foot it ends, in units."""
_FREE = ((0.2, 0.5), (0.8, 0.55), (0.5, 0.45), (0.24, 1.0), (0.76, 1.0), (0.5, 0.8))
"""Where newcomers go, as shares of the crown's breadth and height."""
_SEEN, _MOST = 0.13, 0.34
"""At least and at most so high is one in a crown, as a share of the tree's height."""


@cache
def _crowns() -> dict[str, Extent]:
    told = table("anchors")["crown"]
    return {name: tuple(box) for name, box in told.items()}


def _crown_of(tree: Thing) -> Extent | None:
    if tree.rung == "signpost":
        return None
    return _crowns().get(stock_of(tree).art.partition(":")[2])


def is_in_crown(thing: Thing, bearer: Thing) -> bool:
    """Whether it is in the crown of a tree."""
    relation = thing.rel
    if relation is None or relation.type not in ("on", "inside") or relation.part is not None:
        return False
    low = height_of(thing) <= _CLIMBER_M or thing.pose == SWINGS
    return low and _crown_of(bearer) is not None


def in_the_crown(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    """The spot of one of several; a `seat` beyond those says how many are there already. `frame` is the tree's."""
    crown = _crown_of(bearer)
    if crown is None:
        raise ValueError(f"{bearer.kind} has no crown")
    left, top, right, bottom = crown
    if thing.pose == SWINGS:
        high = bottom - 0.3 * (bottom - top)
        long = under.extent[3] - _OFF_THE_GROUND - high
        at, foot = frame.point((left + _ASIDE * (right - left), high + long))
        return Frame(at, foot, long * frame.factor / figure.height * UNIT, figure.foot, False, 0.0)
    if seat >= seats:
        across, down = _FREE[(seat - 1) % len(_FREE)]
        left, right = left + (across - 0.2) * (right - left), left + (across + 0.2) * (right - left)
        bottom, top = top + down * (bottom - top), top + (down - 0.5) * (bottom - top)
        seat, seats = 0, 1
    rows = 1 if seats <= 2 else 2 if seats <= 7 else 3
    columns = math.ceil(seats / rows)
    row, column = divmod(seat, columns)
    in_row = min(columns, seats - row * columns)
    wide, high = (right - left) / in_row, (bottom - top) / rows
    x = left + wide * (column + 0.5) + (0.18 * wide if row % 2 else 0.0)
    y = top + high * (row + (0.86 if rows == 1 else 0.94)) + (0.1 * high if column % 2 else 0.0)
    share = (height_of(thing) / height_of(bearer)) ** COMPRESSION
    tall = min(_MOST, max(_SEEN, share)) * under.tall
    tall = min(tall, 0.92 * high, 0.92 * wide * figure.tall / figure.width) * SAID_SIZE.get(thing.size, 1.0)
    at, foot = frame.point((min(x, right - 4), y))
    facing = frame.flip != (stock_of(thing).alive and x < (left + right) / 2)
    return Frame(at, foot, tall * frame.factor / figure.tall * UNIT, figure.foot, facing, 0.0)
