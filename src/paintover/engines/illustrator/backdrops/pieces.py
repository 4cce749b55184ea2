"""Pieces that several places share: crowns, boughs that reach in, bushes and beds, bricks, lanterns, and what the air carries."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.colour import darker, lighter, mix

BLOSSOM = ("#f9c4d8", "#f6a9c6", "#fde2ec")


def crown(
    canvas: Canvas, rng: random.Random, x: float, y: float, size: float, colour: str, *, far: float = 0.4
) -> None:
    """Foliage of about `size` pixels radius around (x, y), lit from above."""
    tone = canvas.hour(colour, far=far)
    bright = (
        canvas.hour(BLOSSOM[0], far=far)
        if canvas.season == "spring" and rng.random() < 0.5
        else lighter(tone, 0.24)
    )
    puffs = [
        (
            math.cos(k * 2.4) * size * 0.52 * rng.uniform(0.7, 1.1),
            math.sin(k * 2.4) * size * 0.42,
            size * rng.uniform(0.42, 0.6),
        )
        for k in range(7)
    ]
    low = "".join(f'<circle cx="{x + dx:.1f}" cy="{y + dy:.1f}" r="{r:.1f}"/>' for dx, dy, r in puffs)
    high = "".join(
        f'<circle cx="{x + dx - r * 0.22:.1f}" cy="{y + dy - r * 0.3:.1f}" r="{r * 0.58:.1f}"/>'
        for dx, dy, r in puffs
    )
    canvas.add(f'<g fill="{tone}">{low}</g><g fill="{mix(tone, bright, 0.55)}">{high}</g>')


@piece("trees", greens=True)
def tree(
    canvas: Canvas, rng: random.Random, x: float, base: float, tall: float, colour: str, *, far: float = 0.4
) -> None:
    """A round tree of the middle distance, `tall` pixels high."""
    bark = canvas.hour("#7d5f48", far=far)
    wide = tall * 0.055
    canvas.path(
        f"M{x - wide:.1f} {base:.1f}L{x - wide * 0.6:.1f} {base - tall * 0.5:.1f}H{x + wide * 0.6:.1f}L{x + wide:.1f} {base:.1f}Z",
        bark,
    )
    crown(canvas, rng, x, base - tall * 0.66, tall * 0.36, colour, far=far)


def bough(canvas: Canvas, colour: str, *, right: bool = False) -> None:
    """A leafy bough that reaches in from an upper corner: it frames the picture and gives it depth."""
    rng, unit = canvas.stream("bough"), canvas.unit
    at = len(canvas.parts)
    long = min(canvas.width * 0.46, 420 * unit)
    bark = canvas.hour("#6d4f3a")
    canvas.line(
        f"M{-20 * unit:.1f} {52 * unit:.1f}Q{long * 0.5:.1f} {40 * unit:.1f} {long * 0.92:.1f} {96 * unit:.1f}",
        bark,
        13 * unit,
    )
    canvas.line(
        f"M{long * 0.4:.1f} {46 * unit:.1f}Q{long * 0.6:.1f} {100 * unit:.1f} {long * 0.62:.1f} {140 * unit:.1f}",
        bark,
        7 * unit,
    )
    blossom = canvas.season == "spring"
    bare = canvas.season == "winter"
    greens = [canvas.hour(mix(colour, other, 0.4)) for other in ("#2f7a35", "#86c24e", "#57a046")]
    foliage = dict.fromkeys(greens, "")
    for _ in range(0 if bare else 60):
        t = rng.random()
        x = long * t + rng.uniform(-30, 30) * unit
        y = (44 + 60 * t * t) * unit + rng.gauss(0, 1) * 34 * unit
        size, turn = rng.uniform(15, 27) * unit, rng.uniform(-50, 80)
        if blossom and rng.random() < 0.7:
            canvas.add(petals(x, y, size * 0.55, rng.choice(BLOSSOM)))
        else:
            foliage[rng.choice(greens)] += _leaf_outline(x, y, size, turn)
    for green, outline in foliage.items():
        if outline:
            canvas.path(outline, green)
    if bare:
        snow = canvas.hour("#ffffff")
        canvas.line(
            f"M{-20 * unit:.1f} {46 * unit:.1f}Q{long * 0.5:.1f} {33 * unit:.1f} {long * 0.92:.1f} {91 * unit:.1f}",
            snow,
            7 * unit,
        )
    if right:
        whole = "".join(canvas.parts[at:])
        canvas.parts[at:] = [f'<g transform="translate({canvas.width} 0) scale(-1 1)">{whole}</g>']


def _leaf_outline(x: float, y: float, size: float, turn: float) -> str:
    """The outline of a pointed leaf, for many in one path."""
    cos, sin = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
    left, right = (x - cos, y - sin), (x + cos, y + sin)
    above = (x - 0.1 * cos + 0.62 * sin, y - 0.1 * sin - 0.62 * cos)
    below = (x - 0.1 * cos - 0.62 * sin, y - 0.1 * sin + 0.62 * cos)
    return (
        f"M{left[0]:.1f} {left[1]:.1f}Q{above[0]:.1f} {above[1]:.1f} {right[0]:.1f} {right[1]:.1f}"
        f"Q{below[0]:.1f} {below[1]:.1f} {left[0]:.1f} {left[1]:.1f}Z"
    )


def leaf(x: float, y: float, size: float, turn: float, colour: str) -> str:
    """A pointed leaf of that length, turned by so many degrees."""
    return (
        f'<path transform="translate({x:.1f} {y:.1f}) rotate({turn:.0f})" '
        f'd="M{-size:.1f} 0Q{-size * 0.1:.1f} {-size * 0.62:.1f} {size:.1f} 0Q{-size * 0.1:.1f} {size * 0.62:.1f} {-size:.1f} 0Z" fill="{colour}"/>'
    )


def strewn(canvas: Canvas, dyes: Sequence[str]) -> None:
    """Leaves that lie on the ground, larger towards us."""
    rng, unit = canvas.stream("strewn"), canvas.unit
    canvas.add('<g opacity=".94">')
    for _ in range(round(170 * canvas.width / unit / 1024)):
        t = rng.random() ** 0.8
        y = canvas.down(0.10 + 0.88 * t)
        lying = leaf(0, 0, (5 + 15 * t) * unit, rng.uniform(0, 180), canvas.hour(rng.choice(dyes)))
        x = rng.uniform(0, canvas.width)
        canvas.add(f'<g transform="translate({x:.0f} {y:.0f}) scale(1 .62)">{lying}</g>')
    canvas.add("</g>")


def petals(x: float, y: float, size: float, colour: str) -> str:
    """A blossom of five petals."""
    dots = "".join(
        f'<circle cx="{x + math.cos(k * 1.2566) * size * 0.62:.1f}" cy="{y + math.sin(k * 1.2566) * size * 0.62:.1f}" r="{size * 0.52:.1f}"/>'
        for k in range(5)
    )
    return f'<g fill="{colour}">{dots}</g><circle cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.26:.1f}" fill="#f2b84a"/>'


@piece("bushes", greens=True)
def bush(canvas: Canvas, rng: random.Random, x: float, base: float, size: float, colour: str) -> None:
    """A low round bush with a few blossoms."""
    tone = canvas.hour(colour, far=0.2)
    spots = [(rng.uniform(-0.9, 0.9), rng.uniform(0.34, 0.62)) for _ in range(6)]
    low = "".join(
        f'<circle cx="{x + dx * size:.1f}" cy="{base - r * size * 0.7:.1f}" r="{r * size:.1f}"/>'
        for dx, r in spots
    )
    high = "".join(
        f'<circle cx="{x + dx * size - r * size * 0.25:.1f}" cy="{base - r * size * 1.05:.1f}" r="{r * size * 0.5:.1f}"/>'
        for dx, r in spots
    )
    canvas.add(f'<g fill="{tone}">{low}</g><g fill="{lighter(tone, 0.16)}">{high}</g>')


@piece("flowers", dyed=False)
def flowerbed(canvas: Canvas, rng: random.Random, x0: float, x1: float, y: float, size: float) -> None:
    """A strip of flowers between two columns, rooted at `y`; none in winter."""
    if canvas.season == "winter":
        return
    unit = canvas.unit
    dye = rng.sample(("#ff6f91", "#ffc94d", "#ffffff", "#b088f0", "#ff8a5c", "#6fb6f0"), 3)
    green = canvas.hour("#3f8f3f")
    x = x0
    while x < x1:
        tall = size * rng.uniform(0.7, 1.25)
        canvas.line(
            f"M{x:.1f} {y:.1f}q{rng.uniform(-3, 3):.1f} {-tall * 0.6:.1f} 0 {-tall:.1f}", green, 2.2 * unit
        )
        canvas.add(leaf(x + 3 * unit, y - tall * 0.35, size * 0.22, -40, green))
        canvas.add(petals(x, y - tall, size * 0.24, canvas.hour(rng.choice(dye))))
        x += rng.uniform(0.34, 0.62) * size


def bricks(canvas: Canvas, top: float, bottom: float, colour: str, *, size: float = 1.0) -> None:
    """A few bricks that show through the plaster."""
    rng, unit = canvas.stream("bricks"), canvas.unit * size
    rows = max(1, round((bottom - top) / unit / 30))
    marks = ""
    for row in range(rows):
        for k in range(round(canvas.width / unit / 66) + 2):
            if rng.random() < 0.30:
                x, y = (k + (row % 2) / 2 - 0.5) * 66 * unit, top + row * 30 * unit
                marks += f"M{x:.0f} {y:.0f}h{60 * unit:.0f}v{25 * unit:.0f}h{-60 * unit:.0f}z"
    canvas.path(marks, darker(colour, 0.16), 'opacity=".42"')


@piece("bunting")
def bunting(canvas: Canvas, y: float, colours: Sequence[str], *, sag: float = 46.0) -> None:
    """A string of pennants from side to side."""
    unit, width = canvas.unit, canvas.width
    count = max(7, round(width / unit / 84))
    canvas.line(
        f"M0 {y:.1f}Q{width / 2:.1f} {y + 2 * sag * unit:.1f} {width} {y:.1f}",
        canvas.hour("#8a7a68"),
        2.4 * unit,
    )
    for k in range(count):
        t = (k + 0.5) / count
        x, top = width * t, y + 4 * sag * unit * t * (1 - t)
        dye = canvas.hour(colours[k % len(colours)])
        canvas.path(f"M{x - 21 * unit:.1f} {top:.1f}h{42 * unit:.1f}L{x:.1f} {top + 46 * unit:.1f}Z", dye)


def lantern(canvas: Canvas, x: float, top: float, size: float) -> None:
    """A red paper lantern with a tassel."""
    red, gold = "#d8332b", "#f2c14a"
    glow = canvas.glow(
        (0.0, "#ffcf6a", 0.75 if canvas.time in ("night", "sunset") else 0.30), (1.0, "#ffb14a", 0.0)
    )
    y = top + size * 0.62
    canvas.ellipse(x, y, size * 1.5, size * 1.3, glow)
    canvas.rect(x - size * 0.2, y - size * 0.56, size * 0.4, size * 0.12, gold)
    body = canvas.gradient((0.0, "#a81f22"), (0.35, "#ef5340"), (0.6, red), (1.0, "#98191e"), level=True)
    canvas.ellipse(x, y, size * 0.56, size * 0.47, body)
    ribs = "".join(
        f"M{x:.1f} {y - size * 0.46:.1f}Q{x + side * size:.1f} {y:.1f} {x:.1f} {y + size * 0.46:.1f}"
        for side in (-0.62, -0.24, 0.24, 0.62)
    )
    canvas.line(ribs, gold, max(1.0, size * 0.022), 0.75)
    canvas.rect(x - size * 0.2, y + size * 0.43, size * 0.4, size * 0.11, gold)
    canvas.line(f"M{x:.1f} {y + size * 0.54:.1f}v{size * 0.46:.1f}", "#e8a93a", size * 0.07)
    canvas.line(
        f"M{x - size * 0.06:.1f} {y + size * 0.62:.1f}v{size * 0.36:.1f}M{x + size * 0.06:.1f} {y + size * 0.62:.1f}v{size * 0.36:.1f}",
        "#c8842a",
        size * 0.03,
    )


@piece("lanterns", dyed=False)
def festoon(canvas: Canvas, festival: str) -> None:
    """What a festival hangs up: lanterns for the new year and for mid-autumn, coloured lights for Christmas."""
    rng, unit, width = canvas.stream("festoon"), canvas.unit, canvas.width
    sag = canvas.choice("sag", (34, 52, 24)) * unit
    y = canvas.choice("string", (10, 26, 0)) * unit
    canvas.line(
        f"M0 {y:.1f}Q{width / 2:.1f} {y + 2 * sag:.1f} {width} {y:.1f}", canvas.hour("#54423a"), 2.6 * unit
    )
    if festival == "christmas":
        count = max(9, round(width / unit / 62))
        for k in range(count):
            t = (k + 0.5) / count
            x, top = width * t, y + 4 * sag * t * (1 - t)
            dye = ("#ff5a5f", "#ffd05a", "#5ad48a", "#5fb4ff", "#ff9ad0")[k % 5]
            canvas.ellipse(
                x, top + 12 * unit, 26 * unit, 26 * unit, canvas.glow((0.0, dye, 0.55), (1.0, dye, 0.0))
            )
            canvas.ellipse(x, top + 12 * unit, 8 * unit, 11 * unit, dye)
            canvas.ellipse(x - 2.5 * unit, top + 8 * unit, 2.2 * unit, 3.4 * unit, "#ffffff", 0.8)
        return
    count = max(4, round(width / unit / 210))
    for k in range(count):
        t = (k + 0.5) / count
        lantern(canvas, width * t, y + 4 * sag * t * (1 - t), rng.uniform(74, 96) * unit)
