"""What grows in a face: beards along the jaw that leave the mouth free, and moustaches, in the wearer's unit square."""

from __future__ import annotations

from typing import Literal

from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.hair import HAIR, place_of_the_face
from paintover.engines.illustrator.sprites.props import PROPS
from paintover.engines.illustrator.sprites.raster import Extent
from paintover.engines.illustrator.sprites.tresses import Paints, paints_of

BEARDS = {"beard": "neck", "moustache": "face"}
"""Kinds of hair in the face, and the part on which each is worn."""
AGED = frozenset({"old-man", "man-white-hair"})
"""Whose beards are white."""
Length = Literal["small", "large", "far"] | None
_GREY = "#e4e1dc"
_LOW = {"small": 127.0, "large": 176.0}
"""Down to which row of the face's square a beard falls that is short or long; the chin is at row 123."""
_USUAL = 137.0


def grown_in_the_face(kind: str, length: Length, paint: str | None, wearer: Figure) -> tuple[str, Extent]:
    """A beard or a moustache as SVG elements, and what it may cover of the wearer's square."""
    aged = wearer.name.startswith("noto:old-man")
    colour = paint or (_GREY if aged else wearer.hair[0] if wearer.hair else HAIR["hair"])
    if not aged and not wearer.hair:
        return _at_the_throat(kind, colour, wearer)
    left, top, k = place_of_the_face(wearer)
    paints = paints_of(colour)
    drawn = _beard(paints, _LOW.get(length or "", _USUAL)) if kind == "beard" else _moustache(paints, length)
    extent = left + 10 * k, top + 60 * k, left + 118 * k, top + 182 * k
    return f'<g transform="translate({left:.2f} {top:.2f}) scale({k:.4f})">{drawn}</g>', extent


def _at_the_throat(kind: str, colour: str, wearer: Figure) -> tuple[str, Extent]:
    """On who has no hair that we know, an animal: the thing as it is, at the throat or below the nose."""
    anchors = wearer.anchors
    across = (0.72 if kind == "beard" else 0.5) * anchors.head
    x, y = anchors.neck if kind == "beard" else anchors.nose
    if not anchors.front and kind == "beard":
        x, y = x - 0.24 * anchors.head, y + 0.18 * anchors.head
    k = across / 120
    left, top = x - 64 * k, y - (50 if kind == "beard" else 64) * k
    drawn = f'<g transform="translate({left:.2f} {top:.2f}) scale({k:.4f})">{PROPS[kind].draw(colour)}</g>'
    return drawn, (left, top, left + 128 * k, top + 128 * k)


def _beard(paints: Paints, low: float) -> str:
    """From the temples along the jaw and over the lip, as far down as that row."""
    broad = 30.0 if low < 150 else 19.0
    side = low - (11 if low < 150 else 26)
    jaw = f"C17 94 23 112 {64 - broad:g} {side:g}Q{64 - broad * 0.5:g} {low:g} 64 {low:g}Q{64 + broad * 0.5:g} {low:g} {64 + broad:g} {side:g}C105 112 111 94 108.5 70"
    cheeks = "L104.500 77C104 88 99 95 89 95Q80 92.500 74 91Q68 89.500 64 92Q60 89.500 54 91Q48 92.500 39 95C29 95 24 88 23.500 77Z"
    mouth = "M48.500 98Q56 95.500 64 97Q72 95.500 79.500 98Q80 107.500 64 109.500Q48 107.500 48.500 98Z"
    strands = "".join(
        f"M{64 + s * dx:g} {row:g}Q{64 + s * (dx + 1):g} {(row + low) / 2:g} {64 + s * dx * broad / 34:g} {low - 5 - dx * (low - side) / 34:g}"
        for dx, row in ((36, 99), (27, 101), (17, 110), (6, 113))
        for s in (-1, 1)
    )
    lip = "M60 93.500Q52 94.500 47 97.500M68 93.500Q76 94.500 81 97.500M26 86Q28 94 33 99M102 86Q100 94 95 99"
    return (
        f'<path d="M19.500 70{jaw}{cheeks}{mouth}" fill="{paints.plain}" fill-rule="evenodd"/>'
        f'<path d="{strands}{lip}" stroke="{paints.line}" stroke-width="1.300" stroke-linecap="round" fill="none" opacity=".55"/>'
    )


def _moustache(paints: Paints, length: Length) -> str:
    large = {"small": 0.8, "large": 1.3}.get(length or "", 1.0)
    half = "M64 91.500Q72 87 80 91.500Q88 96.500 96 93Q93 102.500 82 101Q70 99.500 64 95.500Z"
    strands = "M67 92.500Q76 92.500 84 97.500M66 94Q74 96 82 99.500"
    drawn = (
        f'<path d="{half}" fill="{paints.plain}"/>'
        f'<path d="{strands}" stroke="{paints.line}" stroke-width="1.100" stroke-linecap="round" fill="none" opacity=".55"/>'
    )
    both = f'{drawn}<g transform="translate(128 0) scale(-1 1)">{drawn}</g>'
    return f'<g transform="translate({64 - 64 * large:g} {94 - 94 * large:g}) scale({large:g})">{both}</g>'
