"""Halls for the many: a cinema with its screen and rows of seats, a supermarket with its aisles."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor
from paintover.engines.illustrator.colour import darker, lighter, mix
from paintover.engines.illustrator.sprites.art import UNIT, icon_body, with_ids

_FILMS = ("landscape", "space", "sea")
_WARES = ("bread", "cheese-wedge", "red-apple", "carrot", "glass-of-milk", "cookie", "canned-food", "egg", "banana", "broccoli", "bottle-with-popping-cork", "honey-pot", "grapes", "lotion-bottle", "roll-of-paper", "rice-cracker")  # fmt: skip


def cinema(canvas: Canvas) -> None:
    """A dark hall: the lit screen between red curtains, lamps on the walls, rows of seats from behind."""
    width, top = canvas.width, canvas.horizon
    dark = canvas.lamp(canvas.choice("wall", ("#4a3448", "#36405c", "#4a3a36")))
    with canvas.painted(canvas.scenery.wall, lit=False):
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, darker(dark, 0.42)), (1.0, dark)))
    wide = min(width * 0.66, top * 1.24)
    high = min(top * 0.62, wide * 0.56)
    x, y = width / 2 - wide / 2, top * 0.10
    _screen(canvas, x, y, wide, high)
    for left in (True, False):
        _curtain(canvas, x if left else x + wide, left=left)
        _sconce(canvas, width * (0.05 if left else 0.95), top * 0.46)
    carpet = canvas.choice("carpet", (("#7a3444", "#4a2230"), ("#3f4a72", "#262d4a"), ("#6a4638", "#402a22")))
    floor(canvas, top, carpet, kind="plain")
    light = canvas.gradient((0.0, "#fff4d8", 0.30), (1.0, "#fff4d8", 0.0))
    canvas.path(
        f"M{x:.0f} {top:.0f}h{wide:.0f}L{width * 0.98:.0f} {canvas.down(0.9):.0f}H{width * 0.02:.0f}Z", light
    )
    for row in range(3):
        _seats(canvas, canvas.down(0.04 + 0.13 * row), 0.66 + 0.17 * row)


@piece("film screen", dyed=False)
def _screen(canvas: Canvas, x: float, y: float, wide: float, high: float) -> None:
    """The screen, with a film on it."""
    unit, film = canvas.unit, canvas.choice("film", _FILMS)
    canvas.on_the_wall.taken.append((x, y, x + wide, y + high))
    canvas.ellipse(x + wide / 2, y + high / 2, wide * 0.78, high * 0.98, canvas.glow((0.0, "#fff6dc", 0.5), (1.0, "#fff6dc", 0.0)))  # fmt: skip
    canvas.rect(
        x - 12 * unit, y - 12 * unit, wide + 24 * unit, high + 24 * unit, "#17131a", f'rx="{6 * unit:.0f}"'
    )
    name = f"f{len(canvas.defs)}"
    canvas.defs.append(f'<clipPath id="{name}"><rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"/></clipPath>')  # fmt: skip
    canvas.add(f'<g clip-path="url(#{name})">')
    if film == "landscape":
        canvas.rect(x, y, wide, high, canvas.gradient((0.0, "#ff9a6a"), (0.6, "#ffd79a"), (1.0, "#fff0cc")))
        canvas.ellipse(x + wide * 0.62, y + high * 0.52, high * 0.20, high * 0.20, "#fff6c8")
        for share, tone in ((0.56, "#b0688a"), (0.70, "#7a4a78"), (0.84, "#46345c")):
            canvas.path(f"M{x:.0f} {y + high * (share + 0.08):.0f}L{x + wide * 0.18:.0f} {y + high * (share - 0.12):.0f}L{x + wide * 0.34:.0f} {y + high * share:.0f}L{x + wide * 0.56:.0f} {y + high * (share - 0.16):.0f}L{x + wide * 0.78:.0f} {y + high * (share + 0.02):.0f}L{x + wide:.0f} {y + high * (share - 0.08):.0f}V{y + high:.0f}H{x:.0f}Z", tone)  # fmt: skip
    elif film == "space":
        rng = canvas.stream("stars of the film")
        canvas.rect(x, y, wide, high, canvas.gradient((0.0, "#141a4a"), (1.0, "#4a2f7a")))
        for _ in range(46):
            canvas.ellipse(x + rng.random() * wide, y + rng.random() * high, 2.4 * unit, 2.4 * unit, "#fff8e0", rng.uniform(0.4, 1.0))  # fmt: skip
        canvas.ellipse(x + wide * 0.72, y + high * 0.44, high * 0.24, high * 0.24, "#f0b060")
        canvas.add(f'<ellipse cx="{x + wide * 0.72:.0f}" cy="{y + high * 0.44:.0f}" rx="{high * 0.40:.0f}" ry="{high * 0.08:.0f}" fill="none" stroke="#ffe2a8" stroke-width="{9 * unit:.1f}" transform="rotate(-16 {x + wide * 0.72:.0f} {y + high * 0.44:.0f})"/>')  # fmt: skip
        _picture(canvas, "rocket", x + wide * 0.26, y + high * 0.48, high * 0.44)
    else:
        canvas.rect(x, y, wide, high, canvas.gradient((0.0, "#8fd4f4"), (0.55, "#e2f6fb")))
        canvas.rect(x, y + high * 0.56, wide, high, canvas.gradient((0.0, "#3f9ac0"), (1.0, "#1f6a9a")))
        canvas.ellipse(x + wide * 0.20, y + high * 0.24, wide * 0.10, high * 0.06, "#ffffff", 0.9)
        _picture(canvas, "sailboat", x + wide * 0.52, y + high * 0.50, high * 0.46)
    canvas.add("</g>")


def _picture(canvas: Canvas, icon: str, x: float, y: float, size: float) -> None:
    """A drawing of the emoji set around (x, y)."""
    body = with_ids(icon_body(icon), f"film{len(canvas.defs)}-")
    canvas.add(f'<g transform="translate({x - size / 2:.1f} {y - size / 2:.1f}) scale({size / UNIT:.4f})">{body}</g>')  # fmt: skip


@piece("curtains")
def _curtain(canvas: Canvas, x: float, *, left: bool) -> None:
    """A red curtain beside the screen."""
    unit, top = canvas.unit, canvas.horizon
    red = canvas.lamp("#b02a38")
    far = -20 * unit if left else canvas.width + 20 * unit
    edge = x + (8 if left else -8) * unit
    wide = min(abs(edge - far), 190 * unit) * (-1 if left else 1)
    folds = 5
    for k in range(folds):
        x0, x1 = edge + wide * k / folds, edge + wide * (k + 1) / folds
        canvas.path(f"M{x0:.0f} 0H{x1:.0f}V{top * 0.84:.0f}Q{(x0 + x1) / 2:.0f} {top * 0.90:.0f} {x0:.0f} {top * 0.84:.0f}Z", canvas.gradient((0.0, darker(red, 0.34)), (0.5, lighter(red, 0.12)), (1.0, darker(red, 0.26)), level=True))  # fmt: skip
    canvas.rect(min(edge, edge + wide), 0, abs(wide), 22 * unit, canvas.lamp("#d8b050"))


def _sconce(canvas: Canvas, x: float, y: float) -> None:
    """A lamp that throws its light up the wall."""
    unit = canvas.unit
    canvas.ellipse(x, y - 40 * unit, 90 * unit, 140 * unit, canvas.glow((0.0, "#ffd890", 0.6), (1.0, "#ffd890", 0.0)))  # fmt: skip
    canvas.path(f"M{x - 24 * unit:.0f} {y - 18 * unit:.0f}h{48 * unit:.0f}l{-12 * unit:.0f} {38 * unit:.0f}h{-24 * unit:.0f}z", canvas.lamp("#d8b050"))  # fmt: skip


@piece("seats")
def _seats(canvas: Canvas, base: float, size: float) -> None:
    """A row of seats from behind, with an aisle in the middle of a broad hall."""
    unit = canvas.unit * size
    red = canvas.lamp(canvas.choice("seats", ("#b8303f", "#8f2f4f", "#2f5a8f")))
    step = 104 * unit
    count = int(canvas.width / step) + 2
    start = canvas.width / 2 - count * step / 2 + (step / 2 if round(size * 100) % 2 else 0)
    canvas.rect(0, base - 10 * unit, canvas.width, 22 * unit, "#120a10", 'opacity=".35"')
    for k in range(count):
        x = start + k * step
        canvas.rect(x + 5 * unit, base - 128 * unit, step - 10 * unit, 132 * unit, canvas.gradient((0.0, lighter(red, 0.24)), (0.4, red), (1.0, darker(red, 0.36))), f'rx="{26 * unit:.0f}"')  # fmt: skip
        canvas.rect(x + 22 * unit, base - 112 * unit, step - 44 * unit, 92 * unit, darker(red, 0.14), f'rx="{16 * unit:.0f}" opacity=".7"')  # fmt: skip
        canvas.rect(x - 7 * unit, base - 58 * unit, 14 * unit, 62 * unit, canvas.lamp("#2f2a30"), f'rx="{6 * unit:.0f}"')  # fmt: skip


def supermarket(canvas: Canvas) -> None:
    """An aisle between long shelves full of goods, signs above it, and fridges at its end."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    tone = canvas.choice("tone", ("#4f9a6a", "#d8603c", "#3f7fb5"))
    with canvas.painted(canvas.scenery.wall, lit=False):
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, canvas.lamp("#dfe6ea")), (1.0, canvas.lamp("#f6f4ee"))))  # fmt: skip
    tiles = (("#eceae4", "#bdbab2"), ("#e4e8ea", "#b0b8bc"), ("#f0e8dc", "#c6b8a2"))
    floor(canvas, top, canvas.choice("floor", tiles), kind="tiles")
    stock = _stock(canvas)
    half = width * canvas.choice("aisle", (0.20, 0.17, 0.23))
    _fridges(canvas, width / 2 - half, width / 2 + half)
    for left in (True, False):
        _gondola(canvas, stock, half, tone, left=left)
    for k in range(3):
        y = top * (0.05 + 0.09 * k)
        span = width * (0.42 - 0.13 * k)
        for side in (-1, 1):
            canvas.path(f"M{width / 2 + side * span - 60 * unit * (1 - 0.25 * k):.0f} {y:.0f}h{120 * unit * (1 - 0.25 * k):.0f}v{11 * unit:.0f}h{-120 * unit * (1 - 0.25 * k):.0f}z", canvas.lamp("#fffef4"))  # fmt: skip
    _signs(canvas, stock, tone)


def _stock(canvas: Canvas) -> list[str]:
    """The names of the goods' drawings, defined to be used."""
    dim = ' opacity=".74"' if canvas.time == "night" else ' opacity=".96"'
    wares = canvas.stream("goods").sample(_WARES, 9)
    for k, icon in enumerate(wares):
        canvas.defs.append(f'<g id="good{k}"{dim}>{with_ids(icon_body(icon), f"good{k}-")}</g>')
    return [f"good{k}" for k in range(len(wares))]


@piece("shelves", dyed=False)
def _gondola(canvas: Canvas, stock: list[str], half: float, tone: str, *, left: bool) -> None:
    """The long shelf to one side of the aisle, that leads to its end."""
    width, unit, side = canvas.width, canvas.unit, -1 if left else 1
    steel = canvas.lamp(canvas.paint_of("shelves", "#f3f5f6"))
    far, near = width / 2 + side * half, width / 2 + side * width * 0.56
    tops, feet = (
        (canvas.horizon * 0.34, canvas.horizon * 0.02),
        (canvas.horizon + 6 * unit, canvas.down(0.36)),
    )
    back = canvas.gradient((0.0, mix(steel, "#8a98a2", 0.35)), (1.0, mix(steel, "#6a7882", 0.4)))
    canvas.path(
        f"M{far:.0f} {tops[0]:.0f}L{near:.0f} {tops[1]:.0f}V{feet[1]:.0f}L{far:.0f} {feet[0]:.0f}Z", back
    )
    rows = 4
    rng = canvas.stream(f"gondola{left}")

    def at(share: float, level: float) -> tuple[float, float]:
        """A point of the shelf: from its far end to its near one, and from the top down."""
        bent = share**1.35
        top, foot = tops[0] + (tops[1] - tops[0]) * bent, feet[0] + (feet[1] - feet[0]) * bent
        return far + (near - far) * bent, top + (foot - top) * level

    for row in range(rows):
        level = (row + 1) / rows
        goods = rng.sample(range(len(stock)), 5)
        count = 9
        for k in range(count):
            share = (k + 0.55) / count
            x, y = at(share, level - 0.02)
            size = (at(share, level)[1] - at(share, level - 1 / rows)[1]) * 0.62
            name = stock[goods[k * 5 // count]]
            canvas.add(f'<use xlink:href="#{name}" transform="translate({x - size / 2:.1f} {y - size:.1f}) scale({size / UNIT:.4f})"/>')  # fmt: skip
        (x0, y0), (x1, y1) = at(0, level), at(1, level)
        board = (0.012, 0.030)
        canvas.path(f"M{x0:.0f} {y0 - canvas.height * board[0] / 2:.0f}L{x1:.0f} {y1 - canvas.height * board[1] / 2:.0f}V{y1 + canvas.height * board[1] / 2:.0f}L{x0:.0f} {y0 + canvas.height * board[0] / 2:.0f}Z", steel)  # fmt: skip
        canvas.path(f"M{x0:.0f} {y0:.0f}L{x1:.0f} {y1:.0f}V{y1 + canvas.height * board[1] / 2.6:.0f}L{x0:.0f} {y0 + canvas.height * board[0] / 2.6:.0f}Z", canvas.lamp(tone))  # fmt: skip


@piece("fridges")
def _fridges(canvas: Canvas, x0: float, x1: float) -> None:
    """Tall fridges with glass doors at the end of the aisle."""
    unit, top = canvas.unit, canvas.horizon
    y, count = top * 0.40, max(2, round((x1 - x0) / unit / 120))
    wide = (x1 - x0) / count
    canvas.rect(x0, y - 26 * unit, x1 - x0, 30 * unit, canvas.lamp("#e4eaec"))
    rng = canvas.stream("fridges")
    for k in range(count):
        x = x0 + k * wide
        canvas.rect(x, y, wide, top - y, canvas.lamp("#c9d6dc"))
        canvas.rect(x + 6 * unit, y + 6 * unit, wide - 12 * unit, top - y - 22 * unit, canvas.gradient((0.0, canvas.lamp("#eefaff")), (1.0, canvas.lamp("#bfe0ee"))))  # fmt: skip
        for row in range(4):
            foot = y + (top - y - 22 * unit) * (row + 1) / 4
            canvas.line(
                f"M{x + 8 * unit:.0f} {foot:.0f}h{wide - 16 * unit:.0f}", canvas.lamp("#8fa6b2"), 3 * unit
            )
            for bottle in range(int((wide - 20 * unit) / (17 * unit))):
                dye = canvas.lamp(rng.choice(("#f6f6f0", "#e86a5a", "#f2b84a", "#5fa8d8", "#7fbf6a")))
                canvas.rect(x + (12 + 17 * bottle) * unit, foot - 40 * unit, 12 * unit, 38 * unit, dye, f'rx="{4 * unit:.0f}" opacity=".85"')  # fmt: skip
        canvas.rect(
            x + wide - 15 * unit, (y + top) / 2 - 24 * unit, 5 * unit, 48 * unit, canvas.lamp("#6a7a84")
        )
        canvas.line(f"M{x + wide * 0.26:.0f} {y + (top - y) * 0.46:.0f}l{wide * 0.3:.0f} {-(top - y) * 0.3:.0f}", "#ffffff", 7 * unit, 0.4)  # fmt: skip


@piece("signs", dyed=False)
def _signs(canvas: Canvas, stock: list[str], tone: str) -> None:
    """Signs that hang over the aisle, each with what is sold there."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    dye = canvas.lamp(canvas.paint_of("signs", tone))
    for k, share in enumerate((0.5,) if width < canvas.height else (0.36, 0.64)):
        x, y, wide, high = (
            width * share,
            top * 0.12,
            min(width * 0.20, 210 * unit),
            min(92 * unit, top * 0.17),
        )
        canvas.on_the_wall.taken.append((x - wide / 2, 0, x + wide / 2, y + high))
        canvas.line(f"M{x - wide * 0.34:.0f} 0V{y:.0f}M{x + wide * 0.34:.0f} 0V{y:.0f}", canvas.lamp("#7a868e"), 3 * unit)  # fmt: skip
        canvas.rect(x - wide / 2, y, wide, high, canvas.gradient((0.0, lighter(dye, 0.14)), (1.0, darker(dye, 0.08))), f'rx="{9 * unit:.0f}"')  # fmt: skip
        size = high * 0.74
        for n in (-1, 1):
            name = stock[(2 * k + (n > 0)) % len(stock)]
            canvas.add(f'<use xlink:href="#{name}" transform="translate({x + n * wide * 0.23 - size / 2:.1f} {y + high * 0.12:.1f}) scale({size / UNIT:.4f})"/>')  # fmt: skip
