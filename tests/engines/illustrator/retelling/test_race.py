"""A race of two: who is said to lead runs ahead, the same way; who sleeps is left behind."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import first_picture


def _ahead(scene: Scene, leader: str, other: str) -> bool:
    """Whether both run the same way and the one is further on that way."""
    at = {one.kind: scene.layout[one.id] for one in scene.objects}
    first, second = at[leader], at[other]
    return first.flip == second.flip and (first.x > second.x) == first.flip


@pytest.mark.parametrize(
    ("wish", "leader", "other"),
    [
        ("a tortoise and a hare in a race, the tortoise is ahead", "turtle", "rabbit"),
        ("a race between a turtle and a rabbit, the rabbit is far ahead", "rabbit", "turtle"),
        ("a dog and a cat racing each other, the cat is winning", "cat", "dog"),
        ("乌龟和兔子赛跑，兔子在前面", "rabbit", "turtle"),
        ("小狗和小猫赛跑，小猫领先", "cat", "dog"),
        ("a tortoise chased by a hare", "turtle", "rabbit"),
    ],
)
def test_who_leads(wish: str, leader: str, other: str) -> None:
    scene = first_picture(wish)
    assert [one.kind for one in scene.objects].count(leader) == 1
    assert _ahead(scene, leader, other)


@pytest.mark.parametrize(
    "wish",
    [
        "龟兔赛跑，乌龟在前面跑，兔子在树下睡觉",
        "a tortoise and a hare in a race, the hare is asleep under a tree and the tortoise is ahead",
    ],
)
def test_away_from_who_sleeps(wish: str) -> None:
    scene = first_picture(wish)
    at = {one.kind: scene.layout[one.id] for one in scene.objects}
    assert at["turtle"].box[2] < at["rabbit"].box[0]
    assert not at["turtle"].flip


def test_one_of_three_is_no_race_of_two() -> None:
    kinds = [one.kind for one in first_picture("three kids running a race, the girl is in front").objects]
    assert kinds.count("child") == 3
