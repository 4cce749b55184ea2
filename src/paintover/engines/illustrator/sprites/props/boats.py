"""Boats without a sail, drawn from the side: who is in one sits behind its near side.

The near rim of each is told in ``[hull]`` of `anchors.toml`.
"""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, down

_HULL = "M3 58Q64 90 125 60Q121 88 104 104H26Q8 90 3 58Z"
"""The outer side, from the bow at the left along the near rim to the stern."""


def _wooden(paint: str, inside: str = "") -> str:
    """A hull of planks, `inside` drawn between its far rim and its near side."""
    dark, deep, light = darker(paint, 0.32), darker(paint, 0.55), lighter(paint, 0.30)
    planks = "".join(
        f'<path d="M{4 + k * 4.2:.1f} {68 + k * 9}Q64 {96 + k * 5.4:.1f} {123 - k * 4.6:.1f} {70 + k * 9}" stroke="{dark}" stroke-width="1.500" fill="none" opacity=".75"/>'
        for k in range(3)
    )
    return (
        f"{down('h', (0, light), (0.35, paint), (1, dark))}"
        f'<path d="M3 58Q64 74 125 60Q64 92 3 58Z" fill="{deep}"/><path d="M3 58Q64 74 125 60" stroke="{dark}" stroke-width="3" fill="none" stroke-linecap="round"/>'
        f'<path d="M38 66.500L90 67L86 74.500L42 74z" fill="{darker(paint, 0.18)}"/><path d="M38 66.500L90 67L89 69L39 68.500z" fill="{light}" opacity=".8"/>{inside}'
        f'<path d="{_HULL}" fill="url(#h)"/>{planks}'
        f'<path d="M3 58Q64 90 125 60" stroke="{light}" stroke-width="4.200" fill="none" stroke-linecap="round"/><path d="M3 60.500Q64 92.500 125 62.500" stroke="{dark}" stroke-width="1.400" fill="none" stroke-linecap="round"/>'
    )


def _rowing_boat(paint: str) -> str:
    oar = (
        f'<g transform="rotate(33 70 80)"><rect x="34" y="78.200" width="74" height="3.600" rx="1.800" fill="#d9b27c"/><path d="M100 75.500Q112 73 121 77V83Q112 87 100 84.500z" fill="#e6c48f" stroke="#a87b45" stroke-width="1"/></g>'
        f'<circle cx="66" cy="77.500" r="3" fill="{darker(paint, 0.5)}"/>'
    )
    return _wooden(paint) + oar


def _covered_boat(paint: str) -> str:
    """A boat of the southern canals, with a black mat arched over its after half."""
    mat = (
        f"{down('m', (0, '#5b5248'), (1, '#29241f'))}"
        '<path d="M58 72Q56 34 84 33Q113 34 112 70Q86 80 58 72Z" fill="url(#m)"/><path d="M58 72Q56 34 84 33Q71 36 71 74Q64 74 58 72Z" fill="#1b1714"/>'
        + "".join(
            f'<path d="M{x} {y}Q{x + 1} 37 {x - 7} 33.500" stroke="#8a7b66" stroke-width="1.300" fill="none" opacity=".8"/>'
            for x, y in ((84, 76), (94, 75.5), (104, 73))
        )
        + '<path d="M72 58Q92 63 113 56M74 46Q92 50 110 45" stroke="#8a7b66" stroke-width="1.200" fill="none" opacity=".7"/><path d="M58 72Q56 34 84 33Q113 34 112 70" stroke="#8a7b66" stroke-width="2" fill="none"/>'
    )
    return _wooden(paint, mat)


PROPS = {
    "rowing-boat": Prop(_rowing_boat, "#a9683a", rest=(64.0, 76.0), rest_width=86.0),
    "covered-boat": Prop(_covered_boat, "#6f5138", rest=(34.0, 70.0), rest_width=44.0),
}
