"""Grounds where people build, camp and bury: a construction site, a campsite, a graveyard."""

from __future__ import annotations

import math
import random

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.grounds import grove, is_lit
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

# --- construction site ------------------------------------------------------------------------------------------------


def construction_site(canvas: Canvas) -> None:
    """The shell of a building with its scaffold, a tower crane, and earth with sand, pipes and barriers."""
    unit, width = canvas.unit, canvas.width
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    rng, x = canvas.stream("town behind"), -20.0
    with canvas.piece("skyline"):
        while x < width:
            wide, high = rng.uniform(50, 100) * unit, canvas.horizon * rng.uniform(0.16, 0.42)
            canvas.rect(
                x,
                canvas.horizon - high,
                wide,
                high + 30 * unit,
                mix(canvas.hour("#b9cbdc", far=1), "#ffffff", rng.uniform(0, 0.2)),
            )
            x += wide + rng.uniform(0, 26) * unit
    base = canvas.down(0.08)
    side = canvas.choice("side of the shell", (0.30, 0.70))
    _tower_crane(canvas, width * (1.06 - side), base, 1 if side < 0.5 else -1)
    _shell(canvas, width * side, base)
    land.ground(canvas, "#d9c39a", "#c4a678", "#9a7c56", lift=22, trodden=("#e6d6b4", "#b89a70"))
    _tracks(canvas)
    _heaps(canvas, side)
    _barriers(canvas)


@piece("shell")
def _shell(canvas: Canvas, x: float, base: float) -> None:
    """Floors on columns, bare iron on top, and a scaffold with its net before one half."""
    unit = canvas.unit
    wide, floors = 0.44 * canvas.width, 4
    storey = min(96 * unit, canvas.horizon * 0.17)
    left, grey = x - wide / 2, canvas.hour("#bdb6aa", far=0.25)
    dark = canvas.hour("#6f6a66", far=0.3)
    for floor in range(floors):
        y = base - floor * storey
        canvas.rect(left + 6 * unit, y - storey, wide - 12 * unit, storey, mix(dark, grey, 0.25))
        columns = max(4, round(wide / unit / 84))
        for k in range(columns + 1):
            canvas.rect(
                left + (wide - 16 * unit) * k / columns,
                y - storey,
                16 * unit,
                storey,
                canvas.gradient((0.0, lighter(grey, 0.1)), (1.0, darker(grey, 0.1)), level=True),
            )
        canvas.rect(left - 8 * unit, y - storey - 6 * unit, wide + 16 * unit, 14 * unit, lighter(grey, 0.16))
    top = base - floors * storey
    rods = "".join(
        f"M{left + wide * (k + 0.5) / 14 + dx * unit:.1f} {top:.1f}v{-34 * unit:.1f}"
        for k in range(14)
        for dx in (-4, 4)
    )
    canvas.line(rods, canvas.hour("#a0603f", far=0.2), 2 * unit)
    pipe, plank = canvas.hour("#8f9aa4", far=0.2), canvas.hour("#d0a468", far=0.2)
    begin, end = left - 20 * unit, left + 0.52 * wide
    drawn = "".join(
        f"M{begin + (end - begin) * k / 5:.1f} {base:.1f}V{top - 24 * unit:.1f}" for k in range(6)
    )
    drawn += "".join(f"M{begin:.1f} {base - storey * (f + 0.5):.1f}H{end:.1f}" for f in range(floors))
    braces = "".join(
        f"M{begin + (end - begin) * k / 5:.1f} {base - storey * f:.1f}l{(end - begin) / 5:.1f} {-storey:.1f}"
        for f in range(floors)
        for k in range(5)
        if (f + k) % 2
    )
    canvas.line(braces, pipe, 2 * unit, 0.7)
    canvas.line(drawn, pipe, 4 * unit)
    canvas.line(
        "".join(
            f"M{begin - 4 * unit:.1f} {base - storey * f:.1f}H{end + 4 * unit:.1f}"
            for f in range(1, floors + 1)
        ),
        plank,
        7 * unit,
    )
    canvas.rect(
        begin,
        top - 10 * unit,
        (end - begin) * 0.6,
        1.9 * storey,
        canvas.hour("#4f9a6a", far=0.2),
        'opacity=".42"',
    )


@piece("crane")
def _tower_crane(canvas: Canvas, x: float, base: float, way: int) -> None:
    """A tower of lattice with its boom, cabin, weight and hook."""
    unit = canvas.unit
    yellow = canvas.hour("#f0b429", far=0.2)
    top, wide = base - min(470 * unit, 0.86 * canvas.horizon), 20 * unit
    lattice, y = f"M{x - wide / 2:.1f} {base:.1f}V{top:.1f}M{x + wide / 2:.1f} {base:.1f}V{top:.1f}", base
    k = 0
    while y > top:
        lattice += (
            f"M{x + (-1) ** k * wide / 2:.1f} {y:.1f}L{x - (-1) ** k * wide / 2:.1f} {max(top, y - wide):.1f}"
        )
        y, k = y - wide, k + 1
    reach, back = way * 300 * unit, -way * 110 * unit
    lattice += (
        f"M{x + back:.1f} {top:.1f}H{x + reach:.1f}M{x:.1f} {top - 20 * unit:.1f}H{x + 0.96 * reach:.1f}"
    )
    for step in range(14):
        lattice += f"M{x + reach * step / 14:.1f} {top:.1f}l{reach / 28:.1f} {-20 * unit:.1f}l{reach / 28:.1f} {20 * unit:.1f}"
    canvas.line(lattice, yellow, 4 * unit)
    peak = top - 64 * unit
    canvas.line(
        f"M{x - 8 * unit:.1f} {top:.1f}L{x:.1f} {peak:.1f}L{x + 8 * unit:.1f} {top:.1f}", yellow, 5 * unit
    )
    canvas.line(
        f"M{x + back:.1f} {top:.1f}L{x:.1f} {peak:.1f}L{x + 0.7 * reach:.1f} {top - 18 * unit:.1f}",
        canvas.hour("#7a7f88", far=0.2),
        2 * unit,
    )
    canvas.rect(
        min(x + back, x + back - way * 10 * unit), top, 34 * unit, 40 * unit, canvas.hour("#8f8a84", far=0.2)
    )
    canvas.rect(x - 14 * unit + way * 16 * unit, top + 2 * unit, 28 * unit, 32 * unit, yellow)
    canvas.rect(
        x - 9 * unit + way * 16 * unit,
        top + 7 * unit,
        18 * unit,
        14 * unit,
        "#ffe9a8" if is_lit(canvas) else canvas.hour("#bfe0f0", far=0.2),
    )
    hook = x + 0.62 * reach
    canvas.line(f"M{hook:.1f} {top:.1f}v{120 * unit:.1f}", canvas.hour("#5f646c", far=0.2), 2 * unit)
    canvas.rect(hook - 44 * unit, top + 120 * unit, 88 * unit, 11 * unit, canvas.hour("#a0603f", far=0.2))


def _tracks(canvas: Canvas) -> None:
    """Where wheels have gone, and puddles."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("tracks")
    rut = canvas.hour("#8a6c48")
    for shift in (0.0, 0.09):
        canvas.line(
            f"M{width * (0.42 + 0.2 * shift):.1f} {canvas.down(0.12):.1f}Q{width * (0.5 + shift):.1f} {canvas.down(0.5):.1f} {width * (0.3 + 1.2 * shift):.1f} {canvas.height}",
            rut,
            15 * unit,
            0.35,
        )
    for _ in range(3):
        x, y, wide = (
            rng.uniform(0.1, 0.9) * width,
            canvas.down(rng.uniform(0.3, 0.9)),
            rng.uniform(50, 90) * unit,
        )
        canvas.ellipse(x, y, wide, 0.17 * wide, canvas.hour("#a88a60"), 0.9)
        canvas.ellipse(x, y, 0.9 * wide, 0.13 * wide, canvas.hour("#bcd6e2"), 0.8)
    land.stones(canvas, "#a89a84")


@piece("building materials")
def _heaps(canvas: Canvas, side: float) -> None:
    """A heap of sand with a shovel, a stack of pipes, and pallets of bricks."""
    unit, width = canvas.unit, canvas.width
    x, y = width * (0.86 if side < 0.5 else 0.14), canvas.down(0.2)
    sand = canvas.hour("#e2c48a")
    canvas.path(
        f"M{x - 120 * unit:.1f} {y:.1f}Q{x - 40 * unit:.1f} {y - 80 * unit:.1f} {x:.1f} {y - 84 * unit:.1f}T{x + 120 * unit:.1f} {y:.1f}Z",
        canvas.gradient((0.0, lighter(sand, 0.2)), (1.0, darker(sand, 0.14))),
    )
    x, y = width * (0.60 if side < 0.5 else 0.40), canvas.down(0.15)
    pipe = canvas.hour("#b8bec4")
    for row, count in ((0, 4), (1, 3), (2, 2)):
        for k in range(count):
            cx, cy = x + (k + 0.5 * row - 2) * 30 * unit, y - 14 * unit - row * 26 * unit
            canvas.ellipse(cx, cy, 15 * unit, 15 * unit, pipe)
            canvas.ellipse(cx, cy, 9 * unit, 9 * unit, darker(pipe, 0.5))
    x, y = width * (0.09 if side < 0.5 else 0.91), canvas.down(0.26)
    brick = canvas.hour("#c0603f")
    canvas.rect(x - 62 * unit, y - 8 * unit, 124 * unit, 10 * unit, canvas.hour("#b08a5c"))
    for row in range(4):
        for k in range(4):
            canvas.rect(
                x - 60 * unit + 30 * k * unit,
                y - (26 + 17 * row) * unit,
                28 * unit,
                15 * unit,
                mix(brick, "#ffffff", 0.06 * ((k + row) % 3)),
            )


@piece("barriers", dyed=False)
def _barriers(canvas: Canvas) -> None:
    """Striped barriers and cones in the lower corners."""
    unit, width = canvas.unit, canvas.width
    orange, white = canvas.hour(canvas.paint_of("barriers", "#f0782a")), canvas.hour("#fdfaf2")
    y = canvas.height - 40 * unit
    for x0 in (-30 * unit, width - 170 * unit):
        for k in range(8):
            x = x0 + 25 * k * unit
            canvas.path(
                f"M{x:.1f} {y - 40 * unit:.1f}h{25 * unit:.1f}l{-10 * unit:.1f} {28 * unit:.1f}h{-25 * unit:.1f}z",
                orange if k % 2 else white,
            )
        canvas.line(
            f"M{x0 + 30 * unit:.1f} {y - 12 * unit:.1f}v{60 * unit:.1f}M{x0 + 170 * unit:.1f} {y - 12 * unit:.1f}v{60 * unit:.1f}",
            canvas.hour("#6a6f76"),
            7 * unit,
        )


# --- campsite ---------------------------------------------------------------------------------------------------------


def campsite(canvas: Canvas) -> None:
    """A clearing among firs with tents, logs to sit on, and a string of lights."""
    unit, width = canvas.unit, canvas.width
    view = canvas.choice("view", ("mountains", "lake", "wood"))
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    if view == "mountains":
        land.peaks(canvas, "#8fa9c9", "#f4f8fc", tall=0.5)
    land.hills(canvas, ("#a9cfe0", "#93c7c0", "#86bd86"))
    land.pines(canvas, "#4f9468", snow=False)
    far, middle, near = canvas.choice("pasture", land.PASTURES[:3])
    land.ground(canvas, far, middle, near)
    if view == "lake":
        _strip_of_water(canvas)
    _firs(canvas)
    dyes = canvas.stream("tents").sample(("#e8783f", "#3f8fb8", "#e0b23a", "#7a9f4a", "#c85a5a"), 3)
    places = canvas.choice("tents", ((0.16, 0.80), (0.22, 0.90), (0.10, 0.70)))
    for at, dye, down in zip(places, dyes, (0.20, 0.15), strict=False):
        _camp_tent(canvas, width * at, canvas.down(down), (190 if down > 0.16 else 150) * unit, dye)
    land.swathes(canvas, lighter(far, 0.4))
    _logs(canvas)
    land.growth(
        canvas,
        (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.1)),
        flowers=0.16,
        top=canvas.down(0.2),
    )
    _bulbs(canvas)
    land.foreground(canvas, darker(near, 0.24), darker(near, 0.08))


@piece("pond")
def _strip_of_water(canvas: Canvas) -> None:
    y, unit = canvas.down(0.03), canvas.unit
    fill = canvas.gradient((0.0, canvas.hour("#d5eef8", far=0.4)), (1.0, canvas.hour("#6bb4dc", far=0.2)))
    canvas.ellipse(canvas.width * 0.5, y + 14 * unit, canvas.width * 0.46, 17 * unit, fill)


@piece("trees", greens=True)
def _firs(canvas: Canvas) -> None:
    """Tall firs at both sides."""
    rng, unit, width = canvas.stream("firs"), canvas.unit, canvas.width
    for k in range(10):
        at = rng.uniform(-0.03, 0.2) if k % 2 else rng.uniform(0.8, 1.03)
        x, base = width * at, canvas.down(0.03 + 0.008 * k)
        tall = rng.uniform(200, 320) * unit * (0.8 + 0.03 * k)
        tone = canvas.hour("#3f8058", far=0.35 - 0.02 * k)
        canvas.rect(
            x - 0.025 * tall, base - 0.12 * tall, 0.05 * tall, 0.12 * tall, canvas.hour("#6d4f3a", far=0.2)
        )
        for tier in range(4):
            wide, top = tall * (0.13 + 0.055 * tier), base - tall * (1.0 - 0.21 * tier)
            low = top + 0.34 * tall
            canvas.path(
                f"M{x:.1f} {top:.1f}L{x + wide:.1f} {low:.1f}Q{x:.1f} {low - 0.05 * tall:.1f} {x - wide:.1f} {low:.1f}Z",
                darker(tone, 0.06 * tier),
            )
            if canvas.season == "winter":
                canvas.path(
                    f"M{x:.1f} {top:.1f}L{x + 0.5 * wide:.1f} {top + 0.17 * tall:.1f}Q{x:.1f} {top + 0.11 * tall:.1f} {x - 0.6 * wide:.1f} {top + 0.2 * tall:.1f}Z",
                    canvas.hour("#ffffff"),
                )


@piece("tents", dyed=False)
def _camp_tent(canvas: Canvas, x: float, base: float, wide: float, usual: str) -> None:
    """A ridge tent, open in front."""
    unit, half, tall = canvas.unit, wide / 2, 0.62 * wide
    dye = canvas.hour(canvas.paint_of("tents", usual), far=0.1)
    canvas.ellipse(x + 0.1 * wide, base, 0.66 * wide, 0.06 * wide, "#1c2a1c", 0.25)
    canvas.line(
        f"M{x - half:.1f} {base:.1f}l{-0.16 * wide:.1f} {0.03 * wide:.1f}M{x + 0.86 * wide:.1f} {base - 0.06 * wide:.1f}l{0.12 * wide:.1f} {0.05 * wide:.1f}",
        canvas.hour("#e6e0d0"),
        2 * unit,
    )
    canvas.path(
        f"M{x:.1f} {base - tall:.1f}L{x + 0.44 * wide:.1f} {base - 0.92 * tall:.1f}L{x + 0.88 * wide:.1f} {base - 0.05 * wide:.1f}L{x + half:.1f} {base:.1f}Z",
        darker(dye, 0.16),
    )
    canvas.path(
        f"M{x:.1f} {base - tall:.1f}L{x + half:.1f} {base:.1f}H{x - half:.1f}Z",
        canvas.gradient((0.0, lighter(dye, 0.2)), (1.0, dye)),
    )
    inside = "#ffd98a" if is_lit(canvas) else canvas.hour("#4a3a3a")
    canvas.path(
        f"M{x:.1f} {base - 0.86 * tall:.1f}L{x + 0.2 * wide:.1f} {base:.1f}H{x - 0.2 * wide:.1f}Z", inside
    )
    canvas.path(
        f"M{x:.1f} {base - 0.86 * tall:.1f}Q{x - 0.1 * wide:.1f} {base - 0.4 * tall:.1f} {x - 0.26 * wide:.1f} {base:.1f}H{x - 0.14 * wide:.1f}Z",
        lighter(dye, 0.3),
    )


@piece("logs")
def _logs(canvas: Canvas) -> None:
    """Logs to sit on, at both sides."""
    unit, bark, wood = canvas.unit, canvas.hour("#8a6446"), canvas.hour("#e2c294")
    for at, down, way in ((0.1, 0.46, 1), (0.9, 0.52, -1)):
        x, y, long = canvas.width * at, canvas.down(down), 120 * unit
        canvas.ellipse(x, y + 20 * unit, 0.62 * long, 10 * unit, "#1c2a1c", 0.25)
        canvas.rect(
            x - long / 2,
            y - 18 * unit,
            long,
            38 * unit,
            canvas.gradient((0.0, lighter(bark, 0.16)), (1.0, darker(bark, 0.2))),
            f'rx="{8 * unit:.1f}"',
        )
        end = x + way * long / 2
        canvas.ellipse(end, y + unit, 11 * unit, 19 * unit, wood)
        canvas.ellipse(end, y + unit, 6 * unit, 11 * unit, darker(wood, 0.16))


@piece("string-lights", dyed=False)
def _bulbs(canvas: Canvas) -> None:
    """Lamps on a string between the firs."""
    unit, width, y = canvas.unit, canvas.width, canvas.horizon - 110 * canvas.unit
    canvas.line(
        f"M{0.06 * width:.1f} {y:.1f}Q{width / 2:.1f} {y + 130 * unit:.1f} {0.94 * width:.1f} {y:.1f}",
        canvas.hour("#54423a", far=0.2),
        2 * unit,
    )
    count = max(9, round(width / unit / 80))
    for k in range(count):
        t = (k + 0.5) / count
        x, top = width * (0.06 + 0.88 * t), y + 260 * unit * t * (1 - t)
        if is_lit(canvas):
            canvas.ellipse(
                x,
                top + 9 * unit,
                24 * unit,
                24 * unit,
                canvas.glow((0.0, "#ffd98a", 0.7), (1.0, "#ffd98a", 0.0)),
            )
        canvas.ellipse(
            x,
            top + 9 * unit,
            6 * unit,
            8 * unit,
            "#ffe9a8" if is_lit(canvas) else canvas.hour("#fff2c8", far=0.1),
        )


# --- graveyard --------------------------------------------------------------------------------------------------------


def graveyard(canvas: Canvas) -> None:
    """Rows of old stones in the grass before an iron fence, a chapel and bare trees."""
    unit, width = canvas.unit, canvas.width
    draw_sky(canvas, floor=canvas.horizon * 1.12, clouds=4)
    land.hills(canvas, ("#a3bccb", "#8fb0ac", "#84a88a"))
    base = canvas.horizon + 12 * unit
    view = canvas.choice("view", ("chapel", "trees", "willow"))
    if view == "chapel":
        _chapel(canvas, width * canvas.choice("chapel", (0.72, 0.26)), base)
    _bare_tree(canvas, width * canvas.choice("bare", (0.1, 0.9)), canvas.down(0.10), 330 * unit)
    if view != "chapel":
        grove(canvas, 6, (110, 180), "#6a9a6a", base=base, far=0.5)
    _iron_fence(canvas, canvas.down(0.05), 84 * unit)
    land.ground(canvas, "#a3bd7a", "#7d9f5c", "#52774a", lift=26)
    land.path(canvas)
    rng = canvas.stream("graves")
    for depth in (0.10, 0.16, 0.25, 0.38, 0.56):
        count = round(3.2 / depth)
        for k in range(count):
            x = width * (0.5 + (k + 0.5 - count / 2) * 0.72 * depth) + rng.uniform(-8, 8) * unit
            if abs(x / width - 0.5) < 0.10 + 0.42 * depth or not -0.06 < x / width < 1.06:
                continue
            _grave(
                canvas,
                rng,
                x,
                canvas.down(depth),
                (40 + 330 * depth) * unit * rng.uniform(0.85, 1.1),
                far=0.4 * (1 - depth / 0.43),
            )
    land.growth(
        canvas,
        ("#5f8a4c", "#7aa35c", "#4a7444"),
        flowers=canvas.choice("bloom", (0.05, 0.16)),
        top=canvas.down(0.24),
    )
    mist = canvas.hour("#eef2f4", far=0.4)
    canvas.rect(
        0,
        canvas.horizon - 20 * unit,
        width,
        150 * unit,
        canvas.gradient((0.0, mist, 0.0), (0.45, mist, 0.42), (1.0, mist, 0.0)),
    )
    land.foreground(canvas, "#3c6238", "#567f48")


@piece("graves")
def _grave(canvas: Canvas, rng: random.Random, x: float, base: float, tall: float, *, far: float) -> None:
    """A rounded stone, a cross, or an upright slab, with moss at its foot."""
    tone = canvas.hour(rng.choice(("#a9a8a2", "#b6b0a4", "#989c9c")), far=far)
    light = canvas.gradient((0.0, lighter(tone, 0.22)), (0.6, tone), (1.0, darker(tone, 0.2)), level=True)
    half, shape, lean = 0.34 * tall, rng.choice(("round", "round", "cross", "slab")), rng.uniform(-4, 4)
    canvas.ellipse(x + 0.1 * tall, base, 0.5 * tall, 0.07 * tall, "#16201c", 0.3)
    canvas.add(f'<g transform="rotate({lean:.1f} {x:.1f} {base:.1f})">')
    if shape == "cross":
        canvas.rect(x - 0.09 * tall, base - tall, 0.18 * tall, tall, light)
        canvas.rect(x - 0.3 * tall, base - 0.78 * tall, 0.6 * tall, 0.17 * tall, light)
    else:
        crest = (
            f"a{half:.1f} {half:.1f} 0 0 1 {2 * half:.1f} 0"
            if shape == "round"
            else f"l{0.3 * half:.1f} {-0.2 * tall:.1f}h{1.4 * half:.1f}l{0.3 * half:.1f} {0.2 * tall:.1f}"
        )
        canvas.path(f"M{x - half:.1f} {base:.1f}v{-0.62 * tall:.1f}{crest}v{0.62 * tall:.1f}Z", light)
        canvas.line(
            f"M{x - 0.5 * half:.1f} {base - 0.6 * tall:.1f}h{half:.1f}M{x - 0.4 * half:.1f} {base - 0.46 * tall:.1f}h{0.8 * half:.1f}",
            darker(tone, 0.3),
            0.035 * tall,
            0.7,
        )
    canvas.rect(x - 1.25 * half, base - 0.07 * tall, 2.5 * half, 0.09 * tall, darker(tone, 0.12))
    canvas.add("</g>")
    canvas.ellipse(
        x - 0.2 * tall, base - 0.02 * tall, 0.2 * tall, 0.05 * tall, canvas.hour("#7d9f5c", far=far), 0.9
    )


@piece("chapel")
def _chapel(canvas: Canvas, x: float, base: float) -> None:
    unit = canvas.unit
    wall, roof = canvas.hour("#b9b4ac", far=0.5), canvas.hour("#5f6470", far=0.5)
    light = "#ffdf8e" if is_lit(canvas) else canvas.hour("#5a6470", far=0.4)
    canvas.rect(x - 70 * unit, base - 74 * unit, 140 * unit, 74 * unit, wall)
    canvas.path(
        f"M{x - 80 * unit:.1f} {base - 72 * unit:.1f}l{24 * unit:.1f} {-46 * unit:.1f}h{112 * unit:.1f}l{24 * unit:.1f} {46 * unit:.1f}z",
        roof,
    )
    canvas.rect(x - 78 * unit, base - 140 * unit, 46 * unit, 140 * unit, lighter(wall, 0.08))
    canvas.path(
        f"M{x - 84 * unit:.1f} {base - 138 * unit:.1f}l{29 * unit:.1f} {-84 * unit:.1f}l{29 * unit:.1f} {84 * unit:.1f}z",
        roof,
    )
    canvas.line(
        f"M{x - 55 * unit:.1f} {base - 222 * unit:.1f}v{-28 * unit:.1f}m{-9 * unit:.1f} {10 * unit:.1f}h{18 * unit:.1f}",
        roof,
        3.4 * unit,
    )
    for dx in (-8, 22, 52):
        canvas.path(
            f"M{x + dx * unit - 7 * unit:.1f} {base - 22 * unit:.1f}v{-22 * unit:.1f}q{7 * unit:.1f} {-16 * unit:.1f} {14 * unit:.1f} 0v{22 * unit:.1f}z",
            light,
        )
    canvas.path(
        f"M{x - 63 * unit:.1f} {base - 98 * unit:.1f}v{-16 * unit:.1f}q{8 * unit:.1f} {-14 * unit:.1f} {16 * unit:.1f} 0v{16 * unit:.1f}z",
        light,
    )


@piece("trees")
def _bare_tree(canvas: Canvas, x: float, base: float, tall: float) -> None:
    """An old tree without leaves, its boughs crooked."""
    rng, bark = canvas.stream("crooked"), canvas.hour("#5a4c46", far=0.15)

    def bough(x0: float, y0: float, turn: float, long: float, wide: float) -> None:
        x1, y1 = x0 + math.sin(turn) * long, y0 - math.cos(turn) * long
        bend = rng.uniform(-0.2, 0.2) * long
        canvas.line(
            f"M{x0:.1f} {y0:.1f}Q{(x0 + x1) / 2 + bend:.1f} {(y0 + y1) / 2:.1f} {x1:.1f} {y1:.1f}", bark, wide
        )
        if wide > 0.012 * tall:
            for side in (-1, 1):
                bough(
                    x1, y1, turn + side * rng.uniform(0.3, 0.75), long * rng.uniform(0.58, 0.76), 0.58 * wide
                )

    bough(x, base, rng.uniform(-0.1, 0.1), 0.34 * tall, 0.11 * tall)


@piece("fence")
def _iron_fence(canvas: Canvas, base: float, tall: float) -> None:
    """Spears of iron between two rails, with stone posts."""
    unit, width = canvas.unit, canvas.width
    iron, stone = canvas.hour("#3f454c", far=0.3), canvas.hour("#a8a49c", far=0.3)
    canvas.top("fence", 0, width, base - tall)
    step = 20 * unit
    spears = "".join(f"M{k * step:.1f} {base:.1f}v{-tall:.1f}" for k in range(math.ceil(width / step) + 1))
    tips = "".join(
        f"M{k * step - 4 * unit:.1f} {base - tall:.1f}l{4 * unit:.1f} {-11 * unit:.1f}l{4 * unit:.1f} {11 * unit:.1f}z"
        for k in range(math.ceil(width / step) + 1)
    )
    canvas.line(spears, iron, 3 * unit)
    canvas.path(tips, iron)
    for level in (0.2, 0.86):
        canvas.line(f"M0 {base - level * tall:.1f}H{width}", iron, 4.5 * unit)
    for k in range(math.ceil(width / unit / 240) + 1):
        x = (240 * k + 30) * unit
        canvas.rect(x - 13 * unit, base - 1.12 * tall, 26 * unit, 1.12 * tall + 8 * unit, stone)
        canvas.rect(x - 17 * unit, base - 1.2 * tall, 34 * unit, 9 * unit, lighter(stone, 0.16))
