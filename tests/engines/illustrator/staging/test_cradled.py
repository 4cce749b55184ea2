"""Children in somebody's arms, and loads over a shoulder."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import of_kind, scene_of


@pytest.mark.parametrize("wish", ["a dad carrying his daughter", "爸爸抱着女儿"])
def test_a_child_in_the_arms_is_no_doll(wish: str) -> None:
    scene = scene_of(wish)
    (dad,), (girl,) = of_kind(scene, "man"), of_kind(scene, "girl")
    assert dad.pose == "cradle"
    whole, child = scene.layout[dad.id].box, scene.layout[girl.id].box
    assert 0.42 < (child[3] - child[1]) / (whole[3] - whole[1]) < 0.62
    assert child[1] > whole[1] + 0.3 * (whole[3] - whole[1])
    assert child[3] < whole[3]


@pytest.mark.parametrize(
    "wish", ["a man carrying a sack on his back", "a man with a ladder over his shoulder", "叔叔扛着梯子"]
)
def test_a_load_is_over_the_shoulder_and_not_on_the_head(wish: str) -> None:
    scene = scene_of(wish)
    (man,) = of_kind(scene, "man")
    load = next(one for one in scene.objects if one is not man)
    assert (load.rel and load.rel.part, man.limbs) == ("back", "heft")
    top = scene.layout[man.id].box[1]
    assert scene.layout[load.id].box[1] >= top


def test_what_a_pirate_is_given_is_not_in_the_hand_with_the_sword() -> None:
    scene = scene_of("a pirate holding a cup")
    (pirate,), (cup,) = of_kind(scene, "pirate"), of_kind(scene, "cup")
    placed = scene.layout[pirate.id]
    assert (scene.layout[cup.id].x < placed.x) != placed.flip


def test_a_cook_with_a_hat_is_whole_beside_the_stove() -> None:
    scene = scene_of("a bear chef cooking")
    assert all(scene.layout[one.id].box[1] >= 0 for one in scene.objects)
