"""WebP (RFC 9649): a RIFF file of chunks; VP8 (RFC 6386), VP8L or an extended file with a canvas."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from paintover.intake.headers.bounds import Bounds, Measured, damaged

_ANIMATED = 0x02


def measure_webp(raw: bytes, bounds: Bounds) -> Measured:
    """Check a WebP: its canvas, and that no frame in it is larger than that.

    Raises:
        BadPicture: beyond a bound, or damaged.
    """
    end = 8 + int.from_bytes(raw[4:8], "little")
    if end > len(raw):
        raise damaged("WebP")
    canvas: tuple[int, int] | None = None
    moving = False
    frames = 0
    for number, (kind, start, after) in enumerate(_chunks(raw, 12, end), start=1):
        bounds.check_chunks(number)
        if kind == b"VP8X" and number == 1 and after - start >= 10:
            moving = bool(raw[start] & _ANIMATED)
            canvas = _three_bytes(raw, start + 4) + 1, _three_bytes(raw, start + 7) + 1
            bounds.check_size(*canvas, max_pixels=bounds.max_moving_pixels if moving else None)
        elif kind in (b"VP8 ", b"VP8L"):
            frames += 1
            size = _bitstream_size(kind, raw[start : min(after, start + 10)])
            bounds.check_size(*size)
            if canvas is not None and size != canvas:
                raise damaged("WebP")
            canvas = size
        elif kind == b"ANMF":
            frames += 1
            bounds.check_frames(frames)
            if not moving or canvas is None:
                raise damaged("WebP")
            _check_frame(raw, start, after, canvas)
    if canvas is None or not frames or (frames > 1 and not moving):
        raise damaged("WebP")
    return Measured(format="webp", width=canvas[0], height=canvas[1], body=raw[:end])


def _chunks(raw: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each chunk's content."""
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", raw, at)
        if at + 8 + length > end:
            raise damaged("WebP")
        yield kind, at + 8, at + 8 + length
        at += 8 + length + (length & 1)


def _three_bytes(raw: bytes, at: int) -> int:
    return int.from_bytes(raw[at : at + 3], "little")


def _bitstream_size(kind: bytes, head: bytes) -> tuple[int, int]:
    if kind == b"VP8L":
        if len(head) < 5 or head[0] != 0x2F:
            raise damaged("WebP")
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if len(head) < 10 or head[0] & 1 or head[3:6] != b"\x9d\x01\x2a":
        raise damaged("WebP")
    width, height = struct.unpack_from("<HH", head, 6)
    return width & 0x3FFF, height & 0x3FFF


def _check_frame(raw: bytes, start: int, after: int, canvas: tuple[int, int]) -> None:
    """An animation's frame must lie within the canvas, and hold a bitstream of its own size."""
    if after - start < 16 + 8:
        raise damaged("WebP")
    left, top = 2 * _three_bytes(raw, start), 2 * _three_bytes(raw, start + 3)
    size = _three_bytes(raw, start + 6) + 1, _three_bytes(raw, start + 9) + 1
    if left + size[0] > canvas[0] or top + size[1] > canvas[1]:
        raise damaged("WebP")
    for number, (kind, inner, inner_after) in enumerate(_chunks(raw, start + 16, after)):
        if number > 2:
            raise damaged("WebP")
        if kind in (b"VP8 ", b"VP8L"):
            if _bitstream_size(kind, raw[inner : min(inner_after, inner + 10)]) != size:
                raise damaged("WebP")
            return
    raise damaged("WebP")
