"""All of a new picture further down, as far as the ground goes, where riders and those at a table reach up out of it.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, stock_of
from paintover.engines.illustrator.staging.comparing import BUS_STOP, one_above_another
from paintover.engines.illustrator.staging.distant import is_distant
from paintover.engines.illustrator.staging.newcomers import WALLED
from paintover.engines.illustrator.staging.standing import bearer_of, floats, frame_from, hangs, scene_size

_HIGHEST = 0.15
"""Where the highest head is, as a share of the picture's height, if the ground goes so far down."""
_LOWEST = 0.95
"""Where the foremost foot of a picture is at most, as a share of its height."""


_HATS = 0.55
"""How much is above the heads of those who ride, or sit at a table, that a hat may come to, in heads."""


def room_for_hats(scene: Scene, layout: Mapping[str, Placement]) -> bool:
    """Whether there is, over all who sit at a table or ride: who gets one later is to keep the size."""
    borne = [
        one for one in scene.objects
        if one.id in layout and stock_of(one).alive and (by := bearer_of(scene, one)) is not None and bearer_of(scene, by) is None
    ]  # fmt: skip
    heads = [(layout[one.id].box[1], _HATS * figure_of(one).anchors.head * frame_from(layout[one.id], figure_of(one)).factor) for one in borne]  # fmt: skip
    return all(top >= room for top, room in heads)


def lower_down(scene: Scene, layout: dict[str, Placement]) -> None:
    """Bring all who stand on the ground down, with what they bear, until there is room for hats over everybody; all who are
    made smaller instead are tiny on an empty floor."""
    place, height = place_of(scene.env, scene.seed), scene_size(scene)[1]
    roots = [one for one in scene.objects if one.id in layout and bearer_of(scene, one) is None]
    standing = [one for one in roots if not (stock_of(one).habitat == "sky" or hangs(one))]
    if (
        scene.sheet
        or one_above_another(scene, roots)
        or place.floats
        or not standing
        or any(_keeps_its_place(scene, one) for one in standing)
    ):
        return
    if any(floats(one, place) for one in standing):
        return
    moved = _with_all_they_bear(scene, layout, standing)
    highest = min(layout[key].box[1] for key in moved)
    lowest = max(layout[one.id].box[3] for one in standing)
    room = min(min(_LOWEST, place.near) * height - lowest, height - max(layout[key].box[3] for key in moved))
    down = round(min(_HIGHEST * height - highest, room))
    for key in moved if down > 0 else ():
        left, top, right, bottom = layout[key].box
        box = (left, top + down, right, bottom + down)
        layout[key] = msgspec.structs.replace(layout[key], base=layout[key].base + down, box=box)


def _keeps_its_place(scene: Scene, one: Thing) -> bool:
    """Whether it is at a wall, the kerb or the horizon, wherever the others are."""
    return one.kind == BUS_STOP or (one.kind in WALLED and one.kind not in RUGS) or is_distant(scene, one)


def _with_all_they_bear(scene: Scene, layout: dict[str, Placement], roots: list[Thing]) -> list[str]:
    found = {one.id for one in roots}
    for _ in range(9):
        more = {
            one.id for one in scene.objects
            if one.id in layout and one.id not in found and (by := bearer_of(scene, one)) is not None and by.id in found
        }  # fmt: skip
        if not more:
            break
        found |= more
    return sorted(found)
