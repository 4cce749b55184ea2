"""What comes into the sky, and when, as Chinese says it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个女孩 => 晚上下大雪", "现在：夜晚、下雪"),
        ("一个女孩 => 傍晚下小雨", "现在：日落、下雨"),
        ("一个女孩 => 深夜打雷", "加了：闪电。现在：夜晚、阴天"),
        ("一个女孩 => 打雷下雨", "现在：暴风雨"),
        ("一个女孩 => 台风天", "现在：暴风雨"),
        ("一个女孩 => 毛毛雨", "现在：下雨"),
        ("一个女孩 => 雨停了，出彩虹", "加了：彩虹"),
        ("一个女孩 => 星星出来了", "现在：夜晚"),
        ("一个女孩 => 落叶满地", "现在：秋天"),
        ("一个女孩 => 阴天 => 乌云散了", "现在：晴天"),
        ("一个女孩 => 晚上打篮球", "改了：女孩——扔着。加了：篮球——由女孩拿着。现在：夜晚"),
    ],
)
def test_the_hour_and_the_weather_are_told_apart(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize("wish", ["挂满灯笼", "树上挂满灯笼"])
def test_lanterns_hang_in_the_tree_and_nobody_moves(wish: str) -> None:
    answer = talk(f"一个女孩在桃花树下 => {wish}")[0]
    assert answer.told.startswith("加了：灯笼")
    assert answer.told.endswith("在樱花树上面")
