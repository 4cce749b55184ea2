"""Who of several is meant by what they all do, by how high they are, and how many there are to be."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("三个女孩在公园 => 两边的各拿一把扇子", "加了：扇子 × 2——由左边的女孩和右边的女孩拿着"),
        ("三个女孩在公园 => 左边那个戴帽子 => 都梳丸子头", "改了：女孩 × 3——丸子头"),
        ("两个孩子在滑滑梯 => 下面那个哭了", "改了：右边的孩子——哭"),
        ("两个孩子在滑滑梯 => 上面那个招手", "改了：左边的孩子——挥手"),
        ("一只猫 => 猫有三只", "加了：猫 × 2"),
        ("一家人在露营 => 天黑了点盏灯", "加了：灯。现在：夜晚"),
        ("爷爷和孙子 => 爷爷捋着胡子笑", "改了：爷爷——托着下巴、开心"),
    ],
)
def test_it_is_about_those(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told == told
    assert answer.notes == ()
