"""Shadows: those that actors throw on the ground, and the thin dark line where one thing touches another."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.sprites.raster import Pixels, Sprite, blur, rows_at_once, shifted

Plane = npt.NDArray[np.int32]
FALL = 0.24
"""Length of a ground shadow, in heights of what throws it."""
SLANT = 1.15
"""How far it runs to the right for each pixel that it runs towards us: the light hangs behind, on the left.
Mirrored places have it the other way round."""
RAISED = 0.03
"""Shadows begin that far above the base, as hind feet stand higher in the picture than fore feet."""
INK = (30, 44, 40)
"""What a whole shadow leaves of the ground's red, green and blue is this share of 255."""


def ground_shadow(sprite: Sprite, base: float, scale: float, *, mirrored: bool = False) -> Sprite:
    """The shadow of a bare figure that stands on `base`: `rgba` holds only its darkness, in the alpha plane.

    It runs to the right, or to the left where the light is `mirrored`.
    """
    alpha = sprite.rgba[:, ::-1, 3] if mirrored else sprite.rgba[..., 3]
    height, width = alpha.shape
    feet = round(base) - sprite.top
    length = max(4, round(min(feet, height) * FALL))
    pad = max(4, round(scale * 0.05))
    reach = round(length * SLANT)
    plane = np.zeros((length + 2 * pad, width + reach + 2 * pad), np.int32)
    for row in range(length):
        source = feet - 2 - int(row / FALL)
        if 0 <= source < height:
            left = pad + round(row * SLANT)
            fade = 100 - 55 * row // length
            plane[pad + row, left : left + width] = alpha[source].astype(np.int32) * fade // 100
    plane = blur(plane, max(1.0, scale * 0.008)) * 40 // 100
    _touch(plane, alpha, feet, pad, scale)
    rgba = np.zeros((*plane.shape, 4), np.uint8)
    rgba[..., 3] = np.clip(plane, 0, 255)[:, ::-1] if mirrored else np.clip(plane, 0, 255)
    left = sprite.left - pad - (reach if mirrored else 0)
    return Sprite(rgba, left, round(base) - pad - max(1, round(scale * RAISED)))


def _touch(plane: Plane, alpha: Pixels, feet: int, pad: int, scale: float) -> None:
    """Darken the ground under each foot: where a column of the figure ends not far above the base."""
    height, width = alpha.shape
    highest = min(height - 1, max(0, math.floor(feet - 1 - max(3, scale * 0.045))))
    lower = alpha[highest:] > 100
    lowest = height - 1 - lower[::-1].argmax(axis=0)
    above = feet - 1 - lowest
    near = lower.any(axis=0) & (above < max(3, scale * 0.045)) & (above > -pad)
    columns = np.flatnonzero(near)
    thick, lift = max(1, round(scale * 0.011)), max(1, round(scale * RAISED))
    band = np.zeros((3 * pad, width + 2 * pad), np.int32)
    for offset in range(-thick, thick + 1):
        rows = np.clip(pad + lift - above[columns] + offset, 0, 3 * pad - 1)
        band[rows, columns + pad] = 255
    soft = np.maximum(blur(band, scale * 0.018) * 130 // 100, blur(band, scale * 0.007)) * 58 // 100
    used = min(soft.shape[0], plane.shape[0])
    part = plane[:used, : soft.shape[1]]
    np.maximum(part, soft[:used, : part.shape[1]], out=part)


def darken(picture: Pixels, darkness: Pixels) -> None:
    """Apply the darkness of all ground shadows, joined, to the picture (height x width x 3) in place."""
    columns = np.flatnonzero(darkness.any(axis=0))
    if not columns.size:
        return
    span = slice(int(columns[0]), int(columns[-1]) + 1)
    step = rows_at_once(span.stop - span.start)
    for top in range(0, len(darkness), step):
        part = darkness[top : top + step, span]
        if not part.any():
            continue
        shade, below = part.astype(np.uint32), picture[top : top + step, span]
        for channel, ink in enumerate(INK):
            left = 65025 - shade * np.uint32(255 - ink)
            left *= below[..., channel]
            left += 32512
            left //= 65025
            below[..., channel] = left


def contact(sprite: Sprite, bearer: Sprite, size: float, *, mirrored: bool = False) -> Sprite:
    """The sprite with its own soft shadow under it, as far as it falls on the bearer."""
    pad = max(3, round(size * 0.07))
    rgba = np.pad(sprite.rgba, ((pad, pad), (pad, pad), (0, 0)))
    left, top = sprite.left - pad, sprite.top - pad
    own = rgba[..., 3]
    soft = blur(own, max(1.0, size * 0.022))
    across = max(1, round(size * 0.018))
    dark = shifted(soft, -across if mirrored else across, max(1, round(size * 0.034))) * 46 // 100
    ground = cut(bearer.rgba[..., 3], bearer.left, bearer.top, left, top, own.shape)
    dark = dark * ground // 255
    clear = 255 - own.astype(np.int32)
    rgba[..., 3] = np.clip(own + dark * clear // 255, 0, 255)
    return Sprite(rgba, left, top)


def cut(plane: Pixels, left: int, top: int, into_left: int, into_top: int, shape: tuple[int, ...]) -> Pixels:
    """A plane at (`left`, `top`) seen through a window of that shape at (`into_left`, `into_top`); 0 outside."""
    window = np.zeros(shape[:2], np.uint8)
    x0, y0 = max(left, into_left), max(top, into_top)
    x1 = min(left + plane.shape[1], into_left + shape[1])
    y1 = min(top + plane.shape[0], into_top + shape[0])
    if x0 < x1 and y0 < y1:
        window[y0 - into_top : y1 - into_top, x0 - into_left : x1 - into_left] = plane[
            y0 - top : y1 - top, x0 - left : x1 - left
        ]
    return window
