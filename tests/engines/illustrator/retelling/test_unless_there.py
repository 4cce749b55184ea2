"""What is to come only where there is none of it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "kinds", "colours"),
    [
        ("一个客厅 => 茶几上放盘水果，没有就加一个", {"coffee-table", "fruit-bowl"}, set()),
        ("一个客厅 => 沙发换成红的，没有沙发就加一个", {"couch"}, {"red"}),
        ("一个客厅 => 要是没有钟的话就在墙上挂个钟", {"clock"}, set()),
        ("一个客厅 => 墙上的钟换成一面镜子，没有钟就直接挂镜子", {"mirror"}, set()),
        ("a living room => make the cat black, if there's no cat add one", {"cat"}, {"black"}),
    ],
)
def test_it_comes_where_there_is_none(talked: str, kinds: set[str], colours: set[str]) -> None:
    (answer,) = talk(talked)
    there = {one.kind for one in answer.scene.objects}
    assert kinds <= there
    assert colours <= {one.colour for one in answer.scene.objects}


@pytest.mark.parametrize(
    "talked",
    ["一个客厅里有只猫 => 没有猫就加一只", "a living room with a cat => if there isn't a cat, add one"],
)
def test_whoever_is_there_stays_alone(talked: str) -> None:
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects] == ["cat"]


def test_the_rest_is_done_where_it_is_there() -> None:
    (answer,) = talk("一个客厅里有只猫 => 给猫戴个铃铛，没有猫就加一只")
    assert [one.kind for one in answer.scene.objects] == ["cat", "bell"]


def test_what_comes_anyhow_comes_once() -> None:
    (answer,) = talk("一个客厅 => 墙上挂个钟，没有就加一个")
    assert [one.kind for one in answer.scene.objects] == ["clock"]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("妈妈在厨房做饭 => 墙上的画去掉，没有的话就挂个钟", "加了：钟——挂在墙上"),
        ("爷爷坐在客厅沙发上看报纸 => 墙上的画去掉，没有的话就挂个钟", "现在：画——没有了"),
        ("爷爷坐在客厅沙发上看报纸 => 墙上有画就去掉，没有就挂一幅", "现在：画——没有了"),
        ("妈妈在厨房做饭 => 墙上有画吗，没有的话挂一幅", "加了：画——挂在墙上"),
        ("妈妈在厨房做饭 => 地毯去掉，没有的话就铺一块", "加了：地毯"),
        ("爸爸在沙发上看书 => 把台灯拿走，没有就在旁边放盆花", "花——"),
        ("爸爸在沙发上看书 => 有猫的话就去掉，没有的话加一只", "加了：猫"),
        ("mom in the kitchen => remove the picture, if there is none hang a clock", "Added: clock – hung"),
    ],
)
def test_what_is_to_go_or_else_to_come(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "said"),
    [
        ("妈妈在厨房做饭 => 墙上的画去掉", "图里没有画"),
        ("妈妈在厨房做饭 => 把画拿走", "图里没有画"),
        ("mom in the kitchen => take down the pictures on the wall", "There are no pictures in the picture"),
    ],
)
def test_walls_without_pictures(talked: str, said: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == said
