"""Many who swim side by side in a new picture are by turns nearer and further out, and larger than in one row."""

from __future__ import annotations

import random
from collections.abc import Sequence

from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.rows import Actor

_IN_A_ROW, _PITCH, _OVERLAP = 3, 0.9, 1.3
"""So many are in one row; more share so much of the picture's width, and are so many times as broad at most as the room of each."""
_SMALLER = 0.86
_FURTHER = 0.55
"""How much smaller every second one is, and how much further out, as a share of the way to the horizon."""


def in_a_shoal(
    actors: Sequence[Actor], unit: float, most: float, width: int, rng: random.Random
) -> list[tuple[Actor, float, float, float]]:
    """Of each its middle, how far out it is as a share of the way to the horizon, and its height, in pixels, those further out
    first. The tallest would be `unit` high in one row, and is `most`; none where a row is better."""
    if len(actors) <= _IN_A_ROW or not all(stock_of(one.thing).alive for one in actors):
        return []
    pitch = _PITCH * width / len(actors)
    tall = min(len(actors) / _IN_A_ROW * unit, _OVERLAP * pitch / max(one.breadth for one in actors), most)
    if tall <= unit:
        return []
    places = []
    for k, one in enumerate(actors):
        x = width / 2 + (k + 0.5 - len(actors) / 2 + rng.uniform(-0.08, 0.08)) * pitch
        places.append((one, x, _FURTHER * (k % 2), one.rel * tall * (_SMALLER if k % 2 else 1.0)))
    return sorted(places, key=lambda place: -place[2])
