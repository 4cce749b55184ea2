"""Looking at pictures in tests."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvips

Pixels = npt.NDArray[np.uint8]


def pixels(image: bytes) -> Pixels:
    """Height x width x 3 of an encoded picture."""
    picture: Any = pyvips.Image.new_from_buffer(image, "")
    if picture.hasalpha():
        picture = picture.flatten(background=[255, 255, 255])
    shape = (picture.height, picture.width, picture.bands)
    return np.frombuffer(picture.write_to_memory(), np.uint8).reshape(shape)


def changed_box(before: Pixels, after: Pixels) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom (exclusive) of all pixels that differ; None when none does."""
    rows, columns = np.nonzero((before != after).any(axis=2))
    if rows.size == 0:
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def png_data_url(picture: Pixels) -> str:
    """A picture as a client sends it inside a message."""
    height, width, bands = picture.shape
    image: Any = pyvips.Image.new_from_memory(picture.tobytes(), width, height, bands, "uchar")
    return "data:image/png;base64," + base64.b64encode(image.pngsave_buffer()).decode()
