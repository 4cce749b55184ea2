"""What a deed brings along and the wish names as well is there once."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.staging.attach import sits_on
from paintover.engines.illustrator.staging.standing import is_immersed
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind", "gone"),
    [
        ("厨师在炒菜，锅里冒着火", "wok", "cooking-pot"),
        ("a chef cooking at the stove, flames in the pan", "wok", "frying-pan"),
    ],
)
def test_the_vessel_is_that_of_the_deed(wish: str, kind: str, gone: str) -> None:
    scene = first_picture(wish)
    kinds = Counter(one.kind for one in scene.objects)
    assert kinds[kind] == 1
    assert not kinds[gone]
    fire = next(one for one in scene.objects if one.label in ("火", "flames"))
    assert fire.rel is not None
    bearer = scene.thing(fire.rel.to)
    assert bearer is not None
    assert bearer.kind == kind


@pytest.mark.parametrize(
    "wish",
    [
        "雨天一个男孩背着书包撑着伞走路去上学",
        "小女孩背着红色的书包去上学",
        "a boy with a backpack walking to school",
    ],
)
def test_nobody_wears_two_of_a_kind(wish: str) -> None:
    assert sum(one.kind in ("satchel", "backpack") for one in first_picture(wish).objects) == 1


@pytest.mark.parametrize(
    "wish",
    [
        "奶奶坐在沙发上织毛衣，猫在她脚边玩毛线球",
        "grandma knitting on the sofa while the cat plays with a ball of yarn",
    ],
)
def test_who_knits_goes_on_while_the_cat_has_a_ball_of_its_own(wish: str) -> None:
    scene = first_picture(wish)
    held = {scene.thing(one.rel.to).kind for one in scene.objects if one.kind == "yarn" and one.rel}  # type: ignore[union-attr]
    assert held == {"old-woman", "cat"}
    assert next(one for one in scene.objects if one.kind == "old-woman").pose == "knit"


def test_who_waters_with_a_can_has_one_can() -> None:
    scene = first_picture("a girl watering flowers in the garden with a watering can")
    assert sum(one.kind == "watering-can" for one in scene.objects) == 1


def test_who_brings_something_to_a_table_has_it_in_the_hand() -> None:
    scene = first_picture("a waiter bringing pizza to a family at a table")
    kinds = {one.id: one.kind for one in scene.objects}
    pizza = next(one for one in scene.objects if one.kind == "pizza")
    assert pizza.rel is not None
    assert kinds[pizza.rel.to] == "waiter"
    family = [one for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    assert len(family) == 4


@pytest.mark.parametrize("wish", ["a boy standing on a chair", "小男孩踩着凳子", "孩子站在沙发上"])
def test_who_stands_on_a_seat_does_not_sit(wish: str) -> None:
    scene = first_picture(wish)
    who = next(one for one in scene.objects if one.pose == "stand")
    assert who.rel is not None
    seat = scene.thing(who.rel.to)
    assert seat is not None
    assert not sits_on(who, seat)


@pytest.mark.parametrize(
    "wish", ["a fox looking at its reflection in a pond", "a deer looking at its reflection in the lake"]
)
def test_who_sees_a_reflection_is_ashore(wish: str) -> None:
    scene = first_picture(wish)
    place = place_of(scene.env, scene.seed)
    assert not is_immersed(scene.objects[0], place)
