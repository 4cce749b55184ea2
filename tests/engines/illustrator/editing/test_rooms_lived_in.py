"""What comes into a room that people live in: children, slippers, lanterns, nightstands, dinners for all, rain without a window."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from tests.engines.illustrator.told import changed, first_picture, talk


def test_a_child_that_comes_beside_somebody_is_a_child() -> None:
    for wish in ("超市里一个阿姨推着购物车", "公园里一个阿姨"):
        before = first_picture(wish)
        after = changed(before, "旁边加一个小朋友").scene
        assert [one.kind for one in after.objects if before.thing(one.id) is None] == ["child"]


def test_slippers_on_the_floor_are_beside_the_bed() -> None:
    before = first_picture("卧室里一个女孩躺在床上")
    after = changed(before, "地上放一双拖鞋").scene
    (slippers,) = (one for one in after.objects if before.thing(one.id) is None)
    (bed,) = (one.id for one in before.objects if one.kind == "bed")
    assert slippers.rel is not None
    assert (slippers.rel.type, slippers.rel.to) == ("beside", bed)


def test_a_tableful_is_eaten_at_a_table() -> None:
    scene = first_picture("一桌年夜饭,有鱼、饺子和红酒,一家人围着坐")
    (table,) = (one.id for one in scene.objects if one.kind == "dining-table")
    seated = [
        one
        for one in scene.objects
        if one.rel is not None and (one.rel.type, one.rel.to) == ("behind", table)
    ]
    assert scene.env.place == "room"
    assert len(seated) == 4


def test_lanterns_that_come_into_a_room_hang() -> None:
    (answer,) = talk("客厅里有一张桌子 => 加两个红灯笼")
    assert {one.pose for one in answer.scene.objects if one.kind == "lantern"} == {"ceiling"}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("wish", ["卧室里有一张床", "a doctor talking to a patient in a hospital bed"])
def test_what_is_put_on_a_nightstand_that_comes_is_seen(wish: str, seed: int) -> None:
    before = first_picture(wish, seed=seed)
    told = "add a vase of flowers on the bedside table" if wish.isascii() else "床头柜上放一杯水"
    after = changed(before, told).scene
    came = {one.id for one in after.objects if before.thing(one.id) is None}
    assert not hidden(draw(after), came)


def test_a_grown_person_who_comes_into_a_room_is_no_doll() -> None:
    before = first_picture("a doctor talking to a patient in a hospital bed", seed=1)
    after = changed(before, "add a nurse on the right").scene
    tall = {one.kind: after.layout[one.id].box[3] - after.layout[one.id].box[1] for one in after.objects}
    assert tall["nurse"] > 0.65 * tall["doctor"]


def test_rain_that_no_window_shows_is_told_of() -> None:
    refused = [
        answer.told
        for seed in (1, 2, 3, 4, 5, 6)
        if (answer := changed(first_picture("一间书房,有书桌和一把椅子", seed=seed), "窗外下雨")).told
        != "现在：下雨"
    ]
    assert refused
    assert set(refused) == {"图里没有窗户"}


def test_homework_in_the_bedroom_is_done_there() -> None:
    assert first_picture("a little girl doing homework at her desk in her bedroom").env.place == "bedroom"


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("two friends drinking coffee at a cafe table", "cafe"),
        ("a student reading at a library table", "library"),
    ],
)
def test_a_table_of_a_house_is_in_it(wish: str, place: str) -> None:
    assert first_picture(wish).env.place == place
