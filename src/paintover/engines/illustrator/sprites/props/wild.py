"""More animals, plants and things for every day."""

from __future__ import annotations

import math

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop, across, down, gloss

LEAF, WOOD = "#5f9a4a", "#8a5a32"


def _radish(paint: str) -> str:
    return f'<path d="M50 38Q30 30 26 8Q46 10 56 34zM64 36Q52 16 64 0Q78 16 66 36zM76 38Q82 14 104 10Q100 32 78 40z" fill="{LEAF}"/><path d="M36 44Q64 30 92 44Q96 78 74 106Q68 114 64 127Q60 114 54 106Q32 78 36 44z" fill="{paint}"/><path d="M92 44Q96 78 74 106Q68 114 64 127Q70 90 78 40z" fill="{darker(paint, 0.14)}"/><path d="M40 60q8 3 14 0M44 76q7 3 13 1M76 66q6 2 12-1" stroke="{darker(paint, 0.28)}" stroke-width="2.500" fill="none" stroke-linecap="round"/>'


def _faucet(paint: str) -> str:
    return f'{down("s", (0, lighter(paint, 0.55)), (0.5, paint), (1, darker(paint, 0.3)))}<path d="M20 8h40v12H20z" fill="url(#s)"/><path d="M34 18h12v20H34z" fill="{darker(paint, 0.2)}"/><path d="M12 36H66Q104 38 104 78V86H80V80Q80 62 62 62H12z" fill="url(#s)"/><path d="M4 30h12v40H4z" fill="{darker(paint, 0.25)}"/><path d="M76 84h32v8H76z" fill="{darker(paint, 0.3)}"/><path d="M92 96Q104 114 92 124Q80 114 92 96z" fill="#5fb4da"/><path d="M88 114q0 5 4 6" stroke="#fff" stroke-width="2" fill="none"/>'


def _kettle(paint: str) -> str:
    return f'<path d="M34 40Q34 6 66 6T98 40" stroke="#37424d" stroke-width="8" fill="none"/>{across("s", (0, darker(paint, 0.3)), (0.3, lighter(paint, 0.5)), (1, darker(paint, 0.3)))}<path d="M96 66Q116 60 126 42L120 38Q108 48 98 50z" fill="{darker(paint, 0.2)}"/><path d="M30 48Q66 34 102 48Q114 84 106 114Q66 126 26 114Q18 84 30 48z" fill="url(#s)"/><ellipse cx="66" cy="46" rx="30" ry="8" fill="{darker(paint, 0.25)}"/><ellipse cx="66" cy="43" rx="26" ry="7" fill="{lighter(paint, 0.3)}"/><circle cx="66" cy="34" r="6" fill="#37424d"/><path d="M24 112Q66 126 108 112V118Q66 130 24 118z" fill="#37424d"/>{gloss("M38 62Q34 84 38 102", 5, 0.6)}'


def _ostrich(paint: str) -> str:
    return f'<path d="M60 82L54 122M76 82L80 122M44 125h14M76 125h14" stroke="#e2a98a" stroke-width="5.500" stroke-linecap="round"/><path d="M44 64Q34 40 40 18" stroke="#e9bfa2" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M36 62Q58 40 92 52Q118 56 118 72Q110 70 106 76Q100 92 70 92Q40 90 36 62z" fill="{paint}"/><path d="M92 52Q124 46 122 70Q126 80 112 86Q114 72 100 66z" fill="#fbfbf8"/><path d="M56 62Q74 54 92 66Q86 84 66 82Q54 76 56 62z" fill="{lighter(paint, 0.22)}"/><circle cx="40" cy="14" r="10" fill="#e9bfa2"/><path d="M33 12L14 18L33 22z" fill="#f2a33c"/><circle cx="38" cy="11" r="3.500" fill="#fff"/><circle cx="37.500" cy="11" r="2" fill="#222"/><path d="M42 4l2-4M46 5l5-3" stroke="#5a4a44" stroke-width="2"/>'


def _crane_bird(paint: str) -> str:
    return f'<path d="M66 82L62 124M78 82L84 124M54 126h12M80 126h12" stroke="#4b4540" stroke-width="4" stroke-linecap="round"/><path d="M52 66Q30 52 40 22" stroke="#2f3338" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M44 62Q66 40 98 58Q112 66 104 80Q86 92 62 86Q44 80 44 62z" fill="{paint}"/><path d="M92 56Q122 62 126 92Q112 84 96 84z" fill="#2f3338"/><path d="M60 66q18-6 34 6M62 74q14-2 28 4" stroke="#d5dce1" stroke-width="3" fill="none"/><circle cx="42" cy="16" r="9" fill="#fff"/><path d="M34 10Q42 4 50 10Q44 14 34 10z" fill="#d9323a"/><path d="M36 16L8 22L36 21z" fill="#8a8a5a"/><circle cx="41" cy="16" r="2" fill="#222"/>'


def _goldfish(paint: str) -> str:
    scales = "".join(
        f"M{x} {y}q5 5 0 10"
        for x, y in ((46, 50), (58, 46), (70, 50), (52, 62), (64, 62), (76, 62), (58, 74), (70, 72))
    )
    return f'<path d="M78 56Q96 20 124 24Q112 44 124 60Q128 84 118 106Q96 96 80 72z" fill="{lighter(paint, 0.3)}"/><path d="M88 58Q104 46 116 44M88 66Q106 70 118 82M86 70Q98 84 108 92" stroke="{paint}" stroke-width="2.500" fill="none"/><path d="M44 38Q56 18 76 30L78 44z" fill="{darker(paint, 0.1)}"/><path d="M8 66Q14 38 46 36Q76 38 90 62Q76 92 46 94Q16 92 8 66z" fill="{paint}"/><path d="M48 90Q50 108 66 110Q64 98 62 88z" fill="{darker(paint, 0.1)}"/><path d="M14 76Q30 96 60 90Q40 88 28 72z" fill="#ffe2a6" opacity=".8"/><path d="{scales}" stroke="{darker(paint, 0.2)}" stroke-width="2" fill="none"/><circle cx="26" cy="56" r="8" fill="#fff"/><circle cx="24.500" cy="56" r="4.500" fill="#222"/><circle cx="23" cy="54" r="1.500" fill="#fff"/><path d="M8 68q5 3 9 0" stroke="{darker(paint, 0.4)}" stroke-width="2.500" fill="none" stroke-linecap="round"/>'


def _carp(paint: str) -> str:
    scales = "".join(f"M{x} {y}q6 6 0 12" for y in (52, 64, 76) for x in range(44 + (y % 5), 96, 12))
    return f'<path d="M94 66L126 36Q118 66 126 98L94 72z" fill="{darker(paint, 0.15)}"/><path d="M44 46Q66 20 94 50z" fill="{darker(paint, 0.25)}"/><path d="M50 86L44 108L64 92zM78 86L84 104L92 84z" fill="{darker(paint, 0.15)}"/><path d="M4 70Q16 42 56 42Q84 44 104 68Q84 94 54 94Q16 94 4 70z" fill="{paint}"/><path d="M8 78Q30 96 60 93Q84 90 98 76Q60 84 36 74z" fill="#fbe9cf"/><path d="{scales}" stroke="{darker(paint, 0.28)}" stroke-width="2" fill="none"/><path d="M36 48Q44 68 34 90" stroke="{darker(paint, 0.35)}" stroke-width="3" fill="none"/><circle cx="22" cy="63" r="5.500" fill="#fff"/><circle cx="21" cy="63" r="3.200" fill="#222"/><path d="M6 76q-4 8 0 14M12 80q-2 6 2 11" stroke="{darker(paint, 0.3)}" stroke-width="2" fill="none" stroke-linecap="round"/>'


def _walrus(paint: str) -> str:
    dark = darker(paint, 0.22)
    return f'<path d="M84 92Q118 86 126 104Q118 116 104 112Q112 122 96 124Q84 118 78 108z" fill="{dark}"/><path d="M20 60Q18 18 50 16Q84 18 88 56Q112 78 100 112Q92 124 56 124Q24 124 18 104Q14 82 20 60z" fill="{paint}"/><path d="M20 96Q6 108 8 122Q24 126 36 118zM72 100Q64 116 70 126Q88 124 92 112z" fill="{dark}"/><ellipse cx="38" cy="58" rx="16" ry="14" fill="{lighter(paint, 0.35)}"/><ellipse cx="62" cy="58" rx="16" ry="14" fill="{lighter(paint, 0.35)}"/><path d="M40 66L38 98Q44 100 48 68zM54 68L60 98Q66 96 62 66z" fill="#fbf6ea"/><ellipse cx="50" cy="48" rx="8" ry="5" fill="#3b2f2b"/><circle cx="36" cy="36" r="4.500" fill="#222"/><circle cx="64" cy="36" r="4.500" fill="#222"/><circle cx="34.500" cy="34.500" r="1.500" fill="#fff"/><circle cx="62.500" cy="34.500" r="1.500" fill="#fff"/><path d="M30 56h3M32 62h3M66 56h3M64 62h3M38 60h2M59 60h2" stroke="#5a4a44" stroke-width="2.500" stroke-linecap="round"/>'


def _yak(paint: str) -> str:
    hair = "".join(f"M{x} 88q{-3 if x % 2 else 3} 14 0 26" for x in range(34, 112, 6))
    return f'<path d="M44 96h10v28H44zM96 94h10v30H96zM60 100h8v24h-8zM84 100h8v24h-8z" fill="{darker(paint, 0.4)}"/><path d="M112 62Q126 70 122 100Q112 106 110 84z" fill="{darker(paint, 0.3)}"/><path d="M24 58Q50 34 84 42Q116 46 118 78Q118 104 100 112H44Q24 104 24 58z" fill="{paint}"/><path d="{hair}" stroke="{darker(paint, 0.3)}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M18 44Q0 36 6 14Q16 26 28 38zM44 40Q58 26 52 8Q44 22 34 36z" fill="#efe3c8"/><path d="M12 60Q10 40 30 38Q50 40 48 62Q46 86 30 90Q16 88 12 60z" fill="{darker(paint, 0.15)}"/><path d="M20 40Q30 30 42 42Q36 56 30 54Q22 54 20 40z" fill="{darker(paint, 0.35)}"/><ellipse cx="29" cy="80" rx="13" ry="10" fill="#d8bfa6"/><circle cx="24" cy="80" r="2" fill="#3b2a20"/><circle cx="34" cy="80" r="2" fill="#3b2a20"/><circle cx="20" cy="60" r="3.500" fill="#fff"/><circle cx="39" cy="60" r="3.500" fill="#fff"/><circle cx="20" cy="60" r="2" fill="#111"/><circle cx="39" cy="60" r="2" fill="#111"/>'


def _small_bird(paint: str, cap: str, breast: str, beak: str = "#5a4a3a") -> str:
    return f'<path d="M58 96l-4 22M72 96l2 22M46 120h12M68 120h12" stroke="#a9713f" stroke-width="4" stroke-linecap="round"/><path d="M92 74L126 66L122 82L96 92z" fill="{darker(paint, 0.3)}"/><path d="M20 52Q20 22 48 22Q70 22 76 42Q104 54 102 80Q92 102 62 102Q30 100 26 74Q20 66 20 52z" fill="{paint}"/><path d="M24 62Q34 70 44 66Q64 70 70 96Q56 104 40 96Q28 86 24 62z" fill="{breast}"/><path d="M22 44Q26 20 48 20Q68 22 74 40Q50 32 22 44z" fill="{cap}"/><path d="M62 60Q90 56 102 78Q84 90 68 82Q58 74 62 60z" fill="{darker(paint, 0.25)}"/><path d="M70 68q12 2 22 10M72 76q8 2 14 6" stroke="{lighter(paint, 0.35)}" stroke-width="2.500" fill="none"/><path d="M22 46L6 52L23 57z" fill="{beak}"/><circle cx="36" cy="46" r="4.500" fill="#222"/><circle cx="34.500" cy="44.500" r="1.600" fill="#fff"/>'


def _sparrow(paint: str) -> str:
    return _small_bird(paint, darker(paint, 0.35), "#f1e4cf")


def _magpie(paint: str) -> str:
    return (
        _small_bird("#2b3442", "#20262f", "#fbfbf8", "#20262f").replace(
            'L126 66L122 82L96 92z"', 'L128 40L124 62L96 92z"'
        )
        + f'<path d="M66 62Q82 58 94 68Q84 72 70 70z" fill="{paint}"/>'
    )


def _woodpecker(paint: str) -> str:
    return f'<path d="M96 0h26v128H96z" fill="#8a6040"/><path d="M102 0v128M112 10v40M116 70v50" stroke="#6b4729" stroke-width="3"/><path d="M70 96L84 126L94 122L84 86z" fill="#2b3036"/><path d="M54 30Q78 30 84 56Q94 84 84 102Q66 100 58 78Q48 54 54 30z" fill="#2b3036"/><path d="M76 50Q86 70 82 92Q72 84 70 62z" fill="#fff"/><path d="M60 44Q72 60 72 96Q60 90 56 66z" fill="#f4ead2"/><path d="M46 28Q46 8 66 10Q84 14 82 34Q72 44 56 40Q48 36 46 28z" fill="#2b3036"/><path d="M52 14Q62-2 84 8Q90 18 84 30Q72 14 52 14z" fill="{paint}"/><path d="M80 22L104 26L80 31z" fill="#4b4540"/><path d="M60 32q12 6 22 0v6q-12 6-22 0z" fill="#fff"/><circle cx="70" cy="22" r="4" fill="#fff"/><circle cx="71" cy="22" r="2.200" fill="#111"/><path d="M84 84l14 4M84 92l14 4" stroke="#a9713f" stroke-width="4" stroke-linecap="round"/>'


def _hummingbird(paint: str) -> str:
    return f'<path d="M64 50Q80 8 118 4Q120 40 84 68z" fill="{lighter(paint, 0.35)}"/><path d="M72 46Q90 24 112 12M78 54Q98 40 114 26" stroke="{darker(paint, 0.15)}" stroke-width="2.500" fill="none"/><path d="M58 56Q66 20 48 4Q30 26 42 60z" fill="{lighter(paint, 0.2)}"/><path d="M36 48Q40 34 56 38Q80 48 92 84L112 118L96 112L104 126L86 106Q56 98 44 74Q34 62 36 48z" fill="{paint}"/><path d="M40 62Q54 70 66 90Q50 86 44 74z" fill="#fbf6ea"/><path d="M38 56Q46 66 56 60Q50 70 42 68z" fill="#d9323a"/><path d="M38 48L2 58L38 54z" fill="#37302e"/><circle cx="48" cy="47" r="3.500" fill="#111"/><circle cx="47" cy="46" r="1.200" fill="#fff"/>'


def _chameleon(paint: str) -> str:
    return f'<path d="M0 104h128v10H0z" fill="{WOOD}"/><path d="M0 104h128v3H0z" fill="{lighter(WOOD, 0.3)}"/><path d="M92 70Q124 66 122 94Q118 110 104 104Q96 96 104 92Q110 92 108 98Q114 92 110 84Q104 76 90 82z" fill="{darker(paint, 0.15)}"/><path d="M14 62Q16 42 38 34Q46 24 54 30Q88 30 100 66Q98 86 78 90H44Q18 88 14 62z" fill="{paint}"/><path d="M52 34q6-8 10 0 6-6 10 2 6-4 9 6 6-2 6 8" fill="{darker(paint, 0.3)}"/><path d="M46 86l-2 18h8l4-16zM78 86l4 18h8l-4-22z" fill="{darker(paint, 0.2)}"/><path d="M58 46q4 20 0 36M72 48q5 18 0 36M86 56q3 12-1 24" stroke="{lighter(paint, 0.4)}" stroke-width="4" fill="none" stroke-linecap="round"/><circle cx="36" cy="54" r="11" fill="{lighter(paint, 0.3)}"/><circle cx="34" cy="54" r="6" fill="#fff"/><circle cx="33" cy="54" r="3.500" fill="#222"/><path d="M15 66Q26 74 40 72" stroke="{darker(paint, 0.4)}" stroke-width="2.500" fill="none" stroke-linecap="round"/>'


def _centipede(paint: str) -> str:
    legs = "".join(
        f"M{x} {y}l-5 -12M{x} {y}l5 13"
        for x, y in ((28, 66), (40, 60), (52, 62), (64, 68), (76, 72), (88, 68), (100, 60), (112, 56))
    )
    body = "".join(
        f'<circle cx="{x}" cy="{y}" r="9" fill="{paint if k % 2 else darker(paint, 0.18)}"/>'
        for k, (x, y) in enumerate(
            ((114, 56), (101, 60), (88, 67), (76, 71), (64, 68), (52, 62), (40, 60), (28, 66))
        )
    )
    return f'<path d="{legs}" stroke="#d98a3a" stroke-width="3.500" stroke-linecap="round"/>{body}<circle cx="18" cy="70" r="13" fill="{darker(paint, 0.1)}"/><circle cx="12" cy="67" r="4" fill="#fff"/><circle cx="22" cy="65" r="4" fill="#fff"/><circle cx="11.500" cy="67" r="2" fill="#111"/><circle cx="21.500" cy="65" r="2" fill="#111"/><path d="M14 58Q8 46 0 46M20 57Q20 44 26 40" stroke="{darker(paint, 0.3)}" stroke-width="2.800" fill="none" stroke-linecap="round"/><path d="M12 76q5 4 10 0" stroke="#111" stroke-width="2" fill="none"/>'


def _cicada(paint: str) -> str:
    return f'<path d="M48 44L8 96Q22 116 58 84zM80 44L120 96Q106 116 70 84z" fill="#d8ecf2" opacity=".95"/><path d="M46 52L18 98M54 60L38 102M82 52L110 98M74 60L90 102" stroke="#8fb3c2" stroke-width="2" fill="none"/><path d="M48 40H80L74 108Q64 122 54 108z" fill="{paint}"/><path d="M50 64h28M52 76h24M53 88h22M55 100h18" stroke="{darker(paint, 0.4)}" stroke-width="3"/><path d="M40 40Q42 18 64 18T88 40Q64 52 40 40z" fill="{darker(paint, 0.2)}"/><circle cx="40" cy="32" r="8" fill="#c8553a"/><circle cx="88" cy="32" r="8" fill="#c8553a"/><circle cx="38" cy="30" r="2.500" fill="#fff"/><circle cx="86" cy="30" r="2.500" fill="#fff"/><path d="M56 20l-6-12M72 20l6-12" stroke="#3b3a30" stroke-width="2.500" stroke-linecap="round"/>'


def _tadpole(paint: str) -> str:
    return f'<path d="M60 60Q86 40 100 60T126 56Q116 82 98 76T64 84z" fill="{lighter(paint, 0.25)}"/><ellipse cx="40" cy="70" rx="36" ry="31" fill="{paint}"/><circle cx="24" cy="60" r="7" fill="#fff"/><circle cx="48" cy="58" r="7" fill="#fff"/><circle cx="23" cy="61" r="4" fill="#111"/><circle cx="47" cy="59" r="4" fill="#111"/><path d="M26 80q10 8 20 0" stroke="#fff" stroke-width="3" fill="none" stroke-linecap="round"/>{gloss("M14 60Q18 46 30 42", 4, 0.3)}'


def _petals(paint: str, n: int, path: str, shade: float = 0.0) -> str:
    return "".join(
        f'<path d="{path}" fill="{darker(paint, shade) if k % 2 else paint}" transform="rotate({360 * k / n:.1f} 64 44)"/>'
        for k in range(n)
    )


STEM = f'<path d="M64 60Q60 96 64 126" stroke="{LEAF}" stroke-width="5" fill="none"/><path d="M62 104Q40 104 30 86Q54 82 63 98zM66 96Q86 94 96 76Q74 74 65 90z" fill="{LEAF}"/>'


def _daisy(paint: str) -> str:
    return f'{STEM}{_petals(paint, 14, "M64 44Q54 22 64 4Q74 22 64 44z", 0.08)}<circle cx="64" cy="44" r="14" fill="#f7b528"/><circle cx="61" cy="41" r="6" fill="#ffd65c"/>'


def _chrysanthemum(paint: str) -> str:
    return f"{STEM}{_petals(paint, 22, 'M64 44Q56 20 66 2Q72 20 64 44z', 0.16)}{_petals(lighter(paint, 0.15), 16, 'M64 44Q58 28 66 16Q70 28 64 44z', 0.14)}{_petals(lighter(paint, 0.35), 10, 'M64 44Q60 36 66 28Q68 36 64 44z', 0.1)}"


def _peony(paint: str) -> str:
    return f'{STEM}{_petals(darker(paint, 0.12), 9, "M64 44Q38 30 50 8Q64-2 78 8Q90 30 64 44z", 0.1)}{_petals(paint, 7, "M64 44Q46 34 54 18Q64 12 74 18Q82 34 64 44z", 0.12)}{_petals(lighter(paint, 0.35), 6, "M64 44Q54 38 58 30Q64 26 70 30Q74 38 64 44z", 0.1)}<circle cx="64" cy="44" r="5" fill="#f7c948"/>'


def _orchid(paint: str) -> str:
    return f'<path d="M60 126Q44 90 30 70M68 126Q88 96 108 88M62 126Q52 108 18 108" stroke="{LEAF}" stroke-width="8" fill="none" stroke-linecap="round"/><path d="M64 126Q62 84 66 50" stroke="#6fae56" stroke-width="4" fill="none"/>{_petals(paint, 5, "M64 44Q46 28 64 2Q82 28 64 44z", 0.06)}<path d="M54 44Q64 36 74 44Q78 58 64 66Q50 58 54 44z" fill="#b3447f"/><circle cx="64" cy="46" r="5" fill="#f7c948"/>'


def _lily(paint: str) -> str:
    return f'{STEM}{_petals(paint, 6, "M64 44Q50 26 62 0Q78 22 64 44z", 0.07)}<path d="M64 44L52 26M64 44L78 28M64 44L64 22M64 44L82 42M64 44L48 42" stroke="#9ccc6a" stroke-width="2"/><circle cx="52" cy="25" r="3" fill="#c8702a"/><circle cx="78" cy="27" r="3" fill="#c8702a"/><circle cx="64" cy="21" r="3" fill="#c8702a"/><circle cx="83" cy="42" r="3" fill="#c8702a"/><circle cx="47" cy="42" r="3" fill="#c8702a"/>'


def _lavender(paint: str) -> str:
    def spike(x: int, top: int, turn: int) -> str:
        buds = "".join(
            f'<ellipse cx="{x + dx}" cy="{top + dy}" rx="5" ry="6.500" fill="{paint if (dx + dy) % 4 else darker(paint, 0.2)}"/>'
            for dy in range(0, 52, 8)
            for dx in ((-5, 5) if dy else (0,))
        )
        return f'<g transform="rotate({turn} {x} 126)"><path d="M{x} 126V{top}" stroke="{LEAF}" stroke-width="3.500"/>{buds}</g>'

    return (
        spike(48, 20, -14)
        + spike(80, 20, 14)
        + spike(64, 6, 0)
        + f'<path d="M60 126Q40 112 32 92Q56 98 63 120zM68 126Q88 112 96 92Q72 98 65 120z" fill="{LEAF}"/>'
    )


def _dandelion(paint: str) -> str:
    seeds = "".join(
        f"M64 44L{64 + 36 * math.cos(t):.1f} {44 + 36 * math.sin(t):.1f}"
        for t in (math.tau * k / 22 for k in range(22))
    )
    tufts = "".join(
        f'<circle cx="{64 + 37 * math.cos(t):.1f}" cy="{44 + 37 * math.sin(t):.1f}" r="5" fill="{paint}" opacity=".9"/>'
        for t in (math.tau * k / 22 for k in range(22))
    )
    return f'<path d="M64 50Q60 96 64 126" stroke="#7fae56" stroke-width="4" fill="none"/><path d="M62 126Q36 118 26 96l14 6-2-10 14 12zM66 126Q92 118 102 96l-14 6 2-10-14 12z" fill="{LEAF}"/><circle cx="64" cy="44" r="37" fill="#fff" opacity=".45"/><path d="{seeds}" stroke="#b9b09a" stroke-width="1.400"/>{tufts}<circle cx="64" cy="44" r="6" fill="#8a7a5a"/><path d="M104 14l10-8M112 2l4 4-6-1" stroke="#b9b09a" stroke-width="1.800" fill="none"/>'


def _blossom_branch(paint: str) -> str:
    def flower(x: float, y: float, s: float) -> str:
        petals = "".join(
            f'<circle cx="0" cy="-7" r="6" fill="{paint}" transform="rotate({72 * k})"/>' for k in range(5)
        )
        return f'<g transform="translate({x} {y}) scale({s})">{petals}<circle r="4" fill="#f7c948"/><circle r="2" fill="#c8323c"/></g>'

    return f'<path d="M10 124Q40 100 58 66Q72 40 116 14M50 82Q30 66 26 42M70 50Q96 56 112 46M34 104Q60 100 82 106" stroke="#5a3f33" stroke-width="6" fill="none" stroke-linecap="round"/>{"".join(flower(*f) for f in ((28, 40, 1.3), (46, 76, 1), (64, 54, 1.35), (90, 32, 1.1), (112, 16, 1.2), (106, 50, 1.25), (84, 106, 1.2), (40, 60, 0.7), (80, 52, 0.8)))}<circle cx="98" cy="22" r="4" fill="{darker(paint, 0.2)}"/><circle cx="58" cy="100" r="4" fill="{darker(paint, 0.2)}"/><circle cx="20" cy="54" r="4" fill="{darker(paint, 0.2)}"/>'


def _willow(paint: str) -> str:
    strands = "".join(
        f'<path d="M{x} {y}Q{x + d} {y + 30} {x + d} {e}" stroke="{c}" stroke-width="7" fill="none" stroke-linecap="round"/>'
        for x, y, d, e, c in (
            (30, 30, -12, 98, darker(paint, 0.2)),
            (42, 22, -10, 108, paint),
            (54, 18, -6, 92, lighter(paint, 0.2)),
            (66, 16, 2, 104, paint),
            (78, 20, 8, 94, lighter(paint, 0.2)),
            (90, 24, 10, 108, paint),
            (100, 32, 14, 98, darker(paint, 0.2)),
        )
    )
    return f'<path d="M56 126Q62 90 56 50H72Q68 90 76 126z" fill="#7a5a3c"/><path d="M20 52Q16 20 46 14Q64-2 84 12Q114 18 110 52Q92 40 64 44Q36 40 20 52z" fill="{darker(paint, 0.12)}"/>{strands}<path d="M26 40Q40 10 64 10T104 40Q84 26 64 28T26 40z" fill="{lighter(paint, 0.12)}"/>'


def _broad_tree(paint: str) -> str:
    blobs = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{c}"/>'
        for x, y, r, c in (
            (36, 58, 26, darker(paint, 0.22)),
            (92, 58, 26, darker(paint, 0.22)),
            (64, 66, 28, darker(paint, 0.15)),
            (44, 36, 25, paint),
            (84, 36, 25, paint),
            (64, 26, 24, lighter(paint, 0.18)),
            (64, 50, 24, paint),
        )
    )
    return f'<path d="M56 126Q62 100 58 72H70Q66 100 74 126z" fill="#7a5a3c"/><path d="M62 92L44 72M66 88L84 70" stroke="#7a5a3c" stroke-width="5"/>{blobs}<path d="M46 28q6-8 16-8M76 46q8 2 12 8M34 56q4-6 10-6" stroke="{lighter(paint, 0.45)}" stroke-width="4" fill="none" stroke-linecap="round"/>'


def _durian(paint: str) -> str:
    spikes = "".join(
        f'<path d="M{64 + r * math.cos(t) - 7:.1f} {72 + r * math.sin(t) + 4:.1f}L{64 + (r + 12) * math.cos(t):.1f} {72 + (r + 12) * math.sin(t):.1f}L{64 + r * math.cos(t) + 7:.1f} {72 + r * math.sin(t) + 4:.1f}z" fill="{c}"/>'
        for r, n, c in ((40, 20, darker(paint, 0.2)), (26, 13, paint), (12, 7, lighter(paint, 0.25)))
        for t in (math.tau * k / n for k in range(n))
    )
    return f'<path d="M58 30Q58 12 66 4l8 4Q68 16 70 30z" fill="#7a5a3c"/><circle cx="64" cy="72" r="44" fill="{darker(paint, 0.3)}"/>{spikes}'


def _persimmon(paint: str) -> str:
    return f'<path d="M8 70Q8 34 64 34T120 70Q120 118 64 118T8 70z" fill="{paint}"/><path d="M120 70Q120 118 64 118Q98 108 96 40Q120 46 120 70z" fill="{darker(paint, 0.16)}"/><path d="M64 30Q44 22 32 30Q42 36 44 46Q56 38 64 40Q72 38 84 46Q86 36 96 30Q84 22 64 30z" fill="#6f9a3f"/><path d="M61 18h7v16h-7z" fill="#7a5a3c"/>{gloss("M22 68Q26 52 40 46", 6, 0.55)}'


def _pomegranate(paint: str) -> str:
    seeds = "".join(
        f'<circle cx="{x}" cy="{y}" r="6" fill="#d9324a"/><circle cx="{x - 2}" cy="{y - 2}" r="1.800" fill="#fff" opacity=".8"/>'
        for x, y in (
            (66, 66),
            (78, 62),
            (90, 68),
            (62, 78),
            (74, 76),
            (86, 80),
            (66, 90),
            (78, 92),
            (90, 92),
            (74, 104),
            (86, 104),
        )
    )
    return f'<path d="M52 24L46 6l10 6 8-10 8 10 10-6-6 18z" fill="{darker(paint, 0.2)}"/><circle cx="64" cy="74" r="50" fill="{paint}"/><path d="M54 66Q70 46 98 58Q112 80 98 108Q70 120 56 96Q48 80 54 66z" fill="#f7e3c0"/>{seeds}{gloss("M24 70Q26 50 42 38", 6, 0.5)}'


def _lychee(paint: str) -> str:
    bumps = "".join(
        f'<circle cx="{40 + dx}" cy="{58 + dy}" r="3.500" fill="{darker(paint, 0.22)}"/>'
        for dx, dy in (
            (-22, 0),
            (-12, -16),
            (4, -22),
            (16, -8),
            (-4, -4),
            (-16, 16),
            (0, 14),
            (14, 10),
            (-6, 28),
            (10, 26),
        )
    )
    return f'<path d="M44 32Q60 14 84 6M60 20Q80 26 94 42" stroke="#7a5a3c" stroke-width="4" fill="none"/><path d="M78 10Q98 2 116 16Q98 28 80 14z" fill="{LEAF}"/><circle cx="40" cy="62" r="34" fill="{paint}"/>{bumps}<circle cx="92" cy="84" r="33" fill="{paint}"/><path d="M60 78Q74 66 92 72T124 74Q124 116 92 117T60 78z" fill="#fbf6f0"/><path d="M60 78Q74 66 92 72T124 74l-2 6Q106 78 92 79T62 86z" fill="{darker(paint, 0.2)}"/>{gloss("M16 54Q20 42 30 36", 4, 0.5)}'


def _plum(paint: str) -> str:
    return f'<path d="M66 32Q64 16 74 6" stroke="#7a5a3c" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M74 14Q94 2 114 14Q98 30 76 20z" fill="{LEAF}"/><path d="M64 34Q84 22 104 38Q122 62 108 94Q92 122 64 122T20 94Q6 62 24 38Q44 22 64 34z" fill="{paint}"/><path d="M64 34Q52 72 66 121" stroke="{darker(paint, 0.35)}" stroke-width="4" fill="none"/>{gloss("M24 66Q26 50 38 42", 6, 0.5)}'


def _ham(paint: str) -> str:
    return f'<path d="M96 30L112 14Q110 4 118 4Q122 4 122 8Q128 8 126 14Q124 20 116 18L102 36z" fill="#f4ead2"/><path d="M100 28Q112 60 88 96Q64 122 30 112Q4 98 14 66Q30 28 68 22Q88 18 100 28z" fill="{darker(paint, 0.25)}"/><ellipse cx="48" cy="74" rx="38" ry="34" fill="#f8d8d0" transform="rotate(-32 48 74)"/><ellipse cx="48" cy="74" rx="31" ry="27" fill="{paint}" transform="rotate(-32 48 74)"/><circle cx="40" cy="80" r="8" fill="#fbf3ea"/><circle cx="40" cy="80" r="3.500" fill="#e8c0b4"/><path d="M52 58q12 0 16 12M34 98q12 2 22-6" stroke="{lighter(paint, 0.35)}" stroke-width="3" fill="none" stroke-linecap="round"/>'


def _sausage(paint: str) -> str:
    one = f'<path d="M20 46Q64 84 108 46" stroke="{darker(paint, 0.3)}" stroke-width="28" fill="none" stroke-linecap="round"/><path d="M20 44Q64 82 108 44" stroke="{paint}" stroke-width="25" fill="none" stroke-linecap="round"/><path d="M18 38Q64 72 106 38" stroke="{lighter(paint, 0.45)}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M40 62l6-10M60 70l6-11M82 64l6-10" stroke="{darker(paint, 0.4)}" stroke-width="4" stroke-linecap="round"/>'
    return f'{one}<g transform="translate(0 40)">{one}</g>'


def _skewer(paint: str) -> str:
    chunks = "".join(
        f'<rect x="50" y="{y}" width="28" height="18" rx="6" fill="{c}"/><path d="M54 {y + 5}h12" stroke="{lighter(c, 0.4)}" stroke-width="3" stroke-linecap="round"/>'
        for y, c in ((8, paint), (28, paint), (48, "#e8c88a"), (68, paint), (88, paint))
    )
    return f'<g transform="rotate(-16 64 64)"><path d="M62.500 0h3v128h-3z" fill="#e0b878"/>{chunks}</g><g transform="translate(26 2) rotate(14 64 64)"><path d="M62.500 0h3v128h-3z" fill="#e0b878"/>{chunks}</g>'


def _bowl_of(paint: str, inside: str, top: str) -> str:
    return f'{top}<path d="M42 116h44l3 8H39z" fill="{darker(paint, 0.3)}"/><ellipse cx="64" cy="66" rx="60" ry="14" fill="{darker(paint, 0.25)}"/><ellipse cx="64" cy="67" rx="54" ry="11" fill="{inside}"/>'


def _congee(paint: str) -> str:
    steam = '<path d="M44 44q-6-8 0-16t0-14M64 40q-6-8 0-16t0-14M84 44q-6-8 0-16t0-14" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" opacity=".8"/>'
    return f'{_bowl_of(paint, "#fbf6ea", steam)}<path d="M44 64l6-3M58 70l6-2M74 63l6 2M84 69l5-2" stroke="#e9dcc0" stroke-width="3.500" stroke-linecap="round"/><path d="M52 66l4 2M68 62l4 2M80 66l3 2" stroke="#6fae45" stroke-width="3.500" stroke-linecap="round"/><path d="M4 68Q64 92 124 68Q120 116 82 118H46Q8 116 4 68z" fill="{paint}"/><path d="M12 88Q64 114 116 88" stroke="{lighter(paint, 0.5)}" stroke-width="4" fill="none"/>'


def _spring_roll(paint: str) -> str:
    def roll(y: int) -> str:
        return f'<rect x="10" y="{y}" width="104" height="28" rx="13" fill="{darker(paint, 0.25)}"/><rect x="10" y="{y - 2}" width="104" height="27" rx="13" fill="{paint}"/><path d="M36 {y - 1}q10 12 0 24M78 {y - 1}q10 12 0 24" stroke="{darker(paint, 0.2)}" stroke-width="2.500" fill="none"/><path d="M20 {y + 5}h60" stroke="{lighter(paint, 0.5)}" stroke-width="4" stroke-linecap="round"/><ellipse cx="112" cy="{y + 12}" rx="7" ry="12" fill="#f4e2b8"/><path d="M110 {y + 7}l4 3M109 {y + 13}l5 2" stroke="#6fae45" stroke-width="3"/>'

    return f'<ellipse cx="64" cy="110" rx="62" ry="12" fill="#e3e7ea"/><ellipse cx="64" cy="107" rx="62" ry="12" fill="#fdfdfb"/>{roll(76)}<g transform="translate(2 -26)">{roll(76)}</g>'


def _glass_of(paint: str) -> str:
    return f'<path d="M28 20H100L92 114Q90 122 82 122H46Q38 122 36 114z" fill="#e8f3f8"/><path d="M31 40H97L91 112Q90 117 82 117H46Q39 117 38 112z" fill="{paint}"/><ellipse cx="64" cy="40" rx="33" ry="6" fill="{lighter(paint, 0.35)}"/><ellipse cx="64" cy="20" rx="36" ry="7" fill="none" stroke="#c9dbe4" stroke-width="3"/>{gloss("M40 50L46 106", 5, 0.6)}'


def _mop(paint: str) -> str:
    strands = "".join(
        f'<path d="M{56 + k * 2} 82Q{20 + k * 12} 96 {10 + k * 13} 122" stroke="{paint if k % 2 else darker(paint, 0.15)}" stroke-width="10" fill="none" stroke-linecap="round"/>'
        for k in range(9)
    )
    return f'<rect x="60" y="2" width="8" height="76" rx="4" fill="#c98f5c"/>{strands}<rect x="46" y="70" width="36" height="16" rx="6" fill="#3f8fd2"/>'


def _blanket(paint: str) -> str:
    """Folded twice, one corner turned over so that its lining is seen."""
    dark, light, pale = darker(paint, 0.22), lighter(paint, 0.14), lighter(paint, 0.55)
    checks = "".join(f'<path d="M{x} 74q3 21 0 42" stroke="{pale}" stroke-width="3.500" fill="none" opacity=".55"/>' for x in (28, 48, 68, 88, 106))  # fmt: skip
    fringe = "".join(f'<path d="M{x} 118q-1 4 1 8" stroke="{pale}" stroke-width="2.400" fill="none"/>' for x in range(12, 120, 7))  # fmt: skip
    return (
        f'<path d="M12 98Q4 98 5 108T14 119H114Q124 118 123 107T115 97z" fill="{dark}"/>'
        f'<path d="M14 78Q4 79 5 90T15 102H113Q124 101 123 89T114 78z" fill="{paint}"/>'
        f'<path d="M18 60Q6 61 7 73T17 84H111Q122 83 121 71T110 60z" fill="{light}"/>'
        f'<path d="M20 61Q64 53 110 60Q121 62 121 72Q100 65 64 67T8 72Q9 63 20 61z" fill="{lighter(paint, 0.28)}"/>'
        f'{checks}<path d="M10 92h108M10 110h108" stroke="{pale}" stroke-width="3" opacity=".5"/>'
        f'<path d="M64 60Q92 55 110 60Q121 62 121 72L122 88Q104 84 92 102Q84 76 64 60z" fill="{pale}"/>'
        f'<path d="M64 60Q84 76 92 102" stroke="{dark}" stroke-width="2" fill="none" opacity=".45"/>{fringe}'
    )


def _air_conditioner(paint: str) -> str:
    return f'<rect x="2" y="24" width="124" height="52" rx="9" fill="{paint}"/><path d="M2 60H126V68Q126 76 117 76H11Q2 76 2 68z" fill="{darker(paint, 0.15)}"/><path d="M12 66H116" stroke="#4b5663" stroke-width="5" stroke-linecap="round"/><circle cx="112" cy="40" r="3" fill="#5fd17a"/><path d="M84 40h18" stroke="{darker(paint, 0.3)}" stroke-width="4" stroke-linecap="round"/><path d="M28 86q-8 10 0 18t-4 16M52 86q-8 10 0 18t-4 16M76 86q8 10 0 18t4 16M100 86q8 10 0 18t4 16" stroke="#8fd3ef" stroke-width="4.500" fill="none" stroke-linecap="round"/>'


def _rice_cooker(paint: str) -> str:
    return f'<path d="M10 62H118V104Q116 120 98 120H30Q12 120 10 104z" fill="{paint}"/><path d="M92 62h26v42Q116 120 98 120H86Q94 92 92 62z" fill="{darker(paint, 0.12)}"/><path d="M8 62Q12 22 64 20T120 62z" fill="{lighter(paint, 0.4)}"/><path d="M8 58H120V66H8z" fill="#9aa7b2"/><rect x="52" y="12" width="24" height="12" rx="5" fill="#4b5663"/><rect x="40" y="74" width="48" height="34" rx="6" fill="#37424d"/><path d="M48 84h20" stroke="#7cf2a4" stroke-width="4"/><circle cx="50" cy="98" r="4" fill="#e5554e"/><circle cx="64" cy="98" r="4" fill="#9aa7b2"/><circle cx="78" cy="98" r="4" fill="#9aa7b2"/>{gloss("M24 54Q30 34 48 28", 5, 0.7)}'


def _wheelbarrow(paint: str) -> str:
    return f'<path d="M24 92L126 70" stroke="{WOOD}" stroke-width="6" stroke-linecap="round"/><path d="M80 84l10 38M90 82l14 40" stroke="#4b5663" stroke-width="5" stroke-linecap="round"/><path d="M22 42H104L92 84H44z" fill="{paint}"/><path d="M34 74L92 84L98 64z" fill="{darker(paint, 0.25)}"/><path d="M18 38H108V46H18z" fill="{lighter(paint, 0.25)}"/><path d="M30 38Q44 16 62 24Q82 14 96 38z" fill="#7a5a3c"/><circle cx="26" cy="104" r="21" fill="#2f343b"/><circle cx="26" cy="104" r="12" fill="#9aa7b2"/><circle cx="26" cy="104" r="4" fill="#4b5663"/>'


def _well(paint: str) -> str:
    stones = "".join(
        f'<path d="M{x} {y}h20v10h-20z" fill="{c}"/>'
        for x, y, c in (
            (22, 88, darker(paint, 0.2)),
            (46, 92, lighter(paint, 0.2)),
            (70, 90, darker(paint, 0.15)),
            (90, 88, lighter(paint, 0.15)),
            (30, 106, lighter(paint, 0.2)),
            (56, 108, darker(paint, 0.2)),
            (80, 106, lighter(paint, 0.1)),
        )
    )
    return f'<path d="M24 30h8v54h-8zM96 30h8v54h-8z" fill="{WOOD}"/><path d="M64 2L124 34L118 42H10L4 34z" fill="#b8533a"/><path d="M64 2L124 34H4z" fill="#cf6a4a"/><path d="M28 50H100" stroke="{darker(WOOD, 0.2)}" stroke-width="6"/><path d="M64 50V66" stroke="#e7c48a" stroke-width="3"/><path d="M54 64H74L71 82H57z" fill="#a9713f"/><ellipse cx="64" cy="82" rx="50" ry="10" fill="{darker(paint, 0.35)}"/><path d="M14 82Q64 96 114 82V118Q64 130 14 118z" fill="{paint}"/>{stones}<path d="M10 78Q64 98 118 78V88Q64 106 10 88z" fill="{lighter(paint, 0.15)}"/><ellipse cx="64" cy="79" rx="40" ry="6" fill="#2b3a46"/>'


def _stool(paint: str) -> str:
    return f'<path d="M34 58L24 124M94 58L104 124M54 60L50 118M74 60L78 118" stroke="{darker(paint, 0.3)}" stroke-width="8" stroke-linecap="round"/><path d="M30 98H98" stroke="{darker(paint, 0.2)}" stroke-width="6"/><ellipse cx="64" cy="54" rx="50" ry="14" fill="{darker(paint, 0.3)}"/><ellipse cx="64" cy="48" rx="50" ry="14" fill="{paint}"/><ellipse cx="64" cy="47" rx="38" ry="9" fill="{lighter(paint, 0.15)}"/>'


def _blocks(paint: str) -> str:
    def block(x: int, y: int, c: str, mark: str) -> str:
        return f'<rect x="{x}" y="{y}" width="44" height="44" rx="4" fill="{darker(c, 0.2)}"/><rect x="{x}" y="{y}" width="41" height="41" rx="4" fill="{c}"/><rect x="{x + 6}" y="{y + 6}" width="29" height="29" rx="3" fill="#fdf6ea"/><path d="{mark}" transform="translate({x + 20.5} {y + 20.5})" fill="{c}"/>'

    return (
        block(16, 80, paint, "M-8 9L0-10L8 9z")
        + block(66, 80, "#3f8fd2", "M-9-9H9V9H-9z")
        + block(42, 36, "#f2b233", "M0-10L3-3 10-3 4 2 7 10 0 5-7 10-4 2-10-3-3-3z")
    )


def _cube(paint: str) -> str:
    top = "".join(
        f'<path d="M{64 + 18 * (i - j)} {8 + 10 * (i + j)}l18 10-18 10-18-10z" fill="{("#fdfdfb", "#ffd65c", "#5fa66a")[(i * 2 + j) % 3]}" stroke="#222" stroke-width="2.500"/>'
        for i in range(3)
        for j in range(3)
    )
    left = "".join(
        f'<path d="M{10 + 18 * i} {38 + 10 * i + 20 * j}l18 10v20l-18-10z" fill="{(paint, "#3f78b5", "#f28a22")[(i + j * 2) % 3]}" stroke="#222" stroke-width="2.500"/>'
        for i in range(3)
        for j in range(3)
    )
    right = "".join(
        f'<path d="M{64 + 18 * i} {68 - 10 * i + 20 * j}l18-10v20l-18 10z" fill="{("#3f78b5", "#5fa66a", paint)[(i * 2 + j) % 3]}" stroke="#222" stroke-width="2.500"/>'
        for i in range(3)
        for j in range(3)
    )
    return f"{top}{left}{right}"


def _xylophone(paint: str) -> str:
    bars = "".join(
        f'<rect x="{8 + 14 * k}" y="{36 + 3 * k}" width="12" height="{64 - 6 * k}" rx="4" fill="{c}"/><circle cx="{14 + 14 * k}" cy="{46 + 2.5 * k:.1f}" r="2" fill="#fff"/><circle cx="{14 + 14 * k}" cy="{90 - 2.5 * k:.1f}" r="2" fill="#fff"/>'
        for k, c in enumerate(
            ("#d9483f", "#f28a22", "#f7c531", "#5fa66a", "#3fa3b5", "#3f78b5", "#7a5fb0", "#b3447f")
        )
    )
    return f'<path d="M2 50L126 62V72L2 62zM2 80L126 70V80L2 92z" fill="{paint}"/>{bars}<path d="M60 122L104 92M84 124L118 100" stroke="{WOOD}" stroke-width="4" stroke-linecap="round"/><circle cx="104" cy="91" r="6" fill="#d9483f"/><circle cx="119" cy="99" r="6" fill="#3f78b5"/>'


def _typewriter(paint: str) -> str:
    keys = "".join(
        f'<circle cx="{30 + 11 * c + 3 * r}" cy="{92 + 11 * r}" r="4.500" fill="#fdf6ea"/>'
        for r in range(3)
        for c in range(7 - (r == 2))
    )
    return f'<path d="M36 2H92V50H36z" fill="#fffdf6"/><path d="M44 14h38M44 24h30M44 34h36" stroke="#b9ab94" stroke-width="3"/><rect x="8" y="46" width="112" height="14" rx="7" fill="#37424d"/><circle cx="8" cy="53" r="8" fill="#5b6a78"/><circle cx="120" cy="53" r="8" fill="#5b6a78"/><path d="M20 56H108L122 124H6z" fill="{paint}"/><path d="M28 62H100L102 78H26z" fill="{darker(paint, 0.4)}"/>{keys}<path d="M6 120H122V126H6z" fill="{darker(paint, 0.35)}"/>'


def _acorn(paint: str) -> str:
    return f'<path d="M62 18Q60 6 70 2l6 5Q68 10 69 20z" fill="#6d4f34"/><path d="M20 56Q22 104 64 126Q106 104 108 56z" fill="{paint}"/><path d="M84 56Q84 98 64 126Q106 104 108 56z" fill="{darker(paint, 0.22)}"/><path d="M12 50Q16 18 64 16T116 50Q116 62 104 62H24Q12 62 12 50z" fill="#7a5a3c"/><path d="M20 42l12 12M36 28l22 26M58 22l26 32M80 22l22 28M108 42L96 54M92 28L70 54M70 22L44 54M48 22L26 50" stroke="#5a4028" stroke-width="2.500"/>{gloss("M34 70Q38 92 50 106", 5, 0.45)}'


def _walnut(paint: str) -> str:
    dark = darker(paint, 0.3)
    return f'<path d="M64 10Q108 20 114 66Q112 112 64 122Q16 112 14 66Q20 20 64 10z" fill="{paint}"/><path d="M64 10Q58 66 64 122Q70 66 64 10z" fill="{dark}"/><path d="M50 30q-14 8-10 22t-14 22M46 64q-12 10-4 22t-6 14M78 30q14 8 10 22t14 22M82 64q12 10 4 22t6 14M36 44q-10 8-10 16M92 44q10 8 10 16" stroke="{dark}" stroke-width="3.500" fill="none" stroke-linecap="round"/>{gloss("M28 54Q32 36 46 26", 4, 0.4)}'


def _haystack(paint: str) -> str:
    straws = "".join(
        f"M{x} {y}l{d} 12"
        for x, y, d in (
            (40, 50, -6),
            (56, 36, 4),
            (76, 44, -4),
            (88, 62, 6),
            (30, 76, 5),
            (52, 70, -5),
            (72, 78, 5),
            (98, 86, -5),
            (22, 100, 6),
            (44, 98, 4),
            (64, 104, -6),
            (84, 104, 5),
            (104, 108, 4),
        )
    )
    return f'<path d="M6 122Q4 70 46 36Q64 12 82 36Q124 70 122 122Q64 130 6 122z" fill="{paint}"/><path d="M82 36Q124 70 122 122Q98 127 76 126Q106 86 82 36z" fill="{darker(paint, 0.18)}"/><path d="{straws}" stroke="{darker(paint, 0.32)}" stroke-width="3" stroke-linecap="round"/><path d="M62 28l-6-18M66 28l4-20M58 32l-14-12M70 32l16-12" stroke="{lighter(paint, 0.2)}" stroke-width="3.500" stroke-linecap="round"/>'


def _suit_of_clothes(paint: str) -> str:
    dark = darker(paint, 0.3)
    return f'<path d="M38 10L12 26Q4 64 6 96L24 98L34 56z" fill="{dark}"/><path d="M90 10L116 26Q124 64 122 96L104 98L94 56z" fill="{dark}"/><path d="M38 10H90L102 34L100 122H28L26 34z" fill="{paint}"/><path d="M48 10H80L64 62z" fill="#fdfdfb"/><path d="M60 18h8l4 8-8 34-8-34z" fill="#c8323c"/><path d="M40 10L50 8L64 62L44 36L50 30zM88 10L78 8L64 62L84 36L78 30z" fill="{lighter(paint, 0.14)}"/><path d="M64 62V122" stroke="{dark}" stroke-width="2.500"/><circle cx="69" cy="76" r="3" fill="{dark}"/><circle cx="69" cy="94" r="3" fill="{dark}"/><path d="M34 88h20M76 88h18" stroke="{dark}" stroke-width="4"/><path d="M78 48l12-4 1 5-12 4z" fill="#fdfdfb"/>'


PROPS = {
    "radish": Prop(_radish, "#f8f5ee"),
    "faucet": Prop(_faucet, "#a9b6c0"),
    "kettle": Prop(_kettle, "#d9483f"),
    "ostrich": Prop(_ostrich, "#37343a"),
    "crane-bird": Prop(_crane_bird, "#fbfbf8"),
    "goldfish": Prop(_goldfish, "#f2762e"),
    "carp": Prop(_carp, "#e2583a"),
    "walrus": Prop(_walrus, "#9a7460"),
    "yak": Prop(_yak, "#5a4236"),
    "sparrow": Prop(_sparrow, "#a9764a"),
    "magpie": Prop(_magpie, "#3f6fb5"),
    "woodpecker": Prop(_woodpecker, "#d9323a"),
    "hummingbird": Prop(_hummingbird, "#2fa37a"),
    "chameleon": Prop(_chameleon, "#6fb34a"),
    "centipede": Prop(_centipede, "#a8402e"),
    "cicada": Prop(_cicada, "#5f6a3a"),
    "tadpole": Prop(_tadpole, "#3b4148"),
    "daisy": Prop(_daisy, "#fdfdfb"),
    "chrysanthemum": Prop(_chrysanthemum, "#f2b92e"),
    "peony": Prop(_peony, "#e5587f"),
    "orchid": Prop(_orchid, "#e3b8e0"),
    "lily": Prop(_lily, "#fdfaf2"),
    "lavender": Prop(_lavender, "#8a6bc0"),
    "dandelion": Prop(_dandelion, "#fdfdfb"),
    "plum-blossom": Prop(_blossom_branch, "#f06a8f"),
    "willow": Prop(_willow, "#7fb04a"),
    "maple-tree": Prop(_broad_tree, "#e2672e"),
    "ginkgo-tree": Prop(_broad_tree, "#f2c02e"),
    "durian": Prop(_durian, "#a9a83f"),
    "persimmon": Prop(_persimmon, "#f2812e"),
    "pomegranate": Prop(_pomegranate, "#c83a45"),
    "lychee": Prop(_lychee, "#c8434a"),
    "plum": Prop(_plum, "#6a3f8a"),
    "ham": Prop(_ham, "#e58a80"),
    "sausage": Prop(_sausage, "#b5522e"),
    "skewer": Prop(_skewer, "#8a4a2a"),
    "congee": Prop(_congee, "#4f86b5"),
    "spring-roll": Prop(_spring_roll, "#dba14a"),
    "soy-milk": Prop(_glass_of, "#f1e3c2"),
    "mop": Prop(_mop, "#e9e4d8"),
    "blanket": Prop(_blanket, "#c8555f"),
    "air-conditioner": Prop(_air_conditioner, "#f1f4f5"),
    "rice-cooker": Prop(_rice_cooker, "#e3e7ea"),
    "wheelbarrow": Prop(_wheelbarrow, "#3f8f6a", rest=(62.0, 36.0), rest_width=60.0),
    "well": Prop(_well, "#a7a39b"),
    "stool": Prop(_stool, "#c98f5c", rest=(64.0, 46.0), rest_width=80.0),
    "building-blocks": Prop(_blocks, "#d9483f"),
    "magic-cube": Prop(_cube, "#d9323a"),
    "xylophone": Prop(_xylophone, "#b98046"),
    "typewriter": Prop(_typewriter, "#4f8f8a"),
    "acorn": Prop(_acorn, "#b97a3a"),
    "walnut": Prop(_walnut, "#b98a5a"),
    "haystack": Prop(_haystack, "#e6b94a"),
    "suit": Prop(_suit_of_clothes, "#37475a"),
}
