"""People of a trade whom we draw whole have arms for what they hold: a nurse for a baby, a waiter for two plates."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "pose"),
    [
        ("a nurse holding a baby", "cradle"),
        ("护士抱着一个婴儿", "cradle"),
        ("a sailor holding a cat", "embrace"),
        ("a giant carrying a house", "raise"),
        ("a fireman on a ladder saving a kitten", "embrace"),
    ],
)
def test_one_holds_the_other(wish: str, pose: str) -> None:
    scene = first_picture(wish)
    held = next(one for one in scene.objects if one.kind in ("baby", "cat", "house"))
    assert held.rel is not None
    assert held.rel.type in ("hold", "on")
    holder = scene.thing(held.rel.to)
    assert holder is not None
    assert (holder.pose or "").removesuffix("-upright") == pose


@pytest.mark.parametrize("wish", ["a waiter carrying two plates", "a waitress carrying two cups of coffee"])
def test_one_thing_is_in_each_hand(wish: str) -> None:
    scene = first_picture(wish)
    who, *held = (scene.layout[one.id] for one in scene.objects)
    left, right = sorted(one.x for one in held)
    assert left < who.x < right


def test_who_serves_a_table_stands_beside_it() -> None:
    scene = first_picture("a waiter serving a couple at a table")
    waiter = next(one for one in scene.objects if one.kind == "waiter")
    assert waiter.size is None
    assert waiter.rel is not None
    assert waiter.rel.type == "beside"


@pytest.mark.parametrize("wish", ["a panda kicking a ball", "a bear playing football"])
def test_a_plush_kicks_with_the_foot(wish: str) -> None:
    scene = first_picture(wish)
    who, ball = (scene.layout[one.id] for one in scene.objects)
    left, top, right, bottom = who.box
    assert abs(ball.x - who.x) > 0.3 * (right - left)
    assert ball.box[3] > top + 0.8 * (bottom - top)


@pytest.mark.parametrize("wish", ["a boy in front of his new car", "a girl beside her brand new bike"])
def test_what_is_new_and_somebody_s_has_its_place(wish: str) -> None:
    assert any(one.rel is not None for one in first_picture(wish).objects)
