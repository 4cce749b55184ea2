"""The number that is told of a shirt stands on it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "number"),
    [
        ("a football player with the number 10 on his shirt", "10"),
        ("a girl wearing a number 9 jersey", "9"),
        ("a boy in a blue shirt with the number 4", "4"),
        ("球衣上写10号的足球运动员", "10"),
        ("穿3号球衣的篮球运动员", "3"),
        ("10号球员在射门", "10"),
    ],
)
def test_of_a_first_picture(wish: str, number: str) -> None:
    scene = first_picture(wish)
    shirts = [one for one in scene.objects if one.kind == "shirt"]
    assert [(one.says, one.rel is not None and one.rel.type) for one in shirts] == [(number, "wear")]


@pytest.mark.parametrize(
    ("talked", "numbers"),
    [
        ("a boy in a red t-shirt => write 5 on his shirt => change the 5 to 8", ["5", "8"]),
        ("一个女孩打篮球，穿蓝色球衣 => 球衣上写个7号 => 球衣上的7换成10", ["7", "10"]),
        ("一个男孩穿着红色球衣 => 球衣上印上十号 => 把10改成11", ["10", "11"]),
    ],
)
def test_of_a_change(talked: str, numbers: list[str]) -> None:
    assert [[one.says for one in answer.scene.objects if one.says] for answer in talk(talked)] == [
        [one] for one in numbers
    ]


def test_a_flower_is_no_number() -> None:
    answer = talk("一个男孩穿着红色T恤 => T恤上画一朵花")[0]
    assert not any(one.says for one in answer.scene.objects)
