"""Props of workshop, garden shed, office and the world of machines."""

from __future__ import annotations

import math

from paintover.engines.illustrator.colour import darker, lighter, repaint
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss

STEEL, DARK = "#b4bec6", "#4b5663"


def _drill(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f'<path d="M2 41h22l2 3-2 3H2z" fill="{STEEL}"/><path d="M4 41l6 6M10 41l6 6M16 41l6 6" stroke="#6b7680" stroke-width="1.500"/><path d="M24 34h12v20H24z" fill="{DARK}"/><path d="M36 28h10v32H36z" fill="#37424d"/>'
        f'<path d="M46 22h56q18 0 18 20t-18 22H46z" fill="{paint}"/><path d="M46 52h70q-4 12-14 12H46z" fill="{dark}"/><path d="M74 62h28l10 40H82z" fill="{paint}"/><path d="M94 62h8l10 40H100z" fill="{dark}"/>'
        f'<path d="M68 62h8l4 20h-6z" fill="#37424d"/><rect x="74" y="98" width="46" height="22" rx="5" fill="#37424d"/><rect x="74" y="98" width="46" height="7" rx="3" fill="{DARK}"/>{gloss("M52 30h40", 4, 0.5)}<path d="M60 38h26M60 44h26" stroke="{dark}" stroke-width="3"/>'
    )


def _rake(paint: str) -> str:
    tines = "".join(
        f'<path d="M{x} 98q-2 14 2 24" stroke="#6b7680" stroke-width="4" fill="none" stroke-linecap="round"/>'
        for x in range(22, 112, 12)
    )
    return f'<rect x="60" y="2" width="8" height="92" rx="4" fill="{paint}"/><rect x="65" y="2" width="3" height="92" fill="{darker(paint, 0.3)}"/><path d="M48 96L64 80L80 96" stroke="#6b7680" stroke-width="5" fill="none"/>{tines}<rect x="16" y="92" width="96" height="8" rx="4" fill="#7d8a94"/><rect x="18" y="93" width="92" height="2.500" fill="#c3cbd1"/>'


def _nail(paint: str) -> str:
    return f'{across("s", (0, darker(paint, 0.35)), (0.35, lighter(paint, 0.6)), (1, darker(paint, 0.3)))}<g transform="rotate(18 64 64)"><path d="M56 14h16V96L64 126L56 96z" fill="url(#s)"/><rect x="40" y="4" width="48" height="12" rx="5" fill="url(#s)"/><path d="M56 24h16M56 30h16" stroke="{darker(paint, 0.4)}" stroke-width="2"/></g>'


def _pliers(paint: str) -> str:
    return (
        f'<path d="M58 62Q30 80 26 122" stroke="{darker(paint, 0.3)}" stroke-width="17" fill="none" stroke-linecap="round"/><path d="M70 62Q98 80 102 122" stroke="{darker(paint, 0.3)}" stroke-width="17" fill="none" stroke-linecap="round"/><path d="M58 62Q30 80 26 122" stroke="{paint}" stroke-width="12" fill="none" stroke-linecap="round"/><path d="M70 62Q98 80 102 122" stroke="{paint}" stroke-width="12" fill="none" stroke-linecap="round"/>'
        f'<path d="M62 6Q46 22 46 44Q46 66 64 70V6z" fill="{STEEL}"/><path d="M66 6Q82 22 82 44Q82 66 64 70V6z" fill="#8e9aa4"/><path d="M62 10v26M66 10v26" stroke="{DARK}" stroke-width="2" stroke-dasharray="3 2"/><circle cx="64" cy="56" r="9" fill="{DARK}"/><circle cx="64" cy="56" r="4" fill="{STEEL}"/>'
    )


def _anvil(paint: str) -> str:
    return f'{down("s", (0, lighter(paint, 0.4)), (0.25, paint), (1, darker(paint, 0.35)))}<path d="M2 44Q24 40 40 40H124V58Q104 62 96 72Q88 82 90 96H104V112H32V96H46Q48 84 44 76Q34 70 30 60Q10 58 2 44z" fill="url(#s)"/><path d="M40 40H124V45H40z" fill="{lighter(paint, 0.55)}"/><rect x="24" y="110" width="88" height="14" rx="3" fill="#7a4e2d"/><path d="M24 116h88" stroke="#5a3820" stroke-width="2"/><rect x="104" y="47" width="8" height="6" fill="{darker(paint, 0.5)}"/>'


def _paint_can(paint: str) -> str:
    return (
        f'{across("s", (0, "#7d8a94"), (0.3, "#eef1f3"), (1, "#8a97a1"))}<path d="M16 46Q16 4 64 4T112 46" stroke="#7d868c" stroke-width="4" fill="none"/><path d="M16 44H112V112Q112 124 64 124T16 112z" fill="url(#s)"/>'
        f'<path d="M16 62H112V98H16z" fill="{paint}"/><path d="M88 62h24v36H88z" fill="{darker(paint, 0.25)}"/><ellipse cx="64" cy="44" rx="48" ry="12" fill="#9aa7b2"/><ellipse cx="64" cy="44" rx="42" ry="9" fill="{paint}"/>'
        f'<path d="M28 48Q30 72 34 78Q40 80 40 70V52z" fill="{paint}"/><path d="M28 48Q30 72 34 78" stroke="{lighter(paint, 0.5)}" stroke-width="2.500" fill="none"/><path d="M62 70h20v20H62z" fill="#fff" opacity=".85"/>'
    )


def _matches(paint: str) -> str:
    sticks = "".join(
        f'<g transform="rotate({turn} {x} 90)"><rect x="{x - 2.5}" y="24" width="5" height="62" fill="#e7c48a"/><ellipse cx="{x}" cy="20" rx="5" ry="8" fill="{paint}"/></g>'
        for x, turn in ((38, -12), (56, -3), (74, 5), (90, 14))
    )
    return f'{sticks}<path d="M12 64H116V122H12z" fill="#f4ead2"/><path d="M12 72H116V122H12z" fill="#3f78b5"/><path d="M12 104H116V122H12z" fill="#5a3f35"/><rect x="40" y="78" width="48" height="20" rx="3" fill="#ffd65c"/><path d="M64 80q8 8 0 16q-8-4-4-10q2 2 4-6z" fill="{paint}"/>'


def _lighter(paint: str) -> str:
    return (
        f'<path d="M62 2Q84 24 76 36Q70 44 62 42Q50 40 52 28Q54 18 62 2z" fill="#ff9a2e"/><path d="M63 18Q72 30 68 36Q62 42 58 34Q58 28 63 18z" fill="#fff3a0"/>{across("s", (0, darker(paint, 0.3)), (0.3, lighter(paint, 0.5)), (1, darker(paint, 0.25)))}'
        f'<rect x="40" y="62" width="48" height="62" rx="7" fill="url(#s)"/><path d="M42 44H86V62H42z" fill="{STEEL}"/><path d="M46 48h8v6h-8zM58 48h6v6h-6z" fill="{DARK}"/><circle cx="80" cy="46" r="8" fill="{DARK}"/><path d="M74 42l12 8M74 50l12-8M80 38v16" stroke="#8a97a1" stroke-width="1.500"/><rect x="88" y="50" width="8" height="10" rx="3" fill="#c8453c"/>{gloss("M50 74v38", 5, 0.5)}'
    )


def _garden_hose(paint: str) -> str:
    dark = darker(paint, 0.3)
    coils = "".join(
        f'<ellipse cx="56" cy="{y}" rx="{rx}" ry="{ry}" fill="none" stroke="{c}" stroke-width="{w}"/>'
        for y, rx, ry in ((100, 48, 20), (88, 46, 19), (77, 44, 18))
        for c, w in ((dark, 11), (paint, 8))
    )
    return (
        f'{coils}<path d="M99 78Q104 40 72 34" stroke="{dark}" stroke-width="11" fill="none" stroke-linecap="round"/><path d="M99 78Q104 40 72 34" stroke="{paint}" stroke-width="8" fill="none" stroke-linecap="round"/>'
        '<path d="M76 26L54 18L48 34L72 42z" fill="#e0a63c"/><path d="M54 16L44 13L39 33L48 37z" fill="#b5852a"/><path d="M36 18L14 6M34 23L8 20M35 29L10 36" stroke="#6cc5e8" stroke-width="4" stroke-linecap="round" stroke-dasharray="7 5"/>'
    )


def _stitches(paint: str) -> str:
    marks = "".join(
        f'<path d="M{x} {52 + d}l8 26" stroke="{paint}" stroke-width="5" stroke-linecap="round"/>'
        for x, d in ((18, 8), (36, 4), (54, 0), (72, 0), (90, 2))
    )
    return f'<rect x="4" y="26" width="120" height="78" rx="14" fill="#f2cfa8"/><path d="M4 84q60 16 120 0v6q0 14-14 14H18q-14 0-14-14z" fill="#dcae80"/><path d="M14 72Q40 60 64 64T114 66" stroke="#c96a5a" stroke-width="4" fill="none" stroke-linecap="round"/>{marks}<path d="M98 78q14 6 18 22" stroke="{paint}" stroke-width="2.500" fill="none"/>'


def _spreadsheet(paint: str) -> str:
    cells = "".join(
        f'<path d="M{x} 36V118M14 {y}H114" stroke="#c3cbd1" stroke-width="2"/>'
        for x, y in ((40, 52), (65, 68), (90, 84), (90, 100))
    )
    bars = "".join(
        f'<rect x="{x}" y="{y}" width="17" height="7" rx="2" fill="{c}"/>'
        for x, y, c in (
            (44, 56, paint),
            (69, 56, "#e0a63c"),
            (44, 72, "#3f78b5"),
            (94, 72, paint),
            (69, 88, "#d5564e"),
            (94, 104, "#3f78b5"),
            (19, 56, "#9aa7b2"),
            (19, 72, "#9aa7b2"),
            (19, 88, "#9aa7b2"),
            (19, 104, "#9aa7b2"),
        )
    )
    return f'<rect x="6" y="6" width="116" height="118" rx="6" fill="{darker(paint, 0.25)}"/><rect x="6" y="6" width="116" height="26" rx="6" fill="{paint}"/><path d="M18 14l10 10M28 14l-10 10" stroke="#fff" stroke-width="4" stroke-linecap="round"/><path d="M38 19h50" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".7"/><rect x="12" y="34" width="104" height="86" fill="#fff"/><rect x="12" y="34" width="104" height="16" fill="#eef1f3"/>{cells}{bars}'


def _postcard(paint: str) -> str:
    return (
        f'<g transform="rotate(-5 64 64)"><rect x="4" y="24" width="120" height="82" rx="3" fill="#fffaf0" stroke="#d9cdb4" stroke-width="2"/><path d="M64 32V98" stroke="#d9cdb4" stroke-width="2"/><rect x="96" y="30" width="22" height="26" fill="{paint}"/><rect x="96" y="30" width="22" height="26" fill="none" stroke="#fff" stroke-width="2" stroke-dasharray="3 2"/><path d="M100 50l6-10 4 5 3-3 4 8z" fill="#fff" opacity=".9"/>'
        '<circle cx="90" cy="44" r="11" fill="none" stroke="#7a6f66" stroke-width="2" opacity=".7"/><path d="M78 40h14M78 46h14" stroke="#7a6f66" stroke-width="1.500" opacity=".7"/><path d="M72 70h44M72 80h44M72 90h30" stroke="#b9ab94" stroke-width="2.500"/>'
        '<rect x="10" y="32" width="48" height="66" fill="#9bd3ee"/><circle cx="46" cy="44" r="7" fill="#ffd65c"/><path d="M10 78Q26 56 38 70T58 66V98H10z" fill="#5fa66a"/><path d="M10 88Q34 78 58 90V98H10z" fill="#e9cf8e"/></g>'
    )


def _mona_lisa(paint: str) -> str:
    return (
        f'<rect x="16" y="2" width="96" height="124" rx="3" fill="{darker(paint, 0.3)}"/><rect x="16" y="2" width="93" height="121" rx="3" fill="{paint}"/><rect x="22" y="8" width="84" height="112" fill="none" stroke="{lighter(paint, 0.5)}" stroke-width="2.500"/><rect x="27" y="13" width="74" height="102" fill="#8fa284"/>'
        '<path d="M27 13H101V46Q90 52 84 44T64 46T27 48z" fill="#a9b79a"/><path d="M27 62Q40 50 46 66L27 84zM101 58Q90 54 84 70L101 82z" fill="#6d7a55"/><path d="M28 72q8 6 12-2M90 70q4 8 11 4" stroke="#c8b98a" stroke-width="3" fill="none"/>'
        '<path d="M44 50Q42 22 64 22T84 50Q86 78 90 92H38Q42 78 44 50z" fill="#3b2a20"/><path d="M27 115Q28 90 50 84H78Q100 90 101 115z" fill="#41382a"/><path d="M52 74h24l4 18Q64 104 48 92z" fill="#e8c08a"/><path d="M50 46Q50 28 64 28T78 46Q78 72 64 76T50 46z" fill="#f0cd98"/>'
        '<path d="M44 60Q46 26 64 25T84 60Q80 40 64 33Q48 40 44 60z" fill="#3b2a20"/><ellipse cx="58" cy="49" rx="3" ry="1.800" fill="#41301f"/><ellipse cx="71" cy="49" rx="3" ry="1.800" fill="#41301f"/><path d="M64.500 50v8q-2 2-4 1" stroke="#c79a62" stroke-width="1.600" fill="none"/><path d="M58 65.500Q65 69 71 64" stroke="#a9583f" stroke-width="2.200" fill="none" stroke-linecap="round"/>'
        '<path d="M36 110Q56 98 74 104L92 108Q86 116 70 114T36 115z" fill="#f0cd98"/><path d="M70 104l-14 6M76 106l-14 7" stroke="#c79a62" stroke-width="1.500"/>'
    )


def _bottle_cap(paint: str) -> str:
    ring = " ".join(
        f"{64 + (56 if k % 2 else 62) * math.cos(math.tau * k / 42):.1f},{66 + (52 if k % 2 else 57) * math.sin(math.tau * k / 42):.1f}"
        for k in range(42)
    )
    return f'<polygon points="{ring}" fill="{darker(paint, 0.35)}" transform="translate(0 5)"/><polygon points="{ring}" fill="{paint}"/><circle cx="64" cy="64" r="43" fill="{lighter(paint, 0.15)}"/><circle cx="64" cy="64" r="43" fill="none" stroke="{darker(paint, 0.25)}" stroke-width="3"/><path d="M64 38l8 17 18 2-13 13 3 18-16-9-16 9 3-18-13-13 18-2z" fill="#fff" opacity=".9"/>{gloss("M30 48Q40 30 58 26", 5, 0.5)}'


def _camouflage(paint: str) -> str:
    spots = (
        f'<path d="M8 30q14-14 30-4t8 22-26 8-12-26zM70 18q22-10 36 4t-8 22-28-4 0-22zM44 66q18-8 28 6t-8 24-28-6 8-24zM92 66q20-6 28 8t-10 22-22-8 4-22z" fill="{darker(paint, 0.38)}"/>'
        '<path d="M46 14q12-6 18 4t-6 14-16-4 4-14zM12 76q16-6 22 6t-8 20-20-6 6-20zM78 50q12-6 18 2t-4 16-18-4 4-14zM66 102q14-6 22 4t-4 14H60q-2-12 6-18z" fill="#a08a5a"/><path d="M28 52q10-4 14 4t-6 10-12-4 4-10zM104 40q12-4 16 6t-6 12-14-6 4-12zM28 108q10-4 16 4l-2 12H22q0-12 6-16z" fill="#2f3326"/>'
    )
    return f'<clipPath id="c"><path d="M4 14Q24 6 44 13T84 12T124 14V112Q104 122 84 115T44 116T4 113z"/></clipPath><g clip-path="url(#c)"><rect width="128" height="128" fill="{paint}"/>{spots}<path d="M44 0V128M84 0V128" stroke="#000" stroke-width="5" opacity=".08"/></g>'


def _cannon(paint: str) -> str:
    spokes = "".join(
        f"M64 92L{64 + 28 * math.cos(math.tau * k / 8):.1f} {92 + 28 * math.sin(math.tau * k / 8):.1f}"
        for k in range(8)
    )
    return (
        f'{down("s", (0, lighter(paint, 0.45)), (0.35, paint), (1, darker(paint, 0.4)))}<path d="M80 84L124 118L118 124L70 104z" fill="#7a4e2d"/><g transform="rotate(18 64 72)"><path d="M8 52Q60 46 108 50Q120 54 120 68T108 86Q60 90 8 82z" fill="url(#s)"/><rect x="2" y="48" width="12" height="38" rx="4" fill="{darker(paint, 0.2)}"/><rect x="44" y="47" width="6" height="41" fill="{darker(paint, 0.3)}"/><rect x="88" y="47" width="7" height="41" fill="{darker(paint, 0.3)}"/><circle cx="124" cy="68" r="5" fill="{paint}"/><ellipse cx="3" cy="67" rx="4" ry="15" fill="#15191d"/></g>'
        f'<circle cx="64" cy="92" r="30" fill="none" stroke="#5a3820" stroke-width="7"/><circle cx="64" cy="92" r="30" fill="none" stroke="#9a6a3c" stroke-width="3"/><path d="{spokes}" stroke="#8a5a32" stroke-width="4.500"/><circle cx="64" cy="92" r="8" fill="#5a3820"/><circle cx="64" cy="92" r="4" fill="#c79a68"/><circle cx="12" cy="116" r="8" fill="{darker(paint, 0.2)}"/><circle cx="27" cy="117" r="7" fill="{darker(paint, 0.3)}"/>'
    )


def _rifle(paint: str) -> str:
    return (
        f'<g transform="rotate(-18 64 64)"><rect x="0" y="58" width="74" height="6" rx="2" fill="#4b5663"/><rect x="0" y="58" width="74" height="2" fill="#8a97a1"/><path d="M34 64h44l14 0q20 2 34 10v20q-12 2-18-6q-8-10-24-11H34z" fill="{paint}"/><path d="M34 72h46q20 0 30 12q8 8 16 8v2q-12 2-18-6q-8-10-24-11H34z" fill="{darker(paint, 0.3)}"/>'
        '<rect x="64" y="54" width="34" height="11" rx="3" fill="#37424d"/><rect x="62" y="44" width="34" height="7" rx="3" fill="#2b333b"/><path d="M68 51v4M90 51v4" stroke="#2b333b" stroke-width="4"/><path d="M80 78q2 10 10 8t4-9" stroke="#37424d" stroke-width="3" fill="none"/><path d="M94 58l6 8" stroke="#8a97a1" stroke-width="3"/></g>'
    )


def _aircraft_carrier(paint: str) -> str:
    dark = darker(paint, 0.35)
    plane = '<path d="M{x} 66l14-3-2 3 6 0-8 3z" fill="#5b6a78"/><path d="M{x} 66l14-3" stroke="#d5dce1" stroke-width="1.500"/>'
    return (
        f'<path d="M0 70H128L120 108H18Q8 90 0 70z" fill="{paint}"/><path d="M8 88H124L120 108H18Q12 98 8 88z" fill="{dark}"/><path d="M0 66L10 62H118L128 70H0z" fill="{lighter(paint, 0.25)}"/><path d="M12 66H116" stroke="#fff" stroke-width="1.600" stroke-dasharray="7 5"/>{plane.format(x=14)}{plane.format(x=34)}'
        f'<path d="M74 64V44H82V34H98V44H106V64z" fill="{lighter(paint, 0.1)}"/><path d="M98 64V34H98V44H106V64z" fill="{dark}"/><path d="M84 38h12M78 50h24M78 56h24" stroke="#2b3a46" stroke-width="3"/><path d="M90 34V14M82 20h16M86 26h8" stroke="#5b6a78" stroke-width="2.500"/><path d="M90 14l10 3-10 3z" fill="#e23b34"/>'
        f'<path d="M24 80h6M38 80h6M52 80h6M66 80h6" stroke="{dark}" stroke-width="4"/><path d="M2 108q10-8 20 0t20 0 20 0 20 0 20 0 24 0v10H2z" fill="#5fb4da"/><path d="M2 112q10-8 20 0t20 0 20 0 20 0 20 0 24 0" stroke="#e8f7fc" stroke-width="2.500" fill="none"/>'
    )


def _submarine(paint: str) -> str:
    dark = darker(paint, 0.35)
    row0 = "".join(
        f'<circle cx="{x}" cy="82" r="10" fill="{dark}"/><circle cx="{x}" cy="82" r="7" fill="#bfe6f5"/><path d="M{x - 4} 80q2-4 6-4" stroke="#fff" stroke-width="2" fill="none"/>'
        for x in (34, 62, 90)
    )
    return (
        f'<path d="M70 46V22H56V14H78V46z" fill="{dark}"/>{down("s", (0, lighter(paint, 0.4)), (0.5, paint), (1, dark))}<path d="M44 58L50 38H88L94 58z" fill="{paint}"/><path d="M4 82Q6 56 46 54H92Q112 58 118 76L126 64V104L118 92Q108 112 84 112H46Q6 110 4 82z" fill="url(#s)"/>'
        f'{row0}<path d="M24 64Q40 58 62 58" stroke="#fff" stroke-width="3.500" fill="none" opacity=".5" stroke-linecap="round"/>'
    )


def _hurricane(paint: str) -> str:
    arm = "M64 52Q92 40 100 62Q106 90 74 104Q36 116 14 88Q30 104 56 98Q84 90 84 72Q82 58 64 64z"
    return (
        f'<g transform="translate(0 4)"><ellipse cx="64" cy="62" rx="50" ry="40" fill="{paint}" opacity=".55"/><path d="{arm}" fill="{paint}"/><path d="{arm}" fill="{lighter(paint, 0.4)}" transform="rotate(180 64 60)"/><ellipse cx="64" cy="61" rx="27" ry="22" fill="{lighter(paint, 0.55)}"/><path d="M42 60Q46 42 66 44Q84 48 82 62M46 70Q58 82 76 72" stroke="{darker(paint, 0.2)}" stroke-width="3" fill="none" stroke-linecap="round" opacity=".7"/><ellipse cx="64" cy="61" rx="8" ry="6.500" fill="{darker(paint, 0.55)}"/>'
        f'<path d="M8 50Q14 24 42 12M120 72Q114 100 86 112" stroke="{lighter(paint, 0.3)}" stroke-width="6" fill="none" stroke-linecap="round"/></g>'
    )


def _school_bus(paint: str) -> str:
    dark = darker(paint, 0.28)
    windows = "".join(
        f'<rect x="{x}" y="42" width="15" height="17" rx="2" fill="#bfe6f5"/><path d="M{x + 2} 56l9-12" stroke="#fff" stroke-width="2" opacity=".7"/>'
        for x in (44, 62, 80, 98)
    )
    row0 = "".join(
        f'<circle cx="{x}" cy="104" r="15" fill="#2f343b"/><circle cx="{x}" cy="104" r="7" fill="#c3cbd1"/><circle cx="{x}" cy="104" r="3" fill="#6b7680"/>'
        for x in (30, 98)
    )
    return (
        f'<path d="M2 72Q4 66 14 66H26L32 38Q34 30 42 30H116Q124 30 124 38V102H2z" fill="{paint}"/><path d="M2 92H124V102H2z" fill="{dark}"/><path d="M28 64L33 42H40V64z" fill="#bfe6f5"/>{windows}<path d="M26 68H124M34 76H124" stroke="#2f343b" stroke-width="2.500"/>'
        f'<path d="M38 30h80v-3q-1-3-6-3H44q-5 0-6 3z" fill="{lighter(paint, 0.3)}"/><circle cx="46" cy="27" r="3" fill="#e23b34"/><circle cx="112" cy="27" r="3" fill="#e23b34"/><path d="M2 76h8v8H2z" fill="#fff3b0"/><rect x="0" y="96" width="20" height="6" rx="2" fill="#4b5663"/><path d="M66 84l5-5h6l5 5v6l-5 5h-6l-5-5z" fill="#d32f2f"/>'
        f"{row0}"
    )


def _wind_mill(paint: str) -> str:
    sail = '<g transform="rotate({turn} 64 42)"><path d="M62 42V2h4V42z" fill="#6d4428"/><path d="M66 6H80V34H66z" fill="#fbf3df"/><path d="M66 13H80M66 20H80M66 27H80M73 6V34" stroke="#b9935c" stroke-width="1.600"/></g>'
    return (
        f'{across("s", (0, lighter(paint, 0.3)), (0.5, paint), (1, darker(paint, 0.25)))}<path d="M46 48H82L94 124H34z" fill="url(#s)"/><path d="M42 50Q46 26 64 24T86 50z" fill="#a9492f"/><path d="M42 50Q64 56 86 50L87 54Q64 60 41 54z" fill="#7d3320"/>'
        f'<path d="M56 124V104q8-10 16 0v20z" fill="#6d4428"/><rect x="59" y="68" width="11" height="13" rx="2" fill="#6cb0d4"/><path d="M64.500 68v13M59 74.500h11" stroke="#fff" stroke-width="1.500"/><path d="M40 90H88" stroke="{darker(paint, 0.2)}" stroke-width="3"/>{"".join(sail.format(turn=t) for t in (25, 115, 205, 295))}<circle cx="64" cy="42" r="5.500" fill="#4a2c20"/>'
    )


def _pinwheel(paint: str) -> str:
    blade = '<path d="M64 44L{a}Q{b} 64 44z" fill="{c}" transform="rotate({t} 64 44)"/><path d="M64 44L{a}L64 26z" fill="{d}" transform="rotate({t} 64 44)"/>'
    blades = "".join(
        blade.format(a="46 6", b="66 8", t=t, c=c, d=darker(c, 0.25))
        for t, c in ((0, paint), (90, "#f2b233"), (180, "#4f9bd6"), (270, "#5fa66a"))
    )
    return f'<path d="M62 44h4v82h-4z" fill="#b5763f"/>{blades}<circle cx="64" cy="44" r="5" fill="#fff"/><circle cx="64" cy="44" r="2.500" fill="#d9483f"/>'


def _jail(paint: str) -> str:
    dark = darker(paint, 0.3)
    bars = "".join(f"M{x} 62V92" for x in (20, 27, 34, 94, 101, 108))
    stones = "".join(
        f'<path d="M{x} {y}h12v6h-12z" fill="{dark}" opacity=".35"/>'
        for x, y in (
            (8, 46),
            (44, 50),
            (72, 44),
            (106, 48),
            (42, 80),
            (76, 82),
            (12, 108),
            (40, 112),
            (80, 112),
            (104, 108),
        )
    )
    return (
        f'<path d="M4 40H124V124H4z" fill="{paint}"/>{stones}<path d="M0 30h14v-8h12v8h14v-8h12v8h24v-8h12v8h14v-8h12v8h14v12H0z" fill="{dark}"/><path d="M14 58H40V96H14zM88 58H114V96H88z" fill="#2b333b"/><path d="{bars}" stroke="#9aa7b2" stroke-width="3"/><path d="M14 58H40V62H14zM88 58H114V62H88zM14 92H40V96H14zM88 92H114V96H88z" fill="#6b7680"/>'
        f'<path d="M50 124V92Q50 78 64 78T78 92V124z" fill="#2b333b"/><path d="M54 124V88M61 124V80M68 124V80M74 124V88" stroke="#9aa7b2" stroke-width="3"/><path d="M50 104h28" stroke="#9aa7b2" stroke-width="3"/><rect x="42" y="42" width="44" height="14" rx="2" fill="#f4ead2"/><path d="M50 46v6q-3 1-4-1M55 52l3-6 3 6M66 46v6M71 46v6h5" stroke="#37424d" stroke-width="2" fill="none"/>'
    )


def _great_wall(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.22)

    def teeth(path: list[tuple[float, float]]) -> str:
        return "".join(f'<rect x="{x}" y="{y - 6}" width="5" height="7" fill="{light}"/>' for x, y in path)

    tower = '<path d="M{a} {b}h{w}v{h}h-{w}z" fill="{p}"/><path d="M{e} {b}h{f}v{h}h-{f}z" fill="{d}"/><path d="M{g} {i}h{j}v5h-{j}z" fill="{l}"/>'
    row1 = "".join(f'<rect x="{x}" y="22" width="4" height="5" fill="{light}"/>' for x in (86, 93, 100, 104))
    row0 = "".join(f'<rect x="{x}" y="59" width="5" height="6" fill="{light}"/>' for x in (31, 40, 49, 56))
    return (
        '<path d="M0 124Q20 66 50 78Q74 36 98 52Q118 46 122 64Q124 90 128 124z" fill="#7fae6a"/><path d="M0 124Q30 92 62 100T124 94Q126 110 128 124z" fill="#5f9153"/>'
        f'<path d="M0 112Q26 92 44 96Q66 88 70 70Q76 54 100 52L122 50V58L104 60Q86 62 82 76Q76 102 48 108Q24 112 6 124H0z" fill="{paint}"/><path d="M6 124Q24 112 48 108Q76 102 82 76Q86 62 104 60L122 58V64L106 66Q92 68 88 80Q80 110 52 116Q36 118 26 124z" fill="{dark}"/>'
        f"{teeth([(4, 110), (14, 103), (24, 98.5), (34, 96), (50, 93), (60, 86), (67, 76), (73, 63), (82, 55.5), (106, 52), (114, 51)])}"
        f"{tower.format(a=34, b=68, w=24, h=34, e=48, f=10, p=paint, d=dark, g=31, i=64, j=30, l=light)}{tower.format(a=88, b=30, w=18, h=28, e=98, f=8, p=paint, d=dark, g=86, i=26, j=22, l=light)}"
        '<path d="M39 92v-8q3-5 6 0v8zM92 50v-6q2.500-4 5 0v6zM39 74h4v5h-4zM50 74h4v5h-4zM92 34h3v4h-3zM100 34h3v4h-3z" fill="#3b3a38"/>'
        f"{row0}{row1}"
    )


def _animal_migration(paint: str) -> str:
    herd = icon_body("bison")
    places = ((66, 30, 0.34), (20, 36, 0.36), (84, 54, 0.42), (34, 60, 0.46), (-2, 74, 0.44), (62, 76, 0.5))
    walkers = "".join(
        f'<g transform="translate({x} {y}) scale({s})">{herd if k % 2 == 0 else repaint(herd, paint, "#6d4c41")}</g>'
        for k, (x, y, s) in enumerate(places)
    )
    geese = "".join(f"M{x} {y}q3-4 6 0q3-4 6 0" for x, y in ((20, 8), (34, 14), (48, 20), (62, 14), (76, 8)))
    return f'<path d="{geese}" stroke="#4b5663" stroke-width="2.500" fill="none" stroke-linecap="round"/>{walkers}'


PROPS = {
    "drill": Prop(_drill, "#f2a52e"),
    "rake": Prop(_rake, "#c08a4e"),
    "nail": Prop(_nail, "#9aa7b2"),
    "pliers": Prop(_pliers, "#d9483f"),
    "anvil": Prop(_anvil, "#59636d", rest=(80.0, 42.0), rest_width=80.0),
    "paint-can": Prop(_paint_can, "#3f8fd2"),
    "matches": Prop(_matches, "#d93a34"),
    "lighter": Prop(_lighter, "#3f78b5"),
    "garden-hose": Prop(_garden_hose, "#5aa048"),
    "stitches": Prop(_stitches, "#37424d"),
    "spreadsheet": Prop(_spreadsheet, "#3d9b63"),
    "postcard": Prop(_postcard, "#c8453c"),
    "mona-lisa": Prop(_mona_lisa, "#c59a3f"),
    "bottle-cap": Prop(_bottle_cap, "#d9483f"),
    "camouflage": Prop(_camouflage, "#7d8f52"),
    "cannon": Prop(_cannon, "#4b545c"),
    "rifle": Prop(_rifle, "#9a6a3c"),
    "aircraft-carrier": Prop(_aircraft_carrier, "#8796a3"),
    "submarine": Prop(_submarine, "#f2b233"),
    "hurricane": Prop(_hurricane, "#8fa6b8"),
    "school-bus": Prop(_school_bus, "#f7b528"),
    "windmill": Prop(_wind_mill, "#ead9b8"),
    "pinwheel": Prop(_pinwheel, "#e5554e"),
    "jail": Prop(_jail, "#a7a39b"),
    "great-wall": Prop(_great_wall, "#c2a887"),
    "animal-migration": Prop(_animal_migration, "#8a5f45"),
}
