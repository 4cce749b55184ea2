"""Pictures that an engine's server has drawn, which are nearly always what `pictures` would make of them: PNG, upright,
8 bits a channel, without a colour profile.

Such a file is taken apart and put together anew from its size and its packed pixels alone: everything is unpacked, every
row is held against the format, and neither a byte behind the pixels nor a chunk besides them is passed on. What comes
out has the same pixels as a picture that was packed again, for a seventh of the work. Whatever is not that plain goes
through `accept_picture`, as does everything that users send.
"""

from __future__ import annotations

import asyncio
import struct
from typing import Any

from isal import igzip_lib, isal_zlib

from paintover.intake.fetch import MAX_BYTES
from paintover.intake.headers import Bounds, measure
from paintover.intake.pictures import (
    MAX_KEPT_SIDE,
    AcceptedPicture,
    accept_picture,
    in_turn,
)

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}
"""Of the colour types whose pixels are what we keep: RGB, and RGB with alpha."""
_MOST_FILTER = 4
_DAMAGED: Any = igzip_lib.IsalError
"""Which its types call an instance."""
_RESOLUTION = struct.pack(">IIB", 2835, 2835, 1)
"""The one that says nothing, as in every picture of ours: 72 dots an inch."""


def accept_drawn(raw: bytes, *, max_bytes: int = MAX_BYTES) -> AcceptedPicture:
    """As `accept_picture`: the same pixels, and as little of anything else."""
    if len(raw) <= max_bytes and raw.startswith(_SIGNATURE):
        measured = measure(raw, Bounds())
        if max(measured.width, measured.height) <= MAX_KEPT_SIDE and (plain := _put_together(measured.body)):
            return AcceptedPicture(
                image=plain, media_type="image/png", width=measured.width, height=measured.height
            )
    return accept_picture(raw, max_bytes=max_bytes)


async def accept_drawn_async(raw: bytes) -> AcceptedPicture:
    """`accept_drawn` in one of the threads of `accept_picture_async`.

    Raises:
        BadPicture: as `accept_picture`.
    """
    return await asyncio.wrap_future(in_turn(accept_drawn, raw))


def _put_together(body: bytes) -> bytes | None:
    """The PNG of a measured file's pixels; None where they are not plain, or not sound."""
    head, packed = b"", []
    at = len(_SIGNATURE)
    while at < len(body):
        length, kind = struct.unpack_from(">I4s", body, at)
        content = body[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", body, at + 8 + length)
        if told != isal_zlib.crc32(content, isal_zlib.crc32(kind)):
            return None
        at += 12 + length
        match kind:
            case b"IHDR":
                head = content
            case b"IDAT":
                packed.append(content)
            case b"IEND":
                break
            case _:
                # A palette, a transparent colour, a profile, a turn: what is to be kept is not these pixels.
                return None
    width, height, depth, colour, _, _, interlacing = struct.unpack(">IIBBBBB", head)
    if depth != 8 or colour not in _CHANNELS or interlacing:
        return None
    pixels = b"".join(packed)
    if not _is_sound(pixels, 1 + width * _CHANNELS[colour], height):
        return None
    return b"".join(
        (
            _SIGNATURE,
            *_chunk(b"IHDR", head),
            *_chunk(b"pHYs", _RESOLUTION),
            *_chunk(b"IDAT", pixels),
            *_chunk(b"IEND", b""),
        )
    )


def _is_sound(packed: bytes, row_bytes: int, height: int) -> bool:
    """Whether `packed` is a zlib stream of exactly so many rows with filters that there are, and nothing else."""
    unpack = isal_zlib.decompressobj()
    try:
        rows = unpack.decompress(packed, row_bytes * height + 1)
        if not unpack.eof:
            rows += unpack.decompress(unpack.unconsumed_tail, 1)
    except _DAMAGED:
        return False
    whole = unpack.eof and not unpack.unused_data and len(rows) == row_bytes * height
    return whole and max(rows[::row_bytes]) <= _MOST_FILTER


def _chunk(kind: bytes, content: bytes) -> tuple[bytes, bytes, bytes]:
    check = isal_zlib.crc32(content, isal_zlib.crc32(kind))
    return struct.pack(">I4s", len(content), kind), content, struct.pack(">I", check)


__all__ = ["accept_drawn", "accept_drawn_async"]
