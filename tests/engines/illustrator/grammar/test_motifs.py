"""Patterns in words, and what becomes of them in the scene."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.motifs import grounds_first, with_motifs
from paintover.engines.illustrator.grammar.parse import language_of, parse
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

Look = tuple[str, str | None, str | None, str | None]


def composed(prompt: str) -> Scene:
    return compose_scene(prompt, ratio="1:1", seed=7, language=language_of(prompt)).scene


def edited(scene: Scene, prompt: str) -> Scene:
    return edit_scene(prompt, [arrange(scene)], ratio="1:1", seed=8, language=language_of(prompt)).scene


def looks(scene: Scene) -> list[Look]:
    return [(thing.kind, thing.colour, thing.pattern, thing.second) for thing in scene.objects]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a striped cat and a dog", [("cat", None, "striped", None), ("dog", None, None, None)]),
        ("a red and white striped ball", [("ball", "red", "striped", "white")]),
        ("a red striped ball", [("ball", "red", "striped", None)]),
        ("a ball with red stripes and a cat", [("ball", None, "striped", "red"), ("cat", None, None, None)]),
        ("a white dog with black spots", [("dog", "white", "spotted", "black")]),
        ("a red, white and blue striped hat", [("hat", "red", "striped", "white blue")]),
        ("a rainbow striped umbrella", [("umbrella", "red", "striped", "orange yellow green blue purple")]),
        ("彩虹色的热气球", [("hot-air-balloon", "red", "striped", "orange yellow green blue purple")]),
        ("a rainbow umbrella", [("umbrella", "red", "striped", "orange yellow green blue purple")]),
        ("彩虹和小马", [("rainbow", None, None, None), ("horse", None, None, None)]),
        ("a red-and-white striped ball", [("ball", "red", "striped", "white")]),
        ("a polka dot dress", [("dress", None, "spotted", None)]),
        ("the cat is striped", [("cat", None, "striped", None)]),
        ("a plain white cup", [("cup", "white", None, None)]),
        ("红白条纹的球", [("ball", "red", "striped", "white")]),
        ("两个红白相间的条纹气球", [("balloon", "red", "striped", "white")] * 2),
        ("带白色条纹的红球和一只猫", [("ball", "red", "striped", "white"), ("cat", None, None, None)]),
        ("一只有黑色斑点的白狗", [("dog", "white", "spotted", "black")]),
        ("白底红点的杯子", [("cup", "white", "spotted", "red")]),
        ("彩虹條紋的雨傘", [("umbrella", "red", "striped", "orange yellow green blue purple")]),
        ("球上有条纹", [("ball", None, "striped", None)]),
        ("斑点狗", [("dog", "white", "spotted", "black")]),
        ("花园里的一只小花猫", [("cat", None, "patched", None)]),
        ("一头梅花鹿和一朵花", [("deer", None, None, None), ("flower", None, None, None)]),
        ("格子衬衫", [("shirt", None, "checked", None)]),
        ("a striped red and white ball", [("ball", "red", "striped", "white")]),
        ("a ball striped in red and white", [("ball", "red", "striped", "white")]),
        ("a floral curtain", [("curtain", None, "flowered", None)]),
        ("a yellow shirt with blue flowers on it", [("shirt", "yellow", "flowered", "blue")]),
        ("a white shirt with red and blue dots", [("shirt", "white", "spotted", "red blue")]),
        ("蓝底白花的裙子", [("dress", "blue", "flowered", "white")]),
        ("碎花裙子", [("dress", None, "flowered", None)]),
        (
            "a cat on a red sofa with white dots",
            [("couch", "red", "spotted", "white"), ("cat", None, None, None)],
        ),
        (
            "a woman in a red dress with white dots",
            [("woman", None, None, None), ("dress", "red", "spotted", "white")],
        ),
        ("una camiseta de rayas rojas y blancas", [("shirt", "red", "striped", "white")]),
        ("un chat rayé et un chien à pois", [("cat", None, "striped", None), ("dog", None, "spotted", None)]),
        ("ein rot-weiß gestreifter Ball", [("ball", "red", "striped", "white")]),
        ("um gato listrado", [("cat", None, "striped", None)]),
        ("un gatto a righe", [("cat", None, "striped", None)]),
        ("полосатый кот", [("cat", None, "striped", None)]),
        ("水玉模様のボール", [("ball", None, "spotted", None)]),
        ("줄무늬 고양이", [("cat", None, "striped", None)]),
        ("قط مخطط", [("cat", None, "striped", None)]),
    ],
)
def test_a_thing_gets_its_pattern_and_the_colours_of_it(prompt: str, expected: list[Look]) -> None:
    assert looks(composed(prompt)) == expected


def test_clothes_have_the_pattern_and_not_who_wears_them() -> None:
    for prompt in ("穿条纹衫的小孩", "a child wearing a striped shirt"):
        child, shirt = composed(prompt).objects
        assert (child.pattern, shirt.pattern) == (None, "striped")
        assert shirt.rel is not None
        assert (shirt.rel.type, shirt.rel.to) == ("wear", child.id)


@pytest.mark.parametrize(
    ("first", "steps"),
    [
        (
            "a cat and a ball",
            [
                ("make the ball striped", (None, None, "striped", None)),
                ("make it red and white striped", (None, "red", "striped", "white")),
                ("make the ball checked", (None, "red", "checked", None)),
                ("make the checks yellow", (None, "red", "checked", "yellow")),
                ("remove the checks", (None, "red", None, None)),
                ("add blue stripes to the ball", (None, "red", "striped", "blue")),
                ("make the ball plain", (None, "red", None, None)),
            ],
        ),
        (
            "一只猫和一个球",
            [
                ("把球变成条纹的", (None, None, "striped", None)),
                ("把球变成红白条纹", (None, "red", "striped", "white")),
                ("把条纹变成绿色", (None, "red", "striped", "green")),
                ("去掉条纹", (None, "red", None, None)),
                ("给球加上蓝色条纹", (None, "red", "striped", "blue")),
                ("把球变成纯色", (None, "red", None, None)),
            ],
        ),
    ],
)
def test_edits_change_the_pattern_of_what_they_name(first: str, steps: list[tuple[str, Look]]) -> None:
    scene = composed(first)
    cat = scene.objects[0]
    for prompt, look in steps:
        scene = edited(scene, prompt)
        assert looks(scene)[1:] == [("ball", *look[1:])], prompt
        assert scene.objects[0] == cat


def test_the_striped_one_is_the_one_with_stripes() -> None:
    scene = composed("a striped ball, a red ball and a plain ball")
    scene = edited(scene, "remove the striped one")
    assert looks(scene) == [("ball", "red", None, None), ("ball", None, None, None)]
    two = edited(composed("两只猫"), "给左边的猫加上条纹")
    assert sorted(thing.pattern or "" for thing in two.objects) == ["", "striped"]
    assert sum(thing.pattern is None for thing in edited(two, "把条纹的那只猫变成纯色").objects) == 2


def test_the_ground_is_the_first_colour() -> None:
    assert grounds_first("白底红点的杯子") == "白红波点的杯子"
    assert grounds_first("一个杯子") == "一个杯子"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(
    ["a", "red", "white", "and", "striped", "stripes", "with", "ball", "spots", ",", "rayas", "条纹", "红", "白", "的", "球", "底", "点", "rainbow", "相间", "no"]
), max_size=12))  # fmt: skip
def test_any_order_of_such_words_is_read(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        parse(text)
        assert all(token.start <= token.end for token in with_motifs(tokenise(text)))


@pytest.mark.parametrize("turn", ["热气球换成彩虹色", "make the balloon rainbow coloured", "make it rainbow"])
def test_a_thing_becomes_rainbow_coloured_and_no_rainbow(turn: str) -> None:
    scene = edited(composed("画一架热气球"), turn)
    assert looks(scene) == [("hot-air-balloon", "red", "striped", "orange yellow green blue purple")]


@pytest.mark.parametrize(
    ("picture", "edit", "look"),
    [
        ("a bowl", "make the bowl blue with white stripes", ("bowl", "blue", "striped", "white")),
        ("a bowl", "make the bowl striped blue and white", ("bowl", "blue", "striped", "white")),
        ("a bowl", "make it red with yellow and green dots", ("bowl", "red", "spotted", "yellow green")),
        ("一只碗", "把碗改成蓝白条纹", ("bowl", "blue", "striped", "white")),
        ("一只碗", "把碗变成红色带白点的", ("bowl", "red", "spotted", "white")),
        ("一只碗", "把碗改成蓝色，带白色条纹", ("bowl", "blue", "striped", "white")),
        ("a sailboat in the sea", "make the sail striped red and white", ("boat", "red", "striped", "white")),
        ("海上有一艘帆船", "把帆改成红白条纹", ("boat", "red", "striped", "white")),
    ],
)
def test_an_edit_keeps_both_colours(picture: str, edit: str, look: Look) -> None:
    assert looks(edited(composed(picture), edit)) == [look]
