"""A frame around the whole picture, drawn over its edge."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import PAINTS, rgb
from paintover.engines.illustrator.sprites.raster import Pixels

WOOD = "wood"
"""The frame when no colour is asked for: wood around a white mat."""
_SIDES = (("top", 1.15), ("left", 1.05), ("right", 0.8), ("bottom", 0.7))
"""How much light falls on each side, from the upper left."""


def framed(picture: Pixels, paint: str = WOOD) -> Pixels:
    """The picture (height x width x 3) in a frame: of wood with a white mat, or of one paint, by a colour's name."""
    height, width, _ = picture.shape
    least = min(height, width)
    wood = round(least * 0.045) if paint == WOOD else 0
    mat = round(least * 0.04) if paint == WOOD else round(least * 0.05)
    done = picture.copy()
    for inset in range(wood + mat):
        if inset < wood:
            swell = 1 - abs(inset / max(1, wood) - 0.45)
            tones = {side: np.array([150, 98, 54]) * (0.62 + 0.5 * swell * share) for side, share in _SIDES}
        elif paint == WOOD:
            shade = 232 + min(20, 3 * (inset - wood))
            tones = {side: np.array([shade, shade, shade - 4]) for side, _ in _SIDES}
        else:
            edge = 0.86 if inset >= mat - max(1, mat // 12) else 1.0
            tones = {side: np.array(rgb(PAINTS.get(paint, "#ffffff"))) * edge for side, _ in _SIDES}
        _ring(done, inset, tones)
    return done


def _ring(picture: Pixels, inset: int, tones: dict[str, npt.NDArray[Any]]) -> None:
    height, width, _ = picture.shape
    picture[inset, inset : width - inset] = np.clip(tones["top"], 0, 255)
    picture[height - 1 - inset, inset : width - inset] = np.clip(tones["bottom"], 0, 255)
    picture[inset : height - inset, inset] = np.clip(tones["left"], 0, 255)
    picture[inset : height - inset, width - 1 - inset] = np.clip(tones["right"], 0, 255)
