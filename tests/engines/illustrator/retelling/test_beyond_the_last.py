"""One more than there are, told by its number."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "kind", "edit", "many"),
    [
        ("两个小学生在操场上", "pupil", "第三个小学生坐在旁边看书", 3),
        ("两个女孩在公园", "girl", "来第三个女孩，坐在草地上", 3),
        ("两只猫在沙发上", "cat", "第三只猫睡在地毯上", 3),
        ("三个女孩在公园", "girl", "第三个女孩戴顶帽子", 3),
        ("三个女孩在公园", "girl", "第五个女孩戴顶帽子", 3),
        ("three girls in a park", "girl", "the fourth girl wears a hat", 3),
        ("three girls in a park", "girl", "the third girl wears a hat", 3),
    ],
)
def test_one_comes_at_most(wish: str, kind: str, edit: str, many: int) -> None:
    scene = changed(first_picture(wish), edit).scene
    assert sum(one.kind == kind for one in scene.objects) == many


@pytest.mark.parametrize(
    ("talked", "said"),
    [
        ("三个女孩在公园 => 第五个女孩戴顶帽子", "图里的女孩只有 3 个"),
        ("两个女孩在公园 => 给第三个女孩戴顶帽子", "图里的女孩只有 2 个"),
        ("two cats on a sofa => the third cat is black", "There are only 2 of the kind “cat” in the picture"),
    ],
)
def test_how_many_there_are_is_said(talked: str, said: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == said


@pytest.mark.parametrize(("wish", "many"), [("老师给两个小学生上课", 2), ("老师给四个学生讲数学", 4)])
def test_so_many_are_taught(wish: str, many: int) -> None:
    assert sum(one.kind == "pupil" for one in first_picture(wish).objects) == many
