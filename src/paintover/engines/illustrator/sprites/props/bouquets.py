"""Bouquets: seven flowers of a kind in paper, tied with a ribbon."""

from __future__ import annotations

import math
from collections.abc import Callable

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop

Flower = Callable[[str], str]
"""From a paint to a flower seen from the front, around the origin, some 16 units in radius."""
_PLACES = (
    (64, 22, 1.0),
    (42, 26, 0.94),
    (86, 26, 0.94),
    (30, 44, 0.96),
    (98, 44, 0.96),
    (52, 46, 1.12),
    (77, 47, 1.12),
)
"""Middle and size of each flower, those behind first."""
_PAPER, _RIBBON, _LEAF = "#f6efe2", "#d4547a", "#6aa356"


def _petals(count: int, path: str, paint: str, *, turn: float = 0.0) -> str:
    return "".join(
        f'<path d="{path}" fill="{paint}" transform="rotate({turn + 360 * number / count:.1f})"/>'
        for number in range(count)
    )


def _rose(paint: str) -> str:
    d, ll = darker(paint, 0.22), lighter(paint, 0.22)
    return (
        f'<circle r="15" fill="{d}"/>'
        + _petals(5, "M-9-2Q-10-16 0-16Q10-16 9-2Q0 5-9-2z", paint)
        + f'<circle r="8.500" fill="{ll}"/><circle r="6" fill="{paint}"/>'
        + f'<path d="M-5 1Q-5-5 0-5Q5-5 4 0Q3 4-1 3Q-3 1-1-1" stroke="{d}" stroke-width="1.800" fill="none" stroke-linecap="round"/>'
    )


def _carnation(paint: str) -> str:
    frill = "M-7-4L-9-13L-5-12L-4-16L0-13L4-16L5-12L9-13L7-4z"
    return (
        _petals(5, frill, darker(paint, 0.16))
        + _petals(5, frill, paint, turn=36)
        + f'<g transform="scale(.62)">{_petals(5, frill, lighter(paint, 0.3))}</g>'
        + f'<circle r="2.500" fill="{darker(paint, 0.3)}"/>'
    )


def _tulip(paint: str) -> str:
    return (
        f'<path d="M-13-10Q-12 16 0 16Q12 16 13-10L5-2L0-15L-5-2z" fill="{paint}"/>'
        f'<path d="M-6-3L0-15L6-3Q6 14 0 16Q-6 14-6-3z" fill="{lighter(paint, 0.24)}"/>'
    )


def _sunflower(paint: str) -> str:
    petal = "M-3.500-6Q-5-14 0-17Q5-14 3.500-6z"
    return (
        _petals(12, petal, darker(paint, 0.14))
        + _petals(12, petal, paint, turn=15)
        + '<circle r="8" fill="#6b4226"/><circle r="5" fill="#4a2c18"/>'
    )


def _daisy(paint: str) -> str:
    petal = "M-3-4Q-5-14 0-16Q5-14 3-4z"
    return (
        _petals(10, petal, darker(paint, 0.08))
        + _petals(10, petal, paint, turn=18)
        + '<circle r="5" fill="#f5b82e"/><circle r="2.800" fill="#e09a1c"/>'
    )


def _lily(paint: str) -> str:
    petal = "M0 2Q-8-6-3-14L0-18L3-14Q8-6 0 2z"
    dots = "".join(
        f'<path d="M0 0L{9 * math.sin(a):.1f} {-9 * math.cos(a):.1f}" stroke="#c9a24a" stroke-width="1.200"/><circle cx="{9 * math.sin(a):.1f}" cy="{-9 * math.cos(a):.1f}" r="1.600" fill="#b5651d"/>'
        for a in (0.5, 1.6, 2.6, 3.7, 4.7, 5.8)
    )
    return _petals(3, petal, darker(paint, 0.1)) + _petals(3, petal, paint, turn=60) + dots


def _peony(paint: str) -> str:
    petal = "M-8-3Q-11-15-3-15Q0-17 3-15Q11-15 8-3Q0 4-8-3z"
    return (
        _petals(6, petal, darker(paint, 0.14))
        + f'<g transform="scale(.76) rotate(28)">{_petals(6, petal, paint)}</g>'
        + f'<g transform="scale(.5)">{_petals(5, petal, lighter(paint, 0.34))}</g><circle r="2.600" fill="#f3c94d"/>'
    )


def _lavender(paint: str) -> str:
    buds = "".join(
        f'<ellipse cx="{side * 4}" cy="{y}" rx="4.200" ry="3.200" fill="{darker(paint, 0.14) if side > 0 else paint}"/>'
        for y in range(-18, 16, 6)
        for side in (-1, 1)
    )
    return f'<path d="M0-18V22" stroke="{_LEAF}" stroke-width="2"/>{buds}<ellipse cy="-22" rx="3.600" ry="4" fill="{lighter(paint, 0.2)}"/>'


def _bouquet(flower: Flower, paint: str) -> Prop:
    def draw(paint: str) -> str:
        head, shade = flower(paint), darker(paint, 0.45)
        heads = "".join(
            f'<g transform="translate({x} {y}) rotate({(x - 64) * 0.5:.1f}) scale({size})"><circle r="15" cy="2" fill="{shade}" opacity=".5"/>{head}</g>'
            for x, y, size in _PLACES
        )
        leaves = "".join(
            f'<path d="M64 84Q{64 + side * 44} 76 {64 + side * 50} 52Q{64 + side * 22} 52 64 84z" fill="{_LEAF}"/>'
            for side in (-1, 1)
        )
        return (
            f'<path d="M58 96L52 126M64 96V127M70 96L77 126" stroke="{darker(_LEAF, 0.2)}" stroke-width="5" stroke-linecap="round"/>'
            f'<path d="M22 34Q64 8 106 34L74 98H54z" fill="{darker(_PAPER, 0.12)}"/>{leaves}{heads}'
            f'<path d="M18 50L64 72L110 50L74 102H54z" fill="{_PAPER}"/>'
            f'<path d="M18 50L64 72L60 102H54z" fill="{darker(_PAPER, 0.07)}"/>'
            f'<path d="M54 96h20v8H54z" fill="{_RIBBON}"/>'
            f'<path d="M64 100Q46 88 44 102Q48 110 64 100zM64 100Q82 88 84 102Q80 110 64 100z" fill="{lighter(_RIBBON, 0.2)}"/>'
            f'<circle cx="64" cy="100" r="4" fill="{darker(_RIBBON, 0.2)}"/>'
        )

    return Prop(draw, paint)


PROPS = {
    "rose-bouquet": _bouquet(_rose, "#d4304a"),
    "carnation-bouquet": _bouquet(_carnation, "#e8507a"),
    "tulip-bouquet": _bouquet(_tulip, "#e8455a"),
    "sunflower-bouquet": _bouquet(_sunflower, "#f6b721"),
    "daisy-bouquet": _bouquet(_daisy, "#fbfbf6"),
    "lily-bouquet": _bouquet(_lily, "#fdf3f5"),
    "peony-bouquet": _bouquet(_peony, "#ee7fa8"),
    "lavender-bouquet": _bouquet(_lavender, "#8f6fc4"),
}
"""By the name that follows ``prop:`` in kinds.toml."""
