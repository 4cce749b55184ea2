"""A flat roof high over the city, with its parapet and its planters."""

from __future__ import annotations

import random

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.openings import Point
from paintover.engines.illustrator.backdrops.pieces import bush
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix


def rooftop(canvas: Canvas) -> None:
    """A flat roof high over the city."""
    view = canvas.choice("view", ("towers", "river", "old town"))
    draw_sky(canvas, floor=canvas.horizon + 60 * canvas.unit)
    city_below(canvas, view)
    _flat_roof(canvas, canvas.horizon + 40 * canvas.unit)
    if canvas.choice("lights", (True, False)) or canvas.time == "night":
        _bulbs(canvas)


def city_below(canvas: Canvas, view: str) -> None:
    """Three rows of houses, the river where there is one, and the haze over them."""
    unit, width = canvas.unit, canvas.width
    for layer, (share, low, colour) in enumerate(
        ((0.74, 0.30, "#b3c6da"), (0.60, 0.2, "#93abc6"), (0.42, 0.08, "#7590b0"))
    ):
        rng, x = canvas.stream(f"towers{layer}"), -30.0
        tone = canvas.hour(colour, far=0.9 - 0.35 * layer)
        scale = 0.55 if view == "old town" else 1.0
        while x < width:
            wide = rng.uniform(54, 104) * unit
            high = canvas.horizon * rng.uniform(low, share) * scale
            top = canvas.horizon - high
            shade = mix(tone, "#ffffff", rng.uniform(0, 0.12))
            canvas.rect(
                x,
                top,
                wide,
                high + 70 * unit,
                canvas.gradient((0.0, lighter(shade, 0.14)), (1.0, darker(shade, 0.08)), level=True),
            )
            _top_of_house(canvas, rng, (x, top), wide, shade, far=0.9 - 0.35 * layer, old=view == "old town")
            if layer:
                _lit_panes(canvas, rng, x, top, wide, high, shade)
            x += wide + rng.uniform(-4, 16) * unit
    if view == "river":
        y = canvas.horizon + 6 * unit
        canvas.rect(
            0,
            y,
            width,
            60 * unit,
            canvas.gradient((0.0, canvas.hour("#bfe0ee")), (1.0, canvas.hour("#7fb8d8"))),
        )
    haze = canvas.hour("#e6eef4", far=1)
    canvas.rect(
        0,
        canvas.horizon - 110 * unit,
        width,
        180 * unit,
        canvas.gradient((0.0, haze, 0.0), (1.0, haze, 0.72)),
    )


def _top_of_house(
    canvas: Canvas, rng: random.Random, corner: Point, wide: float, shade: str, *, far: float, old: bool
) -> None:
    """A gable on an old house; on a tower a box or a mast, or nothing."""
    (x, top), unit = corner, canvas.unit
    cap = rng.random()
    if old:
        canvas.path(
            f"M{x - 5 * unit:.0f} {top:.0f}L{x + wide / 2:.0f} {top - 44 * unit:.0f}L{x + wide + 5 * unit:.0f} {top:.0f}Z",
            canvas.hour("#b9705a", far=far),
        )
    elif cap < 0.3:
        canvas.rect(x + wide * 0.3, top - 18 * unit, wide * 0.4, 18 * unit, shade)
    elif cap < 0.5:
        canvas.line(f"M{x + wide / 2:.0f} {top:.0f}v{-44 * unit:.0f}", shade, 3.4 * unit)


def _flat_roof(canvas: Canvas, edge: float) -> None:
    """The roof on which we stand, with its parapet along the edge, and two planters."""
    unit, width, height = canvas.unit, canvas.width, canvas.height
    drawn = canvas.mark()
    edge = canvas.horizon + 40 * unit
    floor = canvas.hour(canvas.choice("roof", ("#c9a48c", "#b8b4b0", "#a9b8a4")))
    canvas.rect(
        0,
        edge,
        width,
        height - edge,
        canvas.gradient((0.0, lighter(floor, 0.14)), (1.0, darker(floor, 0.16))),
    )
    _tiles(canvas, edge + 40 * unit, darker(floor, 0.2))
    canvas.paint(drawn, canvas.scenery.ground)
    parapet = canvas.hour("#d8cbbd")
    canvas.rect(
        0,
        edge - 24 * unit,
        width,
        66 * unit,
        canvas.gradient((0.0, lighter(parapet, 0.1)), (1.0, darker(parapet, 0.14))),
    )
    canvas.rect(0, edge - 32 * unit, width, 13 * unit, lighter(parapet, 0.34))
    canvas.rect(0, edge + 42 * unit, width, 16 * unit, "#2a1c20", 'opacity=".16"')
    with canvas.piece("planters"):
        rng = canvas.stream("pots")
        for x in (rng.uniform(0.02, 0.10), rng.uniform(0.90, 0.98)):
            bush(canvas, rng, width * x, edge + 44 * unit, 48 * unit, "#5fa34c")
            canvas.rect(
                width * x - 50 * unit,
                edge + 34 * unit,
                100 * unit,
                34 * unit,
                canvas.hour("#b5694a"),
                f'rx="{5 * unit:.0f}"',
            )


def _lit_panes(
    canvas: Canvas, rng: random.Random, x: float, top: float, wide: float, high: float, shade: str
) -> None:
    """The windows of a tower; some are lit when it gets dark."""
    unit, lights = canvas.unit, canvas.time in ("night", "sunset")
    lit_, dark = "", ""
    for row in range(int((high + 40 * unit) / (24 * unit))):
        for column in range(max(2, int(wide / (20 * unit)))):
            px, py = (
                x + wide * (column + 0.25) / max(2, int(wide / (20 * unit))),
                top + (12 + row * 24) * unit,
            )
            mark = f"M{px:.0f} {py:.0f}h{9 * unit:.0f}v{12 * unit:.0f}h{-9 * unit:.0f}z"
            if rng.random() < (0.45 if lights else 0.0):
                lit_ += mark
            else:
                dark += mark
    if dark:
        canvas.path(dark, mix(shade, "#ffffff" if not lights else "#141c44", 0.26))
    if lit_:
        canvas.path(lit_, "#ffdf8e")


def _tiles(canvas: Canvas, top: float, colour: str) -> None:
    width, height, unit = canvas.width, canvas.height, canvas.unit
    marks = "".join(
        f"M{width / 2 + k * 120 * unit:.0f} {top:.0f}L{width / 2 + k * 230 * unit:.0f} {height}"
        for k in range(-12, 13)
    )
    marks += "".join(f"M0 {top + (height - top) * (k / 5) ** 1.6:.0f}H{width}" for k in range(1, 5))
    canvas.line(marks, colour, 2 * unit, 0.35)


@piece("string-lights")
def _bulbs(canvas: Canvas) -> None:
    unit, width = canvas.unit, canvas.width
    y, sag = canvas.horizon * 0.16, 46 * unit
    canvas.line(
        f"M0 {y:.0f}Q{width / 2:.0f} {y + 2 * sag:.0f} {width} {y * 0.6:.0f}",
        canvas.hour("#4a4a58"),
        2.4 * unit,
    )
    count = max(8, round(width / unit / 90))
    for k in range(count):
        t = (k + 0.5) / count
        x, top = width * t, y * (1 - 0.4 * t * t) + 4 * sag * t * (1 - t) + 8 * unit
        canvas.ellipse(
            x, top, 30 * unit, 30 * unit, canvas.glow((0.0, "#ffe9a6", 0.7), (1.0, "#ffe9a6", 0.0))
        )
        canvas.ellipse(x, top, 7 * unit, 9 * unit, "#fff3c8")
