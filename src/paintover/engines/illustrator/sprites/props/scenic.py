"""Props that scenes stand or fall with: what is sat on, sheltered under, wound around or filled."""

from __future__ import annotations

import math
import random
from itertools import pairwise

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss


def _couch(paint: str) -> str:
    dark, deep, light = darker(paint, 0.22), darker(paint, 0.40), lighter(paint, 0.22)
    return (
        f"{down('b', (0, light), (1, paint))}{down('s', (0, lighter(paint, 0.34)), (1, paint))}{down('a', (0, lighter(paint, 0.26)), (1, dark))}"
        f'<path d="M16 118h9l-2 8h-5zM103 118h9l-2 8h-5z" fill="#5b3a26"/><path d="M14 66Q14 54 28 54H60Q64 54 64 58Q64 54 68 54H100Q114 54 114 66V104H14z" fill="url(#b)"/>'
        f'<path d="M64 58V90" stroke="{deep}" stroke-width="1.800" opacity=".7"/><path d="M20 90Q20 84 28 84H60Q64 84 64 88Q64 84 68 84H100Q108 84 108 90V106H20z" fill="url(#s)"/>'
        f'<path d="M22 95Q22 85 30 85H60Q64 85 64 89Q64 85 68 85H98Q106 85 106 95z" fill="{lighter(paint, 0.38)}"/>'
        f'<path d="M64 87V106" stroke="{deep}" stroke-width="1.800" opacity=".7"/><path d="M18 104H110V119H18z" fill="{dark}"/>'
        f'<path d="M4 80Q4 70 14 70T25 80V119H10Q4 119 4 113z" fill="url(#a)"/><path d="M124 80Q124 70 114 70T103 80V119H118Q124 119 124 113z" fill="url(#a)"/>'
        f'<path d="M25 80V119M103 80V119" stroke="{deep}" stroke-width="1.600" opacity=".6"/>{gloss("M22 60Q26 57 34 57H54", 2.4, 0.35)}'
    )


def _train_seats(paint: str) -> str:
    dark, light = darker(paint, 0.24), lighter(paint, 0.20)
    seat = "".join(
        f'<path d="M{x} 56Q{x} 46 {x + 10} 46H{x + 28}Q{x + 38} 46 {x + 38} 56V98H{x}z" fill="url(#b)"/><rect x="{x + 8}" y="49" width="22" height="13" rx="4" fill="#f4f1e8"/>'
        f'<rect x="{x - 1}" y="90" width="40" height="17" rx="6" fill="url(#s)"/>'
        for x in (6, 45, 84)
    )
    return (
        f'{down("b", (0, light), (1, paint))}{down("s", (0, lighter(paint, 0.36)), (1, paint))}<rect x="8" y="104" width="112" height="20" rx="3" fill="{darker(paint, 0.52)}"/>'
        f'<path d="M12 124h10v3h-10zM106 124h10v3h-10z" fill="#3a4046"/>{seat}<path d="M44.500 60V104M83.500 60V104" stroke="{dark}" stroke-width="1.600" opacity=".6"/>'
        f'<rect x="2" y="80" width="6" height="28" rx="3" fill="#4a525a"/><rect x="120" y="80" width="6" height="28" rx="3" fill="#4a525a"/>'
    )


def _parasol(paint: str) -> str:
    edges = [(8, 56), (30, 52), (52, 56), (76, 56), (98, 52), (120, 56)]
    panels = "".join(
        f'<path d="M64 10Q{(x0 + 64) / 2 + (x0 - 64) * 0.28:.1f} {y0 * 0.42:.1f} {x0} {y0}Q{(x0 + x1) / 2:.1f} {(y0 + y1) / 2 - 7:.1f} {x1} {y1}Q{(x1 + 64) / 2 + (x1 - 64) * 0.28:.1f} {y1 * 0.42:.1f} 64 10z" fill="{colour}"/>'
        for ((x0, y0), (x1, y1)), colour in zip(
            pairwise(edges),
            (darker(paint, 0.10), "#fff6ea", paint, "#fffaf2", darker(paint, 0.06)),
            strict=True,
        )
    )
    return (
        f'{across("p", (0, "#e9dcc4"), (0.5, "#c9b48f"), (1, "#8d7550"))}<rect x="61.800" y="12" width="4.400" height="113" rx="2" fill="url(#p)"/>'
        f'<ellipse cx="64" cy="124" rx="13" ry="3.600" fill="#d8b67e"/><path d="M30 52Q64 40 98 52L76 56Q64 49 52 56z" fill="{darker(paint, 0.45)}" opacity=".35"/>'
        f'{panels}<circle cx="64" cy="8.500" r="3.400" fill="{darker(paint, 0.25)}"/>{gloss("M22 40Q32 22 50 17", 2.6, 0.5)}'
    )


_BANDS = ("#f2574b", "#f79a3e", "#fbd64b", "#7cc95c", "#4fb4e6", "#5a78d8", "#9a6ad0")


def _rainbow(paint: str) -> str:
    thick = 5.0
    arcs = "".join(
        f'<path d="M{64 - r:.1f} 124A{r:.1f} {r:.1f} 0 0 1 {64 + r:.1f} 124" stroke="{colour}" stroke-width="{thick + 0.4:.1f}" fill="none"/>'
        for colour, r in ((colour, 58.5 - thick * k) for k, colour in enumerate(_BANDS))
    )
    return f'<g opacity=".8">{arcs}</g>'


def _open_box(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.30)
    return (
        f'{down("i", (0, darker(paint, 0.62)), (1, darker(paint, 0.42)))}<path d="M22 44L64 34L54 18L12 29z" fill="{lighter(paint, 0.12)}"/><path d="M64 34L106 44L118 29L74 18z" fill="{paint}"/>'
        f'<path d="M22 44L64 34L106 44L64 57z" fill="url(#i)"/><path d="M22 44L64 57V124L22 109z" fill="{paint}"/><path d="M106 44L64 57V124L106 109z" fill="{dark}"/>'
        f'<path d="M22 44L64 57L50 75L7 60z" fill="{light}"/><path d="M106 44L64 57L78 75L121 60z" fill="{lighter(paint, 0.08)}"/>'
        f'<path d="M22 44L64 57L106 44" stroke="{lighter(paint, 0.5)}" stroke-width="1.600" fill="none"/><path d="M30 100l10 3.500M30 94l10 3.500" stroke="{dark}" stroke-width="2.400" stroke-linecap="round"/>'
    )


def _snake_coil(paint: str) -> str:
    dark, light = darker(paint, 0.30), lighter(paint, 0.42)
    bands = "".join(
        f'<path d="M84 {y}Q66 {y + 17} 44 {y - 13}" stroke="{dark}" stroke-width="15.500" stroke-linecap="round" fill="none"/>'
        f'<path d="M84 {y}Q66 {y + 17} 44 {y - 13}" stroke="{paint}" stroke-width="13" stroke-linecap="round" fill="none"/>'
        f'<path d="M80 {y + 4}Q66 {y + 14} 49 {y - 7}" stroke="{light}" stroke-width="3.400" stroke-dasharray="4 5" stroke-linecap="round" fill="none"/>'
        for y in (104, 79, 54)
    )
    return (
        f'<path d="M84 104Q98 104 104 113Q108 120 117 118" stroke="{dark}" stroke-width="9" stroke-linecap="round" fill="none"/><path d="M84 104Q98 104 104 113Q108 120 117 118" stroke="{paint}" stroke-width="6.500" stroke-linecap="round" fill="none"/>{bands}'
        f'<path d="M44 41Q33 32 40 21" stroke="{dark}" stroke-width="15" stroke-linecap="round" fill="none"/><path d="M44 41Q33 32 40 21" stroke="{paint}" stroke-width="12.500" stroke-linecap="round" fill="none"/>'
        f'<path d="M21 21L9 24M13 23l-6-2M13 23l-5 4" stroke="#e4502f" stroke-width="2.200" stroke-linecap="round" fill="none"/><ellipse cx="35" cy="17" rx="16" ry="12" fill="{paint}" stroke="{dark}" stroke-width="1.600"/>'
        f'<ellipse cx="30" cy="20" rx="8" ry="5" fill="{light}" opacity=".7"/><ellipse cx="29" cy="12.500" rx="2.800" ry="3.600" fill="#26302a"/><ellipse cx="40" cy="11.500" rx="2.800" ry="3.600" fill="#26302a"/><circle cx="28.200" cy="11.400" r="1" fill="#fff"/><circle cx="39.200" cy="10.400" r="1" fill="#fff"/>'
    )


def _held_balloon(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.35)
    return (
        f'<defs><radialGradient id="r" cx=".36" cy=".30" r=".8"><stop offset="0" stop-color="{light}"/><stop offset=".55" stop-color="{paint}"/><stop offset="1" stop-color="{dark}"/></radialGradient></defs>'
        f'<path d="M64 66Q58 84 65 98T63 127" stroke="#7d8790" stroke-width="1.600" fill="none"/><path d="M64 62l-5 7h10z" fill="{dark}"/>'
        f'<path d="M64 2C82 2 91 16 91 31C91 48 76 60 64 64C52 60 37 48 37 31C37 16 46 2 64 2z" fill="url(#r)"/>{gloss("M46 28Q47 15 57 10", 3.4, 0.65)}'
    )


def _floor_lamp(paint: str) -> str:
    return (
        f'{across("f", (0, darker(paint, 0.10)), (0.4, lighter(paint, 0.5)), (1, darker(paint, 0.14)))}<rect x="62.600" y="30" width="2.800" height="92" fill="#6b5238"/>'
        f'<path d="M50 126Q50 119 64 119T78 126z" fill="#5a4530"/><path d="M53 4H75L83 34Q64 39 45 34z" fill="url(#f)"/><path d="M45 34Q64 39 83 34L82.500 31.500Q64 36 45.500 31.500z" fill="#fff3c4"/>'
    )


def _cherry_tree(paint: str) -> str:
    rng = random.Random(7)
    puffs = (
        (38, 46, 27),
        (64, 30, 28),
        (92, 46, 26),
        (24, 62, 17),
        (106, 62, 16),
        (50, 62, 22),
        (80, 62, 22),
    )
    crown = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{darker(paint, 0.12)}"/>' for x, y, r in puffs
    ) + "".join(f'<circle cx="{x - 2}" cy="{y - 4}" r="{r * 0.86:.1f}" fill="{paint}"/>' for x, y, r in puffs)
    lights = "".join(
        f'<circle cx="{x + r * 0.75 * math.cos(t):.1f}" cy="{y - 3 + r * 0.75 * math.sin(t):.1f}" r="{rng.uniform(1.6, 3.4):.1f}" fill="{rng.choice(("#ffffff", lighter(paint, 0.55), darker(paint, 0.18)))}" opacity=".85"/>'
        for x, y, r in puffs
        for t in (rng.uniform(0, math.tau) for _ in range(9))
    )
    return (
        f'<path d="M57 124Q62 104 60 88Q48 78 36 66L41 62Q52 72 61 76Q60 66 62 54H68Q67 66 69 77Q80 70 88 60L93 64Q84 76 72 88Q70 106 76 124z" fill="#7a5240"/><path d="M60 122Q65 104 63 88" stroke="#9a6c55" stroke-width="2.500" fill="none"/>'
        f"{crown}{lights}"
    )


def _leaf_on_its_stem(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.3)
    blade = "M4 52Q8 16 54 8Q100 0 124 40Q126 50 122 58Q112 46 98 48Q84 50 78 58Q64 46 50 50Q34 54 28 64Q18 52 4 52z"
    ribs = "M72 14Q66 30 76 54M72 14Q48 24 32 58M72 14Q100 22 114 46M72 14Q30 16 10 48"
    return (
        f'<path d="M80 124Q88 84 72 16" stroke="{dark}" stroke-width="7" fill="none" stroke-linecap="round"/><path d="M79 122Q86 84 71 18" stroke="{light}" stroke-width="2" fill="none"/>'
        f'{down("l", (0, lighter(paint, 0.2)), (1, darker(paint, 0.08)))}<path d="{blade}" fill="url(#l)" stroke="{dark}" stroke-width="2.500" stroke-linejoin="round"/>'
        f'<path d="{ribs}" stroke="{dark}" stroke-width="2" fill="none" opacity=".55" stroke-linecap="round"/>{gloss("M22 36Q40 16 62 12", 4, 0.35)}'
    )


def _lighthouse(paint: str) -> str:
    """A tower with a lamp, its bands in the paints that stand in `paint` with spaces between, by turns."""
    paints, rows = paint.split(), (44, 60, 76, 92, 108, 120)
    bands = ""
    for at, (top, low) in enumerate(pairwise(rows)):
        left, right = (61 - 13 - 0.155 * (row - 44) for row in (top, low))
        bands += f'<path d="M{left:.1f} {top}H{122 - left:.1f}L{122 - right:.1f} {low}H{right:.1f}Z" fill="{paints[at % len(paints)]}"/>'
    return (
        f'{across("beam", (0, "#ffe27a"), (1, "#fff6cf"))}<path d="M70 26L126 12V40Z" fill="url(#beam)" opacity=".8"/>'
        f'{bands}<path d="M69 44H74L86 120H72Z" fill="#000" opacity=".12"/><path d="M50 44H54L45 120H37Z" fill="#fff" opacity=".25"/>'
        '<path d="M40 38H82L79 46H43Z" fill="#6d757c"/><path d="M40 38H82V41H40Z" fill="#969ea5"/><path d="M50 18H72V38H50Z" fill="#f6a21e"/><path d="M53 20H69V36H53Z" fill="#ffd95a"/>'
        '<circle cx="61" cy="28" r="6.500" fill="#fffbe0"/><path d="M47 18Q50 6 61 5Q72 6 75 18Z" fill="#6d757c"/><path d="M50 15Q53 8 61 7" stroke="#a4adb3" stroke-width="2" fill="none"/><circle cx="61" cy="4" r="3" fill="#5a6167"/>'
        '<rect x="54" y="64" width="8" height="10" rx="4" fill="#4a5056"/><path d="M58 120V109Q58 103 65 103T72 109V120Z" fill="#4a5056"/>'
        '<path d="M22 126Q24 118 34 119Q40 114 50 118Q62 115 76 118Q88 114 94 119Q102 119 104 126Z" fill="#7b8288"/><path d="M30 124q4-4 10-1M58 124q6-4 12-1M82 124q4-4 10-1" stroke="#9aa1a6" stroke-width="2" fill="none" stroke-linecap="round"/>'
    )


PROPS = {
    "lighthouse": Prop(_lighthouse, "#e8433c #fbfbf8"),
    "leaf-on-its-stem": Prop(_leaf_on_its_stem, "#63a93f", rest=(64.0, 12.0), rest_width=60.0),
    "couch": Prop(_couch, "#3b8fd6", rest=(64.0, 92.0), rest_width=78.0),
    "train-seats": Prop(_train_seats, "#3f6f9a", rest=(64.0, 95.0), rest_width=104.0),
    "parasol": Prop(_parasol, "#ec5a4c", rest=(64.0, 14.0), rest_width=50.0),
    "rainbow": Prop(_rainbow, "#f2574b", rest=(64.0, 66.0), rest_width=40.0),
    "open-box": Prop(_open_box, "#c99760", rest=(64.0, 46.0), rest_width=84.0),
    "snake-coil": Prop(_snake_coil, "#b9cc45"),
    "held-balloon": Prop(_held_balloon, "#ec3f3a"),
    "floor-lamp": Prop(_floor_lamp, "#f2dfae", rest=(64.0, 6.0), rest_width=20.0),
    "cherry-tree": Prop(_cherry_tree, "#f7b6cd", rest=(64.0, 10.0), rest_width=50.0),
}
