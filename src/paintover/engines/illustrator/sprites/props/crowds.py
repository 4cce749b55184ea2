"""Spectators in rows, as broad as a picture: seen from the front, and from behind where they look at a stage."""

from __future__ import annotations

import random
from collections.abc import Iterator

from paintover.engines.illustrator.colour import darker
from paintover.engines.illustrator.sprites.props.shape import Prop

_SKINS = ("#ffd9b3", "#f0c08f", "#d9a070", "#a8703f", "#7a4a2a")
_HAIRS = ("#2b2320", "#4a3222", "#7a4a2a", "#c98f3a", "#8d8d94", "#1d1a22")
_CLOTHES = ("#e2574c", "#f2b233", "#4f86c6", "#5fae6a", "#8a63b8", "#f08a4b", "#46a6a0", "#e9e4da", "#d65f93")
_ROWS = ((104.0, 13), (114.0, 12), (126.0, 11))
"""How far down each row stands, and how many are in it, the last row first."""


def _people() -> Iterator[tuple[random.Random, float, float, float]]:
    """Each with the middle, the foot and half the breadth."""
    rng = random.Random(5)
    for row, (foot, many) in enumerate(_ROWS):
        step = 132 / many
        for number in range(many + 1):
            x = -2 + step * (number - (0.5 if row % 2 else 0)) + rng.uniform(-0.8, 0.8)
            yield rng, x, foot + rng.uniform(-1, 1), 0.46 * step


def _crowd(paint: str) -> str:
    """They look at us, and some cheer."""
    out = []
    for rng, x, foot, half in _people():
        skin, hair, cloth = rng.choice(_SKINS), rng.choice(_HAIRS), rng.choice((*_CLOTHES, paint))
        head, top = 0.62 * half, foot - 2.1 * half
        if rng.random() < 0.4:
            for side in (-1, 1):
                out.append(
                    f'<path d="M{x + side * 0.7 * half:.1f} {foot - half:.1f}L{x + side * 1.05 * half:.1f} {top - 0.7 * half:.1f}" stroke="{cloth}" stroke-width="{0.42 * half:.1f}" stroke-linecap="round"/><circle cx="{x + side * 1.06 * half:.1f}" cy="{top - 0.8 * half:.1f}" r="{0.24 * half:.1f}" fill="{skin}"/>'
                )
        out.append(
            f'<path d="M{x - half:.1f} {foot + 2:.1f}V{foot - 0.6 * half:.1f}q0-{0.8 * half:.1f} {half:.1f}-{0.8 * half:.1f}t{half:.1f} {0.8 * half:.1f}V{foot + 2:.1f}z" fill="{cloth}"/>'
            f'<circle cx="{x:.1f}" cy="{top:.1f}" r="{head:.1f}" fill="{skin}"/>'
            f'<path d="M{x - head:.1f} {top:.1f}a{head:.1f} {head:.1f} 0 0 1 {2 * head:.1f} 0q-{head:.1f}-{0.75 * head:.1f}-{2 * head:.1f} 0z" fill="{hair}"/>'
            f'<circle cx="{x - 0.36 * head:.1f}" cy="{top + 0.18 * head:.1f}" r="{0.13 * head:.1f}" fill="#2b2320"/><circle cx="{x + 0.36 * head:.1f}" cy="{top + 0.18 * head:.1f}" r="{0.13 * head:.1f}" fill="#2b2320"/>'
            f'<path d="M{x - 0.3 * head:.1f} {top + 0.5 * head:.1f}q{0.3 * head:.1f} {0.36 * head:.1f} {0.6 * head:.1f} 0" stroke="#8a3b32" stroke-width="{0.16 * head:.1f}" fill="none"/>'
        )
    return "".join(out)


def _backs(paint: str) -> str:
    """They look away from us, darker than what they see."""
    out = []
    for rng, x, foot, half in _people():
        hair, cloth = darker(rng.choice(_HAIRS), 0.25), darker(rng.choice((*_CLOTHES, paint)), 0.45)
        head, top = 0.66 * half, foot - 2.1 * half
        if rng.random() < 0.3:
            side = rng.choice((-1, 1))
            out.append(
                f'<path d="M{x + side * 0.7 * half:.1f} {foot - half:.1f}L{x + side * 1.0 * half:.1f} {top - 0.8 * half:.1f}" stroke="{cloth}" stroke-width="{0.42 * half:.1f}" stroke-linecap="round"/>'
            )
        out.append(
            f'<path d="M{x - half:.1f} {foot + 2:.1f}V{foot - 0.6 * half:.1f}q0-{0.8 * half:.1f} {half:.1f}-{0.8 * half:.1f}t{half:.1f} {0.8 * half:.1f}V{foot + 2:.1f}z" fill="{cloth}"/>'
            f'<circle cx="{x:.1f}" cy="{top:.1f}" r="{head:.1f}" fill="{hair}"/>'
        )
    return "".join(out)


PROPS = {"crowd": Prop(_crowd, "#e2574c"), "crowd-backs": Prop(_backs, "#4f5f86")}
