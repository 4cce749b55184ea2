"""Food that comes to a bowl, knives that come to a plate, jugs and bunches of flowers, and a corridor as a place."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("一碗面条", "加一个荷包蛋"),
        ("一碗牛肉面", "加个煎蛋"),
        ("a bowl of ramen", "add a fried egg"),
        ("a bowl of rice", "add an egg"),
    ],
)
def test_an_egg_goes_into_the_bowl(wish: str, told: str) -> None:
    before = first_picture(wish)
    (egg,) = (one for one in changed(before, told).scene.objects if one.kind == "fried-egg")
    assert egg.rel is not None
    assert (egg.rel.type, egg.rel.to) == ("inside", before.objects[-1].id)


def test_an_egg_that_is_told_to_be_beside_the_bowl_is_there() -> None:
    (egg,) = (
        one
        for one in changed(first_picture("一碗牛肉面"), "旁边放一个煎蛋").scene.objects
        if one.kind == "fried-egg"
    )
    assert egg.rel is not None
    assert egg.rel.type == "beside"


def test_a_knife_at_a_plate_is_one_to_eat_with() -> None:
    after = changed(first_picture("a plate and a fork on a table"), "add a knife").scene
    assert "table-knife" in {one.kind for one in after.objects}
    after = changed(first_picture("a chef in a kitchen"), "add a knife").scene
    assert "knife" in {one.kind for one in after.objects}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("put a jug of orange juice on the table", "juice-jug"),
        ("put a pitcher of lemonade on the table", "lemonade-jug"),
        ("桌上放一壶果汁", "juice-jug"),
    ],
)
def test_a_jug_of_juice_is_one_thing(told: str, kind: str) -> None:
    before = first_picture("a kitchen with a table")
    came = [one.kind for one in changed(before, told).scene.objects if before.thing(one.id) is None]
    assert came == [kind]


@pytest.mark.parametrize(
    ("told", "many"), [("茶几上放一束花", 3), ("茶几上放一些鲜花", 3), ("茶几上放一朵花", 1)]
)
def test_a_bunch_is_of_several_flowers(told: str, many: int) -> None:
    after = changed(first_picture("客厅里有沙发和茶几"), told).scene
    assert sum(one.kind == "flower" for one in after.objects) == many


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a tired nurse drinking coffee in the hospital corridor", "corridor"),
        ("一个女医生站在医院走廊里", "corridor"),
        ("two students walking down the school corridor", "school-corridor"),
        ("酒店走廊里有一个服务员", "hotel-corridor"),
    ],
)
def test_a_corridor_is_a_place(wish: str, place: str) -> None:
    assert first_picture(wish).env.place == place
