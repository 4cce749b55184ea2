"""Room for the head of who mounts in a picture that is there: the mount steps down for it, and the rest is a matter of size."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.sight import root_of
from paintover.engines.illustrator.staging.standing import (
    bearer_of,
    floats,
    frame_from,
    hangs,
    placement_from,
    scene_size,
)

_RIM, _LOWEST = 0.02, 0.965
"""Where the highest head is, and the lowest foot, as shares of the picture's height."""
_LEAST = 0.6
"""Nobody becomes smaller than that for it."""


def with_headroom(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> list[str]:
    """Move those down on whom somebody new has no room for the head, as far as the ground is in the picture, and make the new
    one smaller where that is not enough; the ids of all that changed but what hangs on them."""
    height = scene_size(scene)[1]
    changed: list[str] = []
    for one in scene.objects:
        bearer = bearer_of(scene, one)
        if one.id not in new or bearer is None or not _mounts(one) or layout[one.id].box[1] >= 0:
            continue
        root = root_of(scene, one, layout)
        if hangs(root) or stock_of(root).habitat == "sky" or floats(root, place_of(scene.env)):
            continue
        lacks = _RIM * height - layout[one.id].box[1]
        down = round(max(0.0, min(lacks, _LOWEST * height - layout[root.id].base)))
        for each in scene.objects:
            if down and root_of(scene, each, layout).id == root.id:
                layout[each.id] = _lower(layout[each.id], down)
                changed.append(each.id)
        changed += [one.id] if _shrink(one, layout, _RIM * height) and one.id not in changed else []
    return changed


def _mounts(one: Thing) -> bool:
    return stock_of(one).alive and one.rel is not None and one.rel.type == "on"


def _lower(placed: Placement, down: int) -> Placement:
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(
        placed, base=placed.base + down, box=(left, top + down, right, bottom + down)
    )


def _shrink(one: Thing, layout: dict[str, Placement], rim: float) -> bool:
    """Make it as much smaller as it needs to be in the picture, where it sits."""
    placed = layout[one.id]
    if placed.box[1] >= 0:
        return False
    frame = frame_from(placed, figure_of(one))
    k = max(_LEAST, (placed.base - rim) / max(1.0, placed.base - placed.box[1]))
    layout[one.id] = placement_from(replace(frame, scale=frame.scale * k), figure_of(one))
    return True
