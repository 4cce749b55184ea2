from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from paintover.planner.terms import shown_terms, terms

TEXT = resources.files("paintover.planner").joinpath("cues", "synonyms.toml").read_text(encoding="utf-8")
LEXICON: dict[str, Any] = tomllib.loads(TEXT)


def test_every_list_is_of_words_and_says_none_twice() -> None:
    for group in ("same", "kind"):
        for name, words in LEXICON[group].items():
            assert words, name
            assert all(isinstance(word, str) and word == word.strip() and word for word in words), name
            assert len(set(words)) == len(words), name


def test_marked_groups_exist() -> None:
    known = set(LEXICON["same"]) | set(LEXICON["kind"])
    assert set(LEXICON["weak"]) | set(LEXICON["colours"]) | set(LEXICON["media"]) <= known


def test_a_wider_word_finds_its_members_and_not_the_other_way_round() -> None:
    assert terms("那个动物") & shown_terms("一头大象")
    assert not terms("大象") & shown_terms("一只动物")
    assert terms("the baked goods, pastry") & shown_terms("a croissant")


def test_words_of_other_languages_do_not_hide_in_english_ones() -> None:
    assert not terms("it came back") & terms("a bed")
    assert not terms("a pan") & terms("some bread")
