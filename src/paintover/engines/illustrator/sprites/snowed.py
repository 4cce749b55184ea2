"""Snow that lies on what stands out of doors in winter: on roofs, walls and towers, along their upper edge."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import rasterise

_STEP = 2
"""How many units apart the points of its outline are."""
_DEEP = 0.075
"""How deep it lies on what is level, as a share of the figure's height."""
_STEEP = 3.2
"""How many units down for one across are too steep for it."""

_SOLID = 240
"""What is fainter is light or smoke, and bears no snow."""


@lru_cache(maxsize=256)
def snowed(figure: Figure) -> Figure:
    """The figure with snow on it, where its upper edge is not too steep."""
    pieces = "".join(_drift(run, _DEEP * figure.height) for run in _runs(_upper_edge(figure)))
    cap = f'<g fill="#f6faff" stroke="#c9dbee" stroke-width=".6" stroke-linejoin="round">{pieces}</g>'
    return replace(figure, name=f"{figure.name}/snow", body=figure.body + cap) if pieces else figure


def _upper_edge(figure: Figure) -> list[tuple[float, float] | None]:
    """Where each column of it begins; None where there is nothing."""
    covered = rasterise(UNIT, UNIT, figure.body)[..., 3] > _SOLID
    first = np.argmax(covered, axis=0)
    return [
        (float(x), float(first[x])) if covered[first[x], x] else None
        for x in range(0, covered.shape[1], _STEP)
    ]


def _runs(edge: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The edge in pieces that snow can lie on: broken where it drops."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in edge:
        last = runs[-1][-1] if runs[-1] else None
        if point is None or (last is not None and abs(point[1] - last[1]) > _STEEP * _STEP):
            runs.append([])
        if point is not None:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 2]


def _drift(run: list[tuple[float, float]], deep: float) -> str:
    """A cap along the run: a little above it, thin at its ends and in soft lobes below."""
    last = len(run) - 1
    upper, lower = [], []
    for place, (x, y) in enumerate(run):
        full = min(1.0, 0.35 + 4 * min(place, last - place) / last)
        lobe = 0.75 + 0.25 * (1, 0.4, -0.6, -1, -0.3, 0.6)[place % 6]
        upper.append(f"{x:g} {y - 0.25 * deep * full:.1f}")
        lower.append(f"{x:g} {y + deep * full * lobe:.1f}")
    return f'<path d="M{"L".join(upper)}L{"L".join(reversed(lower))}Z"/>'
