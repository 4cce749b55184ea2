"""Words in pictures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.engines.illustrator.letters.lettering import (
    _fitting,
    bubble_sprite,
    caption_sprite,
    set_text,
    sign_body,
)


@given(st.text(max_size=600), st.sampled_from([(1024, 1024), (512, 2048), (2048, 512), (64, 64)]))
@settings(max_examples=25, deadline=None)
def test_any_text_is_set_and_stays_in_the_picture(text: str, size: tuple[int, int]) -> None:
    width, height = size
    caption = caption_sprite(text, width, height)
    assert caption.top >= 0
    assert caption.rgba.shape[0] <= 0.5 * height
    assert caption.rgba.shape[1] <= width
    assert (caption.rgba[..., :3] <= caption.rgba[..., 3:]).all()


@pytest.mark.parametrize("word", ["猫在草地上睡觉", "running water "])
def test_a_long_text_wraps_then_shrinks_then_ends(word: str) -> None:
    one, some, many = (set_text(word * k, 50, 700, 240) for k in (1, 6, 200))
    assert one.shape[0] < 80
    assert 100 < some.shape[0] <= 240
    assert many.shape[0] <= 240
    assert all(plane.shape[1] <= 700 for plane in (one, some, many))


def test_markup_is_text() -> None:
    assert (set_text("<b>&amp;</b>", 40, 900) != 0).any()
    assert set_text("<b>x</b>", 40, 900).shape[1] > 2 * set_text("x", 40, 900).shape[1]


def test_a_sign_carries_its_word() -> None:
    assert sign_body("<g/>", "营业中").count("<image") == 1
    assert sign_body("<g/>", "open") != sign_body("<g/>", "shut")


@pytest.mark.parametrize("mouth", [(500, 600), (20, 30), (1010, 40), (500, 5), (3, 1000)])
def test_a_bubble_is_whole_and_its_tail_points_to_the_mouth(mouth: tuple[int, int]) -> None:
    made = bubble_sprite("你好，世界！", mouth, mouth[1] - 100, 1024, 1024, [])
    x0, y0, x1, y1 = made.box()
    assert x0 >= 0
    assert y0 >= 0
    assert x1 <= 1024
    assert y1 <= 1024
    assert np.count_nonzero((made.rgba[..., :3] == 255).all(axis=-1)) > 3000


def test_a_bubble_keeps_off_what_stands_there() -> None:
    blocked = [(0, 0, 1024, 420)]
    free = bubble_sprite("hello", (512, 600), 500, 1024, 1024, [])
    moved = bubble_sprite("hello", (512, 600), 500, 1024, 1024, blocked)
    assert moved.box() != free.box()


def test_chinese_on_a_board_is_parted_evenly() -> None:
    assert _fitting("欢迎新同学", 98 / 64) >= 3
