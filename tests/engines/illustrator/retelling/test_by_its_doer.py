"""What somebody does to a thing: 男孩把帽子摘了."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("男孩戴着帽子 => 男孩把帽子摘了", "去掉了：帽子"),
        ("护士戴着口罩 => 护士把口罩摘下来", "去掉了：口罩"),
        ("男孩穿着外套 => 让男孩把外套脱了", "去掉了：外套"),
        ("男孩戴着帽子 => 他把帽子摘了", "去掉了：帽子"),
        ("护士在医院 => 护士把口罩摘了", "图里没有口罩"),
        ("男孩和女孩戴着帽子 => 女孩把帽子换成红色", "改了：左边的帽子——红色"),
        ("男孩背着书包 => 男孩把书包放下", "改了：书包——在男孩旁边"),
        ("男孩在吃蛋糕，桌上有个苹果 => 男孩把苹果吃了", "去掉了：苹果"),
        ("爸爸和妈妈在客厅，桌上有杯子 => 爸爸把杯子拿走", "去掉了：杯子"),
        ("爸爸和妈妈在客厅，桌上有杯子 => 妈妈把杯子拿起来", "改了：妈妈——姿势；杯子——由妈妈拿着"),
        ("一个男孩在公园，地上有个球 => 男孩把球捡起来", "改了：男孩——姿势；球——由男孩拿着"),
        ("男孩和狗在公园 => 男孩把狗抱起来", "改了：男孩——姿势；狗——由男孩拿着"),
        ("一个女孩在公园 => 女孩把头发剪短", "改了：女孩——短发"),
        ("狗戴着项圈 => 狗把项圈摘了", "去掉了：项圈"),
        ("女孩戴着眼镜和帽子 => 女孩把眼镜和帽子都摘了", "去掉了：眼镜、帽子"),
        ("男孩和风筝 => 男孩把风筝放飞", "改了：风筝——飞着"),
        ("男孩拿着气球 => 男孩把气球送给女孩", "图里没有女孩"),
        ("两个男孩在公园 => 右边男孩旁边放个书包", "加了：书包——在右边的男孩旁边"),
    ],
)
def test_it_is_done_to_that_alone(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert answer.notes == ()


def test_what_is_handed_over_leaves_nobody_out() -> None:
    (answer,) = talk("女孩拿着花，妈妈在旁边 => 女孩把花递给妈妈")
    assert {one.kind for one in answer.scene.objects} == {"girl", "woman", "flower"}
