"""Pictures in other formats, and made small enough to be looked at within other data."""

from __future__ import annotations

import numpy as np
import pytest
import pyvips

from paintover.domain.errors import EngineFailed
from paintover.tasks.encoding import SMALLEST_PREVIEW, preview


def noise(width: int, height: int, bands: int) -> bytes:
    """A PNG that no format makes much smaller."""
    pixels = np.random.default_rng(1).integers(0, 255, (height, width, bands), dtype=np.uint8)
    image = pyvips.Image.new_from_array(pixels, interpretation="srgb")
    return bytes(image.pngsave_buffer())


@pytest.mark.parametrize(("bands", "media_type"), [(3, "image/jpeg"), (4, "image/png")])
def test_a_preview_has_the_size_that_it_may_have(bands: int, media_type: str) -> None:
    whole = noise(900, 600, bands)
    small, kind = preview(whole, "image/png", side=300, most_bytes=10**7)
    picture = pyvips.Image.new_from_buffer(small, "")
    assert (kind, picture.width, picture.height, picture.hasalpha()) == (media_type, 300, 200, bands == 4)
    tight, _ = preview(whole, "image/png", side=300, most_bytes=len(small) // 2)
    assert len(tight) <= len(small) // 2
    tiny = pyvips.Image.new_from_buffer(preview(whole, "image/png", side=300, most_bytes=1)[0], "")
    assert tiny.width == SMALLEST_PREVIEW


def test_a_preview_never_enlarges() -> None:
    small, _ = preview(noise(40, 20, 3), "image/png", side=300, most_bytes=10**6)
    assert pyvips.Image.new_from_buffer(small, "").width == 40


@pytest.mark.parametrize(("image", "media_type"), [(b"no picture", "image/png"), (b"GIF89a", "image/gif")])
def test_what_is_no_picture_of_ours_is_an_error(image: bytes, media_type: str) -> None:
    with pytest.raises(EngineFailed):
        preview(image, media_type, side=300, most_bytes=10**6)
