"""What Chinese asks in a roundabout way is done as the plain order that it is."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_THREE = "公园里有一个男孩、一个女孩和一只狗"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("狗能换成猫吗", "改了：猫——换掉了狗"),
        ("狗不好，换个猫", "改了：猫——换掉了狗"),
        ("狗太靠右了", "移动了：狗——往左"),
        ("把狗弄走", "去掉了：狗"),
        ("给狗弄副墨镜", "加了：墨镜——在狗身上"),
        ("给男孩手里加朵花", "加了：花——由男孩拿着"),
        ("给男孩旁边加棵树", "加了：树——在男孩左边"),
        ("怎么没有滑梯", "加了：滑梯"),
        ("狗怎么不是黑的", "改了：狗——黑色"),
        ("狗不够大", "改了：狗——变大"),
        ("再来狗", "加了：狗"),
        ("改成监狱", "加了：监狱"),
    ],
)
def test_it_is_done(edit: str, told: str) -> None:
    answer = talk(f"{_THREE} => {edit}")[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("两个男孩在院子里 => 用女孩代替他们", "改了：女孩 × 2——换掉了男孩"),
        ("公园里有一张长椅 => 加一把椅子", "加了：椅子"),
        ("一个老爷爷坐在长椅上看报纸，旁边有一只猫 => 小猫坐下", "改了：猫——坐着"),
        ("桌上有一碗水果 => 碗换成篮子", "改了：一篮水果——换掉了一碗水果"),
        ("桌上有一碗水果 => 碗换成蓝色的碗", "改了：一碗水果——蓝色"),
        (
            "路边有两块牌子 => 左边牌子写停，右边牌子写走",
            "改了：左边的牌子——写着“停”；右边的牌子——写着“走”",
        ),
    ],
)
def test_it_is_about_who_is_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
