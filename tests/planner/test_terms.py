from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.planner.terms import shown_terms, terms, weight_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kitty", "cat"), ("猫", "cat"), ("boats", "a boat"), ("wooden", "木头"), ("glasses", "眼镜"), ("cracked", "cracks"),
        ("шляпа", "шляпу"), ("gatos", "gato"), ("pigeons", "pigeon"),
    ],
)  # fmt: skip
def test_words_for_the_same_thing_share_a_term(one: str, other: str) -> None:
    assert terms(one) & terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("cat", "dog"), ("猫", "灯"), ("the one with", "that of a"), ("第二张", "第三张"), ("cat", "cart")],
)
def test_other_words_share_none(one: str, other: str) -> None:
    assert not terms(one) & terms(other)


def test_a_kind_finds_its_members() -> None:
    assert terms("animal") & shown_terms("a fox")
    assert terms("动物") & shown_terms("一匹马")
    assert not terms("cat") & shown_terms("a dog")


def test_a_colour_tells_less_than_a_thing() -> None:
    assert max(map(weight_of, terms("red"))) < max(map(weight_of, terms("cat")))


@given(st.text(max_size=300))
def test_any_text_has_terms(text: str) -> None:
    assert all(terms(text))
