"""What somebody holds who lies: it stands upright on the chest, over the covers of a bed, and leaves the face free."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.limbs import Grip, grip_of
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.held import TIED, gripped, held_as, is_in_hand
from paintover.engines.illustrator.staging.on_heads import held_by_the_head

_LYING = frozenset({"lie", "sleep"})
_UPRIGHT = 30.0
"""Degrees by which one is turned at most who sits up in bed."""
_CHIN, _CHIN_UPRIGHT, _APART = 0.36, 0.30, 0.04
"""How far from between the eyes the chin is of who lies and of who sits up, and how far from that what is held, in heads."""
_FANNED = 16.0
"""Degrees between several balloons."""
_LONGEST = 1.7
"""How long what is held may be there, in measures of the head."""
_SUNK = 0.10
"""How far below the middle of the body its lower end is, in breadths of the body."""
_FILL = re.compile(r'fill="(#[0-9a-f]{6})"')
_HANDLE = 0.88
"""Where an umbrella is held, as a share of its height."""
_PALM = 0.10
"""How large the hand is that holds it, in heads."""


def is_held_abed(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody holds it who lies, or is under the covers of a bed."""
    if (
        thing.rel is None
        or not is_in_hand(thing.rel)
        or thing.rel.to != bearer.id
        or thing.rel.also is not None
    ):
        return False
    return bearer.where == "covers" or (bearer.pose in _LYING and stock_of(bearer).crop is not None)


def held_abed(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int
) -> Frame | None:
    """Where it is; `under` and `frame` are the bearer's, `seat` counts what else is held so, from 0. None for who lies on the
    belly, or on all fours."""
    anchors = under.anchors
    lain = abs(frame.angle) > _UPRIGHT
    if not anchors.front or not (lain or bearer.where == "covers"):
        return None
    head, away = anchors.head * frame.factor, 1.0 if frame.angle <= 0 else -1.0
    (ex, ey), (nx, ny) = frame.point(anchors.eye), frame.point(anchors.neck)
    measure = held_by_the_head(thing, under) * frame.factor
    grip = grip_of(held_as().get(thing.kind, "hold")) or Grip(at=("belly", 0, 0))
    grip = msgspec.structs.replace(grip, size=min(grip.size, _LONGEST), mirrored=False, angle=0.0)
    at = anchors.neck
    held = gripped(
        thing,
        figure,
        at,
        grip,
        measure,
        Frame(nx, ny, frame.scale, at, False, 0.0),
        second=away > 0,
        other=at,
    )
    left, top, right, low = held.bounds(figure.extent)
    if not lain:
        return replace(held, x=held.x + ex - (left + right) / 2, y=held.y + ey + _CHIN_UPRIGHT * head - top)
    foot = ny + _SUNK * under.width * frame.factor
    tied = thing.kind in TIED
    near = ex + away * (_CHIN + _APART) * head + (0.0 if tied else away * seat * (right - left))
    dx = near - left if away > 0 else near - right
    fan = away * _FANNED * seat if tied else 0.0
    return place_of(figure, replace(held, x=held.x + dx, y=held.y + foot - low, angle=held.angle + fan))


def hand_at_it(
    thing: Thing, figure: Figure, held: Frame, under: Figure, frame: Frame
) -> tuple[str, Extent] | None:
    """The hand of who lies and holds that, on the unit square of who lies, and its extent; None where there is none of ours."""
    paints = _FILL.findall(under.hands)
    if not paints or abs(frame.angle) <= _UPRIGHT:
        return None
    left, _, right, low = held.bounds(figure.extent)
    head = under.anchors.head * frame.factor
    aside = min(0.5 * (right - left), 0.16 * head)
    at = (left + aside if frame.angle <= 0 else right - aside, low - 0.14 * head)
    if thing.kind in TIED or held_as().get(thing.kind) == "shade":
        share = 1.0 if thing.kind in TIED else _HANDLE
        x0, y0, x1, y1 = figure.extent
        at = held.point(((x0 + x1) / 2, y0 + share * (y1 - y0)))
    x, y = _to_units(frame, at)
    radius = _PALM * under.anchors.head
    side = -1.0 if frame.angle <= 0 else 1.0
    palm = (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{paints[-1]}"/>'
        f'<circle cx="{x - side * radius * 0.8:.2f}" cy="{y + radius * 0.5:.2f}" r="{radius * 0.46:.2f}" fill="{paints[-1]}"/>'
    )
    return palm, (x - 2 * radius, y - 2 * radius, x + 2 * radius, y + 2 * radius)


def _to_units(frame: Frame, point: Point) -> Point:
    """The inverse of `Frame.point`."""
    dx, dy = point[0] - frame.x, point[1] - frame.y
    turn = math.radians(frame.angle)
    u, v = dx * math.cos(turn) + dy * math.sin(turn), dy * math.cos(turn) - dx * math.sin(turn)
    k = frame.scale / UNIT
    return frame.pivot[0] + (-u if frame.flip else u) / k, frame.pivot[1] + v / k
