"""Where words at the top of a picture are set so that they cover no face and no balloon: beside them or between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Box = tuple[float, float, float, float]
_SMALLEST = 0.5
"""How much smaller the words are made at most to find room."""
_AIR = 0.02
"""The room between words and what they are between, as a share of the picture's breadth."""


def room_between(
    box: Box, taken: Sequence[Box], size_in: Callable[[float], tuple[float, float]], width: float
) -> Box:
    """The part of the box in which the words are largest and cover nothing that is `taken`; the whole box where they cover nothing
    anyway, or would have to be too small.

    `size_in` tells of a breadth how large the words are in it, and how broad they are then.
    """
    left, top, right, bottom = box
    usual, broad = size_in(right - left)
    middle = (left + right) / 2
    in_the_way = [
        (one[0] - _AIR * width, one[2] + _AIR * width) for one in taken if one[1] < bottom and one[3] > top
    ]
    if all(high <= middle - broad / 2 or low >= middle + broad / 2 for low, high in in_the_way):
        return box
    ends = sorted({left, right, *(end for span in in_the_way for end in span if left < end < right)})
    free = [
        (low, high)
        for low in ends
        for high in ends
        if low < high and not any(start < high and end > low for start, end in in_the_way)
    ]
    sizes = {gap: size_in(gap[1] - gap[0])[0] for gap in free}
    best = max(free, key=lambda gap: (round(sizes[gap], 1), -abs(sum(gap) / 2 - middle)), default=None)
    if best is None or sizes[best] < _SMALLEST * usual:
        return box
    return best[0], top, best[1], bottom
