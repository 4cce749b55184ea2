"""Inside of what carries people: a train, an underground, a bus, a plane; a row of windows with what passes by, and seats below."""

from __future__ import annotations

from typing import Literal

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor
from paintover.engines.illustrator.backdrops.openings import Opening
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery

Whose = Literal["train", "metro", "bus", "plane"]
_WALLS = {
    "train": (("#f4efe4", "#d8ccb4"), ("#eef1f2", "#c9d2d6"), ("#f0e8dc", "#d0bfa4")),
    "metro": (("#eef2f4", "#c6d0d6"), ("#f2f2ee", "#cfcfc6"), ("#e8eef0", "#bccad0")),
    "bus": (("#f2f4f0", "#cdd4c8"), ("#eef2f6", "#c8d2dc"), ("#f6f0e4", "#dacbac")),
    "plane": (("#f8f8f6", "#dcdedf"), ("#f4f6f8", "#d2d9df"), ("#f8f4ee", "#e0d8cb")),
}
_SEATS = {
    "train": ("#3f6f9a", "#8f3f4a", "#4f7a5a"),
    "metro": ("#3f8fb5", "#e0803c", "#5a9a6a"),
    "bus": ("#3f5f9a", "#b5483f", "#4f8a7a"),
    "plane": ("#44567a", "#5f6a78", "#7a4a4a"),
}
_SKIES = {
    "night": ("#101a4c", "#3d4a8e"),
    "sunset": ("#a4568e", "#ffcf90"),
    "dawn": ("#b9b6e4", "#ffe2c4"),
}


def carriage(whose: Whose, canvas: Canvas) -> None:
    """The side of such a vehicle from within."""
    width, top = canvas.width, canvas.horizon
    light, dark = (canvas.lamp(one) for one in canvas.choice("wall", _WALLS[whose]))
    with canvas.painted(canvas.scenery.wall, lit=False):
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, lighter(light, 0.2)), (1.0, dark)))
    _ceiling(canvas, light, dark)
    y, high = (top * 0.30, top * 0.40) if whose != "plane" else (top * 0.38, top * 0.30)
    _windows(canvas, whose, y, high)
    if whose == "plane":
        _bins(canvas, light, dark)
    elif whose == "train":
        _rack(canvas, top * 0.22)
    else:
        _adverts(canvas, top * 0.13, top * 0.11)
    floors = (("#b9c0c6", "#878f96"), ("#c2b8a6", "#8f8470"), ("#a6aeb8", "#767f8a"))
    floor(canvas, top, canvas.choice("floor", floors), kind="plain")
    _row(canvas, whose, y + high)
    if whose in ("metro", "bus"):
        _straps(canvas, top * 0.09)
    if whose != "plane":
        _poles(canvas)


def _ceiling(canvas: Canvas, light: str, dark: str) -> None:
    """The curve of the ceiling, with a strip of lamps."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    canvas.rect(0, 0, width, top * 0.10, canvas.gradient((0.0, mix(dark, "#ffffff", 0.25)), (1.0, light)))
    glow = canvas.gradient((0.0, "#fffdf0", 0.8), (1.0, "#fffdf0", 0.0))
    canvas.rect(0, top * 0.05, width, top * 0.10, glow)
    count = max(3, round(width / unit / 300))
    for k in range(count):
        canvas.rect(width * (k + 0.12) / count, top * 0.025, width * 0.76 / count, 15 * unit, "#fffef4", f'rx="{7 * unit:.0f}"')  # fmt: skip


@piece("window", dyed=False)
def _windows(canvas: Canvas, whose: Whose, y: float, high: float) -> None:
    """The row of windows."""
    if canvas.scenery.panes == Scenery.NONE:
        return
    width, unit = canvas.width, canvas.unit
    step = {"train": 380, "metro": 330, "bus": 350, "plane": 190}[whose] * unit
    count = max(2, round(width / step))
    view = {
        "plane": ("clouds", "clouds", "wing"),
        "metro": ("tunnel", "city", "tunnel"),
        "bus": ("city", "trees", "city"),
        "train": ("hills", "sea", "trees"),
    }[whose]
    seen = canvas.choice("outside", view)
    canvas.on_the_wall.taken.append((0, y - 30 * unit, width, y + high + 30 * unit))
    frame = canvas.lamp(canvas.paint_of("window", "#fbfaf6" if whose == "plane" else "#6a757d"))
    for k in range(count):
        wide = width / count * (0.56 if whose == "plane" else 0.84)
        x = width * (k + 0.5) / count - wide / 2
        radius = wide * 0.46 if whose == "plane" else 26 * unit
        rim = 15 * unit
        canvas.rect(x - rim, y - rim, wide + 2 * rim, high + 2 * rim, frame, f'rx="{radius + rim:.0f}"')
        if whose == "plane":
            canvas.add(f'<rect x="{x - rim:.1f}" y="{y - rim:.1f}" width="{wide + 2 * rim:.1f}" height="{high + 2 * rim:.1f}" rx="{radius + rim:.1f}" fill="none" stroke="{darker(frame, 0.16)}" stroke-width="{4 * unit:.1f}"/>')  # fmt: skip
        name = f"v{len(canvas.defs)}"
        canvas.defs.append(f'<clipPath id="{name}"><rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="{radius:.1f}"/></clipPath>')  # fmt: skip
        canvas.add(f'<g clip-path="url(#{name})">')
        _passing(canvas, seen, y, high)
        canvas.line(f"M{x + wide * 0.10:.0f} {y + high * 0.8:.0f}L{x + wide * 0.36:.0f} {y + high * 0.1:.0f}M{x + wide * 0.26:.0f} {y + high * 0.8:.0f}L{x + wide * 0.44:.0f} {y + high * 0.3:.0f}", "#ffffff", 9 * unit, 0.22)  # fmt: skip
        canvas.add("</g>")
        inset = radius * 0.3
        canvas.on_the_wall.openings.append(
            Opening(
                (x, y, x + wide, y + high),
                (((x + inset, y), (x + wide - inset, y), (x + wide, y + inset), (x + wide, y + high - inset), (x + wide - inset, y + high), (x + inset, y + high), (x, y + high - inset), (x, y + inset)),),
            )
        )  # fmt: skip


def _passing(canvas: Canvas, seen: str, y: float, high: float) -> None:
    """What is seen out of all windows together, as if it flew by."""
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("outside")
    sky = _SKIES.get(canvas.time, ("#7cc5f2", "#e2f4fb"))
    if canvas.weather in ("rain", "storm", "cloudy", "fog", "snow"):
        sky = (mix(sky[0], "#8592a0", 0.55), mix(sky[1], "#b4bec8", 0.5))
    if seen == "tunnel":
        canvas.rect(0, y, width, high, canvas.gradient((0.0, "#20242c"), (1.0, "#3a3f4a")))
        for k in range(round(width / unit / 210) + 1):
            canvas.rect((k * 210 + 40) * unit, y + high * 0.30, 110 * unit, 9 * unit, "#ffe9a8", 'opacity=".75" rx="4"')  # fmt: skip
        canvas.line(
            f"M0 {y + high * 0.62:.0f}H{width}M0 {y + high * 0.70:.0f}H{width}", "#59606c", 5 * unit, 0.8
        )
        return
    canvas.rect(0, y, width, high, canvas.gradient((0.0, sky[0]), (1.0, sky[1])))
    for _ in range(round(width / unit / 170)):
        x, at = rng.uniform(0, width), y + high * rng.uniform(0.08, 0.5 if seen != "clouds" else 0.9)
        for dx, dy, size in ((-40, 0, 34), (0, -12, 44), (44, 0, 32)):
            canvas.ellipse(x + dx * unit, at + dy * unit, size * 1.3 * unit, size * 0.62 * unit, canvas.hour("#ffffff"), 0.85)  # fmt: skip
    if seen in ("clouds", "wing"):
        for k in range(round(width / unit / 90) + 1):
            canvas.ellipse(k * 90 * unit, y + high * 1.0, 90 * unit, high * rng.uniform(0.14, 0.26), canvas.hour("#f6fbff"))  # fmt: skip
        if seen == "wing":
            canvas.path(f"M{width * 0.30:.0f} {y + high * 0.92:.0f}L{width * 0.74:.0f} {y + high * 0.46:.0f}L{width * 0.80:.0f} {y + high * 0.30:.0f}L{width * 0.82:.0f} {y + high * 0.50:.0f}L{width * 0.62:.0f} {y + high * 0.96:.0f}Z", canvas.hour("#c6d2da"), f'stroke="{canvas.hour("#8fa0ac")}" stroke-width="{3 * unit:.1f}"')  # fmt: skip
        return
    if seen == "city":
        x = -20 * unit
        while x < width:
            wide, tall = rng.uniform(60, 130) * unit, high * rng.uniform(0.34, 0.82)
            tone = canvas.hour(rng.choice(("#b9c4d0", "#d2b8a0", "#a8b8c8", "#c8c0b0")))
            canvas.rect(x, y + high - tall, wide, tall, tone)
            lit = "#ffe39a" if canvas.time == "night" else lighter(tone, 0.4)
            for row in range(int(tall / (34 * unit))):
                for column in range(int(wide / (28 * unit))):
                    if rng.random() < 0.7:
                        canvas.rect(x + (9 + 28 * column) * unit, y + high - tall + (12 + 34 * row) * unit, 13 * unit, 17 * unit, lit)  # fmt: skip
            x += wide + rng.uniform(0, 16) * unit
        return
    if seen == "sea":
        canvas.rect(0, y + high * 0.56, width, high, canvas.hour("#4f9fc8"))
        streaks = "".join(f"M{rng.uniform(0, width):.0f} {y + high * rng.uniform(0.6, 0.9):.0f}h{rng.uniform(40, 120) * unit:.0f}" for _ in range(16))  # fmt: skip
        canvas.line(streaks, canvas.hour("#d2ecf6"), 4 * unit, 0.7)
        canvas.rect(0, y + high * 0.90, width, high * 0.1, canvas.hour("#e8d4a4"))
        return
    for share, tone in ((0.52, "#a9cfae"), (0.70, "#86bb72"), (0.86, "#6fa858")):
        outline = f"M0 {y + high * share:.0f}"
        for k in range(1, 7):
            outline += f"Q{width * (k - 0.5) / 6:.0f} {y + high * (share + (0.14 if k % 2 else -0.14)):.0f} {width * k / 6:.0f} {y + high * share:.0f}"
        canvas.path(f"{outline}V{y + high:.0f}H0Z", canvas.hour(tone))
    if seen == "trees":
        for _ in range(round(width / unit / 80)):
            x, tall = rng.uniform(0, width), high * rng.uniform(0.26, 0.44)
            canvas.rect(
                x - 4 * unit, y + high * 0.9 - tall * 0.5, 8 * unit, tall * 0.5, canvas.hour("#7d5f48")
            )
            canvas.ellipse(x, y + high * 0.9 - tall * 0.7, tall * 0.32, tall * 0.42, canvas.hour(rng.choice(("#5a9f55", "#4a8a4a", "#74b35e"))))  # fmt: skip


@piece("bins")
def _bins(canvas: Canvas, light: str, dark: str) -> None:
    """The lockers above the windows of a plane."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    y, high, count = top * 0.12, top * 0.18, max(3, round(width / unit / 280))
    canvas.rect(0, y + high, width, 13 * unit, "#1a2430", 'opacity=".12"')
    for k in range(count):
        x, wide = width * k / count, width / count
        canvas.rect(x + 4 * unit, y, wide - 8 * unit, high, canvas.gradient((0.0, lighter(light, 0.5)), (1.0, mix(light, dark, 0.7))), f'rx="{18 * unit:.0f}" stroke="{darker(dark, 0.1)}" stroke-width="{2.4 * unit:.1f}"')  # fmt: skip
        canvas.rect(x + wide / 2 - 26 * unit, y + high - 26 * unit, 52 * unit, 11 * unit, darker(dark, 0.26), f'rx="{5 * unit:.0f}"')  # fmt: skip


@piece("luggage rack")
def _rack(canvas: Canvas, y: float) -> None:
    """A rack with cases and bags."""
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("luggage")
    x = 40 * unit
    while x < width - 150 * unit:
        wide, tall = rng.uniform(90, 140) * unit, rng.uniform(44, 66) * unit
        dye = canvas.lamp(rng.choice(("#b5543f", "#3f6f8f", "#d9a441", "#6f8a5a", "#7a5a86")))
        canvas.line(f"M{x + wide * 0.4:.0f} {y - tall:.0f}v{-9 * unit:.0f}h{wide * 0.2:.0f}v{9 * unit:.0f}", darker(dye, 0.4), 5 * unit)  # fmt: skip
        canvas.rect(x, y - tall, wide, tall, canvas.gradient((0.0, lighter(dye, 0.14)), (1.0, darker(dye, 0.12))), f'rx="{10 * unit:.0f}"')  # fmt: skip
        canvas.line(f"M{x + wide * 0.2:.0f} {y - tall:.0f}v{tall:.0f}M{x + wide * 0.8:.0f} {y - tall:.0f}v{tall:.0f}", darker(dye, 0.25), 5 * unit)  # fmt: skip
        x += wide + rng.uniform(60, 240) * unit
    steel = canvas.lamp("#aab4bb")
    canvas.rect(0, y, width, 11 * unit, steel, f'rx="{5 * unit:.0f}"')
    canvas.rect(0, y + 11 * unit, width, 8 * unit, "#1a2430", 'opacity=".14"')
    canvas.line("".join(f"M{(60 + 220 * k) * unit:.0f} {y + 6 * unit:.0f}v{26 * unit:.0f}" for k in range(round(width / unit / 220) + 1)), darker(steel, 0.2), 7 * unit)  # fmt: skip


def _adverts(canvas: Canvas, y: float, high: float) -> None:
    """The map of the line, and posters beside it."""
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("line")
    with canvas.piece("line map"):
        x, wide = width * 0.26, width * 0.48
        canvas.rect(x, y, wide, high, canvas.lamp("#fdfdfa"), f'rx="{8 * unit:.0f}"')
        dye = canvas.lamp(rng.choice(("#d8433f", "#2f7fc0", "#3f9a62", "#e08a2c")))
        canvas.line(f"M{x + 26 * unit:.0f} {y + high / 2:.0f}H{x + wide - 26 * unit:.0f}", dye, 9 * unit)
        for k in range(9):
            at = x + 26 * unit + (wide - 52 * unit) * k / 8
            canvas.ellipse(at, y + high / 2, 10 * unit, 10 * unit, "#ffffff")
            canvas.add(f'<circle cx="{at:.0f}" cy="{y + high / 2:.0f}" r="{9 * unit:.1f}" fill="none" stroke="{dye}" stroke-width="{4 * unit:.1f}"/>')  # fmt: skip
    for share in (0.05, 0.79):
        tone = canvas.lamp(rng.choice(("#f2c94a", "#8fc9e0", "#f0a08a", "#a8d49a")))
        canvas.rect(width * share, y, width * 0.16, high, tone, f'rx="{6 * unit:.0f}"')
        canvas.ellipse(width * (share + 0.045), y + high / 2, high * 0.28, high * 0.28, lighter(tone, 0.55))
        canvas.line(f"M{width * (share + 0.085):.0f} {y + high * 0.38:.0f}h{width * 0.055:.0f}M{width * (share + 0.085):.0f} {y + high * 0.62:.0f}h{width * 0.04:.0f}", darker(tone, 0.4), 7 * unit)  # fmt: skip


@piece("seats")
def _row(canvas: Canvas, whose: Whose, sill: float) -> None:
    """The seats along the wall, seen from before."""
    width, unit, base = canvas.width, canvas.unit, canvas.down(0.10)
    dye = canvas.lamp(canvas.choice("seats", _SEATS[whose]))
    high = {"train": 236, "metro": 178, "bus": 206, "plane": 240}[whose] * unit
    high = min(high, base - sill + 26 * unit)
    step = {"train": 150, "metro": 118, "bus": 132, "plane": 140}[whose] * unit
    canvas.rect(0, base - 4 * unit, width, 15 * unit, "#141a20", 'opacity=".22"')
    canvas.rect(0, base - 66 * unit, width, 62 * unit, darker(dye, 0.5))
    count = int(width / step) + 1
    for k in range(count):
        x = (width - count * step) / 2 + k * step
        canvas.rect(x + 4 * unit, base - high, step - 8 * unit, high - 60 * unit, canvas.gradient((0.0, lighter(dye, 0.2)), (1.0, darker(dye, 0.14))), f'rx="{24 * unit:.0f}"')  # fmt: skip
        if whose in ("train", "plane"):
            canvas.rect(x + step * 0.22, base - high + 10 * unit, step * 0.56, 44 * unit, canvas.lamp("#f4f1e8"), f'rx="{12 * unit:.0f}" opacity=".9"')  # fmt: skip
        canvas.rect(x + 2 * unit, base - 92 * unit, step - 4 * unit, 46 * unit, lighter(dye, 0.12), f'rx="{17 * unit:.0f}"')  # fmt: skip
        if whose in ("train", "plane"):
            canvas.rect(x - 9 * unit, base - 128 * unit, 18 * unit, 56 * unit, canvas.lamp("#4a525a"), f'rx="{8 * unit:.0f}"')  # fmt: skip


@piece("straps", dyed=False)
def _straps(canvas: Canvas, y: float) -> None:
    """Straps to hold on to, from a rail."""
    width, unit = canvas.width, canvas.unit
    steel = canvas.lamp("#b4bec5")
    dye = canvas.lamp(canvas.paint_of("straps", canvas.choice("straps", ("#f2c33a", "#e8ecee", "#f08a3c"))))
    canvas.rect(
        0, y, width, 10 * unit, canvas.gradient((0.0, lighter(steel, 0.3)), (1.0, darker(steel, 0.2)))
    )
    count = max(5, round(width / unit / 150))
    for k in range(count):
        x = width * (k + 0.5) / count
        canvas.line(f"M{x:.0f} {y + 6 * unit:.0f}v{56 * unit:.0f}", canvas.lamp("#5f6a72"), 8 * unit)
        canvas.add(f'<circle cx="{x:.0f}" cy="{y + 84 * unit:.0f}" r="{24 * unit:.1f}" fill="none" stroke="{dye}" stroke-width="{9 * unit:.1f}"/>')  # fmt: skip


@piece("poles", dyed=False)
def _poles(canvas: Canvas) -> None:
    """Poles from the floor to the ceiling."""
    unit, base = canvas.unit, canvas.down(0.26)
    metal = canvas.lamp(canvas.paint_of("poles", canvas.choice("poles", ("#c9d1d6", "#f0c23c", "#c9d1d6"))))
    for share in (0.15, 0.85):
        x = canvas.width * share
        canvas.ellipse(x, base, 22 * unit, 6 * unit, darker(metal, 0.3))
        canvas.rect(x - 8 * unit, 0, 16 * unit, base, canvas.gradient((0.0, lighter(metal, 0.5)), (0.4, metal), (1.0, darker(metal, 0.3)), level=True))  # fmt: skip
