"""Which of several something is told of: by size, by place, by what the others are not."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.grammar.apart import told_apart


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("三条狗，大的是黑色的，小的是白色的", "一条大的黑色的狗和两条小的白色的狗"),
        ("三只气球，最大的是红色的，其余是蓝色的", "一只大的红色的气球和两只蓝色的气球"),
        ("五只鸭子，最后一只是黑色的", "四只鸭子和一只黑色的鸭子"),
        ("四个气球，除了一个是黄色的，其他都是红色的", "一个黄色的气球和三个红色的气球"),
        ("四个小朋友，最高的穿红衣服", "一个穿红衣服的大的小朋友和三个小朋友"),
        ("two cats, the bigger one wears a hat", "a big cat wears a hat and a cat"),
        ("four puppies, the smallest one has a red collar", "a small puppy with a red collar and 3 puppies"),
        ("three dogs, the biggest is brown and the others are white", "a big brown dog and 2 white dogs"),
        ("three birds on a branch, the middle one is red", "a bird and a red bird and a bird on a branch"),
        ("six birds, all blue except one red", "a red bird and 5 blue birds"),
        ("six apples, a few of them green", "2 green apples and 4 apples"),
        ("six flowers, a third of them yellow", "2 yellow flowers and 4 flowers"),
        ("八只鸭子，大部分是白的", "六只白的鸭子和两只鸭子"),
        ("six cats, the middle two are black", "2 cats and 2 black cats and 2 cats"),
        ("three cups, every other one blue", "a blue cup and a cup and a blue cup"),
        ("four cats, the outer ones are black", "a black cat and 2 cats and a black cat"),
        ("three girls, the last one sitting", "2 girls, a girl sitting"),
        ("a man and two women, one woman has red hair", "a man and a woman and a woman with red hair"),
        ("一男两女，其中一个女人是红头发", "一个男人和一个女人和一个红头发的女人"),
        ("three dogs and two cats, one of the cats is black", "three dogs and a cat and a black cat"),
        ("五只猫，左边两只是黑的", "两只黑的猫和三只猫"),
    ],
)
def test_each_is_told_by_itself(wish: str, told: str) -> None:
    assert told_apart(wish) == told


@pytest.mark.parametrize(
    "wish",
    [
        "a big fish and three small fish, the big one is orange",
        "三只猫，中间那只戴着帽子",
        "two dogs and a small house",
    ],
)
def test_what_is_known_already_stays(wish: str) -> None:
    assert told_apart(wish) == wish
