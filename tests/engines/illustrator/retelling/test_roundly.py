"""What is said in two steps, or with a reason ahead, is done in one."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a fox sleeping under a tree => add three mushrooms => wake it up", "Changed: fox – standing"),
        ("一个女孩在公园 => 小狗也来，坐在她左边", "加了：小狗——坐着、在女孩左边"),
        ("一个男孩在公园 => 天快黑了，改成傍晚吧", "现在：日落"),
        ("一只狗和一棵树 => 让狗跑过去", "改了：狗——跑着"),
        ("一个女孩和一座房子 => 让女孩从房子前面走过去", "改了：女孩——走着、在房子前面"),
        ("a cat on a sofa => same picture in watercolour", "Now: watercolour"),
    ],
)
def test_it_is_done_in_one(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


def test_so_many_in_all() -> None:
    scene = talk("小女孩过生日，桌上有个蛋糕，上面插着蜡烛 => 蛋糕上一共五根蜡烛")[-1].scene
    assert sum(one.kind == "birthday-candle" for one in scene.objects) == 5
