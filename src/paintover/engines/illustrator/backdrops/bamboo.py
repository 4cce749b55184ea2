"""A grove of bamboo: stalks with their joints in green light, the nearest at the sides."""

from __future__ import annotations

import math
import random

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.land import foreground, ground, growth, swathes
from paintover.engines.illustrator.colour import darker, lighter

_LAYERS = (("#b9d8a0", "#a8cf8c", 17, 9), ("#93c270", "#7ab559", 11, 15), ("#6fae4c", "#4f9a3c", 7, 25))
"""Of the stalks from far to near: paint, paint of the leaves, how many, and how thick."""
_CLEAR = 0.26
"""How far from the middle the nearest stand at least, as a share of the breadth."""


def bamboo_grove(canvas: Canvas) -> None:
    """Three depths of stalks before a haze, and a floor of grass."""
    width, height = canvas.width, canvas.height
    haze = canvas.gradient(
        (0.0, canvas.hour("#d9efb8", far=1)),
        (0.6, canvas.hour("#bfe0a0", far=1)),
        (1.0, canvas.hour("#86bd66")),
    )
    canvas.rect(0, 0, width, height, haze)
    light = canvas.glow((0.0, canvas.hour("#fffde0", far=1), 0.95), (1.0, canvas.hour("#f4fac8", far=1), 0.0))
    canvas.ellipse(width * 0.4, canvas.horizon * 0.5, width * 0.5, canvas.horizon * 0.8, light)
    for depth, (stalk, leaf, count, girth) in enumerate(_LAYERS):
        rng = canvas.stream(f"bamboo{depth}")
        for place in range(round(count * max(1.0, width / height))):
            x = width * (place + rng.uniform(0.1, 0.9)) / round(count * max(1.0, width / height))
            if depth < 2 or abs(x / width - 0.5) >= _CLEAR:
                _stalk(canvas, rng, x, depth, stalk, leaf, girth)
    ground(canvas, "#9fca66", "#72ae4c", "#43853c")
    swathes(canvas, "#dcf2a0")
    growth(canvas, ("#3f8a3a", "#57a046", "#7ab54e"), flowers=0.05)
    foreground(canvas, "#245f2c", "#347a38")


@piece("bamboo")
def _stalk(
    canvas: Canvas, rng: random.Random, x: float, depth: int, stalk: str, leaf: str, girth: float
) -> None:
    unit = canvas.unit
    tone, leaves = (canvas.hour(paint, far=1 - depth / 2) for paint in (stalk, leaf))
    thick, step = girth * unit * rng.uniform(0.8, 1.2), (62 + 34 * depth) * unit
    fill = canvas.gradient((0.0, lighter(tone, 0.3)), (0.5, tone), (1.0, darker(tone, 0.24)), level=True)
    tilt, y = rng.uniform(-0.05, 0.05), canvas.horizon + (-12, 10, 44)[depth] * unit
    drawn, joints = "", ""
    while y > -step:
        top = y - step + 0.12 * thick
        dx = tilt * step
        drawn += f"M{x - thick / 2:.1f} {y:.1f}L{x + dx - thick / 2:.1f} {top:.1f}h{thick:.1f}L{x + thick / 2:.1f} {y:.1f}Z"
        joints += f"M{x + dx - 0.58 * thick:.1f} {top:.1f}h{1.16 * thick:.1f}"
        x, y = x + dx, y - step
        if y < canvas.horizon * 0.72 and rng.random() < 0.62:
            _spray(canvas, rng, x, y, (46 + 22 * depth) * unit, leaves)
    canvas.path(drawn, fill)
    canvas.line(joints, darker(tone, 0.3), max(1.5 * unit, 0.16 * thick), 0.8)


def _spray(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, tone: str) -> None:
    """A few narrow leaves that hang from a joint."""
    side, drawn = rng.choice((-1, 1)), ""
    for _ in range(rng.randint(3, 5)):
        turn = math.radians(rng.uniform(-8, 62))
        dx, dy, broad = side * math.cos(turn) * size, math.sin(turn) * size, 0.13 * size
        drawn += (
            f"M{x:.1f} {y:.1f}Q{x + dx * 0.45 - broad * math.sin(turn):.1f} {y + dy * 0.45 - broad:.1f} {x + dx:.1f} {y + dy:.1f}"
            f"Q{x + dx * 0.45 + broad * math.sin(turn):.1f} {y + dy * 0.45 + broad:.1f} {x:.1f} {y:.1f}Z"
        )
    canvas.path(drawn, tone)
