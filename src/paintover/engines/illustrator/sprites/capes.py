"""Capes: behind those who stand and look at us, over the back of those in profile; and hoods, which leave the face free.

All shapes are in the wearer's unit square.
"""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.wardrobe import FINE, Mask, path_of

_CLASP = "#f2c84b"


def cape_on_an_animal(outline: Mask, wearer: Figure, colour: str, *, upright: bool) -> tuple[str, Extent]:
    """The cape of somebody without shoulders, and what it may cover."""
    return _behind(outline, wearer, colour) if upright else _over_the_back(outline, wearer, colour)


def _behind(outline: Mask, wearer: Figure, colour: str) -> tuple[str, Extent]:
    """Spread behind the body to both sides, and tied below the chin."""
    (x, y), head = wearer.anchors.neck, wearer.anchors.head
    foot, half = wearer.extent[3], 0.5 * wearer.width
    low, wide, shoulder = foot - 0.04 * (foot - y), 1.02 * half, 0.42 * half
    dark = darker(colour, 0.28)
    cloth = (
        f"M{x - shoulder:.1f} {y - 2:.1f}Q{x - wide:.1f} {y + 0.3 * (low - y):.1f} {x - wide:.1f} {low:.1f}"
        f"Q{x - 0.5 * wide:.1f} {low + 5:.1f} {x:.1f} {low:.1f}Q{x + 0.5 * wide:.1f} {low + 5:.1f} {x + wide:.1f} {low:.1f}"
        f"Q{x + wide:.1f} {y + 0.3 * (low - y):.1f} {x + shoulder:.1f} {y - 2:.1f}Z"
    )
    folds = "".join(
        f"M{x + side * shoulder * 1.1:.1f} {y + 6:.1f}Q{x + side * 0.8 * wide:.1f} {y + 0.5 * (low - y):.1f} {x + side * 0.84 * wide:.1f} {low:.1f}"
        for side in (-1, 1)
    )
    band = 0.42 * head if head < wearer.width else 0.4 * half
    tie = f"M{x - band:.1f} {y - 1:.1f}Q{x:.1f} {y + 0.34 * band:.1f} {x + band:.1f} {y - 1:.1f}"
    thick = max(3.0, 0.09 * head)
    body = (
        f'<clipPath id="b"><path d="{path_of(~outline)}"/></clipPath><g clip-path="url(#b)"><path d="{cloth}" fill="{colour}" stroke="{dark}" stroke-width="1.2"/>'
        f'<path d="{folds}" stroke="{dark}" stroke-width="1.6" fill="none" opacity=".45"/></g>'
        f'<path d="{tie}" stroke="{dark}" stroke-width="{thick + 1.4:.1f}" stroke-linecap="round" fill="none"/>'
        f'<path d="{tie}" stroke="{colour}" stroke-width="{thick:.1f}" stroke-linecap="round" fill="none"/>'
        f'<circle cx="{x:.1f}" cy="{y + 0.17 * band - 0.5:.1f}" r="{0.75 * thick:.1f}" fill="{_CLASP}" stroke="{darker(_CLASP, 0.3)}" stroke-width=".8"/>'
    )
    return body, (x - wide - 2, y - 6, x + wide + 2, low + 6)


def _over_the_back(outline: Mask, wearer: Figure, colour: str) -> tuple[str, Extent]:
    """From the neck over the back, blown a little beyond the rump."""
    (x, y), (bx, by), head = wearer.anchors.neck, wearer.anchors.back, wearer.anchors.head
    foot, right, wide = wearer.extent[3], wearer.extent[2], wearer.width
    if wearer.anchors.front:  # behind the face, which is before the trunk
        x = max(x, wearer.anchors.eye[0] + _CHEEKS * head)
        y, bx = by + _LOW * (foot - by), max(bx, x + 0.3 * head)
        by = max(by, _top_of(outline, bx))
    dark, light = darker(colour, 0.28), lighter(colour, 0.16)
    drop, ax, ay = foot - by, x + 0.12 * head, y - 0.30 * head
    tip, hem = max(right, bx) + 0.07 * wide, bx + 0.62 * (max(right, bx) - bx)
    high, low = by + 0.02 * drop, by + 0.60 * drop
    cloth = (
        f"M{ax - 3:.1f} {ay:.1f}C{ax + 0.4 * (bx - ax):.1f} {by - 4:.1f} {bx - 4:.1f} {by - 4:.1f} {bx:.1f} {by - 3:.1f}"
        f"C{bx + 0.4 * (tip - bx):.1f} {by - 2:.1f} {tip - 0.3 * (tip - bx):.1f} {by + 0.06 * drop:.1f} {tip:.1f} {high:.1f}"
        f"C{tip + 3:.1f} {by + 0.22 * drop:.1f} {tip - 0.10 * wide:.1f} {by + 0.30 * drop:.1f} {tip - 0.07 * wide:.1f} {by + 0.46 * drop:.1f}"
        f"Q{tip - 0.08 * wide:.1f} {by + 0.56 * drop:.1f} {hem:.1f} {low:.1f}"
        f"C{bx:.1f} {by + 0.52 * drop:.1f} {ax + 0.5 * (bx - ax):.1f} {y + 0.62 * head:.1f} {x - 0.10 * head:.1f} {y + 0.24 * head:.1f}Z"
    )
    folds = (
        f"M{ax + 4:.1f} {ay + 6:.1f}C{bx:.1f} {by + 0.10 * drop:.1f} {bx + 0.5 * (tip - bx):.1f} {by + 0.14 * drop:.1f} {tip - 2:.1f} {by + 0.20 * drop:.1f}"
        f"M{ax:.1f} {y:.1f}C{bx - 4:.1f} {by + 0.24 * drop:.1f} {hem:.1f} {by + 0.30 * drop:.1f} {tip - 0.07 * wide:.1f} {by + 0.46 * drop:.1f}"
    )
    body = (
        f'<path d="{cloth}" fill="{colour}" stroke="{dark}" stroke-width="1.4" stroke-linejoin="round"/>'
        f'<path d="{folds}" stroke="{dark}" stroke-width="1.6" fill="none" opacity=".45"/>'
        f'<path d="M{ax:.1f} {ay:.1f}L{x - 0.10 * head:.1f} {y + 0.22 * head:.1f}" stroke="{light}" stroke-width="{0.12 * head:.1f}" stroke-linecap="round"/>'
        f'<circle cx="{x - 0.08 * head:.1f}" cy="{y + 0.22 * head:.1f}" r="{0.08 * head:.1f}" fill="{_CLASP}" stroke="{darker(_CLASP, 0.3)}" stroke-width=".8"/>'
    )
    return body, (x - 0.4 * head, min(by, ay) - 9, tip + 6, low + 6)


_CHEEKS, _LOW = 0.52, 0.34
"""How far beside the middle of a face the cloth begins, in heads, and how far down the trunk the clasp is then."""


def _top_of(outline: Mask, x: float) -> float:
    """Where the back is there."""
    column = outline[:, min(outline.shape[1] - 1, int(x * FINE))]
    return float(column.argmax()) / FINE if column.any() else 0.0


def hood_of(wearer: Figure, colour: str, body: str, extent: Extent) -> tuple[str, Extent]:
    """A cape with a hood over the head of somebody who looks at us."""
    (x, y), (_, eye), head = wearer.anchors.neck, wearer.anchors.eye, wearer.anchors.head
    top, half, face = wearer.anchors.top[1] - 3, 0.60 * head, 0.40 * head
    brow, chin, dark = eye - 0.30 * head, y - 1, darker(colour, 0.28)
    hood = (
        f"M{x:.1f} {top:.1f}C{x + 0.66 * half:.1f} {top:.1f} {x + half:.1f} {top + 0.45 * (eye - top):.1f} {x + half:.1f} {eye + 2:.1f}"
        f"Q{x + half:.1f} {chin - 2:.1f} {x + 0.72 * half:.1f} {chin + 5:.1f}Q{x:.1f} {chin + 12:.1f} {x - 0.72 * half:.1f} {chin + 5:.1f}"
        f"Q{x - half:.1f} {chin - 2:.1f} {x - half:.1f} {eye + 2:.1f}C{x - half:.1f} {top + 0.45 * (eye - top):.1f} {x - 0.66 * half:.1f} {top:.1f} {x:.1f} {top:.1f}Z"
    )
    rim = (
        f"M{x:.1f} {brow:.1f}C{x + 0.8 * face:.1f} {brow:.1f} {x + face:.1f} {eye - 6:.1f} {x + face:.1f} {eye + 4:.1f}"
        f"Q{x + 0.96 * face:.1f} {chin - 3:.1f} {x:.1f} {chin:.1f}Q{x - 0.96 * face:.1f} {chin - 3:.1f} {x - face:.1f} {eye + 4:.1f}"
        f"C{x - face:.1f} {eye - 6:.1f} {x - 0.8 * face:.1f} {brow:.1f} {x:.1f} {brow:.1f}Z"
    )
    drawn = (
        f'<path d="{hood}{rim}" fill="{colour}" fill-rule="evenodd" stroke="{dark}" stroke-width="1"/>'
        f'<path d="{rim}" fill="none" stroke="{dark}" stroke-width="3"/>'
        f'<path d="M{x - 0.62 * half:.1f} {top + 0.36 * (eye - top):.1f}Q{x - 0.4 * half:.1f} {top + 5:.1f} {x:.1f} {top + 4:.1f}" stroke="{lighter(colour, 0.2)}" stroke-width="2.4" stroke-linecap="round" fill="none" opacity=".7"/>'
        f'<circle cx="{x:.1f}" cy="{chin + 7:.1f}" r="2.6" fill="{_CLASP}"/>'
    )
    left, high, right, low = extent
    return body + drawn, (min(left, x - half - 1), min(high, top - 1), max(right, x + half + 1), low)
