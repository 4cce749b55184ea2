"""Street, room, kitchen, stage, and the moon."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

WALLS = ("#d98f74", "#e5b587", "#8fa9c4", "#b9a3c6", "#9cbda8", "#ecd0a0", "#d7857c", "#86a7b0")


def street(canvas: Canvas) -> None:
    """A road before shops and a skyline."""
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon + 8, clouds=3)
    _skyline(canvas)
    _houses(canvas)
    kerb = horizon + (height - horizon) * 0.20
    pavement = canvas.gradient((0.0, canvas.hour("#d9d2c6")), (1.0, canvas.hour("#bdb5a8")))
    canvas.rect(0, horizon, width, kerb - horizon, pavement)
    rng = canvas.stream("slabs")
    for k in range(round(width / unit / 74) + 1):
        x = k * 74 * unit + rng.uniform(-3, 3)
        canvas.add(
            f'<path d="M{x:.0f} {horizon:.0f}L{x + (x - width / 2) * 0.10:.0f} {kerb:.0f}" stroke="{canvas.hour("#a59d92")}" stroke-width="{1.8 * unit:.1f}" opacity=".55"/>'
        )
    canvas.rect(0, kerb, width, 7 * unit, canvas.hour("#efe9df"))
    canvas.rect(0, kerb + 7 * unit, width, 9 * unit, canvas.hour("#8c857b"))
    canvas.rect(0, kerb + 12 * unit, width, height - kerb, canvas.hour("#8c857b"))
    road = canvas.gradient(
        (0.0, canvas.hour("#7d848c")), (0.5, canvas.hour("#6b727a")), (1.0, canvas.hour("#4f555d"))
    )
    canvas.rect(0, kerb + 16 * unit, width, height - kerb, road)
    for _ in range(90):
        y = kerb + 20 * unit + (height - kerb) * rng.random()
        canvas.ellipse(
            rng.uniform(0, width),
            y,
            2.2 * unit,
            1.3 * unit,
            canvas.hour(rng.choice(("#8d949b", "#4a5057"))),
            0.5,
        )
    stripe, y, dash = canvas.hour("#f5f1e2"), height * 0.955, 120 * unit
    for k in range(-1, round(width / (dash * 1.75)) + 1):
        x = k * dash * 1.75 + 30 * unit
        canvas.add(
            f'<path d="M{x:.0f} {y:.0f}h{dash:.0f}l{-16 * unit:.0f} {18 * unit:.0f}h{-dash:.0f}z" fill="{stripe}" opacity=".85"/>'
        )


def _skyline(canvas: Canvas) -> None:
    rng, unit, x = canvas.stream("skyline"), canvas.unit, -20.0
    tone = canvas.hour(mix("#9fb6cc", "#dbe8f0", 0.35), far=1)
    while x < canvas.width:
        wide, high = rng.uniform(40, 96) * unit, canvas.horizon * rng.uniform(0.28, 0.66)
        canvas.rect(x, canvas.horizon - high, wide, high, mix(tone, "#ffffff", rng.uniform(0, 0.12)))
        x += wide + rng.uniform(0, 18) * unit


def _houses(canvas: Canvas) -> None:
    rng, unit, x = canvas.stream("houses"), canvas.unit, -30.0
    lights = canvas.time != "day"
    while x < canvas.width:
        wide, high = rng.uniform(104, 176) * unit, canvas.horizon * rng.uniform(0.24, 0.46)
        wall = canvas.hour(rng.choice(WALLS))
        top = canvas.horizon - high
        canvas.rect(
            x,
            top,
            wide,
            high,
            canvas.gradient((0.0, lighter(wall, 0.16)), (0.7, wall), (1.0, darker(wall, 0.10)), level=True),
        )
        if rng.random() < 0.45:
            canvas.add(
                f'<path d="M{x - 7 * unit:.1f} {top:.1f}L{x + wide / 2:.1f} {top - 46 * unit:.1f}L{x + wide + 7 * unit:.1f} {top:.1f}Z" fill="{canvas.hour(rng.choice(("#a8503f", "#6f5a72", "#57738a")))}"/>'
            )
        else:
            canvas.rect(x - 5 * unit, top - 9 * unit, wide + 10 * unit, 13 * unit, darker(wall, 0.22))
        columns = max(2, round(wide / (46 * unit)))
        cell = wide / columns
        y = top + 22 * unit
        while y < canvas.horizon - 76 * unit:
            for column in range(columns):
                glass = (
                    "#ffe9a6"
                    if lights and rng.random() < 0.6
                    else mix("#bfe0f2", wall, 0.15)
                    if not lights
                    else "#39456f"
                )
                left = x + column * cell + cell * 0.24
                canvas.rect(
                    left - 2 * unit, y - 2 * unit, cell * 0.52 + 4 * unit, 34 * unit, lighter(wall, 0.45)
                )
                canvas.rect(left, y, cell * 0.52, 30 * unit, glass)
                canvas.rect(left, y, cell * 0.26, 30 * unit, "#ffffff", 'opacity=".18"')
            y += 52 * unit
        shade = canvas.hour(rng.choice(("#c8453c", "#2f7f8f", "#d99a2b", "#5a8f57")))
        front = canvas.horizon - 58 * unit
        canvas.rect(
            x + wide * 0.10, front + 10 * unit, wide * 0.80, 48 * unit, "#5b4a44" if not lights else "#ffdf94"
        )
        canvas.rect(
            x + wide * 0.13,
            front + 14 * unit,
            wide * 0.45,
            32 * unit,
            mix("#a9d2e4", "#ffffff", 0.2) if not lights else "#fff0c0",
        )
        strips = 7
        for k in range(strips):
            canvas.rect(
                x + wide * (0.06 + 0.88 * k / strips),
                front,
                wide * 0.88 / strips + 0.5,
                17 * unit,
                shade if k % 2 == 0 else "#f7f1e6",
                'rx="3"',
            )
        x += wide + rng.choice((0, 0, 10)) * unit


def room(canvas: Canvas) -> None:
    """A living room: wall, floor, window, picture."""
    walls = (
        ("#fbead2", "#eecfa9"),
        ("#e6efe2", "#bfd6bc"),
        ("#e4ecf6", "#b9cce4"),
        ("#f8e3e0", "#e8bfb8"),
        ("#f4efe6", "#d9cfbd"),
    )
    floors = (("#dcae78", "#a9743f"), ("#c99a70", "#8a5c3c"), ("#e3c79c", "#bb9160"))
    _interior(canvas, canvas.choice("wall", walls), canvas.choice("floor", floors), tiles=False)


def kitchen(canvas: Canvas) -> None:
    """A tiled kitchen with a worktop."""
    walls = (("#eaf3ee", "#c9dfd6"), ("#f6efdf", "#e6d3ad"), ("#e6eef6", "#bcd0e4"))
    _interior(canvas, canvas.choice("wall", walls), ("#e9dcc6", "#bda585"), tiles=True)


def _interior(canvas: Canvas, wall: tuple[str, str], floor: tuple[str, str], *, tiles: bool) -> None:
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    night = canvas.time == "night"
    tone = (lambda c: mix(c, "#3a2f55", 0.34)) if night else (lambda c: c)
    canvas.rect(0, 0, width, horizon, canvas.gradient((0.0, tone(wall[0])), (1.0, tone(wall[1])), level=True))
    for k in range(round(width / unit / 64) + 1):
        if tiles:
            canvas.rect(k * 64 * unit, 0, 1.6 * unit, horizon, "#ffffff", 'opacity=".5"')
        else:
            canvas.rect(k * 64 * unit, 0, 32 * unit, horizon, "#ffffff", 'opacity=".14"')
    if tiles:
        for k in range(round(horizon / unit / 64) + 1):
            canvas.rect(0, k * 64 * unit, width, 1.6 * unit, "#ffffff", 'opacity=".5"')
    _window(canvas, tone)
    canvas.rect(0, horizon - 120 * unit, width, 120 * unit, mix(tone(wall[1]), "#ffffff", 0.42))
    canvas.rect(0, horizon - 126 * unit, width, 9 * unit, mix(tone(wall[1]), "#ffffff", 0.7))
    for k in range(round(width / unit / 128) + 1):
        canvas.add(
            f'<rect x="{k * 128 * unit + 14 * unit:.1f}" y="{horizon - 102 * unit:.1f}" width="{100 * unit:.1f}" height="{76 * unit:.1f}" rx="{4 * unit:.1f}" fill="none" stroke="{tone(wall[1])}" stroke-width="{3 * unit:.1f}" opacity=".7"/>'
        )
    canvas.rect(0, horizon - 17 * unit, width, 17 * unit, mix(tone(wall[1]), "#ffffff", 0.75))
    canvas.rect(
        0, horizon, width, height - horizon, canvas.gradient((0.0, tone(floor[0])), (1.0, tone(floor[1])))
    )
    line = darker(tone(floor[1]), 0.16)
    middle, rows = width / 2, 7
    for k in range(-16, 17):
        x = middle + k * 92 * unit
        canvas.add(
            f'<path d="M{x:.1f} {horizon:.1f}L{middle + (x - middle) * 1.9:.1f} {height}" stroke="{line}" stroke-width="{1.8 * unit:.1f}" opacity=".34"/>'
        )
    for k in range(1, rows):
        y = horizon + (height - horizon) * (k / rows) ** 1.7
        canvas.add(
            f'<path d="M0 {y:.1f}H{width}" stroke="{line}" stroke-width="{(0.8 + 1.4 * k / rows) * unit:.1f}" opacity=".28"/>'
        )
    canvas.rect(0, horizon, width, 16 * unit, canvas.gradient((0.0, "#3a2412", 0.30), (1.0, "#3a2412", 0.0)))
    if not night:
        sun = canvas.gradient((0.0, "#fff6cf", 0.42), (1.0, "#fff6cf", 0.10))
        y = horizon + (height - horizon) * 0.16
        canvas.add(
            f'<path d="M{width * 0.22:.0f} {y:.0f}h{width * 0.26:.0f}L{width * 0.66:.0f} {height * 0.97:.0f}h{-width * 0.36:.0f}Z" fill="{sun}"/>'
        )
    glow = canvas.glow((0.0, "#fff3cf", 0.42), (1.0, "#fff3cf", 0.0))
    canvas.ellipse(width * 0.3, height * 0.25, width * 0.6, height * 0.5, glow)


def _window(canvas: Canvas, tone: object) -> None:
    width, horizon, unit = canvas.width, canvas.horizon, canvas.unit
    wide, high = min(width * 0.30, horizon * 0.62), horizon * 0.50
    x, y = canvas.choice("window", (width * 0.07, width * 0.12, width * 0.93 - wide)), horizon * 0.11
    sky = {"night": ("#101a4c", "#3d4a8e"), "sunset": ("#a4568e", "#ffcf90")}.get(
        canvas.time, ("#7cc5f2", "#dff3fb")
    )
    canvas.rect(
        x - 13 * unit, y - 13 * unit, wide + 26 * unit, high + 26 * unit, "#fffaf0", f'rx="{6 * unit:.0f}"'
    )
    canvas.rect(x, y, wide, high, canvas.gradient((0.0, sky[0]), (1.0, sky[1])))
    hill = canvas.hour("#8cc56a")
    canvas.add(
        f'<path d="M{x:.1f} {y + high * 0.8:.1f}Q{x + wide * 0.3:.1f} {y + high * 0.58:.1f} {x + wide * 0.6:.1f} {y + high * 0.76:.1f}T{x + wide:.1f} {y + high * 0.70:.1f}V{y + high:.1f}H{x:.1f}Z" fill="{hill}"/>'
    )
    canvas.add(
        f'<path d="M{x + wide / 2:.1f} {y:.1f}v{high:.1f}M{x:.1f} {y + high * 0.45:.1f}h{wide:.1f}" stroke="#fffaf0" stroke-width="{8 * unit:.1f}"/>'
    )
    canvas.add(
        f'<path d="M{x + wide * 0.06:.1f} {y + high * 0.4:.1f}L{x + wide * 0.3:.1f} {y + high * 0.05:.1f}h{wide * 0.1:.1f}L{x + wide * 0.12:.1f} {y + high * 0.4:.1f}Z" fill="#fff" opacity=".28"/>'
    )
    canvas.rect(
        x - 22 * unit, y + high + 11 * unit, wide + 44 * unit, 13 * unit, "#f1dec2", f'rx="{4 * unit:.0f}"'
    )
    for side in (0, 1):
        edge = x - 16 * unit if side == 0 else x + wide + 16 * unit
        sign = 1 if side == 0 else -1
        dye = canvas.choice("curtain", ("#e79a86", "#7fa9c9", "#8fb58a", "#d9a94f", "#a98fc4"))
        cloth = canvas.gradient(
            (0.0, dye),
            (0.3, lighter(dye, 0.3)),
            (0.6, darker(dye, 0.08)),
            (1.0, lighter(dye, 0.2)),
            level=True,
        )
        canvas.add(
            f'<path d="M{edge - sign * 18 * unit:.1f} {y - 22 * unit:.1f}h{sign * 76 * unit:.1f}Q{edge + sign * 44 * unit:.1f} {y + high * 0.5:.1f} {edge + sign * 14 * unit:.1f} {y + high * 0.62:.1f}Q{edge + sign * 18 * unit:.1f} {y + high * 0.9:.1f} {edge + sign * 26 * unit:.1f} {y + high + 34 * unit:.1f}h{-sign * 46 * unit:.1f}Z" fill="{cloth}"/>'
        )
    canvas.rect(x - 44 * unit, y - 28 * unit, wide + 88 * unit, 9 * unit, "#b5814c", f'rx="{4 * unit:.0f}"')


def space(canvas: Canvas) -> None:
    """Stars and planets over a moon's surface."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    canvas.rect(0, 0, width, height, canvas.gradient((0.0, "#070a24"), (0.5, "#1a1748"), (1.0, "#3a2468")))
    rng = canvas.stream("nebula")
    for _ in range(9):
        tint = rng.choice(("#6a3fb0", "#2f6fc0", "#c0488f", "#3fa0b0"))
        cloud = canvas.glow((0.0, tint, 0.42), (1.0, tint, 0.0))
        canvas.ellipse(
            rng.uniform(0, width),
            rng.uniform(0, height * 0.7),
            rng.uniform(160, 380) * unit,
            rng.uniform(90, 220) * unit,
            cloud,
        )
    for _ in range(190):
        size = rng.choice((0.8, 1.0, 1.3, 1.9, 2.8)) * unit
        canvas.ellipse(
            rng.uniform(0, width),
            rng.uniform(0, height * 0.8),
            size,
            size,
            rng.choice(("#ffffff", "#ffeec9", "#cfe0ff")),
            rng.uniform(0.4, 1),
        )
    ground = canvas.gradient((0.0, "#c9c6d6"), (0.3, "#a5a2b8"), (1.0, "#6d6a88"))
    top = height * 0.70
    canvas.ridge("moon", top, 22 * unit, ground, waves=0.8)
    for _ in range(14):
        t = rng.random()
        x, y, size = rng.uniform(0, width), top + 30 * unit + (height - top) * t, (20 + 54 * t) * unit
        canvas.ellipse(x, y, size, size * 0.30, "#7f7c96", 0.75)
        canvas.ellipse(x, y + size * 0.05, size * 0.86, size * 0.23, "#5c5975", 0.8)
        canvas.ellipse(x - size * 0.05, y - size * 0.27, size * 0.8, size * 0.05, "#e3e0ee", 0.5)
