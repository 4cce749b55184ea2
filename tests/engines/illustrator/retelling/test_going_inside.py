"""Who goes outside, or comes in."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from tests.engines.illustrator.retelling.test_offhand import scene_of


@pytest.mark.parametrize(
    ("wish", "edit", "place"),
    [
        ("a cat and a dog in the living room", "put them outside", "garden"),
        ("two kids in a kitchen", "they go outside", "garden"),
        ("two kids in a kitchen", "outdoors", "garden"),
        ("two kids in a kitchen", "let's go outside", "garden"),
        ("a cat in the kitchen", "the cat is outside", "garden"),
        ("kids in a classroom", "the kids are playing outside", "park"),
        ("a man in an office", "make it outdoors", "park"),
        ("a girl on the beach", "take her indoors", "room"),
        ("a girl on the beach", "she's inside", "room"),
        ("a girl on the beach", "inside a cafe", "cafe"),
        ("厨房里两个孩子", "让他们到外面玩", "garden"),
        ("花园里一家人", "把场景换成室内", "room"),
    ],
)
def test_all_who_are_there_go_along(wish: str, edit: str, place: str) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    assert after.env.place == place
    assert [one.kind for one in after.objects] == [one.kind for one in before.objects]


def test_one_of_several_is_seen_through_the_window() -> None:
    scene = scene_of("a dog in a room with a girl", "the dog goes outside")
    assert scene.env.place == "room"
    assert sorted(one.kind for one in scene.objects if one.kind in ("dog", "girl")) == ["dog", "girl"]


def test_a_house_that_is_there_is_gone_into() -> None:
    scene = scene_of("two kids and a house", "put them inside")
    assert scene.env.place == "meadow"
    assert all(
        one.rel is not None and one.rel.type == "inside" for one in scene.objects if one.kind == "child"
    )


def test_who_is_outside_is_told_so() -> None:
    with pytest.raises(NotDrawable, match="already like that"):
        scene_of("a boy and a girl in a park", "put them outside")
