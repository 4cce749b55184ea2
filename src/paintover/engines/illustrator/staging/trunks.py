"""Behind the trunk of a tree: one stands at the ground there, below the crown, and peeks out at its side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.scene import Placement, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, opaque
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.sight import face_of

_TALL_M, _SLIM, _CLEAR = 2.0, 0.45, 0.2
"""How high in metres what has a trunk is at least, how broad the trunk is at most as a share of the whole breadth, and how much
of the height is free below the crown at least."""
_HIGH = 1.04
"""How high who hides there is at most, in heights of the free trunk."""
_OUTGROWN = 1.05
"""Who is so many times as high has the head in the crown."""
_SHOWN = 0.74
"""How much of one's breadth is seen beside the trunk."""
_FOLLOWS = 0.010
"""How far behind the tree that is, as a share of the picture's height."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """Where a trunk is, in units from the middle of the foot, and how high it is free."""

    left: float
    right: float
    clear: float


@lru_cache(maxsize=64)
def trunk_of(figure: Figure) -> Trunk | None:
    """The trunk below a crown; None of what is as broad below."""
    covered, (left, top, right, bottom) = opaque(figure), figure.extent
    widths = [
        (columns[0], columns[-1] + 1)
        for row in range(int(bottom) - 1, int(top), -1)
        if (columns := np.flatnonzero(covered[row])).size
    ]
    slim = (right - left) * _SLIM
    clear = next((k for k, (start, end) in enumerate(widths) if end - start > slim), len(widths))
    if clear < _CLEAR * figure.height or clear == len(widths):
        return None
    start, end = widths[clear // 2]
    return Trunk(float(start) - figure.foot[0], float(end) - figure.foot[0], float(clear))


def hides_behind(thing: Thing, tree: Thing) -> Trunk | None:
    """The trunk behind which it is; None where it is behind something else, or too large."""
    if thing.rel is None or (thing.rel.type, thing.rel.to) != ("behind", tree.id):
        return None
    kind = stock_of(tree)
    trunks = kind.habitat == "ground" and not kind.alive and kind.height_m >= _TALL_M
    if not trunks or not stock_of(thing).alive or height_of(thing) > 0.6 * height_of(tree):
        return None
    return trunk_of(figure_of(tree))


def tallest_behind(trunk: Trunk, placed: Placement) -> float:
    """How many pixels high one may be there."""
    return _HIGH * trunk.clear * placed.scale / UNIT


def tall_enough(thing: Thing, tree: Thing, tall: float) -> float:
    """How many pixels high a tree is at least behind which one goes who is so `tall`, and need not become a toy there."""
    trunk = hides_behind(thing, tree)
    if trunk is None:
        return 0.0
    return _NO_TOY * tall / _HIGH * figure_of(tree).tall / trunk.clear


_NO_TOY = 0.62
"""How much of its height one keeps at least who hides behind a tree that comes for it."""


def peeking_out(
    trunk: Trunk, placed: Placement, wide: float, height: float
) -> list[tuple[float, float, float]]:
    """The middle, the foot and the price of the spots on either side."""
    factor = placed.scale / UNIT
    left, right = trunk.left * factor, trunk.right * factor
    if placed.flip:
        left, right = -right, -left
    hidden = min((1 - _SHOWN) * wide, right - left)
    base = placed.base - _FOLLOWS * height
    return [
        (placed.x + right + wide / 2 - hidden, base, 0.0),
        (placed.x + left - wide / 2 + hidden, base, 0.0),
    ]


def beside_the_crown(thing: Thing, tree: Thing, placed: Placement, there: Placement) -> tuple[int, ...]:
    """How far to either side one goes who has outgrown the trunk, so that the head is beside the crown; nothing for who still
    fits, and who is behind something else."""
    trunk, face = hides_behind(thing, tree), face_of(thing, placed)
    _, high, _, low = placed.box
    if trunk is None or face is None or low - high <= _OUTGROWN * tallest_behind(trunk, there):
        return ()
    left, _, right, _ = there.box
    return round(right - face[0]), round(left - face[2])
