"""Who mounts in a picture that is there, or grows behind a tree, is seen with their head."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.sight import face_of
from tests.engines.illustrator.staging.test_distant import painted


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [
        ("农家院子里有一头牛、三只鸡和一只狗", "牛背上坐个吹笛子的小孩", "child"),
        ("a cow, three chickens and a dog on a farm", "put a girl on the cow's back", "girl"),
        ("a camel, a horse and a donkey in the desert", "put a man on the camel", "man"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_head_of_who_mounts_is_in_the_picture(wish: str, edit: str, who: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    rider = next(one for one in scene.objects if one.kind == who)
    assert rider.rel is not None
    assert rider.rel.type == "on"
    assert scene.layout[rider.id].box[1] >= 0


@pytest.mark.parametrize(
    ("wish", "edit", "who"),
    [("狼躲在树后面", "狼再大一些", "wolf"), ("a fox hiding behind a tree", "make the fox bigger", "fox")],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_outgrows_the_trunk_looks_out_beside_the_crown(wish: str, edit: str, who: str, seed: int) -> None:
    scene = painted(wish, seed, edit)
    beast = next(one for one in scene.objects if one.kind == who)
    tree = next(one for one in scene.objects if one.kind == "tree")
    face = face_of(beast, scene.layout[beast.id])
    assert face is not None
    left, _, right, _ = scene.layout[tree.id].box
    middle = (face[0] + face[2]) / 2
    assert middle < left + 20 or middle > right - 20
