"""What hangs over the heads from side to side: bunting and strings of lights in the open, and the lanterns of a street in a new
picture, which are not in a bunch."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import luminary_in
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import placement_from, scene_size

STRUNG = frozenset({"bunting", "string-lights"})
"""What is itself a string, with both its ends beyond the picture."""
_BROAD, _TOP, _NEXT = 1.04, 0.015, 0.9
"""How broad that is and how far below the top, as shares of the picture's sides, and how far below each other several are,
in heights of one."""
_STREETS = frozenset({"old-town", "street", "pavement", "village", "market"})
_LEAST = 2


def spans_the_picture(thing: Thing) -> bool:
    """Whether it is strung up in the open, from one side of the picture to the other."""
    return thing.kind in STRUNG and thing.pose == CEILING


def from_side_to_side(scene: Scene, thing: Thing) -> Placement:
    """Where that hangs: across the top, behind the heads of all, below what is strung there already."""
    width, height = scene_size(scene)
    figure = figure_of(thing)
    row = [one.id for one in scene.objects if spans_the_picture(one)].index(thing.id)
    scale = _BROAD * width / figure.width * UNIT
    foot = _TOP * height + (1 + _NEXT * row) * figure.tall * scale / UNIT
    return placement_from(Frame(round(width / 2), round(foot), scale, figure.foot, False), figure)


def strung_across(scene: Scene, layout: dict[str, Placement]) -> None:
    """Spread those that hang over a street over its breadth, in their order."""
    for one in scene.objects:
        if spans_the_picture(one) and one.id in layout:
            layout[one.id] = from_side_to_side(scene, one)
    hung = [
        one
        for one in scene.objects
        if one.pose == CEILING and one.rel is None and not one.at and one.id in layout
    ]
    hung = [one for one in hung if not spans_the_picture(one)]
    if scene.env.place not in _STREETS or len(hung) < _LEAST:
        return
    if len({one.kind for one in hung}) == 1:
        _alike(layout, [one.id for one in hung], _BESIDE_A_MOON * scene_size(scene)[0] / len(hung))
    boxes = [layout[one.id].box for one in hung]
    wide = max(box[2] - box[0] for box in boxes)
    if scene_size(scene)[0] / len(hung) < wide:
        return  # as many as there is room for hang there already
    middles = _middles(scene, len(hung), wide, min(box[1] for box in boxes), max(box[3] for box in boxes))
    for middle, one in zip(middles, sorted(hung, key=lambda each: layout[each.id].x), strict=True):
        placed = layout[one.id]
        left, top, right, bottom = placed.box
        aside = round(middle - (left + right) / 2)
        layout[one.id] = msgspec.structs.replace(
            placed, x=placed.x + aside, box=(left + aside, top, right + aside, bottom)
        )


def _alike(layout: dict[str, Placement], keys: list[str], most: float) -> None:
    """Draw all of them as large as the largest, or so large that each is `most` pixels broad, hung as high as they are."""
    largest = max((layout[key] for key in keys), key=lambda one: one.scale)
    scale = largest.scale * min(1.0, most / (largest.box[2] - largest.box[0]))
    for key in keys:
        placed = layout[key]
        if placed.scale == scale or len({layout[one].scale for one in keys}) == 1:
            continue
        (left, top, right, bottom), k = placed.box, scale / placed.scale
        x, base = placed.x, top + k * (placed.base - top)
        box = (round(x + k * (left - x)), top, round(x + k * (right - x)), round(top + k * (bottom - top)))
        layout[key] = msgspec.structs.replace(placed, scale=round(scale), base=base, box=box)


def _middles(scene: Scene, many: int, wide: float, top: float, bottom: float) -> list[float]:
    """Where they hang, from left to right: as far apart as may be, and none before the backdrop's own moon."""
    width, height = scene_size(scene)
    evenly = [(number + 0.5) * width / many for number in range(many)]
    light = luminary_in(scene.env, scene.seed, width, height, scene.style or "")
    if (
        scene.env.time != "night"
        or light is None
        or light[1] - light[2] > bottom
        or light[1] + light[2] < top
    ):
        return evenly
    left, right = light[0] - light[2] - _APART * width, light[0] + light[2] + _APART * width
    splits = [((first, 0.0, left), (many - first, right, float(width))) for first in range(many + 1)]
    steps = [min((to - start) / count for count, start, to in sides if count) for sides in splits]
    if max(steps) < wide:
        return evenly
    best = splits[steps.index(max(steps))]
    return [start + (number + 0.5) * (to - start) / count for count, start, to in best for number in range(count)]  # fmt: skip


_BESIDE_A_MOON = 0.76
"""How much of the breadth they have where there is a moon."""
_APART = 0.01
"""How far from the moon they hang at least, as a share of the picture's breadth."""
