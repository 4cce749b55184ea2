"""What bears what, and how large things are on what bears them: cups on tables, who sits where, what hides in a bag."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.poses import SLUNG
from paintover.engines.illustrator.sprites.raster import Extent, Frame
from paintover.engines.illustrator.sprites.stock import LAID_M, figure_of, height_of, stock_of
from paintover.engines.illustrator.sprites.tailor import is_garment
from paintover.engines.illustrator.staging.canopy import is_canopied
from paintover.engines.illustrator.staging.company import (
    at_table,
    has_arms,
    is_drawn,
    is_perched,
    rides_high,
    rides_piggyback,
)
from paintover.engines.illustrator.staging.crown import is_in_crown
from paintover.engines.illustrator.staging.held import COMPRESSION, SAID_SIZE
from paintover.engines.illustrator.staging.stems import STEMMED

BORNE = frozenset({"on", "cover", "hold", "wear", "inside"})
"""Relations by which one thing is carried by another; the rest only say where it stands."""


BRIMMED, PEAKED = "brimmed", "peaked"
"""The pose of a hat as anybody wears it, and of a cap on somebody's head."""


BLANKETS = frozenset({"blanket", "towel", "quilt"})


DRAPED = frozenset({"cloth", "rug", "towel"}) | BLANKETS
"""Kinds that fall in folds when they are laid over something."""


TABLECLOTH = "tablecloth"


BACKED = frozenset({"bench"})
"""Seats that look from behind as they look from before."""


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
    "elevator": (24, 30, 104, 126),
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
    if is_shouldered(thing, bearer):
        return True
    if relation is None or relation.part != "back" or stock_of(thing).wear != "back":
        return False
    under = figure_of(bearer)
    beside = under.anchors.back[1] > under.anchors.eye[1] or under.width > under.height
    lies_open = beside and not has_arms(stock_of(bearer))  # the back of a turtle, or of a dog, is seen
    return stock_of(bearer).alive and under.anchors.front and not lies_open


_A_LOAD_M, _AN_INSTRUMENT_M = 0.3, 0.2
"""How long a thing is at least that is carried over a shoulder: what stands on the ground, and all else."""


def is_shouldered(thing: Thing, bearer: Thing) -> bool:
    """Whether somebody who looks at us has it over the shoulder: a sack, a ladder."""
    rel, kind = thing.rel, stock_of(thing)
    on_the_back = rel is not None and (rel.type, rel.part) in (("on", "back"), ("wear", "back"))
    return (
        on_the_back
        and not kind.alive
        and kind.wear in (None, "hand")
        and _is_a_load(thing)
        and not is_drape(thing)
        and (has_arms(stock_of(bearer)) or is_drawn(stock_of(bearer)))
        and bearer.pose not in ("lie", "sleep", "prone", "crawl", "supine")
    )


def _is_a_load(thing: Thing) -> bool:
    """Whether it is as long as what is carried so, and no flower."""
    figure, kind = figure_of(thing), stock_of(thing)
    long = kind.height_m * max(1.0, figure.width / figure.height)
    return long >= (_A_LOAD_M if kind.habitat == "ground" else _AN_INSTRUMENT_M) and thing.kind not in STEMMED


def measured(thing: Thing, bearer: Thing, under: Figure, frame: Frame) -> float:
    """The height in pixels that a thing has beside its bearer, real sizes compressed."""
    if lies_flat(bearer):
        broad, served = under.width * frame.factor, stock_of(bearer).habitat == "table"
        across = _SERVED_M if served else _PAD_M if bearer.kind in LAID_M else ACROSS_M
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
    if has_arms(stock_of(thing)) and (thing.rel is None or thing.rel.type == "on"):
        most = _UPON  # a table or a trampoline is no higher than who stands on it
    if bearer.kind == "ball" and stock_of(thing).alive:
        most = _ON_A_BALL
    if (
        has_arms(stock_of(thing)) and bearer.kind in _STEPS and not relation_inside(thing)
    ):  # who stands on it is no doll
        share, most = share**_STEPPED_ON, 2.2
    return under.tall * frame.factor * min(most, max(0.06, share))


_ON_A_BALL = 2.2
"""How high an animal is at most that balances on a ball, in heights of that."""
_UPON = 1.5
"""How high somebody is at most who stands on something lower, in heights of that."""
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


ACROSS_M, _PAD_M = 3.2, 0.45
"""About how broad such a thing is, in metres, and a leaf that floats."""


_SERVED_M, _SERVED = 0.55, 0.5
"""The same of a plate, seen as what is on it deserves, and how high that is at most, as a share of its breadth."""


def as_told(thing: Thing, measure: Callable[[Thing], float]) -> float:
    """How high it is that is said to be large or small: so many times as high as it would be, though that had no room to grow."""
    usual = thing if thing.size == "far" else msgspec.structs.replace(thing, size=None)
    return measure(usual) * SAID_SIZE.get(thing.size, 1.0)


def spread_out(seat: int, seats: int) -> float:
    """How many seats that one of so many, counted from 0, is to the right of their middle."""
    return seat - (seats - 1) / 2


def relation_inside(thing: Thing) -> bool:
    """Whether it is inside of something."""
    return thing.rel is not None and (thing.rel.type, thing.rel.part) == ("inside", None)


def middle_of(figure: Figure) -> Point:
    """The middle of what the figure covers."""
    left, top, right, bottom = figure.extent
    return (left + right) / 2, (top + bottom) / 2
