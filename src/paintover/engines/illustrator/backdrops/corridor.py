"""Corridors: a long wall with doors, and what tells whose it is: a handrail in a hospital, lockers in a school, lamps on the
papered wall of a hotel."""

from __future__ import annotations

from typing import Literal

from paintover.engines.illustrator.backdrops.canvas import Canvas
from paintover.engines.illustrator.backdrops.furnishings import BOARDS, floor, wall
from paintover.engines.illustrator.colour import darker, lighter
from paintover.engines.illustrator.scene import Scenery

Whose = Literal["hospital", "school", "hotel"]
_WALLS = {
    "hospital": (("#e4f2ee", "#bcdcd2"), ("#e6f0f6", "#c0d6e4"), ("#eef2ea", "#cfdcc6")),
    "school": (("#f6efdc", "#e2d2a8"), ("#e8f0f4", "#c2d4e0"), ("#eef2e4", "#cbd8b4")),
    "hotel": (("#f3e6cf", "#d9bd92"), ("#efe0d8", "#d0aea0"), ("#e6e0d2", "#c2b394")),
}
_FLOORS: dict[Whose, tuple[tuple[tuple[str, str], ...], str]] = {
    "hospital": ((("#dfe6e4", "#b4c0be"), ("#e6e2d8", "#c2bba8")), "tiles"),
    "school": ((("#e4dfd2", "#bdb49c"), BOARDS[0]), "tiles"),
    "hotel": ((("#a8504a", "#7c3434"), ("#4f6a86", "#37506a"), ("#8a7a50", "#655838")), "carpet"),
}
_DOORS = {
    "hospital": ("#9cc4d8", "#a9cdb8", "#d8c7a4"),
    "school": ("#b98a58", "#7fa0b8", "#a07a5a"),
    "hotel": ("#8f5a34", "#6f432c", "#a06c44"),
}
_AT = (0.05, 0.74)
"""Where the doors begin, as shares of the width: what stands and hangs between them has the free wall behind it."""
_BREADTH, _HEIGHT = 0.21, 0.80
"""How broad a door is, as a share of the width, and how high, as one of the wall."""


def corridor(whose: Whose, canvas: Canvas) -> None:
    """A corridor of such a house."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    paper = "stripes" if whose == "hotel" else "plain"
    wall(
        canvas, top, canvas.choice("wall", _WALLS[whose]), paper=paper, dado=0 if whose == "hospital" else 70
    )
    carpets, laid = _FLOORS[whose]
    floor(canvas, top, canvas.choice("floor", carpets), kind=laid)
    if whose == "hospital":
        _handrail(canvas)
    if whose == "school" and canvas.scenery.panes != Scenery.NONE:
        _lockers(canvas)
    paint = canvas.lamp(canvas.choice("door", _DOORS[whose]))
    for number, share in enumerate(_AT):
        _door(canvas, share * width, paint, whose, 201 + 2 * number)
    if whose == "hotel":
        for share in (0.34, 0.66):
            _sconce(canvas, share * width)
        _runner(canvas)
    else:
        for share in (0.26, 0.5, 0.74):
            canvas.rect(
                share * width - 70 * unit,
                0,
                140 * unit,
                15 * unit,
                canvas.lamp("#fffdf0"),
                f'rx="{6 * unit:.0f}"',
            )
        _shine(canvas)
    canvas.rect(0, top - 14 * unit, width, 14 * unit, canvas.lamp("#f4f1e8"), 'opacity=".85"')


def _door(canvas: Canvas, x: float, paint: str, whose: Whose, number: int) -> None:
    """A closed door in its frame, with a pane or a number."""
    unit, top = canvas.unit, canvas.horizon
    wide, high = min(_BREADTH * canvas.width, 0.5 * _HEIGHT * top), _HEIGHT * top
    y, rim = top - high, 11 * unit
    canvas.on_the_wall.taken.append((x - rim, y - 3 * rim, x + wide + rim, top))
    canvas.rect(x - rim, y - rim, wide + 2 * rim, high + rim, lighter(paint, 0.45), f'rx="{4 * unit:.0f}"')
    canvas.rect(x, y, wide, high, canvas.gradient((0.0, lighter(paint, 0.12)), (1.0, darker(paint, 0.08))))
    line = f'fill="none" stroke="{darker(paint, 0.22)}" stroke-width="{3 * unit:.1f}"'
    if whose == "hotel":
        for share, tall in ((0.08, 0.38), (0.54, 0.38)):
            canvas.add(
                f'<rect x="{x + 0.16 * wide:.0f}" y="{y + share * high:.0f}" width="{0.68 * wide:.0f}" height="{tall * high:.0f}" rx="{5 * unit:.0f}" {line}/>'
            )
        canvas.ellipse(x + wide / 2, y + 0.13 * high, 17 * unit, 13 * unit, canvas.lamp("#e8c468"))
    else:
        pane = (x + 0.24 * wide, y + 0.10 * high, 0.52 * wide, 0.26 * high)
        canvas.rect(*pane, canvas.gradient((0.0, canvas.lamp("#eef8fc")), (1.0, canvas.lamp("#c4dbe6"))))
        canvas.add(
            f'<rect x="{pane[0]:.0f}" y="{pane[1]:.0f}" width="{pane[2]:.0f}" height="{pane[3]:.0f}" rx="{4 * unit:.0f}" {line}/>'
        )
        canvas.rect(
            x + 0.1 * wide, y + 0.86 * high, 0.8 * wide, 0.08 * high, canvas.lamp("#c2cace"), 'opacity=".8"'
        )
        plate = canvas.lamp("#3f8f7c" if whose == "hospital" else "#5d7fa8")
        canvas.rect(x + 0.28 * wide, y - 3 * rim, 0.44 * wide, 1.7 * rim, plate, f'rx="{3 * unit:.0f}"')
        for k in range(3):
            canvas.rect(
                x + (0.36 + 0.11 * k) * wide,
                y - 2.45 * rim,
                0.06 * wide,
                0.6 * rim,
                "#ffffff",
                f'opacity="{0.7 + 0.1 * (number % 2):.1f}"',
            )
    canvas.ellipse(x + 0.88 * wide, y + 0.54 * high, 8 * unit, 8 * unit, canvas.lamp("#d9c9a0"))
    canvas.rect(
        x + 0.76 * wide,
        y + 0.53 * high,
        0.13 * wide,
        7 * unit,
        canvas.lamp("#cfd6da"),
        f'rx="{3 * unit:.0f}"',
    )


def _handrail(canvas: Canvas) -> None:
    """A rail along the wall, and a coloured band under it."""
    unit, top = canvas.unit, canvas.horizon
    band = canvas.lamp(canvas.choice("band", ("#7fb8ae", "#86a9cf", "#a8c79a")))
    canvas.rect(0, top - 96 * unit, canvas.width, 96 * unit, band, 'opacity=".5"')
    canvas.rect(0, top - 120 * unit, canvas.width, 7 * unit, "#2a3a3a", 'opacity=".18"')
    canvas.rect(0, top - 134 * unit, canvas.width, 15 * unit, canvas.lamp("#c99a66"), f'rx="{7 * unit:.0f}"')
    canvas.rect(0, top - 133 * unit, canvas.width, 4 * unit, canvas.lamp("#e6c79a"))


def _lockers(canvas: Canvas) -> None:
    """A row of lockers between the doors."""
    unit, top, width = canvas.unit, canvas.horizon, canvas.width
    left, right = (_AT[0] + _BREADTH + 0.05) * width, (_AT[1] - 0.05) * width
    high, count = 0.52 * top, max(3, round((right - left) / (62 * unit)))
    paint = canvas.lamp(canvas.choice("lockers", ("#5f8fc0", "#c0605a", "#5a9a86")))
    wide = (right - left) / count
    for k in range(count):
        x = left + k * wide
        canvas.rect(
            x,
            top - high,
            wide - 3 * unit,
            high - 14 * unit,
            canvas.gradient((0.0, lighter(paint, 0.16)), (1.0, darker(paint, 0.1))),
            f'rx="{4 * unit:.0f}"',
        )
        for row in range(3):
            y = top - high + (16 + 9 * row) * unit
            canvas.rect(x + 0.25 * wide, y, 0.45 * wide, 4 * unit, darker(paint, 0.3), 'opacity=".7"')
        canvas.rect(x + 0.74 * wide, top - 0.56 * high, 5 * unit, 22 * unit, darker(paint, 0.35))


def _sconce(canvas: Canvas, x: float) -> None:
    """A lamp on the wall, with its light."""
    unit, y = canvas.unit, 0.40 * canvas.horizon
    light = canvas.glow((0.0, "#fff0b8", 0.8), (1.0, "#fff0b8", 0.0))
    canvas.ellipse(x, y, 120 * unit, 130 * unit, light)
    canvas.rect(x - 4 * unit, y + 10 * unit, 8 * unit, 42 * unit, canvas.lamp("#b98a40"))
    canvas.path(
        f"M{x - 15 * unit:.0f} {y - 26 * unit:.0f}H{x + 15 * unit:.0f}L{x + 25 * unit:.0f} {y + 16 * unit:.0f}H{x - 25 * unit:.0f}Z",
        "#fff3cf",
    )


def _runner(canvas: Canvas) -> None:
    """The border of a carpet along the corridor."""
    unit = canvas.unit
    for share in (0.14, 0.86):
        canvas.rect(0, canvas.down(share), canvas.width, 7 * unit, canvas.lamp("#e8c98a"), 'opacity=".55"')


def _shine(canvas: Canvas) -> None:
    """What a polished floor shows of the lamps above it."""
    for share in (0.26, 0.5, 0.74):
        x, unit = share * canvas.width, canvas.unit
        canvas.path(
            f"M{x - 60 * unit:.0f} {canvas.down(0.06):.0f}h{120 * unit:.0f}l{46 * unit:.0f} {canvas.down(0.9) - canvas.down(0.06):.0f}h{-212 * unit:.0f}Z",
            canvas.gradient((0.0, "#ffffff", 0.34), (1.0, "#ffffff", 0.02)),
        )
