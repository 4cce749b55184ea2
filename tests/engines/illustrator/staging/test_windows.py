"""A window with a sill is part of the wall of its room."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.drawing.render import draw
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "a cat sleeping on the windowsill, rain outside",
        "a girl sitting by the window reading",
        "a boy looking out of the window at the snow",
        "小狗趴在窗台上看外面下雪",
    ],
)
def test_it_stands_at_the_wall_and_throws_no_shadow(wish: str) -> None:
    scene = first_picture(wish)
    window = next(one for one in scene.objects if one.kind == "bay-window")
    horizon = place_of(scene.env, scene.seed).horizon
    drawing = draw(scene, 256, 256)
    foot = drawing.scene.layout[window.id].base / 1024
    assert horizon <= foot <= horizon + 0.1 * (1 - horizon)
    assert window.id not in drawing.shadows
