"""Belts: round the waist of people, and round the middle of animals.

All shapes are in the wearer's unit square.
"""

from __future__ import annotations

import numpy as np

from paintover.engines.illustrator.colour import darker
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.wardrobe import FINE, Mask, grown, parts_of, path_of

BELT = "belt"
LEATHER = "#6b4226"
_BUCKLE = "#e8c25a"
_ABOVE_THE_SEAT, _BROAD = 10.0, 5.2
"""How far above what somebody sits on the upper edge is, and how broad a belt is."""


def belt_round(wearer: Figure, outline: Mask, colour: str, *, upright: bool) -> tuple[str, Extent]:
    """The belt as SVG elements, and what it may cover. `upright` says whether an animal stands up."""
    rows = np.arange(outline.shape[0], dtype=np.float64)[:, None] / FINE
    columns = np.arange(outline.shape[1], dtype=np.float64)[None, :] / FINE
    if wearer.regions:
        seat = wearer.anchors.seat or (64.0, wearer.extent[3] - 25)
        top, parts = seat[1] - _ABOVE_THE_SEAT, parts_of(wearer.regions)
        body = grown(parts.torso | parts.legs, 4) & ~grown(parts.other, 1) & ~parts.sleeves
        return _band(body & (rows >= top) & (rows < top + _BROAD), colour)
    if upright:
        neck, foot = wearer.anchors.neck[1], wearer.extent[3]
        top = neck + 0.44 * (foot - neck)
        return _band(grown(outline, 2) & (rows >= top) & (rows < top + 0.1 * (foot - neck)), colour)
    neck, back = wearer.anchors.neck[0], wearer.anchors.back
    at = max(back[0], neck + 0.3 * (wearer.extent[2] - neck))
    low = wearer.extent[3] - 0.2 * wearer.height
    band = (np.abs(columns - at) < 0.035 * wearer.width) & (rows > back[1] - 4) & (rows < low)
    return _band(grown(outline, 2) & band, colour)


def _band(mask: Mask, colour: str) -> tuple[str, Extent]:
    """The cloth with an edge, and the buckle in the middle of it."""
    down, across = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not down.size:
        return "", (0.0, 0.0, float(UNIT), float(UNIT))
    left, right, top, bottom = (
        across[0] / FINE,
        (across[-1] + 1) / FINE,
        down[0] / FINE,
        (down[-1] + 1) / FINE,
    )
    x, y, half = (left + right) / 2, (top + bottom) / 2, 0.5 * min(right - left, bottom - top)
    path = path_of(mask)
    body = (
        f'<path d="{path_of(grown(mask, 1))}" fill="{darker(colour, 0.35)}"/><path d="{path}" fill="{colour}"/>'
        f'<rect x="{x - 1.5 * half:.1f}" y="{y - 1.15 * half:.1f}" width="{3 * half:.1f}" height="{2.3 * half:.1f}" rx="1" fill="none" stroke="{_BUCKLE}" stroke-width="1.5"/>'
    )
    return body, (left - 1, top - 1, right + 1, bottom + 1)
