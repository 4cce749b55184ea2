"""What Chinese says of a face, and of the sky and the manner of a picture where nothing is to be replaced."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "part"),
    [
        ("一个小丑 => 脸颊红一点", "脸颊"),
        ("一个女孩 => 脸蛋红扑扑的", "脸蛋"),
        ("一个女孩 => 给她画一个红鼻子", "鼻子"),
        ("一个女孩和一个男孩 => 男孩的鼻子冻得通红", "鼻子"),
    ],
)
def test_nobody_is_painted_for_a_part_of_the_face(talked: str, part: str) -> None:
    assert talk(talked)[0].told.startswith(f"“{part}”是画好的一部分")


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个女孩和一个男孩 => 女孩眼泪汪汪", "改了：女孩——哭"),
        ("一个女孩 => 脸上有泪痕", "改了：女孩——哭"),
        ("一个女孩 => 露出牙齿", "改了：女孩——大笑"),
        ("一个女孩和一座房子 => 改成彩虹", "加了：彩虹"),
        ("一个女孩和一只猫 => 弄成折纸", "现在：剪纸"),
        ("一个女孩和一只猫 => 变成乐高", "现在：像素"),
    ],
)
def test_nothing_is_replaced_for_it(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


def test_the_manner_of_a_hat_is_not_that_of_the_picture() -> None:
    assert talk("一个戴帽子的女孩 => 把帽子改成毛毡")[0].told == "不会画“毛毡”，没有画进去"
