"""All but who was spoken of, and others that are not there, in Chinese."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_THREE = "公园里三个女孩 => 给左边的女孩戴帽子"
_FAMILY = "公园里一个爸爸一个妈妈和一个女孩和一只狗"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("去掉其他人", "去掉了：3 个女孩里的 2 个"),
        ("别人都不要了", "去掉了：3 个女孩里的 2 个"),
        ("让其他人哭", "改了：3 个女孩里的 2 个——哭"),
        ("把其他人的衣服换成蓝色", "改了：3 个女孩里的 2 个——衣服蓝色"),
        ("其余女孩的衣服换成蓝色", "改了：3 个女孩里的 2 个——衣服蓝色"),
        ("给其他人也戴上帽子", "加了：帽子 × 2——在中间的女孩和右边的女孩身上"),
        ("除了她，其他人都去掉", "去掉了：3 个女孩里的 2 个"),
    ],
)
def test_the_others_are_all_but_whom_the_last_change_was_about(edit: str, told: str) -> None:
    answer = talk(f"{_THREE} => {edit}")[1]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("只要女孩，其他人不要", "去掉了：爸爸、妈妈"),
        ("保留女孩，去掉其他人", "去掉了：爸爸、妈妈"),
        ("把其他人都去掉，只留女孩", "去掉了：爸爸、妈妈"),
        ("只留下狗，其他都去掉", "去掉了：爸爸、妈妈、女孩"),
        ("女孩穿红衣服，其他人穿蓝衣服", "改了：爸爸——衣服蓝色；妈妈——衣服蓝色；女孩——衣服红色"),
        ("女孩坐下，其他的不要改", "改了：女孩——坐着"),
    ],
)
def test_who_is_left_out_is_named_in_the_same_wish(edit: str, told: str) -> None:
    assert talk(f"{_FAMILY} => {edit}")[0].told == told


@pytest.mark.parametrize(
    ("talked", "said"),
    [
        ("公园里三个女孩 => 去掉其他人", "不知道“其他人”是除了谁以外；可以说“除了左边的人，都……”"),
        ("公园里一个女孩 => 给她戴帽子 => 去掉其他人", "图里没有其他人"),
        ("公园里一个女孩 => 给另一个女孩戴帽子", "图里的女孩只有 1 个"),
        ("公园里一个女孩 => 另一个女孩的裙子换成红色", "图里的女孩只有 1 个"),
        ("公园里三个女孩 => 给另一个女孩戴帽子", "图里有 3 个女孩；请说左边的、右边的，或者第几个"),
        ("公园里两个女孩 => 第三个的衣服换成红色", "图里的女孩只有 2 个"),
        ("公园里两只猫 => 第三只变成黑色", "图里的猫只有 2 个"),
    ],
)
def test_nobody_is_taken_for_who_is_not_there(talked: str, said: str) -> None:
    assert talk(talked)[-1].told == said


@pytest.mark.parametrize("came", ["加三个人", "身后加三个人 => 加一棵树"])
def test_people_who_came_are_the_others(came: str) -> None:
    assert talk(f"公园里一个女孩 => {came} => 去掉其他人")[-1].told == "去掉了：人 × 3"


def test_those_of_whom_one_was_changed_go() -> None:
    answer = talk("公园里四只小狗 => 把最左边的涂成黑色 => 去掉其他的")[1]
    assert answer.told == "去掉了：4 个小狗里的 3 个"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("剩下的女孩都戴帽子", "加了：帽子 × 2——在女孩身上"),
        ("剩下的坐下 => 剩下的女孩都戴帽子", "加了：帽子 × 2——在女孩身上"),
    ],
)
def test_who_is_left_are_all_once_others_went(edit: str, told: str) -> None:
    assert talk(f"公园里三个女孩 => 去掉左边的女孩 => {edit}")[-1].told == told
