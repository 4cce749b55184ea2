"""Hair in another colour and another cut, laid over the hair that a face is drawn with. In the wearer's unit square."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.colour import darker, lighter, rgb
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.raster import Extent, rasterise
from paintover.engines.illustrator.sprites.wardrobe import FINE, Mask, path_of

HAIR = {
    "hair": "#543930",
    "short-hair": "#543930",
    "long-hair": "#543930",
    "curly-hair": "#543930",
    "pigtails": "#543930",
    "ponytail": "#543930",
    "braids": "#543930",
    "hair-bun": "#543930",
}
"""Kinds of hair, and the usual paint."""
_GREY = "#bdbdbd"
_PURPLE = {"noto:mermaid": 60.0}
"""Figures with purple hair, and down to where it falls."""
OF_ITS_OWN = frozenset({"hair", "pigtails"})
"""Hair that leaves the tails on with which a girl is drawn."""
_TAILS = re.compile(
    r'(<g transform="translate\([^"]*"> *)<path fill="#543930".*?(?=<path fill="#e59600")', re.DOTALL
)


@lru_cache(maxsize=32)
def without_tails(wearer: Figure) -> Figure:
    """A girl without her two tails, which are drawn behind her face."""
    return replace(
        wearer,
        name=f"{wearer.name}/shorn",
        body=_TAILS.sub(r"\1", wearer.body, count=1),
        stature=wearer.stature,
    )


@lru_cache(maxsize=48)
def cut_hair(kind: str, paint: str | None, wearer: Figure) -> tuple[str, Extent]:
    """The hair as SVG elements, and what it may cover of the wearer's square."""
    mask, grey = _own_hair(
        wearer.body,
        wearer.anchors.eye,
        abs(wearer.anchors.eyes[0][0] - wearer.anchors.eye[0]) * 2 if wearer.anchors.eyes else 20.0,
        wearer.anchors.neck[1],
        _PURPLE.get(wearer.name.partition("/")[0], 0.0),
        wearer.hair,
    )
    colour = paint or (_GREY if grey else wearer.hair[0] if wearer.hair else HAIR[kind])
    (x, y), head, top, neck = (
        wearer.anchors.eye,
        wearer.anchors.head,
        wearer.anchors.top[1],
        wearer.anchors.neck[1],
    )
    dark, light = darker(colour, 0.26), lighter(colour, 0.22)
    own = f'<path d="{path_of(mask)}" fill="{colour}"/>' if paint not in (None, *wearer.hair) else ""
    if paint is not None:
        shine = f"M{x - 0.30 * head:.1f} {top + 0.22 * head:.1f}Q{x - 0.18 * head:.1f} {top + 0.06 * head:.1f} {x + 0.06 * head:.1f} {top + 0.05 * head:.1f}"
        own += (
            f'<defs><clipPath id="own-hair"><path d="{path_of(mask)}"/></clipPath></defs>'
            f'<path d="{shine}" stroke="{light}" stroke-width="{0.06 * head:.1f}" stroke-linecap="round" fill="none" opacity=".8" clip-path="url(#own-hair)"/>'
        )
    shape = {
        "long-hair": _long,
        "curly-hair": _curls,
        "pigtails": _pigtails,
        "ponytail": _ponytail,
        "braids": _braids,
        "hair-bun": _bun,
    }.get(kind)
    drawn = "" if shape is None else shape(x, y, head, top, neck, colour, dark, light)
    reach = 0.95 * head
    return own + drawn, (x - reach, top - 0.34 * head, x + reach, neck + 0.8 * head)


@lru_cache(maxsize=64)
def _own_hair(
    body: str,
    eye: tuple[float, float],
    apart: float,
    neck: float,
    purple: float,
    paints: tuple[str, ...],
) -> tuple[Mask, bool]:
    """Where the drawing has hair and brows, and whether they are grey. The mouth may be as brown as the hair, and is not hair;
    what is purple is hair down to that row."""
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
        return (blue > red + 12) & (red > green + 20) & solid & (y < purple), False
    mouth = (y > eye[1] + 0.24 * apart) & (np.abs(x - eye[0]) < 0.78 * apart)
    head = solid & (y < neck + 1) & ~mouth
    is_grey = bool((grey & head).sum() > (brown & head).sum())
    mask: Mask = (grey if is_grey else brown) & head
    return mask, is_grey


def _pair(draw: str, x: float) -> str:
    """A shape on the right, and its mirror image."""
    return f'{draw}<g transform="translate({2 * x:.2f} 0) scale(-1 1)">{draw}</g>'


def _long(
    x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str
) -> str:
    low = neck + 0.52 * head
    lock = (
        f'<path d="M{x + 0.36 * head:.1f} {y - 0.22 * head:.1f}Q{x + 0.62 * head:.1f} {y - 0.10 * head:.1f} {x + 0.60 * head:.1f} {neck:.1f}'
        f"Q{x + 0.60 * head:.1f} {low - 0.1 * head:.1f} {x + 0.50 * head:.1f} {low:.1f}Q{x + 0.36 * head:.1f} {low - 0.02 * head:.1f} {x + 0.32 * head:.1f} {low - 0.14 * head:.1f}"
        f'Q{x + 0.44 * head:.1f} {neck:.1f} {x + 0.40 * head:.1f} {y + 0.12 * head:.1f}Z" fill="{colour}"/>'
        f'<path d="M{x + 0.50 * head:.1f} {y:.1f}Q{x + 0.54 * head:.1f} {neck:.1f} {x + 0.46 * head:.1f} {low - 0.06 * head:.1f}" stroke="{light}" stroke-width="{0.025 * head:.2f}" fill="none" opacity=".7"/>'
    )
    return _pair(lock, x)


def _curls(
    x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str
) -> str:
    spots = ((0.0, -0.02), (0.22, 0.02), (0.40, 0.15), (0.52, 0.34), (0.55, 0.55), (0.52, 0.75), (0.46, 0.92))
    one = "".join(
        f'<circle cx="{x + dx * head:.1f}" cy="{top + dy * head:.1f}" r="{0.135 * head:.1f}" fill="{colour}"/>'
        f'<path d="M{x + (dx - 0.06) * head:.1f} {top + (dy + 0.02) * head:.1f}a{0.06 * head:.1f} {0.06 * head:.1f} 0 1 1 {0.09 * head:.1f} {0.05 * head:.1f}" stroke="{light}" stroke-width="{0.022 * head:.2f}" fill="none" opacity=".8"/>'
        for dx, dy in spots
    )
    return _pair(one, x)


def _pigtails(
    x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str
) -> str:
    ax, ay = x + 0.50 * head, y - 0.16 * head
    low = neck + 0.30 * head
    tail = (
        f'<path d="M{ax:.1f} {ay - 0.05 * head:.1f}Q{ax + 0.34 * head:.1f} {ay - 0.06 * head:.1f} {ax + 0.34 * head:.1f} {neck:.1f}Q{ax + 0.32 * head:.1f} {low:.1f} {ax + 0.20 * head:.1f} {low + 0.10 * head:.1f}'
        f'Q{ax + 0.04 * head:.1f} {low - 0.06 * head:.1f} {ax + 0.06 * head:.1f} {neck:.1f}Q{ax + 0.06 * head:.1f} {ay + 0.2 * head:.1f} {ax:.1f} {ay + 0.08 * head:.1f}Z" fill="{colour}"/>'
        f'<path d="M{ax + 0.10 * head:.1f} {ay + 0.06 * head:.1f}Q{ax + 0.24 * head:.1f} {neck - 0.1 * head:.1f} {ax + 0.19 * head:.1f} {low:.1f}" stroke="{light}" stroke-width="{0.03 * head:.2f}" fill="none" opacity=".7"/>'
        f'<circle cx="{ax + 0.01 * head:.1f}" cy="{ay:.1f}" r="{0.085 * head:.1f}" fill="#e5527a"/>'
    )
    return _pair(tail, x)


def _ponytail(
    x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str
) -> str:
    ax, ay = x + 0.30 * head, top + 0.06 * head
    low = neck + 0.10 * head
    return (
        f'<path d="M{ax:.1f} {ay - 0.04 * head:.1f}Q{ax + 0.50 * head:.1f} {ay - 0.24 * head:.1f} {ax + 0.54 * head:.1f} {y + 0.1 * head:.1f}Q{ax + 0.54 * head:.1f} {low:.1f} {ax + 0.36 * head:.1f} {low + 0.08 * head:.1f}'
        f'Q{ax + 0.40 * head:.1f} {y + 0.1 * head:.1f} {ax + 0.04 * head:.1f} {ay + 0.14 * head:.1f}Z" fill="{colour}"/>'
        f'<path d="M{ax + 0.12 * head:.1f} {ay - 0.03 * head:.1f}Q{ax + 0.44 * head:.1f} {ay:.1f} {ax + 0.44 * head:.1f} {low - 0.1 * head:.1f}" stroke="{light}" stroke-width="{0.03 * head:.2f}" fill="none" opacity=".7"/>'
        f'<ellipse cx="{ax + 0.03 * head:.1f}" cy="{ay + 0.03 * head:.1f}" rx="{0.06 * head:.1f}" ry="{0.10 * head:.1f}" fill="#e5527a" transform="rotate(28 {ax:.1f} {ay:.1f})"/>'
    )


def _braids(
    x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str
) -> str:
    start = y + 0.22 * head
    step = 0.13 * head
    knots = "".join(
        f'<ellipse cx="{x + (0.48 + 0.015 * (k % 2)) * head:.1f}" cy="{start + k * step:.1f}" rx="{0.095 * head:.1f}" ry="{0.088 * head:.1f}" fill="{colour}" stroke="{dark}" stroke-width="{0.02 * head:.2f}"/>'
        for k in range(6)
    )
    end = start + 6 * step
    tail = (
        f'<path d="M{x + 0.44 * head:.1f} {end - 0.04 * head:.1f}L{x + 0.40 * head:.1f} {end + 0.12 * head:.1f}H{x + 0.56 * head:.1f}L{x + 0.53 * head:.1f} {end - 0.04 * head:.1f}Z" fill="{colour}"/>'
        f'<circle cx="{x + 0.485 * head:.1f}" cy="{end - 0.03 * head:.1f}" r="{0.06 * head:.1f}" fill="#e5527a"/>'
    )
    return _pair(knots + tail, x)


def _bun(x: float, y: float, head: float, top: float, neck: float, colour: str, dark: str, light: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{top - 0.08 * head:.1f}" r="{0.20 * head:.1f}" fill="{colour}"/>'
        f'<path d="M{x - 0.12 * head:.1f} {top - 0.10 * head:.1f}a{0.12 * head:.1f} {0.12 * head:.1f} 0 0 1 {0.22 * head:.1f} {-0.02 * head:.1f}" stroke="{light}" stroke-width="{0.03 * head:.2f}" fill="none"/>'
        f'<path d="M{x - 0.15 * head:.1f} {top + 0.05 * head:.1f}Q{x:.1f} {top + 0.12 * head:.1f} {x + 0.15 * head:.1f} {top + 0.05 * head:.1f}" stroke="#e5527a" stroke-width="{0.05 * head:.2f}" fill="none" stroke-linecap="round"/>'
    )
