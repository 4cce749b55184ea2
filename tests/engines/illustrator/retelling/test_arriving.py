"""Who is told to come is there, once, as they are told to be."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.retelling.test_offhand import scene_of
from tests.engines.illustrator.told import talk

_CLASS, _KITCHEN, _PARK = "a boy in the classroom", "a man in the kitchen", "小男孩和小狗在公园"


@pytest.mark.parametrize(
    ("wish", "edit", "kinds", "pose", "mood"),
    [
        (_CLASS, "the teacher comes in looking angry", ["teacher"], None, "angry"),
        (_CLASS, "the teacher enters", ["teacher"], None, None),
        (_CLASS, "suddenly a dog runs in", ["dog"], "run", None),
        (_CLASS, "his friend comes in smiling", ["child"], None, "happy"),
        (_CLASS, "a girl comes in carrying a cake", ["girl", "cake"], "hold", None),
        (_KITCHEN, "the kids come running in", ["child", "child"], "run", None),
        (_KITCHEN, "his wife comes home tired", ["woman"], None, "tired"),
        (_KITCHEN, "some ducks walk by", ["duck", "duck", "duck"], "walk", None),
        (_PARK, "老师生气地走进来了", ["teacher"], "walk", "angry"),
        (_PARK, "爸爸急急忙忙地跑过来", ["man"], "run", None),
        (_PARK, "朋友们来了", ["child", "child"], None, None),
        (_PARK, "警察叔叔来了", ["police-officer"], None, None),
    ],
)
def test_who_comes_is_there(
    wish: str, edit: str, kinds: list[str], pose: str | None, mood: str | None
) -> None:
    before, after = scene_of(wish), scene_of(wish, edit)
    new = [one for one in after.objects if before.thing(one.id) is None]
    assert [one.kind for one in new] == kinds
    assert (new[0].pose, new[0].mood) == (pose, mood)
    assert {one.id for one in before.objects} <= {one.id for one in after.objects}


@pytest.mark.parametrize("edit", ["the dog runs up to the boy", "the boy comes over smiling", "小狗跑过来了"])
def test_who_is_there_comes_no_second_time(edit: str) -> None:
    wish = "a boy and a dog in the park" if edit.isascii() else _PARK
    assert [one.kind for one in scene_of(wish, edit).objects] == [one.kind for one in scene_of(wish).objects]


@pytest.mark.parametrize(
    ("edit", "who"),
    [("护士给他一颗糖", "nurse"), ("妈妈递给小男孩一颗糖", "woman"), ("老师送给他一颗糖", "teacher")],
)
def test_who_hands_something_comes_with_it(edit: str, who: str) -> None:
    after = scene_of("小男孩在教室里", edit)
    (giver,) = [one for one in after.objects if one.kind == who]
    (candy,) = [one for one in after.objects if one.kind == "candy"]
    assert candy.rel is not None
    assert (candy.rel.type, candy.rel.to) == ("hold", giver.id)


def test_nothing_is_said_of_the_coming_itself() -> None:
    (answer,) = talk(f"{_CLASS} => the teacher comes in looking angry")
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("妈妈推着婴儿车 => 宝宝在车里睡着了", "加了：宝宝——睡着、在婴儿车里面"),
        (
            "a woman pushing a stroller => the baby is sleeping in it",
            "Added: baby – sleeping, in the stroller",
        ),
        ("同学们在操场上跑步 => 旁边有人举着加油的牌子", "牌子——写着“加油”、由人拿着"),
        (
            "a grandpa on a park bench with a squirrel => he offers it a nut",
            "Added: nut – held by the squirrel",
        ),
        ("小猫在窗台上看雨 => 雨停了，出彩虹", "加了：彩虹——在窗外。现在：晴天"),
        ("小女孩在果园 => 她爬上梯子", "加了：梯子"),
        ("小女孩在果园 => 她坐上秋千", "加了：秋千"),
        ("a girl in a park => it starts raining", "Now: rain"),
        ("a man in a park => add pigeons around his feet", "Added: pigeons × 3"),
    ],
)
def test_what_is_told_of_the_absent_comes(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert told in answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("火车站台上一个男人等火车 => 火车来了,是绿色的", "改了：火车——绿色"),
        ("一个男孩在公园 => 公交车来了，是红色的", "加了：公交车——红色"),
        ("森林里小红帽遇到了大灰狼 => 狼坐下来", "改了：大灰狼——坐着"),
        ("沙发上坐着一个男孩 => 旁边坐个女孩", "加了：女孩——坐着、在沙发上面"),
        ("一个男孩在公园 => 旁边坐个女孩", "加了：女孩——坐着、在男孩旁边"),
        (
            "一个老爷爷坐在公园长椅上喂鸽子 => 旁边坐个老奶奶 => 他俩都穿上大衣",
            "加了：大衣 × 2——在老爷爷和老奶奶身上",
        ),
        (
            "a fox under a tree => add two mushrooms => make it night with a full moon",
            "Added: full moon. Now: night",
        ),
        ("a dog in a park => have the dog carry a stick in its mouth", "Added: stick – held by the dog"),
        ("a girl building a snowman => put a sign there that says KEEP OUT", "Added: sign – says “KEEP OUT”"),
    ],
)
def test_of_whom_it_is_told(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
