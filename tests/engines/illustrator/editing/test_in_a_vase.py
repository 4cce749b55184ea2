"""Flowers that come into a room with a table stand in a vase on it, and all of them fan out."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.stems import STEMMED
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "many"),
    [
        ("a couple having dinner by candlelight => add roses", 3),
        ("客厅里有一张桌子 => 加几朵玫瑰 => 再加一朵", 4),
        ("a vase on a table in a room => add two tulips", 2),
    ],
)
def test_they_stand_in_a_vase(talked: str, many: int) -> None:
    scene = talk(talked)[-1].scene
    (vase,) = (one for one in scene.objects if one.kind == "vase")
    flowers = [one for one in scene.objects if one.kind in STEMMED]
    assert len(flowers) == many
    left, top, right, _ = scene.layout[vase.id].box
    for one in flowers:
        assert one.rel is not None
        assert (one.rel.type, one.rel.to) == ("inside", vase.id)
        assert abs(scene.layout[one.id].x - (left + right) / 2) < right - left
        assert scene.layout[one.id].base > top


def test_those_that_are_told_where_are_there() -> None:
    scene = changed(first_picture("a table in a room"), "put a rose on the table").scene
    assert [one.kind for one in scene.objects if one.kind == "vase"] == []


@pytest.mark.parametrize(
    "wish", ["a christmas living room with a tree and presents", "圣诞节的客厅里有一棵树和礼物"]
)
def test_the_tree_of_a_room_at_christmas(wish: str) -> None:
    shown = [one.kind for one in first_picture(wish).objects]
    assert "christmas-tree" in shown
    assert "tree" not in shown


def test_what_has_flowers_on_it_stays_what_it_is() -> None:
    scene = changed(first_picture("桌上有一个茶壶"), "茶壶换成白色带花的").scene
    (pot,) = (one for one in scene.objects if one.kind == "teapot")
    assert (pot.colour, pot.pattern) == ("white", "flowered")
