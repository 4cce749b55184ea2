"""Who is there goes to the window, or onto a piece of the backdrop; nobody comes in their stead, and none is there twice."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "where", "pose"),
    [
        ("客厅里一只猫", "让猫趴到窗台上", "sill", "lie"),
        ("客厅里一只猫", "猫跳到窗台上去", "sill", None),
        ("客厅里一只猫", "让猫坐到窗边", "window", "sit"),
        ("a living room with a cat", "put the cat on the windowsill", "sill", None),
        ("厨房里一只猫", "猫跳到灶台上", "piece", None),
        ("卧室里一只猫", "猫趴到床上", "piece", "lie"),
        ("浴室里一只鸭子", "鸭子放到浴缸里", "piece", None),
        ("a kitchen with a cat", "the cat jumps on the counter", "piece", None),
    ],
)
def test_it_goes_there(wish: str, edit: str, where: str, pose: str | None) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    (one,) = answer.scene.objects
    assert (one.id, one.where) == (base.objects[0].id, where)
    assert pose in (None, one.pose)
    assert not [note for note in answer.notes if "跳" in note]


def test_a_plant_takes_its_pot_along() -> None:
    base = first_picture("客厅里一只猫和一盆花")
    scene = changed(base, "花放到窗台上").scene
    assert [one.kind for one in scene.objects] == [one.kind for one in base.objects]
    assert [one.where for one in scene.objects if one.kind == "flower-pot"] == ["sill"]


@pytest.mark.parametrize("edit", ["窗台上再放一只猫", "窗台上来只猫", "add another cat on the windowsill"])
def test_one_more_comes(edit: str) -> None:
    assert [one.kind for one in changed(first_picture("客厅里一只猫"), edit).scene.objects] == ["cat", "cat"]
