"""What hangs on the wall of a new picture is moved along it where what stands on the furniture came before it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from paintover.engines.illustrator.backdrops import place_of as place_in
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.staging.standing import area_of, hangs, scene_size, shared_area

_BEARABLE = 0.04
"""So much of it may be hidden."""
_STEPS, _LEVELS = 25, (0.05, 0.12, 0.2, 0.3)
"""In how many places along the wall it is tried, and how far down, as shares of the picture's height."""


def seen_on_the_wall(scene: Scene, layout: dict[str, Placement]) -> None:
    """Move what is hidden to the nearest place where least of it is."""
    if not place_in(scene.env).indoors:
        return
    for thing in scene.objects:
        if thing.pose == CEILING or not hangs(thing) or thing.rel is not None or thing.id not in layout:
            continue
        now = layout[thing.id]
        if _hidden(scene, layout, thing, now) <= _BEARABLE:
            continue
        ways = ((round(_hidden(scene, layout, thing, one), 2), _far(now, one)) for one in _places(scene, now))
        best = min(zip(ways, _places(scene, now), strict=True), key=lambda way: way[0])
        if best[0][0] < _hidden(scene, layout, thing, now):
            layout[thing.id] = best[1]


def _hidden(scene: Scene, layout: dict[str, Placement], thing: Thing, placed: Placement) -> float:
    others = (
        layout[one.id].box
        for one in scene.objects
        if one.id in layout and one.id != thing.id and (one.rel is None or one.rel.to != thing.id)
    )
    return sum(shared_area(placed.box, box) for box in others) / max(1.0, area_of(placed.box))


def _far(one: Placement, other: Placement) -> float:
    return abs(one.x - other.x) + abs(one.base - other.base)


def _places(scene: Scene, placed: Placement) -> Iterator[Placement]:
    width, height = scene_size(scene)
    left, top, right, bottom = placed.box
    for step in range(_STEPS):
        dx = round(0.02 * width + (0.96 * width - (right - left)) * step / (_STEPS - 1)) - left
        for level in _LEVELS:
            dy = round(level * height) - top
            box = (left + dx, top + dy, right + dx, bottom + dy)
            yield msgspec.structs.replace(placed, x=placed.x + dx, base=placed.base + dy, box=box)
