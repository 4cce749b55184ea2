"""The legs of who sits on somebody's shoulders: they hang before the chest, beside the chin, and the one below holds them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.colour import darker
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.limbs import KEYS
from paintover.engines.illustrator.sprites.raster import Extent, rasterise

SHOULDER = "shoulder"
"""The pose of who has somebody on the shoulders, the hands at their feet."""
_ASIDE, _LONG, _BROAD = 13.0, 30.0, 10.0
"""How far from the middle a leg hangs, how far down from the chin, and how broad it is, in units of a body."""
_PLAIN = "#4b5663"


def legs_on_shoulders(rider: Figure, under: Figure) -> tuple[str, Extent]:
    """Both legs, on the unit square of whom the shoulders are, and what they cover."""
    paint, shoe = _paint_at(rider.body, rider.regions, KEYS.trousers) or _PLAIN, "#4a3b38"
    x, top = under.anchors.neck[0], under.anchors.neck[1] - 1
    low = top + _LONG
    drawn = ""
    for side in (-1, 1):
        path = f"M{x + side * (_ASIDE + 3):.1f} {top:.1f}Q{x + side * (_ASIDE + 2):.1f} {top + 8:.1f} {x + side * _ASIDE:.1f} {low - 5:.1f}"
        for colour, broad in ((darker(paint, 0.2), _BROAD + 1.2), (paint, _BROAD)):
            drawn += f'<path d="{path}" stroke="{colour}" stroke-width="{broad:.1f}" stroke-linecap="round" fill="none"/>'
        drawn += f'<ellipse cx="{x + side * (_ASIDE + 0.6):.1f}" cy="{low + 0.5:.1f}" rx="{0.64 * _BROAD:.1f}" ry="{0.48 * _BROAD:.1f}" fill="{shoe}"/>'
    edge = _ASIDE + _BROAD
    return drawn, (x - edge, top - _BROAD, x + edge, low + _BROAD)


@lru_cache(maxsize=64)
def _paint_at(body: str, regions: str, key: str) -> str | None:
    """The paint that a body has where its regions are of that key's colour; None where that is nowhere."""
    if not regions:
        return None
    where, pixels = rasterise(UNIT, UNIT, regions), rasterise(UNIT, UNIT, body)
    wanted = [int(key[at : at + 2], 16) for at in (1, 3, 5)]
    there = (np.abs(where[..., :3].astype(int) - wanted).sum(axis=-1) < 24) & (where[..., 3] > 200)
    if np.count_nonzero(there) < 12:
        return None
    red, green, blue = np.median(pixels[there][:, :3], axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"
