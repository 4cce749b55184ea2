"""Colours: names to paints, mixing, and repainting a drawing in OKLab (Björn Ottosson, "A perceptual color space")."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Mapping, Sequence

PAINTS: dict[str, str] = {
    "red": "#d8383a",
    "orange": "#f2862a",
    "yellow": "#f6c730",
    "green": "#43a047",
    "blue": "#2f73d9",
    "purple": "#8b50c6",
    "pink": "#f48fb5",
    "brown": "#8a5a38",
    "black": "#303136",
    "white": "#f4f3ef",
    "grey": "#9aa1a8",
    "gold": "#e0ac2b",
    "silver": "#c3cad1",
    "cyan": "#2fbcc9",
    "navy": "#2a3f7d",
    "beige": "#e6d3ae",
    "maroon": "#8c2b36",
    "teal": "#1f8f86",
    "olive": "#8b8b34",
    "violet": "#7a5fd6",
}
"""Colour names of the lexicon and the paint that each stands for."""

_TINGES = {"light": ("#ffffff", 0.45), "dark": ("#1c1020", 0.42)}
"""What goes before a colour's name with a hyphen, and how it changes the paint."""


BROADLY = 0.68
"""How much white is in a light colour that covers a whole wall, on which it looks stronger than on a thing."""


def paints_of(names: str, *, light: float = _TINGES["light"][1]) -> list[str]:
    """The paints of names with spaces between, each of `PAINTS` or one with a tinge ("light-blue"); others are left out.

    `light` is the share of white in what is light.
    """
    found = []
    for name in names.split():
        tinge, _, plain = name.rpartition("-")
        if plain in PAINTS:
            other, share = _TINGES.get(tinge, ("#ffffff", 0.0))
            found.append(mix(PAINTS[plain], other, light if tinge == "light" else share))
    return found


def paint_of(name: str | None) -> str | None:
    """The paint of one colour's name, with its tinge if it has one; None for no name, or one that is unknown."""
    return next(iter(paints_of(name or "")), None)


def nearest_name(paint: str) -> str:
    """The name of `PAINTS` by which a paint goes."""
    wanted = to_lab(paint)
    return min(PAINTS, key=lambda name: math.dist(to_lab(PAINTS[name]), wanted))


_HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
Lab = tuple[float, float, float]


def rgb(colour: str) -> tuple[int, int, int]:
    """``#d8383a`` or ``#fff`` as three numbers from 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(first: str, second: str, share: float) -> str:
    """`share` 0 gives the first colour, 1 the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float) -> str:
    """Towards a warm black, as shade is never neutral."""
    return mix(colour, "#1c1020", share)


def lighter(colour: str, share: float) -> str:
    """Towards a warm white."""
    return mix(colour, "#fffaf0", share)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def to_lab(colour: str) -> Lab:
    """sRGB to OKLab: lightness 0 to 1, and two chroma axes."""
    r, g, b = (_linear(value / 255) for value in rgb(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_lab(lab: Lab) -> str:
    """The nearest sRGB colour."""
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(channel) * 255):02x}" for channel in channels)


def colours_in(body: str) -> list[str]:
    """Every colour that stands in an SVG text, once, in order of appearance, as written."""
    return list(dict.fromkeys(_HEX.findall(body)))


def same_paint(colour: str, base: str) -> bool:
    """Whether a colour is a shade of the base."""
    return _same_paint(to_lab(colour), to_lab(base))


def _same_paint(lab: Lab, base: Lab) -> bool:
    """Whether a colour is a shade of the base: of its hue, or grey as the base is. Darks (eyes, outlines) never are."""
    chroma, base_chroma = math.hypot(lab[1], lab[2]), math.hypot(base[1], base[2])
    if lab[0] < min(0.27, base[0] * 0.6):
        return False
    if base_chroma < 0.035:
        return chroma < 0.05
    turn = math.atan2(lab[2], lab[1]) - math.atan2(base[2], base[1])
    return chroma > 0.02 and abs((turn + math.pi) % (2 * math.pi) - math.pi) < 0.75


def repaint(body: str, paint: str, base: str, *, only: Sequence[str] = (), keep: Container[str] = ()) -> str:
    """The drawing with its base colour, and that colour's shades, moved to `paint`.

    `base` is the drawing's dominant colour. With `only`, exactly those colours are moved and nothing else; those of `keep`,
    in small letters, never are.
    """
    centre, target = to_lab(base), to_lab(paint)
    base_chroma = math.hypot(centre[1], centre[2])
    chosen = {colour.lower() for colour in only}
    moved: dict[str, str] = {}
    for colour in colours_in(body):
        if colour.lower() in keep:
            continue
        lab = to_lab(colour)
        if (colour.lower() not in chosen) if chosen else not _same_paint(lab, centre):
            continue
        chroma = math.hypot(lab[1], lab[2])
        strength = min(1.15, max(0.5, chroma / base_chroma)) if base_chroma > 0.035 else 1.0
        light = min(0.97, max(0.12, target[0] + (lab[0] - centre[0]) * 0.85))
        moved[colour] = from_lab((light, target[1] * strength, target[2] * strength))
    return in_colours(body, moved)


def in_colours(body: str, moved: Mapping[str, str]) -> str:
    """The SVG text with each of those colours, as written, replaced by another."""
    return _HEX.sub(lambda match: moved.get(match[0], match[0]), body)
