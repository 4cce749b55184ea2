"""Where people search and show: a laboratory with its bench and its glass, a museum with paintings, ropes and a statue."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import BOARDS, floor, wall, window
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery

_LIQUIDS = ("#5fb8e8", "#f0a23c", "#7fcf6a", "#e8698f", "#a884e0", "#f2d04a")
_GLASS = "#e6f4fa"
_BENCH_HIGH = 150
"""How high the bench of a laboratory is, in units."""


def laboratory(canvas: Canvas) -> None:
    """A long bench with flasks and a microscope before a chart of the elements, a window, or shelves to the side."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("chart", "window", "shelves"), windowed=("window",))
    walls = (("#eef5f7", "#c6dbe2"), ("#eaf4ee", "#c2dccb"), ("#f1f2f7", "#cdd2e2"))
    wall(canvas, top, canvas.choice("wall", walls), paper="tiles", dado=0)
    split = width * canvas.choice("split", (0.44, 0.50, 0.40))
    free = canvas.down(0.14) - (_BENCH_HIGH + 90) * unit
    if view == "window":
        window(canvas, width * 0.06, top * 0.13, split - width * 0.12, top * 0.42, curtain=None)
    elif view == "chart":
        _chart(canvas, width * 0.05, top * 0.11, split - width * 0.10, min(top * 0.46, free - top * 0.11))
    shelved = (split, width * 0.96) if view != "shelves" else (width * 0.05, width * 0.95)
    for row in range(2 if free > 320 * unit else 1):
        _bottles(canvas, *shelved, top * (0.28 + 0.26 * row), row)
    floors = (("#dfe5e6", "#adb9bd"), ("#e3e0da", "#b5afa3"), ("#d5dfe6", "#9fb0bd"))
    floor(canvas, top, canvas.choice("floor", floors), kind="tiles")
    _bench(canvas)
    for share in (0.25, 0.75):
        canvas.rect(share * width - 110 * unit, 0, 220 * unit, 14 * unit, canvas.lamp("#fffef4"), f'rx="{6 * unit:.0f}"')  # fmt: skip


@piece("chart", dyed=False)
def _chart(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """The table of the elements, by colours."""
    unit = canvas.unit
    canvas.on_the_wall.taken.append((x - 8 * unit, y - 8 * unit, x + wide + 8 * unit, y + high + 8 * unit))
    canvas.rect(x - 7 * unit, y - 7 * unit, wide + 14 * unit, high + 14 * unit, canvas.lamp("#9aa8b0"), f'rx="{5 * unit:.0f}"')  # fmt: skip
    canvas.rect(x, y, wide, high, canvas.lamp(canvas.paint_of("chart", "#fdfdf9")))
    dyes = [canvas.lamp(one) for one in ("#f29b8f", "#f5c777", "#8fc9ea", "#9fd59a", "#c3a9e6")]
    side, tall = wide * 0.92 / 18, high * 0.80 / 9
    for row in range(9):
        for column in range(18):
            shown = {0: column in (0, 17), 1: column < 2 or column > 11, 2: column < 2 or column > 11}
            if not shown.get(row, True if row < 7 else column > 2) or (row == 6 and column > 15):
                continue
            dye = dyes[
                0 if column < 1 else 1 if column < 2 else 2 if column < 12 else 3 if column < 17 else 4
            ]
            gap = high * 0.05 if row > 6 else 0
            canvas.rect(x + wide * 0.04 + column * side, y + high * 0.08 + row * tall + gap, side * 0.86, tall * 0.82, dye)  # fmt: skip


def _flask(canvas: Canvas, x: float, base: float, size: float, dye: str, shape: str) -> None:
    """Glass with a liquid in it, around column `x`: a cone, a ball, a beaker or a bottle with a stopper."""
    unit = canvas.unit
    glass, liquid, edge = canvas.lamp(_GLASS), canvas.lamp(dye), canvas.lamp("#9fb9c6")
    line = f'stroke="{edge}" stroke-width="{max(1.2, 2.4 * unit):.1f}" stroke-linejoin="round"'
    s = size
    if shape == "cone":
        outline = f"M{x - 0.12 * s:.1f} {base - s:.1f}h{0.24 * s:.1f}v{0.36 * s:.1f}L{x + 0.40 * s:.1f} {base - 0.06 * s:.1f}Q{x + 0.42 * s:.1f} {base:.1f} {x + 0.34 * s:.1f} {base:.1f}H{x - 0.34 * s:.1f}Q{x - 0.42 * s:.1f} {base:.1f} {x - 0.40 * s:.1f} {base - 0.06 * s:.1f}L{x - 0.12 * s:.1f} {base - 0.64 * s:.1f}Z"
        inner = f"M{x - 0.26 * s:.1f} {base - 0.36 * s:.1f}H{x + 0.26 * s:.1f}L{x + 0.38 * s:.1f} {base - 0.06 * s:.1f}Q{x + 0.40 * s:.1f} {base:.1f} {x + 0.32 * s:.1f} {base:.1f}H{x - 0.32 * s:.1f}Q{x - 0.40 * s:.1f} {base:.1f} {x - 0.38 * s:.1f} {base - 0.06 * s:.1f}Z"
    elif shape == "ball":
        r = 0.32 * s
        outline = f"M{x - 0.10 * s:.1f} {base - s:.1f}h{0.20 * s:.1f}V{base - 1.86 * r:.1f}A{r:.1f} {r:.1f} 0 1 1 {x - 0.10 * s:.1f} {base - 1.86 * r:.1f}Z"
        inner = f"M{x - 0.97 * r:.1f} {base - 1.1 * r:.1f}H{x + 0.97 * r:.1f}A{r:.1f} {r:.1f} 0 0 1 {x - 0.97 * r:.1f} {base - 1.1 * r:.1f}Z"
    elif shape == "beaker":
        outline = f"M{x - 0.30 * s:.1f} {base - 0.74 * s:.1f}H{x + 0.32 * s:.1f}L{x + 0.28 * s:.1f} {base - 0.68 * s:.1f}V{base:.1f}H{x - 0.28 * s:.1f}V{base - 0.68 * s:.1f}Z"
        inner = f"M{x - 0.27 * s:.1f} {base - 0.40 * s:.1f}H{x + 0.27 * s:.1f}V{base:.1f}H{x - 0.27 * s:.1f}Z"
    else:
        outline = f"M{x - 0.12 * s:.1f} {base - 0.86 * s:.1f}h{0.24 * s:.1f}v{0.16 * s:.1f}q{0.14 * s:.1f} {0.06 * s:.1f} {0.14 * s:.1f} {0.18 * s:.1f}V{base:.1f}H{x - 0.26 * s:.1f}V{base - 0.52 * s:.1f}q0 {-0.12 * s:.1f} {0.14 * s:.1f} {-0.18 * s:.1f}Z"
        inner = f"M{x - 0.25 * s:.1f} {base - 0.46 * s:.1f}H{x + 0.25 * s:.1f}V{base:.1f}H{x - 0.25 * s:.1f}Z"
        canvas.rect(
            x - 0.15 * s, base - s, 0.30 * s, 0.15 * s, canvas.lamp("#6a5a58"), f'rx="{2 * unit:.0f}"'
        )
    canvas.path(outline, glass, 'opacity=".82"')
    canvas.path(inner, liquid, 'opacity=".92"')
    canvas.path(outline, "none", line)
    canvas.line(f"M{x - 0.16 * s:.1f} {base - 0.30 * s:.1f}v{0.18 * s:.1f}", "#ffffff", max(1.0, 0.06 * s), 0.7)  # fmt: skip


@piece("shelf", dyed=False)
def _bottles(canvas: Canvas, x0: float, x1: float, y: float, row: int) -> None:
    """A shelf of bottles and flasks."""
    unit, rng = canvas.unit, canvas.stream(f"bottles{row}")
    canvas.top("shelf", x0, x1, y + 4 * unit, 112)
    canvas.on_the_wall.taken.append((x0, y - 86 * unit, x1, y + 22 * unit))
    x = x0 + 40 * unit
    while x < x1 - 34 * unit:
        size = rng.uniform(58, 84) * unit
        _flask(canvas, x, y, size, rng.choice(_LIQUIDS), rng.choice(("cone", "ball", "beaker", "bottle", "bottle")))  # fmt: skip
        x += size * rng.uniform(0.85, 1.15) + 10 * unit
    board = canvas.lamp(canvas.paint_of("shelf", "#b7c4cb"))
    canvas.rect(x0, y, x1 - x0, 12 * unit, board, f'rx="{3 * unit:.0f}"')
    canvas.rect(x0, y + 12 * unit, x1 - x0, 10 * unit, "#1a2a34", 'opacity=".12"')


@piece("bench", dyed=False)
def _bench(canvas: Canvas) -> None:
    """The bench along the wall: drawers, a pale top, and what one works with."""
    width, unit = canvas.width, canvas.unit
    base, front = canvas.down(0.14), canvas.lamp(canvas.paint_of("bench", canvas.choice("bench", ("#7fb2c4", "#8fbfae", "#9aa9cc"))))  # fmt: skip
    y = base - _BENCH_HIGH * unit
    canvas.rect(0, base, width, 16 * unit, "#1a2a34", 'opacity=".18"')
    canvas.rect(0, y, width, base - y, canvas.gradient((0.0, lighter(front, 0.22)), (1.0, darker(front, 0.08))))  # fmt: skip
    count = max(5, round(width / unit / 170))
    for k in range(count):
        x, wide = width * k / count, width / count
        for share, tall in ((0.22, 0.22), (0.50, 0.42)):
            canvas.rect(x + 10 * unit, y + share * (base - y), wide - 20 * unit, tall * (base - y), lighter(front, 0.3), f'rx="{5 * unit:.0f}" opacity=".8"')  # fmt: skip
            canvas.rect(x + wide / 2 - 18 * unit, y + (share + 0.07) * (base - y), 36 * unit, 6 * unit, canvas.lamp("#5f7480"), f'rx="{3 * unit:.0f}"')  # fmt: skip
    canvas.rect(0, y - 14 * unit, width, 24 * unit, canvas.lamp("#f7fafa"))
    canvas.rect(0, y + 10 * unit, width, 6 * unit, "#1a2a34", 'opacity=".14"')
    y -= 12 * unit
    canvas.top("bench", width * 0.36, width * 0.64, y + 3 * unit)
    _on_the_bench(canvas, y)


@piece("glassware")
def _on_the_bench(canvas: Canvas, y: float) -> None:
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("glassware")
    dyes = rng.sample(_LIQUIDS, 6)
    _microscope(canvas, width * 0.13, y)
    _flask(canvas, width * 0.13 + 130 * unit, y, 92 * unit, dyes[0], "cone")
    _flask(canvas, width * 0.13 + 206 * unit, y, 66 * unit, dyes[1], "beaker")
    _rack(canvas, width * 0.5 - 66 * unit, y, dyes)
    _flask(canvas, width * 0.5 + 120 * unit, y, 84 * unit, dyes[2], "cone")
    _still(canvas, width * 0.84, y, dyes[3])
    _flask(canvas, width * 0.84 - 120 * unit, y, 76 * unit, dyes[4], "beaker")


def _microscope(canvas: Canvas, x: float, y: float) -> None:
    unit, dark, pale = canvas.unit, canvas.lamp("#3f4c58"), canvas.lamp("#f4f6f7")
    canvas.rect(x - 46 * unit, y - 14 * unit, 92 * unit, 14 * unit, dark, f'rx="{6 * unit:.0f}"')
    canvas.path(
        f"M{x + 14 * unit:.0f} {y - 12 * unit:.0f}Q{x + 62 * unit:.0f} {y - 60 * unit:.0f} {x + 16 * unit:.0f} {y - 112 * unit:.0f}l{-16 * unit:.0f} {14 * unit:.0f}Q{x + 30 * unit:.0f} {y - 58 * unit:.0f} {x - 8 * unit:.0f} {y - 12 * unit:.0f}Z",
        pale,
        f'stroke="{canvas.lamp("#c3ccd2")}" stroke-width="{2 * unit:.1f}"',
    )
    canvas.rect(x - 36 * unit, y - 44 * unit, 58 * unit, 9 * unit, dark, f'rx="{3 * unit:.0f}"')
    tube = f'<g transform="rotate(-24 {x:.0f} {y - 88 * unit:.0f})">'
    canvas.add(tube)
    canvas.rect(x - 13 * unit, y - 132 * unit, 26 * unit, 66 * unit, pale, f'rx="{6 * unit:.0f}"')
    canvas.rect(x - 15 * unit, y - 148 * unit, 30 * unit, 20 * unit, dark, f'rx="{5 * unit:.0f}"')
    canvas.rect(x - 9 * unit, y - 68 * unit, 18 * unit, 18 * unit, canvas.lamp("#aab6be"))
    canvas.add("</g>")


def _rack(canvas: Canvas, x: float, y: float, dyes: list[str]) -> None:
    """Test tubes in their rack."""
    unit, wood = canvas.unit, canvas.lamp("#c99a66")
    for k in range(5):
        left = x + (12 + 24 * k) * unit
        canvas.rect(left, y - 78 * unit, 14 * unit, 72 * unit, canvas.lamp(_GLASS), f'rx="{7 * unit:.0f}" opacity=".9"')  # fmt: skip
        canvas.rect(left, y - (44 + 7 * (k % 3)) * unit, 14 * unit, (38 + 7 * (k % 3)) * unit, canvas.lamp(dyes[k]), f'rx="{7 * unit:.0f}"')  # fmt: skip
    for level in (60, 12):
        canvas.rect(x, y - level * unit, 132 * unit, 11 * unit, wood, f'rx="{3 * unit:.0f}"')
    for side in (0, 124):
        canvas.rect(x + side * unit, y - 62 * unit, 8 * unit, 62 * unit, darker(wood, 0.15))


def _still(canvas: Canvas, x: float, y: float, dye: str) -> None:
    """A round flask over a burner, with its steam."""
    unit, steel = canvas.unit, canvas.lamp("#8b98a2")
    canvas.rect(x + 44 * unit, y - 168 * unit, 7 * unit, 168 * unit, steel)
    canvas.rect(x - 30 * unit, y - 8 * unit, 90 * unit, 8 * unit, darker(steel, 0.2), f'rx="{3 * unit:.0f}"')
    canvas.rect(x - 12 * unit, y - 132 * unit, 60 * unit, 7 * unit, steel)
    canvas.rect(x - 9 * unit, y - 34 * unit, 18 * unit, 28 * unit, darker(steel, 0.3))
    canvas.path(f"M{x - 10 * unit:.0f} {y - 34 * unit:.0f}q{10 * unit:.0f} {-34 * unit:.0f} {20 * unit:.0f} 0z", "#ff9d3c")  # fmt: skip
    canvas.path(f"M{x - 5 * unit:.0f} {y - 34 * unit:.0f}q{5 * unit:.0f} {-18 * unit:.0f} {10 * unit:.0f} 0z", "#fff0a8")  # fmt: skip
    _flask(canvas, x, y - 60 * unit, 110 * unit, dye, "ball")
    canvas.line(
        f"M{x - 4 * unit:.0f} {y - 178 * unit:.0f}q{-16 * unit:.0f} {-20 * unit:.0f} 0 {-40 * unit:.0f}t0 {-36 * unit:.0f}",
        "#ffffff", 9 * unit, 0.55,
    )  # fmt: skip


def museum(canvas: Canvas) -> None:
    """A gallery: paintings in gilt frames, a rope before them, and a statue, a vase in its case or a bench between."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    walls = (("#8fa890", "#64806c"), ("#a8626a", "#7c4450"), ("#efe6d4", "#cdbb98"), ("#8ba2b8", "#5f7890"))
    wall(canvas, top, canvas.choice("wall", walls), paper="plain", dado=72)
    light = canvas.lamp("#f6efdf")
    canvas.rect(0, 0, width, 20 * unit, light)
    canvas.rect(0, 20 * unit, width, 8 * unit, darker(light, 0.16))
    count = max(2, round(width / unit / 420))
    shown = canvas.stream("paintings").sample(range(5), 5)
    slots = count * 2 - 1
    for k in range(slots):
        if k == slots // 2 and canvas.scenery.panes == Scenery.NONE:
            continue  # something else hangs there
        middle, broad = width * (k + 0.5) / slots, k % 2 == 0
        half = min(width * (0.40 if broad else 0.26) / slots, (150 if broad else 96) * unit)
        _painting(canvas, middle, top * (0.42 if broad else 0.40), half, min(half * (0.84 if broad else 1.3), top * 0.26), shown[k % 5])  # fmt: skip
    floor(canvas, top, canvas.choice("floor", BOARDS))
    view = canvas.choice("exhibit", ("bench", "statue", "vase"))
    if view == "statue":
        for share in (0.06, 0.94):
            _statue(canvas, width * share, canvas.down(0.13))
    elif view == "vase":
        _showcase(canvas, width * 0.92, canvas.down(0.15))
        _showcase(canvas, width * 0.08, canvas.down(0.15))
    else:
        _settee(canvas, width * 0.5, canvas.down(0.26))
    _ropes(canvas)


@piece("paintings", dyed=False)
def _painting(canvas: Canvas, x: float, y: float, half: float, tall: float, what: int) -> None:
    """A painting in a gilt frame around (x, y), with its lamp and its label."""
    unit, gold = canvas.unit, canvas.lamp(canvas.paint_of("paintings", "#d2a648"))
    rim = 17 * unit
    canvas.on_the_wall.taken.append((x - half - rim, y - tall - 3 * rim, x + half + rim, y + tall + 2 * rim))
    glow = canvas.glow((0.0, "#fff2c8", 0.55 if canvas.time == "night" else 0.34), (1.0, "#fff2c8", 0.0))
    canvas.ellipse(x, y - tall * 0.4, half * 1.6, tall * 1.7, glow)
    canvas.rect(x - half - rim + 6 * unit, y - tall - rim + 9 * unit, 2 * (half + rim), 2 * (tall + rim), "#1a120c", f'opacity=".22" rx="{4 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - half - rim, y - tall - rim, 2 * (half + rim), 2 * (tall + rim), canvas.gradient((0.0, lighter(gold, 0.35)), (0.5, gold), (1.0, darker(gold, 0.22))), f'rx="{4 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - half - rim * 0.45, y - tall - rim * 0.45, 2 * half + rim * 0.9, 2 * tall + rim * 0.9, darker(gold, 0.34))  # fmt: skip
    name = f"p{len(canvas.defs)}"
    canvas.defs.append(f'<clipPath id="{name}"><rect x="{x - half:.1f}" y="{y - tall:.1f}" width="{2 * half:.1f}" height="{2 * tall:.1f}"/></clipPath>')  # fmt: skip
    canvas.add(f'<g clip-path="url(#{name})">')
    _PAINTED[what](canvas, x, y, half, tall)
    canvas.add("</g>")
    canvas.rect(x - 46 * unit, y - tall - rim - 15 * unit, 92 * unit, 9 * unit, darker(gold, 0.1), f'rx="{4 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 22 * unit, y + tall + rim + 12 * unit, 44 * unit, 15 * unit, canvas.lamp("#f4ecd8"), f'rx="{2 * unit:.0f}"')  # fmt: skip


def _hills(canvas: Canvas, x: float, y: float, half: float, tall: float) -> None:
    canvas.rect(x - half, y - tall, 2 * half, 2 * tall, canvas.gradient((0.0, canvas.lamp("#8fc3df")), (1.0, canvas.lamp("#f7e2b4"))))  # fmt: skip
    canvas.ellipse(x + half * 0.45, y - tall * 0.3, tall * 0.22, tall * 0.22, canvas.lamp("#ffe9a8"))
    canvas.path(f"M{x - half:.0f} {y + tall * 0.3:.0f}Q{x - half * 0.4:.0f} {y - tall * 0.5:.0f} {x + half * 0.2:.0f} {y + tall * 0.2:.0f}T{x + half:.0f} {y:.0f}V{y + tall:.0f}H{x - half:.0f}Z", canvas.lamp("#7fa37a"))  # fmt: skip
    canvas.path(f"M{x - half:.0f} {y + tall * 0.6:.0f}Q{x:.0f} {y + tall * 0.2:.0f} {x + half:.0f} {y + tall * 0.66:.0f}V{y + tall:.0f}H{x - half:.0f}Z", canvas.lamp("#54804f"))  # fmt: skip


def _portrait(canvas: Canvas, x: float, y: float, half: float, tall: float) -> None:
    canvas.rect(x - half, y - tall, 2 * half, 2 * tall, canvas.gradient((0.0, canvas.lamp("#5a5444")), (1.0, canvas.lamp("#8d7d58"))))  # fmt: skip
    size = min(half, tall)
    canvas.path(f"M{x - size * 0.9:.0f} {y + tall:.0f}Q{x - size * 0.8:.0f} {y + size * 0.2:.0f} {x:.0f} {y + size * 0.2:.0f}T{x + size * 0.9:.0f} {y + tall:.0f}Z", canvas.lamp("#3c4a5c"))  # fmt: skip
    canvas.ellipse(x, y - size * 0.22, size * 0.50, size * 0.58, canvas.lamp("#4a3020"))
    canvas.rect(x - size * 0.16, y, size * 0.32, size * 0.4, canvas.lamp("#dcae88"))
    canvas.ellipse(x, y - size * 0.12, size * 0.36, size * 0.44, canvas.lamp("#f0c8a2"))
    for side in (-0.14, 0.14):
        canvas.ellipse(x + side * size, y - size * 0.16, size * 0.04, size * 0.05, canvas.lamp("#3a2a20"))
    canvas.line(f"M{x - size * 0.1:.1f} {y + size * 0.08:.1f}q{size * 0.1:.1f} {size * 0.06:.1f} {size * 0.2:.1f} 0", canvas.lamp("#a8584c"), size * 0.04)  # fmt: skip


def _flowers(canvas: Canvas, x: float, y: float, half: float, tall: float) -> None:
    canvas.rect(x - half, y - tall, 2 * half, 2 * tall, canvas.lamp("#d9b46a"))
    canvas.rect(x - half, y + tall * 0.5, 2 * half, tall, canvas.lamp("#a86f3c"))
    size, rng = min(half, tall), canvas.stream("bunch")
    canvas.path(f"M{x - size * 0.26:.0f} {y + size * 0.05:.0f}h{size * 0.52:.0f}q{size * 0.14:.0f} {size * 0.5:.0f} {-size * 0.08:.0f} {size * 0.7:.0f}h{-size * 0.36:.0f}q{-size * 0.22:.0f} {-size * 0.2:.0f} {-size * 0.08:.0f} {-size * 0.7:.0f}Z", canvas.lamp("#5d86a8"))  # fmt: skip
    for k in range(9):
        dx, dy = (k % 3 - 1) * 0.34 + rng.uniform(-0.1, 0.1), -0.62 + (k // 3) * 0.26
        canvas.ellipse(x + dx * size, y + dy * size, size * 0.2, size * 0.2, canvas.lamp(rng.choice(("#f2c33a", "#ef8f3c", "#e86a5a", "#fdf3d0"))))  # fmt: skip
        canvas.ellipse(x + dx * size, y + dy * size, size * 0.08, size * 0.08, canvas.lamp("#7a4a22"))


def _ship(canvas: Canvas, x: float, y: float, half: float, tall: float) -> None:
    canvas.rect(x - half, y - tall, 2 * half, 2 * tall, canvas.gradient((0.0, canvas.lamp("#f2b98a")), (1.0, canvas.lamp("#f9e7c8"))))  # fmt: skip
    canvas.rect(x - half, y + tall * 0.25, 2 * half, tall, canvas.lamp("#4f7f9a"))
    size = min(half, tall)
    canvas.path(f"M{x - size * 0.5:.0f} {y + size * 0.28:.0f}H{x + size * 0.55:.0f}L{x + size * 0.36:.0f} {y + size * 0.52:.0f}H{x - size * 0.34:.0f}Z", canvas.lamp("#6a4028"))  # fmt: skip
    canvas.path(f"M{x:.0f} {y - size * 0.7:.0f}V{y + size * 0.22:.0f}H{x - size * 0.44:.0f}Z", canvas.lamp("#fbf5e6"))  # fmt: skip
    canvas.path(f"M{x + size * 0.06:.0f} {y - size * 0.5:.0f}V{y + size * 0.22:.0f}H{x + size * 0.46:.0f}Z", canvas.lamp("#e9d6b4"))  # fmt: skip


def _shapes(canvas: Canvas, x: float, y: float, half: float, tall: float) -> None:
    canvas.rect(x - half, y - tall, 2 * half, 2 * tall, canvas.lamp("#f6f1e4"))
    size = min(half, tall)
    canvas.rect(x - half, y - tall, half * 0.7, tall * 1.2, canvas.lamp("#d8473c"))
    canvas.rect(x + half * 0.3, y + tall * 0.2, half, tall, canvas.lamp("#2f6fb0"))
    canvas.ellipse(x + size * 0.25, y - size * 0.25, size * 0.46, size * 0.46, canvas.lamp("#f2c33a"))
    line = f"M{x - half * 0.3:.0f} {y - tall:.0f}v{2 * tall:.0f}M{x - half:.0f} {y + tall * 0.2:.0f}h{2 * half:.0f}M{x + half * 0.3:.0f} {y - tall:.0f}v{2 * tall:.0f}"
    canvas.line(line, canvas.lamp("#2a2a30"), 5 * canvas.unit)


_PAINTED = (_hills, _portrait, _flowers, _ship, _shapes)


@piece("statue")
def _statue(canvas: Canvas, x: float, base: float) -> None:
    """A marble bust on its plinth."""
    unit, stone, plinth = canvas.unit, canvas.lamp("#f3f1ec"), canvas.lamp("#d9d3c6")
    shade = darker(stone, 0.14)
    canvas.ellipse(x, base + 2 * unit, 84 * unit, 14 * unit, "#1a120c", 0.22)
    canvas.rect(x - 66 * unit, base - 18 * unit, 132 * unit, 18 * unit, darker(plinth, 0.1))
    canvas.rect(x - 54 * unit, base - 150 * unit, 108 * unit, 134 * unit, canvas.gradient((0.0, lighter(plinth, 0.3)), (1.0, darker(plinth, 0.08)), level=True))  # fmt: skip
    canvas.rect(x - 62 * unit, base - 162 * unit, 124 * unit, 16 * unit, lighter(plinth, 0.3))
    y = base - 162 * unit
    canvas.path(f"M{x - 58 * unit:.0f} {y - 52 * unit:.0f}Q{x - 52 * unit:.0f} {y - 78 * unit:.0f} {x - 16 * unit:.0f} {y - 84 * unit:.0f}H{x + 16 * unit:.0f}Q{x + 52 * unit:.0f} {y - 78 * unit:.0f} {x + 58 * unit:.0f} {y - 52 * unit:.0f}Q{x + 34 * unit:.0f} {y - 6 * unit:.0f} {x + 20 * unit:.0f} {y:.0f}H{x - 20 * unit:.0f}Q{x - 34 * unit:.0f} {y - 6 * unit:.0f} {x - 58 * unit:.0f} {y - 52 * unit:.0f}Z", canvas.gradient((0.0, stone), (1.0, shade)))  # fmt: skip
    canvas.rect(x - 15 * unit, y - 106 * unit, 30 * unit, 30 * unit, shade)
    canvas.ellipse(x, y - 128 * unit, 32 * unit, 38 * unit, stone)
    canvas.path(f"M{x - 35 * unit:.0f} {y - 122 * unit:.0f}Q{x - 44 * unit:.0f} {y - 174 * unit:.0f} {x:.0f} {y - 176 * unit:.0f}T{x + 35 * unit:.0f} {y - 122 * unit:.0f}Q{x + 24 * unit:.0f} {y - 150 * unit:.0f} {x:.0f} {y - 150 * unit:.0f}T{x - 35 * unit:.0f} {y - 122 * unit:.0f}Z", shade)  # fmt: skip


@piece("showcase")
def _showcase(canvas: Canvas, x: float, base: float) -> None:
    """A painted vase under glass."""
    unit, wood, blue = canvas.unit, canvas.lamp("#8a5f3c"), canvas.lamp("#3f6fae")
    canvas.ellipse(x, base + 2 * unit, 92 * unit, 14 * unit, "#1a120c", 0.22)
    canvas.rect(x - 76 * unit, base - 120 * unit, 152 * unit, 120 * unit, canvas.gradient((0.0, lighter(wood, 0.15)), (1.0, darker(wood, 0.1))))  # fmt: skip
    y = base - 124 * unit
    canvas.path(f"M{x - 14 * unit:.0f} {y - 98 * unit:.0f}h{28 * unit:.0f}q{-6 * unit:.0f} {20 * unit:.0f} {18 * unit:.0f} {34 * unit:.0f}q{22 * unit:.0f} {32 * unit:.0f} {-14 * unit:.0f} {64 * unit:.0f}h{-36 * unit:.0f}q{-36 * unit:.0f} {-32 * unit:.0f} {-14 * unit:.0f} {-64 * unit:.0f}q{24 * unit:.0f} {-14 * unit:.0f} {18 * unit:.0f} {-34 * unit:.0f}Z", canvas.lamp("#f8fafc"))  # fmt: skip
    for level, half in ((-56, 34), (-30, 34)):
        canvas.line(f"M{x - half * unit:.0f} {y + level * unit:.0f}q{half * unit:.0f} {9 * unit:.0f} {2 * half * unit:.0f} 0", blue, 5 * unit)  # fmt: skip
    for k in (-1, 0, 1):
        canvas.ellipse(x + 20 * k * unit, y - 42 * unit, 7 * unit, 7 * unit, blue)
    canvas.rect(x - 70 * unit, y - 140 * unit, 140 * unit, 142 * unit, "#eaf6fb", f'opacity=".24" stroke="{canvas.lamp("#ffffff")}" stroke-width="{4 * unit:.1f}"')  # fmt: skip
    canvas.line(f"M{x - 50 * unit:.0f} {y - 40 * unit:.0f}l{44 * unit:.0f} {-84 * unit:.0f}M{x - 50 * unit:.0f} {y - 14 * unit:.0f}l{22 * unit:.0f} {-42 * unit:.0f}", "#ffffff", 5 * unit, 0.5)  # fmt: skip


@piece("settee")
def _settee(canvas: Canvas, x: float, base: float) -> None:
    """A padded bench to look from."""
    unit = canvas.unit
    dye = canvas.lamp(canvas.choice("settee", ("#7a4038", "#3f5f5a", "#4a5878")))
    canvas.top("settee", x - 150 * unit, x + 150 * unit, base - 62 * unit)
    canvas.ellipse(x, base + 2 * unit, 176 * unit, 15 * unit, "#1a120c", 0.2)
    for leg in (-138, 122):
        canvas.rect(x + leg * unit, base - 34 * unit, 16 * unit, 36 * unit, canvas.lamp("#5a3d28"))
    canvas.rect(x - 160 * unit, base - 66 * unit, 320 * unit, 38 * unit, darker(dye, 0.12), f'rx="{10 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 160 * unit, base - 72 * unit, 320 * unit, 26 * unit, lighter(dye, 0.14), f'rx="{12 * unit:.0f}"')  # fmt: skip


@piece("ropes", dyed=False)
def _ropes(canvas: Canvas) -> None:
    """Brass posts and a velvet rope that keep one from the pictures."""
    width, unit, base = canvas.width, canvas.unit, canvas.down(0.10)
    brass, red = canvas.lamp("#d8b050"), canvas.lamp(canvas.paint_of("ropes", "#a8303a"))
    count = max(4, round(width / unit / 230))
    step, high = width / count, 118 * unit
    for k in range(count):
        x = step * (k + 0.5) - step
        canvas.line(f"M{x:.0f} {base - high * 0.9:.0f}q{step / 2:.0f} {high * 0.62:.0f} {step:.0f} 0", darker(red, 0.1), 13 * unit)  # fmt: skip
        canvas.line(f"M{x:.0f} {base - high * 0.92:.0f}q{step / 2:.0f} {high * 0.62:.0f} {step:.0f} 0", mix(red, "#ffffff", 0.18), 4 * unit)  # fmt: skip
    canvas.line(f"M{step * (count - 0.5):.0f} {base - high * 0.9:.0f}q{step / 2:.0f} {high * 0.62:.0f} {step:.0f} 0", darker(red, 0.1), 13 * unit)  # fmt: skip
    for k in range(count):
        x = step * (k + 0.5)
        canvas.ellipse(x, base, 28 * unit, 8 * unit, darker(brass, 0.25))
        canvas.rect(x - 6 * unit, base - high, 12 * unit, high, canvas.gradient((0.0, lighter(brass, 0.4)), (1.0, darker(brass, 0.2)), level=True))  # fmt: skip
        canvas.ellipse(x, base - high, 11 * unit, 11 * unit, lighter(brass, 0.2))
