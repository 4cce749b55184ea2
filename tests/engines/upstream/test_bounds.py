"""The size that is asked for where a server draws many, but not all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.upstream.bounds import Bounds

GPT = Bounds(multiple=16, min_pixels=655_360, max_pixels=8_294_400, max_side=3840, max_ratio=3)
SIDES = st.integers(1, 20_000)


@given(SIDES, SIDES)
def test_a_size_is_always_within_the_bounds_and_of_nearly_the_shape(width: int, height: int) -> None:
    across, down = GPT.nearest(width, height)
    assert across % 16 == down % 16 == 0
    assert 655_360 <= across * down <= 8_294_400
    assert max(across, down) <= min(3840, 3 * min(across, down))
    shape = min(3, max(1 / 3, width / height))
    assert 0.98 < across / down / shape < 1.02
    assert GPT.nearest(across, down) == (across, down)


@given(SIDES, SIDES)
def test_without_bounds_every_size_stays(width: int, height: int) -> None:
    assert Bounds(max_ratio=20_000).nearest(width, height) == (width, height)


@pytest.mark.parametrize(
    ("size", "nearest"),
    [
        ((1536, 1024), (1536, 1024)), ((512, 512), (816, 816)), ((4096, 4096), (2880, 2880)), ((1365, 1024), (1360, 1024)),
    ],
)  # fmt: skip
def test_sizes_that_people_ask_for(size: tuple[int, int], nearest: tuple[int, int]) -> None:
    assert GPT.nearest(*size) == nearest


def test_bounds_that_leave_no_size_give_one_in_multiples() -> None:
    assert Bounds(multiple=64, min_pixels=10_000, max_pixels=10_000).nearest(100, 100) == (128, 128)
