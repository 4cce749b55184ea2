"""An arm in plaster: the sleeve that we see on the left under bandages, in a sling from the neck. All shapes are in the wearer's
unit square."""

from __future__ import annotations

import numpy as np

from paintover.engines.illustrator.colour import darker
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.wardrobe import FINE, grown, parts_of, path_of

ARM_CAST = "arm-cast"
"""What is worn on an arm that is held before the body."""
PLASTER = "#f4f2ec"
_CLOTH = "#8fb0d4"
"""The paint of the sling."""


def arm_in_plaster(wearer: Figure, colour: str) -> tuple[str, Extent]:
    """The plaster and its sling as SVG elements, and what they may cover, of who has sleeves."""
    parts = parts_of(wearer.regions)
    x, y = wearer.anchors.neck
    half = 0.14 * wearer.anchors.head
    sleeve = parts.sleeves.copy()
    sleeve[:, int((x + 2.2 * half) * FINE) :] = False
    rows = np.flatnonzero(sleeve.any(axis=1))
    if not rows.size:
        return "", wearer.extent
    low = rows[-1] / FINE
    sleeve[: int((low - _FOREARM * wearer.anchors.head) * FINE)] = False
    columns = np.flatnonzero(sleeve.any(axis=0))
    left, right = columns[0] / FINE, columns[-1] / FINE
    plaster = grown(sleeve, 4) & ~grown(parts.other, 1)
    path, dark = path_of(plaster), darker(colour, 0.22)
    wraps = "".join(f"M{at:.1f} {low - 24:.1f}l-5 32" for at in np.arange(left, right + 8, 5.5))
    sling = f"M{x - half:.1f} {y:.1f}L{left + 3:.1f} {low - 3:.1f}M{x + half:.1f} {y:.1f}L{right - 3:.1f} {low - 3:.1f}"
    drawn = (
        f'<path d="{sling}" stroke="{darker(_CLOTH, 0.2)}" stroke-width="4.400"/><path d="{sling}" stroke="{_CLOTH}" stroke-width="3.200"/>'
        f'<path d="{path_of(grown(plaster, 2) & ~grown(parts.other, 1))}" fill="{dark}"/><path d="{path}" fill="{colour}"/>'
        f'<clipPath id="plaster"><path d="{path}"/></clipPath><path d="{wraps}" stroke="{dark}" stroke-width="1" clip-path="url(#plaster)"/>'
    )
    return drawn, (left - 3, y - 3, right + 6, low + 3)


_FOREARM = 0.34
"""How far above its lowest row the plaster begins, in heads."""
