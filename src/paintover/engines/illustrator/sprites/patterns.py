"""Patterns on a drawing: stripes, spots and checks, woven into the shapes that have its paint and into no other.

Each shape of the drawing that is painted in the thing's own colour, or a shade of it, is followed by a copy that is
filled with the pattern; what the artist drew over it (eyes, a mouth, a handle) stays on top. So a pattern is cut to the
body at every size, and lies in one grid across all parts of it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from paintover.engines.illustrator.colour import (
    PAINTS,
    colours_in,
    darker,
    from_lab,
    lighter,
    paints_of,
    same_paint,
    to_lab,
)
from paintover.engines.illustrator.scene import PatternName, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.figures import Figure, dominant
from paintover.engines.illustrator.sprites.raster import rasterise
from paintover.engines.illustrator.sprites.surfaces import Tile, materials, shades, surface

NATURAL: dict[str, frozenset[str]] = {
    "striped": frozenset(
        {"zebra", "tiger", "tropical-fish", "bee", "watermelon", "raccoon", "beach-umbrella"}
    ),
    "spotted": frozenset({"leopard", "giraffe", "ladybug", "mushroom"}),
    "checked": frozenset({"black-white-flag", "picnic-mat"}),
    "patched": frozenset(),
    "flowered": frozenset(),
}
"""Kinds that are drawn with a pattern anyway, and get no other of that name on top."""
CLOTH = frozenset(
    [
        "blouse",
        "socks",
        "raincoat",
        "lab-coat",
        "towel",
        "flag",
        "skirt",
        "curtain",
        "blanket",
        "cloth",
        "carpet",
        "rug",
        "round-rug",
        "handbag",
        "backpack",
        "jeans",
        "shorts",
        "kimono",
        "scarf",
    ]
)
"""Kinds of cloth, besides what is worn about the neck."""
_PANELS = {"prop:ball": ("#fdfdfb", "#ffd23f"), "prop:hot-air-balloon": ("#ffd65c",)}
"""Paints of panels that a pattern takes the place of."""
COVERED = 0.05
"""The share of a drawing that a pattern has to cover so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern and the paints that alternate with a thing's own."""

    name: PatternName
    paints: tuple[str, ...]
    alive: bool = False
    """Grown, and not printed: stripes waver and spots differ."""
    level: bool = False
    """On cloth: it does not lie askew."""
    worn: bool = False
    """On somebody's clothes: it leaves hair and trousers alone."""

    @property
    def key(self) -> str:
        """Tells it from every other pattern."""
        return f"{self.name}:{','.join(self.paints)}{':alive' * self.alive}{':level' * self.level}{':worn' * self.worn}"


def natural(pattern: PatternName) -> frozenset[str]:
    """The kinds that are drawn in that pattern, or of that material, anyway."""
    return materials()[pattern].natural if pattern in materials() else NATURAL[pattern]


def stuff_of(thing: Thing) -> str | None:
    """The paint of what a thing is made of, where that is said and is not what it is drawn of anyway."""
    material = materials().get(thing.pattern or "")
    return None if material is None or thing.kind in material.natural else material.paint


def pattern_of(
    thing: Thing, paint: str, *, alive: bool, level: bool = False, worn: bool = False
) -> Pattern | None:
    """The pattern of a thing whose own paint is that one; None for a plain one."""
    if thing.pattern is None or (thing.kind in natural(thing.pattern) and thing.second is None):
        return None
    if thing.pattern in materials():
        return Pattern(thing.pattern, shades(paint), level=True)
    named = tuple(paints_of(thing.second or ""))
    return Pattern(thing.pattern, named or (_contrast(paint, alive=alive),), alive, level, worn)


def _contrast(paint: str, *, alive: bool) -> str:
    """What goes with a paint when nobody says: darker markings on a coat, white on cloth and china."""
    light, a, b = to_lab(paint)
    if alive:
        return lighter(paint, 0.42) if light < 0.42 else darker(paint, 0.62)
    if light < 0.86:
        return PAINTS["white"]
    return PAINTS["blue"] if math.hypot(a, b) < 0.05 else darker(paint, 0.45)


def own_paint(figure: Figure, paint: str | None, *, clothed: bool) -> str:
    """The paint that a figure's pattern alternates with: the nearest to the one asked for, of the clothes of somebody
    `clothed`, or else the one that covers most of it."""
    if clothed:
        neck, foot = figure.anchors.neck, figure.extent[3]
        return _worn(figure.body, round(neck[0]), round(neck[1] + 0.30 * (foot - neck[1])))
    if paint is None:
        return dominant(figure.body)
    wanted = to_lab(paint)
    found = colours_in(figure.body) or [paint]
    return min(found, key=lambda colour: math.dist(to_lab(colour), wanted))


@lru_cache(maxsize=64)
def _worn(body: str, x: int, y: int) -> str:
    """The paint on somebody's chest, whose middle is there."""
    pixels = rasterise(UNIT, UNIT, body)[max(0, y - 5) : y + 5, max(0, x - 8) : x + 8].reshape(-1, 4)
    solid = pixels[pixels[:, 3] > 200][:, :3]
    if not solid.size:
        return dominant(body)
    values, counts = np.unique(solid, axis=0, return_counts=True)
    red, green, blue = values[int(counts.argmax())]
    return f"#{red:02x}{green:02x}{blue:02x}"


@lru_cache(maxsize=96)
def in_pattern(figure: Figure, pattern: Pattern, base: str) -> Figure:
    """The figure with the pattern on everything that is painted in `base` or a shade of it; as it is where that is
    hardly anything."""
    for panel in _PANELS.get(figure.name.partition("/")[0], ()):
        figure = replace(figure, body=figure.body.replace(panel, base))
    cloth = frozenset(
        colour.lower()
        for colour in colours_in(figure.body)
        if same_paint(colour, base) and (not pattern.worn or abs(to_lab(colour)[0] - to_lab(base)[0]) < 0.14)
    )
    fine = pattern.level or (pattern.alive and pattern.name == "striped")
    size = _size(figure) * (0.72 if fine else 1)
    weaver = _Weaver(figure, pattern, base, cloth, size)
    body = weaver.weave(figure.body)
    if changed(figure.body, body) < COVERED:
        return figure
    over = weaver.weave(figure.over) if figure.over else ""
    return replace(figure, name=f"{figure.name}/{pattern.key}", body=body, over=over)


def woven(figure: Figure, pattern: Pattern, base: str, cloth: frozenset[str], body: str) -> str:
    """A body of that figure with the pattern on every shape that is painted in one of `cloth`, shades of `base`."""
    return _Weaver(figure, pattern, base, cloth, _size(figure)).weave(body)


def _size(figure: Figure) -> float:
    """How far the pattern repeats, in units."""
    return min(24.0, max(9.0, 0.21 * math.sqrt(figure.width * figure.height)))


def changed(before: str, after: str) -> float:
    """Which share of a drawing looks otherwise, of what it covers."""
    if before == after:
        return 0.0
    one, other = rasterise(UNIT, UNIT, before), rasterise(UNIT, UNIT, after)
    differs = (np.abs(one.astype(np.int16) - other).max(axis=-1) > 12).sum()
    return float(differs) / max(1, int((one[..., 3] > 40).sum()))


_TAG = re.compile(r"<(/?)([A-Za-z]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_SHAPES = frozenset({"path", "ellipse", "circle", "rect", "polygon"})
_APART = frozenset({"clipPath", "linearGradient", "radialGradient", "filter", "mask", "pattern"})
_STOPS = re.compile(r'stop-color="(#[0-9a-fA-F]{3,6})"')
_HOLE = "ks"
_BROAD = 7.0
"""A line of that many units is a limb."""


def _attribute(tag: str, name: str) -> str | None:
    found = re.search(rf'(?<![\w-]){name}="([^"]*)"', tag)
    return None if found is None else found[1]


class _Weaver:
    """Writes a body again, with a patterned copy behind every shape of the cloth."""

    def __init__(
        self, figure: Figure, pattern: Pattern, base: str, cloth: frozenset[str], size: float
    ) -> None:
        self.figure, self.pattern, self.base, self.cloth, self.size = figure, pattern, base, cloth, size

    def weave(self, body: str) -> str:
        """The body with what the pattern needs in front of it."""
        gradients = {
            name: colours
            for name, content in re.findall(r'Gradient\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</(?:linear|radial)', body, re.DOTALL)
            if (colours := _STOPS.findall(content))
        }  # fmt: skip
        tiles: dict[str, str] = {}
        hole = self._eye_holes()
        out: list[str] = []
        fills: list[str] = []
        moves: list[str] = []
        apart = end = 0
        for match in _TAG.finditer(body):
            closing, name, attributes, single = match.groups()
            out.append(body[end : match.end()])
            end = match.end()
            if name in _APART:
                apart += -1 if closing else 0 if single else 1
            if name == "g" or (name == "symbol" and not single):
                if closing:
                    del fills[-1:], moves[-1:]
                elif not single:
                    fills.append(_attribute(attributes, "fill") or (fills[-1] if fills else "#000"))
                    moves.append(_attribute(attributes, "transform") or "")
            if apart or name not in _SHAPES or not single:
                continue
            copy = self._copy(name, attributes, fills[-1] if fills else "#000", gradients, tiles)
            if copy is not None and not self._spared(match[0], moves):
                around = hole and not any(moves) and "clip-path" not in copy and "transform" not in copy
                out.append(f'<g clip-path="url(#{_HOLE})">{copy}</g>' if around else copy)
        out.append(body[end:])
        return f"<defs>{hole}{''.join(tiles.values())}</defs>{''.join(out)}" if tiles else body

    def _eye_holes(self) -> str:
        """A clip that leaves out a ring around each eye, where dark spots would swallow them."""
        dark = any(to_lab(paint)[0] < 0.5 for paint in self.pattern.paints)
        anchors = self.figure.anchors
        if not (dark and self.pattern.alive and anchors.eyes and self.pattern.name in ("spotted", "patched")):
            return ""
        radius = 0.13 * anchors.head
        rings = "".join(
            f"M{x - radius:.2f} {y:.2f}a{radius:.2f} {radius:.2f} 0 1 0 {2 * radius:.2f} 0a{radius:.2f} {radius:.2f} 0 1 0 {-2 * radius:.2f} 0z"
            for x, y in anchors.eyes
        )
        return (
            f'<clipPath id="{_HOLE}"><path d="M-64-64h256v256h-256z{rings}" clip-rule="evenodd"/></clipPath>'
        )

    def _copy(
        self,
        name: str,
        attributes: str,
        inherited: str,
        gradients: dict[str, list[str]],
        tiles: dict[str, str],
    ) -> str | None:
        """The shape once more, in the pattern; None where it has none of the cloth's paint."""
        fill = _attribute(attributes, "fill") or inherited
        stroke = _attribute(attributes, "stroke")
        shade = self._shade(fill, gradients)
        if shade is not None:
            bare = re.sub(r'(?<![\w-])(?:fill|stroke|id)="[^"]*"', "", attributes)
            return f'<{name} {bare.strip()} fill="url(#{self._tile(shade, tiles)})"/>'
        wide = _attribute(attributes, "stroke-width")
        if stroke is None or wide is None or float(wide) < _BROAD:
            return None
        shade = self._shade(stroke, gradients)
        if shade is None:
            return None
        bare = re.sub(r'(?<![\w-])(?:fill|stroke|id)="[^"]*"', "", attributes)
        return f'<{name} {bare.strip()} fill="none" stroke="url(#{self._tile(shade, tiles)})"/>'

    def _shade(self, fill: str, gradients: dict[str, list[str]]) -> str | None:
        """The colour of the cloth that a fill is, or None."""
        if fill.startswith("url(#"):
            stops = gradients.get(fill[5:-1], [])
            own = [colour for colour in stops if colour.lower() in self.cloth]
            return own[len(own) // 2] if 2 * len(own) > len(stops) else None
        return fill if fill.lower() in self.cloth else None

    def _tile(self, shade: str, tiles: dict[str, str]) -> str:
        """The id of the pattern as it is in that shade of the cloth."""
        if shade not in tiles:
            step = to_lab(shade)[0] - to_lab(self.base)[0]
            paints = [_shifted(paint, 0.85 * step) for paint in self.pattern.paints]
            angle = 0.0 if self.pattern.alive or self.pattern.level else _SLANT[self.pattern.name]
            tiles[shade] = tile(f"k{len(tiles)}", self.pattern, paints, self.size, angle)
        return f"k{list(tiles).index(shade)}"

    def _spared(self, element: str, moves: Sequence[str]) -> bool:
        """Whether a shape is the white of an eye or another small thing close to one, or, of somebody dressed, hair."""
        anchors = self.figure.anchors
        if not (anchors.eyes or self.pattern.worn):
            return False
        shape = re.sub(r'fill="(?!none)[^"]*"', 'fill="#000"', element)
        for move in reversed(moves):
            shape = f'<g transform="{move}">{shape}</g>' if move else shape
        rows, columns = np.nonzero(rasterise(UNIT, UNIT, shape)[..., 3] > 90)
        if not rows.size:
            return True
        if self.pattern.worn and float(rows.mean()) < anchors.neck[1]:
            return True
        if not anchors.eyes or rows.size > 0.10 * self.figure.width * self.figure.height:
            return False
        far = np.min([np.hypot(columns - x, rows - y) for x, y in anchors.eyes], axis=0)
        return bool((far < 0.22 * anchors.head).mean() > 0.9)


def _shifted(paint: str, step: float) -> str:
    light, a, b = to_lab(paint)
    return from_lab((min(0.98, max(0.08, light + step)), a, b))


_SLANT: dict[str, float] = {
    "striped": -28.0,
    "spotted": 12.0,
    "checked": 8.0,
    "patched": 0.0,
    "flowered": 10.0,
}
"""How a pattern lies on a thing, in degrees."""


def tile(
    name: str, pattern: Pattern, paints: Sequence[str], size: float, angle: float, *, ground: str = ""
) -> str:
    """The SVG pattern of that id, repeating every `size` units; clear between its marks, or in the colour `ground`."""
    match pattern.name:
        case name_ if name_ in materials():
            wide, high, marks = surface(materials()[name_].marks, paints[0], paints[1], size)
        case "striped":
            wide, high, marks = _grown_stripes(paints, size) if pattern.alive else _stripes(paints, size)
        case "patched":
            wide, high, marks = _blotches(paints, size * 1.75)
        case "spotted":
            wide, high, marks = _blotches(paints, size) if pattern.alive else _dots(paints, size)
        case "flowered":
            wide, high, marks = _flowers(paints, size * 1.15)
        case _:
            wide, high, marks = _checks(paints, size)
    below = f'<rect width="{wide:.2f}" height="{high:.2f}" fill="{ground}"/>' if ground else ""
    return (
        f'<pattern id="{name}" width="{wide:.2f}" height="{high:.2f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({angle:g})">{below}{marks}</pattern>'
    )


def _stripes(paints: Sequence[str], size: float) -> Tile:
    """Level bands of one breadth, the thing's own paint first."""
    band = size / 2
    high = band * (len(paints) + 1)
    marks = "".join(
        f'<rect y="{band * (number + 1):.2f}" width="{size:.2f}" height="{band:.2f}" fill="{paint}"/>'
        for number, paint in enumerate(paints)
    )
    return size, high, marks


def _grown_stripes(paints: Sequence[str], size: float) -> Tile:
    """Upright bands that waver and swell."""
    high, step = size * 2.4, size * 0.95
    marks = ""
    for number, paint in enumerate(paints):
        a, b = step * number + 0.30 * size, step * number + 0.66 * size
        sway, swell = 0.17 * size, 0.05 * size
        marks += (
            f'<path d="M{a:.2f} 0C{a - sway:.2f} {high * 0.33:.2f} {a + sway + swell:.2f} {high * 0.66:.2f} {a:.2f} {high:.2f}'
            f'H{b:.2f}C{b + sway - swell:.2f} {high * 0.66:.2f} {b - sway:.2f} {high * 0.33:.2f} {b:.2f} 0Z" fill="{paint}"/>'
        )
    return step * len(paints), high, marks


def _dots(paints: Sequence[str], size: float) -> Tile:
    """Round dots in rows that are shifted by half a step."""
    colours = [paints[number % len(paints)] for number in range(2 * len(paints))]
    step, radius = size * 0.92, size * 0.235
    marks = "".join(
        f'<circle cx="{step * (number + 0.5) / 2 + step * 0.02:.2f}" cy="{step * (0.26 if number % 2 == 0 else 0.76):.2f}" r="{radius:.2f}" fill="{paint}"/>'
        for number, paint in enumerate(colours)
    )
    return step * len(paints), step, marks


def _flowers(paints: Sequence[str], size: float) -> Tile:
    """Little flowers of five petals in rows that are shifted by half a step."""
    colours = [paints[number % len(paints)] for number in range(2 * len(paints))]
    step, petal = size, size * 0.13
    marks = ""
    for number, paint in enumerate(colours):
        x, y = step * (number + 0.5) / 2, step * (0.26 if number % 2 == 0 else 0.76)
        for turn in range(5):
            angle = math.radians(72 * turn - 90)
            marks += f'<circle cx="{x + 1.15 * petal * math.cos(angle):.2f}" cy="{y + 1.15 * petal * math.sin(angle):.2f}" r="{petal:.2f}" fill="{paint}"/>'
        heart = PAINTS["yellow"] if paint != PAINTS["yellow"] else PAINTS["orange"]
        marks += f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{0.75 * petal:.2f}" fill="{heart}"/>'
    return step * len(paints), step, marks


_BLOTCHES = (
    (0.20, 0.22, 0.130, 0.105, -20),
    (0.62, 0.16, 0.085, 0.100, 30),
    (0.83, 0.47, 0.120, 0.095, 15),
    (0.43, 0.52, 0.100, 0.125, -40),
    (0.15, 0.70, 0.090, 0.080, 10),
    (0.66, 0.80, 0.135, 0.110, -15),
)
"""Middle, radii and turn of the spots of a coat, on a square of 1."""


def _blotches(paints: Sequence[str], size: float) -> Tile:
    """Spots of several sizes, none like the other."""
    side = size * 2.1
    marks = "".join(
        f'<ellipse cx="{x * side:.2f}" cy="{y * side:.2f}" rx="{rx * side:.2f}" ry="{ry * side:.2f}" transform="rotate({turn} {x * side:.2f} {y * side:.2f})" fill="{paints[number % len(paints)]}"/>'
        for number, (x, y, rx, ry, turn) in enumerate(_BLOTCHES)
    )
    return side, side, marks


def _checks(paints: Sequence[str], size: float) -> Tile:
    """Gingham: bands across and down, each half clear, of full colour where they cross."""
    half = size / 2
    first, last = paints[0], paints[-1]
    marks = (
        f'<rect width="{half:.2f}" height="{size:.2f}" fill="{first}" fill-opacity=".55"/>'
        f'<rect width="{size:.2f}" height="{half:.2f}" fill="{last}" fill-opacity=".55"/>'
        f'<rect width="{half:.2f}" height="{half:.2f}" fill="{first}" fill-opacity=".55"/>'
    )
    return size, size, marks


_DRAWN_SO = {
    "lighthouse": ("striped", frozenset({"red", "white"})),
    "zebra": ("striped", frozenset({"black", "white"})),
    "tiger": ("striped", frozenset({"orange", "black"})),
    "bee": ("striped", frozenset({"yellow", "black"})),
    "ladybug": ("spotted", frozenset({"red", "black"})),
}


def usual_look(kind: str) -> tuple[str, ...]:
    """The pattern and the colours that things of that kind are drawn with anyway."""
    pattern, colours = _DRAWN_SO.get(kind, ("", frozenset()))
    return (pattern, *sorted(colours)) if pattern else ()


def drawn_so(kind: str, colours: Iterable[str], pattern: str | None) -> bool:
    """Whether things of that kind have that pattern in these colours anyway, so that none is laid over their drawing."""
    usual = _DRAWN_SO.get(kind)
    return usual is not None and usual == (pattern, frozenset(colours))
