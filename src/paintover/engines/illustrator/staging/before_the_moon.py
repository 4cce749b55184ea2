"""An owl before the full moon, a witch on her broom before it: the disc is large, and who is before it stands out against it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.closeup import nearer
from paintover.engines.illustrator.staging.newcomers import LUMINARIES
from paintover.engines.illustrator.staging.standing import bearer_of, in_the_air, scene_size

_DISC, _MIDDLE = 0.60, 0.40
"""How broad the disc is, as a share of the picture's shorter side, and how far down its middle, as a share of the height."""
_SHOWN = 0.78
"""As much of the disc's breadth those are before it, so that its edge is seen all around them."""

UP_THERE = frozenset({"tree-branch", "sled"})
"""What may be up there besides all that flies."""


def before_the_moon(scene: Scene, layout: dict[str, Placement]) -> None:
    """Draw the moon, or the sun, near where all that a new picture has is before it."""
    discs = [one for one in scene.objects if one.kind in LUMINARIES and one.id in layout]
    others = [one for one in scene.objects if one.id in layout and one not in discs]
    if len(discs) != 1 or not others or discs[0].rel is not None:
        return
    roots = [one for one in others if bearer_of(scene, one) is None]
    if any(one.rel is None or (one.rel.type, one.rel.to) != ("front", discs[0].id) for one in roots):
        return
    place = place_of(scene.env)
    if not all(
        in_the_air(one, place) or one.kind in UP_THERE or one.pose in ("fly", "broom") for one in roots
    ):
        return
    width, height = scene_size(scene)
    middle = (width / 2, _MIDDLE * height)
    side = _DISC * min(width, height)
    _draw_near(scene, layout, [discs[0].id], side, middle)
    _draw_near(scene, layout, [one.id for one in others], _SHOWN * side, middle)


def _draw_near(
    scene: Scene, layout: dict[str, Placement], keys: list[str], side: float, middle: tuple[float, float]
) -> None:
    """Draw these so large that their longer side is `side`, about that point."""
    boxes = [layout[key].box for key in keys]
    left, top, right, bottom = (
        pick(box[at] for box in boxes) for at, pick in enumerate((min, min, max, max))
    )
    near = nearer(
        msgspec.structs.replace(scene, layout={key: layout[key] for key in keys}),
        side / max(1, right - left, bottom - top),
        ((left + right) / 2, (top + bottom) / 2),
        middle,
    )
    layout.update(near.layout)
