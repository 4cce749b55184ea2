"""What is up in the air of a new picture keeps off what stands high on something: balloons off the candles of a cake."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.standing import (
    area_of,
    bearer_of,
    hangs,
    in_the_air,
    scene_size,
    shared_area,
)

_COVERED = 0.06
"""So much of one may be before the other, as a share of the smaller."""
_STEPS = 40
"""Into so many steps the breadth of a picture is parted for another spot."""


def off_the_table(scene: Scene, layout: dict[str, Placement]) -> None:
    """Move aside what would float before something that another bears, as far as there is free air."""
    width, place = scene_size(scene)[0], place_of(scene.env, scene.seed)
    roots = [one for one in scene.objects if bearer_of(scene, one) is None and one.id in layout]
    aloft = [
        one
        for one in roots
        if (one.rel is None or one.rel.type == "beside") and not hangs(one) and in_the_air(one, place)
    ]
    borne = [one for one in scene.objects if one not in roots and one.id in layout]
    for one in aloft:
        fixed = [
            layout[other.id]
            for other in (*borne, *aloft)
            if other.id != one.id and not _carries(scene, one, other)
        ]
        if _hits(layout[one.id], [layout[other.id] for other in borne]):
            spots = (_moved(layout[one.id], step * width / _STEPS) for step in _ways(_STEPS))
            free = (
                spot for spot in spots if spot.box[0] >= 0 and spot.box[2] <= width and not _hits(spot, fixed)
            )
            layout[one.id] = next(free, layout[one.id])


def _carries(scene: Scene, one: Thing, other: Thing) -> bool:
    bearer = bearer_of(scene, other)
    return bearer is not None and bearer.id == one.id


def _ways(count: int) -> list[int]:
    return [sign * step for step in range(1, count) for sign in (1, -1)]


def _moved(placed: Placement, by: float) -> Placement:
    left, top, right, bottom = placed.box
    step = round(by)
    return msgspec.structs.replace(placed, x=placed.x + step, box=(left + step, top, right + step, bottom))


def _hits(placed: Placement, others: list[Placement]) -> bool:
    own = area_of(placed.box)
    return any(
        shared_area(placed.box, other.box) > _COVERED * max(1.0, min(own, area_of(other.box)))
        for other in others
    )
