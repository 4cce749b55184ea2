"""A picture's shape. A *ratio* is ``"3:2"``; a *size* is pixels, ``(1254, 836)``."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from paintover.domain.errors import BadRatio

MAX_TERM = 10_000
WIDEST = 4.0
"""Neither side may be more than four times the other."""

_PATTERN = re.compile(r"\s*(\d{1,6})(\.\d{1,4})?\s*[:：xX×*/]\s*(\d{1,6})(\.\d{1,4})?\s*")


@dataclass(frozen=True, slots=True)
class Ratio:
    """Width to height in lowest terms, but for 21:9, which everybody calls so; whole numbers from 1 to 10,000."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}:{self.height}"

    @property
    def value(self) -> float:
        """Width divided by height."""
        return self.width / self.height

    def size(self, pixels: int = 1024 * 1024) -> tuple[int, int]:
        """Width and height in pixels with about `pixels` in all, each a multiple of 8."""
        height = math.sqrt(pixels / self.value)
        return max(8, round(height * self.value / 8) * 8), max(8, round(height / 8) * 8)


SQUARE = Ratio(1, 1)


def parse_ratio(text: str) -> Ratio:
    """Read ``3:2``, ``3：2``, ``1024x1536``, ``2.35:1``.

    Raises:
        BadRatio: the text is no ratio, a side is zero, or the shape is narrower than 1:4 or wider than 4:1.
    """
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise BadRatio(
            f"'{text[:40]}' is no ratio: write it as width:height, for example 3:2.", param="ratio"
        )
    width = float(match[1] + (match[2] or ""))
    height = float(match[3] + (match[4] or ""))
    if width <= 0 or height <= 0:
        raise BadRatio("A ratio needs two numbers above zero, for example 3:2.", param="ratio")
    if not 1 / WIDEST <= width / height <= WIDEST:
        raise BadRatio("The ratio must lie between 1:4 and 4:1.", param="ratio")
    scale = 1 if width.is_integer() and height.is_integer() else 10_000
    whole_width, whole_height = round(width * scale), round(height * scale)
    divisor = math.gcd(whole_width, whole_height)
    whole_width, whole_height = whole_width // divisor, whole_height // divisor
    if (whole_width, whole_height) in ((7, 3), (3, 7)):
        return Ratio(whole_width * 3, whole_height * 3)
    if max(whole_width, whole_height) > MAX_TERM:
        shrink = max(whole_width, whole_height) / MAX_TERM
        whole_width, whole_height = max(1, round(whole_width / shrink)), max(1, round(whole_height / shrink))
    return Ratio(whole_width, whole_height)
