"""Newcomers in a bowl, a basket, on a plate, in a seat: among those that are there, in their measure."""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.scene import Placement, Replaced, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.bearing import CASES
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import (
    frame_from,
    placement_from,
    shared_area,
    unit_of,
)

_WITHIN = 0.72
"""How broad a vessel is within, as a share of its breadth."""
_COVERS = 0.5
"""How much of another a newcomer may cover, as a share of its breadth; beyond that it lies on top."""
_BELOW_THE_TOP = 0.35
"""How much of who sits behind a table is below its top, at least, as a share of their height."""
_BROADER = 1.35
"""How much broader than what it replaces something is at most."""


def in_that_seat(thing: Thing, was: Replaced, table: Placement) -> Placement:
    """Who takes another's seat behind a table: the top of the head where that was, hardly broader, in their own size; the feet
    never above the table."""
    figure, (left, top, right, _) = figure_of(thing), was.box
    tall = was.unit * height_of(thing) ** COMPRESSION
    broad = _BROADER * (right - left) * figure.tall / figure.width
    scale = max(8, round(min(tall, broad) / figure.tall * UNIT))
    stands = figure.tall * scale / UNIT
    foot = round(max(top + stands, min(was.base, table.box[1] + _BELOW_THE_TOP * stands)))
    return placement_from(Frame(was.x, foot, scale, figure.foot, was.flip), figure)


def on_the_rack(thing: Thing, ridden: Placement) -> Placement:
    """What is put on a bicycle that somebody rides: on its rack, behind the saddle; bicycles are drawn with their front to the left."""
    figure, (left, top, right, foot) = figure_of(thing), ridden.box
    broad, high = right - left, foot - top
    tall = min(_OF_A_LOAD * high, _OF_A_LOAD * high * figure.tall / figure.width)
    x = left + _RACK * broad if ridden.flip else right - _RACK * broad
    scale = max(8, round(tall / figure.tall * UNIT))
    return placement_from(Frame(round(x), round(top + _RACK_TOP * high), scale, figure.foot), figure)


_RACK, _RACK_TOP = 0.17, 0.43
"""Where the top of the rear wheel is, from its end and from the top, as shares of the whole."""
_OF_A_LOAD = 0.36
"""How high and how broad a load is, at most, as a share of the bicycle's height."""


def in_its_stead(thing: Thing, was: Replaced) -> Placement:
    """Where that lay which it replaces, as large as it is beside the others."""
    figure = figure_of(thing)
    left, _, right, _ = was.box
    scale = was.unit * height_of(thing) ** COMPRESSION / figure.tall * UNIT
    scale = min(scale, _BROADER * (right - left) / figure.width * UNIT)
    return placement_from(Frame((left + right) / 2, was.base, scale, figure.foot, False, 0.0), figure)


def in_the_case(thing: Thing, there: Sequence[Placement], vessel: Thing, stands: Placement) -> Placement:
    """A newcomer's place in glass or behind bars where others are: on its floor, or among those that swim there, where it covers
    the least of them."""
    case = frame_from(stands, figure_of(vessel)).bounds(CASES[vessel.kind])
    left, top, right, foot = case
    figure = figure_of(thing)
    tall = min(_OF_A_CASE * (foot - top), 0.6 * _OF_A_CASE * (right - left) * figure.tall / figure.width)
    half = figure.width * tall / figure.tall / 2
    swims = stock_of(thing).habitat == "water" and stock_of(thing).alive
    floors = [foot - share * (foot - top) for share in ((0.08, 0.3, 0.55) if swims else (0.0,))]
    spots = [
        (left + half + step / 8 * max(0.0, right - left - 2 * half), floor)
        for floor in floors
        for step in range(9)
    ]
    x, base = min(
        spots,
        key=lambda spot: sum(
            shared_area((spot[0] - half, spot[1] - tall, spot[0] + half, spot[1]), one.box) for one in there
        ),
    )
    scale = tall / figure.tall * UNIT
    return placement_from(Frame(x, base, scale, figure.foot, False, 0.0), figure)


_OF_A_CASE = 0.4
"""How high a newcomer is at most, as a share of the room."""


def among_them(thing: Thing, there: Sequence[tuple[Thing, Placement]], vessel: Placement) -> Placement:
    """A newcomer's place among those that lie there: where it covers the least of them, or on top of them."""
    figure = figure_of(thing)
    units = sorted(unit_of(one, placed) for one, placed in there)
    scale = units[len(units) // 2] * height_of(thing) ** COMPRESSION / figure.tall * UNIT
    base = max(placed.base for _, placed in there)
    half = figure.width * scale / UNIT / 2
    middle, room = (vessel.box[0] + vessel.box[2]) / 2, _WITHIN * (vessel.box[2] - vessel.box[0]) / 2
    reach = max(0.0, room - half)
    best: tuple[float, float, float] | None = None
    for lift in (0.0, 0.62 * figure.height * scale / UNIT):
        near = [
            placed.box for _, placed in there if abs(placed.base - (base - lift)) < 0.3 * 2 * half or not lift
        ]
        for step in range(17):
            x = middle + reach * (step / 8 - 1)
            hides = sum(max(0.0, min(x + half, box[2]) - max(x - half, box[0])) for box in near) / (2 * half)
            price = hides + (_COVERS if lift else 0.0) + 0.1 * abs(x - middle) / max(1.0, room)
            if best is None or price < best[0] - 1e-9:
                best = (price, x, base - lift)
    assert best is not None
    return placement_from(Frame(best[1], best[2], scale, figure.foot, False, 0.0), figure)
