"""A river through a meadow: it winds from the hills, and its nearest reach passes before us from side to side.

Its course is drawn on the ground, in measures of which our feet are one from us, and seen from where we stand.
"""

from __future__ import annotations

import math

from paintover.engines.illustrator.backdrops import land
from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.sky import draw_sky
from paintover.engines.illustrator.colour import darker, lighter, mix

Course = list[tuple[float, float]]
"""Points of the ground: how far to the right, and how far away."""
_SPREAD = 0.6
"""How broad a measure at our feet is, in widths of the picture."""
_BREADTH = 2.8
"""How broad the river is."""
_NARROW = 1.0
"""How broad it is where it comes towards us under a bridge."""


def river(canvas: Canvas) -> None:
    """Water between grassy banks, reeds at its edge, and whatever stands on our side of it before it."""
    far, middle, near = canvas.choice("pasture", land.PASTURES)
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    land.hills(canvas, ("#a9cfe0", "#93c7c0", mix("#8cc58c", far, 0.4), mix("#86c260", far, 0.5)))
    _banks(canvas, far, middle, near)


def karst(canvas: Canvas) -> None:
    """The same river before steep green hills that stand each for itself."""
    far, middle, near = canvas.choice("pasture", land.PASTURES)
    draw_sky(canvas, floor=canvas.horizon * 1.12)
    for depth, colour in enumerate(("#9fc4d2", "#7db0a6", "#559a6e")):
        _cones(canvas, depth, colour)
    _banks(canvas, far, middle, near)


def _cones(canvas: Canvas, depth: int, colour: str) -> None:
    """One row of such hills, the hindmost the palest."""
    rng, unit, floor = canvas.stream(f"cones{depth}"), canvas.unit, canvas.horizon + 30 * canvas.unit
    tone = canvas.hour(colour, far=1 - depth / 2)
    count = max(3, round(canvas.width / unit / (300 - 40 * depth)))
    for k in range(count + 1):
        x = canvas.width * (k + rng.uniform(-0.3, 0.3)) / count
        half = rng.uniform(84, 132) * unit
        top = floor - canvas.horizon * rng.uniform(0.5, 0.78) * (1 - 0.17 * depth)
        lean, broad = rng.uniform(-0.16, 0.16) * half, rng.uniform(0.36, 0.5) * half
        canvas.path(
            f"M{x - half:.1f} {floor:.1f}C{x - 0.86 * half:.1f} {(floor + top) / 2:.1f} {x - broad + lean:.1f} {top:.1f} {x + lean:.1f} {top:.1f}"
            f"S{x + 0.86 * half:.1f} {(floor + top) / 2:.1f} {x + half:.1f} {floor:.1f}Z",
            canvas.across(top, floor, (0.0, lighter(tone, 0.10)), (0.55, tone), (1.0, lighter(tone, 0.34))),
        )
        canvas.line(
            f"M{x + lean * 0.8:.1f} {top + 26 * unit:.1f}q{0.16 * half:.1f} {0.2 * (floor - top):.1f} {0.3 * half:.1f} {0.46 * (floor - top):.1f}",
            darker(tone, 0.12),
            5 * unit,
            0.35,
        )


def _banks(canvas: Canvas, far: str, middle: str, near: str) -> None:
    """The land on both sides, the river in it, and what grows there."""
    if canvas.scenery.trees > 1 or canvas.choice("wood", (True, False)):
        land.pines(canvas, "#4f9468", snow=False)
    else:
        land.copses(canvas, "#4f9a4a", "#6bb04e")
    land.ground(canvas, far, middle, near)
    land.swathes(canvas, lighter(far, 0.4))
    greens = (darker(middle, 0.14), darker(middle, 0.02), darker(near, 0.10))
    bloom = canvas.choice("bloom", (0.2, 0.35, 0.5))
    if canvas.scenery.spans:
        land.growth(canvas, greens, flowers=bloom, top=canvas.down(0.3))
        _bed(canvas, _towards_us(canvas), _NARROW)
    else:
        course = _course(canvas)
        _bed(canvas, course, _BREADTH)
        _reeds(canvas, course)
        land.growth(canvas, greens, flowers=bloom, top=canvas.down(0.5))
    land.foreground(canvas, darker(near, 0.22), darker(near, 0.06))


def _course(canvas: Canvas) -> Course:
    """The middle of the river, from far to near: two bends on the other side, and the reach before us."""
    rng = canvas.stream("course")
    swing, lift = rng.uniform(0.85, 1.25), rng.choice((-1, 1))
    bends: Course = [
        (6.0 * swing, 70.0),
        (-5.0 * swing, 38.0),
        (4.2 * swing, 22.0),
        (-2.2 * swing, 14.0),
        (1.6, 9.4),
        (5.4, 7.6),
        (6.4, 5.5),
        (4.4, 3.9),
        (2.2, 3.6 + 0.22 * lift),
        (0.0, 3.8),
        (-2.2, 3.6 - 0.22 * lift),
        (-5.6, 3.9),
        (-9.0, 4.4),
    ]
    return _smooth(bends)


def _towards_us(canvas: Canvas) -> Course:
    """The middle of a river that comes straight to our feet in the end."""
    swing = canvas.stream("course").choice((-1, 1))
    return _smooth(
        [
            (5.0 * swing, 70.0),
            (-6.0 * swing, 34.0),
            (2.6 * swing, 18.0),
            (1.6 * swing, 11.0),
            (-0.9 * swing, 6.4),
            (-0.1 * swing, 3.6),
            (0.0, 2.2),
            (0.0, 1.5),
            (0.05 * swing, 1.1),
            (0.2 * swing, 0.8),
        ]
    )


def half_at(depth: float) -> float:
    """How far that river reaches from the middle of the picture at such a share of the way from the horizon to the lower
    edge, in widths of the picture."""
    return _SPREAD * _NARROW / 2 * depth


def _smooth(points: Course) -> Course:
    """A curve through the points."""
    ends = [points[0], *points, points[-1]]
    found: Course = []
    for (x0, z0), (x1, z1), (x2, z2), (x3, z3) in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(7):
            t = step / 7
            a, b, c, d = (
                -0.5 * t + t * t - 0.5 * t**3,
                1 - 2.5 * t * t + 1.5 * t**3,
                0.5 * t + 2 * t * t - 1.5 * t**3,
                -0.5 * t * t + 0.5 * t**3,
            )
            found.append((a * x0 + b * x1 + c * x2 + d * x3, a * z0 + b * z1 + c * z2 + d * z3))
    return [*found, points[-1]]


def _seen(canvas: Canvas, x: float, z: float) -> tuple[float, float]:
    """Where a point of the ground is in the picture."""
    z = max(0.8, z)
    return canvas.width * (0.5 + _SPREAD * x / z), canvas.down(1 / z)


def _ribbon(canvas: Canvas, course: Course, breadth: float) -> str:
    """The outline of what is so broad along the course."""
    left, right = [], []
    for k, (x, z) in enumerate(course):
        (x0, z0), (x1, z1) = course[max(0, k - 1)], course[min(len(course) - 1, k + 1)]
        long = math.hypot(x1 - x0, z1 - z0) or 1.0
        dx, dz = (x1 - x0) / long * breadth / 2, (z1 - z0) / long * breadth / 2
        left.append(_seen(canvas, x - dz, z + dx))
        right.append(_seen(canvas, x + dz, z - dx))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (*left, *reversed(right))) + "Z"


def _bed(canvas: Canvas, course: Course, breadth: float) -> None:
    unit, rng = canvas.unit, canvas.stream("flow")
    mark = canvas.mark()
    canvas.path(_ribbon(canvas, course, breadth * 1.2), canvas.hour("#6f9a4c", far=0.1))
    canvas.path(_ribbon(canvas, course, breadth * 1.12), canvas.hour("#c9ab74"))
    canvas.paint(mark, canvas.scenery.ground, greens=True)
    with canvas.painted(canvas.scenery.water):
        fill = canvas.across(
            canvas.horizon,
            canvas.down(0.48 if breadth == _BREADTH else 1.0),
            (0.0, canvas.hour("#cdeaf5", far=0.6)),
            (0.3, canvas.hour("#7cc3e6")),
            (0.62, canvas.hour("#3d9fd2")),
            (1.0, canvas.hour("#5cc2d0")),
        )
        canvas.path(_ribbon(canvas, course, breadth), fill)
        sparkle = "#ffe0ae" if canvas.time == "sunset" else "#ffffff"
        for _ in range(46):  # lines of the current, along its course
            k, share = rng.randrange(18, len(course) - 8), rng.uniform(-0.42, 0.42)
            long = rng.randint(2, 4)
            line = []
            for x, z in course[k : k + long]:
                x1, z1 = course[course.index((x, z)) + 1]
                far = math.hypot(x1 - x, z1 - z) or 1.0
                line.append(
                    _seen(
                        canvas,
                        x - (z1 - z) / far * share * breadth,
                        z + (x1 - x) / far * share * breadth,
                    )
                )
            near = (line[0][1] - canvas.horizon) / (canvas.height - canvas.horizon)
            canvas.line(
                "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line),
                sparkle,
                (1 + 4 * near) * unit,
                0.16 + 0.5 * near,
            )


@piece("reeds")
def _reeds(canvas: Canvas, course: Course) -> None:
    """Clumps of reed, and stones, at the near edge of the water."""
    rng, unit = canvas.stream("reeds"), canvas.unit
    reach = [point for point in course if point[1] < 4.4]
    for clump in range(7):
        at = rng.choice((rng.uniform(0.0, 0.16), rng.uniform(0.84, 1.0)))
        edge = [_seen(canvas, x, z - _BREADTH / 2 - 0.04) for x, z in reach]
        foot_x, foot = min(edge, key=lambda point: abs(point[0] / canvas.width - at))
        if clump < 3:
            size = rng.uniform(12, 24) * unit
            tone = canvas.hour("#a3aaa6")
            canvas.ellipse(foot_x, foot, size * 1.2, size * 0.66, darker(tone, 0.16))
            canvas.ellipse(foot_x - size * 0.1, foot - size * 0.16, size, size * 0.46, lighter(tone, 0.2))
        for _ in range(6):
            x, long = foot_x + rng.uniform(-34, 34) * unit, rng.uniform(44, 92) * unit
            lean, green = rng.uniform(-12, 12) * unit, canvas.hour("#5f9a48")
            canvas.line(
                f"M{x:.1f} {foot:.1f}q{lean * 0.2:.1f} {-long * 0.6:.1f} {lean:.1f} {-long:.1f}",
                green,
                3.4 * unit,
            )
            if rng.random() < 0.35:
                canvas.rect(
                    x + lean - 4 * unit, foot - long - 10 * unit, 8 * unit, 26 * unit,
                    canvas.hour("#7a4e2d"), f'rx="{4 * unit:.1f}"',
                )  # fmt: skip
