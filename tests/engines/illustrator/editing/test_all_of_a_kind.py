"""A bare Chinese noun, or one that counts all who are there, is said of each of them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("草地上有两头牛 => 让牛躺下来", "改了：牛 × 2——躺着"),
        ("沙发上有两只猫 => 给两只猫加个围巾", "加了：围巾 × 2——在猫身上"),
        ("沙发上有两只猫 => 两只猫能不能是黄色", "改了：猫 × 2——黄色"),
        ("沙发上有两只猫 => 猫都背上书包", "加了：书包 × 2——在猫身上"),
        ("公园里有三个女孩 => 给女孩每人一个气球", "加了：气球 × 3——由女孩拿着"),
        ("公园里有一只白猫和一只黑猫 => 黑猫睡觉", "改了：右边的猫——睡着"),
        ("公园里有两只猫 => 给一只猫戴帽子", "加了：帽子——在左边的猫身上"),
        ("公园里有三个女孩和一个男孩 => 裙子改成蓝色", "加了：裙子 × 3——蓝色、在女孩身上"),
        ("公园里有三个女孩和一个男孩 => 裙子换成牛仔裤", "加了：牛仔裤 × 3——在女孩身上"),
        ("公园里有三个女孩 => 头发变成金色", "改了：女孩 × 3——黄色头发"),
        ("公园里有三个女孩 => 左边的女孩跳起来 => 头发变成金色", "改了：左边的女孩——黄色头发"),
        ("公园里有两个男孩 => 男孩放风筝", "加了：风筝——由左边的男孩拿着"),
    ],
)
def test_it_is_said_of_all_who_are_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
