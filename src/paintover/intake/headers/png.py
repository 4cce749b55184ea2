"""PNG (W3C PNG specification, third edition): signature, then chunks of length, type, content and CRC."""

from __future__ import annotations

import struct
import zlib

from paintover.intake.headers.bounds import Bounds, Measured, damaged

MAX_PROFILE_BYTES = 4 * 1024 * 1024
"""An ICC profile that unpacks to more is dropped."""
MAX_EXIF_BYTES = 64 * 1024
BEST_DEFLATE_RATIO = 1032
"""No deflate stream unpacks to more than this many times its length."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def measure_png(raw: bytes, bounds: Bounds) -> Measured:
    """Check a PNG; its body keeps the chunks that make pixels, the colour profile and the orientation.

    Raises:
        BadPicture: beyond a bound, damaged, or shorter than its pixels can be packed.
    """
    kept: list[bytes] = [_SIGNATURE]
    width = height = unpacked = packed = 0
    ended = False
    at, chunks = len(_SIGNATURE), 0
    while not ended:
        chunks += 1
        bounds.check_chunks(chunks)
        if at + 12 > len(raw):
            raise damaged("PNG")
        length, kind = struct.unpack_from(">I4s", raw, at)
        after = at + 12 + length
        if after > len(raw) or (chunks == 1) != (kind == b"IHDR"):
            raise damaged("PNG")
        content = raw[at + 8 : at + 8 + length] if kind != b"IDAT" else b""
        if kind == b"IHDR":
            width, height, unpacked = _read_head(content, bounds)
        elif kind == b"IDAT":
            packed += length
        elif kind == b"IEND":
            ended = True
        if kind in _KEPT or _is_wanted(kind, content):
            kept.append(raw[at:after])
        at = after
    if packed * BEST_DEFLATE_RATIO < unpacked:
        raise damaged("PNG")
    return Measured(format="png", width=width, height=height, body=b"".join(kept))


def _read_head(content: bytes, bounds: Bounds) -> tuple[int, int, int]:
    """Width, height, and the bytes that the pixels unpack to (at least)."""
    if len(content) != 13:
        raise damaged("PNG")
    width, height, depth, colour, packing, filtering, interlacing = struct.unpack(">IIBBBBB", content)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlacing > 1:
        raise damaged("PNG")
    bounds.check_size(width, height)
    return width, height, height * ((width * depth * _CHANNELS[colour] + 7) // 8)


def _is_wanted(kind: bytes, content: bytes) -> bool:
    if kind == b"eXIf":
        return len(content) <= MAX_EXIF_BYTES
    return kind == b"iCCP" and _profile_fits(content)


def _profile_fits(content: bytes) -> bool:
    _name, _, packed = content.partition(b"\0")
    unpack = zlib.decompressobj()
    try:
        profile = unpack.decompress(packed[1:], MAX_PROFILE_BYTES)
    except zlib.error:
        return False
    return unpack.eof and len(profile) < MAX_PROFILE_BYTES
