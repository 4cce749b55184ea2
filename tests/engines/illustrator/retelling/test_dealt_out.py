"""What so many and so many others are told to do or to look like, each of their own."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("three girls in a park => one waves and the other two sit", "left girl – waving; 2 of the 3 girls – sitting"),
        ("three girls in a park => two have hats, one has glasses", "hat × 2 – worn by the left girl and the middle girl"),
        ("three balloons in the sky => one red, one yellow, one blue", "left balloon – red; middle balloon – yellow; right balloon – blue"),
        ("two cats on a sofa => add one dog and one bird", "Added: dog, bird"),
        ("三个女孩在公园 => 两个戴帽子，一个戴眼镜", "眼镜——在右边的女孩身上"),
        ("五个气球和一个小丑 => 气球只留三个 => 一个红的一个黄的一个蓝的", "左边的气球——红色；右边的气球——蓝色"),
        ("四个孩子在教室 => 两个举手，两个睡觉", "4 个孩子里的 2 个——举手；4 个孩子里的 2 个——睡着"),
        ("三只小猫在沙发上 => 两只拿着气球", "气球 × 2——由左边的小猫和中间的小猫拿着"),
        ("three kids in a garden => two kids jump", "Changed: 2 of the 3 kids – jumping"),
        ("a farmer, his wife and a cow => they're both laughing now", "Changed: farmer – laughing; wife – laughing"),
        ("三只小猫在沙发上 => 左边的在睡觉", "改了：左边的小猫——睡着"),
        ("三个气球 => 一个苹果和一个梨", "加了：苹果、梨"),
    ],
)  # fmt: skip
def test_each_share_is_of_others(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert told in answer.told
    assert answer.notes == ()
