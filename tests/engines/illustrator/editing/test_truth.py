"""What an answer says and what the picture shows: sorts of faults that were told as done, or not told at all."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "upon", "what"),
    [
        ("a cat on a table with a cup on it", "dining-table", "cup"),
        ("a girl on a bench with a bag on it", "bench", "handbag"),
        ("a man behind a desk with a laptop on it", "desk", "laptop"),
        ("two kids at a table with a cake on it", "dining-table", "cake"),
    ],
)
def test_what_is_on_it_is_on_what_was_named_last(wish: str, upon: str, what: str) -> None:
    scene = first_picture(wish)
    ground = {one.kind: one.id for one in scene.objects}[upon]
    borne = [
        one for one in scene.objects if one.rel is not None and one.rel.to == ground and one.kind == what
    ]
    assert len(borne) == 1


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("火车站停着一列火车", ["station", "train"]),
        ("一碗水果", ["fruit-bowl"]),
        ("桌上一瓶花", ["dining-table", "vase", "flower"]),
        ("桌上有一瓶玫瑰花", ["dining-table", "vase", "rose"]),
    ],
)
def test_so_many_are_drawn_and_in_what_they_are(wish: str, kinds: list[str]) -> None:
    assert [one.kind for one in first_picture(wish).objects] == kinds


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个新娘 => 给新娘一束花", "加了：一束花——由新娘拿着"),
        ("妈妈在厨房 => 给妈妈一束鲜花", "加了：一束花——由妈妈拿着"),
        ("一个女孩 => 她皱着眉头", "改了：女孩——难过"),
        ("圣诞树下有礼物 => 顶上加颗星星", "加了：星星——在圣诞树上面"),
        ("桌上三个苹果一个杯子 => 杯子改成红色 => 拿走两个", "去掉了：3 个苹果里的 2 个"),
        ("three dogs and a cat => make the cat black => remove two", "Removed: 2 of the 3 dogs"),
        ("一个女孩 => 加三只小狗 => 让它们睡觉", "改了：小狗 × 3——睡着"),
        ("一个男孩牵着一只狗和一个女孩 => 让他们笑", "改了：男孩——开心；女孩——开心"),
        ("a coffee cup and a croissant => put a napkin under the croissant", "Added: napkin – in front of the croissant"),
    ],
)  # fmt: skip
def test_it_is_done_to_whom_it_is_said(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    "talked",
    ["小红帽遇见了大灰狼 => 狼太凶了，让它哭", "a fox and a wolf => the wolf is too scary, make it cry"],
)
def test_a_complaint_is_no_wish(talked: str) -> None:
    assert talk(talked)[-1].notes == ()


@pytest.mark.parametrize("what", ["castle", "rock", "turtle", "treasure chest"])
def test_what_comes_into_a_tank_is_within_it(what: str) -> None:
    scene = talk(f"a fish tank with two goldfish => put a {what} in the tank")[-1].scene
    tank, new = scene.layout[scene.objects[0].id].box, scene.layout[scene.objects[-1].id].box
    assert tank[0] <= new[0] < new[2] <= tank[2]
    assert tank[1] <= new[1] < new[3] <= tank[3]
