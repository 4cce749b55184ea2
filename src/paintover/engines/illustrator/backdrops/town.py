"""The street, and the moon."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

WALLS = ("#d98f74", "#e5b587", "#8fa9c4", "#b9a3c6", "#9cbda8", "#ecd0a0", "#d7857c", "#86a7b0")


def street(canvas: Canvas) -> None:
    """A road before shops and a skyline."""
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon + 8, clouds=3)
    view = canvas.choice("view", ("shops", "trees", "crossing"))
    _skyline(canvas)
    _houses(canvas)
    if view == "trees":
        rng = canvas.stream("avenue")
        count = max(3, round(width / unit / 240))
        for k in range(count + 1):
            at = width * (k + rng.uniform(-0.12, 0.12)) / count
            tree(canvas, rng, at, horizon + 14 * unit, rng.uniform(190, 250) * unit, "#6fae58", far=0.3)
    mark = canvas.mark()
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
    canvas.paint(mark, canvas.scenery.ground)
    if view == "crossing":
        _crossing(canvas)
        return
    stripe, y, dash = canvas.hour("#f5f1e2"), height * 0.955, 120 * unit
    for k in range(-1, round(width / (dash * 1.75)) + 1):
        x = k * dash * 1.75 + 30 * unit
        canvas.add(
            f'<path d="M{x:.0f} {y:.0f}h{dash:.0f}l{-16 * unit:.0f} {18 * unit:.0f}h{-dash:.0f}z" fill="{stripe}" opacity=".85"/>'
        )


@piece("crossing")
def _crossing(canvas: Canvas) -> None:
    width, unit = canvas.width, canvas.unit
    middle = width * canvas.choice("zebra", (0.5, 0.28, 0.72))
    for k in range(7):
        y0, y1 = (
            canvas.down(0.26 + 0.70 * (k / 7) ** 1.25),
            canvas.down(0.26 + 0.70 * ((k + 0.55) / 7) ** 1.25),
        )
        half0, half1 = (150 + 26 * k) * unit, (150 + 26 * (k + 0.55)) * unit
        canvas.path(
            f"M{middle - half0:.0f} {y0:.0f}H{middle + half0:.0f}L{middle + half1:.0f} {y1:.0f}H{middle - half1:.0f}Z",
            canvas.hour("#f1ede0"),
            'opacity=".8"',
        )


def pavement(canvas: Canvas) -> None:
    """Broad slabs before a row of houses, with trees and lamps at the far kerb: where shops stand."""
    width, height, horizon, unit = canvas.width, canvas.height, canvas.horizon, canvas.unit
    draw_sky(canvas, floor=horizon + 8, clouds=3)
    _skyline(canvas)
    _houses(canvas)
    rng = canvas.stream("avenue")
    count = max(3, round(width / unit / 300))
    for k in range(count + 1):
        at = width * (k + rng.uniform(-0.16, 0.16)) / count
        tree(canvas, rng, at, horizon + 16 * unit, rng.uniform(170, 230) * unit, "#6fae58", far=0.3)
    mark = canvas.mark()
    slabs = canvas.gradient(
        (0.0, canvas.hour("#cfc8bc")), (0.4, canvas.hour("#ddd6ca")), (1.0, canvas.hour("#c4bbad"))
    )
    canvas.rect(0, horizon, width, height - horizon, slabs)
    joints = "".join(
        f"M{width / 2 + k * 96 * unit:.0f} {horizon:.0f}L{width / 2 + k * 190 * unit:.0f} {height}"
        for k in range(-round(width / unit / 130) - 2, round(width / unit / 130) + 3)
    )
    joints += "".join(f"M0 {canvas.down((k / 7) ** 1.6):.0f}H{width}" for k in range(1, 7))
    canvas.line(joints, canvas.hour("#a59d92"), 2 * unit, 0.5)
    for _ in range(16):
        x, y = rng.uniform(0, width), canvas.down(rng.uniform(0.1, 1))
        canvas.ellipse(x, y, 30 * unit, 7 * unit, canvas.hour("#b4ab9e"), 0.35)
    canvas.rect(0, horizon, width, 12 * unit, canvas.hour("#8c857b"), 'opacity=".35"')
    canvas.paint(mark, canvas.scenery.ground)


@piece("skyline")
def _skyline(canvas: Canvas) -> None:
    rng, unit, x = canvas.stream("skyline"), canvas.unit, -20.0
    tone = canvas.hour(mix("#9fb6cc", "#dbe8f0", 0.35), far=1)
    while x < canvas.width:
        wide, high = rng.uniform(40, 96) * unit, canvas.horizon * rng.uniform(0.28, 0.66)
        canvas.rect(x, canvas.horizon - high, wide, high, mix(tone, "#ffffff", rng.uniform(0, 0.12)))
        x += wide + rng.uniform(0, 18) * unit


@piece("houses", dyed=False)
def _houses(canvas: Canvas) -> None:
    rng, unit, x = canvas.stream("houses"), canvas.unit, -30.0
    lights, lit = canvas.time != "day", canvas.stream("lit panes")  # the same houses at every hour
    while x < canvas.width:
        wide, high = rng.uniform(104, 176) * unit, canvas.horizon * rng.uniform(0.24, 0.46)
        wall = canvas.hour(canvas.paint_of("houses", rng.choice(WALLS)))
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
                    if lights and lit.random() < 0.6
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


def space(canvas: Canvas) -> None:
    """Stars and planets over some world's surface."""
    _worlds(canvas, canvas.choice("view", ("moon", "rings", "mars")))


def moon(canvas: Canvas) -> None:
    """The Earth over the grey ground of the moon."""
    _worlds(canvas, "moon", world=("#6fbf7a", "#3f86d0"))


def _worlds(canvas: Canvas, view: str, world: tuple[str, str] | None = None) -> None:
    width, height, unit = canvas.width, canvas.height, canvas.unit
    mark = canvas.mark()
    canvas.rect(0, 0, width, height, canvas.gradient((0.0, "#070a24"), (0.5, "#1a1748"), (1.0, "#3a2468")))
    canvas.paint(mark, canvas.scenery.sky)
    rng = canvas.stream("nebula")
    for _ in range(6):
        tint = rng.choice(("#6a3fb0", "#2f6fc0", "#c0488f", "#3fa0b0"))
        cloud = canvas.glow((0.0, tint, 0.42), (1.0, tint, 0.0))
        canvas.ellipse(
            rng.uniform(0, width),
            rng.uniform(0, height * 0.7),
            rng.uniform(160, 380) * unit,
            rng.uniform(90, 220) * unit,
            cloud,
        )
    for _ in range(canvas.many(130, canvas.scenery.stars)):
        size = rng.choice((0.8, 1.0, 1.3, 1.9, 2.8)) * unit
        canvas.ellipse(
            rng.uniform(0, width),
            rng.uniform(0, height * 0.8),
            size,
            size,
            rng.choice(("#ffffff", "#ffeec9", "#cfe0ff")),
            rng.uniform(0.4, 1),
        )
    if canvas.luminary:
        _planet(canvas, rings=view == "rings", world=world)
    soil = ("#e8b090", "#c47a58", "#7a3f34") if view == "mars" else ("#c9c6d6", "#a5a2b8", "#6d6a88")
    dent, deep, rim = (
        ("#a05a44", "#7d4030", "#f2c8ac") if view == "mars" else ("#7f7c96", "#5c5975", "#e3e0ee")
    )
    mark = canvas.mark()
    ground = canvas.gradient((0.0, soil[0]), (0.3, soil[1]), (1.0, soil[2]))
    top = height * 0.70
    canvas.ridge("moon", top, 22 * unit, ground, waves=0.8)
    for _ in range(14):
        t = rng.random()
        x, y, size = rng.uniform(0, width), top + 30 * unit + (height - top) * t, (20 + 54 * t) * unit
        canvas.ellipse(x, y, size, size * 0.30, dent, 0.75)
        canvas.ellipse(x, y + size * 0.05, size * 0.86, size * 0.23, deep, 0.8)
        canvas.ellipse(x - size * 0.05, y - size * 0.27, size * 0.8, size * 0.05, rim, 0.5)
    canvas.paint(mark, canvas.scenery.ground)


def _planet(canvas: Canvas, *, rings: bool, world: tuple[str, str] | None = None) -> None:
    """A world that hangs over the horizon, lit from the upper left; of its own colours, if they are given."""
    rng, unit = canvas.stream("planet"), canvas.unit
    radius = rng.uniform(64, 118) * unit
    x, y = canvas.width * rng.uniform(0.70, 0.86), canvas.height * rng.uniform(0.14, 0.26)
    land_, sea = world or canvas.choice(
        "world",
        (("#6fbf7a", "#3f86d0"), ("#e8b878", "#b8784a"), ("#c9a0e0", "#7a5ab8"), ("#9fe0d8", "#3f9aa8")),
    )
    if rings:
        canvas.add(
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{radius * 1.85:.0f}" ry="{radius * 0.42:.0f}" fill="none" stroke="{mix(land_, "#ffffff", 0.5)}" stroke-width="{radius * 0.20:.0f}" opacity=".75" transform="rotate(-16 {x:.0f} {y:.0f})"/>'
        )
    name = f"p{len(canvas.defs)}"
    canvas.defs.append(
        f'<clipPath id="{name}"><circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/></clipPath>'
    )
    canvas.ellipse(
        x,
        y,
        radius * 1.5,
        radius * 1.5,
        canvas.glow((0.0, land_, 0.5), (0.66, land_, 0.2), (1.0, land_, 0.0)),
    )
    canvas.add(f'<g clip-path="url(#{name})">')
    canvas.ellipse(x, y, radius, radius, sea)
    for _ in range(6):
        canvas.ellipse(
            x + rng.uniform(-0.9, 0.9) * radius,
            y + rng.uniform(-0.9, 0.9) * radius,
            rng.uniform(0.2, 0.55) * radius,
            rng.uniform(0.12, 0.26) * radius,
            land_,
            0.9,
        )
    canvas.ellipse(
        x - radius * 0.36,
        y - radius * 0.36,
        radius * 1.8,
        radius * 1.8,
        canvas.glow(
            (0.0, "#080a2a", 0.0), (0.5, "#080a2a", 0.08), (0.86, "#080a2a", 0.8), (1.0, "#080a2a", 0.85)
        ),
    )
    canvas.ellipse(x - radius * 0.36, y - radius * 0.4, radius * 0.5, radius * 0.4, "#ffffff", 0.16)
    canvas.add("</g>")
    if rings:
        canvas.add(
            f'<path d="M{x - radius * 1.85:.0f} {y:.0f}A{radius * 1.85:.0f} {radius * 0.42:.0f} 0 0 0 {x + radius * 1.85:.0f} {y:.0f}" fill="none" stroke="{mix(land_, "#ffffff", 0.6)}" stroke-width="{radius * 0.20:.0f}" opacity=".9" transform="rotate(-16 {x:.0f} {y:.0f})"/>'
        )
