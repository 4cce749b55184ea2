"""What two of a picture do together or to each other, as Chinese tells it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_COUPLE = "一个男孩和一个女孩"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_COUPLE} => 女孩拉着他跑", "改了：男孩——手拉手跑着；女孩——手拉手跑着、和男孩挨着"),
        (f"{_COUPLE} => 女孩拉着男孩", "改了：男孩——手牵手；女孩——手牵手、和男孩挨着"),
        (f"{_COUPLE} => 女孩挽着男孩的胳膊", "改了：男孩——手牵手；女孩——手牵手、和男孩挨着"),
        (f"{_COUPLE} => 挽着手", "改了：男孩——手牵手；女孩——手牵手、和男孩挨着"),
        (f"{_COUPLE} => 男孩搂着女孩的肩", "改了：男孩——抱着；女孩——抱着、和男孩挨着"),
        (
            f"{_COUPLE} => 男孩和她碰杯",
            "改了：男孩——碰杯；女孩——碰杯、和男孩挨着。加了：酒杯 × 2——由男孩和女孩拿着",
        ),
        (f"{_COUPLE} => 给女孩倒茶", "加了：茶壶——由男孩拿着；茶杯——由女孩拿着"),
        (
            f"{_COUPLE} => 女孩给男孩喂饭",
            "改了：女孩——喂食、在男孩旁边。加了：勺子——由女孩拿着",
        ),
        (f"{_COUPLE} => 女孩扑进他怀里", "改了：男孩——抱着；女孩——抱着、和男孩挨着"),
        ("一个奶奶和孙子 => 奶奶搂着孙子", "改了：奶奶——抱着；孙子——抱着、和奶奶挨着"),
        ("一个男孩在雨里 => 女孩给他打伞", "加了：女孩——在男孩旁边；伞——由女孩拿着"),
        ("一对新人 => 宾客们鼓掌", "图里没有宾客"),
        (f"{_COUPLE} => 两人对视", "改了：男孩——朝着女孩；女孩——朝着男孩"),
        (f"{_COUPLE} => 背靠背", "画不出“男孩”、“女孩”的这个姿势，按平常的样子画"),
        ("一个女孩和一只狗 => 让她跟狗玩", "改了：女孩——扔着、朝着狗。加了：球——由女孩拿着"),
        ("一个女孩和一只狗 => 狗在喝水", "加了：一碗水——在狗前面"),
        ("两只狗 => 让狗吃饭", "加了：一碗狗粮——在左边的狗前面"),
        ("一个女孩 => 擦汗", "改了：女孩——擦汗。加了：毛巾——由女孩拿着"),
        ("一个女孩 => 伸懒腰", "改了：女孩——伸懒腰"),
        ("一个农民 => 挥手告别", "改了：农民——挥手"),
        (
            "爷爷在公园里 => 爷爷在喂笼子里的鸟",
            "改了：爷爷——伸手、在鸟笼旁边、变小。加了：鸟笼；鸟——在鸟笼里面",
        ),
        ("爷爷坐在椅子上 => 膝盖上趴一只猫", "加了：猫——由爷爷拿着"),
        ("爷爷在看书 => 膝盖上趴一只猫", "改了：爷爷——在椅子上面、变大。加了：椅子；猫——由爷爷拿着"),
    ],
)
def test_both_do_what_is_told_of_both(talked: str, told: str) -> None:
    assert talk(talked)[0].told == told


def test_a_dog_that_is_not_there_comes_to_be_played_with() -> None:
    assert {one.kind for one in talk("一个女孩 => 她在跟狗玩")[0].scene.objects} == {"girl", "dog", "ball"}


@pytest.mark.parametrize("wish", ["孩子们手拉手", "手拉手站成一排", "大家手牵手跑"])
def test_all_are_hand_in_hand(wish: str) -> None:
    objects = talk(f"五个孩子 => {wish}")[0].scene.objects
    assert {one.pose for one in objects} == {"dash" if "跑" in wish else "hands"}


def test_all_stand_round_what_comes() -> None:
    scene = talk("一群孩子 => 手拉手围着圣诞树")[0].scene
    tree = next(one for one in scene.objects if one.kind == "christmas-tree")
    around = [one for one in scene.objects if one.rel is not None and one.rel.to == tree.id]
    assert len(around) == len(scene.objects) - 1


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("一只狗在喝水", {"dog", "water-bowl"}),
        ("一只小猫在吃饭", {"cat", "food-bowl"}),
    ],
)
def test_animals_drink_from_a_bowl(wish: str, kinds: set[str]) -> None:
    assert {one.kind for one in talk(f"{wish} => 加一朵云")[0].scene.objects} == kinds | {"cloud"}


@pytest.mark.parametrize("wish", ["对面坐个老奶奶", "加一个老奶奶跟他下棋", "旁边坐着一个男孩"])
def test_who_joins_somebody_at_a_table_has_room_there(wish: str) -> None:
    scene = talk(f"一个老爷爷在下棋 => {wish}")[0].scene
    table = next(one for one in scene.objects if one.kind == "dining-table")
    players = [one.id for one in scene.objects if one.rel is not None and one.rel.type == "behind"]
    assert len(players) == 2
    left, _, right, _ = scene.layout[table.id].box
    assert all(left < scene.layout[key].x < right for key in players)


@pytest.mark.parametrize("wish", ["男孩给女孩递书", "男孩送她礼物", "男孩给女孩送花", "男孩给她递水"])
def test_what_is_given_is_held_out(wish: str) -> None:
    scene = talk(f"{_COUPLE} => {wish}")[0].scene
    assert next(one for one in scene.objects if one.kind == "boy").pose == "give"


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("学生们鼓掌", "改了：学生 × 3——鼓掌"),
        ("学生们举手", "改了：学生 × 3——举手"),
        ("学生们看书", "改了：学生 × 3——读着。加了：书 × 3——由学生拿着"),
        ("学生们大一点", "改了：学生 × 3——变大"),
    ],
)
def test_several_are_meant_all(wish: str, told: str) -> None:
    assert talk(f"三个学生 => {wish}")[0].told == told


def test_what_turns_in_the_hand_is_no_mill() -> None:
    kinds = {one.kind for one in talk("一个女孩 => 手里拿个风车")[0].scene.objects}
    assert kinds == {"girl", "pinwheel"}
