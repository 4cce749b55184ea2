"""Who is at the door of their home is out of doors, before a house that has its own door."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.scene import Scene, Scenery
from tests.engines.illustrator.told import first_picture


def on_what(scene: Scene, kind: str) -> set[str]:
    borne = [
        one.rel for one in scene.objects if one.kind == kind and one.rel is not None and one.rel.type == "on"
    ]
    return {thing.kind for rel in borne if (thing := scene.thing(rel.to)) is not None}


@pytest.mark.parametrize(
    "wish",
    [
        "春节一家三口在家门口放鞭炮，门上贴着福字，挂两个红灯笼",
        "除夕夜，孩子们在家门口放烟花",
        "小狗趴在家门口等主人",
        "奶奶坐在自家门前晒太阳",
        "家门口放着两盆花",
    ],
)
def test_a_home_is_a_house_out_of_doors(wish: str) -> None:
    scene = first_picture(wish)
    shown = [one.kind for one in scene.objects]
    assert scene.env.place not in INDOORS
    assert shown.count("house") == 1
    assert "door" not in shown


def test_what_is_on_the_door_is_on_that_of_the_house() -> None:
    scene = first_picture("春节一家三口在家门口放鞭炮，门上贴着福字，挂两个红灯笼")
    assert on_what(scene, "fu") == on_what(scene, "lantern") == {"house"}
    assert ("lanterns", Scenery.GONE) in scene.env.scenery.pieces


@pytest.mark.parametrize("wish", ["一只猫蹲在门口", "a cat in front of a red door"])
def test_a_door_that_is_told_of_stays_one(wish: str) -> None:
    assert "door" in [one.kind for one in first_picture(wish).objects]


def test_what_hangs_in_a_room_is_not_on_its_table() -> None:
    scene = first_picture("过年了，客厅里挂着两个红灯笼，桌上有饺子")
    assert {one.pose for one in scene.objects if one.kind == "lantern"} == {"ceiling"}
    assert on_what(scene, "dumpling") == {"dining-table"}
