from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.sprites.raster import (
    Frame,
    Light,
    Sprite,
    blur,
    lay,
    lit,
    place,
    rasterise,
    shifted,
)

SQUARE = '<rect x="32" y="32" width="64" height="64" fill="#808080"/>'


@given(st.floats(-90, 90), st.booleans(), st.floats(10, 500))
def test_the_pivot_lands_where_the_frame_says(angle: float, flip: bool, scale: float) -> None:
    frame = Frame(100, 200, scale, (30, 90), flip, angle)
    assert frame.point((30, 90)) == pytest.approx((100, 200))


def test_a_mirrored_frame_turns_left_to_right() -> None:
    plain, turned = Frame(100, 100, 128), Frame(100, 100, 128, flip=True)
    assert plain.point((0, 64)) == (36, 100)
    assert turned.point((0, 64)) == (164, 100)


def test_drawing_and_points_agree() -> None:
    for frame in (Frame(100, 100, 128), Frame(77.5, 90, 200, (20, 100), flip=True, angle=30)):
        pixels, left, top = place('<circle cx="40" cy="50" r="6" fill="#f00"/>', frame, (0, 0, 128, 128))
        rows, columns = np.nonzero(pixels[..., 3] > 128)
        x, y = frame.point((40, 50))
        assert columns.mean() + left + 0.5 == pytest.approx(x, abs=0.6)
        assert rows.mean() + top + 0.5 == pytest.approx(y, abs=0.6)


def test_light_comes_from_the_upper_left_even_when_mirrored() -> None:
    for flip in (False, True):
        pixels, _, _ = place(SQUARE, Frame(100, 100, 256, flip=flip), (32, 32, 96, 96))
        shone = lit(pixels, Light())
        height, width = shone.shape[:2]
        assert shone[height // 8, width // 8, :3].mean() > shone[height // 2, width // 2, :3].mean()
        assert shone[-height // 8, -width // 8, :3].mean() < shone[height // 2, width // 2, :3].mean()


def test_lit_pixels_are_premultiplied_and_keep_their_opacity() -> None:
    pixels = rasterise(64, 64, '<circle cx="32" cy="32" r="20" fill="#fff" opacity=".5"/>')
    shone = lit(pixels, Light())
    assert (shone[..., :3] <= shone[..., 3:]).all()
    assert (shone[..., 3] == pixels[..., 3]).all()


def test_laying_changes_nothing_outside_the_box_and_clips() -> None:
    picture = np.full((50, 60, 3), 90, np.uint8)
    sprite = Sprite(np.full((20, 20, 4), 255, np.uint8), -5, 40)
    lay(picture, sprite)
    assert (picture[40:, :15] == 255).all()
    assert (picture[:40] == 90).all()
    assert (picture[40:, 15:] == 90).all()
    lay(picture, Sprite(sprite.rgba, 500, 500))


def test_laying_on_whole_numbers_is_exact_at_both_ends() -> None:
    picture = np.arange(256, dtype=np.uint8).reshape(16, 16)[..., None].repeat(3, axis=2)
    before = picture.copy()
    lay(picture, Sprite(np.zeros((16, 16, 4), np.uint8), 0, 0))
    assert (picture == before).all()


def test_the_box_of_a_sprite_is_tight() -> None:
    rgba = np.zeros((10, 10, 4), np.uint8)
    rgba[2:5, 3:9, 3] = 1
    assert Sprite(rgba, 100, 200).box() == (103, 202, 109, 205)
    assert Sprite(np.zeros((4, 4, 4), np.uint8), 1, 2).box() == (1, 2, 1, 2)


def test_blur_keeps_flat_places_and_spreads_points() -> None:
    flat = np.full((60, 60), 200, np.uint8)
    assert abs(int(blur(flat, 3)[30, 30]) - 200) <= 1
    point = np.zeros((60, 60), np.uint8)
    point[30, 30] = 255
    spread = blur(point, 2)
    assert spread[30, 30] == spread.max()
    assert spread[30, 33] == spread[33, 30] == spread[30, 27]


def test_shifting_brings_in_nothing() -> None:
    plane = np.arange(12, dtype=np.uint8).reshape(3, 4)
    assert (shifted(plane, 1, 0)[:, 1:] == plane[:, :-1]).all()
    assert (shifted(plane, 0, -1)[:-1] == plane[1:]).all()
    assert not shifted(plane, 9, 9).any()
