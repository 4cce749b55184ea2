from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.engines.illustrator.grammar.unquoted import unquoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("write Happy Birthday on it", "Happy Birthday"),
        ("change the caption to Bye bye", "Bye bye"),
        ("add the text: Welcome home!", "Welcome home!"),
        ("a sign that says STOP, at night", "STOP"),
        ("a sign that says OPEN next to a door", "OPEN"),
        ("写上新年快乐", "新年快乐"),
        ("下面写着：生日快乐，再加一只猫", "生日快乐"),
        ("text: Welcome, friend", "Welcome, friend"),
        ("文字改成再见", "再见"),
        ("写着欢迎光临的木牌", "欢迎光临"),
        ("写着字的木牌", None),
        ("add a caption", None),
        ("remove the text", None),
        ("去掉文字", None),
        ('write "Hello" on it', None),
        ("a cat and a dog", None),
    ],
)
def test_the_words_to_write_are_found_without_quotation_marks(text: str, words: str | None) -> None:
    found = unquoted(text)
    assert (text[slice(*found)] if found else None) == words


@given(st.text(max_size=80).map(lambda words: f"write {words}"))
def test_the_span_is_inside_the_text(text: str) -> None:
    found = unquoted(text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)
