"""A history as one description, for engines that draw from text alone."""

from __future__ import annotations

import pytest

from paintover.planner.describing import LONGEST, described, together


@pytest.mark.parametrize(
    ("steps", "whole"),
    [
        (("画个牛马", "牛的脸上遮个布", "牛的头上顶着锅盖", "锅盖上再加根筷子"), "牛马，牛的脸上遮个布，牛的头上顶着锅盖，锅盖上再加根筷子"),
        (("draw a red fox in the snow", "add a blue scarf"), "a red fox in the snow, add a blue scarf"),
        (("一只猫坐在沙发上", "把猫换成狗"), "一只狗坐在沙发上"),
        (("a cat on a sofa", "replace the cat with a rabbit"), "a rabbit on a sofa"),
        (("一只猫", "戴一顶帽子", "去掉帽子"), "一只猫"),
        (("a cat", "give it a hat", "make it night", "remove the hat"), "a cat, make it night"),
        (("一只戴帽子的猫", "去掉帽子"), "一只戴帽子的猫，去掉帽子"),
        (("a poster that says \"replace the cat with a dog\"", "add a border"), "a poster that says \"replace the cat with a dog\", add a border"),
        (("一辆车", "把车改成红色"), "一辆车，把车改成红色"),
        (("", "黑白"), "黑白"),
        ((), ""),
    ],
)  # fmt: skip
def test_steps_become_one_description(steps: tuple[str, ...], whole: str) -> None:
    assert described(steps) == whole


def test_several_pictures_are_told_one_after_the_other() -> None:
    assert together(["一头牛", "一匹马"], "把它们放在一起") == "一头牛。一匹马。把它们放在一起"
    assert together(["an ox", "a horse"], "put them together") == "an ox. a horse. put them together"


def test_a_long_history_stays_bounded() -> None:
    assert len(described([f"add a thing number {n} " * 20 for n in range(300)])) <= LONGEST
