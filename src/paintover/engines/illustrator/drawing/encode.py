"""Pixels to files: whatever is wanted, and by itself PNG (W3C Portable Network Graphics, third edition) with a filter chosen for
each row."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt
import pyvips
from isal import isal_zlib

from paintover.domain.call import Output
from paintover.engines.files import MEDIA_TYPES, written
from paintover.engines.illustrator.sprites.raster import Pixels

LEVEL = 1
"""Of igzip: on drawings as small as its higher levels, and the fastest."""
SAMPLED = 5
"""Every so many bytes of a row speak for it when its filter is chosen."""


def encode(pixels: Pixels, output: Output) -> tuple[bytes, str]:
    """A file of height x width x 3 (or 4, straight RGBA) pixels as `output` wants it, and its media type."""
    if output.format in (None, "png"):
        return encode_png(pixels), MEDIA_TYPES["png"]
    height, width, channels = pixels.shape
    picture = pyvips.Image.new_from_memory(np.ascontiguousarray(pixels), width, height, channels, "uchar")
    return written(picture.copy(interpretation="srgb"), output), MEDIA_TYPES[output.format]


def encode_png(pixels: Pixels) -> bytes:
    """A PNG of height x width x 3 (or 4, straight RGBA) pixels, 8 bits a channel, sRGB."""
    height, width, channels = pixels.shape
    packed = isal_zlib.compress(_filtered(pixels), LEVEL)
    header = struct.pack(">IIBBBBB", width, height, 8, 6 if channels == 4 else 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"sRGB", b"\0")
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _filtered(pixels: Pixels) -> bytes:
    """Each row after the filter (none, sub, up) that leaves the least to encode, as the specification's heuristic."""
    height, width, channels = pixels.shape
    rows = pixels.reshape(height, width * channels)
    sub = rows.copy()
    sub[:, channels:] -= rows[:, :-channels]
    up = rows.copy()
    up[1:] -= rows[:-1]
    cost_sub, cost_up = _cost(sub[:, ::SAMPLED]), _cost(up[:, ::SAMPLED])
    out = np.empty((height, width * channels + 1), np.uint8)
    take_up = cost_up <= cost_sub
    out[:, 0] = np.where(take_up, 2, 1)
    out[:, 1:] = np.where(take_up[:, None], up, sub)
    return out.tobytes()


def _cost(rows: Pixels) -> npt.NDArray[np.int64]:
    """How far from zero a row's bytes are, taken as signed: bytes that are no zero count most."""
    signed = np.abs(rows.astype(np.int8).astype(np.int16))
    cost: npt.NDArray[np.int64] = np.minimum(signed, 32).sum(axis=1, dtype=np.int64)
    cost += 4 * np.count_nonzero(rows, axis=1)
    return cost
