from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.errors import BadRatio
from paintover.domain.ratio import Ratio, parse_ratio

SEEN = ["1:1", "2:3", "3:2", "16:9", "9:16", "4:3", "3:4", "1:2", "2:1", "21:9"]


@pytest.mark.parametrize("text", SEEN)
def test_every_ratio_in_use_survives_and_has_a_size_of_its_shape(text: str) -> None:
    ratio = parse_ratio(text)
    assert str(ratio) == text
    width, height = ratio.size()
    assert width % 8 == height % 8 == 0
    assert width / height == pytest.approx(ratio.value, rel=0.015)
    assert 0.95 < width * height / 1024**2 < 1.05


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("1024x1536", Ratio(2, 3)),
        ("3：2", Ratio(3, 2)),
        (" 16 : 9 ", Ratio(16, 9)),
        ("2.35:1", Ratio(47, 20)),
        ("1792X1024", Ratio(7, 4)),
    ],
)
def test_sizes_and_other_spellings_are_ratios(text: str, ratio: Ratio) -> None:
    assert parse_ratio(text) == ratio


@pytest.mark.parametrize(
    "text", ["0:1", "1:0", "1:9", "9:1", "", "a:b", "1:1:1", "-1:2", "1e9:1", "０:1", "9" * 400 + ":1"]
)
def test_what_is_no_shape_is_refused_with_advice(text: str) -> None:
    with pytest.raises(BadRatio) as caught:
        parse_ratio(text)
    assert caught.value.param == "ratio"
    assert len(caught.value.message) < 160


@given(st.integers(1, 4000), st.integers(1, 4000))
def test_parsing_inverts_writing(width: int, height: int) -> None:
    if not 0.25 <= width / height <= 4:
        return
    ratio = parse_ratio(f"{width}:{height}")
    assert parse_ratio(str(ratio)) == ratio
    assert math.gcd(ratio.width, ratio.height) == (
        3 if 21 in (ratio.width, ratio.height) and 9 in (ratio.width, ratio.height) else 1
    )
    assert ratio.value == pytest.approx(width / height)


@given(st.text(max_size=30))
def test_any_text_is_a_ratio_or_a_bad_one(text: str) -> None:
    with contextlib.suppress(BadRatio):
        assert 0.25 <= parse_ratio(text).value <= 4
