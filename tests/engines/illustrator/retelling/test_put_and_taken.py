"""What goes, comes and changes places, as people type it in Chinese."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里一个女孩 => 别画云了", "现在：云——没有了"),
        ("公园里一个女孩 => 拿走云", "现在：云——没有了"),
        ("厨房里一个厨师 => 别画窗帘了", "现在：窗帘——没有了"),
        ("公园里一个女孩 => 别画小路了", "图里没有小路"),
        ("海边一个男孩和一只狗 => 狗挡住男孩了，挪一下", "移动了：狗——往左"),
        ("海边一个男孩和一只狗 => 狗离我们近一点", "改了：狗——变大"),
        ("街上一辆汽车 => 想要公交车而不是汽车", "改了：公交车——换掉了汽车"),
        ("海边一个男孩和一只狗 => 螃蟹替掉狗", "改了：螃蟹——换掉了狗"),
        ("海边一个男孩和一只狗 => 狗用螃蟹替换掉", "改了：螃蟹——换掉了狗"),
        ("公园里三只小狗 => 加到五个", "加了：小狗 × 2"),
        ("公园里三只小狗 => 减到两只", "去掉了：右边的小狗"),
        ("公园里三只小狗 => 再来一对", "加了：小狗 × 2"),
        ("操场上一个男孩和一棵树，旁边一个书包 => 书包别放那儿，挪到树底下", "改了：书包——在树下面"),
        ("院子里一只母鸡和一只狗 => 狗挪远点别吓着它们", "移动了：狗——往左"),
        ("桌子上一个苹果和一个梨 => 把它们都变成绿色", "改了：苹果——绿色；梨——绿色"),
        ("桌子上有四个苹果和两个香蕉 => 全部去掉", "去掉了：苹果 × 4、香蕉 × 2"),
        ("桌子上一个苹果和一个梨 => 把它们换个位置", "移动了：苹果——往右；梨——往左"),
        (
            "草地上一只狗和一只猫 => 他俩换一下位置",
            "改了：狗——转了方向；猫——转了方向。移动了：狗——往左；猫——往右",
        ),
        (
            "雪地里一个雪人和一个小孩 => 它俩换个位置",
            "改了：雪人——转了方向；小孩——转了方向。移动了：雪人——往左；小孩——往右",
        ),
        ("生日桌上一个蛋糕 => 旁边放两个杯子蛋糕", "加了：杯子蛋糕 × 2——在桌子上面"),
        ("阳台上一只猫和三盆花 => 猫换个位置，放右边", "移动了：猫——往右"),
        ("公园里一张长椅 => 长椅两边各种一棵树", "加了：树——在长椅左边；树——在长椅右边"),
        (
            "房间里一张桌子，桌子上一个花瓶 => 花瓶别放桌子上，放到地上",
            "改了：花瓶——在桌子旁边",
        ),
        ("房间里一张桌子，桌子上一个花瓶 => 花瓶别放桌子上", "改了：花瓶——在桌子旁边"),
        ("街上一辆汽车 => 路中间放个箱子", "加了：箱子"),
        ("海边一个男孩 => 海旁边加一只猫", "加了：猫"),
        ("雪地里一个雪人 => 旁边再堆个小的", "加了：雪人——比平常小"),
        ("公园里三只小狗 => 一个就够了", "去掉了：3 个小狗里的 2 个"),
    ],
)
def test_what_goes_comes_and_makes_room(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


@pytest.mark.parametrize(
    ("talked", "left"),
    [
        ("海边一个男孩和一只狗 => 狗到男孩的另一边", ("boy", "dog")),
        ("海边一个男孩和一只狗 => 让狗在男孩的右边", ("boy", "dog")),
        ("公园里一棵树，旁边有一个男孩 => 把树移到男孩右边", ("boy", "tree")),
    ],
)
def test_it_is_at_that_side_afterwards(talked: str, left: tuple[str, str]) -> None:
    scene = talk(talked)[0].scene
    ordered = sorted(scene.objects, key=lambda one: scene.layout[one.id].x)
    assert tuple(one.kind for one in ordered) == left


@pytest.mark.parametrize(
    ("talked", "kind", "other", "nearer"),
    [
        ("公园里一棵树，旁边有一个男孩 => 把树移到男孩前面", "tree", "boy", True),
        ("客厅里一只猫，猫后面有一个沙发 => 把猫放到沙发后面", "cat", "couch", False),
    ],
)
def test_what_others_stand_to_may_go_before_or_behind_them(
    talked: str, kind: str, other: str, nearer: bool
) -> None:
    answer = talk(talked)[0]
    feet = {one.kind: answer.scene.layout[one.id].base for one in answer.scene.objects}
    assert (feet[kind] > feet[other]) is nearer
    assert "单独" not in answer.told


@pytest.mark.parametrize(
    ("talked", "across", "down"),
    [
        ("海边一个男孩和一只狗 => 右上角加一只鸟", 1, 0),
        ("公园里一个女孩 => 左下角再画个人", 0, 1),
        ("厨房里一个厨师站在桌子旁 => 右上角挂个灯笼", 1, 0),
    ],
)
def test_what_comes_to_a_corner_is_there(talked: str, across: int, down: int) -> None:
    scene = talk(talked)[0].scene
    left, top, right, bottom = scene.layout[scene.objects[-1].id].box
    assert (left > 512, top > 512) == (bool(across), bool(down)), (left, top, right, bottom)


@pytest.mark.parametrize(
    ("talked", "note"),
    [
        ("公园里一个女孩 => 墙上加一只鸟", "图里没有墙"),
        ("厨房里一个厨师 => 墙上再画个人", "“墙上”没画成：人不在墙上"),
        ("公园里一个女孩 => 门口放个花盆", "图里没有门"),
    ],
)
def test_a_wall_or_a_door_that_is_not_there_is_told_of(talked: str, note: str) -> None:
    answer = talk(talked)[0]
    assert answer.told.startswith("加了")
    assert answer.notes == (note,)


def test_nothing_comes_to_a_window_out_of_doors() -> None:
    assert talk("公园里一个女孩 => 窗边放个花盆")[0].told == "图里没有窗户"


def test_what_hangs_on_the_wall_is_told_of_no_more() -> None:
    assert not talk("厨房里一个厨师 => 墙上挂一幅画")[0].notes


def test_the_floor_of_a_room_is_no_shore() -> None:
    assert talk("厨房里一个厨师 => 地上加一只鸟")[0].told == "加了：鸟"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里一个女孩和一只狗 => 不想要狗", "去掉了：狗"),
        ("公园里一个女孩和一只狗 => 我不想要这只狗", "去掉了：狗"),
        ("公园里一个女孩和一只狗 => 狗多余了", "去掉了：狗"),
        ("客厅里一个沙发 => 不想要窗帘", "现在：窗帘——没有了"),
        ("公园里一个戴帽子的女孩 => 不想要女孩戴帽子", "去掉了：帽子"),
        ("公园里一个女孩 => 不想要女孩戴帽子", "图里已经是这样了"),
        ("公园里一个女孩 => 不要太阳", "现在：太阳——没有了"),
        ("晚上公园里一个女孩 => 不要月亮", "现在：月亮——没有了"),
        ("公园里一个女孩 => 不要云", "现在：云——没有了"),
        ("公园里一个女孩 => 不要背景", "现在：背景——白色"),
    ],
)
def test_what_is_not_wanted_goes(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize("edit", ["不要草地", "去掉天空", "没有草地就好了", "草地太多了", "不想要草地"])
def test_what_a_place_is_made_of_is_said_to_be_of_the_backdrop(edit: str) -> None:
    assert "背景的一部分" in talk(f"公园里一个女孩 => {edit}")[0].told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("图书馆里一个女生在看书 => 对面加个男生", "加了：男生——在女生旁边"),
        ("公园里一个女孩 => 她对面加一只狗", "加了：狗——在女孩旁边"),
        ("客厅里一个女孩拿着一个球 => 脚边放个球", "加了：球"),
        ("客厅里奶奶在织毛衣 => 地上放个毛线球", "加了：毛线球"),
        ("客厅里一个女孩 => 桌上放杯茶", "加了：桌子；茶——在桌子上面"),
    ],
)
def test_who_is_opposite_is_beside_and_another_is_another(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("果园里一棵苹果树 => 苹果改成橘子", "改了：橘子树——换掉了苹果树"),
        ("果园里一棵苹果树 => 苹果树换成桃树", "改了：桃树——换掉了苹果树"),
        ("公园里一棵樱花树 => 换成梨树", "改了：梨树——换掉了樱花树"),
        (
            "an apple tree => replace it with an orange tree",
            "Changed: orange tree – instead of apple tree",
        ),
    ],
)
def test_a_fruit_tree_bears_its_own_fruit(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("公园里两个老奶奶 => 中间加个小孩", "加了：小孩——在老奶奶之间"),
        ("公园里一个男孩和一个女孩 => 中间加只狗", "加了：狗——在男孩和女孩之间"),
        ("雪地里两只企鹅 => 中间放个雪人", "加了：雪人——在企鹅之间"),
        ("公园里两个女孩坐在长椅上 => 中间放个书包", "加了：书包——在女孩之间"),
        ("公园里一个小孩 => 小孩手里拿个风车", "加了：小风车——由小孩拿着"),
    ],
)
def test_what_comes_to_the_middle_of_two_is_between_them(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("客厅里一个女孩 => 墙上挂个钟 => 墙上贴满照片", "画 × 5——挂在墙上"),
        ("客厅里一个女孩 => 墙上挂一张照片", "画——挂在墙上"),
        ("公园里一个男孩 => 他对面是一棵树", "加了：树——在男孩旁边"),
    ],
)
def test_photographs_hang_and_a_tree_opposite_is_one(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("池塘边一只青蛙 => 青蛙放荷叶上", "改了：青蛙——在荷叶上面、变小。加了：荷叶——在水里"),
        ("桌上一个苹果和一个篮子 => 苹果放篮子里", "改了：苹果——在篮子里面"),
        ("公园里一张长椅和一只猫 => 猫放到长椅下面", "改了：猫——在长椅下面、变小、转了方向"),
        ("桌上三个苹果 => 都放进碗里", "改了：苹果 × 3——在碗里面。加了：碗——在桌子上面"),
        ("桌上三个苹果 => 苹果放碗里", "改了：苹果 × 3——在碗里面。加了：碗——在桌子上面"),
        (
            "桌上三个苹果 => 左边的苹果放进碗里",
            "改了：左边的苹果——在碗里面。加了：碗——在桌子上面",
        ),
        ("桌上五个苹果 => 拿走两个 => 剩下的放进篮子里", "改了：苹果 × 3——在篮子里面。加了：篮子"),
        (
            "桌上三个苹果和两个梨 => 苹果放进碗里 => 剩下的放进盘子里",
            "改了：梨 × 2——在盘子上面。加了：盘子——在桌子上面",
        ),
        ("三个苹果在篮子里 => 都放到桌子上 => 放回篮子里", "改了：苹果 × 3——在篮子里面"),
        ("小孩放学路上 => 男孩放风筝", "加了：风筝——由小孩拿着"),
    ],
)
def test_all_go_where_they_are_put(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
