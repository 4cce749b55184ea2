"""Pieces that several places share: crowns, boughs that reach in, walls, shelves, lanterns, and what the air carries."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from paintover.engines.illustrator.backdrops.canvas import Canvas
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery

BLOSSOM = ("#f9c4d8", "#f6a9c6", "#fde2ec")
BOOKS = ("#b5483f", "#3f6f8f", "#d9a441", "#5f8a5a", "#7a5a86", "#c9704a", "#e8d9b8", "#46587a")


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


def petals(x: float, y: float, size: float, colour: str) -> str:
    """A blossom of five petals."""
    dots = "".join(
        f'<circle cx="{x + math.cos(k * 1.2566) * size * 0.62:.1f}" cy="{y + math.sin(k * 1.2566) * size * 0.62:.1f}" r="{size * 0.52:.1f}"/>'
        for k in range(5)
    )
    return f'<g fill="{colour}">{dots}</g><circle cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.26:.1f}" fill="#f2b84a"/>'


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


def flowerbed(canvas: Canvas, rng: random.Random, x0: float, x1: float, y: float, size: float) -> None:
    """A strip of flowers between two columns, rooted at `y`."""
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


def wall(
    canvas: Canvas,
    floor: float,
    colours: tuple[str, str],
    *,
    paper: str = "stripes",
    dado: float = 0.0,
) -> None:
    """An inner wall down to `floor`, with its paper, and a panelled dado of that height in units."""
    with canvas.painted(canvas.scenery.wall, lit=False):
        width, unit = canvas.width, canvas.unit
        light, dark = canvas.lamp(colours[0]), canvas.lamp(colours[1])
        canvas.rect(0, 0, width, floor, canvas.gradient((0.0, light), (1.0, dark), level=True))
        if paper == "stripes":
            for k in range(round(width / unit / 64) + 1):
                canvas.rect(k * 64 * unit, 0, 32 * unit, floor, "#ffffff", 'opacity=".13"')
        elif paper == "tiles":
            grid = "".join(f"M{k * 58 * unit:.1f} 0V{floor:.1f}" for k in range(round(width / unit / 58) + 1))
            grid += "".join(f"M0 {k * 58 * unit:.1f}H{width}" for k in range(round(floor / unit / 58) + 1))
            canvas.line(grid, "#ffffff", 2 * unit, 0.5)
        elif paper == "dots":
            dots = "".join(
                f'<circle cx="{(k + (row % 2) / 2) * 56 * unit:.1f}" cy="{(row * 48 + 26) * unit:.1f}" r="{5 * unit:.1f}"/>'
                for row in range(round(floor / unit / 48) + 1)
                for k in range(round(width / unit / 56) + 2)
            )
            canvas.add(f'<g fill="#ffffff" opacity=".28">{dots}</g>')
        elif paper == "bricks":
            bricks(canvas, 0, floor, dark)
        if dado:
            high = dado * unit
            pale = mix(dark, "#ffffff", 0.42)
            canvas.rect(0, floor - high, width, high, pale)
            canvas.rect(0, floor - high - 6 * unit, width, 9 * unit, mix(dark, "#ffffff", 0.7))
            for k in range(round(width / unit / 128) + 1):
                canvas.add(
                    f'<rect x="{(k * 128 + 14) * unit:.1f}" y="{floor - high + 18 * unit:.1f}" width="{100 * unit:.1f}" height="{high - 46 * unit:.1f}" rx="{4 * unit:.1f}" fill="none" stroke="{dark}" stroke-width="{3 * unit:.1f}" opacity=".6"/>'
                )
        canvas.rect(0, floor - 15 * unit, width, 15 * unit, mix(dark, "#ffffff", 0.72))


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


def floor(canvas: Canvas, top: float, colours: tuple[str, str], *, kind: str = "boards") -> None:
    """An inner floor from `top` down: boards, tiles, or a plain carpet, with the wall's shade at its edge."""
    with canvas.painted(canvas.scenery.ground, lit=False):
        width, height, unit = canvas.width, canvas.height, canvas.unit
        light, dark = canvas.lamp(colours[0]), canvas.lamp(colours[1])
        canvas.rect(0, top, width, height - top, canvas.gradient((0.0, light), (1.0, dark)))
        line, middle = darker(dark, 0.18), width / 2
        if kind in ("boards", "tiles"):
            rays = "".join(
                f"M{middle + k * 92 * unit:.1f} {top:.1f}L{middle + k * 92 * 1.9 * unit:.1f} {height}"
                for k in range(-round(width / unit / 130) - 2, round(width / unit / 130) + 3)
            )
            canvas.line(rays, line, 1.8 * unit, 0.34)
        if kind == "tiles":
            rows = "".join(f"M0 {top + (height - top) * (k / 7) ** 1.7:.1f}H{width}" for k in range(1, 7))
            canvas.line(rows, line, 1.6 * unit, 0.3)
        elif kind == "boards":
            rng = canvas.stream("boards")
            marks = "".join(
                f"M{rng.uniform(0, width):.0f} {top + (height - top) * rng.random():.0f}h{rng.uniform(30, 110) * unit:.0f}"
                for _ in range(26)
            )
            canvas.line(marks, line, 1.6 * unit, 0.22)
        canvas.rect(0, top, width, 18 * unit, canvas.gradient((0.0, "#3a2412", 0.30), (1.0, "#3a2412", 0.0)))


def rug(canvas: Canvas, x: float, y: float, wide: float, colour: str) -> None:
    """An oval rug with two rings."""
    if canvas.scenery.rug == Scenery.NONE:
        return
    tone = canvas.lamp(colour)
    canvas.ellipse(x, y + 5 * canvas.unit, wide, wide * 0.23, "#2a1a10", 0.16)
    canvas.ellipse(x, y, wide, wide * 0.23, tone)
    canvas.ellipse(x, y, wide * 0.86, wide * 0.19, lighter(tone, 0.4))
    canvas.ellipse(x, y, wide * 0.78, wide * 0.165, tone)
    canvas.ellipse(x, y, wide * 0.36, wide * 0.075, lighter(tone, 0.28), 0.8)


def window(
    canvas: Canvas, x: float, y: float, wide: float, high: float, *, curtain: str | None, arched: bool = False
) -> None:
    """A window with the hour and the weather in it."""
    if canvas.scenery.panes == Scenery.NONE:
        return
    unit = canvas.unit
    frame = canvas.lamp("#fffaf0")
    skies = {
        "night": ("#101a4c", "#3d4a8e"),
        "sunset": ("#a4568e", "#ffcf90"),
        "dawn": ("#b9b6e4", "#ffe2c4"),
    }
    sky = skies.get(canvas.time, ("#7cc5f2", "#dff3fb"))
    if canvas.weather in ("rain", "storm", "cloudy", "fog", "snow"):
        sky = tuple(mix(tone, "#7f8d9c" if canvas.weather != "snow" else "#e3ebf3", 0.55) for tone in sky)  # type: ignore[assignment]
    rise = wide * 0.5 if arched else 0.0
    name = f"w{len(canvas.defs)}"
    outline = (
        f"M{x:.1f} {y + high:.1f}V{y + rise:.1f}"
        + (
            f"A{wide / 2:.1f} {wide / 2:.1f} 0 0 1 {x + wide:.1f} {y + rise:.1f}"
            if arched
            else f"V{y:.1f}H{x + wide:.1f}"
        )
        + f"V{y + high:.1f}Z"
    )
    canvas.defs.append(f'<clipPath id="{name}"><path d="{outline}"/></clipPath>')
    canvas.add(
        f'<path d="{outline}" fill="{frame}" stroke="{frame}" stroke-width="{24 * unit:.1f}" stroke-linejoin="round"/>'
    )
    canvas.add(f'<g clip-path="url(#{name})">')
    canvas.rect(x, y, wide, high, canvas.gradient((0.0, sky[0]), (1.0, sky[1])))
    rng = canvas.stream(f"pane{round(x)}")
    if canvas.time == "night":
        for _ in range(12):
            canvas.ellipse(
                x + rng.random() * wide, y + rng.random() * high * 0.7, 2 * unit, 2 * unit, "#fff8e0", 0.9
            )
    else:
        canvas.ellipse(
            x + wide * rng.uniform(0.2, 0.8), y + high * 0.26, wide * 0.20, wide * 0.07, "#ffffff", 0.75
        )
    canvas.path(
        f"M{x:.1f} {y + high * 0.8:.1f}Q{x + wide * 0.3:.1f} {y + high * 0.58:.1f} {x + wide * 0.6:.1f} {y + high * 0.76:.1f}T{x + wide:.1f} {y + high * 0.70:.1f}V{y + high:.1f}H{x:.1f}Z",
        canvas.hour("#8cc56a"),
    )
    if canvas.weather in ("rain", "storm"):
        drops = "".join(
            f"M{x + rng.random() * wide:.0f} {y + rng.random() * high:.0f}l{-5 * unit:.0f} {22 * unit:.0f}"
            for _ in range(26)
        )
        canvas.line(drops, "#eaf4fb", 2 * unit, 0.7)
    elif canvas.weather == "snow":
        for _ in range(26):
            canvas.ellipse(
                x + rng.random() * wide, y + rng.random() * high, 3 * unit, 3 * unit, "#ffffff", 0.9
            )
    canvas.add("</g>")
    canvas.line(
        f"M{x + wide / 2:.1f} {y:.1f}v{high:.1f}M{x:.1f} {y + rise + (high - rise) * 0.42:.1f}h{wide:.1f}",
        frame,
        8 * unit,
    )
    canvas.path(
        f"M{x + wide * 0.06:.1f} {y + rise + (high - rise) * 0.36:.1f}L{x + wide * 0.3:.1f} {y + rise + 6 * unit:.1f}h{wide * 0.1:.1f}L{x + wide * 0.12:.1f} {y + rise + (high - rise) * 0.36:.1f}Z",
        "#ffffff",
        'opacity=".28"',
    )
    canvas.rect(
        x - 22 * unit,
        y + high + 9 * unit,
        wide + 44 * unit,
        14 * unit,
        canvas.lamp("#f1dec2"),
        f'rx="{4 * unit:.0f}"',
    )
    if curtain is None:
        return
    dye = canvas.lamp(curtain)
    cloth = canvas.gradient(
        (0.0, dye), (0.3, lighter(dye, 0.3)), (0.6, darker(dye, 0.08)), (1.0, lighter(dye, 0.2)), level=True
    )
    for sign, edge in ((1, x - 16 * unit), (-1, x + wide + 16 * unit)):
        canvas.path(
            f"M{edge - sign * 18 * unit:.1f} {y - 22 * unit:.1f}h{sign * 76 * unit:.1f}Q{edge + sign * 44 * unit:.1f} {y + high * 0.5:.1f} {edge + sign * 14 * unit:.1f} {y + high * 0.62:.1f}Q{edge + sign * 18 * unit:.1f} {y + high * 0.9:.1f} {edge + sign * 26 * unit:.1f} {y + high + 34 * unit:.1f}h{-sign * 46 * unit:.1f}Z",
            cloth,
        )
    canvas.rect(
        x - 44 * unit,
        y - 28 * unit,
        wide + 88 * unit,
        9 * unit,
        canvas.lamp("#b5814c"),
        f'rx="{4 * unit:.0f}"',
    )


def bookshelf(
    canvas: Canvas, x: float, top: float, wide: float, bottom: float, *, rows: int, wood: str = "#8f6238"
) -> None:
    """A case of books, with gaps and things that lean."""
    rng, unit = canvas.stream(f"books{round(x)}"), canvas.unit
    tone = canvas.lamp(wood)
    canvas.rect(x, top, wide, bottom - top, darker(tone, 0.34))
    step = (bottom - top - 14 * unit) / rows
    for row in range(rows):
        base = top + 10 * unit + step * (row + 1) - 9 * unit
        at = x + 12 * unit
        while at < x + wide - 24 * unit:
            thick, tall = rng.uniform(11, 25) * unit, step * rng.uniform(0.56, 0.82)
            dye = canvas.lamp(mix(rng.choice(BOOKS), wood, 0.18))
            if rng.random() < 0.12:
                at += thick * 1.6
                continue
            canvas.rect(at, base - tall, thick - 1.5 * unit, tall, dye, f'rx="{2 * unit:.1f}"')
            canvas.rect(
                at, base - tall * 0.82, thick - 1.5 * unit, 4 * unit, lighter(dye, 0.45), 'opacity=".8"'
            )
            at += thick
        canvas.rect(x, base, wide, 9 * unit, tone)
    canvas.add(
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{bottom - top:.1f}" fill="none" stroke="{lighter(tone, 0.08)}" stroke-width="{12 * unit:.1f}"/>'
    )


def pendant(canvas: Canvas, x: float, drop: float, colour: str, *, size: float = 1.0) -> None:
    """A lamp that hangs from the ceiling, with its light."""
    unit = canvas.unit * size
    canvas.line(f"M{x:.1f} 0V{drop:.1f}", canvas.lamp("#5b4a40"), 3 * unit)
    light = canvas.glow((0.0, "#fff0b8", 0.72 if canvas.time == "night" else 0.42), (1.0, "#fff0b8", 0.0))
    canvas.ellipse(x, drop + 60 * unit, 190 * unit, 150 * unit, light)
    canvas.path(
        f"M{x - 50 * unit:.1f} {drop + 46 * unit:.1f}Q{x - 44 * unit:.1f} {drop + 4 * unit:.1f} {x:.1f} {drop:.1f}Q{x + 44 * unit:.1f} {drop + 4 * unit:.1f} {x + 50 * unit:.1f} {drop + 46 * unit:.1f}Z",
        canvas.lamp(colour),
    )
    canvas.ellipse(x, drop + 46 * unit, 50 * unit, 8 * unit, "#fff3c4")


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
