"""Words in pictures: captions, signs and speech bubbles. What is too long wraps, then shrinks, then ends in an ellipsis."""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pyvips

from paintover.engines.illustrator.letters.fonts import Face, load, settable
from paintover.engines.illustrator.shops import shops
from paintover.engines.illustrator.sprites.raster import (
    Pixels,
    Sprite,
    blur,
    premultiplied,
    rasterise,
    straightened,
)

LONGEST = 240
"""Characters of a text that are set; the rest is cut, and an ellipsis says so."""
SMALLEST = 0.42
"""The least share of the size that was asked for to which a long text shrinks."""
INK = (38, 30, 46)


def set_text(
    text: str,
    size: float,
    max_width: int,
    max_height: int | None = None,
    *,
    face: Face = "sans",
    keep_lines: bool = False,
) -> Pixels:
    """The opacity of a text of about that height in pixels, wrapped at `max_width`, and smaller where it would be higher
    than `max_height`; with `keep_lines` broken where the text is, too. Right-to-left texts are set so."""
    words = "\n".join(settable(line) for line in text.split("\n")) if keep_lines else settable(text)
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    plane = _set(shown, size, max_width, face)
    least = max(6.0, size * SMALLEST)
    while max_height is not None and (plane.shape[0] > max_height or plane.shape[1] > max_width):
        if size > least:
            size = max(least, size * 0.88)
        elif len(shown) > 8:
            shown = shown[: round(len(shown) * 0.85)].rstrip("… ") + "…"
        else:
            break
        plane = _set(shown, size, max_width, face)
    return plane


def _set(text: str, size: float, max_width: int, face: Face = "sans") -> Pixels:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    font = f"{load(face)} {max(4, round(size))}"
    try:
        image = pyvips.Image.text(
            escaped, font=font, width=max(8, max_width), align="centre", dpi=72, wrap="word-char"
        )
    except pyvips.Error:  # nothing in it is visible, which libvips refuses
        return np.zeros((max(1, round(size)), 1), np.uint8)
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
    return embedded(rgba, x, y, width, height)


def embedded(
    straight: Pixels, x: float, y: float, width: float, height: float, *, fit: str = "xMidYMid meet"
) -> str:
    """Straight RGBA as an SVG image in a box; `fit` is SVG's preserveAspectRatio."""
    rows, columns, _ = straight.shape
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(straight).tobytes(), columns, rows, 4, "uchar")
    packed = base64.b64encode(image.copy(interpretation="srgb").pngsave_buffer(compression=1)).decode()
    return (
        f'<image x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" preserveAspectRatio="{fit}" '
        f'xlink:href="data:image/png;base64,{packed}"/>'
    )


def as_image(sprite: Sprite) -> str:
    """A sprite as an SVG image at its place in the picture."""
    height, width = sprite.rgba.shape[:2]
    return embedded(straightened(sprite.rgba), sprite.left, sprite.top, width, height)


@lru_cache(maxsize=32)
def sign_body(board: str, word: str) -> str:
    """The signpost's body with the word on its board."""
    plane = set_text(word, 96, max(620 if len(word) > 5 else 900, round(1.15 * 96 * _longest(word))), 300)
    return board + _image(plane, (74, 43, 22), 9, 16, 110, 46)


Ink = tuple[int, int, int]
BOARDS: dict[str, tuple[float, float, float, float, Ink | None]] = {
    "blackboard": (15, 24, 98, 64, (248, 250, 246)),
    "door": (40, 26, 48, 34, (255, 248, 232)),
    "shirt": (41, 44, 46, 44, (38, 30, 46)),
    **dict.fromkeys(shops(), (20, 9, 88, 23, (62, 40, 26))),
    "apron": (42, 40, 48, 28, None),
    "banner": (14, 44, 100, 36, None),
    "backpack": (16, 44, 58, 26, None),
    "balloon": (34, 24, 60, 38, None),
    "billboard": (12, 18, 104, 50, None),
    "birthday-cake": (20, 86, 88, 30, None),
    "boat": (22, 52, 44, 40, None),
    "book": (38, 24, 56, 56, None),
    "bottle": (38, 77, 52, 24, None),
    "picture": (26, 30, 76, 62, None),
    "wall-poster": (30, 64, 68, 30, None),
    "bowl": (32, 88, 64, 22, None),
    "box": (26, 74, 76, 32, None),
    "bucket": (36, 84, 58, 22, None),
    "bus": (50, 87, 62, 15, None),
    "cap": (38, 34, 56, 26, None),
    "cake": (15, 84, 98, 32, None),
    "car": (34, 80, 62, 22, None),
    "coffee": (32, 66, 52, 26, None),
    "cup": (25, 58, 58, 36, None),
    "flag": (26, 18, 70, 40, None),
    "gift": (18, 78, 92, 26, None),
    "gift-bag": (24, 82, 76, 28, None),
    "handbag": (28, 84, 72, 24, None),
    "hot-air-balloon": (24, 28, 80, 32, None),
    "jar": (30, 54, 68, 40, None),
    "jug": (32, 56, 56, 36, None),
    "lantern": (36, 42, 56, 40, None),
    "laptop": (24, 18, 80, 46, None),
    "milk": (38, 60, 52, 36, None),
    "notebook": (49, 27, 35, 17, None),
    "pillow": (26, 64, 76, 36, None),
    "plate": (34, 84, 60, 18, None),
    "pot": (24, 72, 80, 36, None),
    "school-bus": (26, 68, 92, 13, None),
    "ship": (16, 98, 96, 18, None),
    "taxi": (30, 83, 62, 15, None),
    "tent": (24, 64, 52, 30, None),
    "truck": (60, 32, 60, 52, None),
    "vase": (34, 78, 58, 20, None),
    "whiteboard": (12, 18, 104, 62, (40, 74, 122)),
    "wooden-crate": (18, 48, 88, 34, None),
}
"""What words can be written on besides a signpost: left, top, width and height in units of the drawing, and the ink; None
for white letters with a dark edge, which are legible on any colour."""
_SLATE = re.compile(
    r'<rect x="9" y="19" width="110" height="74" fill="[^"]+"/>|<rect x="8" y="14" width="112" height="72" fill="[^"]+"/>|<rect x="17" y="7" width="94" height="27" rx="3" fill="[^"]+"/>|<path d="M8 14h112v58H8z" fill="[^"]+"/>'
)


@lru_cache(maxsize=32)
def written_on(kind: str, body: str, words: str) -> str:
    """The body of one of `BOARDS` with the words on it; a board is wiped first, and so is a shop's sign."""
    left, top, width, height, ink = BOARDS[kind]
    size = 96.0
    plane = set_text(words, size, round(_LOOSE * size * _fitting(words, width / height)))
    slate = match[0] if (match := _SLATE.search(body)) else ""
    if ink is None:
        return body + slate + embedded(straightened(edged(plane, 6).rgba), left, top, width, height)
    return body + slate + _image(plane, ink, left, top, width, height)


@lru_cache(maxsize=32)
def written_on_the_chest(
    body: str, words: str, at: tuple[float, float, float, float], *, mirrored: bool
) -> str:
    """A garment as it is worn, with the words on its front, in the box `at`: left, top, width and height in units of the
    wearer's drawing, which may be `mirrored`, so that they are read from the left all the same."""
    left, top, width, height = at
    size = 96.0
    plane = set_text(words, size, round(_LOOSEST * size * _fitting(words, width / height)))
    image = embedded(straightened(edged(plane, 6).rgba), left, top, width, height)
    if not mirrored:
        return body + image
    return f'{body}<g transform="translate({2 * left + width:g} 0) scale(-1 1)">{image}</g>'


_LOOSE, _LOOSEST = 1.2, 1.4
"""How much broader a line may be than is reckoned, so that no word is broken: on a thing, and on a chest."""


def _fitting(words: str, shape: float) -> float:
    """How broad lines are, in heights of a letter, so that the words are largest in a box of that breadth to its height; no
    word is broken."""
    least, whole = _longest(words), breadth(words)
    parts: list[float] = [whole / many for many in (1, 2, 3, 4)]
    if ord(words[:1] or " ") > 0x2E80:
        parts = [math.ceil(part) for part in parts]  # no letter is halved
    lines = [(max(least, 1.08 * part), many) for many, part in enumerate(parts, 1)]
    return max(lines, key=lambda line: min(shape / line[0], 1 / (1.25 * line[1])))[0]


def _longest(words: str) -> float:
    """How long the longest of the words is, in heights of a letter; of Chinese, one letter."""
    return max(
        (breadth(word) for word in (words if ord(words[:1] or " ") > 0x2E80 else words.split())), default=0.0
    )


_SHORT = 1.45
"""How much larger than usual a caption of a few words may be."""


def breadth(line: str) -> float:
    """About how many of its heights a line is long."""
    return sum(
        1.0 if ord(c) > 0x2E80 else 0.28 if c in " .,:;'’!il|" else 0.68 if c.isupper() else 0.54
        for c in line
    )


def caption_sprite(text: str, width: int, height: int, *, lift: int = 0, step: int = 0) -> Sprite:
    """White words with a dark edge along the lower edge of the picture, `lift` pixels above their usual place; in at most
    its lowest third. A few words are set larger, as long as they keep to one line; each `step` makes them a quarter larger.
    """
    usual = min(height * 0.062, width * 0.075)
    one_line = width * 0.84 / max(1.0, max(breadth(line) for line in text.split("\n")))
    size = min(max(usual, one_line), _SHORT * usual) * 1.25**step
    plane = set_text(text, size, round(width * 0.88), round(height * 0.3))
    rgba = edged(plane, max(2, round(size * 0.10))).rgba
    top = round(height * 0.965) - rgba.shape[0] - lift
    return Sprite(rgba, (width - rgba.shape[1]) // 2, max(0, top))


def edged(
    plane: Pixels,
    edge: int,
    *,
    ink: tuple[int, int, int] = (255, 255, 255),
    edge_ink: tuple[int, int, int] = INK,
) -> Sprite:
    """Words (white ones, unless another ink is given) with a dark edge of that many pixels, at the origin."""
    padded = np.pad(plane, edge * 2)
    outline = np.minimum(blur(padded, edge * 0.7) * 4, 255)
    rgba = np.zeros((*padded.shape, 4), np.uint8)
    rgba[..., 3] = np.maximum(outline * 205 // 255, padded)
    paper = np.clip(rgba[..., 3].astype(np.int32) - padded, 0, 255)
    for channel in range(3):
        letters = padded if ink[channel] == 255 else padded.astype(np.int32) * ink[channel] // 255
        rgba[..., channel] = letters + paper * edge_ink[channel] // 255
    return Sprite(rgba, 0, 0)


@dataclass(frozen=True, slots=True)
class Bubble:
    """Where a speech bubble stands: its box and the tip of its tail, in pixels of the picture."""

    left: int
    top: int
    right: int
    bottom: int
    tip: tuple[int, int]


def bubble_sprite(
    text: str,
    mouth: tuple[float, float],
    head_top: float,
    width: int,
    height: int,
    taken: list[tuple[int, int, int, int]],
    solid: Sequence[Sprite] = (),
) -> Sprite:
    """A white bubble with the words, its tail towards `mouth` (pixels), ending where it meets one of `solid`; above the
    speaker's head where there is room, otherwise beside it. It stays in the picture and keeps off the boxes `taken` as
    far as it can."""
    size = min(height, width) * 0.050
    broad = min(width * 0.6, max(width * 0.34, 1.12 * size * _longest(text)))
    plane = set_text(text, size, round(broad), round(height * 0.24))
    pad_x, pad_y = round(size * 0.85), round(size * 0.6)
    wide, high = plane.shape[1] + 2 * pad_x, plane.shape[0] + 2 * pad_y
    bubble = _place(wide, high, mouth, head_top, width, height, taken)
    bubble = replace(bubble, tip=_tip(bubble, mouth, solid, size * 0.3))
    left, top = min(bubble.left, bubble.tip[0]) - 4, min(bubble.top, bubble.tip[1]) - 4
    right, bottom = max(bubble.right, bubble.tip[0]) + 4, max(bubble.bottom, bubble.tip[1]) + 4
    canvas = rasterise(right - left, bottom - top, _outline(bubble, left, top, size))
    rgba = premultiplied(canvas)
    x, y = bubble.left + pad_x - left, bubble.top + pad_y - top
    part = rgba[y : y + plane.shape[0], x : x + plane.shape[1]]
    ink = plane[..., None].astype(np.uint16)
    part[..., :3] = ((255 - ink) * part[..., :3] + ink * np.array(INK, np.uint16) + 127) // 255
    return Sprite(rgba, left, top)


def _place(
    wide: int,
    high: int,
    mouth: tuple[float, float],
    head_top: float,
    width: int,
    height: int,
    taken: list[tuple[int, int, int, int]],
) -> Bubble:
    margin = round(min(width, height) * 0.02)
    gap = round(min(width, height) * 0.045)
    best: tuple[float, int, int] | None = None
    for rank, (x, y) in enumerate(
        (
            (mouth[0] - wide * 0.3, head_top - gap - high),
            (mouth[0] - wide * 0.7, head_top - gap - high),
            (mouth[0] + gap * 2.4, mouth[1] - high - gap * 0.6),
            (mouth[0] - gap * 2.4 - wide, mouth[1] - high - gap * 0.6),
            (mouth[0] - wide / 2, margin),
            (mouth[0] + gap * 3.5, margin),
            (mouth[0] - gap * 3.5 - wide, margin),
        )
    ):
        left = round(min(max(x, margin), max(margin, width - margin - wide)))
        top = round(min(max(y, margin), max(margin, height - margin - high)))
        covered = sum(_common((left, top, left + wide, top + high), box) for box in taken)
        far = abs(left + wide / 2 - mouth[0]) + abs(top + high / 2 - mouth[1])
        cost = covered / (wide * high) + 0.25 * far / max(width, height) + 0.01 * rank
        if best is None or cost < best[0]:
            best = (cost, left, top)
    assert best is not None
    _, left, top = best
    return Bubble(left, top, left + wide, top + high, (round(mouth[0]), round(mouth[1])))


def _tip(
    bubble: Bubble, mouth: tuple[float, float], solid: Sequence[Sprite], distance: float
) -> tuple[int, int]:
    """The last free point on the way from the bubble to the mouth."""
    x, y = (bubble.left + bubble.right) / 2, (bubble.top + bubble.bottom) / 2
    dx, dy = mouth[0] - x, mouth[1] - y
    length = max(1.0, (dx * dx + dy * dy) ** 0.5)
    outside = min(
        (bubble.right - bubble.left) / 2 / max(abs(dx), 1e-6),
        (bubble.bottom - bubble.top) / 2 / max(abs(dy), 1e-6),
    )
    least, most = min(1.0, outside + 2.5 * distance / length), 0.84
    share = least
    while share < most and not any(
        _is_solid(sprite, x + dx * (share + distance / length), y + dy * (share + distance / length))
        for sprite in solid
    ):
        share += 0.02
    return round(x + dx * share), round(y + dy * share)


def _is_solid(sprite: Sprite, x: float, y: float) -> bool:
    row, column = int(y) - sprite.top, int(x) - sprite.left
    rows, columns = sprite.rgba.shape[:2]
    return 0 <= row < rows and 0 <= column < columns and bool(sprite.rgba[row, column, 3] > 100)


def _common(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> int:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0, across) * max(0, down)


def _outline(bubble: Bubble, left: int, top: int, size: float) -> str:
    """A rounded body and a tail, both white in one dark line: the tail's line is hidden where they meet."""
    x, y = bubble.left - left, bubble.top - top
    wide, high = bubble.right - bubble.left, bubble.bottom - bubble.top
    tip = (bubble.tip[0] - left, bubble.tip[1] - top)
    centre = (x + wide / 2, y + high / 2)
    dx, dy = tip[0] - centre[0], tip[1] - centre[1]
    length = max(1.0, (dx * dx + dy * dy) ** 0.5)
    across = (-dy / length * size * 0.55, dx / length * size * 0.55)
    start = (
        min(max(tip[0] - dx * 0.2, x + size), x + wide - size),
        min(max(tip[1] - dy * 0.2, y + size * 0.6), y + high - size * 0.6),
    )
    tail = " ".join(
        f"{px:.1f},{py:.1f}"
        for px, py in (
            (start[0] + across[0], start[1] + across[1]),
            tip,
            (start[0] - across[0], start[1] - across[1]),
        )
    )
    line = max(2.0, size * 0.085)
    round_ = min(high / 2, size * 0.95)
    body = f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{round_:.1f}"'
    stroke = f'stroke="rgb{INK}" stroke-width="{line * 2:.1f}" stroke-linejoin="round"'
    return (
        f'{body} {stroke} fill="#fff"/><polygon points="{tail}" {stroke} fill="#fff"/>'
        f'{body} fill="#fff"/><polygon points="{tail}" fill="#fff"/>'
    )
