"""What the last change brought is known by when it came, and nothing else is."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里一个女孩和一个男孩 => 再加个女孩 => 把刚才那个去掉", "去掉了：右边的女孩"),
        ("公园里一个女孩 => 加两个顾客 => 刚加的不要了", "去掉了：顾客 × 2"),
        ("公园里一个女孩 => 来三只狗 => 刚才那三只去掉", "去掉了：狗 × 3"),
        ("公园里一个女孩 => 加只狗 => 刚才那个再大一点", "改了：狗——变大"),
        ("公园里一个女孩 => 加只狗 => 刚刚加的换成猫", "改了：猫——换掉了狗"),
        ("公园里一个女孩 => 加个气球 => 算了不要了", "去掉了：气球"),
        ("公园里一个女孩 => 给她戴个帽子 => 不要了", "去掉了：帽子"),
        ("公园里一个女孩 => 加个气球 => 让女孩笑 => 刚才那个去掉", "图里没有刚加的东西"),
        ("公园里一个女孩和一只狗 => 把刚才那个去掉", "图里没有刚加的东西"),
        ("a girl and a dog => add a balloon => remove the one you just added", "Removed: balloon"),
        ("a girl and a dog => add two cats => take away what I just added", "Removed: cats × 2"),
    ],
)
def test_what_just_came(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_nothing_goes_that_was_not_brought() -> None:
    assert talk("公园里一个女孩和一只狗 => 不要了")[-1].told.startswith("没看懂")
