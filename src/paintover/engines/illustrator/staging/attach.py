"""Things on other things: where a hat sits, how a cloth falls, where a cup stands on a table.

An attachment's frame is computed from its bearer's frame and anchors alone, so that it goes where the bearer goes and
nothing else can move it.
"""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.poses import lies as lies_down
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.abed import abed, stretches
from paintover.engines.illustrator.staging.ablaze import blaze_frame, is_ablaze
from paintover.engines.illustrator.staging.aboard import hull_of
from paintover.engines.illustrator.staging.adorned import adorned_frame
from paintover.engines.illustrator.staging.bearing import (
    CASES,
    SEATS,
    SEESAW,
    as_told,
    is_drape,
    is_filled,
    is_pouch,
    lies_flat,
    measured,
    middle_of,
    relation_inside,
    spread_out,
    tilted,
    turns_its_back,
)
from paintover.engines.illustrator.staging.boards import face_for
from paintover.engines.illustrator.staging.canopy import canopy_frame, is_canopied
from paintover.engines.illustrator.staging.chimneys import is_on_a_roof, roof_frame, smoke_frame, smokes
from paintover.engines.illustrator.staging.company import company_frame, is_drawn
from paintover.engines.illustrator.staging.crown import in_the_crown, is_in_crown
from paintover.engines.illustrator.staging.encased import encased, on_its_floor, sized_within
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE
from paintover.engines.illustrator.staging.hung import hung_frame, is_hung
from paintover.engines.illustrator.staging.loose import ROW, is_loose, rows_of
from paintover.engines.illustrator.staging.mounts import (
    behind_the_rider,
    mounted,
    mounts,
    rider_height,
    stands_on,
)
from paintover.engines.illustrator.staging.perches import has_a_perch, perch_frame
from paintover.engines.illustrator.staging.put_on import put_on_frame
from paintover.engines.illustrator.staging.stems import stands_in, stem_frame
from paintover.engines.illustrator.staging.strewn import is_strewn, strewn
from paintover.engines.illustrator.staging.windows import at_the_window, looks_out

UPRIGHT = frozenset({"dancer", "mermaid"})
"""People whose drawing has legs of its own."""


LYING = 5.0
"""Things this many times broader than high lie across what bears them."""


_FARTHER = 0.12
"""How much higher somebody sits who turns the back to us, in heights of the bench."""


def frame_on(thing: Thing, bearer: Thing, frame: Frame, seat: int, seats: int) -> Frame:
    """Where a borne thing goes.

    `frame` is the bearer's; `seat` of `seats` counts those that share the same place, from 0.
    """
    relation = thing.rel or Relation(type="on", to=bearer.id)
    figure, under = figure_of(thing), figure_of(bearer)
    if is_drape(thing):
        return place_of(under, frame)
    if smokes(thing, bearer):
        return place_of(figure, smoke_frame(figure, bearer, under, frame))
    if is_ablaze(thing, bearer):
        return place_of(figure, blaze_frame(under, frame))
    if is_on_a_roof(thing, bearer):
        return place_of(figure, roof_frame(figure, bearer, under, frame))
    if (together := company_frame(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return place_of(figure, together)
    if has_a_perch(thing, bearer):
        return perch_frame(thing, figure, bearer, under, frame, seat)
    if (face := face_for(thing, bearer)) is not None:
        return encased(figure, face, frame, seat, seats)
    if relation.part is None or not (stock_of(bearer).alive or relation.type in ("wear", "hold")):
        return _set_down(thing, figure, bearer, under, frame, seat, seats)
    if is_canopied(thing, bearer):
        return canopy_frame(thing, bearer, frame)
    if (adorned := adorned_frame(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return adorned
    if sits_on(thing, bearer):
        return _seated(thing, figure, bearer, under, frame, seat, seats)
    return put_on_frame(thing, figure, bearer, under, frame, relation.part, seat, seats)


LANDS = frozenset(
    {
        "rock",
        "cliff-rock",
        "desert-island",
        "iceberg",
        "mountain",
        "snow-capped-mountain",
        "floating-island",
        "hill",
    }
)
"""Land on which buildings and trees stand that are as much of the picture as it is."""
HIGHLANDS = frozenset({"hill", "mountain", "snow-capped-mountain"})
"""Land that is more than a picture has room for where somebody is on it, and so may run out of it."""


BUILT_M, _STATELY = 2.0, 0.66


_SMALLEST_M = 0.5
"""How high in metres the smallest of a family is: frogs are not measured by a man."""
_ALONG_A_CLOUD = 0.62
"""How much of the breadth of a cloud those who stand on it have."""


_BROAD = 0.66
"""How broad a man is, as a share of his height."""


_OVERHANG = 2.0
"""By how much somebody larger than what it sits on may be broader than the seat: a mermaid on a rock."""


_HANDLEBARS: dict[str, tuple[Point, float]] = {"bicycle": ((30.0, 47.0), 32.0)}
"""Where the rim of a basket is that hangs before a handlebar, and how broad that is, in units."""
_UP_TO_THE_RIM = 0.42
"""How far below the top of its handle the rim of a basket is, as a share of its height."""


def _set_down(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    if bearer.kind in _HANDLEBARS and thing.rel is not None and thing.rel.part == "face":
        return _before_the_handlebar(thing, figure, bearer, frame)
    if sits_on(thing, bearer) and not stretches(thing, bearer):
        return _seated(thing, figure, bearer, under, frame, seat, seats)
    if (rides := mounted(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return rides
    if is_hung(thing, bearer):
        return hung_frame(thing, figure, bearer, frame, seat)
    if is_in_crown(thing, bearer):
        return in_the_crown(thing, figure, bearer, under, frame, seat, seats)
    if looks_out(thing, bearer):
        return at_the_window(figure, thing, bearer, frame, seat, seats)
    if stands_in(thing, bearer):
        return stem_frame(figure, under, frame, seat, seats, thing.size)
    if relation_inside(thing) and (case := CASES.get(bearer.kind)) is not None:
        if bearer.kind in _CABINS:
            share = min(0.96, float((height_of(thing) / height_of(bearer)) ** COMPRESSION))
            return on_its_floor(figure, case, frame, seat, seats, share)
        return sized_within(thing, encased(figure, case, frame, seat, seats))
    if stretches(thing, bearer):
        return abed(thing, figure, bearer, under, frame, seat, seats)
    height = as_told(thing, lambda usual: measured(usual, bearer, under, frame))
    if is_strewn(thing, bearer):
        return strewn(thing, figure, bearer, under, frame, seat, seats)
    if bearer.kind == "broom":
        return behind_the_rider(figure, under, frame, height)
    scale = height / figure.tall * UNIT
    lying = figure.width / figure.height > LYING
    if lying:
        long = under.width * min(1.3, max(0.35, 0.95 * (height_of(thing) / height_of(bearer)) ** COMPRESSION))
        scale = long * frame.factor / figure.width * UNIT
    room = under.rest_width * frame.factor * (1.1 if stock_of(bearer).alive else 1.0)
    if lies_flat(bearer) and stock_of(thing).habitat == "road":  # a truck in the mud
        room = _IN_THE_MUD * under.width * frame.factor
    if bearer.kind in LANDS and not stock_of(thing).alive and height_of(thing) >= BUILT_M:
        scale, room = max(scale, _STATELY * under.tall * frame.factor / figure.tall * UNIT), 1.5 * room
    if bearer.kind == "cloud" and stock_of(thing).alive:
        room = _ALONG_A_CLOUD * under.width * frame.factor
    if stock_of(thing).alive and (height_of(thing) > height_of(bearer) or bearer.kind in SEATS):
        room *= _OVERHANG if seats == 1 else 1.3
    row, at, across, most = (
        rows_of(seat, seats) if is_filled(thing, bearer) and is_loose(thing) else (0, seat, seats, seats)
    )
    fits = room / figure.width * UNIT / min(most, 9)
    if has_legs(thing) and seats > 1 and height_of(thing) >= _SMALLEST_M:  # all of a family smaller alike
        grown = measured(msgspec.structs.replace(thing, kind="man", size=None), bearer, under, frame)
        fits = scale * room / seats / (_BROAD * grown)
    scale = min(scale, fits * SAID_SIZE.get(thing.size, 1.0)) if not lying else scale
    step = min(figure.width * scale / UNIT * 1.04, room / max(1, most))
    if thing.kind in _CANDLES and bearer.kind in _CAKES:  # all over it, and high enough to be seen
        scale = max(scale, _A_CANDLE * under.tall * frame.factor / figure.tall * UNIT)
        step = max(step, min(_CANDLES_APART * figure.width * scale / UNIT, 0.92 * room / max(1, most)))
    x, y = frame.point(under.rest)
    if lying:
        lean = under.lean or under.rest
        x, y = frame.point(lean)
        angle = (-9.0 + 11.0 * seat) * (1 if not frame.flip else -1)
        middle = ((figure.extent[0] + figure.extent[2]) / 2, (figure.extent[1] + figure.extent[3]) / 2)
        lifted = Frame(
            x + 3 * frame.factor * seat,
            y - 2.5 * frame.factor * seat,
            scale,
            middle,
            frame.flip,
            frame.angle + angle,
        )
        return place_of(figure, lifted)
    if lies_flat(bearer) and thing.pose in ("sleep", "lie") and lies_down(figure):
        if seats > 1:
            deep = _DEEP * under.height * frame.factor / (1 + _NEXT * (seats - 1))
            scale = min(height / figure.tall, deep / figure.width) * UNIT
        broad = figure.width * scale / UNIT
        y += (_NEXT * spread_out(seat, seats) - _ON_ITS_SIDE) * broad
        return place_of(figure, Frame(x, y, scale, middle_of(figure), False, frame.angle - 90))
    sunk = 0.0
    if is_filled(thing, bearer):
        lies = thing.pose in ("sleep", "lie") and not is_pouch(bearer) and not has_legs(thing)
        lies = lies or (stock_of(thing).habitat == "road" and lies_flat(bearer))
        sunk = (
            (0.58 if is_pouch(bearer) else 0.12 if lies else 0.46 if stock_of(thing).alive else 0.30)
            * scale
            * figure.height
            / UNIT
        ) - ROW * row * figure.height * scale / UNIT
    x += spread_out(at, across) * step
    upright = 0.0 if bearer.rel is None else frame.angle
    return Frame(x, y + sunk, scale, figure.foot, stock_of(thing).alive and frame.flip, upright)


def _before_the_handlebar(thing: Thing, figure: Figure, bearer: Thing, frame: Frame) -> Frame:
    where, broad = _HANDLEBARS[bearer.kind]
    rim = (figure.foot[0], figure.extent[1] + _UP_TO_THE_RIM * figure.height)
    scale = broad * frame.factor / figure.width * UNIT * SAID_SIZE.get(thing.size, 1.0)
    return place_of(figure, Frame(*frame.point(where), scale, rim, frame.flip, frame.angle))


_CABINS = frozenset({"elevator"})
"""What one is in standing on its floor."""
_CANDLES, _CAKES = frozenset({"birthday-candle"}), frozenset({"cake", "birthday-cake", "cupcake"})


_A_CANDLE, _CANDLES_APART = 0.4, 3.0
"""How high a candle on a cake is at least, in heights of the cake, and how far from the next at most, in breadths of its own."""


_IN_THE_MUD = 0.72
"""How broad a vehicle is at most in what lies on the ground, in breadths of that."""
_DEEP = 1.3
"""How deep a row of those who lie on a rug is at most, in heights of the rug as it is seen."""


_ON_ITS_SIDE, _NEXT = 0.3, 0.72
"""How far above a rug the middle of somebody is who lies on it, and how far before it that of the next, in breadths of the
body."""


def is_wick(thing: Thing) -> bool:
    """Whether it is a candle of a cake, behind which and before which other things are put."""
    return thing.kind in _CANDLES


def sits_on(thing: Thing, bearer: Thing) -> bool:
    """Whether it rides: somebody with legs that hang, on a back or a saddle."""
    relation, rider = thing.rel, stock_of(thing)
    if (
        relation is None
        or relation.type != "on"
        or not rider.alive
        or not (has_legs(thing) or is_astride(thing))
    ):
        return False
    if stock_of(bearer).alive:
        return relation.part == "back" and not figure_of(bearer).anchors.front
    if bearer.kind in mounts():
        return not stands_on(thing, bearer)
    return (
        (bearer.kind in SEATS and thing.pose != "stand")
        or (bearer.kind in BEDS and thing.pose in _AT_EASE)
        or perches(thing, bearer)
    )


_AT_EASE = frozenset(
    {
        None,
        "sit",
        "read",
        "knit",
        "hold",
        "write",
        "comb",
        "clap",
        "wave",
        "busy",
        "eat",
        "drink",
        "point",
        "embrace",
    }
)
"""What somebody does sitting on a bed; all else is done standing on it."""


def is_astride(thing: Thing) -> bool:
    """Whether it is an animal, or somebody of a trade, with legs that hang at the sides of what it rides."""
    return (thing.pose == "ride" or thing.limbs.endswith("+ride")) and figure_of(
        thing
    ).anchors.seat is not None


def perches(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody sits on the edge of what is no seat, with hanging legs: a roof, a wall, a table."""
    relation = thing.rel
    at_a_window = bearer.kind == "bay-window" and thing.pose in _AT_EASE and thing.pose is not None
    return (
        (thing.pose == "sit" or at_a_window)
        and relation is not None
        and (relation.type, relation.part) == ("on", None)
        and not stock_of(bearer).alive
        and not lies_flat(bearer)
        and hull_of(bearer) is None
        and not looks_out(thing, bearer)
        and not is_in_crown(thing, bearer)
        and figure_of(thing).anchors.seat is not None
    )


def has_legs(thing: Thing) -> bool:
    """Whether it is drawn upright, facing us, so that it can sit with hanging legs."""
    folded = (thing.pose == "sit" or thing.limbs.endswith("+sit")) and is_drawn(stock_of(thing))
    return stock_of(thing).crop is not None or thing.kind in UPRIGHT or folded


_PILLION = 0.86
"""How many times as high who sits behind a rider is drawn: both are to be seen."""


_BACKLESS, _ON_A_STOOL = frozenset({"stool"}), 1.8
"""Seats without a back, and how high one on them is at most, in heights of the seat."""


def _sitting(thing: Thing, seat: Thing) -> float:
    """How high one is that sits on something, in heights of that."""
    most = _ON_A_STOOL if seat.kind in _BACKLESS else 1.2
    return min(most, max(0.45, float((height_of(thing) / height_of(seat)) ** COMPRESSION)))


def _closer(seats: int, wide: float, room: float) -> float:
    """How many times as large so many are drawn who share a seat, each `wide` if alone: as large as there is room for."""
    together = (0.8 * (seats - 1) + 1) * max(1.0, wide)
    if seats < _SEVERAL:
        return 1 / (1 + 0.25 * (seats - 1))  # there is room for one more
    return max(1 / (1 + 0.25 * (seats - 1)), min(1.0, _OVER_ITS_ENDS * room / together))


_OVER_ITS_ENDS, _SEVERAL = 1.06, 3
"""How broad so many or more on a seat are at most, in breadths of it."""


def _seated(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    """The hips on the saddle, the legs in front of what is ridden."""
    if (rides := mounted(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return rides
    height = as_told(thing, lambda usual: _sitting(usual, bearer)) * under.tall * frame.factor
    height *= _closer(seats, 0.58 * height, under.rest_width * frame.factor)
    mount = mounts().get(bearer.kind)
    pillion = mount.back if mount is not None and seats > 1 else None
    if mount is not None and (seats == 1 or pillion is not None):
        height = rider_height(thing, bearer, under, frame) * (
            _PILLION if pillion is not None and seat else 1.0
        )
    scale = height / figure.tall * UNIT
    if perches(thing, bearer) and bearer.kind not in SEATS and bearer.kind not in mounts():
        scale = as_told(thing, lambda usual: measured(usual, bearer, under, frame)) / figure.tall * UNIT
        room = (
            _OVERHANG * under.rest_width * frame.factor
            if seats == 1
            else 1.2 * under.rest_width * frame.factor
        )
        scale *= min(1.0, max(0.3, room / (0.8 * seats * figure.width * scale / UNIT)))
    hips = figure.extent[3] - (0.40 if thing.kind in UPRIGHT else 0.19) * figure.height
    if figure.anchors.seat is not None:
        hips = figure.anchors.seat[1]
    point = under.anchors.back if stock_of(bearer).alive else under.rest
    if mount is not None:
        point = mount.seat if pillion is None or seat == 0 else pillion
    x, y = frame.point((point[0], point[1] + 0.03 * under.height))
    if turns_its_back(thing, bearer):  # the head above the back of the bench
        y -= _FARTHER * under.height * frame.factor
    wide = figure.width * scale / UNIT
    step = 0.8 * wide if pillion is None else 0.0
    if bearer.kind == SEESAW and seats == 1:  # at the end that is down
        height, seats = height / 1.25, 2
        scale = height / figure.tall * UNIT
        wide, step = figure.width * scale / UNIT, 0.0
    if bearer.kind == SEESAW and seats > 1:
        step = max(step, (under.rest_width * frame.factor - 0.6 * wide) / (seats - 1))
        y += tilted(bearer, frame, spread_out(seat, seats) * step)
    x += spread_out(seat, seats) * step
    lean = -6.0 if mount is not None else 0.0
    pivot = (figure.foot[0] if figure.anchors.seat is None else figure.anchors.seat[0], hips)
    return place_of(
        figure,
        Frame(
            x,
            y,
            scale,
            pivot,
            frame.flip and figure.anchors.seat is not None,
            frame.angle + (-lean if frame.flip else lean),
        ),
    )
