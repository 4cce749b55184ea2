"""Props of kitchen and table."""

from __future__ import annotations

import re

from paintover.engines.illustrator.colour import darker, lighter, repaint
from paintover.engines.illustrator.sprites.art import icon_body
from paintover.engines.illustrator.sprites.props.shape import Prop, across, gloss


def _pot_lid(paint: str) -> str:
    """A domed lid seen a little from above: a dark inside under the rim, steel bands of light, a wooden knob."""
    dark, light = darker(paint, 0.42), lighter(paint, 0.72)
    steel = across(
        "s", (0, dark), (0.16, paint), (0.30, light), (0.44, paint), (0.70, lighter(paint, 0.15)), (1, dark)
    )
    return (
        f'{steel}<ellipse cx="64" cy="105" rx="62" ry="13" fill="{darker(paint, 0.62)}"/>'
        f'<ellipse cx="64" cy="101.500" rx="62" ry="12" fill="url(#s)"/>'
        f'<path d="M7 99C12 74 34 58 64 58S116 74 121 99A57 10 0 0 1 7 99Z" fill="url(#s)"/>'
        f'<path d="M9 92A56 10 0 0 0 119 92" stroke="{dark}" stroke-width="1.600" fill="none" opacity=".5"/>'
        f"{gloss('M24 88Q32 72 52 66', 4.5, 0.85)}{gloss('M104 90Q100 80 92 74', 2.5, 0.4)}"
        f'<path d="M57 50h14l3 9H54z" fill="{dark}"/><ellipse cx="64" cy="59" rx="12" ry="3" fill="{dark}"/>'
        '<ellipse cx="64" cy="46" rx="14" ry="8" fill="#5d4037"/><ellipse cx="60" cy="43" rx="7" ry="2.600" fill="#a9836f" opacity=".9"/>'
    )


def _chopstick(paint: str) -> str:
    """One stick, lying level, its thin end to the left, with a lacquered, ringed handle."""
    light, dark = lighter(paint, 0.42), darker(paint, 0.38)
    return (
        f'<path d="M1 65Q0 64 1 63L127 60Q128 60 128 61V67Q128 68 127 68Z" fill="{paint}"/><path d="M1 63.500L127 60V62.500L4 64Z" fill="{light}"/>'
        f'<path d="M2 64.600L128 66V68Z" fill="{dark}"/>'
        '<path d="M90 60.900L127 60Q128 60 128 61V67Q128 68 127 68L90 67.100Z" fill="#b3202a"/><path d="M90 60.900L127 60Q128 60 128 62L90 62.700Z" fill="#ee7a72"/>'
        '<path d="M90 65.600L128 66V68L90 67.100Z" fill="#7a121b"/>'
        '<path d="M87.500 61h3v6h-3zM96 60.800h1.800v6.400h-1.800zM123.600 60.100h2v7.800h-2z" fill="#f4c542"/>'
    )


def _pot(paint: str) -> str:
    dark = darker(paint, 0.4)
    return (
        f"{across('s', (0, dark), (0.25, lighter(paint, 0.6)), (0.5, paint), (1, dark))}"
        f'<path d="M2 66h16v9H8q-6-1-6-9zM126 66h-16v9h10q6-1 6-9z" fill="{dark}"/>'
        f'<path d="M14 56h100v50q0 16-16 16H30q-16 0-16-16z" fill="url(#s)"/><rect x="10" y="50" width="108" height="9" rx="4" fill="{lighter(paint, 0.3)}"/>'
        f"{gloss('M30 68v36', 5, 0.5)}"
    )


def _frying_pan(paint: str) -> str:
    dark = darker(paint, 0.35)
    return (
        '<path d="M78 70l46-10q5 0 4 6l-46 14z" fill="#6d4c41"/>'
        f'<ellipse cx="44" cy="84" rx="43" ry="22" fill="{dark}"/><ellipse cx="44" cy="78" rx="43" ry="20" fill="{paint}"/>'
        f'<ellipse cx="44" cy="80" rx="35" ry="14.500" fill="{darker(paint, 0.5)}"/>{gloss("M18 78Q30 68 48 68", 3, 0.35)}'
    )


def _cup(paint: str) -> str:
    return (
        f'<path d="M90 52q30-4 28 20t-34 24v-10q22-1 23-15t-17-10z" fill="{darker(paint, 0.12)}"/>'
        f"{across('s', (0, darker(paint, 0.16)), (0.3, lighter(paint, 0.6)), (1, darker(paint, 0.22)))}"
        f'<path d="M16 40h78l-6 68q-2 12-14 12H36q-12 0-14-12z" fill="url(#s)"/><ellipse cx="55" cy="40" rx="39" ry="9" fill="{darker(paint, 0.28)}"/>'
        f'<ellipse cx="55" cy="42" rx="33" ry="6" fill="#7a5240"/>{gloss("M32 58l4 44", 5, 0.55)}'
    )


def _bottle(paint: str) -> str:
    return (
        f"{across('s', (0, darker(paint, 0.35)), (0.3, lighter(paint, 0.45)), (0.6, paint), (1, darker(paint, 0.4)))}"
        '<rect x="53" y="2" width="22" height="12" rx="4" fill="#c9a26b"/>'
        f'<path d="M54 12h20v26q0 8 9 15t9 20v44q0 9-9 9H45q-9 0-9-9V73q0-13 9-20t9-15z" fill="url(#s)"/>'
        f'<rect x="36" y="76" width="56" height="28" fill="#fbf3df"/><path d="M44 86h40M44 94h26" stroke="{darker(paint, 0.2)}" stroke-width="3"/>'
        f"{gloss('M46 66v-6q0-6 6-11', 4, 0.6)}"
    )


def _plate(paint: str) -> str:
    return (
        f'<ellipse cx="64" cy="99" rx="62" ry="21" fill="{darker(paint, 0.28)}"/><ellipse cx="64" cy="94" rx="62" ry="21" fill="{paint}"/>'
        f'<ellipse cx="64" cy="95" rx="42" ry="13" fill="{darker(paint, 0.12)}"/><ellipse cx="64" cy="97" rx="40" ry="11.500" fill="{lighter(paint, 0.3)}"/>'
        '<ellipse cx="64" cy="94" rx="55" ry="18" fill="none" stroke="#5b8fc7" stroke-width="2" opacity=".7"/>'
    )


def _bowl(paint: str) -> str:
    return (
        f'<path d="M42 114h44l3 8H39z" fill="{darker(paint, 0.25)}"/>'
        f"{across('s', (0, darker(paint, 0.18)), (0.3, lighter(paint, 0.5)), (1, darker(paint, 0.25)))}"
        f'<path d="M4 66h120q-4 50-42 51H46Q8 116 4 66z" fill="url(#s)"/><ellipse cx="64" cy="66" rx="60" ry="12" fill="{darker(paint, 0.3)}"/>'
        f'<ellipse cx="64" cy="68" rx="55" ry="9" fill="{darker(paint, 0.14)}"/><path d="M9 84Q64 100 119 84" stroke="#3f74b5" stroke-width="4" fill="none" opacity=".75"/>'
    )


def _fork(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f'<path d="M59 66h10l4 54q0 7-9 7t-9-7z" fill="{paint}"/><path d="M46 4h5v30h6V2h5v32h4V2h5v32h6V4h5v36q0 22-12 28H58Q46 62 46 40z" fill="{paint}"/>'
        f'<path d="M66 66h3l4 54q0 7-9 7z" fill="{dark}" opacity=".5"/>'
    )


def _lying_fork(paint: str) -> str:
    """As it lies on a table, seen from the side: the handle towards us."""
    return f'<g transform="translate(64 106) scale(1 .42) rotate(-58) translate(-62 -65)">{_fork(paint)}</g>'


def _lying_spoon(paint: str) -> str:
    """As it lies on a table, its bowl to the left."""
    dark, light = darker(paint, 0.28), lighter(paint, 0.5)
    return (
        f'<g transform="translate(62 108) scale(1 .46) rotate(-24)"><path d="M-14 -5Q18 -6 52 -8Q62 -8 62 0T52 8Q18 6 -14 5z" fill="{paint}"/>'
        f'<path d="M-6 -2.500Q20 -3 52 -5" stroke="{light}" stroke-width="2.500" fill="none" stroke-linecap="round"/>'
        f'<ellipse cx="-34" cy="0" rx="29" ry="20" fill="{paint}"/><ellipse cx="-34" cy="1.500" rx="23" ry="14.500" fill="{dark}"/>'
        f'<path d="M-54 2Q-46 14 -30 13" stroke="{light}" stroke-width="4" fill="none" stroke-linecap="round"/></g>'
    )


def _microwave(paint: str) -> str:
    dark = darker(paint, 0.3)
    return (
        f'<path d="M14 116h14v8H14zM100 116h14v8h-14z" fill="#4b5560"/><rect x="2" y="38" width="124" height="80" rx="9" fill="{paint}"/>'
        f'<rect x="10" y="47" width="80" height="62" rx="6" fill="#2b3440"/><rect x="16" y="53" width="68" height="50" rx="4" fill="#44576b"/>'
        f'{gloss("M24 92L52 62", 5, 0.25)}<rect x="97" y="48" width="22" height="13" rx="2" fill="#20362a"/><path d="M101 55h13" stroke="#7cf2a4" stroke-width="3"/>'
        f'<circle cx="102.500" cy="73" r="4" fill="{dark}"/><circle cx="114" cy="73" r="4" fill="{dark}"/><circle cx="102.500" cy="86" r="4" fill="{dark}"/>'
        f'<circle cx="114" cy="86" r="4" fill="{dark}"/><rect x="98" y="97" width="20" height="11" rx="3" fill="{dark}"/>'
    )


def _toaster(paint: str) -> str:
    bread = '<path d="M{x} 60V30q-6-2-4-10t14-8h12q12 0 14 8t-4 10v30z" fill="#e0a860"/><path d="M{x1} 60V34q0-4-4-8t2-9h18q6 4 2 9t-4 8v26z" fill="#f6d79b"/>'
    return (
        f"{bread.format(x=28, x1=34)}{bread.format(x=68, x1=74)}"
        f"{across('s', (0, darker(paint, 0.3)), (0.25, lighter(paint, 0.55)), (1, darker(paint, 0.35)))}"
        f'<path d="M6 72q0-20 20-20h76q20 0 20 20v44H6z" fill="url(#s)"/><rect x="10" y="114" width="108" height="9" rx="3" fill="#43484f"/>'
        '<rect x="20" y="55" width="38" height="6" rx="3" fill="#3b3f46"/><rect x="68" y="55" width="38" height="6" rx="3" fill="#3b3f46"/>'
        '<rect x="107" y="74" width="5" height="30" rx="2" fill="#3b3f46"/><rect x="102" y="80" width="16" height="8" rx="3" fill="#23262b"/>'
        f"{gloss('M22 72v30', 5, 0.5)}"
    )


def _fried_egg(paint: str) -> str:
    """An egg as it comes out of the pan, seen from above and a little from the side."""
    return (
        '<path d="M8 98Q2 82 24 78Q36 66 58 72Q84 62 104 76Q126 80 121 97Q124 112 98 114Q78 124 56 116Q22 122 8 98Z" fill="#e3c489"/>'
        f'<path d="M9 94Q4 80 25 76Q37 64 59 70Q84 60 103 74Q124 78 119 94Q121 108 97 110Q78 120 56 112Q23 117 9 94Z" fill="{paint}"/>'
        '<path d="M24 100Q40 108 56 106Q78 112 96 104" stroke="#e7dcc2" stroke-width="3" fill="none" stroke-linecap="round"/>'
        '<ellipse cx="62" cy="90" rx="26" ry="15" fill="#f08c0f"/><ellipse cx="62" cy="87" rx="26" ry="15" fill="#fdb827"/>'
        f"{gloss('M46 84Q52 77 64 77', 4, 0.75)}"
    )


def _chopsticks(paint: str) -> str:
    """A pair that lies level, the thin ends to the left."""
    one = _chopstick(paint)
    return f'<g transform="translate(0 26) rotate(-3 64 64)">{one}</g><g transform="translate(0 38) rotate(2 64 64)">{one}</g>'


_STICKS = (10, 11, 12, 20, 21)
"""What of the drawn bowl of noodles are sticks, and the noodles on them."""


def _noodles(paint: str) -> str:
    """The emoji's bowl without its chopsticks."""
    parts = re.findall(r"<[^>]+>", icon_body("steaming-bowl"))
    body = "".join(part for at, part in enumerate(parts) if at not in _STICKS)
    return (
        body
        if paint == _PORCELAIN
        else repaint(body, paint, _PORCELAIN, only=("#f6f6f6", "#d4d2d6", "#b0b0b0"))
    )


_PORCELAIN = "#f6f6f6"

PROPS = {
    "fried-egg": Prop(_fried_egg, "#fffaf0"),
    "chopsticks": Prop(_chopsticks, "#c98a4b"),
    "noodle-bowl": Prop(_noodles, _PORCELAIN, rest=(50.0, 75.0), rest_width=50.0),
    "pot-lid": Prop(_pot_lid, "#a3b0bb", rest=(64.0, 42.0), rest_width=40.0, lean=(64.0, 57.0)),
    "chopstick": Prop(_chopstick, "#c98a4b"),
    "pot": Prop(_pot, "#9aa7b2", rest=(64.0, 53.0), rest_width=96.0),
    "frying-pan": Prop(_frying_pan, "#4a5058", rest=(44.0, 85.0), rest_width=72.0),
    "cup": Prop(_cup, "#f3efe6"),
    "bottle": Prop(_bottle, "#3d8b63"),
    "plate": Prop(_plate, "#f6f4ee", rest=(64.0, 99.0), rest_width=78.0),
    "bowl": Prop(_bowl, "#f4f1ea", rest=(64.0, 72.0), rest_width=90.0),
    "fork": Prop(_fork, "#c2cad1"),
    "lying-fork": Prop(_lying_fork, "#c2cad1"),
    "lying-spoon": Prop(_lying_spoon, "#c2cad1"),
    "microwave": Prop(_microwave, "#dfe3e7"),
    "toaster": Prop(_toaster, "#d5564e"),
}
