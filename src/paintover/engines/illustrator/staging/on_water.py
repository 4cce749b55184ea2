"""What lies flat on the water, or stands in it from shore to shore: water lilies, a bridge across a lake."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from paintover.engines.illustrator.backdrops import Place
from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import LAID_M, figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.standing import BRIDGES, scene_size, standing

_OVER = 1.03
"""How broad a bridge across a lake is, in widths of the picture: its ends are out of sight."""
_OUT = 0.72
"""How far it is from the horizon, as a share of the way to where boats lie."""
_LONGEST = 0.05
"""How high one of those is at most that lie there, as a share of the picture's height."""
_AROUND, _BEFORE = (0.06, -0.35, 0.2, -0.15), (0.32, -0.5, 0.36, -0.42)
"""How far below where boats lie, or above it, they lie by turns, as shares of the way from there to the horizon: where they
are alone, and before and behind those that swim there."""


def spans_the_water(thing: Thing) -> bool:
    """Whether it is a bridge that stands in the water from side to side."""
    return thing.kind in BRIDGES and thing.where == "water"


def spans_a_pond(scene: Scene, thing: Thing) -> bool:
    """Whether it is a bridge over a pond that is a thing of its own."""
    over = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type in ("above", "on") else None
    return thing.kind in BRIDGES and over is not None and over.kind in PONDS


PONDS = frozenset({"pond", "water-puddle"})


def lies_there(thing: Thing) -> bool:
    """Whether it lies flat on the water."""
    return thing.kind in LAID_M and thing.where == "water" and thing.rel is None


def size_of_swimmers(place: Place, things: Sequence[Thing]) -> float:
    """How many times as large as usual those are who swim in a new picture: less where lilies lie on the water, or where there are
    but waterfowl on a lake, as broad as it would be otherwise."""
    if any(map(lies_there, things)):
        return _AMONG_LILIES
    fowl = all(stock_of(one).alive and height_of(one) <= _FOWL_M for one in things)
    few = len(things) < _A_FLOCK  # many are small enough as they are
    return _WATERFOWL if fowl and few and not place.all_water else 1.0


_AMONG_LILIES, _WATERFOWL, _FOWL_M, _A_FLOCK = 0.62, 0.7, 1.0, 3


def across_the_water(scene: Scene, thing: Thing) -> Placement:
    """The place of a bridge: behind what swims, from edge to edge."""
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    out = place.horizon + _OUT * ((place.water or place.far) - place.horizon)
    scale = max(8, round(_OVER * width / figure.width * UNIT))
    return standing(thing, place, Frame(width // 2, round(out * height), scale, figure.foot, False), figure)


def lines_of(place: Place, height: float) -> list[float]:
    """Where one more may lie, in pixels from the top of the picture."""
    line = place.water or place.far
    return [
        height * (line + share * (line - place.horizon)) for share in (_BEFORE[0], _AROUND[0], *_BEFORE[1:])
    ]


def strewn(scene: Scene, things: Sequence[Thing], swimmers: Sequence[Placement]) -> dict[str, Placement]:
    """Places for those that lie on the water: nearer and farther by turns, all over it, where the fewest swimmers hide them."""
    width, height = scene_size(scene)
    place, rng = place_in(scene.env, scene.seed), random.Random(f"{scene.seed}:on the water")
    line = place.water or place.far
    reach = line - place.horizon
    found: dict[str, Placement] = {}
    slot = 0.94 * width / len(things)
    for k, thing in enumerate(things):
        figure = figure_of(thing)
        deep = line + (_BEFORE if swimmers else _AROUND)[k % 4] * reach
        high = (
            _LONGEST
            * height
            * (1.2 if swimmers else 1.8 if len(things) > 2 else 3.4)
            * (deep - place.horizon)
            / reach
        )
        tall = min(high, 0.86 * slot * figure.tall / figure.width)
        half = tall * figure.width / figure.tall / 2
        own = 0.03 * width + slot * (k + 0.5) + rng.uniform(-0.07, 0.07) * slot
        taken = [*swimmers, *found.values()]
        spots = [own + step * width / 40 for step in range(-12, 13)] if swimmers else [own]
        inside = [x for x in spots if 0.02 * width + half < x < 0.98 * width - half] or [own]
        x = min(inside, key=lambda x: (round(_covered(x, half, taken)), abs(x - own)))
        scale = max(8, round(tall / figure.tall * UNIT))
        frame = Frame(round(x), round(deep * height), scale, figure.foot, k % 2 == 1)
        found[thing.id] = standing(thing, place, frame, figure)
    return found


def _covered(x: float, half: float, others: Iterable[Placement]) -> float:
    """How much of what is so broad there is in line with others, in pixels."""
    return sum(max(0.0, min(x + half, one.box[2]) - max(x - half, one.box[0])) for one in others)
