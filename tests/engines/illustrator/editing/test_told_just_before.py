"""In Chinese a noun that comes again in a change means what the change has just brought, and one of a kind is counted once."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("wish", "edit", "bearer", "borne"),
    [
        ("草地上一张桌子", "右边再放一张桌子，桌子上放个蛋糕", "dining-table", "cake"),
        ("客厅里有一张桌子", "窗边再放张桌子，桌子上放个苹果", "dining-table", "apple"),
        ("草地上一个篮子", "旁边再放一个篮子，篮子里有三个苹果", "basket", "apple"),
        ("河边有棵树", "右边种一棵树，树上有只鸟", "tree", "bird"),
        ("阳台上一盆花", "旁边放一盆玫瑰", "flower-pot", "rose"),
    ],
)
def test_it_goes_to_the_new_one(wish: str, edit: str, bearer: str, borne: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    assert sum(one.kind == bearer for one in scene.objects) == 2
    for one in scene.objects:
        if one.kind == borne:
            assert one.rel is not None
            assert base.thing(one.rel.to) is None


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("窗台上一盆多肉", ["bay-window", "succulent"]),
        ("窗台上一盆仙人掌", ["bay-window", "potted-cactus"]),
        ("端午节赛龙舟，河上两条龙舟", ["dragon-boat", "dragon-boat"]),
        ("一栋三层小洋楼，门前有草坪", ["house-with-garden"]),
        ("一栋五层的公寓", ["apartment-block"]),
    ],
)
def test_one_of_each(wish: str, kinds: list[str]) -> None:
    assert [one.kind for one in first_picture(wish).objects] == kinds


def test_a_train_instead_is_no_carriage_to_be_in() -> None:
    answer = talk("高铁开过田野 => 高铁换成绿皮火车")[0]
    assert (answer.scene.env.place, [one.kind for one in answer.scene.objects]) == ("meadow", ["train"])


def test_night_that_is_near_is_dusk() -> None:
    assert [one.scene.env.time for one in talk("一头牛 => 天快黑了 => 天黑了")] == ["sunset", "night"]


def test_each_new_pot_has_its_flower() -> None:
    scene = talk("一扇门 => 门旁边摆两盆花")[0].scene
    pots = [one.id for one in scene.objects if one.kind == "flower-pot"]
    assert len(pots) == 2
    assert sorted(one.rel.to for one in scene.objects if one.kind == "flower" and one.rel is not None) == pots


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("早餐：煎蛋、牛奶和面包放在木桌上", ["dining-table", "fried-egg", "milk", "bread"]),
        ("晚饭：米饭、红烧肉和青菜", ["rice", "braised-pork", "cabbage"]),
    ],
)
def test_a_meal_is_what_it_is_made_of(wish: str, kinds: list[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    assert [one.kind for one in composed.scene.objects] == kinds
    assert not composed.notes


def test_a_pool_below_a_waterfall_is_its_own() -> None:
    assert not compose_scene("瀑布下面有个水潭", ratio="1:1", seed=3, language="zh").notes
    answer = talk("瀑布下面有个水潭，几只小鹿在喝水 => 潭里加几条鱼")[0]
    assert [one.kind for one in answer.scene.objects].count("fish") == 3


def test_the_moon_is_told_by_its_name() -> None:
    assert talk("中秋节晚上，嫦娥 => 月亮大一点")[0].told == "现在：月亮——变大"
    assert talk("一头牛 => 太阳大一点")[0].told == "现在：太阳——变大"
