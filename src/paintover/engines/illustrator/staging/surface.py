"""Several on one thing: side by side on a table, a shelf, a bridge, in a boat, nobody on another and none beside it.

Those that are there already stay; newcomers take the place that is free nearest to what they were said to be beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from paintover.engines.illustrator.kinds import BEDS, TABLES
from paintover.engines.illustrator.scene import Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.abed import LAIN_ON
from paintover.engines.illustrator.staging.aboard import aboard_frame, hull_of, is_aboard
from paintover.engines.illustrator.staging.attach import LYING, frame_on, sits_on
from paintover.engines.illustrator.staging.bearing import SEESAW, SLOPES, is_drape, is_filled, tilted
from paintover.engines.illustrator.staging.formations import LAYER, NESTLED, layers_of
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import SHARED, Box, carried, placement_from
from paintover.engines.illustrator.staging.windows import looks_out

_APART = 0.04
"""The room between two on a table, as a share of their breadth."""
_CLOSE = -0.12
"""In a boat they sit closer, one partly before the other."""
_SOFT, _SNUG, _TO_THE_ENDS = BEDS | {"couch"}, -0.36, 1.18
"""On these animals sit closer still, up to the arms of the couch, and are the larger for it."""
_SMALLEST = 0.45
"""None is made smaller than that to find room; beyond it they overlap."""
_BEFORE, _BIT = 0.35, 0.1
"""How much of what it is before one hides, as a share of that one's breadth, and how much more or less is as good."""
_LOWER, _A_STEP = 0.8, 0.03
"""How high it is at most beside that, and how much nearer it stands, as a share of the table's breadth."""
_AIR = 3.0
"""What it costs to be a table's breadth away from what one is to be beside."""
_SHRINKS = (1.0, 0.86, 0.74, 0.62, 0.52)
_HARDLY_SMALLER = (1.0, 0.92, 0.86)
"""How much smaller one may be to find room there, and one that is to be large."""


def stands_in_a_row(thing: Thing, bearer: Thing) -> bool:
    """Whether it stands upright on something that others can stand on beside it."""
    if stock_of(bearer).alive or thing.rel is None or thing.rel.part is not None or is_drape(thing):
        return False
    if is_aboard(thing, bearer):
        return True
    if thing.rel.type != "on" or sits_on(thing, bearer) or looks_out(thing, bearer):
        return False
    if bearer.kind not in SHARED or is_filled(thing, bearer):
        return False
    if thing.pose in ("sleep", "lie") and bearer.kind in LAIN_ON:
        return False
    figure = figure_of(thing)
    return figure.width / figure.height <= LYING


@dataclass(frozen=True, slots=True)
class _Board:
    """Where things stand on a bearer, in pixels."""

    left: float
    right: float
    gap: float

    @property
    def room(self) -> float:
        return self.right - self.left


def in_a_row(
    scene: Scene,
    thing: Thing,
    sharing: Sequence[Thing],
    bearer: Thing,
    frame: Frame,
    layout: Mapping[str, Placement],
    near: Placement | None = None,
) -> Placement:
    """The place of one of those that share a bearer, whose frame is given; `near` is next to what it comes."""
    board = _board_of(bearer, frame, scene, thing)
    present = [one for one in sharing if one.id in scene.layout]
    arriving = in_order([one for one in sharing if one.id not in scene.layout])
    if present:
        return _squeezed_in(scene, thing, sharing, bearer, frame, layout, board, near)
    breadths = [_breadth(carried(scene, one), bearer, frame) for one in arriving]
    piled = [one.id for one in arriving if one.array == "heap"]
    if len(piled) > 2:  # they take the room of their lowest layer, and the first of them has it
        whole = {piled[0]: layers_of(len(piled))[0] * NESTLED}
        breadths = [
            breadth * (whole.get(one.id, 0.0) if one.id in piled else 1.0)
            for one, breadth in zip(arriving, breadths, strict=True)
        ]
    total = sum(breadths) + board.gap * sum(breadths) * (len(arriving) - 1) / max(1, len(arriving))
    shrink = min(1.0, max(_SMALLEST, board.room / max(1.0, total)))
    taken = total * shrink
    squeeze = min(1.0, board.room / max(1.0, taken))
    apart = board.room - taken if bearer.kind == SEESAW and len(arriving) > 1 else 0.0
    step, taken = max(0.0, apart) / max(1, len(arriving) - 1), taken + max(0.0, apart)
    at, middles = 0.0, {}
    for one, breadth in zip(arriving, breadths, strict=True):
        middles[one.id] = at + breadth * shrink / 2
        at += breadth * shrink * (1 + board.gap) + step
    start = (board.left + board.right) / 2 - taken * squeeze / 2
    if near is not None:  # where somebody sits behind the table
        half = breadths[arriving.index(thing)] / 2 if thing in arriving else 0.0
        low, high = board.left + half, board.right - half
        start = min(max(near.x, low), high) - middles[thing.id] * squeeze if low < high else start
    heaped = len(piled) > 2 and thing.id in piled
    middle = middles[piled[0] if heaped else thing.id]
    spot = _framed(carried(scene, thing), bearer, frame, start + middle * squeeze, shrink)
    if heaped:
        spot = _in_a_heap(carried(scene, thing), piled.index(thing.id), len(piled), spot)
    return placement_from(spot, figure_of(carried(scene, thing)))


def _in_a_heap(thing: Thing, at: int, count: int, spot: Frame) -> Frame:
    """The frame of one of so many that are piled up as a pyramid, whose middle is where `spot` stands."""
    layers, figure, layer = layers_of(count), figure_of(thing), 0
    while at >= layers[layer]:
        at, layer = at - layers[layer], layer + 1
    across = (at - (layers[layer] - 1) / 2) * NESTLED * figure.width * spot.factor
    return replace(spot, x=spot.x + across, y=spot.y - LAYER * figure.height * spot.factor * layer)


def _board_of(bearer: Thing, frame: Frame, scene: Scene, thing: Thing) -> _Board:
    under, hull = figure_of(bearer), hull_of(bearer)
    if hull is not None:
        ends = sorted(frame.point((x, hull.rim_at(x)))[0] for x in hull.deck)
        return _Board(ends[0], ends[1], _CLOSE)
    x, half = frame.point(under.rest)[0], under.rest_width * frame.factor / 2
    snug = stock_of(thing).alive and bearer.kind in _SOFT
    half *= _TO_THE_ENDS if snug else 1.0
    return _Board(x - half, x + half, _SNUG if snug else _APART)


def _breadth(thing: Thing, bearer: Thing, frame: Frame) -> float:
    spot = _framed(thing, bearer, frame, frame.x, 1.0)
    return figure_of(thing).width * spot.factor


def _framed(thing: Thing, bearer: Thing, frame: Frame, x: float, shrink: float) -> Frame:
    """Its frame on the bearer with its middle at `x`, in pixels."""
    figure, hull = figure_of(thing), hull_of(bearer)
    if hull is not None:
        at = (x - frame.x) / frame.factor * (-1 if frame.flip else 1) + frame.pivot[0]
        return aboard_frame(thing, figure, hull, frame, at, shrink)
    stood = frame_on(thing, bearer, frame, 0, 1)
    y = stood.y
    if bearer.kind in SLOPES:
        y += tilted(bearer, frame, x - frame.point(figure_of(bearer).rest)[0])
    return replace(stood, x=x, y=y, scale=stood.scale * shrink)


def in_order(things: Sequence[Thing]) -> list[Thing]:
    """From left to right, as they say how they stand to each other."""
    order = list(things)
    for thing in things:
        relation = thing.rel
        if relation is None or relation.type not in ("left", "right", "beside", "between"):
            continue
        target = next((one for one in order if one.id == relation.to), None)
        if target is None or target is thing:
            continue
        order.remove(thing)
        at = order.index(target)
        if relation.type == "between":  # behind the first of the two
            at = min([at, *(k for k, one in enumerate(order) if one.id == relation.also)])
        order.insert(at + (0 if relation.type == "left" else 1), thing)
    return order


_BEFORE_A_FACE = 12.0
"""What it costs to be before the whole face of somebody who lies in the bed."""


def _between_them(
    thing: Thing, bearer: Thing, frame: Frame, layout: Mapping[str, Placement]
) -> Placement | None:
    """In the middle between two on it; where they leave no gap, before their arms and lower than their chins."""
    rel = thing.rel
    if rel is None or rel.also is None or rel.to not in layout or rel.also not in layout:
        return None
    first, last = sorted((layout[rel.to], layout[rel.also]), key=lambda one: one.x)
    as_borne, figure = msgspec.structs.replace(thing, rel=Relation(type="on", to=bearer.id)), figure_of(thing)
    broad = _breadth(as_borne, bearer, frame)
    low = min(one.box[3] - one.box[1] for one in (first, last))
    most = _BELOW_CHINS * low * figure.width / figure.height
    free = max(float(last.box[0] - first.box[2]), most)
    stood = _framed(as_borne, bearer, frame, (first.x + last.x) / 2, min(1.0, free / broad))
    return placement_from(stood, figure)


_BELOW_CHINS = 0.35
"""How high one is at most between two who sit close together, in heights of the lower of them."""


def _in_their_midst(
    thing: Thing, bearer: Thing, frame: Frame, board: _Board, others: Sequence[Box]
) -> Placement | None:
    """In the middle of the table: a step nearer to us between those that leave no room, of which no more than half is hidden.
    None where something is there already."""
    middle, broad = (board.left + board.right) / 2, _breadth(thing, bearer, frame)
    shrink = 1.0
    for left, _, right, _ in others:
        inside = min(middle - left, right - middle)
        if inside > _AT_THE_RIM * (right - left):
            return None
        shrink = min(shrink, (max(0.0, -inside) + _HALF_SEEN * (right - left)) / (broad / 2))
    half = broad * max(_SMALLEST, shrink) / 2
    met = any(left < middle + half and right > middle - half for left, _, right, _ in others)
    stood = _framed(thing, bearer, frame, middle, max(_SMALLEST, shrink))
    nearer = _A_STEP * board.room if met else 0.0
    return placement_from(replace(stood, y=stood.y + nearer), figure_of(thing))


_HALF_SEEN, _AT_THE_RIM = 0.5, 0.15


def _squeezed_in(
    scene: Scene,
    thing: Thing,
    sharing: Sequence[Thing],
    bearer: Thing,
    frame: Frame,
    layout: Mapping[str, Placement],
    board: _Board,
    near: Placement | None,
) -> Placement:
    """A free place for a newcomer beside those that are there, on its side of the one that it was said to be beside."""
    as_borne, figure = carried(scene, thing), figure_of(thing)
    others = [layout[one.id].box for one in sharing if one.id in layout and one.id != thing.id]
    beside = layout.get(thing.rel.to) if thing.rel is not None and thing.rel.to != bearer.id else near
    side = thing.rel.type if thing.rel is not None else ""
    amid: Placement | None
    if side == "between" and (amid := _between_them(thing, bearer, frame, layout)) is not None:
        return amid
    if thing.where == "middle" and bearer.kind in TABLES:
        amid = _in_their_midst(as_borne, bearer, frame, board, others)
        if amid is not None:
            return amid
    before = beside.box if beside is not None and side == "front" and beside.box in others else None
    broad = _breadth(as_borne, bearer, frame)
    high = broad * figure.height / figure.width
    alike = (thing.kind, thing.size)
    kin = [layout[one.id] for one in sharing if one.id in layout and (one.kind, one.size) == alike]
    usual = _framed(as_borne, bearer, frame, frame.x, 1.0).scale
    faces = [
        box
        for one in scene.objects
        if one.id in layout and one.id != thing.id and one.rel is not None and one.rel.to == bearer.id
        and bearer.kind in BEDS and (box := face_of(one, layout[one.id])) is not None
    ]  # fmt: skip
    best: tuple[float, float, float] | None = None
    shrinks = _SHRINKS if thing.size != "large" else _HARDLY_SMALLER
    for shrink in (max(one.scale for one in kin) / usual,) if kin else shrinks:
        half = broad * shrink / 2
        low, high = board.left + min(half, board.room / 2), board.right - min(half, board.room / 2)
        for step in range(33):
            x = low + (high - low) * step / 32
            hides = [max(0.0, min(x + half, box[2]) - max(x - half, box[0])) for box in others]
            if before is not None:  # a part of what it is to be before
                at = others.index(before)
                hides[at] = max(0.0, abs(hides[at] - _BEFORE * (before[2] - before[0])) - _BIT * half)
            worst = max(
                (by / max(1, box[2] - box[0]) for by, box in zip(hides, others, strict=True)), default=0.0
            )
            price = (
                3 * sum(hides) / max(1.0, 2 * half) + 6 * worst + 1.5 * (1 - shrink)
            )  # half of two, not one of two
            aim = (board.left + board.right) / 2 if beside is None else beside.x
            price += 0.5 * abs(x - aim) / max(1.0, board.room)
            if beside is not None:  # with as little air between as can be
                reach = half + (beside.box[2] - beside.box[0]) / 2
                price += _AIR * max(0.0, abs(x - aim) - reach) / max(1.0, board.room)
            if beside is not None and (
                (side == "left" and x > beside.x) or (side == "right" and x < beside.x)
            ):
                price += 8
            if before is not None:
                price += 3 * max(0.0, high * shrink / max(1, before[3] - before[1]) - _LOWER)
            for left, _, right, _ in faces:  # of who lies there
                covered = max(0.0, min(x + half, right) - max(x - half, left))
                price += _BEFORE_A_FACE * covered / max(1.0, right - left)
            if best is None or price < best[0] - 1e-9:
                best = (price, x, shrink)
    if best is None:
        raise AssertionError("there is always a cheapest place")
    stood = _framed(as_borne, bearer, frame, best[1], best[2])
    half = _breadth(as_borne, bearer, frame) * best[2] / 2
    meets = [box for box in others if min(best[1] + half, box[2]) - max(best[1] - half, box[0]) > 1]
    lower = all(high * best[2] <= box[3] - box[1] for box in meets)
    steps = bearer.kind in TABLES and (before is not None or (meets and lower))
    nearer = _A_STEP * board.room if steps else 0.0
    return placement_from(replace(stood, y=stood.y + nearer), figure)
