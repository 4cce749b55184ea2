"""What makes a drawing a sheet: the band behind a card's words, a poster's shade, a cover's lines, a sticker's cut edge."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from paintover.engines.illustrator.backdrops import PAPERS
from paintover.engines.illustrator.backdrops.paper import inks_of
from paintover.engines.illustrator.colour import mix
from paintover.engines.illustrator.letters.titling import TITLE_ROOM, TITLED, lines_of, words_sprites
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.raster import Pixels, Sprite, blur, lay

UNSHADOWED = frozenset({"logo", "icon", "sticker", "meme"})
"""Sheets whose things stand on no ground, and throw no shadow on one."""


def under_the_actors(scene: Scene, width: int, height: int) -> str:
    """SVG content over the backdrop and under who stands there; "" for a picture without any."""
    if scene.clear or scene.env.place in PAPERS or scene.sheet not in TITLED or not scene.caption:
        return ""
    at_foot = scene.caption_at == "bottom"
    if scene.sheet == "card":
        return _band(scene, width, height, at_foot=at_foot)
    _, others = lines_of(scene.caption)
    shades = [] if at_foot else [(0.0, TITLE_ROOM + 0.10, 0.62, 0.0)]
    if others or at_foot:
        shades.append((0.62 if at_foot else 0.76, 1.0, 0.0, 0.66))
    drawn = ""
    for number, (top, foot, above, below) in enumerate(shades):
        drawn += (
            f'<defs><linearGradient id="shade{number}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#120f26" stop-opacity="{above}"/>'
            f'<stop offset="0.45" stop-color="#120f26" stop-opacity="{(above + below) * 0.52:.2f}"/><stop offset="1" stop-color="#120f26" stop-opacity="{below}"/></linearGradient></defs>'
            f'<rect x="0" y="{height * top:.1f}" width="{width}" height="{height * (foot - top):.1f}" fill="url(#shade{number})"/>'
        )
    if scene.sheet == "cover":
        least = min(width, height)
        a, wide = least * 0.022, least * 0.004
        drawn += f'<rect x="{a:.1f}" y="{a:.1f}" width="{width - 2 * a:.1f}" height="{height - 2 * a:.1f}" fill="none" stroke="#fff3d6" stroke-opacity=".8" stroke-width="{wide:.1f}"/>'
    return drawn


def _band(scene: Scene, width: int, height: int, *, at_foot: bool) -> str:
    """Paper behind a card's words with a bowed edge and a line along it."""
    deep, middle, paper = inks_of(scene.env.motif, scene.env.scenery.wall, scene.seed)
    edge, bow = height * (TITLE_ROOM - 0.045), height * 0.035
    drawn = ""
    for drop, ink in ((0.014, mix(middle, deep, 0.25)), (0.0, paper)):
        y = edge + height * drop
        drawn += f'<path d="M0 0H{width}V{y:.1f}Q{width / 2:.1f} {y + 2 * bow:.1f} 0 {y:.1f}Z" fill="{ink}"/>'
    return f'<g transform="translate(0 {height}) scale(1 -1)">{drawn}</g>' if at_foot else drawn


def cut_edge(sprites: Iterable[Sprite], width: int, height: int) -> list[Sprite]:
    """The white edge along which a sticker is cut out, with a soft shadow under it."""
    solid = np.zeros((height, width), np.uint8)
    for sprite in sprites:
        x0, y0 = max(0, sprite.left), max(0, sprite.top)
        part = sprite.rgba[y0 - sprite.top :, x0 - sprite.left :, 3][: height - y0, : width - x0]
        seen = solid[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]]
        np.maximum(seen, part, out=seen)
    radius = min(width, height) * 0.014
    grown = np.minimum(blur(solid, radius).astype(np.uint16) * 14, 255).astype(np.uint8)
    made = []
    drop = round(radius * 0.9)
    for alpha, tone, down in ((blur(grown, radius * 0.8) // 4, 30, drop), (grown, 255, 0)):
        rgba = np.empty((height, width, 4), np.uint8)
        rgba[..., 3] = alpha
        rgba[..., :3] = (alpha.astype(np.uint16) * tone // 255).astype(np.uint8)[..., None]
        made.append(Sprite(rgba, down // 2, down))
    return made


def lettered_over(pixels: Pixels, scene: Scene) -> Pixels:
    """The finished picture (height x width x 3) of a sheet with its words, which no style changes."""
    if not scene.sheet or scene.clear or not (scene.caption or scene.in_corners):
        return pixels
    done = pixels.copy()
    for sprite in words_sprites(scene, pixels.shape[1], pixels.shape[0]):
        lay(done, sprite)
    return done
