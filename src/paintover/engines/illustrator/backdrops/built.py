"""Built places under the open sky, and below it: village, castle grounds, market, cave."""

from __future__ import annotations

import random
from itertools import pairwise

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.openings import Point
from paintover.engines.illustrator.backdrops.pieces import bunting, bush, tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix


def village(canvas: Canvas) -> None:
    """Cottages along a green, or white walls under grey tiles where the year is seen in with lanterns."""
    eastern = canvas.festival in ("new-year", "mid-autumn")
    _settlement(canvas, canvas.choice("view", ("lane", "hill", "row")), eastern=eastern)


def old_town(canvas: Canvas) -> None:
    """White walls under grey tiles along an old street of flagstones."""
    _settlement(canvas, "row", eastern=True, near=1.45)


def _settlement(canvas: Canvas, view: str, *, eastern: bool, near: float = 1.0) -> None:
    """The houses and the ground before them; `near` says how many times as large they are as those of a village."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("village")
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#9ccab4", "#94c884"))
    if view == "hill":
        canvas.path(
            f"M0 {canvas.horizon + 20 * unit:.0f}Q{width * 0.5:.0f} {canvas.horizon - 240 * unit:.0f} {width} {canvas.horizon + 20 * unit:.0f}Z",
            canvas.gradient((0.0, canvas.hour("#a9d67c", far=0.4)), (1.0, canvas.hour("#84bf5c"))),
        )
        for k in range(7):
            x = width * (0.12 + 0.76 * (k + rng.uniform(0.2, 0.8)) / 7)
            t = 1 - (2 * x / width - 1) ** 2
            _house(
                canvas,
                x,
                canvas.horizon + 24 * unit - 130 * unit * t,
                rng.uniform(58, 82) * unit,
                eastern=eastern,
                far=0.5,
                name=f"h{k}",
            )
    base = canvas.horizon + 26 * unit
    x, k = -50 * unit, 0
    while x < width + 40 * unit:
        wide = rng.uniform(150, 210) * near * unit
        gap = view == "lane" and abs((x + wide / 2) / width - 0.5) < 0.16
        if not gap and (view != "hill" or abs((x + wide / 2) / width - 0.5) > 0.26):
            _house(
                canvas,
                x + wide / 2,
                base + rng.uniform(-4, 8) * unit,
                wide,
                eastern=eastern,
                far=0.12,
                name=f"n{k}",
            )
        else:
            tree(canvas, rng, x + wide / 2, base - 6 * unit, rng.uniform(150, 200) * unit, "#74b45c", far=0.5)
        x += wide * rng.uniform(1.02, 1.16)
        k += 1
    if eastern:
        land.ground(canvas, "#d9cfbe", "#c3b7a3", "#958a78", lift=22)
        _flagstones(canvas, "#a89c88")
    else:
        land.ground(canvas, "#b4de76", "#86c452", "#549c3e", lift=22)
        land.path(canvas)
        for _ in range(7):
            bush(
                canvas,
                rng,
                width * rng.choice((rng.uniform(0, 0.3), rng.uniform(0.7, 1))),
                base + rng.uniform(12, 26) * unit,
                rng.uniform(22, 36) * unit,
                "#5fa34c",
            )
        land.growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.22)
        land.foreground(canvas, "#2f7a32", "#4f9f44")


@piece("houses", dyed=False)
def _house(
    canvas: Canvas, x: float, base: float, wide: float, *, eastern: bool, far: float, name: str
) -> None:
    rng = canvas.stream(f"house{name}")
    tall = wide * rng.uniform(0.56, 0.72)
    plain = "#f6f2ea" if eastern else rng.choice(("#f7e7c8", "#f3d9c0", "#e8e6da", "#f6efdc", "#ead2b4"))
    tiles = (
        rng.choice(("#566070", "#626a78"))
        if eastern
        else rng.choice(("#c2634a", "#a8553f", "#8f6a4a", "#7a6a86"))
    )
    plaster = canvas.hour(canvas.paint_of("houses", plain), far=far)
    roof = canvas.hour(canvas.paint_of("roofs", tiles), far=far)
    left, top = x - wide / 2, base - tall
    canvas.rect(
        left,
        top,
        wide,
        tall,
        canvas.gradient(
            (0.0, lighter(plaster, 0.1)), (0.6, plaster), (1.0, darker(plaster, 0.12)), level=True
        ),
    )
    _front_of_house(canvas, rng, (left, base), (wide, tall), eastern=eastern, far=far)
    rise = tall * (0.52 if eastern else rng.uniform(0.66, 0.9))
    if eastern:
        _curved_roof(canvas, (left, top), (wide, tall), rise, roof)
    else:
        _hipped_roof(canvas, rng, (left, top), (wide, tall), rise, roof)
    if canvas.season == "winter" or canvas.weather == "snow":
        canvas.line(
            f"M{left + wide * 0.12:.1f} {top - rise:.1f}H{left + wide * 0.88:.1f}",
            canvas.hour("#ffffff"),
            wide * 0.07,
        )


def _front_of_house(
    canvas: Canvas, rng: random.Random, foot: Point, size: Point, *, eastern: bool, far: float
) -> None:
    """The door of a house, and the windows that it leaves room for; `foot` is its lower left corner."""
    (left, base), (wide, tall) = foot, size
    top = base - tall
    lamps = canvas.time != "day"
    glass = "#ffdf8e" if lamps else canvas.hour("#9fc6da", far=far)
    door = canvas.hour(rng.choice(("#8a4a38", "#4f6f7a", "#7a5a3a")) if not eastern else "#9a3a30", far=far)
    at = left + wide * rng.choice((0.18, 0.44, 0.66))
    canvas.rect(
        at,
        base - tall * 0.60,
        wide * 0.18,
        tall * 0.60,
        door,
        f'rx="{wide * (0.0 if eastern else 0.05):.1f}"',
    )
    for slot in (0.06, 0.42, 0.74):
        spot = left + wide * slot
        if abs(spot - at) > wide * 0.2:
            canvas.rect(
                spot - wide * 0.015,
                top + tall * 0.28,
                wide * 0.19,
                tall * 0.34,
                canvas.hour("#fffaf0" if not eastern else "#6a4a3a", far=far),
            )
            canvas.rect(spot, top + tall * 0.31, wide * 0.16, tall * 0.28, glass)
            canvas.line(
                f"M{spot + wide * 0.08:.1f} {top + tall * 0.31:.1f}v{tall * 0.28:.1f}M{spot:.1f} {top + tall * 0.45:.1f}h{wide * 0.16:.1f}",
                canvas.hour("#fffaf0" if not eastern else "#6a4a3a", far=far),
                wide * 0.012,
            )


def _curved_roof(canvas: Canvas, corner: Point, size: Point, rise: float, roof: str) -> None:
    """A roof of tiles with eaves that turn up."""
    (left, top), (wide, tall) = corner, size
    x = left + wide / 2
    canvas.path(
        f"M{left - wide * 0.12:.1f} {top + tall * 0.04:.1f}Q{left:.1f} {top - tall * 0.02:.1f} {left + wide * 0.12:.1f} {top - rise:.1f}H{left + wide * 0.88:.1f}Q{left + wide:.1f} {top - tall * 0.02:.1f} {left + wide * 1.12:.1f} {top + tall * 0.04:.1f}Q{x:.1f} {top + tall * 0.10:.1f} {left - wide * 0.12:.1f} {top + tall * 0.04:.1f}Z",
        canvas.across(top - rise, top, (0.0, lighter(roof, 0.16)), (1.0, darker(roof, 0.12))),
    )
    canvas.line(
        "".join(
            f"M{left + wide * (0.16 + 0.68 * k / 9):.1f} {top - rise:.1f}L{left + wide * (0.02 + 0.96 * k / 9):.1f} {top + tall * 0.04:.1f}"
            for k in range(10)
        ),
        darker(roof, 0.3),
        wide * 0.010,
        0.5,
    )
    canvas.path(
        f"M{left + wide * 0.06:.1f} {top - rise - wide * 0.045:.1f}Q{x:.1f} {top - rise + wide * 0.02:.1f} {left + wide * 0.94:.1f} {top - rise - wide * 0.045:.1f}L{left + wide * 0.9:.1f} {top - rise + wide * 0.03:.1f}H{left + wide * 0.1:.1f}Z",
        darker(roof, 0.3),
    )


def _hipped_roof(
    canvas: Canvas, rng: random.Random, corner: Point, size: Point, rise: float, roof: str
) -> None:
    """A roof with a chimney that slopes on all sides."""
    (left, top), (wide, tall) = corner, size
    x = left + wide / 2
    chimney = left + wide * rng.choice((0.2, 0.72))
    canvas.rect(chimney, top - rise * 0.92, wide * 0.10, rise * 0.7, darker(roof, 0.18))
    canvas.path(
        f"M{left - wide * 0.08:.1f} {top + tall * 0.06:.1f}L{left + wide * 0.2:.1f} {top - rise * 0.86:.1f}Q{x:.1f} {top - rise:.1f} {left + wide * 0.8:.1f} {top - rise * 0.86:.1f}L{left + wide * 1.08:.1f} {top + tall * 0.06:.1f}Z",
        canvas.across(top - rise, top, (0.0, lighter(roof, 0.2)), (1.0, darker(roof, 0.08))),
    )
    canvas.line(
        "".join(
            f"M{left + wide * (0.2 - 0.07 * k):.1f} {top - rise * (0.86 - 0.24 * k):.1f}H{left + wide * (0.8 + 0.07 * k):.1f}"
            for k in range(1, 4)
        ),
        darker(roof, 0.2),
        wide * 0.012,
        0.45,
    )


def _flagstones(canvas: Canvas, colour: str) -> None:
    width, unit = canvas.width, canvas.unit
    tone = canvas.hour(colour)
    top = canvas.horizon + 34 * unit
    rows = [top + (canvas.height - top) * (k / 7) ** 1.6 for k in range(8)]
    marks = "".join(f"M0 {y:.0f}H{width}" for y in rows)
    for row, (y0, y1) in enumerate(pairwise(rows)):
        step = (70 + 26 * row) * unit
        count = round(width / step) + 2
        for k in range(-1, count):
            x = (k + (row % 2) / 2) * step
            marks += f"M{x:.0f} {y0:.0f}L{x + (x - width / 2) * 0.06:.0f} {y1:.0f}"
    canvas.line(marks, tone, 2.4 * unit, 0.55)


def castle(canvas: Canvas) -> None:
    """The grounds of a castle: a courtyard, the curtain wall seen from the meadow, or the great hall's terrace."""
    unit, width = canvas.unit, canvas.width
    view = canvas.choice("view", ("courtyard", "outside", "terrace"))
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#9cc9b8"))
    stone = canvas.choice("stone", ("#b9b3aa", "#c4b49c", "#a8aeb8"))
    base = canvas.horizon + 26 * unit
    if view == "outside":
        _battlement(canvas, -10, width * 0.5, canvas.horizon * 0.66, base, stone, far=0.5, name="far")
        _turret(canvas, width * 0.62, canvas.horizon * 0.30, base, 110 * unit, stone, far=0.4, name="t1")
        _battlement(
            canvas, width * 0.55, width + 10, canvas.horizon * 0.58, base, stone, far=0.3, name="near"
        )
        _turret(canvas, width * 0.94, canvas.horizon * 0.14, base, 150 * unit, stone, far=0.25, name="t2")
        land.ground(canvas, "#b0dc72", "#80c04e", "#4f983c", lift=18)
        land.path(canvas)
        land.growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.28)
        land.foreground(canvas, "#2f7a32", "#4f9f44")
        return
    top = canvas.horizon * (0.26 if view == "courtyard" else 0.62)
    if view == "terrace":
        _turret(canvas, width * 0.14, canvas.horizon * 0.20, base, 150 * unit, stone, far=0.4, name="t3")
    _battlement(canvas, -10, width + 10, top, base, stone, far=0.22, name="yard")
    if view == "courtyard":
        x = width * canvas.choice("gate", (0.5, 0.3, 0.7))
        _gate(canvas, x, base, 116 * unit, min(270 * unit, (base - top) * 0.72), stone)
        for k, at in enumerate((-1.9, 1.9)):
            _banner(
                canvas,
                x + at * 116 * unit,
                top + 60 * unit,
                62 * unit,
                min(190 * unit, (base - top) * 0.52),
                k,
            )
        for at in (0.05, 0.95):
            _turret(
                canvas,
                width * at,
                top - 90 * unit,
                base + 6 * unit,
                120 * unit,
                stone,
                far=0.1,
                name=f"c{at}",
            )
    land.ground(canvas, "#d8cdb8", "#c0b39a", "#8f836e", lift=20)
    _flagstones(canvas, "#9a8e7a")


@piece("walls")
def _battlement(
    canvas: Canvas, x0: float, x1: float, top: float, base: float, colour: str, *, far: float, name: str
) -> None:
    unit, rng = canvas.unit, canvas.stream(f"wall{name}")
    tone = canvas.hour(colour, far=far)
    step = 46 * unit
    edge, x = f"M{x0:.0f} {base:.0f}V{top:.0f}", x0
    while x < x1:
        edge += f"h{step * 0.55:.0f}v{step * 0.5:.0f}h{step * 0.45:.0f}v{-step * 0.5:.0f}"
        x += step
    canvas.path(
        f"{edge}V{base:.0f}Z", canvas.across(top, base, (0.0, lighter(tone, 0.14)), (1.0, darker(tone, 0.12)))
    )
    marks = ""
    for _ in range(round(54 * (x1 - x0) / canvas.width)):
        bx, by = rng.uniform(x0, x1 - 50 * unit), rng.uniform(top + step * 0.7, base - 24 * unit)
        marks += f"M{bx:.0f} {by:.0f}h{rng.uniform(34, 56) * unit:.0f}v{20 * unit:.0f}h{-30 * unit:.0f}z"
    canvas.path(marks, darker(tone, 0.14), 'opacity=".5"')
    canvas.rect(x0, top + step * 0.62, x1 - x0, 7 * unit, darker(tone, 0.22), 'opacity=".6"')
    for _ in range(5):
        bush(canvas, rng, rng.uniform(x0, x1), base + 8 * unit, rng.uniform(20, 34) * unit, "#6aa858")


@piece("tower")
def _turret(
    canvas: Canvas, x: float, top: float, base: float, wide: float, colour: str, *, far: float, name: str
) -> None:
    tone, roof = (
        canvas.hour(colour, far=far),
        canvas.hour(canvas.choice("spire", ("#b0564a", "#5a6f9a", "#7a5a86")), far=far),
    )
    fill = canvas.gradient((0.0, lighter(tone, 0.2)), (0.5, tone), (1.0, darker(tone, 0.22)), level=True)
    canvas.rect(x - wide / 2, top, wide, base - top, fill)
    canvas.rect(x - wide * 0.6, top - wide * 0.06, wide * 1.2, wide * 0.22, fill)
    canvas.path(
        f"M{x - wide * 0.68:.0f} {top:.0f}Q{x - wide * 0.1:.0f} {top - wide * 0.5:.0f} {x:.0f} {top - wide * 1.15:.0f}Q{x + wide * 0.1:.0f} {top - wide * 0.5:.0f} {x + wide * 0.68:.0f} {top:.0f}Z",
        canvas.gradient((0.0, lighter(roof, 0.2)), (1.0, darker(roof, 0.2)), level=True),
    )
    glass = "#ffd98a" if canvas.time in ("night", "sunset") else darker(tone, 0.5)
    high = wide * 0.34
    canvas.path(
        f"M{x - wide * 0.1:.0f} {top + wide * 0.9:.0f}v{-high:.0f}a{wide * 0.1:.0f} {wide * 0.1:.0f} 0 0 1 {wide * 0.2:.0f} 0v{high:.0f}z",
        glass,
    )
    canvas.line(f"M{x:.0f} {top - wide * 1.15:.0f}v{-wide * 0.3:.0f}", canvas.hour("#6a5a4a"), wide * 0.03)
    canvas.path(
        f"M{x:.0f} {top - wide * 1.45:.0f}l{wide * 0.36:.0f} {wide * 0.1:.0f}l{-wide * 0.36:.0f} {wide * 0.1:.0f}z",
        canvas.hour("#e0574c", far=far),
    )
    del name


@piece("gate")
def _gate(canvas: Canvas, x: float, base: float, half: float, tall: float, colour: str) -> None:
    tone, unit = canvas.hour(colour), canvas.unit
    arch = f"M{x - half:.0f} {base:.0f}v{-tall + half:.0f}a{half:.0f} {half:.0f} 0 0 1 {2 * half:.0f} 0v{tall - half:.0f}z"
    canvas.add(
        f'<path d="{arch}" fill="{canvas.hour("#5a4636")}" stroke="{darker(tone, 0.2)}" stroke-width="{20 * unit:.0f}"/>'
    )
    for k in range(-3, 4):
        canvas.line(
            f"M{x + k * half * 0.28:.0f} {base:.0f}V{base - tall + half * (0.1 + 0.09 * k * k):.0f}",
            canvas.hour("#7d6148"),
            14 * unit,
            0.9,
        )
    for lift in (0.3, 0.66):
        canvas.rect(x - half, base - tall * lift, 2 * half, 9 * unit, canvas.hour("#3f3a3a"))


@piece("banner")
def _banner(canvas: Canvas, x: float, top: float, wide: float, tall: float, number: int) -> None:
    dye = canvas.hour(canvas.choice(f"banner{number}", ("#b8373a", "#3a5fa8", "#7a4a96", "#2f7f5a")))
    gold, unit = canvas.hour("#e9bf52"), canvas.unit
    canvas.rect(x - wide * 0.66, top - 8 * unit, wide * 1.32, 9 * unit, canvas.hour("#6a5340"))
    canvas.path(
        f"M{x - wide / 2:.0f} {top:.0f}h{wide:.0f}v{tall:.0f}l{-wide / 2:.0f} {-wide * 0.36:.0f}l{-wide / 2:.0f} {wide * 0.36:.0f}z",
        canvas.gradient((0.0, lighter(dye, 0.12)), (0.5, dye), (1.0, darker(dye, 0.16)), level=True),
    )
    canvas.path(
        f"M{x:.0f} {top + tall * 0.22:.0f}l{wide * 0.22:.0f} {wide * 0.3:.0f}l{-wide * 0.22:.0f} {wide * 0.3:.0f}l{-wide * 0.22:.0f} {-wide * 0.3:.0f}z",
        gold,
    )
    canvas.rect(x - wide / 2, top + 10 * unit, wide, 6 * unit, gold)


def market(canvas: Canvas) -> None:
    """Stalls under striped awnings, heaped with produce too small to count."""
    unit, width = canvas.unit, canvas.width
    view = canvas.choice("view", ("square", "hall", "row"))
    base = canvas.horizon + 34 * unit
    if view == "hall":
        roof = canvas.hour("#d8c8a8", far=0.4)
        canvas.rect(0, 0, width, base, canvas.gradient((0.0, canvas.hour("#efe2c4")), (1.0, roof)))
        for k in range(7):
            x = width * k / 6
            canvas.line(
                f"M{x:.0f} {base:.0f}V{canvas.horizon * 0.34:.0f}Q{x + width / 12:.0f} {canvas.horizon * 0.02:.0f} {x + width / 6:.0f} {canvas.horizon * 0.34:.0f}",
                canvas.hour("#8fa48a"),
                12 * unit,
            )
        canvas.rect(0, 0, width, canvas.horizon * 0.08, canvas.hour("#7d9078"))
    else:
        draw_sky(canvas, floor=canvas.horizon * 1.1)
        _fronts(canvas)
    land.ground(canvas, "#e0d2ba", "#c9b89a", "#988871", lift=24)
    _flagstones(canvas, "#a4937a")
    dyes = (
        ("#d8483f", "#fff4e6"),
        ("#3f8f6a", "#fff4e6"),
        ("#e8a23a", "#fff4e6"),
        ("#4a7fc0", "#fff4e6"),
        ("#a85a9a", "#fff4e6"),
    )
    count = max(3, round(width / unit / 330)) if view != "row" else max(4, round(width / unit / 250))
    for k in range(count):
        wide = width / count
        _stall(
            canvas,
            wide * (k + 0.5),
            base + 14 * unit,
            wide * 0.92,
            dyes[(k + canvas.choice("dye", (0, 2, 3))) % 5],
            k,
        )
    if view != "hall":
        bunting(canvas, canvas.horizon * 0.10, ("#e2574c", "#f2c14a", "#5aa9d8", "#6fbf73"))


@piece("houses", dyed=False)
def _fronts(canvas: Canvas) -> None:
    """Houses around the square, pale with distance."""
    unit, width = canvas.unit, canvas.width
    rng, x = canvas.stream("houses"), -30.0
    while x < width:
        wide, high = rng.uniform(110, 170) * unit, canvas.horizon * rng.uniform(0.40, 0.66)
        usual = rng.choice(("#e8c8a0", "#dcae90", "#c8cfc0", "#e8dcc0", "#c9b4c0"))
        wall = canvas.hour(canvas.paint_of("houses", usual), far=0.6)
        top = canvas.horizon - high
        canvas.rect(x, top, wide, high, wall)
        canvas.path(
            f"M{x - 6 * unit:.0f} {top:.0f}L{x + wide / 2:.0f} {top - 54 * unit:.0f}L{x + wide + 6 * unit:.0f} {top:.0f}Z",
            canvas.hour("#b07260", far=0.6),
        )
        marks = "".join(
            f"M{x + wide * (0.16 + 0.4 * c):.0f} {top + (24 + 56 * r) * unit:.0f}h{wide * 0.2:.0f}v{30 * unit:.0f}h{-wide * 0.2:.0f}z"
            for c in (0, 1)
            for r in range(3)
        )
        canvas.path(marks, "#ffdf8e" if canvas.time in ("night", "sunset") else mix(wall, "#5f7f9a", 0.4))
        x += wide


@piece("stall", dyed=False)
def _stall(canvas: Canvas, x: float, base: float, wide: float, dyes: tuple[str, str], number: int) -> None:
    rng, unit = canvas.stream(f"stall{number}"), canvas.unit
    wood = canvas.hour("#9a6f45")
    tall = min(250 * unit, base * 0.6)
    left = x - wide / 2
    canvas.rect(left + wide * 0.06, base - tall, 12 * unit, tall, wood)
    canvas.rect(left + wide * 0.94 - 12 * unit, base - tall, 12 * unit, tall, wood)
    canvas.rect(left + wide * 0.06, base - tall, wide * 0.88, tall, "#2a1c20", 'opacity=".20"')
    table = base - 84 * unit
    canvas.top("stall", left + wide * 0.1, left + wide * 0.9, table + 26 * unit, 130)
    goods = [
        canvas.hour(dye)
        for dye in rng.sample(
            ("#e0503f", "#f2a23a", "#f6cf4a", "#8fc04a", "#6f9a3f", "#a85a9a", "#f7e3b8", "#c9703a"), 4
        )
    ]
    bins = max(3, round(wide / unit / 74))
    for k in range(bins):
        cx, dye = left + wide * (0.12 + 0.76 * (k + 0.5) / bins), goods[k % 4]
        half = wide * 0.36 / bins
        heap = "".join(
            f'<circle cx="{cx + (j - 2) * half * 0.42:.1f}" cy="{table - (11 - 4 * abs(j - 2)) * unit:.1f}" r="{half * 0.34:.1f}"/>'
            for j in range(5)
        )
        canvas.add(f'<g fill="{dye}">{heap}</g>')
        canvas.ellipse(cx - half * 0.3, table - 14 * unit, half * 0.2, half * 0.12, lighter(dye, 0.6), 0.7)
        canvas.rect(cx - half, table - 8 * unit, 2 * half, 30 * unit, lighter(wood, 0.28))
    canvas.rect(
        left + wide * 0.03,
        table + 20 * unit,
        wide * 0.94,
        base - table - 20 * unit,
        canvas.gradient((0.0, lighter(wood, 0.12)), (1.0, darker(wood, 0.14))),
    )
    for k in range(1, 6):
        canvas.line(
            f"M{left + wide * (0.03 + 0.94 * k / 6):.0f} {table + 22 * unit:.0f}V{base:.0f}",
            darker(wood, 0.26),
            2.4 * unit,
            0.6,
        )
    with canvas.piece("awning", dyed=False):
        usual = canvas.paint_of("stall", dyes[0])
        _striped(canvas, x, base - tall, wide, (canvas.paint_of("awning", usual), dyes[1]))


def _striped(canvas: Canvas, x: float, base: float, wide: float, dyes: tuple[str, str]) -> None:
    """The awning of a stall, from its posts upwards."""
    unit, left = canvas.unit, x - wide / 2
    strips, roof = 8, base - 46 * unit
    for k in range(strips):
        x0, x1 = left + wide * k / strips, left + wide * (k + 1) / strips
        up0, up1 = x + (x0 - x) * 0.8, x + (x1 - x) * 0.8
        low = base + 26 * unit
        canvas.path(
            f"M{up0:.1f} {roof:.1f}L{up1:.1f} {roof:.1f}L{x1:.1f} {low:.1f}q{(x0 - x1) / 2:.1f} {26 * unit:.1f} {x0 - x1:.1f} 0Z",
            canvas.hour(dyes[k % 2]),
        )
    canvas.rect(left, base + 8 * unit, wide, 18 * unit, "#2a1c20", 'opacity=".08"')


def cave(canvas: Canvas) -> None:
    """A cavern: its mouth towards the day, an underground lake of light, or crystals that glow."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    view = canvas.choice("view", ("mouth", "crystals", "shaft"))
    rng = canvas.stream("cave")
    deep = {"mouth": "#4a4058", "crystals": "#2c2850", "shaft": "#3a4452"}[view]
    canvas.rect(
        0,
        0,
        width,
        height,
        canvas.gradient(
            (0.0, canvas.hour(darker(deep, 0.3))),
            (0.6, canvas.hour(lighter(deep, 0.12))),
            (1.0, canvas.hour(darker(deep, 0.2))),
        ),
    )
    canvas.paint((0, 0), canvas.scenery.wall)
    if view == "mouth":
        _mouth(canvas)
    elif view == "shaft":
        _shaft(canvas)
    mark = canvas.mark()
    _walls(canvas, rng, deep)
    canvas.paint(mark, canvas.scenery.wall)
    mark = canvas.mark()
    ground = canvas.gradient(
        (0.0, canvas.hour(lighter(deep, 0.30))),
        (0.5, canvas.hour(lighter(deep, 0.12))),
        (1.0, canvas.hour(darker(deep, 0.26))),
    )
    canvas.ridge("cave floor", canvas.horizon + 18 * unit, 12 * unit, ground, waves=1.3)
    canvas.paint(mark, canvas.scenery.ground)
    pool = canvas.glow((0.0, "#dfe6ff", 0.30), (1.0, "#dfe6ff", 0.0))
    canvas.ellipse(width * 0.5, canvas.down(0.5), width * 0.42, (height - canvas.horizon) * 0.4, pool)
    land.stones(canvas, mix(deep, "#b9b4cc", 0.5))
    if view == "crystals":
        for side in (
            rng.uniform(0.03, 0.14),
            rng.uniform(0.86, 0.97),
            rng.uniform(0.24, 0.36),
            rng.uniform(0.64, 0.78),
        ):
            _crystals(
                canvas,
                width * side,
                canvas.down(0.06 if 0.2 < side < 0.8 else 0.26),
                rng.uniform(90, 150) * unit * (0.6 if 0.2 < side < 0.8 else 1),
            )


def _mouth(canvas: Canvas) -> None:
    """The way out, and the day in it."""
    width, unit = canvas.width, canvas.unit
    x, y = width * canvas.choice("mouth", (0.5, 0.32, 0.68)), canvas.horizon
    rx, ry = width * 0.26, canvas.horizon * 0.72
    sky = {
        "night": ("#18235f", "#4a5aa8"),
        "sunset": ("#a4568e", "#ffc88a"),
        "dawn": ("#b9b6e4", "#ffe2c4"),
    }.get(canvas.time, ("#8fd0f2", "#f0fafc"))
    outline = f"M{x - rx:.0f} {y + 10 * unit:.0f}Q{x - rx * 1.1:.0f} {y - ry * 0.6:.0f} {x - rx * 0.4:.0f} {y - ry * 0.9:.0f}T{x + rx * 0.5:.0f} {y - ry * 0.86:.0f}Q{x + rx * 1.12:.0f} {y - ry * 0.5:.0f} {x + rx:.0f} {y + 10 * unit:.0f}Z"
    canvas.ellipse(x, y - ry * 0.4, rx * 2, ry * 1.3, canvas.glow((0.0, sky[1], 0.7), (1.0, sky[1], 0.0)))
    canvas.path(outline, canvas.across(y - ry, y, (0.0, sky[0]), (1.0, sky[1])))
    canvas.path(
        f"M{x - rx:.0f} {y + 10 * unit:.0f}Q{x - rx * 0.4:.0f} {y - ry * 0.22:.0f} {x + rx * 0.2:.0f} {y - ry * 0.06:.0f}T{x + rx:.0f} {y + 10 * unit:.0f}Z",
        canvas.hour("#86bd74"),
    )


def _shaft(canvas: Canvas) -> None:
    """Light that falls in from above."""
    width, height = canvas.width, canvas.height
    x = width * canvas.choice("shaft", (0.40, 0.56, 0.28))
    beam = canvas.gradient((0.0, "#fff6cf", 0.60), (1.0, "#fff6cf", 0.04))
    canvas.path(
        f"M{x:.0f} 0h{width * 0.13:.0f}L{x + width * 0.34:.0f} {height * 0.94:.0f}H{x - width * 0.16:.0f}Z",
        beam,
    )
    canvas.ellipse(
        x + width * 0.08,
        height * 0.86,
        width * 0.3,
        height * 0.12,
        canvas.glow((0.0, "#fff6cf", 0.5), (1.0, "#fff6cf", 0.0)),
    )


def _walls(canvas: Canvas, rng: random.Random, deep: str) -> None:
    """What hangs from the roof, and the rock at both sides."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    for layer, (share, mixin) in enumerate(((0.42, 0.22), (0.26, 0.0))):
        tone = canvas.hour(mix(deep, "#8a86a8", mixin) if layer == 0 else darker(deep, 0.34))
        edge, x = f"M0 {-4}V{canvas.horizon * share * 0.6:.0f}", 0.0
        while x < width:
            wide = rng.uniform(34, 92) * unit
            deepness = (
                canvas.horizon
                * share
                * rng.uniform(0.35, 1.0)
                * (0.5 + abs((x + wide / 2) / width - 0.5) * 1.4)
            )
            edge += f"Q{x + wide * 0.4:.0f} {deepness * 0.6:.0f} {x + wide * 0.5:.0f} {deepness:.0f}Q{x + wide * 0.6:.0f} {deepness * 0.6:.0f} {x + wide:.0f} {deepness * 0.3:.0f}"
            x += wide
        canvas.path(f"{edge}V-4Z", tone)
    for side in (0.0, 1.0):
        sign = 1 if side == 0 else -1
        x = width * side
        tone = canvas.hour(darker(deep, 0.42))
        canvas.path(
            f"M{x:.0f} 0h{sign * 130 * unit:.0f}q{-sign * 60 * unit:.0f} {height * 0.3:.0f} {-sign * 20 * unit:.0f} {height * 0.5:.0f}t{sign * 70 * unit:.0f} {height * 0.5:.0f}H{x:.0f}Z",
            tone,
        )
        canvas.line(
            f"M{x + sign * 128 * unit:.0f} 0q{-sign * 60 * unit:.0f} {height * 0.3:.0f} {-sign * 20 * unit:.0f} {height * 0.5:.0f}",
            lighter(tone, 0.2),
            5 * unit,
            0.5,
        )


@piece("crystals")
def _crystals(canvas: Canvas, x: float, base: float, size: float) -> None:
    rng = canvas.stream(f"crystals{round(x)}")
    dye = canvas.choice("crystal", ("#6fe0e8", "#c58cff", "#7fb4ff", "#8cf0b4"))
    canvas.ellipse(
        x, base - size * 0.4, size * 1.5, size * 1.3, canvas.glow((0.0, dye, 0.55), (1.0, dye, 0.0))
    )
    for k in range(5):
        lean, tall, half = (
            (k - 2) * 0.30,
            size * (1.0 - 0.17 * abs(k - 2)) * rng.uniform(0.85, 1.1),
            size * 0.13,
        )
        tx, ty = x + lean * tall, base - tall
        px = x + (k - 2) * half * 1.1
        canvas.path(
            f"M{px - half:.0f} {base:.0f}L{tx - half:.0f} {ty + half * 1.6:.0f}L{tx:.0f} {ty:.0f}L{tx + half:.0f} {ty + half * 1.6:.0f}L{px + half:.0f} {base:.0f}Z",
            mix(dye, "#ffffff", 0.2),
        )
        canvas.path(
            f"M{tx:.0f} {ty:.0f}L{tx + half:.0f} {ty + half * 1.6:.0f}L{px + half:.0f} {base:.0f}H{px + half * 0.2:.0f}Z",
            mix(dye, "#3a3a86", 0.34),
        )
