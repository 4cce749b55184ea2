"""All of several are put into what is there or comes, and of some as many as are told."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_FIVE = "五个苹果在桌子上"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_FIVE} => 把苹果都放到篮子里", "改了：苹果 × 5——在篮子里面。加了：篮子"),
        (f"{_FIVE} => 苹果都放进篮子里", "改了：苹果 × 5——在篮子里面。加了：篮子"),
        (f"{_FIVE} => 加一个篮子，把苹果放到篮子里", "改了：苹果 × 5——在篮子里面。加了：篮子"),
        (f"{_FIVE} => 把三个苹果放到篮子里", "改了：5 个苹果里的 3 个——在篮子里面。加了：篮子"),
        (f"{_FIVE} => 拿走两个 => 剩下的放进篮子里", "改了：苹果 × 3——在篮子里面。加了：篮子"),
        (f"{_FIVE} => 拿走两个 => 把剩下的苹果放进篮子里", "改了：苹果 × 3——在篮子里面。加了：篮子"),
        ("桌上一个苹果 => 把苹果放到篮子里", "改了：苹果——在篮子里面。加了：篮子"),
        ("桌上三个橘子和一个盘子 => 把橘子放到盘子里", "改了：橘子 × 3——在盘子上面"),
        (
            "five apples on a table => take two away => put the rest in a basket",
            "Changed: apples × 3 – in the basket. Added: basket",
        ),
        (
            "five apples on a table => put two of them in a basket",
            "Changed: 2 of the 5 apples – in the basket. Added: basket",
        ),
        (
            "a fox and a bear => both under a tree",
            "Changed: fox – below the tree, smaller, turned around; bear – below the tree, smaller, turned around. Added: tree",
        ),
        (
            "a fox, a bear and an owl => all three in hats",
            "Added: hats × 3 – worn by the fox, the bear and the owl",
        ),
        ("a fox => make it blue => give it a hat => original colour please", "Changed: fox – its own colour"),
        ("一只猫 => 改成黑色 => 还是原来的颜色好", "改了：猫——本来的颜色"),
    ],
)
def test_as_many_are_put_there(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())
