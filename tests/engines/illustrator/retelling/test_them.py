"""What "them" means: the things that came last, where they are several or a pair, and else those who live."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy => give him glasses => make them red", "Changed: glasses – red"),
        ("a boy => give him boots => take them off", "Removed: boots"),
        ("a boy => give him glasses => make them green and bigger", "Changed: glasses – green, larger"),
        ("two cats => give them hats => make them red", "Changed: hats × 2 – red"),
        ("a girl => give her flowers => make them pink", "Changed: flowers × 3 – pink"),
        ("a girl => give her flowers => make her dress blue => make them pink", "Changed: flowers × 3 – pink"),
        ("a boy with three balloons => can they be red?", "Changed: balloons × 3 – red"),
        ("a boy and a girl => give them ice cream cones => make them smile", "Changed: boy – happy; girl – happy"),
        ("a boy and a girl => add a ball => make them bigger", "Changed: boy – larger; girl – larger"),
        ("two cats => make them black => make them bigger", "Changed: cats × 2 – larger"),
        ("a boy => add a policeman => give him a red scarf", "Added: scarf – red, worn by the policeman"),
        ("a boy => add a goalkeeper => make his shirt green", "Changed: t-shirt – green"),
        ("a house => add flowers in front => make them purple", "Changed: flowers × 3 – purple"),
    ],
)  # fmt: skip
def test_them(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男孩 => 给他戴副眼镜 => 把它们改成红色", "改了：眼镜——红色"),
        ("一个男孩 => 给他穿双靴子 => 去掉", "去掉了：靴子"),
        ("一个女孩 => 给她几朵花 => 改成粉色的", "改了：花 × 3——粉色"),
        ("两只猫 => 给它们戴上帽子 => 都要红色的", "改了：帽子 × 2——红色"),
        ("一个男孩拿着三个气球 => 都改成蓝色", "改了：气球 × 3——蓝色"),
        ("一个女孩 => 给她一双翅膀 => 大一点", "改了：翅膀——变大"),
        ("三只猫 => 都改成黑色", "改了：猫 × 3——黑色"),
        ("a woman with wings => make her wings pink", "Changed: wings – pink"),
    ],
)
def test_what_came_last_is_all_meant(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy => add a ball => move it to the other side", "Moved: ball – to the right"),
        ("a boy => add a ball => the other side", "Moved: ball – to the right"),
        ("a boy => add a ball => closer", "Changed: ball – larger. Moved: ball – down"),
        ("a boy => add a ball => put it behind", "Changed: ball – behind the boy"),
        ("a house with a tree => add a car => put it in front", "Changed: car – in front of the house"),
        ("a boy => add two birds => no, blue", "Changed: birds × 2 – blue"),
        ("a boy => add two birds => remove it", "Removed: birds × 2"),
        ("a boy => add two birds => a bit to the right", "Moved: birds × 2 – to the right"),
        ("a cat on a sofa => add two cushions => on the floor instead", "Changed: left cushion – beside the sofa; right cushion – in front of the sofa"),
        ("a dog => add another dog => make it brown", "Changed: left dog – brown"),
        ("two birds on a roof => add two birds => no, blue", "Changed: 2 of the 4 birds – blue"),
        ("a girl => add a boy => next to the girl", "Changed: boy – beside the girl, turned around"),
        ("a girl => add a boy => in a red shirt", "Added: shirt – red, worn by the boy"),
        ("a girl => add a dog => smiling", "Changed: dog – happy"),
        ("a girl => add a dog => on a bench", "Changed: dog – on the bench, turned around. Added: bench"),
        ("a girl => add a boy => smaller than her", "Changed: boy – smaller"),
        ("a boy and a girl => give her a balloon => another one", "Added: balloon – held by the girl"),
        ("a boy and a girl => give her an apple => and one for him", "Added: apple – held by the boy"),
        ("a boy => give him a kite => the other hand", "Changed: boy – turned around"),
    ],
)  # fmt: skip
def test_what_came_last_is_moved_in_a_word(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一个男孩 => 加一个球 => 放到另一边", "移动了：球——往右"),
        ("一个男孩 => 加一个球 => 放后面", "改了：球——在男孩后面"),
        ("一个男孩 => 加一个球 => 近一点", "改了：球——变大。移动了：球——往下"),
        ("一个男孩 => 加一个球 => 要两个", "加了：球"),
        ("一个男孩和一个女孩 => 加一只狗 => 转个方向", "改了：狗——转了方向"),
        ("一个男孩 => 加两只鸟 => 往右一点", "移动了：鸟 × 2——往右"),
        ("一个男孩 => 加两只鸟 => 不，蓝色的", "改了：鸟 × 2——蓝色"),
        ("一个男孩 => 加两只鸟 => 太大了", "改了：鸟 × 2——变小"),
        ("一个男孩和一个女孩 => 给她一个气球 => 再来一个", "加了：气球——由女孩拿着"),
    ],
)
def test_what_came_last_is_moved_in_a_word_of_chinese(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (
            "a dog and a cat => add three balloons => in different colours",
            "Changed: middle balloon – red; left balloon – yellow; right balloon – blue",
        ),
        (
            "一只狗和一只猫 => 加三个气球 => 五颜六色的",
            "改了：中间的气球——红色；左边的气球——黄色；右边的气球——蓝色",
        ),
        ("a dog and a cat => add a ball => on the left", "Moved: ball – to the left"),
        ("a dog and a cat => add a ball => next to the cat", "Changed: ball – beside the cat"),
        ("一只狗和一只猫 => 加一个球 => 放在猫旁边", "改了：球——在猫旁边"),
        ("a dog => make it brown => a lighter brown", "Changed: dog – light brown"),
        ("a boy => add a car => make it grey", "Changed: car – grey"),
        ("a cat => in shades of gray", "Now: black and white"),
    ],
)
def test_what_came_last_gets_its_place_and_colours(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("two girls in a park => add a dog => both girls should wear hats", "Added: hats × 2 – worn by the girls"),
        ("a snowman and two children => both kids should wear red jackets", "Added: jackets × 2 – red, worn by the children"),
        ("two boys and two dogs => both dogs should wear hats", "Added: hats × 2 – worn by the dogs"),
    ],
)  # fmt: skip
def test_both_who_are_named(talked: str, told: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, ())
