"""Open country: meadow, farm, forest, mountain, snow, desert."""

from __future__ import annotations

import math
import random

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.path_line import BROOK, WIDTHS, path_line
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

PASTURES = (
    ("#a5d862", "#79bd48", "#4c9a38"),
    ("#bfe070", "#9ccb4c", "#6aa437"),
    ("#93d08a", "#5fb56c", "#348f58"),
    ("#d9d873", "#b3bf4e", "#7f9a38"),
)
"""Grass far away, in the middle and near: fresh, young, deep, late in summer."""
PETALS = ("#ffffff", "#ffd54f", "#ff8fa3", "#f6a5d0", "#ffffff", "#b9a3f2")


def meadow(canvas: Canvas) -> None:
    """Green hills, flowers, copses far away."""
    view = canvas.choice("view", ("hills", "fields", "range", "river", "path", "pines", "fence"))
    far, middle, near = canvas.choice("pasture", PASTURES)
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    if view == "range":
        peaks(canvas, "#93b3d3", "#eef4fa", tall=0.36)
    hills(canvas, ("#a9cfe0", "#93c7c0", mix("#8cc58c", far, 0.4), mix("#86c260", far, 0.5)))
    if view in ("pines", "range"):
        pines(canvas, "#4f9468", snow=False)
    else:
        copses(canvas, "#4f9a4a", "#6bb04e")
    ground(canvas, far, middle, near)
    if view == "fields":
        _fields(canvas, far, middle)
    swathes(canvas, lighter(far, 0.4))
    if view == "fence":
        _fence(canvas)
    if view == "river" and canvas.scenery.path != BROOK:
        river(canvas)
    elif view == "path":
        path(canvas)
    greens = (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.10))
    growth(canvas, greens, flowers=canvas.choice("bloom", (0.12, 0.30, 0.55)))
    foreground(canvas, darker(near, 0.22), darker(near, 0.06))


@piece("fields")
def _fields(canvas: Canvas, far: str, middle: str) -> None:
    """Strips of fields in other greens and golds, small with distance."""
    rng, width = canvas.stream("fields"), canvas.width
    top = canvas.horizon + 10 * canvas.unit
    crops = (
        mix(far, "#f2d65e", 0.5),
        mix(middle, "#2f8f4a", 0.35),
        mix(far, "#c8e07a", 0.6),
        mix(far, "#e0a85a", 0.4),
    )
    for row, (y0, y1) in enumerate(((0.015, 0.075), (0.075, 0.17))):
        x = -width * rng.uniform(0, 0.2)
        while x < width:
            wide = width * rng.uniform(0.16, 0.34)
            if rng.random() < 0.62:
                slant = (x + wide / 2 - width / 2) * 0.22
                a, b = top + (canvas.height - top) * y0, top + (canvas.height - top) * y1
                tone = canvas.hour(rng.choice(crops), far=0.5 - 0.25 * row)
                canvas.path(
                    f"M{x:.0f} {a:.0f}h{wide:.0f}L{x + wide + slant:.0f} {b:.0f}h{-wide * 1.06:.0f}z",
                    tone,
                    'opacity=".55"',
                )
            x += wide


@piece("fence")
def _fence(canvas: Canvas) -> None:
    """A low wooden fence far behind, from side to side."""
    unit, y = canvas.unit, canvas.down(0.115)
    canvas.top("fence", 0, canvas.width, y - 34 * unit)
    wood, dark = canvas.hour("#c9a27a", far=0.3), canvas.hour("#8f6a48", far=0.3)
    step = 74 * unit
    posts = "".join(
        f"M{x * step + 20 * unit:.0f} {y + 8 * unit:.0f}v{-46 * unit:.0f}"
        for x in range(round(canvas.width / step) + 1)
    )
    for level in (-30, -12):
        canvas.line(f"M0 {y + level * unit:.0f}H{canvas.width}", dark, 8 * unit)
        canvas.line(f"M0 {y + (level - 1.4) * unit:.0f}H{canvas.width}", wood, 5 * unit)
    canvas.line(posts, dark, 11 * unit)
    canvas.line(posts, wood, 7 * unit)


def farm(canvas: Canvas) -> None:
    """A field of ripe corn before low hills."""
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    hills(canvas, ("#a9cfe0", "#a6c9a0", "#c9cf7a", "#e2cf6a"))
    copses(canvas, "#5a9a48", "#7fb04e")
    ground(canvas, "#ecd67a", "#cdbb58", "#8fa545")
    unit, rng = canvas.unit, canvas.stream("rows")
    for row in range(9):
        y = canvas.horizon + (canvas.height - canvas.horizon) * (0.06 + 0.3 * (row / 9) ** 1.6)
        colour = canvas.hour("#c79f3a" if row % 2 else "#dcb84c")
        ears = "".join(
            f"M{x:.0f} {y + 10 * unit:.0f}q{rng.uniform(-3, 3):.1f} {-12 * unit:.0f} {rng.uniform(-4, 4) * unit:.1f} {-rng.uniform(16, 24) * unit:.0f}"
            for x in range(0, canvas.width, max(6, round(11 * unit)))
        )
        canvas.add(
            f'<path d="{ears}" stroke="{colour}" stroke-width="{3.2 * unit:.1f}" stroke-linecap="round" fill="none"/>'
        )
    growth(canvas, ("#8fa545", "#a9b850", "#7a953c"), flowers=0.12)
    foreground(canvas, "#6d8a34", "#8ea03e")


def snow(canvas: Canvas) -> None:
    """A white plain under peaks and pines."""
    pale = (("#7fb0df", "#b9d8f0", "#e6f1f9", "#fdf6ee"), ("#9fb4e6", "#cdd4f2", "#f0e6f2", "#fdeee2"))
    draw_sky(canvas, floor=canvas.horizon * 1.12, day=canvas.choice("day", pale))
    peaks(canvas, "#b9cfe4", "#d6e4f1", tall=canvas.choice("range", (0.18, 0.30, 0.48)))
    hills(canvas, ("#c6d9ea", "#d7e5f1", "#e2edf6", "#ecf3f9"))
    pines(canvas, "#5f8f8a", snow=True)
    ground(canvas, "#ffffff", "#eaf2f9", "#c9dcec", trodden=_IN_SNOW)
    drifts(canvas)


def drifts(canvas: Canvas, *, start: float = 0.0) -> None:
    """Snow that the wind has heaped up, and that sparkles, from that share of the ground on."""
    rng, unit, mark = canvas.stream("drifts"), canvas.unit, canvas.mark()
    for _ in range(9):
        y = canvas.down(start + (1 - start) * rng.uniform(0.12, 0.96))
        x, wide = rng.uniform(0, canvas.width), rng.uniform(120, 300) * unit
        canvas.ellipse(x, y, wide, wide * 0.10, canvas.hour("#b9d0e6"), 0.32)
        canvas.ellipse(
            x - wide * 0.08, y - wide * 0.03, wide * 0.92, wide * 0.08, canvas.hour("#ffffff"), 0.75
        )
    for _ in range(40):
        x, y = rng.uniform(0, canvas.width), canvas.down(start + (1 - start) * rng.uniform(0.1, 1))
        canvas.ellipse(x, y, 1.8 * unit, 1.8 * unit, canvas.hour("#ffffff"), rng.uniform(0.5, 1))
    canvas.paint(mark, canvas.scenery.ground)


def mountain(canvas: Canvas) -> None:
    """Snow-capped peaks behind a pasture."""
    draw_sky(canvas, floor=canvas.horizon * 1.12, ridge=0.6)
    peaks(canvas, "#8fa9c9", "#f4f8fc", tall=0.62)
    far_mountains(canvas, tall=0.62, own=True)
    peaks(canvas, "#6f8fae", "#eef4fa", tall=0.40, layer="peaks2")
    hills(canvas, ("#7ba59a", "#78ae7c", "#7fb866"), ranged=True)
    pines(canvas, "#3f7d5a", snow=False)
    ground(canvas, "#a0cf68", "#73b04b", "#48893a")
    stones(canvas, "#9aa3a8")
    growth(canvas, ("#4c9a36", "#63b042", "#3f8a34"), flowers=0.25)
    foreground(canvas, "#2f6e34", "#3f8440")


def forest(canvas: Canvas) -> None:
    """Trunks in green light, thinning towards us."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    base = canvas.gradient(
        (0.0, canvas.hour("#cfe8a9", far=1)),
        (0.55, canvas.hour("#a9d48f", far=1)),
        (1.0, canvas.hour("#7fb86a")),
    )
    canvas.rect(0, 0, width, height, base)
    view = canvas.choice("view", ("oaks", "birches", "redwoods"))
    if canvas.season == "winter":
        cold = canvas.gradient((0.0, canvas.hour("#9fb6cf", far=1)), (1.0, canvas.hour("#dfe9f2")))
        canvas.rect(0, 0, width, height, cold)
        view = "oaks"
    middle_bark, bark_near = {
        "oaks": ("#7a9a68", "#6b5340"),
        "birches": ("#c4ccb8", "#eeece2"),
        "redwoods": ("#a08468", "#8f4f38"),
    }[view]
    light = canvas.glow(
        (0.0, canvas.hour("#fffbd0"), 0.95),
        (0.5, canvas.hour("#f2f7b8"), 0.4),
        (1.0, canvas.hour("#f2f7b8"), 0.0),
    )
    canvas.ellipse(width * 0.36, canvas.horizon * 0.5, width * 0.5, canvas.horizon * 0.75, light)
    if canvas.luminary and canvas.time == "night":
        _moon_between_the_trunks(canvas)
    _wood(canvas, middle_bark, bark_near)
    ground(canvas, "#8fc25c", "#67a447", "#3c7d38")
    for ray in range(4):
        x = width * (0.12 + 0.2 * ray)
        shaft = canvas.gradient((0.0, canvas.hour("#fffbd0"), 0.30), (1.0, canvas.hour("#fffbd0"), 0.0))
        canvas.add(
            f'<path d="M{x:.0f} 0h{70 * unit:.0f}L{x + width * 0.26:.0f} {height * 0.86:.0f}h{-150 * unit:.0f}Z" fill="{shaft}"/>'
        )
    swathes(canvas, "#d8f09a")
    growth(canvas, ("#3f8a3a", "#57a046", "#357a34"), flowers=0.18)
    foreground(canvas, "#245f2c", "#347a38")


def _moon_between_the_trunks(canvas: Canvas) -> None:
    """The moon low in the gap of the leaves, behind everything that grows."""
    x, y, radius = canvas.width * 0.31, canvas.horizon * 0.44, 62 * canvas.unit
    halo = canvas.glow((0.0, "#e8eeff", 0.6), (0.4, "#c8d4f4", 0.25), (1.0, "#c8d4f4", 0.0))
    canvas.ellipse(x, y, radius * 3.4, radius * 3.4, halo)
    canvas.ellipse(x, y, radius, radius, "#f6f1dc")
    for dx, dy, share in ((-0.32, -0.2, 0.2), (0.3, 0.12, 0.26), (-0.1, 0.42, 0.15)):
        canvas.ellipse(x + dx * radius, y + dy * radius, share * radius, share * radius, "#ded6bb", 0.8)


@piece("trees", dyed=False)
def _wood(canvas: Canvas, middle_bark: str, bark_near: str) -> None:
    """Trees in three rows, their leaves across the upper edge."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    for depth, (bark, leaf, count, girth) in enumerate(
        (("#a6c295", "#94c281", 11, 26), (middle_bark, "#6fae5c", 8, 40), (bark_near, "#4d9447", 5, 64))
    ):
        rng = canvas.stream(f"trunks{depth}")
        foot = canvas.horizon + (-16, 8, 40)[depth] * unit
        with canvas.piece("trunks", dyed=False):
            for place in range(count):
                x = width * (place + rng.uniform(0.15, 0.85)) / count
                if depth == 2 and abs(x / width - 0.5) < 0.28:
                    continue
                wide = girth * unit * rng.uniform(0.8, 1.25)
                tone = canvas.hour(canvas.paint_of("trunks", bark), far=1 - depth / 2)
                fill = canvas.gradient(
                    (0.0, lighter(tone, 0.18)), (0.5, tone), (1.0, darker(tone, 0.22)), level=True
                )
                canvas.add(
                    f'<path d="M{x - wide * 0.36:.1f} 0L{x - wide * 0.45:.1f} {foot - wide:.1f}Q{x - wide * 0.5:.1f} {foot:.1f} {x - wide * 0.9:.1f} {foot + wide * 0.16:.1f}H{x + wide * 0.9:.1f}Q{x + wide * 0.5:.1f} {foot:.1f} {x + wide * 0.45:.1f} {foot - wide:.1f}L{x + wide * 0.36:.1f} 0Z" fill="{fill}"/>'
                )
        leaves = canvas.stream(f"leaves{depth}")
        if canvas.season == "winter":
            _snowy_boughs(canvas, leaves, depth)
            continue
        tone = canvas.hour(canvas.paint_of("trees", leaf), far=1 - depth / 2)
        for _ in range(26):
            x, y = leaves.uniform(-0.05, 1.05) * width, leaves.uniform(-0.05, 0.16 - 0.02 * depth) * height
            canvas.ellipse(
                x,
                y,
                leaves.uniform(50, 110) * unit,
                leaves.uniform(34, 70) * unit,
                mix(tone, "#ffffff", leaves.uniform(0, 0.14)),
                0.92,
            )


def _snowy_boughs(canvas: Canvas, rng: random.Random, depth: int) -> None:
    """Bare boughs with snow on them, across the upper edge."""
    unit, width = canvas.unit, canvas.width
    bark = canvas.hour(("#b3bfca", "#8d8f96", "#5f544e")[depth])
    for _ in range(9):
        x, y = rng.uniform(-0.05, 1.05) * width, rng.uniform(-0.02, 0.20) * canvas.height
        way = rng.choice((-1, 1))
        long = rng.uniform(120, 240) * unit * (0.7 + 0.2 * depth)
        bend = rng.uniform(-20, 50) * unit
        outline = f"M{x:.0f} {y:.0f}q{way * long * 0.5:.0f} {bend:.0f} {way * long:.0f} {bend * 0.4:.0f}m{-way * long * 0.5:.0f} {bend * 0.25:.0f}q{way * long * 0.2:.0f} {-30 * unit:.0f} {way * long * 0.3:.0f} {-70 * unit:.0f}"
        canvas.line(outline, bark, (5 + 3 * depth) * unit)
        canvas.add(f'<g transform="translate(0 {-(3 + 1.6 * depth) * unit:.1f})">')
        canvas.line(outline, "#ffffff" if canvas.time != "night" else "#c3cde6", (3 + 2 * depth) * unit, 0.92)
        canvas.add("</g>")


def desert(canvas: Canvas) -> None:
    """Dunes, mesas and a hot sky."""
    draw_sky(canvas, floor=canvas.horizon * 1.12, day=("#5cb2e8", "#a5dbf4", "#f6f0d8", "#fde6b8"), clouds=2)
    horizon, unit = canvas.horizon, canvas.unit
    view = canvas.choice("view", ("dunes", "mesas", "oasis"))
    canvas.ridge("mesa", horizon - 40 * unit, 40 * unit, canvas.hour("#e0a983", far=1), waves=1.1)
    if view == "mesas":
        _mesas(canvas)
    mark = canvas.mark()
    for layer, (lift, swing, colour) in enumerate(
        ((-10, 34, "#f0c88c"), (24, 30, "#ecbb74"), (70, 30, "#e8b066"))
    ):
        tone = canvas.hour(colour, far=1 - layer / 3)
        fill = canvas.gradient((0.0, lighter(tone, 0.28)), (0.35, tone), (1.0, darker(tone, 0.10)))
        canvas.ridge(f"dune{layer}", horizon + lift * unit, swing * unit, fill, waves=0.9)
    canvas.paint(mark, canvas.scenery.ground)
    ground(canvas, "#f3cf90", "#e6b468", "#c98f48", lift=120, trodden=("#f7e3b8", "#d8a964"))
    mark = canvas.mark()
    rng = canvas.stream("ripples")
    for _ in range(34):
        y = horizon + (canvas.height - horizon) * (0.34 + 0.64 * rng.random())
        x, wide = rng.uniform(0, canvas.width), rng.uniform(40, 120) * unit
        canvas.add(
            f'<path d="M{x:.0f} {y:.0f}q{wide / 2:.0f} {-7 * unit:.1f} {wide:.0f} 0" stroke="{canvas.hour("#b97f3c")}" stroke-width="{2.4 * unit:.1f}" stroke-linecap="round" fill="none" opacity=".4"/>'
        )
    canvas.paint(mark, canvas.scenery.ground)
    if view == "oasis":
        _oasis(canvas)
    stones(canvas, "#b98a5c")


@piece("rocks")
def _mesas(canvas: Canvas) -> None:
    """Table mountains in bands of red."""
    rng, unit = canvas.stream("mesas"), canvas.unit
    for k in range(4):
        x, wide = canvas.width * (k + rng.uniform(0.1, 0.9)) / 4, rng.uniform(90, 190) * unit
        high, base = rng.uniform(110, 230) * unit, canvas.horizon + 20 * unit
        tone = canvas.hour(mix("#c9744a", "#e0a983", rng.uniform(0.1, 0.5)), far=0.6)
        fill = canvas.across(
            base - high,
            base,
            (0.0, lighter(tone, 0.16)),
            (0.35, tone),
            (0.4, darker(tone, 0.10)),
            (0.6, lighter(tone, 0.06)),
            (1.0, darker(tone, 0.14)),
        )
        canvas.path(
            f"M{x - wide:.0f} {base:.0f}L{x - wide * 0.72:.0f} {base - high * 0.34:.0f}L{x - wide * 0.58:.0f} {base - high:.0f}H{x + wide * 0.56:.0f}L{x + wide * 0.72:.0f} {base - high * 0.36:.0f}L{x + wide:.0f} {base:.0f}Z",
            fill,
        )


@piece("pond", dyed=False)
def _oasis(canvas: Canvas) -> None:
    """A strip of water with reeds and green, far back."""
    rng, unit, width = canvas.stream("oasis"), canvas.unit, canvas.width
    y = canvas.down(0.15)
    x, wide = width * rng.uniform(0.28, 0.72), width * 0.26
    canvas.top("pond", x - 0.8 * wide, x + 0.8 * wide, y + 0.02 * wide)
    canvas.ellipse(x, y + 4 * unit, wide * 1.12, wide * 0.13, canvas.hour("#9fae5a"))
    canvas.ellipse(
        x,
        y + 4 * unit,
        wide,
        wide * 0.10,
        canvas.gradient((0.0, canvas.hour("#bfe6ee")), (1.0, canvas.hour("#4fa8c8"))),
    )
    for _ in range(26):
        px = x + rng.choice((-1, 1)) * wide * rng.uniform(0.7, 1.12)
        _tuft(
            canvas,
            rng,
            px,
            y + rng.uniform(-8, 12) * unit,
            rng.uniform(18, 34) * unit,
            canvas.hour(rng.choice(("#6f9a44", "#8fb04e", "#5a8a40"))),
        )


def sky(canvas: Canvas) -> None:
    """Nothing but air: a sea of clouds far below."""
    draw_sky(canvas, floor=canvas.height, clouds=6)
    rng, unit = canvas.stream("sea of clouds"), canvas.unit
    for layer in range(3):
        y = canvas.height * (0.84 + 0.07 * layer)
        tone = canvas.hour(mix("#cfe3f3", "#ffffff", layer / 2), far=1 - layer / 2)
        for place in range(10):
            x, size = canvas.width * (place + rng.uniform(0, 1)) / 10, rng.uniform(60, 120) * unit
            canvas.ellipse(x, y + size * 0.3, size * 1.3, size * 0.75, tone, 0.94)
        canvas.rect(0, y + 30 * unit, canvas.width, canvas.height, tone)


# --- pieces -----------------------------------------------------------------------------------------------------------


def hills(canvas: Canvas, colours: tuple[str, ...], *, ranged: bool = False) -> None:
    """Ridges from the haze to the near meadow, before mountains where the scene has some, and the place, if not `ranged`,
    none of its own."""
    if canvas.scenery.peaks and not ranged:
        far_mountains(canvas, tall=0.62)
    last = len(colours) - 1
    for depth, colour in enumerate(colours):
        nearness = depth / max(1, last)
        tone = canvas.hour(colour, far=1 - nearness)
        with canvas.painted(canvas.scenery.ground if nearness > 0.5 else "", greens=True):
            fill = canvas.gradient(
                (0.0, lighter(tone, 0.22)), (0.10 + 0.05 * depth, tone), (1.0, darker(tone, 0.05))
            )
            canvas.ridge(
                f"hill{depth}",
                canvas.horizon + (-104 + 100 * nearness**0.9) * canvas.unit,
                (40 - 20 * nearness) * canvas.unit,
                fill,
                waves=1.5 + 0.5 * depth,
            )


@piece("mountains")
def peaks(canvas: Canvas, rock: str, snow_cap: str, *, tall: float, layer: str = "peaks") -> None:
    """Pointed mountains with a lit and a shaded side and snow on top; `tall` is a share of the sky."""
    rng = canvas.stream(layer)
    count = max(3, round(canvas.width / canvas.unit / 300))
    for place in range(count + 1):
        x = canvas.width * (place + rng.uniform(-0.25, 0.25)) / count
        high = canvas.horizon * tall * rng.uniform(0.6, 1.0)
        half = high * rng.uniform(0.85, 1.15)
        _peak(canvas, (rock, snow_cap), x, high, half, half * rng.uniform(0.02, 0.14))


def far_mountains(canvas: Canvas, *, tall: float, own: bool = False) -> None:
    """Mountains behind a place, where the scene has some, and a great one more for each further step; `own` says that the
    place shows some of itself."""
    colours = ("#8c96ae", "#fdfdff")
    if canvas.scenery.peaks > 0 and not own:
        peaks(canvas, *colours, tall=tall)
    rng = canvas.stream("one-more")
    order = rng.sample((0.24, 0.78, 0.5), 3)
    for at in order[: max(0, canvas.scenery.peaks - (not own))]:
        high = canvas.horizon * tall * rng.uniform(1.22, 1.34)
        half = high * rng.uniform(0.8, 0.95)
        x = canvas.width * (at + rng.uniform(-0.05, 0.05))
        _peak(canvas, colours, x, min(high, 0.86 * canvas.horizon), half, half * 0.08)


_CAPS = {-3: 0.0, -2: 0.12, -1: 0.2, 0: 0.30, 1: 0.48, 2: 0.62, 3: 0.74}
"""Which share of a mountain is under snow, by the steps that were asked for."""


def _peak(canvas: Canvas, colours: tuple[str, str], x: float, high: float, half: float, bend: float) -> None:
    rock, snow_cap = colours
    if canvas.inked:
        rock = darker(rock, 0.24)
    lit, shaded = canvas.hour(lighter(rock, 0.22), far=0.8), canvas.hour(darker(rock, 0.10), far=0.6)
    cap, cap_shade = canvas.hour(snow_cap, far=0.5), canvas.hour(mix(snow_cap, rock, 0.35), far=0.5)
    floor, top = canvas.horizon, canvas.horizon - high
    canvas.add(
        f'<path d="M{x - half:.1f} {floor:.1f}L{x:.1f} {top:.1f}L{x + half:.1f} {floor:.1f}Z" fill="{lit}"/>'
        f'<path d="M{x:.1f} {top:.1f}L{x + half:.1f} {floor:.1f}H{x + bend * 2:.1f}L{x - bend:.1f} {top + high * 0.62:.1f}L{x + bend:.1f} {top + high * 0.3:.1f}Z" fill="{shaded}"/>'
    )
    deep = _CAPS[canvas.scenery.caps]
    left, right = x - half * deep, x + half * deep
    low = top + high * deep
    snow = deep and (
        f'<path d="M{x:.1f} {top:.1f}L{left:.1f} {low:.1f}L{x - half * 0.16:.1f} {low - high * 0.05:.1f}L{x - half * 0.06:.1f} {low + high * 0.07:.1f}L{x + half * 0.06:.1f} {low - high * 0.04:.1f}L{x + half * 0.17:.1f} {low + high * 0.05:.1f}L{right:.1f} {low:.1f}Z" fill="{cap}"/>'
        f'<path d="M{x:.1f} {top:.1f}L{x + bend:.1f} {low - high * 0.02:.1f}L{x + half * 0.17:.1f} {low + high * 0.05:.1f}L{right:.1f} {low:.1f}Z" fill="{cap_shade}"/>'
    )
    canvas.add(snow or "")
    if canvas.inked:  # white snow before white paper
        canvas.line(
            f"M{x - half * 0.5:.1f} {top + high * 0.5:.1f}L{x:.1f} {top:.1f}L{x + half * 0.5:.1f} {top + high * 0.5:.1f}",
            "#7f8b93",
            3 * canvas.unit,
            0.8,
        )


@piece("trees", greens=True)
def copses(canvas: Canvas, dark: str, light: str) -> None:
    """Clumps of far trees, too soft to be taken for something that was asked for."""
    rng, unit = canvas.stream("copses"), canvas.unit
    shade, tone = (
        canvas.hour(mix(dark, "#a9cfe0", 0.22), far=0.5),
        canvas.hour(mix(light, "#bfe0d8", 0.18), far=0.4),
    )
    count = canvas.many(max(4, round(canvas.width / unit / 190)), canvas.scenery.trees)
    for place in range(count):
        x = canvas.width * (place + rng.uniform(0.0, 1.0)) / count
        if abs(x / canvas.width - 0.5) < 0.16 and rng.random() < 0.7:
            continue
        y = canvas.horizon + rng.uniform(-6, 12) * unit
        crown = [(rng.uniform(-66, 66), rng.uniform(13, 30)) for _ in range(rng.randint(6, 10))]
        for dx, size in crown:
            canvas.ellipse(x + dx * unit, y - size * 0.8 * unit, size * 1.1 * unit, size * unit, shade)
        for dx, size in crown:
            for side, up, share in ((-0.35, 1.15, 0.55), (0.30, 0.95, 0.42), (-0.05, 0.6, 0.40)):
                spot = share * size * unit
                canvas.ellipse(
                    x + (dx + side * size) * unit, y - size * up * unit, spot, spot * 0.8, tone, 0.55
                )


@piece("trees", greens=True)
def pines(canvas: Canvas, colour: str, *, snow: bool) -> None:
    """A row of firs along the horizon."""
    rng, unit = canvas.stream("pines"), canvas.unit
    if canvas.season == "winter" and not snow:
        colour, snow = _SNOWED_ON, True
    count = canvas.many(max(9, round(canvas.width / unit / 52)), canvas.scenery.trees)
    for place in range(count):
        x = canvas.width * (place + rng.uniform(0, 1)) / count
        if abs(x / canvas.width - 0.5) < 0.2 and rng.random() < 0.6:
            continue
        y, size = canvas.horizon + rng.uniform(-4, 14) * unit, rng.uniform(34, 84) * unit
        tone = canvas.hour(mix(colour, "#b9d3e0", rng.uniform(0.1, 0.42)), far=0.4)
        for tier in range(3):
            wide, top = size * (0.20 + 0.085 * tier), y - size * (1.0 - 0.27 * tier)
            low = top + size * 0.44
            canvas.add(
                f'<path d="M{x:.1f} {top:.1f}L{x + wide:.1f} {low:.1f}Q{x:.1f} {low - size * 0.06:.1f} {x - wide:.1f} {low:.1f}Z" fill="{darker(tone, 0.08 * tier)}"/>'
            )
            if snow:
                canvas.add(
                    f'<path d="M{x:.1f} {top:.1f}L{x + wide * 0.45:.1f} {top + size * 0.2:.1f}Q{x:.1f} {top + size * 0.13:.1f} {x - wide * 0.6:.1f} {top + size * 0.27:.1f}Z" fill="{canvas.hour("#ffffff", far=0.3)}" opacity=".92"/>'
                )


_SNOWED_ON = "#5f8f8a"
"""Of a fir under snow."""
_EARTH, _IN_SNOW = ("#efe0ae", "#d3b27a"), ("#dad6d2", "#a89f98")
"""The paints of a path, far away and near."""


def ground(
    canvas: Canvas,
    far: str,
    middle: str,
    near: str,
    *,
    lift: float = 8,
    trodden: tuple[str, str] = _EARTH,
) -> None:
    """The plane on which the actors stand, with a band of light in the middle and shade towards us, and `trodden` the path
    through it, if one is told of."""
    with canvas.painted(canvas.scenery.ground):
        fill = canvas.gradient(
            (0.0, canvas.hour(far, far=0.3)), (0.42, canvas.hour(middle)), (1.0, canvas.hour(near))
        )
        top = canvas.horizon + lift * canvas.unit
        canvas.ridge("ground", top, 7 * canvas.unit, fill, waves=1.0)
        light, depth = canvas.hour("#fff6c8"), canvas.height - top
        band = canvas.gradient(
            (0.0, light, 0.0), (0.2, light, 0.07), (0.5, light, 0.26), (0.8, light, 0.07), (1.0, light, 0.0)
        )
        canvas.rect(0, top - 0.02 * depth, canvas.width, depth * 0.92, band)
    if canvas.season == "winter" and trodden == _EARTH:
        drifts(canvas)
    if canvas.scenery.path:
        path(canvas, told=canvas.scenery.path, trodden=trodden)


def river(canvas: Canvas) -> None:
    """A river that winds from the horizon to the side, far enough back that nobody stands in it."""
    with canvas.painted(canvas.scenery.water):
        rng, unit, width = canvas.stream("river"), canvas.unit, canvas.width
        depth = canvas.height - canvas.horizon
        side = rng.choice((-1, 1))
        top = canvas.horizon + 0.05 * depth
        start = width * (0.5 + side * rng.uniform(0.02, 0.22))
        bend = width * (0.5 - side * rng.uniform(0.10, 0.30))
        edge = width * (1.1 if side > 0 else -0.1)
        low, high = top + depth * 0.19, top + depth * 0.075
        fill = canvas.across(top, low, (0.0, canvas.hour("#cdeaf5")), (1.0, canvas.hour("#6db5dd")))
        outline = (
            f"M{start:.1f} {top:.1f}C{bend:.1f} {top + depth * 0.03:.1f} {bend:.1f} {high:.1f} {width * 0.5:.1f} {high + depth * 0.012:.1f}"
            f"S{edge:.1f} {high:.1f} {edge:.1f} {high + depth * 0.03:.1f}L{edge:.1f} {low:.1f}"
            f"C{width * (0.5 + side * 0.2):.1f} {low:.1f} {bend - side * 0.06 * width:.1f} {low:.1f} {bend - side * 0.05 * width:.1f} {high:.1f}"
            f"C{bend - side * 0.04 * width:.1f} {top + depth * 0.03:.1f} {start - side * 12 * unit:.1f} {top + 8 * unit:.1f} {start:.1f} {top:.1f}Z"
        )
        canvas.add(
            f'<path d="{outline}" fill="{canvas.hour("#5f9f48")}" transform="translate(0 {-3 * unit:.1f})"/>'
            f'<path d="{outline}" fill="{fill}"/>'
        )
        for _ in range(9):
            x = rng.uniform(min(width * 0.5, edge), max(width * 0.5, edge))
            y = rng.uniform(high + depth * 0.045, low - depth * 0.02)
            canvas.add(
                f'<path d="M{x:.1f} {y:.1f}h{rng.uniform(18, 60) * unit:.1f}" stroke="#ffffff" stroke-width="{2 * unit:.1f}" stroke-linecap="round" opacity=".5"/>'
            )


@piece("path")
def path(canvas: Canvas, *, told: int = 0, trodden: tuple[str, str] = _EARTH) -> None:
    """A path from our feet to the hills; one that is told of is plainer to see than a trodden one: 2 is a country road. There
    is only one.
    """
    if canvas.scenery.path not in (0, BROOK) and not told:
        return
    if told == BROOK:
        river(canvas)
        return
    height = canvas.height
    depth = height - canvas.horizon
    line = path_line(canvas.stream("path"), told, canvas.width, height, canvas.horizon)
    goal, foot, swing, top, wide = line.goal, line.foot, line.swing, line.top, line.wide
    if canvas.season == "winter" and trodden == _EARTH:
        trodden = _IN_SNOW
    fill = canvas.across(top, height, (0.0, canvas.hour(trodden[0])), (1.0, canvas.hour(trodden[1])))
    canvas.add(
        f'<path d="M{goal - 2:.1f} {top:.1f}C{goal + swing:.1f} {top + depth * 0.28:.1f} {foot - swing - wide * 0.4:.1f} {top + depth * 0.45:.1f} {foot - wide:.1f} {height}'
        f'H{foot + wide:.1f}C{foot - swing + wide * 0.5:.1f} {top + depth * 0.5:.1f} {goal + swing + wide * 0.22:.1f} {top + depth * 0.3:.1f} {goal + 3:.1f} {top:.1f}Z" fill="{fill}" opacity="{0.95 if told else 0.8}"/>'
    )
    if told > 1:
        _ruts(canvas, (goal, foot, swing), top, trodden)


def _ruts(canvas: Canvas, bends: tuple[float, float, float], top: float, trodden: tuple[str, str]) -> None:
    """Where the wheels of carts have gone, on either side of the grass in the middle of a road."""
    goal, foot, swing = bends
    rut, grass = darker(trodden[1], 0.14), "#93b356" if trodden == _EARTH else lighter(trodden[0], 0.1)
    height, depth, wide = (
        canvas.height,
        canvas.height - canvas.horizon,
        min(canvas.width, 1.2 * canvas.height) * WIDTHS[2],
    )
    for share, paint, half in ((-0.5, rut, 0.07), (0.5, rut, 0.07), (0.0, grass, 0.10)):
        low, broad = foot + share * wide, half * wide
        middle = foot - swing + 0.05 * wide + share * 0.45 * wide
        far = goal + swing + (0.11 + share * 0.11) * wide
        canvas.path(
            f"M{goal:.1f} {top:.1f}C{far:.1f} {top + depth * 0.28:.1f} {middle - broad * 0.5:.1f} {top + depth * 0.46:.1f} {low - broad:.1f} {height}"
            f"H{low + broad:.1f}C{middle + broad * 0.5:.1f} {top + depth * 0.49:.1f} {far + 0.02 * wide:.1f} {top + depth * 0.3:.1f} {goal + 1:.1f} {top:.1f}Z",
            canvas.hour(paint),
            'opacity=".75"',
        )


def swathes(canvas: Canvas, colour: str) -> None:
    """Soft broad strokes of light on the grass."""
    with canvas.painted(canvas.scenery.ground):
        rng, depth = canvas.stream("swathes"), canvas.height - canvas.horizon
        for step in range(7):
            y = canvas.horizon + depth * (0.07 + 0.9 * (step / 7) ** 1.25)
            wide = canvas.width * rng.uniform(0.20, 0.42)
            tone = canvas.hour(colour)
            soft = canvas.glow((0.0, tone, 0.36), (0.6, tone, 0.20), (1.0, tone, 0.0))
            canvas.ellipse(canvas.width * rng.uniform(0, 1), y, wide, (7 + 30 * step / 7) * canvas.unit, soft)


def growth(canvas: Canvas, greens: tuple[str, ...], *, flowers: float, top: float | None = None) -> None:
    """Tufts and flowers, larger towards us; from `top` pixels down, or from the horizon."""
    with canvas.painted(canvas.scenery.ground, greens=True):
        rng, unit = canvas.stream("growth"), canvas.unit
        start = canvas.horizon if top is None else top
        depth = canvas.height - start
        share = (
            flowers
            if not canvas.scenery.flowers
            else max(0, canvas.many(100, canvas.scenery.flowers)) * flowers / 100
        )
        places = sorted(rng.random() ** 0.75 for _ in range(round(64 * canvas.width / unit / 1024)))
        for t in places:
            y, x = start + depth * (0.07 + 0.92 * t), rng.uniform(0, canvas.width)
            size = (7 + 25 * t) * unit
            if rng.random() < share and canvas.season != "winter":
                _flower(canvas, rng, x, y, size * 0.85)
            else:
                _tuft(canvas, rng, x, y, size, canvas.hour(rng.choice(greens)))


def _tuft(canvas: Canvas, rng: random.Random, x: float, y: float, size: float, colour: str) -> None:
    blades = ""
    for blade in range(rng.randint(4, 6)):
        lean = (blade - 2.3) * 0.30 + rng.uniform(-0.1, 0.1)
        long, foot = size * rng.uniform(0.75, 1.15), x + (blade - 2.3) * size * 0.11
        tip_x, tip_y = foot + math.sin(lean) * long, y - long * math.cos(lean)
        half = size * 0.06
        blades += f"M{foot - half:.1f} {y:.1f}Q{foot + math.sin(lean) * long * 0.3 - half:.1f} {y - long * 0.6:.1f} {tip_x:.1f} {tip_y:.1f}Q{foot + math.sin(lean) * long * 0.3 + half:.1f} {y - long * 0.6:.1f} {foot + half:.1f} {y:.1f}Z"
    canvas.add(f'<path d="{blades}" fill="{colour}"/>')


def _flower(canvas: Canvas, rng: random.Random, x: float, y: float, size: float) -> None:
    petal, stem = canvas.hour(rng.choice(PETALS)), canvas.hour("#3f8f3a")
    canvas.add(
        f'<path d="M{x:.1f} {y:.1f}q{size * 0.15:.1f} {-size * 0.5:.1f} 0 {-size:.1f}" stroke="{stem}" stroke-width="{size * 0.12:.1f}" fill="none"/>'
    )
    canvas.add(
        f'<path d="M{x:.1f} {y - size * 0.2:.1f}q{size * 0.3:.1f} {-size * 0.3:.1f} {size * 0.45:.1f} {-size * 0.15:.1f}q{-size * 0.15:.1f} {size * 0.25:.1f} {-size * 0.45:.1f} {size * 0.15:.1f}Z" fill="{stem}"/>'
    )
    for k in range(5):
        angle = k * math.tau / 5 - math.pi / 2
        canvas.ellipse(
            x + math.cos(angle) * size * 0.30,
            y - size + math.sin(angle) * size * 0.27,
            size * 0.23,
            size * 0.21,
            petal,
        )
    canvas.ellipse(x, y - size, size * 0.17, size * 0.16, canvas.hour("#f7a823"))


@piece("stones")
def stones(canvas: Canvas, colour: str) -> None:
    """Pebbles strewn over the ground, larger towards us."""
    rng, unit = canvas.stream("stones"), canvas.unit
    depth = canvas.height - canvas.horizon
    for _ in range(11):
        t = rng.random()
        x, y, size = (
            rng.uniform(0, canvas.width),
            canvas.horizon + depth * (0.16 + 0.82 * t),
            (6 + 16 * t) * unit,
        )
        tone = canvas.hour(mix(colour, "#ffffff", rng.uniform(0, 0.2)))
        canvas.ellipse(x + size * 0.2, y + size * 0.1, size * 1.3, size * 0.32, "#1c2a1c", 0.22)
        canvas.add(
            f'<path d="M{x - size:.1f} {y:.1f}q{size * 0.1:.1f} {-size * 0.9:.1f} {size:.1f} {-size * 0.85:.1f}q{size * 0.9:.1f} {size * 0.05:.1f} {size:.1f} {size * 0.85:.1f}z" fill="{tone}"/>'
        )
        canvas.add(
            f'<path d="M{x - size * 0.6:.1f} {y - size * 0.35:.1f}q{size * 0.2:.1f} {-size * 0.4:.1f} {size * 0.7:.1f} {-size * 0.4:.1f}" stroke="{lighter(tone, 0.5)}" stroke-width="{size * 0.12:.1f}" stroke-linecap="round" fill="none"/>'
        )


def foreground(canvas: Canvas, dark: str, light: str) -> None:
    """Tall blades in both lower corners, before them flowers, a boulder or broad leaves: they frame the picture and give
    it depth."""
    with canvas.painted(canvas.scenery.ground, greens=True):
        rng, unit = canvas.stream("foreground"), canvas.unit
        near = canvas.choice("near", ("blades", "flowers", "boulder", "leaves"))
        for side in (0.0, 1.0):
            for _ in range(15):
                inward = rng.random() ** 1.6 * 0.15 * canvas.width
                x = inward if side == 0 else canvas.width - inward
                long = rng.uniform(60, 118) * unit * (1 - inward / (0.24 * canvas.width))
                lean = rng.uniform(-0.3, 0.5) * (1 if side == 0 else -1)
                wide, y = rng.uniform(6, 10) * unit, canvas.height + 6 * unit
                tip = x + lean * long
                colour = canvas.hour(rng.choice((dark, light, mix(dark, light, 0.5))))
                canvas.add(
                    f'<path d="M{x - wide:.1f} {y:.1f}Q{x - wide * 0.4 + lean * long * 0.2:.1f} {y - long * 0.6:.1f} {tip:.1f} {y - long:.1f}Q{x + wide * 0.9 + lean * long * 0.2:.1f} {y - long * 0.55:.1f} {x + wide:.1f} {y:.1f}Z" fill="{colour}"/>'
                )
            if side == 1.0:
                continue
            if near == "boulder":
                _boulder(canvas, canvas.width * 0.045, canvas.height + 10 * unit, 74 * unit)
            elif near == "leaves":
                _broad_leaves(
                    canvas, rng, canvas.width * 0.02, canvas.height + 4 * unit, 120 * unit, dark, light
                )
            elif near == "flowers" and canvas.season != "winter":
                for k in range(5):
                    x = canvas.width * (0.015 + 0.028 * k) + rng.uniform(-8, 8) * unit
                    _flower(
                        canvas,
                        rng,
                        x,
                        canvas.height - rng.uniform(0, 26) * unit,
                        rng.uniform(46, 78) * unit * (1 - 0.11 * k),
                    )


@piece("stones")
def _boulder(canvas: Canvas, x: float, base: float, size: float) -> None:
    tone = canvas.hour("#a3aaa6")
    fill = canvas.gradient((0.0, lighter(tone, 0.30)), (0.5, tone), (1.0, darker(tone, 0.34)))
    canvas.path(
        f"M{x - size * 1.3:.1f} {base:.1f}C{x - size * 1.35:.1f} {base - size * 0.7:.1f} {x - size * 0.7:.1f} {base - size * 1.15:.1f} {x - size * 0.1:.1f} {base - size * 1.1:.1f}S{x + size:.1f} {base - size * 0.75:.1f} {x + size * 1.25:.1f} {base:.1f}z",
        fill,
    )
    canvas.line(
        f"M{x - size * 0.2:.1f} {base - size * 0.85:.1f}q{size * 0.3:.1f} {size * 0.2:.1f} {size * 0.25:.1f} {size * 0.5:.1f}",
        darker(tone, 0.3),
        3 * canvas.unit,
        0.6,
    )
    moss = canvas.hour("#7fa65a")
    canvas.ellipse(x - size * 0.55, base - size * 0.86, size * 0.34, size * 0.10, moss, 0.75)


def _broad_leaves(
    canvas: Canvas, rng: random.Random, x: float, base: float, size: float, dark: str, light: str
) -> None:
    for k in range(6):
        turn = math.radians(-100 + 19 * k + rng.uniform(-5, 5))
        long = size * rng.uniform(0.75, 1.1)
        dx, dy = math.cos(turn) * long, math.sin(turn) * long
        colour = canvas.hour(mix(dark, light, k / 5))
        canvas.path(
            f"M{x:.1f} {base:.1f}q{dx * 0.45 + dy * 0.26:.1f} {dy * 0.45 - dx * 0.26:.1f} {dx:.1f} {dy:.1f}q{-dx * 0.45 - dy * 0.26:.1f} {-dy * 0.45 + dx * 0.26:.1f} {-dx:.1f} {-dy:.1f}z",
            colour,
        )
        canvas.line(
            f"M{x:.1f} {base:.1f}l{dx * 0.9:.1f} {dy * 0.9:.1f}", lighter(colour, 0.25), 2 * canvas.unit, 0.6
        )
