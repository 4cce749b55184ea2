"""Where things are mended: a garage with its roller door, a pegboard of tools over the bench, and tyres."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor, wall, window
from paintover.engines.illustrator.colour import darker, lighter, mix

_BENCH_HIGH = 128
"""How high the bench is, in units."""


def garage(canvas: Canvas) -> None:
    """Tools on a pegboard over the bench, tyres, a red chest of drawers; and the roller door, a window, or shelves of tins."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("door", "window", "shelves"), windowed=("window",))
    walls = (("#e6e3dc", "#bfbab0"), ("#dfe6e8", "#b3bfc4"), ("#ece0cf", "#c8b496"))
    wall(canvas, top, canvas.choice("wall", walls), paper=canvas.choice("paper", ("bricks", "plain")))
    with canvas.piece("stripe"):
        canvas.rect(0, top - 118 * unit, width, 118 * unit, canvas.lamp(canvas.choice("stripe", ("#8fa6b4", "#a8b0a0", "#c09a7a"))), 'opacity=".55"')  # fmt: skip
    split = width * 0.52
    if view == "door":
        _shutter(canvas, split + width * 0.04, top * 0.16, width * 0.40, top * 0.84)
    elif view == "window":
        window(canvas, split + width * 0.08, top * 0.18, min(width * 0.30, 330 * unit), top * 0.36, curtain=None)  # fmt: skip
    else:
        for row in range(2):
            _tins(canvas, split + width * 0.03, width * 0.97, top * (0.30 + 0.26 * row), row)
    _pegboard(canvas, width * 0.04, top * 0.14, split - width * 0.05, min(top * 0.50, canvas.down(0.14) - _BENCH_HIGH * unit - top * 0.14 - 40 * unit))  # fmt: skip
    concrete = (("#cfd0cc", "#98999a"), ("#d3cdc2", "#9c948a"), ("#c4cacd", "#8b9499"))
    floor(canvas, top, canvas.choice("floor", concrete), kind="plain")
    _marks(canvas)
    _bench(canvas, -20 * unit, split)
    _chest(canvas, width * 0.66, canvas.down(0.12))
    _tyres(canvas, width * 0.90, canvas.down(0.18))
    for share in (0.28, 0.74):
        canvas.rect(share * width - 110 * unit, 0, 220 * unit, 15 * unit, canvas.lamp("#fffef2"), f'rx="{6 * unit:.0f}"')  # fmt: skip


@piece("roller door", dyed=False)
def _shutter(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A door of slats that rolls up, closed."""
    unit = canvas.unit
    paint = canvas.lamp(
        canvas.paint_of("roller door", canvas.choice("shutter", ("#c9d2d6", "#8fb4c8", "#d8c9a8")))
    )
    canvas.on_the_wall.taken.append((x - 20 * unit, y - 40 * unit, x + wide + 20 * unit, y + high))
    canvas.rect(x - 18 * unit, y - 36 * unit, wide + 36 * unit, high + 36 * unit, darker(paint, 0.42), f'rx="{6 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 8 * unit, y - 28 * unit, wide + 16 * unit, 44 * unit, canvas.gradient((0.0, lighter(paint, 0.3)), (1.0, darker(paint, 0.24))), f'rx="{14 * unit:.0f}"')  # fmt: skip
    step, at = 44 * unit, y + 16 * unit
    while at < y + high - 4 * unit:
        tall = min(step, y + high - at)
        canvas.rect(x, at, wide, tall, canvas.gradient((0.0, lighter(paint, 0.18)), (0.8, paint), (1.0, darker(paint, 0.28))))  # fmt: skip
        at += step
    canvas.rect(x, y + high - 22 * unit, wide, 18 * unit, darker(paint, 0.5))
    canvas.rect(x + wide / 2 - 34 * unit, y + high - 62 * unit, 68 * unit, 13 * unit, darker(paint, 0.45), f'rx="{6 * unit:.0f}"')  # fmt: skip


@piece("tools", dyed=False)
def _pegboard(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A board with holes, and on it the tools."""
    unit = canvas.unit
    board = canvas.lamp(canvas.paint_of("tools", canvas.choice("board", ("#d9b684", "#c8ccca", "#e0c49a"))))
    canvas.on_the_wall.taken.append((x, y, x + wide, y + high))
    canvas.rect(x, y, wide, high, board, f'rx="{6 * unit:.0f}" stroke="{darker(board, 0.3)}" stroke-width="{7 * unit:.1f}"')  # fmt: skip
    holes = "".join(
        f'<circle cx="{x + (20 + 30 * k) * unit:.0f}" cy="{y + (20 + 30 * row) * unit:.0f}" r="{2.6 * unit:.1f}"/>'
        for row in range(round(high / unit / 30))
        for k in range(round(wide / unit / 30))
    )
    canvas.add(f'<g fill="{darker(board, 0.36)}" opacity=".7">{holes}</g>')
    size = min(high * 0.82, 150 * unit)
    count = max(4, int(wide / (size * 0.52)))
    order = canvas.stream("tools").sample(range(len(_TOOLS)), len(_TOOLS))
    for k in range(count):
        _TOOLS[order[k % len(order)]](canvas, x + wide * (k + 0.5) / count, y + (high - size) / 2, size)


def _wrench(canvas: Canvas, x: float, y: float, size: float) -> None:
    steel = canvas.lamp("#8b98a2")
    canvas.rect(x - size * 0.05, y + size * 0.2, size * 0.10, size * 0.7, steel, f'rx="{size * 0.04:.1f}"')
    canvas.add(f'<circle cx="{x:.1f}" cy="{y + size * 0.14:.1f}" r="{size * 0.10:.1f}" fill="none" stroke="{steel}" stroke-width="{size * 0.08:.1f}" stroke-dasharray="{size * 0.48:.1f} {size * 0.16:.1f}" transform="rotate(-52 {x:.1f} {y + size * 0.14:.1f})"/>')  # fmt: skip
    canvas.add(f'<circle cx="{x:.1f}" cy="{y + size * 0.90:.1f}" r="{size * 0.07:.1f}" fill="none" stroke="{steel}" stroke-width="{size * 0.06:.1f}"/>')  # fmt: skip


def _hammer(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.rect(x - size * 0.045, y + size * 0.1, size * 0.09, size * 0.86, canvas.lamp("#c4803c"), f'rx="{size * 0.04:.1f}"')  # fmt: skip
    canvas.path(f"M{x - size * 0.20:.1f} {y + size * 0.04:.1f}h{size * 0.32:.1f}q{size * 0.10:.1f} {size * 0.02:.1f} {size * 0.12:.1f} {size * 0.14:.1f}l{-size * 0.14:.1f} {-size * 0.01:.1f}h{-size * 0.30:.1f}z", canvas.lamp("#5a646c"))  # fmt: skip


def _driver(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.rect(x - size * 0.025, y + size * 0.36, size * 0.05, size * 0.56, canvas.lamp("#9aa6ae"))
    canvas.rect(x - size * 0.07, y + size * 0.04, size * 0.14, size * 0.36, canvas.lamp("#e0483c"), f'rx="{size * 0.06:.1f}"')  # fmt: skip
    canvas.line(f"M{x:.1f} {y + size * 0.10:.1f}v{size * 0.22:.1f}", "#ffffff", size * 0.02, 0.6)


def _saw(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.path(f"M{x - size * 0.10:.1f} {y + size * 0.30:.1f}H{x + size * 0.12:.1f}L{x + size * 0.02:.1f} {y + size * 0.98:.1f}H{x - size * 0.06:.1f}Z", canvas.lamp("#b4bec5"))  # fmt: skip
    canvas.rect(x - size * 0.14, y + size * 0.02, size * 0.28, size * 0.30, canvas.lamp("#e0a03c"), f'rx="{size * 0.08:.1f}"')  # fmt: skip
    canvas.ellipse(x, y + size * 0.17, size * 0.06, size * 0.08, canvas.lamp("#8a6a44"))


def _pliers(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.line(f"M{x - size * 0.02:.1f} {y + size * 0.40:.1f}q{-size * 0.14:.1f} {size * 0.24:.1f} {-size * 0.08:.1f} {size * 0.52:.1f}M{x + size * 0.02:.1f} {y + size * 0.40:.1f}q{size * 0.14:.1f} {size * 0.24:.1f} {size * 0.08:.1f} {size * 0.52:.1f}", canvas.lamp("#2f7ac0"), size * 0.08)  # fmt: skip
    canvas.path(f"M{x:.1f} {y + size * 0.46:.1f}L{x - size * 0.12:.1f} {y + size * 0.30:.1f}L{x - size * 0.05:.1f} {y + size * 0.06:.1f}h{size * 0.10:.1f}L{x + size * 0.12:.1f} {y + size * 0.30:.1f}Z", canvas.lamp("#6a757d"))  # fmt: skip


def _spanner(canvas: Canvas, x: float, y: float, size: float) -> None:
    steel = canvas.lamp("#7a8790")
    canvas.rect(x - size * 0.045, y + size * 0.2, size * 0.09, size * 0.6, steel)
    for at, turn in ((0.14, -40), (0.86, 140)):
        canvas.add(f'<circle cx="{x:.1f}" cy="{y + size * at:.1f}" r="{size * 0.09:.1f}" fill="none" stroke="{steel}" stroke-width="{size * 0.08:.1f}" stroke-dasharray="{size * 0.42:.1f} {size * 0.15:.1f}" transform="rotate({turn} {x:.1f} {y + size * at:.1f})"/>')  # fmt: skip


_TOOLS = (_wrench, _hammer, _driver, _saw, _pliers, _spanner)


@piece("tins", dyed=False)
def _tins(canvas: Canvas, x0: float, x1: float, y: float, row: int) -> None:
    """A shelf of oil cans and paint tins."""
    unit, rng = canvas.unit, canvas.stream(f"tins{row}")
    canvas.top("tins", x0, x1, y + 4 * unit, 112)
    canvas.on_the_wall.taken.append((x0, y - 86 * unit, x1, y + 22 * unit))
    x = x0 + 14 * unit
    while x < x1 - 62 * unit:
        wide, tall = rng.uniform(40, 58) * unit, rng.uniform(46, 78) * unit
        dye = canvas.lamp(rng.choice(("#c8453c", "#3f7fb5", "#e0a83c", "#4f8a5a", "#d8d4c8", "#6a6f78")))
        canvas.rect(x, y - tall, wide, tall, canvas.gradient((0.0, lighter(dye, 0.2)), (0.5, dye), (1.0, darker(dye, 0.2)), level=True), f'rx="{4 * unit:.0f}"')  # fmt: skip
        canvas.rect(x + wide * 0.1, y - tall * 0.72, wide * 0.8, tall * 0.4, canvas.lamp("#f6f2e6"), 'opacity=".85"')  # fmt: skip
        canvas.rect(x - 2 * unit, y - tall - 5 * unit, wide + 4 * unit, 9 * unit, canvas.lamp("#aab3b8"), f'rx="{3 * unit:.0f}"')  # fmt: skip
        x += wide + rng.uniform(5, 24) * unit
    canvas.rect(x0, y, x1 - x0, 12 * unit, canvas.lamp("#8b8f92"), f'rx="{2 * unit:.0f}"')
    canvas.rect(x0, y + 12 * unit, x1 - x0, 10 * unit, "#1a2024", 'opacity=".14"')


@piece("bench", dyed=False)
def _bench(canvas: Canvas, x0: float, x1: float) -> None:
    """The bench with its vice and a box of tools."""
    unit, base = canvas.unit, canvas.down(0.14)
    wood = canvas.lamp(canvas.paint_of("bench", "#b98a56"))
    y = base - _BENCH_HIGH * unit
    canvas.rect(x0, base - 4 * unit, x1 - x0, 15 * unit, "#1a2024", 'opacity=".2"')
    canvas.rect(x0, y + 20 * unit, x1 - x0, base - y - 20 * unit, "#1a2024", 'opacity=".20"')
    canvas.rect(x0, base - 52 * unit, x1 - x0, 16 * unit, darker(wood, 0.2))
    for x in (x0 + 46 * unit, (x0 + x1) / 2, x1 - 34 * unit):
        canvas.rect(x, y, 24 * unit, base - y, darker(wood, 0.14))
    canvas.rect(x0, y - 6 * unit, x1 - x0 + 12 * unit, 28 * unit, canvas.gradient((0.0, lighter(wood, 0.26)), (1.0, wood)), f'rx="{4 * unit:.0f}"')  # fmt: skip
    top = y - 5 * unit
    canvas.top("bench", (x0 + x1) / 2, x1 - 20 * unit, top + 3 * unit)
    steel, red = canvas.lamp("#4f6a80"), canvas.lamp("#c8453c")
    left = x0 + 70 * unit
    canvas.rect(left, top - 26 * unit, 84 * unit, 26 * unit, darker(steel, 0.2), f'rx="{4 * unit:.0f}"')
    canvas.rect(left + 4 * unit, top - 62 * unit, 30 * unit, 42 * unit, steel, f'rx="{4 * unit:.0f}"')
    canvas.rect(left + 46 * unit, top - 62 * unit, 30 * unit, 42 * unit, steel, f'rx="{4 * unit:.0f}"')
    canvas.line(f"M{left + 34 * unit:.0f} {top - 38 * unit:.0f}h{76 * unit:.0f}m0 {-24 * unit:.0f}v{48 * unit:.0f}", canvas.lamp("#8b98a2"), 7 * unit)  # fmt: skip
    left += 170 * unit
    if left + 110 * unit < x1:
        canvas.line(f"M{left + 26 * unit:.0f} {top - 56 * unit:.0f}q{29 * unit:.0f} {-34 * unit:.0f} {58 * unit:.0f} 0", canvas.lamp("#3a3f44"), 8 * unit)  # fmt: skip
        canvas.rect(left, top - 60 * unit, 110 * unit, 60 * unit, canvas.gradient((0.0, lighter(red, 0.14)), (1.0, darker(red, 0.14))), f'rx="{7 * unit:.0f}"')  # fmt: skip
        canvas.rect(left, top - 40 * unit, 110 * unit, 6 * unit, darker(red, 0.3))
        canvas.rect(left + 44 * unit, top - 46 * unit, 22 * unit, 18 * unit, canvas.lamp("#d8dde0"), f'rx="{3 * unit:.0f}"')  # fmt: skip


@piece("chest")
def _chest(canvas: Canvas, x: float, base: float) -> None:
    """A chest of drawers on wheels."""
    unit, red = canvas.unit, canvas.lamp(canvas.choice("chest", ("#c8453c", "#3f7fb5", "#e0903c")))
    canvas.ellipse(x, base + 4 * unit, 92 * unit, 12 * unit, "#1a2024", 0.22)
    for side in (-60, 60):
        canvas.ellipse(x + side * unit, base - 6 * unit, 11 * unit, 11 * unit, canvas.lamp("#2f363c"))
    canvas.rect(x - 80 * unit, base - 184 * unit, 160 * unit, 172 * unit, canvas.gradient((0.0, lighter(red, 0.1)), (1.0, darker(red, 0.16)), level=True), f'rx="{8 * unit:.0f}"')  # fmt: skip
    for k in range(4):
        y = base - (176 - 40 * k) * unit
        canvas.rect(x - 70 * unit, y, 140 * unit, 33 * unit, lighter(red, 0.12), f'rx="{4 * unit:.0f}"')
        canvas.rect(x - 42 * unit, y + 9 * unit, 84 * unit, 7 * unit, canvas.lamp("#e6eaec"), f'rx="{3 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 86 * unit, base - 192 * unit, 172 * unit, 13 * unit, canvas.lamp("#3a4046"), f'rx="{4 * unit:.0f}"')  # fmt: skip


@piece("tyres")
def _tyres(canvas: Canvas, x: float, base: float) -> None:
    """A pile of tyres, and one that leans against it."""
    unit, black = canvas.unit, canvas.lamp("#3a3e44")
    canvas.ellipse(x, base + 2 * unit, 110 * unit, 14 * unit, "#1a2024", 0.25)
    for k in range(4):
        y = base - (24 + 46 * k) * unit
        dx = (0, 5, -4, 3)[k] * unit
        canvas.rect(x - 92 * unit + dx, y - 22 * unit, 184 * unit, 46 * unit, canvas.gradient((0.0, lighter(black, 0.16)), (1.0, darker(black, 0.2))), f'rx="{21 * unit:.0f}"')  # fmt: skip
        treads = "".join(f"M{x + dx + (t - 3.5) * 22 * unit:.0f} {y - 14 * unit:.0f}l{7 * unit:.0f} {28 * unit:.0f}" for t in range(8))  # fmt: skip
        canvas.line(treads, darker(black, 0.4), 4 * unit, 0.7)
    canvas.ellipse(x + 3 * unit, base - 184 * unit, 90 * unit, 17 * unit, lighter(black, 0.08))
    canvas.ellipse(x + 3 * unit, base - 184 * unit, 48 * unit, 9 * unit, darker(black, 0.5))
    lean, r = x - 128 * unit, 62 * unit
    canvas.ellipse(lean, base - r, r * 0.92, r, canvas.gradient((0.0, lighter(black, 0.14)), (1.0, darker(black, 0.16))))  # fmt: skip
    canvas.ellipse(lean, base - r, r * 0.52, r * 0.58, canvas.lamp("#c2c9ce"))
    canvas.ellipse(lean, base - r, r * 0.18, r * 0.20, darker(black, 0.2))
    spokes = "".join(f"M{lean:.0f} {base - r:.0f}l{dx * r * 0.46:.0f} {dy * r * 0.5:.0f}" for dx, dy in ((0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)))  # fmt: skip
    canvas.line(spokes, mix(black, "#9aa4aa", 0.5), 7 * unit)


def _marks(canvas: Canvas) -> None:
    """The lines of a bay on the floor, and a stain of oil."""
    width, unit = canvas.width, canvas.unit
    yellow = canvas.lamp("#f0c23c")
    for near, far in ((0.06, 0.26), (0.94, 0.74)):
        canvas.line(f"M{width * far:.0f} {canvas.down(0.30):.0f}L{width * near:.0f} {canvas.down(1.0):.0f}", yellow, 13 * unit, 0.6)  # fmt: skip
    canvas.ellipse(width * 0.44, canvas.down(0.62), 96 * unit, 20 * unit, "#2a2f34", 0.16)
    canvas.ellipse(width * 0.50, canvas.down(0.66), 46 * unit, 11 * unit, "#2a2f34", 0.16)
