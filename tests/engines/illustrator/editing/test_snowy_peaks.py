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


@pytest.mark.parametrize(
    ("wish", "edit", "caps"),
    [
        ("高山和草原", "山上的雪少一点", -1),
        ("高山和草原", "雪少点", -1),
        ("高山和草原", "山上别有那么多雪", -1),
        ("高山和草原", "山上别有雪了", Scenery.NONE),
        ("高山和草原", "山头上都要有白雪", 1),
        ("草原上有一匹马", "远处的山上盖点雪", 1),
        ("草原上有一匹马", "山上要有积雪", 1),
    ],
)
def test_snow_up_there_is_no_weather(wish: str, edit: str, caps: int) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert (answer.scene.env.scenery.caps, answer.scene.env.weather) == (caps, base.env.weather)
    assert answer.scene.env.scenery.peaks == 1
    assert answer.scene.objects == base.objects


def test_it_snows_on_mountains_where_that_is_said() -> None:
    assert changed(first_picture("草原上有一匹马"), "山上下雪了").scene.env.weather == "snow"


def test_a_street_has_no_mountains_to_put_snow_on() -> None:
    assert changed(first_picture("一条街"), "山上加点雪").told == "图里没有山"


def test_a_mountain_of_its_own_has_snow_on_its_top() -> None:
    answer = changed(first_picture("一座山"), "山上加点雪")
    assert answer.scene.env.weather == "clear"
    assert [one.kind for one in answer.scene.objects] == ["snow-capped-mountain"]


@pytest.mark.parametrize("wish", ["群山环绕的湖", "四周群山环抱的村子", "一个被雪山围绕的小屋"])
def test_mountains_round_a_place_are_behind_it(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.scenery.peaks == 1 or scene.env.place == "mountains"
    assert "signpost" not in [one.kind for one in scene.objects]
