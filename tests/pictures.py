"""Pictures and masks that tests send."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyvips

from tests.pixels import Pixels

Box = tuple[int, int, int, int]


def png(pixels: Pixels) -> bytes:
    """Height x width x bands as a PNG."""
    height, width, bands = pixels.shape
    image: Any = pyvips.Image.new_from_memory(
        np.ascontiguousarray(pixels).tobytes(), width, height, bands, "uchar"
    )
    return bytes(image.copy(interpretation="srgb").pngsave_buffer())


def gradient(width: int, height: int) -> Pixels:
    """A picture that no engine has drawn."""
    rows, columns = np.mgrid[0:height, 0:width]
    return np.stack([columns * 255 // width, rows * 255 // height, (rows + columns) % 256], axis=-1).astype(
        np.uint8
    )


def mask_of(width: int, height: int, box: Box, *, alpha: int = 0) -> bytes:
    """A mask that is of that alpha in the box (left, top, right, bottom), and opaque around it."""
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[box[1] : box[3], box[0] : box[2], 3] = alpha
    return png(pixels)


def outside(pixels: Pixels, box: Box) -> Pixels:
    """The picture without what is in the box."""
    kept = pixels.copy()
    kept[box[1] : box[3], box[0] : box[2]] = 0
    return kept
