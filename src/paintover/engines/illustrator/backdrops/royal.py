"""The hall of a palace: columns and banners, and a carpet that leads to the throne."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor, window
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.scene import Scenery

_STONES = (("#efe6d6", "#cdbb9c"), ("#e4e0e6", "#b9b2c2"), ("#f0e2d2", "#cfae8c"))
_RED = "#b02a38"
_ROYAL = ("#a8303f", "#3f4f9a", "#6a3f8a", "#2f6f5a")


def palace(canvas: Canvas) -> None:
    """Columns with gilt capitals, banners or tall windows between them, and a throne on its steps under a canopy."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    view = canvas.view(("banners", "windows", "drapes"), windowed=("windows",))
    stone, royal = canvas.choice("stone", _STONES), canvas.choice("royal", _ROYAL)
    with canvas.painted(canvas.scenery.wall, lit=False):
        light, dark = canvas.lamp(stone[0]), canvas.lamp(stone[1])
        canvas.rect(
            0, 0, width, top, canvas.gradient((0.0, dark), (0.5, light), (1.0, mix(light, dark, 0.4)))
        )
        for k in range(round(width / unit / 118) + 1):
            for row in range(round(top / unit / 150) + 1):
                x, y = (k * 118 + 59 * (row % 2)) * unit, row * 150 * unit
                canvas.add(f'<path d="M{x:.0f} {y:.0f}l{12 * unit:.0f} {16 * unit:.0f}l{-12 * unit:.0f} {16 * unit:.0f}l{-12 * unit:.0f} {-16 * unit:.0f}z" fill="{darker(dark, 0.1)}" opacity=".22"/>')  # fmt: skip
    bays = (0.26, 0.74) if width < 1.3 * canvas.height else (0.17, 0.335, 0.665, 0.83)
    for share in bays:
        wide = min(width * 0.11, top * 0.24)
        if view == "windows":
            window(canvas, width * share - wide / 2, top * 0.14, wide, top * 0.56, curtain=None, arched=True)
        elif view == "banners":
            _banner(canvas, width * share, top * 0.08, wide * 0.9, top * 0.60, royal)
    _niche(canvas, royal)
    if canvas.scenery.bed != Scenery.NONE:
        _throne(canvas)
    for share in (0.07, 0.93) if width >= 1.3 * canvas.height else (0.12, 0.88):
        _column(canvas, width * share, light, dark)
    floors = (("#e9e2d6", "#b6a893"), ("#dcdbe2", "#a3a1b2"), ("#e6d2b8", "#b08f68"))
    floor(canvas, top, canvas.choice("floor", floors), kind="tiles")
    _steps(canvas, light, dark)
    _carpet(canvas)
    if view == "drapes":
        for left in (True, False):
            _drape(canvas, royal, left=left)
    _cornice(canvas)


def _cornice(canvas: Canvas) -> None:
    """A gilt moulding under the ceiling."""
    unit, gold = canvas.unit, canvas.lamp("#d8b050")
    canvas.rect(0, 0, canvas.width, 26 * unit, canvas.gradient((0.0, lighter(gold, 0.4)), (1.0, darker(gold, 0.2))))  # fmt: skip
    for k in range(round(canvas.width / unit / 44) + 1):
        canvas.ellipse((k * 44 + 22) * unit, 26 * unit, 17 * unit, 12 * unit, gold)


@piece("columns")
def _column(canvas: Canvas, x: float, light: str, dark: str) -> None:
    """A fluted column with a gilt capital."""
    unit, top = canvas.unit, canvas.horizon
    wide, gold = 74 * unit, canvas.lamp("#d8b050")
    canvas.rect(x - wide / 2, 20 * unit, wide, top, canvas.gradient((0.0, lighter(light, 0.5)), (0.4, light), (1.0, darker(dark, 0.14)), level=True))  # fmt: skip
    flutes = "".join(
        f"M{x + k * 18 * unit:.0f} {88 * unit:.0f}V{top - 30 * unit:.0f}" for k in (-1.2, 0, 1.2)
    )
    canvas.line(flutes, darker(dark, 0.06), 5 * unit, 0.5)
    for y, tall, more in ((26 * unit, 26 * unit, 44), (52 * unit, 34 * unit, 20), (top - 40 * unit, 24 * unit, 18), (top - 18 * unit, 34 * unit, 40)):  # fmt: skip
        canvas.rect(x - wide / 2 - more * unit / 2, y, wide + more * unit, tall, canvas.gradient((0.0, lighter(gold, 0.42)), (1.0, darker(gold, 0.16))), f'rx="{7 * unit:.0f}"')  # fmt: skip


@piece("banners", dyed=False)
def _banner(canvas: Canvas, x: float, y: float, wide: float, high: float, royal: str) -> None:
    """A banner with a crown on it, that ends in two points."""
    unit, gold = canvas.unit, canvas.lamp("#e6c060")
    dye = canvas.lamp(canvas.paint_of("banners", royal))
    canvas.on_the_wall.taken.append((x - wide * 0.6, y - 10 * unit, x + wide * 0.6, y + high))
    canvas.rect(x - wide * 0.62, y - 8 * unit, wide * 1.24, 11 * unit, gold, f'rx="{5 * unit:.0f}"')
    shape = f"M{x - wide / 2:.0f} {y:.0f}h{wide:.0f}v{high:.0f}L{x:.0f} {y + high * 0.86:.0f}L{x - wide / 2:.0f} {y + high:.0f}Z"
    canvas.path(shape, canvas.gradient((0.0, darker(dye, 0.16)), (0.3, lighter(dye, 0.1)), (0.7, dye), (1.0, darker(dye, 0.2)), level=True), f'stroke="{gold}" stroke-width="{6 * unit:.1f}" stroke-linejoin="round"')  # fmt: skip
    _crown(canvas, x, y + high * 0.36, wide * 0.26, gold)
    canvas.path(f"M{x:.0f} {y + high * 0.52:.0f}l{wide * 0.12:.0f} {wide * 0.16:.0f}l{-wide * 0.12:.0f} {wide * 0.16:.0f}l{-wide * 0.12:.0f} {-wide * 0.16:.0f}z", gold)  # fmt: skip


def _crown(canvas: Canvas, x: float, y: float, half: float, gold: str) -> None:
    canvas.path(f"M{x - half:.1f} {y + half * 0.5:.1f}L{x - half * 1.1:.1f} {y - half * 0.5:.1f}L{x - half * 0.5:.1f} {y:.1f}L{x:.1f} {y - half * 0.8:.1f}L{x + half * 0.5:.1f} {y:.1f}L{x + half * 1.1:.1f} {y - half * 0.5:.1f}L{x + half:.1f} {y + half * 0.5:.1f}Z", gold)  # fmt: skip
    for dx, dy in ((-1.1, -0.5), (0, -0.8), (1.1, -0.5)):
        canvas.ellipse(x + dx * half, y + dy * half, half * 0.14, half * 0.14, lighter(gold, 0.3))


def _niche(canvas: Canvas, royal: str) -> None:
    """The cloth behind the throne, under a gilt canopy."""
    x, unit, top = canvas.width / 2, canvas.unit, canvas.horizon
    half, gold, dye = min(canvas.width * 0.15, top * 0.30), canvas.lamp("#d8b050"), canvas.lamp(royal)
    canvas.on_the_wall.taken.append((x - half, 0, x + half, top))
    with canvas.piece("canopy"):
        canvas.rect(x - half, top * 0.10, 2 * half, top * 0.90, canvas.gradient((0.0, darker(dye, 0.34)), (1.0, darker(dye, 0.12))))  # fmt: skip
        for k in range(1, 8):
            canvas.rect(x - half + k * half / 4 - 5 * unit, top * 0.12, 10 * unit, top * 0.88, lighter(dye, 0.16), 'opacity=".35"')  # fmt: skip
        for side in (-1, 1):
            canvas.path(f"M{x + side * half * 1.04:.0f} {top * 0.12:.0f}Q{x + side * half * 0.5:.0f} {top * 0.30:.0f} {x + side * half * 0.82:.0f} {top * 0.60:.0f}L{x + side * half * 1.06:.0f} {top:.0f}Z", canvas.gradient((0.0, lighter(dye, 0.14)), (1.0, darker(dye, 0.1))))  # fmt: skip
            canvas.ellipse(x + side * half * 0.86, top * 0.60, 16 * unit, 11 * unit, gold)
        canvas.path(f"M{x - half * 1.14:.0f} {top * 0.13:.0f}Q{x:.0f} {top * 0.02:.0f} {x + half * 1.14:.0f} {top * 0.13:.0f}v{26 * unit:.0f}H{x - half * 1.14:.0f}Z", gold)  # fmt: skip
        for k in range(7):
            canvas.ellipse(x - half + k * half / 3, top * 0.13 + 28 * unit, half / 6, 17 * unit, dye)


@piece("throne", dyed=False)
def _throne(canvas: Canvas) -> None:
    """The empty throne."""
    x, unit, base = canvas.width / 2, canvas.unit, canvas.horizon - 20 * canvas.unit
    gold = canvas.lamp(canvas.paint_of("throne", "#dcb24a"))
    shine = canvas.gradient((0.0, lighter(gold, 0.42)), (1.0, darker(gold, 0.18)))
    dye = canvas.lamp(_RED)
    wide, high = 132 * unit, min(300 * unit, canvas.horizon * 0.56)
    canvas.path(f"M{x - wide / 2:.0f} {base:.0f}V{base - high * 0.82:.0f}Q{x - wide * 0.40:.0f} {base - high:.0f} {x:.0f} {base - high * 1.02:.0f}T{x + wide / 2:.0f} {base - high * 0.82:.0f}V{base:.0f}Z", shine)  # fmt: skip
    canvas.path(f"M{x - wide * 0.36:.0f} {base - high * 0.30:.0f}V{base - high * 0.78:.0f}Q{x:.0f} {base - high * 0.98:.0f} {x + wide * 0.36:.0f} {base - high * 0.78:.0f}V{base - high * 0.30:.0f}Z", dye)  # fmt: skip
    for k in range(3):
        for row in range(3):
            canvas.ellipse(x + (k - 1) * wide * 0.2, base - high * (0.44 + 0.15 * row), 5 * unit, 5 * unit, gold)  # fmt: skip
    _crown(canvas, x, base - high * 1.04, wide * 0.16, lighter(gold, 0.14))
    for side in (-1, 1):
        canvas.ellipse(x + side * wide * 0.47, base - high * 0.86, 14 * unit, 14 * unit, lighter(gold, 0.2))
        canvas.rect(x + side * wide * 0.52 - 15 * unit, base - high * 0.46, 30 * unit, high * 0.46, shine, f'rx="{8 * unit:.0f}"')  # fmt: skip
        canvas.ellipse(x + side * wide * 0.52, base - high * 0.47, 20 * unit, 16 * unit, lighter(gold, 0.24))
    canvas.rect(x - wide * 0.46, base - high * 0.30, wide * 0.92, high * 0.13, lighter(dye, 0.1), f'rx="{9 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - wide * 0.46, base - high * 0.19, wide * 0.92, high * 0.19, darker(gold, 0.1))


def _steps(canvas: Canvas, light: str, dark: str) -> None:
    """The steps up to the throne."""
    x, unit = canvas.width / 2, canvas.unit
    half = min(canvas.width * 0.22, canvas.horizon * 0.44)
    for k in range(3):
        y, wide = canvas.horizon + (k - 1) * 22 * unit, half + k * 34 * unit
        canvas.rect(x - wide, y, 2 * wide, 12 * unit, lighter(light, 0.3))
        canvas.rect(x - wide, y + 10 * unit, 2 * wide, 14 * unit, mix(light, dark, 0.75))


@piece("carpet")
def _carpet(canvas: Canvas) -> None:
    """A carpet from the steps towards us."""
    x, unit, top = canvas.width / 2, canvas.unit, canvas.horizon - 22 * canvas.unit
    near, far = min(canvas.width * 0.28, canvas.height * 0.32), 86 * unit
    dye, gold = canvas.lamp(_RED), canvas.lamp("#e6c170")
    for colour, share in ((gold, 1.0), (dye, 0.90)):
        canvas.path(f"M{x - far * share:.0f} {top:.0f}H{x + far * share:.0f}L{x + near * share:.0f} {canvas.height}H{x - near * share:.0f}Z", canvas.gradient((0.0, darker(colour, 0.14)), (1.0, colour)))  # fmt: skip
    for k in range(3):
        y = canvas.horizon + (k - 1) * 22 * unit
        canvas.rect(x - far * (0.9 + 0.1 * k), y + 10 * unit, 2 * far * (0.9 + 0.1 * k), 7 * unit, "#1a0c10", 'opacity=".2"')  # fmt: skip


@piece("curtains")
def _drape(canvas: Canvas, royal: str, *, left: bool) -> None:
    """A heavy curtain, gathered at the edge of the picture."""
    unit, high, side = canvas.unit, canvas.down(0.16), 1 if left else -1
    x = 0 if left else canvas.width
    dye, gold = canvas.lamp(darker(royal, 0.06)), canvas.lamp("#e6c060")
    wide = min(canvas.width * 0.17, 190 * unit)
    canvas.path(f"M{x} 0h{side * wide:.0f}Q{x + side * wide * 0.9:.0f} {high * 0.42:.0f} {x + side * wide * 0.34:.0f} {high * 0.60:.0f}Q{x + side * wide * 0.52:.0f} {high * 0.84:.0f} {x + side * wide * 0.6:.0f} {high:.0f}H{x}Z", canvas.gradient((0.0, darker(dye, 0.2)), (0.3, lighter(dye, 0.16)), (0.6, darker(dye, 0.08)), (1.0, lighter(dye, 0.06)), level=True))  # fmt: skip
    canvas.line(f"M{x:.0f} {high * 0.56:.0f}Q{x + side * wide * 0.2:.0f} {high * 0.64:.0f} {x + side * wide * 0.40:.0f} {high * 0.59:.0f}", gold, 13 * unit)  # fmt: skip
