"""Exaggerations, halves, friends and holidays, as people type them."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO = "a house and a girl in a meadow"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{_TWO} => make the girl a lot bigger", "Changed: girl – larger"),
        (f"{_TWO} => make her super small", "Changed: girl – smaller"),
        (f"{_TWO} => make the house giant", "Changed: house – larger"),
        (f"{_TWO} => the house should be way bigger", "Changed: house – larger"),
        (f"{_TWO} => make the girl microscopic", "Changed: girl – smaller"),
        ("three apples on a table => remove half of the apples", "Removed: apples, number 1 of 3 from the left"),
        ("four apples on a table => keep only half of them", "Removed: apples, 2 of 4"),
        ("three apples on a table => make them a lot smaller", "Changed: apples × 3 – smaller"),
        (f"{_TWO} => add two friends", "Added: children × 2"),
        (f"{_TWO} => add a third girl", "Added: girl"),
        ("a man in a park => add a friend", "Added: person"),
        (f"{_TWO} => it's Halloween", "Added: jack o lanterns × 2. Now: night"),
        (f"{_TWO} => make it Easter", "Added: easter eggs × 3"),
        ("一座房子和一个女孩 => 现在是万圣节", "加了：南瓜灯 × 2。现在：夜晚"),
        ("一座房子和一个女孩 => 改成情人节", "加了：爱心 × 3"),
        ("a girl and a tree => put a kite in her hand", "Added: kite – held by the girl"),
        ("a girl and a tree => put a sign in her hand", "Added: sign – held by the girl"),
    ],
)  # fmt: skip
def test_as_people_exaggerate(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    "edit",
    [
        "加一条河",
        "加上一条河",
        "画一个湖",
        "再来一条小河",
        "加一片森林",
        "旁边加一条河",
        "旁边有一个湖",
        "边上再来一条小河",
    ],
)
def test_a_place_brings_nobody(edit: str) -> None:
    answer = talk(f"公园里一个女孩 => {edit}")[-1]
    assert answer.told.startswith("现在：")
    assert len(answer.scene.objects) == 1


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("add a sign saying welcome", "Added: sign – says “welcome”"),
        ("add text saying hello", "Now: the words “hello”"),
        ("add text that says good night", "Now: the words “good night”"),
        ("add a speech bubble saying hi", "Changed: girl – says “hi”"),
        ("give her a speech bubble: hello", "Changed: girl – says “hello”"),
    ],
)
def test_words_without_quotation_marks(edit: str, told: str) -> None:
    assert talk(f"a girl in a park => {edit}")[-1].told == told
