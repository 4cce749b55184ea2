"""Colours and amounts that are told of a number of things: dealt out, doubled, halved."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.dealing import counted_out, dealt
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange

FESTIVE = ["red", "yellow", "blue", "green", "pink"]


def language_of(text: str) -> Language:
    return "en" if text.isascii() else "zh"


def new(prompt: str) -> Scene:
    return compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt)).scene


def shown(scene: Scene) -> Counter[str]:
    return Counter(f"{thing.colour or 'plain'} {thing.kind}" for thing in scene.objects)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("ten balloons of different colours", [f"{colour} balloon" for colour in FESTIVE] * 2),
        ("four balloons in various colors", [f"{colour} balloon" for colour in FESTIVE[:4]]),
        ("six flowers, each a different colour", [f"{colour} flower" for colour in [*FESTIVE, "red"]]),
        ("五辆车，颜色各不相同", [f"{colour} car" for colour in FESTIVE]),
        ("three cats: one black, one white, one orange", ["black cat", "white cat", "orange cat"]),
        ("three cats, one black, one white and one orange", ["black cat", "white cat", "orange cat"]),
        ("三只猫：一只黑，一只白，一只橘色", ["black cat", "white cat", "orange cat"]),
        ("五个气球，三个红色，两个蓝色", ["red balloon"] * 3 + ["blue balloon"] * 2),
        ("2 dogs - one brown, one white - and a cat", ["brown dog", "white dog", "plain cat"]),
        ("two cars, one red and one blue", ["red car", "blue car"]),
        ("a red, a blue and a yellow balloon", ["red balloon", "blue balloon", "yellow balloon"]),
        ("two cats and one orange", ["plain cat", "plain cat", "plain orange"]),
        ("three cats, two dogs and one white horse", ["plain cat"] * 3 + ["plain dog"] * 2 + ["white horse"]),
    ],
)
def test_each_of_several_has_the_colour_that_it_is_told(prompt: str, expected: list[str]) -> None:
    assert shown(new(prompt)) == Counter(expected)


@pytest.mark.parametrize(
    ("start", "wish", "expected"),
    [
        ("six balloons", "two of them red, three of them blue", {"red balloon": 2, "blue balloon": 3, "plain balloon": 1}),
        ("六个气球", "两个变红两个变蓝", {"red balloon": 2, "blue balloon": 2, "plain balloon": 2}),
        ("four balloons", "twice as many", {"plain balloon": 8}),
        ("four balloons", "double the balloons please", {"plain balloon": 8}),
        ("四个气球", "数量翻倍", {"plain balloon": 8}),
        ("four balloons", "half as many", {"plain balloon": 2}),
        ("四个气球", "减半", {"plain balloon": 2}),
        ("four balloons", "remove half of them", {"plain balloon": 2}),
        ("four balloons", "half of them blue", {"plain balloon": 2, "blue balloon": 2}),
        ("四个气球", "一半变成黑色", {"plain balloon": 2, "black balloon": 2}),
        ("four balloons", "one more", {"plain balloon": 5}),
        ("four balloons", "two more please", {"plain balloon": 6}),
        ("a cat and two dogs", "double the dogs", {"plain cat": 1, "plain dog": 4}),
        ("five balloons", "make each a different colour", {f"{colour} balloon": 1 for colour in FESTIVE}),
        ("五个气球", "变成不同颜色", {f"{colour} balloon": 1 for colour in FESTIVE}),
    ],
)  # fmt: skip
def test_shares_and_multiples_are_of_what_is_there(start: str, wish: str, expected: dict[str, int]) -> None:
    scene = arrange(new(start))
    done = edit_scene(wish, [scene], ratio="1:1", seed=4, language=language_of(wish)).scene
    assert shown(done) == Counter(expected)


@pytest.mark.parametrize(
    "text",
    ["a cat and a dog", "一只猫和一只狗", "half a melon", "two cats, one dog", "double decker bus", "", "半个西瓜", "three of a kind: one red"],
)  # fmt: skip
def test_what_is_told_plainly_stays_as_it_is(text: str) -> None:
    assert dealt(text) == text
    assert counted_out(text, ()) == text
