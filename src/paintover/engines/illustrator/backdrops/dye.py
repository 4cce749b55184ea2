"""Drawn pieces of a backdrop in another paint: lights and shades stay lights and shades."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from paintover.engines.illustrator.colour import colours_in, from_lab, rgb, to_lab

_HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")


def dyed(drawn: Sequence[str], paint: str, *, greens: bool = False) -> list[str]:
    """Pieces of SVG with every colour moved to `paint`, or with `greens` those that are green and no other.

    What was lighter than most stays lighter by as much; near white and black, where there is no room, by less.
    """
    found = list(dict.fromkeys(colour for piece in drawn for colour in colours_in(piece)))
    chosen = [colour for colour in found if not greens or is_green(colour)]
    if not chosen:
        return list(drawn)
    lights = sorted(to_lab(colour)[0] for colour in chosen)
    middle = lights[len(lights) // 2]
    light, a, b = to_lab(paint)
    room = 0.5 if light > 0.86 or light < 0.32 else 0.8
    moved = {}
    for colour in chosen:
        at = min(0.985, max(0.10, light + room * (to_lab(colour)[0] - middle)))
        pale = 1 - 0.75 * max(0.0, at - 0.86) / 0.14 if math.hypot(a, b) > 0.03 else 1.0
        moved[colour] = from_lab((at, a * pale, b * pale))
    return [_HEX.sub(lambda match: moved.get(match[0], match[0]), piece) for piece in drawn]


def is_green(colour: str) -> bool:
    """Whether leaves and grass are painted so."""
    red, green, blue = rgb(colour)
    return green >= red * 0.92 and green > blue * 1.06
