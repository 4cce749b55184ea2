"""Newcomers with bags on their backs are in the picture with all of them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "turns",
    [
        ("a teacher in a classroom", "add three pupils to the left of the teacher"),
        ("a teacher in a classroom", "add two pupils on the right of the teacher"),
        ("a girl in the park", "add a man with a big backpack on the left"),
        ("公园里一个女孩", "左边加一个背书包的男孩"),
    ],
)
@pytest.mark.parametrize("seed", [3, 4, 44])
def test_no_bag_is_cut_by_the_edge(turns: tuple[str, ...], seed: int) -> None:
    scene = painted(turns[0], seed, *turns[1:])
    packs = [scene.layout[one.id].box for one in scene.objects if one.rel and one.rel.part == "back"]
    assert packs
    for left, _, right, _ in packs:
        assert left > -20
        assert right < 1024 + 20


@pytest.mark.parametrize("seed", [3, 53])
def test_what_comes_to_one_side_is_not_buried_behind_who_stands_there(seed: int) -> None:
    turns = ("add a boy", "a campfire on the right of the hen")
    scene = painted("a hen with three chicks on a farm", seed, *turns)
    boy, fire = scene.layout[scene.objects[-2].id], scene.layout[scene.objects[-1].id]
    assert fire.base > boy.base or fire.box[2] - boy.box[2] > 0.6 * (fire.box[2] - fire.box[0])
