"""What lies all over a thing and not in a row: the toppings of a pizza."""

from __future__ import annotations

import math

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of

_STREWN = frozenset({"pizza"})
_BITE, _TURN, _START, _OUT = 0.21, 2.4, 0.5, 0.66
"""How broad one of them is at most, as a share of the dish's breadth; by how many radians the next is farther around, and
where the first is; and how far out the last is, as a share of the way to the rim."""
_MANY = 8
"""More are the smaller for it."""
_FACE = 0.46
"""Where the middle of its upper side is, as a share of its height."""


def is_strewn(thing: Thing, bearer: Thing) -> bool:
    """Whether it lies anywhere on that."""
    return bearer.kind in _STREWN and not stock_of(thing).alive


def strewn(figure: Figure, under: Figure, frame: Frame, seat: int, seats: int) -> Frame:
    """Where one of so many lies; `under` and `frame` are those of the dish."""
    left, top, right, bottom = under.extent
    wide, high = right - left, bottom - top
    large = _BITE * wide / max(figure.width, figure.height) / max(1.0, seats / _MANY) ** 0.5
    out = 0.0 if seats == 1 else _OUT * ((seat + 0.5) / seats) ** 0.5
    x = (left + right) / 2 + out * wide / 2 * math.cos(_TURN * seat + _START)
    y = top + _FACE * high + out * high / 2 * math.sin(_TURN * seat + _START)
    at = frame.point((x, y + 0.5 * large * figure.height))
    return Frame(*at, large * frame.scale, figure.foot, False, frame.angle)
