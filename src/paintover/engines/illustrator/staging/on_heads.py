"""How large and how low what is on a head may be, and how far behind a body what is on its back: the eyes of animals stay
free, and a backpack is seen."""

from __future__ import annotations

import math

import numpy as np

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.sprites.figures import Figure, opaque
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.sprites.tresses import EARS_PUT_ON

BIG_HEAD = 0.48
"""What one holds is measured by the head, but by no greater share of the height: a frog is all head."""
UNDER_A_HAT = frozenset({"headphones", "halo"})
"""What is worn on the head together with a hat, which hides the upper end of it."""
OVER_THE_EYES = frozenset({"headphones", "knight-helmet", "headscarf", "swim-cap", *EARS_PUT_ON})
"""What is on a head and comes down beside the eyes, or before them."""
_BROW = 0.15
"""How far above the eyes of an animal a hat ends, in heads."""


def above_the_eyes(bearer: Thing, under: Figure, frame: Frame) -> float:
    """How low a hat comes on who has no forehead: an animal's eyes stay free. As low as it likes, on people."""
    if under.hair or is_person(stock_of(bearer).art.partition(":")[2], stock_of(bearer).crop):
        return math.inf
    size = size_of_head(bearer, under)
    _, y = frame.point(under.anchors.eye)
    return y - _BROW * size * frame.factor


def size_of_head(bearer: Thing, under: Figure) -> float:
    """The measure for what is on a head: by no greater share of the height than it is of somebody who is not all head."""
    return min(under.anchors.head, BIG_HEAD * under.tall) if stock_of(bearer).alive else under.anchors.head


SEEN_BEHIND = 0.3
"""How far within the edge of the body the middle of a backpack is at most, in halves of its breadth: behind a broad one none
would be seen."""


def edge_at(under: Figure, row: float) -> float:
    """The last column of the figure about that row."""
    columns = np.flatnonzero(opaque(under)[max(0, int(row) - 3) : int(row) + 4].any(axis=0))
    return float(columns[-1]) if columns.size else under.extent[2]


_UNDER_A_CANOPY = 0.41
"""The measure by which an umbrella is drawn, as a share of the height, over a head that is small: a grown one, or one below a tall hat."""


def held_by_the_head(thing: Thing, under: Figure) -> float:
    """The measure for what somebody holds, in units: the head, or what of the height a head is at most; an umbrella is over the
    hat, too."""
    measure = min(under.anchors.head, BIG_HEAD * under.tall)
    return max(measure, _UNDER_A_CANOPY * under.tall) if thing.kind == "umbrella" else measure
