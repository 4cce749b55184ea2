"""Where people travel and train: the platform of a station, the hall of an airport, a sports hall."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import BOARDS, floor, wall
from paintover.engines.illustrator.backdrops.land import copses, hills
from paintover.engines.illustrator.backdrops.openings import opening
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

RAILS = 0.17
"""How far down from the horizon the near rail lies, as a share of the ground."""
EDGE = 0.24
"""The same of the edge of the platform."""


def platform(canvas: Canvas) -> None:
    """The platform of a station: rails before hills, a canopy on posts above, a clock, a sign without words."""
    draw_sky(canvas, floor=canvas.horizon + 8, clouds=3)
    hills(canvas, ("#9fc3b4", "#86b57a", "#74aa62"))
    copses(canvas, "#4f8f4a", "#8cc27a")
    _track(canvas)
    _slabs(canvas)
    _canopy(canvas)


@piece("rails")
def _track(canvas: Canvas) -> None:
    """Two rails on sleepers in their bed of stones."""
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("stones")
    top, near, edge = canvas.horizon, canvas.down(RAILS), canvas.down(EDGE)
    stones = canvas.hour("#a39a8f")
    canvas.rect(0, top + 6 * unit, width, edge - top, canvas.gradient((0.0, lighter(stones, 0.12)), (1.0, darker(stones, 0.12))))  # fmt: skip
    for _ in range(round(width / unit / 9)):
        shade = darker(stones, 0.16) if rng.random() < 0.6 else lighter(stones, 0.2)
        canvas.ellipse(
            rng.uniform(0, width), rng.uniform(top + 12 * unit, edge), 4 * unit, 2 * unit, shade, 0.5
        )
    far = top + (near - top) * 0.55
    sleepers = "".join(
        f"M{k * 62 * unit:.0f} {far - 4 * unit:.0f}l{-7 * unit:.0f} {near - far + 10 * unit:.0f}"
        for k in range(round(width / unit / 62) + 2)
    )
    canvas.line(sleepers, canvas.hour("#7a5f48"), 15 * unit)
    for y, thick in ((far, 5), (near, 7)):
        canvas.rect(0, y, width, thick * unit, canvas.hour("#5c6670"))
        canvas.rect(0, y, width, 2 * unit, canvas.hour("#c3ccd3"))


@piece("platform")
def _slabs(canvas: Canvas) -> None:
    """The slabs on which one waits, with a yellow line along the edge."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    edge = canvas.down(EDGE)
    mark = canvas.mark()
    canvas.rect(0, edge, width, height - edge, canvas.gradient((0.0, canvas.hour("#d8d2c8")), (1.0, canvas.hour("#b9b1a5"))))  # fmt: skip
    joints = "".join(
        f"M{width / 2 + k * 110 * unit:.0f} {edge:.0f}L{width / 2 + k * 190 * unit:.0f} {height}"
        for k in range(-round(width / unit / 150) - 2, round(width / unit / 150) + 3)
    )
    joints += "".join(f"M0 {edge + (height - edge) * (k / 5) ** 1.5:.0f}H{width}" for k in range(1, 5))
    canvas.line(joints, canvas.hour("#a39b90"), 2 * unit, 0.5)
    canvas.rect(0, edge - 6 * unit, width, 14 * unit, canvas.hour("#f1ece2"))
    canvas.rect(0, edge + 8 * unit, width, 5 * unit, "#2a2018", 'opacity=".18"')
    canvas.rect(0, edge + 26 * unit, width, 9 * unit, canvas.hour("#f0c23c"))
    canvas.paint(mark, canvas.scenery.ground)


@piece("canopy")
def _canopy(canvas: Canvas) -> None:
    """A roof over the platform, on iron posts; a clock hangs from it."""
    width, unit = canvas.width, canvas.unit
    iron = canvas.hour(canvas.choice("iron", ("#3f6a5c", "#46607a", "#7a4a42")))
    deep = 92 * unit
    canvas.rect(0, 0, width, deep, canvas.gradient((0.0, darker(iron, 0.3)), (1.0, iron)))
    strips = round(width / unit / 46) + 1
    fringe = "".join(
        f"M{k * 46 * unit:.0f} {deep:.0f}h{46 * unit:.0f}v{16 * unit:.0f}l{-23 * unit:.0f} {20 * unit:.0f}l{-23 * unit:.0f} {-20 * unit:.0f}z"
        for k in range(strips)
    )
    canvas.path(fringe, canvas.hour("#f4efe4"))
    canvas.rect(0, deep - 8 * unit, width, 10 * unit, darker(iron, 0.35))
    for share in (0.045, 0.955):
        x = width * share
        foot = canvas.down(EDGE + 0.12)
        canvas.rect(x - 11 * unit, deep, 22 * unit, foot - deep, canvas.gradient((0.0, lighter(iron, 0.2)), (1.0, darker(iron, 0.2)), level=True))  # fmt: skip
        canvas.rect(x - 22 * unit, foot - 14 * unit, 44 * unit, 16 * unit, darker(iron, 0.2))
        for side in (-1, 1):
            canvas.line(f"M{x:.0f} {deep + 96 * unit:.0f}q{side * 10 * unit:.0f} {-70 * unit:.0f} {side * 84 * unit:.0f} {-92 * unit:.0f}", iron, 9 * unit)  # fmt: skip
    _clock(canvas, width * canvas.choice("clock", (0.24, 0.76)), deep + 66 * unit)


def _clock(canvas: Canvas, x: float, y: float) -> None:
    unit = canvas.unit
    canvas.rect(x - 4 * unit, y - 70 * unit, 8 * unit, 40 * unit, canvas.hour("#3a4048"))
    canvas.ellipse(x, y, 36 * unit, 36 * unit, canvas.hour("#3a4048"), 1.0)
    canvas.ellipse(x, y, 30 * unit, 30 * unit, canvas.hour("#fdfaf0"), 1.0)
    canvas.line(f"M{x:.0f} {y:.0f}v{-20 * unit:.0f}M{x:.0f} {y:.0f}l{14 * unit:.0f} {8 * unit:.0f}", canvas.hour("#2b3138"), 4 * unit)  # fmt: skip


def airport(canvas: Canvas) -> None:
    """The hall of an airport: panes from floor to ceiling with a plane outside, a board of departures, rows of seats."""
    width, top = canvas.width, canvas.horizon
    wall(canvas, top, canvas.choice("wall", (("#eef2f5", "#cdd8df"), ("#f2f0ea", "#d8d2c4"))), paper="plain")
    _panes(canvas)
    floor(canvas, top, canvas.choice("floor", (("#e2e6e8", "#b7c0c6"), ("#e8e2d8", "#c2b8a8"))), kind="tiles")
    _seats(canvas, width * 0.02, canvas.down(0.10))
    _seats(canvas, width * 0.70, canvas.down(0.10))
    _departures(canvas)


@piece("window", dyed=False)
def _panes(canvas: Canvas) -> None:
    """The sky, the runway and a plane beyond the glass."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    y0, y1 = top * 0.16, top * 0.93
    sky = canvas.gradient((0.0, canvas.hour("#8cc4ee")), (1.0, canvas.hour("#e3f1f8")))
    canvas.rect(0, y0, width, y1 - y0, sky)
    ground = y0 + (y1 - y0) * 0.74
    canvas.rect(0, ground, width, y1 - ground, canvas.hour("#9aa3a8"))
    canvas.rect(0, ground - 16 * unit, width, 16 * unit, canvas.hour("#8fb58a"))
    canvas.line(f"M0 {(ground + y1) / 2:.0f}H{width}", canvas.hour("#f4f1e4"), 5 * unit, 0.8)
    _plane(canvas, width * canvas.choice("plane", (0.5, 0.36, 0.62)), ground + 10 * unit)
    count = max(4, round(width / unit / 210))
    for k in range(count):
        bay = (width * k / count + 8 * unit, y0, width * (k + 1) / count - 8 * unit, y1)
        canvas.on_the_wall.openings.append(opening(bay, unit, arched=False, curtained=False, blind=0.0))
    canvas.on_the_wall.taken.append((0, y0, width, y1))
    for k in range(count + 1):
        canvas.rect(width * k / count - 6 * unit, y0, 12 * unit, y1 - y0, canvas.lamp("#f3f6f8"))
    for y in (y0, y0 + (y1 - y0) * 0.36, y1):
        canvas.rect(0, y - 5 * unit, width, 10 * unit, canvas.lamp("#e2e8ec"))


def _plane(canvas: Canvas, x: float, base: float) -> None:
    """A plane that waits outside, seen from the side."""
    unit = canvas.unit
    dye = canvas.hour(canvas.choice("tail", ("#d8473c", "#2f78b8", "#e0a02c", "#3f9a6a")))
    white, shade = canvas.hour("#fbfcfd"), canvas.hour("#ccd6dd")

    def at(points: str) -> str:
        numbers = [float(one) for one in points.split()]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return "L".join(f"{x + a * unit:.0f} {base + b * unit:.0f}" for a, b in pairs)

    canvas.path(f"M{at('96 -74 132 -136 164 -136 150 -62')}Z", dye)
    canvas.path(f"M{at('-150 -46 -136 -70 -96 -82 96 -82 168 -62 158 -46 60 -26 -120 -26')}Z", white)
    canvas.path(f"M{at('-150 -46 158 -46 60 -26 -120 -26')}Z", shade)
    canvas.path(f"M{at('-128 -72 -112 -78 -104 -64 -140 -62')}Z", canvas.hour("#4a6478"))
    for k in range(9):
        canvas.ellipse(
            x + (-78 + 20 * k) * unit, base - 66 * unit, 5 * unit, 6 * unit, canvas.hour("#5f8aa8"), 0.9
        )
    canvas.path(f"M{at('-30 -44 30 -44 92 -8 70 -8')}Z", canvas.hour("#b4c0c8"))
    for wheel in (-100, 24):
        canvas.line(
            f"M{x + wheel * unit:.0f} {base - 28 * unit:.0f}v{20 * unit:.0f}",
            canvas.hour("#59636b"),
            5 * unit,
        )
        canvas.ellipse(x + wheel * unit, base - 4 * unit, 9 * unit, 9 * unit, canvas.hour("#2f363c"), 1.0)


@piece("seats")
def _seats(canvas: Canvas, x: float, base: float) -> None:
    """A row of seats as they stand at a gate."""
    unit, dye = canvas.unit, canvas.lamp(canvas.choice("seats", ("#3f6f9a", "#5a7f6a", "#7a6a92")))
    canvas.rect(x, base - 30 * unit, 280 * unit, 10 * unit, canvas.lamp("#8a959d"))
    for k in range(4):
        left = x + k * 70 * unit
        canvas.rect(
            left + 4 * unit,
            base - 108 * unit,
            60 * unit,
            66 * unit,
            darker(dye, 0.12),
            f'rx="{9 * unit:.0f}"',
        )
        canvas.rect(left + 2 * unit, base - 48 * unit, 64 * unit, 22 * unit, dye, f'rx="{8 * unit:.0f}"')
    for leg in (26, 246):
        canvas.rect(x + leg * unit, base - 22 * unit, 9 * unit, 26 * unit, canvas.lamp("#6a757d"))


@piece("departure board", dyed=False)
def _departures(canvas: Canvas) -> None:
    """The board with the flights, too small to be read."""
    width, unit = canvas.width, canvas.unit
    wide, high = min(width * 0.34, 380 * unit), 112 * unit
    x, y, rng = width * 0.5 - wide / 2, 10 * unit, canvas.stream("flights")
    canvas.on_the_wall.taken.append((x, 0, x + wide, y + high))
    canvas.rect(x, y, wide, high, canvas.lamp("#22303c"), f'rx="{8 * unit:.0f}"')
    for row in range(4):
        top = y + (16 + 24 * row) * unit
        canvas.rect(x + 16 * unit, top, 44 * unit, 11 * unit, "#f2c84a", 'opacity=".9"')
        canvas.rect(x + 76 * unit, top, rng.uniform(0.3, 0.5) * wide, 11 * unit, "#e8eef2", 'opacity=".85"')
        canvas.rect(x + wide - 52 * unit, top, 34 * unit, 11 * unit, "#7fd08a", 'opacity=".85"')


def sports_hall(canvas: Canvas) -> None:
    """A sports hall: high windows, wall bars, a hoop, and a floor with the lines of its games."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    wall(canvas, top, canvas.choice("wall", (("#f3ead6", "#dccda8"), ("#e6eef2", "#c0d0d8"), ("#efe4da", "#d4bfae"))), paper="plain", dado=110)  # fmt: skip
    _lights(canvas)
    _bars(canvas, width * canvas.choice("bars", (0.05, 0.77)), min(width * 0.18, 190 * unit))
    _hoop(canvas, width * 0.5, top * 0.34)
    floor(canvas, top, BOARDS[2])
    _lines(canvas)


@piece("window", dyed=False)
def _lights(canvas: Canvas) -> None:
    """A row of windows below the ceiling."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    count = max(4, round(width / unit / 190))
    for k in range(count):
        x, wide = width * (k + 0.12) / count, width * 0.76 / count
        canvas.rect(x - 6 * unit, top * 0.05, wide + 12 * unit, top * 0.17, canvas.lamp("#fbfaf6"))
        pane = canvas.gradient((0.0, canvas.hour("#8fc6ee")), (1.0, canvas.hour("#dceff8")))
        canvas.rect(x, top * 0.06, wide, top * 0.15, pane)
        canvas.rect(x + wide / 2 - 3 * unit, top * 0.06, 6 * unit, top * 0.15, canvas.lamp("#fbfaf6"))


@piece("wall bars")
def _bars(canvas: Canvas, x: float, wide: float) -> None:
    """Bars to climb, along the wall."""
    unit, top = canvas.unit, canvas.horizon
    high, wood = top * 0.66, canvas.lamp("#c08a52")
    canvas.rect(x, top * 0.30, wide, high, canvas.lamp("#f6ecd8"), 'opacity=".5"')
    for share in (0.0, 0.5, 1.0):
        canvas.rect(x + wide * share - 7 * unit, top * 0.30, 14 * unit, high, wood)
    for k in range(11):
        canvas.rect(
            x, top * 0.33 + k * high / 11.4, wide, 8 * unit, darker(wood, 0.1), f'rx="{4 * unit:.0f}"'
        )


@piece("hoop")
def _hoop(canvas: Canvas, x: float, y: float) -> None:
    """A basket on its board, high on the wall."""
    unit = canvas.unit
    canvas.on_the_wall.taken.append((x - 90 * unit, y - 62 * unit, x + 90 * unit, y + 110 * unit))
    canvas.rect(x - 86 * unit, y - 58 * unit, 172 * unit, 112 * unit, canvas.lamp("#ffffff"), f'rx="{6 * unit:.0f}" stroke="{canvas.lamp("#5a6670")}" stroke-width="{5 * unit:.0f}"')  # fmt: skip
    canvas.add(f'<rect x="{x - 34 * unit:.0f}" y="{y - 22 * unit:.0f}" width="{68 * unit:.0f}" height="{50 * unit:.0f}" fill="none" stroke="{canvas.lamp("#e0602c")}" stroke-width="{5 * unit:.0f}"/>')  # fmt: skip
    net = "".join(
        f"M{x + k * 15 * unit:.0f} {y + 46 * unit:.0f}L{x + k * 10 * unit:.0f} {y + 100 * unit:.0f}"
        for k in range(-2, 3)
    )
    net += f"M{x - 26 * unit:.0f} {y + 66 * unit:.0f}h{52 * unit:.0f}M{x - 22 * unit:.0f} {y + 84 * unit:.0f}h{44 * unit:.0f}"
    canvas.line(net, canvas.lamp("#b9c2c8"), 3 * unit)
    canvas.add(f'<ellipse cx="{x:.0f}" cy="{y + 44 * unit:.0f}" rx="{36 * unit:.0f}" ry="{9 * unit:.0f}" fill="none" stroke="{canvas.lamp("#e0602c")}" stroke-width="{6 * unit:.0f}"/>')  # fmt: skip


def _lines(canvas: Canvas) -> None:
    """The lines of the court on the floor."""
    width, unit = canvas.width, canvas.unit
    white, blue = canvas.lamp("#fdfbf4"), canvas.lamp(mix("#3f78b5", "#ffffff", 0.2))
    y0, y1 = canvas.down(0.14), canvas.down(0.94)
    canvas.line(
        f"M{width * 0.12:.0f} {y0:.0f}H{width * 0.88:.0f}L{width * 1.04:.0f} {y1:.0f}H{-width * 0.04:.0f}Z",
        white,
        6 * unit,
        0.8,
    )
    canvas.add(f'<ellipse cx="{width / 2:.0f}" cy="{canvas.down(0.54):.0f}" rx="{170 * unit:.0f}" ry="{56 * unit:.0f}" fill="none" stroke="{white}" stroke-width="{6 * unit:.0f}" opacity=".8"/>')  # fmt: skip
    canvas.line(f"M{width * 0.5:.0f} {y0:.0f}V{y1:.0f}", blue, 5 * unit, 0.7)
