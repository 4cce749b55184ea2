"""How things compare in a composition: what is small or loose, what drives, and which of two is above the other."""

from __future__ import annotations

from collections.abc import Iterable

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.on_water import spans_a_pond
from paintover.engines.illustrator.staging.shelter import sheltered
from paintover.engines.illustrator.staging.standing import is_under_water, rooted

BUS_STOP = "bus-stop"
"""What stands at the side of the road."""
LOOSE_M = 0.5
"""How high small things are at most, in metres."""


_LEAST, _LEAST_LIFELESS = 0.33, 0.2
"""How high one is at least beside the tallest, as a share of it: a mouse is seen beside an elephant, and a coin is smaller."""


def is_loose(thing: Thing) -> bool:
    """Whether it is a small thing that is no plant: a jug, a ball."""
    kind = stock_of(thing)
    return not kind.alive and thing.size is None and kind.habitat != "sky" and kind.height_m <= LOOSE_M


def is_called_small(thing: Thing) -> bool:
    """Whether it was said to be small, of a house or a boat: 小船 is a small one, and 小汽车 is any car."""
    kind = stock_of(thing)
    said = thing.size == "small" or thing.label.lower().startswith(("小", "small ", "tiny ", "little "))
    return said and not kind.alive and kind.habitat in ("ground", "water")


def drives(thing: Thing) -> bool:
    """Whether it is at home on a road: a car, a bicycle."""
    return stock_of(thing).habitat == "road" and not stock_of(thing).alive and thing.kind != BUS_STOP


def dwarfs(scene: Scene, thing: Thing) -> bool:
    """Whether it is so high, and dead, that who is on it or in it is small there: a tree with a monkey, a bridge."""
    on_it = {thing.id: thing}
    for _ in range(2):  # a swing in a tree, and who is on it
        on_it |= {
            one.id: one for one in scene.objects
            if one.rel is not None and one.rel.to in on_it and one.rel.type in ("on", "inside")
        }  # fmt: skip
    aboard = [one for one in on_it.values() if one is not thing and stock_of(one).alive]
    return not stock_of(thing).alive and any(_DWARFED * height_of(one) <= height_of(thing) for one in aboard)


_DWARFED = 2.0
"""How many times as high as somebody it is at least."""


def least_height(thing: Thing) -> float:
    """How high it is at least beside the tallest, as a share of that one's height."""
    return _LEAST if stock_of(thing).alive or thing.size is not None else _LEAST_LIFELESS


def one_above_another(scene: Scene, things: Iterable[Thing]) -> list[tuple[str, str]]:
    """Pairs (upper, lower) that stand above one another."""
    pairs = []
    known = {thing.id for thing in scene.objects}
    for thing in things:
        if thing.rel is None or thing.rel.to not in known or thing.rel.to == thing.id:
            continue
        lower = thing if thing.rel.type == "below" else scene.thing(thing.rel.to)
        upper = scene.thing(thing.rel.to) if lower is thing else thing
        if upper is None or rooted(upper) or (lower is thing and sheltered(scene, thing) is not None):
            continue
        if (lower is not None and is_under_water(scene, lower)) or spans_a_pond(scene, upper):
            continue
        if thing.rel.type == "above":
            pairs.append((thing.id, thing.rel.to))
        elif thing.rel.type == "below":
            pairs.append((thing.rel.to, thing.id))
    return pairs
