"""Houses of prayer from within: a church with stained glass, pews and its altar; a temple hall with red columns and incense."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor
from paintover.engines.illustrator.backdrops.pieces import lantern, petals
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery

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


def temple(canvas: Canvas) -> None:
    """A hall with red columns and painted beams: a gilt statue in its niche, drapes and lanterns, incense before it."""
    _hall(canvas)
    _shrine(canvas)
    _offerings(canvas)
    _columns(canvas)
    for dx in (-150, 0, 150):
        _cushion(canvas, canvas.width / 2 + dx * canvas.unit, canvas.down(0.30))
    _burner(canvas, canvas.width * canvas.choice("burner", (0.26, 0.74)), canvas.down(0.22))


def court(canvas: Canvas) -> None:
    """The hall of a Chinese emperor: red columns and painted beams, his throne before a gilt screen, and a carpet to it."""
    _hall(canvas)
    _gilt_screen(canvas)
    _columns(canvas)
    _aisle(canvas)


def _hall(canvas: Canvas) -> None:
    """Its wall with windows of lattice work, and its floor."""
    width, top = canvas.width, canvas.horizon
    walls = (("#e8c98a", "#b98a4a"), ("#d98a5a", "#a3522f"), ("#e0b27a", "#a8703c"))
    light, dark = (canvas.lamp(one) for one in canvas.choice("wall", walls))
    with canvas.painted(canvas.scenery.wall, lit=False):
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, darker(dark, 0.2)), (1.0, light)))
    for share in (0.20, 0.80) if width < 1.3 * canvas.height else (0.13, 0.245, 0.755, 0.87):
        _lattice(canvas, width * share, dark)
    floor(canvas, top, canvas.choice("floor", (("#c9bda8", "#8f8168"), ("#b98a68", "#7d5238"), ("#bfc0b8", "#84857a"))), kind="tiles")  # fmt: skip


def _columns(canvas: Canvas) -> None:
    """Red columns under painted beams, and lanterns."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    for share in (0.045, 0.335, 0.665, 0.955) if width >= 1.3 * canvas.height else (0.06, 0.94):
        _red_column(canvas, width * share)
    _painted_beams(canvas)
    for share in canvas.choice("lanterns", ((0.22, 0.78), (0.28, 0.72), (0.18, 0.82))):
        with canvas.piece("lanterns", dyed=False):
            canvas.line(f"M{width * share:.0f} {top * 0.1:.0f}V{top * 0.20:.0f}", "#6a3a20", 3 * unit)
            lantern(canvas, width * share, top * 0.19, min(96 * unit, top * 0.24))


@piece("lattice")
def _lattice(canvas: Canvas, x: float, dark: str) -> None:
    """A carved window of lattice work."""
    unit, top = canvas.unit, canvas.horizon
    half, y, high = min(canvas.width * 0.05, 64 * unit), top * 0.32, top * 0.42
    canvas.on_the_wall.taken.append((x - half, y, x + half, y + high))
    red = canvas.lamp("#8f2f26")
    day = {"night": "#2a3470", "sunset": "#f2b078", "dawn": "#f4d8c8"}.get(canvas.time, "#f6eccb")
    canvas.rect(x - half, y, 2 * half, high, day)
    line = "".join(f"M{x - half + k * half / 3:.0f} {y:.0f}v{high:.0f}" for k in range(7))
    line += "".join(f"M{x - half:.0f} {y + k * high / 7:.0f}h{2 * half:.0f}" for k in range(8))
    canvas.line(line, red, 6 * unit)
    canvas.line(f"M{x - half:.0f} {y:.0f}h{2 * half:.0f}v{high:.0f}h{-2 * half:.0f}Z", darker(red, 0.2), 15 * unit)  # fmt: skip


@piece("shrine", dyed=False)
def _shrine(canvas: Canvas) -> None:
    """A gilt statue that sits on a lotus before its halo, between drapes."""
    x, unit, top = canvas.width / 2, canvas.unit, canvas.horizon
    half, y = min(canvas.width * 0.19, top * 0.46), top * 0.13
    canvas.on_the_wall.taken.append((x - half, y, x + half, top))
    gold, red = canvas.lamp(canvas.paint_of("shrine", "#e0b040")), canvas.lamp("#9a2c2a")
    canvas.rect(
        x - half, y, 2 * half, top - y, canvas.gradient((0.0, darker(red, 0.55)), (1.0, darker(red, 0.25)))
    )
    foot = canvas.down(0.06) - 100 * unit
    size = min((foot - y) / 2.15, half * 0.80)
    middle = foot - size * 0.80
    canvas.ellipse(x, middle - size * 0.30, size * 1.2, size * 1.2, canvas.glow((0.0, "#ffe9a0", 0.75), (1.0, "#ffe9a0", 0.0)))  # fmt: skip
    canvas.ellipse(x, middle - size * 0.48, size * 0.62, size * 0.62, lighter(gold, 0.24))
    canvas.ellipse(x, middle - size * 0.48, size * 0.50, size * 0.50, darker(gold, 0.2))
    body = canvas.gradient((0.0, lighter(gold, 0.4)), (1.0, darker(gold, 0.2)))
    canvas.path(f"M{x - size * 0.34:.0f} {middle + size * 0.42:.0f}Q{x - size * 0.50:.0f} {middle - size * 0.16:.0f} {x:.0f} {middle - size * 0.20:.0f}T{x + size * 0.34:.0f} {middle + size * 0.42:.0f}Z", body)  # fmt: skip
    canvas.path(f"M{x - size * 0.72:.0f} {middle + size * 0.62:.0f}Q{x - size * 0.70:.0f} {middle + size * 0.28:.0f} {x:.0f} {middle + size * 0.30:.0f}T{x + size * 0.72:.0f} {middle + size * 0.62:.0f}Z", body)  # fmt: skip
    canvas.ellipse(x, middle - size * 0.46, size * 0.25, size * 0.29, body)
    canvas.ellipse(x, middle - size * 0.74, size * 0.12, size * 0.10, darker(gold, 0.3))
    canvas.path(f"M{x - size * 0.26:.0f} {middle - size * 0.46:.0f}Q{x - size * 0.26:.0f} {middle - size * 0.76:.0f} {x:.0f} {middle - size * 0.76:.0f}T{x + size * 0.26:.0f} {middle - size * 0.46:.0f}Q{x:.0f} {middle - size * 0.66:.0f} {x - size * 0.26:.0f} {middle - size * 0.46:.0f}Z", darker(gold, 0.3))  # fmt: skip
    for side in (-1, 1):
        canvas.line(f"M{x + side * size * 0.06:.1f} {middle - size * 0.46:.1f}q{side * size * 0.05:.1f} {size * 0.04:.1f} {side * size * 0.10:.1f} 0", darker(gold, 0.55), size * 0.02)  # fmt: skip
    for k in range(7):
        petal = x + (k - 3) * size * 0.22
        canvas.path(f"M{petal - size * 0.13:.0f} {middle + size * 0.62:.0f}q{size * 0.13:.0f} {-size * 0.16:.0f} {size * 0.26:.0f} 0q{-size * 0.02:.0f} {size * 0.22:.0f} {-size * 0.13:.0f} {size * 0.24:.0f}q{-size * 0.11:.0f} {-size * 0.02:.0f} {-size * 0.13:.0f} {-size * 0.24:.0f}Z", canvas.lamp("#e88a9a"))  # fmt: skip
    for side in (-1, 1):
        cloth = canvas.gradient((0.0, lighter(gold, 0.34)), (1.0, darker(gold, 0.1)))
        canvas.path(f"M{x + side * half * 1.04:.0f} {y:.0f}H{x + side * half * 0.62:.0f}Q{x + side * half * 0.74:.0f} {(y + top) / 2:.0f} {x + side * half * 0.86:.0f} {top:.0f}H{x + side * half * 1.04:.0f}Z", cloth)  # fmt: skip


def _offerings(canvas: Canvas) -> None:
    """A table before the shrine, with fruit and candles."""
    x, unit, base = canvas.width / 2, canvas.unit, canvas.down(0.06)
    red, gold = canvas.lamp("#8f2f26"), canvas.lamp("#e0b040")
    y = base - 92 * unit
    with canvas.piece("altar"):
        canvas.rect(x - 190 * unit, y, 380 * unit, 92 * unit, canvas.gradient((0.0, lighter(red, 0.1)), (1.0, darker(red, 0.2))))  # fmt: skip
        canvas.rect(
            x - 204 * unit, y - 14 * unit, 408 * unit, 20 * unit, darker(red, 0.1), f'rx="{5 * unit:.0f}"'
        )
        canvas.path(
            f"M{x - 120 * unit:.0f} {y:.0f}h{240 * unit:.0f}l{-120 * unit:.0f} {74 * unit:.0f}Z", gold
        )
        canvas.top("altar", x - 90 * unit, x + 90 * unit, y - 11 * unit)
        for side in (-1, 1):
            at = x + side * 150 * unit
            canvas.rect(at - 8 * unit, y - 66 * unit, 16 * unit, 52 * unit, canvas.lamp("#c8302c"))
            canvas.ellipse(at, y - 80 * unit, 30 * unit, 32 * unit, canvas.glow((0.0, "#ffe08a", 0.8), (1.0, "#ffe08a", 0.0)))  # fmt: skip
            canvas.ellipse(at, y - 78 * unit, 6 * unit, 12 * unit, "#ffbe42")
            for dx, dy in ((-22, 0), (0, 0), (22, 0), (0, 18)):
                canvas.ellipse(x + (side * 96 + dx) * unit, y - (27 + dy) * unit, 12 * unit, 11 * unit, canvas.lamp("#f0913c"))  # fmt: skip


@piece("columns")
def _red_column(canvas: Canvas, x: float) -> None:
    """A lacquered column with gilt bands, on a stone."""
    unit, base = canvas.unit, canvas.down(0.05)
    wide, red, gold = 78 * unit, canvas.lamp("#c03a2c"), canvas.lamp("#e6b848")
    canvas.rect(x - wide / 2, 0, wide, base - 8 * unit, canvas.gradient((0.0, lighter(red, 0.26)), (0.4, red), (1.0, darker(red, 0.34)), level=True))  # fmt: skip
    for share in (0.24, 0.27, 0.82, 0.85):
        canvas.rect(x - wide / 2, share * base, wide, 9 * unit, gold)
    canvas.ellipse(x, base - 6 * unit, wide * 0.72, 20 * unit, canvas.lamp("#b3a992"))
    canvas.rect(x - wide * 0.62, base - 34 * unit, wide * 1.24, 28 * unit, canvas.gradient((0.0, canvas.lamp("#d8cfba")), (1.0, canvas.lamp("#a3987f"))), f'rx="{11 * unit:.0f}"')  # fmt: skip


@piece("beams")
def _painted_beams(canvas: Canvas) -> None:
    """Beams painted blue, green and gold under the roof."""
    width, unit, high = canvas.width, canvas.unit, canvas.horizon * 0.11
    blue, green, gold = canvas.lamp("#2f6fa0"), canvas.lamp("#2f8a6a"), canvas.lamp("#e6b848")
    canvas.rect(0, 0, width, high, canvas.gradient((0.0, darker(blue, 0.3)), (1.0, blue)))
    count = max(6, round(width / unit / 150))
    step = width / count
    for k in range(count):
        x = step * (k + 0.5)
        canvas.path(f"M{x - step * 0.46:.0f} {high / 2:.0f}L{x - step * 0.30:.0f} {high * 0.14:.0f}H{x + step * 0.30:.0f}L{x + step * 0.46:.0f} {high / 2:.0f}L{x + step * 0.30:.0f} {high * 0.86:.0f}H{x - step * 0.30:.0f}Z", green if k % 2 else mix(blue, "#ffffff", 0.12), f'stroke="{gold}" stroke-width="{3.4 * unit:.1f}"')  # fmt: skip
        canvas.add(petals(x, high / 2, high * 0.24, gold))
    canvas.rect(0, high, width, 10 * unit, gold)
    canvas.rect(0, high + 10 * unit, width, 12 * unit, "#2a120a", 'opacity=".25"')


@piece("incense burner", dyed=False)
def _burner(canvas: Canvas, x: float, base: float) -> None:
    """A bronze burner on three legs, with sticks of incense and their smoke."""
    unit = canvas.unit
    bronze = canvas.lamp(canvas.paint_of("incense burner", "#a8803c"))
    canvas.ellipse(x, base + 2 * unit, 92 * unit, 12 * unit, "#1a120c", 0.26)
    for dx in (-46, 0, 46):
        canvas.path(f"M{x + (dx - 10) * unit:.0f} {base - 40 * unit:.0f}h{20 * unit:.0f}l{-4 * unit:.0f} {42 * unit:.0f}h{-12 * unit:.0f}z", darker(bronze, 0.22))  # fmt: skip
    canvas.path(f"M{x - 84 * unit:.0f} {base - 104 * unit:.0f}H{x + 84 * unit:.0f}Q{x + 84 * unit:.0f} {base - 28 * unit:.0f} {x:.0f} {base - 26 * unit:.0f}T{x - 84 * unit:.0f} {base - 104 * unit:.0f}Z", canvas.gradient((0.0, lighter(bronze, 0.3)), (0.5, bronze), (1.0, darker(bronze, 0.34)), level=True))  # fmt: skip
    for side in (-1, 1):
        canvas.line(f"M{x + side * 78 * unit:.0f} {base - 100 * unit:.0f}q{side * 26 * unit:.0f} {-14 * unit:.0f} {side * 20 * unit:.0f} {-42 * unit:.0f}", darker(bronze, 0.1), 13 * unit)  # fmt: skip
    canvas.rect(x - 92 * unit, base - 116 * unit, 184 * unit, 18 * unit, lighter(bronze, 0.2), f'rx="{8 * unit:.0f}"')  # fmt: skip
    canvas.ellipse(x, base - 114 * unit, 78 * unit, 10 * unit, canvas.lamp("#d8cdbc"))
    for k, dx in enumerate((-28, 0, 28)):
        y = base - (200 - 14 * abs(k - 1)) * unit
        canvas.line(f"M{x + dx * unit:.0f} {base - 112 * unit:.0f}L{x + dx * 1.1 * unit:.0f} {y:.0f}", canvas.lamp("#b0342a"), 5 * unit)  # fmt: skip
        canvas.ellipse(x + dx * 1.1 * unit, y, 4 * unit, 4 * unit, "#ff9a3c")
        canvas.line(f"M{x + dx * 1.1 * unit:.0f} {y - 8 * unit:.0f}q{(-20, 18, -14)[k] * unit:.0f} {-30 * unit:.0f} 0 {-58 * unit:.0f}t0 {-58 * unit:.0f}", "#ffffff", 8 * unit, 0.42)  # fmt: skip


@piece("cushions")
def _cushion(canvas: Canvas, x: float, y: float) -> None:
    """A round cushion to kneel on."""
    unit, straw = canvas.unit, canvas.lamp("#e0b04c")
    canvas.ellipse(x, y + 9 * unit, 62 * unit, 15 * unit, "#1a120c", 0.2)
    canvas.ellipse(x, y, 58 * unit, 17 * unit, darker(straw, 0.2))
    canvas.ellipse(x, y - 6 * unit, 56 * unit, 15 * unit, straw)
    canvas.ellipse(x, y - 6 * unit, 30 * unit, 8 * unit, lighter(straw, 0.3))


@piece("throne", dyed=False)
def _gilt_screen(canvas: Canvas) -> None:
    """A screen of gilt panels with clouds, and the throne before it on its steps; the steps alone where another throne comes."""
    x, unit, base = canvas.width / 2, canvas.unit, canvas.horizon
    gold, red = canvas.lamp(canvas.paint_of("throne", "#e0b040")), canvas.lamp("#b0342a")
    wide, high = min(canvas.width * 0.13, 150 * unit), base * 0.62
    canvas.on_the_wall.taken.append((x - 1.7 * wide, base - high * 1.2, x + 1.7 * wide, base))
    for k in (-1, 0, 1):
        tall = high * (1.0 if k else 1.16)
        left = x + (k - 0.5) * wide
        canvas.rect(left, base - tall, wide, tall, canvas.gradient((0.0, lighter(gold, 0.3)), (1.0, darker(gold, 0.24))), f'rx="{8 * unit:.0f}" stroke="{red}" stroke-width="{11 * unit:.1f}"')  # fmt: skip
        for row in range(4):
            y = base - tall * (0.86 - 0.2 * row)
            curl = f"M{left + wide * 0.22:.0f} {y:.0f}q{wide * 0.1:.0f} {-wide * 0.2:.0f} {wide * 0.24:.0f} {-wide * 0.04:.0f}q{wide * 0.1:.0f} {-wide * 0.16:.0f} {wide * 0.28:.0f} {wide * 0.06:.0f}"
            canvas.line(curl, darker(gold, 0.42), 5 * unit, 0.75)
    for k, half in enumerate((2.1, 1.75, 1.4)):
        canvas.rect(x - half * wide, base - 20 * k * unit, 2 * half * wide, 24 * unit, canvas.lamp(("#c9bda8", "#d8cdb8", "#e6dcc8")[k]))  # fmt: skip
    if canvas.scenery.bed == Scenery.NONE:
        return
    y, half = base - 40 * unit, wide * 0.62
    shine = canvas.gradient((0.0, lighter(gold, 0.42)), (1.0, darker(gold, 0.2)))
    canvas.path(f"M{x - half:.0f} {y:.0f}V{y - high * 0.44:.0f}Q{x - half * 0.9:.0f} {y - high * 0.60:.0f} {x:.0f} {y - high * 0.62:.0f}T{x + half:.0f} {y - high * 0.44:.0f}V{y:.0f}Z", shine, f'stroke="{darker(gold, 0.45)}" stroke-width="{4 * unit:.1f}"')  # fmt: skip
    canvas.rect(x - half * 0.72, y - high * 0.46, half * 1.44, high * 0.26, red, f'rx="{12 * unit:.0f}"')
    canvas.ellipse(x, y - high * 0.34, half * 0.30, half * 0.30, lighter(gold, 0.2))
    canvas.rect(x - half * 0.86, y - high * 0.21, half * 1.72, high * 0.10, canvas.lamp("#f0c040"), f'rx="{8 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - half * 0.86, y - high * 0.12, half * 1.72, high * 0.12, darker(gold, 0.14))
    for side in (-1, 1):
        canvas.rect(x + side * half - 13 * unit, y - high * 0.28, 26 * unit, high * 0.28, shine, f'rx="{8 * unit:.0f}"')  # fmt: skip
        canvas.ellipse(x + side * half, y - high * 0.29, 18 * unit, 15 * unit, lighter(gold, 0.2))
