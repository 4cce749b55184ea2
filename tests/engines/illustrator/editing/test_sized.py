"""A newcomer that is said to be large or small is drawn so, beside what it would be; where it has no room for that, it is told."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.scene import Placement
from paintover.engines.illustrator.staging.told_size import LARGE, SMALL
from tests.engines.illustrator.told import Answer, changed, first_picture

LARGER = (
    ("a girl and a dog in a park", "add a {}tree", "tall "),
    ("a girl and a dog in a park", "put a {}rock next to the girl", "huge "),
    ("a boy on the beach", "add a {}tent on the left", "big "),
    ("a cat on a sofa in a living room", "add a {}dog next to the sofa", "very large "),
    ("a table in a room", "put a {}rock on the table", "huge "),
    ("公园里有一个女孩和一只狗", "加一棵{}树", "很高的"),
    ("公园里有一个女孩和一只狗", "加一棵{}树", "大"),
    ("沙滩上有一个男孩", "加一把{}伞", "高高的"),
    ("客厅里沙发上有一只猫", "加一只{}狗", "很大的"),
    ("公园里有一张长椅", "长椅上放一个{}箱子", "巨大的"),
)
SMALLER = (
    ("a girl and a dog in a park", "add a {}tree", "little "),
    ("a boat on a lake", "add a {}bird on the left", "tiny "),
    ("a cat on a sofa in a living room", "add a {}mouse", "tiny "),
    ("a table with a teapot and two cups", "put a {}vase on the table", "small "),
    ("a chair in a kitchen", "put a {}bird on the chair", "tiny "),
    ("公园里有一个女孩和一只狗", "加一棵{}树", "小"),
    ("农场里有一头牛和一个谷仓", "加一头{}象", "小"),
    ("雪地里的一座房子", "加一只{}蝴蝶", "很小的"),
    ("公园里有一个女孩和一只狗", "在女孩旁边放一块{}石头", "小"),
)
_SAID = ("large", "small", "比平常", "大", "小", "room for", "已是")


def _one(wish: str, edit: str) -> tuple[Answer, Placement]:
    before = first_picture(wish)
    answer = changed(before, edit)
    (new,) = [one for one in answer.scene.objects if before.thing(one.id) is None]
    return answer, answer.scene.layout[new.id]


def _times(wish: str, edit: str, word: str) -> tuple[str, float]:
    plain = edit.format("").replace("a a", "an a")
    answer, sized = _one(wish, edit.format(word))
    return answer.told, sized.scale / _one(wish, plain)[1].scale


@pytest.mark.parametrize(("wish", "edit", "word"), LARGER)
def test_what_comes_in_large_is_seen_to_be_large(wish: str, edit: str, word: str) -> None:
    told, times = _times(wish, edit, word)
    assert times >= LARGE - 0.06
    assert any(said in told for said in _SAID), told


@pytest.mark.parametrize(("wish", "edit", "word"), SMALLER)
def test_what_comes_in_small_is_seen_to_be_small(wish: str, edit: str, word: str) -> None:
    told, times = _times(wish, edit, word)
    assert times <= SMALL
    assert any(said in told for said in _SAID), told


@pytest.mark.parametrize(
    ("wish", "edit", "no_room"),
    [
        ("a rock on the beach", "add a tall dragon on the rock", "as large as there is room for"),
        ("沙滩上有一块石头", "石头上面加一匹大马", "已是放得下的最大"),
    ],
)
def test_where_there_is_no_room_to_be_large_the_answer_says_so(wish: str, edit: str, no_room: str) -> None:
    assert no_room in changed(first_picture(wish), edit).told


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a park", "add a little girl"),
        ("公园", "加一只小狗"),
        ("公园", "加一头大象"),
        ("a kitchen with a table", "add a little salt on the table"),
        ("a girl in a park", "give her a short red dress"),
    ],
)
def test_what_is_called_so_anyway_has_its_usual_size(wish: str, edit: str) -> None:
    before = first_picture(wish)
    scene = changed(before, edit).scene
    assert [one.size for one in scene.objects if before.thing(one.id) is None] == [None]


def test_a_small_tree_is_one_more_and_not_fewer_trees() -> None:
    answer = changed(first_picture("公园"), "加一棵小树")
    assert [one.kind for one in answer.scene.objects] == ["tree"]
    assert changed(first_picture("公园"), "树少一点").scene.env.scenery.trees < 0


@pytest.mark.parametrize(
    ("wish", "edit", "kind", "size"),
    [
        ("书桌上有一台电脑", "右边放一大杯咖啡", "coffee", "large"),
        ("桌子上有一个蛋糕", "放一小杯茶", "tea", "small"),
        ("桌子上有一个蛋糕", "旁边放一个小盘子", "plate", "small"),
    ],
)
def test_a_large_cup_of_something_is_one_thing(wish: str, edit: str, kind: str, size: str) -> None:
    before = first_picture(wish)
    answer = changed(before, edit)
    (new,) = [one for one in answer.scene.objects if before.thing(one.id) is None]
    assert (new.kind, new.size) == (kind, size)
    assert "比平常" in answer.told
