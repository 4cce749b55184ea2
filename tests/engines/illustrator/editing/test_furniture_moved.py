"""Furniture moved beside other furniture, pictures hung over it, and what takes its place on the wall."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.outlook import openings
from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.told import changed, first_picture

WIDTH = 1024


def at(scene: Scene, kind: str) -> Placement:
    return next(scene.layout[one.id] for one in scene.objects if one.kind == kind)


MOVES = [
    ("一间温馨的客厅,有沙发、茶几和落地灯", "把落地灯挪到沙发右边", "floor-lamp", "couch", "right"),
    ("客厅里有沙发和一盆绿植", "把绿植挪到沙发左边", "potted-plant", "couch", "left"),
    ("a cosy living room with a grey sofa and a floor lamp", "move the lamp to the left of the sofa", "floor-lamp", "couch", "left"),
]  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("wish", "told", "kind", "ground", "side"), MOVES, ids=[row[1] for row in MOVES])
def test_what_is_moved_beside_furniture_is_next_to_it_and_that_takes_a_step_at_most(
    wish: str, told: str, kind: str, ground: str, side: str, seed: int
) -> None:
    before = first_picture(wish, seed=seed)
    after = changed(before, told).scene
    moved, stays = at(after, kind), at(after, ground)
    assert (moved.x > stays.x) == (side == "right")
    gap = moved.box[0] - stays.box[2] if side == "right" else stays.box[0] - moved.box[2]
    assert gap < 0.08 * WIDTH
    assert abs(stays.x - at(before, ground).x) <= 0.23 * WIDTH
    assert stays.base == at(before, ground).base
    for one in before.objects:
        if one.kind not in (kind, ground):
            assert after.layout[one.id] == before.layout[one.id]


@pytest.mark.parametrize(
    ("wish", "told", "kind", "ground"),
    [
        (
            "a bedroom with a bed and a nightstand",
            "move the nightstand to the other side of the bed",
            "nightstand",
            "bed",
        ),
        (
            "a bedroom with a bed and a wardrobe",
            "put the wardrobe on the other side of the bed",
            "wardrobe",
            "bed",
        ),
        ("书房里有书桌和椅子", "把椅子挪到书桌的另一边", "chair", "desk"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_furniture_comes_to_the_other_side(wish: str, told: str, kind: str, ground: str, seed: int) -> None:
    before = first_picture(wish, seed=seed)
    after = changed(before, told).scene
    sides = [at(scene, kind).x < at(scene, ground).x for scene in (before, after)]
    assert sides[0] != sides[1]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "told", "ground"),
    [
        ("a living room with a sofa", "hang a painting above the sofa", "couch"),
        ("客厅里有沙发", "沙发上方挂一幅画", "couch"),
        ("客厅里有沙发", "在沙发上面挂一幅画", "couch"),
        ("a bedroom with a bed", "hang a mirror over the bed", "bed"),
    ],
)
def test_what_is_hung_over_furniture_is_over_it_and_on_no_window(
    wish: str, told: str, ground: str, seed: int
) -> None:
    after = changed(first_picture(wish, seed=seed), told).scene
    hung = next(one for one in after.objects if one.pose == "hung")
    box, under = after.layout[hung.id].box, at(after, ground).box
    assert box[3] <= under[1]
    assert box[0] < under[2]
    assert under[0] < box[2]
    for window in openings(after):
        assert shared_area(box, window.box) < 0.1 * area_of(box)


def test_a_second_picture_hangs_beside_the_first() -> None:
    once = changed(first_picture("客厅里有沙发", seed=1), "沙发上方挂一幅画").scene
    answer = changed(once, "在沙发上面再挂一幅画")
    first, second = (answer.scene.layout[one.id].box for one in answer.scene.objects if one.pose == "hung")
    assert shared_area(first, second) == 0
    assert answer.notes == ()


def test_a_window_takes_the_place_of_a_wardrobe() -> None:
    before = first_picture("a bedroom with a wardrobe and a bed", seed=3)
    after = changed(before, "replace the wardrobe with a mirror").scene
    assert abs(at(after, "mirror").x - at(before, "wardrobe").x) < 0.15 * WIDTH


def test_cushions_that_come_after_a_painting_lie_on_the_sofa() -> None:
    hung = changed(first_picture("a living room with a sofa"), "hang a painting above the sofa").scene
    after = changed(hung, "put two yellow cushions on it").scene
    sofa = next(one.id for one in after.objects if one.kind == "couch")
    cushions = [one for one in after.objects if one.colour == "yellow"]
    assert [one.rel and (one.rel.type, one.rel.to) for one in cushions] == [("on", sofa), ("on", sofa)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_bookshelf_stands_before_a_hearth(seed: int) -> None:
    scene = first_picture("a cosy living room with a grey sofa, a floor lamp and a bookshelf", seed=seed)
    assert scene.env.scenery.bed < 0
