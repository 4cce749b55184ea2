"""GIF (version 89a): a screen, then blocks cut into pieces of at most 255 bytes."""

from __future__ import annotations

import struct

from paintover.intake.headers.bounds import Bounds, Measured, damaged

MAX_PIECES_PER_BYTE = 1 / 50
"""An ordinary encoder fills its pieces of 255 bytes; files of mostly tiny pieces are refused."""
FREE_PIECES = 10_000

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_GRAPHIC_CONTROL = 0xF9


def measure_gif(raw: bytes, bounds: Bounds) -> Measured:
    """Check a GIF; its body ends after the first frame, and has lost its comments.

    Raises:
        BadPicture: beyond a bound, or damaged.
    """
    if len(raw) < 13:
        raise damaged("GIF")
    width, height, flags = struct.unpack_from("<HHB", raw, 6)
    bounds.check_size(width, height, max_pixels=bounds.max_moving_pixels)
    at = 13 + _table_bytes(flags)
    kept = [raw[:at]]
    most_pieces = FREE_PIECES + int(len(raw) * MAX_PIECES_PER_BYTE)
    frames = pieces = 0
    while True:
        if at >= len(raw):
            # A missing trailer after a whole frame is common and harmless.
            if frames:
                break
            raise damaged("GIF")
        start, kind = at, raw[at]
        if kind == _TRAILER:
            break
        if kind == _EXTENSION:
            at, more = _pass_pieces(raw, at + 2, most_pieces - pieces)
            if not frames and raw[start + 1 : start + 2] == bytes([_GRAPHIC_CONTROL]):
                kept.append(raw[start:at])
        elif kind == _IMAGE:
            frames += 1
            bounds.check_frames(frames)
            data_start, size = _read_frame(raw, at)
            bounds.check_size(max(width, size[0]), max(height, size[1]), max_pixels=bounds.max_moving_pixels)
            at, more = _pass_pieces(raw, data_start, most_pieces - pieces)
            if frames == 1:
                kept.append(raw[start:at])
        else:
            raise damaged("GIF")
        pieces += more
    if not frames:
        raise damaged("GIF")
    return Measured(format="gif", width=width, height=height, body=b"".join(kept) + b";")


def _table_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _read_frame(raw: bytes, at: int) -> tuple[int, tuple[int, int]]:
    """Where the frame's pieces begin, and how far right and down it reaches."""
    if at + 11 > len(raw):
        raise damaged("GIF")
    left, top, width, height, flags = struct.unpack_from("<HHHHB", raw, at + 1)
    return at + 10 + _table_bytes(flags) + 1, (left + width, top + height)


def _pass_pieces(raw: bytes, at: int, most: int) -> tuple[int, int]:
    """Where the pieces that begin at `at` end, and how many there are."""
    pieces = 0
    size = len(raw)
    while at < size:
        length = raw[at]
        at += 1 + length
        if not length:
            return at, pieces + 1
        pieces += 1
        if pieces > most:
            raise damaged("GIF")
    raise damaged("GIF")
