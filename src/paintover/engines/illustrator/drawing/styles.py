"""Styles over a finished picture. The storybook style is the drawing itself.

`pixel` looks at cells of the picture, the others at a small neighbourhood of each pixel, so an edit changes nothing
further than `REACH` pixels outside the boxes of what it touched.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from paintover.engines.illustrator.sprites.raster import Floats, Pixels, blur

REACH = {
    "storybook": 0,
    "flat": 0,
    "neon": 40,
    "pixel": 16,
    "line": 16,
    "sketch": 24,
    "ink": 32,
    "watercolour": 40,
    "papercut": 32,
}
"""How many pixels around a change a style can spread it, at the nominal size."""


def in_style(pixels: Pixels, style: str, seed: int, labels: Callable[[], Pixels] | None = None) -> Pixels:
    """The picture (height x width x 3) in that style; as it is for a name of a later version.

    `labels` tells where the backdrop is seen (0) and where which thing is, so that the things are drawn with more weight.
    """
    if style in ("storybook", "flat", "pixel", "watercolour", "sketch"):
        who = np.zeros(pixels.shape[:2], np.uint8)
    else:
        who = np.zeros(pixels.shape[:2], np.uint8) if labels is None else labels()
    match style:
        case "pixel":
            return _pixel(pixels)
        case "line":
            return _line(pixels, who)
        case "sketch":
            return _sketch(pixels, seed)
        case "ink":
            return _ink(pixels, seed, who)
        case "neon":
            return _neon(pixels, who)
        case "papercut":
            return _papercut(pixels, seed, who)
        case "watercolour":
            return _watercolour(pixels, seed)
        case _:
            return pixels


def _noise(height: int, width: int, cell: int, seed: int) -> Floats:
    """Smooth noise of about -1 to 1 with features of `cell` pixels, from position and seed alone."""
    rng = np.random.Generator(np.random.PCG64(seed))
    rows, columns = height // cell + 3, width // cell + 3
    coarse = rng.integers(-255, 256, (rows, columns)).astype(np.float32) / 255
    y, x = np.arange(height, dtype=np.float32) / cell, np.arange(width, dtype=np.float32) / cell
    y0, x0 = y.astype(np.int64), x.astype(np.int64)
    fy, fx = (y - y0)[:, None], (x - x0)[None, :]
    fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
    fy, fx = fy.astype(np.float32), fx.astype(np.float32)
    upper = coarse[y0][:, x0] * (1 - fx) + coarse[y0][:, x0 + 1] * fx
    lower = coarse[y0 + 1][:, x0] * (1 - fx) + coarse[y0 + 1][:, x0 + 1] * fx
    out: Floats = (upper * (1 - fy) + lower * fy).astype(np.float32)
    return out


def _soft(pixels: Pixels, radius: float) -> npt.NDArray[np.float32]:
    """Each channel blurred, the edges repeated."""
    pad = round(radius * 4) + 1
    soft = np.empty(pixels.shape, np.float32)
    for channel in range(3):
        padded = np.pad(pixels[..., channel], pad, mode="edge")
        soft[..., channel] = blur(padded, radius)[pad:-pad, pad:-pad]
    return soft


def _edges(pixels: Pixels, gain: float) -> Floats:
    """Where colours meet, 0 to 1."""
    fine, wide = _soft(pixels, 1.1), _soft(pixels, 2.6)
    edge: Floats = np.clip((np.abs(fine - wide).max(axis=-1) - 3.0) * gain / 255, 0, 1).astype(np.float32)
    return edge


def _contours(pixels: Pixels, gain: float) -> Floats:
    """Where colours meet, 0 to 1, as one thin line: `_edges` runs along either side of it."""
    soft = _soft(pixels, 1.0)
    steep = np.zeros(pixels.shape[:2], np.float32)
    across = np.abs(soft[:, 2:] - soft[:, :-2]).max(axis=-1) / 2
    down = np.abs(soft[2:] - soft[:-2]).max(axis=-1) / 2
    steep[:, 1:-1] = across
    steep[1:-1] = np.maximum(steep[1:-1], down)
    line: Floats = np.clip((steep - 3.0) * gain / 255, 0, 1).astype(np.float32)
    return line


def _paper(height: int, width: int, seed: int) -> Floats:
    fine, coarse = np.abs(_noise(height, width, 3, seed + 3)), np.abs(_noise(height, width, 9, seed + 4))
    sheet: Floats = (1 - 0.020 * fine - 0.018 * coarse).astype(np.float32)
    return sheet


def _to_bytes(values: npt.NDArray[np.floating[Any]]) -> Pixels:
    clipped: Pixels = np.clip(values + 0.5, 0, 255).astype(np.uint8)
    return clipped


def _pixel(pixels: Pixels) -> Pixels:
    height, width, _ = pixels.shape
    cell = 8
    cells = pixels[: height // cell * cell, : width // cell * cell].reshape(
        height // cell, cell, width // cell, cell, 3
    )
    means = cells.astype(np.uint32).sum(axis=(1, 3)) // (cell * cell)
    steps = (np.clip((means + 10) // 20, 0, 12) * 21).astype(np.uint8)
    large = steps.repeat(cell, axis=0).repeat(cell, axis=1)
    return np.pad(large, ((0, height - large.shape[0]), (0, width - large.shape[1]), (0, 0)), mode="edge")


def _borders(labels: Pixels, thick: float) -> Floats:
    """Where one thing ends and another or the backdrop begins, 0 to 1, about `thick` pixels broad."""
    meets = np.zeros(labels.shape, np.int32)
    across, down = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    meets[:, 1:][across] = 255
    meets[1:][down] = 255
    soft = blur(meets, thick * 0.62)
    border: Floats = np.clip(soft.astype(np.float32) * (thick / 150), 0, 1).astype(np.float32)
    return border


def _line(pixels: Pixels, labels: Pixels) -> Pixels:
    """Pen and ink: the things in firm black lines, what is black of them filled, the scenery in thin grey ones."""
    things = labels > 0
    inner = _contours(pixels, 22.0)
    weights = np.array([0.30, 0.59, 0.11], np.float32)
    tone = _soft(pixels, 0.9) @ weights
    filled = np.clip((66 - tone) / 14, 0, 1)
    inside = np.maximum(inner, filled)
    outside = inner * 0.5
    ink = np.maximum(np.where(things, inside, outside), _borders(labels, 2.4))[..., None]
    return _to_bytes(252 - ink * np.array([226, 222, 212], np.float32))


_TUBES = np.array(
    [(255, 70, 170), (60, 225, 255), (190, 255, 80), (180, 120, 255), (255, 170, 60), (90, 255, 190)],
    np.float32,
)
"""Colours of tubes for things that have none of their own."""


def _neon(pixels: Pixels, labels: Pixels) -> Pixels:
    """Glowing tubes on a dark blue night: bright along the things, dim along the scenery."""
    things = (labels > 0)[..., None]
    edge = np.maximum(_edges(pixels, 30.0), _borders(labels, 3.6))[..., None]
    hue = _soft(pixels, 1.2)
    spread = np.ptp(hue, axis=-1, keepdims=True)
    vivid = 255 * (hue - hue.min(axis=-1, keepdims=True)) / (spread + 24)
    own = np.clip((spread - 46) / 60, 0, 1)
    tube = _TUBES[labels % len(_TUBES)]
    bright = np.clip(vivid * own + tube * (1 - own) + 40, 0, 255)
    dim = (vivid * 0.75 + np.array([150, 70, 190], np.float32) * 0.45) * 0.5
    lines = _to_bytes(np.where(things, bright, dim) * edge)
    del bright, dim, vivid
    glow, strength = _soft(lines, 5.0), np.where(things[..., 0], 1.7, 1.5)
    lit = np.empty_like(pixels)
    for channel, (least, share) in enumerate(_NIGHT):
        night = least + hue[..., channel] * share
        night = np.where(things[..., 0], night * 0.55 + tube[..., channel] * 0.10, night * 0.8)
        shining = glow[..., channel] * strength
        lit[..., channel] = _to_bytes(night + shining + lines[..., channel].astype(np.float32) * 1.05)
    return lit


_NIGHT = np.array([(10, 0.10), (10, 0.09), (34, 0.16)], np.float32)
"""Of red, green and blue, what the night has of itself and of the picture's hue."""


def _papercut(pixels: Pixels, seed: int, labels: Pixels) -> Pixels:
    """Red paper on cream: actors are cut out whole, contours are slits, and the pale scenery is a sheet of rose behind;
    each sheet throws a little shadow on the one below."""
    height, width, _ = pixels.shape
    weights = np.array([0.30, 0.55, 0.15], np.float32)
    soft = _soft(pixels, 1.4)
    tone, around = soft @ weights, _soft(pixels, 6.0) @ weights
    colours = pixels.astype(np.float32)
    tone = tone + 0.9 * np.clip(colours[..., 2] - colours[..., :2].max(axis=-1), 0, None)  # skies are paper
    vivid = np.ptp(soft, axis=-1)
    deep = tone - 0.30 * np.clip(vivid - 60, 0, None)
    things = labels > 0
    standing = np.maximum(np.clip((176 - deep - 0.8 * (tone - around)) / 7, 0, 1), things)
    cuts = np.clip(_edges(pixels, 30.0) * 1.5, 0, 1)
    apart = _borders(labels, 5.0) * np.where(things, 1.0, 0.0)
    cuts = np.maximum(cuts * np.where(things | (standing < 0.5), 1.0, 0.3), apart)
    red = (standing * (1 - cuts)).astype(np.float32)
    rose = np.clip((226 - tone) / 5, 0, 1).astype(np.float32) * (1 - 0.75 * cuts)
    cast = 1 - 0.30 * _shade(red, 5)
    sheet, behind = _paper(height, width, seed), _paper(height, width, seed + 20)
    shaded = 1 - 0.12 * _shade(rose, 3)
    grain = 1 - 0.06 * np.abs(_noise(height, width, 5, seed + 2))
    cut = np.empty_like(pixels)
    for channel, (cream, pale, bright) in enumerate(_PAPERS):
        ground = cream * sheet * shaded
        ground = ground * (1 - rose) + pale * behind * rose
        cut[..., channel] = _to_bytes(ground * cast * (1 - red) + bright * grain * red)
    return cut


_PAPERS = np.array([(252, 243, 204), (243, 205, 28), (226, 180, 34)], np.float32)
"""Of red, green and blue, what the sheet, the one behind it and the red paper have."""


def _shade(mask: Floats, step: int) -> Floats:
    """The soft shadow that a cut sheet throws to the lower right, outside of itself."""
    plane = blur((mask * 255).astype(np.int32), 3.0)
    moved = np.zeros_like(plane)
    moved[step:, step:] = plane[:-step, :-step]
    shade: Floats = (np.clip(moved / 255, 0, 1) * (1 - mask)).astype(np.float32)
    return shade


def _sketch(pixels: Pixels, seed: int) -> Pixels:
    height, width, _ = pixels.shape
    tone = _soft(pixels, 3.0).mean(axis=-1) / 255
    y, x = np.arange(height)[:, None], np.arange(width)[None, :]
    wobble = _noise(height, width, 30, seed) * 3
    stripes = np.abs((x + y + wobble) % 9 - 4.5) / 4.5
    hatch = np.clip((stripes - tone * 1.05 + 0.12) * 3, 0, 1) * 0.5
    ink = np.clip(_contours(pixels, 14.0) * 0.9 + hatch * (1 - tone) * 1.5, 0, 1)
    sheet = 250 * _paper(height, width, seed)[..., None] * np.array([1, 0.985, 0.955], np.float32)
    return _to_bytes(sheet - ink[..., None] * np.array([188, 186, 178], np.float32))


def _ink(pixels: Pixels, seed: int, labels: Pixels) -> Pixels:
    """Black ink on rice paper: washes that pool, strokes that swell, a breath of colour, and a red seal."""
    height, width, _ = pixels.shape
    soft = _soft(pixels, 4.0)
    grey = soft.mean(axis=-1) / 255
    cloud = _noise(height, width, 60, seed) * 0.05 + _noise(height, width, 17, seed + 1) * 0.03
    tone = np.clip((1 - grey) * 1.12 - 0.13, 0, 1)
    wash = np.clip(tone * (1 + 2.2 * cloud), 0, 1) ** 1.12
    strokes = _edges(pixels, 24.0)
    pressed = np.maximum(strokes * (0.86 + 0.9 * cloud), _borders(labels, 4.4) * (0.92 + 1.6 * cloud))
    pressed = pressed * np.where(labels > 0, 1.0, 0.62)
    dark = np.clip(wash * 0.80 + pressed * 0.85, 0, 0.95)
    sheet, mean = _paper(height, width, seed), soft.mean(axis=-1)
    inked = np.empty_like(pixels)
    for channel, (white, black) in enumerate(_RICE):
        breath = (soft[..., channel] - mean) * 0.50 * (1 - 0.6 * dark)
        inked[..., channel] = _to_bytes(white * sheet * (1 - dark * black) + breath)
    _seal(inked)
    return inked


_RICE = np.array([(250, 0.96), (246, 0.945), (234, 0.915)], np.float32)
"""Of red, green and blue, what rice paper has, and the share of it that ink takes."""


_SEAL = ("#######", "#.#.#.#", "#.###.#", "#..#..#", "#.###.#", "#.#.#.#", "#######")
"""A seal of strokes that spell nothing."""


def _seal(picture: Pixels) -> None:
    """Press the seal into the lower left corner, in place."""
    height, width, _ = picture.shape
    cell = max(1, round(min(height, width) / 150))
    left, top = round(width * 0.032), height - round(height * 0.032) - 7 * cell
    for row, line in enumerate(_SEAL):
        for column, mark in enumerate(line):
            y, x = top + row * cell, left + column * cell
            paint = (190, 40, 36) if mark == "#" else (246, 226, 208)
            picture[y : y + cell, x : x + cell] = paint


def _watercolour(pixels: Pixels, seed: int) -> Pixels:
    height, width, _ = pixels.shape
    moved = _wandered(pixels, seed)
    soft = _soft(moved, 1.6)
    rim = np.clip((np.abs(soft - _soft(moved, 5.0)).mean(axis=-1) - 2) / 46, 0, 0.55)
    pigment = 0.80 + _noise(height, width, 90, seed + 8) * 0.14 + _noise(height, width, 24, seed + 9) * 0.09
    pigment = pigment + _noise(height, width, 4, seed + 10) * 0.03
    sheet = _paper(height, width, seed)
    ys, xs = np.arange(height)[:, None], np.arange(width)[None, :]
    margin = np.minimum(np.minimum(ys, height - 1 - ys), np.minimum(xs, width - 1 - xs)).astype(np.float32)
    ragged = margin + _noise(height, width, 40, seed + 11) * 16 + _noise(height, width, 9, seed + 12) * 5
    inside = np.clip((ragged - 26) / 12, 0, 1)
    painted = np.empty_like(pixels)
    for channel in range(3):  # one after the other: all three at once take three times the memory
        thin = 255 - (255 - soft[..., channel]) * pigment
        colour = thin * (1 - 0.5 * rim)
        painted[..., channel] = _to_bytes((colour * inside + 252 * (1 - inside)) * sheet)
    return painted


def _wandered(pixels: Pixels, seed: int) -> Pixels:
    """Every pixel from a little beside its place, as wet paint runs."""
    height, width, _ = pixels.shape
    dx = _noise(height, width, 26, seed) * 4 + _noise(height, width, 8, seed + 5) * 1.4
    dy = _noise(height, width, 26, seed + 6) * 4 + _noise(height, width, 8, seed + 7) * 1.4
    y = np.clip(np.arange(height)[:, None] + dy, 0, height - 1).astype(np.int64)
    x = np.clip(np.arange(width)[None, :] + dx, 0, width - 1).astype(np.int64)
    moved: Pixels = pixels[y, x]
    return moved
