"""Props to eat and drink."""

from __future__ import annotations

import math
from functools import partial

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss


def _asparagus(paint: str) -> str:
    dark = darker(paint, 0.3)

    def spear(x: int, top: int, turn: int) -> str:
        scales = "".join(
            f'<path d="M{x - 6} {top + d}q6 -9 7 -9q-1 8 -1 11z" fill="{dark}"/>' for d in (30, 48, 66)
        )
        return f'<g transform="rotate({turn} {x} 110)"><path d="M{x - 7} 124V{top + 22}Q{x - 9} {top + 12} {x} {top}Q{x + 9} {top + 12} {x + 7} {top + 22}V124z" fill="{paint}"/><path d="M{x - 6} {top + 20}l6-12 6 12-6 5z" fill="{darker(paint, 0.4)}"/>{scales}<path d="M{x - 4} 118V{top + 34}" stroke="{lighter(paint, 0.4)}" stroke-width="2"/></g>'

    return f'{spear(40, 14, -10)}{spear(88, 10, 10)}{spear(64, 2, 0)}<path d="M26 86Q64 98 102 86V98Q64 110 26 98z" fill="#c8453c"/><path d="M26 86Q64 98 102 86V90Q64 102 26 90z" fill="#e5736a"/>'


def _blackberry(paint: str) -> str:
    light = lighter(paint, 0.3)
    drupes = "".join(
        f'<circle cx="{64 + (k - (n - 1) / 2) * 17:.1f}" cy="{y}" r="10.500" fill="{paint}"/><circle cx="{61 + (k - (n - 1) / 2) * 17:.1f}" cy="{y - 4}" r="3" fill="{light}" opacity=".8"/>'
        for y, n in ((50, 4), (64, 5), (79, 4), (93, 3), (107, 2))
        for k in range(n)
    )
    return f'<ellipse cx="64" cy="78" rx="38" ry="42" fill="{darker(paint, 0.45)}"/>{drupes}<path d="M64 8q3 10 1 20" stroke="#5a7a3a" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M64 26Q80 16 98 30Q84 34 78 42Q70 38 64 44Q58 38 50 42Q44 34 30 30Q48 16 64 26z" fill="#6fa544"/>'


def _popsicle(paint: str) -> str:
    return (
        f'<rect x="56" y="88" width="16" height="38" rx="7" fill="#e7c48a"/><path d="M68 92v30q4-2 4-6V92z" fill="#c79a5e"/>{across("s", (0, lighter(paint, 0.35)), (0.5, paint), (1, darker(paint, 0.2)))}'
        f'<path d="M30 38Q30 2 64 2T98 38V92Q98 98 92 98H36Q30 98 30 92z" fill="url(#s)"/><path d="M30 58H98V78H30z" fill="#fff2c4" opacity=".9"/><path d="M50 22V84M78 22V84" stroke="{darker(paint, 0.25)}" stroke-width="5" stroke-linecap="round" opacity=".5"/>{gloss("M38 40Q38 16 54 10", 5, 0.6)}'
    )


def _string_bean(paint: str) -> str:
    dark = darker(paint, 0.28)

    def pod(turn: int, dy: int) -> str:
        return f'<g transform="rotate({turn} 64 64) translate(0 {dy})"><path d="M4 70Q60 38 122 62" stroke="{dark}" stroke-width="15" fill="none" stroke-linecap="round"/><path d="M4 68Q60 36 122 60" stroke="{paint}" stroke-width="12" fill="none" stroke-linecap="round"/><path d="M10 63Q60 34 116 57" stroke="{lighter(paint, 0.4)}" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M122 60l6-8" stroke="{dark}" stroke-width="4" stroke-linecap="round"/></g>'

    return pod(-24, 18) + pod(16, 16) + pod(-4, -2)


def _wine_bottle(paint: str) -> str:
    return (
        f'{across("s", (0, darker(paint, 0.4)), (0.3, lighter(paint, 0.35)), (0.6, paint), (1, darker(paint, 0.45)))}<path d="M56 22h16v22q0 6 8 12t8 18v42q0 8-8 8H48q-8 0-8-8V74q0-12 8-18t8-12z" fill="url(#s)"/><path d="M54 2h20v24H54z" fill="#8e2436"/><path d="M54 8h20v3H54z" fill="#d9a632"/>'
        f'<rect x="40" y="76" width="48" height="32" fill="#fbf3df"/><path d="M40 79h48M40 105h48" stroke="#d9a632" stroke-width="2"/><circle cx="64" cy="88" r="3" fill="#7b2a52"/><circle cx="60" cy="92" r="3" fill="#7b2a52"/><circle cx="68" cy="92" r="3" fill="#7b2a52"/><circle cx="64" cy="97" r="3" fill="#7b2a52"/><path d="M64 85q4-4 8-2" stroke="#5a7a3a" stroke-width="2" fill="none"/>{gloss("M48 72v-4q0-6 6-10", 3, 0.6)}'
    )


def _zongzi(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.22)
    return (
        f'<path d="M64 8Q72 6 78 14L122 100Q126 112 112 114H16Q2 112 6 100L50 14Q56 6 64 8z" fill="{paint}"/><path d="M64 8L100 114H112Q126 112 122 100L78 14Q72 6 64 8z" fill="{dark}"/><path d="M60 12L34 112M50 18L14 108M72 14L108 110" stroke="{light}" stroke-width="2" opacity=".7"/>'
        f'<path d="M28 60L112 84M18 82L100 58M46 30Q60 40 84 30" stroke="#d9483f" stroke-width="5" fill="none"/><path d="M64 70Q50 54 44 66T64 70Q78 56 84 68T64 70M62 70l-10 18M66 70l12 18" stroke="#d9483f" stroke-width="4.500" fill="none" stroke-linecap="round"/>'
    )


def _tangyuan(paint: str) -> str:
    balls = "".join(
        f'<circle cx="{x}" cy="{y}" r="13" fill="{c}"/><path d="M{x - 8} {y - 2}q1-7 8-8" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round"/>'
        for x, y, c in (
            (40, 56, "#f3efe8"),
            (64, 50, "#f8c4cf"),
            (88, 56, "#f3efe8"),
            (54, 64, "#f3efe8"),
            (76, 65, "#f3efe8"),
        )
    )
    return f'<path d="M40 116h48l3 8H37z" fill="{darker(paint, 0.35)}"/><ellipse cx="64" cy="62" rx="60" ry="16" fill="{darker(paint, 0.3)}"/><ellipse cx="64" cy="63" rx="55" ry="13" fill="#e9c98f"/>{balls}<path d="M4 62Q64 96 124 62Q120 116 82 118H46Q8 116 4 62z" fill="{paint}"/><path d="M12 84Q64 112 116 84" stroke="#f4c542" stroke-width="3.500" fill="none"/>{gloss("M18 80Q22 98 36 108", 4, 0.4)}'


def _bun(paint: str) -> str:
    folds = "".join(
        f"M64 38Q{64 + 26 * math.sin(t):.1f} {46 + 8 * abs(math.cos(t)):.1f} {64 + 46 * math.sin(t):.1f} {84 - 12 * math.cos(t):.1f}"
        for t in (-1.25, -0.85, -0.42, 0, 0.42, 0.85, 1.25)
    )
    return f'<path d="M4 98Q4 58 40 46Q54 42 58 32Q64 26 70 32Q74 42 88 46Q124 58 124 98Q122 118 64 118T4 98z" fill="{paint}"/><path d="M8 104Q20 118 64 118T120 104Q112 124 64 124T8 104z" fill="{darker(paint, 0.22)}"/><path d="{folds}" stroke="{darker(paint, 0.2)}" stroke-width="3" fill="none" stroke-linecap="round"/>{gloss("M18 86Q22 68 38 60", 5, 0.9)}'


def _steamed_bread(paint: str) -> str:
    return f'<path d="M8 96Q8 44 64 42T120 96Q120 116 64 116T8 96z" fill="{paint}"/><path d="M10 104Q24 116 64 116T118 104Q112 122 64 122T10 104z" fill="{darker(paint, 0.22)}"/><path d="M24 84Q30 60 58 54" stroke="#fff" stroke-width="7" fill="none" stroke-linecap="round"/><path d="M50 36q-6-8 0-14t0-14M76 36q-6-8 0-14t0-14" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" opacity=".75"/>'


def _fried_dough(paint: str) -> str:
    def stick(y: int, turn: int) -> str:
        return f'<g transform="rotate({turn} 64 {y})"><path d="M6 {y}Q14 {y - 13} 30 {y - 8}T62 {y - 9}T96 {y - 8}T122 {y}Q116 {y + 12} 98 {y + 8}T64 {y + 9}T30 {y + 8}T6 {y}z" fill="{paint}"/><path d="M10 {y + 1}Q36 {y - 4} 64 {y + 1}T118 {y + 1}" stroke="{darker(paint, 0.35)}" stroke-width="3.500" fill="none"/><path d="M22 {y - 6}q10-3 18 0M58 {y - 6}q10-3 18 0" stroke="{lighter(paint, 0.5)}" stroke-width="2.500" fill="none" stroke-linecap="round"/></g>'

    return stick(92, 4) + stick(66, -6) + stick(44, 3)


def _tofu(paint: str) -> str:
    return f'<path d="M64 26L122 48V90L64 120L6 90V48z" fill="{darker(paint, 0.12)}"/><path d="M64 26L122 48L64 74L6 48z" fill="{lighter(paint, 0.5)}"/><path d="M64 74L122 48V90L64 120z" fill="{darker(paint, 0.22)}"/><path d="M35 37L93 61M93 37L35 61" stroke="{darker(paint, 0.12)}" stroke-width="2"/><path d="M50 46l6-3 5 5-7 2zM66 52l5-4 6 3-5 4zM62 41l5 2-3 4z" fill="#6fa544"/><circle cx="56" cy="54" r="2.500" fill="#c8453c"/><circle cx="76" cy="45" r="2.500" fill="#c8453c"/>'


def _roast_duck(paint: str) -> str:
    return (
        f'<ellipse cx="64" cy="106" rx="62" ry="17" fill="#cfd5da"/><ellipse cx="64" cy="102" rx="62" ry="17" fill="#f6f4ee"/><ellipse cx="64" cy="103" rx="48" ry="11" fill="#e3e0d6"/><path d="M10 98q8-12 18-4q-4 10-18 4zM102 106q12-10 20 0q-8 8-20 0z" fill="#6fa544"/>'
        f'{down("s", (0, lighter(paint, 0.35)), (0.5, paint), (1, darker(paint, 0.35)))}<path d="M22 88Q26 46 66 42Q100 42 110 74Q116 96 92 104H44Q22 104 22 88z" fill="url(#s)"/><path d="M96 52Q112 40 118 26l6 4-2 6q2 2 0 6l-6-2Q112 52 106 62z" fill="{darker(paint, 0.15)}"/><path d="M118 26q6-4 8 2t-6 6q4 6-2 6t-6-6z" fill="#fbf3df"/>'
        f'<path d="M50 66Q76 58 84 80Q70 96 48 88Q42 76 50 66z" fill="{darker(paint, 0.22)}"/><path d="M56 72q12-4 20 8" stroke="{lighter(paint, 0.3)}" stroke-width="3" fill="none"/>{gloss("M34 74Q40 56 58 50", 5, 0.55)}'
    )


def _candied_haws(paint: str) -> str:
    fruits = "".join(
        f'<circle cx="64" cy="{y}" r="13.500" fill="{paint}"/><path d="M54 {y + 3}q8 9 19 0q-3 8-10 8t-9-8z" fill="{darker(paint, 0.35)}"/><path d="M56 {y - 3}q2-6 7-6" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round" opacity=".85"/>'
        for y in (20, 43, 66, 89)
    )
    return f'<g transform="rotate(14 64 64)"><path d="M62.500 0h3v128h-3z" fill="#e0b878"/>{fruits}</g>'


def _candy_cane(paint: str) -> str:
    path = "M44 120V44Q44 14 68 14T92 44"
    return f'<g fill="none" stroke-linecap="round" transform="rotate(8 64 64)"><path d="{path}" stroke="#c9cdd1" stroke-width="21"/><path d="{path}" stroke="#fdfdfb" stroke-width="18"/><path d="{path}" stroke="{paint}" stroke-width="18" stroke-linecap="butt" stroke-dasharray="11 13"/><path d="M39 112V46Q40 20 58 13" stroke="#fff" stroke-width="3" opacity=".6"/></g>'


def _gingerbread_man(paint: str) -> str:
    return (
        f'<path d="M64 4Q86 4 88 26Q88 38 82 44L108 44Q122 46 120 58T104 68L88 66L90 84L106 106Q108 124 92 124Q84 122 78 112L64 96L50 112Q44 122 36 124Q20 124 22 106L38 84L40 66L24 68Q10 70 8 58T20 44L46 44Q40 38 40 26Q42 4 64 4z" fill="{paint}" stroke="{darker(paint, 0.3)}" stroke-width="3"/>'
        '<circle cx="55" cy="22" r="3.500" fill="#3b2a20"/><circle cx="73" cy="22" r="3.500" fill="#3b2a20"/><path d="M52 32Q64 42 76 32" stroke="#fff" stroke-width="3.500" fill="none" stroke-linecap="round"/><circle cx="64" cy="56" r="4.500" fill="#d9483f"/><circle cx="64" cy="70" r="4.500" fill="#5fa66a"/><circle cx="64" cy="84" r="4.500" fill="#d9483f"/>'
        '<path d="M14 52q4 4 1 10M114 52q-4 4-1 10M28 110q6-4 12 2M100 110q-6-4-12 2" stroke="#fff" stroke-width="3.500" fill="none" stroke-linecap="round"/>'
    )


def _easter_egg(paint: str) -> str:
    dots = "".join(f'<circle cx="{x}" cy="78" r="4.500" fill="#fff"/>' for x in range(20, 116, 14))
    return (
        f'<clipPath id="c"><path d="M64 4Q108 40 108 80Q106 124 64 124T20 80Q20 40 64 4z"/></clipPath><g clip-path="url(#c)"><rect width="128" height="128" fill="{paint}"/><path d="M10 52l12-10 12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10v20l-12-10-12 10-12-10-12 10-12-10-12 10-12-10-12 10z" fill="#fff3b0" transform="translate(0 -8)"/><rect y="70" width="128" height="16" fill="#f48fb1"/>'
        f'{dots}<path d="M0 100q8-8 16 0t16 0 16 0 16 0 16 0 16 0 16 0 16 0" stroke="#7ed0a0" stroke-width="6" fill="none"/><path d="M84 16Q112 60 96 110Q84 124 64 124H128V0z" fill="#000" opacity=".1"/></g>{gloss("M34 58Q40 34 54 22", 6, 0.6)}'
    )


def _roujiamo(paint: str) -> str:
    return f'<path d="M8 66Q10 28 64 28T120 66z" fill="{paint}"/><path d="M30 44q8-6 14 0M58 38q8-6 14 0M84 48q8-6 14 0" stroke="{darker(paint, 0.35)}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M6 66q10-8 18 0t18 0 18 0 18 0 18 0 26 0v12H6z" fill="#7a3d28"/><path d="M10 72q8-6 14 0M40 74q8-6 14 0M72 72q8-6 14 0M100 74q8-6 14 0" stroke="#6fa544" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M8 80H120Q118 108 64 108T8 80z" fill="{darker(paint, 0.12)}"/>'


_CREAM = ("#f48fb5", "#fbeec6", "#80502f", "#9ccf8a")
"""Strawberry, vanilla, chocolate, pistachio."""


def _scoops(many: int, paint: str) -> str:
    """A cone with that many balls of ice cream, in the paints that stand in `paint` with spaces between, by turns."""
    paints = paint.split()
    size = {1: 33, 2: 27, 3: 24, 4: 21}[many]
    low = 62 + (0 if many < 4 else 4)
    places = {
        1: ((64, low - 18),),
        2: ((44, low - 12), (84, low - 12)),
        3: ((44, low - 10), (84, low - 10), (64, low - 40)),
        4: ((42, low - 10), (86, low - 10), (48, low - 42), (80, low - 44)),
    }[many]
    balls = ""
    for at, (x, y) in enumerate(places):
        own = paints[at % len(paints)]
        drip = "".join(f"q{size * 0.18:.1f} {deep} {size * 0.36:.1f} 0" for deep in (9, 5, 11, 6, 8))
        balls += (
            f'<circle cx="{x}" cy="{y}" r="{size}" fill="{own}"/><path d="M{x - 0.9 * size:.1f} {y + 0.42 * size:.1f}{drip}q{0.2 * size:.1f} -{0.6 * size:.1f} -{0.9 * size:.1f} -{0.5 * size:.1f}z" fill="{own}"/>'
            f'<path d="M{x - 0.92 * size:.1f} {y + 0.3 * size:.1f}Q{x} {y + 1.15 * size:.1f} {x + 0.92 * size:.1f} {y + 0.3 * size:.1f}Q{x + 0.6 * size:.1f} {y + size:.1f} {x} {y + size:.1f}T{x - 0.92 * size:.1f} {y + 0.3 * size:.1f}z" fill="{darker(own, 0.2)}" opacity=".55"/>'
            f'<path d="M{x - 0.6 * size:.1f} {y - 0.2 * size:.1f}q{0.14 * size:.1f} -{0.42 * size:.1f} {0.5 * size:.1f} -{0.5 * size:.1f}" stroke="{lighter(own, 0.7)}" stroke-width="{0.2 * size:.1f}" stroke-linecap="round" fill="none"/>'
        )
    broad = 24 if many == 1 else 38
    cone = (
        f'<path d="M{64 - broad} {low}H{64 + broad}L66 126Q64 128 62 126z" fill="#e0a04c"/><path d="M{64 - broad * 0.6:.1f} {low}L70 112M{64 - broad * 0.15:.1f} {low}L76 100M{64 + broad * 0.35:.1f} {low}L84 86'
        f'M{64 + broad * 0.6:.1f} {low}L58 112M{64 + broad * 0.15:.1f} {low}L52 100M{64 - broad * 0.35:.1f} {low}L44 86" stroke="#b9772a" stroke-width="2.500"/><path d="M{60 - broad} {low - 4}h{2 * broad + 8}v9q-{broad + 4} 7-{2 * broad + 8} 0z" fill="#eab566"/>'
    )
    return cone + balls


PROPS = {
    **{f"scoops-{many}": Prop(partial(_scoops, many), " ".join(_CREAM)) for many in (1, 2, 3, 4)},
    "asparagus": Prop(_asparagus, "#7fb24a"),
    "blackberry": Prop(_blackberry, "#4a2f5c"),
    "popsicle": Prop(_popsicle, "#f0605a"),
    "string-bean": Prop(_string_bean, "#6fae45"),
    "wine-bottle": Prop(_wine_bottle, "#3b5a3a"),
    "zongzi": Prop(_zongzi, "#5d8f48"),
    "tangyuan": Prop(_tangyuan, "#c8453c"),
    "bun": Prop(_bun, "#f8f1e4"),
    "steamed-bread": Prop(_steamed_bread, "#f8f1e4"),
    "fried-dough": Prop(_fried_dough, "#d99a45"),
    "tofu": Prop(_tofu, "#f2e9d4"),
    "roast-duck": Prop(_roast_duck, "#b5562a"),
    "candied-haws": Prop(_candied_haws, "#d32f2f"),
    "candy-cane": Prop(_candy_cane, "#d9323a"),
    "gingerbread-man": Prop(_gingerbread_man, "#b9763a"),
    "easter-egg": Prop(_easter_egg, "#7cb8e8"),
    "roujiamo": Prop(_roujiamo, "#ecd3a0"),
}
