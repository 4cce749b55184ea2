"""AVIF (AOMedia AV1 Image File Format 1.1, a profile of HEIF, ISO/IEC 23008-12): boxes, items, AV1 bitstreams.

A file claims its size in three places: the image's property, a grid's description, and the bitstream itself. All three
are checked, since a decoder allocates by the last of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from paintover.domain.errors import BadPicture
from paintover.intake.headers.bounds import Bounds, Measured, damaged

_KINDS_READ = frozenset({b"av01", b"grid", b"Exif", b"mime", b"uri ", b"tmap"})
_HIDDEN = frozenset({b"moov", b"moof", b"mini"})
_SEQUENCE_HEADER = 1


@dataclass
class _Items:
    kinds: dict[int, bytes] = field(default_factory=dict)
    places: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    """Item to extents of (construction method, offset, length)."""
    inner: bytes = b""
    """What the metadata's own `idat` box holds."""
    sizes: list[tuple[int, int]] = field(default_factory=list)
    primary: int = 0


def measure_avif(raw: bytes, bounds: Bounds) -> Measured:
    """Check an AVIF still picture; animation tracks are hidden from the decoder.

    Raises:
        BadPicture: beyond a bound, damaged, or holding items of other kinds than AV1 pictures and grids.
    """
    body = bytearray(raw)
    items: _Items | None = None
    try:
        for number, (kind, start, end, head) in enumerate(_boxes(raw, 0, len(raw)), start=1):
            bounds.check_chunks(number)
            if kind in _HIDDEN:
                body[head + 4 : head + 8] = b"free"
            elif kind == b"meta":
                if items is not None:
                    raise damaged("AVIF")
                items = _read_meta(raw, start + 4, end, bounds)
        if items is None or items.kinds.get(items.primary) not in (b"av01", b"grid") or not items.sizes:
            raise damaged("AVIF")
        _check_items(raw, items, bounds)
    except (struct.error, IndexError) as exc:
        raise damaged("AVIF") from exc
    width, height = max(items.sizes, key=lambda size: size[0] * size[1])
    return Measured(format="avif", width=width, height=height, body=bytes(body))


def _boxes(raw: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Kind, start and end of the content, and start of the box itself."""
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", raw, at)
        start = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", raw, start)
            start += 8
        elif size == 0:
            size = end - at
        if at + size < start or at + size > end:
            raise damaged("AVIF")
        yield kind, start, at + size, at
        at += size


def _read_meta(raw: bytes, start: int, end: int, bounds: Bounds) -> _Items:
    items = _Items()
    for number, (kind, at, after, _) in enumerate(_boxes(raw, start, end), start=1):
        bounds.check_chunks(number)
        if kind == b"pitm":
            items.primary = int.from_bytes(raw[at + 4 : at + (8 if raw[at] else 6)], "big")
        elif kind == b"iinf":
            _read_kinds(raw, at, after, items, bounds)
        elif kind == b"iloc":
            _read_places(raw[at:after], items, bounds)
        elif kind == b"idat":
            items.inner = raw[at:after]
        elif kind == b"iprp":
            for group, group_at, group_after, _ in _boxes(raw, at, after):
                if group == b"ipco":
                    _read_sizes(raw, group_at, group_after, items, bounds)
    return items


def _read_kinds(raw: bytes, at: int, after: int, items: _Items, bounds: Bounds) -> None:
    for kind, start, end, _ in _boxes(raw, at + (8 if raw[at] else 6), after):
        bounds.check_frames(len(items.kinds) + 1)
        version = raw[start]
        if kind != b"infe" or version not in (2, 3):
            raise damaged("AVIF")
        width = 2 if version == 2 else 4
        name_at = start + 4 + width + 2
        if name_at + 4 > end:
            raise damaged("AVIF")
        item = raw[name_at : name_at + 4]
        if item not in _KINDS_READ:
            raise BadPicture("The AVIF picture is of a rare kind; save it anew as PNG, JPEG or WebP.")
        items.kinds[int.from_bytes(raw[start + 4 : start + 4 + width], "big")] = item


def _read_sizes(raw: bytes, at: int, after: int, items: _Items, bounds: Bounds) -> None:
    for number, (kind, start, _, _) in enumerate(_boxes(raw, at, after), start=1):
        bounds.check_chunks(number)
        if kind == b"ispe":
            width, height = struct.unpack_from(">II", raw, start + 4)
            bounds.check_size(width, height, max_pixels=bounds.max_avif_pixels)
            items.sizes.append((width, height))


def _read_places(box: bytes, items: _Items, bounds: Bounds) -> None:
    version = box[0]
    offset_size, length_size = box[4] >> 4, box[4] & 15
    base_size, index_size = box[5] >> 4, (box[5] & 15) if version else 0
    at = 6

    def take(size: int) -> int:
        nonlocal at
        if at + size > len(box):
            raise damaged("AVIF")
        at += size
        return int.from_bytes(box[at - size : at], "big")

    extents = 0
    for _ in range(take(4 if version == 2 else 2)):
        item = take(4 if version == 2 else 2)
        method = take(2) & 15 if version else 0
        take(2)
        base = take(base_size)
        for _ in range(take(2)):
            extents += 1
            bounds.check_chunks(extents)
            take(index_size)
            place = (method, base + take(offset_size), take(length_size))
            items.places.setdefault(item, []).append(place)


def _content(raw: bytes, items: _Items, item: int) -> bytes:
    parts: list[bytes] = []
    total = 0
    for method, offset, length in items.places.get(item, ()):
        if method > 1:
            raise damaged("AVIF")
        whole = items.inner if method else raw
        length = length or len(whole) - offset
        total += length
        if offset + length > len(whole) or length < 0 or total > len(raw):
            raise damaged("AVIF")
        parts.append(whole[offset : offset + length])
    return b"".join(parts)


def _check_items(raw: bytes, items: _Items, bounds: Bounds) -> None:
    largest = all_pixels = tiles = 0
    for item, kind in items.kinds.items():
        if kind == b"av01":
            pixels = _check_bitstream(_content(raw, items, item), bounds)
            largest = max(largest, pixels)
            all_pixels += pixels
        elif kind == b"grid":
            tiles += _check_grid(_content(raw, items, item), bounds)
            bounds.check_frames(tiles)
    # Colour, alpha, a thumbnail and a gain map beside each other are ordinary; work beyond that is not.
    if max(all_pixels, tiles * largest) > 4 * bounds.max_avif_pixels:
        raise BadPicture("The AVIF picture is made of too many parts; save it anew as PNG, JPEG or WebP.")


def _check_grid(content: bytes, bounds: Bounds) -> int:
    """How many tiles the grid has."""
    rows, columns = content[2] + 1, content[3] + 1
    width, height = struct.unpack_from(">II" if content[1] & 1 else ">HH", content, 4)
    bounds.check_size(width, height, max_pixels=bounds.max_avif_pixels)
    return rows * columns


def _check_bitstream(content: bytes, bounds: Bounds) -> int:
    """The largest frame, in pixels, that the AV1 bitstream may hold."""
    at, pixels, units = 0, 0, 0
    while at < len(content):
        units += 1
        bounds.check_chunks(units)
        head = content[at]
        at += 2 if head & 0x04 else 1
        size, at = _leb128(content, at) if head & 0x02 else (len(content) - at, at)
        if at + size > len(content):
            raise damaged("AVIF")
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            width, height = _frame_size(_Bits(content[at : at + size]))
            bounds.check_size(width, height, max_pixels=bounds.max_avif_pixels)
            pixels = max(pixels, width * height)
        at += size
    if not pixels:
        raise damaged("AVIF")
    return pixels


def _leb128(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = content[at + place]
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return value, at + place + 1
    raise damaged("AVIF")


class _Bits:
    """Reads a bitstream from its most significant bit on."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, count: int) -> int:
        """The next `count` bits as a number."""
        value = 0
        for _ in range(count):
            if self._at >= 8 * len(self._content):
                raise damaged("AVIF")
            value = value << 1 | self._content[self._at >> 3] >> (7 - (self._at & 7)) & 1
            self._at += 1
        return value

    def take_uvlc(self) -> int:
        """A number with as many leading zeros as it has further bits (AV1 specification, 4.10.3)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros >= 32:
                raise damaged("AVIF")
        return (1 << zeros) - 1 + self.take(zeros)


def _frame_size(bits: _Bits) -> tuple[int, int]:
    """Largest width and height in a sequence header (AV1 specification, 5.5.1)."""
    bits.take(3 + 1)
    if bits.take(1):  # reduced_still_picture_header
        bits.take(5)
    else:
        _pass_operating_points(bits)
    width_bits, height_bits = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(width_bits) + 1, bits.take(height_bits) + 1


def _pass_operating_points(bits: _Bits) -> None:
    delay_bits = 0
    if bits.take(1):  # timing_info_present_flag
        bits.take(32 + 32)
        if bits.take(1):
            bits.take_uvlc()
        if bits.take(1):  # decoder_model_info_present_flag
            delay_bits = bits.take(5) + 1
            bits.take(32 + 5 + 5)
    delay_present = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay_bits and bits.take(1):
            bits.take(2 * delay_bits + 1)
        if delay_present and bits.take(1):
            bits.take(4)
