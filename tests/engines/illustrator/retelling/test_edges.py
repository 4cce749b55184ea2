"""Edges are places and no things that could be drawn."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.retelling.edges import told_of_edges
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("put a lighthouse at the right edge", "put a lighthouse on the right"),
        ("add a rock at the very left edge of the picture", "add a rock on the left"),
        ("画面右边缘加一盏路灯", "在右边加一盏路灯"),
        ("右边边上放一张长椅", "在右边放一张长椅"),
        ("a boy sits at the edge of the bed", "a boy sits on the bed"),
        ("床沿上坐一个男孩", "床上坐一个男孩"),
        ("add a tree at the water's edge", "add a tree by the water"),
        ("a boy at the edge of the lake", "a boy by the lake"),
        ("add a crab in the foreground on the left", "add a crab in the bottom left corner"),
        ("前景左边加一块石头", "左下角加一块石头"),
        ("桌边放一把刀", "桌上放一把刀"),
        ("桌边放一把椅子", "桌边放一把椅子"),
        ("add a dog at his feet", "add a dog in front of him"),
        ("put a bag at the man's feet", "put a bag in front of the man"),
        ("put a starfish at her side", "put a starfish next to her"),
        ("move the dog to the right edge", "move the dog to the right edge"),
        ("make the edge of the cup gold", "make the edge of the cup gold"),
    ],
)
def test_edges_are_told_as_places(said: str, told: str) -> None:
    assert told_of_edges(said) == told


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("kind", ["policeman", "horse", "tent", "bus"])
def test_what_comes_to_a_full_side_is_at_that_side_and_seen(kind: str, side: str) -> None:
    base = first_picture("a street with a man and a woman")
    answer = changed(base, f"put a {kind} on the {side}")
    scene = answer.scene
    one = next(one for one in scene.objects if one.id not in base.layout)
    box, width = scene.layout[one.id].box, scene_size(scene)[0]
    assert ((box[0] + box[2]) / 2 < 0.5 * width) == (side == "left")
    found = hidden(draw(scene), {one.id})
    assert found.get(one) in (None, "hidden")
    if kind not in ("tent", "bus"):  # which are broader than what is free there
        assert "behind" not in answer.told


def test_what_is_far_away_at_a_side_is_small_there() -> None:
    *_, last = talk(
        "a beach => put a crab in the foreground on the left => add a boat in the background on the right"
    )
    crab, boat = (last.scene.layout[one.id] for one in last.scene.objects)
    assert crab.x < boat.x
    assert boat.base < crab.base
    assert boat.scale < 0.5 * crab.scale


def test_who_sits_on_a_full_bench_with_another_is_not_told_to_be_behind() -> None:
    (answer,) = talk("two people sitting on a bench => put a bag on the right")
    assert "behind" not in answer.told


@pytest.mark.parametrize(
    ("talked", "kind", "left"),
    [
        ("a busy market street => add a fruit stall on the left", "market-stall", True),
        ("一片草地 => 左边加一棵大树", "tree", True),
        ("a farmer with a tractor in a field => add a barn in the background on the left", "barn", True),
        ("a farmer with a tractor in a field => add a barn in the background on the right", "barn", False),
        ("a birthday party with four kids around a table => put presents in the left corner", "gift", True),
    ],
)
def test_it_comes_to_the_side_that_was_told(talked: str, kind: str, left: bool) -> None:
    scene = talk(talked)[-1].scene
    placed = [scene.layout[one.id] for one in scene.objects if one.kind == kind]
    assert placed
    assert all((one.x < 512) == left for one in placed)


@pytest.mark.parametrize(
    "talked", ["a snowy street => add a snowman in the middle", "一片草地 => 中间加一棵大树"]
)
def test_the_middle_of_an_empty_place_is_its_middle(talked: str) -> None:
    (one,) = talk(talked)[-1].scene.layout.values()
    assert abs(one.x - 512) < 30


def test_presents_in_the_corner_of_a_room_are_not_on_the_table() -> None:
    base = first_picture("a birthday party with four kids around a table")
    scene = changed(base, "put presents in the left corner").scene
    gifts = [one for one in scene.objects if one.kind == "gift"]
    assert all(one.rel is None for one in gifts)
    assert not hidden(draw(scene), {one.id for one in gifts})


@pytest.mark.parametrize("edit", ["a man sits at the piano", "add a man playing the piano"])
def test_who_comes_to_play_is_at_the_piano(edit: str) -> None:
    *_, last = talk(f"a room => add a piano on the left => {edit}")
    piano, man = (last.scene.layout[one.id].box for one in last.scene.objects)
    assert man[0] - piano[2] < 0.06 * 1024
