"""Files that claim or cost far more than they hold, made here byte by byte, and honest pictures to compare with."""

from __future__ import annotations

import struct
import zlib
from functools import cache

import pyvips

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_chunk(kind: bytes, content: bytes = b"") -> bytes:
    """A PNG chunk with its length and CRC."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_head(width: int, height: int, *, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    """A PNG's signature and IHDR."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    return PNG_SIGNATURE + png_chunk(b"IHDR", head)


def zeros_packed(mebibytes: int) -> bytes:
    """A zlib stream that unpacks to so many MiB of zeros."""
    pack = zlib.compressobj(9)
    block = bytes(2**20)
    return b"".join(pack.compress(block) for _ in range(mebibytes)) + pack.flush()


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP file of these chunks."""
    content = b"".join(k + struct.pack("<I", len(c)) + c + b"\0" * (len(c) & 1) for k, c in chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(content)) + b"WEBP" + content


def vp8l(width: int, height: int) -> bytes:
    """A lossless WebP bitstream of one colour, whatever its size."""
    head = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
    return head + b"\x07\x10\x11\x11\x88\x88\x08\x00\x00"


def vp8x(width: int, height: int, *, flags: int = 0) -> bytes:
    """The content of an extended WebP's first chunk."""
    return bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")


def anmf(width: int, height: int, bitstream: bytes) -> bytes:
    """The content of an animation frame's chunk."""
    head = bytes(6) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + bytes(4)
    return head + b"VP8L" + struct.pack("<I", len(bitstream)) + bitstream + b"\0" * (len(bitstream) & 1)


def gif(width: int, height: int, *frames: bytes) -> bytes:
    """A GIF of these frames on a screen with two colours."""
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + b"".join(frames) + b";"


def gif_frame(width: int, height: int, *, left: int = 0, pieces: bytes = b"\x02\x4c\x01\x00") -> bytes:
    """A GIF frame whose packed pixels are `pieces`."""
    return b"," + struct.pack("<HHHHB", left, 0, width, height, 0) + b"\x02" + pieces


def segment(marker: int, content: bytes) -> bytes:
    """A JPEG segment."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg_frame(width: int, height: int, *, marker: int = 0xC0, depth: int = 8) -> bytes:
    """A JPEG frame header for one component."""
    return segment(marker, struct.pack(">BHHB", depth, height, width, 1) + b"\x01\x11\x00")


SCAN = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
END = b"\xff\xd9"


def box(kind: bytes, content: bytes) -> bytes:
    """An ISO base media box."""
    return struct.pack(">I", len(content) + 8) + kind + content


def honest(width: int = 64, height: int = 48, *, alpha: bool = False) -> pyvips.Image:
    """A small picture with something in it: red grows to the right, green downwards."""
    ramp = pyvips.Image.xyz(width, height)
    picture = (ramp[0] * (255 / width)).bandjoin([ramp[1] * (255 / height), ramp[0] * 0 + 60])
    if alpha:
        picture = picture.bandjoin(ramp[0] * 0 + 128)
    return picture.cast("uchar").copy(interpretation="srgb")


def honest_files() -> dict[str, bytes]:
    """`honest` in every format that is taken."""
    picture = honest()
    return {
        "png": picture.pngsave_buffer(),
        "png interlaced": picture.pngsave_buffer(interlace=True),
        "png palette": picture.pngsave_buffer(palette=True),
        "png 16 bit": picture.colourspace("rgb16").pngsave_buffer(),
        "png grey": picture[0].copy(interpretation="b-w").pngsave_buffer(),
        "png alpha": honest(alpha=True).pngsave_buffer(),
        "jpeg": picture.jpegsave_buffer(Q=95, subsample_mode="off"),
        "jpeg progressive": picture.jpegsave_buffer(Q=95, interlace=True),
        "jpeg grey": picture[0].copy(interpretation="b-w").jpegsave_buffer(Q=95),
        "jpeg cmyk": picture.colourspace("cmyk").jpegsave_buffer(Q=95),
        "webp": picture.webpsave_buffer(Q=95),
        "webp lossless": picture.webpsave_buffer(lossless=True),
        "webp alpha": honest(alpha=True).webpsave_buffer(lossless=True),
        "webp moving": moving().webpsave_buffer(lossless=True),
        "gif": picture.gifsave_buffer(),
        "gif moving": moving().gifsave_buffer(),
        "avif": picture.heifsave_buffer(compression="av1", Q=95, effort=0),
        "avif alpha": honest(alpha=True).heifsave_buffer(compression="av1", Q=95, effort=0),
    }


def moving(frames: int = 5) -> pyvips.Image:
    """An animation, as a tall strip of frames."""
    strip = pyvips.Image.arrayjoin([honest() + 5 * i for i in range(frames)], across=1).cast("uchar")
    strip = strip.copy(interpretation="srgb")
    strip.set_type(pyvips.GValue.gint_type, "page-height", 48)
    return strip


def avif_claiming(width: int, height: int, *, where: str) -> bytes:
    """An AVIF whose image property or bitstream claims another size than it holds."""
    file = bytearray(honest().heifsave_buffer(compression="av1", effort=0))
    if where == "property":
        at = file.index(b"ispe") + 8
        file[at : at + 8] = struct.pack(">II", width, height)
        return bytes(file)
    # Replace the bitstream by a sequence header of our own: reduced still picture, 16 bits for each side.
    bits = f"000{1:b}{1:b}00000{15:04b}{15:04b}{width - 1:016b}{height - 1:016b}"
    header = int(bits.ljust(64, "0"), 2).to_bytes(8, "big")
    unit = b"\x0a" + bytes([len(header)]) + header
    at = file.index(b"mdat") + 4
    file[at : at + len(unit)] = unit
    return bytes(file)


@cache
def bombs() -> dict[str, bytes]:
    """Everything that must be refused quickly and without taking memory."""
    small = honest_files()
    zeros = zeros_packed(64)
    wide_frame = jpeg_frame(65_500, 65_500)
    return {
        "webp of 34 bytes, 268 Mpx": riff((b"VP8L", vp8l(16_384, 16_384))),
        "webp canvas small, bitstream large": riff((b"VP8X", vp8x(8, 8)), (b"VP8L", vp8l(16_000, 3_000))),
        "webp canvas of 16,777,216 a side": riff((b"VP8X", vp8x(2**24, 2**24)), (b"VP8L", vp8l(8, 8))),
        "webp of 5,000 frames": riff(
            (b"VP8X", vp8x(4000, 4000, flags=2)), *[(b"ANMF", anmf(8, 8, vp8l(8, 8)))] * 5_000
        ),
        "webp frame beyond its canvas": riff(
            (b"VP8X", vp8x(8, 8, flags=2)), (b"ANMF", anmf(9000, 9000, vp8l(9000, 9000)))
        ),
        "webp of 300,000 empty chunks": riff((b"VP8X", vp8x(8, 8)), *[(b"JUNK", b"")] * 300_000),
        "gif of 43 bytes, 4.3 Gpx": gif(65_535, 65_535, gif_frame(65_535, 65_535)),
        "gif screen small, frame large": gif(8, 8, gif_frame(60_000, 60_000)),
        "gif frame far out": gif(8, 8, gif_frame(8, 8, left=65_000)),
        "gif of 100,000 frames": gif(8, 8, *[gif_frame(8, 8)] * 100_000),
        "gif of a million tiny pieces": gif(8, 8, gif_frame(8, 8, pieces=b"\x01\x00" * 1_000_000 + b"\x00")),
        "png of 300 KB, 2.5 Gpx": png_head(50_000, 50_000, depth=1, colour=0)
        + png_chunk(b"IDAT", zeros_packed(298))
        + png_chunk(b"IEND"),
        "png of 4 Gpx a side": png_head(2**31 - 1, 2**31 - 1)
        + png_chunk(b"IDAT", zeros)
        + png_chunk(b"IEND"),
        "png one pixel high": png_head(2**31 - 1, 1, depth=1, colour=0)
        + png_chunk(b"IDAT", zeros)
        + png_chunk(b"IEND"),
        "png of 300,000 empty chunks": png_head(8, 8) + png_chunk(b"IDAT") * 300_000 + png_chunk(b"IEND"),
        "png interlaced, more pixels than it can hold": png_head(7000, 7000, depth=16, colour=6, interlaced=1)
        + png_chunk(b"IDAT", zeros[:1000])
        + png_chunk(b"IEND"),
        "png that is only text bombs": png_head(8, 8)
        + png_chunk(b"zTXt", b"a\0\0" + zeros) * 8
        + png_chunk(b"IEND"),
        "png cut off": small["png"][:-40],
        "png without pixels": png_head(8, 8) + png_chunk(b"IEND"),
        "png with a wrong sum": small["png"].replace(b"IDAT", b"IDAT\x78", 1)[:-1],
        "jpeg of 4.3 Gpx": b"\xff\xd8" + wide_frame + SCAN + bytes(100) + END,
        "jpeg progressive, empty": b"\xff\xd8"
        + jpeg_frame(8000, 6000, marker=0xC2)
        + SCAN
        + bytes(100)
        + END,
        "jpeg of 5,000 passes": b"\xff\xd8"
        + jpeg_frame(8000, 6000, marker=0xC2)
        + (SCAN + bytes(300)) * 5_000
        + END,
        "jpeg with two frames": b"\xff\xd8" + jpeg_frame(8, 8) + wide_frame + SCAN + bytes(100) + END,
        "jpeg lossless": b"\xff\xd8" + jpeg_frame(8, 8, marker=0xC3) + SCAN + bytes(100) + END,
        "jpeg of 12 bits": b"\xff\xd8" + jpeg_frame(8, 8, depth=12) + SCAN + bytes(100) + END,
        "jpeg of a million segments": b"\xff\xd8"
        + segment(0xEF, b"") * 1_000_000
        + jpeg_frame(8, 8)
        + SCAN
        + END,
        "jpeg of a height told later": b"\xff\xd8" + jpeg_frame(8, 0) + SCAN + bytes(100) + END,
        "jpeg cut off": small["jpeg"][: len(small["jpeg"]) // 2],
        "avif property of 4 Gpx": avif_claiming(65_536, 65_536, where="property"),
        "avif bitstream of 4 Gpx": avif_claiming(65_536, 65_536, where="bitstream"),
        "avif of 100,000 boxes": small["avif"] + box(b"free", b"") * 100_000,
        "avif cut off": small["avif"][:-60],
        "avif of another codec": small["avif"].replace(b"av01", b"hvc1"),
        "heic": small["avif"].replace(b"ftypavif", b"ftypheic", 1),
        "postscript named .png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99999 99999\n(%pipe%id) (w) file\n",
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"><image href="file:///etc/passwd"/></svg>',
        "svg behind a declaration": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>',
        "pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "ico": struct.pack("<HHHBBBBHHII", 0, 1, 1, 0, 0, 0, 0, 1, 32, 100, 22) + bytes(100),
        "tiff": honest().tiffsave_buffer(),
        "bmp": b"BM" + struct.pack("<IHHIIiiHH", 54, 0, 0, 54, 40, 60_000, 60_000, 1, 24) + bytes(24),
        "magick script": b"push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/)'\npop graphic-context",
        "ppm": b"P6 60000 60000 255\n",
        "nothing": b"",
        "text": "锅盖上再加根筷子".encode(),
        "21 MiB": small["png"] + bytes(21 * 2**20),
    }
