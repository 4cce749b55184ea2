"""Umbrellas: over somebody without hands one stands behind them, high enough for their heads; of two under one the other is
before it, too."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.limbs import arms_in, grip_of, second_in
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.held import ONE_HANDED

UMBRELLAS = frozenset({"umbrella", "beach-umbrella"})
"""What is held over a head."""
_CANOPY = 0.46
"""Which share of an umbrella's height its canopy takes."""
_CLEAR, _CLOSE, _BROAD = 0.08, -0.04, 1.12
"""How far above the head the canopy ends, of an animal and of somebody, and how broad it is at least, in measures of who is under it."""


def is_canopied(thing: Thing, bearer: Thing) -> bool:
    """Whether it is an umbrella that an animal has over itself, or somebody whose hands are at something else: dancing."""
    rel, holder = thing.rel, stock_of(bearer)
    if (
        rel is None
        or rel.type != "hold"
        or thing.kind not in UMBRELLAS
        or not holder.alive
        or bearer.where == "covers"
    ):
        return False
    if has_arms(holder):
        grip = grip_of(bearer.limbs or bearer.pose)
        if grip is None:
            return _is_in_a_free_hand(thing, bearer)
        held = (arms_in(bearer.limbs or bearer.pose), second_in(bearer.limbs))
        return not grip.behind and not ONE_HANDED & {*held}
    return True


def _is_in_a_free_hand(thing: Thing, bearer: Thing) -> bool:
    """Whether one holds it whose pose says nothing of how: it is as large as over those who stand, and slants over the head."""
    return thing.kind == "umbrella" and bearer.pose is not None and figure_of(bearer).anchors.front


def canopy_frame(thing: Thing, bearer: Thing, frame: Frame) -> Frame:
    """Its canopy over head and body, its handle at the middle of the body, or in a hand that is free; `frame` is its bearer's."""
    figure, under, armed = figure_of(thing), figure_of(bearer), has_arms(stock_of(bearer))
    if armed and grip_of(bearer.limbs or bearer.pose) is None and _is_in_a_free_hand(thing, bearer):
        return _slanted(figure, under, frame)
    return _upright(figure, under, frame, close=armed)


def _slanted(figure: Figure, under: Figure, frame: Frame) -> Frame:
    """In the hand, and over the head as far as it slants."""
    (x, y), (head, top) = under.anchors.hand, under.anchors.top
    clear = (y - top - _OVER * under.anchors.head) / (_HANDLE[1] - _CANOPY_HELD)
    tall = min(max(_SHADE * under.anchors.head, clear), _MOST_SHADE * under.height)
    left, up, right, bottom = figure.extent
    handle = (left + _HANDLE[0] * (right - left), up + _HANDLE[1] * (bottom - up))
    angle = _SLANT if x < head else -_SLANT
    scale = tall * frame.factor / figure.height * UNIT
    at, foot = frame.point((x, y))
    return place_of(figure, Frame(at, foot, scale, handle, frame.flip, -angle if frame.flip else angle))


_CANOPY_HELD, _OVER = 0.37, 0.10
"""Which share of its height the canopy takes when the shaft is long, and how far over the head it may come, in heads."""
_SHADE, _MOST_SHADE = 2.7, 1.35
"""How long an umbrella is at least, in heads of who holds it, and at most, in heights."""
_HANDLE = (0.48, 0.84)
"""Where it is held, as shares of its breadth and height."""
_SLANT = 15.0


def _upright(figure: Figure, under: Figure, frame: Frame, *, close: bool) -> Frame:
    left, top, right, bottom = under.extent
    head = under.anchors.top[0]
    x, low = (head + (left + right) / 2) / 2, top + 0.60 * (bottom - top)
    clear = _CLOSE if close else _CLEAR
    high = low - top + clear * under.height
    tall = max(high / (1 - _CANOPY), _BROAD * under.width * figure.height / figure.width)
    scale = tall * frame.factor / figure.height * UNIT
    at, foot = frame.point((x, low))
    foot = min(foot, frame.point((x, top - clear * under.height))[1] + (1 - _CANOPY) * tall * frame.factor)
    return place_of(figure, Frame(at, foot, scale, figure.foot, False, 0.0))


def step_before(scene: Scene, layout: dict[str, Placement]) -> None:
    """Have who shares somebody's umbrella stand a little nearer than they do, so that it hides no face."""
    bearers = {
        one.rel.to
        for one in scene.objects
        if one.kind in UMBRELLAS and one.rel is not None and one.rel.type == "hold" and one.size == "large"
    }
    for one in scene.objects:
        rel = one.rel
        if (
            rel is None
            or (rel.type != "beside")
            or rel.to not in bearers
            or not {one.id, rel.to} <= {*layout}
        ):
            continue
        placed, down = layout[one.id], layout[rel.to].base + _NEARER - layout[one.id].base
        if down > 0:
            left, top, right, bottom = placed.box
            layout[one.id] = msgspec.structs.replace(
                placed, base=placed.base + down, box=(left, top + down, right, bottom + down)
            )


_NEARER = 8
"""How much nearer that is, in pixels."""
