"""Whole numbers spelled in Chinese characters (Chinese, Japanese): 十二, 二十, 一百零五, 两千."""

from __future__ import annotations

from typing import Final

SPELLED: Final = "[零〇一二两兩三四五六七八九十百千]{1,8}"
"""A pattern for what `spelled_number` may read."""

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def spelled_number(text: str) -> int | None:
    """The number, 0 to 9999, that `text` spells, or None when it spells none ("十三" 13, "二〇" None)."""
    total, digit, last_unit, after_zero = 0, None, 10_000, False
    for character in text:
        if (unit := _UNITS.get(character)) is not None:
            if unit >= last_unit or (digit is None and (unit != 10 or total)):
                return None
            total += (1 if digit is None else digit) * unit
            digit, last_unit, after_zero = None, unit, False
        elif (value := _DIGITS.get(character)) is None or digit is not None or (after_zero and value == 0):
            return None
        elif value == 0 and len(text) > 1:
            after_zero = True
        else:
            digit = value
    if digit is not None and last_unit > 10 and last_unit < 10_000 and not after_zero:
        digit *= last_unit // 10  # 一百五 is 150
    return total + (digit or 0) if text else None
