"""A kite in somebody's hand flies to the side where nothing hides it, or before what would.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.held import KITES
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    bearer_of,
    frame_from,
    placement_from,
    scene_size,
    shared_area,
)

_BEARABLE = 0.2
"""Which share of a kite something may hide."""
_NEARER, _FARTHEST = 8, 0.12
"""How much nearer somebody comes than what would hide the kite, in pixels, and how far at most, as a share of the height."""


def with_kites_seen(scene: Scene, layout: dict[str, Placement]) -> list[str]:
    """Turn those about who fly a kite behind something, if the other side is free, or have them step before it; the ids of all
    who do."""
    width, height = scene_size(scene)
    moved = []
    for kite in scene.objects:
        holder = bearer_of(scene, kite) if kite.kind in KITES else None
        if holder is None or bearer_of(scene, holder) is not None or kite.id not in layout:
            continue
        others, stands = _others(scene, layout, holder), layout[holder.id]
        here, middle = layout[kite.id].box, round(2 * stands.x)
        there = (middle - here[2], here[1], middle - here[0], here[3])
        inside = there[0] >= 0 and there[2] <= width
        if inside and _across(here, stands.x, others) and not _across(there, stands.x, others):
            layout[holder.id] = _placed(holder, stands, turned=True)
            moved.append(holder.id)
            continue
        near = [one.base + one.lift for one in others if _taken(here, [one]) > _BEARABLE]
        if not near or max(near) < stands.base + stands.lift:
            continue
        if inside and _taken(there, others) < _taken(here, others):
            layout[holder.id] = _placed(holder, stands, turned=True)
            moved.append(holder.id)
        elif (down := max(near) + _NEARER - stands.base - stands.lift) < _FARTHEST * height:
            layout[holder.id] = _placed(holder, stands, down=down)
            moved.append(holder.id)
    return moved


def _across(kite: Box, x: float, others: Sequence[Placement]) -> bool:
    """Whether the string of a kite, from who has it at that `x`, runs across somebody's head."""
    left, top, right, bottom = kite
    start, end = (left, right) if (left + right) / 2 >= x else (right, left)
    string = [
        (start + (end - start) * step / _STEPS, bottom + (top - bottom) * step / _STEPS)
        for step in range(_STEPS + 1)
    ]
    for one in others:
        far, high, near, low = one.box
        rim, chin = _CHEEK * (near - far), high + _HEAD * (low - high)
        if any(far + rim < across < near - rim and high < down < chin for across, down in string):
            return True
    return False


_STEPS, _CHEEK, _HEAD = 12, 0.12, 0.5
"""At how many points a string is looked at, and what of somebody's box their head is: without so much at the sides, the upper half."""


def _placed(one: Thing, stands: Placement, *, turned: bool = False, down: float = 0.0) -> Placement:
    figure = figure_of(one)
    frame = frame_from(stands, figure)
    frame = replace(frame, y=frame.y + down, flip=frame.flip != turned)
    return placement_from(frame, figure, lift=stands.lift)


def _others(scene: Scene, layout: Mapping[str, Placement], holder: Thing) -> list[Placement]:
    """All that stand there for themselves, but one."""
    return [
        layout[one.id]
        for one in scene.objects
        if one.id in layout and one.id != holder.id and bearer_of(scene, one) is None
    ]


def _taken(box: Box, others: Sequence[Placement]) -> float:
    """Which share of a box another one has that takes most of it."""
    return max((shared_area(box, other.box) for other in others), default=0.0) / max(1.0, area_of(box))
