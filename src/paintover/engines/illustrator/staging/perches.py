"""Birds on a scarecrow, on its arms and its hat, and no larger than they are beside it; and a flag on the keep of a castle."""

from __future__ import annotations

from functools import cache

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import height_of

_BIRDS = frozenset(
    {
        "bird",
        "crow",
        "raven",
        "magpie",
        "pigeon",
        "dove",
        "seagull",
        "owl",
        "parrot",
        "sparrow",
        "robin",
        "chick",
    }
)
_POWER = 0.8
"""To which power the heights of both are compared."""


@cache
def _perches() -> dict[str, tuple[Point, ...]]:
    return {kind: tuple((x, y) for x, y in spots) for kind, spots in table("anchors")["perches"].items()}


def has_a_perch(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a bird on something that has perches of its own, or a flag on a castle."""
    rel = thing.rel
    fits = thing.kind == "flag" if bearer.kind == "castle" else thing.kind in _BIRDS
    return fits and bearer.kind in _perches() and rel is not None and rel.type == "on"


def perch_frame(thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int) -> Frame:
    """Where the bird is that comes as number `seat`, from 0; `under` and `frame` are of what it is on."""
    spots = _perches()[bearer.kind]
    x, y = frame.point(spots[seat % len(spots)])
    tall = under.tall * frame.factor * float((height_of(thing) / height_of(bearer)) ** _POWER)
    turned = x < frame.x
    return Frame(x, y, tall / figure.tall * UNIT, figure.foot, turned)
