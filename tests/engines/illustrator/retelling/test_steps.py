"""How far one goes is told plainly, and nobody else is moved for it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture, talk

ZH, EN = "一个女孩和一只狗和一棵树在公园", "a girl, a dog and a tree in a park"


def _moved(before: Scene, after: Scene) -> dict[str, tuple[float, float]]:
    assert len(before.objects) == len(after.objects)
    return {
        one.kind: (after.layout[one.id].x - before.layout[one.id].x, after.layout[one.id].base - before.layout[one.id].base)
        for one in before.objects
        if after.layout[one.id] != before.layout[one.id]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "edit", "way"),
    [
        (ZH, "狗往右挪挪", 1),
        (ZH, "把狗往左边挪一下", -1),
        (ZH, "狗往右移一移", 1),
        (ZH, "狗往边上挪挪", 1),
        (ZH, "把狗挪到边上去", 1),
        (EN, "scoot the dog over to the left a little", -1),
        (EN, "move the dog to the side", 1),
    ],
)
def test_a_bit_to_a_side_is_a_bit(wish: str, edit: str, way: int) -> None:
    base = first_picture(wish)
    moved = _moved(base, changed(base, edit).scene)
    assert list(moved) == ["dog"]
    assert 0.05 < way * moved["dog"][0] / 1024 < 0.2


@pytest.mark.parametrize(
    ("wish", "edit", "way"),
    [
        (ZH, "狗往后退一步", -1),
        (ZH, "狗往前走一步", 1),
        (EN, "move the dog back a bit", -1),
        (EN, "move the dog a bit back", -1),
    ],
)
def test_a_step_back_is_one(wish: str, edit: str, way: int) -> None:
    base = first_picture(wish)
    moved = _moved(base, changed(base, edit).scene)
    assert list(moved) == ["dog"]
    assert way * moved["dog"][1] > 0


@pytest.mark.parametrize(
    ("talked", "who"),
    [
        (f"{ZH} => 女孩往树那边挪挪", "girl"),
        (f"{EN} => move the girl closer to the tree", "girl"),
        ("a knight and a princess and a king in a hall => move the king closer to the knight", "king"),
    ],
)
def test_who_is_in_the_way_stays(talked: str, who: str) -> None:
    base = first_picture(talked.split(" => ")[0])
    (answer,) = talk(talked)
    assert list(_moved(base, answer.scene)) == [who]
    assert not answer.notes


def test_two_come_closer_together_without_a_word_left_out() -> None:
    base = first_picture(EN)
    answer = changed(base, "move the girl and the dog closer together")
    assert set(_moved(base, answer.scene)) == {"girl", "dog"}
    assert not answer.notes


def test_neighbours_come_closer_and_the_answer_says_so() -> None:
    (answer,) = talk("三只小猪和大灰狼在草地上 => 大灰狼往小猪那边挪挪")
    assert "大灰狼" in answer.told


@pytest.mark.parametrize("edit", ["shift the tree to the far right", "move the tree to the far right"])
def test_far_right_is_no_tree_of_the_backdrop(edit: str) -> None:
    base = first_picture(EN)
    moved = _moved(base, changed(base, edit).scene)
    assert moved["tree"][0] > 0.3 * 1024


def test_a_corner_to_which_one_goes_names_nobody() -> None:
    base = first_picture(ZH)
    moved = _moved(base, changed(base, "把狗移到右下角").scene)
    assert moved["dog"][0] > 100
    assert moved["dog"][1] > 50
