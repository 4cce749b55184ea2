"""The moon, or the sun, of a new picture that nobody told to be anywhere stands where nothing hides it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.standing import Box, area_of, scene_size, shared_area

_BEARABLE = 0.08
"""Which share of it something may hide."""
_RIM, _COLUMNS, _ROWS = 0.03, 17, 7
"""How near to the edges it comes, as a share of the picture's breadth, and how many spots are looked at."""


def clear_the_moon(scene: Scene, layout: dict[str, Placement]) -> None:
    """Move it aside, or up, to where the least of it is hidden."""
    for one in scene.objects:
        if one.kind not in LUMINARIES or one.rel is not None or one.id not in layout:
            continue
        borders = [layout[key].box for key in layout if key != one.id]
        placed = layout[one.id]
        if _hidden(placed.box, borders) <= _BEARABLE:
            continue
        width, _ = scene_size(scene)
        left, top, right, bottom = placed.box
        rim = round(_RIM * width)
        shifts = [
            (round(rim + (width - 2 * rim - (right - left)) * column / (_COLUMNS - 1)) - left, round((rim - top) * row / (_ROWS - 1)))
            for column in range(_COLUMNS)
            for row in range(_ROWS)
        ]  # fmt: skip
        dx, dy = min(
            shifts,
            key=lambda by: (
                round(_hidden((left + by[0], top + by[1], right + by[0], bottom + by[1]), borders), 2),
                abs(by[0]) + abs(by[1]),
            ),
        )
        box = (left + dx, top + dy, right + dx, bottom + dy)
        layout[one.id] = msgspec.structs.replace(placed, x=placed.x + dx, base=placed.base + dy, box=box)


def _hidden(box: Box, others: Sequence[Box]) -> float:
    """Which share of it the others hide that stand before it."""
    return max((shared_area(box, other) for other in others), default=0.0) / max(1.0, area_of(box))
