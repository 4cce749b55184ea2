"""An umbrella in somebody's hand: its shaft is so long that the head is below the canopy, and not before it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.sprites.figures import Figure

LENGTH = 30.0
"""How much longer the shaft is than it is drawn, in units."""
_SHAFT = (54.0, 98.0)
"""Where the shaft is seen on the drawing, from below the canopy to the handle."""


@lru_cache(maxsize=32)
def held_up(figure: Figure) -> Figure:
    """The umbrella with a long shaft; its canopy stays where it is on the drawing."""
    shaft, hook, canopy = (f"{part}/>" for part in figure.body.split("/>", 2))
    top, low = _SHAFT
    longer = 1 + LENGTH / (low - top)
    left, up, right, bottom = figure.extent
    return replace(
        figure,
        name=f"{figure.name}/held",
        body=(
            f'<g transform="matrix(1 0 0 {longer:.4f} 0 {top * (1 - longer):.2f})">{shaft}</g>'
            f'<g transform="translate(0 {LENGTH:g})">{hook}</g>{canopy.removesuffix("/>")}'
        ),
        extent=(left, up, right, bottom + LENGTH),
    )
