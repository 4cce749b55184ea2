"""Animals that eat grass: the head is as low as the drawing lets it, and some blades stick out of the mouth."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.sprites.figures import Figure

GRAZE = "graze"
"""The pose of whoever eats grass."""
_BLADES = ((-0.30, 0.16), (-0.24, 0.30), (-0.08, 0.36), (0.08, 0.32), (-0.34, 0.02))
"""Where the tips of the blades are from the mouth, in measures of the head, of one who looks left."""
_GREENS = ("#3f9a3a", "#62b84a", "#2f8236")


@lru_cache(maxsize=64)
def grazing(figure: Figure) -> Figure:
    """The figure with grass in its mouth."""
    anchors, size = figure.anchors, figure.anchors.head
    x, y = anchors.nose
    x, y = (x, y + 0.22 * size) if anchors.front else (x + 0.06 * size, y + 0.10 * size)
    blades = "".join(
        f'<path d="M{x:.1f} {y:.1f}q{dx * size * 0.7:.1f} {dy * size * 0.2:.1f} {dx * size:.1f} {dy * size:.1f}" '
        f'stroke="{_GREENS[n % 3]}" stroke-width="{max(1.8, 0.07 * size):.1f}" stroke-linecap="round" fill="none"/>'
        for n, (dx, dy) in enumerate(_BLADES)
    )
    left, top, right, bottom = figure.extent
    reach = (min(left, x - 0.36 * size), top, right, bottom)
    return replace(figure, name=f"{figure.name}/grass", body=f"{figure.body}{blades}", extent=reach)
