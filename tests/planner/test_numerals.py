"""Numbers spelled in Chinese characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from paintover.planner.numerals import spelled_number

_DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """The usual spelling, written the other way round from how it is read."""
    if number < 10:
        return _DIGITS[number]
    said, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            said += ("零" if zero and said else "") + _DIGITS[digit] + name
            zero = False
        elif said:
            zero = True
    return said


@given(some.integers(0, 9999))
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    assert spelled_number(spelled(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("兩千", 2000), ("一百五", 150), ("一千二", 1200), ("一百零五", 105)],
)  # fmt: skip
def test_short_spellings(text: str, number: int) -> None:
    assert spelled_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "十百", "一一", "二〇二四", "零零", "牛", "十十", "一牛"])
def test_what_spells_no_number(text: str) -> None:
    assert spelled_number(text) is None
