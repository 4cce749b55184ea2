"""A swimming pool in the open air: tiled edges, blue water with lanes, loungers under parasols on the other side."""

from __future__ import annotations

import random

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.pieces import bush, leaf, tree
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

_FAR, _NEAR = 0.12, 0.47
"""Where the pool begins and ends, as shares of the way from the horizon to the lower edge."""


def pool(canvas: Canvas) -> None:
    """The pool from side to side; we stand on the deck before it."""
    view = canvas.choice("view", ("lanes", "resort", "garden"))
    unit, width = canvas.unit, canvas.width
    vanishing = width * canvas.choice("eye", (0.5, 0.36, 0.64))
    draw_sky(canvas, floor=canvas.horizon * 1.1)
    land.hills(canvas, ("#a9cfe0", "#a3cfae", "#92c682"))
    if view == "resort":
        _hotel(canvas)
    _greenery(canvas, palms=view == "resort")
    stone = canvas.choice("stone", ("#ead9bd", "#e3e2dc", "#e6cdb6"))
    _deck(canvas, stone, vanishing)
    if view != "lanes":
        _loungers(canvas)
    else:
        _blocks(canvas, vanishing)
    _water(canvas, vanishing)
    if view == "lanes" or canvas.choice("ropes", (True, False)):
        _ropes(canvas, vanishing)
    _ladder(canvas, width * canvas.choice("ladder", (0.14, 0.86, 0.22)))
    _edge(canvas, stone)
    corner = canvas.stream("corner")
    _planter(canvas, corner, -10 * unit)
    if canvas.choice("planters", (True, False)):
        _planter(canvas, corner, width + 10 * unit)


def _greenery(canvas: Canvas, *, palms: bool) -> None:
    """Trees and a clipped hedge behind the far deck."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("greenery")
    base = canvas.down(0.03)
    for k in range(7):
        x = width * (k + rng.uniform(-0.25, 0.25)) / 6
        if palms and k % 2:
            _palm(canvas, rng, x, base, rng.uniform(170, 250) * unit)
        else:
            tree(canvas, rng, x, base, rng.uniform(120, 190) * unit, "#6fb257", far=0.5)
    for k in range(round(width / unit / 46) + 2):
        bush(canvas, rng, k * 46 * unit, base + 8 * unit, rng.uniform(30, 40) * unit, "#5da04c")


@piece("palm", greens=True)
def _palm(canvas: Canvas, rng: random.Random, x: float, base: float, tall: float) -> None:
    bark, green = canvas.hour("#9a7a58", far=0.4), canvas.hour("#4f9a4e", far=0.4)
    lean = rng.uniform(-0.12, 0.12) * tall
    canvas.line(
        f"M{x:.1f} {base:.1f}Q{x + 0.1 * lean:.1f} {base - 0.6 * tall:.1f} {x + lean:.1f} {base - tall:.1f}",
        bark,
        0.055 * tall,
    )
    for turn in (-170, -140, -105, -60, -25, 10, 195):
        canvas.add(
            f'<g transform="translate({x + lean:.1f} {base - tall:.1f}) rotate({turn + rng.uniform(-8, 8):.0f})"><path d="M0 0Q{0.22 * tall:.1f} {-0.1 * tall:.1f} {0.42 * tall:.1f} {0.08 * tall:.1f}Q{0.2 * tall:.1f} {0.02 * tall:.1f} 0 {0.03 * tall:.1f}Z" fill="{mix(green, "#ffffff", rng.uniform(0, 0.12))}"/></g>'
        )


@piece("houses")
def _hotel(canvas: Canvas) -> None:
    """A white hotel with balconies, far back on one side."""
    unit, width = canvas.unit, canvas.width
    left, base = width * canvas.choice("hotel", (0.56, 0.06)), canvas.down(0.03)
    wide, tall = width * 0.36, min(300 * unit, canvas.horizon * 0.62)
    wall = canvas.hour("#f6f0e6", far=0.5)
    canvas.rect(
        left, base - tall, wide, tall, canvas.gradient((0.0, lighter(wall, 0.1)), (1.0, darker(wall, 0.06)))
    )
    canvas.rect(left - 6 * unit, base - tall - 10 * unit, wide + 12 * unit, 14 * unit, darker(wall, 0.1))
    glass = "#ffe09a" if canvas.time in ("night", "sunset") else canvas.hour("#9cc4dc", far=0.5)
    rows, columns = 4, max(4, round(wide / unit / 62))
    for row in range(rows):
        for column in range(columns):
            x = left + wide * (column + 0.2) / columns
            y = base - tall + tall * (row + 0.2) / rows
            lit = glass if canvas.time == "day" or (row * 7 + column * 3) % 4 else darker(wall, 0.3)
            canvas.rect(x, y, 0.6 * wide / columns, 0.5 * tall / rows, lit)
            canvas.rect(x - 3 * unit, y + 0.36 * tall / rows, 0.6 * wide / columns + 6 * unit, 0.22 * tall / rows, lighter(wall, 0.3))  # fmt: skip


def _deck(canvas: Canvas, stone: str, vanishing: float) -> None:
    """Slabs of stone all around."""
    unit, width = canvas.unit, canvas.width
    with canvas.painted(canvas.scenery.ground):
        top = canvas.down(0.02)
        light, tone, near = (
            canvas.hour(paint) for paint in (lighter(stone, 0.2), stone, darker(stone, 0.16))
        )
        canvas.rect(
            0, top, width, canvas.height - top, canvas.gradient((0.0, light), (0.4, tone), (1.0, near))
        )
        joints = ""
        for k in range(9):
            y = canvas.down(_NEAR + (1 - _NEAR) * (k / 8) ** 1.4)
            joints += f"M0 {y:.1f}H{width}"
        for k in range(-14, 15):
            foot = vanishing + k * 0.19 * width
            joints += f"M{vanishing + (foot - vanishing) * _NEAR:.1f} {canvas.down(_NEAR):.1f}L{foot:.1f} {canvas.height}"
        canvas.line(joints, canvas.hour(darker(stone, 0.2)), 2.2 * unit, 0.5)
        pool_of_light = canvas.glow((0.0, canvas.hour("#fffdf0"), 0.5), (1.0, canvas.hour("#fffdf0"), 0.0))
        canvas.ellipse(width * 0.46, canvas.down(0.74), width * 0.5, 0.2 * canvas.height, pool_of_light)


@piece("parasols", dyed=False)
def _loungers(canvas: Canvas) -> None:
    """Loungers in pairs under parasols, on the other side."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("loungers")
    base = canvas.down(0.085)
    dyes = canvas.choice("parasols", (("#e8604f", "#fff4e6"), ("#3fa0c8", "#ffffff"), ("#f2b53a", "#fff6dc")))
    main = canvas.paint_of("parasols", dyes[0])
    dye, pale, wood = (
        canvas.hour(main, far=0.2),
        canvas.hour(dyes[1], far=0.2),
        canvas.hour("#b98a5c", far=0.2),
    )
    count = max(3, round(width / unit / 250))
    for k in range(count):
        x = width * (k + 0.5 + rng.uniform(-0.12, 0.12)) / count
        canvas.line(f"M{x:.1f} {base:.1f}v{-118 * unit:.1f}", wood, 6 * unit)
        half, top = 78 * unit, base - 128 * unit
        canvas.path(
            f"M{x - half:.1f} {top + 34 * unit:.1f}Q{x:.1f} {top - 40 * unit:.1f} {x + half:.1f} {top + 34 * unit:.1f}Q{x:.1f} {top + 20 * unit:.1f} {x - half:.1f} {top + 34 * unit:.1f}Z",
            dye,
        )
        canvas.path(
            f"M{x - 0.42 * half:.1f} {top + 28 * unit:.1f}Q{x - 0.2 * half:.1f} {top - 2 * unit:.1f} {x:.1f} {top - 3 * unit:.1f}Q{x + 0.2 * half:.1f} {top - 2 * unit:.1f} {x + 0.42 * half:.1f} {top + 28 * unit:.1f}Q{x:.1f} {top + 20 * unit:.1f} {x - 0.42 * half:.1f} {top + 28 * unit:.1f}Z",
            pale,
        )
        for side in (-1, 1):
            at = x + side * 46 * unit
            canvas.line(
                f"M{at - 34 * unit:.1f} {base:.1f}v{-9 * unit:.1f}M{at + 34 * unit:.1f} {base:.1f}v{-9 * unit:.1f}",
                wood,
                4 * unit,
            )
            canvas.line(
                f"M{at - 38 * unit:.1f} {base - 12 * unit:.1f}h{48 * unit:.1f}l{28 * unit:.1f} {-24 * unit:.1f}",
                pale,
                9 * unit,
            )
            canvas.line(
                f"M{at - 36 * unit:.1f} {base - 15 * unit:.1f}h{44 * unit:.1f}l{24 * unit:.1f} {-21 * unit:.1f}",
                dye,
                3 * unit,
                0.8,
            )


@piece("starting blocks")
def _blocks(canvas: Canvas, vanishing: float) -> None:
    """Blocks to dive from at the far end, one a lane."""
    unit, y = canvas.unit, canvas.down(_FAR) - 4 * canvas.unit
    white, blue = canvas.hour("#f4f6f4", far=0.2), canvas.hour("#2f7fc0", far=0.2)
    for k in range(-9, 10):
        x = vanishing + (k + 0.5) * 0.62 * canvas.width * _FAR * 1.4
        canvas.rect(x - 13 * unit, y - 24 * unit, 26 * unit, 24 * unit, white, f'rx="{3 * unit:.1f}"')
        canvas.rect(x - 16 * unit, y - 30 * unit, 32 * unit, 9 * unit, blue, f'rx="{3 * unit:.1f}"')


def _water(canvas: Canvas, vanishing: float) -> None:
    """Clear water over pale tiles, with the light in it; a band of tiles at the far edge."""
    unit, width, rng = canvas.unit, canvas.width, canvas.stream("pool")
    top, bottom = canvas.down(_FAR), canvas.down(_NEAR)
    rim = canvas.hour("#fbfaf4", far=0.1)
    canvas.rect(0, top - 7 * unit, width, 9 * unit, rim)
    tiles = canvas.hour("#2f86b8", far=0.1)
    canvas.rect(0, top + 2 * unit, width, 9 * unit, tiles)
    marks = "".join(
        f"M{x:.0f} {top + 2 * unit:.1f}v{9 * unit:.1f}" for x in range(0, width, max(4, round(12 * unit)))
    )
    canvas.line(marks, lighter(tiles, 0.4), 1.4 * unit, 0.7)
    with canvas.painted(canvas.scenery.water):
        fill = canvas.gradient(
            (0.0, canvas.hour("#9be0ee")),
            (0.3, canvas.hour("#55c4e4")),
            (0.75, canvas.hour("#2fa9d8")),
            (1.0, canvas.hour("#4fc3e2")),
        )
        canvas.rect(0, top + 11 * unit, width, bottom - top, fill)
        lines = ""
        for k in range(-9, 10):
            lines += f"M{vanishing + k * 0.62 * width * _FAR * 1.4:.1f} {top + 14 * unit:.1f}L{vanishing + k * 0.62 * width * _NEAR * 1.4:.1f} {bottom:.1f}"
        canvas.line(lines, canvas.hour("#1f7fb4"), 7 * unit, 0.20)
        bright = "#ffffff" if canvas.time != "night" else "#bfe6ff"
        for _ in range(round(70 * width / unit / 1024)):
            t = rng.random()
            x, y = rng.uniform(-30, width), top + 16 * unit + (bottom - top - 26 * unit) * t
            wide = (18 + 60 * t) * unit * rng.uniform(0.7, 1.3)
            canvas.line(
                f"M{x:.1f} {y:.1f}q{0.25 * wide:.1f} {-0.16 * wide:.1f} {0.5 * wide:.1f} 0t{0.5 * wide:.1f} {rng.uniform(-0.1, 0.1) * wide:.1f}",
                bright, (1.2 + 2 * t) * unit, 0.2 + 0.35 * t,
            )  # fmt: skip
        if canvas.time == "night":
            for k in range(5):
                x = width * (k + 0.5) / 5
                canvas.ellipse(
                    x,
                    top + 26 * unit,
                    120 * unit,
                    40 * unit,
                    canvas.glow((0.0, "#c8f4ff", 0.8), (1.0, "#7fdcff", 0.0)),
                )


@piece("lane ropes", dyed=False)
def _ropes(canvas: Canvas, vanishing: float) -> None:
    """Ropes with floats between the lanes."""
    width, unit = canvas.width, canvas.unit
    red, white = canvas.hour(canvas.paint_of("lane ropes", "#e8503f")), canvas.hour("#fdfdf8")
    for k in range(-8, 9):
        x0 = vanishing + (k + 0.5) * 0.62 * width * _FAR * 1.4
        x1 = vanishing + (k + 0.5) * 0.62 * width * _NEAR * 1.4
        y0, y1 = canvas.down(_FAR) + 11 * unit, canvas.down(_NEAR) + 4 * unit
        if max(x0, x1) < -20 or min(x0, x1) > width + 20:
            continue
        for step in range(8):
            a, b = (step / 8) ** 1.5, ((step + 1) / 8) ** 1.5
            for shade, share in ((red, a), (white, (a + b) / 2)):
                end = share + (b - a) / 2
                canvas.line(
                    f"M{x0 + (x1 - x0) * share:.1f} {y0 + (y1 - y0) * share:.1f}L{x0 + (x1 - x0) * end:.1f} {y0 + (y1 - y0) * end:.1f}",
                    shade, (2.5 + 6 * b) * unit,
                )  # fmt: skip


@piece("ladder")
def _ladder(canvas: Canvas, x: float) -> None:
    """Two bent rails of steel at the near edge, and rungs that go down into the water."""
    unit, y = canvas.unit, canvas.down(_NEAR)
    steel, shine = canvas.hour("#9aa7b2"), canvas.hour("#f2f6f8")
    for colour, wide, shift in ((steel, 9, 0.0), (shine, 3, -1.5)):
        for side in (-1, 1):
            at = x + side * 26 * unit + shift * unit
            canvas.line(
                f"M{at:.1f} {y + 44 * unit:.1f}v{-66 * unit:.1f}q0 {-34 * unit:.1f} {-side * 2 * unit:.1f} {-34 * unit:.1f}t{-side * 2 * unit:.1f} {34 * unit:.1f}v{36 * unit:.1f}",
                colour, wide * unit,
            )  # fmt: skip
    canvas.line(
        f"M{x - 24 * unit:.1f} {y - 24 * unit:.1f}h{48 * unit:.1f}M{x - 24 * unit:.1f} {y - 6 * unit:.1f}h{48 * unit:.1f}",
        steel,
        6 * unit,
    )


def _edge(canvas: Canvas, stone: str) -> None:
    """The near rim: a band of tiles, and rounded coping stones before it."""
    unit, width, y = canvas.unit, canvas.width, canvas.down(_NEAR)
    rim = canvas.hour(lighter(stone, 0.5))
    canvas.rect(
        0,
        y,
        width,
        22 * unit,
        canvas.gradient((0.0, lighter(rim, 0.4)), (0.6, rim), (1.0, darker(rim, 0.16))),
    )
    marks = "".join(f"M{x:.0f} {y:.1f}v{22 * unit:.1f}" for x in range(0, width, max(8, round(84 * unit))))
    canvas.line(marks, darker(rim, 0.2), 2 * unit, 0.6)
    canvas.rect(0, y + 22 * unit, width, 7 * unit, "#3a3020", 'opacity=".16"')


@piece("planters")
def _planter(canvas: Canvas, rng: random.Random, x: float) -> None:
    """Broad leaves that reach in at a lower corner."""
    unit, base = canvas.unit, canvas.height + 18 * canvas.unit
    way = 1 if x < canvas.width / 2 else -1
    for k in range(7):
        turn = -way * (24 + 15 * k) + rng.uniform(-6, 6)
        size = rng.uniform(60, 92) * unit
        tone = canvas.hour(rng.choice(("#3f8f48", "#57a84f", "#2f7a40")))
        canvas.add(
            f'<g transform="translate({x:.0f} {base:.0f}) rotate({turn:.0f})"><g transform="translate({way * size:.0f} 0)">{leaf(0, 0, size, 0, tone)}</g></g>'
        )
