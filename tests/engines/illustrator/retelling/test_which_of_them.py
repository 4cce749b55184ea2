"""Who is meant of several, where Chinese tells no name: by side, by what they have on, by who they are not."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_THREE = "两个女孩和一个戴帽子的男孩"  # the boy stands on the left
_CLAD = "一个穿红衣服的女孩和一个穿蓝衣服的女孩"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("左边那个戴上眼镜", "加了：眼镜——在男孩身上"),
        ("最右边那位坐下", "改了：右边的女孩——坐着"),
        ("给左边那个一个气球", "加了：气球——由男孩拿着"),
        ("没戴帽子的坐下", "改了：女孩 × 2——坐着"),
        ("去掉没戴帽子的", "去掉了：女孩 × 2"),
        ("不戴帽子的女孩戴上眼镜", "加了：眼镜 × 2——在女孩身上"),
        ("戴帽子的坐下", "改了：男孩——坐着"),
        ("去掉戴帽子的", "去掉了：男孩"),
        ("给戴帽子的一个气球", "加了：气球——由男孩拿着"),
        ("男孩以外的人坐下", "改了：女孩 × 2——坐着"),
        ("把所有人的衣服改成绿色", "改了：女孩 × 2——衣服绿色；男孩——衣服绿色"),
        ("把女孩们的衣服改成绿色", "改了：女孩 × 2——衣服绿色"),
        ("把戴帽子的那个的衣服改成绿色", "改了：男孩——衣服绿色"),
        ("把没戴帽子的的衣服改成绿色", "改了：女孩 × 2——衣服绿色"),
        ("去掉帽子", "去掉了：帽子"),
    ],
)
def test_who_is_meant_is_told_by_name(edit: str, told: str) -> None:
    answer = talk(f"{_THREE} => {edit}")[0]
    assert (answer.told, answer.notes) == (told, ())


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("穿红衣服的头发变成金色", "改了：左边的女孩——黄色头发"),
        ("穿蓝衣服的那个的头发变成金色", "改了：右边的女孩——黄色头发"),
        ("红衣服的女孩的头发变成金色", "改了：左边的女孩——黄色头发"),
        ("左边那个的头发变成金色", "改了：左边的女孩——黄色头发"),
        ("她们的头发变成金色", "改了：女孩 × 2——黄色头发"),
        ("去掉蓝衣服那个", "去掉了：右边的女孩"),
        ("让蓝衣服那个挥手", "改了：右边的女孩——挥手"),
    ],
)
def test_hair_goes_by_whose_it_is(edit: str, told: str) -> None:
    assert talk(f"{_CLAD} => {edit}")[0].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("四个孩子在教室 => 一个举手，其他的看书 => 举手的戴眼镜", "加了：眼镜——在左数第 1 个孩子身上"),
        ("四个孩子在教室 => 一个举手，其他的看书 => 把举手的那个去掉", "去掉了：左数第 1 个孩子"),
        (
            "three kids in a park => one reads and the others dance => give the kid who is reading a balloon",
            "balloon – held by the left kid",
        ),
        ("three kids in a park => one reads and the others dance => the one who is reading cries", "left kid – crying"),
    ],
)  # fmt: skip
def test_who_does_something_already_is_meant_by_it(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told


@pytest.mark.parametrize("edit", ["黑猫变胖点", "让黑猫胖一点"])
def test_who_is_to_be_fatter_goes_by_the_colour(edit: str) -> None:
    assert talk(f"一只橘猫和一只黑猫 => {edit}")[0].told == "改了：右边的猫——变宽"


def test_who_lies_down_to_sleep_sleeps() -> None:
    answer = talk("三只小猪站在草地上 => 左边的趴下睡觉")[0]
    assert (answer.told, answer.notes) == ("改了：左边的小猪——睡着", ())


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a bus => add three people at the stop => give the first one an umbrella",
            "umbrella – held by the left person",
        ),
        ("three dogs and a man => give the last one a hat", "hat – worn by the right dog"),
        ("三只小狗和一个男人 => 给第一只戴帽子", "帽子——在左边的小狗身上"),
        ("三只小狗和一个男人 => 给第一个围条围巾", "围巾——在左边的小狗身上"),
    ],
)
def test_the_first_one_is_of_those_of_whom_there_are_several(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told
