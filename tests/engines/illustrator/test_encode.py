from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.engines.illustrator.encode import encode_png
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
