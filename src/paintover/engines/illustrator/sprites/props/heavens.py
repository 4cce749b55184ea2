"""What shines in the sky: fireworks, falling stars, northern lights. Emoji show these as little scenes of their own, in a
frame; here they have the picture's sky behind them."""

from __future__ import annotations

import math
import random

from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.sprites.props.shape import Prop


def _ray(cx: float, cy: float, inner: float, outer: float, angle: float, colour: str, width: float) -> str:
    """A tapering streak that sinks a little at its end, with the spark that it ends in."""
    dx, dy = math.cos(angle), math.sin(angle)
    sag = outer * 0.10
    x0, y0 = cx + dx * inner, cy + dy * inner
    x1, y1 = cx + dx * outer, cy + dy * outer + sag
    xm, ym = cx + dx * outer * 0.62, cy + dy * outer * 0.62
    return (
        f'<path d="M{x0:.1f} {y0:.1f}Q{xm:.1f} {ym:.1f} {x1:.1f} {y1:.1f}" stroke="{colour}" stroke-width="{width:.2f}" stroke-linecap="round" fill="none"/>'
        f'<circle cx="{x1:.1f}" cy="{y1:.1f}" r="{width * 0.95:.2f}" fill="{lighter(colour, 0.55)}"/>'
    )


def _burst(cx: float, cy: float, size: float, colour: str, turn: float) -> str:
    """One shell: two rings of rays around a bright heart."""
    glow = f'<circle cx="{cx}" cy="{cy}" r="{size * 0.95:.1f}" fill="url(#h{turn:g})"/>'
    shade = (
        f'<defs><radialGradient id="h{turn:g}"><stop offset="0" stop-color="{lighter(colour, 0.5)}" stop-opacity=".55"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient></defs>'
    )
    far = "".join(
        _ray(cx, cy, size * 0.42, size * 0.92, turn + k * math.tau / 16, colour, size * 0.045)
        for k in range(16)
    )
    near = "".join(
        _ray(
            cx,
            cy,
            size * 0.14,
            size * 0.5,
            turn + 0.2 + k * math.tau / 10,
            lighter(colour, 0.45),
            size * 0.04,
        )
        for k in range(10)
    )
    heart = f'<circle cx="{cx}" cy="{cy}" r="{size * 0.09:.1f}" fill="#fffbe8"/>'
    return f"{shade}{glow}{far}{near}{heart}"


def _fireworks(paint: str) -> str:
    trail = f'<path d="M70 126Q66 100 62 62" stroke="{lighter(paint, 0.5)}" stroke-width="1.600" stroke-dasharray="1 5" stroke-linecap="round" fill="none"/>'
    return f"{trail}{_burst(100, 74, 27, '#5cc8ff', 0.13)}{_burst(28, 86, 25, '#ffd24a', 0.31)}{_burst(62, 44, 43, paint, 0)}"


def _sparkler(paint: str) -> str:
    rng = random.Random("sparkler")
    sparks = "".join(
        _ray(82, 40, 4, 18 + 20 * rng.random(), k * math.tau / 22 + 0.2 * rng.random(), colour, 1.5)
        for k in range(22)
        for colour in (paint if k % 3 else "#fff3c4",)
    )
    return (
        f'<defs><radialGradient id="h"><stop offset="0" stop-color="#fffbe8"/><stop offset=".3" stop-color="{paint}" stop-opacity=".75"/><stop offset="1" stop-color="{paint}" stop-opacity="0"/></radialGradient></defs>'
        f'<path d="M30 126L80 42" stroke="#6d6a70" stroke-width="3" stroke-linecap="round"/><path d="M62 72L80 42" stroke="{darker(paint, 0.35)}" stroke-width="4.500" stroke-linecap="round"/>'
        f'<circle cx="82" cy="40" r="30" fill="url(#h)"/>{sparks}<circle cx="82" cy="40" r="5" fill="#fff"/>'
    )


def _shooting_star(paint: str) -> str:
    return (
        f'<defs><linearGradient id="t" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="{paint}" stop-opacity="0"/><stop offset="1" stop-color="{lighter(paint, 0.4)}"/></linearGradient></defs>'
        '<path d="M2 8L98 88L88 100z" fill="url(#t)" opacity=".55"/><path d="M22 12L100 92L94 98z" fill="url(#t)"/>'
        f'<path d="M100 76l6.500 13.500 15 2-11 10.500 2.700 15L100 110l-13.300 7 2.700-15-11-10.500 15-2z" fill="{paint}"/>'
        f'<path d="M100 76l6.500 13.500 15 2L100 96z" fill="{lighter(paint, 0.5)}"/>'
    )


def _aurora(paint: str) -> str:
    """Three curtains of light, each of upright strips that fade upwards."""
    strips, shades = [], []
    for number, (colour, foot, rise, phase) in enumerate(
        (("#7a6cf0", 84, 70, 1.9), ("#37d3c6", 96, 78, 0.7), (paint, 112, 84, 0.0))
    ):
        shades.append(
            f'<linearGradient id="c{number}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{colour}" stop-opacity="0"/><stop offset=".72" stop-color="{colour}" stop-opacity=".55"/>'
            f'<stop offset=".93" stop-color="{lighter(colour, 0.4)}" stop-opacity=".85"/><stop offset="1" stop-color="{colour}" stop-opacity="0"/></linearGradient>'
        )
        for k in range(44):
            x = k * 128 / 44
            low = foot + 11 * math.sin(k * 0.21 + phase) + 5 * math.sin(k * 0.53 + 2 * phase)
            tall = rise * (0.74 + 0.26 * math.sin(k * 0.9 + phase) * math.sin(k * 0.37))
            edge = min(1.0, k / 6, (43 - k) / 6)
            strips.append(
                f'<path d="M{x:.1f} {low - tall:.1f}h3.600v{tall:.1f}h-3.600z" fill="url(#c{number})" opacity="{0.25 + 0.75 * edge:.2f}"/>'
                if edge > 0
                else ""
            )
    return f"<defs>{''.join(shades)}</defs>{''.join(strips)}"


PROPS = {
    "fireworks": Prop(_fireworks, "#ff6f91"),
    "sparkler": Prop(_sparkler, "#ffc24a"),
    "shooting-star": Prop(_shooting_star, "#ffd75e"),
    "aurora": Prop(_aurora, "#57e08a"),
}
"""By the name that follows ``prop:`` in kinds.toml."""
