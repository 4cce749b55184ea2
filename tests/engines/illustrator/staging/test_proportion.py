"""How large what comes into a picture is beside what is there."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture


def _high(scene: Scene, thing: Thing) -> float:
    return scene.layout[thing.id].scale * figure_of(thing).tall / UNIT


def _ratio(scene: Scene, kind: str, beside: str) -> float:
    """How high the highest of a kind is beside the lowest of another."""
    high = max(_high(scene, one) for one in scene.objects if one.kind == kind)
    return high / min(_high(scene, one) for one in scene.objects if one.kind == beside)


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "beside", "most"),
    [
        ("A child in a kitchen", "add a jug", "jug", "child", 0.45),
        ("厨房里有一位妈妈", "加一个锅", "pot", "woman", 0.36),
        ("A woman in a kitchen", "add a kettle", "kettle", "woman", 0.36),
        ("教室里有一个老师", "加一个地球仪", "globe", "teacher", 0.42),
        ("森林里有一只熊", "加一个蘑菇", "mushroom", "bear", 0.28),
        ("A farmer and a cow", "add a chicken", "chicken", "farmer", 0.52),
        ("一头大象", "加一只老鼠", "mouse", "elephant", 0.2),
        ("A castle on a hill", "add a knight", "knight", "castle", 0.4),
        ("A house by a lake", "add a boat on the lake", "boat", "house", 0.6),
        ("湖边有一座小房子", "湖上加一条小船", "rowing-boat", "house", 0.35),
        ("公园里有两个孩子", "加几只小鸟", "bird", "child", 0.36),
        ("桌上有一台电视", "旁边放一个遥控器", "remote", "tv", 0.52),
        ("a sofa", "add a cushion", "pillow", "couch", 0.36),
        ("a Christmas tree", "add five presents", "gift", "christmas-tree", 0.3),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_smaller_comes_in_smaller(
    wish: str, edit: str, kind: str, beside: str, most: float, seed: int
) -> None:
    scene = changed(first_picture(wish, seed=seed), edit).scene
    assert 0.08 < _ratio(scene, kind, beside) <= most


@pytest.mark.parametrize(
    ("wish", "kind", "beside", "least", "most"),
    [
        ("a woman and a kettle in a kitchen", "kettle", "woman", 0.2, 0.36),
        ("a pot next to a woman", "pot", "woman", 0.2, 0.36),
        ("一个小孩和一个水壶", "kettle", "child", 0.2, 0.42),
        ("a bear and a mushroom", "mushroom", "bear", 0.2, 0.3),
        ("a dog and a ball", "ball", "dog", 0.2, 0.62),
        ("two children and three birds in a park", "bird", "child", 0.15, 0.36),
        ("a house by a lake with a boat on it", "boat", "house", 0.3, 0.8),
        ("海边有一座灯塔和一艘帆船", "boat", "lighthouse", 0.2, 0.6),
        ("a beach with a boy, a dog and a ship", "ship", "boy", 0.6, 1.5),
        ("an old woman sitting in front of a door, a cat beside her", "cat", "old-woman", 0.2, 0.7),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_new_picture_is_in_proportion(
    wish: str, kind: str, beside: str, least: float, most: float, seed: int
) -> None:
    assert least < _ratio(first_picture(wish, seed=seed), kind, beside) <= most


@pytest.mark.parametrize(
    "wish", ["a house by a lake with a boat on it", "a castle by the sea with ships on it"]
)
def test_boats_are_on_the_water_and_not_on_the_house(wish: str) -> None:
    scene = first_picture(wish)
    assert all(one.rel is None for one in scene.objects if one.kind in ("boat", "ship"))
