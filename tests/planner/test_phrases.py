from __future__ import annotations

import pytest

from paintover.planner.intent import read
from paintover.planner.phrases import noun_phrases


def definite(text: str, language: str) -> list[str]:
    reading = read(text, language)
    return [text[one.start : one.end].strip() for one in noun_phrases(reading) if one.is_definite]


@pytest.mark.parametrize(
    ("text", "language", "phrases"),
    [
        ("把狐狸放到小船上", "zh", ["狐狸", "小船"]),
        ("给狐狸戴一顶帽子", "zh", ["狐狸"]),
        ("让企鹅站到摆了兰花的前台后面", "zh", ["企鹅", "摆了兰花的前台"]),
        ("put the fox on the boat", "en", ["the fox", "the boat"]),
        ("add a hat to the fox", "en", ["the fox"]),
        ("have the gulls circle the tower", "en", ["the gulls circle", "the tower"]),
    ],
)
def test_what_exists_is_told_from_what_is_new(text: str, language: str, phrases: list[str]) -> None:
    assert definite(text, language) == phrases


def test_a_clause_that_keeps_something_out_says_so() -> None:
    phrases = noun_phrases(read("把狐狸放到小船上，狼先别进来", "zh"))
    assert [one.is_forbidden for one in phrases if one.is_definite] == [False, False, True]


def test_quoted_words_are_no_phrase() -> None:
    assert definite("写上“把猫放到船上”", "zh") == []
