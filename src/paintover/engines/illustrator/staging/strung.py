"""Lanterns over a street, of a new picture: they hang from side to side of it, and not in a bunch."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.staging.standing import scene_size

_STREETS = frozenset({"old-town", "street", "pavement", "village", "market"})
_LEAST = 2


def strung_across(scene: Scene, layout: dict[str, Placement]) -> None:
    """Spread those that hang over a street over its breadth, in their order."""
    hung = [
        one
        for one in scene.objects
        if one.pose == CEILING and one.rel is None and not one.at and one.id in layout
    ]
    if scene.env.place not in _STREETS or len(hung) < _LEAST:
        return
    step = scene_size(scene)[0] / len(hung)
    if step < max(layout[one.id].box[2] - layout[one.id].box[0] for one in hung):
        return  # as many as there is room for hang there already
    for number, one in enumerate(sorted(hung, key=lambda each: layout[each.id].x)):
        placed = layout[one.id]
        left, top, right, bottom = placed.box
        aside = round((number + 0.5) * step - (left + right) / 2)
        layout[one.id] = msgspec.structs.replace(
            placed, x=placed.x + aside, box=(left + aside, top, right + aside, bottom)
        )
