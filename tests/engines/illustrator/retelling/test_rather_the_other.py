"""Who was meant instead gets what the last change gave to another, who has back what was before."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

TWO = "一个男孩和一个女孩"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "一只小狗和一只小猫在沙发上 => 小狗换成棕色的 => 不是,我说的是小猫",
            "改了：小狗——本来的颜色；小猫——棕色",
        ),
        ("两个女孩 => 左边的戴帽子 => 不对，我说的是右边那个", "改了：帽子——在右边的女孩身上"),
        (f"{TWO} => 女孩笑 => 我说的是男孩", "改了：男孩——开心；女孩——平常的表情"),
        (f"{TWO} => 女孩哭了 => 不对,我说的是男孩哭", "改了：男孩——哭；女孩——平常的表情"),
        (f"{TWO} => 女孩坐下 => 错了,是男孩", "改了：男孩——坐着；女孩——站着"),
        (f"{TWO} => 给女孩一个球 => 不对，是给男孩", "改了：男孩——姿势；女孩——站着；球——由男孩拿着"),
        (f"{TWO} => 女孩头发长一点 => 不是,我说的是男孩", "没看懂要改哪里"),
        (f"{TWO} => 加只猫 => 不对,是狗", "改了：狗——换掉了猫"),
        ("三只猫 => 左边那只变黑 => 不是这只,是右边那只", "改了：左边的猫——本来的颜色；右边的猫——黑色"),
        ("三只猫 => 左边那只变黑 => 我说的是中间那只", "改了：左边的猫——本来的颜色；中间的猫——黑色"),
    ],
)
def test_the_other_has_it(talked: str, told: str) -> None:
    assert talk(talked)[-1].told.startswith(told)
