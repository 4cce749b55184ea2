from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.call import Output
from paintover.engines.illustrator.drawing.encode import encode, encode_png
from paintover.tasks.encoding import encoded
from tests.engines.illustrator.scenes import drawn, scene, thing
from tests.pixels import pixels


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 9999))
@settings(max_examples=40, deadline=None)
def test_png_comes_back_to_the_bit(height: int, width: int, seed: int) -> None:
    noise = np.random.Generator(np.random.PCG64(seed)).integers(0, 256, (height, width, 3)).astype(np.uint8)
    assert (pixels(encode_png(noise)) == noise).all()


def test_a_picture_takes_less_than_600_kilobytes() -> None:
    for place in ("meadow", "room", "forest"):
        made = drawn(scene(thing("o1", "ox"), thing("o2", "horse"), thing("o3", "tree"), place=place))
        packed = encode_png(made.pixels)
        assert len(packed) < 600_000
        assert (pixels(packed) == made.pixels).all()


@pytest.mark.parametrize(
    "output",
    [
        Output(),
        Output(format="png", compression=40),
        Output(format="webp", compression=85),
        Output(format="webp"),
        Output(format="jpeg", compression=70),
    ],
    ids=lambda output: f"{output.format}-{output.compression}",
)
@pytest.mark.parametrize("bands", [3, 4])
def test_a_wanted_file_is_the_one_that_the_server_would_make_of_the_png(output: Output, bands: int) -> None:
    noise = np.random.Generator(np.random.PCG64(bands)).integers(0, 256, (37, 53, bands)).astype(np.uint8)
    assert encode(noise, output) == encoded(encode_png(noise), "image/png", output)
