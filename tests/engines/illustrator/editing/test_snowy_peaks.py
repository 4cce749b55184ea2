"""Snow on the mountains behind a place reaches further down, or melts; mountains that cannot be seen are told of."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scenery
from tests.engines.illustrator.told import changed, first_picture, language_of, talk


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a lake with mountains behind it", "add snow on the peaks"),
        ("a village with mountains in the background", "make the mountains snow-capped"),
        ("mountains", "put snow on the mountain tops"),
        ("湖边的山", "山顶上加点雪"),
        ("雪山下面有个湖", "远处的山上再加点雪"),
    ],
)
def test_more_snow_on_them(wish: str, edit: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert answer.scene.env.scenery.caps == 1
    assert answer.scene.env.weather == base.env.weather
    assert answer.scene.objects == base.objects
    assert not answer.notes


def test_it_melts() -> None:
    assert (
        talk("a lake with mountains behind it => remove the snow from the peaks")[0].scene.env.scenery.caps
        == Scenery.NONE
    )


@pytest.mark.parametrize("wish", ["a pine forest with mountains behind it", "一片松林，后面是雪山"])
def test_mountains_behind_a_wood_are_seen(wish: str) -> None:
    assert first_picture(wish).env.place == "mountains"


@pytest.mark.parametrize("wish", ["a street with mountains behind it", "城市街道，后面是雪山"])
def test_mountains_that_no_street_shows_are_told_of(wish: str) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    assert any("mountains" in note or "山" in note for note in composed.notes)
