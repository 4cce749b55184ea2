"""What a sheet is printed on where it shows no place: a card with its ornaments, a poster's rays, a badge, a tile, a page.

The ornaments are those of the occasion (`Environment.motif`); a paint that was asked for the background dyes the paper.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from paintover.engines.illustrator.backdrops.canvas import Canvas, by_turns
from paintover.engines.illustrator.colour import darker, lighter, mix, paints_of, rgb

Inks = tuple[str, str, str]
"""Deep (words and borders), middle (ornaments), and the paper."""
_INKS: dict[str, tuple[Inks, ...]] = {
    "birthday": (
        ("#b23a78", "#f5a3c4", "#fff4f8"),
        ("#2d5f9e", "#a5cdf3", "#f3f9ff"),
        ("#b3611a", "#f7cf6b", "#fffbea"),
        ("#1f7a6d", "#9fdcc9", "#f1fbf7"),
        ("#6a4a9e", "#cdb5f0", "#faf6ff"),
    ),
    "new-year": (("#fbe3a6", "#e8b04a", "#b3211f"), ("#b3211f", "#e8b04a", "#fff4dc")),
    "christmas": (
        ("#b3262b", "#2f8a57", "#fdf8ee"),
        ("#f7e3b0", "#d8584f", "#1f5a41"),
        ("#1f5a41", "#d8584f", "#f7faf3"),
    ),
    "mid-autumn": (("#fbe3a6", "#e9b44c", "#27326b"), ("#8a4b1d", "#e9b44c", "#fff6e0")),
    "mother": (
        ("#b5446e", "#f3a6bd", "#fff5f4"),
        ("#6f4a86", "#cfb3dd", "#fbf6fd"),
        ("#a8572e", "#f5b98e", "#fff6ee"),
    ),
    "father": (("#22406e", "#8fb3dd", "#f2f7fc"), ("#2f5d4a", "#9ec9b0", "#f3f9f5")),
    "teacher": (("#1f6f6b", "#8ccfc2", "#f1faf6"), ("#2d5d8c", "#9cc7e6", "#f3f9fd")),
    "wedding": (
        ("#8a672c", "#d9bd7a", "#fffaf1"),
        ("#8f5566", "#e6b9c4", "#fff7f8"),
        ("#5d7a5f", "#b9d0b3", "#f9fcf6"),
    ),
    "thanks": (
        ("#a35a16", "#f2c14e", "#fff9e9"),
        ("#2f7d6d", "#9ed9c4", "#f2fbf8"),
        ("#9c4a6e", "#efb3cb", "#fff5f9"),
    ),
    "get-well": (("#2f7d54", "#9ed9b0", "#f2faf3"), ("#2d6f9e", "#a5d3ee", "#f2f9fd")),
    "graduation": (("#28508f", "#f0c24b", "#f3f7fc"), ("#fbe3a6", "#f0c24b", "#22355f")),
    "love": (
        ("#b82b4e", "#f59ab0", "#fff2f4"),
        ("#fff0f2", "#f59ab0", "#a8213f"),
        ("#7a3f8f", "#d9a8e6", "#fcf5ff"),
    ),
    "halloween": (("#ffb25a", "#f08a2a", "#33214d"),),
    "children": (
        ("#1f78b5", "#ffcf4d", "#eff8ff"),
        ("#b3572d", "#ffcf4d", "#fff9ea"),
        ("#2f7d54", "#ffcf4d", "#f3fbf2"),
    ),
}
_PLAIN: tuple[Inks, ...] = (
    ("#2d5d7c", "#9cc7dd", "#f6fafc"),
    ("#8a4b2d", "#e8b58e", "#fff8f0"),
    ("#46663a", "#b3cf9c", "#f8fbf2"),
    ("#6a4a86", "#c9b0de", "#faf6fd"),
)
_BOLD = ("#f2b53c", "#ef6f5e", "#3f9fb5", "#6c8f4e", "#7c6bb8", "#e7895b")
"""What a poster's rays are of, by seed."""


def inks_of(motif: str, wall: str, seed: int) -> Inks:
    """The three colours of a sheet: by seed, of those of its occasion; on a paper that was asked for, those that go with it."""
    inks = by_turns(seed, "inks", _INKS.get(motif, _PLAIN))
    if told := paints_of(wall)[:1]:
        dye = told[0]
        if is_dark(dye):
            return mix("#fff3cf", dye, 0.06), mix(dye, "#ffe2a0", 0.55), dye
        paper = lighter(dye, 0.45) if dye != "#ffffff" else dye
        return mix(darker(dye, 0.55), "#2a2030", 0.35), darker(dye, 0.10), paper
    return inks


def ray_of(wall: str, seed: int) -> str:
    """The colour of a poster's rays."""
    return (paints_of(wall) or [by_turns(seed, "rays", _BOLD)])[0]


def is_dark(colour: str) -> bool:
    """Whether light words stand better on it than dark ones."""
    red, green, blue = rgb(colour)
    return 0.30 * red + 0.59 * green + 0.11 * blue < 140


def card(canvas: Canvas) -> None:
    """Paper in a border of two lines with ornaments in its corners and strewn about; a hill or a disc to stand on."""
    width, height = canvas.width, canvas.height
    deep, middle, paper = inks_of(canvas.motif, canvas.scenery.wall, canvas.seed)
    least = min(width, height)
    canvas.rect(0, 0, width, height, mix(middle, paper, 0.25) if is_dark(deep) else mix(middle, paper, 0.12))
    edge = least * 0.035
    canvas.add(
        f'<rect x="{edge:.1f}" y="{edge:.1f}" width="{width - 2 * edge:.1f}" height="{height - 2 * edge:.1f}" rx="{least * 0.03:.1f}" fill="{paper}"/>'
    )
    strewn(canvas, middle, deep)
    glow = mix(paper, middle, 0.30)
    canvas.ellipse(width / 2, height * 0.62, least * 0.33, least * 0.33, mix(paper, middle, 0.16))
    canvas.add(
        f'<path d="M{edge:.1f} {height * 0.84:.1f}Q{width / 2:.1f} {height * 0.74:.1f} {width - edge:.1f} {height * 0.84:.1f}V{height - edge - least * 0.03:.1f}'
        f'q0 {least * 0.03:.1f} {-least * 0.03:.1f} {least * 0.03:.1f}H{edge + least * 0.03:.1f}q{-least * 0.03:.1f} 0 {-least * 0.03:.1f} {-least * 0.03:.1f}Z" fill="{glow}"/>'
    )
    _lined(canvas, edge + least * 0.018, deep, middle)


def _lined(canvas: Canvas, inset: float, deep: str, middle: str) -> None:
    """A fine double line, notched at the corners, with a small diamond in each."""
    width, height, least = canvas.width, canvas.height, min(canvas.width, canvas.height)
    notch = least * 0.035
    for step, (ink, wide) in enumerate(((deep, 0.0040), (middle, 0.0028))):
        a = inset + step * least * 0.012
        canvas.line(
            f"M{a + notch:.1f} {a:.1f}H{width - a - notch:.1f}q0 {notch:.1f} {notch:.1f} {notch:.1f}V{height - a - notch:.1f}"
            f"q{-notch:.1f} 0 {-notch:.1f} {notch:.1f}H{a + notch:.1f}q0 {-notch:.1f} {-notch:.1f} {-notch:.1f}V{a + notch:.1f}q{notch:.1f} 0 {notch:.1f} {-notch:.1f}Z",
            ink, least * wide,
        )  # fmt: skip
    size, a = least * 0.010, inset + notch * 0.36
    for x in (a, width - a):
        for y in (a, height - a):
            canvas.path(f"M{x:.1f} {y - size:.1f}l{size:.1f} {size:.1f}l{-size:.1f} {size:.1f}l{-size:.1f} {-size:.1f}Z", deep)  # fmt: skip


def _heart(x: float, y: float, r: float, ink: str) -> str:
    return f'<path d="M{x:.1f} {y + r:.1f}C{x - 2 * r:.1f} {y - 0.2 * r:.1f} {x - r:.1f} {y - 1.3 * r:.1f} {x:.1f} {y - 0.4 * r:.1f}C{x + r:.1f} {y - 1.3 * r:.1f} {x + 2 * r:.1f} {y - 0.2 * r:.1f} {x:.1f} {y + r:.1f}Z" fill="{ink}"/>'


def _star(x: float, y: float, r: float, ink: str) -> str:
    points = " ".join(
        f"{x + math.sin(k * math.pi / 5) * r * (1 if k % 2 == 0 else 0.45):.1f},{y - math.cos(k * math.pi / 5) * r * (1 if k % 2 == 0 else 0.45):.1f}"
        for k in range(10)
    )
    return f'<polygon points="{points}" fill="{ink}"/>'


def _flake(x: float, y: float, r: float, ink: str) -> str:
    arms = "".join(
        f"M{x:.1f} {y:.1f}l{math.cos(k * math.pi / 3) * r:.1f} {math.sin(k * math.pi / 3) * r:.1f}"
        for k in range(6)
    )
    return (
        f'<path d="{arms}" stroke="{ink}" stroke-width="{r * 0.18:.1f}" stroke-linecap="round" fill="none"/>'
    )


def _blossom(x: float, y: float, r: float, ink: str) -> str:
    petals = "".join(
        f'<circle cx="{x + math.sin(k * math.tau / 5) * r * 0.6:.1f}" cy="{y - math.cos(k * math.tau / 5) * r * 0.6:.1f}" r="{r * 0.45:.1f}" fill="{ink}"/>'
        for k in range(5)
    )
    return f'{petals}<circle cx="{x:.1f}" cy="{y:.1f}" r="{r * 0.26:.1f}" fill="#fff3c4"/>'


def _scrap(x: float, y: float, r: float, ink: str) -> str:
    angle = (x * 7 + y * 3) % 180
    return f'<rect x="{x - r * 0.7:.1f}" y="{y - r * 0.3:.1f}" width="{r * 1.4:.1f}" height="{r * 0.6:.1f}" rx="{r * 0.2:.1f}" fill="{ink}" transform="rotate({angle:.0f} {x:.1f} {y:.1f})"/>'


def _dot(x: float, y: float, r: float, ink: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r * 0.45:.1f}" fill="{ink}"/>'


def _cloud(x: float, y: float, r: float, ink: str) -> str:
    """The curl of an auspicious cloud."""
    return f'<path d="M{x - 1.6 * r:.1f} {y + 0.5 * r:.1f}h{3.2 * r:.1f}a{r * 0.7:.1f} {r * 0.7:.1f} 0 0 0 {-0.6 * r:.1f} {-1.2 * r:.1f}a{r * 0.9:.1f} {r * 0.9:.1f} 0 0 0 {-1.7 * r:.1f} {-0.1 * r:.1f}a{r * 0.6:.1f} {r * 0.6:.1f} 0 0 0 {-0.9 * r:.1f} {1.3 * r:.1f}z" fill="none" stroke="{ink}" stroke-width="{r * 0.2:.1f}" stroke-linejoin="round"/>'


_ORNAMENTS: dict[str, Callable[[float, float, float, str], str]] = {
    "birthday": _scrap,
    "children": _star,
    "new-year": _cloud,
    "mid-autumn": _cloud,
    "christmas": _flake,
    "mother": _blossom,
    "teacher": _blossom,
    "get-well": _blossom,
    "thanks": _blossom,
    "wedding": _heart,
    "love": _heart,
    "graduation": _star,
    "father": _star,
    "halloween": _star,
}


def strewn(canvas: Canvas, middle: str, deep: str) -> None:
    """The occasion's ornament at the sides and between, never in the middle where somebody stands or words do."""
    rng, least = canvas.stream("ornaments"), min(canvas.width, canvas.height)
    draw = _ORNAMENTS.get(canvas.motif, _dot)
    bright = (middle, mix(middle, deep, 0.3), lighter(middle, 0.25))
    dyes = (
        ("#f6b63c", "#5fb6d9", "#ef6f8e", "#8cc97a") if canvas.motif in ("birthday", "children") else bright
    )
    placed: list[tuple[float, float]] = []
    for _ in range(220):
        x, y = rng.uniform(0.09, 0.91), rng.uniform(0.09, 0.80)
        beside = abs(x - 0.5) * canvas.width > (0.36 if y > 0.33 else 0.40) * least
        if not (beside or 0.285 < y < 0.33) or any(
            math.hypot((x - a) * canvas.width, (y - b) * canvas.height) < 0.085 * least for a, b in placed
        ):
            continue
        placed.append((x, y))
        if len(placed) > 34:
            break
        size = least * rng.uniform(0.011, 0.021)
        canvas.add(draw(x * canvas.width, y * canvas.height, size, rng.choice(dyes)))


def rays(canvas: Canvas) -> None:
    """Broad rays of two tones from behind the subject, a round glow, and ground of a deeper tone."""
    width, height = canvas.width, canvas.height
    dye = ray_of(canvas.scenery.wall, canvas.seed)
    x, y, far = width / 2, height * 0.62, math.hypot(width, height)
    canvas.rect(0, 0, width, height, dye)
    many = 24
    for k in range(0, many, 2):
        a, b = (math.tau * (k + turn) / many + 0.07 for turn in (0, 1))
        canvas.path(
            f"M{x:.1f} {y:.1f}L{x + far * math.cos(a):.1f} {y + far * math.sin(a):.1f}L{x + far * math.cos(b):.1f} {y + far * math.sin(b):.1f}Z",
            lighter(dye, 0.16),
        )
    canvas.ellipse(x, y, far * 0.30, far * 0.30, canvas.glow((0.0, "#fff8e0", 0.75), (1.0, "#fff8e0", 0.0)))
    canvas.path(
        f"M0 {height * 0.86:.1f}Q{x:.1f} {height * 0.78:.1f} {width} {height * 0.86:.1f}V{height}H0Z",
        darker(dye, 0.30),
    )


def page(canvas: Canvas) -> None:
    """Cream paper in a broad ornamental border: a menu, a certificate."""
    width, height = canvas.width, canvas.height
    deep, middle, paper = inks_of(canvas.motif or "wedding", canvas.scenery.wall, canvas.seed)
    least = min(width, height)
    canvas.rect(0, 0, width, height, paper)
    canvas.ellipse(
        width / 2,
        height / 2,
        width * 0.55,
        height * 0.55,
        canvas.glow((0.0, "#ffffff", 0.8), (1.0, "#ffffff", 0.0)),
    )
    band, step = least * 0.045, least * 0.030
    for y in (band, height - band):
        _chain(canvas, band, y, width - 2 * band, step, middle, level=True)
    for x in (band, width - band):
        _chain(canvas, x, band, height - 2 * band, step, middle, level=False)
    for inset, wide in ((0.022, 0.004), (0.068, 0.004), (0.078, 0.002)):
        a = least * inset
        canvas.add(
            f'<rect x="{a:.1f}" y="{a:.1f}" width="{width - 2 * a:.1f}" height="{height - 2 * a:.1f}" fill="none" stroke="{deep}" stroke-width="{least * wide:.1f}"/>'
        )
    size = least * 0.034
    for x in (band, width - band):
        for y in (band, height - band):
            canvas.ellipse(x, y, size, size, paper)
            canvas.add(_blossom(x, y, size * 0.86, deep))


def _chain(canvas: Canvas, x: float, y: float, long: float, step: float, ink: str, *, level: bool) -> None:
    """Interlaced circles along a line."""
    many = max(2, round(long / step))
    for k in range(many + 1):
        at = long * k / many
        cx, cy = (x + at, y) if level else (x, y + at)
        canvas.add(
            f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{step * 0.62:.1f}" fill="none" stroke="{ink}" stroke-width="{step * 0.09:.1f}"/>'
        )


def badge(canvas: Canvas) -> None:
    """White paper with a disc in a ring: what a logo stands on."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, "#ffffff")
    dye = badge_dye(canvas.scenery.wall, canvas.seed)
    x, y, radius = width * 0.5, height * 0.44, min(width, height) * 0.385
    canvas.ellipse(x, y, radius, radius, darker(dye, 0.34))
    canvas.ellipse(x, y, radius * 0.955, radius * 0.955, "#ffffff")
    canvas.ellipse(x, y, radius * 0.92, radius * 0.92, canvas.glow((0.0, lighter(dye, 0.45)), (1.0, dye)))


def badge_dye(wall: str, seed: int) -> str:
    """The colour of a badge's disc."""
    choices = ("#ffd9a0", "#bfe3d0", "#cfe0f8", "#f8cfd4", "#e6d6f4", "#f6e58f")
    return (paints_of(wall) or [by_turns(seed, "badge", choices)])[0]


def tile(canvas: Canvas) -> None:
    """White paper with a rounded tile: an icon's ground."""
    width, height = canvas.width, canvas.height
    canvas.rect(0, 0, width, height, "#ffffff")
    dye = (paints_of(canvas.scenery.wall) or [by_turns(canvas.seed, "tile", _BOLD)])[0]
    side = min(width, height) * 0.80
    x, y = (width - side) / 2, (height - side) / 2
    fill = canvas.gradient((0.0, lighter(dye, 0.34)), (1.0, darker(dye, 0.06)))
    for drop, ink in ((side * 0.02, "#e3e0e6"), (0.0, fill)):
        canvas.add(
            f'<rect x="{x:.1f}" y="{y + drop:.1f}" width="{side:.1f}" height="{side:.1f}" rx="{side * 0.225:.1f}" fill="{ink}"/>'
        )
    canvas.ellipse(width / 2, height / 2, side * 0.36, side * 0.36, lighter(dye, 0.55), 0.55)
