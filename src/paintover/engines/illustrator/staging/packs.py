"""Newcomers with something on their backs or in their hands come in with all of it, and not cut by the edge.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.sight import root_of
from paintover.engines.illustrator.staging.standing import bearer_of, hangs, scene_size

_FREE, _MOST = 0.008, 0.14
"""How far from the edge that is then, and how far one steps aside at most, as shares of the picture's width."""


_PACKED = 1.22
"""How many times as broad one is with a bag on the back."""


def breadth_with_pack(scene: Scene, thing: Thing) -> float:
    """How many times as broad as one's own figure one is with what is on the back."""
    packs = any(
        one.rel is not None and (one.rel.type, one.rel.to, one.rel.part) == ("wear", thing.id, "back")
        for one in scene.objects
    )
    return _PACKED if packs else 1.0


def with_packs_inside(scene: Scene, layout: dict[str, Placement], new: Collection[str]) -> None:
    """Move newcomers aside of whom it is only what they wear or hold that is cut by the edge, with all of that."""
    width = scene_size(scene)[0]
    for one in scene.objects:
        if one.id not in new or not stock_of(one).alive or hangs(one) or one.pose == CEILING:
            continue
        left, _, right, _ = layout[one.id].box
        if bearer_of(scene, one) is not None or left < 0 or right > width:
            continue
        family = [each.id for each in scene.objects if root_of(scene, each, layout).id == one.id]
        out = -min(layout[key].box[0] for key in family), max(layout[key].box[2] for key in family) - width
        if max(out) <= 0 or min(out) > -_FREE * width:
            continue
        step = round(min(max(out) + _FREE * width, _MOST * width, -min(out)))
        for key in family:
            layout[key] = _aside(layout[key], step if out[0] > 0 else -step)


def _aside(placed: Placement, dx: int) -> Placement:
    left, top, right, bottom = placed.box
    return msgspec.structs.replace(placed, x=placed.x + dx, box=(left + dx, top, right + dx, bottom))
