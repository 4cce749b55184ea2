"""The same actors in a picture of another shape: larger or smaller as a whole, and none moved against another."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from paintover.domain.ratio import parse_ratio
from paintover.engines.illustrator.scene import Placement, Scene

MARGIN = 0.02
"""The share of the width or height that stays free at each edge."""


def reframed(scene: Scene, ratio: str, *, afloat: Collection[str] = ()) -> Scene:
    """The scene at that ratio. Its layout grows or shrinks with the height, or so far as its breadth allows, about the
    middle and the ground line. Those of the ids in `afloat` stay on the water's line.
    """
    if ratio == scene.ratio or not scene.layout:
        return msgspec.structs.replace(scene, ratio=ratio)
    width, height = parse_ratio(scene.ratio).size()
    wide, tall = parse_ratio(ratio).size()
    boxes = [placement.box for placement in scene.layout.values()]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    room = (1 - 2 * MARGIN) * min(wide / max(1, right - left), tall / max(1, bottom - top))
    k = min(tall / height, max(room, 0.05))
    ground = max(placement.base + placement.lift for placement in scene.layout.values())
    dx = wide / 2 - k * width / 2
    dx += max(0.0, MARGIN * wide - (k * left + dx)) - max(0.0, k * right + dx - (1 - MARGIN) * wide)
    dy = tall * ground / height - k * ground
    dy += max(0.0, MARGIN * tall - (k * top + dy)) - max(0.0, k * bottom + dy - tall)

    def moved(name: str, placement: Placement) -> Placement:
        down = dy + (tall / height - k) * (placement.base - ground) if name in afloat else dy
        x0, y0, x1, y1 = placement.box
        return msgspec.structs.replace(
            placement,
            x=round(k * placement.x + dx, 2),
            base=round(k * placement.base + down, 2),
            scale=max(8, round(k * placement.scale, 2)),
            lift=round(k * placement.lift, 2),
            box=(round(k * x0 + dx), round(k * y0 + down), round(k * x1 + dx), round(k * y1 + down)),
            shadow=None,
        )

    layout = {name: moved(name, placement) for name, placement in scene.layout.items()}
    return msgspec.structs.replace(scene, ratio=ratio, layout=layout)
