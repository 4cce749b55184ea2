"""P7: what a picture's file said about its maker never leaves; orientation is applied, then only pixels remain."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

import pytest
import pyvips

from paintover.intake.pictures import accept_picture
from tests.intake.bombs import honest, png_chunk, segment

MARKERS = ("MARKEXIF", "MARKPLACE", "MARKXMPS", "MARKPROF", "MARKTEXT", "MARKNOTE")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>MARKXMPS</rdf:RDF></x:xmpmeta>'
PIXELS_ONLY = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs"}
NO_RESOLUTION = png_chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1))


def marked_profile() -> bytes:
    """The ordinary sRGB profile with a description of our own, kept at its end."""
    profile = bytearray(bytes(pyvips.Image.profile_load("srgb")))
    text = "MARKPROF".encode("utf-16-be")
    description = struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(text), 28) + text
    for entry in range(132, 132 + 12 * struct.unpack_from(">I", profile, 128)[0], 12):
        if profile[entry : entry + 4] == b"desc":
            struct.pack_into(">II", profile, entry + 4, len(profile), len(description))
    profile += description
    struct.pack_into(">I", profile, 0, len(profile))
    return bytes(profile)


def marked() -> pyvips.Image:
    """A picture with markers in its EXIF, its place, its XMP and its colour profile."""
    picture = honest().copy(xres=47.11, yres=8.15)
    for name, text in (
        ("exif-ifd0-ImageDescription", "MARKEXIF"),
        ("exif-ifd0-Artist", "MARKEXIF"),
        ("exif-ifd3-GPSMapDatum", "MARKPLACE"),
        ("exif-ifd3-GPSLatitude", "48/1 51/1 30/1"),
    ):
        picture.set_type(pyvips.GValue.gstr_type, name, text)
    picture.set_type(pyvips.GValue.blob_type, "xmp-data", XMP)
    picture.set_type(pyvips.GValue.blob_type, "icc-profile-data", marked_profile())
    return picture


def planted() -> dict[str, bytes]:
    """The marked picture in every format, with the format's own places for text filled as well."""
    picture = marked()
    png = picture.pngsave_buffer()
    text = b"".join(
        (
            png_chunk(b"tEXt", b"Author\0MARKTEXT"),
            png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"MARKTEXT")),
            png_chunk(b"iTXt", b"Title\0\0\0\0\0MARKTEXT"),
        )
    )
    jpeg = picture.jpegsave_buffer(Q=95)
    gif = honest().gifsave_buffer()
    place = gif.index(b"\x21\xf9")
    comment = b"\x21\xfe\x08MARKNOTE\x00" + b"\x21\xff\x0bXMP DataXMP" + bytes([len(XMP)]) + XMP + b"\x00"
    return {
        "png": png[:33] + text + png[33:],
        "png after its end": png + png_chunk(b"tEXt", b"Author\0MARKTEXT") + b"MARKNOTE",
        "jpeg": jpeg[:2] + segment(0xFE, b"MARKNOTE") + segment(0xED, b"Photoshop 3.0\0MARKTEXT") + jpeg[2:],
        "jpeg progressive": picture.jpegsave_buffer(interlace=True) + b"MARKNOTE",
        "webp": picture.webpsave_buffer(),
        "webp lossless": picture.webpsave_buffer(lossless=True) + b"MARKNOTE",
        "avif": picture.heifsave_buffer(compression="av1", effort=0),
        "gif": gif[:place] + comment + gif[place:],
        "gif after its end": gif + b"MARKNOTE",
    }


def readable(file: bytes) -> Iterator[bytes]:
    """The file, and whatever in it unpacks."""
    yield file
    for found in re.finditer(rb"[\x08-\x78][\x01\x5e\x9c\xda]", file):
        unpack = zlib.decompressobj()
        try:
            yield unpack.decompress(file[found.start() :], 4 * 2**20)
        except zlib.error:
            continue


def markers_in(file: bytes) -> set[str]:
    """Which markers can be read from the file, as plain, wide or packed text."""
    spellings = [(m, m.encode(code)) for m in MARKERS for code in ("ascii", "utf-16-be", "utf-16-le")]
    return {name for text in readable(file) for name, spelled in spellings if spelled in text}


def chunk_kinds(png: bytes) -> set[bytes]:
    """The kinds of a PNG's chunks."""
    kinds, at = set(), 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        kinds.add(kind)
        at += 12 + length
    assert at == len(png)
    return kinds


def test_no_marker_is_found_after_acceptance() -> None:
    files = planted()
    seen: set[str] = set()
    left: set[str] = set()
    for name, file in files.items():
        there = markers_in(file)
        assert there, name
        seen |= there
        accepted = accept_picture(file)
        left |= markers_in(accepted.image)
        assert chunk_kinds(accepted.image) <= PIXELS_ONLY, name
        assert NO_RESOLUTION in accepted.image, name
        fields = set(pyvips.Image.pngload_buffer(accepted.image).get_fields())
        assert not {f for f in fields if f.startswith(("exif-", "xmp-", "icc-", "iptc-", "png-comment"))}, (
            name
        )
    print(
        f"P7: {len(seen)} of {len(MARKERS)} markers planted, {len(left)} found after {len(files)} conversions"
    )
    assert seen == set(MARKERS)
    assert left == set()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_orientation_is_applied(orientation: int, kind: str) -> None:
    """Stored in any of the eight ways, the picture comes out upright: red to the right, green downwards."""
    undo = {
        1: lambda p: p,
        2: lambda p: p.fliphor(),
        3: lambda p: p.rot180(),
        4: lambda p: p.flipver(),
        5: lambda p: p.rot90().fliphor(),
        6: lambda p: p.rot270(),
        7: lambda p: p.rot270().fliphor(),
        8: lambda p: p.rot90(),
    }
    stored = undo[orientation](honest()).copy()
    stored.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    file = {
        "jpeg": lambda: stored.jpegsave_buffer(Q=95, subsample_mode="off"),
        "png": lambda: stored.pngsave_buffer(),
        "webp": lambda: stored.webpsave_buffer(lossless=True),
    }[kind]()
    accepted = accept_picture(file)
    assert (accepted.width, accepted.height) == (64, 48)
    upright = pyvips.Image.pngload_buffer(accepted.image)
    assert (upright - honest()).abs().max() <= 12
