"""Some of several, told by where they are: each is changed as it is told, and none of the others."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.retelling.by_place import told_by_place
from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import first_picture


def edited(before: Scene, wish: str) -> Scene:
    return edit_scene(wish, [before], ratio="1:1", seed=4, language=language_of(wish)).scene


FIVE = {"o1": (227, 736), "o2": (514, 720), "o3": (161, 931), "o4": (474, 929), "o5": (788, 924)}
"""Five apples of a picture: two behind three."""
APPLES = [
    ("把最左边两个变绿", "o1 o3"),
    ("最右边的两个变成绿色", "o2 o5"),
    ("把上面两个变绿", "o1 o2"),
    ("前面那排变绿", "o3 o4 o5"),
    ("第一排的变绿", "o1 o2"),
    ("中间两个变绿", "o2 o4"),
    ("两边的变绿", "o3 o5"),
    ("右下角那个变绿", "o5"),
    ("make the two on the left green", "o1 o3"),
    ("the two on the right should be green", "o2 o5"),
    ("make the leftmost two green", "o1 o3"),
    ("make the two rightmost apples green", "o2 o5"),
    ("make the back row green", "o1 o2"),
    ("make the apples in the front row green", "o3 o4 o5"),
    ("paint the front ones green", "o3 o4 o5"),
    ("make the top two green", "o1 o2"),
    ("make the two in the middle green", "o2 o4"),
    ("make both ends green", "o3 o5"),
    ("make the upper left one green", "o1"),
    ("make the lower right apple green", "o5"),
]


@pytest.mark.parametrize(("told", "meant"), APPLES, ids=[row[0] for row in APPLES])
def test_of_five_apples_those_are_green_that_are_there(told: str, meant: str) -> None:
    before = first_picture("五个苹果")
    assert {key: (round(one.x), round(one.base)) for key, one in before.layout.items()} == FIVE
    after = edited(before, told)
    assert " ".join(one.id for one in after.objects if one.colour == "green") == meant
    assert after.layout == before.layout


def test_what_is_done_to_one_does_not_change_who_the_others_are() -> None:
    before = first_picture("four cats in a park")
    across = sorted(before.layout, key=lambda key: before.layout[key].x)
    gone = edited(before, "remove the two on the left")
    assert [one.id for one in gone.objects] == [one.id for one in before.objects if one.id not in across[:2]]
    asleep = edited(before, "the two on the left are sleeping")
    assert {one.id for one in asleep.objects if one.pose == "sleep"} == set(across[:2])
    three = first_picture("三只狗和一只猫")
    seated = edited(three, "左边两只狗坐下")
    dogs = sorted((one.id for one in three.objects if one.kind == "dog"), key=lambda key: three.layout[key].x)
    assert {one.id for one in seated.objects if one.pose == "sit"} == set(dogs[:2])


@pytest.mark.parametrize(
    ("told", "side"), [("give the two on the right hats", 1), ("put hats on the two on the left", 0)]
)
def test_each_gets_one_of_its_own(told: str, side: int) -> None:
    before = first_picture("four cats in a park")
    across = sorted(before.layout, key=lambda key: before.layout[key].x)
    hats = [one for one in edited(before, told).objects if one.kind == "hat"]
    meant = across[2:] if side else across[:2]
    assert sorted(one.rel.to for one in hats if one.rel is not None) == sorted(meant)


@pytest.mark.parametrize(
    "wish",
    [
        "make the two apples green",
        "move the left one to the right",
        "put a ball on the left",
        "在左边加两个气球",
        "右边放一棵树",
        "the trees on the left of the house are red",
        "put two hats in the front",
    ],
)
def test_what_names_none_by_place_is_left_as_it_is(wish: str) -> None:
    assert told_by_place(wish, first_picture("五个苹果")) == wish


def test_the_hindmost_one_is_meant_by_the_one_in_the_back() -> None:
    before = first_picture("three dogs in a park")
    hindmost = min(before.layout, key=lambda key: before.layout[key].base)
    after = edited(before, "make the one in the back black")
    assert [one.id for one in after.objects if one.colour == "black"] == [hindmost]


def test_the_middle_one_of_four_is_no_outer_one() -> None:
    before = first_picture("four candles on a table")
    across = sorted(
        (one.id for one in before.objects if one.kind == "candle"), key=lambda key: before.layout[key].x
    )
    after = edited(before, "make the middle one green")
    assert next(one.id for one in after.objects if one.colour == "green") in across[1:3]


def test_the_child_in_the_middle_grows_alone() -> None:
    before = first_picture("操场上有三个孩子")
    after = edited(before, "中间的孩子高一点")
    across = sorted(before.layout, key=lambda key: before.layout[key].x)
    assert [one.id for one in after.objects if one.girth] == [across[1]]


def test_some_of_several_kinds_are_meant_by_one_noun() -> None:
    before = first_picture("a family of four standing in front of a house")
    after = edited(before, "the two kids in the middle should hold balloons")
    balloons = [one for one in after.objects if one.kind == "balloon"]
    assert len(balloons) == 2
    assert len(after.objects) == len(before.objects) + 2
