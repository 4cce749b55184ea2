"""Plain forms, lines, and parts of the body, as a child cuts them out of coloured paper."""

from __future__ import annotations

import math

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, down, gloss

SKIN, SHADE, HAIR = "#ffca28", "#e5a51d", "#543930"


def _regular(corners: int, turn: float) -> str:
    return " ".join(
        f"{64 + 58 * math.cos(math.tau * k / corners + turn):.1f},{64 + 58 * math.sin(math.tau * k / corners + turn):.1f}"
        for k in range(corners)
    )


def _filled(outline: str, paint: str) -> str:
    """An outline with a lighter upper edge and a darker rim."""
    return (
        f"{down('s', (0, lighter(paint, 0.28)), (1, darker(paint, 0.08)))}"
        f'<g stroke="{darker(paint, 0.32)}" stroke-width="4" stroke-linejoin="round" fill="url(#s)">{outline}</g>'
    )


def _circle(paint: str) -> str:
    return _filled('<circle cx="64" cy="64" r="58"/>', paint) + gloss("M24 50Q32 26 56 18", 6, 0.5)


def _square(paint: str) -> str:
    return _filled('<rect x="8" y="10" width="112" height="112" rx="4"/>', paint) + gloss(
        "M18 48V20H46", 5, 0.45
    )


def _triangle(paint: str) -> str:
    return _filled('<path d="M64 10L122 118H6z"/>', paint) + gloss("M24 100L56 40", 5, 0.45)


def _hexagon(paint: str) -> str:
    return _filled(f'<polygon points="{_regular(6, 0)}"/>', paint) + gloss("M20 62L40 26", 5, 0.45)


def _octagon(paint: str) -> str:
    return _filled(f'<polygon points="{_regular(8, math.pi / 8)}"/>', paint) + gloss(
        "M19 60V44L42 20", 5, 0.45
    )


def _stroke(path: str, paint: str) -> str:
    """A crayon's line: a darker rim, the paint, a streak of light."""
    return (
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="{path}" stroke="{darker(paint, 0.3)}" stroke-width="12"/>'
        f'<path d="{path}" stroke="{paint}" stroke-width="8.500"/><path d="{path}" stroke="#fff" stroke-width="2" opacity=".35" transform="translate(-1 -2)"/></g>'
    )


def _line(paint: str) -> str:
    return _stroke("M8 96L120 36", paint)


def _zigzag(paint: str) -> str:
    return _stroke("M8 88L30 42L52 88L74 42L96 88L118 42", paint)


def _squiggle(paint: str) -> str:
    return _stroke("M8 72Q20 26 38 58T64 76Q84 34 92 62T120 56", paint)


def _beard(paint: str) -> str:
    dark = darker(paint, 0.3)
    strands = "".join(
        f"M{x} 52Q{x + lean / 2} 78 {64 + (x - 64) * 0.5:.0f} {108 - abs(x - 64) * 0.5:.0f}"
        for x, lean in ((34, -4), (48, -2), (64, 0), (80, 2), (94, 4))
    )
    return (
        f'<path d="M10 22Q18 40 34 40Q50 26 64 36Q78 26 94 40Q110 40 118 22Q124 70 104 96Q84 122 64 122T24 96Q4 70 10 22z" fill="{paint}"/>'
        f'<path d="{strands}" stroke="{dark}" stroke-width="3" fill="none" stroke-linecap="round" opacity=".7"/>'
    )


def _moustache(paint: str) -> str:
    return (
        f'<path d="M64 52Q46 34 32 50Q20 64 4 54Q10 86 38 84Q58 80 64 66Q70 80 90 84Q118 86 124 54Q108 64 96 50Q82 34 64 52z" fill="{paint}"/>'
        f'<path d="M14 68Q34 78 58 62M114 68Q94 78 70 62" stroke="{lighter(paint, 0.3)}" stroke-width="3.500" fill="none" stroke-linecap="round" opacity=".7"/>'
    )


def _goatee(paint: str) -> str:
    return (
        f'<path d="M36 34Q48 22 64 30Q80 22 92 34Q96 46 88 50Q76 42 64 44Q52 42 40 50Q32 46 36 34z" fill="{darker(paint, 0.15)}"/>'
        f'<path d="M38 58Q64 74 90 58Q92 100 64 124Q36 100 38 58z" fill="{paint}"/><path d="M50 72Q54 96 62 112M64 76V112M78 72Q74 96 66 112" stroke="{darker(paint, 0.35)}" stroke-width="3" fill="none" stroke-linecap="round"/>'
        '<path d="M48 50Q64 60 80 50Q64 56 48 50z" fill="#c8453c"/>'
    )


def _sleeve(paint: str, edge: str) -> str:
    return f'<path d="{edge}" fill="{paint}"/>'


def _elbow(paint: str) -> str:
    return (
        f'<path d="M46 30L74 30Q80 64 92 80L122 70L126 96L84 112Q62 112 54 88Q46 62 46 30z" fill="{SKIN}"/><path d="M54 88Q62 112 84 112L126 96L125 88L84 100Q68 100 58 76z" fill="{SHADE}"/>'
        f'<path d="M66 92Q76 92 80 84M74 98Q82 98 86 92" stroke="{darker(SHADE, 0.25)}" stroke-width="3" fill="none" stroke-linecap="round"/>'
        f'{_sleeve(paint, "M38 4H80Q84 24 78 40Q60 46 42 40Q36 22 38 4z")}<path d="M42 34Q60 40 79 34L78 40Q60 46 42 40z" fill="{darker(paint, 0.3)}"/>'
    )


def _knee(paint: str) -> str:
    return (
        f'<path d="M40 34H88Q92 58 86 74Q90 98 84 124H52Q46 98 46 76Q38 58 40 34z" fill="{SKIN}"/><path d="M76 34H88Q92 58 86 74Q90 98 84 124H74Q80 96 76 74Q80 54 76 34z" fill="{SHADE}"/>'
        f'<path d="M50 66Q64 54 78 66M52 80Q64 90 76 80" stroke="{darker(SHADE, 0.25)}" stroke-width="3.500" fill="none" stroke-linecap="round"/>'
        f'{_sleeve(paint, "M34 4H94L92 44Q64 52 36 44z")}<path d="M36 38Q64 46 92 38V44Q64 52 36 44z" fill="{darker(paint, 0.3)}"/>'
    )


def _toe(paint: str) -> str:
    toes = "".join(
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{w / 2}" fill="{SKIN}"/><path d="M{x + 3} {y + 4}h{w - 6}v{w * 0.4:.1f}q-{(w - 6) / 2} 4 -{w - 6} 0z" fill="{lighter(paint, 0.6)}"/>'
        for x, y, w, h in (
            (8, 10, 30, 60),
            (39, 22, 21, 50),
            (61, 30, 19, 44),
            (81, 38, 18, 40),
            (100, 48, 16, 34),
        )
    )
    return f'<path d="M8 56Q10 50 40 52L112 62Q122 80 114 124H26Q6 92 8 56z" fill="{SKIN}"/><path d="M114 74Q120 92 114 124H96Q104 96 100 72z" fill="{SHADE}"/>{toes}'


def _human_face(paint: str) -> str:
    return (
        f'<ellipse cx="64" cy="66" rx="50" ry="56" fill="{paint}"/><path d="M14 62Q10 8 64 6T114 62Q104 40 84 36Q54 44 30 34Q18 44 14 62z" fill="{HAIR}"/>'
        f'<circle cx="14" cy="70" r="9" fill="{paint}"/><circle cx="114" cy="70" r="9" fill="{paint}"/>'
        '<ellipse cx="44" cy="68" rx="6" ry="7" fill="#404040"/><ellipse cx="84" cy="68" rx="6" ry="7" fill="#404040"/><circle cx="46" cy="65" r="2" fill="#fff"/><circle cx="86" cy="65" r="2" fill="#fff"/>'
        f'<path d="M34 54Q44 48 53 54M75 54Q84 48 94 54" stroke="{HAIR}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M58 82Q64 88 70 82" stroke="{darker(paint, 0.25)}" stroke-width="4" fill="none" stroke-linecap="round"/>'
        '<path d="M44 96Q64 114 84 96Q64 102 44 96z" fill="#795548"/><ellipse cx="32" cy="86" rx="9" ry="6" fill="#f06292" opacity=".25"/><ellipse cx="96" cy="86" rx="9" ry="6" fill="#f06292" opacity=".25"/>'
    )


PROPS = {
    "circle": Prop(_circle, "#e5554e"),
    "square": Prop(_square, "#4f86c6"),
    "triangle": Prop(_triangle, "#f2b233"),
    "hexagon": Prop(_hexagon, "#5fa66a"),
    "octagon": Prop(_octagon, "#8e6bb8"),
    "line": Prop(_line, "#3f6fb5"),
    "zigzag": Prop(_zigzag, "#e0793a"),
    "squiggle": Prop(_squiggle, "#b3447f"),
    "beard": Prop(_beard, "#6b4a33"),
    "moustache": Prop(_moustache, "#4b362b"),
    "goatee": Prop(_goatee, "#5b4030"),
    "elbow": Prop(_elbow, "#3f8fd2"),
    "knee": Prop(_knee, "#5a6fb0"),
    "toe": Prop(_toe, "#f7d9a0"),
    "human-face": Prop(_human_face, SKIN),
}
