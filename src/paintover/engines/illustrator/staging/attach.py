"""Things on other things: where a hat sits, how a cloth falls, where a cup stands on a table.

An attachment's frame is computed from its bearer's frame and anchors alone, so that it goes where the bearer goes and
nothing else can move it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.bodies import is_person
from paintover.engines.illustrator.sprites.figures import Anchors, Figure, Point, place_of
from paintover.engines.illustrator.sprites.hair import place_of_the_face
from paintover.engines.illustrator.sprites.limbs import grip_of
from paintover.engines.illustrator.sprites.poses import SLUNG
from paintover.engines.illustrator.sprites.poses import lies as lies_down
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import LAID_M, figure_of, height_of, stock_of
from paintover.engines.illustrator.sprites.tailor import is_garment
from paintover.engines.illustrator.sprites.tresses import CHIN, EARS_APART, EARS_PUT_ON, LOBES, MIDDLE
from paintover.engines.illustrator.staging.abed import abed, stretches
from paintover.engines.illustrator.staging.ablaze import blaze_frame, is_ablaze
from paintover.engines.illustrator.staging.aboard import hull_of
from paintover.engines.illustrator.staging.adorned import adorned_frame
from paintover.engines.illustrator.staging.boards import face_for
from paintover.engines.illustrator.staging.canopy import canopy_frame, is_canopied
from paintover.engines.illustrator.staging.chimneys import is_on_a_roof, roof_frame, smoke_frame, smokes
from paintover.engines.illustrator.staging.company import (
    at_table,
    company_frame,
    has_arms,
    is_drawn,
    is_perched,
    rides_high,
    rides_piggyback,
)
from paintover.engines.illustrator.staging.crown import in_the_crown, is_in_crown
from paintover.engines.illustrator.staging.encased import encased, sized_within
from paintover.engines.illustrator.staging.held import (
    BY_THE_END,
    BY_THE_HANDLE,
    COMPRESSION,
    KITES,
    SAID_SIZE,
    STRING,
    TIED,
    gripped,
    hand_at,
    in_paws,
    room_on_the_back,
    takes_paws,
    usual_height,
)
from paintover.engines.illustrator.staging.hung import hung_frame, is_hung
from paintover.engines.illustrator.staging.leash import trailing
from paintover.engines.illustrator.staging.loose import ROW, is_loose, rows_of
from paintover.engines.illustrator.staging.mounts import (
    astride_a_broom,
    behind_the_rider,
    mounted,
    mounts,
    rider_height,
    stands_on,
)
from paintover.engines.illustrator.staging.on_heads import (
    OVER_THE_EYES,
    SEEN_BEHIND,
    above_the_eyes,
    edge_at,
    held_by_the_head,
    size_of_head,
)
from paintover.engines.illustrator.staging.perches import has_a_perch, perch_frame
from paintover.engines.illustrator.staging.stems import stands_in, stem_frame
from paintover.engines.illustrator.staging.strewn import is_strewn, strewn
from paintover.engines.illustrator.staging.windows import at_the_window, looks_out

BORNE = frozenset({"on", "cover", "hold", "wear", "inside"})
"""Relations by which one thing is carried by another; the rest only say where it stands."""
BRIMMED, PEAKED = "brimmed", "peaked"
"""The pose of a hat as anybody wears it, and of a cap on somebody's head."""
BLANKETS = frozenset({"blanket", "towel", "quilt"})
DRAPED = frozenset({"cloth", "rug", "towel"}) | BLANKETS
"""Kinds that fall in folds when they are laid over something."""
TABLECLOTH = "tablecloth"
_SUNK = {
    "headphones": 0.70,
    "helmet": 0.46,
    "military-helmet": 0.30,
    "wreath": 0.45,
    "cap": 0.38,
    BRIMMED: 0.34,
    PEAKED: 0.58,
    "straw-hat": 0.30,
    "bamboo-hat": 0.42,
    "woman-hat": 0.34,
    "hat": 0.14,
    "santa-hat": 0.24,
    "christmas-hat": 0.24,
    "crown": 0.14,
    "party-hat": 0.12,
    "hair-bow": 0.25,
    "chef-hat": 0.08,
    "police-cap": 0.24,
    "fire-helmet": 0.24,
    "cowboy-hat": 0.22,
    "sailor-cap": 0.20,
    "knight-helmet": 0.34,
    "viking-helmet": 0.26,
    "fedora": 0.30,
    "beret": 0.24,
    "pirate-hat": 0.14,
    "knit-hat": 0.38,
    "bucket-hat": 0.46,
    "swim-cap": 0.52,
    "headscarf": 0.66,
    "devil-horns": 0.2,
    "halo": 0.06,
} | EARS_PUT_ON
"""How deep some things sit on a head, as a share of their own height."""
_SUNK_ASIDE = {"helmet": 0.24, "headscarf": 0.4}
"""The same on a head that is seen from the side, whose eye is nearer to its top."""
BACKED = frozenset({"bench"})
"""Seats that look from behind as they look from before."""
_AROUND = frozenset({"space-helmet"})
"""What the whole head is in."""
_ON_FURNITURE, _ON_FOOD, _ON_A_MAT = 0.66, 0.75, 0.55
"""The same for what lies on a table, which must hold more than one cup."""
SEESAW = "seesaw"
"""One sits at each end of it."""
SLOPES = {SEESAW: -0.373, "tree-branch": -0.773}
"""How steep what one is on is drawn: how far down it goes to the right."""


def tilted(bearer: Thing, frame: Frame, aside: float) -> float:
    """How far below its middle the board of a seesaw, or a branch, is so far to the right."""
    return SLOPES.get(bearer.kind, 0.0) * (-aside if frame.flip else aside)


SOFT = BEDS | {"couch", "armchair"}
"""What is padded to sit or to lie on."""
SEATS = frozenset({
    "swing-set", "seesaw", "bench", "chair", "couch", "train-seats", "seat", "sled", "wheelchair", "armchair", "rocking-chair",
    "deck-chair", "barber-chair", "lounger", "throne", "stool",
})  # fmt: skip
"""Kinds on which one sits where they bear things."""
CASES: dict[str, Extent] = {
    "fish-tank": (14, 42, 114, 92),
    "bare-fish-tank": (14, 42, 114, 92),
    "bare-fish-bowl": (18, 54, 110, 98),
    "fish-bowl": (18, 54, 110, 98),
    "bird-cage": (32, 54, 96, 93),
    "bare-bird-cage": (32, 54, 96, 93),
    "hamster-wheel": (28, 58, 100, 108),
    "snow-globe": (34, 26, 94, 82),
    "bottle": (44, 62, 84, 108),
    "jar": (34, 46, 94, 112),
}
"""Glass and bars behind which things are seen whole: the room for them on the unit square."""
POUCHES = frozenset(
    {
        "backpack",
        "handbag",
        "suitcase",
        "pouch",
        "clutch-bag",
        "shopping-bags",
        "sock",
        "hat",
        "boot",
        "pocket",
        "chimney",
    }
)
"""What is closed in front up to its upper edge: who is in it looks over that edge."""
UPRIGHT = frozenset({"dancer", "mermaid"})
"""People whose drawing has legs of its own."""
LYING = 5.0
"""Things this many times broader than high lie across what bears them."""

_FIT = {"head": 1.0, "eyes": 0.9, "face": 0.86, "neck": 0.72, "hand": 0.8, "foot": 0.8, "back": 1.1}
"""Breadth of what is made for a part, in measures of the head."""


def is_borne(thing: Thing) -> bool:
    """Whether the thing is carried by another rather than standing by itself."""
    return thing.rel is not None and thing.rel.type in BORNE


def is_spread(thing: Thing) -> bool:
    """Whether it is spread over a table."""
    return thing.kind == TABLECLOTH and thing.rel is not None and thing.rel.type == "cover"


def is_drape(thing: Thing) -> bool:
    """Whether it hangs in folds over a part of its bearer, or is cut to the bearer's body."""
    return (
        is_garment(thing)
        or is_spread(thing)
        or (
            thing.kind in DRAPED
            and thing.rel is not None
            and thing.rel.type in ("cover", "wear", "on")
            and thing.rel.part in ("face", "head", "eyes", "back", "neck")
        )
    )


def is_filled(thing: Thing, bearer: Thing) -> bool:
    """Whether the thing lies in its bearer as in a bowl, behind its near rim."""
    relation = thing.rel
    return (
        relation is not None
        and (relation.type, relation.part) == ("inside", None)
        and not stock_of(bearer).alive
        and bearer.kind not in CASES
        and not is_in_crown(thing, bearer)
    )


def is_pouch(bearer: Thing) -> bool:
    """Whether who is in it looks over its upper edge; into a hat upside down one sees."""
    return bearer.kind in POUCHES and bearer.pose != "upturned"


_FARTHER = 0.12
"""How much higher somebody sits who turns the back to us, in heights of the bench."""


def turns_its_back(thing: Thing, seat: Thing) -> bool:
    """Whether it is on a bench, or in a row of a cinema, that is seen from behind, as it is itself."""
    seen_so = seat.kind in BACKED or seat.away
    return thing.away and seen_so and thing.rel is not None and thing.rel.type == "on"


def is_behind(thing: Thing, bearer: Thing) -> bool:
    """Whether the bearer, who looks at us, hides it: a backpack on the back."""
    relation = thing.rel
    if (
        at_table(thing, bearer)
        or rides_high(thing, bearer)
        or (rides_piggyback(thing, bearer) and not is_perched(thing))
        or is_canopied(thing, bearer)
        or turns_its_back(thing, bearer)
    ):
        return True
    if relation is None or relation.part != "back" or stock_of(thing).wear != "back":
        return False
    under = figure_of(bearer)
    beside = under.anchors.back[1] > under.anchors.eye[1] or under.width > under.height
    lies_open = beside and not has_arms(stock_of(bearer))  # the back of a turtle, or of a dog, is seen
    return stock_of(bearer).alive and under.anchors.front and not lies_open


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
    if relation.part is None or not (stock_of(bearer).alive or relation.type == "wear"):
        return _set_down(thing, figure, bearer, under, frame, seat, seats)
    if is_canopied(thing, bearer):
        return canopy_frame(thing, bearer, frame)
    if (adorned := adorned_frame(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return adorned
    if sits_on(thing, bearer):
        return _seated(thing, figure, bearer, under, frame, seat, seats)
    return _put_on(thing, figure, bearer, under, frame, relation.part, seat, seats)


def _measure(thing: Thing, bearer: Thing, under: Figure, frame: Frame) -> float:
    """The height in pixels that a thing has beside its bearer, real sizes compressed."""
    if lies_flat(bearer):
        broad, served = under.width * frame.factor, stock_of(bearer).habitat == "table"
        across = _SERVED_M if served else _PAD_M if bearer.kind in LAID_M else _ACROSS_M
        power = COMPRESSION if served or stock_of(thing).alive else _ON_A_MAT
        share = float((height_of(thing) / across) ** power)
        return broad * min(_SERVED if served else 1.0, share)
    if bearer.pose == SLUNG and stock_of(thing).alive:
        return float(
            _IN_A_HAMMOCK * under.width * frame.factor * (height_of(thing) / _GROWN_M) ** COMPRESSION
        )
    if bearer.kind == "cloud" and stock_of(thing).alive:
        return under.tall * frame.factor * _ON_A_CLOUD
    small = not stock_of(thing).alive and stock_of(bearer).habitat == "indoor"
    topping = not stock_of(thing).alive and stock_of(bearer).habitat == "table" and not relation_inside(thing)
    if small and bearer.kind in SOFT and stock_of(thing).habitat == "table":
        drawn = figure_of(thing)
        least = _LEAST_ON_A_SEAT * drawn.tall / max(drawn.width, drawn.tall)
        most = 9.0 if stock_of(thing).wear is None else _LAID_OUT
        return under.tall * frame.factor * max(least, min(most, height_of(thing) / height_of(bearer)))
    power = _ON_FURNITURE if small else _ON_FOOD if topping else COMPRESSION
    share = float((height_of(thing) / height_of(bearer)) ** power)
    most = _ON_A_TOY if bearer.kind in _TOYS and not stock_of(thing).alive else 0.8
    if (
        has_arms(stock_of(thing)) and bearer.kind in _STEPS and not relation_inside(thing)
    ):  # who stands on it is no doll
        share, most = share**_STEPPED_ON, 2.2
    return under.tall * frame.factor * min(most, max(0.06, share))


_IN_A_HAMMOCK, _GROWN_M = 0.46, 1.7
"""How high somebody of that height in metres is in a hammock between trees, as a share of its breadth with the ropes."""
_ON_A_CLOUD = 1.8
"""How high who stands on a cloud is, in heights of the cloud: it is no weather then, but what carries them."""
_LEAST_ON_A_SEAT, _LAID_OUT = 0.22, 0.62
"""How high or broad at least is what lies where people sit or sleep, in heights of that, and how high clothes are at most."""
_STEPS, _STEPPED_ON = (
    frozenset({"stool", "box", "wooden-crate", "chair", "podium", "bucket", "suitcase", "barrel"}),
    1.7,
)
"""What people step on to be higher, and to which power of what all are compressed to they are larger than that."""
_TOYS, _ON_A_TOY = frozenset({"sandcastle", "building-blocks"}), 0.42
"""What is built by children, and how high at most is what they put on it, in heights of that: its flag is one of paper."""


def lies_flat(bearer: Thing) -> bool:
    """Whether it lies on the ground, and who is on it stands on the ground: a rug, a puddle."""
    figure = figure_of(bearer)
    return not stock_of(bearer).alive and height_of(bearer) < 0.15 and figure.width > 2.4 * figure.height


_ACROSS_M, _PAD_M = 3.2, 0.45
"""About how broad such a thing is, in metres, and a leaf that floats."""
_SERVED_M, _SERVED = 0.55, 0.5
"""The same of a plate, seen as what is on it deserves, and how high that is at most, as a share of its breadth."""


def _as_told(thing: Thing, measure: Callable[[Thing], float]) -> float:
    """How high it is that is said to be large or small: so many times as high as it would be, though that had no room to grow."""
    usual = thing if thing.size == "far" else msgspec.structs.replace(thing, size=None)
    return measure(usual) * SAID_SIZE.get(thing.size, 1.0)


def _spread(seat: int, seats: int) -> float:
    return seat - (seats - 1) / 2


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
BUILT_M, _STATELY = 2.0, 0.66
_BROAD = 0.66
"""How broad a man is, as a share of his height."""
_OVERHANG = 2.0
"""By how much somebody larger than what it sits on may be broader than the seat: a mermaid on a rock."""


def _set_down(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
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
        return sized_within(thing, encased(figure, case, frame, seat, seats))
    if stretches(thing, bearer):
        return abed(thing, figure, bearer, under, frame, seat, seats)
    height = _as_told(thing, lambda usual: _measure(usual, bearer, under, frame))
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
    if bearer.kind in LANDS and not stock_of(thing).alive and height_of(thing) >= BUILT_M:
        scale, room = max(scale, _STATELY * under.tall * frame.factor / figure.tall * UNIT), 1.5 * room
    if stock_of(thing).alive and height_of(thing) > height_of(bearer):
        room *= _OVERHANG if seats == 1 else 1.3
    row, at, across, most = (
        rows_of(seat, seats) if is_filled(thing, bearer) and is_loose(thing) else (0, seat, seats, seats)
    )
    fits = room / figure.width * UNIT / min(most, 9)
    if has_legs(thing) and seats > 1:  # all of a family smaller alike
        grown = _measure(msgspec.structs.replace(thing, kind="man", size=None), bearer, under, frame)
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
        y += (_NEXT * _spread(seat, seats) - _ON_ITS_SIDE) * broad
        return place_of(figure, Frame(x, y, scale, middle_of(figure), False, frame.angle - 90))
    sunk = 0.0
    if is_filled(thing, bearer):
        lies = thing.pose in ("sleep", "lie") and not is_pouch(bearer) and not has_legs(thing)
        sunk = (
            (0.58 if is_pouch(bearer) else 0.12 if lies else 0.46 if stock_of(thing).alive else 0.30)
            * scale
            * figure.height
            / UNIT
        ) - ROW * row * figure.height * scale / UNIT
    x += _spread(at, across) * step
    upright = 0.0 if bearer.rel is None else frame.angle
    return Frame(x, y + sunk, scale, figure.foot, stock_of(thing).alive and frame.flip, upright)


_CANDLES, _CAKES = frozenset({"birthday-candle"}), frozenset({"cake", "birthday-cake", "cupcake"})
_A_CANDLE, _CANDLES_APART = 0.4, 3.0
"""How high a candle on a cake is at least, in heights of the cake, and how far from the next at most, in breadths of its own."""
_DEEP = 1.3
"""How deep a row of those who lie on a rug is at most, in heights of the rug as it is seen."""
_ON_ITS_SIDE, _NEXT = 0.3, 0.72
"""How far above a rug the middle of somebody is who lies on it, and how far before it that of the next, in breadths of the
body."""


def is_wick(thing: Thing) -> bool:
    """Whether it is a candle of a cake, behind which and before which other things are put."""
    return thing.kind in _CANDLES


def relation_inside(thing: Thing) -> bool:
    """Whether it is inside of something."""
    return thing.rel is not None and (thing.rel.type, thing.rel.part) == ("inside", None)


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
    {None, "sit", "read", "knit", "hold", "write", "comb", "clap", "wave", "busy", "eat", "drink", "point"}
)
"""What somebody does sitting on a bed; all else is done standing on it."""


def is_astride(thing: Thing) -> bool:
    """Whether it is an animal, or somebody of a trade, with legs that hang at the sides of what it rides."""
    return thing.pose == "ride" and figure_of(thing).anchors.seat is not None


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
    folded = thing.pose == "sit" and is_drawn(stock_of(thing))
    return stock_of(thing).crop is not None or thing.kind in UPRIGHT or folded


_PILLION = 0.86
"""How many times as high who sits behind a rider is drawn: both are to be seen."""


def _sitting(thing: Thing, seat: Thing) -> float:
    """How high one is that sits on something, in heights of that."""
    return min(1.2, max(0.45, float((height_of(thing) / height_of(seat)) ** COMPRESSION)))


def _seated(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    """The hips on the saddle, the legs in front of what is ridden."""
    if (rides := mounted(thing, figure, bearer, under, frame, seat, seats)) is not None:
        return rides
    height = _as_told(thing, lambda usual: _sitting(usual, bearer)) * under.tall * frame.factor
    height /= 1 + 0.25 * (seats - 1)
    mount = mounts().get(bearer.kind)
    pillion = mount.back if mount is not None and seats > 1 else None
    if mount is not None and (seats == 1 or pillion is not None):
        height = rider_height(thing, bearer, under, frame) * (
            _PILLION if pillion is not None and seat else 1.0
        )
    scale = height / figure.tall * UNIT
    if perches(thing, bearer) and bearer.kind not in SEATS and bearer.kind not in mounts():
        scale = _as_told(thing, lambda usual: _measure(usual, bearer, under, frame)) / figure.tall * UNIT
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
    if bearer.kind == SEESAW and seats > 1:
        step = max(step, (under.rest_width * frame.factor - 0.6 * wide) / (seats - 1))
        y += tilted(bearer, frame, _spread(seat, seats) * step)
    x += _spread(seat, seats) * step
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


def _put_on(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, part: str, seat: int, seats: int
) -> Frame:
    if thing.kind in _STREAMS:
        return _streaming(thing, figure, under.anchors, frame)
    anchors, made_for = under.anchors, stock_of(thing).wear == part
    pawed = bearer.pose == "paws" or (not anchors.front and not has_arms(stock_of(bearer)))
    if part == "hand" and seat == 0 and pawed and takes_paws(thing.kind):
        return in_paws(thing, figure, under, frame)
    if thing.rel is not None and thing.rel.type == "hold" and part in ("face", "hand"):
        part = _where_held(thing, bearer, anchors, part)
    head, said = anchors.head * frame.factor, SAID_SIZE.get(thing.size, 1.0)
    if part == "hand" and anchors.grip is not None and (grip := grip_of(bearer.pose)) is not None:
        measure = held_by_the_head(thing, under) * frame.factor
        tied = thing.kind in TIED
        apart = seat > 0 and not tied
        in_grip = gripped(thing, figure, anchors.grip, grip, measure, frame, second=apart, feet=under.foot)
        if tied:  # all in one hand, fanned out above it
            out = -1 if in_grip.x < frame.point(middle_of(under))[0] else 1
            turn = _FANNED * _spread(seat, seats) + 0.4 * _FANNED * out * (seats - 1)
            in_grip = replace(in_grip, angle=in_grip.angle + turn)
        return _below_the_chin(thing, figure, in_grip, bearer, anchors, frame)
    if part == "hand" and bearer.pose == "broom" and thing.kind == "broom":
        return astride_a_broom(figure, under, frame)
    if part == "hand":
        longest = head * min(1.35, max(0.5, 1.1 * (usual_height(thing) / 0.5) ** COMPRESSION))
        if thing.kind in TIED:
            longest = frame.factor * min(2.2 * anchors.head, (0.85 if anchors.front else 0.55) * under.height)
        scale = said * longest / max(figure.width, figure.height) * UNIT
    elif made_for or thing.kind in DRAPED:
        measure = size_of_head(bearer, under) * frame.factor if part in ("head", "back") else head
        breadth = (
            measure * _FIT[part] * _cut(thing.pose if thing.pose in (BRIMMED, PEAKED) else thing.kind) * said
        )
        scale = breadth / figure.width * UNIT
        if thing.kind == "glasses" and (between := _between_the_eyes(anchors)):
            scale = said * between * frame.factor / LENSES * UNIT
    else:
        usual = msgspec.structs.replace(thing, size=None)
        height = min(_measure(usual, bearer, under, frame), head * (1.0 if part != "back" else 2.0))
        shared = room_on_the_back(thing, figure, under, frame, seats if part == "back" else 1)
        scale = said * min(height / figure.tall, head * 1.3 / figure.width, shared) * UNIT
    lean = 0.0 if anchors.front else -5.0
    tilt = -anchors.tilt if frame.flip else anchors.tilt
    angle = (-lean if frame.flip else lean) + frame.angle + tilt
    middle: Point = ((figure.extent[0] + figure.extent[2]) / 2, (figure.extent[1] + figure.extent[3]) / 2)
    spread = _spread(seat, seats) * min(figure.width * scale / UNIT, head * 0.8)
    facing = frame.flip if stock_of(thing).alive or made_for else False
    if thing.kind in _AROUND:
        x, y = frame.point(
            _toward(anchors, -0.25)
            if not anchors.front
            else (anchors.eye[0], anchors.eye[1] + 0.06 * anchors.head)
        )
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    if part == "head" and stock_of(thing).wear == "eyes":  # pushed up over the forehead
        x, y = frame.point((anchors.top[0], anchors.top[1] + _PUSHED_UP * anchors.head))
        return place_of(figure, Frame(x, y, 0.86 * head / figure.width * UNIT, middle, facing, angle))
    if part == "head":
        # stacked hats rise instead of standing side by side
        x, y = frame.point((anchors.top[0], anchors.top[1] + 0.04 * anchors.head))
        worn_so = thing.pose if thing.pose in (BRIMMED, PEAKED) else thing.kind
        sunk = _SUNK.get(worn_so, 0.05 if made_for else 0.0)
        aside = sunk if anchors.front else _SUNK_ASIDE.get(thing.kind, sunk)
        y += aside * figure.height * scale / UNIT
        if thing.kind not in OVER_THE_EYES and abs(frame.angle) < 30:
            y = min(y, above_the_eyes(bearer, under, frame))
        rise = seat * figure.height * scale / UNIT * 0.5
        return Frame(x, y - rise, scale, figure.foot, facing, angle)
    if part == "eyes":
        x, y = frame.point(_toward(anchors, 0.16))
        return place_of(
            figure, Frame(x, y, scale, middle, facing, frame.angle + (0 if anchors.front else angle * 0.6))
        )
    if thing.kind in _IN_LIPS and part == "face" and anchors.front:
        x, y = frame.point((anchors.nose[0] + 0.06 * anchors.head, anchors.nose[1] + _LIPS * anchors.head))
        mouthpiece = (figure.extent[0] + 0.05 * figure.width, figure.extent[1] + 0.52 * figure.height)
        scale = said * _PIPE * head / figure.width * UNIT
        return place_of(figure, Frame(x, y, scale, mouthpiece, False, frame.angle))
    if thing.kind == _ON_BOTH_EARS:
        left, top, k = place_of_the_face(under)
        x, y = frame.point((left + MIDDLE * k, top + LOBES * k))
        hooks = (middle[0], figure.extent[1] + 2)
        return place_of(
            figure, Frame(x, y, EARS_APART * k * frame.factor / _HOOKS * UNIT, hooks, facing, frame.angle)
        )
    if part == "face" and thing.rel is not None and thing.rel.type == "hold" and anchors.front:
        drawn = is_person(stock_of(bearer).art.partition(":")[2], stock_of(bearer).crop)
        low = 0.30 if drawn else 0.26
        x, y = frame.point((anchors.nose[0], anchors.nose[1] + low * anchors.head))  # in the mouth
        scale = _in_the_mouth(thing, figure, head, wide=0.8 if not drawn else 0.6)
        across = figure.height > 1.5 * figure.width
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle + (90 if across else 0)))
    if part == "face":
        x, y = frame.point(anchors.nose if anchors.front else _toward(anchors, 0.75))
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    if part == "neck" and thing.kind == "leash":
        return trailing(under, frame)
    if part == "neck":
        x, y = frame.point(anchors.neck)
        if thing.kind == "necklace" and anchors.front and under.hair:  # below the chin
            left, top, k = place_of_the_face(under)
            x, y = frame.point((left + MIDDLE * k, top + CHIN * k))
            return place_of(
                figure, Frame(x, y, scale, (middle[0], figure.extent[1] + 2), facing, frame.angle)
            )
        high = figure.height > figure.width
        hung = (middle[0], figure.extent[1] + (0.12 if high else 0.5) * figure.height)
        if not anchors.front:  # at the throat
            x, y = frame.point((anchors.neck[0] - 0.24 * anchors.head, anchors.neck[1] + 0.18 * anchors.head))
        return place_of(figure, Frame(x + spread, y, scale, hung, facing, frame.angle))
    if part == "hand":
        apart = anchors.other is not None and seat > 0
        x, y = hand_at(under, frame, second=apart)
        if thing.kind in TIED:
            # the strings meet in the hand, the balloons fan out above it and away from the face
            aside = (x - frame.point(middle_of(under))[0]) / head
            away = -1.0 if aside < 0 else 1.0
            fan = away * (16 + 30 * max(0.0, 0.5 - abs(aside))) + _spread(seat, seats) * 20
            knot = (middle[0], figure.extent[3])
            return place_of(figure, Frame(x, y, scale, knot, False, fan))
        if thing.kind in KITES:
            left, top, right, bottom = figure.extent
            end = (left + STRING[0] * (right - left), top + STRING[1] * (bottom - top))
            scale *= 2.7 * head / longest / (said if thing.size == "large" else 1.0)
            return place_of(figure, Frame(x, y, scale, end, frame.flip != apart, frame.angle))
        spread = 0.0 if anchors.other is not None else spread
        held = (middle[0], figure.extent[1] + (0.7 if anchors.front else 0.32) * figure.height)
        if anchors.front and thing.kind in BY_THE_HANDLE:
            aside, down, smaller = BY_THE_HANDLE[thing.kind]
            left, top, right, bottom = figure.extent
            held, scale = (left + aside * (right - left), top + down * (bottom - top)), scale * smaller
        if not anchors.front and figure.width < 1.6 * figure.height and thing.kind != "leash":
            facing = facing != (thing.kind in _BITTEN and not frame.flip)
            share = 0.24 if frame.flip or facing else 0.76  # held in the mouth, out of the face
            held = (figure.extent[0] + share * figure.width, figure.extent[1] + 0.45 * figure.height)
        return place_of(figure, Frame(x + spread, y, scale, held, facing, frame.angle))
    if part == "foot":
        x, y = frame.point(anchors.foot)
        if bearer.pose == "kick":
            scale *= 0.62
            x += (1 if frame.flip else -1) * 0.42 * figure.width * scale / UNIT
        if thing.kind in _SKATES and anchors.other is not None:
            scale = _APART_AS_FEET * frame.factor  # a boot on either foot
        sole = (figure.foot[0], figure.foot[1] - (_UNDER_THE_SOLE if thing.kind in _SKATES else 0.0))
        return Frame(x + spread, y, scale, sole, facing, frame.angle)
    if is_behind(thing, bearer):
        at = (anchors.neck[0] + 0.42 * anchors.head, anchors.neck[1] + 0.25 * anchors.head)
        half = 0.5 * figure.width * scale / UNIT / frame.factor
        x, y = frame.point((max(at[0], edge_at(under, at[1]) - SEEN_BEHIND * half), at[1]))
        return place_of(figure, Frame(x, y, scale, middle, facing, frame.angle))
    aside = 0.0
    if anchors.front and anchors.back[1] > anchors.eye[1]:  # beside the face, which stays free
        scale *= 0.6 if made_for else 0.76
        aside = (0.10 if made_for else 0.06) * anchors.head
    sunk = _ON_THE_BACK.get(thing.kind, 0.0) * figure.height * scale / UNIT
    x, y = frame.point((anchors.back[0] + aside, anchors.back[1] + 2))
    if (
        made_for and not anchors.front and under.height > 1.45 * under.width
    ):  # it stands: at its back, not on its head
        edge, half = under.extent[2] - 0.12 * under.width, 0.3 * figure.width * scale / UNIT
        x, y = frame.point((edge, anchors.neck[1] + 0.9 * anchors.head))
        x, sunk = x + (-half if frame.flip else half), 0.0
    return Frame(x + spread, y + sunk, scale, figure.foot, facing, frame.angle)


_SKATES = frozenset({"ice-skates", "roller-skates"})
_APART_AS_FEET = 42.0
"""The scale of a pair of them for feet as far apart as people's are, in measures of a body."""
_UNDER_THE_SOLE = 11.0
"""How far wheels and blades are below the sole, in units."""
_PUSHED_UP = 0.16
"""How far below the crown glasses are that nobody looks through, in heads."""
_IN_LIPS = frozenset({"tobacco-pipe", "whistle"})
"""What is between the lips and hangs out of a corner of the mouth."""
_LIPS, _PIPE = 0.06, 0.6
"""How far below the nose the lips are, and how long a pipe is, in heads."""
_ON_BOTH_EARS = "ear-drops"
_HOOKS = 100.0
"""How far apart the hooks of a pair of earrings are drawn."""
_STREAMS = frozenset({"fire-breath", "water-jet"})
"""What comes out of a mouth or a trunk, drawn towards the left."""
_FAR_OUT = 1.8
"""How long such a stream is, in heads."""


def _streaming(thing: Thing, figure: Figure, anchors: Anchors, frame: Frame) -> Frame:
    """Out of the mouth, the way one looks."""
    low = 0.30 if anchors.front else 0.16
    nose = anchors.nose if anchors.front else _toward(anchors, 1.0)
    x, y = frame.point((nose[0], nose[1] + low * anchors.head))
    scale = _FAR_OUT * anchors.head * frame.factor * SAID_SIZE.get(thing.size, 1.0) / figure.width * UNIT
    mouth = (figure.extent[2], (figure.extent[1] + figure.extent[3]) / 2)
    return place_of(figure, Frame(x, y, scale, mouth, frame.flip, frame.angle))


_ON_THE_BACK = {"saddle": 0.58, "backpack": 0.34}
"""How deep what is made for a back is on that of an animal, as a share of its own height."""
_IN_MOUTHS = frozenset({"dog", "pig", "sheep", "ram", "skunk", "beaver", "otter", "seal", "capybara"})
"""Animals drawn from the front that carry things in the mouth, having nothing else to do it with."""


def _where_held(thing: Thing, bearer: Thing, anchors: Anchors, part: str) -> str:
    """In the mouth of who looks at us, or where one has it who is seen from the side."""
    if not anchors.front:
        return "hand"
    return "face" if bearer.kind in _IN_MOUTHS and thing.kind not in TIED and thing.kind != "leash" else part


def _in_the_mouth(thing: Thing, figure: Figure, head: float, *, wide: float) -> float:
    """The scale of what somebody has across the mouth: about as broad as the face, and no higher than the chin leaves."""
    said = SAID_SIZE.get(thing.size, 1.0)
    size = min(1.15, max(0.7, (usual_height(thing) / 0.25) ** 0.25))
    long, high = max(figure.width, figure.height), min(figure.width, figure.height)
    return float(said * min(wide * head * size / long, 0.62 * head / high) * UNIT)


_BITTEN = frozenset({"carrot", "radish"})
"""What is eaten from the end that is drawn on the left, and is turned about for who looks to the left."""
_FANNED = 22.0
"""Degrees between balloons in one hand."""
_IN_THE_ARMS = frozenset({"hold", "embrace", "carry", "hug"})
"""Poses in which what is held is before the body, and may not hide the face."""


def _below_the_chin(
    thing: Thing, figure: Figure, held: Frame, bearer: Thing, anchors: Anchors, frame: Frame
) -> Frame:
    """What is held in the arms, smaller and lower where it would hide the face."""
    if bearer.pose not in _IN_THE_ARMS or thing.kind in {*TIED, *BY_THE_END} or abs(frame.angle) > 30:
        return held
    left, top, right, _ = held.bounds(figure.extent)
    half = 0.40 * anchors.head * frame.factor
    x, chin = frame.point((anchors.nose[0], anchors.nose[1] + 0.24 * anchors.head))
    if right < x - half or left > x + half or top >= chin:
        return held
    size = anchors.head * frame.factor
    if chin - top > 0.2 * size:
        held = replace(held, scale=held.scale * 0.8)  # about its foot: it becomes lower
        top = held.bounds(figure.extent)[1]
    return replace(held, y=held.y + min(max(0.0, chin - top), 0.28 * size))


def middle_of(figure: Figure) -> Point:
    """The middle of what the figure covers."""
    left, top, right, bottom = figure.extent
    return (left + right) / 2, (top + bottom) / 2


def _cut(kind: str) -> float:
    """How much broader than the head some things are worn."""
    return {
        BRIMMED: 1.3,
        PEAKED: 1.16,
        "straw-hat": 1.35,
        "bamboo-hat": 1.5,
        "witch-hat": 1.3,
        "woman-hat": 1.2,
        "graduation-cap": 1.15,
        "pot-lid": 1.02,
        "crown": 0.85,
        "hat": 1.0,
        "santa-hat": 1.1,
        "party-hat": 0.62,
        "hair-bow": 0.6,
        "bow-tie": 0.7,
        "tie": 0.34,
        "moustache": 0.5,
        "headphones": 1.22,
        "wreath": 1.05,
        "helmet": 1.08,
        "shoe": 0.62,
        "roller-skates": 0.74,
        "ice-skates": 0.8,
        "leather-shoe": 0.62,
        "high-heel": 0.5,
        "boot": 0.4,
        "space-helmet": 1.5,
        "chef-hat": 0.95,
        "police-cap": 1.15,
        "fire-helmet": 1.25,
        "cowboy-hat": 1.35,
        "pirate-hat": 1.3,
        "fedora": 1.25,
        "viking-helmet": 1.25,
        "knight-helmet": 1.0,
        "nurse-cap": 0.7,
        "bunny-ears": 0.85,
        "tiara": 0.75,
        "beret": 1.05,
        "knit-hat": 1.05,
        "bucket-hat": 1.35,
        "swim-cap": 1.12,
        "headscarf": 1.1,
        "devil-horns": 0.8,
        "halo": 0.75,
    }.get(kind, 1.0)


def _between_the_eyes(anchors: Anchors) -> float:
    """How far apart the eyes of somebody are who looks at us; 0 where only one is known."""
    if not anchors.front or len(anchors.eyes) != 2:
        return 0.0
    (one, _), (other, _) = anchors.eyes
    return abs(other - one)


LENSES = 60.0
"""How far apart the middles of a pair of glasses are drawn."""


def _toward(anchors: Anchors, share: float) -> Point:
    """A point on the way from eye to nose."""
    (ex, ey), (nx, ny) = anchors.eye, anchors.nose
    if anchors.front:
        return ex, ey
    return ex + (nx - ex) * share, ey + (ny - ey) * share
