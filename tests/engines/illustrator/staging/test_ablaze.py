"""A building on fire has flames out of its roof and windows."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def _box(scene: Scene, kind: str) -> tuple[int, int, int, int]:
    return next(scene.layout[one.id].box for one in scene.objects if one.kind == kind)


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a burning house", "house"),
        ("a barn on fire at night", "barn"),
        ("two firefighters with a hose in front of a burning building", "office-building"),
        ("着火的房子", "house"),
    ],
)
def test_the_flames_are_all_over_it(wish: str, kind: str) -> None:
    scene = first_picture(wish)
    fire, house = _box(scene, "fire"), _box(scene, kind)
    assert next(one.pose for one in scene.objects if one.kind == "fire") == "blaze"
    assert fire[2] - fire[0] > 0.6 * (house[2] - house[0])
    assert fire[1] < house[1] + 0.1 * (house[3] - house[1])
    assert fire[3] > house[1] + 0.5 * (house[3] - house[1])


@pytest.mark.parametrize("wish", ["a burning car", "a tree on fire", "a campfire and a tent"])
def test_elsewhere_it_is_one_flame(wish: str) -> None:
    assert not any(one.pose == "blaze" for one in first_picture(wish).objects)


@pytest.mark.parametrize("wish", ["make the house bigger", "move the house to the left", "make it night"])
def test_it_stays_with_the_house(wish: str) -> None:
    scene = changed(first_picture("a burning house"), wish).scene
    fire, house = _box(scene, "fire"), _box(scene, "house")
    assert next(one.pose for one in scene.objects if one.kind == "fire") == "blaze"
    assert abs((fire[0] + fire[2]) / 2 - (house[0] + house[2]) / 2) < 0.12 * (house[2] - house[0])


@pytest.mark.parametrize(
    ("first", "edit"),
    [
        ("a burning house", "put out the fire"),
        ("a house on fire", "please extinguish the fire"),
        ("a boy and a campfire", "put the fire out"),
        ("a burning house", "the fire should go out"),
    ],
)
def test_a_fire_that_is_put_out_is_gone(first: str, edit: str) -> None:
    scene = first_picture(first)
    done = changed(scene, edit).scene
    assert [one.kind for one in done.objects] == [one.kind for one in scene.objects if "fire" not in one.kind]
