"""Whom "it" means, and what somebody is beside who is only said to be beside."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a cat on a windowsill => add three birds outside => make it sleep", "Changed: cat – sleeping"),
        ("一只橘猫趴在窗台上 => 窗外加几只小鸟 => 让它睡着,眼睛闭上", "改了：猫——睡着"),
        ("a cat and two dogs => make the left dog black => make it sleep", "Changed: left dog"),
    ],
)
def test_it_is_the_only_one_and_not_one_of_several(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert answer.told.startswith(told)
    assert ";" not in answer.told
    assert "；" not in answer.told
    assert not answer.notes


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("生日蛋糕,上面插着五根蜡烛 => 旁边放两个礼物盒", "在生日蛋糕旁边"),
        ("一个女孩拿着气球 => 旁边加一只小狗", "在女孩旁边"),
        ("a boy wearing a red cap => add a dog next to it", "beside the boy"),
    ],
)
def test_beside_what_somebody_has_is_beside_them(talked: str, told: str) -> None:
    assert told in talk(talked)[-1].told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a girl holding a balloon => make it a kite instead", "Changed: kite – instead of balloon"),
        ("a boy holding an apple next to a tree => a palm tree instead", "Changed: palm tree – instead of tree"),
        ("阳台上一个女孩在浇花 => 换成向日葵吧", "改了：向日葵 × 3——换掉了花"),
        ("阳台上一个女孩在浇花 => 换成三朵玫瑰", "改了：玫瑰 × 3——换掉了花"),
        ("桌上有三个苹果 => 换成两个梨", "改了：梨 × 2——换掉了苹果。去掉了：右边的苹果"),
        ("a table with three apples => replace with two pears", "Changed: pears × 2 – instead of apples. Removed: right apple"),
        ("a witch stirring a cauldron in the woods => her cat is sitting on her shoulder", "Added: cat – sitting, on the witch"),
        ("a boy on a bench => his dog is next to him", "Added: dog – beside the boy"),
    ],
)  # fmt: skip
def test_like_comes_for_like_and_its_own_to_whom_it_belongs(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a dog in a park => add another dog on the right => make the dog black",
            "Changed: right dog – black",
        ),
        (
            "a girl knitting, a cat => give the cat a ball of yarn => make the yarn blue",
            "Changed: ball of yarn – blue",
        ),
        (
            "a boy with a balloon => add a girl with a balloon => make the balloon green",
            "Changed: left balloon – green",
        ),
        ("two dogs => make the dog black", "Changed: left dog – black"),
    ],
)
def test_of_several_it_is_the_one_that_was_spoken_of(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
