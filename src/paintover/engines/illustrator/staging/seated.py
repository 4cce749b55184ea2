"""Before and behind somebody who sits at a table or on a couch, or of whom only head and shoulders are in the picture: on the
floor there, where it is seen, and not in the air beside their seat.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.staging.company import MAT, at_table
from paintover.engines.illustrator.staging.sight import root_of
from paintover.engines.illustrator.staging.standing import scene_size

_BEHIND_A_TABLE, _BEHIND = 0.24, 0.05
"""How far behind the near legs of a table the floor is behind the chairs, in heights of the table, and behind any other seat,
in heights of the picture."""
_BEHIND_A_MAT = 0.01
"""How far behind those who sit at the far edge of a picnic mat."""
_FROM_NEAR = 0.985
"""From such a foot line on nobody's feet are in the picture, as a share of its height."""


def on_its_ground(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> Placement:
    """Where one is, as far down as what bears it: before somebody on a couch is before the couch."""
    there, root = layout[thing.id], root_of(scene, thing, layout)
    if root.id == thing.id or root.id not in layout or layout[root.id].base <= there.base:
        return there
    ground = layout[root.id]
    left, top, right, bottom = there.box
    box = (left, top, right, max(bottom, ground.box[3]))
    return msgspec.structs.replace(there, base=ground.base + ground.lift, box=box)


def floor_behind(scene: Scene, key: str, layout: Mapping[str, Placement]) -> float | None:
    """The foot line of what comes behind somebody who sits there; None where that one stands on the ground of the picture."""
    thing, height = scene.thing(key), scene_size(scene)[1]
    if thing is None or key not in layout or not scene.layout:
        return None
    root = root_of(scene, thing, layout)
    if root.id == thing.id:
        return None
    ground = layout[root.id]
    if root.kind in TABLES:
        return ground.base - _BEHIND_A_TABLE * (ground.box[3] - ground.box[1])
    if root.kind == MAT and at_table(thing, root):
        return layout[key].base - _BEHIND_A_MAT * height
    return ground.base - _BEHIND * height


def is_seen_from_near(scene: Scene, there: Placement) -> bool:
    """Whether somebody's feet are below the picture."""
    return bool(scene.layout) and there.base > _FROM_NEAR * scene_size(scene)[1]
