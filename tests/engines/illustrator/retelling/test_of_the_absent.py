"""Whose chair it is who is not in the picture: the chair is there, and its owner is not."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.of_the_absent import told_without_who_is_absent
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "who", "where"),
    [
        ("a teddy bear on a child's bed", "teddy-bear", "bed"),
        ("a boy sleeping in his parents' bed", "boy", "bed"),
        ("a cat on grandma's chair", "cat", "chair"),
        ("a lamp on the girl's desk", "lamp", "desk"),
        ("a kitten in grandma's knitting basket", "cat", "basket"),
        ("猫睡在奶奶的椅子上", "cat", "chair"),
        ("小狗趴在爸爸的沙发上", "dog", "couch"),
        ("孩子睡在爸爸妈妈的床上", "child", "bed"),
    ],
)
def test_what_is_on_it_is_on_it_and_nobody_else_is_there(wish: str, who: str, where: str) -> None:
    scene = first_picture(wish)
    kinds = {one.id: one.kind for one in scene.objects}
    assert sorted(kinds.values()) == sorted([who, where])
    tied = next(one for one in scene.objects if one.kind == who)
    assert tied.rel is not None
    assert kinds[tied.rel.to] == where


@pytest.mark.parametrize("wish", ["在外婆家的厨房里，妈妈包饺子", "a mouse in the queen's kitchen"])
def test_whose_room_it_is_is_not_in_it(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "kitchen"
    assert not any(one.kind in ("old-woman", "queen") for one in scene.objects)


@pytest.mark.parametrize(
    "wish",
    [
        "a boy sitting on his father's shoulders",
        "a bee on the girl's hat",
        "a dentist's office",
        "奶奶的头上有一只鸟",
        "妈妈和奶奶的椅子",
    ],
)
def test_who_is_there_stays(wish: str) -> None:
    assert told_without_who_is_absent(wish) == wish
