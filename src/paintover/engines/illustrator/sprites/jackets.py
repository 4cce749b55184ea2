"""What animals wear on the trunk: jackets of those in profile, from a collar behind the head to the loins, and aprons and vests
of those that stand up.

All shapes are in the wearer's unit square.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, Point
from paintover.engines.illustrator.sprites.on_four_legs import belly_of, rump_of
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.wardrobe import FINE, Mask, grown, path_of

_HEMS = {"vest": 0.04, "shirt": 0.16, "coat": 0.34, "dress": 0.46, "kimono": 0.62, "apron": 0.20}
"""How far below the belly a garment reaches, as a share of the legs."""
_LONG = {"vest": 0.66, "shirt": 0.76, "coat": 0.86, "dress": 0.94, "kimono": 0.94, "apron": 0.70}
"""How far it reaches to the rump, as a share of the way from the neck."""
_FACE, _BEFORE = 0.56, 0.30
"""How far around the face nothing is worn, in heads, and how far behind the eye the middle of that is, in noses."""
_NAPE = 0.55
"""How far behind the eye the back begins at the earliest, in heads."""
_CHEST, _BREAST, _LOW_SNOUT, _BROW = 0.62, 0.2, 0.3, 0.3
"""How far before the throat the chest reaches, and that of one whose snout hangs before it; how far below the eye such a snout is,
and how far around the eyes of one that looks at us the head is, all in heads."""
_TAIL, _LEGS = 3.0, 0.3
"""How far above the back a tail begins; how high legs are, as a share of
the height."""
_LONGEST = 1.25
"""How far below the throat a hem is at most, in heads: of a dragon that winds, not all is a trunk."""
_LEVEL = 0.12
"""How much the back may rise before it is the neck, in heads."""


class _Trunk(NamedTuple):
    """Where the trunk of an animal in profile is."""

    nape: Point
    throat: Point
    loins: float
    hem: float


def jacket_in_profile(
    kind: str, wearer: Figure, outline: Mask, colour: str, print_: str
) -> tuple[str, Extent] | None:
    """The garment as SVG elements, and what it may cover; None where no trunk is found. `kind` is one of `_HEMS`."""
    trunk = _trunk(kind, wearer, outline)
    mask = _cloth(wearer, outline, trunk, apron=kind == "apron")
    cloth = grown(mask, 2) & (_rows(outline) < trunk.hem) & ~_face(wearer)
    if kind == "apron":  # a bib before the chest: the rest is out of sight
        cloth &= _columns(outline) < trunk.throat[0] + _BIB * (trunk.loins - trunk.throat[0])
    rows, columns = np.flatnonzero(cloth.any(axis=1)), np.flatnonzero(cloth.any(axis=0))
    if not rows.size or cloth.sum() < (_A_BIB if kind == "apron" else _LEAST) * outline.sum():
        return None
    path, dark, light = path_of(cloth), darker(colour, 0.28), lighter(colour, 0.32)
    head, hem, loins = wearer.anchors.head, trunk.hem, trunk.loins
    (nx, ny), (tx, ty) = trunk.nape, trunk.throat
    collar = f"M{nx + 0.2 * head:.1f} {ny - 0.2 * head:.1f}L{nx:.1f} {ny:.1f}L{tx:.1f} {ty:.1f}Q{tx - 0.5 * head:.1f} {ty + 0.1 * head:.1f} {tx - 1.2 * head:.1f} {ty:.1f}"
    top, wide = rows[0] / FINE, loins - tx
    folds = "".join(
        f"M{tx + share * wide:.1f} {top + 0.3 * (hem - top):.1f}q{0.05 * wide:.1f} {0.3 * (hem - top):.1f} 0 {0.7 * (hem - top):.1f}"
        for share in (0.45, 0.7, 0.9)
    )
    details = [
        print_,
        f'<path d="{folds}" stroke="{dark}" stroke-width="1.4" fill="none" opacity=".35"/>',
        f'<path d="M0 {hem - 3.2:.1f}H{UNIT}V{hem + 2:.1f}H0Z" fill="{dark}" opacity=".45"/>',
        f'<path d="{_edge(trunk, wearer)}" stroke="{dark}" stroke-width="4" fill="none" opacity=".45"/>',
        f'<path d="{collar}" stroke="{light}" stroke-width="{max(5.0, 0.2 * head):.1f}" stroke-linejoin="round" fill="none"/>',
    ]
    if kind in ("vest", "coat"):
        px, py = tx + 0.48 * wide, hem - 0.34 * (hem - top)
        details.append(
            f'<path d="M{px:.1f} {py:.1f}h{0.26 * wide:.1f}v{0.14 * (hem - top):.1f}h{-0.26 * wide:.1f}z" fill="{dark}" opacity=".5"/>'
        )
    body = (
        f'<defs><clipPath id="c"><path d="{path}"/></clipPath></defs><path d="{path}" fill="{colour}"/>'
        f'<g clip-path="url(#c)">{"".join(details)}</g>'
    )
    return body, (columns[0] / FINE, rows[0] / FINE, (columns[-1] + 1) / FINE, (rows[-1] + 2) / FINE)


_BIB = 0.34
"""How far back from the throat an apron comes, as a share of the trunk."""
_LEAST, _A_BIB = 0.06, 0.075
"""How much of its wearer a garment covers at least, to be one."""


def _rows(like: Mask) -> npt.NDArray[np.float64]:
    return np.arange(like.shape[0], dtype=np.float64)[:, None] / FINE


def _columns(like: Mask) -> npt.NDArray[np.float64]:
    return np.arange(like.shape[1], dtype=np.float64)[None, :] / FINE


def _face(wearer: Figure) -> Mask:
    """What stays free of cloth: the face of somebody whose head is before the trunk, with ears and cheeks."""
    (ex, ey), (nx, ny), head = wearer.anchors.eye, wearer.anchors.nose, wearer.anchors.head
    y, x = np.mgrid[0 : UNIT * FINE, 0 : UNIT * FINE] / FINE
    back = 0.0 if wearer.anchors.front else _BEFORE
    found: Mask = np.hypot(x - ex - back * (ex - nx), y - ey - back * (ey - ny)) < _FACE * head
    return found


def _trunk(kind: str, wearer: Figure, outline: Mask) -> _Trunk:
    anchors, head = wearer.anchors, wearer.anchors.head
    rump = rump_of(wearer, outline)
    tops = outline.argmax(axis=0) / FINE
    tops[~outline.any(axis=0)] = UNIT
    first = int((anchors.eye[0] + (_NAPE * head if not anchors.front else 0.3 * head)) * FINE)
    at = max(first, min(int(anchors.back[0] * FINE), int((rump - 0.2 * head) * FINE)))
    level = max(tops[at], anchors.back[1] - 0.1 * head)
    while at > first and tops[at] > level - _LEVEL * head:
        at -= 1
    nape = (at / FINE, min(float(max(tops[at], level - _LEVEL * head)), anchors.neck[1]))
    throat = (min(anchors.neck[0] - 0.1 * head, nape[0] - 2), anchors.neck[1] + 0.08 * head)
    belly = belly_of(wearer, outline)
    if belly is None:
        belly = wearer.extent[3] - 0.24 * wearer.height
    hem = belly + _HEMS[kind] * (wearer.extent[3] - belly)
    loins = throat[0] + _LONG[kind] * (rump - throat[0])
    hem = min(max(hem, throat[1] + 0.2 * head), throat[1] + _LONGEST * head)
    return _Trunk(nape, throat, loins, hem)


def _cloth(wearer: Figure, outline: Mask, trunk: _Trunk, *, apron: bool) -> Mask:
    """The trunk behind the collar and before the loins; of an apron its lower half."""
    y, x = _rows(outline), _columns(outline)
    (nx, ny), (tx, ty) = trunk.nape, trunk.throat
    behind = (x - tx) * (ty - ny) + (y - ty) * (nx - tx) > 0
    if wearer.anchors.front:
        (ex, ey), head = wearer.anchors.eye, wearer.anchors.head
        behind = (x > ex + _BROW * head) | (y > ey + _BROW * head)
    else:
        behind = np.where(x < tx, y > ty, np.where(x > nx, y > ny - 0.35 * wearer.anchors.head, behind))
    slant = 0.10 * (trunk.hem - y)
    mask: Mask = outline & behind & (y < trunk.hem) & (x < trunk.loins + slant) & ~_face(wearer)
    mask &= x > tx - (_BREAST if _hangs(wearer) else _CHEST) * wearer.anchors.head
    mask &= ((y > wearer.anchors.back[1] - _TAIL) | (x < wearer.anchors.back[0])) & ~_tail(wearer, outline)
    if apron:
        mask &= y > trunk.nape[1] + 0.4 * (trunk.hem - trunk.nape[1])
    return mask


def _hangs(wearer: Figure) -> bool:
    """Whether its snout or trunk hangs down before the breast."""
    anchors = wearer.anchors
    return not anchors.front and anchors.nose[1] - anchors.eye[1] > _LOW_SNOUT * anchors.head


def _tail(wearer: Figure, outline: Mask) -> Mask:
    """What is behind the trunk above the legs, with air between them: a tail that stands up."""
    found = np.zeros_like(outline)
    start = int((wearer.anchors.back[0] + 0.1 * wearer.anchors.head) * FINE)
    legs = int((wearer.extent[3] - _LEGS * wearer.height) * FINE)
    for row in range(min(legs, outline.shape[0])):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], outline[row].astype(np.int8), [0]))))
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            if begin > start:
                found[row, begin:end] = True
    return found


def _edge(trunk: _Trunk, wearer: Figure) -> str:
    """The seam at the loins."""
    top = wearer.extent[1]
    return f"M{trunk.loins + 0.10 * (trunk.hem - top):.1f} {top:.1f}L{trunk.loins:.1f} {trunk.hem:.1f}"


def _middle(wearer: Figure, outline: Mask) -> float:
    """The middle of the belly: below the face, or of the body of one that looks aside."""
    if wearer.anchors.front:
        return wearer.anchors.neck[0]
    row = wearer.anchors.neck[1] + 0.4 * (wearer.extent[3] - wearer.anchors.neck[1])
    across = np.flatnonzero(outline[int(row * FINE)])
    return float(across[0] + across[-1]) / 2 / FINE if across.size else wearer.anchors.neck[0]


def apron_upright(wearer: Figure, outline: Mask, colour: str, print_: str) -> tuple[str, Extent]:
    """A bib with a skirt before the body of an animal that looks at us, tied round the neck."""
    (_, y), foot, x = wearer.anchors.neck, wearer.extent[3], _middle(wearer, outline)
    long, half = foot - y, min(0.27 * wearer.width, 0.5 * (foot - y))
    bib, waist, low = 0.62 * half, y + 0.42 * long, y + 0.84 * long
    edge, top = darker(colour, 0.22), y + 0.10 * long
    panel = (
        f"M{x - bib:.1f} {top:.1f}H{x + bib:.1f}L{x + 1.1 * bib:.1f} {waist - 4:.1f}Q{x + half:.1f} {waist - 2:.1f} {x + half:.1f} {waist:.1f}"
        f"L{x + 1.06 * half:.1f} {low - 3:.1f}Q{x:.1f} {low + 4:.1f} {x - 1.06 * half:.1f} {low - 3:.1f}L{x - half:.1f} {waist:.1f}"
        f"Q{x - half:.1f} {waist - 2:.1f} {x - 1.1 * bib:.1f} {waist - 4:.1f}Z"
    )
    straps = f"M{x - 0.9 * bib:.1f} {top + 1:.1f}Q{x - 1.1 * bib:.1f} {y:.1f} {x - 0.9 * bib:.1f} {y - 2:.1f}M{x + 0.9 * bib:.1f} {top + 1:.1f}Q{x + 1.1 * bib:.1f} {y:.1f} {x + 0.9 * bib:.1f} {y - 2:.1f}"
    belt = f"M{x - half:.1f} {waist:.1f}H{x - half - 40:.1f}M{x + half:.1f} {waist:.1f}H{x + half + 40:.1f}"
    pocket = f"M{x - 0.5 * half:.1f} {waist + 0.1 * long:.1f}h{half:.1f}v{0.12 * long:.1f}q{-0.5 * half:.1f} 6 {-half:.1f} 0z"
    body = (
        f'<defs><clipPath id="c"><path d="{path_of(grown(outline, 4))}"/></clipPath><clipPath id="p"><path d="{panel}"/></clipPath></defs>'
        f'<g clip-path="url(#c)"><path d="{straps}{belt}" stroke="{edge}" stroke-width="2.2" fill="none"/>'
        f'<path d="{panel}" fill="{colour}"/><g clip-path="url(#p)">{print_}</g><path d="{panel}" stroke="{edge}" stroke-width="1.2" fill="none"/>'
        f'<path d="{pocket}" fill="{darker(colour, 0.07)}" stroke="{edge}" stroke-width=".9"/></g>'
    )
    left, _, right, _ = wearer.extent
    return body, (left - 2, y - 5, right + 2, low + 5)


def vest_upright(wearer: Figure, outline: Mask, colour: str, print_: str) -> tuple[str, Extent]:
    """Two fronts without sleeves on an animal that looks at us, open over the belly."""
    (_, y), foot, x = wearer.anchors.neck, wearer.extent[3], _middle(wearer, outline)
    long, half = foot - y, min(0.31 * wearer.width, 0.6 * (foot - y))
    low, dark, light = y + 0.66 * long, darker(colour, 0.30), lighter(colour, 0.25)
    fronts, lapels = "", ""
    for side in (-1, 1):
        a, b, c = x + side * 0.34 * half, x + side * half, x + side * 0.10 * half
        fronts += (
            f"M{a:.1f} {y - 2:.1f}L{b:.1f} {y + 0.10 * long:.1f}Q{b - side * 2:.1f} {y + 0.4 * long:.1f} {b + side * 1:.1f} {low - 4:.1f}"
            f"Q{x + side * 0.7 * half:.1f} {low + 2:.1f} {x + side * 0.3 * half:.1f} {low:.1f}L{c:.1f} {low - 0.12 * long:.1f}V{y + 0.34 * long:.1f}Z"
        )
        lapels += f"M{a:.1f} {y - 2:.1f}L{c:.1f} {y + 0.34 * long:.1f}L{x + side * 0.5 * half:.1f} {y + 0.16 * long:.1f}Z"
    buttons = "".join(
        f'<circle cx="{x + 0.2 * half:.1f}" cy="{y + (0.38 + 0.07 * k) * long:.1f}" r="1.5" fill="{darker(colour, 0.55)}"/>'
        for k in range(2)
    )
    body = (
        f'<defs><clipPath id="c"><path d="{path_of(grown(outline, 3))}"/></clipPath><clipPath id="p"><path d="{fronts}"/></clipPath></defs>'
        f'<g clip-path="url(#c)"><path d="{fronts}" fill="{colour}"/><g clip-path="url(#p)">{print_}</g>'
        f'<path d="{fronts}" stroke="{dark}" stroke-width="1.3" fill="none"/><path d="{lapels}" fill="{light}" stroke="{dark}" stroke-width=".9"/>{buttons}</g>'
    )
    return body, (x - half - 3, y - 5, x + half + 3, low + 4)


def scarf_under_a_face(wearer: Figure, outline: Mask, colour: str, print_: str) -> tuple[str, Extent]:
    """A scarf of somebody whose face is before the trunk: round the face from the nape to below the chin, one end hanging."""
    (x, y), head = wearer.anchors.eye, wearer.anchors.head
    reach, wide, dark = _SCARF * head, 0.17 * head, darker(colour, 0.28)

    def at(angle: float) -> Point:
        return x + reach * math.cos(math.radians(angle)), y + reach * math.sin(math.radians(angle))

    (ax, ay), (bx, by), (kx, ky) = at(-38), at(128), at(52)
    band = f"M{ax:.1f} {ay:.1f}A{reach:.1f} {reach:.1f} 0 0 1 {bx:.1f} {by:.1f}"
    drop = min(0.5 * head, wearer.extent[3] - ky - 2)
    tail = f"M{kx - 0.4 * wide:.1f} {ky:.1f}L{kx - 0.7 * wide:.1f} {ky + drop:.1f}h{1.6 * wide:.1f}L{kx + 0.6 * wide:.1f} {ky:.1f}Z"
    stripes = "".join(
        f'<path d="M{kx - 2 * wide:.1f} {ky + share * drop:.1f}h{4 * wide:.1f}" stroke="{lighter(colour, 0.3)}" stroke-width="{0.3 * wide:.1f}"/>'
        for share in (0.66, 0.84)
    )
    body = (
        f'<defs><clipPath id="c"><path d="{path_of(grown(outline, 4))}"/></clipPath><clipPath id="t"><path d="{tail}"/></clipPath></defs>'
        f'<path d="{tail}" fill="{darker(colour, 0.1)}"/><g clip-path="url(#t)">{print_ or stripes}</g>'
        f'<g clip-path="url(#c)"><path d="{band}" stroke="{dark}" stroke-width="{wide + 1.6:.1f}" fill="none"/>'
        f'<path d="{band}" stroke="{colour}" stroke-width="{wide:.1f}" fill="none"/></g>'
        f'<ellipse cx="{kx:.1f}" cy="{ky:.1f}" rx="{0.66 * wide:.1f}" ry="{0.6 * wide:.1f}" fill="{colour}" stroke="{dark}" stroke-width="1"/>'
    )
    return body, (
        x - reach - wide,
        y - reach - wide,
        x + reach + 2 * wide,
        max(y + reach + wide, ky + drop + 1),
    )


_SCARF = 0.60
"""How far from the middle of the eyes such a scarf is, in heads."""
