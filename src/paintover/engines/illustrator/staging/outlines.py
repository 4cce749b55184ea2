"""Where so many stand that form a heart, a star, a spiral: points from -1 to 1, to the right and down, in their order."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

Point = tuple[float, float]
_FINE = 240
"""By so many points a line is told before it is divided."""
_TURNS, _HUB = 1.6, 0.16
"""How often a spiral goes round, and how far from its middle it begins."""


def _heart(share: float) -> Point:
    turn = math.tau * share
    x = math.sin(turn) ** 3
    y = -(13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn) - math.cos(4 * turn)) / 14.5
    return x, y - 0.16


def _spiral(share: float) -> Point:
    turn, radius = math.tau * _TURNS * share, _HUB + (1 - _HUB) * share
    return radius * math.sin(turn), -radius * math.cos(turn)


def _arc(share: float) -> Point:
    return -math.cos(math.pi * share), 1 - 2 * math.sin(math.pi * share)


def _diagonal(share: float) -> Point:
    return 2 * share - 1, 1 - 2 * share


def _corners(count: int, radii: Sequence[float]) -> list[Point]:
    return [
        (radii[at % len(radii)] * math.sin(math.tau * at / count), -radii[at % len(radii)] * math.cos(math.tau * at / count))
        for at in range(count)
    ]  # fmt: skip


def _along(points: Sequence[Point], count: int, *, closed: bool) -> list[Point]:
    """So many points of a line, equally far apart on it."""
    ends = [*points, points[0]] if closed else list(points)
    lengths = [0.0, *itertools.accumulate(math.dist(a, b) for a, b in itertools.pairwise(ends))]
    found, at = [], 0
    for number in range(count):
        wanted = lengths[-1] * number / (count if closed else max(1, count - 1))
        while at < len(ends) - 2 and lengths[at + 1] < wanted:
            at += 1
        part = (wanted - lengths[at]) / ((lengths[at + 1] - lengths[at]) or 1.0)
        (x0, y0), (x1, y1) = ends[at], ends[at + 1]
        found.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0)))
    return found


def _curve(line: Callable[[float], Point], count: int, *, closed: bool = False) -> list[Point]:
    return _along([line(at / _FINE) for at in range(_FINE + (not closed))], count, closed=closed)


def _zigzag(count: int) -> list[Point]:
    return [(2 * at / max(1, count - 1) - 1, 0.7 if at % 2 == 0 else -0.7) for at in range(count)]


def _pairs(count: int) -> list[Point]:
    """By twos, the pairs side by side, or in two rows."""
    pairs = (count + 1) // 2
    rows = 1 if pairs <= 3 else 2
    across = -(-pairs // rows)
    found = []
    for at in range(count):
        row, column = divmod(at // 2, across)
        many = min(across, pairs - row * across)
        middle = (column - (many - 1) / 2) * 2 / across
        found.append((middle + (0.18 if at % 2 else -0.18) * 2 / across, 0.0 if rows == 1 else 2 * row - 1.0))
    return found


def _rows(rows: int, count: int) -> list[Point]:
    """In so many rows of as many each as can be, the first at the back."""
    sizes = [count // rows + (at >= rows - count % rows) for at in range(rows)]
    widest = max(sizes)
    return [
        ((column - (many - 1) / 2) * 2 / max(1, widest - 1), 2 * row / max(1, rows - 1) - 1.0)
        for row, many in enumerate(sizes)
        for column in range(many)
    ]


def outline(form: str, count: int) -> list[Point]:
    """Where so many stand that form that."""
    match form:
        case "heart":
            return _curve(_heart, count, closed=True)
        case "star":
            return _along(_corners(10, (1.0, 0.42)), count, closed=True)
        case "triangle":
            return _along(_corners(3, (1.0,)), count, closed=True)
        case "square":
            return _along([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)], count, closed=True)
        case "spiral":
            return _curve(_spiral, count)
        case "arc":
            return _curve(_arc, count)
        case "zigzag":
            return _zigzag(count)
        case "pairs":
            return _pairs(count)
        case "diagonal":
            return _curve(_diagonal, count)
        case _:
            return _rows(int(form.removeprefix("rows")), count)


OUTLINES = (
    "heart", "star", "triangle", "square", "spiral", "arc", "zigzag", "diagonal", "pairs", "rows2", "rows3", "rows4", "rows5",
)  # fmt: skip
