"""Colours told by what has them, beside what has no look, and of a part that has the paint."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("一碗牛肉面 => 碗要青花瓷那种蓝色的", "改了：牛肉面——碗蓝色"),
        ("一碗牛肉面 => 碗要蓝色的", "改了：牛肉面——碗蓝色"),
        ("一只猫 => 猫要像雪一样白", "改了：猫——白色"),
        ("a car => I want the car red like a tomato", "Changed: car – red"),
        ("a car => make the car the same blue as the sky", "Changed: car – blue"),
        ("a car => make it as blue as the sea", "Changed: car – blue"),
        ("一个女孩 => 给她穿一条像天空一样蓝的裙子", "加了：裙子——蓝色、在女孩身上"),
        ("a bowl of noodles => make the bowl blue like porcelain", "Changed: noodles – blue bowl, porcelain"),
    ],
)
def test_a_colour_is_told_by_what_has_it(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told", "note"),
    [
        ("一个女孩撑着红伞走路 => 伞改成蓝色透明的", "改了：伞——蓝色", "透明"),
        ("a girl with a red umbrella => make the umbrella blue and transparent", "Changed: umbrella – blue", "transparent"),
        ("a girl with a red umbrella => make the umbrella shiny blue", "Changed: umbrella – blue", "shiny"),
        ("一只猫 => 把猫改成毛茸茸的白色", "改了：猫——白色", "毛茸茸"),
    ],
)  # fmt: skip
def test_of_what_has_no_look_the_colour_is_done(talked: str, told: str, note: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert f"“{note}”" in answer.notes[0]


def test_the_roof_is_that_of_what_has_one() -> None:
    answers = talk("雪山下面有一个湖,湖边一间小木屋 => 湖上加条小船 => 屋顶改成红的")
    assert answers[-1].told == "改了：木屋——屋顶红色"


@pytest.mark.parametrize(
    "talked",
    [
        "a mug on a desk => write Dad on it",
        "桌上有一个杯子 => 杯子上写Dad",
        "桌上有一个杯子 => 在上面写上Dad两个字",
    ],
)
def test_words_stand_on_what_can_be_written_on(talked: str) -> None:
    scene = talk(talked)[-1].scene
    assert [one.says for one in scene.objects if one.kind == "cup"] == ["Dad"]
    assert not scene.caption
