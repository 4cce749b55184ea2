"""A wish for one of two things, said of the other."""

from __future__ import annotations

import pytest

from paintover.planner.others import renamed, said_of_the_other
from tests.planner.conversations import gen, history, planned


@pytest.mark.parametrize(
    ("said", "shown", "told"),
    [
        ("put a hat on the cat", "a cat and a dog on a sofa", "put a hat on the dog"),
        ("give the cat a hat", "two cats on a sofa", "give the other cat a hat"),
        ("give the left cat a hat", "two cats on a sofa", "give the right cat a hat"),
        ("ponle un sombrero al gato", "un gato y un perro", "ponle un sombrero al perro"),
        ("给猫戴顶帽子", "画一只猫和一只狗", "给狗戴顶帽子"),
        ("给一只猫戴帽子", "画两只猫", "给另一只猫戴帽子"),
        ("给左边的猫戴帽子", "画两只猫", "给右边的猫戴帽子"),
        ("make it night", "a cat and a dog", ""),
    ],
)
def test_what_was_said_of_one_is_said_of_the_other(said: str, shown: str, told: str) -> None:
    assert said_of_the_other(said, shown) == told


@pytest.mark.parametrize(
    ("said", "right", "told"),
    [
        ("make the dog bigger", "the cat", "make the cat bigger"),
        ("把狗变成黑色的", "猫", "把猫变成黑色的"),
        ("make the dog bigger", "the wooden thing", ""),
        ("put the dog by the cat", "the fox", ""),
        ("make the dog bigger", "the hat", ""),
    ],
)
def test_a_thing_that_was_meant_stands_in_the_place_of_its_like(said: str, right: str, told: str) -> None:
    assert renamed(said, right) == told


PAIR = ("a cat and a dog on a sofa", None)


@pytest.mark.parametrize(
    ("steps", "said", "source", "prompt"),
    [
        ((PAIR, ("put a hat on the cat", 1)), "No, the other one", 1, "put a hat on the dog"),
        ((PAIR, ("make the dog bigger", 1)), "wrong one, i meant the cat", 1, "make the cat bigger"),
        ((("a cat", None), ("a dog", None), ("put a hat on the dog", 2)), "no, on the other one", 1, "put a hat on the cat"),
        ((("a cat", None), ("a dog", None), ("add a hat", 2)), "No, the other one", 1, "add a hat"),
        ((("画两只猫", None), ("给一只猫戴帽子", 1)), "不是这只，是另一只", 1, "给另一只猫戴帽子"),
        ((("画一只猫", None), ("画一只狗", None), ("给它戴个帽子", 2)), "不是，另一张", 1, "给它戴个帽子"),
    ],
)  # fmt: skip
def test_the_other_one_is_the_other_picture_or_the_other_thing(
    steps: tuple[tuple[str, int | None], ...], said: str, source: int, prompt: str
) -> None:
    call = planned(history(*steps), said).call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(source),), prompt)
