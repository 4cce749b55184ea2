"""What rooms are furnished with: walls and floors, windows and what is outside, shelves, rugs, pictures, lamps."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.openings import opening
from paintover.engines.illustrator.backdrops.pieces import bricks
from paintover.engines.illustrator.colour import darker, lighter, mix, paints_of
from paintover.engines.illustrator.scene import Scenery

BOARDS = (("#dcae78", "#a9743f"), ("#c99a70", "#8a5c3c"), ("#e6cda4", "#c09a68"))
CURTAINS = ("#e79a86", "#7fa9c9", "#8fb58a", "#d9a94f", "#a98fc4")
BOOKS = ("#b5483f", "#3f6f8f", "#d9a441", "#5f8a5a", "#7a5a86", "#c9704a", "#e8d9b8", "#46587a")


def wall(
    canvas: Canvas,
    floor: float,
    colours: tuple[str, str],
    *,
    paper: str = "stripes",
    dado: float = 0.0,
) -> None:
    """An inner wall down to `floor`, with its paper, and a panelled dado of that height in units."""
    with canvas.walled(canvas.scenery.wall):
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


@piece("rug")
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


@piece("window", dyed=False)
def window(
    canvas: Canvas,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    curtain: str | None,
    arched: bool = False,
    blind: float = 0.0,
) -> None:
    """A window with the hour and the weather in it; `blind` is the share of its height before which a blind is to hang."""
    if canvas.scenery.panes == Scenery.NONE:
        return
    unit = canvas.unit
    curtain = _told_curtain(canvas, curtain)
    canvas.on_the_wall.curtained |= curtain is not None
    canvas.on_the_wall.openings.append(
        opening((x, y, x + wide, y + high), unit, arched=arched, curtained=curtain is not None, blind=blind)
    )
    rim = (62 if curtain is not None else 24) * unit
    canvas.on_the_wall.taken.append((x - rim, y - 30 * unit, x + wide + rim, y + high + 36 * unit))
    frame = canvas.lamp(canvas.paint_of("window", "#fffaf0"))
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
    _outside(canvas, x, y, wide, high)
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
    if curtain is not None:
        _curtains(canvas, x, y, wide, high, curtain)


def _told_curtain(canvas: Canvas, usual: str | None) -> str | None:
    """The paint of a window's curtains where it was told of them, or else as usual; None for none."""
    told = canvas.scenery.curtains
    if told == "none":
        return None
    if told == "own":
        return usual or canvas.choice("curtain", CURTAINS)
    return next(iter(paints_of(told)), usual)


def _outside(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """The hour, the weather and a hill, as a pane shows them."""
    unit = canvas.unit
    skies = {
        "night": ("#101a4c", "#3d4a8e"),
        "sunset": ("#a4568e", "#ffcf90"),
        "dawn": ("#b9b6e4", "#ffe2c4"),
    }
    sky = skies.get(canvas.time, ("#7cc5f2", "#dff3fb"))
    if canvas.weather in ("rain", "storm", "cloudy", "fog", "snow"):
        sky = tuple(mix(tone, "#7f8d9c" if canvas.weather != "snow" else "#e3ebf3", 0.55) for tone in sky)  # type: ignore[assignment]
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


def _curtains(canvas: Canvas, x: float, y: float, wide: float, high: float, colour: str) -> None:
    unit = canvas.unit
    dye = canvas.lamp(colour)
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


@piece("bookcase", dyed=False)
def bookshelf(
    canvas: Canvas, x: float, top: float, wide: float, bottom: float, *, rows: int, wood: str = "#8f6238"
) -> None:
    """A case of books, with gaps and things that lean."""
    rng, unit = canvas.stream(f"books{round(x)}"), canvas.unit
    canvas.on_the_wall.taken.append((x, top, x + wide, bottom))
    tone = canvas.lamp(canvas.paint_of("bookcase", wood))
    canvas.rect(x, top, wide, bottom - top, darker(tone, 0.34))
    step = (bottom - top - 14 * unit) / rows
    for row in range(rows):
        base = top + 10 * unit + step * (row + 1) - 9 * unit
        if row == rows // 2:
            canvas.top("bookcase", x + 12 * unit, x + wide - 24 * unit, base + 3 * unit, step / unit * 0.86)
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


@piece("lamps", dyed=False)
def pendant(canvas: Canvas, x: float, drop: float, colour: str, *, size: float = 1.0) -> None:
    """A lamp that hangs from the ceiling, with its light."""
    unit = canvas.unit * size
    canvas.on_the_wall.taken.append((x - 58 * unit, 0.0, x + 58 * unit, drop + 66 * unit))
    canvas.line(f"M{x:.1f} 0V{drop:.1f}", canvas.lamp("#5b4a40"), 3 * unit)
    light = canvas.glow((0.0, "#fff0b8", 0.72 if canvas.time == "night" else 0.42), (1.0, "#fff0b8", 0.0))
    canvas.ellipse(x, drop + 60 * unit, 190 * unit, 150 * unit, light)
    canvas.path(
        f"M{x - 50 * unit:.1f} {drop + 46 * unit:.1f}Q{x - 44 * unit:.1f} {drop + 4 * unit:.1f} {x:.1f} {drop:.1f}Q{x + 44 * unit:.1f} {drop + 4 * unit:.1f} {x + 50 * unit:.1f} {drop + 46 * unit:.1f}Z",
        canvas.lamp(canvas.paint_of("lamps", colour)),
    )
    canvas.ellipse(x, drop + 46 * unit, 50 * unit, 8 * unit, "#fff3c4")


@piece("picture", dyed=False)
def picture(canvas: Canvas, x: float, y: float, half: float) -> None:
    """A landscape in a frame around (x, y), `half` pixels to each side."""
    if canvas.scenery.panes == Scenery.NONE:
        return
    unit = canvas.unit
    canvas.on_the_wall.taken.append((x - half - 12 * unit, y - half, x + half + 12 * unit, y + half))
    canvas.rect(
        x - half - 12 * unit,
        y - half * 0.72 - 12 * unit,
        2 * half + 24 * unit,
        1.44 * half + 24 * unit,
        canvas.lamp(canvas.paint_of("picture", "#c09a52")),
    )
    canvas.rect(
        x - half,
        y - half * 0.72,
        2 * half,
        1.44 * half,
        canvas.gradient((0.0, canvas.lamp("#9fcbe0")), (1.0, canvas.lamp("#f3e6c4"))),
    )
    canvas.path(
        f"M{x - half:.0f} {y + half * 0.72:.0f}v{-half * 0.5:.0f}q{half * 0.5:.0f} {-half * 0.5:.0f} {half:.0f} 0t{half:.0f} {-half * 0.1:.0f}v{half * 0.6:.0f}z",
        canvas.lamp("#7fae74"),
    )


@piece("shelf", dyed=False)
def jars(canvas: Canvas, x0: float, x1: float, y: float, row: int) -> None:
    """A board from `x0` to `x1` with jars that stand on it at `y`; each `row` has others."""
    rng, unit = canvas.stream(f"jars{row}"), canvas.unit
    canvas.top("shelf", x0, x1, y + 4 * unit, 112)
    canvas.on_the_wall.taken.append((x0, y - 76 * unit, x1, y + 25 * unit))
    x = x0 + 18 * unit
    while x < x1 - 50 * unit:
        wide, tall = rng.uniform(26, 46) * unit, rng.uniform(38, 68) * unit
        dye = canvas.lamp(
            mix(
                rng.choice(("#b5543f", "#d9a441", "#6f8f5a", "#7fa8b8", "#efe2c4", "#8a6a4a", "#c98aa0")),
                "#e8dcc8",
                0.25,
            )
        )
        canvas.rect(x, y - tall, wide, tall, dye, f'rx="{6 * unit:.0f}"')
        canvas.rect(
            x + wide * 0.1,
            y - tall - 8 * unit,
            wide * 0.8,
            10 * unit,
            canvas.lamp("#8f6a48"),
            f'rx="{3 * unit:.0f}"',
        )
        canvas.rect(x + wide * 0.14, y - tall * 0.86, wide * 0.16, tall * 0.6, "#ffffff", 'opacity=".35"')
        x += wide + rng.uniform(8, 26) * unit
    canvas.rect(x0, y, x1 - x0, 13 * unit, canvas.lamp(canvas.paint_of("shelf", "#9a6f45")))
    canvas.rect(x0, y + 13 * unit, x1 - x0, 12 * unit, "#2a1a10", 'opacity=".14"')
