"""What stands, floats or is borne, how large the picture is, and how a frame is stored as a placement.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

import math

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.attach import cab_of, is_borne
from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.company import at_table
from paintover.engines.illustrator.figures import Figure, place_of
from paintover.engines.illustrator.poses import posed
from paintover.engines.illustrator.raster import Frame
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.stock import height_of, stock_of

Box = tuple[float, float, float, float]


HOUSE_M = 2.4
"""What is at least that high is entered, not filled."""
CLEARANCE = {"dining-table": 0.66, "bench": 0.42, "chair": 0.42}
"""Furniture that something fits under, between the legs: the share of its height that is free."""
LEGGED = frozenset({"duck", "goose", "frog", "crocodile", "anchor", "ring-buoy", "surfboard", "seal"})
"""Kinds of the water's edge: they stand on the shore where there is one."""


def floats(thing: Thing, place: Place) -> bool:
    """Whether it lies in the water here."""
    if place.water is None or (stock_of(thing).habitat != "water" and not place.all_water):
        return False
    return place.all_water or thing.kind not in LEGGED


def rooted(thing: Thing) -> bool:
    """Whether it stands on the ground and nothing can bring it off: under a tree is at its foot."""
    kind = stock_of(thing)
    return kind.habitat == "ground" and not kind.alive and height_of(thing) >= 2


def sheltered(scene: Scene, thing: Thing) -> Thing | None:
    """What it is said to be under, if that keeps standing where it stands: a tree, a table with room below it."""
    over = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "below" else None
    return over if over is not None and (rooted(over) or over.kind in CLEARANCE) else None


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


def standing(thing: Thing, place: Place, frame: Frame, figure: Figure) -> Placement:
    """The placement of one that stands for itself in that frame, in its pose."""
    if thing.pose in stock_of(thing).poses or not stock_of(thing).alive:
        return placement_from(frame, figure)
    flies = stock_of(thing).habitat == "sky" or place.floats
    flies = flies or (thing.rel is not None and thing.rel.type == "above")
    moved, lift = posed(frame, figure, thing.pose, flies=flies or floats(thing, place))
    return placement_from(moved, figure, lift=lift)


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


def bearer_of(scene: Scene, thing: Thing) -> Thing | None:
    """What carries the thing, if something in the scene does. Who is in a house stands at its door."""
    if thing.rel is None or thing.rel.to == thing.id:
        return None
    bearer = scene.thing(thing.rel.to)
    if not is_borne(thing):
        return bearer if bearer is not None and bearer.rel is None and at_table(thing, bearer) else None
    if (
        bearer is not None
        and thing.rel.type == "inside"
        and height_of(bearer) >= HOUSE_M
        and not cab_of(thing, bearer)
    ):
        return None
    return bearer


def looks_right(thing: Thing, x: float, width: float, actors: int) -> bool:
    """Those on the left turn to the middle; drawings look left. Things do not turn, as letters must not."""
    return stock_of(thing).alive and x < width * 0.5 - 2
