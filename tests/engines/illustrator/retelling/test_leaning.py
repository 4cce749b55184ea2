"""Who leans on somebody's shoulder."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    "wish",
    ["女孩靠在男孩肩膀上", "a girl leaning on a boy's shoulder", "一对情侣坐在长椅上，女孩靠在男孩肩上"],
)
def test_nobody_is_up_there(wish: str) -> None:
    scene = first_picture(wish)
    people = {one.id for one in scene.objects if one.kind != "bench"}
    assert len(people) == 2
    assert not any(
        one.rel is not None and one.rel.type == "on" and one.rel.to in people for one in scene.objects
    )


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("一对情侣在公园", "女的靠在他肩上", "移动了：女人——往右"),
        ("妈妈和女儿在公园", "女儿把头靠在妈妈肩膀上", "移动了：女儿——往右"),
        ("妈妈和女儿在公园", "女儿依偎着妈妈", "移动了：女儿——往右"),
        ("a couple in the park", "she leans on his shoulder", "Moved: woman – to the right"),
        ("一对情侣在公园长椅上坐着", "女的靠在他肩上", "画不出“女人”的这个姿势，按平常的样子画"),
    ],
)
def test_who_leans_comes_close(wish: str, edit: str, told: str) -> None:
    assert changed(first_picture(wish), edit).told == told


@pytest.mark.parametrize(
    ("wish", "many"),
    [
        ("一对情侣在海边，男生看手机，女生吃冰淇淋", 2),
        ("一对夫妻在厨房，老公做饭，老婆切菜", 2),
        ("a couple on a bench, the girl holding flowers", 2),
        ("一对情侣在公园，旁边有个女孩在跑步", 3),
    ],
)
def test_the_girl_of_a_couple_is_one_of_the_two(wish: str, many: int) -> None:
    people = {"man", "woman", "girl", "boy"}
    assert sum(one.kind in people for one in first_picture(wish).objects) == many
