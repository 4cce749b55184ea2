"""Inside of a shop: its wares on shelves, a counter, a window to the street; at a hairdresser's mirrors and chairs."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor, pendant, wall, window
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.shops import Shop, shops
from paintover.engines.illustrator.sprites.art import UNIT, icon_body, with_ids

_MIRRORED = frozenset({"barber-shop", "hair-salon"})
_WARE = 84
"""How large a ware on a shelf is, in units."""


def shop(name: str, canvas: Canvas) -> None:
    """The shop of that name from within."""
    width, unit, top, told = canvas.width, canvas.unit, canvas.horizon, shops()[name]
    view = canvas.view(("shelves", "counter", "window"), windowed=("window",))
    tone = mix(told.paint, "#fff6e6", 0.78)
    wall(
        canvas,
        top,
        (lighter(tone, 0.3), darker(tone, 0.06)),
        paper=canvas.choice("paper", ("stripes", "plain", "dots")),
        dado=84,
    )
    stock = _stock(canvas, told)
    if name in _MIRRORED:
        _mirrors(canvas, stock)
    elif view == "window":
        wide = min(width * 0.40, 440 * unit)
        window(canvas, width * 0.56, top * 0.16, wide, top * 0.5, curtain=None)
        for row in range(3):
            _shelf(canvas, stock, width * 0.04, width * 0.48, top * (0.26 + 0.25 * row), row)
    else:
        rows = 3 if view == "shelves" else 2
        for row in range(rows):
            _shelf(canvas, stock, width * 0.05, width * 0.95, top * (0.26 + 0.25 * row), row)
    floor(
        canvas,
        top,
        canvas.choice("floor", (("#e4d8c6", "#b9a68c"), ("#dfe1de", "#adb3b0"), ("#d2a878", "#98683f"))),
        kind=canvas.choice("laid", ("tiles", "boards")),
    )
    if name in _MIRRORED:
        for x in (0.13, 0.87):
            _chair(canvas, width * x, canvas.down(0.24), told.paint)
    elif view == "counter":
        _counter(canvas, width * 0.66, width + 20 * unit, told.paint)
    for x in canvas.choice("lamps", ((0.24, 0.76), (0.34, 0.66), (0.5,))):
        pendant(canvas, width * x, top * 0.04, told.paint, size=0.6)


def _stock(canvas: Canvas, told: Shop) -> list[str]:
    """The names of the wares' drawings, defined to be used."""
    dim = ' opacity=".72"' if canvas.time == "night" else ' opacity=".94"'
    for k, icon in enumerate(told.wares):
        canvas.defs.append(f'<g id="ware{k}"{dim}>{with_ids(icon_body(icon), f"w{k}-")}</g>')
    return [f"ware{k}" for k in range(len(told.wares))]


@piece("shelf", dyed=False)
def _shelf(canvas: Canvas, stock: list[str], x0: float, x1: float, y: float, row: int) -> None:
    """A board and what is on it, each ware twice or thrice side by side."""
    unit, rng = canvas.unit, canvas.stream(f"wares{row}")
    side = _WARE * unit
    canvas.top("shelf", x0, x1, y + 4 * unit, 110)
    x, at = x0 + 12 * unit, rng.randrange(len(stock))
    while x + side < x1:
        for _ in range(rng.choice((2, 2, 3))):
            if x + side < x1:
                canvas.add(
                    f'<use xlink:href="#{stock[at % len(stock)]}" transform="translate({x:.1f} {y - side * 0.985:.1f}) scale({side / UNIT:.4f})"/>'
                )
            x += side * 1.06
        x += 14 * unit
        at += 1
    canvas.rect(
        x0, y, x1 - x0, 13 * unit, canvas.lamp(canvas.paint_of("shelf", "#a9764a")), f'rx="{3 * unit:.0f}"'
    )
    canvas.rect(x0, y + 13 * unit, x1 - x0, 11 * unit, "#2a1a10", 'opacity=".13"')


@piece("counter", dyed=False)
def _counter(canvas: Canvas, x0: float, x1: float, paint: str) -> None:
    unit, front = canvas.unit, canvas.lamp(canvas.paint_of("counter", mix(paint, "#fff2dc", 0.35)))
    base, tall = canvas.down(0.16), 176 * unit
    canvas.rect(
        x0, base - tall, x1 - x0, tall, canvas.gradient((0.0, lighter(front, 0.2)), (1.0, darker(front, 0.1)))
    )
    for k in range(4):
        x = x0 + (18 + 106 * k) * unit
        canvas.add(
            f'<rect x="{x:.1f}" y="{base - tall + 34 * unit:.1f}" width="{88 * unit:.1f}" height="{tall - 64 * unit:.1f}" rx="{5 * unit:.1f}" fill="none" stroke="{darker(front, 0.2)}" stroke-width="{4 * unit:.1f}" opacity=".7"/>'
        )
    canvas.rect(
        x0 - 14 * unit, base - tall - 12 * unit, x1 - x0 + 14 * unit, 24 * unit, canvas.lamp("#8f5f3a"), f'rx="{5 * unit:.0f}"'
    )  # fmt: skip
    till, y = x0 + 70 * unit, base - tall - 12 * unit
    canvas.top("counter", till + 110 * unit, x1, y + 6 * unit)
    with canvas.piece("till"):
        canvas.path(
            f"M{till:.0f} {y:.0f}v{-44 * unit:.0f}l{22 * unit:.0f} {-38 * unit:.0f}h{64 * unit:.0f}l{14 * unit:.0f} {38 * unit:.0f}v{44 * unit:.0f}z",
            canvas.lamp("#5a6470"),
        )
        canvas.rect(till + 30 * unit, y - 74 * unit, 48 * unit, 20 * unit, canvas.lamp("#bfe3c6"), f'rx="{3 * unit:.0f}"')  # fmt: skip
    canvas.rect(x0, base, x1 - x0, 12 * unit, "#2a1a10", 'opacity=".2"')


def _mirrors(canvas: Canvas, stock: list[str]) -> None:
    """Two mirrors with their lights, and a ledge with bottles and combs below each."""
    unit, width, top = canvas.unit, canvas.width, canvas.horizon
    for n, x in enumerate((0.27, 0.73)):
        wide, high, y = min(width * 0.34, 330 * unit), top * 0.46, top * 0.16
        left = width * x - wide / 2
        _mirror(canvas, left, y, wide, high)
        _ledge(canvas, [stock[(k + n * 2) % len(stock)] for k in range(4)], left, y + high + 78 * unit, wide)


@piece("mirror", dyed=False)
def _mirror(canvas: Canvas, left: float, y: float, wide: float, high: float) -> None:
    unit, frame = canvas.unit, canvas.lamp(canvas.paint_of("mirror", "#c9a05a"))
    canvas.rect(left - 14 * unit, y - 14 * unit, wide + 28 * unit, high + 28 * unit, frame, f'rx="{16 * unit:.0f}"')  # fmt: skip
    glass = canvas.gradient((0.0, canvas.lamp("#eef7fa")), (1.0, canvas.lamp("#bcd6e2")))
    canvas.rect(left, y, wide, high, glass, f'rx="{8 * unit:.0f}"')
    canvas.path(
        f"M{left + wide * 0.12:.0f} {y + high * 0.9:.0f}L{left + wide * 0.52:.0f} {y + high * 0.08:.0f}h{wide * 0.16:.0f}L{left + wide * 0.28:.0f} {y + high * 0.9:.0f}z",
        "#ffffff",
        'opacity=".4"',
    )
    for k in range(5):
        bulb = left + wide * (k + 0.5) / 5
        canvas.ellipse(bulb, y - 8 * unit, 13 * unit, 13 * unit, "#fff3c4")


@piece("shelf", dyed=False)
def _ledge(canvas: Canvas, wares: list[str], left: float, y: float, wide: float) -> None:
    unit, side = canvas.unit, 62 * canvas.unit
    canvas.top("shelf", left, left + wide, y + 4 * unit, 90)
    for k, ware in enumerate(wares):
        x = left + wide * (k + 0.5) / len(wares) - side / 2
        canvas.add(
            f'<use xlink:href="#{ware}" transform="translate({x:.1f} {y - side * 0.98:.1f}) scale({side / UNIT:.4f})"/>'
        )
    board = canvas.lamp(canvas.paint_of("shelf", "#a9764a"))
    canvas.rect(left - 24 * unit, y, wide + 48 * unit, 14 * unit, board, f'rx="{3 * unit:.0f}"')


@piece("chairs")
def _chair(canvas: Canvas, x: float, base: float, paint: str) -> None:
    """A barber's chair, seen from before."""
    unit, dye, steel = canvas.unit, canvas.lamp(mix(paint, "#3a2f34", 0.25)), canvas.lamp("#aab4bc")
    canvas.top("chairs", x - 62 * unit, x + 62 * unit, base - 90 * unit)
    canvas.ellipse(x, base + 4 * unit, 84 * unit, 16 * unit, "#2a1a10", 0.2)
    canvas.ellipse(x, base - 4 * unit, 62 * unit, 13 * unit, steel)
    canvas.rect(x - 10 * unit, base - 70 * unit, 20 * unit, 66 * unit, darker(steel, 0.15))
    canvas.rect(x - 62 * unit, base - 236 * unit, 124 * unit, 150 * unit, dye, f'rx="{22 * unit:.0f}"')
    canvas.rect(x - 40 * unit, base - 268 * unit, 80 * unit, 44 * unit, lighter(dye, 0.12), f'rx="{16 * unit:.0f}"')  # fmt: skip
    canvas.rect(x - 70 * unit, base - 112 * unit, 140 * unit, 46 * unit, lighter(dye, 0.2), f'rx="{18 * unit:.0f}"')  # fmt: skip
    for sign in (-1, 1):
        canvas.rect(x + sign * 74 * unit - 11 * unit, base - 158 * unit, 22 * unit, 76 * unit, steel, f'rx="{10 * unit:.0f}"')  # fmt: skip
