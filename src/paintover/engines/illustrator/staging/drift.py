"""Where many drift through the air: scattered, nearer and farther, and none before another."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.standing import hangs

_MANY, _FULL = 5, 0.42
"""So many drift and stand in no rows; how much of the sky they fill together."""
_FARTHEST = 0.58
"""How large the farthest is beside the nearest."""
_TRIES = 24
_SHRINK = 0.93
Drifting = tuple[float, float, float]
"""The middle, the foot and the height of one, in pixels."""


def are_adrift(things: Sequence[Thing]) -> bool:
    """Whether they are many of one kind in the air, lifeless or on the wing, of which it is not said how they stand."""
    first = things[0]
    alike = all(
        (one.kind, one.size, one.rel, one.array) == (first.kind, first.size, None, "") for one in things
    )
    kind = stock_of(first)
    soars = not kind.alive or first.pose in (None, "fly")
    return len(things) >= _MANY and alike and kind.habitat == "sky" and soars and not hangs(first)


def drifted(
    rng: random.Random, count: int, sky: tuple[float, float], most: float, slim: float
) -> list[Drifting]:
    """So many in a sky so broad and so high, no higher than `most`, each `slim` times as broad as it is high."""
    tall = min(most, math.sqrt(_FULL * sky[0] * sky[1] / (count * slim)))
    sizes = [_FARTHEST + (1 - _FARTHEST) * (place + 0.5) / count for place in range(count)]
    rng.shuffle(sizes)
    for _ in range(12):
        spots: list[Drifting] = []
        for size in sizes:
            spots.append(_freest(rng, spots, sky, size * tall, slim))
        if all(_apart(one, other, slim) > 1 for k, one in enumerate(spots) for other in spots[:k]):
            break
        tall *= _SHRINK
    return sorted(spots, key=lambda spot: spot[0])


def _freest(
    rng: random.Random, taken: Sequence[Drifting], sky: tuple[float, float], tall: float, slim: float
) -> Drifting:
    """Of some spots that of which the nearest neighbour is farthest."""
    width, low = sky
    half, rim = 0.5 * slim * tall, 0.03 * width
    tried = [
        (
            rng.uniform(rim + half, width - rim - half),
            rng.uniform(min(low, 1.12 * tall + rim), low),
            tall,
        )
        for _ in range(_TRIES)
    ]
    if not taken:
        return tried[0]
    return max(tried, key=lambda spot: min(_apart(spot, other, slim) for other in taken))


def _apart(one: Drifting, other: Drifting, slim: float) -> float:
    """How far two are from each other, in measures of what they need not to touch."""
    across = abs(one[0] - other[0]) / (0.55 * slim * (one[2] + other[2]))
    down = abs((one[1] - one[2] / 2) - (other[1] - other[2] / 2)) / (0.54 * (one[2] + other[2]))
    return max(across, down)
