"""SVG bodies to lit pixels.

A sprite is a premultiplied RGBA array with the place of its top left pixel in the picture. Light falls from the upper
left in page space, or from the upper right in a mirrored place, so that a flipped figure keeps it. All arithmetic after librsvg is on whole numbers or plain
IEEE operations, so the same body gives the same bytes on every machine.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyvips

from paintover.engines.illustrator.sprites.art import UNIT

Pixels = npt.NDArray[np.uint8]
Plane = npt.NDArray[np.int16]
Floats = npt.NDArray[np.float32]
Whole = TypeVar("Whole", bound=np.integer)
Extent = tuple[float, float, float, float]
"""Left, top, right, bottom on the unit square."""

pyvips.cache_set_max(0)  # every image here is made once; a cache would only hold memory
pyvips.concurrency_set(1)  # tasks are the parallel unit, not the strips of one picture


@dataclass(frozen=True, slots=True)
class Frame:
    """How the unit square lies in the picture: the unit point `pivot` lands on the pixel position (`x`, `y`)."""

    x: float
    y: float
    scale: float
    """Side of the unit square in pixels."""
    pivot: tuple[float, float] = (UNIT / 2, UNIT / 2)
    flip: bool = False
    angle: float = 0.0
    """Degrees clockwise, about the pivot."""

    @property
    def factor(self) -> float:
        """Pixels a unit."""
        return self.scale / UNIT

    def point(self, unit: tuple[float, float]) -> tuple[float, float]:
        """A point of the unit square, in pixels of the picture."""
        u = (unit[0] - self.pivot[0]) * self.factor * (-1 if self.flip else 1)
        v = (unit[1] - self.pivot[1]) * self.factor
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        return self.x + u * cos - v * sin, self.y + u * sin + v * cos

    def bounds(self, extent: Extent) -> tuple[float, float, float, float]:
        """The upright box around a part of the unit square, in pixels."""
        left, top, right, bottom = extent
        if not self.angle:  # nearly all there are, and asked very often
            factor, (across, down) = self.factor, self.pivot
            sides = ((left - across) * factor, (right - across) * factor)
            near, far = sorted(sides if not self.flip else (-sides[0], -sides[1]))
            return (
                self.x + near,
                self.y + (top - down) * factor,
                self.x + far,
                self.y + (bottom - down) * factor,
            )
        corners = [
            self.point(corner) for corner in ((left, top), (right, top), (left, bottom), (right, bottom))
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def transform(self, left: int, top: int) -> str:
        """The SVG transform onto a canvas whose corner is the pixel (`left`, `top`)."""
        mirror = -self.factor if self.flip else self.factor
        return (
            f"translate({self.x - left:.3f} {self.y - top:.3f}) rotate({self.angle:.3f}) "
            f"scale({mirror:.6f} {self.factor:.6f}) translate({-self.pivot[0]:.3f} {-self.pivot[1]:.3f})"
        )


@dataclass(frozen=True, slots=True)
class Sprite:
    """Pixels at a place. `rgba` is premultiplied, height x width x 4."""

    rgba: Pixels
    left: int
    top: int

    def box(self) -> tuple[int, int, int, int]:
        """What it covers: every pixel that is not wholly clear. Right and bottom are exclusive."""
        rows = np.flatnonzero(self.rgba[..., 3].any(axis=1))
        columns = np.flatnonzero(self.rgba[..., 3].any(axis=0))
        if not rows.size:
            return (self.left, self.top, self.left, self.top)
        return (
            self.left + int(columns[0]),
            self.top + int(rows[0]),
            self.left + int(columns[-1]) + 1,
            self.top + int(rows[-1]) + 1,
        )


_FAINT = re.compile(
    r"<(?:path|ellipse|circle|rect|polygon|polyline|line)\b(?=[^>]*\sopacity=)(?![^>]*(?:fill|stroke)-opacity=)[^>]*/>"
)


def _without_layers(content: str) -> str:
    """The content with `opacity` on single shapes said as the opacity of their paint, which looks the same and spares
    librsvg a layer as large as the picture for each (at 4096 x 2048 a meadow took 2.6 s instead of 0.3)."""

    def paint(match: re.Match[str]) -> str:
        shape = match[0]
        if " stroke=" in shape and 'fill="none"' not in shape:
            return shape  # where line and paint overlap it would be seen
        return re.sub(r'\sopacity="([^"]*)"', r' fill-opacity="\1" stroke-opacity="\1"', shape)

    return _FAINT.sub(paint, content)


def document(width: int, height: int, content: str) -> bytes:
    """A whole SVG document of that many pixels."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">{content}</svg>'
    ).encode()


def rasterise(width: int, height: int, content: str, *, channels: int = 4) -> Pixels:
    """SVG content to straight (not premultiplied) RGBA, height x width x 4; with 3 channels the colours alone, of what
    covers all there is."""
    written = document(width, height, _without_layers(content))
    image = pyvips.Image.svgload_buffer(written, unlimited=True)
    if channels == 3:
        image = image.extract_band(0, n=3)
    pixels: Pixels = np.ndarray(
        buffer=image.write_to_memory(), dtype=np.uint8, shape=(height, width, channels)
    )
    return pixels


def place(body: str, frame: Frame, extent: Extent, *, margin: int = 2) -> tuple[Pixels, int, int]:
    """Draw a unit body through its frame: straight RGBA and the picture position of its top left pixel."""
    x0, y0, x1, y1 = frame.bounds(extent)
    left, top = math.floor(x0) - margin, math.floor(y0) - margin
    width, height = math.ceil(x1) + margin - left, math.ceil(y1) + margin - top
    content = f'<g transform="{frame.transform(left, top)}">{body}</g>'
    return rasterise(width, height, content), left, top


def blur(plane: npt.NDArray[np.integer], radius: float) -> npt.NDArray[np.int32]:
    """Three box blurs, which is nearly Gaussian, of about `radius` pixels deviation; the outside counts as 0."""
    size = max(0, round(radius * 0.95))
    if size == 0:
        return plane.astype(np.int32)
    wide = plane.astype(np.int32) << 6
    for _ in range(2):
        for _ in range(3):
            wide = _box(wide, size)
        wide = np.ascontiguousarray(wide.T)  # summing along rows is four times as fast as along columns
    wide >>= 6
    return wide


def _broadly_blurred(alpha: Pixels, radius: float) -> npt.NDArray[np.int16]:
    """`blur` by so much that half the resolution holds all that is left, in a quarter of the time."""
    height, width = alpha.shape
    half = np.zeros((height + 1 >> 1, width + 1 >> 1), np.uint16)
    for row in (0, 1):
        for column in (0, 1):
            part = alpha[row::2, column::2]
            half[: part.shape[0], : part.shape[1]] += part
    soft = np.minimum(blur(half >> 2, radius / 2), 255).astype(np.int16)
    return soft.repeat(2, axis=0).repeat(2, axis=1)[:height, :width]


def _box(plane: npt.NDArray[np.int32], radius: int) -> npt.NDArray[np.int32]:
    """The mean over `2 * radius + 1` pixels of a row, by running sums; no value is below 0."""
    span, count, first = 2 * radius + 1, plane.shape[1], radius + 1
    total = np.empty((plane.shape[0], count + span), np.int32)
    total[:, :first] = 0
    np.cumsum(plane, axis=1, out=total[:, first : first + count])
    total[:, first + count :] = total[:, first + count - 1, None]
    sums = total[:, span:] - total[:, :-span]
    whole = sums.view(np.uint32)  # dividing these takes half the time
    whole //= np.uint32(span)
    return sums


def shifted(plane: npt.NDArray[Whole], dx: int, dy: int) -> npt.NDArray[Whole]:
    """The plane moved right by `dx` and down by `dy`; what comes in is 0."""
    height, width = plane.shape
    moved = np.zeros_like(plane)
    dx, dy = max(-width, min(width, dx)), max(-height, min(height, dy))
    moved[max(0, dy) : height + min(0, dy), max(0, dx) : width + min(0, dx)] = plane[
        max(0, -dy) : height + min(0, -dy), max(0, -dx) : width + min(0, -dx)
    ]
    return moved


@dataclass(frozen=True, slots=True)
class Light:
    """The light of a time of day, as it falls on figures."""

    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)
    glow: tuple[int, int, int] = (255, 247, 214)
    shade: tuple[int, int, int] = (43, 18, 56)
    glow_strength: float = 0.50
    shade_strength: float = 0.44
    roundness: float = 0.20
    """How much the broad form is shaded; all three at 0 leave the drawing flat."""
    mirrored: bool = False
    """Falls from the upper right instead of the upper left."""


def lit(straight: Pixels, light: Light, *, grounded: bool = False) -> Pixels:
    """Give a flat figure volume: a bright rim towards the light, shade away from it, a soft roundness between.

    `grounded` also darkens the lowest part, where the ground takes the light. Returns premultiplied RGBA.
    """
    alpha = straight[..., 3]
    height, width = alpha.shape
    size = min(math.sqrt(np.count_nonzero(alpha > 127)) * 1.35, float(max(height, width)))
    rim = np.minimum(blur(alpha, size * 0.021), 255).astype(np.uint8)
    shape = _broadly_blurred(alpha, size * 0.075)
    step, far = max(1, round(size * 0.015)), max(1, round(size * 0.06))
    side = -1 if light.mirrored else 1
    towards = shifted(rim, side * step, round(step * 1.6))
    away = shifted(rim, -side * step, -round(step * 1.6))
    round_ = shifted(shape, -side * far, -far) - shifted(shape, side * far, far)
    level = np.ones(height, np.float32)
    if grounded:
        rows = np.arange(height, dtype=np.float32) / height
        level = np.float32(1.03) - np.float32(0.20) * np.clip((rows - 0.62) / 0.38, 0, 1) ** 2
    out = np.empty((height, width, 4), np.uint8)
    out[..., 3] = alpha
    strip = rows_at_once(width)
    for top in range(0, height, strip):
        part = slice(top, top + strip)
        _shine(out[part], straight[part], towards[part], away[part], round_[part], level[part, None], light)
    return out


def rows_at_once(width: int) -> int:
    """How many rows of that many pixels are worked on at once, so that what is made of them stays in the processor's
    cache."""
    return max(1, 16384 // width)


def _shine(
    out: Pixels, straight: Pixels, towards: Pixels, away: Pixels, round_: Plane, level: Floats, light: Light
) -> None:
    """Fill in the colours of a strip: each goes to the shade where little of the figure is `away` from the light, and then
    to the glow where little is `towards` it."""
    alpha = straight[..., 3]
    shade = (255 - away).astype(np.float32)
    shade *= np.float32(light.shade_strength / 255)
    glow = (255 - towards).astype(np.float32)
    glow *= np.float32(light.glow_strength / 255)
    cover = alpha.astype(np.float32)
    cover *= np.float32(1 / 255)
    keeps = round_.astype(np.float32)
    keeps *= np.float32(light.roundness / 255)
    keeps += 1
    keeps *= level
    glow *= cover  # what is left of the cover is shared by the shade and the colour itself
    cover -= glow
    shade *= cover
    cover -= shade
    keeps *= cover
    for channel in range(3):
        tint = light.tint[channel]
        colour = straight[..., channel] * keeps
        if tint != 1:
            colour *= np.float32(tint)
        colour += shade * np.float32(light.shade[channel] * tint)
        colour += glow * np.float32(light.glow[channel] * tint)
        colour += np.float32(0.5)
        out[..., channel] = np.minimum(colour, alpha)


def premultiplied(straight: Pixels) -> Pixels:
    """Straight RGBA to premultiplied, on whole numbers."""
    out = straight.copy()
    alpha = straight[..., 3:4].astype(np.uint16)
    out[..., :3] = (straight[..., :3] * alpha + 127) // 255
    return out


def straightened(premultiplied_: Pixels) -> Pixels:
    """Premultiplied RGBA to straight; black where it is clear."""
    out = premultiplied_.copy()
    alpha = premultiplied_[..., 3:4].astype(np.uint16)
    whole = np.maximum(alpha, 1)
    out[..., :3] = np.minimum((premultiplied_[..., :3].astype(np.uint16) * 255 + whole // 2) // whole, 255)
    return out


def lay(picture: Pixels, sprite: Sprite) -> None:
    """Paint a sprite over the picture (height x width x 3) in place, on whole numbers; what lies outside is cut."""
    height, width = picture.shape[:2]
    rows, columns = sprite.rgba.shape[:2]
    x0, y0 = max(0, sprite.left), max(0, sprite.top)
    x1, y1 = min(width, sprite.left + columns), min(height, sprite.top + rows)
    if x0 >= x1 or y0 >= y1:
        return
    part = sprite.rgba[y0 - sprite.top : y1 - sprite.top, x0 - sprite.left : x1 - sprite.left]
    below = picture[y0:y1, x0:x1]
    strip = rows_at_once(x1 - x0)
    for top in range(0, y1 - y0, strip):
        _lay(below[top : top + strip], part[top : top + strip])


def _lay(below: Pixels, part: Pixels) -> None:
    """One strip of `lay`: a channel at a time, as numpy is slow where the innermost axis has three places."""
    clear = 255 - part[..., 3].astype(np.uint16)
    for channel in range(3):
        seen = below[..., channel] * clear
        seen += 127
        seen //= 255
        seen += part[..., channel]
        below[..., channel] = seen
