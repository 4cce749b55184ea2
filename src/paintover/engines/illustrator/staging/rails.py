"""Where trains are at a station: on the rails behind the platform, and behind all who wait there."""

from __future__ import annotations

from collections.abc import Mapping

from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.backdrops.halls import RAILS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import (
    area_of,
    looks_right,
    scene_size,
    shared_area,
    standing,
)

_TRAINS = frozenset({"train", "high-speed-train", "railway-car", "tram", "monorail"})
_TALL, _BROAD = 0.40, 0.86
"""How high and how broad a train is at most, as shares of the picture."""
SMALLER = 0.66
"""How large those are who wait before it, at most."""
_SIZES = {"large": 1.16, "small": 0.72}


def is_on_rails(scene: Scene, thing: Thing) -> bool:
    """Whether it runs on the rails that the place has."""
    free = thing.rel is None or thing.rel.type in ("left", "right", "beside", "behind", "front")
    return scene.env.place == "platform" and thing.kind in _TRAINS and free


def on_the_rails(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Placement:
    """On the near rail, where those who wait hide least of it; several one behind the other."""
    width, height = scene_size(scene)
    place, figure = place_in(scene.env, scene.seed), figure_of(thing)
    trains = [one.id for one in scene.objects if is_on_rails(scene, one)]
    share = _SIZES.get(thing.size or "", 1.0)
    tall = min(_TALL * height, _BROAD * width / len(trains) * figure.tall / figure.width) * share
    base = (place.horizon + RAILS * (1 - place.horizon)) * height + 0.01 * height
    scale = max(8, round(tall / figure.tall * UNIT))
    broad = tall * figure.width / figure.tall
    others = [one.box for key, one in layout.items() if key not in trains]
    room = width / len(trains)
    middle = room * (trains.index(thing.id) + 0.5)
    play = max(0.0, (room - broad) / 2)

    def hidden(x: float) -> tuple[float, float]:
        box = (x - broad / 2, base - tall, x + broad / 2, base)
        return round(sum(shared_area(box, one) for one in others) / area_of(box), 2), abs(x - middle)

    x = min((middle + play * step / 4 for step in range(-4, 5)), key=hidden)
    frame = Frame(round(x), round(base), scale, figure.foot, looks_right(thing, x, width, 1))
    return standing(thing, place, frame, figure)
