"""What was knocked over, and what broke: a vase on its side, the pieces of a plate, a glass and what ran out of it."""

from __future__ import annotations

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.household import PROPS as HOUSEHOLD
from paintover.engines.illustrator.sprites.props.shape import Prop, gloss

_WATER = "#9fd3f0"


def _puddle(paint: str, path: str) -> str:
    return f'<path d="{path}" fill="{darker(paint, 0.16)}"/><path d="{path}" transform="translate(2.4 2.2) scale(.962)" fill="{paint}"/>'


def _flower(x: float, y: float, paint: str) -> str:
    petals = "".join(f'<circle cx="{x + dx}" cy="{y + dy}" r="5.600" fill="{paint}"/>' for dx, dy in ((0, -6), (6, -1.5), (4, 5), (-4, 5), (-6, -1.5)))  # fmt: skip
    return f'{petals}<circle cx="{x}" cy="{y}" r="4.400" fill="#f6c83c"/>'


def _fallen_vase(paint: str) -> str:
    """The vase on its side, with the water and two flowers that were in it."""
    return (
        _puddle(_WATER, "M2 116Q4 105 26 107Q44 101 62 108Q90 110 86 119Q62 128 34 126.500Q3 128 2 116z")
        + '<path d="M46 94Q30 100 16 98M46 98Q34 110 22 116" stroke="#4f9a4a" stroke-width="3.600" fill="none" stroke-linecap="round"/><path d="M34 98q-2-8 6-10q3 8-6 10z" fill="#6cb85f"/>'
        + f'<g transform="translate(86 96) rotate(-83) scale(.72) translate(-64 -72)">{HOUSEHOLD["vase"].draw(paint)}</g>'
        + _flower(14, 96, "#e5737f")
        + _flower(22, 115, "#f2ead8")
    )


def _broken_vase(paint: str) -> str:
    """What is left of a vase: its foot, the shards, the water and the flowers."""
    d, pale, shards = darker(paint, 0.28), lighter(paint, 0.6), ""
    for path, fill in (
        ("M20 98L44 90L40 108z", paint),
        ("M8 116L28 110L32 122L14 125z", d),
        ("M112 92L124 108L104 110z", paint),
        ("M100 116L122 114L114 126z", d),
        ("M44 116L60 113L56 125z", pale),
    ):
        shards += f'<path d="{path}" fill="{fill}" stroke="{darker(paint, 0.45)}" stroke-width="1.200" stroke-linejoin="round"/>'
    return (
        _puddle(_WATER, "M4 118Q8 106 36 108Q64 102 96 108Q126 108 124 119Q98 128 60 126.500Q6 128 4 118z")
        + f'<path d="M48 70L57 82L66 68L76 82L86 66L100 80Q106 104 90 118Q70 124 52 117Q40 104 48 70z" fill="{paint}"/><path d="M86 66L100 80Q106 104 90 118Q78 122 68 120Q90 106 86 66z" fill="{d}" opacity=".5"/><path d="M45 92Q70 102 102 92L101 100Q72 110 46 100z" fill="{pale}"/>'
        + gloss("M54 86Q52 92 53 98", 4)
        + shards
        + '<path d="M38 100Q28 92 16 84" stroke="#4f9a4a" stroke-width="3.600" fill="none" stroke-linecap="round"/>'
        + _flower(15, 83, "#e5737f")
    )


def _broken_plate(paint: str) -> str:
    """A plate in pieces."""
    d, rim = darker(paint, 0.2), darker(paint, 0.1)
    return "".join(
        f'<path d="{path}" fill="{fill}" stroke="{d}" stroke-width="1.600" stroke-linejoin="round"/>'
        for path, fill in (
            ("M8 104Q14 88 50 84L58 98L40 108z", rim),
            ("M22 104Q28 95 48 92L52 99L40 105z", paint),
            ("M64 84Q100 84 116 96L92 108L70 98z", rim),
            ("M68 90Q90 89 102 97L90 103L74 96z", paint),
            ("M12 114L42 112L60 104L62 122Q26 126 12 114z", rim),
            ("M70 106L90 114L120 106Q116 122 76 124z", rim),
            ("M76 110L90 117L108 112Q102 119 78 120z", paint),
            ("M56 80L64 70L68 80z", rim),
            ("M112 84L124 80L122 90z", rim),
        )
    )


def _spilled(paint: str) -> str:
    """A glass on its side, and what ran out of it."""
    return (
        _puddle(paint, "M2 114Q6 100 34 103Q56 96 76 104Q96 108 90 118Q64 128 32 126.500Q3 128 2 114z")
        + f'<path d="M64 78L120 84Q126 98 120 116L64 122Q56 100 64 78z" fill="#dff1fa" opacity=".72" stroke="#8fb6c9" stroke-width="2"/><path d="M64 110Q90 104 122 108L120 116L64 122z" fill="{paint}" opacity=".9"/><ellipse cx="64" cy="100" rx="7.500" ry="22" fill="#f3fafd" opacity=".8" stroke="#8fb6c9" stroke-width="2.200"/><path d="M60 112Q48 112 40 116L66 121z" fill="{paint}"/>'
        + gloss("M76 86L108 89", 4)
    )


PROPS = {
    "fallen-vase": Prop(_fallen_vase, "#4f86b8"),
    "broken-vase": Prop(_broken_vase, "#4f86b8"),
    "broken-plate": Prop(_broken_plate, "#f4f1ea"),
    "spilled-water": Prop(_spilled, _WATER),
    "spilled-milk": Prop(_spilled, "#fbfaf4"),
    "spilled-juice": Prop(_spilled, "#f2a53a"),
    "spilled-coffee": Prop(_spilled, "#7a4e2c"),
}
