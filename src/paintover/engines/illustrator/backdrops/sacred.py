"""Houses of prayer from within: a church with stained glass, pews and its altar; a temple hall with red columns and incense."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor
from paintover.engines.illustrator.backdrops.pieces import petals
from paintover.engines.illustrator.colour import darker, lighter, mix

_STAINED = ("#d8433f", "#2f6fc0", "#f2bf3c", "#3f9a62", "#8a55b0", "#ef8a3c", "#4fb3d6")


def church(canvas: Canvas) -> None:
    """The nave: columns and arches, stained glass behind the altar, pews to both sides of the aisle."""
    width, top = canvas.width, canvas.horizon
    stone = canvas.choice("stone", (("#f3ead9", "#d3c1a2"), ("#ece8e2", "#c4bcb0"), ("#f1e4d6", "#d0b498")))
    with canvas.painted(canvas.scenery.wall, lit=False):
        light, dark = canvas.lamp(stone[0]), canvas.lamp(stone[1])
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, dark), (1.0, light)))
        _blocks(canvas, dark)
    count = 3 if width >= canvas.height * 1.3 else canvas.choice("lights", (1, 3))
    _stained(canvas, count)
    _arches(canvas, light, dark)
    floor(canvas, top, canvas.choice("floor", (("#dcd2c2", "#a89a84"), ("#d4c3a6", "#9c8560"), ("#cfcac2", "#98908a"))), kind="tiles")  # fmt: skip
    _beams(canvas, count)
    _aisle(canvas)
    _altar(canvas)
    for row in range(2):
        _pews(canvas, canvas.down(0.03 + 0.25 * row), 0.82 + 0.34 * row)


def _blocks(canvas: Canvas, dark: str) -> None:
    """The courses of the stones."""
    unit, top = canvas.unit, canvas.horizon
    line = ""
    for row in range(round(top / unit / 56) + 1):
        y = row * 56 * unit
        line += f"M0 {y:.0f}H{canvas.width}"
        line += "".join(f"M{(k * 132 + 66 * (row % 2)) * unit:.0f} {y:.0f}v{56 * unit:.0f}" for k in range(round(canvas.width / unit / 132) + 1))  # fmt: skip
    canvas.line(line, darker(dark, 0.2), 2 * unit, 0.22)


def _lancet(x: float, y: float, wide: float, high: float) -> str:
    """The outline of a pointed window whose tip is at `y`."""
    rise = wide * 0.86
    return f"M{x:.1f} {y + high:.1f}V{y + rise:.1f}Q{x + wide * 0.04:.1f} {y + rise * 0.34:.1f} {x + wide / 2:.1f} {y:.1f}Q{x + wide * 0.96:.1f} {y + rise * 0.34:.1f} {x + wide:.1f} {y + rise:.1f}V{y + high:.1f}Z"


@piece("stained glass")
def _stained(canvas: Canvas, count: int) -> None:
    """The windows behind the altar."""
    if count == 1:
        wide = min(canvas.width * 0.30, canvas.horizon * 0.46)
        _pane(canvas, canvas.width / 2 - wide / 2, canvas.horizon * 0.05, wide, canvas.horizon * 0.66)
        return
    wide = min(canvas.width * 0.135, canvas.horizon * 0.28)
    for k, (lift, size) in enumerate(((0.16, 0.50), (0.06, 0.62), (0.16, 0.50))):
        x = canvas.width / 2 + (k - 1) * wide * 1.36
        _pane(canvas, x - wide / 2, canvas.horizon * lift, wide, canvas.horizon * size)


def _pane(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """One pointed window: lozenges of coloured glass around a flower."""
    unit, rng = canvas.unit, canvas.stream(f"glass{round(x)}")
    night = canvas.time == "night"
    canvas.on_the_wall.taken.append((x - 16 * unit, y - 16 * unit, x + wide + 16 * unit, y + high + 16 * unit))  # fmt: skip
    canvas.ellipse(x + wide / 2, y + high * 0.5, wide * 1.2, high * 0.75, canvas.glow((0.0, "#fff0c0", 0.10 if night else 0.5), (1.0, "#fff0c0", 0.0)))  # fmt: skip
    outline = _lancet(x, y, wide, high)
    frame = canvas.lamp("#b09a78")
    canvas.path(outline, frame, f'stroke="{frame}" stroke-width="{26 * unit:.1f}" stroke-linejoin="round"')
    canvas.path(outline, "none", f'stroke="{canvas.lamp("#d8c6a6")}" stroke-width="{9 * unit:.1f}"')
    name = f"s{len(canvas.defs)}"
    canvas.defs.append(f'<clipPath id="{name}"><path d="{outline}"/></clipPath>')
    canvas.add(f'<g clip-path="url(#{name})">')

    def glass(dye: str) -> str:
        return mix(dye, "#141a40", 0.58) if night else mix(dye, "#ffffff", 0.16)

    columns = 3 if wide < 130 * unit else 4
    side = wide / columns
    rows = round(high / side / 1.25) + 1
    tall = high / rows
    canvas.rect(x, y, wide, high, glass("#2f6fc0"))
    for row in range(-1, rows * 2):
        for column in range(columns + 1):
            cx, cy = x + (column + 0.5 * (row % 2)) * side, y + row * tall / 2 + tall / 2
            dye = glass(rng.choice(_STAINED))
            canvas.path(f"M{cx:.1f} {cy - tall / 2:.1f}L{cx + side / 2:.1f} {cy:.1f}L{cx:.1f} {cy + tall / 2:.1f}L{cx - side / 2:.1f} {cy:.1f}Z", dye, f'stroke="#3a3038" stroke-width="{2.6 * unit:.1f}"')  # fmt: skip
    cx, cy, radius = x + wide / 2, y + wide * 0.74, wide * 0.30
    canvas.ellipse(cx, cy, radius, radius, glass("#f2bf3c"))
    canvas.add(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{radius:.1f}" fill="none" stroke="#3a3038" stroke-width="{3.4 * unit:.1f}"/>')  # fmt: skip
    canvas.add(petals(cx, cy, radius * 0.72, glass("#d8433f")))
    canvas.add("</g>")


def _arches(canvas: Canvas, light: str, dark: str) -> None:
    """A column to each side, and the arch that springs from them."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    shaft = canvas.gradient((0.0, lighter(light, 0.4)), (0.45, light), (1.0, darker(dark, 0.08)), level=True)
    wide, inner = 62 * unit, min(width * 0.31, top * 0.80)
    for side in (-1, 1):
        x = width / 2 + side * inner
        canvas.rect(x - wide / 2, top * 0.16, wide, top * 0.84, shaft)
        for y, more in ((top * 0.16, 26), (top - 24 * unit, 26)):
            canvas.rect(x - wide / 2 - more * unit / 2, y, wide + more * unit, 24 * unit, light, f'rx="{5 * unit:.0f}" stroke="{dark}" stroke-width="{2 * unit:.1f}"')  # fmt: skip
        away = width / 2 + side * width * 0.5
        canvas.line(f"M{x:.0f} {top * 0.16:.0f}Q{(x + away) / 2:.0f} {-top * 0.10:.0f} {away + side * 40 * unit:.0f} {top * 0.16:.0f}", lighter(light, 0.2), 22 * unit)  # fmt: skip
        _chandelier(canvas, width / 2 + side * width * 0.41, top * 0.30)
    canvas.line(f"M{width / 2 - inner:.0f} {top * 0.16:.0f}Q{width / 2:.0f} {-top * 0.34:.0f} {width / 2 + inner:.0f} {top * 0.16:.0f}", lighter(light, 0.2), 26 * unit)  # fmt: skip


@piece("chandelier", dyed=False)
def _chandelier(canvas: Canvas, x: float, y: float) -> None:
    """A ring of candles on its chain."""
    unit, brass = canvas.unit, canvas.lamp("#c09a48")
    canvas.line(f"M{x:.0f} 0V{y - 40 * unit:.0f}M{x:.0f} {y - 40 * unit:.0f}L{x - 66 * unit:.0f} {y:.0f}M{x:.0f} {y - 40 * unit:.0f}L{x + 66 * unit:.0f} {y:.0f}", darker(brass, 0.25), 3 * unit)  # fmt: skip
    canvas.ellipse(x, y - 20 * unit, 150 * unit, 110 * unit, canvas.glow((0.0, "#ffe9a8", 0.66 if canvas.time == "night" else 0.3), (1.0, "#ffe9a8", 0.0)))  # fmt: skip
    canvas.rect(x - 74 * unit, y - 4 * unit, 148 * unit, 13 * unit, brass, f'rx="{6 * unit:.0f}"')
    for k in range(5):
        at = x + (k - 2) * 33 * unit
        canvas.rect(at - 5 * unit, y - 32 * unit, 10 * unit, 28 * unit, canvas.lamp("#fdf8ea"))
        canvas.ellipse(at, y - 42 * unit, 6 * unit, 11 * unit, "#ffc24a")


def _beams(canvas: Canvas, count: int) -> None:
    """The coloured light that falls through the glass on the floor."""
    if canvas.time == "night" or canvas.weather in ("rain", "storm", "fog"):
        return
    width, unit = canvas.width, canvas.unit
    for k, dye in enumerate(("#f2bf3c", "#e86a6a", "#6aa8e8")[:count]):
        x = width * 0.5 + (k - (count - 1) / 2) * width * 0.15
        canvas.path(f"M{x - 40 * unit:.0f} {canvas.horizon:.0f}h{80 * unit:.0f}l{90 * unit:.0f} {canvas.down(0.9) - canvas.horizon:.0f}h{-200 * unit:.0f}Z", canvas.gradient((0.0, dye, 0.26), (1.0, dye, 0.0)))  # fmt: skip


@piece("carpet")
def _aisle(canvas: Canvas) -> None:
    """The carpet along the aisle."""
    middle, near, far = canvas.width / 2, min(canvas.width * 0.30, canvas.height * 0.34), 96 * canvas.unit
    red, gold = (
        canvas.lamp(canvas.choice("carpet", ("#b23a3f", "#8f2f4a", "#b0522f"))),
        canvas.lamp("#e6c170"),
    )
    for dye, share in ((gold, 1.0), (red, 0.91)):
        canvas.path(f"M{middle - far * share:.0f} {canvas.horizon:.0f}H{middle + far * share:.0f}L{middle + near * share:.0f} {canvas.height}H{middle - near * share:.0f}Z", canvas.gradient((0.0, darker(dye, 0.12)), (1.0, dye)))  # fmt: skip


@piece("altar", dyed=False)
def _altar(canvas: Canvas) -> None:
    """The altar on its steps, with a cloth, candles, flowers and a cross."""
    x, unit, base = canvas.width / 2, canvas.unit, canvas.down(0.04)
    gold, white = canvas.lamp("#d8b050"), canvas.lamp(canvas.paint_of("altar", "#fffdf8"))
    for k, half in enumerate((230, 196)):
        canvas.rect(x - half * unit, base - 16 * k * unit, 2 * half * unit, 18 * unit, canvas.lamp(("#cfc2ae", "#ddd2c0")[k]))  # fmt: skip
    y = base - 16 * unit
    canvas.rect(x - 140 * unit, y - 104 * unit, 280 * unit, 104 * unit, canvas.gradient((0.0, white), (1.0, darker(white, 0.1))))  # fmt: skip
    canvas.rect(x - 152 * unit, y - 112 * unit, 304 * unit, 16 * unit, lighter(white, 0.3), f'rx="{4 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 34 * unit, y - 98 * unit, 68 * unit, 86 * unit, canvas.lamp("#b23a3f"))
    canvas.line(f"M{x:.0f} {y - 84 * unit:.0f}v{52 * unit:.0f}M{x - 17 * unit:.0f} {y - 66 * unit:.0f}h{34 * unit:.0f}", gold, 7 * unit)  # fmt: skip
    top = y - 112 * unit
    canvas.top("altar", x - 140 * unit, x + 140 * unit, top + 3 * unit)
    canvas.rect(x - 5 * unit, top - 96 * unit, 10 * unit, 96 * unit, gold)
    canvas.rect(x - 28 * unit, top - 70 * unit, 56 * unit, 9 * unit, gold)
    for side in (-1, 1):
        for away, tall in ((64, 54), (96, 40)):
            at = x + side * away * unit
            canvas.rect(at - 6 * unit, top - tall * unit, 12 * unit, tall * unit, canvas.lamp("#fdf6e2"))
            canvas.ellipse(at, top - (tall + 10) * unit, 22 * unit, 24 * unit, canvas.glow((0.0, "#ffe08a", 0.7), (1.0, "#ffe08a", 0.0)))  # fmt: skip
            canvas.ellipse(at, top - (tall + 10) * unit, 5 * unit, 10 * unit, "#ffbe42")
        for k in range(5):
            canvas.add(petals(x + side * (150 + 18 * (k % 3)) * unit, y - (76 + 15 * (k % 2) + 12 * (k // 3)) * unit, 17 * unit, canvas.lamp(("#ffffff", "#f7b7c8", "#fdf0d0")[k % 3])))  # fmt: skip
        canvas.path(f"M{x + side * 168 * unit - 28 * unit:.0f} {y - 62 * unit:.0f}h{56 * unit:.0f}l{-12 * unit:.0f} {62 * unit:.0f}h{-32 * unit:.0f}z", gold)  # fmt: skip


@piece("pews")
def _pews(canvas: Canvas, base: float, size: float) -> None:
    """A row of benches to each side of the aisle, from behind."""
    unit, wood = canvas.unit * size, canvas.lamp(canvas.choice("pews", ("#8f5f38", "#74492e", "#a87444")))
    inner = 0.215 + 0.03 * size
    for x0, x1 in ((-40 * unit, canvas.width * (0.5 - inner)), (canvas.width * (0.5 + inner), canvas.width + 40 * unit)):  # fmt: skip
        canvas.rect(x0, base - 4 * unit, x1 - x0, 14 * unit, "#1a120c", 'opacity=".2"')
        canvas.rect(x0, base - 92 * unit, x1 - x0, 92 * unit, canvas.gradient((0.0, lighter(wood, 0.14)), (1.0, darker(wood, 0.16))), f'rx="{6 * unit:.0f}"')  # fmt: skip
        canvas.rect(x0, base - 98 * unit, x1 - x0, 16 * unit, lighter(wood, 0.26), f'rx="{7 * unit:.0f}"')
        end = x1 if x0 < 0 else x0
        canvas.rect(end - 15 * unit, base - 112 * unit, 30 * unit, 116 * unit, darker(wood, 0.06), f'rx="{12 * unit:.0f}"')  # fmt: skip
