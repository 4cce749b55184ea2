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
