"""Shore, open sea, and under water."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.sky import draw_sky, light_side
from paintover.engines.illustrator.colour import darker, lighter, mix


def sheet_of_water(canvas: Canvas, top: float, bottom: float) -> None:
    """Water with sparkles from side to side between two heights."""
    with canvas.painted(canvas.scenery.water):
        fill = canvas.gradient(
            (0.0, canvas.hour("#8fd0e6", far=1)),
            (0.12, canvas.hour("#3a9fd0")),
            (0.6, canvas.hour("#2f93c6")),
            (1.0, canvas.hour("#5cc7cf")),
        )
        canvas.rect(0, top, canvas.width, bottom - top, fill)
        sparkle = "#ffe0ae" if canvas.time == "sunset" else "#ffffff"
        rng, unit = canvas.stream("sparkles"), canvas.unit
        for _ in range(round(70 * canvas.width / unit / 1024)):
            t = rng.random()
            y = top + (bottom - top) * (0.02 + 0.95 * t)
            x, wide = rng.uniform(-20, canvas.width), (10 + 46 * t) * unit * rng.uniform(0.7, 1.3)
            canvas.add(
                f'<path d="M{x:.1f} {y:.1f}q{wide * 0.25:.1f} {-wide * 0.10:.1f} {wide * 0.5:.1f} 0t{wide * 0.5:.1f} 0" stroke="{sparkle}" stroke-width="{(1 + 2 * t) * unit:.1f}" stroke-linecap="round" fill="none" opacity="{0.18 + 0.35 * t:.2f}"/>'
            )
        if canvas.time in ("sunset", "dawn"):
            _glow_of_the_sun(canvas, top, bottom)
        glitter = canvas.glow((0.0, sparkle, 0.45), (1.0, sparkle, 0.0))
        canvas.ellipse(
            canvas.width * 0.2,
            top + (bottom - top) * 0.2,
            canvas.width * 0.22,
            (bottom - top) * 0.24,
            glitter,
        )


def _glow_of_the_sun(canvas: Canvas, top: float, bottom: float) -> None:
    """The low sun's colours on the water, and its path of light towards us."""
    deep, unit, rng = bottom - top, canvas.unit, canvas.stream("sun path")
    warm = "#ffb37a" if canvas.time == "sunset" else "#ffd9b8"
    canvas.rect(
        0,
        top,
        canvas.width,
        deep,
        canvas.gradient((0.0, warm, 0.62), (0.45, "#c8688a", 0.26), (1.0, "#8a4a8a", 0.0)),
    )
    x = light_side(canvas) + canvas.width * 0.1
    for step in range(26):
        t = step / 25
        wide = (26 + 90 * t) * unit * rng.uniform(0.6, 1.1)
        canvas.ellipse(
            x + rng.uniform(-14, 14) * unit,
            top + deep * t,
            wide,
            (1.6 + 3 * t) * unit,
            "#ffe6b0",
            0.62 - 0.4 * t,
        )


def beach(canvas: Canvas) -> None:
    """Sand, surf and a palm."""
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon * 1.05)
    rise = canvas.choice("islands", (0, 16, 34))
    land.far_mountains(canvas, tall=0.5)
    canvas.ridge("island", horizon - (rise / 4) * unit, rise * unit, canvas.hour("#9cc7b8", far=1), waves=0.7)
    shore = horizon + (height - horizon) * canvas.stream("tide").uniform(0.28, 0.42)
    sheet_of_water(canvas, horizon, shore + 40 * unit)
    mark = canvas.mark()
    canvas.ridge("wash", shore - 16 * unit, 10 * unit, canvas.hour("#a9e3df"), waves=1.0)
    canvas.paint(mark, canvas.scenery.water)
    canvas.ridge("foam", shore - 4 * unit, 10 * unit, canvas.hour("#ffffff"), waves=1.2)
    mark = canvas.mark()
    canvas.ridge("wet", shore + 8 * unit, 9 * unit, canvas.hour("#d9b981"), waves=1.2)
    sand = canvas.gradient(
        (0.0, canvas.hour("#f7e4b4")), (0.5, canvas.hour("#f2d596")), (1.0, canvas.hour("#d9b06a"))
    )
    canvas.ridge("sand", shore + 26 * unit, 9 * unit, sand, waves=1.1)
    rng = canvas.stream("sand")
    for _ in range(150):
        t = rng.random()
        y = shore + 40 * unit + (height - shore - 40 * unit) * t
        size = (0.8 + 1.6 * t) * unit
        canvas.ellipse(
            rng.uniform(0, width),
            y,
            size * 1.5,
            size,
            canvas.hour(rng.choice(("#c79d5c", "#fff4d2", "#b98a4c"))),
            0.55,
        )
    for _ in range(12):
        y, x, wide = (
            shore + (height - shore) * rng.uniform(0.25, 0.95),
            rng.uniform(0, width),
            rng.uniform(60, 150) * unit,
        )
        canvas.add(
            f'<path d="M{x:.0f} {y:.0f}q{wide / 2:.0f} {-8 * unit:.1f} {wide:.0f} 0" stroke="{canvas.hour("#cfa663")}" stroke-width="{2.5 * unit:.1f}" stroke-linecap="round" fill="none" opacity=".45"/>'
        )
    canvas.paint(mark, canvas.scenery.ground)
    if canvas.choice("palms", (True, True, False)):
        _palm(canvas)


@piece("palm", greens=True)
def _palm(canvas: Canvas) -> None:
    """Fronds that reach in from the right edge: they frame the picture."""
    unit, rng = canvas.unit, canvas.stream("palm")
    x, y = canvas.width + 24 * unit, canvas.horizon * 0.20
    left = rng.random() < 0.4
    at = len(canvas.parts)
    for k in range(8):
        drop = (-0.55 + 0.27 * k) * 190 * unit
        reach = (250 - 12 * abs(k - 3)) * unit * rng.uniform(0.85, 1.05)
        tone = canvas.hour(mix("#2f8f4e", "#6fbf58", rng.random()))
        tip_x, tip_y = x - reach, y + drop
        canvas.add(
            f'<path d="M{x:.1f} {y:.1f}Q{x - reach * 0.55:.1f} {y + drop * 0.25 - 62 * unit:.1f} {tip_x:.1f} {tip_y:.1f}Q{x - reach * 0.5:.1f} {y + drop * 0.45 + 8 * unit:.1f} {x:.1f} {y + 20 * unit:.1f}Z" fill="{tone}"/>'
            f'<path d="M{x:.1f} {y + 6 * unit:.1f}Q{x - reach * 0.52:.1f} {y + drop * 0.33 - 34 * unit:.1f} {tip_x:.1f} {tip_y:.1f}" stroke="{darker(tone, 0.22)}" stroke-width="{2.5 * unit:.1f}" fill="none"/>'
        )
    if left:
        fronds = "".join(canvas.parts[at:])
        canvas.parts[at:] = [f'<g transform="translate({canvas.width} 0) scale(-1 1)">{fronds}</g>']


def lake(canvas: Canvas) -> None:
    """Still water between hills and reeds."""
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#93c7c0", "#86bd86"))
    land.pines(canvas, "#4f9468", snow=False)
    shore = horizon + (height - horizon) * 0.42
    sheet_of_water(canvas, horizon + 4 * unit, shore + 40 * unit)
    green = canvas.hour("#4f8f6a")
    canvas.rect(0, horizon, width, 26 * unit, canvas.gradient((0.0, green, 0.55), (1.0, green, 0.0)))
    canvas.ridge("bank", shore + 2 * unit, 12 * unit, canvas.hour("#b99b66"), waves=1.2)
    grass = canvas.gradient(
        (0.0, canvas.hour("#a5d862")), (0.5, canvas.hour("#74b846")), (1.0, canvas.hour("#4c9a38"))
    )
    mark = canvas.mark()
    canvas.ridge("grass", shore + 12 * unit, 12 * unit, grass, waves=1.2)
    canvas.paint((mark[0], mark[1] - 1), canvas.scenery.ground)
    if canvas.season == "winter":
        land.drifts(canvas, start=0.48)
    _reeds(canvas, shore)
    land.growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.25, top=shore + 30 * unit)
    land.foreground(canvas, "#2f7a32", "#3f9440")


@piece("reeds")
def _reeds(canvas: Canvas, shore: float) -> None:
    rng, unit = canvas.stream("reeds"), canvas.unit
    for _ in range(26):
        x = rng.choice((rng.uniform(0, 0.16), rng.uniform(0.84, 1.0))) * canvas.width
        y, long = shore + rng.uniform(6, 40) * unit, rng.uniform(60, 120) * unit
        lean, green = rng.uniform(-12, 12) * unit, canvas.hour("#5f9a48")
        canvas.add(
            f'<path d="M{x:.1f} {y:.1f}q{lean * 0.2:.1f} {-long * 0.6:.1f} {lean:.1f} {-long:.1f}" stroke="{green}" stroke-width="{3.4 * unit:.1f}" stroke-linecap="round" fill="none"/>'
        )
        if rng.random() < 0.4:
            head = canvas.hour("#7a4e2d")
            canvas.rect(
                x + lean - 4 * unit, y - long - 12 * unit, 8 * unit, 28 * unit, head, f'rx="{4 * unit:.1f}"'
            )


def sea(canvas: Canvas) -> None:
    """The open sea."""
    open_sea(canvas, canvas.height)


_SWELL = {-3: 0.1, -2: 0.3, -1: 0.6, 0: 1.0, 1: 2.6, 2: 3.8, 3: 5.0}
"""How many times as high as usual the waves are, by the steps that were asked for."""


def open_sea(canvas: Canvas, floor: float) -> None:
    """Sky, and waves from the horizon down to `floor` pixels from the top; what covers the rest comes after it."""
    horizon, unit = canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon * 1.05, day=("#3fa4ea", "#86cdf6", "#d5f0fb", "#f3fbfb"), clouds=5)
    land.far_mountains(canvas, tall=0.5)
    canvas.ridge("island", horizon - 6 * unit, 14 * unit, canvas.hour("#9cbfc8", far=1), waves=0.8)
    sheet_of_water(canvas, horizon, floor)
    mark, high = canvas.mark(), _SWELL[canvas.scenery.waves]
    for wave in range(6):
        t = wave / 5
        y = horizon + (floor - horizon) * (0.12 + 0.80 * t**1.15)
        tone = canvas.hour(mix("#48acd6", "#1f76ad", t))
        swing, swings = high * (5 + 9 * t) * unit, 3.4 - 1.2 * t
        if canvas.scenery.waves > 0:  # the crests foam
            canvas.ridge(f"wave{wave}", y - (3 + 5 * t) * unit, swing, lighter(tone, 0.55), waves=swings)
        canvas.ridge(
            f"wave{wave}",
            y,
            swing,
            canvas.gradient((0.0, lighter(tone, 0.30)), (0.08, tone), (1.0, darker(tone, 0.12))),
            waves=swings,
        )
    canvas.paint(mark, canvas.scenery.water)


def underwater(canvas: Canvas) -> None:
    """The bottom of a sea, light falling in from above."""
    width, height, unit, mark = canvas.width, canvas.height, canvas.unit, canvas.mark()
    fill = canvas.gradient(
        (0.0, canvas.hour("#7fdcea")),
        (0.35, canvas.hour("#2fa6d3")),
        (0.8, canvas.hour("#17699f")),
        (1.0, canvas.hour("#124f80")),
    )
    canvas.rect(0, 0, width, height, fill)
    for ray in range(6):
        x = width * (0.04 + 0.17 * ray)
        shaft = canvas.gradient((0.0, "#ffffff", 0.34), (1.0, "#ffffff", 0.0))
        canvas.add(
            f'<path d="M{x:.0f} 0h{60 * unit:.0f}L{x + 190 * unit:.0f} {height * 0.85:.0f}h{-150 * unit:.0f}Z" fill="{shaft}"/>'
        )
    for layer, (lift, colour) in enumerate(((0.70, "#2b86b0"), (0.78, "#3f9ab0"))):
        canvas.ridge(f"reef{layer}", height * lift, 34 * unit, canvas.hour(colour, far=0.5), waves=1.6)
    canvas.paint(mark, canvas.scenery.water)
    rng = canvas.stream("weed")
    for _ in range(16):
        x, y = (
            rng.choice((rng.uniform(0, 0.24), rng.uniform(0.76, 1))) * width,
            height * rng.uniform(0.84, 0.92),
        )
        long, tone = (
            rng.uniform(80, 210) * unit,
            canvas.hour(rng.choice(("#2f9a6a", "#4cb86a", "#d8698f", "#e8935a"))),
        )
        sway = rng.uniform(-26, 26) * unit
        canvas.add(
            f'<path d="M{x - 8 * unit:.1f} {y:.1f}C{x + sway:.1f} {y - long * 0.4:.1f} {x - sway:.1f} {y - long * 0.7:.1f} {x + sway * 0.5:.1f} {y - long:.1f}C{x - sway + 14 * unit:.1f} {y - long * 0.6:.1f} {x + sway + 16 * unit:.1f} {y - long * 0.4:.1f} {x + 9 * unit:.1f} {y:.1f}Z" fill="{tone}" opacity=".92"/>'
        )
    view = canvas.choice("view", ("reef", "kelp", "ruins"))
    if view == "ruins":
        _ruins(canvas)
    elif view == "kelp":
        _kelp(canvas)
    mark = canvas.mark()
    sand = canvas.gradient((0.0, canvas.hour("#f0dfae")), (1.0, canvas.hour("#b99d62")))
    canvas.ridge("bed", height * 0.87, 14 * unit, sand, waves=1.3)
    canvas.paint(mark, canvas.scenery.ground)
    if view == "reef":
        _corals(canvas)
    for _ in range(34):
        x, y, size = rng.uniform(0, width), rng.uniform(0.05, 0.9) * height, rng.uniform(3, 11) * unit
        canvas.add(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="#ffffff" fill-opacity=".10" stroke="#eafcff" stroke-width="{1.6 * unit:.1f}" stroke-opacity=".6"/>'
        )
        canvas.ellipse(x - size * 0.3, y - size * 0.35, size * 0.24, size * 0.2, "#ffffff", 0.8)


@piece("ruins")
def _ruins(canvas: Canvas) -> None:
    """Columns of a sunken town, far off in the blue."""
    rng, unit, height = canvas.stream("ruins"), canvas.unit, canvas.height
    tone = canvas.hour("#4a94b4", far=0.4)
    for k in range(6):
        x, tall = canvas.width * (k + rng.uniform(0.2, 0.8)) / 6, height * rng.uniform(0.16, 0.40)
        wide, base = rng.uniform(24, 34) * unit, height * 0.88
        canvas.rect(
            x - wide / 2,
            base - tall,
            wide,
            tall,
            canvas.gradient((0.0, lighter(tone, 0.2)), (1.0, darker(tone, 0.16)), level=True),
        )
        canvas.rect(x - wide * 0.8, base - tall - 12 * unit, wide * 1.6, 16 * unit, lighter(tone, 0.14))
        canvas.rect(x - wide * 0.8, base - 26 * unit, wide * 1.6, 26 * unit, darker(tone, 0.08))
        if k % 2 == 0:
            canvas.rect(
                x - wide * 0.7,
                base - tall - 30 * unit,
                canvas.width / 6 * rng.uniform(0.9, 1.5),
                20 * unit,
                lighter(tone, 0.08),
            )


@piece("seaweed")
def _kelp(canvas: Canvas) -> None:
    """Ribbons that rise out of sight on both sides."""
    rng, unit, height = canvas.stream("kelp"), canvas.unit, canvas.height
    for k in range(12):
        side = rng.uniform(0.0, 0.24) if k % 2 else rng.uniform(0.76, 1.0)
        x, tall = canvas.width * side, height * rng.uniform(0.5, 0.95)
        tone = canvas.hour(rng.choice(("#2f8f5e", "#3fa86a", "#277a58")), far=0.2)
        sway = rng.uniform(18, 44) * unit
        base = height * 0.9
        canvas.line(
            f"M{x:.0f} {base:.0f}C{x + sway:.0f} {base - tall * 0.33:.0f} {x - sway:.0f} {base - tall * 0.66:.0f} {x + sway * 0.4:.0f} {base - tall:.0f}",
            tone,
            7 * unit,
            0.9,
        )
        for step in range(1, 9):
            t = step / 9
            way = 1 if step % 2 else -1
            px, py = x + sway * 0.6 * (1 - 2 * abs(t - 0.5)) * (1 if t < 0.5 else -1), base - tall * t
            canvas.path(
                f"M{px:.0f} {py:.0f}q{way * 30 * unit:.0f} {-34 * unit:.0f} {way * 46 * unit:.0f} {-12 * unit:.0f}q{-way * 16 * unit:.0f} {20 * unit:.0f} {-way * 46 * unit:.0f} {12 * unit:.0f}z",
                lighter(tone, 0.10),
                'opacity=".85"',
            )


@piece("coral")
def _corals(canvas: Canvas) -> None:
    """Fans and cushions of coral in the corners."""
    rng, unit, height = canvas.stream("corals"), canvas.unit, canvas.height
    for k in range(9):
        x = canvas.width * (rng.uniform(0.0, 0.22) if k % 2 else rng.uniform(0.78, 1.0))
        base, size = height * rng.uniform(0.89, 0.97), rng.uniform(44, 92) * unit
        dye = canvas.hour(rng.choice(("#f0788a", "#f7a35c", "#b57ad8", "#f2d06a", "#5ad0c0")))
        if k % 3 == 0:
            canvas.ellipse(x, base, size * 0.8, size * 0.5, dye)
            for _ in range(7):
                canvas.ellipse(
                    x + rng.uniform(-0.6, 0.6) * size,
                    base - rng.uniform(0, 0.36) * size,
                    5 * unit,
                    4 * unit,
                    lighter(dye, 0.5),
                    0.8,
                )
            continue
        for arm in range(5):
            lean = (arm - 2) * 0.36 + rng.uniform(-0.08, 0.08)
            tip_x, tip_y = x + lean * size, base - size * (1.1 - 0.13 * abs(arm - 2))
            canvas.line(
                f"M{x:.0f} {base:.0f}Q{x + lean * size * 0.2:.0f} {base - size * 0.5:.0f} {tip_x:.0f} {tip_y:.0f}M{x + lean * size * 0.5:.0f} {base - size * 0.6:.0f}l{lean * 22 * unit + 10 * unit:.0f} {-20 * unit:.0f}",
                dye,
                size * 0.11,
            )
