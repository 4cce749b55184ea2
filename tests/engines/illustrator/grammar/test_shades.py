"""Shades that are called by a thing are colours, and nothing beside what has them."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.grammar.shades import in_plain_colours


@pytest.mark.parametrize(
    ("words", "kind", "colour"),
    [
        ("a cherry red car", "car", "red"),
        ("a baby blue house", "house", "light-blue"),
        ("an apple green sofa", "couch", "green"),
        ("a coffee-coloured cat", "cat", "brown"),
        ("a wine red coat", "coat", "maroon"),
        ("a girl in a peach dress", "dress", "pink"),
        ("一辆樱桃红的车", "car", "red"),
        ("一只巧克力色的狗", "dog", "brown"),
        ("一辆婴儿蓝的车", "car", "light-blue"),
    ],
)
def test_a_shade_is_a_colour(words: str, kind: str, colour: str) -> None:
    said = parse(in_plain_colours(words)).mentions
    assert [one.colour for one in said if one.kind == kind] == [colour]
    assert {one.kind for one in said} <= {kind, "girl"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("make the car cherry red", "make the car red"),
        ("paint it mint", "paint it light green"),
        ("make the balloon peach", "make the balloon pink"),
        ("make the cake chocolate", "make the cake brown"),
        ("换成樱桃红", "换成红色"),
    ],
)
def test_what_is_painted_so(words: str, told: str) -> None:
    assert in_plain_colours(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "make the apple green",
        "make the lower right apple green",
        "paint the rose red",
        "a rose garden",
        "a baby, a blue car",
        "an apple tree and a lemon tree",
        "make the tea mint",
        "a coffee table and a chocolate box",
        "苹果红，香蕉黄",
        "苹果红的，香蕉黄的",
    ],
)
def test_what_is_a_thing_stays(words: str) -> None:
    assert in_plain_colours(words) == words
