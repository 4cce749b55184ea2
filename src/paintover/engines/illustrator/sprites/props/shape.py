"""What all drawn props share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing drawn by our own code on the unit square of 128, standing on its lower edge."""

    draw: Callable[[str], str]
    """From the main paint (``#rrggbb``) to SVG elements."""
    paint: str
    """The paint that it has when nobody asks for another."""
    rest: tuple[float, float] | None = None
    """Where things put on it stand, if its outline does not tell."""
    rest_width: float = 60.0
    """How broad that place is."""
    lean: tuple[float, float] | None = None
    """Where a long thing that lies across it leans."""


def across(name: str, *stops: tuple[float, str]) -> str:
    """A gradient from left to right, to be used as ``url(#name)``."""
    return _gradient(name, "1", "0", stops)


def down(name: str, *stops: tuple[float, str]) -> str:
    """A gradient from top to bottom, to be used as ``url(#name)``."""
    return _gradient(name, "0", "1", stops)


def _gradient(name: str, x2: str, y2: str, stops: tuple[tuple[float, str], ...]) -> str:
    listed = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
    return f'<defs><linearGradient id="{name}" x1="0" y1="0" x2="{x2}" y2="{y2}">{listed}</linearGradient></defs>'


def gloss(path: str, width: float = 3, strength: float = 0.6) -> str:
    """A white streak of reflected light."""
    return f'<path d="{path}" stroke="#fff" stroke-width="{width}" stroke-linecap="round" fill="none" opacity="{strength}"/>'
