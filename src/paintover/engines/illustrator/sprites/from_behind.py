"""People seen from behind: hair where the face is, and the body as it is."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.figures import Figure

_BROAD, _ABOVE, _BELOW, _SHORT = 0.47, 0.5, 0.57, 0.27
"""How far the hair reaches from between the eyes to the sides, up and down, and down where it is short, in sizes of the head."""
_NAPE, _NARROW = 0.46, 0.9
"""How far down the back of a head is seen below short hair, and how broad it is, in breadths of the hair."""


@lru_cache(maxsize=64)
def from_behind(figure: Figure, hair: str, *, nape: str | None = None) -> Figure:
    """The figure with its back to us; `hair` is the paint of its hair, which is cut short where that of the `nape` is told."""
    anchors = figure.anchors
    if not anchors.front:
        return figure
    size, (x, y) = anchors.head, anchors.eye
    x = sum(eye[0] for eye in anchors.eyes) / len(anchors.eyes) if anchors.eyes else x
    top, low = y - _ABOVE * size, y + (_BELOW if nape is None else _SHORT) * size
    wide = _BROAD * size
    crown = _outline(x, y, size, wide, top, low)
    below = "" if nape is None else _nape(x, y, size, nape)
    strands = "".join(
        f"M{x + k * 0.24 * wide:.1f} {top + 0.2 * size:.1f}Q{x + k * 0.42 * wide:.1f} {y + 0.1 * size:.1f} {x + k * 0.3 * wide:.1f} {low - 0.16 * size:.1f}"
        for k in (-2, -1, 1, 2)
    )
    back = below + (
        f'<path d="{crown}" fill="{hair}"/>'
        f'<path d="{strands}" stroke="{darker(hair, 0.28)}" stroke-width="{0.02 * size:.2f}" fill="none" stroke-linecap="round" opacity=".6"/>'
        f'<path d="M{x - 0.5 * wide:.1f} {top + 0.22 * size:.1f}Q{x:.1f} {top + 0.1 * size:.1f} {x + 0.4 * wide:.1f} {top + 0.2 * size:.1f}"'
        f' stroke="{lighter(hair, 0.25)}" stroke-width="{0.05 * size:.2f}" fill="none" stroke-linecap="round" opacity=".5"/>'
    )
    return replace(
        figure, name=f"{figure.name}/back", body=figure.body + back, anchors=replace(anchors, eyes=())
    )


def _outline(x: float, y: float, size: float, wide: float, top: float, low: float) -> str:
    """A head of that breadth on both sides, from the crown down to where it ends."""
    side = y + 0.12 * size
    round_ = side + 0.84 * (low - side)
    return (
        f"M{x:.1f} {top:.1f}C{x + 0.8 * wide:.1f} {top:.1f} {x + 1.05 * wide:.1f} {y - 0.1 * size:.1f} {x + wide:.1f} {side:.1f}"
        f"C{x + 0.98 * wide:.1f} {round_:.1f} {x + 0.55 * wide:.1f} {low:.1f} {x:.1f} {low:.1f}"
        f"S{x - 0.98 * wide:.1f} {round_:.1f} {x - wide:.1f} {side:.1f}"
        f"C{x - 1.05 * wide:.1f} {y - 0.1 * size:.1f} {x - 0.8 * wide:.1f} {top:.1f} {x:.1f} {top:.1f}Z"
    )


def _nape(x: float, y: float, size: float, skin: str) -> str:
    """The back of the head below short hair, and both ears."""
    wide, high = _BROAD * size, y + 0.14 * size
    head = _outline(x, y, size, _NARROW * wide, y - 0.3 * size, y + _NAPE * size)
    ears = "".join(
        f'<ellipse cx="{x + way * wide:.1f}" cy="{high:.1f}" rx="{0.075 * size:.1f}" ry="{0.11 * size:.1f}" fill="{darker(skin, 0.12)}"/>'
        for way in (-1, 1)
    )
    return f'{ears}<path d="{head}" fill="{darker(skin, 0.06)}"/>'
