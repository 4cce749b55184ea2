"""Rooms where people learn, work, are healed and entertained: classroom, office, ward, library, café, stage, studio. Furniture is scenery: at the edges and pale."""

from __future__ import annotations

import random

from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns, piece
from paintover.engines.illustrator.backdrops.furnishings import (
    BOARDS,
    bookshelf,
    floor,
    jars,
    pendant,
    picture,
    rug,
    wall,
    window,
)
from paintover.engines.illustrator.backdrops.pieces import bunting
from paintover.engines.illustrator.colour import PAINTS, darker, lighter, mix, paints_of
from paintover.engines.illustrator.scene import Scenery

_VIEWS = ("front", "windows", "corner")


def has_board(seed: int, scenery: Scenery) -> bool:
    """Whether a board hangs in the classroom of that seed."""
    return scenery.bed != Scenery.NONE and by_turns(seed, "view", _VIEWS) != "windows"


def classroom(canvas: Canvas) -> None:
    """A blackboard with half wiped chalk; seen from the desks, from the door, or beside the windows."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(_VIEWS, windowed=_VIEWS[1:])
    if view == "front" and canvas.scenery.bed == Scenery.NONE:
        view = "windows"
    wall(
        canvas,
        top,
        canvas.choice("wall", (("#f4f0de", "#e0d8ba"), ("#e4eef0", "#c2d6da"), ("#f6e8d8", "#e6cdb0"))),
        paper="plain",
        dado=96,
    )
    if view != "windows":
        wide = min(width * 0.62, 640 * unit)
        x = width * (0.5 if view == "front" else 0.60) - wide / 2
        if canvas.scenery.panes == Scenery.NONE:  # room beside it for what hangs there
            wide, x = width * 0.48, width * 0.05
        if canvas.scenery.bed != Scenery.NONE:
            _board(canvas, x, top * 0.13, wide, top * 0.56)
        if view == "corner":
            window(canvas, width * 0.04, top * 0.14, min(width * 0.2, top * 0.4), top * 0.5, curtain=None)
    else:
        count = 3 if width >= canvas.height else 2
        for k in range(count):
            wide = width * 0.68 / count
            window(canvas, width * 0.06 + k * width * 0.92 / count, top * 0.13, wide, top * 0.5, curtain=None)
    bunting(canvas, 4 * unit, ("#e2574c", "#f2c14a", "#5aa9d8", "#6fbf73", "#b48ad0"), sag=22)
    floor(canvas, top, canvas.choice("floor", BOARDS))
    rng = canvas.stream("desks")
    for side in (0.10, 0.90):
        _desk(canvas, width * side + rng.uniform(-14, 14) * unit, canvas.down(0.20), 104 * unit)


@piece("board", dyed=False)
def _board(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    unit, rng = canvas.unit, canvas.stream("chalk")
    canvas.on_the_wall.board = (x, y, x + wide, y + high)
    canvas.on_the_wall.taken.append(
        (x - 15 * unit, y - 15 * unit, x + wide + 15 * unit, y + high + 18 * unit)
    )
    usual = canvas.choice("slate", ("#2f5f4c", "#34495a", "#3a4a3c"))
    slate = canvas.lamp(canvas.paint_of("board", usual))
    canvas.rect(
        x - 15 * unit,
        y - 15 * unit,
        wide + 30 * unit,
        high + 30 * unit,
        canvas.lamp("#b07f4e"),
        f'rx="{6 * unit:.0f}"',
    )
    canvas.rect(x, y, wide, high, canvas.gradient((0.0, lighter(slate, 0.10)), (1.0, slate)))
    for _ in range(6):
        canvas.ellipse(
            x + rng.uniform(0.15, 0.85) * wide,
            y + rng.uniform(0.2, 0.8) * high,
            wide * 0.16,
            high * 0.07,
            "#ffffff",
            0.06,
        )
    if not canvas.scenery.chalk:
        _half_wiped(canvas, rng, x, y, wide, high)
    canvas.rect(x - 6 * unit, y + high + 8 * unit, wide + 12 * unit, 10 * unit, canvas.lamp("#8f6238"))


def _half_wiped(canvas: Canvas, rng: random.Random, x: float, y: float, wide: float, high: float) -> None:
    """Lines of chalk, and a circle in quarters."""
    unit = canvas.unit
    chalk = ""
    for row in range(3):
        at = x + wide * 0.08
        while at < x + wide * (0.44 - 0.07 * row):
            step = rng.uniform(12, 40) * unit
            chalk += f"M{at:.0f} {y + high * (0.24 + 0.2 * row):.0f}q{step / 2:.0f} {rng.uniform(-9, 9) * unit:.0f} {step:.0f} 0"
            at += step + 10 * unit
    canvas.line(chalk, "#f4f6ee", 3.4 * unit, 0.6)
    cx, cy, radius = x + wide * 0.74, y + high * 0.48, min(wide * 0.13, high * 0.26)
    canvas.add(
        f'<circle cx="{cx:.0f}" cy="{cy:.0f}" r="{radius:.0f}" fill="none" stroke="#f7e6a0" stroke-width="{4 * unit:.1f}" opacity=".7"/>'
    )
    canvas.line(
        f"M{cx - radius:.0f} {cy:.0f}H{cx + radius:.0f}M{cx:.0f} {cy - radius:.0f}V{cy + radius:.0f}",
        "#f7e6a0",
        3 * unit,
        0.6,
    )


@piece("desk")
def _desk(canvas: Canvas, x: float, base: float, half: float) -> None:
    unit, wood = canvas.unit, canvas.lamp("#d8a866")
    tall = half * 0.86
    canvas.top("desk", x - half, x + half, base - tall - 4 * unit)
    canvas.line(
        f"M{x - half * 0.8:.0f} {base:.0f}v{-tall:.0f}M{x + half * 0.8:.0f} {base:.0f}v{-tall:.0f}",
        canvas.lamp("#7f8a92"),
        9 * unit,
    )
    canvas.rect(x - half, base - tall - 8 * unit, 2 * half, 20 * unit, wood, f'rx="{4 * unit:.0f}"')
    canvas.rect(x - half * 0.92, base - tall + 12 * unit, 1.84 * half, 26 * unit, darker(wood, 0.16))


def office(canvas: Canvas) -> None:
    """An office: a window with blinds, a board with a chart, and folders on shelves."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("window", "board", "shelves"), windowed=("window", "board"))
    walls = (("#eef1f4", "#cdd5dc"), ("#f2efe8", "#d8d0c0"), ("#e6eef0", "#bfd0d6"))
    wall(canvas, top, canvas.choice("wall", walls), paper="plain", dado=60)
    if view != "shelves":
        wide, high = min(width * 0.36, 420 * unit), top * 0.52
        window(canvas, width * 0.08, top * 0.14, wide, high, curtain=None, blind=0.42)
        if canvas.scenery.panes != Scenery.NONE:
            slats = "".join(
                f"M{width * 0.08:.0f} {top * 0.14 + k * 17 * unit:.0f}h{wide:.0f}"
                for k in range(round(high * 0.42 / unit / 17))
            )
            with canvas.piece("blinds"):
                canvas.line(slats, canvas.lamp("#f7f4ec"), 8 * unit, 0.92)
    if view == "board":
        _whiteboard(canvas, width * 0.56, top * 0.16, min(width * 0.36, 400 * unit), top * 0.46)
    else:
        x0 = width * (0.54 if view == "window" else 0.08)
        for row in range(3):
            _folders(canvas, x0, width * 0.94, top * (0.30 + 0.24 * row), row)
    carpets = (("#9fb0bc", "#7d8f9c"), ("#b3a894", "#94886f"), BOARDS[1])
    floor(
        canvas,
        top,
        canvas.choice("floor", carpets),
        kind=canvas.choice("laid", ("carpet", "carpet", "boards")),
    )
    for x in (0.3, 0.7):
        canvas.rect(
            width * x - 90 * unit, 0, 180 * unit, 16 * unit, canvas.lamp("#fffbe8"), f'rx="{6 * unit:.0f}"'
        )


@piece("whiteboard", dyed=False)
def _whiteboard(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    if canvas.scenery.panes == Scenery.NONE:
        return
    unit = canvas.unit
    canvas.on_the_wall.taken.append((x - 8 * unit, y - 8 * unit, x + wide + 8 * unit, y + high + 8 * unit))
    canvas.rect(
        x - 8 * unit,
        y - 8 * unit,
        wide + 16 * unit,
        high + 16 * unit,
        canvas.lamp("#a7b2ba"),
        f'rx="{6 * unit:.0f}"',
    )
    canvas.rect(x, y, wide, high, canvas.lamp(canvas.paint_of("whiteboard", "#fdfdfb")))
    for k, (share, dye) in enumerate(
        ((0.34, "#6fb3df"), (0.52, "#7cc48a"), (0.44, "#f0b45c"), (0.70, "#e07a6a"))
    ):
        bar = high * share * 0.8
        canvas.rect(x + wide * (0.1 + 0.13 * k), y + high * 0.88 - bar, wide * 0.09, bar, canvas.lamp(dye))
    canvas.line(
        f"M{x + wide * 0.07:.0f} {y + high * 0.88:.0f}h{wide * 0.55:.0f}", canvas.lamp("#6a7680"), 4 * unit
    )
    notes = "".join(
        f"M{x + wide * 0.68:.0f} {y + high * (0.24 + 0.15 * k):.0f}h{wide * (0.22 if k % 2 else 0.16):.0f}"
        for k in range(4)
    )
    canvas.line(notes, canvas.lamp("#7f8b95"), 5 * unit, 0.8)


@piece("shelf", dyed=False)
def _folders(canvas: Canvas, x0: float, x1: float, y: float, row: int) -> None:
    """A shelf of upright folders, each with its label."""
    unit, rng = canvas.unit, canvas.stream(f"folders{row}")
    canvas.top("shelf", x0, x1, y + 4 * unit, 112)
    canvas.on_the_wall.taken.append((x0, y - 92 * unit, x1, y + 8 * unit))
    x = x0 + 8 * unit
    while x < x1 - 40 * unit:
        if rng.random() < 0.14:
            x += 60 * unit
            continue
        wide, tall = rng.choice((28, 34)) * unit, rng.choice((82, 92)) * unit
        dye = canvas.lamp(
            mix(
                rng.choice(("#5f8fc0", "#c0605a", "#6fa878", "#d9a94f", "#7f7f9c", "#4f6a80")), "#e8e8e4", 0.2
            )
        )
        canvas.rect(x, y - tall, wide, tall, dye, f'rx="{2 * unit:.1f}"')
        canvas.rect(x + wide * 0.2, y - tall * 0.82, wide * 0.6, tall * 0.34, canvas.lamp("#fbfaf4"))
        canvas.ellipse(x + wide / 2, y - tall * 0.2, wide * 0.17, wide * 0.17, darker(dye, 0.3))
        x += wide + 2 * unit
    canvas.rect(
        x0, y, x1 - x0, 12 * unit, canvas.lamp(canvas.paint_of("shelf", "#b9a283")), f'rx="{3 * unit:.0f}"'
    )
    canvas.rect(x0, y + 12 * unit, x1 - x0, 10 * unit, "#2a1a10", 'opacity=".13"')


def ward(canvas: Canvas) -> None:
    """A room where the sick are cared for: a bed with rails, a curtain, a chart on the wall, a window."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    walls = (("#e4f2ee", "#bcdcd2"), ("#e6f0f6", "#c0d6e4"), ("#eef2ea", "#cfdcc6"))
    wall(canvas, top, canvas.choice("wall", walls), paper="plain", dado=90)
    window(canvas, width * 0.60, top * 0.14, min(width * 0.28, 330 * unit), top * 0.46, curtain=None)
    _screen(canvas)
    _monitor(canvas)
    floor(canvas, top, canvas.choice("floor", (("#dfe6e4", "#b4c0be"), ("#e6e2d8", "#c2bba8"))), kind="tiles")
    if canvas.scenery.bed != Scenery.NONE:
        _sickbed(canvas)


@piece("screen")
def _screen(canvas: Canvas) -> None:
    """A curtain around the bed."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    canvas.on_the_wall.taken.append((0.0, top * 0.06, 236 * unit, top * 0.90))
    dye = canvas.lamp(canvas.choice("screen", ("#8fc4c0", "#9fb8dc", "#a8cfa0")))
    canvas.line(f"M0 {top * 0.10:.0f}H{width * 0.44:.0f}", canvas.lamp("#aab6be"), 7 * unit)
    for k in range(5):
        x = (10 + 44 * k) * unit
        canvas.path(
            f"M{x:.0f} {top * 0.10:.0f}h{44 * unit:.0f}v{top * 0.78:.0f}q{-22 * unit:.0f} {18 * unit:.0f} {-44 * unit:.0f} 0z",
            dye if k % 2 == 0 else lighter(dye, 0.22),
        )


@piece("monitor")
def _monitor(canvas: Canvas) -> None:
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    x, y = width * 0.44, top * 0.22
    canvas.on_the_wall.taken.append((x - 58 * unit, y, x + 42 * unit, y + 76 * unit))
    canvas.rect(x - 58 * unit, y, 100 * unit, 76 * unit, canvas.lamp("#3a4650"), f'rx="{8 * unit:.0f}"')
    canvas.line(
        f"M{x - 48 * unit:.0f} {y + 42 * unit:.0f}h{22 * unit:.0f}l{8 * unit:.0f} {-26 * unit:.0f}l{12 * unit:.0f} {44 * unit:.0f}l{8 * unit:.0f} {-18 * unit:.0f}h{28 * unit:.0f}",
        "#7fe0a0",
        4 * unit,
    )


@piece("bed", dyed=False)
def _sickbed(canvas: Canvas) -> None:
    unit, steel, sheet = (
        canvas.unit,
        canvas.lamp("#b9c4cc"),
        canvas.lamp("#ffffff"),
    )
    base, end = canvas.down(0.22), min(canvas.width * 0.30, 330 * unit)
    canvas.top("bed", 150 * unit, end - 10 * unit, base - 124 * unit)
    canvas.ellipse(end * 0.5, base + 22 * unit, end * 0.6, 14 * unit, "#2a1a10", 0.16)
    canvas.line(
        f"M{24 * unit:.0f} {base + 16 * unit:.0f}v{-150 * unit:.0f}M{end:.0f} {base + 16 * unit:.0f}v{-176 * unit:.0f}",
        steel,
        12 * unit,
    )
    canvas.line(
        f"M{end:.0f} {base - 150 * unit:.0f}h{-30 * unit:.0f}M{end:.0f} {base - 96 * unit:.0f}h{-60 * unit:.0f}",
        steel,
        9 * unit,
    )
    canvas.rect(
        -20, base - 76 * unit, end + 12 * unit, 40 * unit, darker(steel, 0.12), f'rx="{6 * unit:.0f}"'
    )
    canvas.rect(-20, base - 128 * unit, end + 6 * unit, 60 * unit, sheet, f'rx="{16 * unit:.0f}"')
    canvas.rect(
        end * 0.42,
        base - 134 * unit,
        end * 0.58,
        66 * unit,
        canvas.lamp(canvas.paint_of("bed", "#9fd0cc")),
        f'rx="{14 * unit:.0f}"',
    )
    pillow = canvas.lamp(canvas.paint_of("pillow", "#ffffff"))
    with canvas.piece("pillow", dyed=False):
        canvas.rect(
            16 * unit, base - 160 * unit, 116 * unit, 48 * unit, darker(pillow, 0.05), f'rx="{22 * unit:.0f}"'
        )


def library(canvas: Canvas) -> None:
    """Books to the ceiling: shelves alone, an arched window between them, or a reading corner."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("shelves", "window", "alcove"), windowed=("window",))
    wood = canvas.choice("wood", ("#8f6238", "#74503a", "#a8794c"))
    wall(
        canvas,
        top,
        canvas.choice("wall", (("#e8d9b8", "#cdb58a"), ("#cfd8c8", "#a8b8a0"), ("#dcc4b4", "#b8937c"))),
        paper="plain",
    )
    high = top * 0.06
    rows = max(3, round((top - high) / unit / 118))
    if view == "shelves":
        count = max(2, round(width / unit / 330))
        for k in range(count):
            bookshelf(
                canvas,
                width * k / count + 6 * unit,
                high,
                width / count - 12 * unit,
                top,
                rows=rows,
                wood=wood,
            )
    else:
        share = 0.31 if view == "window" else 0.24
        bookshelf(canvas, -10 * unit, high, width * share, top, rows=rows, wood=wood)
        bookshelf(canvas, width * (1 - share) + 10 * unit, high, width * share, top, rows=rows, wood=wood)
        wide = width * (0.9 - 2 * share) * 0.72
        if view == "window":
            window(canvas, width / 2 - wide / 2, top * 0.14, wide, top * 0.62, curtain=None, arched=True)
        else:
            bookshelf(
                canvas,
                width * share + 20 * unit,
                top * 0.62,
                width * (1 - 2 * share) - 40 * unit,
                top,
                rows=1,
                wood=wood,
            )
            picture(canvas, width / 2, top * 0.33, min(width * 0.13, top * 0.2))
    floor(canvas, top, canvas.choice("floor", BOARDS[:2]))
    rug(
        canvas,
        width * 0.5,
        canvas.down(0.56),
        min(width * 0.40, 420 * unit),
        canvas.choice("rug", ("#a8504a", "#4f6f8f", "#6f8a5a")),
    )
    for x in canvas.choice("lamps", ((0.5,), (0.28, 0.72), (0.34,))):
        pendant(
            canvas, width * x, top * 0.10, canvas.choice("shade", ("#3f7a5a", "#b5693a", "#c9a24a")), size=0.8
        )


def cafe(canvas: Canvas) -> None:
    """A cafe or shop: a counter with a glass case, shelves of jars, hanging lamps, or the window to the street."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("counter", "window", "shelves"), windowed=("window",))
    shades = (("#e8d2b4", "#cfae84"), ("#d8e0d4", "#b0c4ae"), ("#e6d0c8", "#c8a49a"), ("#dce4ea", "#b4c4d2"))
    wall(
        canvas,
        top,
        canvas.choice("wall", shades),
        paper=canvas.choice("paper", ("bricks", "plain", "bricks")),
        dado=84,
    )
    if view == "window":
        wide = min(width * 0.56, 640 * unit)
        window(canvas, width * 0.5 - wide / 2, top * 0.14, wide, top * 0.58, curtain=None)
        _awning(canvas, width * 0.5 - wide / 2 - 30 * unit, top * 0.10, wide + 60 * unit)
    else:
        rows = 3 if view == "shelves" else 2
        x0, x1 = (width * 0.06, width * 0.94) if view == "shelves" else (width * 0.42, width * 0.95)
        for row in range(rows):
            jars(canvas, x0, x1, top * (0.28 + 0.19 * row), row)
        if view == "counter":
            _menu(canvas, width * 0.06, top * 0.14, min(width * 0.28, 300 * unit), top * 0.42)
    floor(
        canvas,
        top,
        canvas.choice("floor", (("#cfc3b4", "#a39484"), *BOARDS[:2])),
        kind=canvas.choice("laid", ("tiles", "boards")),
    )
    if view == "counter":
        _counter(canvas, width * 0.60, width + 20 * unit)
    for x in canvas.choice("lamps", ((0.24, 0.5, 0.76), (0.34, 0.66), (0.5, 0.82))):
        pendant(
            canvas,
            width * x,
            top * 0.11,
            canvas.choice("shade", ("#d9803a", "#3a4a52", "#c9504a", "#e0b04a")),
            size=0.72,
        )


@piece("awning")
def _awning(canvas: Canvas, x: float, y: float, wide: float) -> None:
    unit = canvas.unit
    dye = canvas.lamp(canvas.choice("awning", ("#c8453c", "#2f7f6f", "#d99a2b", "#5a7fb0")))
    strips = 9
    for k in range(strips):
        w = wide / strips
        canvas.path(
            f"M{x + k * w:.1f} {y:.1f}h{w:.1f}v{44 * unit:.1f}a{w / 2:.1f} {w / 2.6:.1f} 0 0 1 {-w:.1f} 0z",
            dye if k % 2 == 0 else canvas.lamp("#fbf4e6"),
        )


@piece("menu", dyed=False)
def _menu(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    unit, rng = canvas.unit, canvas.stream("menu")
    canvas.rect(
        x - 10 * unit,
        y - 10 * unit,
        wide + 20 * unit,
        high + 20 * unit,
        canvas.lamp("#9a6f45"),
        f'rx="{5 * unit:.0f}"',
    )
    canvas.rect(x, y, wide, high, canvas.lamp(canvas.paint_of("menu", "#34403c")))
    marks = "".join(
        f"M{x + wide * 0.12:.0f} {y + high * (0.2 + 0.13 * k):.0f}h{wide * rng.uniform(0.3, 0.5):.0f}m{wide * 0.08:.0f} 0h{wide * 0.1:.0f}"
        for k in range(6)
    )
    canvas.line(marks, "#f1ead8", 4 * unit, 0.6)


@piece("counter")
def _counter(canvas: Canvas, x0: float, x1: float) -> None:
    unit, wood = canvas.unit, canvas.lamp("#8f5f3a")
    base, tall = canvas.down(0.16), 190 * unit
    canvas.top("counter", x0, x1, base - tall - 6 * unit)
    canvas.rect(
        x0, base - tall, x1 - x0, tall, canvas.gradient((0.0, lighter(wood, 0.16)), (1.0, darker(wood, 0.16)))
    )
    for k in range(1, 7):
        canvas.line(
            f"M{x0 + (x1 - x0) * k / 7:.0f} {base - tall + 22 * unit:.0f}V{base - 12 * unit:.0f}",
            darker(wood, 0.26),
            3 * unit,
            0.6,
        )
    canvas.rect(
        x0 - 14 * unit,
        base - tall - 12 * unit,
        x1 - x0 + 14 * unit,
        24 * unit,
        canvas.lamp("#e8d8bc"),
        f'rx="{5 * unit:.0f}"',
    )
    canvas.rect(x0, base, x1 - x0, 13 * unit, "#2a1a10", 'opacity=".22"')


def stage(canvas: Canvas) -> None:
    """A theatre: curtains, boards, and the lights on them."""
    width, height, unit, top = canvas.width, canvas.height, canvas.unit, canvas.horizon
    shine = {"night": "#bcd0ff", "sunset": "#ffcf8a", "dawn": "#ffd6dc"}.get(canvas.time, "#fff3c8")
    view = canvas.choice("view", ("red", "night", "painted"))
    back = {
        "red": ("#5a1f2c", "#8a3440"),
        "night": ("#1c1f48", "#46407f"),
        "painted": ("#8fcdea", "#f4ecd0"),
    }[view]
    canvas.rect(0, 0, width, top + 4, canvas.gradient((0.0, back[0]), (1.0, back[1])))
    rng = canvas.stream("scenery")
    if view == "night":
        for _ in range(46):
            size = rng.choice((1.6, 2.4, 3.6)) * unit
            canvas.ellipse(
                rng.uniform(0, width), rng.uniform(0, top * 0.9), size, size, "#fff4cf", rng.uniform(0.4, 1)
            )
    elif view == "painted":
        for k in range(5):
            x = width * (k + rng.uniform(0.2, 0.8)) / 5
            canvas.path(
                f"M{x - 190 * unit:.0f} {top:.0f}q{190 * unit:.0f} {-rng.uniform(160, 300) * unit:.0f} {380 * unit:.0f} 0z",
                rng.choice(("#a8cf8c", "#8fbf86", "#bcd994")),
            )
    else:
        for k in range(12):
            canvas.rect(width * k / 12, 0, width / 24, top, "#3a0f1c", 'opacity=".28"')
    mark = canvas.mark()
    boards = canvas.gradient((0.0, "#c98f56"), (0.5, "#b0763f"), (1.0, "#6f4526"))
    canvas.rect(0, top, width, height - top, boards)
    marks = "".join(
        f"M{width / 2 + k * 76 * unit:.0f} {top:.0f}L{width / 2 + k * 150 * unit:.0f} {height}"
        for k in range(-14, 15)
    )
    canvas.line(marks, "#5a3418", 2 * unit, 0.45)
    canvas.paint(mark, canvas.scenery.ground, lit=False)
    canvas.rect(0, top, width, 20 * unit, canvas.gradient((0.0, "#2a1208", 0.45), (1.0, "#2a1208", 0.0)))
    for x, lean in canvas.choice(
        "lights", (((0.2, 0.22), (0.8, -0.22)), ((0.5, 0.0),), ((0.14, 0.3), (0.5, 0.0), (0.86, -0.3)))
    ):
        beam = canvas.gradient((0.0, shine, 0.55), (1.0, shine, 0.03))
        foot = width * (x + lean)
        canvas.path(
            f"M{width * x - 20 * unit:.0f} 0h{40 * unit:.0f}L{foot + 210 * unit:.0f} {canvas.down(0.62):.0f}H{foot - 210 * unit:.0f}Z",
            beam,
        )
        canvas.ellipse(
            foot,
            canvas.down(0.62),
            230 * unit,
            60 * unit,
            canvas.glow((0.0, shine, 0.55), (1.0, shine, 0.0)),
        )
    _drapery(canvas)


@piece("stage-curtain", dyed=False)
def _drapery(canvas: Canvas) -> None:
    """The curtains of the stage, drawn aside."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    cloth = canvas.paint_of("stage-curtain", canvas.choice("cloth", ("#b5232f", "#7a2a6a", "#1f5f7a")))
    for sign, x in ((1, 0.0), (-1, float(width))):
        wide = min(width * 0.17, 190 * unit)
        for k in range(5):
            x0 = x + sign * wide * k / 5
            fold = canvas.gradient(
                (0.0, darker(cloth, 0.36)),
                (0.5, lighter(cloth, 0.14)),
                (1.0, darker(cloth, 0.30)),
                level=True,
            )
            canvas.path(
                f"M{x0:.0f} 0h{sign * wide / 5 * 1.06:.0f}q{sign * 14 * unit:.0f} {height * 0.46:.0f} {-sign * 4 * unit:.0f} {canvas.down(0.30):.0f}h{-sign * wide / 5:.0f}z",
                fold,
            )
    count = max(5, round(width / unit / 150))
    for k in range(count):
        w = width / count
        swag = canvas.gradient(
            (0.0, darker(cloth, 0.30)), (0.6, lighter(cloth, 0.10)), (1.0, darker(cloth, 0.2))
        )
        canvas.path(f"M{k * w:.0f} 0h{w:.0f}v{54 * unit:.0f}q{-w / 2:.0f} {74 * unit:.0f} {-w:.0f} 0z", swag)
        canvas.line(
            f"M{k * w:.0f} {54 * unit:.0f}q{w / 2:.0f} {74 * unit:.0f} {w:.0f} 0", "#e9bf52", 5 * unit
        )


def studio(canvas: Canvas) -> None:
    """A plain ground: a sheet of coloured paper that bends from wall to floor, lit from one side."""
    width, height = canvas.width, canvas.height
    if told := paints_of(canvas.scenery.wall):
        _plain(canvas, told)
        return
    colour = canvas.choice(
        "paper", ("#f3e9dc", "#dbe9f2", "#f6dfdb", "#e2eddc", "#e9e1f3", "#fbeebf", "#d8ece8")
    )
    view = canvas.choice("view", ("sweep", "disc", "two tones"))
    tone = canvas.hour(colour)
    canvas.rect(
        0,
        0,
        width,
        height,
        canvas.gradient(
            (0.0, lighter(tone, 0.2)), (0.62, tone), (0.74, darker(tone, 0.05)), (1.0, lighter(tone, 0.12))
        ),
    )
    if view == "disc":
        canvas.ellipse(
            width * 0.5,
            height * 0.46,
            min(width, height) * 0.36,
            min(width, height) * 0.36,
            mix(tone, "#ffffff", 0.55),
        )
    elif view == "two tones":
        canvas.rect(
            0,
            canvas.horizon,
            width,
            height - canvas.horizon,
            canvas.gradient((0.0, darker(tone, 0.10)), (1.0, darker(tone, 0.02))),
        )
        canvas.rect(0, canvas.horizon - 2, width, 4, mix(tone, "#ffffff", 0.5))
    light = canvas.glow((0.0, "#ffffff", 0.75), (1.0, "#ffffff", 0.0))
    canvas.ellipse(width * 0.3, height * 0.26, width * 0.6, height * 0.5, light)
    corner = canvas.glow((0.0, "#3a2a40", 0.0), (0.72, "#3a2a40", 0.0), (1.0, "#3a2a40", 0.13))
    canvas.ellipse(width * 0.5, height * 0.5, width * 0.86, height * 0.86, corner)


def _plain(canvas: Canvas, paints: list[str]) -> None:
    """Paper of one colour and nothing else, or of several that run into each other."""
    paints = ["#ffffff" if paint == PAINTS["white"] else canvas.hour(paint) for paint in paints]
    stops = [(at / max(1, len(paints) - 1), paint) for at, paint in enumerate(paints)]
    fill = canvas.gradient(*stops) if len(stops) > 1 else paints[0]
    canvas.rect(0, 0, canvas.width, canvas.height, fill)
