"""Rough and busy edges of land: a harbour, cliffs by the sea, a swamp, and a volcano's black country."""

from __future__ import annotations

import math
import random

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.grounds import is_lit
from paintover.engines.illustrator.backdrops.pieces import crown
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.backdrops.water import sheet_of_water
from paintover.engines.illustrator.colour import darker, lighter, mix

_HULLS = ("#c8503f", "#2f6f9f", "#f2efe6", "#3f8a6a", "#e0a03a")


# --- harbour ----------------------------------------------------------------------------------------------------------


def harbour(canvas: Canvas) -> None:
    """A quay with bollards; across the water masts and houses, or cranes and containers."""
    unit = canvas.unit
    view = canvas.choice("view", ("masts", "cranes", "village"))
    draw_sky(canvas, floor=canvas.horizon * 1.08)
    land.hills(canvas, ("#a9c8dc", "#9fc0c8"))
    base = canvas.horizon + 10 * unit
    if view == "cranes":
        _containers(canvas, base)
        _cranes(canvas, base)
    else:
        _houses(canvas, base)
    quay = canvas.down(0.46)
    sheet_of_water(canvas, canvas.horizon + 4 * unit, quay + 20 * unit)
    _far_quay(canvas, base)
    if view == "cranes":
        _freighter(canvas, canvas.width * canvas.choice("freighter", (0.3, 0.7)), canvas.down(0.12))
    else:
        _moored(canvas)
    _beacon(canvas, canvas.width * canvas.choice("beacon", (0.94, 0.06)), canvas.down(0.07))
    _quay(canvas, quay)


@piece("houses")
def _houses(canvas: Canvas, base: float) -> None:
    """A row of narrow houses in many colours along the far quay."""
    rng, unit, x = canvas.stream("quayside"), canvas.unit, -30.0
    while x < canvas.width:
        wide, high = rng.uniform(50, 84) * unit, rng.uniform(64, 118) * unit
        wall = canvas.hour(
            rng.choice(("#e8c9a4", "#d99a82", "#b9cfdc", "#f0e2c0", "#c4d4b0", "#e0b0a8")), far=0.4
        )
        roof = canvas.hour(rng.choice(("#a8604f", "#7a6a68", "#b8785a")), far=0.4)
        canvas.rect(x, base - high, wide, high, wall)
        canvas.path(
            f"M{x - 3 * unit:.1f} {base - high:.1f}L{x + wide / 2:.1f} {base - high - rng.uniform(22, 38) * unit:.1f}L{x + wide + 3 * unit:.1f} {base - high:.1f}Z",
            roof,
        )
        panes = "".join(
            f"M{x + wide * (0.16 + 0.38 * c):.1f} {base - high + (12 + 28 * r) * unit:.1f}h{0.22 * wide:.1f}v{15 * unit:.1f}h{-0.22 * wide:.1f}z"
            for c in (0, 1) for r in range(int(high / unit / 30))
        )  # fmt: skip
        canvas.path(panes, "#ffdf8e" if is_lit(canvas) else mix(wall, "#5f7f9a", 0.45))
        x += wide


@piece("containers")
def _containers(canvas: Canvas, base: float) -> None:
    rng, unit, x = canvas.stream("containers"), canvas.unit, -20.0
    while x < canvas.width:
        for level in range(rng.randint(1, 4)):
            dye = canvas.hour(rng.choice(("#c8604a", "#3f7fa8", "#d8a23f", "#5f9a6a", "#8a8f98")), far=0.4)
            canvas.rect(x, base - (30 * level + 30) * unit, 76 * unit, 28 * unit, dye)
            canvas.line(
                "".join(
                    f"M{x + 9 * k * unit:.1f} {base - (30 * level + 27) * unit:.1f}v{22 * unit:.1f}"
                    for k in range(1, 8)
                ),
                darker(dye, 0.16),
                1.6 * unit,
            )
        x += 80 * unit


@piece("crane")
def _cranes(canvas: Canvas, base: float) -> None:
    """Gantry cranes on four legs, their arms over the water."""
    unit = canvas.unit
    for k, at in enumerate(canvas.choice("cranes", ((0.22, 0.52, 0.84), (0.14, 0.48, 0.74)))):
        x, tall = canvas.width * at, min((250 + 24 * (k % 2)) * unit, 0.62 * canvas.horizon)
        paint = canvas.hour(("#d8604a", "#3f7fa8", "#d8604a")[k], far=0.35)
        frame = f"M{x - 40 * unit:.1f} {base:.1f}L{x - 28 * unit:.1f} {base - tall:.1f}M{x + 40 * unit:.1f} {base:.1f}L{x + 28 * unit:.1f} {base - tall:.1f}M{x - 36 * unit:.1f} {base - 0.45 * tall:.1f}H{x + 36 * unit:.1f}M{x - 34 * unit:.1f} {base - 0.45 * tall:.1f}L{x + 28 * unit:.1f} {base - tall:.1f}"
        canvas.line(frame, paint, 7 * unit)
        canvas.line(f"M{x - 120 * unit:.1f} {base - tall:.1f}H{x + 70 * unit:.1f}", paint, 10 * unit)
        canvas.line(
            f"M{x - 112 * unit:.1f} {base - tall:.1f}L{x:.1f} {base - 1.24 * tall:.1f}L{x + 62 * unit:.1f} {base - tall:.1f}M{x:.1f} {base - tall:.1f}V{base - 1.24 * tall:.1f}",
            paint,
            3.4 * unit,
        )
        canvas.line(
            f"M{x - 74 * unit:.1f} {base - tall:.1f}v{0.34 * tall:.1f}",
            canvas.hour("#5f646c", far=0.35),
            2 * unit,
        )
        canvas.rect(x - 94 * unit, base - 0.66 * tall, 40 * unit, 16 * unit, canvas.hour("#e0a23a", far=0.3))


def _far_quay(canvas: Canvas, base: float) -> None:
    stone, unit = canvas.hour("#b3a894", far=0.3), canvas.unit
    canvas.rect(
        0,
        base - 2 * unit,
        canvas.width,
        15 * unit,
        canvas.gradient((0.0, lighter(stone, 0.2)), (1.0, darker(stone, 0.2))),
    )
    shade = canvas.hour("#2f5f70")
    canvas.rect(
        0, base + 13 * unit, canvas.width, 40 * unit, canvas.gradient((0.0, shade, 0.5), (1.0, shade, 0.0))
    )


@piece("boats", dyed=False)
def _moored(canvas: Canvas) -> None:
    """Small boats at the far quay, their masts bare."""
    rng, unit, count = canvas.stream("moored"), canvas.unit, max(5, round(canvas.width / canvas.unit / 150))
    for k in range(count):
        x, y = canvas.width * (k + rng.uniform(0.2, 0.8)) / count, canvas.down(rng.uniform(0.07, 0.11))
        half, dye = (
            rng.uniform(34, 52) * unit,
            canvas.hour(canvas.paint_of("boats", rng.choice(_HULLS)), far=0.25),
        )
        mast, wood = rng.uniform(90, 150) * unit, canvas.hour("#a88a68", far=0.25)
        canvas.line(
            f"M{x:.1f} {y:.1f}v{-mast:.1f}M{x:.1f} {y - 18 * unit:.1f}h{0.9 * half:.1f}", wood, 3 * unit
        )
        canvas.line(
            f"M{x - half:.1f} {y - 8 * unit:.1f}L{x:.1f} {y - mast:.1f}L{x + half:.1f} {y - 8 * unit:.1f}",
            canvas.hour("#8f9aa4", far=0.3),
            1.2 * unit,
            0.8,
        )
        canvas.rect(x - 0.4 * half, y - 20 * unit, 0.55 * half, 12 * unit, canvas.hour("#f6f2e8", far=0.2))
        canvas.path(
            f"M{x - half:.1f} {y - 10 * unit:.1f}H{x + half:.1f}Q{x + 0.86 * half:.1f} {y + 8 * unit:.1f} {x + 0.6 * half:.1f} {y + 8 * unit:.1f}H{x - 0.6 * half:.1f}Q{x - 0.9 * half:.1f} {y + 6 * unit:.1f} {x - half:.1f} {y - 10 * unit:.1f}Z",
            dye,
        )
        canvas.line(
            f"M{x - 0.9 * half:.1f} {y - 5 * unit:.1f}h{1.8 * half:.1f}", lighter(dye, 0.5), 2 * unit, 0.8
        )
        canvas.ellipse(x, y + 14 * unit, 0.9 * half, 5 * unit, darker(dye, 0.3), 0.3)


@piece("cargo ship")
def _freighter(canvas: Canvas, x: float, y: float) -> None:
    """A cargo ship full of containers."""
    unit, rng = canvas.unit, canvas.stream("freight")
    half, hull = 210 * unit, canvas.hour("#b8483f", far=0.25)
    for k in range(9):
        for level in range(rng.randint(1, 3)):
            dye = canvas.hour(rng.choice(("#c8604a", "#3f7fa8", "#d8a23f", "#5f9a6a")), far=0.25)
            canvas.rect(
                x - half * 0.9 + 34 * k * unit, y - (44 + 19 * (level + 1)) * unit, 32 * unit, 18 * unit, dye
            )
    white = canvas.hour("#f4f2ec", far=0.2)
    canvas.rect(x + 0.66 * half, y - 128 * unit, 54 * unit, 86 * unit, white)
    for row in range(3):
        canvas.rect(
            x + 0.66 * half + 6 * unit,
            y - (118 - 22 * row) * unit,
            42 * unit,
            9 * unit,
            "#ffdf8e" if is_lit(canvas) else canvas.hour("#5f8098", far=0.2),
        )
    canvas.rect(x + 0.76 * half, y - 150 * unit, 20 * unit, 24 * unit, hull)
    canvas.path(
        f"M{x - 1.08 * half:.1f} {y - 48 * unit:.1f}L{x - half:.1f} {y - 42 * unit:.1f}H{x + half:.1f}Q{x + 0.98 * half:.1f} {y + 4 * unit:.1f} {x + 0.9 * half:.1f} {y + 10 * unit:.1f}H{x - 0.9 * half:.1f}Z",
        hull,
    )
    canvas.rect(x - 0.93 * half, y - 4 * unit, 1.87 * half, 14 * unit, canvas.hour("#3f4450", far=0.2))
    canvas.ellipse(x, y + 16 * unit, half, 7 * unit, canvas.hour("#2f4f60"), 0.35)


@piece("lighthouse")
def _beacon(canvas: Canvas, x: float, base: float) -> None:
    """A small lighthouse at the end of the mole."""
    unit = canvas.unit
    stone = canvas.hour("#a89e90", far=0.25)
    canvas.path(
        f"M{x - 130 * unit:.1f} {base + 12 * unit:.1f}q{20 * unit:.1f} {-30 * unit:.1f} {130 * unit:.1f} {-30 * unit:.1f}t{130 * unit:.1f} {30 * unit:.1f}z",
        stone,
    )
    for k in range(5):
        lo, hi = 24 - 2 * k, 22 - 2 * k
        y = base - (16 + 30 * k) * unit
        canvas.path(
            f"M{x - lo * unit:.1f} {y:.1f}L{x - hi * unit:.1f} {y - 30 * unit:.1f}H{x + hi * unit:.1f}L{x + lo * unit:.1f} {y:.1f}Z",
            canvas.hour("#d8503f" if k % 2 else "#f6f2ea", far=0.25),
        )
    top = base - 166 * unit
    if is_lit(canvas):
        canvas.ellipse(
            x,
            top - 14 * unit,
            90 * unit,
            60 * unit,
            canvas.glow((0.0, "#fff0b0", 0.9), (1.0, "#fff0b0", 0.0)),
        )
    canvas.rect(
        x - 12 * unit,
        top - 26 * unit,
        24 * unit,
        26 * unit,
        "#fff0b0" if is_lit(canvas) else canvas.hour("#cfe3ea", far=0.2),
    )
    canvas.path(
        f"M{x - 17 * unit:.1f} {top - 24 * unit:.1f}Q{x:.1f} {top - 56 * unit:.1f} {x + 17 * unit:.1f} {top - 24 * unit:.1f}Z",
        canvas.hour("#b8403a", far=0.25),
    )
    canvas.rect(x - 19 * unit, top, 38 * unit, 6 * unit, canvas.hour("#4a4f58", far=0.25))


def _quay(canvas: Canvas, top: float) -> None:
    """The quay that we stand on: its edge, tyres on it, slabs, bollards with rope, and coils in the corners."""
    unit, width, height = canvas.unit, canvas.width, canvas.height
    with canvas.painted(canvas.scenery.ground):
        stone = canvas.hour(canvas.choice("stone", ("#c9bda6", "#b9b4ac", "#cfb99a")))
        canvas.rect(
            0,
            top + 14 * unit,
            width,
            height - top,
            canvas.gradient((0.0, lighter(stone, 0.12)), (0.4, stone), (1.0, darker(stone, 0.2))),
        )
        canvas.rect(
            0, top, width, 16 * unit, canvas.gradient((0.0, lighter(stone, 0.36)), (1.0, lighter(stone, 0.1)))
        )
        joints = "".join(
            f"M0 {top + 16 * unit + (height - top) * (k / 6) ** 1.5:.1f}H{width}" for k in range(1, 6)
        )
        rng = canvas.stream("slabs")
        for k in range(6):
            y0, y1 = (top + 16 * unit + (height - top) * (j / 6) ** 1.5 for j in (k, k + 1))
            x = rng.uniform(0, 120) * unit
            while x < width:
                joints += f"M{x:.1f} {y0:.1f}L{x + (x - width / 2) * 0.06:.1f} {y1:.1f}"
                x += rng.uniform(140, 220) * unit * (0.7 + 0.12 * k)
        canvas.line(joints, darker(stone, 0.22), 2.2 * unit, 0.6)
    with canvas.piece("bollards"):
        iron = canvas.hour("#474d55")
        places = canvas.choice("bollards", ((0.10, 0.88), (0.18, 0.93), (0.07, 0.80)))
        for at in places:
            x, y = width * at, top + 34 * unit
            canvas.ellipse(x, y, 34 * unit, 8 * unit, "#2a2620", 0.3)
            canvas.path(
                f"M{x - 20 * unit:.1f} {y:.1f}L{x - 15 * unit:.1f} {y - 44 * unit:.1f}H{x + 15 * unit:.1f}L{x + 20 * unit:.1f} {y:.1f}Z",
                canvas.gradient((0.0, lighter(iron, 0.3)), (0.5, iron), (1.0, darker(iron, 0.3)), level=True),
            )
            canvas.ellipse(x, y - 48 * unit, 24 * unit, 10 * unit, lighter(iron, 0.16))
            rope = canvas.hour("#d9bd86")
            canvas.line(
                f"M{x - 18 * unit:.1f} {y - 20 * unit:.1f}h{36 * unit:.1f}M{x - 18 * unit:.1f} {y - 28 * unit:.1f}h{36 * unit:.1f}",
                rope,
                6 * unit,
            )
            canvas.line(
                f"M{x + 14 * unit:.1f} {y - 24 * unit:.1f}q{40 * unit:.1f} {4 * unit:.1f} {70 * unit:.1f} {-22 * unit:.1f}",
                rope,
                5 * unit,
            )
    with canvas.piece("rope"):
        x, y, rope = width * canvas.choice("coil", (0.93, 0.07)), height - 40 * unit, canvas.hour("#cfae74")
        for k in range(4):
            canvas.add(
                f'<ellipse cx="{x:.1f}" cy="{y - 9 * k * unit:.1f}" rx="{(64 - 6 * k) * unit:.1f}" ry="{(20 - 2 * k) * unit:.1f}" fill="none" stroke="{mix(rope, "#5a4020", 0.08 * (k % 2))}" stroke-width="{12 * unit:.1f}"/>'
            )


# --- cliffs -----------------------------------------------------------------------------------------------------------


def cliffs(canvas: Canvas) -> None:
    """On top of a cliff: the sea far below, and further cliffs along the coast with surf at their feet."""
    unit, width = canvas.unit, canvas.width
    draw_sky(canvas, floor=canvas.horizon * 1.05)
    land.far_mountains(canvas, tall=0.5)
    sheet_of_water(canvas, canvas.horizon, canvas.down(0.52))
    rock = canvas.choice("rock", ("#e6ddcc", "#b08a6c", "#9c9a92"))
    side = canvas.choice("coast", (1, -1))
    for k, (reach, high, foot) in enumerate(((0.34, 0.30, 0.05), (0.40, 0.40, 0.13), (0.33, 0.46, 0.24))):
        _headland(canvas, k, side, reach, high * canvas.horizon, canvas.down(foot), rock)
    if canvas.choice("stack", (True, False)):
        _stack(canvas, width * (0.5 - side * 0.24), canvas.down(0.12), rock)
    edge = [
        (
            width * k / 24,
            canvas.down(0.36) + 16 * unit * math.sin(1.3 * k) + 10 * unit * math.sin(2.9 * k + canvas.seed),
        )
        for k in range(25)
    ]
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in edge)
    tone = canvas.hour(darker(rock, 0.14))
    canvas.path(f"M0 {canvas.height}L{line}L{width} {canvas.height}Z", tone)
    brow = "L".join(
        f"{x:.1f} {y + (26 + 10 * math.sin(k * 2.1)) * unit:.1f}" for k, (x, y) in enumerate(edge)
    )
    far, middle, near = canvas.choice("pasture", land.PASTURES)
    with canvas.painted(canvas.scenery.ground):
        canvas.path(
            f"M0 {canvas.height}L{brow}L{width} {canvas.height}Z",
            canvas.across(
                canvas.down(0.38),
                canvas.height,
                (0.0, canvas.hour(far)),
                (0.5, canvas.hour(middle)),
                (1.0, canvas.hour(near)),
            ),
        )
    cracks = "".join(f"M{x:.1f} {y + 3 * unit:.1f}l{6 * unit:.1f} {18 * unit:.1f}" for x, y in edge)
    canvas.line(cracks, darker(tone, 0.3), 3 * unit, 0.6)
    if canvas.season == "winter":
        land.drifts(canvas, start=0.48)
    if canvas.scenery.path:
        land.path(canvas, told=canvas.scenery.path)
    land.stones(canvas, "#a8a49a")
    land.growth(
        canvas,
        (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.1)),
        flowers=canvas.choice("bloom", (0.12, 0.3)),
        top=canvas.down(0.42),
    )
    land.foreground(canvas, darker(near, 0.22), darker(near, 0.06))


@piece("rocks")
def _headland(
    canvas: Canvas, layer: int, side: int, reach: float, high: float, foot: float, rock: str
) -> None:
    """One cliff of the coast: grass above, bare rock down to the surf."""
    rng, unit, width = canvas.stream(f"headland{layer}"), canvas.unit, canvas.width
    far = 0.6 - 0.25 * layer
    tone, green = canvas.hour(rock, far=far), canvas.hour("#8fbf62", far=far)
    start = width if side > 0 else 0.0
    end = start - side * reach * width * (1.5 - 0.28 * layer)
    top = foot - high
    steps = [
        (start + (end - start) * k / 9, top + high * 0.10 * (k / 9) ** 2 * 3 + rng.uniform(-6, 6) * unit)
        for k in range(9)
    ]
    face = "L".join(f"{x:.1f} {y:.1f}" for x, y in steps)
    canvas.path(
        f"M{start:.1f} {foot:.1f}L{face}L{end - side * 6 * unit:.1f} {top + 0.5 * high:.1f}L{end + side * 8 * unit:.1f} {top + 0.72 * high:.1f}L{end - side * 16 * unit:.1f} {foot:.1f}Z",
        canvas.across(top, foot, (0.0, lighter(tone, 0.14)), (1.0, darker(tone, 0.16))),
    )
    for x, y in steps[1:]:
        deep = foot - y
        canvas.path(
            f"M{x:.1f} {y:.1f}l{side * 12 * unit:.1f} {0.5 * deep:.1f}l{-side * 8 * unit:.1f} {0.48 * deep:.1f}l{-side * 14 * unit:.1f} {-0.4 * deep:.1f}Z",
            darker(tone, 0.14),
            'opacity=".5"',
        )
    for share in (0.4, 0.62, 0.82):
        layers = "L".join(
            f"{x:.1f} {y + share * (foot - y) + rng.uniform(-4, 4) * unit:.1f}" for x, y in steps
        )
        canvas.line(f"M{layers}", darker(tone, 0.1), 2 * unit, 0.5)
    turf = "L".join(f"{x:.1f} {y + rng.uniform(8, 18) * unit:.1f}" for x, y in reversed(steps))
    canvas.path(f"M{face}L{turf}Z", green)
    for _ in range(9):
        x = start + (end - start) * rng.uniform(0, 1.06)
        canvas.ellipse(
            x,
            foot + rng.uniform(-2, 5) * unit,
            rng.uniform(20, 46) * unit,
            5 * unit,
            canvas.hour("#ffffff"),
            0.8,
        )


@piece("rocks")
def _stack(canvas: Canvas, x: float, foot: float, rock: str) -> None:
    """A pillar of rock that stands in the sea."""
    unit, tone = canvas.unit, canvas.hour(rock, far=0.3)
    canvas.path(
        f"M{x - 44 * unit:.1f} {foot:.1f}L{x - 32 * unit:.1f} {foot - 90 * unit:.1f}L{x - 20 * unit:.1f} {foot - 134 * unit:.1f}L{x + 18 * unit:.1f} {foot - 128 * unit:.1f}L{x + 30 * unit:.1f} {foot - 60 * unit:.1f}L{x + 46 * unit:.1f} {foot:.1f}Z",
        canvas.gradient((0.0, lighter(tone, 0.16)), (0.6, tone), (1.0, darker(tone, 0.2)), level=True),
    )
    canvas.path(
        f"M{x - 24 * unit:.1f} {foot - 122 * unit:.1f}L{x - 20 * unit:.1f} {foot - 138 * unit:.1f}Q{x:.1f} {foot - 148 * unit:.1f} {x + 18 * unit:.1f} {foot - 132 * unit:.1f}L{x + 20 * unit:.1f} {foot - 118 * unit:.1f}Z",
        canvas.hour("#8fbf62", far=0.3),
    )
    canvas.ellipse(x, foot, 62 * unit, 9 * unit, canvas.hour("#ffffff"), 0.85)


# --- swamp ------------------------------------------------------------------------------------------------------------


def swamp(canvas: Canvas) -> None:
    """Dark still water with duckweed between trees on stilts, hung with moss; mud and reeds on our side."""
    unit, width = canvas.unit, canvas.width
    draw_sky(
        canvas,
        floor=canvas.horizon * 1.1,
        day=canvas.choice(
            "air",
            (("#8fb0a8", "#b4cbb8", "#d6e0c4", "#e8e6c8"), ("#7fa8b0", "#a9c6bc", "#cfdcc0", "#e6e2bc")),
        ),
        clouds=3,
    )
    land.hills(canvas, ("#a4bfb4", "#8fb09c", "#7a9f80"))
    for layer in range(2):
        rng = canvas.stream(f"swamp wood{layer}")
        for k in range(10):
            x = width * (k + rng.uniform(-0.3, 0.3)) / 9
            crown(
                canvas,
                rng,
                x,
                canvas.horizon - (30 - 20 * layer) * unit,
                rng.uniform(50, 84) * unit,
                ("#86aa82", "#6a9468")[layer],
                far=0.8 - 0.35 * layer,
            )
    shore = canvas.down(0.42)
    with canvas.painted(canvas.scenery.water):
        water = canvas.gradient(
            (0.0, canvas.hour("#9fb08a", far=0.5)),
            (0.35, canvas.hour("#6a8462")),
            (1.0, canvas.hour("#465f48")),
        )
        canvas.rect(0, canvas.horizon + 2 * unit, width, shore + 50 * unit - canvas.horizon, water)
    _duckweed(canvas, shore)
    for depth, count in ((0.05, 7), (0.14, 5)):
        rng = canvas.stream(f"stilts{depth}")
        for k in range(count):
            x = width * (k + rng.uniform(0.2, 0.8)) / count
            if depth > 0.1 and abs(x / width - 0.5) < 0.24:
                continue
            _stilt_tree(
                canvas, rng, x, canvas.down(depth), (250 + 900 * depth) * unit, far=0.55 - 2.6 * depth
            )
    mist = canvas.hour("#e6ecdc", far=0.5)
    canvas.rect(
        0,
        canvas.horizon - 40 * unit,
        width,
        130 * unit,
        canvas.gradient((0.0, mist, 0.0), (0.5, mist, 0.5), (1.0, mist, 0.0)),
    )
    canvas.ridge("mud", shore + 2 * unit, 12 * unit, canvas.hour("#6f5f45"), waves=1.3)
    with canvas.painted(canvas.scenery.ground):
        canvas.ridge(
            "moss",
            shore + 16 * unit,
            12 * unit,
            canvas.gradient(
                (0.0, canvas.hour("#8f9f58")), (0.5, canvas.hour("#6f8748")), (1.0, canvas.hour("#4a6438"))
            ),
            waves=1.3,
        )
    if canvas.season == "winter":
        land.drifts(canvas, start=0.5)
    _bulrushes(canvas, shore)
    land.growth(canvas, ("#5f7f3c", "#7a994a", "#4a6a34"), flowers=0.05, top=shore + 34 * unit)
    land.foreground(canvas, "#33552f", "#4f7238")


@piece("water plants", greens=True)
def _duckweed(canvas: Canvas, shore: float) -> None:
    """Green films and leaves on the water."""
    rng, unit = canvas.stream("duckweed"), canvas.unit
    for _ in range(16):
        x, y = rng.uniform(0, canvas.width), rng.uniform(canvas.horizon + 20 * unit, shore - 6 * unit)
        wide = rng.uniform(40, 120) * unit * (0.4 + (y - canvas.horizon) / (shore - canvas.horizon))
        canvas.ellipse(x, y, wide, 0.09 * wide, canvas.hour("#9dbb58"), 0.6)
    for _ in range(14):
        x, y = rng.uniform(0, canvas.width), rng.uniform(canvas.horizon + 60 * unit, shore)
        size = rng.uniform(12, 26) * unit
        canvas.ellipse(x, y, size, 0.3 * size, canvas.hour("#6fa048"))
        canvas.ellipse(x - 0.2 * size, y - 0.06 * size, 0.7 * size, 0.18 * size, canvas.hour("#8fbc5c"), 0.8)


@piece("trees", greens=True)
def _stilt_tree(
    canvas: Canvas, rng: random.Random, x: float, base: float, tall: float, *, far: float
) -> None:
    """A tree that stands on its roots in the water, moss in its boughs."""
    far = max(0.05, far)
    bark, moss = canvas.hour("#6f6250", far=far), canvas.hour("#9aac7a", far=far)
    foot = base - 0.18 * tall
    roots = "".join(
        f"M{x:.1f} {foot:.1f}Q{x + 0.5 * dx * tall:.1f} {foot + 0.02 * tall:.1f} {x + dx * tall:.1f} {base:.1f}"
        for dx in (-0.22, -0.12, -0.04, 0.05, 0.13, 0.21)
    )
    canvas.line(roots, bark, 0.028 * tall)
    canvas.line(
        f"M{x:.1f} {foot + 0.02 * tall:.1f}Q{x + rng.uniform(-0.06, 0.06) * tall:.1f} {base - 0.5 * tall:.1f} {x:.1f} {base - 0.86 * tall:.1f}",
        bark,
        0.07 * tall,
    )
    boughs = [(-0.28, 0.84), (0.3, 0.88), (-0.2, 0.66), (0.24, 0.70)]
    canvas.line(
        "".join(
            f"M{x:.1f} {base - (up - 0.12) * tall:.1f}Q{x + 0.5 * dx * tall:.1f} {base - (up - 0.04) * tall:.1f} {x + dx * tall:.1f} {base - up * tall:.1f}"
            for dx, up in boughs
        ),
        bark,
        0.03 * tall,
    )
    canvas.ellipse(x, base + 2, 0.3 * tall, 0.022 * tall, canvas.hour("#d6e0c4", far=far), 0.4)
    if canvas.season != "winter":
        crown(canvas, rng, x, base - 0.92 * tall, 0.24 * tall, "#6a9455", far=far)
        for dx, up in boughs:
            crown(canvas, rng, x + dx * tall, base - (up + 0.02) * tall, 0.12 * tall, "#739c5a", far=far)
    hanging = "".join(
        f"M{x + dx * tall * share:.1f} {base - (up - 0.05) * tall:.1f}q{rng.uniform(-0.02, 0.02) * tall:.1f} {0.08 * tall:.1f} 0 {rng.uniform(0.10, 0.2) * tall:.1f}"
        for dx, up in boughs for share in (0.6, 0.8, 1.0)
    )  # fmt: skip
    canvas.line(hanging, moss, 0.014 * tall, 0.85)


@piece("reeds")
def _bulrushes(canvas: Canvas, shore: float) -> None:
    rng, unit = canvas.stream("bulrushes"), canvas.unit
    for _ in range(34):
        x = rng.choice((rng.uniform(0, 0.2), rng.uniform(0.8, 1.0))) * canvas.width
        y, long = shore + rng.uniform(0, 44) * unit, rng.uniform(70, 140) * unit
        lean, green = rng.uniform(-14, 14) * unit, canvas.hour(rng.choice(("#6f8f48", "#5a7a3c")))
        canvas.line(
            f"M{x:.1f} {y:.1f}q{lean * 0.2:.1f} {-long * 0.6:.1f} {lean:.1f} {-long:.1f}", green, 3.4 * unit
        )
        if rng.random() < 0.4:
            canvas.rect(
                x + lean - 4 * unit,
                y - long - 12 * unit,
                8 * unit,
                28 * unit,
                canvas.hour("#6a4527"),
                f'rx="{4 * unit:.1f}"',
            )


# --- volcano ----------------------------------------------------------------------------------------------------------


def volcano(canvas: Canvas) -> None:
    """Black ground with glowing cracks before a cone that smokes, and from which lava runs."""
    unit, width = canvas.unit, canvas.width
    draw_sky(
        canvas,
        floor=canvas.horizon * 1.12,
        day=canvas.choice(
            "smoke",
            (("#6f7f9c", "#a893a0", "#d9a890", "#f2c49a"), ("#8a6f80", "#b98a84", "#e0a880", "#f6cf98")),
        ),
        clouds=4,
    )
    canvas.ridge("ashen", canvas.horizon - 26 * unit, 26 * unit, canvas.hour("#8f7f84", far=0.8), waves=1.6)
    _cone(canvas, width * canvas.choice("cone", (0.5, 0.3, 0.7)))
    canvas.ridge("slag", canvas.horizon + 2 * unit, 12 * unit, canvas.hour("#5f5254", far=0.3), waves=2.2)
    with canvas.painted(canvas.scenery.ground):
        top = canvas.horizon + 12 * unit
        canvas.ridge(
            "ground",
            top,
            8 * unit,
            canvas.gradient(
                (0.0, canvas.hour("#6a5c5c", far=0.2)),
                (0.4, canvas.hour("#524749")),
                (1.0, canvas.hour("#352e33")),
            ),
            waves=1.4,
        )
        light = canvas.glow((0.0, canvas.hour("#ffb88a"), 0.30), (1.0, canvas.hour("#ffb88a"), 0.0))
        canvas.ellipse(width * 0.5, canvas.down(0.45), width * 0.56, 0.2 * canvas.height, light)
    _lava_stream(canvas)
    _glowing_cracks(canvas)
    land.stones(canvas, "#6a6062")
    _slag(canvas)


_FIRE = ("#fff0a0", "#ffb03a", "#f0602a", "#c8321e")


@piece("mountains")
def _cone(canvas: Canvas, x: float) -> None:
    """The mountain: lava in its mouth and down its side, and a column of smoke."""
    unit, high = canvas.unit, 0.66 * canvas.horizon
    base, half = canvas.horizon + 8 * unit, 1.15 * high
    top, mouth = base - high, 0.15 * high
    rng = canvas.stream("smoke")
    for k in range(16):
        t = k / 15
        size = (26 + 74 * t) * unit
        tone = canvas.hour(mix("#7a6a70", "#b9a8a8", t), far=0.4)
        canvas.ellipse(
            x + (rng.uniform(-34, 34) + 130 * t) * unit,
            top - 10 * unit - t * 0.9 * top,
            size,
            0.8 * size,
            tone,
            0.55,
        )
    canvas.ellipse(x, top, 130 * unit, 90 * unit, canvas.glow((0.0, "#ffb45a", 0.75), (1.0, "#ff7a3a", 0.0)))
    rock = canvas.hour("#6f5f64", far=0.45)
    canvas.path(
        f"M{x - half:.1f} {base:.1f}Q{x - 0.42 * half:.1f} {base - 0.3 * high:.1f} {x - mouth:.1f} {top:.1f}Q{x:.1f} {top + 0.06 * high:.1f} {x + mouth:.1f} {top:.1f}Q{x + 0.42 * half:.1f} {base - 0.3 * high:.1f} {x + half:.1f} {base:.1f}Z",
        canvas.gradient((0.0, lighter(rock, 0.16)), (0.5, rock), (1.0, darker(rock, 0.2)), level=True),
    )
    canvas.path(
        f"M{x - mouth:.1f} {top:.1f}Q{x:.1f} {top + 0.06 * high:.1f} {x + mouth:.1f} {top:.1f}Q{x:.1f} {top - 0.035 * high:.1f} {x - mouth:.1f} {top:.1f}Z",
        _FIRE[1],
    )
    for dx, long, wide in ((-0.05, 0.72, 10), (0.06, 0.9, 14), (0.0, 0.5, 8)):
        start, bend = x + dx * high, rng.uniform(-0.16, 0.16) * high
        for colour, share in ((_FIRE[3], 1.5), (_FIRE[2], 1.0), (_FIRE[1], 0.45)):
            canvas.line(
                f"M{start:.1f} {top + 0.03 * high:.1f}C{start + bend:.1f} {top + 0.3 * high * long:.1f} {start - bend + 2 * dx * high:.1f} {top + 0.6 * high * long:.1f} {start + 4 * dx * high:.1f} {top + high * long:.1f}",
                colour, share * wide * unit,
            )  # fmt: skip
    for _ in range(16):
        turn, out = rng.uniform(-0.9, 0.9), rng.uniform(0.06, 0.26) * high
        canvas.ellipse(
            x + math.sin(turn) * out,
            top - math.cos(turn) * out,
            3.4 * unit,
            3.4 * unit,
            _FIRE[rng.randrange(3)],
        )


@piece("lava")
def _lava_stream(canvas: Canvas) -> None:
    """A slow stream that comes down to one side of us."""
    width = canvas.width
    way = canvas.choice("stream side", (-1, 1))
    for colour, grow in ((_FIRE[3], 1.35), (_FIRE[2], 1.0), (_FIRE[1], 0.55), (_FIRE[0], 0.2)):
        half = 0.09 * width * grow
        far_x, near_x = width * (0.5 + 0.10 * way), width * (0.5 + 0.56 * way)
        middle = width * (0.5 + 0.30 * way)
        y0, y1, y2 = canvas.down(0.02), canvas.down(0.3), canvas.down(1.1)
        canvas.path(
            f"M{far_x - 0.1 * half:.1f} {y0:.1f}C{far_x + way * 0.1 * width - 0.3 * half:.1f} {canvas.down(0.12):.1f} {middle - way * 0.12 * width - 0.4 * half:.1f} {canvas.down(0.2):.1f} {middle - 0.5 * half:.1f} {y1:.1f}S{near_x - half:.1f} {canvas.down(0.5):.1f} {near_x - half:.1f} {y2:.1f}"
            f"H{near_x + half:.1f}C{near_x + half:.1f} {canvas.down(0.5):.1f} {middle + 0.8 * half:.1f} {canvas.down(0.42):.1f} {middle + 0.5 * half:.1f} {y1:.1f}S{far_x + way * 0.1 * width:.1f} {canvas.down(0.12):.1f} {far_x + 0.1 * half:.1f} {y0:.1f}Z",
            colour,
        )
    canvas.ellipse(
        width * (0.5 + 0.4 * way),
        canvas.down(0.5),
        0.3 * width,
        0.16 * canvas.height,
        canvas.glow((0.0, "#ff8a3a", 0.30), (1.0, "#ff8a3a", 0.0)),
    )


@piece("lava")
def _glowing_cracks(canvas: Canvas) -> None:
    rng, unit, drawn = canvas.stream("cracks"), canvas.unit, ""
    for _ in range(15):
        depth = rng.uniform(0.12, 0.96)
        x, y, step = rng.uniform(0, canvas.width), canvas.down(depth), 50 * depth * unit
        drawn += f"M{x:.1f} {y:.1f}"
        for _ in range(rng.randint(2, 4)):
            drawn += f"l{rng.uniform(0.4, 1.2) * step * rng.choice((-1, 1)):.1f} {rng.uniform(-0.1, 0.24) * step:.1f}"
    canvas.line(drawn, _FIRE[3], 6 * unit, 0.8)
    canvas.line(drawn, _FIRE[1], 2.4 * unit)


@piece("rocks")
def _slag(canvas: Canvas) -> None:
    """Black blocks in the lower corners."""
    rng, unit = canvas.stream("slag"), canvas.unit
    for at in (0.02, 0.10, 0.90, 0.98):
        x, base, size = canvas.width * at, canvas.height + 10 * unit, rng.uniform(60, 96) * unit
        tone = canvas.hour("#463c40")
        canvas.path(
            f"M{x - size:.1f} {base:.1f}L{x - 0.8 * size:.1f} {base - 0.6 * size:.1f}L{x - 0.2 * size:.1f} {base - size:.1f}L{x + 0.5 * size:.1f} {base - 0.76 * size:.1f}L{x + size:.1f} {base:.1f}Z",
            canvas.gradient((0.0, lighter(tone, 0.26)), (0.5, tone), (1.0, darker(tone, 0.3))),
        )
        canvas.line(
            f"M{x - 0.2 * size:.1f} {base - size:.1f}L{x - 0.1 * size:.1f} {base - 0.3 * size:.1f}",
            darker(tone, 0.3),
            3 * unit,
            0.7,
        )
