"""Where what is in the water enters it: a line of foam, rings around it, and what is seen of it below."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.sprites.raster import Sprite

_SEEN_BELOW, _DEEP = 0.34, 0.16
"""How clearly what is just below the line shows, and how far down anything does, as a share of the height."""
RINGS = ((1.28, 0.44), (1.75, 0.26))
"""How broad the rings are, in breadths of what enters, and how opaque."""
_FAINT = 126
"""How opaque, of 255, what is below the line is at most: it hides nothing."""
_THROUGH, _CLEAR, _VEIL = 62, 74, (52, 116, 168)
"""Of what is all under water: how much of its own colours is left, in hundredths, how opaque it is, and what dims it."""
FLAT = 0.2
"""How high a ring is that is a measure broad."""


@dataclass(frozen=True, slots=True)
class Waterline:
    """The line at which something enters the water, in pixels."""

    base: float
    """Where its foot is."""
    size: float
    """How high all of it is."""
    draught: float
    """Which share of that is below the line."""

    @property
    def level(self) -> float:
        """The height of the line, its waves aside."""
        return self.base - self.draught * self.size

    @property
    def _step(self) -> float:
        return max(6.0, self.size * 0.035)

    def edge(self, left: int, columns: int) -> npt.NDArray[np.float64]:
        """How high the line is in each of so many columns."""
        wave = np.array([math.sin((left + column) / self._step) for column in range(columns)])
        edge: npt.NDArray[np.float64] = self.level + 0.010 * self.size * wave
        return edge


def afloat(sprite: Sprite, line: Waterline, *, clear: bool = False) -> Sprite:
    """The sprite without what is under water, and with a line of foam where it enters. In `clear` water a bit of what is
    below the line shows."""
    rows, columns = sprite.rgba.shape[:2]
    edge = line.edge(sprite.left, columns)
    depth = np.arange(rows)[:, None] + sprite.top + 0.5
    seen = np.clip((edge[None, :] - depth + 0.5) * 255, 0, 255)
    if clear:
        below = 255 * _SEEN_BELOW * (1 - (depth - edge[None, :]) / max(1.0, _DEEP * line.size))
        seen = np.maximum(seen, np.clip(below, 0, 255 * _SEEN_BELOW))
    keep = seen.astype(np.uint16)[..., None]
    rgba = (sprite.rgba * keep + 127) // 255
    thick = max(1.5, line.size * 0.008)
    foam = np.clip((thick - np.abs(depth - edge[None, :] + thick)) * 255, 0, 190).astype(np.uint16)[..., None]
    foam = foam * rgba[..., 3:4] // 255
    return Sprite((foam + rgba * (255 - foam) // 255).astype(np.uint8), sprite.left, sprite.top)


def submerged(sprite: Sprite) -> Sprite:
    """The sprite all under water: the water before it is seen through."""
    alpha = sprite.rgba[..., 3:4].astype(np.uint16)
    seen = (sprite.rgba.astype(np.uint16) * _THROUGH + 50) // 100
    veil = alpha * (100 - _THROUGH) // 100
    paint = np.array((*_VEIL, 255), np.uint16)
    mixed = seen + veil * paint // 255
    return Sprite((mixed * _CLEAR // 100).astype(np.uint8), sprite.left, sprite.top)


def rings(sprite: Sprite, line: Waterline) -> Iterator[tuple[float, float, float, float]]:
    """The rings around what enters the water there: each the middle, half the breadth and the opacity, and the width of its
    stroke, in pixels."""
    row = round(line.level) - sprite.top
    if not 0 <= row < sprite.rgba.shape[0]:
        return
    solid = np.flatnonzero(sprite.rgba[row, :, 3] > 127)
    if not solid.size:
        return
    left, right = int(solid[0]) + sprite.left, int(solid[-1]) + 1 + sprite.left
    half = max((right - left) / 2, 0.08 * line.size)
    for broad, opacity in RINGS:
        yield (left + right) / 2, broad * half + 0.02 * line.size, opacity, max(1.2, 0.011 * line.size)


def wading(sprite: Sprite, line: Waterline, *, rippled: bool = True) -> Sprite:
    """The sprite in the water up to the line, with rings around it."""
    cut = afloat(sprite, line, clear=True)
    drawn = list(rings(sprite, line)) if rippled else []
    if not drawn:
        return cut
    pad = math.ceil(max(half + stroke for _, half, _, stroke in drawn)) + 1
    middle, low = round(drawn[0][0]), math.ceil(line.level + FLAT * pad) + 2
    left = min(cut.left, middle - pad)
    right = max(cut.left + cut.rgba.shape[1], middle + pad)
    bottom = max(cut.top + cut.rgba.shape[0], low)
    y, x = np.ogrid[cut.top : bottom, left:right]
    ring = np.zeros((bottom - cut.top, right - left), np.float64)
    for at, half, opacity, stroke in drawn:
        far = np.hypot(x + 0.5 - at, (y + 0.5 - line.level) / FLAT)
        # a ring lies flat: its stroke is thin before and behind, and broad at its sides
        ring = np.maximum(ring, opacity * np.clip(stroke / FLAT / 2 - np.abs(far - half) + 0.5, 0, 1))
    white = np.repeat((ring * 255).astype(np.uint16)[..., None], 4, axis=2)
    own = np.zeros_like(white)
    over, down = cut.left - left, 0
    own[down : down + cut.rgba.shape[0], over : over + cut.rgba.shape[1]] = cut.rgba
    laid = own + white * (255 - own[..., 3:4]) // 255
    below = y + 0.5 > line.level + 0.02 * line.size
    faint = np.minimum(1.0, _FAINT / np.maximum(1, laid[..., 3:4]))
    laid = np.where(below[..., None], laid * faint, laid)
    return Sprite(laid.astype(np.uint8), left, cut.top)
