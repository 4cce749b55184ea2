"""What lies all over a thing and not in a row: the toppings of a pizza, chopped scallions on noodles."""

from __future__ import annotations

import math

from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Frame
from paintover.engines.illustrator.sprites.stock import stock_of

SCATTERED = frozenset({"chopped-scallions", "sugar-sprinkles", "sesame-seeds", "chocolate-chips"})
"""What is drawn as a handful of little bits, which lie over all that they are on."""
_STREWN = frozenset({"pizza"})
_OVER, _UP = 0.86, 0.35
"""How broad a handful is, in breadths of what has room on a dish, and how far its middle is above where things stand there, in
heights of it."""
_PILED = {
    ("meatball", "spaghetti-meatballs"): (
        0.19,
        ((0.29, 0.74), (0.71, 0.76), (0.5, 0.82), (0.37, 0.5), (0.64, 0.52)),
    ),
    ("meatball", "meatballs"): (0.3, ((0.3, 0.3), (0.7, 0.3), (0.5, 0.08), (0.5, 0.34))),
}
"""Of what a dish is drawn with, how broad one more is, as a share of the dish's breadth, and where its middle is, as shares of the
dish's breadth and height."""
_BITE, _TURN, _START, _OUT = 0.21, 2.4, 0.5, 0.66
"""How broad one of them is at most, as a share of the dish's breadth; by how many radians the next is farther around, and
where the first is; and how far out the last is, as a share of the way to the rim."""
_MANY = 8
"""More are the smaller for it."""
_FACE = 0.46
"""Where the middle of its upper side is, as a share of its height."""


def is_strewn(thing: Thing, bearer: Thing) -> bool:
    """Whether it lies anywhere on that."""
    if thing.kind in SCATTERED:
        return not stock_of(bearer).alive and stock_of(bearer).habitat == "table"
    return (bearer.kind in _STREWN and not stock_of(thing).alive) or is_piled(thing, bearer)


def is_piled(thing: Thing, bearer: Thing) -> bool:
    """Whether it is one more of what a dish is drawn with."""
    return (thing.kind, bearer.kind) in _PILED


def strewn(
    thing: Thing, figure: Figure, bearer: Thing, under: Figure, frame: Frame, seat: int, seats: int
) -> Frame:
    """Where one of so many lies; `under` and `frame` are those of the dish."""
    if thing.kind in SCATTERED:
        size = _OVER * under.rest_width / figure.width
        x, y = frame.point((under.rest[0], under.rest[1] + (0.5 - _UP) * size * figure.height))
        return Frame(x, y, size * frame.scale, figure.foot, False, frame.angle)
    left, top, right, bottom = under.extent
    if (piled := _PILED.get((thing.kind, bearer.kind))) is not None:
        size, (across, down) = piled[0] * (right - left) / figure.width, piled[1][seat % len(piled[1])]
        x, y = left + across * (right - left), top + down * (bottom - top) + 0.5 * size * figure.height
        return Frame(*frame.point((x, y)), size * frame.scale, figure.foot, False, frame.angle)
    wide, high = right - left, bottom - top
    large = _BITE * wide / max(figure.width, figure.height) / max(1.0, seats / _MANY) ** 0.5
    out = 0.0 if seats == 1 else _OUT * ((seat + 0.5) / seats) ** 0.5
    x = (left + right) / 2 + out * wide / 2 * math.cos(_TURN * seat + _START)
    y = top + _FACE * high + out * high / 2 * math.sin(_TURN * seat + _START)
    at = frame.point((x, y + 0.5 * large * figure.height))
    return Frame(*at, large * frame.scale, figure.foot, False, frame.angle)
