"""Smoke that is on a house rises from its chimney, on a ship from its funnel; steam rises from a dish."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.raster import Frame

SMOKE, STEAM = "smoke-puff", "steam"
CHIMNEYS: dict[str, Point] = {
    "house": (25, 17),
    "log-cabin": (96, 26),
    "lit-cottage": (96, 26),
    "derelict-house": (25, 28),
    "houses": (18, 28),
    "ship": (106, 29),
}
"""Where the chimney of a kind ends, on the unit square."""
CHIMNEY = "chimney"
_ROOFS: dict[str, Point] = {
    "house": (88, 36),
    "log-cabin": (39, 46),
    "lit-cottage": (39, 46),
    "barn": (92, 28),
    "houses": (84, 32),
    "derelict-house": (88, 36),
    "hut": (86, 34),
}
"""Where another chimney stands on the roof of a kind, on the unit square."""
_STOCKY = 0.26
"""How high it is, as a share of the height of the house."""
_FOOT: Point = (60, 124)
"""Where the smoke begins."""
_TALL = 0.34
"""How high the smoke rises, as a share of the height of what it comes from."""
_BROAD, _LOW = 0.5, 0.1
"""How broad steam is, in breadths of the dish, and how far below its upper edge it begins, in heights of it."""


def smokes(thing: Thing, bearer: Thing) -> bool:
    """Whether it is smoke on something that has a chimney, or steam on anything."""
    return thing.kind == STEAM or (thing.kind == SMOKE and bearer.kind in CHIMNEYS)


def is_roofed(thing: Thing) -> bool:
    """Whether it is a house on whose roof a chimney can stand."""
    return thing.kind in _ROOFS


def is_on_a_roof(thing: Thing, bearer: Thing) -> bool:
    """Whether it is a chimney on such a house."""
    return thing.kind == CHIMNEY and is_roofed(bearer)


def roof_frame(figure: Figure, bearer: Thing, under: Figure, frame: Frame) -> Frame:
    """Where a chimney goes; `frame` is the bearer's."""
    x, y = frame.point(_ROOFS[bearer.kind])
    return Frame(x, y, _STOCKY * under.height * frame.factor / figure.height * UNIT, figure.foot, frame.flip)


def smoke_frame(figure: Figure, bearer: Thing, under: Figure, frame: Frame) -> Frame:
    """Where the smoke goes; `frame` is the bearer's."""
    if bearer.kind not in CHIMNEYS:
        left, top, right, bottom = under.extent
        x, y = frame.point(((left + right) / 2, top + _LOW * (bottom - top)))
        return Frame(x, y, _BROAD * under.width * frame.factor / figure.width * UNIT, figure.foot)
    x, y = frame.point(CHIMNEYS[bearer.kind])
    return Frame(x, y, _TALL * under.tall * frame.factor / figure.height * UNIT, _FOOT, frame.flip)
