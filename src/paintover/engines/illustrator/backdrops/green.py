"""Tended and wild green: garden, park, jungle, waterfall, playground, sports ground."""

from __future__ import annotations

import random

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import bush, crown, flowerbed, leaf, tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery


def garden(canvas: Canvas) -> None:
    """Flowerbeds before a hedge, a white fence or a trellis with roses."""
    view = canvas.choice("view", ("fence", "hedge", "trellis"))
    unit, width = canvas.unit, canvas.width
    rng = canvas.stream("garden")
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a3cfae", "#92c682"))
    count = max(3, round(width / unit / 260))
    for k in range(count + 1):
        tree(
            canvas,
            rng,
            width * (k + rng.uniform(-0.2, 0.2)) / count,
            canvas.horizon + 10 * unit,
            rng.uniform(170, 270) * unit,
            "#6fb257",
            far=0.6,
        )
    base = canvas.horizon + 24 * unit
    if view == "hedge":
        _hedge(canvas, base, 112 * unit)
    land.ground(canvas, "#b4e072", "#86c650", "#56a040", lift=14)
    if view == "fence":
        _fence(canvas, base + 16 * unit, 104 * unit)
    elif view == "trellis":
        _trellis(canvas, base + 8 * unit)
    _stepping_stones(canvas)
    bed = base + 26 * unit
    for x0, x1 in ((-0.02, 0.34), (0.66, 1.02)):
        canvas.ellipse(
            width * (x0 + x1) / 2,
            bed + 4 * unit,
            width * (x1 - x0) / 2,
            17 * unit,
            canvas.hour("#7d5b3d"),
            0.9,
        )
        flowerbed(canvas, rng, width * x0, width * x1, bed + 8 * unit, 50 * unit)
    land.swathes(canvas, "#d2f08e")
    land.growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.30, top=canvas.down(0.34))
    low = canvas.height + 8 * unit
    for x0, x1 in ((-0.02, 0.2), (0.8, 1.02)):
        flowerbed(canvas, rng, width * x0, width * x1, low, 96 * unit)


@piece("hedge", greens=True)
def _hedge(canvas: Canvas, base: float, tall: float) -> None:
    unit, rng = canvas.unit, canvas.stream("hedge")
    tone = canvas.hour("#4f9448", far=0.3)
    canvas.rect(
        0,
        base - tall,
        canvas.width,
        tall + 30 * unit,
        canvas.gradient((0.0, lighter(tone, 0.2)), (0.3, tone), (1.0, darker(tone, 0.22))),
    )
    low = "".join(
        f'<circle cx="{x:.0f}" cy="{base - tall + rng.uniform(-6, 8) * unit:.0f}" r="{rng.uniform(20, 30) * unit:.0f}"/>'
        for x in range(0, canvas.width + 30, max(8, round(30 * unit)))
    )
    canvas.add(f'<g fill="{lighter(tone, 0.16)}">{low}</g>')
    for _ in range(60):
        x, y = rng.uniform(0, canvas.width), base - tall * rng.uniform(0.05, 1)
        canvas.add(leaf(x, y, 9 * unit, rng.uniform(0, 180), lighter(tone, rng.uniform(0.1, 0.34))))


@piece("fence")
def _fence(canvas: Canvas, base: float, tall: float) -> None:
    unit, white = canvas.unit, canvas.hour("#fbf8f0")
    shade = darker(white, 0.12)
    canvas.top("fence", 0, canvas.width, base - tall + 6 * unit)
    for lift in (0.32, 0.72):
        canvas.rect(0, base - tall * lift, canvas.width, 12 * unit, shade)
    step, wide = 46 * unit, 26 * unit
    for k in range(round(canvas.width / step) + 2):
        x = k * step - 12 * unit
        canvas.path(
            f"M{x:.1f} {base:.1f}v{-tall + 16 * unit:.1f}l{wide / 2:.1f} {-16 * unit:.1f}l{wide / 2:.1f} {16 * unit:.1f}v{tall - 16 * unit:.1f}z",
            white,
        )
        canvas.path(
            f"M{x + wide - 5 * unit:.1f} {base:.1f}v{-tall + 20 * unit:.1f}h{5 * unit:.1f}v{tall - 20 * unit:.1f}z",
            shade,
        )


@piece("arch", dyed=False)
def _trellis(canvas: Canvas, base: float) -> None:
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("trellis")
    wood = canvas.hour("#f4ead6")
    middle, half, tall = (
        width * canvas.choice("arch", (0.5, 0.3, 0.7)),
        130 * unit,
        min(340 * unit, base * 0.86),
    )
    _hedge(canvas, base, 70 * unit)
    for side in (-1, 1):
        x = middle + side * half
        canvas.rect(x - 8 * unit, base - tall * 0.72, 16 * unit, tall * 0.72 + 20 * unit, wood)
    canvas.line(
        f"M{middle - half:.1f} {base - tall * 0.7:.1f}Q{middle:.1f} {base - tall * 1.18:.1f} {middle + half:.1f} {base - tall * 0.7:.1f}",
        wood,
        16 * unit,
    )
    for _ in range(90):
        t = rng.random()
        if rng.random() < 0.5:
            x, y = middle + (1 - 2 * t) * half, base - tall * (0.7 + 0.96 * t * (1 - t))
        else:
            x, y = middle + rng.choice((-1, 1)) * half, base - tall * 0.7 * t
        x, y = x + rng.gauss(0, 13) * unit, y + rng.gauss(0, 13) * unit
        if rng.random() < 0.4:
            canvas.ellipse(
                x, y, 9 * unit, 9 * unit, canvas.hour(rng.choice(("#f2668b", "#ff9ab5", "#fff0f4")))
            )
        else:
            canvas.add(
                leaf(x, y, 13 * unit, rng.uniform(0, 180), canvas.hour(rng.choice(("#4f9a48", "#6fb552"))))
            )


@piece("path")
def _stepping_stones(canvas: Canvas) -> None:
    rng, unit = canvas.stream("steps"), canvas.unit
    foot, goal = canvas.width * rng.uniform(0.35, 0.65), canvas.width * rng.uniform(0.42, 0.58)
    for k in range(9):
        t = (k / 8) ** 1.5
        x, y = goal + (foot - goal) * t + (34 if k % 2 else -34) * unit * t, canvas.down(0.10 + 0.94 * t)
        wide = (16 + 54 * t) * unit
        canvas.ellipse(x, y + wide * 0.08, wide * 1.04, wide * 0.34, canvas.hour("#4d7a3a"), 0.5)
        canvas.ellipse(x, y, wide, wide * 0.3, canvas.hour("#d8cfbd"))
        canvas.ellipse(x - wide * 0.1, y - wide * 0.05, wide * 0.76, wide * 0.19, canvas.hour("#ebe4d6"), 0.8)


def park(canvas: Canvas) -> None:
    """Lawns under old trees: an avenue, a pond, or roofs of the town behind."""
    view = canvas.choice("view", ("avenue", "pond", "town"))
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("park")
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    if view == "town":
        x = -20.0
        while x < width:
            wide, high = rng.uniform(44, 90) * unit, canvas.horizon * rng.uniform(0.22, 0.52)
            canvas.rect(
                x,
                canvas.horizon - high,
                wide,
                high + 30 * unit,
                mix(canvas.hour("#b9cbdc", far=1), "#ffffff", rng.uniform(0, 0.2)),
            )
            x += wide + rng.uniform(0, 26) * unit
    if view != "town" or canvas.scenery.peaks:
        land.hills(canvas, ("#a9cfe0", "#a3cfb4", "#94c88c"))
    for layer, (leafage, size, count) in enumerate((("#8cc27a", 150, 9), ("#6eb25a", 220, 6))):
        for k in range(count + 1):
            x = width * (k + rng.uniform(-0.3, 0.3)) / count
            if layer and abs(x / width - 0.5) < 0.2:
                continue
            tree(
                canvas,
                rng,
                x,
                canvas.horizon + (4 + 22 * layer) * unit,
                rng.uniform(0.8, 1.25) * size * unit,
                leafage,
                far=0.8 - 0.4 * layer,
            )
    land.ground(canvas, "#b2de72", "#84c450", "#54a040", lift=16)
    if view == "avenue":
        land.path(canvas)
    elif view == "pond":
        _pond(canvas, rng)
    for _ in range(6):
        bush(
            canvas,
            rng,
            width * rng.choice((rng.uniform(0, 0.24), rng.uniform(0.76, 1))),
            canvas.down(rng.uniform(0.06, 0.16)),
            rng.uniform(30, 50) * unit,
            "#64aa50",
        )
    land.swathes(canvas, "#d6f090")
    land.growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.16)
    land.foreground(canvas, "#2f7a32", "#4f9f44")


@piece("pond", dyed=False)
def _pond(canvas: Canvas, rng: random.Random) -> None:
    unit, width = canvas.unit, canvas.width
    x, y = width * canvas.choice("pond", (0.28, 0.72)), canvas.down(0.16)
    wide = width * 0.30
    canvas.top("pond", x - 0.8 * wide, x + 0.8 * wide, y + 0.03 * wide)
    canvas.ellipse(x, y, wide * 1.05, wide * 0.155, canvas.hour("#6fa64c"))
    canvas.ellipse(
        x,
        y,
        wide,
        wide * 0.13,
        canvas.gradient((0.0, canvas.hour("#d5eef8")), (1.0, canvas.hour("#6bb4dc"))),
    )
    for _ in range(7):
        canvas.line(
            f"M{x + rng.uniform(-0.7, 0.5) * wide:.0f} {y + rng.uniform(-0.07, 0.08) * wide:.0f}h{rng.uniform(20, 60) * unit:.0f}",
            "#ffffff",
            2 * unit,
            0.55,
        )
    for _ in range(9):
        bush(
            canvas,
            rng,
            x + rng.choice((-1, 1)) * wide * rng.uniform(0.72, 1.1),
            y + rng.uniform(-6, 10) * unit,
            22 * unit,
            "#5fa34c",
        )


def jungle(canvas: Canvas) -> None:
    """Layer behind layer of leaves, lianas, and a gap of light."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    view = canvas.choice("view", ("glade", "mist", "river"))
    sky = canvas.gradient(
        (0.0, canvas.hour("#bfe6b0", far=1)),
        (0.6, canvas.hour("#8fd09a", far=1)),
        (1.0, canvas.hour("#4f9a5c")),
    )
    canvas.rect(0, 0, width, height, sky)
    shine = canvas.hour("#fdffd8") if view != "mist" else canvas.hour("#e6f6f2")
    x = width * canvas.choice("gap", (0.5, 0.34, 0.64))
    canvas.ellipse(
        x,
        canvas.horizon * 0.62,
        width * 0.42,
        canvas.horizon * 0.8,
        canvas.glow((0.0, shine, 0.95), (0.5, shine, 0.4), (1.0, shine, 0.0)),
    )
    for layer, (colour, size) in enumerate((("#9ad49a", 130), ("#6cba78", 150), ("#479c5e", 170))):
        rng = canvas.stream(f"canopy{layer}")
        for k in range(9):
            at = width * (k + rng.uniform(-0.3, 0.3)) / 8
            gap = 1 - 0.75 * max(0.0, 1 - abs(at - x) / (width * 0.32))
            crown(
                canvas,
                rng,
                at,
                canvas.horizon * (0.62 + 0.16 * layer) - 170 * unit * gap * (1 - layer * 0.2),
                size * unit * rng.uniform(0.8, 1.2),
                colour,
                far=0.9 - 0.35 * layer,
            )
            bush(canvas, rng, at, canvas.horizon + (6 + 18 * layer) * unit, size * 0.6 * unit, colour)
    _trunks(canvas, x)
    land.ground(canvas, "#7cc468", "#4fa052", "#2c7040", lift=20)
    if view == "river":
        land.river(canvas)
    _lianas(canvas, x)
    rng = canvas.stream("ferns")
    for _ in range(16):
        at, y = (
            rng.choice((rng.uniform(0, 0.3), rng.uniform(0.7, 1))) * width,
            canvas.down(rng.uniform(0.04, 0.36)),
        )
        _fern(
            canvas,
            at,
            y,
            rng.uniform(34, 74) * unit,
            canvas.hour(rng.choice(("#3f9a50", "#5cb35c", "#2f8048"))),
        )
    land.growth(canvas, ("#2f8040", "#469a48", "#256c38"), flowers=0.14)
    _giant_leaves(canvas)


@piece("trunks")
def _trunks(canvas: Canvas, clear: float) -> None:
    rng, unit, width = canvas.stream("trunks"), canvas.unit, canvas.width
    for k in range(6):
        x = width * (k + rng.uniform(0.1, 0.9)) / 6
        if abs(x - clear) < width * 0.17:
            continue
        wide, tone = rng.uniform(24, 46) * unit, canvas.hour("#6f5a44", far=0.4)
        foot = canvas.horizon + rng.uniform(14, 40) * unit
        fill = canvas.gradient((0.0, lighter(tone, 0.16)), (0.5, tone), (1.0, darker(tone, 0.24)), level=True)
        canvas.path(
            f"M{x - wide * 0.4:.1f} 0Q{x - wide * 0.2:.1f} {foot * 0.5:.1f} {x - wide * 0.5:.1f} {foot - wide:.1f}Q{x - wide * 0.6:.1f} {foot:.1f} {x - wide * 1.3:.1f} {foot + wide * 0.3:.1f}H{x + wide * 1.3:.1f}Q{x + wide * 0.6:.1f} {foot:.1f} {x + wide * 0.5:.1f} {foot - wide:.1f}Q{x + wide * 0.3:.1f} {foot * 0.5:.1f} {x + wide * 0.4:.1f} 0Z",
            fill,
        )


def _lianas(canvas: Canvas, clear: float) -> None:
    rng, unit, width = canvas.stream("lianas"), canvas.unit, canvas.width
    tone = canvas.hour("#3d7a3f")
    for _ in range(5):
        x, far = rng.uniform(-0.05, 0.8) * width, rng.uniform(0.16, 0.34) * width
        deep = rng.uniform(0.20, 0.44) * canvas.horizon
        canvas.line(f"M{x:.0f} -8Q{x + far / 2:.0f} {deep * 2:.0f} {x + far:.0f} -8", tone, 5 * unit, 0.9)
        for k in range(1, 9):
            t = k / 9
            canvas.add(
                leaf(
                    x + far * t,
                    4 * deep * t * (1 - t) + 5 * unit,
                    11 * unit,
                    60 + rng.uniform(-40, 70),
                    lighter(tone, rng.uniform(0.05, 0.3)),
                )
            )
    for k in range(16):
        crown(
            canvas,
            rng,
            width * k / 15,
            rng.uniform(-34, 6) * unit,
            rng.uniform(52, 84) * unit,
            "#2f8048",
            far=0.1,
        )


def _fern(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    rng = canvas.stream(f"fern{round(x)}")
    for k in range(7):
        lean = (k - 3) * 0.42 + rng.uniform(-0.1, 0.1)
        tip_x, tip_y = x + lean * size, y - size * (1.0 - 0.16 * abs(k - 3))
        canvas.path(
            f"M{x:.1f} {y:.1f}Q{x + lean * size * 0.3 - size * 0.07:.1f} {y - size * 0.8:.1f} {tip_x:.1f} {tip_y:.1f}Q{x + lean * size * 0.4 + size * 0.1:.1f} {y - size * 0.5:.1f} {x:.1f} {y:.1f}Z",
            mix(colour, "#ffffff", 0.04 * (k % 3)),
        )


def _giant_leaves(canvas: Canvas) -> None:
    """Broad leaves in the corners, close to the eye."""
    rng, unit = canvas.stream("giant"), canvas.unit
    for side in (0.0, 1.0):
        for k in range(4):
            turn = (-78 + 28 * k + rng.uniform(-8, 8)) if side == 0 else (-102 - 28 * k + rng.uniform(-8, 8))
            size = rng.uniform(84, 128) * unit
            x = canvas.width * side + (28 - 12 * k) * unit * (1 if side == 0 else -1)
            y = canvas.height + 26 * unit
            tone = canvas.hour(rng.choice(("#1f6b3a", "#2a7d42", "#185a34")))
            canvas.add(
                f'<g transform="translate({x:.0f} {y:.0f}) rotate({turn:.0f})"><path d="M0 0Q{size * 0.7:.0f} {-size * 0.62:.0f} {size * 1.7:.0f} 0Q{size * 0.7:.0f} {size * 0.62:.0f} 0 0Z" fill="{tone}"/>'
                f'<path d="M{size * 0.1:.0f} 0H{size * 1.6:.0f}M{size * 0.4:.0f} 0l{size * 0.28:.0f} {-size * 0.24:.0f}M{size * 0.4:.0f} 0l{size * 0.28:.0f} {size * 0.24:.0f}M{size * 0.8:.0f} 0l{size * 0.26:.0f} {-size * 0.2:.0f}M{size * 0.8:.0f} 0l{size * 0.26:.0f} {size * 0.2:.0f}" stroke="{lighter(tone, 0.28)}" stroke-width="{3 * unit:.1f}" fill="none" opacity=".7"/></g>'
            )


def waterfall(canvas: Canvas) -> None:
    """Cliffs with a fall between them, its pool, and a mossy bank."""
    width, unit = canvas.width, canvas.unit
    view = canvas.choice("view", ("middle", "side", "twin"))
    draw_sky(canvas, floor=canvas.horizon, clouds=3)
    land.hills(canvas, ("#9fc8d6", "#8fc2a0"))
    middle = width * {"middle": 0.5, "side": 0.33, "twin": 0.62}[view]
    foot, brink = canvas.horizon + 30 * unit, canvas.horizon * canvas.choice("brink", (0.22, 0.34, 0.12))
    half = {"middle": 92, "side": 110, "twin": 60}[view] * unit
    falls = [middle] if view != "twin" else [middle, middle - 230 * unit]
    _cliff(canvas, brink, foot)
    for x in falls:
        _fall(canvas, x, half, brink, foot)
    mark = canvas.mark()
    water = canvas.gradient(
        (0.0, canvas.hour("#d8f2f4")), (0.35, canvas.hour("#6fc3d6")), (1.0, canvas.hour("#3f97b8"))
    )
    shore = canvas.down(0.36)
    canvas.rect(0, foot - 4 * unit, width, shore - foot + 50 * unit, water)
    canvas.paint(mark, canvas.scenery.water)
    rng = canvas.stream("pool")
    for x in falls:
        mist = canvas.glow((0.0, "#ffffff", 0.9), (0.5, "#ffffff", 0.4), (1.0, "#ffffff", 0.0))
        canvas.ellipse(x, foot, half * 2.1, 56 * unit, mist)
        for k in range(4):
            canvas.add(
                f'<ellipse cx="{x:.0f}" cy="{foot + (18 + 15 * k) * unit:.0f}" rx="{half * (1.1 + 0.5 * k):.0f}" ry="{(10 + 5 * k) * unit:.0f}" fill="none" stroke="#ffffff" stroke-width="{2.4 * unit:.1f}" opacity="{0.6 - 0.13 * k:.2f}"/>'
            )
    for _ in range(16):
        canvas.line(
            f"M{rng.uniform(0, width):.0f} {rng.uniform(foot + 12 * unit, shore + 14 * unit):.0f}h{rng.uniform(20, 80) * unit:.0f}",
            "#ffffff",
            2 * unit,
            0.4,
        )
    canvas.ridge("bank", shore + 4 * unit, 13 * unit, canvas.hour("#8a7a55"), waves=1.3)
    mark = canvas.mark()
    grass = canvas.gradient(
        (0.0, canvas.hour("#9ed160")), (0.5, canvas.hour("#6aad48")), (1.0, canvas.hour("#3f8a3c"))
    )
    canvas.ridge("moss", shore + 14 * unit, 12 * unit, grass, waves=1.3)
    canvas.paint(mark, canvas.scenery.ground)
    land.stones(canvas, "#93a09a")
    for _ in range(8):
        _fern(
            canvas,
            width * rng.choice((rng.uniform(0, 0.2), rng.uniform(0.8, 1))),
            canvas.down(rng.uniform(0.46, 0.7)),
            rng.uniform(34, 60) * unit,
            canvas.hour("#4f9d4c"),
        )
    land.growth(canvas, ("#4c9a36", "#5aa840", "#3f8a34"), flowers=0.24, top=shore + 34 * unit)
    land.foreground(canvas, "#256c34", "#3f8f44")


@piece("rocks")
def _cliff(canvas: Canvas, brink: float, foot: float) -> None:
    width, unit = canvas.width, canvas.unit
    rng = canvas.stream("cliff")
    for layer, (lift, colour) in enumerate(((-46, "#b3ab98"), (0, "#a3937c"))):
        tone = canvas.hour(colour, far=0.5 - 0.3 * layer)
        points, x = [], -30.0
        while x < width + 60 * unit:
            points.append((x, brink + lift * unit + rng.uniform(-26, 30) * unit))
            x += rng.uniform(60, 120) * unit
        edge = "L".join(f"{px:.0f} {py:.0f}" for px, py in points)
        canvas.path(
            f"M-30 {foot:.0f}L{edge}L{width + 60:.0f} {foot:.0f}Z",
            canvas.across(brink, foot, (0.0, lighter(tone, 0.16)), (1.0, darker(tone, 0.18))),
        )
        for px, py in points:
            deep = rng.uniform(0.4, 0.98) * (foot - py)
            canvas.path(
                f"M{px:.0f} {py:.0f}l{26 * unit:.0f} {deep * 0.5:.0f}l{-12 * unit:.0f} {deep * 0.5:.0f}l{-26 * unit:.0f} {-deep * 0.4:.0f}Z",
                darker(tone, 0.16),
                'opacity=".5"',
            )
        for px, py in points:
            crown(
                canvas,
                rng,
                px + rng.uniform(-20, 20) * unit,
                py - 6 * unit,
                rng.uniform(28, 46) * unit,
                "#67ad58",
                far=0.4,
            )


@piece("waterfall")
def _fall(canvas: Canvas, x: float, half: float, brink: float, foot: float) -> None:
    unit, rng = canvas.unit, canvas.stream(f"fall{round(x)}")
    fill = canvas.across(
        brink,
        foot,
        (0.0, canvas.hour("#cfeef6")),
        (0.5, canvas.hour("#9fd8ea")),
        (1.0, canvas.hour("#f2fbfd")),
    )
    top = brink - 14 * unit
    canvas.path(
        f"M{x - half * 0.8:.0f} {top:.0f}Q{x:.0f} {top + 16 * unit:.0f} {x + half * 0.8:.0f} {top:.0f}Q{x + half:.0f} {top + 30 * unit:.0f} {x + half * 1.06:.0f} {foot:.0f}H{x - half * 1.06:.0f}Q{x - half:.0f} {top + 30 * unit:.0f} {x - half * 0.8:.0f} {top:.0f}Z",
        fill,
    )
    for _ in range(22):
        at = x + rng.uniform(-0.9, 0.9) * half
        y = top + rng.uniform(0.02, 0.7) * (foot - top)
        canvas.line(
            f"M{at:.0f} {y:.0f}v{rng.uniform(0.1, 0.3) * (foot - top):.0f}",
            "#ffffff",
            rng.uniform(2, 7) * unit,
            rng.uniform(0.35, 0.8),
        )


def playground(canvas: Canvas) -> None:
    """A fenced yard with a soft floor; slide and swings stand far back, pale, as scenery."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("playground")
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a8d3b0"))
    for k in range(8):
        tree(
            canvas,
            rng,
            width * (k + rng.uniform(-0.2, 0.2)) / 7,
            canvas.horizon + 6 * unit,
            rng.uniform(150, 220) * unit,
            "#86c06c",
            far=0.7,
        )
    land.ground(canvas, "#b8e07a", "#8cc858", "#5ea548", lift=14)
    base = canvas.down(0.10)
    view = canvas.choice("view", ("swings", "slide", "climber"))
    x = width * canvas.choice("corner", (0.24, 0.76))

    {"swings": _swings, "slide": _slide, "climber": _climber}[view](canvas, x, base)
    _pickets(canvas)
    soft, edge = canvas.choice(
        "floor", (("#e79a72", "#f3c3a0"), ("#c9a2cf", "#e6cfe8"), ("#e8cf8a", "#f6e8bc"))
    )
    canvas.ellipse(
        width * 0.5,
        canvas.down(0.66),
        width * 0.58,
        (canvas.height - canvas.horizon) * 0.36,
        canvas.hour(edge),
    )
    canvas.ellipse(
        width * 0.5,
        canvas.down(0.67),
        width * 0.555,
        (canvas.height - canvas.horizon) * 0.335,
        canvas.hour(soft),
    )
    canvas.ellipse(
        width * 0.46,
        canvas.down(0.6),
        width * 0.36,
        (canvas.height - canvas.horizon) * 0.18,
        canvas.hour(edge),
        0.5,
    )
    land.growth(canvas, ("#5aa345", "#74b84e"), flowers=0.3, top=canvas.down(0.8))
    land.foreground(canvas, "#3f8a3c", "#5fa84c")


@piece("fence")
def _pickets(canvas: Canvas) -> None:
    """A low fence of many colours."""
    unit, width = canvas.unit, canvas.width
    picket = canvas.hour("#f2d079", far=0.2)
    y = canvas.down(0.13)
    canvas.top("fence", 0, width, y - 60 * unit)
    for lift in (18, 46):
        canvas.rect(0, y - lift * unit, width, 7 * unit, picket)
    for k in range(round(width / unit / 58) + 2):
        canvas.rect(
            (k * 58 - 8) * unit,
            y - 62 * unit,
            15 * unit,
            66 * unit,
            canvas.hour(("#f2c14a", "#ef8f5a", "#7fc48a", "#74b4e0")[k % 4], far=0.2),
            f'rx="{6 * unit:.0f}"',
        )


def _pale(canvas: Canvas, colour: str) -> str:
    """A colour as it is far away."""
    return canvas.hour(mix(colour, "#e9f1ee", 0.34), far=0.3)


@piece("swing")
def _swings(canvas: Canvas, x: float, base: float) -> None:
    unit = canvas.unit
    wide, tall = 190 * unit, 190 * unit
    canvas.line(
        f"M{x - wide:.0f} {base:.0f}l{wide * 0.2:.0f} {-tall:.0f}H{x + wide * 0.8:.0f}l{wide * 0.2:.0f} {tall:.0f}M{x - wide * 0.6:.0f} {base:.0f}l{-wide * 0.2:.0f} {-tall:.0f}M{x + wide * 0.6:.0f} {base:.0f}l{wide * 0.2:.0f} {-tall:.0f}",
        _pale(canvas, "#d9584f"),
        11 * unit,
    )
    for side in (-0.32, 0.32):
        at = x + side * wide
        canvas.line(
            f"M{at - 20 * unit:.0f} {base - tall:.0f}v{tall * 0.74:.0f}M{at + 20 * unit:.0f} {base - tall:.0f}v{tall * 0.74:.0f}",
            _pale(canvas, "#8a8f98"),
            3 * unit,
        )
        canvas.rect(at - 26 * unit, base - tall * 0.27, 52 * unit, 9 * unit, _pale(canvas, "#e0a33e"))


@piece("slide")
def _slide(canvas: Canvas, x: float, base: float) -> None:
    unit = canvas.unit
    side = 1 if x < canvas.width / 2 else -1
    tall = 200 * unit
    canvas.line(
        f"M{x:.0f} {base:.0f}v{-tall:.0f}M{x - side * 70 * unit:.0f} {base:.0f}v{-tall:.0f}",
        _pale(canvas, "#7a9fd0"),
        11 * unit,
    )
    for k in range(1, 6):
        canvas.line(
            f"M{x:.0f} {base - tall * k / 6:.0f}h{-side * 70 * unit:.0f}", _pale(canvas, "#7a9fd0"), 7 * unit
        )
    canvas.path(
        f"M{x - side * 96 * unit:.0f} {base - tall * 1.24:.0f}h{side * 122 * unit:.0f}l{-side * 61 * unit:.0f} {-56 * unit:.0f}z",
        _pale(canvas, "#e2574c"),
    )
    canvas.path(
        f"M{x:.0f} {base - tall:.0f}Q{x + side * 90 * unit:.0f} {base - tall * 0.86:.0f} {x + side * 150 * unit:.0f} {base - 46 * unit:.0f}T{x + side * 270 * unit:.0f} {base - 8 * unit:.0f}v{18 * unit:.0f}Q{x + side * 160 * unit:.0f} {base + 6 * unit:.0f} {x + side * 126 * unit:.0f} {base - 36 * unit:.0f}T{x:.0f} {base - tall * 0.84:.0f}Z",
        _pale(canvas, "#f2b632"),
    )


@piece("climber")
def _climber(canvas: Canvas, x: float, base: float) -> None:
    unit = canvas.unit
    radius = 150 * unit
    arcs = f"M{x - radius:.0f} {base:.0f}A{radius:.0f} {radius:.0f} 0 0 1 {x + radius:.0f} {base:.0f}"
    arcs += f"M{x - radius * 0.5:.0f} {base:.0f}A{radius * 0.5:.0f} {radius:.0f} 0 0 1 {x + radius * 0.5:.0f} {base:.0f}M{x:.0f} {base:.0f}v{-radius:.0f}"
    for share in (0.4, 0.74):
        wide = radius * (1 - share**2) ** 0.5
        arcs += f"M{x - wide:.0f} {base - radius * share:.0f}h{2 * wide:.0f}"
    canvas.line(arcs, _pale(canvas, "#4f9fd0"), 8 * unit)


def stadium(canvas: Canvas) -> None:
    """A pitch with its lines before the stands, or a running track before trees."""
    unit, width, height = canvas.unit, canvas.width, canvas.height
    rng, view = canvas.stream("stands"), canvas.choice("view", ("stands", "track", "goal"))
    view = "track" if canvas.scenery.path else view
    if view == "goal" and canvas.scenery.bed == Scenery.NONE:
        view = "stands"
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    base = canvas.horizon + 18 * unit
    if view == "track":
        land.hills(canvas, ("#a9cfe0", "#a8d3b0"))
        for k in range(9):
            tree(
                canvas,
                rng,
                width * (k + rng.uniform(-0.2, 0.2)) / 8,
                base,
                rng.uniform(120, 190) * unit,
                "#7fbc66",
                far=0.6,
            )
    else:
        _stands(canvas, rng, base)
    mark = canvas.mark()
    light, dark = canvas.hour("#7fc457"), canvas.hour("#69b04a")
    canvas.rect(0, base, width, height - base, dark)
    for k in range(0, 7, 2):
        y0, y1 = base + (height - base) * (k / 7) ** 1.5, base + (height - base) * ((k + 1) / 7) ** 1.5
        canvas.rect(0, y0, width, y1 - y0, light)
    canvas.paint(mark, canvas.scenery.ground)
    white = canvas.hour("#f6faf2")
    if view == "track":
        with canvas.piece("track"):
            red = canvas.hour("#c9694f")
            y0, y1 = canvas.down(0.10), canvas.down(0.40)
            canvas.rect(0, y0, width, y1 - y0, canvas.gradient((0.0, red), (1.0, darker(red, 0.08))))
            for k in range(5):
                canvas.rect(0, y0 + (y1 - y0) * (k / 4) ** 1.3, width, (2 + k) * unit, white, 'opacity=".85"')
    elif view == "stands":
        y = canvas.down(0.42)
        canvas.add(
            f'<ellipse cx="{width / 2:.0f}" cy="{y:.0f}" rx="{width * 0.2:.0f}" ry="{(height - base) * 0.15:.0f}" fill="none" stroke="{white}" stroke-width="{6 * unit:.1f}" opacity=".8"/>'
        )
        canvas.rect(0, y - 3 * unit, width, 6 * unit, white, 'opacity=".8"')
    else:
        _goal(canvas, white)
    shade = canvas.glow((0.0, "#fff6c8", 0.26), (1.0, "#fff6c8", 0.0))
    canvas.ellipse(width * 0.45, canvas.down(0.45), width * 0.5, (height - base) * 0.45, shade)


@piece("stands", dyed=False)
def _stands(canvas: Canvas, rng: random.Random, base: float) -> None:
    """A crowd too far away to be counted."""
    unit, width = canvas.unit, canvas.width
    top = canvas.horizon * canvas.choice("tier", (0.52, 0.62, 0.42))
    canvas.path(
        f"M0 {top - 40 * unit:.0f}Q{width / 2:.0f} {top + 12 * unit:.0f} {width} {top - 40 * unit:.0f}V{base:.0f}H0Z",
        canvas.hour("#8f9db0", far=0.5),
    )
    dyes = [
        canvas.hour(mix(dye, "#c9d2de", 0.45), far=0.5)
        for dye in ("#d8564f", "#e8b84a", "#5a8fd0", "#ffffff", "#6fae70", "#4a5a78")
    ]
    dots: dict[str, str] = {}
    rows = max(5, round((base - top) / unit / 17))
    for row in range(rows):
        y = top + (base - top) * row / rows
        for k in range(round(width / unit / 17)):
            if rng.random() < 0.74:
                dye = rng.choice(dyes)
                bend = (k / max(1, round(width / unit / 17)) - 0.5) ** 2 * -150 * unit * (1 - row / rows)
                dots[dye] = dots.get(dye, "") + f"M{(k + (row % 2) / 2) * 17 * unit:.0f} {y + bend:.0f}h.1"
    for dye, marks in dots.items():
        canvas.line(marks, dye, 10 * unit)
    canvas.rect(0, base - 34 * unit, width, 34 * unit, canvas.hour("#3f6fb0"))
    canvas.rect(0, base - 34 * unit, width, 6 * unit, canvas.hour("#f4f6fa"))


def _goal(canvas: Canvas, white: str) -> None:
    """A goal, and the lines of its area."""
    unit, width = canvas.unit, canvas.width
    x, wide, tall = width * 0.5, 200 * unit, 120 * unit
    y = canvas.down(0.06)
    with canvas.piece("goal"):
        net = "".join(
            f"M{x - wide + k * wide / 6:.0f} {y - tall:.0f}v{tall:.0f}" for k in range(13)
        ) + "".join(f"M{x - wide:.0f} {y - tall * k / 5:.0f}h{2 * wide:.0f}" for k in range(6))
        canvas.line(net, "#ffffff", 1.4 * unit, 0.6)
        canvas.line(f"M{x - wide:.0f} {y:.0f}v{-tall:.0f}h{2 * wide:.0f}v{tall:.0f}", white, 9 * unit)
    canvas.line(
        f"M{x - wide * 1.5:.0f} {y:.0f}L{x - wide * 1.9:.0f} {canvas.down(0.34):.0f}H{x + wide * 1.9:.0f}L{x + wide * 1.5:.0f} {y:.0f}",
        white,
        5 * unit,
        0.85,
    )
