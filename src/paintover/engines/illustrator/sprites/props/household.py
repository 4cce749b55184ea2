"""More props of the house, and of what is worn and carried."""

from __future__ import annotations

import math

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.props.shape import Prop, across, gloss


def _belt(paint: str) -> str:
    dark = darker(paint, 0.35)
    return (
        f'<path d="M64 30Q116 30 120 62Q116 92 70 96V78Q98 74 100 62Q96 48 64 48T28 62Q30 72 52 77V95Q12 90 8 62Q12 30 64 30z" fill="{dark}"/><path d="M8 62Q12 92 56 96L124 104V86L60 79Q30 74 28 62z" fill="{paint}"/><path d="M14 72Q22 88 58 91L122 99" stroke="{lighter(paint, 0.35)}" stroke-width="1.800" fill="none" stroke-dasharray="5 4"/>'
        '<rect x="42" y="72" width="30" height="30" rx="4" fill="none" stroke="#d9a632" stroke-width="6"/><path d="M57 87h20" stroke="#f4d67a" stroke-width="4" stroke-linecap="round"/><circle cx="88" cy="92" r="2.500" fill="#3b2a20"/><circle cx="98" cy="93" r="2.500" fill="#3b2a20"/><circle cx="108" cy="94" r="2.500" fill="#3b2a20"/>'
    )


def _bracelet(paint: str) -> str:
    gems = "".join(
        f'<circle cx="{64 + 50 * math.cos(t):.1f}" cy="{70 + 32 * math.sin(t):.1f}" r="{7 + 2 * math.sin(t):.1f}" fill="{c}"/><circle cx="{62 + 50 * math.cos(t):.1f}" cy="{68 + 32 * math.sin(t):.1f}" r="2.200" fill="#fff" opacity=".8"/>'
        for t, c in ((k * math.tau / 14, ("#4fb0c6", "#f4d67a", "#e5737f")[k % 3]) for k in range(14))
    )
    return f'<ellipse cx="64" cy="72" rx="50" ry="32" fill="none" stroke="{darker(paint, 0.35)}" stroke-width="9"/><ellipse cx="64" cy="70" rx="50" ry="32" fill="none" stroke="{paint}" stroke-width="8"/>{gems}'


def _necklace(paint: str) -> str:
    chain = "".join(
        f'<circle cx="{64 + 50 * math.cos(t):.1f}" cy="{28 + 62 * math.sin(t):.1f}" r="5.400" fill="{paint}"/><circle cx="{62.5 + 50 * math.cos(t):.1f}" cy="{26.5 + 62 * math.sin(t):.1f}" r="1.800" fill="#fff" opacity=".9"/>'
        for t in (math.pi * (k + 0.5) / 17 for k in range(17))
    )
    return f'{chain}<path d="M64 92L76 104L64 124L52 104z" fill="#3f8fd2"/><path d="M52 104h24L64 124z" fill="#2b6ba8"/><path d="M64 92l-5 12 5 20 5-20z" fill="#8ec7ef"/><circle cx="64" cy="92" r="4" fill="#d9a632"/>'


def _earring(paint: str) -> str:
    one = f'<path d="M0 18V8q6-8 12 0" stroke="{darker(paint, 0.25)}" stroke-width="3" fill="none"/><circle cx="0" cy="26" r="8" fill="{paint}"/><path d="M0 36Q18 66 14 84Q8 98 0 98T-14 84Q-18 66 0 36z" fill="#c8453c"/><path d="M-6 82Q-8 66 0 52" stroke="#fff" stroke-width="3" fill="none" opacity=".6"/>'
    return f'<g transform="translate(36 14)">{one}</g><g transform="translate(90 14)">{one}</g>'


def _ear_drops(paint: str) -> str:
    """A pair as it is worn, an ear's distance apart."""
    one = f'<circle cx="0" cy="3" r="5" fill="{darker(paint, 0.2)}"/><path d="M0 6Q12 20 0 32Q-12 20 0 6z" fill="{paint}" stroke="{darker(paint, 0.35)}" stroke-width="1.500"/><path d="M-3 24Q-6 18-1 11" stroke="#fff" stroke-width="2.500" fill="none" stroke-linecap="round" opacity=".8"/>'
    return f'<g transform="translate(14 48)">{one}</g><g transform="translate(114 48)">{one}</g>'


def _glasses(paint: str) -> str:
    """A frame of that paint with clear lenses, through which eyes are seen."""
    return icon_body("glasses").replace("#804833", paint).replace('opacity=".8"', 'opacity=".22"')


def _jacket(paint: str) -> str:
    dark = darker(paint, 0.28)
    return (
        f'<path d="M40 12L14 30Q4 72 6 104L24 108L34 62z" fill="{dark}"/><path d="M88 12L114 30Q124 72 122 104L104 108L94 62z" fill="{dark}"/><path d="M40 12H88L100 34L98 116H30L28 34z" fill="{paint}"/><path d="M52 12H76L64 40z" fill="#f4ead2"/><path d="M40 12L52 10L64 42L50 58zM88 12L76 10L64 42L78 58z" fill="{lighter(paint, 0.2)}"/>'
        f'<path d="M64 42V116" stroke="#c3cbd1" stroke-width="3.500" stroke-dasharray="3 2"/><path d="M38 84l18-6M90 84l-18-6" stroke="{darker(paint, 0.45)}" stroke-width="4" stroke-linecap="round"/><path d="M30 108H98V118H30z" fill="{darker(paint, 0.45)}"/><path d="M6 98L24 102V110L6 106zM122 98L104 102V110L122 106z" fill="{darker(paint, 0.45)}"/>'
    )


def _apron(paint: str) -> str:
    return f'<path d="M46 36Q48 8 64 8T82 36" stroke="{darker(paint, 0.25)}" stroke-width="5" fill="none"/><path d="M44 32H84L88 60Q104 66 106 72L102 120Q64 128 26 120L22 72Q24 66 40 60z" fill="{paint}"/><path d="M24 70l-20 8M104 70l20 8" stroke="{darker(paint, 0.25)}" stroke-width="5" stroke-linecap="round"/><path d="M40 80H88V104Q64 110 40 104z" fill="{darker(paint, 0.15)}"/><path d="M40 80H88" stroke="#fff" stroke-width="3" opacity=".7"/><path d="M44 32H84L85 38H43z" fill="#fff" opacity=".6"/>'


def _raincoat(paint: str) -> str:
    dark = darker(paint, 0.22)
    return f'<path d="M40 42L12 58Q4 80 8 96L26 98L38 72z" fill="{dark}"/><path d="M88 42L116 58Q124 80 120 96L102 98L90 72z" fill="{dark}"/><path d="M40 40H88L104 120Q64 128 24 120z" fill="{paint}"/><path d="M36 42Q34 6 64 4T92 42Q64 54 36 42z" fill="{paint}"/><path d="M46 40Q46 16 64 16T82 40Q64 48 46 40z" fill="{darker(paint, 0.5)}"/><path d="M64 46V122" stroke="{dark}" stroke-width="4"/><circle cx="70" cy="62" r="3" fill="#fff"/><circle cx="70" cy="82" r="3" fill="#fff"/><circle cx="70" cy="102" r="3" fill="#fff"/>{gloss("M42 30Q44 18 54 12", 4, 0.6)}'


def _chandelier(paint: str) -> str:
    arms = "".join(
        f'<path d="M64 72Q{64 + d * 0.5:.0f} 104 {64 + d} 70" stroke="{paint}" stroke-width="5" fill="none"/><rect x="{60 + d}" y="48" width="8" height="20" rx="2" fill="#fdf6e3"/><path d="M{58 + d} 66h12l-3 6h-6z" fill="{darker(paint, 0.25)}"/><path d="M{64 + d} 30Q{72 + d} 42 {64 + d} 48Q{56 + d} 42 {64 + d} 30z" fill="#ffb52e"/><path d="M{64 + d} 38q3 5 0 9q-3-4 0-9z" fill="#fff3a0"/>'
        for d in (-52, -28, 28, 52)
    )
    drops = "".join(
        f'<path d="M{x} {y}l4 8-4 6-4-6z" fill="#bfe6f5"/>'
        for x, y in ((24, 84), (44, 98), (64, 108), (84, 98), (104, 84), (12, 76), (116, 76))
    )
    return f'<path d="M64 2V60" stroke="{darker(paint, 0.3)}" stroke-width="4" stroke-dasharray="6 2"/><rect x="50" y="0" width="28" height="6" rx="3" fill="{paint}"/>{arms}<path d="M64 50q12 12 8 26q-2 12-8 26q-6-14-8-26q-4-14 8-26z" fill="{paint}"/><path d="M60 60q-3 14 3 30" stroke="{lighter(paint, 0.55)}" stroke-width="3" fill="none"/>{drops}'


def _cooler(paint: str) -> str:
    return f'<path d="M18 48Q18 18 64 18T110 48" stroke="#5b6a78" stroke-width="6" fill="none"/><path d="M10 58H118L112 120H16z" fill="{paint}"/><path d="M88 58H118L112 120H90z" fill="{darker(paint, 0.22)}"/><rect x="4" y="42" width="120" height="20" rx="6" fill="#f4f6f7"/><rect x="4" y="54" width="120" height="8" rx="4" fill="#cfd7dd"/><rect x="54" y="58" width="20" height="10" rx="3" fill="#5b6a78"/><path d="M50 84l28 16M78 84L50 100M64 78v28" stroke="#fff" stroke-width="4.500" stroke-linecap="round"/>'


def _hot_tub(paint: str) -> str:
    return (
        f'<path d="M36 34q-6-8 0-14t0-14M64 30q-6-8 0-14t0-14M92 34q-6-8 0-14t0-14" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round" opacity=".8"/><path d="M4 64H124V108Q124 122 64 122T4 108z" fill="{paint}"/><path d="{"".join(f"M{x} 72V118" for x in range(16, 124, 12))}" stroke="{darker(paint, 0.3)}" stroke-width="2.500"/>'
        f'<ellipse cx="64" cy="64" rx="60" ry="20" fill="{lighter(paint, 0.25)}"/><ellipse cx="64" cy="65" rx="51" ry="15" fill="#57bfe0"/><ellipse cx="40" cy="64" rx="14" ry="5" fill="#fff" opacity=".85"/><ellipse cx="82" cy="68" rx="18" ry="6" fill="#fff" opacity=".85"/><ellipse cx="66" cy="57" rx="9" ry="3.500" fill="#fff" opacity=".7"/><circle cx="28" cy="68" r="4" fill="#e8f7fc"/><circle cx="102" cy="62" r="4" fill="#e8f7fc"/><path d="M4 84H124M4 104H124" stroke="{darker(paint, 0.45)}" stroke-width="3"/>'
    )


def _sleeping_bag(paint: str) -> str:
    quilts = "".join(f"M{x} 62Q{x - 5} 84 {x} 106" for x in (52, 70, 88, 104))
    return f'<path d="M26 50H104Q124 56 124 84T104 114H26Q4 112 4 84T26 50z" fill="{paint}"/><path d="M4 90Q8 112 26 114H104Q122 110 124 88Q118 104 102 106H28Q10 104 4 90z" fill="{darker(paint, 0.28)}"/><path d="{quilts}" stroke="{darker(paint, 0.25)}" stroke-width="3" fill="none"/><path d="M34 54Q56 60 54 84T34 110Q8 110 8 82T34 54z" fill="#f4d9a8"/><ellipse cx="28" cy="82" rx="17" ry="20" fill="#fdf6ea"/><ellipse cx="26" cy="80" rx="11" ry="14" fill="#fff"/><path d="M46 112L116 92" stroke="#c3cbd1" stroke-width="2.500" stroke-dasharray="3 2"/>'


def _snorkel(paint: str) -> str:
    return (
        f'<path d="M104 4V78Q104 104 78 104Q66 104 62 96" stroke="{darker(paint, 0.3)}" stroke-width="14" fill="none" stroke-linecap="round"/><path d="M104 6V78Q104 104 78 104Q66 104 62 96" stroke="{paint}" stroke-width="10" fill="none" stroke-linecap="round"/><path d="M101 20V76Q100 98 80 100" stroke="#fff" stroke-width="2.500" fill="none" opacity=".6"/><rect x="96" y="0" width="16" height="20" rx="3" fill="#2f343b"/>'
        f'<path d="M6 40Q6 28 18 28H72Q84 28 84 40V62Q82 76 66 74Q54 72 50 64Q46 58 42 64Q36 74 24 74Q8 76 6 62z" fill="#2f343b"/><path d="M12 42Q12 34 20 34H70Q78 34 78 42V60Q76 70 66 68Q58 66 54 58Q46 50 38 58Q32 68 24 68Q14 70 12 60z" fill="#8ed3ee"/><path d="M18 52l14-16M26 58l18-22" stroke="#fff" stroke-width="4" opacity=".7"/><ellipse cx="60" cy="94" rx="8" ry="6" fill="#2f343b"/>'
    )


def _electric_fan(paint: str) -> str:
    blades = "".join(
        f'<path d="M64 50Q50 34 58 14Q78 10 82 26Q82 42 64 50z" fill="{paint}" transform="rotate({t} 64 50)"/>'
        for t in (0, 120, 240)
    )
    return f'<rect x="60" y="86" width="8" height="28" fill="#8a97a1"/><path d="M34 124q0-12 30-12t30 12z" fill="{darker(paint, 0.35)}"/><circle cx="64" cy="50" r="47" fill="#eef3f6"/>{blades}<g fill="none" stroke="#8a97a1" stroke-width="2"><circle cx="64" cy="50" r="47" stroke-width="4"/><circle cx="64" cy="50" r="32"/><circle cx="64" cy="50" r="18"/><path d="M64 3V97M17 50H111M31 17L97 83M97 17L31 83"/></g><circle cx="64" cy="50" r="8" fill="#5b6a78"/><circle cx="64" cy="118" r="3" fill="#e23b34"/>'


def _ceiling_fan(paint: str) -> str:
    return f'<path d="M60 4h8v40h-8z" fill="#8a97a1"/><path d="M50 2h28v6H50z" fill="#6b7680"/><path d="M54 58L4 40Q-2 52 6 58L52 68zM74 58L124 40Q130 52 122 58L76 68z" fill="{paint}"/><path d="M56 68L22 92Q24 102 34 102L64 74zM72 68L106 92Q104 102 94 102L64 74z" fill="{darker(paint, 0.25)}"/><ellipse cx="64" cy="58" rx="22" ry="14" fill="#7d6a52"/><path d="M50 66h28q-1 18-14 18T50 66z" fill="#fff0b8"/><path d="M44 54Q64 44 84 54" stroke="#fff" stroke-width="2.500" fill="none" opacity=".5"/>'


def _fireplace(paint: str) -> str:
    bricks = "".join(
        f'<path d="M{x} {y}h14v7h-14z" fill="{darker(paint, 0.2)}"/>'
        for x, y in (
            (12, 44),
            (12, 62),
            (6, 76),
            (12, 94),
            (102, 44),
            (108, 60),
            (102, 76),
            (106, 96),
            (40, 28),
            (64, 32),
            (88, 28),
            (16, 30),
        )
    )
    return (
        f'<rect x="6" y="24" width="116" height="94" fill="{paint}"/>{bricks}<path d="M28 118V62Q28 42 64 42T100 62V118z" fill="#2b2320"/><path d="M30 112L96 104l2 9-66 9zM32 104l64 8-1 9-64-8z" fill="#7a4e2d"/><path d="M64 52Q68 68 80 78Q90 92 82 104Q76 112 64 112T46 104Q38 92 50 80Q52 88 58 86Q54 68 64 52z" fill="#f4511e"/><path d="M65 72Q68 82 74 88Q80 98 72 106Q68 110 64 110T56 106Q50 98 58 88Q60 92 63 90Q62 82 65 72z" fill="#ffb300"/><path d="M64 90q7 8 4 16q-4 4-8 0q-3-8 4-16z" fill="#fff59d"/>'
        '<rect x="0" y="14" width="128" height="12" rx="3" fill="#7a4e2d"/><path d="M0 22h128v4H0z" fill="#5a3820"/><rect x="2" y="117" width="124" height="8" rx="2" fill="#8a8378"/><rect x="18" y="2" width="14" height="12" fill="#e0a63c"/><path d="M94 14q-6-12 4-14 10 2 4 14z" fill="#4f86c6"/>'
    )


def _stairs(paint: str) -> str:
    steps = "".join(
        f'<path d="M{8 + 22 * k} {110 - 20 * k}H120V{124 if k == 0 else 110 - 20 * (k - 1)}H{8 + 22 * k}z" fill="{paint}"/><path d="M{8 + 22 * k} {110 - 20 * k}H120V{114 - 20 * k}H{8 + 22 * k}z" fill="{lighter(paint, 0.35)}"/><path d="M{8 + 22 * k} {114 - 20 * k}h4V{124 if k == 0 else 110 - 20 * (k - 1)}h-4z" fill="{darker(paint, 0.25)}"/>'
        for k in range(5)
    )
    return f'{steps}<path d="M6 76L98 -4" transform="translate(4 0)" stroke="#6d4428" stroke-width="5" stroke-linecap="round"/><path d="{"".join(f"M{17 + 22 * k} {66 - 19 * k}V{112 - 20 * k}" for k in range(5))}" stroke="#8a5a32" stroke-width="4"/>'


def _binoculars(paint: str) -> str:
    tube = f'<path d="M16 24H48V42L56 108Q56 122 32 122T6 108z" fill="{paint}"/><path d="M40 42L50 110Q48 118 40 120z" fill="{darker(paint, 0.35)}" opacity=".7"/><ellipse cx="31" cy="109" rx="25" ry="12" fill="{darker(paint, 0.45)}"/><ellipse cx="31" cy="108" rx="19" ry="8.500" fill="#6fb7d8"/><path d="M20 106q6-4 14-4" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round"/><rect x="16" y="8" width="32" height="18" rx="5" fill="{darker(paint, 0.45)}"/><path d="M14 44H50" stroke="{darker(paint, 0.45)}" stroke-width="4"/>'
    return f'<path d="M44 46h40v26H44z" fill="{darker(paint, 0.3)}"/>{tube}<g transform="translate(66 0)">{tube}</g><circle cx="64" cy="52" r="8" fill="#8a97a1"/><path d="M58 52h12M60 46l8 12M68 46l-8 12" stroke="#4b5663" stroke-width="1.500"/>'


def _eiffel_tower(paint: str) -> str:
    dark = darker(paint, 0.35)
    return (
        f'<path d="M62 4h4L70 44L78 78L104 124H84Q80 102 64 102T44 124H24L50 78L58 44z" fill="{paint}"/><path d="M66 4L70 44L78 78L104 124H94L72 80L66 44z" fill="{dark}"/><path d="M50 76H78V83H50zM40 98H88V105H40zM56 42H72V47H56z" fill="{dark}"/><path d="M49 75H79V78H49zM39 97H89V100H39zM55 41H73V44H55z" fill="{lighter(paint, 0.3)}"/>'
        f'<path d="M58 50l10 8-9 8 12 8M52 84l-8 12M60 84l8 12M70 84l-10 12M78 84l4 12M60 14h8M59 24h10M58 34h12M34 116l10-10M94 116l-10-10" stroke="{lighter(paint, 0.45)}" stroke-width="2" fill="none"/><path d="M64 0V8" stroke="{dark}" stroke-width="3"/>'
    )


def _tank(paint: str) -> str:
    dark = darker(paint, 0.35)
    wheels = "".join(
        f'<circle cx="{x}" cy="102" r="11" fill="{dark}"/><circle cx="{x}" cy="102" r="5" fill="{lighter(paint, 0.2)}"/>'
        for x in (24, 50, 76, 102)
    )
    return f'<rect x="0" y="48" width="56" height="8" rx="3" fill="{dark}"/><rect x="0" y="46" width="8" height="12" rx="3" fill="{darker(paint, 0.5)}"/><path d="M44 66Q46 40 60 38H94Q108 40 110 66z" fill="{paint}"/><path d="M68 38q0-9 9-9t10 9z" fill="{dark}"/><path d="M100 44V10" stroke="{dark}" stroke-width="2.500"/><path d="M10 80L22 66H114L124 80V92H4z" fill="{paint}"/><path d="M4 86H124V92H4z" fill="{dark}"/><rect x="4" y="88" width="120" height="30" rx="15" fill="{darker(paint, 0.6)}"/>{wheels}<path d="M70 50l3 6 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z" fill="#d9483f"/>{gloss("M54 52Q58 46 66 44", 3, 0.35)}'


def _wind_turbine(paint: str) -> str:
    blade = '<path d="M64 44Q54 28 62 0Q72 22 68 44z" fill="{c}" transform="rotate({t} 64 44)"/>'
    return f'<path d="M61 44h6l4 82H57z" fill="{darker(paint, 0.12)}"/><path d="M65 44h2l4 82h-6z" fill="{darker(paint, 0.3)}"/>{"".join(blade.format(t=t, c=paint) for t in (12, 132, 252))}<circle cx="64" cy="44" r="6" fill="#8a97a1"/><circle cx="62.500" cy="42.500" r="2" fill="#fff"/>'


def _stove(paint: str) -> str:
    return f'<rect x="4" y="54" width="120" height="70" rx="5" fill="{paint}"/><rect x="4" y="44" width="120" height="14" rx="4" fill="#37424d"/><path d="M18 44v-6h34v6M76 44v-6h34v6" stroke="#4b5663" stroke-width="4" fill="none"/><path d="M22 38q3-9 6 0q3-12 7 0q3-12 7 0q3-9 6 0zM80 38q3-9 6 0q3-12 7 0q3-12 7 0q3-9 6 0z" fill="#4aa8e8"/><circle cx="30" cy="74" r="8" fill="#37424d"/><circle cx="98" cy="74" r="8" fill="#37424d"/><path d="M30 68v6M98 68l4 5" stroke="#fff" stroke-width="2.500"/><rect x="18" y="90" width="92" height="26" rx="4" fill="#37424d"/><path d="M26 110L48 94" stroke="#fff" stroke-width="4" opacity=".25"/><path d="M50 74h28" stroke="{darker(paint, 0.3)}" stroke-width="3"/>'


def _dishwasher(paint: str) -> str:
    plates = "".join(
        f'<ellipse cx="{x}" cy="56" rx="5" ry="16" fill="#fff" stroke="#9fb4c4" stroke-width="1.500"/>'
        for x in range(30, 104, 12)
    )
    return f'<rect x="12" y="2" width="104" height="122" rx="6" fill="{paint}"/><rect x="12" y="2" width="104" height="18" rx="6" fill="{darker(paint, 0.15)}"/><circle cx="26" cy="11" r="4" fill="#4aa8e8"/><path d="M78 11h28" stroke="#37424d" stroke-width="4" stroke-linecap="round"/><rect x="20" y="26" width="88" height="64" rx="4" fill="#37505f"/>{plates}<path d="M22 70H106M22 84H106" stroke="#b9c9d4" stroke-width="3"/><path d="M34 84v-8h9v8M54 84v-10h9v10M78 84v-8h14v8" fill="#cfe6f2"/><path d="M6 92H122L116 124H12z" fill="{darker(paint, 0.08)}"/><path d="M6 92H122V98H6z" fill="{darker(paint, 0.3)}"/>'


def _wardrobe(paint: str) -> str:
    dark = darker(paint, 0.35)
    return f'<path d="M18 118h12v8H18zM98 118h12v8H98z" fill="{dark}"/><rect x="12" y="8" width="104" height="112" rx="3" fill="{paint}"/><rect x="6" y="2" width="116" height="10" rx="3" fill="{lighter(paint, 0.15)}"/><path d="M6 10h116v3H6z" fill="{dark}"/><path d="M64 14V96M12 98H116" stroke="{dark}" stroke-width="3"/><rect x="20" y="20" width="36" height="70" rx="3" fill="none" stroke="{darker(paint, 0.2)}" stroke-width="3"/><rect x="72" y="20" width="36" height="70" rx="3" fill="#bfe0ee"/><path d="M78 66L102 30M82 80L104 48" stroke="#fff" stroke-width="4" opacity=".8"/><circle cx="59" cy="58" r="3.500" fill="#e0b84a"/><circle cx="69" cy="58" r="3.500" fill="#e0b84a"/><path d="M54 108h20" stroke="#e0b84a" stroke-width="4" stroke-linecap="round"/>'


def _dresser(paint: str) -> str:
    dark = darker(paint, 0.35)
    return f'<ellipse cx="64" cy="32" rx="30" ry="31" fill="{dark}"/><ellipse cx="64" cy="32" rx="25" ry="26" fill="#cbe8f3"/><path d="M52 44L72 14M60 50L80 22" stroke="#fff" stroke-width="4" opacity=".85"/><path d="M14 112h8v14h-8zM106 112h8v14h-8z" fill="{dark}"/><rect x="8" y="62" width="112" height="54" rx="4" fill="{paint}"/><rect x="4" y="56" width="120" height="9" rx="3" fill="{lighter(paint, 0.2)}"/><path d="M8 90H120M64 66V114" stroke="{dark}" stroke-width="3"/><circle cx="36" cy="78" r="3.500" fill="#e0b84a"/><circle cx="92" cy="78" r="3.500" fill="#e0b84a"/><circle cx="36" cy="103" r="3.500" fill="#e0b84a"/><circle cx="92" cy="103" r="3.500" fill="#e0b84a"/><path d="M102 56v-8q-5-8 0-12q5 4 0 12" fill="#e5737f" stroke="#e5737f" stroke-width="5"/><rect x="14" y="44" width="9" height="12" rx="2" fill="#8a6bb0"/>'


def _bulldozer(paint: str) -> str:
    dark = darker(paint, 0.3)
    wheels = "".join(f'<circle cx="{x}" cy="106" r="8" fill="#8a97a1"/>' for x in (50, 70, 90, 110))
    return f'<path d="M2 66Q14 84 2 118L12 120Q24 92 12 64z" fill="#7d868c"/><path d="M10 92L44 86v9L12 102z" fill="#5b6a78"/><path d="M40 60H76V34H110V90H40z" fill="{paint}"/><path d="M40 78H110V90H40z" fill="{dark}"/><path d="M80 40H104V62H80z" fill="#bfe6f5"/><path d="M82 58l14-16" stroke="#fff" stroke-width="3" opacity=".7"/><rect x="72" y="26" width="44" height="9" rx="3" fill="{dark}"/><rect x="52" y="40" width="7" height="20" rx="2" fill="#37424d"/><circle cx="53" cy="34" r="5" fill="#b4bec6" opacity=".8"/><rect x="36" y="90" width="88" height="32" rx="16" fill="#2f343b"/>{wheels}<path d="M44 66h22M44 72h22" stroke="{dark}" stroke-width="3"/>'


def _excavator(paint: str) -> str:
    dark = darker(paint, 0.3)
    wheels = "".join(f'<circle cx="{x}" cy="112" r="6" fill="#8a97a1"/>' for x in (62, 80, 98, 114))
    return f'<path d="M74 74L40 20L14 62" stroke="{dark}" stroke-width="11" fill="none" stroke-linejoin="round"/><path d="M74 72L40 18L14 60" stroke="{paint}" stroke-width="8" fill="none" stroke-linejoin="round"/><path d="M4 62H24Q30 84 14 92Q0 92 2 76z" fill="#5b6a78"/><path d="M4 90l4-8 4 8 4-8 4 6" stroke="#37424d" stroke-width="3" fill="none"/><path d="M62 92V62H84V42H116Q124 44 124 60V92z" fill="{paint}"/><path d="M62 84H124V92H62z" fill="{dark}"/><path d="M88 48H106V68H88z" fill="#bfe6f5"/><rect x="84" y="92" width="18" height="8" fill="#37424d"/><rect x="50" y="98" width="76" height="27" rx="13" fill="#2f343b"/>{wheels}<circle cx="40" cy="20" r="4" fill="#37424d"/>'


def _calculator(paint: str) -> str:
    keys = "".join(
        f'<rect x="{26 + 20 * c}" y="{52 + 17 * r}" width="16" height="13" rx="3" fill="{"#f28a22" if c == 3 else "#e3e7ea" if r < 3 else "#b9c3cb"}"/>'
        for r in range(4)
        for c in range(4)
    )
    return f'<rect x="18" y="2" width="92" height="124" rx="9" fill="{darker(paint, 0.3)}"/><rect x="18" y="2" width="90" height="121" rx="9" fill="{paint}"/><rect x="26" y="12" width="76" height="30" rx="4" fill="#cfe3c4"/><path d="M64 22h8l-4 12M80 22h10v6h-8v6h10M96 33v1" stroke="#37503a" stroke-width="3" fill="none" stroke-linecap="round"/>{keys}'


def _passport(paint: str) -> str:
    return f'<rect x="22" y="4" width="86" height="120" rx="7" fill="{darker(paint, 0.35)}"/><rect x="20" y="4" width="84" height="118" rx="7" fill="{paint}"/><path d="M28 4V122" stroke="{darker(paint, 0.3)}" stroke-width="2"/><g stroke="#e6c35a" stroke-width="3" fill="none"><circle cx="64" cy="52" r="22"/><ellipse cx="64" cy="52" rx="9" ry="22"/><path d="M42 52H86M46 40H82M46 64H82"/><path d="M44 90H84M50 100H78" stroke-width="4" stroke-linecap="round"/></g>'


def _marker(paint: str) -> str:
    return f'<g transform="rotate(35 64 64)">{across("s", (0, darker(paint, 0.3)), (0.3, lighter(paint, 0.4)), (1, darker(paint, 0.25)))}<path d="M60 2h8v12h-8z" fill="{darker(paint, 0.2)}"/><path d="M55 14h18l3 16H52z" fill="#e3e7ea"/><rect x="50" y="30" width="28" height="80" fill="#f4f6f7"/><rect x="50" y="30" width="28" height="14" fill="url(#s)"/><path d="M50 104h28v16q0 6-6 6H56q-6 0-6-6z" fill="url(#s)"/><path d="M58 56h12v36H58z" fill="{paint}" opacity=".85"/></g>'


def _power_outlet(paint: str) -> str:
    return f'<rect x="8" y="8" width="112" height="112" rx="14" fill="{darker(paint, 0.2)}"/><rect x="8" y="6" width="112" height="110" rx="14" fill="{paint}"/><circle cx="64" cy="61" r="40" fill="{darker(paint, 0.12)}"/><circle cx="64" cy="63" r="37" fill="{lighter(paint, 0.4)}"/><rect x="44" y="50" width="8" height="22" rx="3" fill="#37424d"/><rect x="76" y="50" width="8" height="22" rx="3" fill="#37424d"/><path d="M58 90q0-9 6-9t6 9z" fill="#37424d"/><circle cx="20" cy="20" r="3" fill="#b9c3cb"/><circle cx="108" cy="20" r="3" fill="#b9c3cb"/>'


def _iron(paint: str) -> str:
    return f'<path d="M4 104Q16 66 62 62H116V104z" fill="{paint}"/><path d="M2 104H120V116H2z" fill="#b4bec6"/><path d="M2 112H120V116H2z" fill="#6b7680"/><path d="M46 64Q52 30 84 28H108Q116 30 114 40L108 62" stroke="{darker(paint, 0.35)}" stroke-width="11" fill="none" stroke-linejoin="round"/><circle cx="88" cy="84" r="10" fill="#f4f6f7"/><path d="M88 84l4-6" stroke="#d9483f" stroke-width="3"/>{gloss("M22 92Q34 76 58 72", 5, 0.5)}<path d="M112 40q12 0 10-16" stroke="#37424d" stroke-width="4" fill="none"/>'


def _vacuum(paint: str) -> str:
    return f'<path d="M92 78Q104 30 62 22Q30 18 26 84L18 112" stroke="#5b6a78" stroke-width="7" fill="none" stroke-linejoin="round"/><path d="M4 112H40L44 124H2z" fill="#37424d"/><path d="M54 92Q56 70 82 70H104Q124 72 124 96V110H54z" fill="{paint}"/><path d="M54 102H124V112H54z" fill="{darker(paint, 0.3)}"/><circle cx="70" cy="114" r="10" fill="#2f343b"/><circle cx="110" cy="114" r="10" fill="#2f343b"/><circle cx="70" cy="114" r="4" fill="#8a97a1"/><circle cx="110" cy="114" r="4" fill="#8a97a1"/>{gloss("M64 88Q68 78 84 77", 4, 0.5)}<rect x="92" y="80" width="18" height="8" rx="4" fill="#fff" opacity=".8"/>'


def _bare_blackboard(paint: str) -> str:
    return f'<path d="M20 98L10 126M108 98L118 126" stroke="#8a5a32" stroke-width="6"/><rect x="2" y="12" width="124" height="88" rx="4" fill="#b5763f"/><rect x="9" y="19" width="110" height="74" fill="{paint}"/><path d="M6 96H122V103H6z" fill="#8a5a32"/><rect x="84" y="92" width="20" height="5" rx="2" fill="#fff"/>'


def _blackboard(paint: str) -> str:
    return _bare_blackboard(paint).replace(_LEDGE, _CHALKED + _LEDGE)


_LEDGE = '<path d="M6 96H122V103H6z" fill="#8a5a32"/>'
_CHALKED = '<path d="M20 40h30M20 54h44M72 34l14 26H60z" stroke="#f4f6f2" stroke-width="3" fill="none" stroke-linecap="round" stroke-linejoin="round" opacity=".9"/><circle cx="100" cy="48" r="12" fill="none" stroke="#ffd65c" stroke-width="3"/><path d="M22 74q10-10 18 0t18 0" stroke="#f48fb1" stroke-width="3" fill="none"/>'


def _bare_easel(paint: str) -> str:
    return f'<path d="M64 2L26 126M64 2L102 126M64 10V120" stroke="{darker(paint, 0.25)}" stroke-width="6" stroke-linecap="round"/><rect x="20" y="22" width="88" height="66" fill="#fffdf6" stroke="#d9cdb4" stroke-width="2"/><rect x="14" y="88" width="100" height="8" rx="2" fill="{paint}"/>'


def _easel(paint: str) -> str:
    return _bare_easel(paint).replace(_LOWER_BAR, _PAINTED + _LOWER_BAR)


_LOWER_BAR = '<rect x="14" y="88"'
_PAINTED = '<path d="M20 70Q40 50 58 64T108 58V88H20z" fill="#7fae6a"/><circle cx="90" cy="38" r="9" fill="#ffd65c"/><path d="M32 66l6-18 6 18z" fill="#3d8b63"/><path d="M20 76Q60 66 108 78V88H20z" fill="#5fb4da"/>'


def _fish_tank(paint: str) -> str:
    return f'<rect x="6" y="18" width="116" height="92" rx="5" fill="#d8eef6"/><rect x="10" y="34" width="108" height="72" fill="{paint}" opacity=".85"/><path d="M10 96q14-8 28-2t26 0 28 0 26-2V106H10z" fill="#e0c080"/><path d="M26 98q-8-14 0-24t0-22M34 98q8-12 2-20M104 98q-8-14 0-26t-2-18" stroke="#4f9a52" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M46 62q12-12 26 0l10-8v16l-10-8q-14 12-26 0z" fill="#f28a22"/><circle cx="53" cy="60" r="2.500" fill="#222"/><path d="M78 84q8-8 17 0l7-6v12l-7-6q-9 8-17 0z" fill="#e5554e"/><circle cx="83" cy="83" r="1.800" fill="#222"/><circle cx="64" cy="44" r="3" fill="#fff" opacity=".8"/><circle cx="72" cy="40" r="2" fill="#fff" opacity=".8"/><path d="M10 34q9-4 18 0t18 0 18 0 18 0 18 0 18 0" stroke="#fff" stroke-width="3" fill="none" opacity=".8"/><rect x="2" y="10" width="124" height="10" rx="3" fill="#37505f"/><rect x="2" y="108" width="124" height="12" rx="3" fill="#37505f"/>{gloss("M16 44V90", 4, 0.5)}'


_TWO_FISH = """<path d="M46 62q12-12 26 0l10-8v16l-10-8q-14 12-26 0z" fill="#f28a22"/><circle cx="53" cy="60" r="2.500" fill="#222"/><path d="M78 84q8-8 17 0l7-6v12l-7-6q-9 8-17 0z" fill="#e5554e"/><circle cx="83" cy="83" r="1.800" fill="#222"/>"""
_A_BIRD = """<path d="M46 78q0-16 16-18q12 0 14 12q8 4 14 14l-18 4q-22 2-26-12z" fill="#f7c948"/><circle cx="58" cy="68" r="2.500" fill="#222"/><path d="M47 70l-8 4 8 3z" fill="#f28a22"/>"""


def _bare_fish_tank(paint: str) -> str:
    return _fish_tank(paint).replace(_TWO_FISH, "")


def _bare_bird_cage(paint: str) -> str:
    return _bird_cage(paint).replace(_A_BIRD, "")


def _flower_pot(paint: str) -> str:
    return f'<path d="M18 34H110L98 118Q96 124 88 124H40Q32 124 30 118z" fill="{paint}"/><path d="M80 34H110L98 118Q96 124 88 124H76z" fill="{darker(paint, 0.22)}"/><rect x="10" y="20" width="108" height="22" rx="5" fill="{lighter(paint, 0.15)}"/><path d="M88 20h25q5 0 5 5v12q0 5-5 5H86z" fill="{darker(paint, 0.18)}"/><ellipse cx="64" cy="22" rx="50" ry="6" fill="#5a3f2e"/>{gloss("M34 56L42 108", 5, 0.35)}'


def _bird_cage(paint: str) -> str:
    bars = "".join(f"M{x} {44 - 0.012 * (64 - x) ** 2 * -1:.1f}V112" for x in range(24, 110, 10))
    return f'<circle cx="64" cy="8" r="6" fill="none" stroke="{paint}" stroke-width="3.500"/><path d="M18 52Q20 14 64 14T110 52V112H18z" fill="#fffbe8" opacity=".35"/><path d="M46 78q0-16 16-18q12 0 14 12q8 4 14 14l-18 4q-22 2-26-12z" fill="#f7c948"/><circle cx="58" cy="68" r="2.500" fill="#222"/><path d="M47 70l-8 4 8 3z" fill="#f28a22"/><path d="M30 92H98" stroke="#b5763f" stroke-width="4"/><g fill="none" stroke="{paint}" stroke-width="2.600"><path d="M18 112V52Q20 14 64 14T110 52V112M18 52H110M18 84H110M40 112V40Q46 20 64 14M88 112V40Q82 20 64 14"/><path d="{bars}" stroke-width="1.600"/></g><rect x="10" y="110" width="108" height="14" rx="4" fill="{darker(paint, 0.25)}"/>'


def _dog_house(paint: str) -> str:
    return f'<path d="M20 60H108V124H20z" fill="{paint}"/><path d="M20 74H108M20 90H108M20 106H108" stroke="{darker(paint, 0.2)}" stroke-width="2"/><path d="M44 124V94Q44 74 64 74T84 94V124z" fill="#3b2a20"/><path d="M64 8L126 64L116 72L64 26L12 72L2 64z" fill="#c8453c"/><path d="M64 26L108 65V66H20V65z" fill="{paint}"/><path d="M64 8L126 64L122 67L64 15L6 67L2 64z" fill="#e5736a"/><path d="M52 52q0-5 5-5h14q5 0 5 5t-5 5H57q-5 0-5-5z" fill="#fff"/>'


def _horse_carriage(paint: str) -> str:
    def wheel(x: int, r: int) -> str:
        spokes = "".join(
            f"M{x} {122 - r}L{x + (r - 3) * math.cos(math.tau * k / 8):.1f} {122 - r + (r - 3) * math.sin(math.tau * k / 8):.1f}"
            for k in range(8)
        )
        return f'<circle cx="{x}" cy="{122 - r}" r="{r - 2}" fill="none" stroke="#5a3820" stroke-width="5"/><path d="{spokes}" stroke="#8a5a32" stroke-width="2.500"/><circle cx="{x}" cy="{122 - r}" r="4" fill="#d9a632"/>'

    return f'<path d="M2 84Q16 92 34 88" stroke="#8a5a32" stroke-width="5" fill="none"/><path d="M30 60H116L106 98H44z" fill="{paint}"/><path d="M36 84H110L106 98H44z" fill="{darker(paint, 0.28)}"/><path d="M44 60V26Q72 8 110 26V60z" fill="{lighter(paint, 0.12)}"/><path d="M52 54V32H70V54zM80 54V32H102V54z" fill="#bfe6f5"/><path d="M38 26Q74 2 116 26L112 30Q76 12 42 30z" fill="#d9a632"/><path d="M72 60V92M30 60H116" stroke="#d9a632" stroke-width="3"/>{wheel(42, 20)}{wheel(98, 25)}'


def _hammock(paint: str) -> str:
    return f'<path d="M12 22V126M116 22V126" stroke="#7a4e2d" stroke-width="8" stroke-linecap="round"/><path d="M12 38L30 60M12 38L24 70M116 38L98 60M116 38L104 70" stroke="#c9a26b" stroke-width="2.500"/><path d="M24 58Q64 96 104 58L106 70Q64 124 22 70z" fill="{paint}"/><path d="M36 70Q38 82 42 90M56 78Q56 92 58 98M74 78Q74 92 72 98M92 70Q90 82 86 90" stroke="#fff" stroke-width="5" opacity=".75" fill="none"/><path d="M22 70Q64 124 106 70" stroke="{darker(paint, 0.3)}" stroke-width="3" fill="none"/><ellipse cx="40" cy="66" rx="13" ry="6" fill="#fdf6ea" transform="rotate(24 40 66)"/>'


def _slung_hammock(paint: str) -> str:
    """By its ropes, from trunk to trunk."""
    ropes = "".join(
        f'<path d="M{end} 52L{near} 62M{end} 52L{near} 66M{end} 52L{far} 70" stroke="#c9a26b" stroke-width="1.600" stroke-linecap="round"/><path d="M{end - 3} 49.500H{end + 3}M{end - 3} 52H{end + 3}M{end - 3} 54.500H{end + 3}" stroke="#b98d52" stroke-width="1.800"/>'
        for end, near, far in ((4, 23, 21), (124, 105, 107))
    )
    return f'{ropes}<path d="M22 61Q64 84 106 61L108 70Q64 106 20 70z" fill="{paint}"/><path d="M36 70Q37 76 40 81M55 75Q55 82 57 87M73 75Q73 82 71 87M92 70Q91 76 88 81" stroke="#fff" stroke-width="4.500" opacity=".75" fill="none"/><path d="M20 70Q64 106 108 70" stroke="{darker(paint, 0.3)}" stroke-width="2.400" fill="none"/>'


def _raft(paint: str) -> str:
    logs = "".join(
        f'<rect x="{4 + k * 2}" y="{62 + k * 10}" width="{120 - k * 2}" height="11" rx="5" fill="{paint if k % 2 else lighter(paint, 0.15)}"/><ellipse cx="{8 + k * 2}" cy="{67.5 + k * 10}" rx="4" ry="5.500" fill="#f0d3a0"/>'
        for k in range(5)
    )
    return f'<path d="M74 66V6" stroke="#7a4e2d" stroke-width="5"/><path d="M76 8Q112 20 108 54L76 56z" fill="#fbf3df"/><path d="M76 32Q96 34 109 42" stroke="#d9cdb4" stroke-width="2" fill="none"/>{logs}<path d="M34 60V114M94 60V114" stroke="#e7c48a" stroke-width="6"/><path d="M0 116q10-8 20 0t20 0 20 0 20 0 20 0 28 0v10H0z" fill="#5fb4da" opacity=".9"/>'


def _statue(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.3)
    return f'<path d="M26 100H102V124H26z" fill="{dark}"/><path d="M32 94H96V102H32zM20 118H108V126H20z" fill="{paint}"/><path d="M52 94Q48 66 50 52Q40 58 34 74L26 70Q32 44 50 38H78Q92 40 104 16L112 20Q104 48 82 56Q82 76 80 94z" fill="{light}"/><path d="M64 40H78Q92 40 104 16L112 20Q104 48 82 56Q82 76 80 94H66z" fill="{paint}"/><circle cx="64" cy="22" r="14" fill="{light}"/><path d="M66 8a14 14 0 0 1 0 28Q72 22 66 8z" fill="{paint}"/><path d="M50 18Q54 4 66 8Q78 6 78 20Q68 10 50 18z" fill="{dark}"/><path d="M58 50q4 20 0 44M70 52q2 18 4 42" stroke="{dark}" stroke-width="2.500" fill="none"/>'


def _snow_globe(paint: str) -> str:
    flakes = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="#fff"/>'
        for x, y, r in (
            (40, 30, 3),
            (58, 18, 2.5),
            (80, 26, 3),
            (92, 46, 2.5),
            (30, 54, 3),
            (70, 42, 2),
            (50, 50, 2),
            (88, 66, 3),
            (36, 72, 2.5),
        )
    )
    return f'<path d="M24 96H104L112 122H16z" fill="{paint}"/><path d="M18 114H110L112 124H16z" fill="{darker(paint, 0.3)}"/><circle cx="64" cy="54" r="50" fill="#cde9f5"/><path d="M18 74Q40 60 64 68T110 74Q98 104 64 104T18 74z" fill="#fff"/><path d="M64 30l14 22h-7l10 18H47l10-18h-7z" fill="#3d8b63"/><path d="M61 70h6v10h-6z" fill="#7a4e2d"/><path d="M88 66v16h16" fill="none"/><rect x="84" y="68" width="14" height="12" fill="#e0a63c"/><path d="M82 68l9-9 9 9z" fill="#c8453c"/>{flakes}<circle cx="64" cy="54" r="50" fill="none" stroke="#9cc6da" stroke-width="3"/>{gloss("M24 48Q28 24 48 14", 6, 0.8)}'


def _scarecrow(paint: str) -> str:
    return f'<path d="M61 30h6v96h-6z" fill="#8a5a32"/><path d="M4 54h120v6H4z" fill="#8a5a32"/><path d="M12 48H50L56 44H72L78 48H116L114 70H86L88 104H40L42 70H14z" fill="{paint}"/><path d="M40 98H88V106H40z" fill="{darker(paint, 0.3)}"/><path d="M54 60h14v14H54z" fill="#f2b233"/><path d="M12 50l-10 3 9 4-9 5 11 3zM116 50l10 3-9 4 9 5-11 3zM44 104l-2 12 7-10 4 12 6-12 6 12 5-12 6 11 2-13z" fill="#e6c35a"/><circle cx="64" cy="30" r="18" fill="#f0d3a0"/><path d="M54 26l6 5M60 26l-6 5M68 26l6 5M74 26l-6 5" stroke="#5a3820" stroke-width="2.500"/><path d="M54 38q10 6 20 0" stroke="#c8453c" stroke-width="2.500" fill="none" stroke-dasharray="3 2"/><path d="M64 30l-3 5h6z" fill="#f28a22"/><path d="M34 20Q64 28 94 20L90 14L78 14L74 2H54L50 14L38 14z" fill="#b5843a"/><path d="M50 12H78" stroke="#c8453c" stroke-width="4"/>'


def _window_curtain(paint: str) -> str:
    dark = darker(paint, 0.2)
    return f'<rect x="24" y="14" width="80" height="106" fill="#bfe6f5"/><path d="M64 14V120M24 66H104" stroke="#fff" stroke-width="5"/><path d="M8 12H50Q54 60 26 84Q30 104 26 124H8z" fill="{paint}"/><path d="M120 12H78Q74 60 102 84Q98 104 102 124H120z" fill="{paint}"/><path d="M18 14Q22 60 14 84V122M32 14Q34 56 22 80M110 14Q106 60 114 84V122M96 14Q94 56 106 80" stroke="{dark}" stroke-width="3.500" fill="none"/><path d="M8 82q10 6 20 0v7q-10 6-20 0zM120 82q-10 6-20 0v7q10 6 20 0z" fill="#d9a632"/><rect x="2" y="5" width="124" height="9" rx="4" fill="#7a4e2d"/><circle cx="4" cy="9" r="5" fill="#d9a632"/><circle cx="124" cy="9" r="5" fill="#d9a632"/>'


def _armchair(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.2)
    return (
        f'<path d="M20 114h10v12H20zM98 114h10v12H98z" fill="#5a3820"/><path d="M24 20Q26 6 42 6H86Q102 6 104 20L108 74H20z" fill="{dark}"/><path d="M32 22Q34 14 44 14H84Q94 14 96 22L98 76H30z" fill="{paint}"/><path d="M22 84H106V118H22z" fill="{dark}"/><rect x="26" y="70" width="76" height="22" rx="9" fill="{light}"/>'
        f'<path d="M4 62Q4 50 16 50T28 62V118H4zM100 62Q100 50 112 50T124 62V118H100z" fill="{paint}"/><path d="M4 62Q4 50 16 50T28 62Q16 56 4 62zM100 62Q100 50 112 50T124 62Q112 56 100 62z" fill="{light}"/><circle cx="44" cy="42" r="3" fill="{dark}"/><circle cx="64" cy="42" r="3" fill="{dark}"/><circle cx="84" cy="42" r="3" fill="{dark}"/>'
    )


def _vase(paint: str) -> str:
    """A glazed vase with a pale band and a painted wave."""
    d, dd, pale = darker(paint, 0.26), darker(paint, 0.5), lighter(paint, 0.62)
    return (
        f'<ellipse cx="64" cy="16" rx="23" ry="6.500" fill="{d}"/><ellipse cx="64" cy="17.500" rx="18" ry="4.500" fill="{dd}"/>'
        f'<path d="M41 16Q42 23 64 23T87 16Q86 26 79 32Q76 37 82 44Q106 60 104 86Q101 110 86 122Q84 127 64 127T42 122Q27 110 24 86Q22 60 46 44Q52 37 49 32Q42 26 41 16Z" fill="{paint}"/>'
        f'<path d="M24 79Q28 90 64 90T104 79L104 88Q102 100 64 100T24 88Z" fill="{pale}"/>'
        f'<path d="M30 92q6-7 12 0t12 1 12 0 12 0 12-1 10-3" stroke="{d}" stroke-width="2.500" fill="none" stroke-linecap="round"/>'
        f'<path d="M87 16Q86 26 79 32Q76 37 82 44Q106 60 104 86Q101 110 86 122Q84 127 66 127Q86 114 88 86Q88 58 73 44Q69 36 72 28Q75 23 87 16Z" fill="{d}" opacity=".4"/>'
        f'<path d="M47 40Q52 44 64 44T81 40" stroke="{pale}" stroke-width="3" fill="none"/>'
        f"{gloss('M38 60Q32 68 32 76', 5)}{gloss('M50 26Q53 30 53 34')}"
    )


PROPS = {
    "vase": Prop(_vase, "#4f86b8", rest=(64.0, 17.0), rest_width=34.0),
    "armchair": Prop(_armchair, "#4f8f8a", rest=(64.0, 74.0), rest_width=66.0),
    "belt": Prop(_belt, "#8a5a32"),
    "bracelet": Prop(_bracelet, "#d9a632"),
    "necklace": Prop(_necklace, "#f2ead8"),
    "ear-drops": Prop(_ear_drops, "#e3ad2f"),
    "glasses": Prop(_glasses, "#804833"),
    "earrings": Prop(_earring, "#d9a632"),
    "jacket": Prop(_jacket, "#4a6fa5"),
    "apron": Prop(_apron, "#e5737f"),
    "raincoat": Prop(_raincoat, "#f7c531"),
    "chandelier": Prop(_chandelier, "#d0a03c"),
    "cooler": Prop(_cooler, "#3f8fd2", rest=(64.0, 46.0), rest_width=110.0),
    "hot-tub": Prop(_hot_tub, "#a9713f", rest=(64.0, 66.0), rest_width=90.0),
    "sleeping-bag": Prop(_sleeping_bag, "#d9623f"),
    "snorkel": Prop(_snorkel, "#f2b233"),
    "electric-fan": Prop(_electric_fan, "#5fa8d3"),
    "ceiling-fan": Prop(_ceiling_fan, "#b98a58"),
    "fireplace": Prop(_fireplace, "#b0684f", rest=(64.0, 16.0), rest_width=110.0),
    "stairs": Prop(_stairs, "#b98a58"),
    "binoculars": Prop(_binoculars, "#4b5a4a"),
    "eiffel-tower": Prop(_eiffel_tower, "#9a7a56"),
    "tank": Prop(_tank, "#6f7f4a"),
    "wind-turbine": Prop(_wind_turbine, "#f4f6f7"),
    "stove": Prop(_stove, "#e3e7ea", rest=(64.0, 40.0), rest_width=100.0),
    "dishwasher": Prop(_dishwasher, "#e3e7ea"),
    "wardrobe": Prop(_wardrobe, "#b5763f"),
    "dresser": Prop(_dresser, "#c98f5c"),
    "bulldozer": Prop(_bulldozer, "#f2b233"),
    "excavator": Prop(_excavator, "#f2a52e"),
    "calculator": Prop(_calculator, "#4b5663"),
    "passport": Prop(_passport, "#7b2438"),
    "marker": Prop(_marker, "#2f7fd0"),
    "power-outlet": Prop(_power_outlet, "#f4f1ea"),
    "iron": Prop(_iron, "#4f9bd6"),
    "vacuum-cleaner": Prop(_vacuum, "#d9483f"),
    "blackboard": Prop(_blackboard, "#2f5a48"),
    "bare-blackboard": Prop(_bare_blackboard, "#2f5a48"),
    "easel": Prop(_easel, "#b98a58"),
    "bare-easel": Prop(_bare_easel, "#b98a58"),
    "fish-tank": Prop(_fish_tank, "#6cc5e8", rest=(64.0, 12.0), rest_width=110.0),
    "bare-fish-tank": Prop(_bare_fish_tank, "#6cc5e8", rest=(64.0, 12.0), rest_width=110.0),
    "bare-bird-cage": Prop(_bare_bird_cage, "#d0a03c"),
    "flower-pot": Prop(_flower_pot, "#c9703f", rest=(64.0, 24.0), rest_width=90.0),
    "bird-cage": Prop(_bird_cage, "#d0a03c"),
    "dog-house": Prop(_dog_house, "#d9a56a"),
    "carriage": Prop(_horse_carriage, "#a33b4a"),
    "slung-hammock": Prop(_slung_hammock, "#4fa3b5", rest=(64.0, 75.0), rest_width=70.0),
    "hammock": Prop(_hammock, "#4fa3b5", rest=(64.0, 84.0), rest_width=60.0),
    "raft": Prop(_raft, "#b98046", rest=(50.0, 70.0), rest_width=70.0),
    "statue": Prop(_statue, "#b4b8ba"),
    "snow-globe": Prop(_snow_globe, "#8a4a3a"),
    "scarecrow": Prop(_scarecrow, "#4f77a8"),
    "curtain": Prop(_window_curtain, "#c8555f"),
}
