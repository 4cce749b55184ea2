"""Who watches a film at the cinema sits in a row of seats that is seen from behind."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _sits(scene: Scene, kind: str) -> bool:
    one = next(one for one in scene.objects if one.kind == kind)
    row = scene.thing(one.rel.to) if one.rel is not None else None
    return row is not None and row.kind == "train-seats" and row.away and one.away


@pytest.mark.parametrize(
    "wish",
    [
        "a couple watching a movie at the cinema",
        "a man and a woman watching a film at the movies",
        "a couple watching a movie at the cinema, eating popcorn",
        "一对情侣在电影院看电影",
    ],
)
def test_they_sit_before_the_screen(wish: str) -> None:
    scene = first_picture(wish)
    assert _sits(scene, "man")
    assert _sits(scene, "woman")
    assert not any(one.kind in ("tv", "couch") for one in scene.objects)


def test_a_family_has_two_rows() -> None:
    scene = first_picture("a family watching a movie at the cinema")
    assert all(_sits(scene, kind) for kind in ("man", "woman", "boy", "girl"))
    assert sum(one.kind == "train-seats" for one in scene.objects) == 2


def test_popcorn_is_held_over_the_back_of_the_seat() -> None:
    scene = first_picture("two friends at the cinema watching a film, eating popcorn")
    assert [one.pose for one in scene.objects if one.kind == "person"] == ["lift", "lift"]
    scene = changed(scene, "give the left person a hat").scene
    assert [one.pose for one in scene.objects if one.kind == "person"] == ["lift", "lift"]


def test_who_joins_them_turns_as_they_do() -> None:
    scene = changed(
        first_picture("a couple watching a movie at the cinema"), "add a child between them"
    ).scene
    assert _sits(scene, "child")
    assert _sits(scene, "man")
    scene = changed(scene, "make them look at us").scene
    assert not any(one.away for one in scene.objects if one.kind != "child")
