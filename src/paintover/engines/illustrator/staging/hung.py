"""What hangs on the front of a house, at a door, under the eaves of a pavilion, in a window or from a mantel."""

from __future__ import annotations

from functools import cache

import msgspec

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.poses import HOOKED
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import stock_of

_BESIDE, _UPON, _AROUND, _ALONG, _MANTEL = "beside", "upon", "around", "along", "mantel"
_MANNERS: dict[str, str] = {
    **dict.fromkeys(
        ("lantern", "bird-cage", "bare-bird-cage", "wind-chime", "bell", "oil-lamp", "flower-basket", "chinese-knot",
         "mirror-ball", "pinata"), _BESIDE),
    **dict.fromkeys(("wreath", "fu", "hair-bow", "horseshoe", "open-sign", "heart"), _UPON),
    "couplets": _AROUND,
    **dict.fromkeys(("string-lights", "bunting"), _ALONG),
    **dict.fromkeys(("christmas-stocking", "sock"), _MANTEL),
}  # fmt: skip
"""How each kind hangs: beside a door, on its leaf, around its frame, all along the eaves, from the shelf over a fire."""
_AT_THE_SIDES = (0.0, 1.0, -0.75, 1.75, -1.5, 2.5)
"""Where those beside a door hang, the first on its left and the second on its right, in breadths of one and a gap."""
_BELOW_A_SHELF = (0.04, 0.96, 0.5, 0.27, 0.73, 0.16, 0.84)
"""Where those go that hang from a shelf or from eaves, as shares of its length."""
_TALL, _BROAD, _STOCKING, _GAP = 0.44, 0.84, 0.3, 0.12
"""How high one beside a door is, as a share of the door's height; how broad one on the leaf, in breadths of the door; how high
a stocking, as a share of a fireplace's height; how far from the door's frame one hangs, in breadths of it."""
_EYE_LEVEL = 0.32
"""How far down the leaf the middle of a wreath is."""
_OPENING = 76.0
"""How broad the opening between a pair of couplets is drawn, on their unit square."""


class _Hooks(msgspec.Struct, frozen=True):
    """A row of the table ``hooks`` of anchors.toml, which says what each means."""

    door: Extent | None = None
    along: tuple[float, float, float] | None = None
    tall: float = _TALL


@cache
def _hooks() -> dict[str, _Hooks]:
    return msgspec.convert(table("anchors")["hooks"], dict[str, _Hooks])


def _hooks_of(bearer: Thing) -> _Hooks | None:
    art = stock_of(bearer).art.partition(":")[2]
    return None if bearer.rung == "signpost" else _hooks().get(art) or _hooks().get(_front_of(bearer))


def _front_of(bearer: Thing) -> str:
    """The name under which all shops stand, whose fronts are drawn alike."""
    return "shopfront" if bearer.kind.endswith("shop") or bearer.kind == "bakery" else ""


def has_hooks(bearer: Thing) -> bool:
    """Whether things can hang on its front."""
    return _hooks_of(bearer) is not None


def can_hang(thing: Thing, bearer: Thing) -> bool:
    """Whether such a thing hangs there rather than standing on it."""
    hooks, manner = _hooks_of(bearer), _MANNERS.get(thing.kind)
    if hooks is None or manner is None:
        return False
    needs_a_door = manner in (_UPON, _AROUND)
    return hooks.door is not None if needs_a_door else manner == _BESIDE or hooks.along is not None


def hangs_so(kind: str) -> bool:
    """Whether such a thing is hung up rather than put down."""
    return kind in _MANNERS


def hangs_beside(kind: str) -> bool:
    """Whether such a thing hangs at the sides of a door."""
    return _MANNERS.get(kind) == _BESIDE


def manner_of(thing: Thing) -> str | None:
    """How it hangs on what bears it; None where it does not."""
    return _MANNERS.get(thing.kind) if thing.pose == HOOKED else None


def is_hung(thing: Thing, bearer: Thing) -> bool:
    """Whether it hangs on its bearer's front."""
    relation = thing.rel
    on = relation is not None and (relation.type, relation.part) == ("on", None)
    return on and thing.pose == HOOKED and can_hang(thing, bearer)


def hung_frame(thing: Thing, figure: Figure, bearer: Thing, frame: Frame, seat: int) -> Frame:
    """Where it hangs as the `seat`-th that hangs so; `frame` is its bearer's."""
    hooks = _hooks_of(bearer)
    if hooks is None:
        raise ValueError(f"nothing hangs on {bearer.kind}")
    manner = _MANNERS[thing.kind]
    if manner == _UPON and hooks.door is not None:
        left, top, right, bottom = hooks.door
        size = _BROAD * (right - left) / max(figure.width, figure.height)
        at = ((left + right) / 2, top + _EYE_LEVEL * (bottom - top))
        return _put(figure, frame, at, _middle(figure), size)
    if manner == _AROUND and hooks.door is not None:
        left, top, right, bottom = hooks.door
        size = (right - left) / _OPENING
        return _put(figure, frame, ((left + right) / 2, bottom), figure.foot, size)
    if manner == _ALONG and hooks.along is not None:
        left, y, right = hooks.along
        return _put(figure, frame, ((left + right) / 2, y), _top(figure), (right - left) / figure.width)
    return _dangling(figure, hooks, frame, seat, manner)


def _dangling(figure: Figure, hooks: _Hooks, frame: Frame, seat: int, manner: str) -> Frame:
    """Below the eaves or a shelf, or beside a door."""
    if hooks.door is not None and manner == _BESIDE:
        left, top, right, bottom = hooks.door
        size = hooks.tall * (bottom - top) / figure.height
        half, gap = figure.width * size / 2, _GAP * (right - left)
        step = _AT_THE_SIDES[seat % len(_AT_THE_SIDES)]
        x = (left - gap - half) + step * (right - left + 2 * gap + 2 * half)
        return _put(figure, frame, (x, top - 0.06 * (bottom - top)), _top(figure), size)
    assert hooks.along is not None
    left, y, right = hooks.along
    size = (_STOCKING if manner == _MANTEL else hooks.tall) * UNIT / figure.height
    half = figure.width * size / 2
    x = left + half + _BELOW_A_SHELF[seat % len(_BELOW_A_SHELF)] * (right - left - 2 * half)
    return _put(figure, frame, (x, y), _top(figure), size)


def _put(figure: Figure, frame: Frame, at: Point, pivot: Point, size: float) -> Frame:
    x, y = frame.point(at)
    return place_of(figure, Frame(x, y, size * frame.scale, pivot, False, frame.angle))


def _top(figure: Figure) -> Point:
    return ((figure.extent[0] + figure.extent[2]) / 2, figure.extent[1])


def _middle(figure: Figure) -> Point:
    left, top, right, bottom = figure.extent
    return ((left + right) / 2, (top + bottom) / 2)
