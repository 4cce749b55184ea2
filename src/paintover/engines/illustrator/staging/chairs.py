"""Chairs that come to a table: those behind it show their backs above its top, and one stands at either end.

All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of, height_of
from paintover.engines.illustrator.staging.held import COMPRESSION
from paintover.engines.illustrator.staging.standing import (
    Box,
    area_of,
    placement_from,
    scene_size,
    shared_area,
)

SLIM = "chair"
"""The seat of which several find room at one table; an armchair hides it."""
_BACK, _NEAR = 0.16, 0.06
"""How much further back than the table those behind it stand, and how much nearer those at its ends, in heights of it."""
_BY, _TOUCHES = 0.25, 0.08
"""How far beyond its end a chair's middle is, in breadths of the chair, and how much of it may be before something else."""
_CLOSE = 1.5
"""By how much those behind it may be broader than there is room for them: one covers a bit of the next."""
_ABOVE = 1.12
"""How high a chair is at least, in heights of the table as it is seen."""
_MOST, _RIM = 0.44, 0.012
"""How high it is at most, and how near the edge it comes, as shares of the picture's height and width."""


def at_their_table(
    scene: Scene, group: Sequence[Thing], layout: dict[str, Placement]
) -> dict[str, Placement] | None:
    """Where several new chairs stand that are around, or behind, a table of the picture; None for any others."""
    rel = group[0].rel
    table = scene.thing(rel.to) if rel is not None and rel.type in ("around", "behind") else None
    if len(group) < 2 or group[0].kind != SLIM or table is None or table.kind not in TABLES:
        return None
    if table.id not in layout:
        return None
    width, height = scene_size(scene)
    figure, there = figure_of(group[0]), layout[table.id]
    left, top, right, bottom = there.box
    ratio = (height_of(group[0]) / height_of(table)) ** COMPRESSION
    tall = min(max(ratio, _ABOVE) * (bottom - top), _MOST * height)
    tall = min(tall, _CLOSE * (right - left) / max(2, len(group) - 2) * figure.tall / figure.width)
    wide = tall * figure.width / figure.tall
    half = wide / 2 + _RIM * width

    def placed(x: float, base: float) -> Placement:
        x = min(max(x, half), width - half)
        scale = max(8, round(tall / figure.tall * UNIT))
        flip = x > (left + right) / 2
        return placement_from(Frame(round(x), round(base), scale, figure.foot, flip), figure)

    near = min(there.base + _NEAR * (bottom - top), 0.975 * height)
    others = [at.box for key, at in layout.items() if key != table.id]
    ends = [placed(left - _BY * wide, near), placed(right + _BY * wide, near)]
    around = rel is not None and rel.type == "around"
    ends = [one for one in ends if around and not any(_hides(one.box, box) for box in others)]
    behind = len(group) - len(ends)
    row = [
        placed(left + (right - left) * (at + 0.5) / behind, there.base - _BACK * (bottom - top))
        for at in range(behind)
    ]
    return {one.id: at for one, at in zip(group, [*row, *ends], strict=False)}


def _hides(box: Box, other: Box) -> bool:
    """Whether a chair there would be before the other, or most of it behind that."""
    return shared_area(box, other) > _TOUCHES * min(area_of(box), area_of(other))
