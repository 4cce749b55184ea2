"""A dragon that sleeps lies curled with its eyes shut; who builds a sandcastle kneels and has a hand at it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "a dragon sleeping on a pile of gold",
        "一条龙睡在金币堆上",
        "two sleeping dragons",
        "a dragon sleeping in a cave",
    ],
)
def test_a_sleeping_dragon_lies(wish: str) -> None:
    for dragon in (one for one in first_picture(wish).objects if one.kind == "dragon"):
        figure = figure_of(dragon)
        assert figure.width > 1.3 * figure.height
        assert figure.tall > figure.height  # no larger than awake


def test_a_dragon_asleep_on_its_gold_stays_there_when_it_wakes() -> None:
    asleep = first_picture("a dragon sleeping on a pile of gold")
    awake = changed(asleep, "wake the dragon up").scene
    for scene in (asleep, awake):
        gold, dragon = scene.objects
        assert dragon.rel is not None
        assert (dragon.rel.type, dragon.rel.to) == ("on", gold.id)


@pytest.mark.parametrize(
    "wish",
    [
        "two friends building a sandcastle on the beach",
        "两个小朋友在沙滩上堆沙堡",
        "a girl building a sandcastle",
        "爸爸和儿子在海边堆沙堡",
    ],
)
def test_builders_kneel_at_the_castle(wish: str) -> None:
    scene = first_picture(wish)
    (castle,) = (one for one in scene.objects if one.kind == "sandcastle")
    builders = [one for one in scene.objects if one is not castle]
    assert {one.pose for one in builders} == {"build"}
    left, _, right, _ = scene.layout[castle.id].box
    for one in builders:
        box = scene.layout[one.id].box
        assert max(box[0] - right, left - box[2]) < 60


def test_both_builders_wave() -> None:
    scene = changed(first_picture("两个小朋友在沙滩上堆沙堡"), "两个人都挥手").scene
    assert [one.pose for one in scene.objects if one.kind == "child"] == ["wave", "wave"]
