"""What is far away: small at the horizon, where those in front leave most of it free."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from paintover.engines.illustrator.backdrops import INDOORS, Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.backdrops.canvas import by_turns
from paintover.engines.illustrator.kinds import FENCES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.likeness import is_built
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.on_water import across_the_water, spans_the_water
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    floats,
    in_the_air,
    looks_right,
    rooted,
    scene_size,
    shared_area,
    standing,
    sunk_by,
)

SPANNING = 6.0
"""What is so high in the sky, in metres, spans much of it: a rainbow, fireworks, northern lights."""
_SHARE, _MORE_A_DECADE, _BROADEST = 0.10, 0.05, 0.3
"""How high at the horizon is what is a metre high, and what ten times as high is more, as shares of the picture's height;
and how broad anything is there at most, as a share of its width."""
_STATELY = 0.07
"""How much higher a building is, which is no toy in the distance."""
_ALONE = 2.0
"""How many times as high is what is all there is."""
_STEPS = 45
"""Spots along the horizon that are tried."""
_FURTHER, _DEARER = (1.0, 0.84, 0.7), 1.2
"""How much smaller one is who comes into a picture and is seen there only as one still further away, and what that costs."""

_LINES, _OFF_THE_LINE = (0.0, 0.04, 0.09, 0.15), 3.0
"""How much nearer, or higher in the air, that may be where others hide the horizon, as shares of the picture's height, and what
a picture's height of this costs."""


ARCHES = frozenset({"rainbow"})
"""What spans the whole sky, from the horizon to the horizon, behind all else."""
_WIDE, _FOOT, _NARROWER, _ON_THE_SEA = 0.94, 0.015, 0.7, 0.035
"""How broad that is at most, as a share of the picture's width, how far below the horizon it ends, as a share of its height,
how broad a second one is beside the first, and how far below the horizon a boat is."""


def spans_the_sky(scene: Scene, thing: Thing) -> bool:
    """Whether it is an arch in the sky of a landscape."""
    if thing.kind not in ARCHES or scene.sheet or thing.rung == "signpost":
        return False
    free = thing.rel is None or thing.rel.type in ("above", "behind", "beside", "left", "right")
    return free and scene.env.place not in INDOORS and not place_in(scene.env).floats


def _arched(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Placement:
    """Over the whole landscape; a second one is within the first."""
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    base = (place.horizon + _FOOT) * height
    broad = min(_WIDE * width, (base - 0.04 * height) * figure.width / figure.tall)
    there = sum(1 for one in scene.objects if one.kind in ARCHES and one.id in layout and one.id != thing.id)
    broad *= _NARROWER ** (there + (1 if thing.size == "small" else 0))
    aside = by_turns(scene.seed, "arch", (-0.4, 0.4, 0.0)) * (width - broad)
    scale = max(8, round(broad / figure.width * UNIT))
    return standing(
        thing, place, Frame(round(width / 2 + aside), round(base), scale, figure.foot, False), figure
    )


def is_distant(scene: Scene, thing: Thing) -> bool:
    """Whether its place is at the horizon: small, or over all of it; another thing of the sky is as large as ever."""
    if is_out_there(scene, thing) or spans_the_water(thing):
        return True
    if thing.size != "far" or scene.env.place in INDOORS or place_in(scene.env).floats:
        return False
    if thing.kind in FENCES and scene.layout:
        return False  # it runs along behind those who are there
    wide = stock_of(thing).habitat == "sky" and height_of(thing) >= SPANNING
    return not wide and thing.kind not in LUMINARIES


def is_beyond_the_rail(scene: Scene, thing: Thing) -> bool:
    """Whether it is out at sea, as seen from the deck of a ship: another ship, a whale."""
    free = thing.rel is None or thing.rel.type in _OUT_THERE
    return scene.env.place == "deck" and free and stock_of(thing).habitat == "water"


_OUT_THERE = frozenset({"behind", "beside", "left", "right"})
"""How what is out at sea may be said to be to somebody on the deck."""


def is_out_there(scene: Scene, thing: Thing) -> bool:
    """Whether it is far away whatever it is said to be to another: over the whole sky, or out at sea."""
    return spans_the_sky(scene, thing) or is_beyond_the_rail(scene, thing)


def far_at(scene: Scene) -> float:
    """Where what is far away is to be, by seed, as a share of the picture's width."""
    return by_turns(scene.seed, "far", (0.3, 0.7))


def at_the_horizon(
    scene: Scene, thing: Thing, layout: Mapping[str, Placement], *, alone: bool = False
) -> tuple[Placement, float]:
    """Its place, and which share of it those hide who are there."""
    if spans_the_sky(scene, thing):
        return _arched(scene, thing, layout), 0.0
    if spans_the_water(thing):
        return across_the_water(scene, thing), 0.0
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    share = _SHARE + _MORE_A_DECADE * math.log10(max(1.0, stock_of(thing).height_m))
    if not alone and is_built(thing.kind):
        share += _STATELY
    share *= _ALONE if alone else 1.0
    if is_on_the_shore(scene, thing, place) or (is_beyond_the_rail(scene, thing) and thing.size != "far"):
        share *= _ON_THIS_SHORE
    tall = min(share * height, _BROADEST * width * figure.tall / figure.width)
    taken = _boxes(scene, thing, layout)
    afloat, aloft = floats(thing, place), in_the_air(thing, place)
    tried: list[tuple[float, float, float, float, float, float]] = []
    for further in _FURTHER if scene.layout else _FURTHER[:1]:
        size = tall * further
        broad = size * figure.width / figure.tall
        base = _far_line(scene, thing, place) * height
        if aloft:
            base = max(0.05 * height + size, place.horizon * height - 0.16 * height)
        for shift in (0.0,) if afloat or rooted(thing) or not scene.layout else _LINES:
            foot = base + (-1 if aloft else 1) * shift * height
            if foot - size < 0.02 * height:
                continue
            for x in _along(thing, broad, width, layout):
                hidden = _hidden((x - 0.6 * broad, foot - size, x + 0.6 * broad, foot), taken)
                price = round(hidden, 1) + _DEARER * (1 - further) + _OFF_THE_LINE * shift
                tried.append((round(price, 6), abs(x / width - far_at(scene)), x, foot, size, hidden))
    _, _, x, base, tall, hidden = min(tried)
    scale = max(8, round(tall / figure.tall * UNIT))
    foot = round(base + sunk_by(thing, place, tall, height))
    frame = Frame(round(x), foot, scale, figure.foot, looks_right(thing, x, width, 1))
    return standing(thing, place, frame, figure), hidden


def is_on_the_shore(scene: Scene, thing: Thing, place: Place) -> bool:
    """Whether it stands on the ground and the horizon is water, which it can't walk on: what is built or grown may be over there, and by the sea what is very high."""
    if place.water is None or place.all_water or place.floats:
        return False
    if floats(thing, place) or in_the_air(thing, place):
        return False
    return not rooted(thing) or (scene.env.place == "beach" and height_of(thing) < _OUT_THERE_M)


def shore_of(place: Place) -> float:
    """Where the ground begins on this side of the water, as a share of the picture's height."""
    water = place.far if place.water is None else place.water
    return place.far - _SHORE * (place.far - water)


def _far_line(scene: Scene, thing: Thing, place: Place) -> float:
    """How low its foot is, as a share of the picture's height."""
    if floats(thing, place):
        return place.horizon + _ON_THE_SEA
    if is_on_the_shore(scene, thing, place):
        return shore_of(place)
    dry = place.water is None or place.all_water or in_the_air(thing, place)
    return place.horizon + (_FOOT if dry else 0.0)


_OUT_THERE_M = 9.0
"""From such a height on a tower is on an island out there."""
_SHORE, _ON_THIS_SHORE = 0.25, 1.6
"""How far from where others stand at the back to where boats lie the shore is, and how many times as high as at the horizon one is there."""


def _along(thing: Thing, broad: float, width: int, layout: Mapping[str, Placement]) -> list[float]:
    """The middles of one so broad that are tried, on the side that is told, of the picture or of another."""
    spots = [width * (0.02 + 0.96 * step / (_STEPS - 1)) for step in range(_STEPS)]
    inside = [x for x in spots if broad / 2 <= x <= width - broad / 2] or [width / 2]
    if thing.where in ("left", "right"):
        inside = [x for x in inside if (x < width / 2) == (thing.where == "left")] or inside
    rel = thing.rel
    if rel is not None and rel.type in ("left", "right") and rel.to in layout:
        inside = [x for x in inside if (x < layout[rel.to].x) == (rel.type == "left")] or inside
    return inside


def _boxes(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> list[tuple[Box, bool]]:
    """What is there, and whether it is one of its own kind that is as far away."""
    others = [one for one in scene.objects if one.id in layout and one.id != thing.id]
    return [(layout[one.id].box, (one.kind, one.size) == (thing.kind, "far")) for one in others]


def _hidden(box: Box, taken: Sequence[tuple[Box, bool]]) -> float:
    """Which share of a box is behind others, its upper half for the most part; those of a crowd may be so by their shoulders."""
    left, top, right, foot = box
    head, price = (left, top, right, (top + foot) / 2), 0.0
    for other, alike in taken:
        share = (shared_area(box, other) + shared_area(head, other)) / (1.5 * area_of(box))
        price += 0.2 * share + _PACKED * max(0.0, share - _BY_THE_SHOULDER) if alike else share
    return price


_BY_THE_SHOULDER, _PACKED = 0.3, 3.0
"""Which share one of a crowd, with the air at its sides, has in common with the next, and what it costs to have more."""
