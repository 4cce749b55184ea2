"""Rooms that people live in: living room, kitchen, bedroom, bathroom. Furniture is scenery: at the edges and pale."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns, piece
from paintover.engines.illustrator.backdrops.furnishings import (
    BOARDS,
    CURTAINS,
    floor,
    jars,
    pendant,
    picture,
    rug,
    wall,
    window,
)
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery


def room(canvas: Canvas) -> None:
    """A living room: a window and its sun on the floor, a fireplace, or shelves and pictures."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    walls = (
        ("#fbead2", "#eecfa9"),
        ("#e6efe2", "#bfd6bc"),
        ("#e4ecf6", "#b9cce4"),
        ("#f8e3e0", "#e8bfb8"),
        ("#f4efe6", "#d9cfbd"),
    )
    view = canvas.choice("view", ("window", "hearth", "pictures"))
    wall(
        canvas,
        top,
        canvas.choice("wall", walls),
        paper=canvas.choice("paper", ("stripes", "dots", "plain")),
        dado=110,
    )
    wide, high = min(width * 0.30, top * 0.62), top * 0.50
    x = width * 0.10
    if view == "hearth":
        window(
            canvas,
            width * 0.68,
            top * 0.12,
            min(width * 0.22, top * 0.4),
            top * 0.44,
            curtain=canvas.choice("curtain", CURTAINS),
        )
    else:
        window(canvas, x, top * 0.12, wide, high, curtain=canvas.choice("curtain", CURTAINS))
    if view == "pictures":
        for at, share, half in ((0.62, 0.26, 0.075), (0.80, 0.34, 0.055), (0.64, 0.56, 0.05)):
            picture(canvas, width * at, top * share, min(width * half, top * half * 1.5))
    floor(canvas, top, canvas.choice("floor", BOARDS))
    if view == "hearth" and canvas.scenery.bed != Scenery.NONE:
        _hearth(canvas, width * 0.24, top)
    elif view != "hearth" and canvas.time != "night":
        y = canvas.down(0.16)
        sun = canvas.gradient((0.0, "#fff6cf", 0.42), (1.0, "#fff6cf", 0.10))
        canvas.path(
            f"M{width * 0.22:.0f} {y:.0f}h{width * 0.26:.0f}L{width * 0.66:.0f} {canvas.down(0.94):.0f}h{-width * 0.36:.0f}Z",
            sun,
        )
    if view == "window":
        _sideboard(canvas, width * 0.80, top)
    else:
        rug(
            canvas,
            width * 0.52,
            canvas.down(0.56),
            min(width * 0.36, 380 * unit),
            canvas.choice("rug", ("#c9706a", "#6f93b8", "#8fae84", "#d2a95e")),
        )
    glow = canvas.glow((0.0, "#fff3cf", 0.42), (1.0, "#fff3cf", 0.0))
    canvas.ellipse(width * 0.3, canvas.height * 0.25, width * 0.6, canvas.height * 0.5, glow)


@piece("sideboard", dyed=False)
def _sideboard(canvas: Canvas, x: float, base: float) -> None:
    """A low cupboard at the wall, books and twigs in a vase on it, and a round mirror above."""
    unit = canvas.unit
    half, tall = min(150 * unit, 0.19 * canvas.width), 128 * unit
    wood = canvas.lamp(canvas.paint_of("sideboard", mix("#b98a5e", "#f2e6d4", 0.34)))
    foot, upper = base + 26 * unit, base + 14 * unit - tall
    canvas.top("sideboard", x - 0.34 * half, x + 0.28 * half, upper)
    canvas.ellipse(x, foot + 2 * unit, half * 1.06, 9 * unit, "#3a2a1c", 0.16)
    for side in (-1, 1):
        canvas.line(
            f"M{x + side * half * 0.86:.0f} {foot - 12 * unit:.0f}v{12 * unit:.0f}",
            darker(wood, 0.3),
            8 * unit,
        )
    canvas.rect(
        x - half,
        upper,
        2 * half,
        tall,
        canvas.gradient((0.0, lighter(wood, 0.14)), (1.0, darker(wood, 0.10))),
        f'rx="{6 * unit:.0f}"',
    )
    for k in range(3):
        left = x - half + (0.06 + 0.31 * k) * 2 * half
        canvas.rect(
            left, upper + 18 * unit, 0.27 * 2 * half, tall - 34 * unit, lighter(wood, 0.08),
            f'rx="{4 * unit:.0f}" stroke="{darker(wood, 0.16)}" stroke-width="{1.6 * unit:.1f}"',
        )  # fmt: skip
        canvas.ellipse(left + 0.235 * 2 * half, upper + 62 * unit, 4 * unit, 4 * unit, darker(wood, 0.34))
    for k, dye in enumerate(("#9db3c8", "#d9b48a", "#b8c7a4", "#c9a0a0")):
        high = (54, 46, 60, 50)[k] * unit
        canvas.rect(
            x + (0.30 + 0.13 * k) * half,
            upper - high,
            0.11 * half,
            high,
            canvas.lamp(mix(dye, "#f2e6d4", 0.2)),
        )
    vase, neck = canvas.lamp(mix("#6f93b8", "#f2e6d4", 0.36)), x - 0.5 * half
    for lean in (-0.5, -0.24, 0.02, 0.3, 0.55):
        tip_x, tip_y = neck + lean * 96 * unit, upper - (150 - 54 * abs(lean)) * unit
        canvas.line(
            f"M{neck:.0f} {upper - 44 * unit:.0f}Q{neck + lean * 20 * unit:.0f} {upper - 90 * unit:.0f} {tip_x:.0f} {tip_y:.0f}",
            canvas.lamp("#8aa579"),
            3 * unit,
        )
        for share in (0.55, 0.78, 1.0):
            canvas.ellipse(
                neck + lean * 96 * unit * share,
                upper - 44 * unit + (tip_y - upper + 44 * unit) * share,
                11 * unit,
                8 * unit,
                canvas.lamp("#a9c295"),
                0.9,
            )
    canvas.path(
        f"M{neck - 14 * unit:.0f} {upper - 56 * unit:.0f}h{28 * unit:.0f}q{16 * unit:.0f} {34 * unit:.0f} {-2 * unit:.0f} {56 * unit:.0f}h{-24 * unit:.0f}q{-18 * unit:.0f} {-22 * unit:.0f} {-2 * unit:.0f} {-56 * unit:.0f}z",
        vase,
    )


@piece("hearth", dyed=False)
def _hearth(canvas: Canvas, x: float, base: float) -> None:
    unit = canvas.unit
    half, tall = 150 * unit, min(250 * unit, base * 0.5)
    canvas.on_the_wall.taken.append((x - half, base - tall - 22 * unit, x + half, base))
    canvas.top("hearth", x - half, x + half, base - tall - 20 * unit)
    usual, dark = canvas.choice("hearth", ("#c98f76", "#b9b2a6", "#d8c7ae")), "#3a2826"
    stone = canvas.lamp(canvas.paint_of("hearth", usual))
    canvas.rect(
        x - half,
        base - tall,
        2 * half,
        tall + 14 * unit,
        canvas.gradient((0.0, lighter(stone, 0.12)), (1.0, darker(stone, 0.12))),
    )
    marks = "".join(
        f"M{x - half + (k + (row % 2) / 2) * 60 * unit:.0f} {base - tall + row * 30 * unit:.0f}v{30 * unit:.0f}"
        for row in range(round(tall / unit / 30))
        for k in range(5)
    )
    marks += "".join(
        f"M{x - half:.0f} {base - tall + row * 30 * unit:.0f}h{2 * half:.0f}"
        for row in range(round(tall / unit / 30))
    )
    canvas.line(marks, darker(stone, 0.22), 2 * unit, 0.5)
    inner = half * 0.58
    canvas.path(
        f"M{x - inner:.0f} {base + 8 * unit:.0f}v{-tall * 0.46:.0f}a{inner:.0f} {inner * 0.6:.0f} 0 0 1 {2 * inner:.0f} 0v{tall * 0.46:.0f}z",
        dark,
    )
    canvas.ellipse(
        x,
        base - 20 * unit,
        inner * 1.5,
        tall * 0.5,
        canvas.glow((0.0, "#ffb04a", 0.8), (1.0, "#ffb04a", 0.0)),
    )
    for dx, size, dye in ((-20, 66, "#f2742e"), (16, 84, "#f79a36"), (0, 56, "#ffd25e")):
        fx = x + dx * unit
        canvas.path(
            f"M{fx:.0f} {base + 2 * unit:.0f}q{-30 * unit:.0f} {-size * 0.4 * unit:.0f} {4 * unit:.0f} {-size * unit:.0f}q{34 * unit:.0f} {size * 0.56 * unit:.0f} {-4 * unit:.0f} {size * unit:.0f}z",
            dye,
        )
    canvas.rect(
        x - half - 22 * unit,
        base - tall - 22 * unit,
        2 * half + 44 * unit,
        24 * unit,
        canvas.lamp("#8f6238"),
        f'rx="{5 * unit:.0f}"',
    )


def kitchen(canvas: Canvas) -> None:
    """A tiled kitchen: cupboards over a worktop, shelves of jars, or a window between them."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("window", "cupboards", "shelves"), windowed=("window", "shelves"))
    wall(
        canvas,
        top,
        canvas.choice(
            "wall",
            (("#eaf3ee", "#c9dfd6"), ("#f6efdf", "#e6d3ad"), ("#e6eef6", "#bcd0e4"), ("#f8e8e2", "#e8c8bc")),
        ),
        paper="tiles",
    )
    front = canvas.lamp(canvas.choice("cupboard", ("#f4efe2", "#8fb0a4", "#d9a878", "#8aa4c0")))
    worktop = top - 112 * unit
    if view == "cupboards":
        canvas.on_the_wall.taken.append((0.0, 0.0, float(width), top * 0.36))
        for k in range(max(4, round(width / unit / 200))):
            wide = width / max(4, round(width / unit / 200))
            _cupboard(canvas, k * wide + 5 * unit, 0, wide - 10 * unit, top * 0.36, front)
    elif view == "shelves":
        jars(canvas, width * 0.44, width * 0.95, top * 0.30, 0)
        jars(canvas, width * 0.44, width * 0.95, top * 0.53, 1)
        window(
            canvas,
            width * 0.09,
            top * 0.13,
            min(width * 0.24, top * 0.42),
            top * 0.42,
            curtain=canvas.choice("curtain", CURTAINS),
        )
    else:
        wide = min(width * 0.32, top * 0.6)
        window(
            canvas,
            width * canvas.choice("window", (0.34, 0.12, 0.52)),
            top * 0.12,
            wide,
            top * 0.46,
            curtain=canvas.choice("curtain", CURTAINS),
        )
    count = max(4, round(width / unit / 190))
    for k in range(count):
        _cupboard(
            canvas,
            width * k / count + 4 * unit,
            worktop + 24 * unit,
            width / count - 8 * unit,
            top - worktop - 30 * unit,
            front,
        )
    canvas.top("counter", 0, width, worktop + 4 * unit)
    with canvas.piece("counter"):
        canvas.rect(
            0,
            worktop,
            width,
            24 * unit,
            canvas.lamp(canvas.choice("worktop", ("#c99a66", "#e6e0d6", "#8f8a88"))),
        )
        canvas.rect(0, worktop + 24 * unit, width, 9 * unit, "#2a1a10", 'opacity=".16"')
    floor(
        canvas,
        top,
        canvas.choice("floor", (("#e9dcc6", "#bda585"), ("#d8dedc", "#a8b4b2"), BOARDS[0])),
        kind=canvas.choice("laid", ("tiles", "tiles", "boards")),
    )
    if view == "cupboards":
        for x in (0.3, 0.7):
            pendant(
                canvas,
                width * x,
                top * 0.36,
                canvas.choice("shade", ("#d9803a", "#3f7a8a", "#c9504a")),
                size=0.62,
            )


@piece("cupboards")
def _cupboard(canvas: Canvas, x: float, y: float, wide: float, high: float, colour: str) -> None:
    unit = canvas.unit
    canvas.rect(
        x,
        y,
        wide,
        high,
        canvas.gradient((0.0, lighter(colour, 0.18)), (1.0, darker(colour, 0.07))),
        f'rx="{5 * unit:.0f}"',
    )
    canvas.add(
        f'<rect x="{x + 14 * unit:.1f}" y="{y + 14 * unit:.1f}" width="{wide - 28 * unit:.1f}" height="{max(4.0, high - 28 * unit):.1f}" rx="{4 * unit:.1f}" fill="none" stroke="{darker(colour, 0.18)}" stroke-width="{3 * unit:.1f}" opacity=".6"/>'
    )
    canvas.ellipse(x + wide - 26 * unit, y + high / 2, 6 * unit, 6 * unit, canvas.lamp("#b08a50"))


def bedroom(canvas: Canvas) -> None:
    """A bed reaches in from one side; a window, stars or a string of lights over it."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    walls = (("#e8eef8", "#c3d3ea"), ("#fbe6e6", "#efc6c8"), ("#eef2e0", "#cfdcb8"), ("#efe6f6", "#d0bfe4"))
    view = canvas.choice("view", ("window", "attic", "lights"))
    wall(
        canvas, top, canvas.choice("wall", walls), paper=canvas.choice("paper", ("dots", "stripes", "plain"))
    )
    high = top * 0.46
    wide = min(width * 0.28, high * 1.0)
    if view == "attic":
        tone = canvas.lamp("#f6efe2")
        for sign, x in ((1, 0.0), (-1, float(width))):
            canvas.path(f"M{x:.0f} 0h{sign * width * 0.36:.0f}L{x:.0f} {top * 0.62:.0f}Z", tone)
            canvas.line(
                f"M{x + sign * width * 0.36:.0f} 0L{x:.0f} {top * 0.62:.0f}",
                canvas.lamp("#b98a58"),
                14 * unit,
            )
        radius = min(width * 0.13, top * 0.22)
        window(canvas, width * 0.5 - radius, top * 0.14, radius * 2, radius * 2, curtain=None, arched=True)
    else:
        window(
            canvas,
            width * canvas.choice("window", (0.56, 0.62, 0.5)),
            top * 0.15,
            wide,
            high,
            curtain=canvas.choice("curtain", CURTAINS),
        )
    if view == "lights":
        _string(canvas, top * 0.12)
    floor(canvas, top, canvas.choice("floor", BOARDS))
    rug(
        canvas,
        width * 0.56,
        canvas.down(0.56),
        min(width * 0.32, 330 * unit),
        canvas.choice("rug", ("#d98a86", "#86a9cf", "#9cbf94", "#d9b46a")),
    )
    if canvas.scenery.bed != Scenery.NONE:
        _bed(canvas)


@piece("string-lights")
def _string(canvas: Canvas, y: float) -> None:
    unit, width = canvas.unit, canvas.width
    count = max(8, round(width / unit / 86))
    canvas.line(
        f"M0 {y:.0f}Q{width / 2:.0f} {y + 80 * unit:.0f} {width} {y:.0f}", canvas.lamp("#a58f7a"), 2 * unit
    )
    for k in range(count):
        t = (k + 0.5) / count
        x, at = width * t, y + 160 * unit * t * (1 - t) + 8 * unit
        canvas.ellipse(x, at, 24 * unit, 24 * unit, canvas.glow((0.0, "#ffe08a", 0.8), (1.0, "#ffe08a", 0.0)))
        canvas.ellipse(x, at, 6 * unit, 8 * unit, "#fff2c0")


@piece("bed", dyed=False)
def _bed(canvas: Canvas) -> None:
    unit, top = canvas.unit, canvas.horizon
    usual = canvas.choice("quilt", ("#7f9fd0", "#d98a9a", "#8fb98a", "#c9a0d0", "#e0b060"))
    dye = canvas.lamp(canvas.paint_of("bed", usual))
    wood, sheet = canvas.lamp("#a8744a"), canvas.lamp("#fffaf2")
    pillow = canvas.lamp(canvas.paint_of("pillow", "#fffaf2"))
    base, tall, end = canvas.down(0.20), 128 * unit, min(canvas.width * 0.30, 330 * unit)
    canvas.top("bed", 90 * unit, end - 20 * unit, base - tall + 14 * unit)
    canvas.rect(-20, base - tall - 128 * unit, 52 * unit, tall + 150 * unit, wood, f'rx="{18 * unit:.0f}"')
    canvas.ellipse(end * 0.5, base + 24 * unit, end * 0.6, 16 * unit, "#2a1a10", 0.2)
    canvas.rect(-20, base - tall * 0.42, end + 20, tall * 0.42, darker(wood, 0.08))
    canvas.path(
        f"M-20 {base - tall:.0f}H{end - 30 * unit:.0f}Q{end:.0f} {base - tall:.0f} {end:.0f} {base - tall + 34 * unit:.0f}V{base - 26 * unit:.0f}H-20Z",
        canvas.gradient((0.0, lighter(dye, 0.24)), (1.0, darker(dye, 0.06))),
    )
    canvas.path(f"M-20 {base - tall - 4 * unit:.0f}H{end * 0.5:.0f}v{34 * unit:.0f}H-20Z", sheet)
    with canvas.piece("pillow", dyed=False):
        canvas.add(
            f'<rect x="{22 * unit:.0f}" y="{base - tall - 52 * unit:.0f}" width="{130 * unit:.0f}" height="{64 * unit:.0f}" rx="{28 * unit:.0f}" fill="{pillow}"/><rect x="{34 * unit:.0f}" y="{base - tall - 18 * unit:.0f}" width="{100 * unit:.0f}" height="{20 * unit:.0f}" rx="{10 * unit:.0f}" fill="{darker(pillow, 0.10)}"/>'
        )
    marks = "".join(
        f"M{end * (0.16 + 0.17 * k):.0f} {base - tall + 32 * unit:.0f}V{base - 28 * unit:.0f}"
        for k in range(5)
    )
    canvas.line(marks, lighter(dye, 0.4), 3 * unit, 0.6)
    canvas.rect(
        end - 14 * unit, base - tall * 0.6, 20 * unit, tall * 0.6 + 22 * unit, wood, f'rx="{8 * unit:.0f}"'
    )
    del top


_BATHS = ("mirror", "window", "shelf")


def has_mirror(seed: int, scenery: Scenery) -> bool:
    """Whether a mirror hangs in the bathroom of that seed."""
    return scenery.panes == 0 and by_turns(seed, "view", _BATHS) == "mirror"


def bathroom(canvas: Canvas) -> None:
    """Tiles, a mirror or a round window, and the rim of a tub at one side."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(_BATHS, windowed=("window",))
    if view == "mirror" and canvas.scenery.panes == Scenery.NONE:
        view = "shelf"
    wall(
        canvas,
        top,
        canvas.choice(
            "wall",
            (("#dff1f2", "#b4dade"), ("#f6e6e8", "#e6c4ca"), ("#e6f0dc", "#c4d8b0"), ("#eae8f4", "#c8c2e0")),
        ),
        paper="tiles",
    )
    hung = canvas.scenery.panes == Scenery.NONE
    if view == "mirror" and not hung:
        _mirror(canvas)
    elif view == "window":
        wide = min(width * 0.24, top * 0.44)
        window(canvas, width * 0.58, top * 0.14, wide, top * 0.44, curtain=canvas.choice("curtain", CURTAINS))
    elif not hung:
        jars(canvas, width * 0.52, width * 0.92, top * 0.42, 0)
        jars(canvas, width * 0.52, width * 0.92, top * 0.66, 1)
    canvas.rect(
        0,
        top * 0.80,
        width,
        18 * unit,
        canvas.lamp(canvas.choice("band", ("#5fa8b8", "#d98a9a", "#8fb06a"))),
        'opacity=".7"',
    )
    floor(canvas, top, canvas.choice("floor", (("#e8eef0", "#bccbd2"), ("#e6dcc8", "#bfae92"))), kind="tiles")
    if canvas.scenery.bed != Scenery.NONE:
        _tub(canvas)
    rug(
        canvas,
        width * 0.58,
        canvas.down(0.54),
        min(width * 0.22, 220 * unit),
        canvas.choice("mat", ("#7fb8c8", "#e0a0ac", "#b0c88a")),
    )


@piece("mirror", dyed=False)
def _mirror(canvas: Canvas) -> None:
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    x, y, rx, ry = width * 0.64, top * 0.42, min(width * 0.13, top * 0.22), top * 0.27
    canvas.on_the_wall.taken.append((x - rx, y - ry, x + rx, y + ry))
    canvas.ellipse(x, y, rx + 12 * unit, ry + 12 * unit, canvas.lamp(canvas.paint_of("mirror", "#d8b06a")))
    canvas.ellipse(
        x, y, rx, ry, canvas.gradient((0.0, canvas.lamp("#f2fbfd")), (1.0, canvas.lamp("#bcd8e4")))
    )
    canvas.path(
        f"M{x - rx * 0.5:.0f} {y + ry * 0.3:.0f}L{x + rx * 0.2:.0f} {y - ry * 0.7:.0f}h{rx * 0.24:.0f}L{x - rx * 0.26:.0f} {y + ry * 0.3:.0f}Z",
        "#ffffff",
        'opacity=".6"',
    )


@piece("tub", dyed=False)
def _tub(canvas: Canvas) -> None:
    """The rim of a tub at one side, full of foam."""
    unit = canvas.unit
    base, end = canvas.down(0.20), min(canvas.width * 0.34, 360 * unit)
    canvas.top("tub", 0.2 * end, 0.9 * end, base - 158 * unit)
    white, tub = canvas.lamp("#ffffff"), canvas.lamp(canvas.paint_of("tub", "#ffffff"))
    canvas.ellipse(end * 0.45, base + 8 * unit, end * 0.55, 14 * unit, "#20303a", 0.18)
    canvas.path(
        f"M-20 {base - 150 * unit:.0f}H{end:.0f}q{4 * unit:.0f} {110 * unit:.0f} {-70 * unit:.0f} {150 * unit:.0f}H-20Z",
        canvas.gradient((0.0, tub), (1.0, darker(tub, 0.16))),
    )
    canvas.rect(-20, base - 166 * unit, end + 36 * unit, 24 * unit, tub, f'rx="{12 * unit:.0f}"')
    rng = canvas.stream("foam")
    for _ in range(22):
        size = rng.uniform(12, 32) * unit
        canvas.ellipse(
            rng.uniform(0, end * 0.92),
            base - 168 * unit - rng.uniform(0, 16) * unit,
            size,
            size * 0.9,
            mix(white, "#dff2fa", rng.random()),
            0.95,
        )
