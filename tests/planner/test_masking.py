from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.planner.masking import HIDDEN, mask
from tests.planner.conversations import gen


@given(st.text(alphabet=st.characters() | st.sampled_from("“”「」`\"'>\n ab"), max_size=120))
def test_masking_keeps_the_length_and_all_that_is_not_quoted(text: str) -> None:
    masked, quoted = mask(text)
    assert len(masked) == len(text)
    assert all(masked[start:end] == HIDDEN * (end - start) for start, end in quoted)


@pytest.mark.parametrize(
    "text",
    [
        "写上“第二张”",
        'a sign "undo"',
        "「元に戻して」と書く",
        "```\nundo\n```",
        "> 第一张",
        "«отмени» на стене",
    ],
)
def test_quoted_words_are_hidden(text: str) -> None:
    masked, quoted = mask(text)
    assert quoted
    assert not any(word in masked for word in ("第", "undo", "戻", "отмени"))


def test_an_apostrophe_is_no_quote() -> None:
    assert mask("the dog's hat isn't red")[1] == ()


def test_a_pasted_id_is_no_quote_but_no_cue_either() -> None:
    masked, quoted = mask(f"`{gen(4)}` add a hat")
    assert quoted == ()
    assert gen(4) not in masked
