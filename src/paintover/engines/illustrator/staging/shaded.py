"""A parasol behind a table of a new picture rises in the middle of those who sit there, with its canopy over their heads."""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.company import company_at
from paintover.engines.illustrator.staging.standing import (
    frame_from,
    placement_from,
    scene_size,
)

PARASOL = "beach-umbrella"
_FREE, _OVERLAP = 0.62, 0.02
"""How much of its height is below the canopy, and how far the canopy's rim may come down over heads, as shares of its height."""
_SKY, _LOWER = 0.025, 1.14
"""How much sky is left above it, as a share of the picture's height, and how many times too high it is made lower at most for
that: its rim comes down behind the heads then."""
_BEHIND = 3
"""How many pixels farther back its foot is than that of the table."""


def lower_tables(scene: Scene, layout: dict[str, Placement]) -> None:
    """Make tables smaller that are to have a parasol over those who sit there, so that it has room in the picture."""
    height = scene_size(scene)[1]
    for one in scene.objects:
        table = _shaded_by(scene, one)
        if table is None or table.id not in layout:
            continue
        figure, placed = figure_of(table), layout[table.id]
        most = (placed.base - _SKY * height) / _IN_TABLES
        tall = placed.box[3] - placed.box[1]
        if tall > most:
            frame = frame_from(placed, figure)
            layout[table.id] = placement_from(replace(frame, scale=frame.scale * most / tall), figure)


_IN_TABLES = 4.6
"""How high the parasol is over those at a table, in heights of the table."""


def _shaded_by(scene: Scene, one: Thing) -> Thing | None:
    """The table behind which such a parasol stands, where somebody sits at it."""
    table = scene.thing(one.rel.to) if one.rel is not None and one.rel.type == "behind" else None
    shaded = one.kind == PARASOL and table is not None and table.kind in TABLES
    return table if shaded and table is not None and company_at(scene, table) else None


def shade_tables(scene: Scene, layout: dict[str, Placement]) -> None:
    """Place such parasols, as high as the heads of those at the table ask for."""
    for one in scene.objects:
        table = _shaded_by(scene, one)
        if table is None or table.id not in layout:
            continue
        at_it = [layout[other.id] for other in company_at(scene, table) if other.id in layout]
        if not at_it:
            continue
        figure, stands = figure_of(one), layout[table.id]
        left = min(stands.box[0], *(placed.box[0] for placed in at_it))
        right = max(stands.box[2], *(placed.box[2] for placed in at_it))
        base = min(stands.base, *(placed.base for placed in at_it)) - _BEHIND
        width, height = scene_size(scene)
        tall = (base - min(placed.box[1] for placed in at_it)) / (_FREE - _OVERLAP)
        tall = max(tall, (right - left) * figure.tall / figure.width)
        most = base - _SKY * height
        scale = (most if most < tall < _LOWER * most else tall) / figure.tall * UNIT
        frame = replace(frame_from(layout[one.id], figure), x=(left + right) / 2, y=base, scale=scale)
        placed = placement_from(frame, figure)
        aside = max(0, -placed.box[0]) - max(0, placed.box[2] - width)
        layout[one.id] = placement_from(replace(frame, x=frame.x + aside), figure)
