"""What people ask in passing of everyday pictures in Chinese: who is fed, who queues, what is farther off, what gets dirty."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里一个老爷爷 => 前面排三个小朋友", "加了：小朋友 × 3——站着、在老爷爷前面"),
        ("一匹马和一个女孩 => 女孩喂它胡萝卜", "改了：女孩——喂食、在马旁边。加了：胡萝卜——由女孩拿着"),
        ("火车站台上一个女孩 => 火车远一点", "改了：火车——变小"),
        ("一个女孩和一个男孩和一只狗 => 他俩挥手", "改了：女孩——挥手；男孩——挥手"),
        ("街上一辆汽车 => 车脏兮兮的", "这些没有画出来：“脏兮兮”"),
        ("街上一辆汽车 => 车太脏了", "这些没有画出来：“脏”"),
        ("雪山脚下一座小木屋 => 屋前堆个雪人", "加了：雪人——在木屋前面"),
        ("夜晚一座小木屋 => 窗户亮着灯", "改了：亮灯的木屋——换掉了木屋"),
        ("夜晚一座小木屋 => 木屋亮起灯", "改了：亮灯的木屋——换掉了木屋"),
        ("夜晚一座房子 => 窗户亮起灯", "这些没有画出来：“亮灯”"),
        ("桌上一个篮子 => 多放点苹果", "加了：苹果 × 3——在桌子上面"),
        ("公园里一个女孩 => 多种几棵树", "加了：树 × 3"),
        ("公园里一个女孩和一只狗 => 女孩抱起狗", "改了：女孩——姿势；狗——由女孩拿着"),
        ("公园里一个女孩和一只狗 => 草绿一点", "图里已经是这样了"),
        ("草地上一个男孩和一个女孩 => 别离那么远", "移动了：男孩——往左；女孩——往右"),
        ("公园里一个女孩和一只狗 => 狗换到另一边", "移动了：狗——往右"),
        ("公园里一个女孩和一个男孩 => 一人一顶帽子", "加了：帽子 × 2——在男孩和女孩身上"),
        ("公园里一个女孩 => 加句话“你好”", "现在：文字“你好”"),
        ("公园里一个女孩 => 写上名字小美", "现在：文字“小美”"),
        ("街上一辆汽车和一个老奶奶 => 奶奶上车", "改了：老奶奶——坐着、在汽车里面、变小、转了方向"),
        ("街上一辆公交车和一个男孩 => 男孩上车了", "改了：男孩——坐着、在公交车里面、变小、转了方向"),
        ("桌上一个蛋糕 => 加根蜡烛", "加了：蜡烛——在蛋糕上面"),
        ("桌上一个蛋糕 => 桌上太空了，加个苹果", "加了：苹果——在桌子上面"),
        ("一座房子 => 房子破旧一点", "这些没有画出来：“破旧”"),
    ],
)
def test_what_is_asked_in_passing(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


def test_who_is_fed_in_a_first_picture() -> None:
    fed = first_picture("小孩在喂兔子胡萝卜")
    assert [(one.kind, one.pose) for one in fed.objects] == [
        ("rabbit", None),
        ("child", "feed"),
        ("carrot", None),
    ]


@pytest.mark.parametrize("wish", ["火车站台上一个女孩拖着箱子", "机场里一个男人拉着箱子"])
def test_what_is_pulled_along_is_a_suitcase(wish: str) -> None:
    assert "suitcase" in {one.kind for one in first_picture(wish).objects}
