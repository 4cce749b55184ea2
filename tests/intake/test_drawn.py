import random
import struct
import zlib

import numpy as np
import pytest
import pyvips

from paintover.domain.errors import BadPicture
from paintover.intake.drawn import accept_drawn
from paintover.intake.pictures import accept_picture

MARK = b"PAINTOVER-MARKER"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def head(width: int, height: int, *, depth: int = 8, colour: int = 2, interlacing: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlacing))


def png(*chunks: bytes) -> bytes:
    return SIGNATURE + b"".join(chunks) + chunk(b"IEND", b"")


def rows(width: int, height: int, *, channels: int = 3, filters: tuple[int, ...] = (0, 1, 2, 3, 4)) -> bytes:
    noise = random.Random(7)
    return b"".join(
        bytes([filters[row % len(filters)]]) + noise.randbytes(width * channels) for row in range(height)
    )


def pixels(image: bytes) -> bytes:
    return bytes(pyvips.Image.pngload_buffer(image).write_to_memory())


def kinds(image: bytes) -> list[bytes]:
    found, at = [], len(SIGNATURE)
    while at < len(image):
        length, kind = struct.unpack_from(">I4s", image, at)
        found.append(kind)
        at += 12 + length
    return found


@pytest.mark.parametrize(("colour", "channels"), [(2, 3), (6, 4)])
def test_a_plain_picture_keeps_its_packed_pixels(colour: int, channels: int) -> None:
    packed = zlib.compress(rows(33, 21, channels=channels))
    raw = png(head(33, 21, colour=colour), chunk(b"IDAT", packed[:50]), chunk(b"IDAT", packed[50:]))
    drawn = accept_drawn(raw)
    assert (drawn.width, drawn.height, drawn.media_type) == (33, 21, "image/png")
    assert kinds(drawn.image) == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
    assert packed in drawn.image
    assert pixels(drawn.image) == pixels(raw) == pixels(accept_picture(raw).image)


def test_nothing_but_pixels_is_passed_on() -> None:
    packed = zlib.compress(rows(9, 9))
    raw = png(
        head(9, 9),
        chunk(b"tEXt", b"Comment\0" + MARK),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + MARK),
        chunk(b"caBX", MARK),
        chunk(b"gAMA", b"\0\0\xb1\x8f"),
        chunk(b"IDAT", packed),
        chunk(b"prVt", MARK),
    )
    for file in (raw, raw + MARK + b"<script>"):
        drawn = accept_drawn(file)
        assert MARK not in drawn.image
        assert b"script" not in drawn.image
        assert kinds(drawn.image) == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
        assert pixels(drawn.image) == pixels(raw)


def test_a_resolution_that_says_nothing_takes_the_place_of_the_files_own() -> None:
    raw = png(
        head(4, 4), chunk(b"pHYs", struct.pack(">IIB", 12, 34, 1)), chunk(b"IDAT", zlib.compress(rows(4, 4)))
    )
    drawn, packed_again = (
        pyvips.Image.pngload_buffer(one(raw).image) for one in (accept_drawn, accept_picture)
    )
    assert drawn.xres == drawn.yres == pytest.approx(packed_again.xres, abs=0.01)


TURNED = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
NOT_PLAIN = {
    "palette": png(
        head(4, 4, colour=3),
        chunk(b"PLTE", bytes(range(9))),
        chunk(b"IDAT", zlib.compress(b"\0\0\1\2\1" * 4)),
    ),
    "transparent colour": png(
        head(4, 4), chunk(b"tRNS", bytes(6)), chunk(b"IDAT", zlib.compress(rows(4, 4)))
    ),
    "turned": png(head(5, 3), chunk(b"eXIf", TURNED), chunk(b"IDAT", zlib.compress(rows(5, 3)))),
    "grey": png(head(4, 4, colour=0), chunk(b"IDAT", zlib.compress(rows(4, 4, channels=1)))),
    "16 bits": png(head(4, 4, depth=16), chunk(b"IDAT", zlib.compress(rows(4, 4, channels=6)))),
    "too wide": png(head(5000, 1), chunk(b"IDAT", zlib.compress(rows(5000, 1)))),
}


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_is_packed_again(name: str) -> None:
    assert accept_drawn(NOT_PLAIN[name]) == accept_picture(NOT_PLAIN[name])


def test_a_jpeg_is_packed_again() -> None:
    picture = pyvips.Image.new_from_array(np.zeros((8, 8, 3), np.uint8)).copy(interpretation="srgb")
    raw = bytes(picture.jpegsave_buffer())
    assert accept_drawn(raw) == accept_picture(raw)


def hidden() -> dict[str, bytes]:
    """Files whose packed pixels hold more, or less, than pixels."""
    good = rows(9, 9)
    packed = zlib.compress(good)
    stored = zlib.compressobj(0)
    return {
        "behind the stream": png(head(9, 9), chunk(b"IDAT", packed + MARK)),
        "a second stream": png(head(9, 9), chunk(b"IDAT", packed + zlib.compress(MARK))),
        "more rows": png(head(9, 9), chunk(b"IDAT", stored.compress(good + MARK) + stored.flush())),
        "a chunk of its own": png(head(9, 9), chunk(b"IDAT", packed), chunk(b"IDAT", MARK)),
    }


@pytest.mark.parametrize("name", hidden())
def test_what_hides_behind_the_pixels_is_never_passed_on(name: str) -> None:
    try:
        drawn = accept_drawn(hidden()[name])
    except BadPicture:
        return
    assert MARK not in drawn.image
    assert pixels(drawn.image) == pixels(png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 9)))))


@pytest.mark.parametrize(
    "broken",
    [
        png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 8)))),
        png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 9))[:-40])),
        png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 9))[:-4] + b"\0\0\0\0")),
        png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 9)))[:-4] + b"\0\0\0\0"),
        png(head(9, 9), chunk(b"IDAT", zlib.compress(rows(9, 9, filters=(0, 5))))),
        png(head(9, 9), chunk(b"IDAT", b"")),
        png(head(9, 9)),
    ],
    ids=["a row less", "cut off", "checksum", "chunk's checksum", "filter", "empty", "nothing"],
)
def test_a_damaged_picture_fares_as_if_it_were_packed_again(broken: bytes) -> None:
    try:
        expected = accept_picture(broken)
    except BadPicture as exc:
        with pytest.raises(BadPicture, match=str(exc)[:20]):
            accept_drawn(broken)
    else:
        assert accept_drawn(broken) == expected


def test_whatever_is_let_pass_is_read_alike_by_another_decoder() -> None:
    """Fuzzed streams with a right checksum of their chunk: what is passed on, zlib unpacks to the same pixels."""
    noise = random.Random(11)
    good = zlib.compress(rows(9, 9))
    passed = 0
    for _ in range(1500):
        packed = bytearray(good)
        for _ in range(noise.choice((0, 1, 1, 2))):
            packed[noise.randrange(len(packed))] = noise.randrange(256)
        raw = png(head(9, 9), chunk(b"IDAT", bytes(packed)))
        try:
            drawn = accept_drawn(raw)
        except BadPicture:
            continue
        passed += 1
        assert len(pixels(drawn.image)) == 9 * 9 * 3
        if bytes(packed) in drawn.image:
            assert zlib.decompress(bytes(packed)) == rows(9, 9)
    assert passed >= 200
