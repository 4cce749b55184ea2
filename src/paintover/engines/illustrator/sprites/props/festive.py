"""Props of holidays, of old China, and small animals that no emoji shows."""

from __future__ import annotations

import math

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss

GOLD = "#e0b23a"


def _dragon_boat(paint: str) -> str:
    dark = darker(paint, 0.3)
    rowers = "".join(
        f'<circle cx="{x}" cy="66" r="6" fill="{skin}"/><path d="M{x - 6} 64q6-10 12 0z" fill="#3b2a20"/><path d="M{x - 7} 84q0-12 7-12t7 12z" fill="{c}"/><path d="M{x + 2} 78l-12 28" stroke="#8a5a32" stroke-width="2.500"/><path d="M{x - 12} 106l5 2 2-9-5-1z" fill="#8a5a32"/>'
        for x, c, skin in (
            (48, "#3f8fd2", "#ffca28"),
            (64, "#f2b233", "#e3aa7b"),
            (80, "#3f8fd2", "#cf9468"),
            (96, "#f2b233", "#ffca28"),
        )
    )
    scales = "".join(f"M{x} 90q5 7 10 0" for x in range(30, 108, 10))
    return (
        f'{rowers}<path d="M26 84H112Q120 76 122 62Q128 70 126 84Q122 104 104 104H36Q22 102 20 84z" fill="{paint}"/><path d="M24 98Q30 104 36 104H104Q114 104 120 96Q110 100 100 99H38z" fill="{dark}"/><path d="{scales}" stroke="{GOLD}" stroke-width="2.500" fill="none"/><path d="M24 82H116V86H24z" fill="{GOLD}"/>'
        f'<path d="M30 92Q14 78 18 58Q6 62 2 52Q8 40 22 38Q34 38 38 50Q40 64 36 80z" fill="{paint}"/><path d="M2 52Q10 56 20 52Q14 60 6 58z" fill="#fff"/><path d="M4 55Q10 62 18 58" stroke="{dark}" stroke-width="2" fill="none"/><circle cx="20" cy="46" r="4" fill="#fff"/><circle cx="19" cy="46" r="2" fill="#222"/><path d="M24 38Q22 26 12 22Q24 22 30 36zM32 40Q36 28 46 26Q38 34 38 46z" fill="{GOLD}"/><path d="M36 52q10 0 8 10q8 2 2 10q4 6-6 8z" fill="#3d9b63"/><path d="M8 46q-6-8-8-14M10 44q-2-8 2-16" stroke="{GOLD}" stroke-width="2" fill="none"/>'
        '<path d="M0 104q10-8 20 0t20 0 20 0 20 0 20 0 28 0v14H0z" fill="#5fb4da"/><path d="M0 110q10-8 20 0t20 0 20 0 20 0 20 0 28 0" stroke="#e8f7fc" stroke-width="2.500" fill="none"/>'
    )


def _lion_dance(paint: str) -> str:
    fringe = "".join(f'<path d="M{x} 92q4 10 0 18q-5-6-4-18z" fill="#fff"/>' for x in range(72, 122, 9))
    return (
        f'<path d="M70 100h10v20h-10zM106 100h10v20h-10z" fill="#d9323a"/><path d="M66 126q0-7 8-7h6v7zM102 126q0-7 8-7h6v7z" fill="#fff"/><path d="M56 56Q92 36 118 58Q128 78 122 98H66z" fill="{paint}"/><path d="M70 54q10 8 20 0t20 2M66 70q12 8 24 0t30 0M68 84q12 8 24 0t30 0" stroke="{GOLD}" stroke-width="4" fill="none"/>{fringe}'
        f'<path d="M24 104h10v18H24zM46 104h10v18H46z" fill="#d9323a"/><path d="M18 126q0-7 8-7h8v7zM42 126q0-7 8-7h8v7z" fill="#fff"/><path d="M4 50Q4 14 40 14T78 50Q82 92 62 108H18Q0 92 4 50z" fill="{paint}"/><path d="M4 50q-6 14 2 26q-8 10 6 20M78 50q8 14 0 26q8 10-6 20" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round"/>'
        f'<path d="M40 14q-4-12 0-14q4 2 0 14z" fill="#3d9b63"/><circle cx="40" cy="20" r="6" fill="{GOLD}"/><path d="M12 20Q2 14 4 4Q14 8 20 18zM68 20Q78 14 76 4Q66 8 60 18z" fill="#f28a22"/><ellipse cx="24" cy="46" rx="12" ry="13" fill="#fff"/><ellipse cx="56" cy="46" rx="12" ry="13" fill="#fff"/><circle cx="26" cy="48" r="6.500" fill="#222"/><circle cx="54" cy="48" r="6.500" fill="#222"/><circle cx="28" cy="45" r="2" fill="#fff"/><circle cx="56" cy="45" r="2" fill="#fff"/><path d="M12 34q10-10 22-3M68 34q-10-10-22-3" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round"/>'
        f'<circle cx="40" cy="64" r="7" fill="#f28a22"/><path d="M10 76Q40 66 70 76Q72 104 40 106T10 76z" fill="#7a121b"/><path d="M10 76Q40 66 70 76L68 82Q40 74 12 82z" fill="#fff"/><path d="M24 94Q40 84 56 94Q54 104 40 105T24 94z" fill="#f48fb1"/><path d="M12 108q7 12 14 0 7 12 14 0 7 12 14 0 6 10 12-2" stroke="#fff" stroke-width="5" fill="none"/>'
    )


def _couplets(paint: str) -> str:
    def strip(x: int) -> str:
        marks = "".join(
            f'<path d="M{x + 8} {y}h16M{x + 16} {y - 5}v15M{x + 9} {y + 9}l14-4M{x + 10} {y + 5}h12" stroke="#2b2320" stroke-width="2.600" stroke-linecap="round"/>'
            for y in (42, 66, 90)
        )
        return f'<rect x="{x}" y="28" width="32" height="96" rx="2" fill="{paint}"/><rect x="{x + 3}" y="31" width="26" height="90" fill="none" stroke="{GOLD}" stroke-width="1.800"/>{marks}'

    return f'<rect x="18" y="2" width="92" height="20" rx="2" fill="{paint}"/><rect x="21" y="5" width="86" height="14" fill="none" stroke="{GOLD}" stroke-width="1.500"/><path d="M32 12h14M39 7v11M57 12h14M64 7v11M59 16h10M82 12h14M89 7v11" stroke="#2b2320" stroke-width="2.500" stroke-linecap="round"/>{strip(2)}{strip(94)}<path d="M64 46L92 74L64 102L36 74z" fill="{paint}" stroke="{GOLD}" stroke-width="3"/><path d="M52 66h7M55 61v26M50 74l9-3M66 62h14M67 68h12v7H67zM66 80h14v9H66zM73 80v9M66 84.500h14" stroke="#2b2320" stroke-width="2.600" fill="none"/>'


def _pagoda(paint: str) -> str:
    dark = darker(paint, 0.35)
    floors = "".join(
        f'<path d="M{64 - w} {y}h{2 * w}v16h-{2 * w}z" fill="#d9a56a"/><path d="M{64 - w * 0.5:.0f} {y + 5}h{w * 0.35:.0f}v11h-{w * 0.35:.0f}zM{64 + w * 0.15:.0f} {y + 5}h{w * 0.35:.0f}v11h-{w * 0.35:.0f}z" fill="#5a3326"/><path d="M{64 - w - 14} {y + 3}Q{64 - w - 4} {y - 1} {64 - w + 4} {y - 9}H{64 + w - 4}Q{64 + w + 4} {y - 1} {64 + w + 14} {y + 3}Q64 {y - 2} {64 - w - 14} {y + 3}z" fill="{paint}"/><path d="M{64 - w - 14} {y + 3}Q64 {y - 2} {64 + w + 14} {y + 3}L{64 + w + 10} {y + 5}Q64 {y + 1} {64 - w - 10} {y + 5}z" fill="{dark}"/>'
        for y, w in ((22, 16), (45, 22), (68, 28), (91, 34))
    )
    return f'<path d="M62 0h4l2 14h-8z" fill="{GOLD}"/><circle cx="64" cy="4" r="3" fill="{GOLD}"/>{floors}<path d="M22 107H106V118H22z" fill="#d9a56a"/><path d="M57 106q7-8 14 0v14H57z" fill="#5a3326"/><path d="M16 117H112V125H16z" fill="#b9b2a6"/>'


def _pavilion(paint: str) -> str:
    return f'<path d="M24 50h7v66h-7zM97 50h7v66h-7zM46 50h6v66h-6zM76 50h6v66h-6z" fill="{paint}"/><path d="M64 4l5 12H59z" fill="{GOLD}"/><path d="M2 52Q22 44 40 18Q64 8 88 18Q106 44 126 52Q64 42 2 52z" fill="#4f7f6a"/><path d="M2 52Q64 42 126 52L120 56Q64 48 8 56z" fill="#35594a"/><path d="M52 16Q46 34 36 46M64 14V46M76 16Q82 34 92 46" stroke="#35594a" stroke-width="2.500" fill="none"/><path d="M24 58Q64 50 104 58V64Q64 56 24 64z" fill="{darker(paint, 0.2)}"/><path d="M26 96H50V102H26zM78 96H102V102H78z" fill="{darker(paint, 0.2)}"/><path d="M30 102v12M38 102v12M46 102v12M82 102v12M90 102v12M98 102v12" stroke="{darker(paint, 0.2)}" stroke-width="3"/><path d="M14 114H114V120H14z" fill="#c9c2b4"/><path d="M8 119H120V126H8z" fill="#a9a294"/>'


def _stone_lion(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.25)
    curls = "".join(
        f'<circle cx="{46 + 30 * math.cos(t):.1f}" cy="{38 + 28 * math.sin(t):.1f}" r="9" fill="{dark}"/><circle cx="{46 + 30 * math.cos(t):.1f}" cy="{38 + 28 * math.sin(t):.1f}" r="4" fill="{light}"/>'
        for t in (k * math.pi / 5 - 2.8 for k in range(11))
    )
    return f'<path d="M12 106H116V126H12z" fill="{dark}"/><path d="M8 100H120V109H8z" fill="{light}"/><path d="M92 92Q120 88 112 58Q106 52 102 60Q104 76 88 78z" fill="{dark}"/><path d="M40 56Q84 54 98 92Q100 100 94 102H34Q30 80 40 56z" fill="{paint}"/><path d="M76 74Q98 78 98 92Q100 100 94 102H72Q66 84 76 74z" fill="{dark}" opacity=".6"/><path d="M30 62h14l2 40H28z" fill="{light}"/><path d="M46 70h12v32H46z" fill="{paint}"/>{curls}<ellipse cx="44" cy="40" rx="25" ry="24" fill="{paint}"/><circle cx="34" cy="32" r="5" fill="#fff"/><circle cx="54" cy="32" r="5" fill="#fff"/><circle cx="34" cy="33" r="2.600" fill="#333"/><circle cx="54" cy="33" r="2.600" fill="#333"/><path d="M38 42q6-5 12 0l-2 5h-8z" fill="{dark}"/><path d="M26 50Q44 44 62 50Q60 62 44 62T26 50z" fill="#5a4a44"/><path d="M28 51Q44 46 60 51L58 55Q44 50 30 55z" fill="#fff"/><circle cx="62" cy="100" r="9" fill="{light}"/>'


def _lute(paint: str) -> str:
    return f'<g transform="rotate(16 64 64)">{across("s", (0, darker(paint, 0.25)), (0.4, lighter(paint, 0.3)), (1, darker(paint, 0.3)))}<path d="M60 22h8l4 30Q96 66 94 94Q90 124 64 124T34 94Q32 66 56 52z" fill="url(#s)"/><path d="M58 4q6-6 12 0l-1 20H59z" fill="#4a2c20"/><path d="M52 8h24M52 14h24M53 20h22" stroke="#2f2523" stroke-width="3"/><path d="M60 32h8M59 39h10M58 46h12M54 60h20M52 67h24M51 74h26" stroke="#4a2c20" stroke-width="2.500"/><path d="M50 104h28v6H50z" fill="#4a2c20"/><path d="M61 22V106M64 22V106M67 22V106" stroke="#f4ead2" stroke-width="1"/><path d="M42 86q4-6 4 2t-4 6zM86 86q-4-6-4 2t4 6z" fill="#4a2c20"/></g>'


def _erhu(paint: str) -> str:
    return f'<path d="M66 4Q74 2 76 10L70 100h-5L70 12z" fill="{paint}"/><path d="M54 26h30M54 38h30" stroke="{darker(paint, 0.2)}" stroke-width="5" stroke-linecap="round"/><path d="M50 92L66 86L86 92V112L68 118L50 112z" fill="{darker(paint, 0.15)}"/><path d="M50 92L68 98V118L50 112z" fill="#d9c9a3"/><path d="M53 98l12 4M53 104l12 4" stroke="#a98f5c" stroke-width="2"/><path d="M71 28L60 98M73 28L63 98" stroke="#eee" stroke-width="1.200"/><path d="M46 118h44v6H46z" fill="{darker(paint, 0.3)}"/><path d="M20 108L106 84" stroke="#8a5a32" stroke-width="3.500" stroke-linecap="round"/><path d="M22 112L104 90" stroke="#f4ead2" stroke-width="2"/>'


def _guzheng(paint: str) -> str:
    strings = "".join(
        f'<path d="M14 {58 + 4 * k}L118 {50 + 4 * k}" stroke="#f6f0dc" stroke-width="1"/><path d="M{40 + 9 * k} {56 + 3.4 * k:.1f}l3-6 3 6z" fill="#fdfdfb"/>'
        for k in range(7)
    )
    return f'<path d="M18 84L12 122h7l6-36zM104 78L112 122h-7L98 80z" fill="{darker(paint, 0.4)}"/>{down("s", (0, lighter(paint, 0.2)), (1, darker(paint, 0.2)))}<path d="M2 56Q4 46 14 46L116 40Q126 42 126 52V74Q124 82 116 82L14 92Q4 92 2 84z" fill="url(#s)"/><path d="M12 50h6v38h-6zM110 44h6v36h-6z" fill="#f0dcb4"/>{strings}<path d="M2 84Q4 92 14 92L116 82Q124 82 126 74V78Q124 88 116 88L14 98Q4 98 2 90z" fill="{darker(paint, 0.45)}"/>'


def _dragonfly(paint: str) -> str:
    wing = '<path d="M60 42Q30 14 6 24Q2 38 28 44Q46 48 60 46z" fill="#bfe6f5" opacity=".9"/><path d="M60 48Q30 50 12 68Q16 80 38 68Q52 60 62 52z" fill="#d8f0f8" opacity=".9"/><path d="M58 43Q34 28 12 28M60 50Q38 58 20 70" stroke="#7fb7cf" stroke-width="1.600" fill="none"/>'
    return f'{wing}<g transform="translate(128 0) scale(-1 1)">{wing}</g><path d="M60 50h8l-1 66q-3 8-6 0z" fill="{paint}"/><path d="M60 66h8M60 78h7.500M60.500 90h7M61 102h6" stroke="{darker(paint, 0.35)}" stroke-width="2.500"/><ellipse cx="64" cy="46" rx="9" ry="14" fill="{lighter(paint, 0.15)}"/><circle cx="64" cy="26" r="9" fill="{paint}"/><circle cx="56" cy="22" r="6.500" fill="#b5473c"/><circle cx="72" cy="22" r="6.500" fill="#b5473c"/><circle cx="54" cy="20" r="2" fill="#fff"/><circle cx="70" cy="20" r="2" fill="#fff"/>'


def _firefly(paint: str) -> str:
    return f'<circle cx="78" cy="88" r="38" fill="#fff59d" opacity=".4"/><circle cx="78" cy="88" r="26" fill="#fff176" opacity=".6"/><path d="M50 44Q84 20 112 40Q104 62 66 64zM46 48Q60 84 46 104Q26 92 34 58z" fill="#d8ecf2" opacity=".9"/><ellipse cx="60" cy="64" rx="18" ry="26" fill="{paint}" transform="rotate(-38 60 64)"/><ellipse cx="78" cy="86" rx="17" ry="19" fill="#ffeb3b" transform="rotate(-38 78 86)"/><path d="M68 90l16-14M76 98l16-14" stroke="#fbc02d" stroke-width="3"/><circle cx="40" cy="40" r="15" fill="{darker(paint, 0.2)}"/><circle cx="34" cy="38" r="4.500" fill="#fff"/><circle cx="46" cy="32" r="4.500" fill="#fff"/><circle cx="33" cy="38" r="2" fill="#222"/><circle cx="45" cy="32" r="2" fill="#222"/><path d="M32 28Q24 14 14 12M42 24Q40 10 46 4" stroke="{darker(paint, 0.2)}" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M36 48q5 3 9-1" stroke="#fff" stroke-width="2" fill="none"/>'


def _starfish(paint: str) -> str:
    points = " ".join(
        f"{64 + r * math.sin(t):.1f},{66 - r * math.cos(t):.1f}"
        for k in range(10)
        for t, r in ((k * math.pi / 5, 58 if k % 2 == 0 else 25),)
    )
    dots = "".join(
        f'<circle cx="{64 + r * math.sin(t):.1f}" cy="{66 - r * math.cos(t):.1f}" r="{3.4 - r / 30:.1f}" fill="{lighter(paint, 0.5)}"/>'
        for k in range(5)
        for r in (22, 32, 42)
        for t in (k * math.tau / 5,)
    )
    return f'<polygon points="{points}" fill="{darker(paint, 0.25)}" stroke="{darker(paint, 0.25)}" stroke-width="14" stroke-linejoin="round" transform="translate(0 3)"/><polygon points="{points}" fill="{paint}" stroke="{paint}" stroke-width="12" stroke-linejoin="round"/>{dots}<circle cx="56" cy="60" r="3.500" fill="#333"/><circle cx="73" cy="60" r="3.500" fill="#333"/><path d="M58 69q6.500 6 13 0" stroke="#333" stroke-width="2.800" fill="none" stroke-linecap="round"/>'


def _seahorse(paint: str) -> str:
    dark = darker(paint, 0.25)
    return f'<path d="M84 40Q104 60 92 84" stroke="{darker(paint, 0.1)}" stroke-width="4" fill="none"/><path d="M86 52Q108 56 104 76Q94 74 86 70z" fill="{lighter(paint, 0.35)}"/><path d="M60 12Q82 6 88 26Q90 40 84 46Q98 70 84 92Q76 104 68 112Q60 122 52 114Q48 106 56 104Q60 106 58 110Q68 104 66 92Q50 84 54 64Q58 52 62 48Q54 46 48 40L22 42Q16 38 20 32L46 28Q48 14 60 12z" fill="{paint}"/><path d="M60 12l2-9 8 6 6-7 3 10 8-1-2 12z" fill="{dark}"/><path d="M64 56q8 4 16-2M60 66q10 5 24-2M58 76q12 6 28-2M62 86q10 6 22-2M70 96q5 3 10-3" stroke="{dark}" stroke-width="3" fill="none" stroke-linecap="round"/><circle cx="62" cy="27" r="5.500" fill="#fff"/><circle cx="61" cy="27" r="3" fill="#222"/>'


def _sea_bird(paint: str) -> str:
    return f'<path d="M60 100v20M74 100v20M52 122h12M66 122h12" stroke="#f28a22" stroke-width="4.500" stroke-linecap="round"/><path d="M96 76L126 92L92 98z" fill="#3b4450"/><path d="M26 46Q24 20 48 20Q64 20 68 40Q104 48 108 80Q100 106 66 106Q32 104 34 72Q28 64 26 46z" fill="{paint}"/><path d="M56 62Q90 52 110 86Q84 98 62 88Q50 78 56 62z" fill="#9fb0bf"/><path d="M64 72q14 6 28 8M66 80q12 6 24 6" stroke="#7d8fa0" stroke-width="2.500" fill="none"/><path d="M28 38L6 44Q8 50 28 48z" fill="#f7b528"/><circle cx="9" cy="46" r="2" fill="#d9323a"/><circle cx="42" cy="36" r="4" fill="#222"/><circle cx="41" cy="35" r="1.300" fill="#fff"/>'


def _crow(paint: str) -> str:
    light = lighter(paint, 0.22)
    return f'<path d="M60 98v22M74 98v22M52 123h12M66 123h12" stroke="#4b4540" stroke-width="4.500" stroke-linecap="round"/><path d="M94 74L127 96L118 104L88 98z" fill="{darker(paint, 0.3)}"/><path d="M26 46Q24 18 48 18Q66 18 70 40Q104 50 106 82Q98 104 66 104Q34 102 36 72Q28 62 26 46z" fill="{paint}"/><path d="M58 60Q90 54 108 88Q84 96 64 88Q52 78 58 60z" fill="{light}"/><path d="M66 72q14 4 26 10M68 80q10 4 20 7" stroke="{paint}" stroke-width="2.500" fill="none"/><path d="M28 34L2 44Q8 52 30 48z" fill="#37424d"/><path d="M6 45L29 42" stroke="#20262c" stroke-width="1.800"/><circle cx="43" cy="34" r="5" fill="#fff"/><circle cx="42" cy="34" r="2.800" fill="#111"/>'


def _pigeon(paint: str) -> str:
    dark, light = darker(paint, 0.28), lighter(paint, 0.25)
    return f'<path d="M60 100v18M76 100v18M50 121h14M66 121h14" stroke="#d9566a" stroke-width="4.500" stroke-linecap="round"/><path d="M92 74L127 92L122 104L88 100z" fill="{dark}"/><path d="M26 40Q26 20 46 20Q62 22 64 42Q104 50 110 82Q98 106 64 106Q30 104 30 72Q26 58 26 40z" fill="{paint}"/><path d="M28 48Q44 58 64 46Q68 60 58 68Q42 76 31 66Q28 58 28 48z" fill="#5c8f86"/><path d="M30 60Q44 72 60 64Q54 76 42 78Q34 76 30 70z" fill="#8a6fae"/><path d="M58 62Q92 54 112 88Q86 98 64 90Q50 80 58 62z" fill="{light}"/><path d="M84 66q12 8 16 26M72 64q10 10 12 28" stroke="{dark}" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M27 34L12 38Q14 43 27 43z" fill="#4b4f57"/><circle cx="29" cy="35" r="3" fill="#f4f1ea"/><circle cx="42" cy="35" r="5" fill="#f28a22"/><circle cx="42" cy="35" r="2.600" fill="#111"/>'


def _swallow(paint: str) -> str:
    return f'<path d="M66 62Q96 30 124 22Q116 52 84 76z" fill="{paint}"/><path d="M58 58Q52 22 66 4Q84 30 80 66z" fill="{lighter(paint, 0.12)}"/><path d="M80 76L122 96L92 92L110 120L74 88z" fill="{darker(paint, 0.2)}"/><path d="M16 54Q20 36 40 38Q70 44 88 82Q70 92 46 82Q24 74 16 54z" fill="{paint}"/><path d="M18 60Q30 76 50 83Q70 90 86 82Q64 80 48 64Q34 54 18 60z" fill="#fbf6ea"/><path d="M16 56Q22 66 36 62Q42 54 34 50z" fill="#c8553a"/><path d="M18 50L4 54L18 58z" fill="#37302e"/><circle cx="30" cy="47" r="3.500" fill="#fff"/><circle cx="29.500" cy="47" r="2" fill="#111"/>'


def _jade_rabbit(paint: str) -> str:
    return f'<circle cx="64" cy="62" r="60" fill="#ffe9a3"/><circle cx="38" cy="38" r="9" fill="#f6d97e" opacity=".8"/><circle cx="94" cy="30" r="6" fill="#f6d97e" opacity=".8"/><circle cx="98" cy="72" r="7" fill="#f6d97e" opacity=".8"/><g transform="translate(26 36) scale(.66)">{icon_body("rabbit").replace("#e0e0e0", paint)}</g><path d="M14 100h28l-4 22H18z" fill="#8a5a32"/><ellipse cx="28" cy="100" rx="14" ry="4" fill="#5a3820"/><path d="M34 70L26 100" stroke="#a9713f" stroke-width="6" stroke-linecap="round"/>'


def _stocking(paint: str) -> str:
    return f'<path d="M36 20H84V74Q86 84 102 92Q116 100 108 114Q100 126 78 122Q50 116 40 92z" fill="{paint}"/><path d="M94 88Q116 98 108 114Q100 126 80 122Q80 100 94 88z" fill="#f4f1ea"/><path d="M38 76Q56 72 62 92Q52 100 44 98Q40 94 38 76z" fill="#f4f1ea"/><rect x="30" y="8" width="60" height="24" rx="10" fill="#fdfdfb"/><path d="M36 27q26 5 48 0" stroke="#d5dce1" stroke-width="3" fill="none"/><path d="M86 8Q100-2 100 12" stroke="#d9323a" stroke-width="3.500" fill="none"/><path d="M60 44l3 7 8 1-6 5 2 8-7-4-7 4 2-8-6-5 8-1z" fill="{GOLD}"/>'


def _bauble(paint: str) -> str:
    return f'{across("s", (0, lighter(paint, 0.3)), (0.5, paint), (1, darker(paint, 0.35)))}<path d="M58 20q-4-14 6-14t6 14" stroke="#b98a2f" stroke-width="3.500" fill="none"/><rect x="52" y="18" width="24" height="14" rx="3" fill="{GOLD}"/><circle cx="64" cy="78" r="48" fill="url(#s)"/><path d="M18 70Q64 92 110 70L111 84Q64 106 17 84z" fill="#fdfdfb" opacity=".9"/><path d="M22 82l8-6 8 11 9-7 8 10 9-8 9 8 8-10 9 7 8-11 8 6" stroke="{GOLD}" stroke-width="3" fill="none"/>{gloss("M30 60Q36 44 52 38", 7, 0.7)}'


def _holly(paint: str) -> str:
    leaf = '<path d="M64 70Q54 62 50 52Q40 56 36 46Q26 48 24 36Q14 36 6 24Q20 20 28 24Q34 14 44 22Q54 18 56 30Q66 32 64 44Q70 58 64 70z" fill="{c}"/><path d="M64 70Q44 40 12 26" stroke="{d}" stroke-width="2.500" fill="none"/>'
    return f'<g transform="translate(0 16)">{leaf.format(c=paint, d=darker(paint, 0.3))}<g transform="translate(128 0) scale(-1 1)">{leaf.format(c=darker(paint, 0.12), d=darker(paint, 0.35))}</g><circle cx="54" cy="78" r="13" fill="#d9323a"/><circle cx="76" cy="80" r="13" fill="#c8232c"/><circle cx="65" cy="94" r="13" fill="#e23b44"/><circle cx="50" cy="74" r="3.500" fill="#fff" opacity=".8"/><circle cx="72" cy="76" r="3.500" fill="#fff" opacity=".8"/><circle cx="61" cy="90" r="3.500" fill="#fff" opacity=".8"/></g>'


def _cauldron(paint: str) -> str:
    return f'<path d="M20 110l-8 14M108 110l8 14M64 116v10" stroke="{darker(paint, 0.3)}" stroke-width="8" stroke-linecap="round"/><circle cx="46" cy="26" r="8" fill="#9ccc4a"/><circle cx="70" cy="14" r="6" fill="#b5dd6a"/><circle cx="86" cy="30" r="9" fill="#9ccc4a"/><path d="M10 54H118Q126 118 64 118T10 54z" fill="{paint}"/><path d="M88 60Q104 84 84 114Q124 102 118 54z" fill="{darker(paint, 0.35)}"/><ellipse cx="64" cy="52" rx="58" ry="14" fill="{lighter(paint, 0.15)}"/><ellipse cx="64" cy="52" rx="48" ry="10" fill="#8bc34a"/><circle cx="48" cy="48" r="7" fill="#aed581"/><circle cx="78" cy="51" r="9" fill="#aed581"/><path d="M32 54q-2 14 4 18q6-4 4-17z" fill="#8bc34a"/>{gloss("M22 78Q28 98 42 106", 5, 0.25)}'


PROPS = {
    "dragon-boat": Prop(_dragon_boat, "#d9483f"),
    "lion-dance": Prop(_lion_dance, "#e23b2e"),
    "couplets": Prop(_couplets, "#d9323a"),
    "pagoda": Prop(_pagoda, "#4f6f8f"),
    "pavilion": Prop(_pavilion, "#b8433a", rest=(64.0, 116.0), rest_width=40.0),
    "stone-lion": Prop(_stone_lion, "#b3aea4"),
    "pipa": Prop(_lute, "#c68a4e"),
    "erhu": Prop(_erhu, "#6d3326"),
    "guzheng": Prop(_guzheng, "#8a4a2a"),
    "dragonfly": Prop(_dragonfly, "#3f9bb0"),
    "firefly": Prop(_firefly, "#6d4c41"),
    "starfish": Prop(_starfish, "#f2894f"),
    "seahorse": Prop(_seahorse, "#f2a33c"),
    "seagull": Prop(_sea_bird, "#fbfbf8"),
    "crow": Prop(_crow, "#2f3338"),
    "pigeon": Prop(_pigeon, "#93a0ad"),
    "swallow": Prop(_swallow, "#2f4a7a"),
    "jade-rabbit": Prop(_jade_rabbit, "#f4f4f2"),
    "christmas-stocking": Prop(_stocking, "#d9323a"),
    "bauble": Prop(_bauble, "#d9323a"),
    "holly": Prop(_holly, "#3d8b4f"),
    "cauldron": Prop(_cauldron, "#3b4149"),
}
