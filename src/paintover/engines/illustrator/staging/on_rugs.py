"""Who comes onto a rug that lies under furniture: on the part of it that is before that, and no larger than the room says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.proportion import usual_height
from paintover.engines.illustrator.staging.standing import (
    bearer_of,
    frame_from,
    hangs,
    placement_from,
    scene_size,
)

_EDGE, _A_STEP = 0.12, 0.008
"""How far from its near edge one is at least, as a share of its depth; how far before the furniture, as a share of the picture."""
_AS_USUAL = 1.15


def before_the_furniture(
    scene: Scene, thing: Thing, bearer: Thing, placed: Placement, layout: Mapping[str, Placement]
) -> Placement:
    """Its place on a rug as it was found, moved towards us where it would be on what stands there."""
    height = scene_size(scene)[1]
    if bearer.kind not in RUGS or placed.angle or placed.base > 0.97 * height:
        return placed
    figure, (_, far, _, near) = figure_of(thing), layout[bearer.id].box
    most = _AS_USUAL * usual_height(
        scene, {key: at for key, at in layout.items() if key != bearer.id}, thing, height
    )
    scale = min(placed.scale, most / figure.tall * UNIT)
    left, _, right, _ = placed.box
    feet = [
        layout[one.id].base + _A_STEP * height
        for one in scene.objects
        if one.id in layout and one.id != bearer.id and bearer_of(scene, one) is None and not hangs(one)
        and min(right, layout[one.id].box[2]) > max(left, layout[one.id].box[0])
    ]  # fmt: skip
    base = min(max([placed.base, *feet]), max(placed.base, near - _EDGE * (near - far)))
    return placement_from(replace(frame_from(placed, figure), y=base, scale=scale), figure)
