"""Words in pictures: the word on a signpost and the caption under a picture. The font is a package's, never the system's."""

from __future__ import annotations

import base64
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pyvips

from paintover.engines.illustrator.raster import Pixels, Sprite, blur

FONT_PACKAGE = "pylopdf_fonts_zh_cn"
FONT_FILE = "NotoSansSC-Regular.otf"
LONGEST = 120
"""Characters of a caption that are set; the rest is cut."""


@cache
def _font() -> str:
    with as_file(files(FONT_PACKAGE) / FONT_FILE) as path:
        return str(Path(path))


def set_text(text: str, size: float, max_width: int) -> Pixels:
    """The opacity of a text of that height in pixels, wrapped at `max_width`."""
    cleaned = "".join(c for c in text if c.isprintable())[:LONGEST] or " "
    escaped = cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    image = pyvips.Image.text(
        escaped,
        font=f"Noto Sans SC {max(4, round(size))}",
        fontfile=_font(),
        width=max_width,
        align="centre",
        dpi=72,
        wrap="word-char",
    )
    plane: Pixels = np.ndarray(
        buffer=image.write_to_memory(), dtype=np.uint8, shape=(image.height, image.width)
    )
    return plane


def _image(
    plane: Pixels, colour: tuple[int, int, int], x: float, y: float, width: float, height: float
) -> str:
    """The text as an SVG image of one colour, fitted into a box and centred there."""
    rgba = np.empty((*plane.shape, 4), np.uint8)
    rgba[..., :3], rgba[..., 3] = colour, plane
    image = pyvips.Image.new_from_memory(rgba.tobytes(), plane.shape[1], plane.shape[0], 4, "uchar")
    packed = base64.b64encode(image.copy(interpretation="srgb").pngsave_buffer(compression=1)).decode()
    return (
        f'<image x="{x}" y="{y}" width="{width}" height="{height}" preserveAspectRatio="xMidYMid meet" '
        f'xlink:href="data:image/png;base64,{packed}"/>'
    )


@lru_cache(maxsize=32)
def sign_body(board: str, word: str) -> str:
    """The signpost's body with the word on its board."""
    plane = set_text(word[:24], 96, 620 if len(word) > 5 else 900)
    return board + _image(plane, (74, 43, 22), 9, 16, 110, 46)


def caption_sprite(text: str, width: int, height: int) -> Sprite:
    """White words with a dark edge along the lower edge of the picture."""
    size = min(height * 0.062, width * 0.075)
    plane = set_text(text, size, round(width * 0.88))
    edge = max(2, round(size * 0.10))
    padded = np.pad(plane, edge * 2)
    outline = np.minimum(blur(padded, edge * 0.7) * 4, 255)
    rgba = np.zeros((*padded.shape, 4), np.uint8)
    rgba[..., 3] = np.maximum(outline * 205 // 255, padded)
    for channel, ink in enumerate((38, 30, 46)):
        paper = rgba[..., 3].astype(np.int32) - padded
        rgba[..., channel] = padded + np.clip(paper, 0, 255) * ink // 255
    top = round(height * 0.965) - padded.shape[0]
    return Sprite(rgba, (width - padded.shape[1]) // 2, max(0, top))
