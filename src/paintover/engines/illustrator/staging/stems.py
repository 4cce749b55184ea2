"""Flowers: in a vase they stand on their stems, fanned out; in the hair one is small, at its side."""

from __future__ import annotations

import math

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.staging.held import SAID_SIZE

STEMMED = frozenset(
    {
        "flower", "rose", "tulip", "sunflower", "daisy", "lily", "peony", "orchid", "chrysanthemum", "carnation", "hyacinth",
        "lavender", "dandelion", "wilted-flower", "wheat",
    }
)  # fmt: skip
"""What is drawn on its stem."""
_BLOSSOMS = STEMMED | {"hibiscus", "cherry-blossom", "white-flower", "lotus", "plum-blossom"}
_CLIP = "hair-clip"
STOOD_IN = frozenset({"vase", "amphora", "jug", "flower-pot", "bucket", "bottle", "clay-pot"})
"""What flowers stand in, rather than lie."""
_TALL, _LEAST_TALL = 0.86, 0.5
"""How high a flower stands, stem and all, as a share of its vessel's height: one of a few, and one of very many."""
_DEEP = 0.14
"""Which share of it is inside."""
_LEAN, _WIDEST = 18.0, 76.0
"""Degrees between neighbours at least, and from the first to the last at most."""
_SHOWN = 0.85
"""How much of a flower's breadth its neighbour leaves free."""
_LOWER = 0.05
"""How much lower each is than its neighbour towards the middle."""
_IN_HAIR = 0.5
"""Breadth of a flower in the hair, in measures of the head."""


def stands_in(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a flower in a vase."""
    rel = thing.rel
    inside = rel is not None and (rel.type, rel.part) == ("inside", None)
    return inside and thing.kind in STEMMED and bearer.kind in STOOD_IN


def stem_frame(
    figure: Figure, under: Figure, frame: Frame, seat: float, seats: int, size: str | None = None
) -> Frame:
    """Its stem in the mouth of the vessel; `under` and `frame` are the vessel's, `size` is what was said of the flower."""
    aside = seat - (seats - 1) / 2
    apart = math.degrees(math.atan(_SHOWN * figure.width / figure.height))
    lean = min(max(_LEAN, apart), _WIDEST / max(1, seats - 1))
    share = max(_LEAST_TALL, _TALL - 0.03 * seats) * (1 - _LOWER * abs(aside))
    tall = share * under.tall * frame.factor * SAID_SIZE.get(size, 1.0)
    x, y = frame.point(under.rest)
    step = 0.6 * under.rest_width * frame.factor / max(seats, 3)
    foot = y + _DEEP * share * under.tall * frame.factor
    return Frame(x + aside * step, foot, tall / figure.tall * UNIT, figure.foot, False, aside * lean)


def one_more(there: int, coming: int) -> float:
    """The seat of the `coming`-th newcomer, from 0, beside so many: at their edge, on the right and on the left in turn."""
    side = 1 if (there + coming) % 2 else -1
    middle = (there - 1) / 2
    return middle + side * (middle + (1.0 if there < _FULL else 0.5) + coming // 2 * 0.5)


_FULL = 2
"""With so many in it those that come are nearer to the others, since none may lie on the rim."""


def is_in_hair(thing: Thing) -> bool:
    """Whether it is a flower, or a clip, on somebody's head."""
    return thing.kind in (*_BLOSSOMS, _CLIP) and thing.rel is not None and thing.rel.part == "head"


def hair_frame(figure: Figure, under: Figure, frame: Frame, seat: int, seats: int) -> Frame:
    """At the side of the head, above the ear; `under` and `frame` are its wearer's."""
    anchors = under.anchors
    side = 0.30 if anchors.front else 0.0
    at = (
        anchors.top[0] + side * anchors.head,
        anchors.top[1] + (0.16 if anchors.front else 0.04) * anchors.head,
    )
    x, y = frame.point(at)
    broad = _IN_HAIR * anchors.head * frame.factor / max(1.0, 0.6 * seats)
    middle = ((figure.extent[0] + figure.extent[2]) / 2, (figure.extent[1] + figure.extent[3]) / 2)
    x += (seat - (seats - 1) / 2) * broad
    size = broad / max(figure.width, figure.height) * UNIT
    return place_of(figure, Frame(x, y, size, middle, False, frame.angle))
