"""What is held: where the pose of its holder says that it is, behind the hands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from paintover.engines.illustrator.files import table
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point, place_of
from paintover.engines.illustrator.sprites.limbs import Grip, grip_of, second_in
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of

COMPRESSION = 0.42
"""Real heights are compared to this power: a cat beside an elephant stays visible."""
_SWELL = {
    "apple": 0.8,
    "grapes": 0.9,
    "cherries": 0.8,
    "watermelon": 1.15,
    "bamboo": 1.7,
    "carrot": 1.1,
    "hamburger": 0.95,
    "accordion": 0.82,
    "harmonica": 0.6,
    "trophy": 0.85,
    "candied-haws": 1.3,
    "lollipop": 1.2,
}
"""How much larger some things are than others that are held in the same way."""
_RACKETS: dict[str, Point] = {
    "tennis-racket": (0.10, 0.92),
    "badminton": (0.10, 0.92),
    "ping-pong": (0.88, 0.94),
}
"""Where their handles end; one on the left is turned about, so that the racket is beside the face."""
BY_THE_HANDLE: dict[str, tuple[float, float, float]] = {
    "lantern": (0.5, 0.03, 0.68),
    "bird-cage": (0.5, 0.04, 0.64),
    "basket": (0.5, 0.06, 0.92),
    "handbag": (0.5, 0.06, 0.95),
    "shopping-bag": (0.68, 0.05, 0.85),
    "suitcase": (0.74, 0.04, 0.95),
}
"""What hangs from the hand by the handle on its top: where that is on it, and how much smaller it is, to stay off the ground."""
_ON_WHEELS = frozenset({"suitcase"})
"""What stands on the ground beside who has it by the handle; its drawing leans to the right."""


class Hilt(NamedTuple):
    """Where the lower end is by which something is held, as shares of its breadth and height, and how it leans."""

    at: Point
    out: float = 0.0
    """Degrees by which its top is turned away from the holder's face."""
    to_the_right: bool = False
    """Its drawing leans to the right, and is turned about in the hand that we see on the left."""


BY_THE_END: Mapping[str, Hilt] = {
    "sword": Hilt((0.5, 0.84), 20.0),
    "candied-haws": Hilt((0.2, 0.94), 6.0, to_the_right=True),
    "candy-cane": Hilt((0.12, 0.94), 4.0, to_the_right=True),
    "wand": Hilt((0.1, 0.92), 0.0, to_the_right=True),
    "lollipop": Hilt((0.9, 0.9)),
    "flag": Hilt((0.16, 0.9), 6.0, to_the_right=True),
    "hammer": Hilt((0.88, 0.88)),
    "sparkler": Hilt((0.05, 0.92), 4.0, to_the_right=True),
    "pancake-pan": Hilt((0.94, 0.74)),
}
"""What is held upright by its lower end: a sword by the hilt, fruit on a stick by the stick."""
CALL = "call"
"""The pose of who is on the phone."""
PHONES = frozenset({"cell-phone", "telephone", "telephone-receiver"})
TURNERS: dict[str, Point] = {"spatula": (0.88, 0.06)}
"""Where what turns food in a pan is held: the blade is below, before the hand."""
TO_EAT_WITH: dict[str, tuple[Point, float, bool]] = {
    "spoon": ((0.14, 0.16), 6.0, True),
    "fork": ((0.5, 0.12), 50.0, True),
    "candied-haws": ((0.84, 0.08), 8.0, False),
    "lollipop": ((0.14, 0.3), 6.0, True),
}
"""Where what one eats with, or off a stick, is in the mouth, how far it is turned there, and whether it is turned about."""
_MOUTHPIECES: dict[str, Point] = {
    "trumpet": (0.95, 0.07),
    "flute": (0.93, 0.07),
    "saxophone": (0.97, 0.22),
    "postal-horn": (0.03, 0.30),
    "harmonica": (0.5, 0.1),
}
"""Where instruments are blown that hang down from the mouth to the left."""
SAID_SIZE: dict[str | None, float] = {"small": 0.72, "large": 1.34}
"""What a size that was asked for does to what is made for a part of the body: a big hat."""
POTS = frozenset(
    {"pot", "hot-pot", "cooking-pot", "pot-of-food", "cauldron", "frying-pan", "soup", "bowl", "wok"}
)
"""In what one stirs."""
TIED = frozenset({"balloon"})
"""What is held by a string, and hangs above it."""
KITES = frozenset({"kite", "butterfly-kite"})
LARGE_KITE = 1.7
"""How many times as large a large kite is on the same string."""
STRING: Point = (0.98, 0.98)
"""Where the string of a kite ends, as shares of its breadth and height."""


@cache
def held_as() -> Mapping[str, str]:
    """By the kind of what is held, the pose of who holds it."""
    lists = msgspec.convert(table("stances"), dict[str, list[str]])
    return {kind: pose for pose, held in lists.items() for kind in held}


ONE_HANDED = frozenset({"lift", "shade", "lead", "sing", "lean", "furl"})
"""Poses that leave the other hand free."""
_BETWEEN_PAWS = frozenset({"strum", "bow", "cello", "erhu", "blow", "drum", "read", "fish"})
"""Poses for which an animal that is seen from the side sits up and uses its paws."""


def takes_paws(kind: str) -> bool:
    """Whether an animal has it between the paws and not in the mouth: an instrument, a book, a rod."""
    return held_as().get(kind) in _BETWEEN_PAWS


def in_paws(thing: Thing, figure: Figure, under: Figure, frame: Frame) -> Frame:
    """Where an animal that is seen from the side has what it plays, reads or fishes with: at its mouth or before its chest."""
    pose = held_as()[thing.kind]
    grip = grip_of(pose) or Grip(at=("middle", 0, 0))
    anchors, head = under.anchors, under.anchors.head
    where = anchors.nose if pose == "blow" else anchors.hand
    if not under.hands and pose != "blow":  # its paws are drawn before its chest
        where = (anchors.neck[0] - 0.24 * head, anchors.neck[1] + 0.36 * head)
    measure = min(head, 0.42 * under.tall) * frame.factor
    return gripped(thing, figure, where, grip, measure, frame)


def is_in_hand(relation: Relation) -> bool:
    """Whether it is that of what somebody holds in a hand."""
    return (relation.type, relation.part) == ("hold", "hand")


def hand_at(under: Figure, frame: Frame, *, second: bool) -> Point:
    """Where the hand is that holds, or the other one, of somebody in that frame."""
    anchors = under.anchors
    if anchors.grip is None:
        return frame.point(anchors.other or anchors.hand if second else anchors.hand)
    other = anchors.other_grip or _of_the_other_hand(anchors.grip)
    return frame.point(other if second else anchors.grip)


def _of_the_other_hand(where: Point) -> Point:
    return 128 - where[0], where[1] + 8


def usual_height(thing: Thing) -> float:
    """How high it is in metres where no size is said: what is held grows by `SAID_SIZE` alone."""
    return _UPRIGHT_M.get(thing.kind) or height_of(msgspec.structs.replace(thing, size=None))


_UPRIGHT_M = {"fork": 0.2, "spoon": 0.2, "tray": 0.5}
"""How large some things are in a hand, by their longer side, that lie elsewhere or are flat."""


def gripped(
    thing: Thing,
    figure: Figure,
    where: Point,
    grip: Grip,
    head: float,
    frame: Frame,
    *,
    second: bool = False,
    other: Point | None = None,
    feet: Point | None = None,
) -> Frame:
    """Where a pose says that a thing is which somebody holds; the `second` is on the other side, at
    `other`, if that is told. What has wheels goes down to
    the `feet` of who holds it, where those are told."""
    if second and other is not None:
        turned = abs(grip.pivot[0] - 0.5) > 0.1
        where, grip = (
            other,
            msgspec.structs.replace(grip, angle=-grip.angle, mirrored=grip.mirrored != turned),
        )
    elif second:
        where, grip = (
            _of_the_other_hand(where),
            msgspec.structs.replace(grip, behind=False, size=min(0.8, grip.size)),
        )
    size = (
        grip.size * _SWELL.get(thing.kind, 1.0)
        if grip.size
        else min(1.6, max(0.55, 1.15 * (usual_height(thing) / 0.5) ** COMPRESSION))
    )
    if thing.kind in TIED:
        size = 1.9
    if thing.kind in _RACKETS:  # away from the face
        grip = msgspec.structs.replace(
            grip, pivot=_RACKETS[thing.kind], mirrored=_RACKETS[thing.kind][0] < 0.5
        )
    if thing.kind in BY_THE_HANDLE:
        across, down, smaller = BY_THE_HANDLE[thing.kind]
        grip, size = msgspec.structs.replace(grip, pivot=(across, down)), size * smaller
        if thing.kind in _ON_WHEELS:
            grip = msgspec.structs.replace(grip, mirrored=second)
    at_mouth = grip.mirrored and thing.kind in TO_EAT_WITH
    if (hilt := BY_THE_END.get(thing.kind)) is not None and not at_mouth:
        grip = msgspec.structs.replace(
            grip,
            pivot=hilt.at,
            angle=hilt.out if second else -hilt.out,
            mirrored=hilt.to_the_right != second,
        )
    if thing.kind in TURNERS:
        grip = msgspec.structs.replace(grip, pivot=TURNERS[thing.kind], angle=28.0)
        size = max(size, 1.0)
    if at_mouth:  # at the mouth, the handle away from the face
        tip, angle, turned = TO_EAT_WITH[thing.kind]
        grip = msgspec.structs.replace(grip, pivot=tip, angle=angle, mirrored=turned)
    if thing.kind in _MOUTHPIECES:
        blown = _MOUTHPIECES[thing.kind]
        grip = msgspec.structs.replace(grip, pivot=blown, mirrored=blown[0] < 0.5)
    if thing.kind in KITES:
        size, grip = 2.7, msgspec.structs.replace(grip, pivot=STRING)
    said = 1.0 if is_flown(thing) and thing.size == "large" else SAID_SIZE.get(thing.size, 1.0)
    scale = head * size * said / max(figure.width, figure.height) * UNIT
    left, top, right, bottom = figure.extent
    across, down = (0.5, 1.0) if thing.kind in TIED else grip.pivot
    x, y = frame.point(where)
    if feet is not None and thing.kind in _ON_WHEELS and frame.point(feet)[1] > y:
        scale = said * (frame.point(feet)[1] - y) / ((1 - down) * figure.height) * UNIT
        down = max(down, 1 - (1 - down) / said)  # a large one is held lower down, a small one hangs
    pivot = (left + across * (right - left), top + down * (bottom - top))
    angle = -grip.angle if frame.flip else grip.angle
    mirrored = frame.flip != grip.mirrored and not thing.says  # words are read from the left
    return place_of(figure, Frame(x, y, scale, pivot, mirrored, frame.angle + angle))


def is_flown(thing: Thing) -> bool:
    """Whether it is a kite on the string that somebody has in hand."""
    return thing.kind in KITES and thing.rel is not None and thing.rel.type == "hold"


def in_hands(thing: Thing, bearer: Thing) -> bool:
    """Whether it is held, the hands in front of it."""
    relation = thing.rel
    return relation is not None and is_in_hand(relation) and bool(figure_of(bearer).hands)


def is_shaded(thing: Thing, bearer: Thing) -> bool:
    """Whether it is held behind the body: an umbrella."""
    grips = grip_of(bearer.limbs or bearer.pose), grip_of(second_in(bearer.limbs))
    shades = bearer.pose == "broom" or held_as().get(thing.kind) in ("shade", "hose")
    return shades and any(grip is not None and grip.behind for grip in grips) and in_hands(thing, bearer)


def room_on_the_back(thing: Thing, figure: Figure, under: Figure, frame: Frame, seats: int) -> float:
    """How large at most, in pixels a unit of its drawing, a thing is that lies on somebody's back: apples on a hedgehog share its breadth."""
    if stock_of(thing).alive or (seats < 2 and stock_of(thing).habitat != "table"):
        return math.inf
    if seats < 2:
        return _ALONE_THERE * under.width * frame.factor / figure.width
    return _ON_THE_BACK * under.width * frame.factor / seats / figure.width


_ON_THE_BACK, _ALONE_THERE = 0.66, 0.36
"""How much of somebody's breadth several things on the back take, and one small one."""
