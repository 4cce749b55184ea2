"""Who rides, sits or holds something in a new picture has one of it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind", "many"),
    [
        ("two friends on bikes in the forest", "bicycle", 2),
        ("a boy on a bike and a girl on a bike", "bicycle", 2),
        ("three girls each riding a white horse", "horse", 3),
        ("two dogs in baskets", "basket", 2),
        ("两个小朋友坐在椅子上", "chair", 2),
    ],
)
def test_each_has_one_of_their_own(wish: str, kind: str, many: int) -> None:
    scene = first_picture(wish)
    hosts = [one.id for one in scene.objects if one.kind == kind]
    borne = [one.rel.to for one in scene.objects if one.rel is not None and one.rel.to in hosts]
    assert len(hosts) == many
    assert sorted(borne) == sorted(hosts)


def test_a_number_that_is_told_stays() -> None:
    scene = first_picture("two kids on three horses")
    assert sum(one.kind == "horse" for one in scene.objects) == 3


@pytest.mark.parametrize("wish", ["two kids with balloons", "two kids holding flags"])
def test_several_hold_one_each(wish: str) -> None:
    held = [one.rel.to for one in first_picture(wish).objects if one.rel and one.rel.type == "hold"]
    assert len(held) == len(set(held)) == 2


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a snowman with a carrot nose and two kids building it", "snowman"),
        ("a sandcastle with three children building it", "sandcastle"),
    ],
)
def test_it_is_what_was_told_before(wish: str, kind: str) -> None:
    scene = first_picture(wish)
    assert [one.kind for one in scene.objects].count(kind) == 1
    assert sum(one.kind == "child" for one in scene.objects) > 1
    assert not any(one.label == "building" for one in scene.objects)


def test_a_castle_has_a_tower_of_its_own() -> None:
    scene = first_picture("a castle with a princess in the tower")
    assert {one.kind for one in scene.objects} == {"castle", "princess"}


def test_those_in_one_boat_share_it() -> None:
    scene = first_picture("a girl and her dog in a boat")
    assert sum(one.kind == "rowing-boat" for one in scene.objects) == 1


def test_only_the_light_ones_are_on_the_fence() -> None:
    scene = first_picture("a farm with a red barn, two cows and a rooster on the fence")
    on = {one.kind for one in scene.objects if one.rel is not None and one.rel.type == "on"}
    assert on == {"rooster"}


def test_nobody_is_on_themselves() -> None:
    scene = first_picture("牛 wearing 马 wearing 牛")
    assert all(one.rel is None or one.rel.to != one.id for one in scene.objects)
