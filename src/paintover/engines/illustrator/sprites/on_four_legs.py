"""Trousers of those who stand on four legs, in the wearer's unit square: over the rump and the hind legs of one in profile, over
all legs of one that looks at us."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.wardrobe import FINE, grown, path_of

Mask = npt.NDArray[np.bool_]
_HOOF, _SHORT = 0.055, 0.5
"""What trousers leave free above the ground, as a share of the height; what shorts do, as a share of the legs."""
_LAP, _STOUT = 0.42, 0.34
"""How high the lap of one that sits is, as a share of its height; how tall the trunk is behind, as a share of where it is
tallest: a tail is thinner."""
_CHEST, _SLEEVE, _EARS = 0.26, 0.36, 0.72
"""How far below the nose a collar is, and how far from the middle of the face ears reach, in heads; how much of the legs a shirt
covers."""
_LOW, _CHEEK, _BROW = 0.4, 0.47, 0.3
"""A face hangs low whose eyes are so far below the back, as a share of the height; how broad it is then to either side, and
its brow, in heads."""
_CHIN = 0.35
"""The head of one that sits ends above that, its trunk below, as a share of the height."""
_RUMP, _RISE = 0.44, 0.10
"""Where trousers begin behind the neck, as a share of the trunk's length; how far they reach above the belly, as a share of
the height."""


def trousers_on_four_legs(
    wearer: Figure, outline: Mask, colour: str, print_: str, *, short: bool
) -> tuple[str, Extent] | None:
    """The trousers as SVG elements, and what they may cover; None for one whose legs cannot be told from its trunk."""
    belly = belly_of(wearer, outline)
    if belly is None and wearer.anchors.front:
        return None
    foot, high = wearer.extent[3], wearer.height
    level = belly if belly is not None else foot - _LAP * high
    hem = level + _SHORT * (foot - level) if short else foot - _HOOF * high
    mask, band = _over_all_legs(wearer, outline, level) if wearer.anchors.front else _behind(wearer, outline)
    if belly is None:
        mask &= _rows(outline) > level
    cloth = grown(mask, 2) & (_rows(outline) < hem)
    rows, columns = np.flatnonzero(cloth.any(axis=1)), np.flatnonzero(cloth.any(axis=0))
    if not rows.size:
        return None
    path, cuffs = path_of(cloth), f"M0 {hem - 3:.1f}H128V{hem + 2:.1f}H0Z"
    seams = "".join(
        f"M{at:.1f} {level - 0.1 * high:.1f}V{hem:.1f}" for at in _between_the_legs(outline, level, foot)
    )
    drawn = (
        f'<clipPath id="c"><path d="{path}"/></clipPath><path d="{path}" fill="{colour}"/><g clip-path="url(#c)">{print_}'
        f'<path d="{band}" fill="{lighter(colour, 0.3)}"/><path d="{cuffs}" fill="{lighter(colour, 0.22)}"/>'
        f'<path d="{seams}" stroke="{darker(colour, 0.30)}" stroke-width="1.200" fill="none" opacity=".5"/></g>'
    )
    return drawn, (columns[0] / FINE, rows[0] / FINE, (columns[-1] + 1) / FINE, (rows[-1] + 2) / FINE)


def shirt_on_four_legs(wearer: Figure, outline: Mask, colour: str, print_: str) -> tuple[str, Extent] | None:
    """A shirt of one that looks at us, from below the chin to the upper legs and along the trunk, without the tail, as SVG
    elements, and what it may cover; None for one whose legs cannot be told from its trunk."""
    belly = belly_of(wearer, outline) if wearer.anchors.front else None
    if belly is None:
        return None
    (x, eye), head, rows = wearer.anchors.eye, wearer.anchors.head, _rows(outline)
    chin = wearer.anchors.nose[1] + _CHEST * head
    hem = belly + _SLEEVE * (wearer.extent[3] - belly)
    aside = np.abs(np.arange(outline.shape[1])[None, :] / FINE - x) / head
    if eye - wearer.extent[1] > _LOW * wearer.height:  # the face is before the trunk, and not above it
        mask = outline & (rows < hem) & (np.hypot(aside / _CHEEK, (rows - eye) / head) > 1)
        mask &= _below_the_tail(outline) & (aside > _BROW)
        collar = f"M{x - _CHEEK * head:.1f} {eye:.1f}a{_CHEEK * head:.1f} {head:.1f} 0 1 0 {2 * _CHEEK * head:.1f} 0a{_CHEEK * head:.1f} {head:.1f} 0 1 0 {-2 * _CHEEK * head:.1f} 0"
    else:
        hem = max(hem, chin + 6)
        mask = outline & (rows < hem) & ((rows > chin) | (aside > _EARS))
        collar = f"M{x - 0.4 * head:.1f} {chin - 1:.1f}Q{x:.1f} {chin + 0.22 * head:.1f} {x + 0.4 * head:.1f} {chin - 1:.1f}"
    tall = mask.sum(axis=0)
    stout = np.flatnonzero(tall > _STOUT * tall.max())
    mask[:, : stout[0]], mask[:, stout[-1] + 1 :] = False, False
    cloth = grown(mask, 2) & (rows < hem)
    path, dark = path_of(cloth), darker(colour, 0.24)
    drawn = (
        f'<clipPath id="c"><path d="{path}"/></clipPath><path d="{path}" fill="{colour}"/><g clip-path="url(#c)">{print_}'
        f'<path d="{collar}" stroke="{lighter(colour, 0.3)}" stroke-width="{0.1 * head:.1f}" fill="none"/>'
        f'<path d="M0 {hem - 3:.1f}H128V{hem + 2:.1f}H0Z" fill="{dark}" opacity=".7"/></g>'
    )
    return drawn, (stout[0] / FINE - 1, wearer.extent[1], (stout[-1] + 1) / FINE + 1, hem + 1)


def _below_the_tail(outline: Mask) -> Mask:
    """What is no higher than the back is along most of the trunk."""
    tops = outline.argmax(axis=0)[outline.any(axis=0)]
    below: Mask = _rows(outline) >= float(np.percentile(tops, 25)) / FINE
    return below


def _rows(outline: Mask) -> npt.NDArray[np.float64]:
    return np.arange(outline.shape[0], dtype=np.float64)[:, None] / FINE


def _over_all_legs(wearer: Figure, outline: Mask, belly: float) -> tuple[Mask, str]:
    """What is below the waist of one that looks at us, and the waistband."""
    below_the_face = wearer.anchors.nose[1] + 0.2 * wearer.anchors.head
    waist = max(belly - _RISE * wearer.height, below_the_face)
    return outline & (_rows(outline) > waist), f"M0 {waist - 1:.1f}H128V{waist + 3.2:.1f}H0Z"


def _behind(wearer: Figure, outline: Mask) -> tuple[Mask, str]:
    """The rump and the hind legs of one in profile, without the tail, and the waistband."""
    trunk, last = _stout_part(wearer, outline)
    trunk[:, last + 1 :] = False
    rump, neck = last / FINE, min(wearer.anchors.neck[0], last / FINE - 0.4 * wearer.width)
    start = neck + _RUMP * (rump - neck)
    trunk[:, : int(start * FINE)] = False
    haunch = trunk[:, int((0.7 * rump + 0.3 * start) * FINE)]
    if haunch.any():  # of one that sits the back rises to the neck
        trunk &= _rows(outline) > np.flatnonzero(haunch)[0] / FINE - 0.1 * wearer.height
    return trunk, f"M{start - 1:.1f} 0h4.200v128h-4.200Z"


def rump_of(wearer: Figure, outline: Mask) -> float:
    """The column at which the trunk of one in profile ends, without the tail."""
    return _stout_part(wearer, outline)[1] / FINE


def _stout_part(wearer: Figure, outline: Mask) -> tuple[Mask, int]:
    """What is below the head, and the last step across that is no tail."""
    trunk = np.zeros_like(outline)
    for column in np.flatnonzero(outline.any(axis=0)):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], outline[:, column].astype(np.int8), [0]))))
        below_the_head = edges[1::2] > (wearer.extent[3] - _CHIN * wearer.height) * FINE
        trunk[edges[2 * int(np.argmax((edges[1::2] - edges[::2]) * below_the_head))] :, column] = True
    trunk &= outline
    tall = trunk.sum(axis=0)
    return trunk, int(np.flatnonzero(tall > _STOUT * tall.max())[-1])


def belly_of(wearer: Figure, outline: Mask) -> float | None:
    """The lowest row of the trunk of one on four legs: from the ground up, the first that is covered across half the breadth."""
    foot, high, broad = wearer.extent[3], wearer.height, wearer.width
    lowest = int((foot - 0.04 * high) * FINE)
    legs = False
    for row in range(min(lowest, outline.shape[0] - 1), int((foot - 0.62 * high) * FINE), -1):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], outline[row].astype(np.int8), [0]))))
        longest = int((edges[1::2] - edges[::2]).max()) / FINE if edges.size else 0.0
        if longest > 0.52 * broad:
            return row / FINE if legs and foot - row / FINE > 0.06 * high else None
        legs = legs or edges.size > 2
    return None


def _between_the_legs(outline: Mask, belly: float, foot: float) -> list[float]:
    """The columns at which one leg ends and the next begins."""
    row = outline[int((belly + 0.5 * (foot - belly)) * FINE)]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return [(end + start) / 2 / FINE for end, start in zip(edges[1:-1:2], edges[2::2], strict=True)]
