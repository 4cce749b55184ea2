"""What a clause leaves to the one before it, and how many there are to be."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个女人戴帽子 => 帽子换成黑的，大一点", "改了：帽子——黑色、变大"),
        (
            "两个男孩和两个女孩 => 男孩都戴帽子，女孩戴围巾",
            "加了：帽子 × 2——在男孩身上；围巾 × 2——在女孩身上",
        ),
        ("孩子们和妈妈在公园 => 孩子们都穿蓝衣服，妈妈穿红的", "改了：孩子 × 3——衣服蓝色；妈妈——衣服红色"),
        ("一群小朋友过生日，围着蛋糕 => 寿星戴生日帽", "加了：生日帽——在左数第 3 个小朋友身上"),
        ("一只猫 => 要有三只猫", "加了：猫 × 2"),
        ("老奶奶坐在轮椅上 => 老奶奶膝盖上盖条毯子", "加了：毯子——盖着老奶奶"),
        ("妈妈和女儿在公园 => 妈妈给她系条红围巾", "围巾——红色、在女儿身上"),
        ("奶奶和小孙子在院子 => 奶奶跑过去扶他", "改了：奶奶——伸手、在小孙子"),
    ],
)
def test_it_is_said_in_full(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


def test_the_others_are_others() -> None:
    answer = talk("五个小朋友在教室 => 左边那个跳舞 => 其他人换成女孩")[-1]
    assert answer.told == "改了：女孩 × 4——换掉了小朋友"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("桌上有三个苹果和一个篮子 => 把苹果放进篮子里", "改了：苹果 × 3——在篮子里面"),
        ("三个气球和一棵树 => 把气球挂在树上", "改了：气球 × 3——在树上面"),
        ("老人 => 老人笑着摆摆手", "改了：老人——挥手、开心"),
        ("四个小姑娘跳芭蕾 => 镜子里能看见她们", "这些没有画出来：“镜子里能看见她们”"),
        ("湖边一只鹅 => 水里有鹅的倒影", "这些没有画出来：“水里有鹅的倒影”"),
    ],
)
def test_all_go_and_nobody_is_in_the_mirror(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("篮球队员投篮", {"basketball-player", "basketball"}),
        ("足球队员在踢球", {"footballer", "soccer-ball"}),
        ("摄影师给一家三口拍照", {"photographer", "man", "woman", "boy"}),
    ],
)
def test_players_are_no_balls(wish: str, kinds: set[str]) -> None:
    scene = first_picture(wish)
    assert {one.kind for one in scene.objects if one.rel is None or one.rel.type != "wear"} == kinds
