"""The glow of lamps that are lit: warm light around the shade, on the wall behind it and on what stands there."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Placement, Thing
from paintover.engines.illustrator.sprites.raster import Sprite, premultiplied, rasterise

_WARM = "#ffe9a6"
_HIGH = {"lamp": 0.26, "floor-lamp": 0.14, "street-lamp": 0.2, "desk-lamp": 0.3}
"""How far down the light is, as a share of the height."""
_REACH, _MOST = 1.15, 260.0
"""How far the light reaches: in heights of the lamp, and at most in pixels of the nominal size."""


def glow_around(thing: Thing, placed: Placement, factor: float) -> tuple[float, float, float]:
    """The middle and the reach of its light, in pixels of a picture that is `factor` times the nominal size."""
    left, top, right, bottom = placed.box
    high = bottom - top
    reach = min(_REACH * max(high, right - left), _MOST)
    return (
        factor * (left + right) / 2,
        factor * (top + _HIGH.get(thing.kind, 0.45) * high),
        factor * reach,
    )


def glow_in_svg(thing: Thing, placed: Placement, factor: float = 1.0) -> str:
    """The glow as SVG elements."""
    x, y, reach = glow_around(thing, placed, factor)
    return _circle(thing.id, x, y, reach)


def glow_sprite(thing: Thing, placed: Placement, factor: float) -> Sprite:
    """The glow as pixels."""
    x, y, reach = glow_around(thing, placed, factor)
    side = max(2, round(2 * reach))
    return Sprite(
        premultiplied(rasterise(side, side, _circle(thing.id, side / 2, side / 2, side / 2))),
        round(x - reach),
        round(y - reach),
    )


def _circle(name: str, x: float, y: float, reach: float) -> str:
    stops = "".join(
        f'<stop offset="{at}" stop-color="{_WARM}" stop-opacity="{opacity}"/>'
        for at, opacity in ((0, 0.85), (0.28, 0.5), (0.6, 0.18), (1, 0))
    )
    return (
        f'<radialGradient id="glow-{name}">{stops}</radialGradient>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{reach:.1f}" fill="url(#glow-{name})"/>'
    )
