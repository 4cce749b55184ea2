"""What somebody does who says something, who is spoken of beside the others, and what is set down."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("爸爸和孩子在校门口 => 孩子挥手说“再见”", "改了：孩子——挥手、说“再见”"),
        ("爸爸和孩子在校门口 => 让孩子哭着说“我不去”", "改了：孩子——哭、说“我不去”"),
        ("男孩在公园 => 他生气地说“走开”", "改了：男孩——生气、说“走开”"),
        ("男孩在公园 => 他说“你好”", "改了：男孩——说“你好”"),
        ("新娘在花园 => 新郎在旁边鼓掌", "加了：新郎——鼓掌"),
        ("医生在医院 => 护士在旁边笑", "加了：护士——开心、在医生旁边"),
        ("一对父女在公园 => 爸爸在旁边拍手", "改了：男人——鼓掌"),
        ("男孩拿着书 => 放下手里的书", "改了：书——在男孩旁边"),
        ("男孩拿着书 => 把手里的东西放下", "改了：书——在男孩旁边"),
        ("男孩在公园 => 放下手机", "图里没有手机"),
        ("男孩在公园举手 => 男孩放下手", "改了：男孩——站着"),
        ("新郎新娘在教堂 => 地上铺红毯", "加了：红地毯"),
        ("小明在跑步 => 歇会儿", "改了：男孩——坐着"),
        ("妈妈在厨房 => 妈妈端杯热水", "水——由妈妈拿着"),
    ],
)
def test_it_is_done(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


def test_who_stands_up_keeps_their_size() -> None:
    answers = talk("小明在教室里举手 => 加个老师 => 小明站起来")
    assert answers[-1].told == "改了：男孩——站着"


def test_one_who_jumps_and_shouts_is_one() -> None:
    (boy,) = first_picture("一个男孩跳起来喊“耶”").objects
    assert (boy.kind, boy.pose) == ("boy", "jump")


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("两个同学在公园 => 右边的同学小声说“醒醒”", "改了：右边的同学——说“醒醒”"),
        ("三个同学在公园 => 右边的笑着说“哈哈”", "改了：右边的同学——开心、说“哈哈”"),
        ("三个同学在公园 => 中间的同学说“嗨”", "改了：中间的同学——说“嗨”"),
        (
            'two girls in a park => the girl on the right says "hi"',
            "Changed: right girl – says “hi”",
        ),
        (
            "五个小朋友在教室 => 左边的小朋友坐下，其他人拍手",
            "改了：左数第 1 个小朋友——坐着；5 个小朋友里的 4 个——鼓掌",
        ),
        ("厨师在厨房 => 厨师留个小胡子", "加了：小胡子——在厨师身上"),
        ("小女孩在花园 => 爸爸在旁边拿相机拍照", "加了：爸爸——在小女孩旁边；相机——由爸爸拿着"),
        ("一个女人在商店 => 旁边店员拿着高跟鞋", "加了：店员——围裙、在女人旁边；高跟鞋——由店员拿着"),
        ("一个小朋友在洗手 => 最后一个小朋友打哈欠", "改了：小朋友——打哈欠"),
        ("男孩在公园 => 男孩竖个大拇指", "改了：男孩——竖大拇指"),
        ("男孩在公园 => 男孩擦擦汗", "改了：男孩——擦汗。加了：毛巾——由男孩拿着"),
    ],
)
def test_who_is_meant_and_what_they_do(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert answer.notes == ()
