"""What comes in goes where such a thing belongs, though nobody says so."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "how", "home"),
    [
        ("a sofa in a living room", "add a cushion", "pillow", "on", "couch"),
        ("床", "加一个枕头", "pillow", "on", "bed"),
        ("a Christmas tree", "add some presents", "gift", "below", "christmas-tree"),
        ("一碗米饭", "加个荷包蛋", "fried-egg", "inside", "rice"),
        ("一碗面条", "在面条上放一个荷包蛋", "fried-egg", "on", "noodles"),
    ],
)
def test_it_goes_to_what_it_belongs_to(wish: str, edit: str, kind: str, how: str, home: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    kinds = {one.id: one.kind for one in scene.objects}
    came = [one for one in scene.objects if one.kind == kind]
    assert came
    assert {(one.rel.type, kinds[one.rel.to]) if one.rel else None for one in came} == {(how, home)}


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("two sofas", "add a cushion"),
        ("an armchair with a cat on it", "add a cushion"),
        ("a sofa", "put a cushion on the floor"),
    ],
)
def test_it_stays_free_where_nothing_is_meant(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    (cushion,) = [one for one in scene.objects if one.kind == "pillow"]
    assert cushion.rel is None or cushion.rel.type != "on"


@pytest.mark.parametrize(("edit", "many"), [("add two more mooncakes", 3), ("add four mooncakes", 5)])
def test_more_of_a_kind_find_room_on_a_plate(edit: str, many: int) -> None:
    scene = changed(first_picture("a mooncake on a plate"), edit).scene
    (plate,) = [scene.layout[one.id].box for one in scene.objects if one.kind == "plate"]
    cakes = [scene.layout[one.id] for one in scene.objects if one.kind == "moon-cake"]
    assert len(cakes) == many
    assert len({one.scale for one in cakes}) == 1
    assert all(plate[0] <= one.box[0] and one.box[2] <= plate[2] for one in cakes)


@pytest.mark.parametrize(
    "talked",
    [
        "a king and a queen and a dog => give them all crowns",
        "公主站在城堡前面，旁边有条绿色的小龙 => 他们俩都戴上皇冠",
    ],
)
def test_who_is_drawn_with_a_crown_gets_no_second_one(talked: str) -> None:
    scene = talk(talked)[-1].scene
    wearers = [one.rel.to for one in scene.objects if one.kind == "crown" and one.rel is not None]
    assert [thing.kind for key in wearers if (thing := scene.thing(key))] in (["dog"], ["dragon"])
