"""Where plants and animals are kept under a roof: a barn with beams, stalls and straw, a greenhouse of glass and rows of green."""

from __future__ import annotations

import math

from paintover.engines.illustrator.backdrops.canvas import Canvas, piece
from paintover.engines.illustrator.backdrops.furnishings import floor, window
from paintover.engines.illustrator.backdrops.pieces import leaf, petals
from paintover.engines.illustrator.colour import darker, lighter, mix

_WOODS = (("#c99a66", "#a87444"), ("#b98254", "#945f38"), ("#d3a878", "#b07e4e"))


def barn(canvas: Canvas) -> None:
    """Planks and beams, a stall to each side, straw on the ground; the door open, a hayloft, or a window under the roof."""
    width, top = canvas.width, canvas.horizon
    view = canvas.view(("door", "loft", "window"), windowed=("window",))
    wood = canvas.choice("wood", _WOODS)
    _planks(canvas, wood)
    if view == "door":
        _doorway(canvas, width * 0.5, min(width * 0.34, top * 0.62), top * 0.62)
    elif view == "window":
        wide = min(width * 0.22, top * 0.44)
        window(canvas, width * 0.5 - wide / 2, top * 0.26, wide, top * 0.34, curtain=None)
    else:
        _loft(canvas, top * 0.40)
    _beams(canvas, wood[1])
    earth = canvas.choice("earth", (("#d8b77e", "#a8824c"), ("#cfa874", "#9c7444"), ("#dcc08c", "#b08c58")))
    floor(canvas, top, earth, kind="plain")
    _straw(canvas)
    for left in (True, False):
        _stall(canvas, wood, left=left)
    _bales(canvas, width * (0.70 if view == "door" else 0.5), canvas.down(0.10))
    _lantern(canvas, width * canvas.choice("lantern", (0.30, 0.68)), top * 0.24)


def _planks(canvas: Canvas, wood: tuple[str, str]) -> None:
    """The wall of upright planks, with their knots."""
    width, unit, top, rng = canvas.width, canvas.unit, canvas.horizon, canvas.stream("planks")
    with canvas.painted(canvas.scenery.wall, lit=False):
        light, dark = canvas.lamp(wood[0]), canvas.lamp(wood[1])
        canvas.rect(0, 0, width, top, canvas.gradient((0.0, darker(dark, 0.22)), (0.4, dark), (1.0, light)))
        count = max(8, round(width / unit / 84))
        for k in range(count):
            x, wide = width * k / count, width / count
            if rng.random() < 0.5:
                canvas.rect(x, 0, wide, top, "#fff2d8", f'opacity="{rng.uniform(0.04, 0.11):.2f}"')
            canvas.line(f"M{x:.0f} 0V{top:.0f}", darker(dark, 0.34), 3 * unit, 0.6)
            for _ in range(2):
                y = rng.uniform(0.1, 0.9) * top
                canvas.line(f"M{x + wide * rng.uniform(0.2, 0.7):.0f} {y:.0f}v{rng.uniform(24, 70) * unit:.0f}", darker(dark, 0.2), 2 * unit, 0.4)  # fmt: skip


def _beams(canvas: Canvas, wood: str) -> None:
    """Posts, a cross beam, and the struts of the roof."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    beam = darker(canvas.lamp(wood), 0.30)
    edge = lighter(beam, 0.16)
    wide = 40 * unit
    y = top * 0.15
    for side in (0.16, 0.84):
        x = width * side
        canvas.rect(x - wide / 2, 0, wide, top + 8 * unit, canvas.gradient((0.0, edge), (1.0, beam), level=True))  # fmt: skip
        for away in (-1, 1):
            canvas.line(f"M{x:.0f} {y + 120 * unit:.0f}L{x + away * 110 * unit:.0f} {y + 14 * unit:.0f}", beam, 26 * unit)  # fmt: skip
    canvas.rect(0, y, width, 42 * unit, canvas.gradient((0.0, edge), (1.0, beam)))
    canvas.line(f"M{width * 0.5:.0f} {-30 * unit:.0f}V{y:.0f}M{width * 0.16:.0f} {y:.0f}L{width * 0.5:.0f} {-40 * unit:.0f}L{width * 0.84:.0f} {y:.0f}", beam, 24 * unit)  # fmt: skip
    canvas.rect(0, y + 42 * unit, width, 12 * unit, "#2a160a", 'opacity=".18"')


@piece("barn door", dyed=False)
def _doorway(canvas: Canvas, x: float, wide: float, high: float) -> None:
    """The big door, open on the pasture."""
    unit, base = canvas.unit, canvas.horizon
    left, y = x - wide / 2, base - high
    canvas.on_the_wall.taken.append((left - wide * 0.5, y - 20 * unit, left + wide * 1.5, base))
    skies = {"night": ("#101a4c", "#3d4a8e"), "sunset": ("#a4568e", "#ffcf90"), "dawn": ("#b9b6e4", "#ffe2c4")}  # fmt: skip
    sky = skies.get(canvas.time, ("#7cc5f2", "#e6f6fc"))
    canvas.rect(left, y, wide, high, canvas.gradient((0.0, sky[0]), (1.0, sky[1])))
    for share, colour in ((0.58, "#a9cf86"), (0.74, "#86bb62")):
        canvas.path(f"M{left:.0f} {y + high * share:.0f}Q{x - wide * 0.2:.0f} {y + high * (share - 0.12):.0f} {x:.0f} {y + high * share:.0f}T{left + wide:.0f} {y + high * (share - 0.03):.0f}V{base:.0f}H{left:.0f}Z", canvas.hour(colour))  # fmt: skip
    posts = "".join(f"M{left + wide * (k + 0.5) / 6:.0f} {y + high * 0.80:.0f}v{high * 0.16:.0f}" for k in range(6))  # fmt: skip
    canvas.line(f"{posts}M{left:.0f} {y + high * 0.85:.0f}h{wide:.0f}M{left:.0f} {y + high * 0.91:.0f}h{wide:.0f}", canvas.hour("#f4efe2"), 6 * unit)  # fmt: skip
    paint = canvas.lamp(
        canvas.paint_of("barn door", canvas.choice("door", ("#b5483f", "#8a5a36", "#4f7a5a")))
    )
    for side in (-1, 1):
        at = left - wide * 0.44 if side < 0 else left + wide
        canvas.rect(at, y, wide * 0.44, high, canvas.gradient((0.0, lighter(paint, 0.08)), (1.0, darker(paint, 0.12))))  # fmt: skip
        pale = mix(paint, "#fff4e0", 0.72)
        canvas.line(f"M{at + 9 * unit:.0f} {y + 9 * unit:.0f}h{wide * 0.44 - 18 * unit:.0f}V{base - 9 * unit:.0f}H{at + 9 * unit:.0f}ZL{at + wide * 0.44 - 9 * unit:.0f} {base - 9 * unit:.0f}M{at + wide * 0.44 - 9 * unit:.0f} {y + 9 * unit:.0f}L{at + 9 * unit:.0f} {base - 9 * unit:.0f}", pale, 11 * unit)  # fmt: skip
    frame = darker(canvas.lamp("#8a5a36"), 0.2)
    canvas.line(f"M{left:.0f} {base:.0f}V{y:.0f}H{left + wide:.0f}V{base:.0f}", frame, 18 * unit)


@piece("hayloft")
def _loft(canvas: Canvas, y: float) -> None:
    """Hay on a floor under the roof, and the ladder up to it."""
    width, unit, rng = canvas.width, canvas.unit, canvas.stream("loft")
    wood = canvas.lamp("#8a5a36")
    canvas.on_the_wall.taken.append((0, 0, width, y + 40 * unit))
    canvas.rect(0, canvas.horizon * 0.16, width, y - canvas.horizon * 0.16, "#2a160a", 'opacity=".30"')
    outline = f"M0 {y:.0f}"
    x = 0.0
    while x < width:
        step = rng.uniform(60, 120) * unit
        outline += f"Q{x + step / 2:.0f} {y - rng.uniform(60, 150) * unit:.0f} {x + step:.0f} {y - rng.uniform(10, 40) * unit:.0f}"  # fmt: skip
        x += step
    hay = canvas.lamp("#e2b95c")
    canvas.path(f"{outline}L{width:.0f} {y:.0f}Z", canvas.gradient((0.0, lighter(hay, 0.2)), (1.0, darker(hay, 0.16))))  # fmt: skip
    wisps = "".join(f"M{rng.uniform(0, width):.0f} {y - rng.uniform(4, 70) * unit:.0f}l{rng.uniform(-22, 22) * unit:.0f} {rng.uniform(-26, 26) * unit:.0f}" for _ in range(70))  # fmt: skip
    canvas.line(wisps, darker(hay, 0.18), 3 * unit, 0.5)
    hanging = "".join(f"M{rng.uniform(0, width):.0f} {y + 20 * unit:.0f}l{rng.uniform(-10, 10) * unit:.0f} {rng.uniform(14, 44) * unit:.0f}" for _ in range(26))  # fmt: skip
    canvas.line(hanging, hay, 4 * unit)
    canvas.rect(0, y, width, 26 * unit, canvas.gradient((0.0, lighter(wood, 0.12)), (1.0, darker(wood, 0.2))))
    x = width * canvas.choice("ladder", (0.60, 0.36, 0.5))
    rungs = "".join(f"M{x - 30 * unit:.0f} {y + k * 46 * unit:.0f}h{60 * unit:.0f}" for k in range(1, round((canvas.horizon - y) / unit / 46)))  # fmt: skip
    canvas.line(f"M{x - 34 * unit:.0f} {y - 40 * unit:.0f}V{canvas.horizon:.0f}M{x + 34 * unit:.0f} {y - 40 * unit:.0f}V{canvas.horizon:.0f}{rungs}", lighter(wood, 0.24), 11 * unit)  # fmt: skip


@piece("stalls")
def _stall(canvas: Canvas, wood: tuple[str, str], *, left: bool) -> None:
    """A partition of planks with its post and rail, at the edge of the picture, and hay behind it."""
    width, unit, base = canvas.width, canvas.unit, canvas.down(0.22)
    wide, high = min(width * 0.24, 250 * unit), 190 * unit
    x0 = -20 * unit if left else width - wide
    x1 = wide if left else width + 20 * unit
    tone = canvas.lamp(mix(wood[0], "#fff0d4", 0.12))
    dark = darker(tone, 0.28)
    canvas.rect(x0, base - 6 * unit, x1 - x0, 16 * unit, "#2a160a", 'opacity=".22"')
    for k in range(3):
        y = base - high + (18 + 56 * k) * unit
        canvas.rect(x0, y, x1 - x0, 40 * unit, canvas.gradient((0.0, lighter(tone, 0.14)), (1.0, darker(tone, 0.1))), f'rx="{4 * unit:.0f}"')  # fmt: skip
        canvas.line(f"M{x0 + 30 * unit:.0f} {y + 20 * unit:.0f}h{(x1 - x0) * 0.5:.0f}", dark, 2 * unit, 0.35)
    for x in (x1 if left else x0, (x0 + x1) / 2):
        canvas.rect(x - 19 * unit, base - high - 16 * unit, 38 * unit, high + 20 * unit, canvas.gradient((0.0, lighter(tone, 0.06)), (1.0, dark), level=True), f'rx="{6 * unit:.0f}"')  # fmt: skip


@piece("straw")
def _straw(canvas: Canvas) -> None:
    """Straw that lies about."""
    rng, unit = canvas.stream("straw"), canvas.unit
    hay = canvas.lamp("#f0cf80")
    for tone, opacity in ((darker(hay, 0.16), 0.7), (hay, 0.85)):
        stalks = ""
        for _ in range(round(110 * canvas.width / unit / 1024)):
            t = rng.random()
            long, turn = (12 + 30 * t) * unit, rng.uniform(-0.6, 0.6)
            stalks += f"M{rng.uniform(0, canvas.width):.0f} {canvas.down(0.04 + 0.94 * t):.0f}l{long * math.cos(turn):.0f} {long * 0.5 * math.sin(turn):.0f}"
        canvas.line(stalks, tone, 3.4 * unit, opacity)


@piece("hay bales")
def _bales(canvas: Canvas, x: float, base: float) -> None:
    """Two bales and one on top."""
    unit, hay = canvas.unit, canvas.lamp("#e0b654")
    tie = darker(hay, 0.4)
    canvas.top("hay bales", x - 60 * unit, x + 60 * unit, base - 154 * unit)
    canvas.ellipse(x, base + 2 * unit, 150 * unit, 13 * unit, "#2a160a", 0.2)
    for dx, level in ((-66, 0), (66, 0), (0, 1)):
        left, y = x + (dx - 62) * unit, base - (78 + 78 * level) * unit
        canvas.rect(left, y, 124 * unit, 76 * unit, canvas.gradient((0.0, lighter(hay, 0.2)), (1.0, darker(hay, 0.12))), f'rx="{11 * unit:.0f}"')  # fmt: skip
        rng = canvas.stream(f"bale{dx}")
        wisps = "".join(f"M{left + rng.uniform(8, 104) * unit:.0f} {y + rng.uniform(8, 68) * unit:.0f}l{rng.uniform(8, 18) * unit:.0f} {rng.uniform(-6, 6) * unit:.0f}" for _ in range(16))  # fmt: skip
        canvas.line(wisps, darker(hay, 0.22), 2.6 * unit, 0.6)
        canvas.line(f"M{left + 34 * unit:.0f} {y:.0f}v{76 * unit:.0f}M{left + 90 * unit:.0f} {y:.0f}v{76 * unit:.0f}", tie, 3.4 * unit, 0.8)  # fmt: skip


@piece("lamps", dyed=False)
def _lantern(canvas: Canvas, x: float, y: float) -> None:
    """A lantern that hangs from a beam."""
    unit, iron = canvas.unit, canvas.lamp("#4a4038")
    canvas.line(f"M{x:.0f} {canvas.horizon * 0.17:.0f}V{y:.0f}", iron, 3 * unit)
    light = canvas.glow((0.0, "#ffdf90", 0.8 if canvas.time == "night" else 0.4), (1.0, "#ffdf90", 0.0))
    canvas.ellipse(x, y + 40 * unit, 150 * unit, 150 * unit, light)
    canvas.rect(
        x - 22 * unit, y + 12 * unit, 44 * unit, 54 * unit, "#ffe7a0", f'rx="{8 * unit:.0f}" opacity=".95"'
    )
    canvas.ellipse(x, y + 44 * unit, 8 * unit, 15 * unit, "#ffb03a")
    canvas.rect(x - 28 * unit, y, 56 * unit, 15 * unit, iron, f'rx="{5 * unit:.0f}"')
    canvas.rect(x - 28 * unit, y + 64 * unit, 56 * unit, 13 * unit, iron, f'rx="{4 * unit:.0f}"')
    canvas.line(f"M{x - 22 * unit:.0f} {y + 14 * unit:.0f}v{52 * unit:.0f}M{x + 22 * unit:.0f} {y + 14 * unit:.0f}v{52 * unit:.0f}", iron, 4 * unit)  # fmt: skip


def greenhouse(canvas: Canvas) -> None:
    """A house of glass: the gable with the sky behind it, beds of plants to both sides of a path, baskets that hang."""
    width, top = canvas.width, canvas.horizon
    _glass(canvas)
    floor(canvas, top, canvas.choice("floor", (("#d9cdb6", "#a8987a"), ("#cfd4cc", "#98a094"), ("#dcbf98", "#ac8c62"))), kind="tiles")  # fmt: skip
    for share in canvas.choice("baskets", ((0.30, 0.70), (0.24, 0.5, 0.76))):
        _basket(canvas, width * share, top * 0.30)
    what = canvas.choice("grown", ("tomatoes", "flowers", "leaves"))
    for row in range(2):
        for left in (True, False):
            _bed(canvas, what, canvas.down(0.02 + 0.24 * row), 0.72 + 0.36 * row, left=left)


@piece("glass roof", dyed=False)
def _glass(canvas: Canvas) -> None:
    """Panes between white bars: the far gable, and the roof and the sides that lead to it."""
    width, unit, top = canvas.width, canvas.unit, canvas.horizon
    skies = {"night": ("#16225c", "#4a589c"), "sunset": ("#b4668e", "#ffd6a0"), "dawn": ("#bfbce6", "#ffe6cc")}  # fmt: skip
    sky = skies.get(canvas.time, ("#8fd0f4", "#e8f8f4"))
    if canvas.weather in ("rain", "storm", "cloudy", "fog", "snow"):
        sky = (mix(sky[0], "#8d9aa6", 0.55), mix(sky[1], "#b9c4cc", 0.5))
    canvas.rect(0, 0, width, top, canvas.gradient((0.0, sky[0]), (1.0, sky[1])))
    rng = canvas.stream("trees outside")
    for _ in range(9):
        x, size = rng.uniform(0, width), rng.uniform(60, 120) * unit
        canvas.ellipse(x, top - size * 0.2, size, size * 0.9, canvas.hour("#9ccf9a", far=0.5), 0.6)
    bar, pale = canvas.lamp(canvas.paint_of("glass roof", canvas.choice("bars", ("#f6faf8", "#dfe9e2", "#7fa28c")))), 8 * unit  # fmt: skip
    half, eaves, ridge = width * 0.26, top * 0.44, top * 0.14
    middle = width / 2
    gable = f"M{middle - half:.0f} {top:.0f}V{eaves:.0f}L{middle:.0f} {ridge:.0f}L{middle + half:.0f} {eaves:.0f}V{top:.0f}"
    canvas.path(f"{gable}Z", "#ffffff", 'opacity=".22"')
    bars = gable
    for k in range(1, 6):
        x = middle - half + half * k / 3
        bars += f"M{x:.0f} {top:.0f}V{ridge + (eaves - ridge) * abs(x - middle) / half:.0f}"
    bars += f"M{middle - half:.0f} {eaves:.0f}H{middle + half:.0f}M{middle - half:.0f} {(eaves + top) / 2:.0f}H{middle + half:.0f}"
    for side in (-1, 1):
        edge, up = middle + side * width * 0.56, -top * 0.10
        bars += f"M{middle + side * half:.0f} {eaves:.0f}L{edge:.0f} {top * 0.10:.0f}M{middle + side * half:.0f} {(eaves + top) / 2:.0f}L{edge:.0f} {top * 0.60:.0f}"
        for k in range(1, 4):
            t = (k / 3.4) ** 1.3
            foot = middle + side * (half + (width * 0.56 - half) * t)
            high = eaves + (top * 0.10 - eaves) * t
            peak = ridge + (up - ridge) * t * 1.6
            bars += f"M{foot:.0f} {top + 20 * unit * t:.0f}V{high:.0f}L{middle:.0f} {peak:.0f}"
        for part in (0.36, 0.70):
            x, y = middle + side * half * part, ridge + (eaves - ridge) * part
            bars += (
                f"M{x:.0f} {y:.0f}L{middle + side * width * 0.56 * part:.0f} {y + (up * 2.4 - y) * 0.9:.0f}"
            )
    bars += f"M{middle:.0f} {ridge:.0f}V{-top * 0.2:.0f}"
    canvas.line(bars, bar, pale)
    for k in range(3):
        x = middle - half + half * (0.3 + 0.62 * k)
        canvas.line(f"M{x:.0f} {top * 0.70:.0f}l{40 * unit:.0f} {-70 * unit:.0f}M{x + 22 * unit:.0f} {top * 0.72:.0f}l{26 * unit:.0f} {-46 * unit:.0f}", "#ffffff", 6 * unit, 0.5)  # fmt: skip


@piece("hanging baskets", dyed=False)
def _basket(canvas: Canvas, x: float, y: float) -> None:
    """A basket of trailing leaves and blossoms."""
    unit, rng = canvas.unit, canvas.stream(f"basket{round(x)}")
    canvas.line(f"M{x:.0f} 0V{y - 50 * unit:.0f}L{x - 40 * unit:.0f} {y:.0f}M{x:.0f} {y - 50 * unit:.0f}L{x + 40 * unit:.0f} {y:.0f}", canvas.lamp("#7a6a58"), 3 * unit)  # fmt: skip
    canvas.path(f"M{x - 46 * unit:.0f} {y:.0f}h{92 * unit:.0f}q{-8 * unit:.0f} {52 * unit:.0f} {-46 * unit:.0f} {54 * unit:.0f}t{-46 * unit:.0f} {-54 * unit:.0f}Z", canvas.lamp("#a87444"))  # fmt: skip
    for _ in range(22):
        green = canvas.lamp(rng.choice(("#4f9a4a", "#6fb558", "#3f8550")))
        canvas.add(leaf(x + rng.uniform(-62, 62) * unit, y + rng.uniform(-26, 40) * unit, rng.uniform(14, 24) * unit, rng.uniform(20, 160), green))  # fmt: skip
    for _ in range(6):
        canvas.add(petals(x + rng.uniform(-52, 52) * unit, y + rng.uniform(-24, 20) * unit, 13 * unit, canvas.lamp(rng.choice(("#f2709a", "#f7c948", "#ffffff")))))  # fmt: skip


@piece("plants", dyed=False)
def _bed(canvas: Canvas, what: str, base: float, size: float, *, left: bool) -> None:
    """A raised bed with a row of plants, that leaves the path free."""
    unit, width = canvas.unit * size, canvas.width
    inner = 0.24 + 0.02 / size
    x0, x1 = (-30 * unit, width * (0.5 - inner)) if left else (width * (0.5 + inner), width + 30 * unit)
    rng = canvas.stream(f"bed{left}{round(size * 100)}")
    wood, high = canvas.lamp("#a87a4c"), 66 * unit
    canvas.rect(x0, base - 4 * unit, x1 - x0, 13 * unit, "#22301c", 'opacity=".2"')
    y, x = base - high + 8 * unit, x0 + 34 * unit
    canvas.rect(x0, y - 12 * unit, x1 - x0, 24 * unit, canvas.lamp("#6a4a34"), f'rx="{6 * unit:.0f}"')
    while x < x1 - 24 * unit:
        _plant(canvas, what, x, y, unit * rng.uniform(0.86, 1.14), rng.randrange(1000))
        x += rng.uniform(56, 74) * unit
    canvas.rect(x0, base - high, x1 - x0, high, canvas.gradient((0.0, lighter(wood, 0.16)), (1.0, darker(wood, 0.12))), f'rx="{5 * unit:.0f}"')  # fmt: skip
    canvas.line(f"M{x0:.0f} {base - high / 2:.0f}H{x1:.0f}", darker(wood, 0.22), 3 * unit, 0.6)


def _plant(canvas: Canvas, what: str, x: float, y: float, unit: float, turn: int) -> None:
    """One plant of the bed, rooted at (x, y)."""
    greens = [canvas.lamp(one) for one in ("#4f9a4a", "#6fb558", "#3f8550")]
    tall = {"tomatoes": 128, "flowers": 84, "leaves": 62}[what] * unit
    canvas.line(f"M{x:.0f} {y:.0f}q{4 * unit:.0f} {-tall / 2:.0f} 0 {-tall:.0f}", greens[2], 5 * unit)
    for k in range(7 if what == "leaves" else 8):
        share = (k + 1) / 9
        side = -1 if (k + turn) % 2 else 1
        size = (30 - 12 * share) * unit * (1.3 if what == "leaves" else 1.0)
        canvas.add(leaf(x + side * size * 0.8, y - tall * share, size, side * -36 + (0 if side > 0 else 180), greens[(k + turn) % 3]))  # fmt: skip
    if what == "tomatoes":
        for k in range(3):
            dx, dy = (-22, 18, -8)[k] * unit, (0.34, 0.52, 0.74)[k] * tall
            canvas.ellipse(x + dx, y - dy, 14 * unit, 13 * unit, canvas.lamp(("#e2483a", "#e86a3a", "#8fb84a")[(k + turn) % 3]))  # fmt: skip
            canvas.ellipse(x + dx - 4 * unit, y - dy - 4 * unit, 4 * unit, 3 * unit, "#ffffff", 0.6)
    elif what == "flowers":
        dye = ("#f2709a", "#f7c948", "#b088f0", "#ff8a5c", "#ffffff")[turn % 5]
        canvas.add(petals(x, y - tall, 26 * unit, canvas.lamp(dye)))
