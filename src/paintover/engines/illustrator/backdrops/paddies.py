"""Rice: flooded fields that mirror the sky, and terraces of them up the slopes of a valley."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import tree
from paintover.engines.illustrator.backdrops.sky import draw_sky, light_side, reflected
from paintover.engines.illustrator.colour import darker, lighter, mix

_BUNDS = (0.035, 0.075, 0.14, 0.24, 0.40, 0.66, 1.08)
"""Where the paths between the fields run, as shares of the way from the horizon to the lower edge."""
_CLOSE = 0.24
"""From there on single plants are seen."""
_STEP, _APART = 1.135, 0.062
"""How far rows of plants are from each other, as a factor of their depth, and plants of a row, in widths at the lower edge."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """A field between two paths: its sides at the lower edge, in widths from the vanishing point, and its depths."""

    left: float
    right: float
    back: float
    front: float


def paddy(canvas: Canvas) -> None:
    """Fields under water with rows of seedlings; green in summer, ripe in autumn, stubble in winter."""
    far, middle, near = canvas.choice("pasture", land.PASTURES)
    view = canvas.choice("view", ("range", "village", "bamboo"))
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    if view == "range":
        land.peaks(canvas, "#93b3d3", "#eef4fa", tall=0.4)
    land.hills(canvas, ("#a9cfe0", "#93c7c0", mix("#8cc58c", far, 0.4), mix("#86c260", far, 0.5)))
    land.copses(canvas, "#4f9a4a", "#6bb04e")
    if view == "village":
        _hamlet(canvas)
    land.ground(canvas, mix(far, "#8fbf58", 0.4), middle, near, lift=4)
    vanishing = canvas.width * canvas.stream("plots").uniform(0.34, 0.66)
    plots = _plots(canvas, vanishing)
    ripe = canvas.season == "autumn"
    if ripe:
        _golden(canvas, plots, vanishing)
    else:
        _flooded(canvas, plots, vanishing)
        _rows(canvas, plots, vanishing)
    if canvas.scenery.path:
        _bank(canvas, middle, near)
    land.foreground(canvas, darker(near, 0.22), darker(near, 0.06))


def _bank(canvas: Canvas, middle: str, near: str) -> None:
    """The grassy bank along the fields, and the path on it, for who walks there dry-shod."""
    top, unit = canvas.down(_BANK), canvas.unit
    canvas.ridge("bank mud", top - 5 * unit, 5 * unit, canvas.hour("#8a7048"), waves=1.0)
    with canvas.painted(canvas.scenery.ground):
        grass = canvas.across(top, canvas.height, (0.0, canvas.hour(middle)), (1.0, canvas.hour(near)))
        canvas.ridge("bank mud", top, 5 * unit, grass, waves=1.0)
    deep = canvas.height - top
    earth = canvas.across(top, canvas.height, (0.0, canvas.hour("#d9bd86")), (1.0, canvas.hour("#c9a76c")))
    canvas.ridge("trodden", top + 0.30 * deep, 4 * unit, earth, waves=1.0)
    with canvas.painted(canvas.scenery.ground):
        canvas.ridge("verge", top + 0.66 * deep, 6 * unit, canvas.hour(darker(near, 0.04)), waves=1.0)


_BANK = 0.36
"""How far down the picture a bank begins, from the horizon to the lower edge."""


def _plots(canvas: Canvas, vanishing: float) -> list[_Plot]:
    rng, found = canvas.stream("plots"), []
    middle = vanishing / canvas.width
    for back, front in pairwise(_BUNDS):
        x = -middle / back - rng.uniform(0, 1.2)
        while x < (1 - middle) / back:
            wide = rng.uniform(1.1, 1.9)
            found.append(_Plot(x + 0.035, x + wide - 0.035, back * 1.045, front * 0.965))
            x += wide
    return found


def _outline(canvas: Canvas, plot: _Plot, vanishing: float) -> str:
    corners = [
        (vanishing + x * canvas.width * share, canvas.down(share))
        for share, x in (
            (plot.back, plot.left),
            (plot.back, plot.right),
            (plot.front, plot.right),
            (plot.front, plot.left),
        )
    ]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def _flooded(canvas: Canvas, plots: list[_Plot], vanishing: float) -> None:
    """Mud at the edges, and the sky in the water."""
    unit, rng = canvas.unit, canvas.stream("mirrored")
    mud = canvas.hour("#9a7f56", far=0.1)
    for plot in plots:
        canvas.add(
            f'<path d="{_outline(canvas, plot, vanishing)}" fill="{mud}" stroke="{mud}" stroke-width="{11 * plot.front * unit:.1f}" stroke-linejoin="round"/>'
        )
    with canvas.painted(canvas.scenery.water):
        low, middle, high = reflected(canvas)
        fill = canvas.across(canvas.horizon, canvas.height, (0.0, low), (0.35, middle), (1.0, high))
        whole = "".join(_outline(canvas, plot, vanishing) for plot in plots)
        canvas.path(whole, fill)
    name = f"g{len(canvas.defs)}"
    canvas.defs.append(f'<clipPath id="{name}"><path d="{whole}"/></clipPath>')
    canvas.add(f'<g clip-path="url(#{name})">')
    shade = canvas.hour("#3f7a58", far=0.2)
    canvas.rect(
        0, canvas.horizon, canvas.width, canvas.down(0.2) - canvas.horizon,
        canvas.gradient((0.0, shade, 0.62), (0.4, shade, 0.3), (1.0, shade, 0.0)),
    )  # fmt: skip
    white = "#ffffff" if canvas.time != "night" else "#8fa2dc"
    cloud = canvas.glow((0.0, white, 0.55), (0.6, white, 0.3), (1.0, white, 0.0))
    for _ in range(6):
        share = rng.uniform(0.16, 0.9)
        x, wide = rng.uniform(0, canvas.width), rng.uniform(100, 190) * unit * (0.5 + share)
        for dx, size in ((-0.55, 0.6), (0.0, 1.0), (0.5, 0.7)):
            canvas.ellipse(x + dx * wide, canvas.down(share), wide * size, 0.2 * wide * size, cloud)
    if canvas.luminary and canvas.weather in ("clear", "wind") and not canvas.inked:
        _glitter(canvas)
    canvas.add("</g>")
    edges = "".join(
        f"M{vanishing + plot.left * canvas.width * plot.back:.1f} {canvas.down(plot.back):.1f}H{vanishing + plot.right * canvas.width * plot.back:.1f}"
        for plot in plots
    )
    canvas.line(edges, canvas.hour("#5f7f3f"), 2 * unit, 0.6)


def _glitter(canvas: Canvas) -> None:
    """The path of the sun's or the moon's light over the water."""
    rng, unit = canvas.stream("glitter"), canvas.unit
    warm = {"night": "#e6ecff", "sunset": "#ffe0a0", "dawn": "#fff0d8"}.get(canvas.time, "#fffbe6")
    x = light_side(canvas) + canvas.width * 0.05
    for step in range(22):
        share = 0.03 + 0.9 * step / 21
        wide = (12 + 54 * share) * unit * rng.uniform(0.5, 1.1)
        canvas.ellipse(
            x + rng.uniform(-16, 16) * unit, canvas.down(share), wide, (1.2 + 2.4 * share) * unit, warm, 0.5
        )


def _depths(first: float, last: float) -> Iterator[float]:
    """The depths of the rows between two, from far to near; the same rows in all fields."""
    step = math.ceil(math.log(first / _BUNDS[0]) / math.log(_STEP))
    while (share := _BUNDS[0] * _STEP**step) < last:
        yield share
        step += 1


def _rows(canvas: Canvas, plots: list[_Plot], vanishing: float) -> None:
    """Seedlings in rows, each with its image in the water; stubble in winter."""
    with canvas.piece("rice", greens=True):
        green = {"summer": "#4fa038", "winter": "#b59a5c"}.get(canvas.season, "#6fb83f")
        tall = {"summer": 1.9, "winter": 0.4}.get(canvas.season, 1.0)
        rng, unit = canvas.stream("rice"), canvas.unit
        for plot in plots:
            for share in _depths(plot.back * 1.04, plot.front * 0.985):
                tone = canvas.hour(green, far=0.5 * max(0.0, 1 - share / 0.4))
                tone = mix(tone, lighter(tone, 0.2), rng.random())
                xs = _along(plot, share, vanishing, canvas.width)
                if share < _CLOSE:
                    _far_row(canvas, xs, share, tone, tall)
                elif xs:
                    _near_row(canvas, rng, xs, share, tone, 27 * tall * unit * share)


def _along(plot: _Plot, share: float, vanishing: float, width: float) -> list[float]:
    """Where the plants of a row are, in pixels from the left; those in sight."""
    first, last = math.ceil((plot.left + 0.03) / _APART), math.floor((plot.right - 0.03) / _APART)
    found = [vanishing + step * _APART * width * share for step in range(first, last + 1)]
    return [x for x in found if -20 < x < width + 20]


def _far_row(canvas: Canvas, xs: list[float], share: float, tone: str, tall: float) -> None:
    if len(xs) < 2:
        return
    dots = max(2.0, xs[1] - xs[0])
    high = max(1.4, 19 * share * tall * canvas.unit)
    canvas.add(
        f'<path d="M{xs[0]:.1f} {canvas.down(share) - high / 2:.1f}H{xs[-1]:.1f}" stroke="{tone}" stroke-width="{high:.1f}" '
        f'stroke-dasharray="{0.6 * dots:.1f} {0.4 * dots:.1f}" opacity=".9"/>'
    )


def _near_row(
    canvas: Canvas, rng: random.Random, xs: list[float], share: float, tone: str, tall: float
) -> None:
    y, blades, images = canvas.down(share), "", ""
    for x in xs:
        x += rng.uniform(-0.1, 0.1) * tall
        for lean in (-0.5, -0.12, 0.2, 0.55):
            dx, dy = lean * tall * rng.uniform(0.7, 1.2), tall * (1.05 - 0.5 * abs(lean))
            blades += f"M{x:.1f} {y:.1f}q{0.2 * dx:.1f} {-0.6 * dy:.1f} {dx:.1f} {-dy:.1f}"
        images += f"M{x:.1f} {y + 1:.1f}v{0.55 * tall:.1f}"
    canvas.line(images, darker(tone, 0.3), max(1.0, 0.20 * tall), 0.22)
    canvas.line(blades, tone, max(1.0, 0.10 * tall))


def _golden(canvas: Canvas, plots: list[_Plot], vanishing: float) -> None:
    """Ripe rice that bows its ears, and before it, where it is cut, stubble and straw."""
    with canvas.piece("rice"):
        rng, unit = canvas.stream("rice"), canvas.unit
        whole = "".join(_outline(canvas, plot, vanishing) for plot in plots)
        gold = canvas.across(
            canvas.horizon,
            canvas.height,
            (0.0, canvas.hour("#ecd27a", far=0.3)),
            (0.3, canvas.hour("#dcae3f")),
            (0.36, canvas.hour("#e2c67c")),
            (1.0, canvas.hour("#c9a45c")),
        )
        canvas.path(whole, gold)
        for plot in plots:
            for share in _depths(plot.back * 1.03, plot.front * 0.99):
                tone = canvas.hour(rng.choice(("#e2b43c", "#d29a2e", "#f0cb62", "#b98a2c")))
                xs = _along(plot, share, vanishing, canvas.width)
                if not xs:
                    continue
                if share < 0.3:
                    _ears(canvas, rng, (xs[0], xs[-1]), share, tone)
                else:
                    _near_row(canvas, rng, xs, share, canvas.hour("#a5782c"), 15 * unit * share)
        for _ in range(5):
            x = canvas.width * rng.choice((rng.uniform(0.02, 0.2), rng.uniform(0.8, 0.98)))
            _sheaf(canvas, x, rng.uniform(0.3, 0.62))


def _ears(canvas: Canvas, rng: random.Random, ends: tuple[float, float], share: float, tone: str) -> None:
    unit, y = canvas.unit, canvas.down(share)
    tall, step = (10 + 110 * share) * unit, max(4.0, (3 + 22 * share) * unit)
    drawn, x = "", max(-10.0, ends[0])
    while x < min(ends[1], canvas.width + 10):
        lean = rng.choice((-1, 1)) * rng.uniform(0.35, 0.7) * tall
        drawn += f"M{x:.1f} {y:.1f}q{0.1 * lean:.1f} {-1.1 * tall:.1f} {lean:.1f} {-0.72 * tall:.1f}"
        x += step * rng.uniform(0.7, 1.3)
    canvas.line(drawn, tone, max(1.2, 0.15 * tall))


def _sheaf(canvas: Canvas, x: float, share: float) -> None:
    """A sheaf that stands on the stubble."""
    y, tall = canvas.down(share), (24 + 90 * share) * canvas.unit
    straw, dark = canvas.hour("#e6bf58"), canvas.hour("#b0812e")
    canvas.ellipse(x, y, 0.5 * tall, 0.1 * tall, "#3a2c10", 0.25)
    canvas.path(
        f"M{x - 0.32 * tall:.1f} {y:.1f}Q{x - 0.06 * tall:.1f} {y - 0.5 * tall:.1f} {x - 0.3 * tall:.1f} {y - tall:.1f}Q{x:.1f} {y - 1.2 * tall:.1f} {x + 0.3 * tall:.1f} {y - tall:.1f}Q{x + 0.06 * tall:.1f} {y - 0.5 * tall:.1f} {x + 0.32 * tall:.1f} {y:.1f}Z",
        straw,
    )
    canvas.line(
        "".join(
            f"M{x + 0.8 * lean * tall:.1f} {y:.1f}Q{x + 0.2 * lean * tall:.1f} {y - 0.5 * tall:.1f} {x + 0.8 * lean * tall:.1f} {y - 1.02 * tall:.1f}"
            for lean in (-0.24, -0.08, 0.1, 0.26)
        ),
        dark,
        0.03 * tall,
        0.8,
    )
    canvas.line(
        f"M{x - 0.13 * tall:.1f} {y - 0.52 * tall:.1f}h{0.26 * tall:.1f}", canvas.hour("#8f5f2a"), 0.07 * tall
    )


@piece("houses")
def _hamlet(canvas: Canvas) -> None:
    """A few white farmhouses with grey roofs under trees, far away."""
    rng, unit = canvas.stream("hamlet"), canvas.unit
    x = canvas.width * canvas.choice("hamlet", (0.68, 0.24, 0.5))
    base = canvas.horizon + 8 * unit
    for k in range(4):
        tree(canvas, rng, x + (k - 1.5) * 74 * unit, base, rng.uniform(70, 112) * unit, "#6aa85a", far=0.5)
    for k in range(4):
        left, wide = x + (k - 2) * 66 * unit + rng.uniform(-8, 8) * unit, rng.uniform(44, 58) * unit
        high, foot = rng.uniform(26, 34) * unit, base + rng.uniform(2, 8) * unit
        wall, roof = canvas.hour("#f2ede2", far=0.3), canvas.hour("#5f6a72", far=0.3)
        canvas.rect(left, foot - high, wide, high, wall)
        canvas.path(
            f"M{left - 7 * unit:.1f} {foot - high:.1f}Q{left + 0.2 * wide:.1f} {foot - high - 8 * unit:.1f} {left + 0.3 * wide:.1f} {foot - high - 18 * unit:.1f}H{left + 0.7 * wide:.1f}Q{left + 0.8 * wide:.1f} {foot - high - 8 * unit:.1f} {left + wide + 7 * unit:.1f} {foot - high:.1f}Z",
            roof,
        )
        light = "#ffdf8e" if canvas.time in ("night", "sunset") else canvas.hour("#6a5a4c", far=0.3)
        canvas.rect(left + wide * 0.4, foot - high * 0.62, wide * 0.2, high * 0.62, darker(wall, 0.24))
        canvas.rect(left + wide * 0.12, foot - high * 0.66, wide * 0.16, high * 0.3, light)
        canvas.rect(left + wide * 0.72, foot - high * 0.66, wide * 0.16, high * 0.3, light)


# --- terraces ---------------------------------------------------------------------------------------------------------

_LEVELS = 12


def terraces(canvas: Canvas) -> None:
    """The slopes of a valley in steps, each a strip of water or of rice that follows the hill."""
    unit = canvas.unit
    draw_sky(canvas, floor=canvas.horizon * 1.12, ridge=0.4)
    land.peaks(canvas, "#93b3d3", "#dfeaf2", tall=canvas.choice("range", (0.5, 0.34, 0.62)))
    land.hills(canvas, ("#a9cfe0", "#93c7c0", "#86bd86"))
    mist = canvas.hour("#f4f8f6", far=1)
    canvas.rect(
        0, canvas.horizon - 110 * unit, canvas.width, 150 * unit,
        canvas.gradient((0.0, mist, 0.0), (0.55, mist, 0.75), (1.0, mist, 0.1)),
    )  # fmt: skip
    slope = _Slope(canvas)
    for level in range(_LEVELS):
        _step(canvas, slope, level)
    for k in range(3):
        rng = canvas.stream(f"terrace trees{k}")
        x = canvas.width * rng.choice((rng.uniform(0.02, 0.2), rng.uniform(0.8, 0.98)))
        high = rng.uniform(1, 4)
        tree(canvas, rng, x, slope.height(x, high), (60 + 16 * high) * unit, "#5f9f50", far=0.4)
    near = "#6fa545"
    pool = canvas.glow((0.0, canvas.hour("#d8ee9a"), 0.6), (1.0, canvas.hour("#d8ee9a"), 0.0))
    canvas.ellipse(
        canvas.width * 0.46,
        canvas.down(0.72),
        canvas.width * 0.6,
        0.3 * (canvas.height - slope.floor) + 60 * unit,
        pool,
    )
    if canvas.scenery.path:
        land.path(canvas, told=canvas.scenery.path)
    land.growth(
        canvas,
        ("#5a9a3c", "#7ab54e", "#4a8a38"),
        flowers=canvas.choice("bloom", (0.1, 0.25)),
        top=slope.floor,
    )
    land.foreground(canvas, darker(near, 0.22), darker(near, 0.06))


class _Slope:
    """How high each step of the terraces lies, by the column."""

    def __init__(self, canvas: Canvas) -> None:
        rng = canvas.stream("slope")
        self._width, self._top, self._high = canvas.width, canvas.horizon + 4 * canvas.unit, canvas.horizon
        self.floor = canvas.down(0.46)
        """Where the steps end, and a meadow begins."""
        self._valley = canvas.choice("valley", (0.5, 0.3, 0.72))
        self._phases = [(rng.uniform(0, math.tau), rng.uniform(1.4, 2.6)) for _ in range(2)]

    def height(self, x: float, level: float) -> float:
        """Pixels from the top of the upper edge of that step at that column."""
        t, at = level / _LEVELS, x / self._width
        side = abs(at - self._valley) / max(self._valley, 1 - self._valley)
        lift = 0.62 * math.pow(1 - t, 1.25) * math.pow(side, 1.5)
        bays = sum(math.sin(phase + at * math.tau * speed + 2.6 * t) for phase, speed in self._phases)
        own = self._top + (self.floor - self._top) * math.pow(t, 1.3)
        return own - self._high * (lift + (0.02 + 0.02 * (1 - t)) * bays)


def _step(canvas: Canvas, slope: _Slope, level: int) -> None:
    """One step: its bank, which falls to the next, behind a strip of water that is broad and narrow by turns."""
    unit, columns = canvas.unit, 40
    t = level / (_LEVELS - 1)
    rng = canvas.stream(f"step{level}")
    phase, speed = rng.uniform(0, math.tau), rng.uniform(1.5, 3.0)
    xs = [canvas.width * k / columns for k in range(columns + 1)]
    upper = [slope.height(x, level) for x in xs]
    lower = [slope.height(x, level + 1) for x in xs]
    bank = [
        top
        + max(1.5 * unit, below - top) * (0.56 + 0.24 * math.sin(phase + x / canvas.width * math.tau * speed))
        for x, top, below in zip(xs, upper, lower, strict=True)
    ]
    low, middle, high = reflected(canvas)
    water = mix(low, mix(middle, high, 0.4 * t), 0.25 + 0.75 * t)
    paint = {"autumn": "#e0b040", "summer": "#8cc04c"}.get(canvas.season)
    if paint is not None and level % 4 != 3:
        water = mix(canvas.hour(paint, far=0.6 * (1 - t)), canvas.hour("#f6dc8a"), rng.uniform(0, 0.3))
    edge = "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, upper, strict=True))
    with canvas.painted(canvas.scenery.water if paint is None else ""):
        canvas.path(f"M0 {canvas.height}L{edge}L{canvas.width} {canvas.height}Z", water)
    if paint is None or level % 4 == 3:
        canvas.line(f"M{edge}", canvas.hour("#4f7f46", far=0.6 * (1 - t)), (2 + 5 * t) * unit, 0.5)
    tone = canvas.hour(mix("#86b872", "#5f9a40", t), far=0.7 * (1 - t))
    rim = "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, bank, strict=True))
    with canvas.painted(canvas.scenery.ground, greens=True):
        canvas.path(f"M0 {canvas.height}L{rim}L{canvas.width} {canvas.height}Z", tone)
        canvas.line(f"M{rim}", lighter(tone, 0.3), (1.5 + 3 * t) * unit, 0.9)
    with canvas.piece("rice", greens=True):
        if level > 5 and paint is None:
            _planted(canvas, xs, upper, bank, t)


def _planted(canvas: Canvas, xs: list[float], upper: list[float], bank: list[float], t: float) -> None:
    """Rows of seedlings along a strip of water."""
    tone, unit = (
        canvas.hour("#6fb045" if canvas.season != "winter" else "#b59a5c", far=0.4 * (1 - t)),
        canvas.unit,
    )
    for share in (0.4, 0.7):
        row = "L".join(
            f"{x:.1f} {top + (low - top) * share:.1f}" for x, top, low in zip(xs, upper, bank, strict=True)
        )
        canvas.add(
            f'<path d="M{row}" fill="none" stroke="{tone}" stroke-width="{(2 + 4 * t) * unit:.1f}" stroke-dasharray="{(3 + 3 * t) * unit:.1f} {(6 + 9 * t) * unit:.1f}" opacity=".85"/>'
        )
