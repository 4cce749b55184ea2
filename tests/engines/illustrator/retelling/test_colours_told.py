"""Colours told by what has them, beside what has no look, and of a part that has the paint."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


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


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("light pink", "light-pink"), ("pale blue", "light-blue"), ("pastel yellow", "light-yellow"), ("light brown", "light-brown"),
        ("dark brown", "dark-brown"), ("deep blue", "navy"), ("dark orange", "dark-orange"), ("light orange", "light-orange"),
        ("off-white", "white"), ("indigo", "navy"), ("rust", "dark-orange"), ("peach", "pink"), ("plum", "purple"), ("lilac", "violet"),
        ("cream-colored", "beige"), ("dark pink", "dark-pink"), ("light purple", "violet"), ("vivid green", "green"),
    ],
)  # fmt: skip
def test_light_and_dark_shades_in_english(colour: str, name: str) -> None:
    for edit in (f"make the dress {colour}", f"her dress should be {colour}"):
        scene = talk(f"a girl in a silver dress => {edit}")[-1].scene
        assert [(one.kind, one.colour) for one in scene.objects] == [("girl", None), ("dress", name)]
    first = first_picture(f"a girl in a {colour} dress")
    assert first.objects[-1].colour == name


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("淡绿色", "light-green"), ("淡蓝色", "light-blue"), ("浅粉色", "light-pink"), ("淡黄色", "light-yellow"), ("浅橙色", "light-orange"),
        ("浅棕色", "light-brown"), ("深棕色", "dark-brown"), ("深粉色", "dark-pink"), ("土黄色", "yellow"), ("乳白色", "white"),
        ("香槟色", "beige"), ("靛蓝色", "blue"), ("豆绿色", "green"), ("淡紫色", "violet"), ("深灰色", "dark-grey"), ("嫩绿色", "light-green"),
    ],
)  # fmt: skip
def test_light_and_dark_shades_in_chinese(colour: str, name: str) -> None:
    for edit in (f"裙子换成{colour}", f"她的裙子改成{colour}的"):
        scene = talk(f"一个穿银色裙子的女孩 => {edit}")[-1].scene
        assert [(one.kind, one.colour) for one in scene.objects] == [("girl", None), ("dress", name)]
    assert first_picture(f"一个穿{colour}裙子的女孩").objects[-1].colour == name


@pytest.mark.parametrize(
    ("wish", "edit", "name"),
    [
        ("ein Mädchen in einem roten Kleid", "mach das Kleid hellrosa", "light-pink"),
        ("ein Mädchen in einem roten Kleid", "mach das Kleid hellblau", "light-blue"),
        ("ein Mädchen in einem roten Kleid", "mach das Kleid dunkelbraun", "dark-brown"),
        ("une fille avec une robe rouge", "peins la robe en bleu clair", "light-blue"),
        ("une fille avec une robe rouge", "peins la robe en bleu foncé", "navy"),
        ("una niña con un vestido rojo", "pinta el vestido de verde oscuro", "dark-green"),
        ("uma menina de vestido vermelho", "pinta o vestido de azul claro", "light-blue"),
        ("una bambina con un vestito rosso", "colora il vestito di verde scuro", "dark-green"),
        ("девочка в красном платье", "сделай платье тёмно-зелёным", "dark-green"),
        ("赤いドレスの女の子", "ドレスを薄いピンクにして", "light-pink"),
        ("빨간 드레스를 입은 소녀", "드레스를 진한 초록색으로 바꿔줘", "dark-green"),
    ],
)
def test_light_and_dark_shades_in_other_languages(wish: str, edit: str, name: str) -> None:
    scene = talk(f"{wish} => {edit}")[-1].scene
    assert [(one.kind, one.colour) for one in scene.objects] == [("girl", None), ("dress", name)]


@pytest.mark.parametrize(
    ("talked", "colours"),
    [
        ("a girl in a red dress => make the dress darker => make the dress a bit lighter => her dress should be lighter", ["maroon", "red", "light-red"]),
        ("a blue car => make the car a lighter blue => make the car darker => make the car a darker shade of blue", ["light-blue", "blue", "navy"]),
        ("a white cup on a table => make the cup darker => make the cup lighter", ["light-grey", "white"]),
        ("一个穿红裙子的女孩 => 裙子颜色深一点 => 裙子颜色浅一点 => 裙子颜色淡一点", ["maroon", "red", "light-red"]),
    ],
)  # fmt: skip
def test_a_step_lighter_or_darker(talked: str, colours: list[str]) -> None:
    assert [answer.scene.objects[-1].colour for answer in talk(talked)] == colours


def test_what_is_as_light_as_can_be_says_so() -> None:
    answer = talk("a girl in a light blue dress => make the dress lighter")[-1]
    assert answer.told.startswith("The dress is as light as its colour can be")
