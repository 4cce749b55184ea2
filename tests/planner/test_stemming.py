from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.planner.stemming import forms, stem


@pytest.mark.parametrize(
    ("word", "listed"),
    [
        ("wolves", "wolf"), ("berries", "berry"), ("running", "run"), ("smiling", "smile"), ("dances", "dance"), ("hunde", "hund"),
        ("katzen", "katze"), ("gatitas", "gatito"), ("blancas", "blanco"), ("châteaux", "chateau"), ("chevaux", "cheval"), ("león", "leon"),
    ],
)  # fmt: skip
def test_a_form_leads_to_what_is_listed(word: str, listed: str) -> None:
    assert listed in forms(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("late", "latte"),
        ("carry", "car"),
        ("corner", "corn"),
        ("gate", "gato"),
        ("her", "hero"),
    ],
)
def test_words_that_only_begin_alike_are_no_forms_of_each_other(word: str, other: str) -> None:
    assert other not in forms(word)
    assert word not in forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("волк", "волками"),
        ("кошка", "кошку"),
        ("собака", "собаке"),
        ("синий", "синего"),
        ("الكلب", "كلب"),
        ("بالقطة", "قطة"),
    ],
)
def test_cyrillic_and_arabic_words_have_one_stem_in_all_cases(one: str, other: str) -> None:
    assert stem(one) == stem(other)
    assert set(forms(one)) == set(forms(other))


def test_a_wave_is_no_wolf() -> None:
    assert stem("волна") != stem("волк")


@given(st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=30))
def test_every_word_has_a_stem_and_forms(word: str) -> None:
    assert stem(word)
    assert all(forms(word))
