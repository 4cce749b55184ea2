"""Who works at a desk has on it what is on "the table", and what comes for them while both hands are full."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture


def on_what(scene: Scene, kind: str) -> str | None:
    one = next(one for one in scene.objects if one.kind == kind)
    under = scene.thing(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return under.kind if under is not None else None


@pytest.mark.parametrize(
    "wish",
    [
        "办公室里一个男的坐在电脑前面上班，桌上有杯咖啡",
        "a man working at a computer in an office, a cup of coffee on the table",
    ],
)
def test_the_table_is_that_desk(wish: str) -> None:
    scene = first_picture(wish)
    assert sum(one.kind in TABLES for one in scene.objects) == 1
    assert on_what(scene, "coffee") == "desk"


def test_a_table_that_is_told_of_stays() -> None:
    scene = first_picture("a man writing at a desk and a table with a vase on it")
    assert sum(one.kind in TABLES for one in scene.objects) == 2


def test_what_comes_for_full_hands_is_on_the_desk() -> None:
    answer = changed(
        first_picture("an office with a woman working on a laptop at a desk"), "give her a coffee mug"
    )
    assert on_what(answer.scene, "cup") == "desk"
    assert answer.notes == ()


@pytest.mark.parametrize("seed", [2, 8])
def test_a_bay_window_is_not_behind_the_fireplace(seed: int) -> None:
    scene = changed(
        first_picture("a living room with a fireplace and an armchair", seed=seed), "add a bay window"
    ).scene
    fire, window = (
        scene.layout[one.id].box
        for kind in ("fireplace", "bay-window")
        for one in scene.objects
        if one.kind == kind
    )
    shared = min(fire[2], window[2]) - max(fire[0], window[0])
    assert shared < 0.2 * (window[2] - window[0])


@pytest.mark.parametrize("wish", ["a bowl of soup on a dining table", "一碗汤放在餐桌上"])
def test_a_spoon_lies_on_the_table(wish: str) -> None:
    scene = changed(first_picture(wish), "add a spoon").scene
    left, top, right, bottom = next(scene.layout[one.id].box for one in scene.objects if one.kind == "spoon")
    assert right - left > 2 * (bottom - top)


def test_a_spoon_stands_in_a_cup() -> None:
    scene = first_picture("a cup with a spoon in it")
    left, top, right, bottom = next(scene.layout[one.id].box for one in scene.objects if one.kind == "spoon")
    assert bottom - top > 0.7 * (right - left)
