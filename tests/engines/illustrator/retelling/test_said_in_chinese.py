"""What people type in Chinese in passing, told as the picture can show it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "many"),
    [
        ("稻草人在麦田里", "没有风车的话加一个", "windmill", 1),
        ("出租车停在路口", "后面排着三辆车", "car", 3),
        ("桌上四个苹果", "苹果少一半", "apple", 2),
        ("飞机在天上飞", "旁边再飞一架小的", "airplane", 2),
    ],
)
def test_so_many_are_there(wish: str, edit: str, kind: str, many: int) -> None:
    answer = talk(f"{wish} => {edit}")[0]
    assert sum(one.kind == kind for one in answer.scene.objects) == many
    assert not answer.notes


def test_half_of_a_single_one_is_not_drawn() -> None:
    assert talk("一个大西瓜 => 西瓜少一半")[0].told.startswith("西瓜画不出这个样子")


def test_one_more_of_the_other_size_is_in_the_same_colour() -> None:
    scene = talk("一只黑猫 => 旁边再来一只小的")[0].scene
    assert [(one.kind, one.colour, one.size) for one in scene.objects] == [
        ("cat", "black", None),
        ("cat", "black", "small"),
    ]


@pytest.mark.parametrize(
    ("talked", "pose"),
    [
        ("图书馆里一个男生在看书 => 对面坐个女生", "sit"),
        ("草地上一只狗 => 旁边趴只猫", "lie"),
        ("一棵树 => 树下坐个老人", "sit"),
    ],
)
def test_who_comes_to_sit_does(talked: str, pose: str) -> None:
    assert talk(talked)[0].scene.objects[-1].pose == pose


def test_a_plane_over_the_clouds_stands_on_none() -> None:
    plane = next(one for one in first_picture("飞机在云上飞").objects if one.kind == "airplane")
    assert (plane.pose, plane.rel) == ("fly", None)


def test_a_sky_full_of_clouds_is_overcast() -> None:
    answer = talk("稻草人在麦田里 => 天上乌云密布")[0]
    assert (answer.scene.env.weather, answer.notes) == ("cloudy", ())


def test_waves_where_there_is_one_grow() -> None:
    assert talk("灯塔下面海浪拍打礁石 => 浪大一点")[0].told == "现在：浪——更多"


def test_a_sunken_ship_is_owned_up_to() -> None:
    assert compose_scene("一艘沉船", ratio="1:1", seed=3, language="zh").notes == ("“沉船”照“船”来画",)


def test_a_moon_that_is_to_be_thin_is() -> None:
    assert talk("晚上的草地 => 月亮变成弯的")[0].told == "改了：弯月——换掉了月亮"


def test_how_sharp_the_background_is_is_no_view() -> None:
    assert talk("一头牛 => 背景模糊点")[0].told == "现在：背景的清晰度"


@pytest.mark.parametrize(
    ("wish", "edit", "kind"),
    [
        ("猫头鹰站在树枝上", "旁边再来一只小的", "owl"),
        ("桌上两个碗", "再来一个小的", "bowl"),
        ("小刺猬背着苹果", "旁边再来一只更小的刺猬", "hedgehog"),
    ],
)
def test_one_more_that_is_small(wish: str, edit: str, kind: str) -> None:
    base = first_picture(wish)
    scene = talk(f"{wish} => {edit}")[0].scene
    assert [(one.kind, one.size) for one in scene.objects if base.thing(one.id) is None] == [(kind, "small")]


@pytest.mark.parametrize("wish", ["水族馆里孩子看鲨鱼", "水族馆里一家人在看海豚"])
def test_who_looks_at_fish_stands_before_the_tank(wish: str) -> None:
    scene = first_picture(wish)
    people = [one for one in scene.objects if one.kind in ("child", "man", "woman", "girl", "boy")]
    assert people
    assert all(one.rel is not None and one.rel.type == "front" for one in people)
