"""What is ridden: where one sits or stands on it, how large beside it, and which way it goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms, is_drawn
from paintover.engines.illustrator.staging.held import COMPRESSION

RIDDEN = "ridden"
"""The pose of a board or a sled that somebody is on: level, seen from the side."""
_LEAST, _MOST = 0.8, 1.2
"""How high a rider is at least and at most, in heights of what is ridden: one that could ride it."""
_MOST_UPRIGHT = 1.36
"""The same of one who stands behind a handle."""
_ON_A_BOARD = 1.15
"""How many times as high one is on a board as real sizes say, so that the picture is of the rider."""
_STANCE, _FACING = 0.94, 0.86
"""How much of a board's length one takes at most who stands on it, seen from the side or facing us."""
_CLOSE = 1.2
"""How broad one is at most who sits on what is long, in measures of the room that each has."""
_LIFTED = 26.0
"""Degrees by which one is turned up whose trunk stays level on a saddle: a hippopotamus."""
_LAP = 0.07
"""How deep one without hanging legs sits in a saddle, as a share of the height."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A vehicle or board, on the unit square of its drawing."""

    seat: Point
    """Where somebody who faces us sits; the middle of the deck of a board."""
    saddle: Point
    """The same of somebody who is seen from the side."""
    right: bool = False
    """It is drawn facing right."""
    deck: float = 0.0
    """How long the board is on which one stands; 0 of what one sits on."""
    long_m: float = 0.0
    """How long it is in metres, if its height does not tell how large a rider is beside it."""
    back: Point | None = None
    """Where a second one sits who faces us, behind the first."""
    rider: float = 1.0
    """How many times as high somebody who rides it is as real sizes say, compressed: one whose feet come near the pedals."""


@cache
def mounts() -> dict[str, Mount]:
    """What can be ridden, by kind."""
    found = {}
    for kind, told in table("anchors")["mounts"].items():
        if "deck" in told:
            left, right, high = told["deck"]
            middle = ((left + right) / 2, high)
            found[kind] = Mount(middle, middle, deck=right - left, long_m=told.get("long", 0.0))
            continue
        seat = tuple(told["seat"])
        saddle = tuple(told.get("saddle", seat))
        back = tuple(told["back"]) if "back" in told else None
        found[kind] = Mount(
            seat,
            saddle,
            told.get("right", False),
            long_m=told.get("long", 0.0),
            back=back,
            rider=told.get("rider", 1.0),
        )
    return found


def has_a_pillion(thing: Thing) -> bool:
    """Whether a second one fits on it behind its rider."""
    mount = mounts().get(thing.kind)
    return mount is not None and mount.back is not None


def stands_on(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody stands on a board."""
    mount = mounts().get(bearer.kind)
    return mount is not None and mount.deck > 0 and stock_of(thing).alive


def mounted(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int = 0, seats: int = 1
) -> Frame | None:
    """Where one is on a board or a saddle, its feet or its seat there; None for who sits there as people do.

    `seat` of `seats` counts those that share it, from 0: there is room for several only on what is long.
    """
    mount = mounts().get(bearer.kind)
    if mount is None or not stock_of(thing).alive or (seats > 1 and not mount.long_m):
        return None
    animal = not has_arms(stock_of(thing)) and not is_drawn(stock_of(thing))
    front = figure.anchors.front and not (animal and figure.anchors.seat is not None)
    flip = frame.flip if front else frame.flip != mount.right
    height = rider_height(thing, bearer, under, frame)
    scale = height / figure.tall * UNIT
    x, y = frame.point(mount.seat if front else mount.saddle)
    if mount.long_m:
        room = (_FACING if front else _STANCE) * (mount.deck or under.rest_width) * frame.factor / seats
        x += (seat - (seats - 1) / 2) * room
        scale = min(scale, (1.0 if mount.deck else _CLOSE) * room / figure.width * UNIT)
    if mount.deck:
        return Frame(x, y, scale, figure.foot, flip, frame.angle)
    if figure.anchors.seat is not None:
        if front and not mount.long_m:
            return None
        lifted = 0.0
        if not front and (level := figure.width / figure.height) > 1.0:  # it cannot sit up
            lifted, scale = -_LIFTED if flip else _LIFTED, scale / level
        return place_of(figure, Frame(x, y, scale, figure.anchors.seat, flip, frame.angle + lifted))
    return Frame(x, y + _LAP * height, scale, figure.foot, flip, frame.angle)


def measured_height(scene: Scene, thing: Thing) -> float:
    """The height in metres by which it is measured beside others: what somebody rides is as much lower as its rider is
    drawn higher on it, so that the rider is as large as who stands beside them."""
    mount = mounts().get(thing.kind)
    if mount is None or (mount.rider == 1.0 and not mount.long_m) or not is_ridden(scene, thing):
        return height_of(thing)
    if mount.long_m:
        under = figure_of(thing)
        long = (mount.deck or under.width) / under.tall * _ON_A_BOARD
        riders = sum(one.rel is not None and one.rel.to == thing.id for one in scene.objects)
        long /= 1 + _EACH_MORE * (riders - 1)
        return float(mount.long_m / long ** (1 / COMPRESSION))
    return float(height_of(thing) / mount.rider ** (1 / COMPRESSION))


_EACH_MORE = 0.4
"""How much larger a sled is for each one more on it, as they share its length."""


def is_ridden(scene: Scene, thing: Thing) -> bool:
    """Whether somebody with arms is on it: a bicycle, a sled."""
    on_it = Relation(type="on", to=thing.id)
    return thing.kind in mounts() and any(
        one.rel == on_it and has_arms(stock_of(one)) for one in scene.objects
    )


def rider_height(thing: Thing, bearer: Thing, under: Figure, frame: Frame) -> float:
    """How high, in pixels, one standing upright is beside what it rides."""
    mount = mounts()[bearer.kind]
    share = float(height_of(thing) ** COMPRESSION)
    if mount.long_m:
        long = (mount.deck or under.width) * frame.factor
        return long * _ON_A_BOARD * share / float(mount.long_m**COMPRESSION)
    if mount.deck:  # its handle is before the breast
        share = height_of(thing) / height_of(bearer)
        return under.tall * frame.factor * min(_MOST_UPRIGHT, max(_LEAST, share))
    share /= float(height_of(bearer) ** COMPRESSION)
    legs = mount.rider if has_arms(stock_of(thing)) else 1.0
    return under.tall * frame.factor * legs * min(_MOST, max(_LEAST, share))


_BROOM, _LEVEL = 1.5, 38.0
"""How long the broom is under an animal, in breadths of it, and by how many degrees it is turned from how it is drawn."""


def behind_the_rider(figure: Figure, under: Figure, frame: Frame, height: float) -> Frame:
    """Somebody so high who sits on the twigs of a broom that another rides; `under` and `frame` are the broom's."""
    left, top, right, bottom = under.extent
    x, y = frame.point((left + _TWIGS[0] * (right - left), top + _TWIGS[1] * (bottom - top)))
    return Frame(x, y, height / figure.tall * UNIT, figure.foot, frame.flip, 0.0)


_TWIGS = (0.26, 0.62)
"""Where the twigs of a broom begin on its drawing, as shares of its breadth and height."""


def astride_a_broom(figure: Figure, under: Figure, frame: Frame) -> Frame:
    """The broom below an animal that flies on it, its handle ahead; `under` and `frame` are the animal's."""
    left, top, right, bottom = figure.extent
    below = under.anchors.seat or (under.foot[0], under.extent[3] - 0.22 * under.height)
    x, y = frame.point(((below[0] + under.foot[0]) / 2, below[1]))
    scale = _BROOM * under.width * frame.factor / figure.width * UNIT
    middle = ((left + right) / 2, (top + bottom) / 2)
    angle = frame.angle + (_LEVEL if frame.flip else -_LEVEL)
    return place_of(figure, Frame(x, y, scale, middle, not frame.flip, angle))
