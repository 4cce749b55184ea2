"""Whose hand it is, who skates and skis, what freezes, and who is under the umbrella of a bus stop."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "holder"),
    [
        ("一个骑士骑着黑马在森林里 => 马改成白马 => 手里举一面旗", "knight"),
        ("一个女孩牵着一只狗 => 狗变成黑色 => 手里拿个气球", "girl"),
        ("街上一个男孩 => 天上加只鸟 => 怀里抱只猫", "boy"),
        ("公园里一个女孩 => 旁边来只狗 => 举把伞", "girl"),
        ("公园里一个女孩 => 旁边来只猫 => 撑把红伞", "girl"),
        ("公园里一个女孩 => 旁边来只熊猫 => 怀里抱根竹子", "panda"),
    ],
)
def test_the_hand_of_who_has_hands(talked: str, holder: str) -> None:
    scene = talk(talked)[-1].scene
    held = scene.objects[-1].rel
    assert held is not None
    owner = scene.thing(held.to)
    assert owner is not None
    assert (held.type, owner.kind) == ("hold", holder)


def test_a_bag_is_on_the_back_of_a_person() -> None:
    scene = talk("街上一个老人牵着狗 => 狗换成马 => 背个书包")[-1].scene
    worn = scene.objects[-1].rel
    assert worn is not None
    owner = scene.thing(worn.to)
    assert owner is not None
    assert owner.kind == "old-man"


@pytest.mark.parametrize(
    ("edit", "came"),
    [
        ("一手一个冰淇淋", {"ice-cream": 2}),
        ("让她一手一个冰淇淋", {"ice-cream": 2}),
        ("两只手各拿一个气球", {"balloon": 2}),
        ("一手拿气球一手拿冰淇淋", {"balloon": 1, "ice-cream": 1}),
        ("让她一只手举着气球，另一只手拿冰淇淋", {"balloon": 1, "ice-cream": 1}),
        ("一手拿着书一手撑伞", {"book": 1, "umbrella": 1}),
    ],
)
def test_what_is_in_both_hands(edit: str, came: dict[str, int]) -> None:
    answer = changed(first_picture("海边一个女孩"), edit)
    held = [one for one in answer.scene.objects if one.rel is not None and one.rel.type == "hold"]
    assert Counter(one.kind for one in held) == came
    assert not any("没画成" in note for note in answer.notes)


@pytest.mark.parametrize(
    "talked", ["rocks in a storm => give him a raincoat", "an apple tree => give her a hat"]
)
def test_nobody_is_there_to_wear_it(talked: str) -> None:
    assert "There is no " in talk(talked)[0].told


def test_a_doll_is_somebody() -> None:
    answer = talk("a teddy bear on a shelf => give him a scarf")[0]
    assert [one.rel.type for one in answer.scene.objects if one.kind == "scarf" and one.rel is not None] == [
        "wear"
    ]


@pytest.mark.parametrize(
    ("edit", "came"),
    [
        ("加两个滑冰的小孩", {"child": 2}),
        ("加两个滑雪的人", {"person": 2, "skis": 1}),
    ],
)
def test_who_comes_skating(edit: str, came: dict[str, int]) -> None:
    base = first_picture("草地上一只狗")
    found = Counter(one.kind for one in changed(base, edit).scene.objects)
    assert found["dog"] == 1
    for kind, count in came.items():
        assert found[kind] == count


@pytest.mark.parametrize("wish", ["冬天的公园，湖面结冰", "湖面结冰了，两个人在滑冰"])
def test_a_lake_that_is_frozen(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "snow"
    assert not any(
        one.kind.startswith("ice") and one.kind != "ice-skate" for one in scene.objects if one.rel is None
    )


def test_one_that_races_down_a_road_is_no_race() -> None:
    assert [one.kind for one in first_picture("a cyclist racing down a mountain road").objects] == ["cyclist"]


def test_people_are_under_the_umbrella_and_no_bus_stop() -> None:
    scene = first_picture("a bus stop in the rain with two people waiting under an umbrella")
    stop = next(one for one in scene.objects if one.kind == "bus-stop")
    assert (stop.rel, scene.env.place, scene.env.weather) == (None, "street", "rain")
