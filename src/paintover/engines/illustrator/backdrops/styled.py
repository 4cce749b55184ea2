"""Backdrops of styles that see the world their own way: mountains in ink and mist, a sheet of cut paper in its frame."""

from __future__ import annotations

import math
import random
from functools import partial
from itertools import pairwise

from paintover.engines.illustrator.backdrops.canvas import Canvas

_WOODED = frozenset({"forest", "bamboo-grove", "jungle", "garden", "park"})
_WET = frozenset({"lake", "river", "sea", "beach", "waterfall", "pool", "harbour", "swamp"})


def ink(canvas: Canvas, place: str) -> None:
    """Ridges that sink into mist, a red sun or a pale moon; water, bamboo or a branch in bloom before them."""
    width, height, unit, horizon = canvas.width, canvas.height, canvas.unit, canvas.horizon
    canvas.rect(0, 0, width, height, "#ffffff")
    if canvas.time == "night":
        canvas.rect(0, 0, width, height, canvas.gradient((0.0, "#5c6a80", 0.62), (1.0, "#8896a6", 0.12)))
    if canvas.luminary:
        x, y, size = width * canvas.stream("light").uniform(0.16, 0.30), horizon * 0.30, 50 * unit
        if canvas.time == "night":
            canvas.ellipse(
                x, y, size * 2.6, size * 2.6, canvas.glow((0.0, "#ffffff", 0.8), (1.0, "#ffffff", 0.0))
            )
            canvas.ellipse(x, y, size, size, "#fffdf2")
        else:
            canvas.ellipse(x, y, size, size, "#cf3a2a", 0.96)
    for layer, (share, swing, tone, waves) in enumerate(
        ((0.66, 0.24, "#aab6bb", 2.6), (0.84, 0.20, "#8a989f", 2.0), (1.00, 0.12, "#6d7c83", 1.5))
    ):
        y = horizon * share
        fade = canvas.across(
            y - swing * horizon, y + 0.34 * horizon, (0.0, tone, 0.95), (0.4, tone, 0.62), (1.0, tone, 0.0)
        )
        canvas.ridge(f"ink{layer}", y, swing * horizon * 0.62, fade, waves=waves, rough=0.09)
    _karst(canvas)
    if place in _WET:
        _water(canvas)
    if place in _WOODED:
        _bamboo(canvas)
    elif canvas.choice("branch", (True, False)):
        _branch(canvas)
    if place not in _WET:
        _grass(canvas)


def _karst(canvas: Canvas) -> None:
    """A steep mountain that sinks into mist, for each step of those that the scene has behind it."""
    rng, horizon, unit = canvas.stream("karst"), canvas.horizon, canvas.unit
    for at in rng.sample((0.2, 0.8, 0.5), 3)[: max(0, canvas.scenery.peaks)]:
        x, high = canvas.width * (at + rng.uniform(-0.05, 0.05)), horizon * rng.uniform(0.62, 0.74)
        half, top = high * rng.uniform(0.34, 0.44), horizon * 1.02 - high
        fade = canvas.across(
            top, horizon * 1.04, (0.0, "#4d5a62", 0.96), (0.5, "#6d7c83", 0.7), (1.0, "#8a989f", 0.0)
        )
        foot = horizon * 1.04
        canvas.path(
            f"M{x - half:.1f} {foot:.1f}C{x - half * 0.62:.1f} {top + high * 0.5:.1f} {x - half * 0.6:.1f} {top:.1f} {x - half * 0.08:.1f} {top:.1f}"
            f"C{x + half * 0.34:.1f} {top - 6 * unit:.1f} {x + half * 0.46:.1f} {top + high * 0.42:.1f} {x + half * 0.72:.1f} {top + high * 0.52:.1f}"
            f"C{x + half * 0.9:.1f} {top + high * 0.6:.1f} {x + half:.1f} {top + high * 0.9:.1f} {x + half * 1.1:.1f} {foot:.1f}Z",
            fade,
        )


def _water(canvas: Canvas) -> None:
    rng, unit = canvas.stream("ripples"), canvas.unit
    for row in range(16):
        y = canvas.down(0.06 + 0.9 * (row / 16) ** 1.3)
        x, long = rng.uniform(-0.1, 0.9) * canvas.width, rng.uniform(80, 260) * unit * (0.5 + row / 14)
        canvas.line(
            f"M{x:.0f} {y:.0f}q{long * 0.25:.0f} {-5 * unit:.1f} {long * 0.5:.0f} 0t{long * 0.5:.0f} 0",
            "#7f8d95",
            rng.uniform(1.6, 3.4) * unit,
            0.42,
        )


def _bamboo(canvas: Canvas) -> None:
    rng, unit, width = canvas.stream("bamboo"), canvas.unit, canvas.width
    for number in range(11):
        far = number < 6
        at = rng.uniform(0.0, 0.30) if number % 2 else rng.uniform(0.72, 1.0)
        x, tilt, thick = width * at, rng.uniform(-0.06, 0.06), (9 if far else 17) * unit
        tone, depth = ("#9db0a2", 0.5) if far else ("#4f6657", 0.86)
        y, step = canvas.down(0.34 if far else 0.78), (92 if far else 128) * unit
        while y > -step:
            canvas.line(
                f"M{x:.1f} {y:.1f}L{x + tilt * step:.1f} {y - step + 7 * unit:.1f}", tone, thick, depth
            )
            x, y = x + tilt * step, y - step
            if y < canvas.horizon * 0.95 and rng.random() < 0.75:
                _leaves(canvas, rng, x, y, (40 if far else 66) * unit, tone, depth)


def _leaves(
    canvas: Canvas, rng: random.Random, x: float, y: float, size: float, tone: str, depth: float
) -> None:
    side = rng.choice((-1, 1))
    for _ in range(rng.randint(3, 5)):
        turn = math.radians(rng.uniform(5, 70))
        dx, dy = side * math.cos(turn) * size, math.sin(turn) * size
        canvas.path(
            f"M{x:.1f} {y:.1f}q{dx * 0.4 + dy * 0.16:.1f} {dy * 0.4 - side * dx * 0.16:.1f} {dx:.1f} {dy:.1f}q{-dx * 0.7:.1f} {-dy * 0.5 + 0.1 * size:.1f} {-dx:.1f} {-dy:.1f}z",
            tone,
            f'opacity="{depth:.2f}"',
        )


def _branch(canvas: Canvas) -> None:
    """A branch of plum in bloom that reaches in from above."""
    rng, unit = canvas.stream("plum"), canvas.unit
    x, y = canvas.width * 1.02, canvas.height * 0.04
    joints = [(x, y)]
    for _ in range(6):
        x, y = x - rng.uniform(48, 84) * unit, y + rng.uniform(2, 44) * unit
        joints.append((x, y))
    for place, ((x0, y0), (x1, y1)) in enumerate(pairwise(joints)):
        canvas.line(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", "#4a4440", (17 - 2.3 * place) * unit, 0.95)
        if place % 2:
            turn = rng.uniform(-95, -30) if place % 4 == 1 else rng.uniform(60, 110)
            dx, dy = -math.cos(math.radians(turn)) * 70 * unit, math.sin(math.radians(turn)) * 70 * unit
            canvas.line(f"M{x1:.1f} {y1:.1f}l{dx:.1f} {dy:.1f}", "#4a4440", 5 * unit, 0.9)
            joints.append((x1 + dx, y1 + dy))
    for x, y in joints[1:]:
        for _ in range(2):
            bx, by = x + rng.uniform(-16, 16) * unit, y + rng.uniform(-18, 14) * unit
            for petal in range(5):
                turn = petal * math.tau / 5
                canvas.ellipse(
                    bx + math.cos(turn) * 6.5 * unit, by + math.sin(turn) * 6.5 * unit, 6.4 * unit, 6.4 * unit,
                    "#df6d78", 0.85,
                )  # fmt: skip
            canvas.ellipse(bx, by, 3 * unit, 3 * unit, "#8f2f3a")


def _grass(canvas: Canvas) -> None:
    rng, unit = canvas.stream("grass"), canvas.unit
    canvas.ellipse(
        canvas.width * 0.5, canvas.down(0.62), canvas.width * 0.62, canvas.height * 0.10,
        canvas.glow((0.0, "#9aa79c", 0.42), (1.0, "#9aa79c", 0.0)),
    )  # fmt: skip
    for _ in range(9):
        x, y = (
            rng.choice((rng.uniform(0.0, 0.26), rng.uniform(0.74, 1.0))) * canvas.width,
            canvas.down(rng.uniform(0.5, 0.97)),
        )
        size = rng.uniform(18, 36) * unit * (0.6 + y / canvas.height * 0.6)
        blades = "".join(
            f"M{x + k * 3 * unit:.1f} {y:.1f}q{k * size * 0.10:.1f} {-size * 0.6:.1f} {k * size * 0.30:.1f} {-size * rng.uniform(0.7, 1.0):.1f}"
            for k in (-2, -1, 0, 1, 2)
        )
        canvas.line(blades, "#5d6b61", 2.4 * unit, 0.75)


RED, ROSE = "#8a1a1a", "#e8b4a0"
"""What the paper-cut style makes its upper and its lower sheet of."""


def papercut(canvas: Canvas, place: str) -> None:
    """A frame with scallops and fans in its corners; behind it hills or waves, a sun and clouds of a paler sheet."""
    canvas.rect(0, 0, canvas.width, canvas.height, "#ffffff")
    {"underwater": _deep, "tabletop": _window}.get(place, partial(_open_air, place))(canvas)
    _frame(canvas)


def _deep(canvas: Canvas) -> None:
    """Below the waves: they are above all, weeds stand on the bed, and bubbles rise."""
    width, height, unit, rng = canvas.width, canvas.height, canvas.unit, canvas.stream("deep")
    _waves(canvas, 0.02 * height, 58 * unit)
    canvas.ridge("bed", 0.9 * height, 16 * unit, ROSE, waves=1.6)
    for share in (0.10, 0.17, 0.26, 0.76, 0.85, 0.91):
        x, long, sway = share * width, rng.uniform(0.12, 0.24) * height, rng.choice((-1, 1)) * 20 * unit
        step = long / 3
        canvas.line(
            f"M{x:.1f} {0.91 * height:.1f}" + f"q{sway:.1f} {-step / 2:.1f} 0 {-step:.1f}q{-sway:.1f} {-step / 2:.1f} 0 {-step:.1f}" * 2,
            ROSE, 15 * unit,
        )  # fmt: skip
    for _ in range(12):
        x, y, size = (
            rng.uniform(0.14, 0.86) * width,
            rng.uniform(0.24, 0.84) * height,
            rng.uniform(8, 17) * unit,
        )
        canvas.ellipse(x, y, size, size, ROSE)
        canvas.ellipse(x, y, size * 0.56, size * 0.56, "#ffffff")


def _window(canvas: Canvas) -> None:
    """A round window with a lattice, and the scalloped edge of a tablecloth."""
    width, height, unit = canvas.width, canvas.height, canvas.unit
    x, y, size = width * 0.5, height * 0.46, 0.33 * min(width, height)
    canvas.ellipse(x, y, size, size, ROSE)
    canvas.ellipse(x, y, size * 0.93, size * 0.93, "#ffffff")
    spokes = "".join(
        f"M{x + side * share * size:.1f} {y - reach * size:.1f}v{2 * reach * size:.1f}M{x - reach * size:.1f} {y + side * share * size:.1f}h{2 * reach * size:.1f}"
        for side in (-1, 1) for share, reach in ((0.22, 0.94), (0.60, 0.76))
    )  # fmt: skip
    canvas.line(spokes, ROSE, 9 * unit)
    edge, step = canvas.down(0.34), 62 * unit
    canvas.rect(0, edge, width, height - edge, ROSE)
    for k in range(-1, math.ceil(width / step) + 1):
        canvas.ellipse((k + 0.5) * step, edge + 30 * unit, step * 0.34, step * 0.34, "#ffffff")
        canvas.ellipse((k + 0.5) * step, edge + 30 * unit, step * 0.16, step * 0.16, ROSE)
    canvas.line(f"M0 {edge + 62 * unit:.1f}H{width}", "#ffffff", 5 * unit)


def _open_air(place: str, canvas: Canvas) -> None:
    width, height, unit = canvas.width, canvas.height, canvas.unit
    x, y, size = width * 0.24, height * 0.25, 66 * unit
    rays = "".join(
        f"M{x + math.cos(t) * size * 1.25:.1f} {y + math.sin(t) * size * 1.25:.1f}L{x + math.cos(t) * size * 1.62:.1f} {y + math.sin(t) * size * 1.62:.1f}"
        for t in (k * math.tau / 16 for k in range(16))
    )
    if canvas.luminary:
        canvas.ellipse(x, y, size, size, ROSE)
        canvas.line(rays, ROSE, 9 * unit)
    for at, level, big in ((0.62, 0.20, 1.0), (0.82, 0.32, 0.72)):
        _lucky_cloud(canvas, width * at, height * level, 62 * unit * big)
    if place in _WET:
        for row in range(4):
            _waves(canvas, canvas.down(0.04 + 0.24 * row), (48 + 12 * row) * unit)
    else:
        for layer, (share, swing) in enumerate(((0.10, 0.07), (0.44, 0.05))):
            y = canvas.down(share)
            canvas.ridge(f"cut{layer}", y, swing * height, ROSE, waves=1.4)
            for step in (1, 2, 3):
                _contour(canvas, f"cut{layer}", y + step * 19 * unit, swing * height)


def _contour(canvas: Canvas, layer: str, y: float, swing: float) -> None:
    """A cut along a ridge."""
    rng = canvas.stream(layer)
    phases = [rng.uniform(0, math.tau) for _ in range(3)]
    speeds = [1.4 * rng.uniform(0.75, 1.25) * k for k in (1, 2.1, 3.7)]
    points = [
        (
            canvas.width * t,
            y - swing * sum(math.sin(p + t * math.tau * s) * w for p, s, w in zip(phases, speeds, (0.62, 0.27, 0.11), strict=True)),
        )
        for t in (step / 28 for step in range(29))
    ]  # fmt: skip
    path = "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in points)
    canvas.add(
        f'<path d="{path}" fill="none" stroke="#fff" stroke-width="{4 * canvas.unit:.1f}" stroke-dasharray="{46 * canvas.unit:.0f} {16 * canvas.unit:.0f}" stroke-linecap="round"/>'
    )


def _lucky_cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    for dx, dy, r in ((-0.9, 0.1, 0.5), (0.0, -0.22, 0.72), (0.9, 0.12, 0.48)):
        canvas.ellipse(x + dx * size, y + dy * size, r * size, r * size, ROSE)
        spiral = f"M{x + (dx - r * 0.55) * size:.1f} {y + (dy + r * 0.1) * size:.1f}a{r * 0.55 * size:.1f} {r * 0.55 * size:.1f} 0 1 1 {r * 0.8 * size:.1f} {r * 0.32 * size:.1f}a{r * 0.3 * size:.1f} {r * 0.3 * size:.1f} 0 1 1 {-r * 0.4 * size:.1f} {-r * 0.34 * size:.1f}"
        canvas.line(spiral, "#ffffff", 4.4 * canvas.unit)
    canvas.line(f"M{x - 1.9 * size:.1f} {y + 0.52 * size:.1f}h{3.9 * size:.1f}", ROSE, 0.26 * size)


def _waves(canvas: Canvas, y: float, size: float) -> None:
    x, shift = -size, (y // size % 2) * size
    while x < canvas.width + 2 * size:
        for r in (1.0, 0.66, 0.34):
            canvas.ellipse(x + shift, y + size, r * size, r * size, ROSE if r != 0.66 else "#ffffff")
        x += 2 * size


def _frame(canvas: Canvas) -> None:
    width, height = canvas.width, canvas.height
    band = 0.034 * min(width, height)
    canvas.path(
        f"M0 0H{width}V{height}H0zM{band:.1f} {band:.1f}V{height - band:.1f}H{width - band:.1f}V{band:.1f}z",
        RED,
        'fill-rule="evenodd"',
    )
    size = band * 0.92
    for long, across in ((width, False), (height, True)):
        count = max(4, round((long - 2 * band) / (2.3 * size)))
        for k in range(count):
            along = band + (long - 2 * band) * (k + 0.5) / count
            for edge in (band, (width if across else height) - band):
                x, y = (edge, along) if across else (along, edge)
                canvas.ellipse(x, y, size, size, RED)
                canvas.ellipse(x, y, size * 0.42, size * 0.42, "#ffffff")
    for x, y in ((band, band), (width - band, band), (band, height - band), (width - band, height - band)):
        for r, colour in ((4.6, RED), (3.7, "#ffffff"), (3.1, RED), (2.2, "#ffffff"), (1.6, RED)):
            canvas.ellipse(x, y, r * band, r * band, colour)
    canvas.path(
        f"M0 0H{width}V{height}H0zM{band * 0.8:.1f} {band * 0.8:.1f}V{height - band * 0.8:.1f}H{width - band * 0.8:.1f}V{band * 0.8:.1f}z",
        RED,
        'fill-rule="evenodd"',
    )


INKED = frozenset({
    "lake", "river", "beach", "sea", "village", "old-town", "castle", "desert", "farm", "snow", "park", "garden", "playground",
    "market", "stadium", "pavement", "mountains", "waterfall", "paddy", "terraces", "pool", "orchard", "vineyard", "tea-garden",
    "lavender-field", "sunflower-field", "tulip-field", "rapeseed-field", "poppy-field", "daisy-field", "rose-field", "lily-field", "wildflower-field",
    "amusement-park", "zoo", "enclosure", "construction-site", "campsite", "graveyard", "harbour", "cliffs", "swamp", "volcano-land",
})  # fmt: skip
"""Places that are seen in ink as they are; others have mountains in mist."""
STYLED = {"ink": ink, "papercut": papercut}
"""By the style's name; out of doors they take the backdrop's place."""
