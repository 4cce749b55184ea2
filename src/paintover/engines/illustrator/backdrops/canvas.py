"""What every backdrop draws on: size, horizon, one random stream a layer, and the colours of the hour."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from paintover.engines.illustrator.backdrops.dye import dyed
from paintover.engines.illustrator.backdrops.openings import Top, Wall
from paintover.engines.illustrator.colour import BROADLY, mix, paints_of, rgb
from paintover.engines.illustrator.scene import Scenery

Option = TypeVar("Option")
Given = ParamSpec("Given")
Mark = tuple[int, int]
"""How many parts and definitions a canvas had."""


@dataclass(slots=True)
class Canvas:
    """SVG in the making. Lengths are pixels; `unit` is a 1024th of the picture's mean side."""

    width: int
    height: int
    horizon: float
    """Pixels from the top."""
    seed: int
    time: str = "day"
    weather: str = "clear"
    season: str = ""
    """``spring``, ``summer``, ``autumn``, ``winter``; "" where nobody says."""
    festival: str = ""
    """``new-year``, ``mid-autumn``, ``christmas``; "" on any other day."""
    motif: str = ""
    """The occasion whose ornaments a sheet's paper has."""
    luminary: bool = True
    """Whether the sky has a sun or moon of its own."""
    inked: bool = False
    """In washes of ink on paper."""
    flat: bool = False
    """Without gradients and glows."""
    tint: str | None = None
    """Of this picture's air: seeds differ in it."""
    scenery: Scenery = field(default_factory=Scenery)
    """The paints and amounts that were told."""
    parts: list[str] = field(default_factory=list)
    defs: list[str] = field(default_factory=list)
    on_the_wall: Wall = field(default_factory=Wall)
    pieces: dict[str, list[Top]] = field(default_factory=dict)
    """The pieces that were drawn, with where things can be put on them; see `piece`."""
    indoors: bool = False
    light: tuple[float, float, float] | None = None
    """Where the sun or the moon of its own is, once it is drawn: its middle and its radius."""

    @property
    def unit(self) -> float:
        return math.sqrt(self.width * self.height) / 1024

    def stream(self, layer: str) -> random.Random:
        """The layer's own random numbers, so that layers do not disturb each other."""
        return random.Random(f"{self.seed}:{layer}")

    def choice(self, layer: str, options: Sequence[Option]) -> Option:
        """One of the options, by seed; the next seed gives another."""
        return by_turns(self.seed, layer, options)

    def view(self, options: Sequence[str], *, windowed: Sequence[str]) -> str:
        """How a room is seen, by seed; one of those with a window, where something outside was told of."""
        view = self.choice("view", options)
        return view if self.scenery.panes <= 0 or view in windowed else self.choice("view", windowed)

    def hour(self, colour: str, *, far: float = 0.0) -> str:
        """A daylight colour as it looks at this hour and in this weather; `far` fades it into the haze."""
        if self.season:
            colour = in_season(colour, self.season)
        if self.inked:
            return in_ink(colour, far=far)
        if self.tint is not None:
            colour = mix(colour, self.tint, 0.13)
        if self.time == "night":
            colour = mix(colour, "#101a48", 0.60 + 0.12 * far)
        elif self.time in ("sunset", "dawn") and self.season == "winter" and min(rgb(colour)) > _SNOWY:
            colour = mix(
                mix(colour, "#ffb08a", 0.10 + 0.06 * far), "#5a6cc0", 0.24 + 0.08 * far
            )  # blue in the shade
        elif self.time == "sunset":
            colour = mix(mix(colour, "#e2793f", 0.20 + 0.06 * far), "#4a2358", 0.12 + 0.10 * far)
        elif self.time == "dawn":
            colour = mix(mix(colour, "#ffc9a8", 0.16 + 0.12 * far), "#8f6fa8", 0.06 + 0.06 * far)
        if self.weather == "cloudy":
            colour = mix(colour, "#8d99a3", 0.18)
        elif self.weather == "rain":
            colour = mix(colour, "#6f7f8f", 0.30)
        elif self.weather == "storm":
            colour = mix(colour, "#3b4660", 0.46)
        elif self.weather == "snow":
            colour = mix(colour, "#e8eff6", 0.22)
        elif self.weather == "fog":
            colour = mix(colour, "#dfe5e8", 0.35 + 0.3 * far)
        return colour

    @contextmanager
    def painted(self, paint: str, *, greens: bool = False, lit: bool = True) -> Iterator[None]:
        """What is drawn inside is of those colours of the scenery; see `paint`."""
        mark = self.mark()
        yield
        self.paint(mark, paint, greens=greens, lit=lit)

    @contextmanager
    def walled(self, paint: str) -> Iterator[None]:
        """What is drawn inside is a wall of a room in that colour of the scenery, a light one lighter than on a thing."""
        mark = self.mark()
        yield
        self._dye(mark, [self.lamp(target) for target in paints_of(paint, light=BROADLY)[:1]])

    @contextmanager
    def piece(self, name: str, *, dyed: bool = True, greens: bool = False) -> Iterator[None]:
        """What is drawn inside is a piece of the backdrop that goes by that name, and is left out or in another paint where
        that was told of it; without `dyed` it takes its paint from `paint_of`."""
        mark, hung = self.mark(), self.on_the_wall.mark()
        yield
        told = self.told_of(name)
        if told == Scenery.GONE:
            del self.parts[mark[0] :]
            self.on_the_wall.back_to(hung)
            return
        if len(self.parts) > mark[0]:
            self.pieces.setdefault(name, [])
        if told and dyed:
            self.paint(mark, told, greens=greens, lit=not self.indoors)

    def top(self, name: str, left: float, right: float, y: float, room: float = 260.0) -> None:
        """Things can be put on a piece between two columns at that height; there is that much room above, in units."""
        if self.told_of(name) != Scenery.GONE:
            found = Top(max(0.0, left), min(float(self.width), right), y, room * self.unit)
            self.pieces.setdefault(name, []).append(found)

    def told_of(self, name: str) -> str:
        """What became of a piece of the backdrop; "" where nothing was told of it."""
        return next((told for piece, told in self.scenery.pieces if piece == name), "")

    def paint_of(self, name: str, usual: str) -> str:
        """The paint that was told of a piece, or else its usual one."""
        return next(iter(paints_of(self.told_of(name))), usual)

    def mark(self) -> Mark:
        """How far the drawing has come, for `paint`."""
        return len(self.parts), len(self.defs)

    def paint(self, since: Mark, paint: str, *, greens: bool = False, lit: bool = True) -> None:
        """What was drawn since then in that colour of the scenery ("" changes nothing); with `greens` only what is green.

        `lit` says that the hour changes the paint as it does everything out of doors.
        """
        told = paints_of(paint)[:1]
        self._dye(since, [self.told(one) if lit else self.lamp(one) for one in told], greens=greens)

    def _dye(self, since: Mark, tones: Sequence[str], *, greens: bool = False) -> None:
        for tone in tones:
            parts, defs = since
            drawn = dyed([*self.parts[parts:], *self.defs[defs:]], tone, greens=greens)
            cut = len(self.parts) - parts
            self.parts[parts:], self.defs[defs:] = drawn[:cut], drawn[cut:]

    def told(self, colour: str) -> str:
        """A paint that was asked for as it looks at this hour: darker by night, and still the same paint."""
        shade = {"night": ("#0c1238", 0.42), "sunset": ("#7a3050", 0.12), "dawn": ("#ffd9c4", 0.12)}.get(
            self.time
        )
        return colour if shade is None else mix(colour, *shade)

    def many(self, count: int, steps: int) -> int:
        """So many of what a backdrop has `count` of, so many steps more or fewer."""
        if steps <= Scenery.NONE:
            return 0
        return round(count * 1.7**steps) if steps else count

    def lamp(self, colour: str) -> str:
        """A colour indoors: as it is by day, dim and warm at night."""
        if self.time == "night":
            return mix(colour, "#3a2f55", 0.34)
        if self.time == "sunset":
            return mix(colour, "#f0a060", 0.12)
        return colour

    def down(self, share: float) -> float:
        """Pixels from the top at that share of the way from the horizon to the lower edge."""
        return self.horizon + (self.height - self.horizon) * share

    def add(self, *parts: str) -> None:
        self.parts.extend(parts)

    def path(self, outline: str, fill: str, extra: str = "") -> None:
        self.add(f'<path d="{outline}" fill="{fill}" {extra}/>')

    def line(self, outline: str, colour: str, wide: float, opacity: float = 1.0) -> None:
        """A stroke with round ends, `wide` pixels."""
        self.add(
            f'<path d="{outline}" fill="none" stroke="{colour}" stroke-width="{wide:.1f}" stroke-linecap="round" stroke-linejoin="round" opacity="{opacity:.2f}"/>'
        )

    def gradient(self, *stops: tuple[float, str] | tuple[float, str, float], level: bool = False) -> str:
        """Define a linear gradient, downwards or (`level`) to the right; returns ``url(#...)``, or one colour where all is
        flat."""
        if self.flat and all(len(stop) == 2 for stop in stops):
            return _middle(stops)
        name = f"g{len(self.defs)}"
        direction = 'x2="1" y2="0"' if level else 'x2="0" y2="1"'
        self.defs.append(
            f'<linearGradient id="{name}" x1="0" y1="0" {direction}>{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def across(self, top: float, bottom: float, *stops: tuple[float, str] | tuple[float, str, float]) -> str:
        """A downward gradient between two heights of the picture, for shapes of several pieces."""
        if self.flat:
            return _middle(stops)
        name = f"g{len(self.defs)}"
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{top:.1f}" y2="{bottom:.1f}">{_stops(stops)}</linearGradient>'
        )
        return f"url(#{name})"

    def glow(self, *stops: tuple[float, str] | tuple[float, str, float]) -> str:
        """Define a radial gradient; returns ``url(#...)``, or what is flat: one colour, or none of a glow."""
        if self.flat:
            return "none" if any(len(stop) > 2 for stop in stops) else _middle(stops)
        name = f"g{len(self.defs)}"
        self.defs.append(f'<radialGradient id="{name}">{_stops(stops)}</radialGradient>')
        return f"url(#{name})"

    def rect(self, x: float, y: float, width: float, height: float, fill: str, extra: str = "") -> None:
        self.add(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" {extra}/>'
        )

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0) -> None:
        faint = "" if opacity > 0.994 else f' fill-opacity="{opacity:.2f}"'
        self.add(f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}"{faint}/>')

    def ridge(
        self, layer: str, y: float, height: float, fill: str, *, waves: float = 1.6, rough: float = 0.0
    ) -> None:
        """A filled silhouette from side to side whose upper edge swings `height` around `y`."""
        rng = self.stream(layer)
        phases = [rng.uniform(0, math.tau) for _ in range(3)]
        speeds = [waves * rng.uniform(0.75, 1.25) * k for k in (1, 2.1, 3.7)]
        steps = 44 if rough else 28
        points = []
        for step in range(steps + 1):
            t = step / steps
            swing = sum(
                math.sin(phase + t * math.tau * speed) * share
                for phase, speed, share in zip(phases, speeds, (0.62, 0.27, 0.11), strict=True)
            )
            points.append(
                (self.width * t, y - height * (swing + (rng.uniform(-rough, rough) if rough else 0)))
            )
        path = f"M0 {self.height}L" + "L".join(f"{x:.1f} {py:.1f}" for x, py in points)
        self.add(f'<path d="{path}L{self.width} {self.height}Z" fill="{fill}"/>')

    def document(self) -> str:
        """The finished content."""
        return f"<defs>{''.join(self.defs)}</defs>{''.join(self.parts)}"


def piece(
    name: str, *, dyed: bool = True, greens: bool = False
) -> Callable[[Callable[Concatenate[Canvas, Given], None]], Callable[Concatenate[Canvas, Given], None]]:
    """Make a piece of the backdrop of what a function draws; see `Canvas.piece`."""

    def within(
        draw: Callable[Concatenate[Canvas, Given], None],
    ) -> Callable[Concatenate[Canvas, Given], None]:
        @wraps(draw)
        def drawn(canvas: Canvas, /, *args: Given.args, **told: Given.kwargs) -> None:
            with canvas.piece(name, dyed=dyed, greens=greens):
                draw(canvas, *args, **told)

        return drawn

    return within


_LEAF = {
    "spring": ("#c4ea7e", 0.34),
    "summer": ("#3f9a3a", 0.16),
    "autumn": ("#e0a545", 0.58),
    "winter": ("#f8fbff", 0.92),
}
"""What leaves and grass turn to, and how far."""
_SNOWY = 190
"""How light what snow lies on is at least, by its darkest part of 255."""
_BLUE_SNOW = "#b9d2ee"
"""Snow in the shade: what was dark green is under it."""


_WASH, _PAPER = "#36424a", "#fdfdfb"


def in_ink(colour: str, *, far: float) -> str:
    """A colour as a wash of ink: what is light is left to the paper, and what is far fades into mist."""
    red, green, blue = rgb(colour)
    light = (0.30 * red + 0.59 * green + 0.11 * blue) / 255
    depth = min(1.0, max(0.0, (0.93 - light) / 0.72)) ** 1.35
    return mix(_PAPER, _WASH, 0.92 * depth * (1 - 0.42 * min(1.0, far)))


def in_season(colour: str, season: str) -> str:
    """A colour of the landscape in that season: what is green turns, and snow lies a little on everything else."""
    red, green, blue = rgb(colour)
    if season not in _LEAF:
        return colour
    target, share = _LEAF[season]
    greenness = min(1.0, max(0.0, (green - max(red * 0.86, blue * 0.94)) / 34))
    if season == "autumn" and blue < 90:
        target = ("#dd9a34", "#d8702c", "#c9572f")[(red + blue) % 3]
    if season == "winter":
        ochre = min(1.0, max(0.0, (red - blue - 30) / 40)) if green > 120 else 0.0
        greenness = max(greenness, ochre)
        target = mix(_BLUE_SNOW, target, min(1.0, max(0.0, (green - 70) / 120)))
    return mix(colour, target, share * greenness)


def by_turns(seed: int, layer: str, options: Sequence[Option]) -> Option:
    """One of the options: a shuffled round of them for as many seeds in a row, so that neighbours differ."""
    turn, at = divmod(seed, len(options))
    return random.Random(f"{turn}:{layer}").sample(options, len(options))[at]


def _middle(stops: Sequence[tuple[float, str] | tuple[float, str, float]]) -> str:
    """The one colour that stands for a gradient."""
    return mix(stops[0][1], stops[-1][1], 0.4) if len(stops) < 3 else stops[len(stops) // 2][1]


def _stops(stops: tuple[tuple[float, str] | tuple[float, str, float], ...]) -> str:
    return "".join(
        f'<stop offset="{stop[0]}" stop-color="{stop[1]}"'
        + (f' stop-opacity="{stop[2]}"/>' if len(stop) > 2 else "/>")
        for stop in stops
    )
