"""Of several alike those whose turn it is, and who leaves, each told by name."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_HAT = "three cats on a sofa => the left one wears a hat"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_HAT} => the rest have a bow tie", "bow tie × 2 – worn by the middle cat and the right cat"),
        (f"{_HAT} => put a scarf on the other two", "scarf × 2 – worn by the middle cat and the right cat"),
        (f"{_HAT} => everyone else is black", "Changed: 2 of the 3 cats – black"),
        (f"{_HAT} => the other cats leave", "Removed: 2 of the 3 cats"),
        ("five red balloons => make two of them blue => the other three yellow", "3 of the 5 balloons – yellow"),
        ("three cars => paint one yellow => paint another one green", "middle car – green"),
        ("three cars => paint one yellow => paint another one green => the remaining one is black", "right car – black"),
        ("三只小猫在沙发上 => 左边那只戴帽子 => 其余两只拿着气球", "气球 × 2——由中间的小猫和右边的小猫拿着"),
        ("三只小猫在沙发上 => 左边那只戴帽子 => 剩下的在跳舞", "3 个小猫里的 2 个——跳舞"),
        ("四个气球在天上 => 一个变成蓝色 => 再把一个变成绿色", "左数第 2 个气球——绿色"),
        ("三个女孩和一只狗 => 左边的女孩挥手 => 另外两个女孩坐下", "3 个女孩里的 2 个——坐着"),
    ],
)  # fmt: skip
def test_whose_turn_it_is_is_told_by_name(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert told in answer.told
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("two girls and a dog in a park => both girls went home", "Removed: girls × 2"),
        ("two girls and a dog in a park => the left girl leaves", "Removed: left girl"),
        ("三只小猫在沙发上 => 左边那只走了", "去掉了：左边的小猫"),
        ("雪地里一个雪人，旁边两个孩子 => 春天到了，雪人没了", "去掉了：雪人"),
    ],
)
def test_who_leaves_is_there_no_more(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told
