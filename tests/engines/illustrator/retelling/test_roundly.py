"""What is said in two steps, or with a reason ahead, is done in one."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.grammar.plain_words import in_simplified
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a fox sleeping under a tree => add three mushrooms => wake it up", "Changed: fox – standing"),
        ("一个女孩在公园 => 小狗也来，坐在她左边", "加了：小狗——坐着、在女孩左边"),
        ("一个男孩在公园 => 天快黑了，改成傍晚吧", "现在：日落"),
        ("一只狗和一棵树 => 让狗跑过去", "改了：狗——跑着"),
        ("三个小朋友在操场上踢足球 => 再加一个小朋友当守门员", "加了：守门员——衬衫黄色、短裤黄色"),
        ("一个男孩和一只小狗 => 小狗太小了，画大一点", "改了：小狗——变大"),
        ("一个人在河边钓鱼 => 把他旁边放个水桶", "加了：水桶——在人旁边"),
        ("公交车停在站牌旁 => 公交车变成黄色 => 后面再来一辆自行车", "加了：自行车——在公交车后面"),
        ("老师站在黑板前 => 黑板上写“你好” => 把字改成“下课啦”", "改了：黑板——写着“下课啦”"),
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


def test_the_words_on_the_board_are_those_that_change() -> None:
    scene = talk('a teacher in a classroom => write "HELLO" on the blackboard => change the text to "BYE"')[
        -1
    ].scene
    assert (scene.env.scenery.chalk, scene.caption) == ("BYE", None)


def test_a_western_comma_parts_chinese_clauses() -> None:
    assert in_simplified("农夫在開拖拉机,旁边有两头牛") == "农夫在开拖拉机，旁边有两头牛"
    assert in_simplified("牌子上写“你好,世界”,放左边") == "牌子上写“你好,世界”，放左边"
    assert in_simplified("a cat,a dog") == "a cat,a dog"
