"""Clothes that nobody wears, on a hanger, cut as they are worn; and a few things that are made to be held."""

from __future__ import annotations

import re
from functools import partial

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.limbs import ADULT, KEYS, limbs
from paintover.engines.illustrator.sprites.props.shape import Prop, gloss
from paintover.engines.illustrator.sprites.wardrobe import SKIN, Wearer, wardrobe, worn_by


def _hung(kind: str, paint: str) -> str:
    worn, _ = worn_by(kind, None if paint == wardrobe()[kind].paint else paint, _dummy(), "")
    body = _SKIN_OF.sub("", worn)
    hook = '<path d="M64 56V50q6-1 5-6t-7-4" stroke="#8a94a0" stroke-width="2.400" fill="none" stroke-linecap="round"/><path d="M44 66Q64 48 84 66" stroke="#b9844f" stroke-width="4" fill="none" stroke-linecap="round"/>'
    return f'<g transform="translate(-51 -58) scale(1.8 1.45)">{hook}{body}</g>'


_SKIN_OF = re.compile(rf'<path d="[^"]*" fill="{SKIN}"/>')
"""The arms and legs that a garment leaves bare."""


def _dummy() -> Wearer:
    """A body without head, hands and feet."""
    behind = limbs(ADULT, KEYS, "stand").behind.replace(KEYS.skin, "none").replace(KEYS.shoe, "none")
    return Wearer(behind, ADULT.top + 1, ADULT.hips + 3, (24.0, 50.0, 104.0, 126.0))


def _neckerchief(paint: str) -> str:
    return (
        f'<path d="M6 40Q64 76 122 40L112 62Q64 92 16 62z" fill="{paint}"/><path d="M54 70L30 118L62 100zM74 70L98 118L66 100z" fill="{darker(paint, 0.12)}"/>'
        f'<ellipse cx="64" cy="74" rx="13" ry="11" fill="{darker(paint, 0.25)}"/>{gloss("M24 52Q64 76 104 52", 3, 0.35)}'
    )


def _mortar(paint: str) -> str:
    return (
        f'<path d="M84 10L62 70" stroke="#a87b4d" stroke-width="13" stroke-linecap="round"/><ellipse cx="64" cy="62" rx="48" ry="14" fill="{darker(paint, 0.35)}"/><path d="M84 10L66 60" stroke="#b98a5a" stroke-width="12" stroke-linecap="round"/>'
        f'<path d="M16 62Q18 104 44 110V120Q64 127 84 120V110Q110 104 112 62Q98 78 64 78T16 62z" fill="{paint}"/><path d="M44 110Q64 118 84 110" stroke="{darker(paint, 0.25)}" stroke-width="3" fill="none"/>{gloss("M28 80Q32 96 42 102", 5, 0.5)}'
    )


def _angling_rod(paint: str) -> str:
    """A slender rod as it is held, its line with a float in the water."""
    cork, dark, line = "#d8a874", darker(paint, 0.28), "#f4f7fa"
    return (
        f'<path d="M20 84Q58 22 112 12" stroke="{dark}" stroke-width="3.4" fill="none" stroke-linecap="round"/>'
        f'<path d="M20 84Q58 22 112 12" stroke="{lighter(paint, 0.2)}" stroke-width="1.4" fill="none" stroke-linecap="round"/>'
        f'<path d="M112 12Q118 60 115 104" stroke="{line}" stroke-width="1.1" fill="none"/>'
        f'<path d="M6 114L21 82" stroke="{darker(cork, 0.2)}" stroke-width="8.4" stroke-linecap="round"/>'
        f'<path d="M6 114L21 82" stroke="{cork}" stroke-width="6" stroke-linecap="round"/>'
        f'<circle cx="25" cy="92" r="6" fill="{dark}"/><circle cx="25" cy="92" r="3" fill="#c9d0d8"/>'
        f'<path d="M29 95l6 3" stroke="{dark}" stroke-width="2" stroke-linecap="round"/>'
        '<path d="M111 104a4.5 4.5 0 0 1 9 0z" fill="#e5483c"/><path d="M111 104h9q-1 8-4.5 11-3.5-3-4.5-11z" fill="#fff"/>'
    )


def _bamboo_stick(paint: str) -> str:
    dark = darker(paint, 0.3)
    leaves = "".join(
        f'<path d="M{x} {y}q{dx} -12 {dx * 2} -4q{-dx} 10 {-dx * 2} 4z" fill="{lighter(paint, 0.12)}" stroke="{dark}" stroke-width="1"/>'
        for x, y, dx in ((40, 36, -14), (46, 30, 12), (62, 60, 14))
    )
    return (
        f'{leaves}<path d="M30 14L96 116" stroke="{dark}" stroke-width="15" stroke-linecap="round"/><path d="M30 14L96 116" stroke="{paint}" stroke-width="12" stroke-linecap="round"/>'
        f'<path d="M46 46l11-7M62 72l12-8M78 96l12-8" stroke="{dark}" stroke-width="3"/><path d="M30 18L90 112" stroke="{lighter(paint, 0.45)}" stroke-width="3" opacity=".7"/>'
    )


_HUNG = (
    "sweater",
    "hoodie",
    "down-jacket",
    "uniform",
    "space-suit",
    "school-uniform",
    "tracksuit",
    "pyjamas",
    "wedding-dress",
    "qipao",
    "hanfu",
    "tang-jacket",
    "robe",
    "overalls",
    "skirt",
    "cape",
    "hooded-cape",
    "yukata",
    "hanbok",
    "tutu",
    "kilt",
    "grass-skirt",
    "leggings",
    "sweatpants",
    "wetsuit",
)


_STRING = '<path d="M24 24Q60 96 126 126" stroke="#6b7280" stroke-width=".900" fill="none"/>'
_LONG_STRING = '<path d="M40 40Q70 102 126 126" stroke="#6b7280" stroke-width=".900" fill="none"/>'
"""The string of a kite, and of one that is so much larger."""


def _large(kite: str) -> str:
    """The kite as large as there is room on a string of the same length."""
    return f'{_LONG_STRING}<g transform="translate(4 4) scale(1.700) translate(-4 -4)">{kite}</g>'


def _kite_on_string(paint: str) -> str:
    return f"{_STRING}{_kite(paint)}"


def _large_kite(paint: str) -> str:
    return _large(_kite(paint))


def _large_butterfly(paint: str) -> str:
    return _large(_butterfly(paint))


def _kite(paint: str) -> str:
    dark, light = darker(paint, 0.25), lighter(paint, 0.35)
    bows = "".join(
        f'<path d="M{x} {y}l-4-3v6zM{x} {y}l4-3v6z" fill="{c}"/>'
        for x, y, c in ((44, 44, "#8a6bd0"), (38, 54, "#4fa3d8"), (44, 63, "#8a6bd0"))
    )
    return (
        f'<path d="M40 38Q52 46 40 54T46 68" stroke="#8a94a0" stroke-width="1" fill="none"/>{bows}'
        f'<path d="M12 4L24 24L4 30z" fill="{paint}"/><path d="M12 4L40 12L24 24z" fill="#ffca28"/><path d="M40 12L42 40L24 24z" fill="{dark}"/><path d="M4 30L42 40L24 24z" fill="{light}"/>'
        '<path d="M12 4L42 40M4 30L40 12" stroke="#5b4636" stroke-width="1"/>'
    )


def _butterfly(paint: str) -> str:
    """A kite like a butterfly, its head to the upper left."""
    dark, light = darker(paint, 0.25), lighter(paint, 0.35)
    wings = "".join(
        f'<g transform="translate(24 24) scale(.72) rotate(-45) translate(-24 -24){mirrored}"><path d="M24 24C18 4 -2 -2 -3 12C-4 24 12 28 24 27Z" fill="{paint}"/>'
        f'<path d="M24 27C12 27 4 33 8 41C13 48 23 40 24 31Z" fill="{light}"/><circle cx="7" cy="13" r="4.500" fill="#ffca28"/>'
        f'<circle cx="14" cy="37" r="2.800" fill="{dark}"/><path d="M24 24C18 16 10 14 4 12M24 28C19 32 15 35 12 39" stroke="{dark}" stroke-width=".900" fill="none"/></g>'
        for mirrored in ("", " translate(48 0) scale(-1 1)")
    )
    return (
        f'{wings}<g transform="translate(24 24) scale(.72) rotate(-45) translate(-24 -24)"><path d="M24 14V38" stroke="#5b4636" stroke-width="3.600" stroke-linecap="round"/>'
        '<path d="M23 13Q20 6 16 5M25 13Q28 6 32 5" stroke="#5b4636" stroke-width="1.200" fill="none" stroke-linecap="round"/></g>'
    )


def _butterfly_on_string(paint: str) -> str:
    ribbons = f'<path d="M38 36Q50 44 42 54T50 70M34 40Q42 50 34 58T38 74" stroke="{lighter(paint, 0.2)}" stroke-width="1.800" fill="none" stroke-linecap="round"/>'
    return f"{_STRING}{ribbons}{_butterfly(paint)}"


def _butterfly_kite(paint: str) -> str:
    """The same by itself, upright."""
    return (
        f'<g transform="translate(64 64) rotate(45) scale(2.500) translate(-24 -24)">{_butterfly(paint)}</g>'
    )


def _leash(paint: str) -> str:
    return f'<path d="M14 64Q50 84 114 64" stroke="{paint}" stroke-width="2.200" fill="none" stroke-linecap="round"/><circle cx="14" cy="64" r="2.600" fill="none" stroke="{paint}" stroke-width="1.600"/>'


def _tug_rope(paint: str) -> str:
    """From hand to hand, as long as a leash."""
    return (
        f'<path d="M-14 64H142" stroke="{darker(paint, 0.35)}" stroke-width="10" stroke-linecap="round"/><path d="M-14 64H142" stroke="{paint}" stroke-width="7.600" stroke-linecap="round"/>'
        f'<path d="{"".join(f"M{x} 67.400l4-6.800" for x in range(-12, 140, 7))}" stroke="{darker(paint, 0.25)}" stroke-width="1"/><path d="M64 60V70" stroke="#d8322f" stroke-width="3"/>'
    )


def _stroller(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        '<path d="M94 66L123 46" stroke="#5b6470" stroke-width="6" stroke-linecap="round"/><path d="M118 40l8 11" stroke="#3a4048" stroke-width="8" stroke-linecap="round"/><path d="M28 84L92 112M92 84L28 112" stroke="#8a94a0" stroke-width="5"/>'
        f'<path d="M8 52H100Q98 90 60 90H44Q10 88 8 52z" fill="{paint}"/><path d="M8 52Q8 10 54 8V52z" fill="{dark}"/><path d="M8 52Q20 24 54 8M8 52Q34 34 54 24" stroke="{lighter(paint, 0.2)}" stroke-width="2.500" fill="none"/><path d="M8 52H100" stroke="{lighter(paint, 0.35)}" stroke-width="5"/>'
        '<circle cx="28" cy="112" r="14" fill="#3a4048"/><circle cx="28" cy="112" r="7" fill="#cfd6dd"/><circle cx="92" cy="112" r="14" fill="#3a4048"/><circle cx="92" cy="112" r="7" fill="#cfd6dd"/>'
    )


def _watering_can(paint: str) -> str:
    """Tilted to the left, where who holds it has the plant."""
    dark, light = darker(paint, 0.3), lighter(paint, 0.35)
    jets = '<path d="M6 88Q-1 104 1 126M12 80Q6 102 11 126M17 72Q13 98 21 126M22 66Q20 92 31 126" stroke="#4aa8e6" stroke-width="5" stroke-dasharray="13 5" stroke-linecap="round" fill="none"/>'
    return (
        f'{jets}<path d="M92 40Q126 30 122 66Q118 92 92 90" stroke="{dark}" stroke-width="8" fill="none" stroke-linecap="round"/>'
        f'<g transform="rotate(-14 74 66)"><path d="M52 34H100L106 96Q78 104 48 96z" fill="{paint}"/><path d="M52 34H100L101 46H51z" fill="{dark}"/><ellipse cx="76" cy="34" rx="24" ry="6" fill="{darker(paint, 0.45)}"/>'
        f'<path d="M56 34Q58 14 78 14Q98 14 98 34" stroke="{dark}" stroke-width="6" fill="none"/>{gloss("M60 52Q56 74 60 90", 5, 0.4)}</g>'
        f'<path d="M56 96L18 70" stroke="{paint}" stroke-width="12" stroke-linecap="round"/><path d="M8 84L26 56" stroke="{light}" stroke-width="10" stroke-linecap="round"/><path d="M5 82L23 54" stroke="{dark}" stroke-width="3" stroke-linecap="round"/>'
    )


def _standing_watering_can(paint: str) -> str:
    """As it stands on the ground, with nothing running out of it."""
    dark, light = darker(paint, 0.3), lighter(paint, 0.35)
    return (
        f'<path d="M98 58Q128 56 122 86Q117 108 96 110" stroke="{dark}" stroke-width="8" fill="none" stroke-linecap="round"/>'
        f'<path d="M56 108L20 62" stroke="{paint}" stroke-width="12" stroke-linecap="round"/><path d="M8 66L32 50" stroke="{light}" stroke-width="10" stroke-linecap="round"/><path d="M6 62L29 47" stroke="{dark}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="M52 56H102L106 118Q78 126 48 118z" fill="{paint}"/><path d="M52 56H102L103 68H51z" fill="{dark}"/><ellipse cx="77" cy="56" rx="25" ry="6" fill="{darker(paint, 0.45)}"/>'
        f'<path d="M57 56Q59 34 78 34Q97 34 97 56" stroke="{dark}" stroke-width="6" fill="none"/>{gloss("M60 74Q57 96 60 112", 5, 0.4)}'
    )


def _ski_pair(paint: str) -> str:
    """Under the feet of who stands on them, a pole at either side."""
    dark = darker(paint, 0.35)
    poles = "".join(
        f'<path d="M{x} 46L{x + lean} 112" stroke="#6b7480" stroke-width="2.600" stroke-linecap="round"/><path d="M{x - lean * 0.1} 40V52" stroke="#2f3640" stroke-width="5" stroke-linecap="round"/><ellipse cx="{x + lean * 0.92}" cy="106" rx="6" ry="2" fill="none" stroke="#2f3640" stroke-width="1.600"/>'
        for x, lean in ((30, -8), (98, 8))
    )
    boards = "".join(
        f'<path d="M2 {y - 8}Q4 {y} 14 {y}H120Q126 {y} 126 {y + 3}Q126 {y + 5} 120 {y + 5}H12Q-2 {y + 4} 2 {y - 8}z" fill="{paint}"/><path d="M10 {y + 3.4}H122" stroke="{dark}" stroke-width="1.800"/>'
        for y in (110, 118)
    )
    return f"{poles}{boards}"


def _skates(paint: str, *, wheels: bool) -> str:
    """A pair, one on either foot of who looks at us."""
    drawn = ""
    for x in (18, 74):
        boot = f'<path d="M{x + 2} 50H{x + 34}V66Q{x + 45} 74 {x + 38} 90H{x - 2}Q{x - 9} 74 {x + 2} 66z" fill="{paint}"/><path d="M{x + 2} 50H{x + 34}V58H{x + 2}z" fill="{darker(paint, 0.18)}"/><path d="M{x + 10} 65h16M{x + 10} 73h16" stroke="#5b6470" stroke-width="3"/>'
        under = (
            "".join(
                f'<circle cx="{x + dx}" cy="104" r="10" fill="#e2503f"/><circle cx="{x + dx}" cy="104" r="4" fill="#f5d9a0"/>'
                for dx in (8, 28)
            )
            if wheels
            else f'<path d="M{x + 6} 88V102M{x + 30} 88V102" stroke="#7d8894" stroke-width="5"/><path d="M{x - 6} 104H{x + 42}" stroke="#aeb8c2" stroke-width="7" stroke-linecap="round"/>'
        )
        drawn += f"{under}{boot}"
    return drawn


def _snowball(paint: str) -> str:
    shade = darker(paint, 0.12)
    return (
        f'<path d="M64 9Q80 5 93 17Q110 22 113 41Q124 58 117 76Q116 97 98 105Q84 121 64 118Q44 122 31 107Q13 99 12 78Q4 60 14 43Q17 23 35 18Q48 5 64 9Z" fill="{shade}"/>'
        f'<path d="M60 13Q77 10 89 22Q103 31 103 48Q110 64 101 78Q93 96 74 99Q56 106 41 96Q22 90 20 70Q14 53 24 39Q36 16 60 13Z" fill="{paint}"/><ellipse cx="46" cy="40" rx="17" ry="12" fill="#fff" transform="rotate(-34 46 40)"/>'
        f'<g fill="{shade}"><circle cx="84" cy="52" r="2.6"/><circle cx="70" cy="80" r="3"/><circle cx="88" cy="76" r="2"/><circle cx="52" cy="88" r="2.2"/><circle cx="74" cy="34" r="2"/></g>'
    )


def _hair(paint: str) -> str:
    dark, light = darker(paint, 0.3), lighter(paint, 0.25)
    strands = "".join(
        f"M{x} 40Q{x + d} 80 {x + d * 1.4:.0f} 116" for x, d in ((40, -8), (52, -4), (76, 4), (88, 8))
    )
    return (
        f'<path d="M64 8Q22 8 20 52Q18 96 26 122Q40 126 44 116Q38 76 46 52Q64 46 84 34Q92 60 88 84Q86 104 84 116Q92 126 104 122Q110 96 108 52Q106 8 64 8z" fill="{paint}"/>'
        f'<path d="{strands}" stroke="{dark}" stroke-width="2" fill="none" opacity=".5"/><path d="M34 34Q44 18 64 16" stroke="{light}" stroke-width="6" stroke-linecap="round" fill="none" opacity=".7"/>'
    )


PROPS = {
    "leash": Prop(_leash, "#b3303a"),
    "ski-pair": Prop(_ski_pair, "#2f7fd1"),
    "ice-skates": Prop(partial(_skates, wheels=False), "#f4f6f8"),
    "roller-skates": Prop(partial(_skates, wheels=True), "#5fb0e0"),
    "tug-rope": Prop(_tug_rope, "#d9b98a"),
    "stroller": Prop(_stroller, "#6f9fd8"),
    "watering-can": Prop(_watering_can, "#5a9e6f"),
    "standing-watering-can": Prop(_standing_watering_can, "#5a9e6f"),
    "snowball": Prop(_snowball, "#eef5fb"),
    "large-kite": Prop(_large_kite, "#f4762e"),
    "large-butterfly": Prop(_large_butterfly, "#e8559a"),
    "kite-on-string": Prop(_kite_on_string, "#f4762e"),
    "butterfly-on-string": Prop(_butterfly_on_string, "#e8559a"),
    "butterfly-kite": Prop(_butterfly_kite, "#e8559a"),
    "hair": Prop(_hair, "#543930"),
    **{kind: Prop(partial(_hung, kind), wardrobe()[kind].paint) for kind in _HUNG},
    "neckerchief": Prop(_neckerchief, "#d8322f"),
    "mortar": Prop(_mortar, "#b9bec6"),
    "angling-rod": Prop(_angling_rod, "#4f7f86"),
    "bamboo-stick": Prop(_bamboo_stick, "#7fb24a"),
}
