"""Dark clouds are dark, and with lightning they are a storm and no things of their own."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "a storm over the sea with dark clouds and lightning",
        "a farm under dark clouds with lightning",
        "乌云密布，电闪雷鸣的村庄",
        "大海，乌云，闪电",
    ],
)
def test_dark_clouds_and_lightning_are_a_storm(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.weather == "storm"
    assert not scene.objects


@pytest.mark.parametrize(
    "wish", ["dark clouds over a village", "草原上空乌云密布", "a dark cloud over a field"]
)
def test_dark_clouds_are_dark_under_a_grey_sky(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.weather == "cloudy"
    assert {(one.kind, one.colour) for one in scene.objects} == {("cloud", "dark-grey")}


@pytest.mark.parametrize("edit", ["add dark clouds", "加几朵乌云"])
def test_dark_clouds_that_come_are_dark(edit: str) -> None:
    scene = changed(first_picture("a house in a meadow"), edit).scene
    assert {one.colour for one in scene.objects if one.kind == "cloud"} == {"dark-grey"}


def test_weather_that_clears_up_is_fair() -> None:
    assert changed(first_picture("电闪雷鸣的夜晚，一座城堡"), "把天气变晴").scene.env.weather == "clear"


def test_a_ship_in_a_storm_is_at_sea() -> None:
    assert first_picture("一艘帆船在暴风雨中航行，闪电划过天空").env.place == "sea"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a library with a girl reading", "make it snow outside", "There is no window in the picture"),
        ("一个书房，有书架", "下雨了", "图里没有窗户"),
    ],
)
def test_what_falls_is_not_told_where_no_window_shows_it(wish: str, edit: str, told: str) -> None:
    unseen, seen = changed(first_picture(wish, seed=1), edit), changed(first_picture(wish, seed=2), edit)
    assert (unseen.told, unseen.scene.env.weather) == (told, "clear")
    assert (seen.scene.env.weather in ("rain", "snow"), seen.notes) == (True, ())


def test_what_else_is_asked_comes() -> None:
    answer = changed(first_picture("a library with a girl reading", seed=1), "make it snow and add a cat")
    assert (answer.told, answer.notes) == ("Added: cat", ("There is no window in the picture",))
