"""Servers that draw many sizes, but not all: the one to ask for instead."""

from __future__ import annotations

import math
from itertools import product
from typing import Annotated

import msgspec
from msgspec import Meta

_STEPS = 4
"""So many multiples around the wished-for side are looked at."""


class Bounds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which sizes a server draws."""

    multiple: Annotated[int, Meta(ge=1, le=256)] = 1
    """Sides are multiples of so many pixels."""
    min_pixels: Annotated[int, Meta(ge=1)] = 1
    max_pixels: Annotated[int, Meta(ge=1)] = 2**31
    max_side: Annotated[int, Meta(ge=16)] = 2**16
    max_ratio: Annotated[float, Meta(ge=1)] = 1000.0
    """How much longer one side may be than the other."""

    def nearest(self, width: int, height: int) -> tuple[int, int]:
        """The size within the bounds whose shape, and then area, is nearest to `width` x `height`, both above 0. Bounds that
        leave no size near it give the nearest in multiples."""
        if width % self.multiple == height % self.multiple == 0 and self._holds(width, height):
            return width, height
        shape = min(self.max_ratio, max(1 / self.max_ratio, width / height))
        area = min(
            float(self.max_pixels),
            max(self.min_pixels, width * height),
            self.max_side**2 / max(shape, 1 / shape),
        )
        across, down = math.sqrt(area * shape), math.sqrt(area / shape)

        def error(size: tuple[int, int]) -> float:
            # A shape that is off shows more than an area that is.
            return 8 * abs(math.log(size[0] / size[1] / shape)) + abs(math.log(size[0] * size[1] / area))

        sizes = list(product(self._around(across), self._around(down)))
        return min([size for size in sizes if self._holds(*size)] or sizes, key=error)

    def _around(self, side: float) -> list[int]:
        nearest = round(side / self.multiple)
        return [
            self.multiple * count for count in range(max(1, nearest - _STEPS), max(1, nearest) + _STEPS + 1)
        ]

    def _holds(self, width: int, height: int) -> bool:
        longer, shorter = max(width, height), min(width, height)
        return (
            self.min_pixels <= width * height <= self.max_pixels
            and longer <= self.max_side
            and longer <= shorter * self.max_ratio
        )
