"""Whom "it" means, and what somebody is beside who is only said to be beside."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a cat on a windowsill => add three birds outside => make it sleep", "Changed: cat – sleeping"),
        ("一只橘猫趴在窗台上 => 窗外加几只小鸟 => 让它睡着,眼睛闭上", "改了：猫——睡着"),
        ("a cat and two dogs => make the left dog black => make it sleep", "Changed: dogs, number 1"),
    ],
)
def test_it_is_the_only_one_and_not_one_of_several(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told.startswith(told)
    assert ";" not in answer.told
    assert "；" not in answer.told
    assert not answer.notes


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("生日蛋糕,上面插着五根蜡烛 => 旁边放两个礼物盒", "在生日蛋糕旁边"),
        ("一个女孩拿着气球 => 旁边加一只小狗", "在女孩旁边"),
        ("a boy wearing a red cap => add a dog next to it", "beside the boy"),
    ],
)
def test_beside_what_somebody_has_is_beside_them(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told
