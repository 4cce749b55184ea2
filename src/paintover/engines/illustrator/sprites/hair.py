"""Hair in another colour and another cut, laid over the hair that a face is drawn with. In the wearer's unit square."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from paintover.engines.illustrator.colour import rgb
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.faces import combed_out
from paintover.engines.illustrator.sprites.figures import Figure, figure
from paintover.engines.illustrator.sprites.raster import Extent, rasterise
from paintover.engines.illustrator.sprites.tresses import APART, EYES, MIDDLE, Tresses, paints_of, tresses
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
_PLAIN = re.compile(r"noto:(?:girl|boy|woman|man)(?=/|$)")
"""The plain faces, which are drawn bald below a hairdo that covers all of the skull."""
_EARS = '<path fill="#e59600" d="M99.540 63.980h-71.100c-7.670 0-13.940 6.680-13.940 14.850s6.270 14.850 13.940 14.850h71.110c7.670 0 13.940-6.680 13.940-14.850s-6.280-14.850-13.950-14.850"/>'
_BOB = (
    (re.compile(r'<path fill="#543930" d="M64\.74 4\.12[^"]*"/>'), _EARS),
    (re.compile(r'<path fill="url\(#[^)]*\)" d="M(?:64\.74 4\.12|110\.55 123\.91)[^"]*"/>'), ""),
)
"""The hair of a woman, to her chin, and what is drawn in its stead where it is another cut: ears."""
_TO_THE_SHOULDERS = re.compile(
    r'<path fill="(?:#543930|url\(#[^)]*\))" d="M[\d.]+ [\d.]+c-41\.01 0-40\.68 3\d\.92-40\.68 3\d\.52c0 24\.56[^"]*"/>'
)
"""What falls behind the faces of women of a trade."""
_ITS_PAINT = f"<!--{HAIR['hair']}-->"
"""Left in a drawing without hair, so that its complexion still says of which paint the hair is."""


@lru_cache(maxsize=32)
def shorn(wearer: Figure) -> Figure:
    """Somebody whose hair is to be drawn anew: a plain face bald, others without what falls below the ears."""
    if _PLAIN.match(wearer.name):
        body = f"{_bare(wearer)}{_ITS_PAINT}"
    else:
        body = _TO_THE_SHOULDERS.sub("", wearer.body)
    return replace(wearer, name=f"{wearer.name}/shorn", body=body, stature=wearer.stature)


_HAIR = re.compile(
    r'<path fill="#543930"[^>]*/>|<radialGradient id="(?P<id>[^"]+)"(?:(?!</radialGradient>).)*#6d4c41(?:(?!</radialGradient>).)*</radialGradient><path fill="url\(#(?P=id)\)"[^>]*/>',
    re.DOTALL,
)
"""Hair as the set paints it, and the shade at its edge."""


@lru_cache(maxsize=32)
def shaven(wearer: Figure) -> Figure:
    """Somebody without hair, in the paints of the set."""
    return replace(wearer, name=f"{wearer.name}/bald", body=_bare(wearer), stature=wearer.stature)


def _bare(wearer: Figure) -> str:
    body = _TO_THE_SHOULDERS.sub("", wearer.body)
    if wearer.name.startswith("noto:woman/"):
        for long, ears in _BOB:
            body = long.sub(ears, body)
    return _HAIR.sub("", combed_out(body))


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


@lru_cache(maxsize=48)
def cut_hair(kind: str, paint: str | None, wearer: Figure) -> tuple[str, Extent]:
    """The hair as SVG elements, and what it may cover of the wearer's square."""
    left, top, k = place_of_the_face(wearer)
    extent = left - 18 * k, top - 28 * k, left + 146 * k, top + 184 * k
    if kind == BALD:
        return "", extent
    if _PLAIN.match(wearer.name) and wearer.hair:  # in its colour already
        drawn = tresses(kind, paints_of(paint or wearer.hair[0]), grown=_wears_it_long(wearer))
        return "" if drawn is None else _about_the_face(drawn, wearer), extent
    x, neck = wearer.anchors.eye[0], wearer.anchors.neck[1]
    apart = abs(wearer.anchors.eyes[0][0] - x) * 2 if wearer.anchors.eyes else 20.0
    purple = _PURPLE.get(wearer.name.partition("/")[0], 0.0)
    mask, grey = _own_hair(wearer.body, wearer.anchors.eye, apart, neck, purple, wearer.hair)
    colour = paint or (_GREY if grey else wearer.hair[0] if wearer.hair else HAIR[kind])
    own = ""
    if paint is not None and paint not in wearer.hair:
        own = f'<path d="{path_of(_crowning(mask))}" fill="{colour}"/>'
    if is_drawn_with(kind, wearer.name):
        return own, extent
    drawn = tresses(kind, paints_of(colour), grown=_wears_it_long(wearer))
    if drawn is not None and not _reaches_the_crown(mask, wearer):  # under the hat it is drawn with
        drawn = drawn._replace(behind=drawn.behind + drawn.before, before="")
    return own if drawn is None else f"{own}{_about_the_face(drawn, wearer)}", extent


def is_drawn_with(kind: str, art: str) -> bool:
    """Whether a drawing has such hair, so that none comes on top of it."""
    return kind == "hair-bun" and art.partition("/")[0] == "noto:old-woman"


def _reaches_the_crown(mask: Mask, wearer: Figure) -> bool:
    """Whether hair is what is uppermost of somebody's head, and no hat."""
    x, y = wearer.anchors.top
    return bool(mask[int((y + 1) * FINE), int(x * FINE)])


_MEN = re.compile(
    r"noto:(?:boy|man|prince|crownless-prince|superhero|old-man|bearded-person|person-in-tuxedo)\b"
)


def _wears_it_long(wearer: Figure) -> bool:
    """Whether hair of no length that was told is that of a woman or a girl."""
    return _MEN.match(wearer.name) is None


def place_of_the_face(wearer: Figure) -> tuple[float, float, float]:
    """Where the square of the face begins in the wearer's own, across and down, and how large it is there."""
    anchors = wearer.anchors
    (x, y), apart = anchors.eye, anchors.head / 2.3
    if len(anchors.eyes) > 1:
        apart = abs(anchors.eyes[0][0] - anchors.eyes[-1][0])
    icon = _PLAIN.match(wearer.name)
    middle, row, broad = (MIDDLE, EYES, APART) if icon is None else _face_of(icon[0])
    k = apart / broad
    return x - k * middle, y - k * row, k


def _about_the_face(drawn: Tresses, wearer: Figure) -> str:
    """A hairdo where the wearer's face is: its back behind the body, its crown only where the skull is bare."""
    left, top, k = place_of_the_face(wearer)
    at = f'<g transform="translate({left:.2f} {top:.2f}) scale({k:.4f})">'
    behind = ""
    if "/back" in wearer.name:  # all of it falls over the back that we see
        return f"{at}{drawn.behind}{drawn.before}</g>"
    if drawn.behind:
        free = path_of(~_solid(wearer.body)) + _BEYOND
        behind = f'<clipPath id="behind"><path d="{free}"/></clipPath><g clip-path="url(#behind)">{at}{drawn.behind}</g></g>'
    crown = drawn.crown if "/shorn" in wearer.name else ""
    return f"{behind}{at}{crown}{drawn.before}</g>"


_BEYOND = f"M-64-64H{UNIT + 64}V0H-64ZM-64 0H0V{UNIT}H-64ZM{UNIT} 0H{UNIT + 64}V{UNIT}H{UNIT}ZM-64 {UNIT}H{UNIT + 64}V{UNIT + 64}H-64Z"
"""All around the unit square."""


@cache
def _face_of(icon: str) -> tuple[float, float, float]:
    """Where the eyes of a face of the set are in its own square: the middle, the row, and how far apart."""
    anchors = figure(icon).anchors
    return *anchors.eye, abs(anchors.eyes[0][0] - anchors.eyes[1][0])


@lru_cache(maxsize=32)
def _solid(body: str) -> Mask:
    """What of the square a drawing covers."""
    side = UNIT * FINE
    return rasterise(side, side, f'<g transform="scale({FINE})">{body}</g>')[..., 3] > 127


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
) -> tuple[Mask, bool]:
    """Where the drawing has hair and brows, and whether they are grey. The mouth may be as brown as the hair, and is not
    hair; what is purple is hair down to that row."""
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
    known = (brown & head).sum() * (_KNOWN if paints else 1)  # more white than hair is a hat's
    is_grey = bool((grey & head).sum() > known)
    mask: Mask = (grey if is_grey else brown) & head
    return mask, is_grey
