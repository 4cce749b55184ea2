"""Leaves that fall and lie about are the autumn's, and no thing."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import backdrop, overlay
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Environment, Scenery


@pytest.mark.parametrize(
    ("prompt", "kinds", "place"),
    [
        ("autumn leaves falling in the park", [], "park"),
        ("a girl playing in the fallen leaves", ["girl"], "meadow"),
        ("a fox among the autumn leaves", ["fox"], "meadow"),
        ("a fox in a forest full of colourful autumn leaves", ["fox"], "forest"),
        ("leaves are falling, an old man on a bench", ["bench", "old-man"], "meadow"),
        ("秋天的落叶,一个女孩在玩", ["girl"], "meadow"),
        ("公园里满地落叶,一只狗在跑", ["dog"], "park"),
        ("秋天,树叶飘落,两个孩子手拉手", ["child", "child"], "meadow"),
        ("落叶", ["tree"], "meadow"),
    ],
)
def test_they_are_in_the_air_and_on_the_ground(prompt: str, kinds: list[str], place: str) -> None:
    composed = compose_scene(prompt, ratio="1:1", seed=1, language="en" if prompt.isascii() else "zh")
    scene = composed.scene
    assert [one.kind for one in scene.objects] == kinds
    assert (scene.env.place, scene.env.season, scene.env.scenery.leaves) == (place, "autumn", 1)
    assert not composed.notes


@pytest.mark.parametrize(
    ("prompt", "leaf"),
    [
        ("three autumn leaves", "maple-leaf"),
        ("a boy raking autumn leaves", "maple-leaf"),
        ("三片落叶", "fallen-leaf"),
    ],
)
def test_those_that_are_counted_or_raked_are_things(prompt: str, leaf: str) -> None:
    scene = compose_scene(prompt, ratio="1:1", seed=1, language="en" if prompt.isascii() else "zh").scene
    assert leaf in [one.kind for one in scene.objects]
    assert not scene.env.scenery.leaves


def test_they_are_seen() -> None:
    plain, told = Environment(season="autumn"), Environment(season="autumn", scenery=Scenery(leaves=1))
    assert backdrop(plain, 1, 200, 200) != backdrop(told, 1, 200, 200)
    assert len(overlay(told, 1, 200, 200)) > 2 * len(overlay(plain, 1, 200, 200))
    indoors = Environment(place="room", season="autumn", scenery=Scenery(leaves=1))
    assert backdrop(indoors, 1, 200, 200) == backdrop(Environment(place="room", season="autumn"), 1, 200, 200)
