"""A pattern that goes is the pattern, and what names none of several alike is said of all of them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个红色条纹的球和一只猫 => 去掉花纹", "改了：球——没有花纹"),
        ("一个女孩穿着蓝色条纹的裙子 => 不要花纹了", "改了：裙子——没有花纹"),
        ("一只猫 => 不要花纹", "图里没有花纹"),
        ("一个红色条纹的球 => 变成红色", "改了：球——红色、没有花纹"),
        ("一个女孩穿着红色条纹的裙子 => 裙子改成纯白的", "改了：裙子——白色、没有花纹"),
        ("一个红色条纹的球 => 改成纯红色", "改了：球——红色、没有花纹"),
        ("一只猫 => 改成纯白的", "改了：猫——白色"),
    ],
)
def test_one_colour_is_left(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一盘草莓在桌上 => 变成红色", "改了：草莓 × 4——红色"),
        ("三只猫在草地上 => 大一点", "改了：猫 × 3——变大"),
        ("三只猫在草地上 => 左边那只变成红色 => 大一点", "改了：左边的猫——变大"),
        ("桌子上一碗水果 => 都换成绿色", "改了：一碗水果——绿色"),
        ("一盘草莓在桌上 => 都拿走", "去掉了：草莓 × 4"),
        ("一盘草莓在桌上 => 去掉一个", "去掉了：左数第 4 个草莓"),
        ("桌上一盘苹果和一杯茶 => 去掉一个", "去掉了：左数第 4 个苹果"),
        ("一盘草莓在桌上 => 再来一个", "加了：草莓——在盘子上面"),
        ("一盘草莓在桌上 => 盘子空了", "去掉了：草莓 × 4"),
        ("桌上一本书 => 空了", "没看懂要改哪里"),
    ],
)
def test_all_of_them_are_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told.startswith(told)
