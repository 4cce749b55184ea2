"""Who mounts in a picture that is there, or grows behind a tree, is seen with their head."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.retelling.test_offhand import scene_of
from tests.engines.illustrator.staging.test_distant import painted
from tests.engines.illustrator.told import talk


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


@pytest.mark.parametrize(
    "turns",
    [
        ["a woman and a boy in a park", "make the woman bigger", "give the woman a witch hat"],
        ["a chef by a lake", "make the chef bigger", "add a cow", "give the chef a crown"],
        ["three children in a living room", "make the children bigger", "give the children a witch hat"],
        ["海边一只熊", "把熊变大一点", "给熊戴上生日帽"],
        ["湖边一匹马", "把马变大一点", "给马戴上礼帽"],
    ],
)
def test_a_new_hat_is_in_the_picture(turns: list[str]) -> None:
    before, after = scene_of(*turns[:-1]), scene_of(*turns)
    hats = [one for one in after.objects if before.thing(one.id) is None]
    wearers = {one.rel.to for one in hats if one.rel is not None}
    height = scene_size(after)[1]
    assert hats
    assert all(after.layout[one.id].box[1] >= -0.01 * height for one in hats)
    told = account([before], after, "en")
    assert told is not None
    assert "Moved:" in told or "smaller" in told
    mounts = {one.rel.to for one in after.objects if one.id in wearers and one.rel is not None}
    others = [one.id for one in before.objects if one.id not in wearers | mounts]
    worn = {one.id for one in before.objects if one.rel is not None and one.rel.to in wearers}
    assert all(after.layout[one] == before.layout[one] for one in others if one not in worn)


def test_who_steps_down_comes_before_nobody() -> None:
    scene = scene_of("a chef by a lake", "make the chef bigger", "add a cow", "give the chef a crown")
    cow = next(one for one in scene.objects if one.kind == "cow")
    cook = next(one for one in scene.objects if one.kind == "cook")
    assert scene.layout[cook.id].base < scene.layout[cow.id].base


def test_who_has_room_for_a_hat_stays() -> None:
    before = scene_of("a giraffe on the beach")
    after = scene_of("a giraffe on the beach", "give the giraffe a santa hat")
    (giraffe,) = before.objects
    assert after.layout[giraffe.id] == before.layout[giraffe.id]


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a girl blowing out candles => give her a party hat",
            "Changed: girl – smaller. Added: party hat – worn by the girl",
        ),
    ],
)
def test_who_cannot_step_down_sits_lower_or_becomes_smaller(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert min(placed.box[1] for placed in answer.scene.layout.values()) >= 0
