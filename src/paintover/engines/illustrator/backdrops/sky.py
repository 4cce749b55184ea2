"""Skies: the hour's colours, sun, moon, stars and clouds."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas
from paintover.engines.illustrator.colour import lighter, mix, paints_of
from paintover.engines.illustrator.scene import Scenery

DAY = ("#4ea5e6", "#96d0f5", "#e4f4fb", "#fdf3dc")
DAYS = (
    DAY,
    ("#2f8fd8", "#6fbdf0", "#bfe4f8", "#eaf6fb"),
    ("#5fb7d8", "#a4dbe2", "#dff2e6", "#fdf0cf"),
    ("#7a9fe6", "#b4c8f4", "#e3e4f9", "#fde9e2"),
    ("#58b4ee", "#a9def8", "#f0f6ea", "#ffe9b8"),
)
"""Clear days differ by seed."""
SUNSET = ("#3d3a7c", "#a4568e", "#f2876a", "#ffd89b")
DAWN = ("#8fb3e0", "#c9c4e4", "#fbd3c0", "#ffeecb")
NIGHT = ("#080e33", "#18235f", "#35438a", "#5f6bb0")


def draw_sky(
    canvas: Canvas,
    *,
    floor: float,
    day: tuple[str, ...] | None = None,
    clouds: int | None = None,
    ridge: float = 0.0,
) -> None:
    """The sky down to `floor` (pixels), with what hangs in it; by seed where `day` or `clouds` are not given.

    `ridge` is how high the mountains before it are, as a share of `floor`: a low sun is half behind them.
    """
    if canvas.inked:
        _ink_sky(canvas, floor)
        return
    clouds = canvas.choice("cloudiness", (1, 3, 4, 5, 7)) if clouds is None else clouds
    colours = _colours(canvas, day)
    fill = canvas.gradient(*zip((0.0, 0.42, 0.8, 1.0), colours, strict=True))
    canvas.rect(0, 0, canvas.width, floor, fill)
    if canvas.time == "night":
        _stars(canvas, floor)
        if canvas.luminary:
            _moon(canvas)
    elif canvas.weather in ("clear", "wind") and canvas.luminary:
        _sun(canvas, floor, ridge or (0.62 if canvas.scenery.peaks else 0.0))
    if canvas.scenery.clouds > Scenery.NONE:
        _clouds(canvas, floor, clouds + {"clear": 0, "wind": 0, "storm": 7}.get(canvas.weather, 4))
    if canvas.weather == "storm":
        _lightning(canvas, floor)


def _colours(canvas: Canvas, day: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The four colours of the sky, from above to the horizon."""
    day = day or canvas.choice("day", DAYS)
    colours = {"night": NIGHT, "sunset": SUNSET, "dawn": DAWN}.get(canvas.time, day)
    if canvas.weather in ("rain", "storm", "snow", "fog", "cloudy"):
        grey = {"rain": "#8b98a6", "storm": "#465066", "cloudy": "#aab6c1"}.get(canvas.weather, "#dde5ec")
        colours = tuple(mix(colour, grey, 0.62 if canvas.time == "day" else 0.3) for colour in colours)
    if told := paints_of(canvas.scenery.sky):
        colours = _told(canvas, told)
    return colours


def reflected(canvas: Canvas) -> tuple[str, str, str]:
    """The sky's colours as still water shows them: far away what is above the horizon, near us what is high up."""
    if canvas.inked:
        return "#fdfdfb", "#e6eaeb", "#cdd4d7"
    high, middle, low, _ = _colours(canvas)
    return mix(low, middle, 0.2), mix(middle, "#5f94b0", 0.10), mix(high, "#2f6f8f", 0.16)


def _ink_sky(canvas: Canvas, floor: float) -> None:
    """The bare paper, or a wash of dusk, night or bad weather; a red sun or a pale moon, and mist along the horizon."""
    canvas.rect(0, 0, canvas.width, canvas.height, "#ffffff")
    washes = {
        "rain": ("#8d99a2", 0.55),
        "storm": ("#5a6672", 0.7),
        "snow": ("#a8b3bb", 0.6),
        "cloudy": ("#b4bdc3", 0.5),
    }
    wash = ("#4d5a70", 0.75) if canvas.time == "night" else washes.get(canvas.weather)
    if wash is not None:
        canvas.rect(0, 0, canvas.width, floor, canvas.gradient((0.0, *wash), (1.0, wash[0], 0.10)))
    if canvas.luminary and (canvas.time == "night" or canvas.weather in ("clear", "wind")):
        x, y, size = light_side(canvas) + 0.06 * canvas.width, floor * 0.3, 50 * canvas.unit * _growth(canvas)
        moon = canvas.time == "night"
        canvas.light = (x, y, size)
        canvas.ellipse(x, y, size, size, "#fffdf2" if moon else "#cf3a2a", 0.96)


def _told(canvas: Canvas, paints: list[str]) -> tuple[str, ...]:
    """The four colours of a sky that was told: one that pales towards the horizon, or several that run into each other."""
    paints = [canvas.told(paint) for paint in paints]
    if len(paints) == 1:
        pale = 0.0 if canvas.time == "night" else 1.0
        top = mix(paints[0], "#2a2050", 0.14)
        return (
            top,
            paints[0],
            lighter(paints[0], 0.16 + 0.18 * pale),
            lighter(paints[0], 0.24 + 0.36 * pale),
        )
    last = len(paints) - 1
    ramp = []
    for step in range(4):
        at, share = divmod(step * last / 3, 1)
        ramp.append(mix(paints[int(at)], paints[min(last, int(at) + 1)], share))
    return tuple(ramp)


def light_side(canvas: Canvas) -> float:
    """Where the light hangs: always in the left third, as figures are lit from there."""
    return canvas.width * canvas.stream("light").uniform(0.07, 0.30)


def _sun(canvas: Canvas, floor: float, ridge: float) -> None:
    low = canvas.time in ("sunset", "dawn")
    x = light_side(canvas) + (canvas.width * 0.1 if low else 0)
    rng = canvas.stream("sun")
    y = floor * (rng.uniform(0.68, 0.86) if low else rng.uniform(0.16, 0.46))
    if low and ridge:
        y = floor * (1 - 0.78 * ridge)
    radius = rng.uniform(46, 76) * canvas.unit * _growth(canvas)
    warm = "#ffd48a" if low else "#fff2bf"
    wide = canvas.glow((0.0, warm, 0.95), (0.18, warm, 0.55), (0.45, warm, 0.20), (1.0, warm, 0.0))
    canvas.ellipse(x, y, radius * 5.6, radius * 5.6, wide, 0.85)
    disc = canvas.glow(
        (0.0, "#fffdf0"),
        (0.7, "#fff0b3" if not low else "#ffe08a"),
        (1.0, "#ffdf80" if not low else "#ffb457"),
    )
    canvas.ellipse(x, y, radius, radius, disc)
    canvas.light = (x, y, radius)


def _moon(canvas: Canvas) -> None:
    x, y, radius = light_side(canvas), canvas.height * 0.14, 52 * canvas.unit * _growth(canvas)
    x, y = max(x, radius * 1.1), max(y, radius * 1.15)
    canvas.light = (x, y, radius)
    halo = canvas.glow((0.0, "#dfe8ff", 0.5), (0.3, "#c9d6ff", 0.2), (1.0, "#c9d6ff", 0.0))
    canvas.ellipse(x, y, radius * 4.5, radius * 4.5, halo)
    canvas.ellipse(x, y, radius, radius, canvas.glow((0.0, "#fffdf2"), (1.0, "#efe6c4")))
    for dx, dy, size in ((-0.3, -0.2, 0.2), (0.25, 0.3, 0.26), (0.35, -0.35, 0.13), (-0.25, 0.42, 0.12)):
        canvas.ellipse(x + dx * radius, y + dy * radius, size * radius, size * radius, "#ded3a8", 0.55)


def _growth(canvas: Canvas) -> float:
    """How many times its usual size the sun or the moon has."""
    return float(1.6**canvas.scenery.light) if canvas.scenery.light else 1.0


def _stars(canvas: Canvas, floor: float) -> None:
    rng = canvas.stream("stars")
    for _ in range(canvas.many(90, canvas.scenery.stars)):
        x, y = rng.uniform(0, canvas.width), floor * rng.random() ** 1.3 * 0.92
        size = rng.choice((0.9, 1.2, 1.2, 1.7, 2.4)) * canvas.unit
        canvas.ellipse(x, y, size, size, "#fffbe8", rng.uniform(0.35, 1.0))


def _clouds(canvas: Canvas, floor: float, count: int) -> None:
    rng = canvas.stream("clouds")
    tones = {
        "night": ("#3c4a8c", "#27336e"),
        "sunset": ("#ffd2b0", "#c0749a"),
        "dawn": ("#fff1e6", "#e6b9c4"),
    }.get(canvas.time, ("#ffffff", "#cfe3f3"))
    if canvas.weather == "rain":
        tones = ("#c5ced6", "#8d9aa8") if canvas.time != "night" else ("#3a4570", "#252e57")
    elif canvas.weather == "cloudy" and canvas.time == "day":
        tones = ("#e2e7ec", "#a9b5c0")
    elif canvas.weather == "storm":
        tones = ("#626c84", "#363f57") if canvas.time != "night" else ("#323b62", "#1d2548")
    if told := paints_of(canvas.scenery.sky)[:1]:
        tones = (mix(tones[0], canvas.told(told[0]), 0.10), mix(tones[1], canvas.told(told[0]), 0.42))
    steps = canvas.scenery.clouds
    count = max(1, canvas.many(max(count, 2), steps) + 2 * steps) if steps else count
    kind = canvas.choice("clouds", ("puffs", "bank", "puffs", "wisps"))
    if canvas.weather in ("clear", "wind"):
        if kind == "wisps":
            _wisps(canvas, floor, tones[0])
            count = max(1, count // 2)
        elif kind == "bank":
            _bank(canvas, floor, tones)
    taken: list[tuple[float, float, float]] = []
    for place in range(count):
        left = 0.27 if steps <= 0 else 0.06
        x = canvas.width * ((place + rng.uniform(0.2, 0.8)) / count * (1.05 - left) + left)
        y = floor * rng.uniform(0.08, 0.60)
        size = canvas.unit * rng.uniform(0.5, 1.3) * (1.25 - 0.6 * y / floor)
        twist = rng.random()
        opacity = rng.uniform(0.86, 0.98)
        if (
            canvas.weather in ("clear", "wind")
            and steps <= 0
            and any(
                abs(x - ox) < 108 * (size + other) and abs(y - oy) < 62 * (size + other)
                for ox, oy, other in taken
            )
        ):
            continue  # two that overlap look like neither
        taken.append((x, y, size))
        fill = canvas.across(
            y - 80 * size,
            y + 34 * size,
            (0.0, tones[0]),
            (0.6, mix(tones[0], tones[1], 0.3)),
            (0.86, tones[1], 0.96),
            (1.0, tones[1], 0.35),
        )
        _cloud(canvas, x, y, size, fill, opacity, twist)


def _wisps(canvas: Canvas, floor: float, colour: str) -> None:
    """High thin streaks."""
    rng, unit = canvas.stream("wisps"), canvas.unit
    for _ in range(9):
        x, y, long = (
            rng.uniform(-0.1, 0.9) * canvas.width,
            floor * rng.uniform(0.04, 0.5),
            rng.uniform(160, 380) * unit,
        )
        thick = rng.uniform(4, 11) * unit
        canvas.path(
            f"M{x:.0f} {y:.0f}c{long * 0.3:.0f} {-thick * 1.6:.1f} {long * 0.7:.0f} {-thick * 1.8:.1f} {long:.0f} {-thick * 0.6:.1f}c{-long * 0.3:.0f} {thick * 0.4:.1f} {-long * 0.6:.0f} {thick * 1.7:.1f} {-long:.0f} {thick * 0.6:.1f}z",
            colour,
            'opacity=".42"',
        )


def _bank(canvas: Canvas, floor: float, tones: tuple[str, str]) -> None:
    """A bank of clouds far away, on the horizon."""
    rng, unit = canvas.stream("bank"), canvas.unit
    y, x = floor * 0.86, -60 * unit
    fill = canvas.across(y - 90 * unit, y + 10 * unit, (0.0, tones[0]), (1.0, mix(tones[0], tones[1], 0.6)))
    outline = ""
    while x < canvas.width + 80 * unit:
        r = rng.uniform(30, 74) * unit * (1.0 if rng.random() < 0.6 else 0.5)
        outline += _disc(x, y - r * 0.3, r)
        x += r * rng.uniform(0.9, 1.5)
    canvas.path(f"{outline}M0 {y - 14 * unit:.1f}H{canvas.width}V{floor:.1f}H0z", fill, 'opacity=".62"')


def _disc(x: float, y: float, r: float) -> str:
    return f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 1 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 1 {-2 * r:.1f} 0z"


def _lightning(canvas: Canvas, floor: float) -> None:
    """Two flashes, the nearer one forked, in the light that they shed on the clouds."""
    rng, unit = canvas.stream("lightning"), canvas.unit
    for x, y, size in (
        (canvas.width * rng.uniform(0.55, 0.85), floor * 0.30, 1.0),
        (canvas.width * rng.uniform(0.14, 0.34), floor * 0.26, 0.62),
    ):
        lit = canvas.glow((0.0, "#eef3ff", 0.55), (0.4, "#cfdcff", 0.22), (1.0, "#cfdcff", 0.0))
        canvas.ellipse(x, y, 190 * size * unit, 120 * size * unit, lit)
        outline, fork = f"M{x:.0f} {y:.0f}", ""
        for step in range(5):
            x += (-26 if step % 2 == 0 else 15) * size * unit * rng.uniform(0.7, 1.3)
            y += floor * 0.105 * (size if size < 1 else 1.12)
            outline += f"L{x:.0f} {y:.0f}"
            if step == 1:
                fork = f"M{x:.0f} {y:.0f}l{44 * size * unit:.0f} {52 * size * unit:.0f}l{-8 * size * unit:.0f} {14 * size * unit:.0f}l{34 * size * unit:.0f} {58 * size * unit:.0f}"
        canvas.line(outline + fork, "#cfe0ff", 24 * size * unit, 0.34)
        canvas.line(fork, "#fff8cf", 5 * size * unit)
        canvas.line(outline, "#fffbe0", 10 * size * unit)


def _cloud(canvas: Canvas, x: float, y: float, size: float, fill: str, opacity: float, twist: float) -> None:
    puffs = (
        ((-72, 4, 30), (-36, -12, 44), (8, -26, 54), (54, -14, 42), (86, 6, 28)),
        ((-64, 2, 32), (-22, -22, 48), (28, -8, 38), (66, 4, 30)),
        ((-84, 8, 24), (-50, -4, 36), (-8, -16, 46), (36, -30, 52), (78, -8, 40), (108, 10, 22)),
        ((-40, 0, 34), (4, -18, 44), (46, 0, 34)),
    )[int(twist * 4)]
    lift = 1.0 + 0.3 * twist
    left, right = puffs[0][0] - puffs[0][2], puffs[-1][0] + puffs[-1][2]
    outline = "".join(_disc(x + px * size, y + py * size * lift, r * size) for px, py, r in puffs)
    foot = f"M{x + (left + 17) * size:.1f} {y:.1f}h{(right - left - 34) * size:.1f}a{17 * size:.1f} {17 * size:.1f} 0 0 1 0 {34 * size:.1f}h{-(right - left - 34) * size:.1f}a{17 * size:.1f} {17 * size:.1f} 0 0 1 0 {-34 * size:.1f}z"
    canvas.add(f'<path d="{outline}{foot}" fill="{fill}" opacity="{opacity:.2f}"/>')
