"""In a boat: who is aboard sits behind its near side, which hides the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.chimneys import smokes
from paintover.engines.illustrator.staging.held import COMPRESSION

_ADULT_M = 1.7
_DEEP = {"legs": 0.40, "paws": 0.24, "thing": 0.16}
"""How much of whom the near side hides, as a share of the height."""
_LOWEST = 210.0
"""So far below the rim everything is hidden, in units."""


@dataclass(frozen=True, slots=True)
class Hull:
    """Where one sits in a boat, on the unit square of its drawing."""

    rim: tuple[float, ...]
    """The near rim as a curve: both ends and the point between them that bends it."""
    deck: tuple[float, float]
    """From where to where somebody fits in."""
    crew: float
    """How high a grown-up standing in it is."""
    flat: bool = False
    """Has no side that hides anything: a raft."""

    def rim_at(self, x: float) -> float:
        """How high the rim is there."""
        x0, y0, cx, cy, x1, y1 = self.rim
        low, high = 0.0, 1.0
        for _ in range(24):
            t = (low + high) / 2
            at = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1
            low, high = (t, high) if at < x else (low, t)
        t = (low + high) / 2
        return (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1


@cache
def _hulls() -> dict[str, Hull]:
    told = table("anchors")["hull"]
    return {
        name: Hull(tuple(one["rim"]), tuple(one["deck"]), one["crew"], one.get("flat", False))
        for name, one in told.items()
    }


def hull_of(thing: Thing) -> Hull | None:
    """The hull of a boat; None for what is none."""
    if thing.rung == "signpost":
        return None
    return _hulls().get(stock_of(thing).art.partition(":")[2])


def is_aboard(thing: Thing, bearer: Thing) -> bool:
    """Whether it is in a boat."""
    relation = thing.rel
    if relation is None or relation.type not in ("on", "inside") or relation.part is not None:
        return False
    return hull_of(bearer) is not None and not smokes(thing, bearer)


def near_side(hull: Hull) -> tuple[str, Extent]:
    """Everything below the near rim, which hides who is behind it: a path on the boat's unit square, and its extent."""
    x0, y0, cx, cy, x1, y1 = hull.rim
    path = f"M-64 {y0}L{x0} {y0}Q{cx} {cy} {x1} {y1}L192 {y1}V{_LOWEST}H-64Z"
    return path, (-64.0, min(y0, y1, cy) - 1, 192.0, _LOWEST)


def above(hull: Hull) -> str:
    """All that the near side does not hide: a path on the boat's unit square."""
    x0, y0, cx, cy, x1, y1 = hull.rim
    return f"M-64 {y0}L{x0} {y0}Q{cx} {cy} {x1} {y1}L192 {y1}V-128H-64Z"


def aboard_frame(thing: Thing, figure: Figure, hull: Hull, frame: Frame, x: float, shrink: float) -> Frame:
    """Where one is who is at `x` of the boat's square, so many times as large as usual; `frame` is the boat's."""
    share = (height_of(thing) / _ADULT_M) ** COMPRESSION
    tall = max(0.3 * hull.crew, hull.crew * share) * shrink
    scale = tall * frame.factor / figure.tall * UNIT
    living = stock_of(thing)
    if hull.flat:
        deep = 0.0
    elif figure.anchors.seat is not None:
        deep = (figure.extent[3] - figure.anchors.seat[1]) * 0.9
    else:
        upright = living.crop is not None or figure.height > 1.5 * figure.width
        deep = _DEEP["thing" if not living.alive else "legs" if upright else "paws"] * figure.height
    at, foot = frame.point((x, hull.rim_at(x)))
    return Frame(at, foot + deep * scale / UNIT, scale, figure.foot, living.alive and frame.flip, 0.0)
