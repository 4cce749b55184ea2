"""What is grown in rows: orchards, vineyards, tea on the hills, and fields of flowers.

Rows run to one point on the horizon. A place is told by how far it is from the line below that point, in widths of the picture
at the lower edge, and by its depth, as a share of the way from the horizon to the lower edge.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import BLOSSOM, bush, crown, tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix


@dataclass(frozen=True, slots=True)
class _Rows:
    """The ground, as rows see it."""

    canvas: Canvas
    vanishing: float

    def at(self, aside: float, depth: float) -> tuple[float, float]:
        return self.vanishing + aside * self.canvas.width * depth, self.canvas.down(depth)

    def stripe(
        self, left: float, right: float, fill: str, *, back: float = 0.012, front: float = 1.1
    ) -> None:
        """A strip of ground between two lines that run to the horizon."""
        corners = [self.at(left, back), self.at(right, back), self.at(right, front), self.at(left, front)]
        self.canvas.path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z", fill)

    def seen(self, aside: float, depth: float, margin: float = 0.1) -> bool:
        x, _ = self.at(aside, depth)
        return -margin * self.canvas.width < x < (1 + margin) * self.canvas.width


def _rows(canvas: Canvas) -> _Rows:
    return _Rows(canvas, canvas.width * canvas.choice("vanishing", (0.5, 0.38, 0.62)))


def _depths(back: float, front: float, step: float) -> Iterator[float]:
    depth = back
    while depth < front:
        yield depth
        depth *= step


def _country(canvas: Canvas, far: str, *, peaks: bool = False) -> None:
    """Sky and hills behind the fields."""
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    if peaks:
        land.peaks(canvas, "#93b3d3", "#eef4fa", tall=0.36)
    land.hills(canvas, ("#a9cfe0", "#93c7c0", mix("#8cc58c", far, 0.4), mix("#86c260", far, 0.5)))


# --- fruit ------------------------------------------------------------------------------------------------------------

_APPLES = ("#e23b33", "#d42a3a", "#ee5a3c")


def orchard(canvas: Canvas) -> None:
    """Apple trees in rows on either side of a strip of grass; in bloom in spring, bare in winter."""
    far, middle, near = canvas.choice("pasture", land.PASTURES)
    _country(canvas, far)
    land.copses(canvas, "#4f9a4a", "#6bb04e")
    land.ground(canvas, far, middle, near)
    rows = _rows(canvas)
    shade = canvas.hour(darker(middle, 0.12), far=0.1)
    for aside in (-2.6, -1.9, -1.25, -0.62, 0.62, 1.25, 1.9, 2.6):
        rows.stripe(aside - 0.16, aside + 0.16, shade, back=0.03)
    land.swathes(canvas, lighter(far, 0.4))
    rng = canvas.stream("orchard")
    for depth in _depths(0.065, 0.5, 1.48):
        for aside in (
            -5.4,
            -4.7,
            -4.0,
            -3.3,
            -2.6,
            -1.9,
            -1.25,
            -0.62,
            0.62,
            1.25,
            1.9,
            2.6,
            3.3,
            4.0,
            4.7,
            5.4,
        ):
            if not rows.seen(aside, depth) or (depth > 0.3 and abs(aside) < 0.9):
                continue
            x, y = rows.at(aside, depth)
            _fruit_tree(
                canvas,
                rng,
                x + rng.uniform(-6, 6) * depth * canvas.unit,
                y,
                canvas.height * 1.02 * depth * rng.uniform(0.92, 1.08),
                far=0.55 * (1 - depth),
            )
    greens = (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.10))
    land.growth(canvas, greens, flowers=canvas.choice("bloom", (0.12, 0.30)), top=canvas.down(0.4))
    if canvas.season != "winter":
        _windfalls(canvas, rng)
    if canvas.season not in ("winter", "spring"):
        _crate(
            canvas, canvas.width * canvas.choice("crate", (0.07, 0.93)), canvas.down(0.86), 92 * canvas.unit
        )
    land.foreground(canvas, darker(near, 0.22), darker(near, 0.06))


@piece("trees", greens=True)
def _fruit_tree(
    canvas: Canvas, rng: random.Random, x: float, base: float, tall: float, *, far: float
) -> None:
    """A low spreading tree whose crown begins near the ground, with its fruit."""
    bark = canvas.hour("#7d5f48", far=far)
    canvas.ellipse(x, base, 0.34 * tall, 0.05 * tall, "#1c2a1c", 0.22)
    wide = 0.05 * tall
    canvas.path(
        f"M{x - wide * 1.3:.1f} {base:.1f}Q{x - wide:.1f} {base - 0.2 * tall:.1f} {x - wide * 0.8:.1f} {base - 0.5 * tall:.1f}H{x + wide * 0.8:.1f}Q{x + wide:.1f} {base - 0.2 * tall:.1f} {x + wide * 1.3:.1f} {base:.1f}Z",
        bark,
    )
    if canvas.season == "winter":
        _boughs(canvas, rng, x, base - 0.4 * tall, tall, bark)
        return
    crown(canvas, rng, x, base - 0.62 * tall, 0.42 * tall, "#6fae4c", far=far)
    if canvas.season == "spring":
        for _ in range(9):
            spot = (x + rng.uniform(-0.36, 0.36) * tall, base - rng.uniform(0.36, 0.92) * tall)
            canvas.ellipse(*spot, 0.07 * tall, 0.05 * tall, canvas.hour(rng.choice(BLOSSOM), far=far), 0.9)
        return
    size = 0.034 * tall
    for _ in range(13 if tall > 60 * canvas.unit else 6):
        turn, out = rng.uniform(0, math.tau), math.sqrt(rng.random())
        cx, cy = (
            x + 0.40 * tall * out * math.cos(turn),
            base - 0.6 * tall + 0.30 * tall * out * math.sin(turn),
        )
        red = canvas.hour(rng.choice(_APPLES), far=0.6 * far)
        canvas.ellipse(cx, cy, size, size, red)
        if tall > 150 * canvas.unit:
            canvas.ellipse(cx - 0.3 * size, cy - 0.35 * size, 0.3 * size, 0.22 * size, lighter(red, 0.6), 0.9)


def _boughs(canvas: Canvas, rng: random.Random, x: float, y: float, tall: float, bark: str) -> None:
    """A bare crown with snow on it."""
    drawn = ""
    for turn in (-62, -38, -14, 12, 36, 60):
        way = math.radians(turn + rng.uniform(-6, 6))
        dx, dy = math.sin(way) * 0.46 * tall, -math.cos(way) * 0.46 * tall
        drawn += f"M{x:.1f} {y:.1f}q{0.3 * dx:.1f} {0.6 * dy:.1f} {dx:.1f} {dy:.1f}M{x + 0.5 * dx:.1f} {y + 0.62 * dy:.1f}l{0.3 * dx - 0.12 * dy:.1f} {0.2 * dy:.1f}"
    canvas.line(drawn, bark, 0.03 * tall)
    canvas.add(f'<g transform="translate(0 {-0.018 * tall:.1f})">')
    canvas.line(drawn, canvas.hour("#ffffff"), 0.013 * tall, 0.9)
    canvas.add("</g>")


def _windfalls(canvas: Canvas, rng: random.Random) -> None:
    """Apples in the grass."""
    if canvas.season == "spring":
        return
    for _ in range(16):
        depth = rng.uniform(0.3, 0.95)
        x, size = (
            rng.choice((rng.uniform(0, 0.3), rng.uniform(0.7, 1))) * canvas.width,
            11 * depth * canvas.unit,
        )
        red = canvas.hour(rng.choice(_APPLES))
        canvas.ellipse(x, canvas.down(depth) + 0.7 * size, 1.2 * size, 0.3 * size, "#1c2a1c", 0.3)
        canvas.ellipse(x, canvas.down(depth), size, size, red)
        canvas.ellipse(
            x - 0.3 * size, canvas.down(depth) - 0.35 * size, 0.3 * size, 0.22 * size, lighter(red, 0.6), 0.9
        )


@piece("crate")
def _crate(canvas: Canvas, x: float, base: float, wide: float) -> None:
    """A wooden crate full of apples."""
    wood, tall = canvas.hour("#c79a66"), 0.5 * wide
    left, rng = x - wide / 2, canvas.stream("crate")
    canvas.ellipse(x, base, 0.62 * wide, 0.09 * wide, "#1c2a1c", 0.3)
    for row, count in ((0, 5), (1, 4)):
        for k in range(count):
            cx, size = left + wide * (k + 0.5 + 0.5 * row) / 5, 0.12 * wide
            red, cy = canvas.hour(rng.choice(_APPLES)), base - tall - 0.05 * wide - 0.09 * wide * row
            canvas.ellipse(cx, cy, size, size, red)
            canvas.ellipse(cx - 0.3 * size, cy - 0.4 * size, 0.28 * size, 0.2 * size, lighter(red, 0.6), 0.9)
    canvas.rect(left, base - tall, wide, tall, darker(wood, 0.3))
    for k in range(3):
        canvas.rect(
            left,
            base - tall + k * tall / 3,
            wide,
            0.28 * tall,
            canvas.gradient((0.0, lighter(wood, 0.16)), (1.0, wood)),
        )
    for at in (left, left + 0.9 * wide):
        canvas.rect(at, base - 1.08 * tall, 0.1 * wide, 1.08 * tall, darker(wood, 0.12))


# --- vines ------------------------------------------------------------------------------------------------------------


def vineyard(canvas: Canvas) -> None:
    """Rows of vines on their wires, with grapes; hills striped with more of them, and a manor among cypresses."""
    view = canvas.choice("view", ("manor", "range", "hills"))
    far, middle, near = canvas.choice("pasture", land.PASTURES[:3])
    _country(canvas, far, peaks=view == "range")
    _striped_hill(canvas)
    if view == "manor":
        _manor(canvas)
    land.ground(canvas, mix(far, "#d8c48a", 0.35), mix(middle, "#c4a468", 0.4), mix(near, "#9a7a4a", 0.35))
    rows = _rows(canvas)
    soil = canvas.hour("#b98f5e")
    for aside in (-0.5, 0.5, -1.05, 1.05, -1.6, 1.6):
        rows.stripe(aside - 0.10, aside + 0.10, soil, back=0.03)
    for aside in (
        -7.4,
        7.4,
        -6.3,
        6.3,
        -5.3,
        5.3,
        -4.4,
        4.4,
        -3.6,
        3.6,
        -2.9,
        2.9,
        -2.2,
        2.2,
        -1.6,
        1.6,
        -1.05,
        1.05,
        -0.56,
        0.56,
    ):
        _vines(canvas, rows, aside)
    greens = (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.10))
    land.growth(canvas, greens, flowers=0.1, top=canvas.down(0.3))


@piece("fields", greens=True)
def _striped_hill(canvas: Canvas) -> None:
    """A hill far away with vines in strips."""
    unit, rng = canvas.unit, canvas.stream("striped")
    x, wide = canvas.width * rng.choice((0.22, 0.8)), canvas.width * 0.42
    top, base = canvas.horizon - 60 * unit, canvas.horizon + 14 * unit
    tone = canvas.hour("#9cc070", far=0.55)
    canvas.path(f"M{x - wide:.1f} {base:.1f}Q{x:.1f} {2 * top - base:.1f} {x + wide:.1f} {base:.1f}Z", tone)
    lines = ""
    for k in range(-9, 10):
        foot = x + k * wide / 10.5
        lift = (1 - (k / 10.5) ** 2) * (base - top)
        lines += f"M{foot:.1f} {base - 0.02 * lift:.1f}Q{foot - 0.01 * wide * k:.1f} {base - 0.6 * lift:.1f} {x + 0.86 * (foot - x):.1f} {base - 0.93 * lift:.1f}"
    canvas.line(lines, canvas.hour("#6f9a50", far=0.5), 4 * unit, 0.8)


@piece("houses")
def _manor(canvas: Canvas) -> None:
    """A manor with a tower and a tiled roof, and cypresses beside it."""
    unit, x = canvas.unit, canvas.width * canvas.choice("manor", (0.76, 0.2))
    base = canvas.horizon + 6 * unit
    wall, roof = canvas.hour("#f0e2c4", far=0.45), canvas.hour("#c0704e", far=0.45)
    light = "#ffdf8e" if canvas.time in ("night", "sunset") else canvas.hour("#7a6a58", far=0.4)
    for left, wide, tall in ((-70, 96, 46), (24, 34, 78), (56, 50, 36)):
        at, high = x + left * unit, tall * unit
        canvas.rect(at, base - high, wide * unit, high, wall)
        canvas.path(
            f"M{at - 5 * unit:.1f} {base - high:.1f}l{(wide / 2 + 5) * unit:.1f} {-20 * unit:.1f}l{(wide / 2 + 5) * unit:.1f} {20 * unit:.1f}z",
            roof,
        )
        for k in range(max(1, round(wide / 26))):
            canvas.rect(at + (8 + 25 * k) * unit, base - high + 12 * unit, 9 * unit, 13 * unit, light)
    green = canvas.hour("#4f7f52", far=0.45)
    for dx, tall in ((-104, 92), (-86, 76), (122, 88), (140, 70)):
        canvas.ellipse(x + dx * unit, base - tall * unit / 2, 9 * unit, tall * unit / 2, green)


@piece("vines", greens=True)
def _vines(canvas: Canvas, rows: _Rows, aside: float) -> None:
    """One row: a wall of leaves that comes towards us, its posts and its grapes."""
    unit, height = canvas.unit, canvas.height
    rng, front = canvas.stream(f"vines{aside}"), 1.15
    while not rows.seen(aside, front, 0.25) and front > 0.05:
        front *= 0.9
    back = 0.02

    def wall(depth: float, share: float) -> tuple[float, float]:
        x, y = rows.at(aside, depth)
        return x, y - share * 0.34 * height * depth

    leafage, bark = canvas.hour("#6fa845", far=0.1), canvas.hour("#7a5a40")
    posts = "".join(
        f"M{wall(depth, 0)[0]:.1f} {wall(depth, 0)[1]:.1f}L{wall(depth, 1.06)[0]:.1f} {wall(depth, 1.06)[1]:.1f}"
        for depth in _depths(0.08, front, 1.5)
    )
    canvas.line(posts, bark, 5 * unit)
    wires = "".join(
        "M" + "L".join("{:.1f} {:.1f}".format(*wall(depth, share)) for depth in (back, front))
        for share in (0.42, 0.95)
    )
    canvas.line(wires, canvas.hour("#8f8f86"), 1.6 * unit, 0.7)
    if canvas.season == "winter":
        stems = "".join(
            "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*wall(depth, 0), *wall(depth, 0.6))
            for depth in _depths(0.06, front, 1.16)
        )
        canvas.line(stems, bark, 4 * unit)
        return
    corners = [wall(back, 0.34), wall(back, 1.0), wall(front, 1.0), wall(front, 0.34)]
    tone = darker(leafage, 0.12)
    canvas.path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z", tone)
    paints = (tone, darker(leafage, 0.24), leafage, lighter(leafage, 0.16))
    puffs = dict.fromkeys(paints, "")
    for depth in _depths(0.045, front, 1.07):
        size = 0.052 * height * depth
        for share in (0.36, 0.56, 0.78, 1.0):
            x, y = wall(depth * rng.uniform(0.98, 1.02), share + rng.uniform(-0.07, 0.07))
            paint = paints[min(3, max(0, round(share * 3.2 - 0.6 + rng.uniform(-0.9, 0.9))))]
            r = size * rng.uniform(0.7, 1.15)
            puffs[paint] += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'
    for paint, circles in puffs.items():
        canvas.add(f'<g fill="{paint}">{circles}</g>')
    if canvas.season != "spring":
        _grapes(canvas, rng, wall, front)


def _grapes(
    canvas: Canvas, rng: random.Random, wall: Callable[[float, float], tuple[float, float]], front: float
) -> None:
    purple = canvas.hour(canvas.choice("grapes", ("#6a3f8f", "#7a2f5f", "#9fb84a")))
    for depth in _depths(0.16, front, 1.17):
        x, y = wall(depth, rng.uniform(0.32, 0.5))
        size = 0.013 * canvas.height * depth
        drawn = "".join(
            f'<circle cx="{x + dx * size * 1.5:.1f}" cy="{y + dy * size * 1.35:.1f}" r="{size:.1f}"/>'
            for dx, dy in ((-1, 0), (0, 0), (1, 0), (-0.5, 1), (0.5, 1), (0, 2))
        )
        canvas.add(f'<g fill="{purple}">{drawn}</g>')
        canvas.ellipse(x - 0.7 * size, y - 0.4 * size, 0.3 * size, 0.3 * size, lighter(purple, 0.6), 0.9)


# --- tea --------------------------------------------------------------------------------------------------------------

_HEDGES = 15


def tea_garden(canvas: Canvas) -> None:
    """Clipped hedges of tea that follow the curves of the hills, before mountains in mist."""
    unit = canvas.unit
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    land.peaks(canvas, "#8fb0b8", "#cfdfe0", tall=canvas.choice("range", (0.34, 0.5, 0.22)))
    land.hills(canvas, ("#a9cfe0", "#93c7c0", "#86bd86"))
    mist = canvas.hour("#f4f8f6", far=1)
    canvas.rect(
        0, canvas.horizon - 120 * unit, canvas.width, 150 * unit,
        canvas.gradient((0.0, mist, 0.0), (0.6, mist, 0.7), (1.0, mist, 0.1)),
    )  # fmt: skip
    rng = canvas.stream("tea hills")
    crest, phase = canvas.choice("crest", (0.28, 0.72, 0.5)), rng.uniform(0, math.tau)
    floor = canvas.down(0.52)

    def level(x: float, t: float) -> float:
        at = x / canvas.width
        hump = math.exp(-(((at - crest) / 0.34) ** 2)) * 0.34 * math.pow(1 - t, 1.2)
        other = math.exp(-(((at - (1.15 - crest)) / 0.26) ** 2)) * 0.13 * (1 - t)
        wave = 0.018 * math.sin(phase + at * 9 + 3 * t)
        return (
            canvas.horizon
            + 14 * unit
            + (floor - canvas.horizon) * math.pow(t, 1.25)
            - canvas.horizon * (hump + other + wave)
        )

    for k in range(2):
        x = canvas.width * (crest + (0.1, -0.13)[k])
        tree(canvas, rng, x, level(x, 0) + 6 * unit, rng.uniform(70, 100) * unit, "#5f9f50", far=0.5)
    for hedge in range(_HEDGES):
        _tea_hedge(canvas, level, hedge / (_HEDGES - 1), rng)
    near = canvas.hour("#8fae5a")
    edge = "L".join(
        f"{canvas.width * k / 30:.1f} {level(canvas.width * k / 30, 1.0) + 26 * unit:.1f}" for k in range(31)
    )
    with canvas.painted(canvas.scenery.ground):
        canvas.path(
            f"M0 {canvas.height}L{edge}L{canvas.width} {canvas.height}Z",
            canvas.across(floor, canvas.height, (0.0, near), (1.0, darker(near, 0.2))),
        )
    if canvas.season == "winter":
        land.drifts(canvas, start=0.55)
    if canvas.scenery.path:
        land.path(canvas, told=canvas.scenery.path)
    land.growth(canvas, ("#5a9a3c", "#7ab54e", "#4a8a38"), flowers=0.14, top=floor + 30 * unit)
    for k in range(9):
        x = canvas.width * (-0.02 + 0.06 * k if k < 4 else 0.80 + 0.06 * (k - 4))
        bush(canvas, rng, x, canvas.height + 12 * unit, rng.uniform(56, 74) * unit, "#4f9440")


@piece("tea bushes", greens=True)
def _tea_hedge(canvas: Canvas, level: Callable[[float, float], float], t: float, rng: random.Random) -> None:
    """One hedge: the slope before it, its shaded side, and its top in the light with fresh shoots."""
    unit, width, wide = canvas.unit, canvas.width, (7 + 34 * t**1.2) * canvas.unit
    points = [(width * k / 34, level(width * k / 34, t)) for k in range(35)]
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    tone = canvas.hour("#5f9f3f", far=0.55 * (1 - t))
    canvas.path(
        f"M0 {canvas.height}L{line}L{width} {canvas.height}Z",
        canvas.hour(mix("#93a85c", "#7f9a48", t), far=0.5 * (1 - t)),
    )
    for shift, colour, share in (
        (0.0, darker(tone, 0.3), 1.0),
        (-0.16, tone, 0.86),
        (-0.34, lighter(tone, 0.16), 0.5),
    ):
        moved = "L".join(f"{x:.1f} {y + shift * wide:.1f}" for x, y in points)
        canvas.line(f"M{moved}", colour, share * wide)
    if t < 0.2:
        return
    shoots = ""
    for _ in range(round(width / unit / (26 - 8 * t))):
        k = rng.random() * 33.9
        (x0, y0), (x1, y1) = points[int(k)], points[int(k) + 1]
        x, y = x0 + (x1 - x0) * (k % 1), y0 + (y1 - y0) * (k % 1) - rng.uniform(0.1, 0.62) * wide
        size = rng.uniform(0.07, 0.13) * wide
        shoots += (
            f"M{x:.1f} {y:.1f}l{-size:.1f} {-1.6 * size:.1f}M{x:.1f} {y:.1f}l{size:.1f} {-1.6 * size:.1f}"
        )
    canvas.line(shoots, lighter(tone, 0.4), max(1.2, 0.035 * wide), 0.9)


# --- flowers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bloom:
    """A flower that a field is full of."""

    paints: tuple[str, ...]
    stem: str
    tall: float
    """How high it is in the front, as a share of the picture's height."""
    apart: float
    """How far from each other they are, in widths at the lower edge."""
    head: Callable[[float, float, float], str]
    """What it looks like: its outline, from its middle and its size."""
    size: float
    """How large the head is, as a share of how high it is."""
    heart: str = ""
    rows: bool = False
    """Whether each row has one paint."""


def _tulip(x: float, y: float, r: float) -> str:
    return f"M{x - r:.1f} {y - 0.9 * r:.1f}Q{x - 0.5 * r:.1f} {y - 0.5 * r:.1f} {x - 0.45 * r:.1f} {y - 0.5 * r:.1f}L{x:.1f} {y - 1.2 * r:.1f}L{x + 0.45 * r:.1f} {y - 0.5 * r:.1f}Q{x + 0.5 * r:.1f} {y - 0.5 * r:.1f} {x + r:.1f} {y - 0.9 * r:.1f}Q{x + 1.1 * r:.1f} {y + r:.1f} {x:.1f} {y + r:.1f}Q{x - 1.1 * r:.1f} {y + r:.1f} {x - r:.1f} {y - 0.9 * r:.1f}Z"


def _spike(x: float, y: float, r: float) -> str:
    drawn = ""
    for k in range(4):
        half = r * (0.36 - 0.06 * k)
        at = y + r * (0.9 - 0.6 * k)
        drawn += f"M{x - half:.1f} {at:.1f}a{half:.1f} {0.34 * r:.1f} 0 1 1 {2 * half:.1f} 0a{half:.1f} {0.34 * r:.1f} 0 1 1 {-2 * half:.1f} 0Z"
    return drawn


def _rays(x: float, y: float, r: float) -> str:
    count, points = 14, []
    for k in range(2 * count):
        turn, out = k * math.pi / count, r * (1.0 if k % 2 == 0 else 0.62)
        points.append(f"{x + out * math.cos(turn):.1f} {y + 0.94 * out * math.sin(turn):.1f}")
    return "M" + "L".join(points) + "Z"


def _cluster(x: float, y: float, r: float) -> str:
    return "".join(
        f"M{x + dx * r - 0.36 * r:.1f} {y + dy * r:.1f}a{0.36 * r:.1f} {0.36 * r:.1f} 0 1 1 {0.72 * r:.1f} 0a{0.36 * r:.1f} {0.36 * r:.1f} 0 1 1 {-0.72 * r:.1f} 0Z"
        for dx, dy in ((0, -0.7), (-0.6, -0.2), (0.6, -0.2), (-0.3, 0.4), (0.4, 0.5), (0, -0.1))
    )


def _open_flower(x: float, y: float, r: float) -> str:
    return "".join(
        f"M{x + math.cos(k * 1.2566) * 0.55 * r - 0.46 * r:.1f} {y + math.sin(k * 1.2566) * 0.5 * r:.1f}a{0.46 * r:.1f} {0.42 * r:.1f} 0 1 1 {0.92 * r:.1f} 0a{0.46 * r:.1f} {0.42 * r:.1f} 0 1 1 {-0.92 * r:.1f} 0Z"
        for k in range(5)
    )


BLOOMS = {
    "lavender": _Bloom(("#8f6fc8", "#a488d8", "#7a5ab8"), "#7fa05a", 0.15, 0.052, _spike, 0.30),
    "sunflower": _Bloom(("#f7c325", "#f2b01e", "#fad24a"), "#5f9a3f", 0.36, 0.15, _rays, 0.17, heart="#6a4526"),
    "tulip": _Bloom(("#e8445a", "#f7c83a", "#f58fb4", "#fdf6f2", "#9a5ac8", "#f2803a"), "#5fa04a", 0.17, 0.068, _tulip, 0.20, rows=True),
    "rapeseed": _Bloom(("#f6d52e", "#fae05a", "#eec41e"), "#8fb83f", 0.22, 0.062, _cluster, 0.17),
    "poppy": _Bloom(("#e2362f", "#ee4a38", "#d42a2c"), "#6fa04a", 0.17, 0.06, _open_flower, 0.20, heart="#2c2430"),
    "daisy": _Bloom(("#ffffff", "#f6f4ee"), "#5fa04a", 0.15, 0.06, _rays, 0.20, heart="#f7b92e"),
    "rose": _Bloom(("#e23a55", "#f06a86", "#c9284a"), "#4f8a44", 0.18, 0.064, _cluster, 0.18),
    "lily": _Bloom(("#ffffff", "#fbe3ea", "#fdf3d6"), "#5a9a4c", 0.19, 0.066, _tulip, 0.20),
    "wildflower": _Bloom(("#f2668b", "#f7c83a", "#ffffff", "#a07ae0", "#5f9ae8", "#f58a4a"), "#5fa04a", 0.15, 0.07, _open_flower, 0.19, heart="#f7b53a"),
}  # fmt: skip


def blooming(name: str, canvas: Canvas) -> None:
    """A field of those flowers on both sides of a path; nothing but their leaves in winter."""
    bloom = BLOOMS[name]
    far, middle, near = canvas.choice("pasture", land.PASTURES[:3])
    view = canvas.choice("view", ("range", "copses", "house"))
    _country(canvas, far, peaks=view == "range")
    land.copses(canvas, "#4f9a4a", "#6bb04e")
    if view == "house":
        (_windmill if name == "tulip" else _manor)(canvas)
    land.ground(canvas, mix(far, bloom.stem, 0.3), mix(middle, bloom.stem, 0.4), mix(near, bloom.stem, 0.3))
    rows = _rows(canvas)
    if canvas.season == "winter":
        for aside in range(-18, 19):
            rows.stripe(aside * 0.34, aside * 0.34 + 0.12, canvas.hour("#9a8a6a"), back=0.05)
        land.drifts(canvas)
        return
    _far_bands(canvas, rows, bloom)
    _aisle(canvas, rows, "#e0c794" if name in ("lavender", "tulip") else mix(middle, "#ece0a8", 0.4))
    land.growth(canvas, (darker(middle, 0.1), middle, darker(near, 0.06)), flowers=0.1, top=canvas.down(0.22))
    _heads(canvas, rows, bloom)


def _aisle(canvas: Canvas, rows: _Rows, colour: str) -> None:
    """The path between the rows, with ragged edges."""
    rng, fill = canvas.stream("aisle"), canvas.across(
        canvas.horizon, canvas.height, (0.0, canvas.hour(lighter(colour, 0.1), far=0.3)), (0.4, canvas.hour(colour)), (1.0, canvas.hour(darker(colour, 0.12)))
    )  # fmt: skip
    sides: dict[int, list[tuple[float, float]]] = {-1: [], 1: []}
    for side, points in sides.items():
        for depth in _depths(0.012, 1.2, 1.09):
            points.append(rows.at(side * 0.19 + rng.uniform(-0.022, 0.022), depth))
    outline = "L".join(f"{x:.1f} {y:.1f}" for x, y in (*sides[-1], *reversed(sides[1])))
    with canvas.piece("path"):
        canvas.path(f"M{outline}Z", fill)


def _far_bands(canvas: Canvas, rows: _Rows, bloom: _Bloom) -> None:
    """The flowers where none is seen for itself: strips of their colours."""
    rng = canvas.stream("bands")
    for k in range(-26, 26):
        paint = bloom.paints[k % len(bloom.paints)] if bloom.rows else rng.choice(bloom.paints)
        left = k * 0.34
        if k in (-1, 0):
            continue  # the path is there
        with canvas.piece("flowers"):
            rows.stripe(
                left,
                left + 0.27,
                mix(canvas.hour(paint, far=0.25), canvas.hour(bloom.stem), 0.22),
                front=0.27,
            )
        rows.stripe(left + 0.27, left + 0.34, canvas.hour(darker(bloom.stem, 0.1), far=0.2), front=0.26)


def _heads(canvas: Canvas, rows: _Rows, bloom: _Bloom) -> None:
    rng, height = canvas.stream("heads"), canvas.height
    for depth in _depths(0.20, 1.12, 1.16):
        tall = bloom.tall * height * depth
        stems, leaves, hearts, heads = "", "", "", dict.fromkeys(bloom.paints, "")
        reach = (
            math.ceil(max(rows.vanishing, canvas.width - rows.vanishing) / canvas.width / depth / bloom.apart)
            + 1
        )
        for k in range(-reach, reach + 1):
            aside = k * bloom.apart + rng.uniform(-0.2, 0.2) * bloom.apart
            if abs(aside) < 0.22 + 0.4 * bloom.apart or (depth > 0.62 and abs(aside) * depth < 0.30):
                continue
            x, foot = rows.at(aside, depth)
            up = tall * rng.uniform(0.85, 1.12)
            paint = (
                bloom.paints[round(aside / 0.34 - 0.4) % len(bloom.paints)]
                if bloom.rows
                else rng.choice(bloom.paints)
            )
            y, size = foot - up, bloom.size * tall
            stems += f"M{x:.1f} {foot:.1f}L{x:.1f} {y:.1f}"
            leaves += f"M{x:.1f} {foot - 0.1 * up:.1f}q{0.16 * tall:.1f} {-0.14 * up:.1f} {0.2 * tall:.1f} {-0.42 * up:.1f}q{-0.14 * tall:.1f} {0.1 * up:.1f} {-0.2 * tall:.1f} {0.3 * up:.1f}q{-0.06 * tall:.1f} {-0.2 * up:.1f} {-0.2 * tall:.1f} {-0.32 * up:.1f}q{0.04 * tall:.1f} {0.28 * up:.1f} {0.2 * tall:.1f} {0.44 * up:.1f}Z"
            heads[paint] += bloom.head(x, y, size)
            if bloom.heart:
                r = 0.46 * size if bloom.head is _rays else 0.3 * size
                hearts += f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 1 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 1 {-2 * r:.1f} 0Z"
        green = canvas.hour(bloom.stem, far=0.25 * (1 - depth))
        canvas.line(stems, darker(green, 0.12), max(1.0, 0.03 * tall))
        canvas.path(leaves, green)
        with canvas.piece("flowers"):
            for paint, drawn in heads.items():
                if drawn:
                    canvas.path(drawn, canvas.hour(paint, far=0.25 * (1 - depth)))
            if hearts:
                canvas.path(hearts, canvas.hour(bloom.heart))


@piece("windmill")
def _windmill(canvas: Canvas) -> None:
    """A mill far away."""
    unit, x = canvas.unit, canvas.width * canvas.choice("mill", (0.76, 0.2))
    base = canvas.horizon + 8 * unit
    wall, cap = canvas.hour("#e9dcc6", far=0.4), canvas.hour("#8a5f48", far=0.4)
    canvas.path(
        f"M{x - 24 * unit:.1f} {base:.1f}L{x - 14 * unit:.1f} {base - 84 * unit:.1f}H{x + 14 * unit:.1f}L{x + 24 * unit:.1f} {base:.1f}Z",
        wall,
    )
    canvas.path(
        f"M{x - 17 * unit:.1f} {base - 82 * unit:.1f}Q{x:.1f} {base - 118 * unit:.1f} {x + 17 * unit:.1f} {base - 82 * unit:.1f}Z",
        cap,
    )
    canvas.rect(x - 6 * unit, base - 22 * unit, 12 * unit, 22 * unit, cap)
    for turn in (20, 110, 200, 290):
        canvas.add(
            f'<g transform="translate({x:.1f} {base - 88 * unit:.1f}) rotate({turn})"><path d="M0 0H{62 * unit:.1f}" stroke="{cap}" stroke-width="{3 * unit:.1f}"/><path d="M{14 * unit:.1f} 0h{46 * unit:.1f}v{12 * unit:.1f}h{-46 * unit:.1f}z" fill="{lighter(wall, 0.4)}" stroke="{cap}" stroke-width="{1.6 * unit:.1f}"/></g>'
        )
