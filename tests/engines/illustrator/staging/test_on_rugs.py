"""Who is on a rug is before the furniture that stands on it or behind it, and is no giant."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.stock import stock_of
from tests.engines.illustrator.told import changed, first_picture, talk


def before(scene: Scene, who: str, what: str) -> bool:
    placed = {one.kind: scene.layout[one.id] for one in scene.objects}
    rug = next(placed[kind].box for kind in placed if kind in RUGS)
    feet = placed[who].base
    return placed[what].base < feet and rug[1] < feet < rug[3]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "who", "what"),
    [
        ("a living room with a sofa and a cat sleeping on the rug", "cat", "couch"),
        ("客厅里有沙发，小狗趴在地毯上睡觉", "dog", "couch"),
        ("a bedroom with a bed, a wardrobe and a dog lying on a round rug", "dog", "bed"),
    ],
)
def test_a_rug_that_somebody_is_on_lies_before_the_furniture(
    wish: str, who: str, what: str, seed: int
) -> None:
    assert before(first_picture(wish, seed=seed), who, what)


@pytest.mark.parametrize(
    "talked",
    [
        "a bedroom with a bed => put a round rug on the floor => put a cat on it",
        "卧室里有一张床 => 地上铺块地毯 => 地毯上趴只猫",
    ],
)
def test_who_comes_onto_it_stands_before_what_is_on_it(talked: str) -> None:
    scene = talk(talked)[-1].scene
    assert before(scene, "cat", "bed")
    high = {one.kind: scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects}
    assert high["cat"] < 0.8 * high["bed"]


def test_a_rug_of_a_room_is_seen_before_its_furniture() -> None:
    scene = talk("小女孩的房间，有床、书桌和一个大衣柜 => 地上铺块圆地毯")[-1].scene
    rug, bed = (
        scene.layout[one.id].box for kind in ("round-rug", "bed") for one in scene.objects if one.kind == kind
    )
    assert rug[3] - bed[3] > 0.6 * (rug[3] - rug[1])


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("two cats on a sofa", "replace the sofa with a rug"),
        ("a girl reading on a sofa", "swap the sofa for a rug"),
        ("两个小孩坐在公园的长椅上", "把长椅换成野餐垫"),
    ],
)
def test_who_sat_on_what_a_rug_replaces_stays_as_large(wish: str, edit: str) -> None:
    before = first_picture(wish)
    after = changed(before, edit).scene
    for one in before.objects:
        if stock_of(one).alive:
            assert 0.75 < after.layout[one.id].scale / before.layout[one.id].scale < 1.3
