"""What stands, floats or is borne, how large the picture is, and how a frame is stored as a placement.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.kinds import BEDS, TABLES
from paintover.engines.illustrator.scene import Environment, Placement, Relation, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, place_of
from paintover.engines.illustrator.sprites.poses import CEILING, TOPPLED, posed, topples
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import LAID_M, figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.aboard import hull_of, is_aboard
from paintover.engines.illustrator.staging.bearing import is_borne
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.crown import is_in_crown
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.windows import looks_out, places_at_windows

Box = tuple[float, float, float, float]


HOUSE_M = 2.4
"""What is at least that high is entered, not filled."""
LEGGED = frozenset({"duck", "goose", "frog", "crocodile", "anchor", "ring-buoy", "surfboard", "seal"})
"""Kinds of the water's edge: they stand on the shore where there is one."""


BRIDGES = frozenset({"bridge", "wooden-bridge"})
"""What spans a river."""
SHARED = (
    TABLES
    | BEDS
    | {
        "tree-branch",
        "shelf",
        "bookshelf",
        "bay-window",
        "couch",
        "train-seats",
        "bench",
        "bridge",
        "wooden-bridge",
        "market-stall",
        "hill",
        "stage",
        "seesaw",
        "pier",
    }
)
"""What is broad enough for two: what stands beside one who is on it is on it, too. Boats are, besides."""
_SMALL_M = 0.7
"""What is no taller stands on furniture beside another thing."""
ON_A_WALL = frozenset({"above", "behind", "beside", "left", "right"})
"""How what hangs on a wall stands to what is before that wall."""
_NEIGHBOURLY = frozenset({"left", "right", "beside", "between", "front", "behind"})


def floats(thing: Thing, place: Place) -> bool:
    """Whether it lies, swims or stands in the water here."""
    if place.water is None:
        return False
    if stock_of(thing).habitat == "sky" and thing.where != "water":
        return False
    if thing.where in ("water", "ground"):
        return thing.where == "water" or place.all_water
    if stock_of(thing).habitat != "water" and not place.all_water:
        return False
    return place.all_water or thing.kind not in LEGGED or thing.pose == "swim"


_ON_THE_SEABED = frozenset(
    {"crab", "starfish", "lobster", "anchor", "sea-urchin", "snail", "shrimp", "coral", "shell"}
)


def lies_on_the_seabed(thing: Thing, env: Environment) -> bool:
    """Whether it lies on the bottom of the sea where all is under water: a chest, a crab."""
    if env.place != "underwater" or thing.pose is not None or thing.rung == "signpost":
        return False
    kind = stock_of(thing)
    lifeless = not kind.alive and kind.habitat not in ("water", "sky") and thing.kind not in BUOYANT
    return thing.kind in _ON_THE_SEABED or lifeless


BUOYANT = frozenset({"bubble", "bubbles", "balloon", "submarine", "beach-ball", "umbrella", "heart", "star"})
"""What does not sink."""
SEABED = (0.93, 0.9, 0.955, 0.88)
"""Where that lies, as shares of the height of the picture."""


def is_under_water(scene: Scene, thing: Thing) -> bool:
    """Whether it swims below a boat, or a duck: all of it is in the water."""
    over = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
    place = place_in(scene.env, scene.seed)
    if over is None or over.rel is not None or place.water is None or stock_of(over).habitat != "water":
        return False
    dives = stock_of(thing).alive or thing.kind == "submarine"
    return dives and stock_of(thing).habitat == "water" and floats(thing, place) and floats(over, place)


_DRAUGHT = {
    "pier": 0.10,
    "duck": 0.22,
    "goose": 0.24,
    "rowing-boat": 0.28,
    "canoe": 0.31,
    "raft": 0.17,
    "bamboo-raft": 0.17,
    "gondola-boat": 0.18,
    "dragon-boat": 0.23,
    "pirate-ship": 0.17,
    "submarine": 0.14,
    "lotus": 0.0,
    "lotus-leaf": 0.0,
}
"""How deep some are in the water whose legs, oars or own waves are drawn below the body or the hull, as a share of the height
of all that is drawn."""
_AFLOAT, _ADRIFT, _FOUNDED = 0.075, 0.2, 0.04
"""The same of boats and fish, of what is only said to be in the water, and of what is built there."""
_UPRIGHT, _ON_FOUR = 0.30, 0.24
"""The same of who stands in the water, on two legs and on four."""
_CHIN, _DEEPEST = 0.42, 0.6
"""How far below the nose of a swimmer the water is, in measures of the head, and the share that is below it at most."""
_SWIM_M = 0.5
"""Who is smaller cannot stand in it."""


SURFING = "surf"
"""The pose of who is drawn on a board, which floats."""


def is_immersed(thing: Thing, place: Place) -> bool:
    """Whether it is in the water of this place though that is not where its kind lives: somebody who wades or swims."""
    if not floats(thing, place):
        return False
    if thing.kind in LAID_M or thing.pose == SURFING:
        return False
    if stock_of(thing).habitat == "water":
        return thing.where == "water" and thing.kind in LEGGED and thing.kind not in _DRAUGHT
    return thing.where == "water" or stock_of(thing).alive


def wades(scene: Scene, thing: Thing) -> bool:
    """Whether it stands in the shallow water that all of this place's ground is under."""
    if not place_in(scene.env).shallow or scene.style == "papercut":
        return False
    up = thing.rel is not None and thing.rel.type in ("above", "on")
    placed = scene.layout.get(thing.id)
    return not (up or in_the_air(thing, place_in(scene.env)) or (placed is not None and placed.lift))


def draught_of(thing: Thing, place: Place) -> float:
    """How deep it is in the water, as a share of the height of its figure."""
    if not is_immersed(thing, place):
        return _DRAUGHT.get(thing.kind, _AFLOAT)
    kind, figure = stock_of(thing), figure_of(thing)
    if thing.kind in BRIDGES:
        return _FOUNDED
    if not kind.alive:
        return _FOUNDED if kind.habitat == "ground" and height_of(thing) >= HOUSE_M else _ADRIFT
    swims = thing.pose == "swim" or place.all_water or kind.height_m < _SWIM_M
    upright = kind.crop is not None or figure.anchors.front or figure.height > 1.5 * figure.width
    stands = _UPRIGHT if upright else _ON_FOUR
    chin = figure.anchors.nose[1] + _CHIN * figure.anchors.head
    deep = min(_DEEPEST, max(stands, (figure.extent[3] - chin) / figure.height)) if swims else stands
    if figure.anchors.grip is not None and thing.pose in _IN_THE_ARMS:  # which is seen above the water
        below = figure.anchors.grip[1] + _BELOW_IT * figure.anchors.head
        deep = min(deep, max(_ANKLES, (figure.extent[3] - below) / figure.height))
    return deep


_IN_THE_ARMS = frozenset({"embrace", "cradle", "hold"})
_BELOW_IT, _ANKLES = 0.22, 0.1
"""How far below the middle of what somebody in the water has in the arms the water is, in heads, and how deep at least, as a share
of the height."""


def sunk_by(thing: Thing, place: Place, tall: float, height: float) -> float:
    """How far its foot is below the line on which boats lie, for one so many pixels high in a picture of that height; 0 for
    what lies on it, too. Who swims sits on that line: a large duck is not at the far shore."""
    if not is_immersed(thing, place):
        sunk = _DRAUGHT.get(thing.kind, 0.0) * tall if floats(thing, place) else 0.0
        return sunk + (_TO_THE_BANK * height if thing.kind == "pier" and not place.all_water else 0.0)
    return draught_of(thing, place) * tall - place.out * height


_TO_THE_BANK = 0.04
"""How much nearer than boats a jetty stands, whose near end is at the bank, as a share of the picture's height."""


def hangs(thing: Thing) -> bool:
    """Whether it is on the wall of a room, or under its ceiling, and stands on nothing."""
    return thing.pose in ("hung", CEILING) and (thing.rel is None or thing.rel.type in ON_A_WALL)


def in_the_air(thing: Thing, place: Place) -> bool:
    """Whether it is up in the sky here, or on the wall of a room: behind all that stands."""
    return not place.floats and (
        stock_of(thing).habitat == "sky" or (hangs(thing) and (place.indoors or thing.pose == CEILING))
    )


def rooted(thing: Thing) -> bool:
    """Whether it stands on the ground and nothing can bring it off: under a tree is at its foot."""
    kind = stock_of(thing)
    return kind.habitat == "ground" and not kind.alive and height_of(thing) >= 2


_HIGHER = 1.2
"""What looms is so many times as high as those that are there."""


def looms(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> bool:
    """Whether it is so high, and dead, that it looks right behind the others, and like their toy before them."""
    heights = [height_of(one) for one in scene.objects if one.id in layout and one.id != thing.id]
    return rooted(thing) or towers(thing, heights)


def towers(thing: Thing, heights: Sequence[float]) -> bool:
    """Whether it is plainly higher than those so many metres high: than most of them, or than all if it is no large thing."""
    measure = statistics.median if height_of(thing) >= _LARGE_M else max
    return bool(heights) and height_of(thing) > _HIGHER * measure(heights)


_LARGE_M = 1.0
"""From such a height on a thing is large."""


def ring_of(scene: Scene, thing: Thing) -> list[Thing]:
    """Those that are said to be around the same thing as this one, in order; none where it is around nothing."""
    if thing.rel is None or thing.rel.type != "around":
        return []
    return [
        one
        for one in scene.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("around", thing.rel.to)
    ]


def scene_size(scene: Scene) -> tuple[int, int]:
    """The scene's nominal width and height in pixels."""
    return parse_ratio(scene.ratio).size()


def frame_from(placement: Placement, figure: Figure) -> Frame:
    """The frame that a stored placement means for its figure."""
    return Frame(placement.x, placement.base, placement.scale, figure.foot, placement.flip, placement.angle)


_CLIMBED = 0.34
"""How far above the ground is who climbs something, as a share of the own height."""


def climbs(thing: Thing) -> bool:
    """Whether it climbs what it is in front of: a ladder, a tree."""
    return thing.pose == "climb" and thing.rel is not None and thing.rel.type == "front"


def standing(thing: Thing, place: Place, frame: Frame, figure: Figure) -> Placement:
    """The placement of one that stands for itself in that frame, in its pose."""
    drawn = thing.pose in stock_of(thing).poses and thing.pose != "jump"
    if drawn or not stock_of(thing).alive:
        fallen = not drawn and thing.pose == "lie" and topples(figure)
        return placement_from(posed(frame, figure, TOPPLED, flies=False)[0] if fallen else frame, figure)
    flies = stock_of(thing).habitat == "sky" or place.floats
    flies = flies or (thing.rel is not None and thing.rel.type == "above")
    moved, lift = posed(frame, figure, thing.pose, flies=flies or floats(thing, place))
    if climbs(thing):
        lift = round(_CLIMBED * figure.height * frame.factor)
        moved = replace(frame, y=frame.y - lift)
    placed = placement_from(moved, figure, lift=lift)
    if not is_immersed(thing, place):
        return placed
    left, top, right, bottom = placed.box
    line = bottom - round(draught_of(thing, place) * (bottom - top))
    return msgspec.structs.replace(placed, box=(left, top, right, line))


def turned_over(thing: Thing, placed: Placement) -> Placement:
    """Who stands on something, upside down where their pose is that and no drawing of their own shows it."""
    pose, rel = thing.pose, thing.rel
    stands = rel is not None and (rel.type, rel.part) == ("on", None) and stock_of(thing).alive
    if pose != "handstand" or not stands or pose in stock_of(thing).poses or placed.angle:
        return placed
    figure = figure_of(thing)
    return placement_from(posed(frame_from(placed, figure), figure, pose, flies=False)[0], figure)


def placement_from(frame: Frame, figure: Figure, *, lift: float = 0.0) -> Placement:
    """A frame as it is stored, with an estimated box; drawing replaces the box by the true one."""
    stood = place_of(figure, frame)
    x0, y0, x1, y1 = stood.bounds(figure.extent)
    return Placement(
        x=round(stood.x, 2),
        base=round(stood.y, 2),
        scale=round(stood.scale, 2),
        flip=stood.flip,
        angle=round(stood.angle, 2),
        lift=lift,
        box=(math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1)),
    )


def carried(scene: Scene, thing: Thing) -> Thing:
    """The thing as its bearer bears it: a cup beside the laptop is on the laptop's table, too."""
    seat = shared_seat(thing, scene.thing)
    return thing if seat is None else msgspec.structs.replace(thing, rel=seat)


def shared_seat(thing: Thing, find: Callable[[str], Thing | None]) -> Relation | None:
    """How it is on what its neighbour is on, if it is there, too; `find` gives a thing by its id."""
    seen, near = {thing.id}, thing
    while near.rel is not None and near.rel.type in _NEIGHBOURLY and len(seen) < 9:
        other = find(near.rel.to)
        if other is None or other.id in seen:
            return None
        seen.add(other.id)
        near = other
    if (
        near is thing
        or near.rel is None
        or near.rel.type not in ("on", "inside")
        or near.rel.part is not None
    ):
        return None
    bearer = find(near.rel.to)
    if bearer is None or bearer.id in seen or not _seats_both(near, thing, bearer):
        return None
    return Relation(type=near.rel.type, to=bearer.id)


_DECKS, _ROLLED_M = BRIDGES | {"pier", "stage"}, 1.3
"""What people walk over with what they push before them, which is no higher than that in metres."""
BENCHES = frozenset({"couch", "bench", "train-seats"})
"""Before and behind somebody on these is before and behind the seat."""


def _in_line(thing: Thing) -> bool:
    return thing.rel is not None and thing.rel.type in ("front", "behind")


_SWAYS = TABLES | {"seesaw", "tree-branch"}
"""What nobody stands on who is beside somebody there."""
_AFOOT = frozenset({"stand", "walk", "run"})
"""How those are who are beside a bench, and not on it."""
_LYING = frozenset({"lie", "sleep", "sit"})
"""How those are who are in a bed; others stand beside it."""


def _seats_both(first: Thing, second: Thing, bearer: Thing) -> bool:
    kind = stock_of(second)
    if hull_of(bearer) is not None:
        return kind.alive and kind.habitat != "water"
    if bearer.kind not in SHARED or (first.rel is not None and first.rel.type == "inside"):
        return False
    afoot = second.pose in _AFOOT and bearer.kind in _SWAYS
    if afoot or (
        bearer.kind in BENCHES and stock_of(first).alive and (_in_line(second) or second.pose in _AFOOT)
    ):
        return False
    if bearer.kind in BEDS and kind.alive and first.pose in _LYING and second.pose not in _LYING:
        return False
    if kind.alive and stock_of(first).alive:
        return height_of(second) <= max(2.0, height_of(first))
    if bearer.kind in _DECKS and stock_of(first).alive and kind.habitat in ("ground", "road"):
        return height_of(second) <= _ROLLED_M
    return height_of(second) <= _SMALL_M and kind.habitat != "sky"


def bearer_of(scene: Scene, thing: Thing) -> Thing | None:
    """What carries the thing, if something in the scene does. Who is in a house stands at its door."""
    if thing.rel is None or thing.rel.to == thing.id:
        return None
    thing = carried(scene, thing)
    if thing.rel is None:
        return None
    bearer = scene.thing(thing.rel.to)
    if not is_borne(thing):
        return bearer if bearer is not None and bearer.rel is None and at_table(thing, bearer) else None
    if (
        bearer is not None
        and thing.rel.type == "inside"
        and height_of(bearer) >= HOUSE_M
        and not _at_a_window(scene, thing, bearer)
        and not is_aboard(thing, bearer)
        and not is_in_crown(thing, bearer)
    ):
        return None
    return bearer


def _at_a_window(scene: Scene, thing: Thing, bearer: Thing) -> bool:
    """Whether it looks out of a window and all who do find room there."""
    if not looks_out(thing, bearer):
        return False
    inside = [one for one in scene.objects if one.rel is not None and one.rel.to == bearer.id]
    return sum(looks_out(one, bearer) for one in inside) <= max(1, places_at_windows(bearer))


def looks_right(thing: Thing, x: float, width: float, actors: int) -> bool:
    """Those on the left turn to the middle; drawings look left. Things do not turn, as letters must not."""
    return stock_of(thing).alive and x < width * 0.5 - 2


def runs_from(scene: Scene, thing: Thing) -> str:
    """The side to which one runs who leaves somebody asleep behind; "" for nobody."""
    rel = thing.rel
    if rel is None or rel.type not in ("left", "right"):
        return ""
    asleep = any(
        one.pose == "sleep" and (one.id == rel.to or (one.rel is not None and one.rel.to == rel.to))
        for one in scene.objects
    )
    return rel.type if asleep else ""


def unit_of(thing: Thing, placed: Placement) -> float:
    """How many pixels what is a metre high would have beside it, real heights compressed."""
    pixels: float = placed.scale * figure_of(thing).tall / UNIT
    return pixels / float(height_of(thing) ** COMPRESSION)


def shared_area(first: Box, second: Box) -> float:
    """How many square pixels lie in both boxes."""
    wide = min(first[2], second[2]) - max(first[0], second[0])
    high = min(first[3], second[3]) - max(first[1], second[1])
    return max(0.0, wide) * max(0.0, high)


def area_of(box: Box) -> float:
    """The square pixels of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def hidden_share(one: Placement, other: Placement) -> float:
    """How much of whichever of the two stands further back is behind the other, as a share of its box."""
    back = one if one.base + one.lift < other.base + other.lift else other
    return shared_area(one.box, other.box) / max(1.0, area_of(back.box))


def newly_hidden(
    now: Placement, was: Placement, others: Iterable[Placement], *, bearable: float = 0.15
) -> float:
    """How much more of others, or of itself, one hides at one place than at another; a bit of somebody does not count."""
    return sum(
        max(0.0, hidden_share(now, other) - max(hidden_share(was, other), bearable)) for other in others
    )
