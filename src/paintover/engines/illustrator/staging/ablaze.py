"""A building on fire: flames out of its roof and its windows, and smoke above."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of

FIRE, BLAZE = "fire", "blaze"
"""What burns on a building, and the pose of it that is drawn all over that."""
_A_BUILDING_M = 2.4
"""What is as high, and does not live, has windows."""
_NO_WINDOWS = frozenset(
    {"rock", "hill", "mountain", "volcano", "bush", "haystack", "hay-bale", "statue", "bridge"}
)
_FLAME: Point = (64, 62)
"""The foot of the flame in the middle of that drawing."""
_BROAD, _DOWN = 0.94, 0.36
"""How broad it is, in breadths of the building, and how far below the top the flame in the middle begins, in heights."""


def is_ablaze(thing: Thing, bearer: Thing) -> bool:
    """Whether it is the fire of a building."""
    rel = thing.rel
    if thing.kind != FIRE or rel is None or (rel.type, rel.part) != ("on", None):
        return False
    kind = stock_of(bearer)
    return (
        not kind.alive
        and kind.habitat == "ground"
        and kind.height_m >= _A_BUILDING_M
        and "tree" not in bearer.kind
        and bearer.kind not in _NO_WINDOWS
    )


def blaze_frame(under: Figure, frame: Frame) -> Frame:
    """Where it goes; `under` and `frame` are the building's."""
    left, top, right, bottom = under.extent
    x, y = frame.point(((left + right) / 2, top + _DOWN * (bottom - top)))
    return Frame(x, y, _BROAD * under.width * frame.factor, _FLAME)
