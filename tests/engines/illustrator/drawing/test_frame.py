"""A frame around the whole picture."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.drawing.frame import WOOD, framed
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene


def after(*prompts: str) -> Scene:
    made = compose_scene(prompts[0], ratio="1:1", seed=5, language=language_of(prompts[0])).scene
    for prompt in prompts[1:]:
        made = edit_scene(prompt, [made], ratio="1:1", seed=5, language=language_of(prompt)).scene
    return made


@pytest.mark.parametrize(
    ("prompts", "frame"),
    [
        (("a cat",), None),
        (("a cat", "add a border"), WOOD),
        (("一只猫", "给图加一个红色边框"), "red"),
        (("一只猫，加个边框",), WOOD),
        (("a cat", "add a white frame", "remove the frame"), None),
        (("a cat", "add a white frame", "make it night"), "white"),
        (("a window frame",), None),
    ],
)
def test_a_frame_is_put_around_and_taken_away(prompts: tuple[str, ...], frame: str | None) -> None:
    assert after(*prompts).frame == frame


@pytest.mark.parametrize("paint", [WOOD, "red", "no colour"])
def test_the_middle_of_the_picture_stays(paint: str) -> None:
    picture = np.full((200, 300, 3), 120, np.uint8)
    done = framed(picture, paint)
    assert (done[30:-30, 30:-30] == 120).all()
    assert (done[:8] != 120).any(axis=-1).all()
    assert (done[:, -8:] != 120).any(axis=-1).all()
    assert (picture == 120).all()
