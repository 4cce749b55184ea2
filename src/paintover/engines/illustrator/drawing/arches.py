"""An arch in the sky, which is behind the roofs of a place though it is painted over them: its ends fade before it gets there."""

from __future__ import annotations

import numpy as np

from paintover.engines.illustrator.scene import Environment
from paintover.engines.illustrator.sprites.raster import Sprite

_SKYLINE = {
    "village": 0.15,
    "old-town": 0.18,
    "street": 0.26,
    "pavement": 0.2,
    "castle": 0.14,
    "market": 0.14,
    "rooftop": 0.18,
    "amusement-park": 0.12,
    "construction-site": 0.2,
    "harbour": 0.1,
    "orchard": 0.14,
    "enclosure": 0.12,
    "zoo": 0.12,
}
"""How high above the horizon what is built there reaches, as a share of the picture's height."""
_LAND = 0.035
"""The same of hills and woods."""
_SOFT = 0.12
"""Over how much of the picture's height it fades."""


def behind_the_roofs(sprite: Sprite, foot: float, env: Environment, height: int) -> Sprite:
    """The sprite of an arch whose ends are at `foot`, without what the place would hide of it."""
    bottom = foot - _SKYLINE.get(env.place, _LAND) * height
    rows = np.arange(sprite.rgba.shape[0]) + sprite.top + 0.5
    seen = np.clip((bottom - rows) / (_SOFT * height) + 0.4, 0.0, 1.0)
    share = np.round(seen * 255).astype(np.uint16)[:, None, None]
    return Sprite((sprite.rgba * share // 255).astype(np.uint8), sprite.left, sprite.top)
