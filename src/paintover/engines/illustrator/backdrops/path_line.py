"""Where the path of a place runs, which `land.path` draws: the middle of it at every height of the picture."""

from __future__ import annotations

import random
from dataclasses import dataclass

WIDTHS = (0.15, 0.17, 0.27)
"""Half the breadth of a path at the lower edge, as a share of the picture's: a trodden one, one that is told of, a road."""

BROOK = 3
"""What a scenery's path is that is no path but a river, which winds where nobody stands."""


@dataclass(frozen=True, slots=True)
class PathLine:
    """The curve of a path from its goal at the horizon to our feet, in pixels."""

    goal: float
    foot: float
    swing: float
    top: float
    wide: float
    height: float

    def middle_at(self, y: float) -> float:
        """How far from the left edge its middle is, so far down."""
        depth = (self.height - self.top) / 0.96
        low, high = 0.0, 1.0
        for _ in range(16):
            t = (low + high) / 2
            at = _bezier(t, self.top, self.top + 0.285 * depth, self.top + 0.475 * depth, self.height)
            low, high = (t, high) if at < y else (low, t)
        t = (low + high) / 2
        return _bezier(
            t,
            self.goal,
            self.goal + self.swing + 0.11 * self.wide,
            self.foot - self.swing + 0.05 * self.wide,
            self.foot,
        )


def path_line(rng: random.Random, told: int, width: float, height: float, horizon: float) -> PathLine:
    """The path of that stream of numbers; `told` is how plainly it is told of, 2 for a road."""
    goal, foot = width * rng.uniform(0.30, 0.70), width * rng.uniform(0.25, 0.75)
    swing = width * rng.choice((-0.2, 0.2))
    top = horizon + 0.04 * (height - horizon)
    return PathLine(goal, foot, swing, top, min(width, 1.2 * height) * WIDTHS[told], height)


def _bezier(t: float, a: float, b: float, c: float, d: float) -> float:
    u = 1 - t
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
