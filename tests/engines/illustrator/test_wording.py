"""Patterns that wait until a text holds what they need, and rules of many of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.grammar import deeds, labours, turns
from paintover.engines.illustrator.wording import Pattern, Rules, needed_words, plain


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"\b(?:is |are )?(?:fishing|angling)\b", {"fishing", "angling"}),
        (r"从?纸箱里(?:探|伸)出头来?", {"纸箱里"}),
        (r"a{2}b?c+d*e", {"aa"}),
        (r"(?<!no )(?!not)(?=here)\w+", {"here"}),
        (r"[^a-z\]]+[]x]zoo\.\d", {"zoo."}),
        (r"(?P<one>Straße) (?P=one)\b", {"strasse"}),
        (r"(?:red|\w+) ?", set()),
        (r"(?:cat|dog)?s?", set()),
        (r"(a)?(?(1)bc|d)", set()),
        ("", set()),
    ],
)
def test_what_a_pattern_needs(source: str, needed: set[str]) -> None:
    assert needed_words(source) == needed


@pytest.mark.parametrize("script", [("en", "other"), ("zh", "other")])
@pytest.mark.parametrize(
    "rules",
    [turns._turns, partial(turns._turns, new=True), labours._rules_for, lambda those: deeds._deeds(those)[1]],
)
def test_most_rules_wait_for_a_word(
    rules: Callable[[tuple[str, ...]], Rules], script: tuple[str, ...]
) -> None:
    assert not rules(script)._always


_PIECES = st.lists(
    st.sampled_from(["ab", "c", "ſ", "ß", "SS", "K", "İ", "ı", "的", "(", "\\", " "]), max_size=6
)


@given(_PIECES, _PIECES, _PIECES)
def test_what_fits_holds_what_is_needed(before: list[str], word: list[str], after: list[str]) -> None:
    source = rf"x?{re.escape(''.join(word))}(?:\w|$)?"
    for cased in (str.lower, str.upper, str.title):
        text = "".join((*before, cased("".join(word)), *after))
        if re.search(source, text, re.IGNORECASE):
            assert Pattern(source).search(text)


def test_rules_are_told_one_after_the_other() -> None:
    told = Rules([("b+", "c"), ("(?P<it>a)", r"<\g<it>>"), (r"\w\d", "!"), ("c", "d"), ("b", "late")]).told
    assert told("ABBA") == "<A>d<A>"
    assert told("xyz 9") == "xyz 9"


def test_plain_folds_what_fits_each_other() -> None:
    assert plain("KſİıÄ") == "ksiiä"
