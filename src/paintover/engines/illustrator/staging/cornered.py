"""In the corner, where nobody says in which: of a room, at its wall and not at the lower edge of the picture; out of doors,
at the side of the ground. Who stands there is as large as elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.letters.titling import word_boxes
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.clearing import Clearing
from paintover.engines.illustrator.staging.proportion import usual_height
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    floats,
    hangs,
    looks_right,
    scene_size,
    shared_area,
    standing,
)

ANY = 0.5
"""The share of the width, or of the height, that tells of a corner that it is on any side, or neither above nor below."""
_SHRINKS = (1.0, 0.9, 0.8, 0.7)
_SMALLER, _INWARD, _NEARER, _WRITTEN = 8.0, 7.0, 0.5, 36.0
"""What it costs to be smaller than usual, a picture's breadth from the edge, a picture's height from where one would rather be,
and to cover words."""
_ABOVE = 1.5
"""What it costs to be straight above or below another that comes with it."""
_LOWEST, _HIGHEST, _BROADEST, _ALONE = 0.975, 0.66, 0.42, 0.45
"""The lowest foot; how high and how broad one is there at most; and how high where nobody else is, as shares of the picture."""
_AT_THE_WALL = (0.06, 0.14, 0.24, 0.38, 0.55, 0.75)
"""How far from the wall that may be, as shares of the floor."""
_LOW_M, _A_STEP = 1.4, 2
"""What is lower than that does not stand at the very wall, where it would seem to hang on it; the first so many places are too near."""
_RIM = 0.015


def is_any_corner(scene: Scene, thing: Thing, was: Placement) -> bool:
    """Whether it is to be in a corner of which nobody said that it is above or below, and stands on the ground."""
    height = scene_size(scene)[1]
    if was.base != ANY * height or scene.sheet or hangs(thing):
        return False
    place = place_in(scene.env, scene.seed)
    return not (place.floats or floats(thing, place) or stock_of(thing).habitat == "sky")


def in_any_corner(scene: Scene, thing: Thing, was: Placement, layout: Mapping[str, Placement]) -> Placement:
    """As near to the corner as others and the words leave room, where it hides nobody and is seen itself."""
    width, height = scene_size(scene)
    figure, place, written = figure_of(thing), place_in(scene.env, scene.seed), word_boxes(scene)
    tall = usual_height(scene, dict(layout), thing, height) if layout else _ALONE * height
    if was.scale:
        tall = was.scale * figure.tall / UNIT
    else:
        tall = min(tall, _HIGHEST * height, _BROADEST * width * figure.tall / figure.width)
    clearing = Clearing(scene, thing, layout, None)
    kin = [
        layout[one.id].box
        for one in scene.objects
        if one.id in layout and one.kind == thing.kind and one.id != thing.id and one.id not in scene.layout
    ]
    sides = [was.x > width / 2] if was.x != ANY * width else [True, False]
    best: tuple[float, Frame] | None = None
    for shrink in _SHRINKS:
        size = max(tall * shrink, 0.07 * height)
        half = size * figure.width / figure.tall / 2
        scale = max(8, round(size / figure.tall * UNIT))
        for right in sides:
            for step in range(8):
                inset = _RIM * width + half + 0.03 * width * step
                x = width - inset if right else inset
                for base, cost in _feet(thing, place, height):
                    price = _SMALLER * (1 - shrink) + _INWARD * 0.03 * step + cost + 0.01 * (not right)
                    if best is not None and price >= best[0]:
                        continue
                    box = (x - half, base - size, x + half, base)
                    over = sum(shared_area(box, words) for words in written)
                    frame = Frame(
                        round(x),
                        round(base),
                        scale,
                        figure.foot,
                        looks_right(thing, x, width, len(scene.objects)),
                    )
                    price += _ABOVE * max((_in_common(box, one) for one in kin), default=0.0)
                    price += _WRITTEN * over / max(1.0, area_of(box)) + clearing.price(frame)
                    if best is None or round(price, 6) < best[0]:
                        best = round(price, 6), frame
    if best is None:
        raise AssertionError("there is always a cheapest place")
    return standing(thing, place, best[1], figure)


def _in_common(box: Box, other: Box) -> float:
    """Which share of its breadth one is above or below another."""
    return max(0.0, min(box[2], other[2]) - max(box[0], other[0])) / max(1.0, box[2] - box[0])


def _feet(thing: Thing, place: Place, height: int) -> Iterator[tuple[float, float]]:
    """How low it may stand, and what that costs: furniture at the wall, who lives rather some steps before it, and out of doors
    whatever stands there rather near."""
    if place.indoors:
        rather = 0.38 if stock_of(thing).alive else 0.0
        low = height_of(thing) < _LOW_M
        for share in _AT_THE_WALL[_A_STEP:] if low else _AT_THE_WALL:
            foot = place.horizon + share * (1 - place.horizon)
            yield min(foot, _LOWEST) * height, _NEARER * abs(share - rather)
        return
    for share in (_LOWEST, place.near, (place.near + place.far) / 2, place.far):
        yield share * height, _NEARER * (_LOWEST - share)
