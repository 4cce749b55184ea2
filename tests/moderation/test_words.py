from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.errors import BadRequest
from paintover.moderation.words import MAX_LIST_BYTES, WordList, folded

LIST = WordList(
    ["# what nobody may draw", "", "kill bill", "behead*", "血腥", "เลือด", "/gr[ae]y wolf/", "Ångström"]
)


@pytest.mark.parametrize(
    "text",
    [
        "Kill,  Bill!",
        "please kill\nbill now",
        "ｋｉｌｌ ｂｉｌｌ",
        "BEHEADING a king",
        "beh\u200bead",
        "be\u00adhead",
        "画一张血腥的画",
        "血 腥",
        "血.\u200d腥",
        "ภาพเลือด",
        "a GRAY wolf",
        "gre\u0301y wolf",
        "angstrom",
        "\ud800 kill bill",
    ],
)
def test_what_is_listed_is_found_however_it_is_written(text: str) -> None:
    found = LIST.find(text)
    assert found is not None
    assert found.rule == "list"


@pytest.mark.parametrize(
    "text", ["", "killbill", "skill bill", "kill the bill", "ahead", "腥血", "a grey dog", "\ud800"]
)
def test_what_is_not_listed_is_let_through(text: str) -> None:
    assert LIST.find(text) is None


@given(st.text())
def test_folding_anything_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text())
def test_a_word_is_found_among_any_others(before: str, after: str) -> None:
    assert LIST.find(f"{before} kill bill {after}") is not None


def test_a_long_list_costs_a_long_text_little_more_than_a_short_one() -> None:
    many = WordList([f"word{number} two" for number in range(20_000)] + ["/(a+)+$x/", "/(.*a){20}b/"])
    text = "word1 and " * 20_000 + "a" * 100_000

    def taken(words: WordList) -> float:
        started = time.process_time()
        assert words.find(text) is None
        return time.process_time() - started

    assert taken(many) < 20 * taken(WordList(["nothing of it"])) + 0.5


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/(/", "Line 2 .* no pattern"),
        (r"/(a)\1/", "no pattern"),
        ("***", "no word"),
        ("two words*", "several words"),
    ],
)
def test_a_line_that_is_no_rule_is_told_by_its_number(line: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        WordList(["fine", line])


def test_a_list_is_read_from_a_file_or_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\ufeffkill bill\r\n", encoding="utf-8")
    assert WordList.read(str(path)).find("kill bill") is not None
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BadRequest, match="UTF-8"):
        WordList.read(str(path))
    path.write_bytes(b"a" * (MAX_LIST_BYTES + 1))
    with pytest.raises(BadRequest, match="larger"):
        WordList.read(str(path))
    with pytest.raises(BadRequest, match="cannot be read"):
        WordList.read(str(tmp_path / "absent"))
