"""The cloth on a table that is seen from near comes, changes its colour and goes, and nothing on it becomes smaller."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "top", "colour"),
    [
        (
            "a plate of spaghetti and a glass of wine",
            "put it all on a red checkered tablecloth",
            "cloth",
            "red",
        ),
        ("一盘饺子", "桌布换成红格子的", "cloth", "red"),
        ("一碗面条", "铺一块红格子桌布", "cloth", "red"),
        ("a cup of coffee", "add a blue tablecloth", "linen", "blue"),
        ("a bowl of fruit", "put on a white tablecloth", "linen", "white"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_cloth_is_laid(wish: str, edit: str, top: str, colour: str, seed: int) -> None:
    before = first_picture(wish, seed=seed)
    answer = changed(before, edit)
    scenery = answer.scene.env.scenery
    assert scenery.top in (top, "")
    assert dict(scenery.pieces)["tablecloth"] == colour
    assert answer.scene.layout == before.layout
    assert answer.notes == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_below_a_cloth_is_wood(seed: int) -> None:
    scene = changed(first_picture("a cup of coffee", seed=seed), "add a blue tablecloth").scene
    answer = changed(scene, "remove the tablecloth")
    assert answer.told == "Now: a wooden table top"
    assert changed(answer.scene, "make the table red").scene.env.scenery.ground == "red"


def test_a_table_that_is_a_thing_gets_a_cloth_of_its_own() -> None:
    scene = changed(first_picture("a cake on a table"), "put on a white tablecloth").scene
    assert [one.kind for one in scene.objects][-1] == "tablecloth"


def test_one_more_meatball_lies_on_the_dish() -> None:
    scene = talk("a plate of spaghetti with meatballs => one more meatball please => add two more meatballs")[
        -1
    ].scene
    dish = next(one for one in scene.objects if one.kind == "spaghetti-meatballs")
    more = [one for one in scene.objects if one.kind == "meatball"]
    assert len(more) == 3
    left, top, right, bottom = scene.layout[dish.id].box
    boxes = sorted(scene.layout[one.id].box for one in more)
    assert all(left < box[0] and top < box[1] and box[2] < right and box[3] < bottom for box in boxes)
    assert all(box[2] - box[0] < 0.25 * (right - left) for box in boxes)
    assert boxes[0][2] <= boxes[1][0] + 2
