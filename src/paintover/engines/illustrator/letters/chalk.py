"""What is written on the board that hangs in a classroom."""

from __future__ import annotations

import numpy as np

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.letters.lettering import breadth, set_text
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.raster import Sprite

_WHITE = (246, 248, 242)
_TALLEST, _BROAD, _HIGH = 0.42, 0.88, 0.80
"""How high a letter is at most, and how broad and high all of it is, as shares of the board."""


def chalked(scene: Scene, width: int, height: int) -> Sprite | None:
    """The words on the board in a picture of that size; None where nothing is written, or nothing hangs to write on."""
    words = scene.env.scenery.chalk.strip()
    board = wall_of(scene.env, scene.seed, width, height).board if words else None
    if board is None:
        return None
    left, top, right, bottom = board
    wide, high = _BROAD * (right - left), _HIGH * (bottom - top)
    longest = max(map(breadth, words.split())) if words.isascii() else 1.0
    size = max(
        min(
            _TALLEST * (bottom - top),
            high / (1.35 * lines),
            wide / (1.25 * max(longest, breadth(words) / lines)),
        )
        for lines in (1, 2, 3)
    )
    plane = set_text(words, size, round(wide), round(high))
    rows, columns = plane.shape
    alpha = plane.astype(np.uint16)[..., None]
    rgba = np.concatenate([(np.array(_WHITE, np.uint16) * alpha + 127) // 255, alpha], axis=2).astype(
        np.uint8
    )
    return Sprite(rgba, round((left + right - columns) / 2), round((top + bottom - rows) / 2))
