"""Who hides behind a tree stands at the ground behind its trunk and peeks out; nobody of a row behind hovers at the horizon."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    "wishes",
    [
        ("狼躲在树后面",),
        ("a fox hiding behind a tree",),
        ("一个男孩躲在大树后面偷看",),
        ("a cat behind a palm tree",),
        ("a tree", "add a wolf hiding behind the tree"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_hides_peeks_out_beside_the_trunk(wishes: tuple[str, ...], seed: int) -> None:
    scene = painted(wishes[0], seed, *wishes[1:])
    tree, who = (scene.layout[one.id] for one in scene.objects)
    left, top, right, _ = who.box
    assert 0 < tree.base - who.base < 30  # at the ground, behind it
    assert top > tree.box[1] + 0.4 * (tree.box[3] - tree.box[1])  # below the crown
    assert left < tree.x + 90
    assert right > tree.x - 90
    assert abs((left + right) / 2 - tree.x) < 0.4 * (tree.box[2] - tree.box[0])


def test_a_house_behind_a_tree_is_no_dwarf() -> None:
    scene = painted("a house behind a tree", 1)
    house = next(scene.layout[one.id] for one in scene.objects if one.kind == "house")
    assert house.box[3] - house.box[1] > 0.35 * 1024


@pytest.mark.parametrize(
    "prompt", ["four boys", "a farm with chickens and a farmer", "七只羊", "six children"]
)
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_nobody_hovers_at_the_horizon(prompt: str, seed: int) -> None:
    scene = painted(prompt, seed)
    horizon = 1024 * place_of(scene.env, seed).horizon
    for one in scene.layout.values():
        assert one.base > horizon + 0.12 * (1024 - horizon)
