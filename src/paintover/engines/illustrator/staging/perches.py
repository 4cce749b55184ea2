"""Birds on a scarecrow, on its arms and its hat, and no larger than they are beside it; a flag on the keep of a castle; and
those who go down a slide, one after the other along its chute."""

from __future__ import annotations

from functools import cache

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.held import COMPRESSION

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
_DOWN_A_CHUTE = 0.6
"""How high one on a slide is, in measures of what real heights, compressed, say: there is room for several on it."""
_UP_THERE = frozenset({"stand", "dance", "jump"})
"""What nobody does who goes down a slide."""


@cache
def _perches() -> dict[str, tuple[Point, ...]]:
    return {kind: tuple((x, y) for x, y in spots) for kind, spots in table("anchors")["perches"].items()}


@cache
def _chutes() -> dict[str, tuple[Point, ...]]:
    return {kind: tuple((x, y) for x, y in spots) for kind, spots in table("anchors")["chutes"].items()}


def goes_down(thing: Thing, bearer: Thing) -> bool:
    """Whether it is somebody on the chute of a slide, and not standing at its top."""
    rel = thing.rel
    on_it = rel is not None and (rel.type, rel.part) == ("on", None)
    return on_it and bearer.kind in _chutes() and stock_of(thing).alive and thing.pose not in _UP_THERE


def has_a_perch(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a bird on something that has perches of its own, a flag on a castle, or somebody on a slide."""
    rel = thing.rel
    if goes_down(thing, bearer):
        return True
    fits = thing.kind == "flag" if bearer.kind == "castle" else thing.kind in _BIRDS
    return fits and bearer.kind in _perches() and rel is not None and rel.type == "on"


def perch_frame(thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int) -> Frame:
    """Where the one is that comes as number `seat`, from 0; `under` and `frame` are of what it is on."""
    if goes_down(thing, bearer):
        return _on_the_chute(thing, figure, bearer, under, frame, seat)
    spots = _perches()[bearer.kind]
    x, y = frame.point(spots[seat % len(spots)])
    tall = under.tall * frame.factor * float((height_of(thing) / height_of(bearer)) ** _POWER)
    turned = x < frame.x
    return Frame(x, y, tall / figure.tall * UNIT, figure.foot, turned)


def _on_the_chute(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int
) -> Frame:
    spots = _chutes()[bearer.kind]
    x, y = frame.point(spots[seat % len(spots)])
    share = _DOWN_A_CHUTE * float((height_of(thing) / height_of(bearer)) ** COMPRESSION)
    sits = figure.anchors.seat
    turned = frame.flip == (spots[0][0] < spots[-1][0]) if not figure.anchors.front else frame.flip
    scale = share * under.tall * frame.factor / figure.tall * UNIT
    return place_of(figure, Frame(x, y, scale, figure.foot if sits is None else sits, turned, frame.angle))
