from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.engines.illustrator.drawing.styles import REACH, in_style
from paintover.engines.illustrator.grammar.lexicon import vocabulary
from paintover.engines.illustrator.sprites.raster import Pixels
from tests.engines.illustrator.scenes import drawn, scene, thing


@pytest.fixture(scope="module")
def picture() -> Pixels:
    return drawn(scene(thing("o1", "ox"), thing("o2", "horse"))).pixels


@pytest.mark.parametrize("style", sorted(set(REACH) - {"storybook", "flat"}))
def test_a_style_changes_the_picture_and_reaches_no_further_than_it_says(style: str, picture: Pixels) -> None:
    plain = in_style(picture, style, 7)
    assert plain.shape == picture.shape
    assert plain.dtype == np.uint8
    assert (plain != picture).mean() > 0.3
    assert (in_style(picture, style, 7) == plain).all()
    touched = picture.copy()
    touched[400:440, 500:560] = (255, 0, 255)
    mask = (in_style(touched, style, 7) != plain).any(axis=-1)
    assert mask.any()
    reach = REACH[style]
    mask[400 - reach : 440 + reach, 500 - reach : 560 + reach] = False
    assert not mask.any()


def test_every_style_of_the_lexicon_is_drawn() -> None:
    for language in ("zh", "en"):
        named = {
            readings["styles"] for readings in vocabulary(language).words.values() if "styles" in readings
        }
        assert named
        assert named <= set(REACH)


def test_flat_is_the_drawing_without_light() -> None:
    things = (thing("o1", "ox"),)
    shaded = drawn(scene(*things))
    flat = drawn(msgspec.structs.replace(scene(*things), style="flat"))
    x0, y0, x1, y1 = flat.scene.layout["o1"].box
    assert (shaded.pixels != flat.pixels).any()
    few = len(np.unique(flat.pixels[y0:y1, x0:x1].reshape(-1, 3), axis=0))
    assert few < len(np.unique(shaded.pixels[y0:y1, x0:x1].reshape(-1, 3), axis=0))


def test_storybook_and_unknown_styles_leave_the_drawing_as_it_is(picture: Pixels) -> None:
    assert in_style(picture, "storybook", 7) is picture
    assert in_style(picture, "of-a-later-version", 7) is picture


@pytest.mark.parametrize("style", ["line", "sketch"])
def test_a_border_of_two_colours_is_one_thin_line(style: str) -> None:
    pixels = np.full((64, 128, 3), 230, np.uint8)
    pixels[:, 64:] = (60, 120, 210)
    drawn_in = in_style(pixels, style, 1)[32, 24:104].astype(int).min(axis=-1)
    dark = drawn_in < drawn_in.max() - 80
    assert 1 <= dark.sum() <= 7
    assert np.diff(np.flatnonzero(dark)).max(initial=1) == 1
