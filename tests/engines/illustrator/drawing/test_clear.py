"""Pictures without a background."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import pyvips

from paintover.domain.call import Background
from paintover.engines.illustrator.drawing.clear import without_background
from paintover.engines.illustrator.engine import picture_steps
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.protocol import Picture, Work
from tests.engines.illustrator.test_engine import order


def made(prompt: str, *sources: Picture, background: Background = "auto") -> Picture:
    work: Work = replace(order(prompt, *sources, language=language_of(prompt)), background=background)
    *_, last = picture_steps(work, 0)
    assert isinstance(last, Picture)
    return last


def opacity(picture: Picture) -> np.ndarray:
    image = pyvips.Image.pngload_buffer(picture.image).numpy()
    assert image.shape[2] == 4
    alpha: np.ndarray = image[..., 3]
    return alpha


@pytest.mark.parametrize(
    "prompt",
    [
        "一只猫，透明背景",
        "a cat, transparent background",
        "画一只猫，不要背景",
        "a cat without a background",
        "un gato, fondo transparente",
    ],
)
def test_words_ask_for_it(prompt: str) -> None:
    picture = made(prompt)
    alpha = opacity(picture)
    assert picture.scene is not None
    assert [thing["kind"] for thing in picture.scene["objects"]] == ["cat"]
    assert (alpha == 0).mean() > 0.6
    x0, y0, x1, y1 = picture.scene["layout"]["o1"]["box"]
    assert (alpha[y0:y1, x0:x1] == 255).mean() > 0.3


def test_the_things_look_as_on_a_ground() -> None:
    clear, whole = made("一只猫", background="transparent"), made("一只猫")
    rgba = pyvips.Image.pngload_buffer(clear.image).numpy()
    solid = rgba[..., 3] == 255
    ground = pyvips.Image.pngload_buffer(whole.image).numpy()
    assert np.abs(rgba[solid][:, :3].astype(int) - ground[solid]).max() <= 1


def test_edits_keep_it_until_a_background_is_asked_for() -> None:
    first = made("一只猫", background="transparent")
    second = made("给它戴一顶帽子", first)
    assert (opacity(second) == 0).mean() > 0.5
    third = made("晚上", second)
    assert pyvips.Image.pngload_buffer(third.image).bands == 3
    cleared = made("去掉背景", third)
    assert (opacity(cleared) == 0).mean() > 0.5
    assert made("变成红色", cleared, background="opaque").scene != cleared.scene


@pytest.mark.parametrize("style", ["水彩风格", "pixel style", "水墨画"])
def test_styles_have_clear_ground_too(style: str) -> None:
    assert (opacity(made(f"一只猫，{style}，透明背景")) == 0).mean() > 0.5


def test_other_words_about_backgrounds_are_left_alone() -> None:
    assert without_background("背景换成海边", "auto") == ("背景换成海边", None)
    assert without_background("a clear sky", "auto") == ("a clear sky", None)
