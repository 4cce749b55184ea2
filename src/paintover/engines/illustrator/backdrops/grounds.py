"""Grounds that people go to on a day off: an amusement park and a zoo."""

from __future__ import annotations

import math

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import bunting, bush, flowerbed, tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

_CHEERFUL = ("#e8604f", "#f2b53a", "#3fa0c8", "#7fc47a", "#b088e0")


def is_lit(canvas: Canvas) -> bool:
    """Whether lamps burn."""
    return canvas.time in ("night", "sunset")


def _paved(canvas: Canvas, colour: str, *, top: float = 0.03) -> None:
    """A square of slabs that run to the horizon."""
    unit, width, y = canvas.unit, canvas.width, canvas.down(top)
    with canvas.painted(canvas.scenery.ground):
        tone = canvas.hour(colour)
        fill = canvas.gradient((0.0, lighter(tone, 0.2)), (0.45, tone), (1.0, darker(tone, 0.16)))
        canvas.rect(0, y, width, canvas.height - y, fill)
        joints, eye = "", width * 0.5
        for k in range(10):
            joints += f"M0 {canvas.down(top + (1 - top) * (k / 10) ** 1.7):.1f}H{width}"
        for k in range(-16, 17):
            foot = eye + k * 0.17 * width
            joints += f"M{eye + (foot - eye) * top:.1f} {y:.1f}L{foot:.1f} {canvas.height}"
        canvas.line(joints, darker(tone, 0.14), 2 * unit, 0.5)
        light = canvas.glow((0.0, canvas.hour("#fffbe6"), 0.5), (1.0, canvas.hour("#fffbe6"), 0.0))
        canvas.ellipse(width * 0.46, canvas.down(0.6), width * 0.5, 0.24 * canvas.height, light)


def grove(
    canvas: Canvas, count: int, tall: tuple[float, float], colour: str, *, base: float, far: float
) -> None:
    """Round trees side by side behind everything, so many, their feet at `base`."""
    rng = canvas.stream("grove")
    for k in range(count):
        x = canvas.width * (k + rng.uniform(-0.25, 0.25)) / (count - 1)
        tree(canvas, rng, x, base, rng.uniform(*tall) * canvas.unit, colour, far=far)


# --- amusement park ---------------------------------------------------------------------------------------------------


def amusement_park(canvas: Canvas) -> None:
    """A square before a wheel, a roller coaster and striped tents, all pale with distance."""
    unit, width = canvas.unit, canvas.width
    base = canvas.horizon + 16 * unit
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a8d3b0"))
    side = canvas.choice("side of the wheel", (0.27, 0.73))
    _coaster(canvas, 1 - side, base)
    _wheel(canvas, width * side, base)
    grove(canvas, 8, (80, 120), "#86c06c", base=base, far=0.5)
    tents = canvas.choice("tents", ((0.5, 0.9), (0.12, 0.52), (0.1, 0.88)))
    for k, at in enumerate(tents):
        _tent(canvas, width * at, base + 14 * unit, 150 * unit, _CHEERFUL[(k * 2 + canvas.seed) % 5])
    _paved(canvas, canvas.choice("paving", ("#ecd9b4", "#e6cfc4", "#dcd8cc")), top=0.05)
    for k, at in enumerate((0.03, 0.97)):
        _booth(canvas, width * at, canvas.down(0.17), 170 * unit, _CHEERFUL[(k * 3 + canvas.seed + 1) % 5])
    rng = canvas.stream("beds")
    for x0, x1 in ((0.16, 0.36), (0.64, 0.84)):
        y = canvas.down(0.12)
        canvas.ellipse(
            width * (x0 + x1) / 2, y, width * (x1 - x0) / 2, 10 * unit, canvas.hour("#7da858"), 0.9
        )
        flowerbed(canvas, rng, width * x0, width * x1, y + 2 * unit, 32 * unit)
    bunting(canvas, 16 * unit, _CHEERFUL, sag=canvas.choice("sag", (30.0, 46.0)))


def _pale(canvas: Canvas, colour: str) -> str:
    return canvas.hour(mix(colour, "#e9f1f4", 0.30), far=0.3)


@piece("ferris wheel", dyed=False)
def _wheel(canvas: Canvas, x: float, base: float) -> None:
    """A wheel with gondolas of all colours; its lamps burn after dark."""
    unit = canvas.unit
    r = min(0.40 * canvas.horizon, 210 * unit)
    y = base - r - 40 * unit
    steel = _pale(canvas, canvas.paint_of("ferris wheel", "#5f8fc0"))
    canvas.line(
        f"M{x - 0.5 * r:.1f} {base:.1f}L{x:.1f} {y:.1f}L{x + 0.5 * r:.1f} {base:.1f}", steel, 11 * unit
    )
    spokes = "".join(
        f"M{x:.1f} {y:.1f}L{x + r * math.cos(k * math.tau / 16):.1f} {y + r * math.sin(k * math.tau / 16):.1f}"
        for k in range(16)
    )
    canvas.line(spokes, steel, 2.6 * unit, 0.8)
    for share, wide in ((1.0, 7), (0.84, 3), (0.3, 3)):
        canvas.add(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{share * r:.1f}" fill="none" stroke="{steel}" stroke-width="{wide * unit:.1f}"/>'
        )
    canvas.ellipse(x, y, 14 * unit, 14 * unit, _pale(canvas, "#f2b53a"))
    for k in range(12):
        turn = (k + 0.5) * math.tau / 12
        gx, gy = x + r * math.cos(turn), y + r * math.sin(turn)
        dye, size = _pale(canvas, _CHEERFUL[k % 5]), 17 * unit
        canvas.path(
            f"M{gx - size:.1f} {gy + 4 * unit:.1f}H{gx + size:.1f}L{gx + 0.8 * size:.1f} {gy + 1.5 * size:.1f}H{gx - 0.8 * size:.1f}Z",
            dye,
        )
        canvas.path(
            f"M{gx - 1.1 * size:.1f} {gy - 2 * unit:.1f}Q{gx:.1f} {gy - 1.2 * size:.1f} {gx + 1.1 * size:.1f} {gy - 2 * unit:.1f}Z",
            darker(dye, 0.12),
        )
    if is_lit(canvas):
        for k in range(36):
            turn = k * math.tau / 36
            cx, cy = x + r * math.cos(turn), y + r * math.sin(turn)
            canvas.ellipse(cx, cy, 9 * unit, 9 * unit, "#ffdf8e", 0.25)
            canvas.ellipse(cx, cy, 3.4 * unit, 3.4 * unit, ("#fff2c0", "#ffb0a0", "#b8e6ff")[k % 3])


@piece("roller coaster")
def _coaster(canvas: Canvas, at: float, base: float) -> None:
    """Hills and a loop of rails on struts."""
    unit, width, high = canvas.unit, canvas.width, min(0.5 * canvas.horizon, 260 * canvas.unit)
    left, right = (width * 0.46, width * 1.06) if at > 0.5 else (-width * 0.06, width * 0.54)
    steps = 46

    def rail(t: float) -> float:
        return base - high * (
            0.12 + 0.80 * math.pow(abs(math.sin(math.pi * (0.15 + 2.35 * t))), 1.4) * (1 - 0.55 * t)
        )

    points = [(left + (right - left) * k / steps, rail(k / steps)) for k in range(steps + 1)]
    if at <= 0.5:
        points = [(left + right - x, y) for x, y in points]
    struts = "".join(f"M{x:.1f} {y:.1f}V{base:.1f}" for x, y in points[::2])
    braces = "".join(
        f"M{x0:.1f} {base:.1f}L{x1:.1f} {y1:.1f}"
        for (x0, _), (x1, y1) in zip(points[::4], points[2::4], strict=False)
    )
    canvas.line(struts + braces, _pale(canvas, "#b9c6d2"), 2.4 * unit, 0.85)
    track = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    canvas.line(track, _pale(canvas, "#d8604f"), 7 * unit)
    canvas.line(track, _pale(canvas, "#f6d9d0"), 2 * unit, 0.8)
    for k in range(4):
        x, y = points[19 + k]
        canvas.rect(
            x - 9 * unit,
            y - 15 * unit,
            17 * unit,
            13 * unit,
            _pale(canvas, _CHEERFUL[(k + 1) % 5]),
            f'rx="{4 * unit:.1f}"',
        )


@piece("tents", dyed=False)
def _tent(canvas: Canvas, x: float, base: float, wide: float, usual: str) -> None:
    """A round tent in stripes with a pennant."""
    unit, half = canvas.unit, wide / 2
    dye, white = _pale(canvas, canvas.paint_of("tents", usual)), _pale(canvas, "#fdf8ee")
    wall, eaves, top = 0.42 * wide, base - 0.42 * wide, base - 0.98 * wide
    for k in range(8):
        x0, x1 = x - half + wide * k / 8, x - half + wide * (k + 1) / 8
        paint = dye if k % 2 else white
        canvas.rect(x0, eaves, x1 - x0, wall, paint)
        canvas.path(
            f"M{x - 1.14 * half + 1.14 * wide * k / 8:.1f} {eaves:.1f}L{x:.1f} {top:.1f}L{x - 1.14 * half + 1.14 * wide * (k + 1) / 8:.1f} {eaves:.1f}Z",
            paint,
        )
        canvas.path(
            f"M{x - 1.14 * half + 1.14 * wide * k / 8:.1f} {eaves - 1:.1f}h{1.14 * wide / 8:.1f}q{-1.14 * wide / 16:.1f} {0.16 * wide:.1f} {-1.14 * wide / 8:.1f} 0Z",
            white if k % 2 else dye,
        )
    inside = "#ffd98a" if is_lit(canvas) else darker(dye, 0.4)
    canvas.path(
        f"M{x - 0.16 * half:.1f} {base:.1f}L{x:.1f} {eaves + 0.1 * wall:.1f}L{x + 0.16 * half:.1f} {base:.1f}Z",
        inside,
    )
    canvas.line(f"M{x:.1f} {top:.1f}v{-30 * unit:.1f}", _pale(canvas, "#8a7a68"), 3 * unit)
    canvas.path(
        f"M{x:.1f} {top - 30 * unit:.1f}l{26 * unit:.1f} {8 * unit:.1f}l{-26 * unit:.1f} {9 * unit:.1f}z", dye
    )


@piece("stall", dyed=False)
def _booth(canvas: Canvas, x: float, base: float, wide: float, usual: str) -> None:
    """A booth that sells sweets, half out of sight."""
    unit, dye = canvas.unit, canvas.hour(canvas.paint_of("stall", usual), far=0.1)
    white, wood = canvas.hour("#fdf8ee", far=0.1), canvas.hour("#b98a5c", far=0.1)
    left, tall = x - wide / 2, 1.05 * wide
    canvas.rect(left + 0.08 * wide, base - tall, 0.84 * wide, tall, canvas.hour("#6a4a3a"))
    if is_lit(canvas):
        canvas.rect(left + 0.08 * wide, base - 0.8 * tall, 0.84 * wide, 0.4 * tall, "#ffd98a", 'opacity=".7"')
    for k in range(4):
        canvas.ellipse(
            left + wide * (0.2 + 0.2 * k),
            base - 0.5 * tall,
            14 * unit,
            20 * unit,
            canvas.hour(("#ffb8d0", "#fff0c0", "#bfe3f6")[k % 3]),
        )
    canvas.rect(
        left,
        base - 0.42 * tall,
        wide,
        0.42 * tall,
        canvas.gradient((0.0, lighter(wood, 0.16)), (1.0, darker(wood, 0.12))),
    )
    canvas.rect(left - 0.03 * wide, base - 0.45 * tall, 1.06 * wide, 0.05 * tall, lighter(wood, 0.3))
    for k in range(6):
        x0 = left - 0.06 * wide + 1.12 * wide * k / 6
        step = 1.12 * wide / 6
        canvas.path(
            f"M{x0 + 0.1 * (x - x0):.1f} {base - 1.16 * tall:.1f}L{x0 + step + 0.1 * (x - x0 - step):.1f} {base - 1.16 * tall:.1f}L{x0 + step:.1f} {base - 0.86 * tall:.1f}q{-step / 2:.1f} {0.12 * tall:.1f} {-step:.1f} 0Z",
            dye if k % 2 else white,
        )


# --- zoo --------------------------------------------------------------------------------------------------------------


def zoo(canvas: Canvas) -> None:
    """Where the visitors walk: railings before the enclosures, and the gate behind."""
    unit, width = canvas.unit, canvas.width
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a3cfae", "#92c682"))
    base = canvas.horizon + 14 * unit
    grove(canvas, 7, (150, 230), "#6fb257", base=base, far=0.5)
    _zoo_gate(canvas, width * canvas.choice("gate", (0.5, 0.26, 0.74)), base)
    land.ground(canvas, "#b4dc76", "#8cc456", "#5fa044", lift=8)
    _run(canvas, base)
    rail = canvas.down(0.17)
    _railing(canvas, rail, 62 * unit)
    _paved(canvas, canvas.choice("paving", ("#e4d3b0", "#dcd6c8", "#e2c8ac")), top=0.17)
    _signs(canvas, rail)
    rng = canvas.stream("shrubs")
    for k in range(6):
        at = -0.02 + 0.045 * k if k < 3 else 0.93 + 0.045 * (k - 3)
        bush(canvas, rng, width * at, canvas.height + 10 * unit, rng.uniform(46, 66) * unit, "#57a048")


def enclosure(canvas: Canvas) -> None:
    """Where the animals are: grass, rocks and water before a wall, seen over the railing before us."""
    unit, width = canvas.unit, canvas.width
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a3cfae"))
    base = canvas.horizon + 10 * unit
    grove(canvas, 8, (140, 220), "#6fb257", base=base, far=0.5)
    _rock_wall(canvas, base)
    far, middle, near = canvas.choice("grass", land.PASTURES)
    land.ground(canvas, far, middle, near, lift=16)
    _run(canvas, canvas.down(0.10), low=True)
    land.swathes(canvas, lighter(far, 0.4))
    land.growth(canvas, (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.1)), flowers=0.06)
    land.stones(canvas, "#a8a294")
    floor = canvas.height - 6 * unit
    _railing(canvas, canvas.height + 6 * unit, 96 * unit)
    canvas.rect(0, floor, width, 10 * unit, canvas.hour("#7a6a58"))


@piece("railing")
def _railing(canvas: Canvas, base: float, tall: float) -> None:
    """Iron bars between two rails, from side to side."""
    unit, width = canvas.unit, canvas.width
    iron, shine = canvas.hour("#4f6a5c", far=0.1), canvas.hour("#93b0a0", far=0.1)
    thick = 0.05 * tall
    step = 0.44 * tall
    bars = "".join(
        f"M{k * step:.1f} {base:.1f}v{-0.94 * tall:.1f}" for k in range(math.ceil(width / step) + 1)
    )
    canvas.line(bars, iron, thick)
    for level in (0.12, 0.95):
        canvas.line(f"M-10 {base - level * tall:.1f}H{width + 10}", iron, 1.9 * thick)
        canvas.line(f"M-10 {base - level * tall - 0.4 * thick:.1f}H{width + 10}", shine, 0.6 * thick)
    canvas.top("railing", 0, width, base - tall - unit)


@piece("gate")
def _zoo_gate(canvas: Canvas, x: float, base: float) -> None:
    """Two towers and an arch between them."""
    unit = canvas.unit
    stone, arch = canvas.hour("#d6c09a", far=0.35), canvas.hour("#5f9a58", far=0.35)
    for side in (-1, 1):
        left = x + side * 92 * unit - 24 * unit
        canvas.rect(
            left,
            base - 128 * unit,
            48 * unit,
            128 * unit,
            canvas.gradient((0.0, lighter(stone, 0.1)), (1.0, darker(stone, 0.1)), level=True),
        )
        canvas.path(
            f"M{left - 8 * unit:.1f} {base - 126 * unit:.1f}l{32 * unit:.1f} {-36 * unit:.1f}l{32 * unit:.1f} {36 * unit:.1f}z",
            canvas.hour("#b8704e", far=0.35),
        )
        canvas.rect(
            left + 15 * unit,
            base - 96 * unit,
            18 * unit,
            26 * unit,
            "#ffdf8e" if is_lit(canvas) else darker(stone, 0.4),
        )
    canvas.line(
        f"M{x - 72 * unit:.1f} {base - 84 * unit:.1f}Q{x:.1f} {base - 156 * unit:.1f} {x + 72 * unit:.1f} {base - 84 * unit:.1f}",
        arch,
        26 * unit,
    )
    paw, y = canvas.hour("#fdf6e2", far=0.2), base - 118 * unit
    canvas.ellipse(x, y + 3 * unit, 8 * unit, 7 * unit, paw)
    for dx, dy in ((-9, -5), (-3, -10), (4, -10), (10, -5)):
        canvas.ellipse(x + dx * unit, y + dy * unit, 3.2 * unit, 3.8 * unit, paw)


@piece("rocks")
def _rock_wall(canvas: Canvas, base: float) -> None:
    """A wall of artificial rock with a den in it."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("rock wall")
    tone = canvas.hour("#b9a88c", far=0.3)
    points, x = [], -30.0
    while x < width + 60 * unit:
        points.append((x, base - rng.uniform(70, 150) * unit))
        x += rng.uniform(50, 110) * unit
    edge = "L".join(f"{px:.1f} {py:.1f}" for px, py in points)
    canvas.path(
        f"M-30 {base + 30 * unit:.1f}L{edge}L{width + 60:.1f} {base + 30 * unit:.1f}Z",
        canvas.across(
            base - 150 * unit, base + 20 * unit, (0.0, lighter(tone, 0.2)), (1.0, darker(tone, 0.12))
        ),
    )
    for px, py in points:
        canvas.path(
            f"M{px:.1f} {py:.1f}l{22 * unit:.1f} {0.5 * (base - py):.1f}l{-8 * unit:.1f} {0.5 * (base - py):.1f}l{-26 * unit:.1f} {-0.3 * (base - py):.1f}Z",
            darker(tone, 0.14),
            'opacity=".5"',
        )
    den = width * canvas.choice("den", (0.2, 0.78, 0.52))
    canvas.path(
        f"M{den - 44 * unit:.1f} {base + 24 * unit:.1f}v{-34 * unit:.1f}q{2 * unit:.1f} {-44 * unit:.1f} {44 * unit:.1f} {-44 * unit:.1f}t{44 * unit:.1f} {44 * unit:.1f}v{34 * unit:.1f}Z",
        canvas.hour("#4a3f36", far=0.1),
    )


def _run(canvas: Canvas, base: float, *, low: bool = False) -> None:
    """What animals have in their enclosures: rocks to lie on, a pool, a trunk to climb."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("run")
    with canvas.piece("pond", dyed=False):
        x = width * canvas.choice("pool", (0.22, 0.74, 0.5))
        canvas.ellipse(x, base + 28 * unit, 0.15 * width, 15 * unit, canvas.hour("#b39a70", far=0.1))
        canvas.ellipse(
            x,
            base + 27 * unit,
            0.14 * width,
            11 * unit,
            canvas.gradient((0.0, canvas.hour("#d5eef8")), (1.0, canvas.hour("#6bb4dc"))),
        )
    with canvas.piece("stones"):
        for _ in range(5 if low else 7):
            x, size = rng.uniform(0.02, 0.98) * width, rng.uniform(18, 40) * unit
            tone = canvas.hour("#a8a294", far=0.15)
            canvas.path(
                f"M{x - size:.1f} {base + 22 * unit:.1f}q{0.1 * size:.1f} {-0.9 * size:.1f} {size:.1f} {-0.85 * size:.1f}q{0.9 * size:.1f} {0.05 * size:.1f} {size:.1f} {0.85 * size:.1f}z",
                canvas.gradient((0.0, lighter(tone, 0.2)), (1.0, darker(tone, 0.14))),
            )
    x = width * canvas.choice("trunk", (0.84, 0.12))
    bark = canvas.hour("#8a6a4c", far=0.1)
    canvas.line(
        f"M{x:.1f} {base + 26 * unit:.1f}l{-8 * unit:.1f} {-96 * unit:.1f}l{-40 * unit:.1f} {-34 * unit:.1f}M{x - 6 * unit:.1f} {base - 46 * unit:.1f}l{44 * unit:.1f} {-44 * unit:.1f}",
        bark,
        12 * unit,
    )


@piece("signs")
def _signs(canvas: Canvas, y: float) -> None:
    """Boards on the railing, with a paw and lines that nobody can read from here."""
    unit = canvas.unit
    for at in (0.16, 0.5, 0.86):
        x = canvas.width * at
        canvas.rect(
            x - 30 * unit, y - 58 * unit, 60 * unit, 40 * unit, canvas.hour("#3f7f5a"), f'rx="{5 * unit:.1f}"'
        )
        canvas.rect(
            x - 26 * unit, y - 54 * unit, 52 * unit, 32 * unit, canvas.hour("#f2f0e0"), f'rx="{4 * unit:.1f}"'
        )
        canvas.line(
            f"M{x - 4 * unit:.1f} {y - 46 * unit:.1f}h{22 * unit:.1f}m{-22 * unit:.1f} {8 * unit:.1f}h{22 * unit:.1f}m{-22 * unit:.1f} {8 * unit:.1f}h{14 * unit:.1f}",
            canvas.hour("#9aa89c"),
            3 * unit,
        )
        canvas.ellipse(x - 15 * unit, y - 38 * unit, 7 * unit, 8 * unit, canvas.hour("#c98a4a"))
