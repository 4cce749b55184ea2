"""Pictures that are taken come out whole; anything else is `BadPicture` and nothing else."""

from __future__ import annotations

import asyncio
import struct
from contextlib import suppress

import numpy as np
import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.errors import BadPicture
from paintover.intake.headers import Bounds, format_of, measure
from paintover.intake.pictures import MAX_KEPT_SIDE, accept_picture, accept_picture_async
from tests.intake.bombs import (
    avif_claiming,
    bombs,
    honest,
    honest_files,
    png_chunk,
    png_head,
    zeros_packed,
)

FILES = honest_files()
SMALL = sorted(FILES.values(), key=len)


def pixels(image: bytes) -> np.ndarray:
    return np.asarray(pyvips.Image.pngload_buffer(image).numpy())


@pytest.mark.parametrize("name", FILES)
def test_every_honest_picture_comes_out_as_it_looked(name: str) -> None:
    accepted = accept_picture(FILES[name])
    assert (accepted.media_type, accepted.width, accepted.height) == ("image/png", 64, 48)
    seen = pyvips.Image.pngload_buffer(accepted.image)
    assert (seen.width, seen.height, seen.format) == (64, 48, "uchar")
    assert seen.interpretation == "srgb"
    assert seen.bands == (4 if "alpha" in name else 3)
    if "grey" not in name:
        off_by = np.abs(seen.numpy()[:, :, :3].astype(int) - honest().numpy().astype(int))
        # Four inks do not reach the brightest greens and reds of a screen.
        assert off_by.mean() < (20 if "cmyk" in name else 6), name
    if "alpha" in name:
        assert seen[3].min() == seen[3].max() == 128


@pytest.mark.parametrize("name", ["png", "png alpha", "webp lossless", "webp alpha"])
def test_a_lossless_picture_keeps_every_bit(name: str) -> None:
    expected = honest(alpha="alpha" in name).numpy()
    assert np.array_equal(pixels(accept_picture(FILES[name]).image), expected)


def test_of_moving_pictures_the_first_frame_is_taken() -> None:
    for name in ("gif moving", "webp moving"):
        accepted = accept_picture(FILES[name])
        assert accepted.height == 48
        assert np.abs(pixels(accepted.image)[:, :, :3].astype(int) - honest().numpy()).mean() < 6


def test_sixteen_bits_of_alpha_become_eight() -> None:
    deep = honest(alpha=True).colourspace("rgb16")
    seen = pyvips.Image.pngload_buffer(accept_picture(deep.pngsave_buffer(bitdepth=16)).image)
    assert (seen.format, seen.bands) == ("uchar", 4)
    assert abs(seen[3].avg() - 128) <= 1


def test_large_pictures_are_scaled_down() -> None:
    wide = honest(6000, 1500)
    accepted = accept_picture(wide.jpegsave_buffer())
    assert (accepted.width, accepted.height) == (MAX_KEPT_SIDE, 1024)
    thin = accept_picture(honest(16_000, 1, alpha=True).pngsave_buffer())
    assert (thin.width, thin.height) == (MAX_KEPT_SIDE, 1)


def test_invisible_colour_does_not_bleed_when_scaled() -> None:
    left = honest(4000, 64)[0] * 0
    red = (left + 255).bandjoin([left, left, left + 255])
    hidden = left.bandjoin([left + 255, left, left])
    both = red.join(hidden, "horizontal").cast("uchar").copy(interpretation="srgb")
    seen = pixels(accept_picture(both.pngsave_buffer()).image)
    assert seen[seen[:, :, 3] > 0][:, 1].max() <= 2


def test_another_colour_profile_becomes_srgb() -> None:
    """The same numbers under a wider profile look different; as sRGB they must have changed."""
    wide = honest().icc_transform("p3", input_profile="srgb", intent="relative", depth=8)
    seen = pixels(accept_picture(wide.pngsave_buffer()).image)
    assert not np.array_equal(seen, wide.numpy())
    assert np.abs(seen.astype(int) - honest().numpy()).mean() < 3


def test_a_broken_colour_profile_is_left_out() -> None:
    odd = honest().copy()
    odd.set_type(pyvips.GValue.blob_type, "icc-profile-data", b"no profile at all" * 20)
    assert np.array_equal(pixels(accept_picture(odd.webpsave_buffer(lossless=True)).image), honest().numpy())


def test_text_bombs_beside_good_pixels_are_not_unpacked() -> None:
    good = honest().pngsave_buffer()
    zeros = zeros_packed(64)
    text = png_chunk(b"zTXt", b"a\0\0" + zeros) + png_chunk(b"iCCP", b"p\0\0" + zeros)
    body = measure(good[:33] + text + good[33:], Bounds()).body
    assert len(body) <= len(good)
    assert np.array_equal(pixels(accept_picture(good[:33] + text + good[33:]).image), honest().numpy())


def test_an_animation_track_is_hidden_from_the_decoder() -> None:
    track = struct.pack(">I", 16) + b"moov" + b"whatever"
    measured = measure(FILES["avif"] + track, Bounds())
    assert b"moov" not in measured.body
    assert accept_picture(FILES["avif"] + track).width == 64


def test_avif_sizes_are_read_in_all_three_places() -> None:
    with pytest.raises(BadPicture, match="pixels"):
        measure(avif_claiming(60_000, 60_000, where="property"), Bounds())
    with pytest.raises(BadPicture, match="pixels"):
        measure(avif_claiming(60_000, 60_000, where="bitstream"), Bounds())
    # The same bitstream claiming a size within bounds passes the reader: it was the size that was refused.
    assert measure(avif_claiming(64, 48, where="bitstream"), Bounds()).width == 64


def test_the_message_names_the_limit() -> None:
    with pytest.raises(BadPicture, match=r"claims 50000 x 50000 pixels; at most 50 million pixels and 16384"):
        accept_picture(bombs()["png of 300 KB, 2.5 Gpx"])
    with pytest.raises(BadPicture, match="not PNG, JPEG, WebP, GIF or AVIF"):
        accept_picture(b"<svg/>")
    with pytest.raises(BadPicture, match="larger than 20 MiB"):
        accept_picture(bytes(20 * 2**20 + 1))


def test_bounds_are_exact() -> None:
    tight = Bounds(
        max_pixels=64 * 48, max_side=64, max_moving_pixels=64 * 48, max_avif_pixels=64 * 48, max_frames=5
    )
    for file in FILES.values():
        assert accept_picture(file, bounds=tight).width == 64
    for narrower in (
        Bounds(max_pixels=64 * 48 - 1, max_moving_pixels=64 * 48 - 1, max_avif_pixels=64 * 48 - 1),
        Bounds(max_side=63),
    ):
        for file in FILES.values():
            with pytest.raises(BadPicture, match="pixels"):
                accept_picture(file, bounds=narrower)
    for name in ("gif moving", "webp moving"):
        with pytest.raises(BadPicture, match="frames"):
            accept_picture(FILES[name], bounds=Bounds(max_frames=4))


async def test_many_at_once_take_turns() -> None:
    accepted = await asyncio.gather(*(accept_picture_async(file) for file in FILES.values()))
    assert {(p.width, p.height) for p in accepted} == {(64, 48)}
    with pytest.raises(BadPicture):
        await accept_picture_async(b"nothing of the kind")


MAGIC = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"RIFF\x40\x00\x00\x00WEBPVP8 ",
    b"RIFF\x40\x00\x00\x00WEBPVP8X",
    b"GIF89a",
    b"\0\0\0\x1cftypavif",
    b"",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_bad_picture(magic: bytes, rest: bytes) -> None:
    with suppress(BadPicture):
        accept_picture(magic + rest)


edits = st.lists(st.tuples(st.integers(0, 2**16), st.integers(0, 255)), min_size=1, max_size=8)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SMALL), edits, st.integers(0, 2**16), st.booleans())
def test_mutated_pictures_raise_nothing_but_bad_picture(
    file: bytes, changes: list[tuple[int, int]], cut: int, is_cut: bool
) -> None:
    mutated = bytearray(file)
    for at, value in changes:
        # Half of the changes fall into the first 64 bytes, where the claims are.
        mutated[at % (64 if at & 1 else len(mutated))] = value
    if is_cut:
        del mutated[cut % len(mutated) :]
    with suppress(BadPicture):
        accepted = accept_picture(
            bytes(mutated), bounds=Bounds(max_pixels=2**20, max_moving_pixels=2**20, max_avif_pixels=2**20)
        )
        assert accepted.width * accepted.height <= 2**20


@given(st.binary(max_size=64))
def test_the_format_is_told_by_the_first_bytes_only(raw: bytes) -> None:
    found = format_of(raw)
    assert found is None or format_of(raw[:16]) == found


def test_a_tall_png_head_alone_is_damaged() -> None:
    with pytest.raises(BadPicture, match="damaged"):
        measure(png_head(8, 8), Bounds())
