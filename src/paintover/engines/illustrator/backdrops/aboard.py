"""On board: the deck of a sailing ship, with the open sea behind its rail."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.water import open_sea
from paintover.engines.illustrator.colour import darker, lighter, mix

_PLANKS = 11
_VANISHING = 0.62
"""How far above the horizon the seams of the planks meet, as a share of the horizon's height."""


def deck(canvas: Canvas) -> None:
    """Planks, a rail, and rigging at the edges: whoever is at sea stands on something."""
    open_sea(canvas, canvas.down(0.36))
    edge = canvas.down(0.30)
    wood = canvas.choice("wood", ("#c08a52", "#a9744a", "#cf9f66"))
    with canvas.painted(canvas.scenery.ground):
        _planks(canvas, edge, wood)
    _rail(canvas, edge, darker(wood, 0.14))
    side = canvas.choice("rigging", (1, -1))
    _mast(canvas, edge, darker(wood, 0.2), side)
    if canvas.choice("stowed", ("barrels", "rope", "barrels", "")) == "barrels":
        _barrel(canvas, -side, edge)


def _planks(canvas: Canvas, edge: float, wood: str) -> None:
    width, height, unit = canvas.width, canvas.height, canvas.unit
    tone = canvas.hour(wood)
    canvas.rect(
        0,
        edge,
        width,
        height - edge,
        canvas.gradient((0.0, darker(tone, 0.10)), (0.35, lighter(tone, 0.10)), (1.0, darker(tone, 0.08))),
    )
    rng, vanishing = canvas.stream("planks"), edge - canvas.horizon * _VANISHING
    near = width * 1.9 / _PLANKS
    reach = (edge - vanishing) / (height - vanishing)
    seam = darker(tone, 0.34)
    for plank in range(-_PLANKS // 2, _PLANKS // 2 + 2):
        low, next_low = (width / 2 + near * (plank + k) for k in (0.5, 1.5))
        high, next_high = (width / 2 + (x - width / 2) * reach for x in (low, next_low))
        shade = rng.uniform(-1, 1)
        canvas.path(
            f"M{high:.1f} {edge:.1f}L{next_high:.1f} {edge:.1f}L{next_low:.1f} {height}L{low:.1f} {height}Z",
            "#fff1d6" if shade > 0 else "#3a1f14",
            f'opacity="{abs(shade) * 0.10:.2f}"',
        )
        canvas.line(f"M{high:.1f} {edge:.1f}L{low:.1f} {height}", seam, 2.4 * unit, 0.55)
        for butt in (rng.uniform(0.05, 0.45), rng.uniform(0.5, 0.95)):
            y = edge + (height - edge) * butt
            t = (y - vanishing) / (height - vanishing)
            left, right = (width / 2 + (x - width / 2) * t for x in (low, next_low))
            canvas.line(f"M{left:.1f} {y:.1f}H{right:.1f}", seam, 1.8 * unit, 0.5)
            for x in (left + 9 * unit * t, right - 9 * unit * t):
                canvas.ellipse(x, y - 7 * unit * t, 2.6 * unit * t, 1.8 * unit * t, seam, 0.8)


@piece("railing")
def _rail(canvas: Canvas, edge: float, wood: str) -> None:
    """Balusters with a broad rail on them, and its shadow on the planks."""
    width, unit = canvas.width, canvas.unit
    tone, tall = canvas.hour(wood), 112 * canvas.unit
    top = edge - tall
    canvas.top("railing", 0, width, top + 8 * unit)
    canvas.rect(0, edge - 2 * unit, width, 26 * unit, "#2a160c", 'opacity=".20"')
    gap = 78 * unit
    count = round(width / gap) + 1
    start = (width - (count - 1) * gap) / 2
    body = canvas.gradient((0.0, lighter(tone, 0.18)), (0.45, tone), (1.0, darker(tone, 0.24)), level=True)
    for k in range(count):
        x = start + k * gap
        outline = (
            f"M{x - 7 * unit:.1f} {top + 16 * unit:.1f}h{14 * unit:.1f}v{16 * unit:.1f}"
            f"q{10 * unit:.1f} {22 * unit:.1f} {4 * unit:.1f} {42 * unit:.1f}"
            f"q{-3 * unit:.1f} {12 * unit:.1f} {2 * unit:.1f} {30 * unit:.1f}h{-26 * unit:.1f}"
            f"q{5 * unit:.1f} {-18 * unit:.1f} {2 * unit:.1f} {-30 * unit:.1f}"
            f"q{-6 * unit:.1f} {-20 * unit:.1f} {4 * unit:.1f} {-42 * unit:.1f}Z"
        )
        canvas.path(outline, body)
    for y, tall_ in ((top, 22.0), (edge - 18 * unit, 20.0)):
        canvas.rect(
            -4 * unit,
            y,
            width + 8 * unit,
            tall_ * unit,
            canvas.gradient((0.0, lighter(tone, 0.24)), (0.4, tone), (1.0, darker(tone, 0.28))),
        )
    canvas.rect(0, top + 22 * unit, width, 5 * unit, "#2a160c", 'opacity=".28"')


@piece("mast")
def _mast(canvas: Canvas, edge: float, wood: str, side: int) -> None:
    """The mast at one edge with a reefed sail and shrouds; `side` is 1 at the right, -1 at the left."""
    width, unit = canvas.width, canvas.unit
    x = width * (0.5 + 0.5 * side) - side * 26 * unit
    tone = canvas.hour(wood)
    foot = edge + 46 * unit
    rope = darker(canvas.hour("#b59a6c"), 0.12)
    far = x - side * 250 * unit
    for k, to in enumerate((far, far + side * 62 * unit, far + side * 124 * unit)):
        canvas.line(
            f"M{x:.1f} {-20 * unit:.1f}L{to:.1f} {edge - 108 * unit:.1f}", rope, 3.4 * unit, 0.9 - 0.1 * k
        )
    for step in range(1, 8):
        t = 0.30 + 0.095 * step
        y = (edge - 88 * unit) * t - 20 * unit
        a, b = (x + (to - x) * t for to in (far, far + side * 124 * unit))
        canvas.line(
            f"M{a:.1f} {y:.1f}Q{(a + b) / 2:.1f} {y + 5 * unit:.1f} {b:.1f} {y:.1f}", rope, 2.4 * unit, 0.8
        )
    canvas.path(
        f"M{x - 24 * unit:.1f} -4L{x + 24 * unit:.1f} -4L{x + 32 * unit:.1f} {foot:.1f}Q{x:.1f} {foot + 12 * unit:.1f} {x - 32 * unit:.1f} {foot:.1f}Z",
        canvas.gradient((0.0, lighter(tone, 0.20)), (0.5, tone), (1.0, darker(tone, 0.30)), level=True),
    )
    for y in (canvas.horizon * 0.55, edge - 40 * unit):
        canvas.rect(x - 31 * unit, y, 62 * unit, 15 * unit, rope, f'rx="{6 * unit:.1f}"')
    _sail(canvas, x, side)


@piece("sail")
def _sail(canvas: Canvas, x: float, side: int) -> None:
    """The lower edge of a sail that reaches in from above."""
    unit, dye = canvas.unit, canvas.choice("sail", ("#f7efdd", "#f3e2c4", "#fbf6ea"))
    tone = canvas.hour(dye)
    low = max(64 * unit, canvas.horizon * 0.17)
    reach = x - side * canvas.width * 0.46
    canvas.path(
        f"M{x:.1f} -4L{reach:.1f} -4Q{reach + side * 30 * unit:.1f} {low * 0.5:.1f} {reach + side * 14 * unit:.1f} {low * 0.8:.1f}"
        f"Q{(x + reach) / 2:.1f} {low * 1.5:.1f} {x:.1f} {low:.1f}Z",
        canvas.gradient((0.0, lighter(tone, 0.1)), (0.7, tone), (1.0, darker(tone, 0.14))),
    )
    for share in (0.3, 0.62):
        at = x + (reach - x) * share
        canvas.line(
            f"M{at:.1f} -4Q{at - side * 8 * unit:.1f} {low * 0.6:.1f} {at:.1f} {low * 1.12:.1f}",
            darker(tone, 0.16),
            2.2 * unit,
            0.7,
        )


@piece("barrel")
def _barrel(canvas: Canvas, side: int, edge: float) -> None:
    """A barrel that stands at the rail, half out of the picture."""
    unit = canvas.unit
    x = canvas.width * (0.5 + 0.5 * side) - side * 8 * unit
    wide, tall, foot = 62 * unit, 150 * unit, edge + 40 * unit
    tone = canvas.hour(mix("#8a5a34", "#6b4426", 0.3))
    canvas.ellipse(x, foot, wide * 1.15, 16 * unit, "#24120a", 0.28)
    canvas.path(
        f"M{x - wide * 0.8:.1f} {foot - tall:.1f}H{x + wide * 0.8:.1f}Q{x + wide * 1.14:.1f} {foot - tall / 2:.1f} {x + wide * 0.8:.1f} {foot:.1f}"
        f"Q{x:.1f} {foot + 14 * unit:.1f} {x - wide * 0.8:.1f} {foot:.1f}Q{x - wide * 1.14:.1f} {foot - tall / 2:.1f} {x - wide * 0.8:.1f} {foot - tall:.1f}Z",
        canvas.gradient(
            (0.0, lighter(tone, 0.16)), (0.4, lighter(tone, 0.08)), (1.0, darker(tone, 0.3)), level=True
        ),
    )
    canvas.ellipse(x, foot - tall, wide * 0.8, 13 * unit, lighter(tone, 0.2))
    for share in (0.22, 0.72):
        y = foot - tall * (1 - share)
        canvas.line(
            f"M{x - wide * 0.95:.1f} {y:.1f}Q{x:.1f} {y + 20 * unit:.1f} {x + wide * 0.95:.1f} {y:.1f}",
            canvas.hour("#5b5f66"),
            9 * unit,
        )
