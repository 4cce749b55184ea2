"""People seen from behind: hair where the face is, and the body as it is."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.figures import Figure

_BROAD, _ABOVE, _BELOW, _SHORT = 0.47, 0.5, 0.57, 0.44
"""How far the hair reaches from between the eyes to the sides, up and down, and down where it is short, in sizes of the head."""


@lru_cache(maxsize=64)
def from_behind(figure: Figure, hair: str, *, short: bool = False) -> Figure:
    """The figure with its back to us; `hair` is the paint of its hair, which may be cut `short`."""
    anchors = figure.anchors
    if not anchors.front:
        return figure
    size, (x, y) = anchors.head, anchors.eye
    x = sum(eye[0] for eye in anchors.eyes) / len(anchors.eyes) if anchors.eyes else x
    top, low = y - _ABOVE * size, y + (_SHORT if short else _BELOW) * size
    wide = _BROAD * size
    crown = (
        f"M{x:.1f} {top:.1f}C{x + 0.8 * wide:.1f} {top:.1f} {x + 1.05 * wide:.1f} {y - 0.1 * size:.1f} {x + wide:.1f} {y + 0.12 * size:.1f}"
        f"C{x + 0.98 * wide:.1f} {y + 0.5 * size:.1f} {x + 0.55 * wide:.1f} {low:.1f} {x:.1f} {low:.1f}"
        f"S{x - 0.98 * wide:.1f} {y + 0.5 * size:.1f} {x - wide:.1f} {y + 0.12 * size:.1f}"
        f"C{x - 1.05 * wide:.1f} {y - 0.1 * size:.1f} {x - 0.8 * wide:.1f} {top:.1f} {x:.1f} {top:.1f}Z"
    )
    strands = "".join(
        f"M{x + k * 0.24 * wide:.1f} {top + 0.2 * size:.1f}Q{x + k * 0.42 * wide:.1f} {y + 0.1 * size:.1f} {x + k * 0.3 * wide:.1f} {low - 0.16 * size:.1f}"
        for k in (-2, -1, 1, 2)
    )
    back = (
        f'<path d="{crown}" fill="{hair}"/>'
        f'<path d="{strands}" stroke="{darker(hair, 0.28)}" stroke-width="{0.02 * size:.2f}" fill="none" stroke-linecap="round" opacity=".6"/>'
        f'<path d="M{x - 0.5 * wide:.1f} {top + 0.22 * size:.1f}Q{x:.1f} {top + 0.1 * size:.1f} {x + 0.4 * wide:.1f} {top + 0.2 * size:.1f}"'
        f' stroke="{lighter(hair, 0.25)}" stroke-width="{0.05 * size:.2f}" fill="none" stroke-linecap="round" opacity=".5"/>'
    )
    return replace(
        figure, name=f"{figure.name}/back", body=figure.body + back, anchors=replace(anchors, eyes=())
    )
