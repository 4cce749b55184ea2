"""Hair in another colour and another cut, laid over the hair that a face is drawn with. In the wearer's unit square."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from paintover.engines.illustrator.colour import darker, lighter, rgb
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent, rasterise
from paintover.engines.illustrator.sprites.wardrobe import FINE, SKIN, Mask, path_of

HAIR = {
    "hair": "#543930",
    "short-hair": "#543930",
    "long-hair": "#543930",
    "curly-hair": "#543930",
    "pigtails": "#543930",
    "ponytail": "#543930",
    "braids": "#543930",
    "hair-bun": "#543930",
    "bald-head": SKIN,
}
"""Kinds of hair, and the usual paint."""
_GREY = "#bdbdbd"
_KNOWN = 8
"""How many times as much grey there is where it is the hair although brows are of a known paint."""
_PURPLE = {"noto:mermaid": 60.0}
"""Figures with purple hair, and down to where it falls."""
OF_ITS_OWN = frozenset({"hair"})
"""Hair that leaves on the tails or the bob with which a girl or a woman is drawn."""
BALD = "bald-head"
"""No hair at all, which is told like a cut of it."""
_TAILS = re.compile(
    r'(<g transform="translate\([^"]*"> *)<path fill="#543930".*?(?=<path fill="#e59600")', re.DOTALL
)


_BOB = (
    (re.compile(r'<path fill="#543930" d="M64\.74 4\.12[^"]*"/>'), '<path fill="#e59600" d="M99.540 63.980h-71.100c-7.670 0-13.940 6.680-13.940 14.850s6.270 14.850 13.940 14.850h71.110c7.670 0 13.940-6.680 13.940-14.850s-6.280-14.850-13.950-14.850"/>'),
    (re.compile(r'<path fill="#543930" d="M18\.95 120\.91[^"]*"/>'), '<path fill="#543930" d="M18.500 84C7 52 12 6 64 5C116 6 121 52 109.500 84Q106.500 76 105 69Q101 61 96 56.500Q84 49 78 37Q62 53 30 59.500Q25 67 23 71Q21.500 78 18.500 84Z"/>'),
    (re.compile(r'<path fill="url\(#[^)]*\)" d="M(?:64\.74 4\.12|110\.55 123\.91)[^"]*"/>'), ""),
)  # fmt: skip
"""The hair of a woman, to her chin, and what is drawn in its stead where it is short: ears, and a fringe to the side."""


_TO_THE_SHOULDERS = re.compile(
    r'<path fill="(?:#543930|url\(#[^)]*\))" d="M[\d.]+ [\d.]+c-41\.01 0-40\.68 3\d\.92-40\.68 3\d\.52c0 24\.56[^"]*"/>'
)
"""What falls behind the faces of women of a trade."""


@lru_cache(maxsize=32)
def shorn(wearer: Figure) -> Figure:
    """Somebody without what falls below the ears: a girl without her two tails, a woman without her bob."""
    body = wearer.body
    if wearer.name.startswith("noto:girl/"):
        body = _TAILS.sub(r"\1", body, count=1)
    elif wearer.name.startswith("noto:woman/"):
        for long, short in _BOB:
            body = long.sub(short, body)
    else:
        body = _TO_THE_SHOULDERS.sub("", body)
    return replace(wearer, name=f"{wearer.name}/shorn", body=body, stature=wearer.stature)


_HAIR = re.compile(
    r'<path fill="#543930"[^>]*/>|<radialGradient id="(?P<id>[^"]+)"(?:(?!</radialGradient>).)*#6d4c41(?:(?!</radialGradient>).)*</radialGradient><path fill="url\(#(?P=id)\)"[^>]*/>',
    re.DOTALL,
)
"""Hair as the set paints it, and the shade at its edge."""


@lru_cache(maxsize=32)
def shaven(wearer: Figure) -> Figure:
    """Somebody without hair, in the paints of the set."""
    bare = shorn(wearer)
    return replace(bare, name=f"{wearer.name}/bald", body=_HAIR.sub("", bare.body), stature=wearer.stature)


_FRECKLE = "#b75d18"
"""The darkest shade of the skin of the set, which goes with the complexion."""


@lru_cache(maxsize=32)
def freckled(wearer: Figure) -> Figure:
    """Somebody with freckles on both cheeks and the nose, in the paints of the set."""
    (x, y), eyes = wearer.anchors.eye, wearer.anchors.eyes
    if len(eyes) != 2:
        return wearer
    apart = abs(eyes[0][0] - eyes[1][0])
    spots = (
        (0.56, 0.29),
        (0.47, 0.36),
        (0.36, 0.30),
        (0.62, 0.38),
        (0.52, 0.47),
        (0.38, 0.41),
        (0.16, 0.28),
        (0.25, 0.36),
    )
    dots = "".join(
        f'<circle cx="{x + side * dx * apart:.2f}" cy="{y + dy * apart:.2f}" r="{0.026 * apart:.2f}" fill="{_FRECKLE}" opacity=".85"/>'
        for dx, dy in spots
        for side in (-1, 1)
    )
    return replace(
        wearer, name=f"{wearer.name}/freckled", body=f"{wearer.body}{dots}", stature=wearer.stature
    )


class _Head(NamedTuple):
    """What hair is cut to, and in which paints."""

    x: float
    y: float
    """Between the eyes."""
    size: float
    top: float
    neck: float
    colour: str
    dark: str
    light: str
    solid: Mask
    """All of it."""


@lru_cache(maxsize=48)
def cut_hair(kind: str, paint: str | None, wearer: Figure) -> tuple[str, Extent]:
    """The hair as SVG elements, and what it may cover of the wearer's square."""
    (x, y), size, neck = wearer.anchors.eye, wearer.anchors.head, wearer.anchors.neck[1]
    apart = abs(wearer.anchors.eyes[0][0] - x) * 2 if wearer.anchors.eyes else 20.0
    purple = _PURPLE.get(wearer.name.partition("/")[0], 0.0)
    mask, grey, solid = _own_hair(wearer.body, wearer.anchors.eye, apart, neck, purple, wearer.hair)
    top = wearer.anchors.top[1]
    extent = x - 0.95 * size, top - 0.34 * size, x + 0.95 * size, neck + 0.8 * size
    if kind == BALD:
        return "", extent
    colour = paint or (_GREY if grey else wearer.hair[0] if wearer.hair else HAIR[kind])
    head = _Head(x, y, size, top, neck, colour, darker(colour, 0.26), lighter(colour, 0.22), solid)
    shape = _SHAPES.get(kind)
    own = ""
    if paint is not None and paint not in wearer.hair:
        own = f'<path d="{path_of(mask)}" fill="{colour}"/>'
    elif shape is not None:
        own = f'<path d="{path_of(_crowning(mask))}" fill="{colour}"/>'
    if paint is not None:
        shine = f"M{x - 0.30 * size:.1f} {top + 0.22 * size:.1f}Q{x - 0.18 * size:.1f} {top + 0.06 * size:.1f} {x + 0.06 * size:.1f} {top + 0.05 * size:.1f}"
        own += (
            f'<defs><clipPath id="own-hair"><path d="{path_of(mask)}"/></clipPath></defs>'
            f'<path d="{shine}" stroke="{head.light}" stroke-width="{0.06 * size:.1f}" stroke-linecap="round" fill="none" opacity=".8" clip-path="url(#own-hair)"/>'
        )
    return own + ("" if shape is None else shape(head)), extent


def _crowning(mask: Mask) -> Mask:
    """What of it reaches down from the crown without a gap: the hair, and no brow."""
    begun = np.logical_or.accumulate(mask, axis=0)
    ended = np.logical_or.accumulate(begun & ~mask, axis=0)
    crown: Mask = mask & ~ended
    return crown


@lru_cache(maxsize=64)
def _own_hair(
    body: str,
    eye: tuple[float, float],
    apart: float,
    neck: float,
    purple: float,
    paints: tuple[str, ...],
) -> tuple[Mask, bool, Mask]:
    """Where the drawing has hair and brows, whether they are grey, and where its head is. The mouth may be as brown as the
    hair, and is not hair; what is purple is hair down to that row."""
    side = UNIT * FINE
    pixels = rasterise(side, side, f'<g transform="scale({FINE})">{body}</g>').astype(np.int16)
    red, green, blue, solid = pixels[..., 0], pixels[..., 1], pixels[..., 2], pixels[..., 3] > 110
    y, x = np.mgrid[0:side, 0:side] / FINE
    brown = (red > 60) & (red < 128) & (red > green) & (green > blue) & (red - blue > 20) & (red - blue < 64)
    if paints:
        low, brown = int((neck + 1) * FINE) + 1, np.zeros((side, side), np.bool_)
        for paint in paints:
            shade = rgb(paint)
            near = [
                np.abs(band[:low] - one) < 12 for band, one in zip((red, green, blue), shade, strict=True)
            ]
            brown[:low] |= near[0] & near[1] & near[2]
    grey = (red > 138) & (np.abs(red - blue) < 14)
    if purple:
        return (blue > red + 12) & (red > green + 20) & solid & (y < purple), False, solid & (y < neck)
    mouth = (y > eye[1] + 0.24 * apart) & (np.abs(x - eye[0]) < 0.78 * apart)
    head = solid & (y < neck + 1) & ~mouth
    known = (brown & head).sum() * (_KNOWN if paints else 1)  # more white than hair is a hat's
    is_grey = bool((grey & head).sum() > known)
    mask: Mask = (grey if is_grey else brown) & head
    return mask, is_grey, solid & (y < neck)


def _pair(draw: str, x: float) -> str:
    """A shape on the right, and its mirror image."""
    return f'{draw}<g transform="translate({2 * x:.2f} 0) scale(-1 1)">{draw}</g>'


def _behind(head: _Head, drawn: str) -> str:
    """What is behind the head."""
    return f'<clipPath id="behind-head"><path d="{path_of(~head.solid)}"/></clipPath><g clip-path="url(#behind-head)">{drawn}</g>'


def _long(head: _Head) -> str:
    """Over the ears and the shoulders, to the chest."""
    x, y, size, top, neck = head.x, head.y, head.size, head.top, head.neck
    low = neck + 0.55 * size

    def at(dx: float, row: float) -> str:
        return f"{x + dx * size:.2f} {row:.2f}"

    lock = (
        f"M{at(0.26, top + 0.05 * size)}C{at(0.44, top + 0.06 * size)} {at(0.555, y - 0.42 * size)} {at(0.57, y)}"
        f"C{at(0.585, neck - 0.1 * size)} {at(0.67, neck + 0.1 * size)} {at(0.62, low - 0.16 * size)}"
        f"Q{at(0.585, low + 0.02 * size)} {at(0.44, low)}Q{at(0.34, low - 0.04 * size)} {at(0.335, low - 0.2 * size)}"
        f"C{at(0.335, neck + 0.12 * size)} {at(0.385, neck)} {at(0.395, y + 0.3 * size)}"
        f"Q{at(0.41, y)} {at(0.375, y - 0.26 * size)}Q{at(0.33, top + 0.2 * size)} {at(0.26, top + 0.05 * size)}Z"
    )
    strands = "".join(
        f"M{at(dx, y - 0.1 * size)}Q{at(dx + 0.035, neck)} {at(dx - 0.01, low - 0.12 * size)}"
        for dx in (0.445, 0.51)
    )
    return _pair(
        f'<path d="{lock}" fill="{head.colour}"/><path d="{strands}" stroke="{head.light}" stroke-width="{0.018 * size:.2f}" stroke-linecap="round" fill="none" opacity=".55"/>',
        x,
    )


_CURLS = (
    (0.07, -0.035, 0.095), (0.20, -0.02, 0.10), (0.32, 0.035, 0.10), (0.42, 0.13, 0.10), (0.50, 0.25, 0.095),
    (0.545, 0.38, 0.10), (0.575, 0.52, 0.095), (0.57, 0.66, 0.10), (0.55, 0.80, 0.095), (0.49, 0.92, 0.085),
    (0.12, 0.065, 0.09), (0.25, 0.10, 0.09), (0.36, 0.20, 0.085), (0.435, 0.33, 0.08), (0.465, 0.47, 0.075),
    (0.475, 0.61, 0.075), (0.465, 0.75, 0.075), (0.43, 0.86, 0.06),
)  # fmt: skip
"""Locks on the right of the head, those behind first: how far from its middle, how far below its top, and how large."""


def _curls(head: _Head) -> str:
    """Locks of many sizes all around the face, to the shoulders."""
    x, size, top = head.x, head.size, head.top
    one = ""
    for number, (dx, dy, large) in enumerate(_CURLS):
        at_x, y, r = x + dx * size, top + dy * size, large * size
        paint = head.colour if number % 3 else head.dark if number < 10 else head.colour
        way = 1 if number % 2 else -1
        one += (
            f'<circle cx="{at_x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{paint}"/>'
            f'<path d="M{at_x - way * 0.55 * r:.1f} {y + 0.3 * r:.1f}a{0.6 * r:.1f} {0.6 * r:.1f} 0 1 {(way + 1) // 2} {way * 0.95 * r:.1f} {0.1 * r:.1f}'
            f'q{-way * 0.1 * r:.1f} {0.35 * r:.1f} {-way * 0.45 * r:.1f} {0.2 * r:.1f}" stroke="{head.light}" stroke-width="{0.18 * r:.2f}" stroke-linecap="round" fill="none" opacity=".75"/>'
        )
    return _pair(one, x)


def _pigtails(head: _Head) -> str:
    x, y, size, neck = head.x, head.y, head.size, head.neck
    ax, ay = x + 0.50 * size, y - 0.16 * size
    low = neck + 0.30 * size
    tail = (
        f'<path d="M{ax:.1f} {ay - 0.05 * size:.1f}Q{ax + 0.34 * size:.1f} {ay - 0.06 * size:.1f} {ax + 0.34 * size:.1f} {neck:.1f}Q{ax + 0.32 * size:.1f} {low:.1f} {ax + 0.20 * size:.1f} {low + 0.10 * size:.1f}'
        f'Q{ax + 0.04 * size:.1f} {low - 0.06 * size:.1f} {ax + 0.06 * size:.1f} {neck:.1f}Q{ax + 0.06 * size:.1f} {ay + 0.2 * size:.1f} {ax:.1f} {ay + 0.08 * size:.1f}Z" fill="{head.colour}"/>'
        f'<path d="M{ax + 0.10 * size:.1f} {ay + 0.06 * size:.1f}Q{ax + 0.24 * size:.1f} {neck - 0.1 * size:.1f} {ax + 0.19 * size:.1f} {low:.1f}" stroke="{head.light}" stroke-width="{0.03 * size:.2f}" fill="none" opacity=".7"/>'
        f'<circle cx="{ax + 0.01 * size:.1f}" cy="{ay:.1f}" r="{0.085 * size:.1f}" fill="{_TIE}"/>'
    )
    return _pair(tail, x)


_TIE = "#e5527a"


def _ponytail(head: _Head) -> str:
    """From behind the crown, falling beside the face."""
    x, y, size, top, neck = head.x, head.y, head.size, head.top, head.neck

    def at(dx: float, row: float) -> str:
        return f"{x + dx * size:.2f} {row:.2f}"

    tail = (
        f"M{at(0.2, top + 0.12 * size)}C{at(0.4, top - 0.2 * size)} {at(0.76, top - 0.06 * size)} {at(0.78, y)}"
        f"Q{at(0.79, neck)} {at(0.62, neck + 0.24 * size)}Q{at(0.66, neck)} {at(0.58, y + 0.12 * size)}"
        f"Q{at(0.52, y - 0.2 * size)} {at(0.3, top + 0.3 * size)}Z"
    )
    strand = f"M{at(0.46, top + 0.02 * size)}Q{at(0.7, y - 0.4 * size)} {at(0.69, neck)}"
    tie = f'<ellipse cx="{x + 0.36 * size:.2f}" cy="{top + 0.08 * size:.2f}" rx="{0.055 * size:.2f}" ry="{0.105 * size:.2f}" fill="{_TIE}" transform="rotate(32 {at(0.36, top + 0.08 * size)})"/>'
    return (
        _behind(
            head,
            f'<path d="{tail}" fill="{head.colour}"/><path d="{strand}" stroke="{head.light}" stroke-width="{0.03 * size:.2f}" stroke-linecap="round" fill="none" opacity=".6"/>',
        )
        + tie
    )


def _braids(head: _Head) -> str:
    x, size = head.x, head.size
    start, step = head.y + 0.22 * size, 0.13 * size
    knots = "".join(
        f'<ellipse cx="{x + (0.48 + 0.015 * (k % 2)) * size:.1f}" cy="{start + k * step:.1f}" rx="{0.095 * size:.1f}" ry="{0.088 * size:.1f}" fill="{head.colour}" stroke="{head.dark}" stroke-width="{0.02 * size:.2f}"/>'
        for k in range(6)
    )
    end = start + 6 * step
    tail = (
        f'<path d="M{x + 0.44 * size:.1f} {end - 0.04 * size:.1f}L{x + 0.40 * size:.1f} {end + 0.12 * size:.1f}H{x + 0.56 * size:.1f}L{x + 0.53 * size:.1f} {end - 0.04 * size:.1f}Z" fill="{head.colour}"/>'
        f'<circle cx="{x + 0.485 * size:.1f}" cy="{end - 0.03 * size:.1f}" r="{0.06 * size:.1f}" fill="{_TIE}"/>'
    )
    return _pair(knots + tail, x)


def _bun(head: _Head) -> str:
    x, size, top = head.x, head.size, head.top
    return (
        f'<circle cx="{x:.1f}" cy="{top - 0.08 * size:.1f}" r="{0.20 * size:.1f}" fill="{head.colour}"/>'
        f'<path d="M{x - 0.12 * size:.1f} {top - 0.10 * size:.1f}a{0.12 * size:.1f} {0.12 * size:.1f} 0 0 1 {0.22 * size:.1f} {-0.02 * size:.1f}" stroke="{head.light}" stroke-width="{0.03 * size:.2f}" fill="none"/>'
        f'<path d="M{x - 0.15 * size:.1f} {top + 0.05 * size:.1f}Q{x:.1f} {top + 0.12 * size:.1f} {x + 0.15 * size:.1f} {top + 0.05 * size:.1f}" stroke="{_TIE}" stroke-width="{0.05 * size:.2f}" fill="none" stroke-linecap="round"/>'
    )


_SHAPES: dict[str, Callable[[_Head], str]] = {
    "long-hair": _long,
    "curly-hair": _curls,
    "pigtails": _pigtails,
    "ponytail": _ponytail,
    "braids": _braids,
    "hair-bun": _bun,
}
"""By kind of hair, what there is beside what covers the head anyway."""
