"""Faces of those who are sick, dizzy, puzzled or shy: what each has before the eyes, about the mouth and beside the head, in the
units of its drawing."""

from __future__ import annotations

import math
import re

SICK, DIZZY, PUZZLED, SHY = "sick", "dizzy", "puzzled", "shy"
OUT_OF_SORTS = (SICK, DIZZY, PUZZLED, SHY)
_INK = "#3a2a28"
_OPEN = "#7a2f2a"
_GREEN, _PINK, _ASKS, _STAR = "#7fb24a", "#ff6f80", "#4a8fe0", "#ffc83d"


def _stroke(path: str, wide: float, colour: str) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{wide:.2f}" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'


def dizzy_eye(x: float, y: float, radius: float, rim: str) -> str:
    """An eye that goes round and round."""
    turns = []
    for step in range(34):
        angle, far = step * 0.42, radius * 1.02 * step / 33
        turns.append(f"{x + far * math.cos(angle):.2f} {y + far * math.sin(angle):.2f}")
    spiral = _stroke(f"M{'L'.join(turns)}", radius * 0.24, _INK)
    white = f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius * 1.3:.2f}" fill="#ffffff" stroke="{rim}" stroke-width="{radius * 0.12:.2f}"/>'
    return white + spiral


def raised_brow(x: float, y: float, radius: float, paint: str) -> str:
    """A brow high over its eye."""
    return _stroke(
        f"M{x - radius * 1.15:.2f} {y:.2f}q{radius * 1.15:.2f} {-radius * 0.95:.2f} {radius * 2.3:.2f} 0",
        max(1.3, radius * 0.33),
        paint,
    )


def level_brow(x: float, y: float, radius: float, paint: str, *, inner: int) -> str:
    """A brow that is low over its eye."""
    return _stroke(
        f"M{x - inner * radius * 1.1:.2f} {y + radius * 0.05:.2f}L{x + inner * radius * 1.1:.2f} {y + radius * 0.05:.2f}",
        max(1.3, radius * 0.33),
        paint,
    )


def cheeks(mood: str, eyes: tuple[tuple[float, float], ...], middle: float, radius: float) -> str:
    """Cheeks that are green, or red all over with the strokes of a blush."""
    if mood not in (SICK, SHY):
        return ""
    apart = abs(eyes[0][0] - eyes[-1][0]) or 5.5 * radius
    parts = []
    for x, y in eyes:
        out = -1 if x < middle else 1
        at, low = x + (out * apart * 0.2 if len(eyes) > 1 else 0.0), y + apart * 0.46
        paint, strength = (_GREEN, 0.55) if mood == SICK else (_PINK, 0.62)
        parts.append(
            f'<ellipse cx="{at:.2f}" cy="{low:.2f}" rx="{radius * 1.75:.2f}" ry="{radius * 1.15:.2f}" fill="{paint}" opacity="{strength}"/>'
        )
        if mood == SHY:
            lines = "".join(
                f"M{at + (step + 0.18) * radius:.2f} {low - radius * 0.45:.2f}l{-radius * 0.36:.2f} {radius * 0.9:.2f}"
                for step in (-0.7, 0.0, 0.7)
            )
            parts.append(_stroke(lines, radius * 0.2, "#d8404f"))
    return "".join(parts)


def mouth_of(mood: str, x: float, y: float, half: float, thick: float) -> str:
    """The mouth: a wave, a slanted line, a small smile."""
    if mood in (SICK, DIZZY):
        step = half * 0.45
        return _stroke(
            f"M{x - 2 * step:.2f} {y + half * 0.15:.2f}q{step / 2:.2f} {-half * 0.5:.2f} {step:.2f} 0t{step:.2f} 0t{step:.2f} 0t{step:.2f} 0",
            thick,
            _OPEN,
        )
    if mood == PUZZLED:
        return _stroke(
            f"M{x - half * 0.6:.2f} {y + half * 0.22:.2f}q{half * 0.5:.2f} {-half * 0.3:.2f} {half * 1.2:.2f} {-half * 0.3:.2f}",
            thick,
            _OPEN,
        )
    return _stroke(
        f"M{x - half * 0.5:.2f} {y:.2f}q{half * 0.5:.2f} {half * 0.5:.2f} {half:.2f} 0", thick, _OPEN
    )


def mark_of(mood: str, x: float, y: float, size: float) -> str:
    """A question mark, or little stars that go round; nothing for the others."""
    if mood == PUZZLED:
        hook = f"M{x - size * 0.3:.2f} {y - size * 0.42:.2f}c0 {-size * 0.5:.2f} {size * 0.66:.2f} {-size * 0.46:.2f} {size * 0.62:.2f} {size * 0.04:.2f}c0 {size * 0.3:.2f} {-size * 0.32:.2f} {size * 0.28:.2f} {-size * 0.32:.2f} {size * 0.6:.2f}"
        dot = f'<circle cx="{x:.2f}" cy="{y + size * 0.62:.2f}" r="{size * 0.14:.2f}" fill="{_ASKS}"/>'
        return f'<g class="asks-{x:.2f}">{_stroke(hook, size * 0.22, _ASKS)}{dot}</g>'
    if mood == DIZZY:
        return "".join(
            _star(x + dx * size, y + dy * size, r * size)
            for dx, dy, r in ((0.0, 0.0, 0.42), (0.6, 0.5, 0.3), (-0.5, -0.6, 0.32))
        )
    return ""


_ASKED = re.compile(r'<g class="asks-(?P<x>-?[0-9.]+)">')


def legible(body: str) -> str:
    """The drawing that is to be mirrored, with its question mark turned beforehand, so that it is one afterwards."""
    return _ASKED.sub(
        lambda found: f'<g transform="translate({2 * float(found["x"]):.2f} 0) scale(-1 1)">', body
    )


def _star(x: float, y: float, radius: float) -> str:
    points = (
        (radius if number % 2 == 0 else radius * 0.45, math.radians(36 * number - 90)) for number in range(10)
    )
    path = "L".join(
        f"{x + far * math.cos(angle):.2f} {y + far * math.sin(angle):.2f}" for far, angle in points
    )
    return f'<path d="M{path}Z" fill="{_STAR}" stroke="#e8a020" stroke-width="{radius * 0.12:.2f}" stroke-linejoin="round"/>'
