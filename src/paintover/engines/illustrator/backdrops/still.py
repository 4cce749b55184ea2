"""A table seen from near, for what is too small to lie on a floor: the top fills the foreground, the room is far behind."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns, piece
from paintover.engines.illustrator.colour import darker, lighter, mix

WALLS = (
    ("#f6e7cf", "#d9bd97"),
    ("#dfe9e2", "#a9c2b2"),
    ("#e3e8f2", "#aebfd6"),
    ("#f4ddd6", "#d6a79b"),
    ("#efe6d8", "#c4b49c"),
)


def tabletop(canvas: Canvas) -> None:
    """Wood, a gingham cloth or stone; behind it a wall with the window's light, a window out of focus, or shelves."""
    width, height, top = canvas.width, canvas.height, canvas.horizon
    light, dark = (canvas.lamp(tone) for tone in canvas.choice("wall", WALLS))
    canvas.rect(
        0, 0, width, top + 4, canvas.gradient((0.0, light), (0.7, mix(light, dark, 0.5)), (1.0, dark))
    )
    canvas.paint((0, 0), canvas.scenery.wall, lit=False)
    view = canvas.choice("view", ("light", "window", "shelf"))
    if view == "window":
        _window(canvas, light)
    elif view == "shelf":
        _shelf(canvas, dark)
    else:
        _panes_of_light(canvas)
    glow = canvas.glow((0.0, "#fff3cf", 0.55), (1.0, "#fff3cf", 0.0))
    canvas.ellipse(width * 0.26, height * 0.16, width * 0.62, height * 0.5, glow)
    mark = canvas.mark()
    tops = {"wood": _wood, "cloth": _cloth, "linen": _linen, "stone": _stone}
    tops[canvas.scenery.top or top_of(canvas.seed)](canvas)
    canvas.paint(mark, canvas.scenery.ground, lit=False)
    pool = canvas.glow((0.0, "#fff6d8", 0.42), (0.6, "#fff6d8", 0.14), (1.0, "#fff6d8", 0.0))
    canvas.ellipse(width * 0.42, canvas.down(0.42), width * 0.56, (height - top) * 0.46, pool)
    if canvas.time == "night":
        canvas.rect(0, 0, width, height, "#1c1a3e", 'opacity=".22"')


def top_of(seed: int) -> str:
    """What the top of the table is of where nobody said it."""
    return by_turns(seed, "top", ("wood", "cloth", "stone", "wood"))


def _panes_of_light(canvas: Canvas) -> None:
    """A window's light that falls on the wall."""
    if canvas.time == "night":
        return
    width, top = canvas.width, canvas.horizon
    warm = "#fff6da" if canvas.time == "day" else "#ffd09a"
    for column in range(2):
        for row in range(2):
            x, y = width * (0.40 + 0.15 * column - 0.05 * row), top * (0.12 + 0.34 * row)
            canvas.path(
                f"M{x:.0f} {y:.0f}h{width * 0.13:.0f}l{-width * 0.045:.0f} {top * 0.30:.0f}h{-width * 0.13:.0f}z",
                warm,
                'opacity=".42"',
            )


@piece("window", dyed=False)
def _window(canvas: Canvas, light: str) -> None:
    """A broad window far behind, without edges that the eye could rest on."""
    width, top, unit = canvas.width, canvas.horizon, canvas.unit
    sky = {"night": "#27336e", "sunset": "#f2a07a", "dawn": "#f6cdbb"}.get(canvas.time, "#cdeaf8")
    x, wide = width * 0.10, width * 0.46
    canvas.rect(
        x - 16 * unit, top * 0.06, wide + 32 * unit, top * 0.72, lighter(light, 0.6), f'rx="{14 * unit:.0f}"'
    )
    green = canvas.hour("#a9cf97", far=1)
    canvas.rect(
        x,
        top * 0.09,
        wide,
        top * 0.66,
        canvas.gradient((0.0, sky), (0.62, mix(sky, "#ffffff", 0.6)), (1.0, green)),
    )
    for dx, dy, r in ((0.2, 0.62, 60), (0.55, 0.66, 84), (0.86, 0.60, 54)):
        canvas.ellipse(
            x + wide * dx, top * dy, r * unit, r * 0.62 * unit, canvas.hour("#8fbf80", far=1), 0.55
        )
    canvas.rect(x + wide / 2 - 6 * unit, top * 0.08, 12 * unit, top * 0.68, lighter(light, 0.6))
    canvas.rect(x - 30 * unit, top * 0.76, wide + 60 * unit, 18 * unit, lighter(light, 0.7))


@piece("shelf")
def _shelf(canvas: Canvas, dark: str) -> None:
    """A shelf on the wall with pale shapes on it."""
    rng, unit, width, top = canvas.stream("shelf"), canvas.unit, canvas.width, canvas.horizon
    for level in (0.36, 0.76):
        x = width * 0.44
        while x < width * 0.96:
            wide, high = rng.uniform(26, 52) * unit, rng.uniform(56, 104) * unit
            tone = mix(dark, rng.choice(("#ffffff", "#7a90a8", "#b98a6a", "#8aa58a")), 0.42)
            canvas.rect(
                x,
                top * level - high,
                wide,
                high,
                tone,
                f'rx="{rng.choice((5, 14)) * unit:.0f}" opacity=".62"',
            )
            x += wide + rng.uniform(8, 40) * unit
        canvas.rect(width * 0.41, top * level, width * 0.62, 15 * unit, darker(dark, 0.22), 'opacity=".75"')


def _edge(canvas: Canvas, colour: str) -> None:
    """Where the top ends behind: a thin light, and its shade on the wall."""
    top, unit = canvas.horizon, canvas.unit
    canvas.rect(0, top - 12 * unit, canvas.width, 14 * unit, "#2a1a10", 'opacity=".16"')
    canvas.rect(0, top, canvas.width, 5 * unit, lighter(colour, 0.45))


def _wood(canvas: Canvas) -> None:
    rng, unit, width, height, top = (
        canvas.stream("grain"),
        canvas.unit,
        canvas.width,
        canvas.height,
        canvas.horizon,
    )
    light, dark = (
        canvas.lamp(tone)
        for tone in canvas.choice(
            "wood", (("#d9a873", "#a06a3c"), ("#c08d64", "#7d5033"), ("#ecd3aa", "#c19a67"))
        )
    )
    canvas.rect(0, top, width, height - top, canvas.gradient((0.0, light), (1.0, dark)))
    for k in range(-7, 8):
        x0, x1 = width * (0.5 + k * 0.105), width * (0.5 + k * 0.24)
        canvas.line(f"M{x0:.0f} {top:.0f}L{x1:.0f} {height}", darker(dark, 0.25), 2.2 * unit, 0.38)
        for _ in range(2):
            at, t = k + rng.uniform(0.15, 0.85), rng.uniform(0.05, 0.7)
            u = t + rng.uniform(0.12, 0.28)
            canvas.line(
                f"M{width * (0.5 + at * (0.105 + 0.135 * t)):.0f} {top + (height - top) * t:.0f}L{width * (0.5 + at * (0.105 + 0.135 * u)):.0f} {top + (height - top) * u:.0f}",
                darker(dark, 0.18), 2 * unit, 0.26,
            )  # fmt: skip
    _edge(canvas, light)


@piece("tablecloth", dyed=False)
def _cloth(canvas: Canvas) -> None:
    """Gingham, its rows narrower with distance."""
    width, height, top = canvas.width, canvas.height, canvas.horizon
    usual = canvas.choice("cloth", ("#d9584f", "#4f86bd", "#5f9f6a", "#d99a3c"))
    dye = canvas.lamp(canvas.paint_of("tablecloth", usual))
    canvas.rect(0, top, width, height - top, canvas.lamp("#fff8ee"))
    stripes = "".join(
        f"M{width * (0.5 + k * 0.07):.1f} {top:.1f}H{width * (0.5 + (k + 0.5) * 0.07):.1f}L{width * (0.5 + (k + 0.5) * 0.15):.1f} {height}H{width * (0.5 + k * 0.15):.1f}z"
        for k in range(-9, 9)
    )
    rows = "".join(
        f"M0 {top + (height - top) * (k / 11) ** 1.6:.1f}H{width}V{top + (height - top) * ((k + 0.5) / 11) ** 1.6:.1f}H0z"
        for k in range(11)
    )
    canvas.path(stripes, dye, 'opacity=".42"')
    canvas.path(rows, dye, 'opacity=".42"')
    shade = canvas.gradient((0.0, "#ffffff", 0.30), (0.4, "#ffffff", 0.0), (1.0, "#3a2030", 0.22))
    canvas.rect(0, top, width, height - top, shade)
    _edge(canvas, dye)


@piece("tablecloth")
def _linen(canvas: Canvas) -> None:
    """A plain cloth with the folds in which it lay."""
    width, height, top, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    tone = canvas.lamp("#f4efe6")
    canvas.rect(
        0, top, width, height - top, canvas.gradient((0.0, lighter(tone, 0.5)), (1.0, darker(tone, 0.08)))
    )
    for k in range(-2, 3):
        x0, x1 = width * (0.5 + k * 0.19), width * (0.5 + k * 0.42)
        canvas.line(f"M{x0:.0f} {top:.0f}L{x1:.0f} {height}", darker(tone, 0.1), 3 * unit, 0.5)
    y = top + 0.42 * (height - top)
    canvas.line(f"M0 {y:.0f}H{width}", darker(tone, 0.1), 3 * unit, 0.45)
    _edge(canvas, tone)


def _stone(canvas: Canvas) -> None:
    rng, width, height, top, unit = (
        canvas.stream("veins"),
        canvas.width,
        canvas.height,
        canvas.horizon,
        canvas.unit,
    )
    tone = canvas.lamp(canvas.choice("stone", ("#eceae6", "#d5dad9", "#e8dfd6")))
    canvas.rect(
        0, top, width, height - top, canvas.gradient((0.0, lighter(tone, 0.4)), (1.0, darker(tone, 0.16)))
    )
    for _ in range(9):
        x, y = rng.uniform(-0.1, 1.0) * width, top + (height - top) * rng.uniform(0.06, 0.95)
        canvas.line(
            f"M{x:.0f} {y:.0f}q{rng.uniform(40, 120) * unit:.0f} {rng.uniform(-18, 26) * unit:.0f} {rng.uniform(120, 240) * unit:.0f} {rng.uniform(-6, 22) * unit:.0f}t{rng.uniform(60, 160) * unit:.0f} {rng.uniform(-10, 20) * unit:.0f}",
            darker(tone, 0.24), rng.uniform(1.4, 3.6) * unit, 0.4,
        )  # fmt: skip
    _edge(canvas, tone)
