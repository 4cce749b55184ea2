"""Where people spend their time off: a gym, the hall of a restaurant, a balcony. Furniture is scenery: at the edges and pale."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import (
    BOARDS,
    CURTAINS,
    floor,
    pendant,
    picture,
    wall,
    window,
)
from paintover.engines.illustrator.backdrops.pieces import bush
from paintover.engines.illustrator.backdrops.rooftop import city_below
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix


def fitness_room(canvas: Canvas) -> None:
    """A gym: a wall of mirrors and a window, a rack of dumbbells at one side and a treadmill at the other."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    shades = (("#eef2f4", "#cbd6dc"), ("#f3efe8", "#d9cfbf"), ("#e8eef6", "#c0cde0"))
    wall(canvas, top, canvas.choice("wall", shades), paper="plain", dado=40)
    accent = canvas.choice("accent", ("#e0702c", "#2f8f8a", "#c8453c", "#3f78b5"))
    canvas.rect(0, top * 0.08, width, 16 * unit, canvas.lamp(accent), 'opacity=".8"')
    _mirrors(canvas, width * 0.05, width * 0.45)
    window(canvas, width * 0.70, top * 0.19, width * 0.24, top * 0.44, curtain=None)
    floor(canvas, top, canvas.choice("floor", (("#8d979e", "#69737a"), ("#a39a90", "#7c736a"))), kind="tiles")
    _rack(canvas, width * 0.02, min(width * 0.29, 300 * unit), canvas.down(0.10))
    _treadmill(canvas, width * 0.87, canvas.down(0.20), accent)


@piece("mirror", dyed=False)
def _mirrors(canvas: Canvas, x0: float, x1: float) -> None:
    """Panes of mirror side by side."""
    unit, top = canvas.unit, canvas.horizon
    y0, y1 = top * 0.17, top * 0.80
    canvas.on_the_wall.taken.append((x0 - 10 * unit, y0 - 10 * unit, x1 + 10 * unit, y1 + 10 * unit))
    frame = canvas.lamp(canvas.paint_of("mirror", "#aab4bc"))
    canvas.rect(x0 - 9 * unit, y0 - 9 * unit, x1 - x0 + 18 * unit, y1 - y0 + 18 * unit, frame, f'rx="{5 * unit:.0f}"')  # fmt: skip
    glass = canvas.gradient((0.0, canvas.lamp("#eaf4f8")), (1.0, canvas.lamp("#bfd4de")))
    count, gap = 2, 8 * unit
    wide = (x1 - x0 - gap * (count - 1)) / count
    for k in range(count):
        x = x0 + k * (wide + gap)
        canvas.rect(x, y0, wide, y1 - y0, glass)
        canvas.path(
            f"M{x + wide * 0.10:.0f} {y1 - 30 * unit:.0f}L{x + wide * 0.56:.0f} {y0 + 20 * unit:.0f}h{wide * 0.16:.0f}L{x + wide * 0.26:.0f} {y1 - 30 * unit:.0f}z",
            "#ffffff",
            'opacity=".45"',
        )


@piece("dumbbells")
def _rack(canvas: Canvas, x: float, wide: float, base: float) -> None:
    """A rack with two rows of dumbbells."""
    unit, steel = canvas.unit, canvas.lamp("#5a646c")
    high = 168 * unit
    canvas.ellipse(x + wide / 2, base + 4 * unit, wide * 0.56, 13 * unit, "#20262a", 0.22)
    for at in (x + 10 * unit, x + wide - 22 * unit):
        canvas.rect(at, base - high, 12 * unit, high, steel, f'rx="{4 * unit:.0f}"')
    dyes = ("#3a4248", "#c8453c", "#3f78b5", "#e0a52b")
    for row, y in enumerate((base - high + 34 * unit, base - 52 * unit)):
        count = 4
        step = (wide - 36 * unit) / count
        for k in range(count):
            left = x + 18 * unit + k * step
            dye, half = canvas.lamp(mix(dyes[(k + row) % 4], "#eef0f2", 0.12)), (15 + 3 * row) * unit
            canvas.rect(
                left + 12 * unit, y - half - 4 * unit, step - 30 * unit, 8 * unit, canvas.lamp("#b8c2ca")
            )
            for disc in (left + 4 * unit, left + step - 24 * unit):
                canvas.rect(disc, y - 2 * half, 15 * unit, 2 * half, dye, f'rx="{5 * unit:.0f}"')
        canvas.rect(x, y, wide, 11 * unit, lighter(steel, 0.14), f'rx="{4 * unit:.0f}"')


@piece("treadmill")
def _treadmill(canvas: Canvas, x: float, base: float, accent: str) -> None:
    """A treadmill from its side, its screen at the far end."""
    unit, body = canvas.unit, canvas.lamp("#4c555d")
    half = 122 * unit
    canvas.ellipse(x, base + 6 * unit, half * 1.1, 14 * unit, "#20262a", 0.22)
    canvas.rect(x - half, base - 30 * unit, 2 * half, 30 * unit, body, f'rx="{12 * unit:.0f}"')
    canvas.rect(x - half + 10 * unit, base - 38 * unit, 1.7 * half, 11 * unit, canvas.lamp("#2b3136"), f'rx="{5 * unit:.0f}"')  # fmt: skip
    canvas.on_the_wall.taken.append((x, base - 310 * unit, x + half * 1.1, base))
    foot, head = x + half * 0.70, x + half * 0.86
    canvas.line(f"M{foot:.0f} {base - 30 * unit:.0f}L{head:.0f} {base - 250 * unit:.0f}", body, 15 * unit)
    canvas.line(
        f"M{head - 4 * unit:.0f} {base - 206 * unit:.0f}h{-94 * unit:.0f}", lighter(body, 0.2), 12 * unit
    )
    canvas.path(
        f"M{head - 46 * unit:.0f} {base - 246 * unit:.0f}l{14 * unit:.0f} {-62 * unit:.0f}h{50 * unit:.0f}l{6 * unit:.0f} {62 * unit:.0f}z",
        canvas.lamp(accent),
    )
    canvas.path(
        f"M{head - 32 * unit:.0f} {base - 256 * unit:.0f}l{9 * unit:.0f} {-42 * unit:.0f}h{34 * unit:.0f}l{3 * unit:.0f} {42 * unit:.0f}z",
        canvas.lamp("#cfe6ee"),
    )


def dining_hall(canvas: Canvas) -> None:
    """Inside a restaurant: laid tables under their lamps at both sides, a window or pictures on the wall."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("pictures", "window", "menu"), windowed=("window",))
    shades = (("#f0dcc0", "#dcbc94"), ("#e4dccf", "#c6b8a2"), ("#ecd6cc", "#d0a998"), ("#dbe0d2", "#b6bfa4"))
    wall(canvas, top, canvas.choice("wall", shades), paper=canvas.choice("paper", ("stripes", "plain", "bricks")), dado=120)  # fmt: skip
    if view == "window":
        wide = min(width * 0.44, 500 * unit)
        window(canvas, width * 0.5 - wide / 2, top * 0.16, wide, top * 0.50, curtain=canvas.choice("curtain", CURTAINS))  # fmt: skip
    elif view == "pictures":
        for at, half in ((0.16, 0.075), (0.84, 0.075)):
            picture(canvas, width * at, top * 0.40, min(width * half, top * half * 1.7))
    else:
        _menu(canvas, width * 0.07, top * 0.16, min(width * 0.24, 260 * unit), top * 0.42)
    floor(canvas, top, canvas.choice("floor", (("#d8c2a2", "#a98a64"), *BOARDS[:2])), kind=canvas.choice("laid", ("tiles", "boards")))  # fmt: skip
    cloth = canvas.choice("cloth", ("#c8453c", "#f6efe2", "#3f7a5a", "#35608a"))
    for side, x in enumerate((0.09, 0.91)):
        _laid_table(canvas, width * x, canvas.down(0.24), cloth, side)
    shade = canvas.choice("shade", ("#d9803a", "#3a4a52", "#b5453c", "#e0b04a"))
    for x in (0.14, 0.86):
        pendant(canvas, width * x, top * 0.06, shade, size=0.66)


@piece("menu", dyed=False)
def _menu(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    unit, rng = canvas.unit, canvas.stream("menu")
    canvas.on_the_wall.taken.append((x - 12 * unit, y - 12 * unit, x + wide + 12 * unit, y + high + 12 * unit))  # fmt: skip
    canvas.rect(x - 10 * unit, y - 10 * unit, wide + 20 * unit, high + 20 * unit, canvas.lamp("#9a6f45"), f'rx="{5 * unit:.0f}"')  # fmt: skip
    canvas.rect(x, y, wide, high, canvas.lamp(canvas.paint_of("menu", "#34403c")))
    marks = "".join(
        f"M{x + wide * 0.12:.0f} {y + high * (0.2 + 0.13 * k):.0f}h{wide * rng.uniform(0.3, 0.5):.0f}m{wide * 0.08:.0f} 0h{wide * 0.1:.0f}"
        for k in range(6)
    )
    canvas.line(marks, "#f1ead8", 4 * unit, 0.6)


@piece("tables")
def _laid_table(canvas: Canvas, x: float, base: float, cloth: str, side: int) -> None:
    """A round table with a cloth, laid for two, and the backs of its chairs."""
    unit, dye, wood = canvas.unit, canvas.lamp(cloth), canvas.lamp("#8f6238")
    half, tall = 128 * unit, 150 * unit
    canvas.top("tables", max(x - half, 0.0), x + half, base - tall)
    canvas.on_the_wall.taken.append(
        (x - half - 38 * unit, base - tall - 96 * unit, x + half + 38 * unit, base)
    )
    canvas.ellipse(x, base + 8 * unit, half * 1.05, 16 * unit, "#2a1a10", 0.2)
    for sign in (-1, 1):
        back = x + sign * half * 0.98
        canvas.rect(back - 34 * unit, base - tall - 92 * unit, 68 * unit, 116 * unit, wood, f'rx="{14 * unit:.0f}"')  # fmt: skip
        canvas.rect(back - 22 * unit, base - tall - 78 * unit, 44 * unit, 84 * unit, lighter(wood, 0.24), f'rx="{10 * unit:.0f}"')  # fmt: skip
        canvas.line(f"M{back - 24 * unit:.0f} {base - tall + 24 * unit:.0f}V{base - 10 * unit:.0f}M{back + 24 * unit:.0f} {base - tall + 24 * unit:.0f}V{base - 10 * unit:.0f}", darker(wood, 0.16), 9 * unit)  # fmt: skip
    canvas.rect(x - 11 * unit, base - 60 * unit, 22 * unit, 62 * unit, darker(wood, 0.2))
    canvas.rect(x - 52 * unit, base - 4 * unit, 104 * unit, 12 * unit, darker(wood, 0.2), f'rx="{6 * unit:.0f}"')  # fmt: skip
    hem = "".join(f"q{-half / 6:.0f} {22 * unit:.0f} {-half / 3:.0f} 0" for _ in range(6))
    canvas.path(
        f"M{x - half:.0f} {base - tall:.0f}L{x - half:.0f} {base - tall + 66 * unit:.0f}M{x + half:.0f} {base - tall:.0f}V{base - tall + 66 * unit:.0f}{hem}V{base - tall:.0f}Z",
        darker(dye, 0.12),
    )
    canvas.ellipse(x, base - tall, half, 26 * unit, lighter(dye, 0.10))
    white = canvas.lamp("#ffffff")
    for sign in (-1, 1):
        canvas.ellipse(x + sign * 62 * unit, base - tall, 34 * unit, 9 * unit, darker(white, 0.10))
        canvas.ellipse(x + sign * 62 * unit, base - tall - 2 * unit, 32 * unit, 8 * unit, white)
    y = base - tall - 4 * unit
    canvas.rect(x - 8 * unit, y - 34 * unit, 16 * unit, 36 * unit, canvas.lamp("#dce8ec"), f'rx="{5 * unit:.0f}"')  # fmt: skip
    canvas.line(f"M{x:.0f} {y - 32 * unit:.0f}v{-26 * unit:.0f}", canvas.lamp("#5f9a50"), 4 * unit)
    canvas.ellipse(x, y - 64 * unit, 13 * unit, 12 * unit, canvas.lamp("#e0708a" if side == 0 else "#f0b84a"))


def balcony(canvas: Canvas) -> None:
    """A balcony over the city: a railing with boxes of flowers along its edge, and the door of the house at one side."""
    unit = canvas.unit
    draw_sky(canvas, floor=canvas.horizon + 60 * unit)
    city_below(canvas, canvas.choice("view", ("towers", "river", "old town")))
    _tiled(canvas, canvas.horizon + 40 * unit)
    _railing(canvas, canvas.horizon + 40 * unit)
    _door(canvas, right=canvas.choice("door", (False, True)))


def _tiled(canvas: Canvas, edge: float) -> None:
    width, height, unit = canvas.width, canvas.height, canvas.unit
    mark = canvas.mark()
    tone = canvas.hour(canvas.choice("tiles", ("#cfa98c", "#c9bfae", "#b9b3ab")))
    canvas.rect(0, edge, width, height - edge, canvas.gradient((0.0, lighter(tone, 0.16)), (1.0, darker(tone, 0.10))))  # fmt: skip
    joints = "".join(
        f"M{width / 2 + k * 100 * unit:.0f} {edge:.0f}L{width / 2 + k * 190 * unit:.0f} {height}"
        for k in range(-12, 13)
    )
    joints += "".join(f"M0 {edge + (height - edge) * (k / 6) ** 1.6:.0f}H{width}" for k in range(1, 6))
    canvas.line(joints, darker(tone, 0.2), 2 * unit, 0.4)
    canvas.paint(mark, canvas.scenery.ground)
    canvas.rect(0, edge, width, 16 * unit, "#2a1c20", 'opacity=".16"')


@piece("railing")
def _railing(canvas: Canvas, edge: float) -> None:
    """Iron bars under a handrail, as high as somebody's waist who stands at it."""
    width, unit = canvas.width, canvas.unit
    iron = canvas.hour(canvas.choice("iron", ("#4a525c", "#f2efe8", "#5a4438")))
    high = 176 * unit
    count = round(width / unit / 46)
    bars = "".join(
        f"M{width * (k + 0.5) / count:.0f} {edge - high:.0f}V{edge - 8 * unit:.0f}" for k in range(count)
    )
    canvas.line(bars, iron, 7 * unit)
    for share in (0.0, 0.333, 0.667, 1.0):
        canvas.rect(width * share - 9 * unit, edge - high - 10 * unit, 18 * unit, high + 12 * unit, darker(iron, 0.08))  # fmt: skip
    canvas.rect(0, edge - 20 * unit, width, 10 * unit, iron)
    canvas.rect(0, edge - high - 14 * unit, width, 20 * unit, lighter(iron, 0.12), f'rx="{8 * unit:.0f}"')
    with canvas.piece("planters"):
        rng = canvas.stream("boxes")
        for share in (0.27, 0.76):
            x, y = width * share, edge - high + 6 * unit
            bush(canvas, rng, x, y + 12 * unit, 46 * unit, "#5fa34c")
            for k in range(6):
                canvas.ellipse(x + (k - 2.5) * 22 * unit, y - rng.uniform(4, 30) * unit, 10 * unit, 9 * unit, canvas.hour(rng.choice(("#e2574c", "#f08aa6", "#f6c24a"))))  # fmt: skip
            canvas.rect(x - 80 * unit, y + 2 * unit, 160 * unit, 44 * unit, canvas.hour("#b5694a"), f'rx="{6 * unit:.0f}"')  # fmt: skip


def _door(canvas: Canvas, *, right: bool) -> None:
    """The wall of the house, which reaches in from one side, with half a glass door."""
    width, unit = canvas.width, canvas.unit
    wide, foot = min(width * 0.15, 170 * unit), canvas.down(0.36)
    at, lit = len(canvas.parts), canvas.time in ("night", "sunset")
    plaster = canvas.hour(canvas.choice("plaster", ("#f0e2cc", "#e6e4de", "#ecd2bf")))
    canvas.rect(0, 0, wide, foot, canvas.gradient((0.0, darker(plaster, 0.04)), (1.0, plaster), level=True))
    canvas.rect(wide - 12 * unit, 0, 12 * unit, foot, darker(plaster, 0.14))
    frame = canvas.hour("#ffffff")
    top, pane = canvas.horizon * 0.30, wide - 50 * unit
    canvas.rect(-10, top, pane + 20 * unit, foot - top - 8 * unit, frame, f'rx="{5 * unit:.0f}"')
    glass = "#ffdf9a" if lit else canvas.hour("#a9c8d8")
    canvas.rect(-10, top + 14 * unit, pane + 6 * unit, foot - top - 60 * unit, glass)
    canvas.rect(-10, (top + foot) / 2, pane + 6 * unit, 9 * unit, frame)
    canvas.ellipse(pane + 3 * unit, (top + foot) / 2 + 30 * unit, 6 * unit, 12 * unit, canvas.hour("#c9a24a"))
    canvas.path(f"M0 {foot:.0f}H{wide:.0f}l{22 * unit:.0f} {20 * unit:.0f}H0z", "#2a1c20", 'opacity=".14"')
    if right:
        whole = "".join(canvas.parts[at:])
        canvas.parts[at:] = [f'<g transform="translate({width} 0) scale(-1 1)">{whole}</g>']


def nursery(canvas: Canvas) -> None:
    """A room for a baby: a cot with bars at one side, a low shelf with toys at the other, and paper with stars."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    shades = (("#fdeedd", "#f2d6bd"), ("#e6f1f8", "#c2dcec"), ("#fbe8ee", "#eec8d6"), ("#eaf3e2", "#cce0bb"))
    wall(canvas, top, canvas.choice("wall", shades), paper="dots", dado=70)
    wide = min(width * 0.24, top * 0.46)
    window(canvas, width * 0.62, top * 0.15, wide, top * 0.42, curtain=canvas.choice("curtain", CURTAINS))
    floor(canvas, top, canvas.choice("floor", BOARDS))
    tone = canvas.lamp(canvas.choice("rug", ("#f0b8b0", "#a8cbe4", "#b6d3a4", "#f2d48c")))
    with canvas.piece("rug"):
        canvas.ellipse(width * 0.56, canvas.down(0.60), 330 * unit, 84 * unit, tone)
        canvas.ellipse(width * 0.56, canvas.down(0.60), 290 * unit, 72 * unit, lighter(tone, 0.35))
    _toys(canvas, width * 0.86, canvas.down(0.06))
    _mobile(canvas, width * 0.15)
    _cot(canvas, canvas.down(0.20))


@piece("bed", dyed=False)
def _cot(canvas: Canvas, base: float) -> None:
    unit, wood = canvas.unit, canvas.lamp("#e2c096")
    x0, x1, tall = -14 * unit, min(canvas.width * 0.30, 320 * unit), 236 * unit
    canvas.top("bed", 30 * unit, x1 - 30 * unit, base - 112 * unit)
    canvas.on_the_wall.taken.append((0.0, base - tall - 10 * unit, x1 + 8 * unit, base))
    canvas.ellipse((x0 + x1) / 2, base + 10 * unit, (x1 - x0) * 0.54, 15 * unit, "#2a1a10", 0.18)
    quilt = canvas.lamp(canvas.paint_of("bed", canvas.choice("quilt", ("#9fc3e6", "#f2b0bc", "#f3d68a", "#b3d8ae"))))  # fmt: skip
    canvas.rect(x0, base - 128 * unit, x1 - x0 - 14 * unit, 62 * unit, canvas.lamp("#fffaf2"), f'rx="{14 * unit:.0f}"')  # fmt: skip
    canvas.rect(x0 + 128 * unit, base - 142 * unit, x1 - x0 - 146 * unit, 76 * unit, quilt, f'rx="{18 * unit:.0f}"')  # fmt: skip
    with canvas.piece("pillow", dyed=False):
        canvas.rect(x0 + 22 * unit, base - 152 * unit, 100 * unit, 42 * unit, canvas.lamp(canvas.paint_of("pillow", "#ffffff")), f'rx="{20 * unit:.0f}"')  # fmt: skip
    bars = "".join(f"M{x0 + k * 42 * unit:.0f} {base - tall + 40 * unit:.0f}V{base - 40 * unit:.0f}" for k in range(1, int((x1 - x0) / 42 / unit)))  # fmt: skip
    canvas.line(bars, lighter(wood, 0.2), 10 * unit)
    canvas.rect(x0, base - tall + 26 * unit, x1 - x0, 20 * unit, wood, f'rx="{9 * unit:.0f}"')
    canvas.rect(x0, base - 58 * unit, x1 - x0, 26 * unit, wood, f'rx="{9 * unit:.0f}"')
    canvas.rect(x1 - 26 * unit, base - tall, 28 * unit, tall + 6 * unit, darker(wood, 0.06), f'rx="{12 * unit:.0f}"')  # fmt: skip


@piece("mobile")
def _mobile(canvas: Canvas, x: float) -> None:
    """Stars and a moon that hang over the cot."""
    unit, top = canvas.unit, canvas.horizon
    y = top * 0.26
    canvas.on_the_wall.taken.append((x - 96 * unit, 0.0, x + 96 * unit, y + 130 * unit))
    thread = canvas.lamp("#b8a48c")
    canvas.line(f"M{x:.0f} 0V{y:.0f}M{x - 84 * unit:.0f} {y + 12 * unit:.0f}Q{x:.0f} {y - 22 * unit:.0f} {x + 84 * unit:.0f} {y + 12 * unit:.0f}", thread, 5 * unit)  # fmt: skip
    for k, (dx, drop, dye) in enumerate(((-80, 66, "#f2c14a"), (0, 92, "#8fc0e6"), (80, 66, "#f0a0b0"))):
        at, low = x + dx * unit, y + drop * unit
        canvas.line(f"M{at:.0f} {y + (8 if dx else -4) * unit:.0f}V{low - 20 * unit:.0f}", thread, 3 * unit)
        if k == 1:
            canvas.path(f"M{at + 8 * unit:.0f} {low - 24 * unit:.0f}a{24 * unit:.0f} {24 * unit:.0f} 0 1 0 {16 * unit:.0f} {38 * unit:.0f}a{28 * unit:.0f} {28 * unit:.0f} 0 0 1 {-16 * unit:.0f} {-38 * unit:.0f}z", canvas.lamp(dye))  # fmt: skip
        else:
            canvas.path(_star(at, low, 25 * unit), canvas.lamp(dye))


def _star(x: float, y: float, size: float) -> str:
    points = ((0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32))  # fmt: skip
    return "M" + "L".join(f"{x + dx * size:.1f} {y + dy * size:.1f}" for dx, dy in points) + "Z"


@piece("shelf", dyed=False)
def _toys(canvas: Canvas, x: float, base: float) -> None:
    """A low shelf with blocks, a ball and books."""
    unit = canvas.unit
    half, tall = 124 * unit, 150 * unit
    wood = canvas.lamp(canvas.paint_of("shelf", "#efe2cc"))
    canvas.top("shelf", x - half, x + half, base - tall + 3 * unit, 180)
    canvas.on_the_wall.taken.append((x - half, base - tall, x + half, base))
    canvas.ellipse(x, base + 2 * unit, half * 1.05, 9 * unit, "#2a1a10", 0.16)
    canvas.rect(x - half, base - tall, 2 * half, tall, wood, f'rx="{7 * unit:.0f}"')
    for y in (base - tall + 13 * unit, base - 66 * unit):
        canvas.rect(x - half + 12 * unit, y, 2 * half - 24 * unit, 53 * unit, darker(wood, 0.16))
    low, high = base - 13 * unit, base - tall + 66 * unit
    for k, dye in enumerate(("#e2574c", "#f2c14a", "#5aa9d8")):
        canvas.rect(x - half + (24 + 34 * k) * unit, low - 30 * unit, 30 * unit, 30 * unit, canvas.lamp(dye), f'rx="{4 * unit:.0f}"')  # fmt: skip
    canvas.ellipse(x + half * 0.52, low - 20 * unit, 20 * unit, 20 * unit, canvas.lamp("#6fbf73"))
    for k, dye in enumerate(("#8fb0d8", "#e8a0a8", "#a8cf8c", "#f0c98a", "#b8a0d0")):
        canvas.rect(x - half + (28 + 20 * k) * unit, high - (38 + 6 * (k % 2)) * unit, 16 * unit, (38 + 6 * (k % 2)) * unit, canvas.lamp(dye))  # fmt: skip
