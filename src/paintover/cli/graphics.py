"""How a picture is written to a terminal: Kitty's graphics protocol, iTerm2's inline images, DEC's Sixel, half blocks.

Every one of them is text that draws at the cursor and leaves the cursor where it was, so that a picture can be drawn
anywhere, and another one in its place.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pyvips
from rich.color import Color, ColorSystem

from paintover.domain.errors import PaintoverError
from paintover.intake.pictures import accept_picture

Protocol = Literal["kitty", "iterm2", "sixel", "blocks", "off"]
USUAL_CELL: Final = (9, 18)
"""A character's pixels where the terminal does not say."""
INDENT: Final = 2
_CHUNK: Final = 4096
"""The most of a picture in one of Kitty's messages."""
_PLACE: Final = "\U0010eeee"
"""The character in whose place Kitty shows a part of a picture."""


def _marks() -> str:
    """The combining characters that number rows and columns from 0 on, in the order of Kitty's own list."""
    ranges = (
        "305 30D-30E 310 312 33D-33F 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599 59C-5A1 5A8-5A9 5AB-5AC 5AF "
        "5C4 610-617 657-65B 65D-65E 6D6-6DB"
    )
    marks = []
    for one in ranges.split():
        first, _, last = one.partition("-")
        marks += [chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)]
    return "".join(marks)


_MARKS: Final = _marks()


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a terminal can show. `cell` is a character's width and height in pixels."""

    protocol: Protocol
    cell: tuple[int, int] = USUAL_CELL
    typed: str = ""
    """What was typed while the terminal was asked, and is still to be read."""
    paper: tuple[int, int, int] = (255, 255, 255)
    """The background's colour, which stands behind what is transparent."""
    limit: tuple[int, int] | None = None
    """The most pixels that a Sixel picture may have."""
    is_through_tmux: bool = False
    """Whether the protocol is spoken by the terminal around tmux, which passes it on."""
    colours: ColorSystem = ColorSystem.TRUECOLOR
    """How many colours half blocks can have."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as text of so many columns and rows: `codes` draw all of it or send its pixels, `lines` are the letters
    that stand for it, where it is made of letters."""

    columns: int
    rows: int
    codes: str = ""
    lines: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What draws it at the cursor, and leaves the cursor where it was."""
        step = f"\x1b[{self.columns}D\x1b[B"
        return f"\x1b7{self.codes}{step.join(self.lines)}\x1b8"


def draw_picture(
    image: bytes, canvas: Canvas, columns: int, lines: int, *, number: int, may_grow: bool = False
) -> Drawing | None:
    """A picture (PNG, JPEG, WebP, GIF, AVIF) as text for a screen of so many columns and lines; None for a file that is
    no picture, or where none can be shown.

    `number` (1 to 2**24 - 1) is the name of the picture for Kitty, which shows one of the same name in its stead; with
    `may_grow` a small picture is as large as a large one would be.
    """
    if canvas.protocol == "off":
        return None
    try:
        picture = accept_picture(image)
    except PaintoverError:
        return None
    wide, high = fitted(picture.width, picture.height, canvas, columns, lines, may_grow=may_grow)
    pixels = (wide * canvas.cell[0], high * canvas.cell[1])
    match canvas.protocol:
        case "blocks":
            return Drawing(wide, high, lines=_blocks(picture.image, wide, high, canvas))
        case "kitty" if canvas.is_through_tmux:
            messages = _kitty(picture.image, pixels, canvas, f"i={number},U=1,c={wide},r={high}")
            codes = "".join(map(passed_through_tmux, messages))
            return Drawing(wide, high, codes, _places(wide, high, number))
        case "kitty":
            codes = "".join(_kitty(picture.image, pixels, canvas, f"i={number},p=1,C=1,c={wide},r={high}"))
        case "iterm2":
            codes = _iterm2(picture.image, wide, high, pixels, canvas)
        case "sixel":
            codes = _sixel(picture.image, pixels, canvas)
    return Drawing(wide, high, codes)


def forget_picture(canvas: Canvas, number: int) -> str:
    """What takes a picture of Kitty's off the screen and out of the terminal's memory; of the others nothing is left once
    its cells are erased."""
    if canvas.protocol != "kitty":
        return ""
    message = f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
    return passed_through_tmux(message) if canvas.is_through_tmux else message


def fitted(
    width: int, height: int, canvas: Canvas, columns: int, lines: int, *, may_grow: bool = False
) -> tuple[int, int]:
    """Columns and rows of a picture of so many pixels on a screen of so many columns and lines: all of it is seen, and
    at least a third of the lines are left for words."""
    cell_width, cell_height = canvas.cell if canvas.protocol != "blocks" else (1, 2)
    most_columns, most_rows = max(4, min(columns - INDENT - 2, 72)), max(4, min(lines * 2 // 3, 24))
    if canvas.protocol == "sixel" and canvas.limit is not None:
        most_columns = max(1, min(most_columns, canvas.limit[0] // cell_width))
        most_rows = max(1, min(most_rows, canvas.limit[1] // cell_height))
    # In the pixels of the screen, and as a rule never larger than the picture is.
    scale = min(most_columns * cell_width / width, most_rows * cell_height / height)
    if not may_grow:
        scale = min(scale, 1.0)
    return (
        max(1, min(most_columns, round(width * scale / cell_width))),
        max(1, min(most_rows, round(height * scale / cell_height))),
    )


def _thumbnail(image: bytes, width: int, height: int, canvas: Canvas) -> pyvips.Image:
    small = pyvips.Image.thumbnail_buffer(image, width, height=height, size="force").colourspace("srgb")
    return small.flatten(background=list(canvas.paper)) if small.hasalpha() else small


def _pixels(image: bytes, width: int, height: int, canvas: Canvas) -> np.ndarray:
    """Red, green and blue: an array of (height, width, 3) bytes."""
    return np.asarray(_thumbnail(image, width, height, canvas).numpy(), dtype=np.uint8)[:, :, :3]


def _blocks(image: bytes, columns: int, rows: int, canvas: Canvas) -> tuple[str, ...]:
    pixels = _pixels(image, columns, rows * 2, canvas)
    lines = []
    for upper, lower in zip(pixels[::2].tolist(), pixels[1::2].tolist(), strict=True):
        cells = []
        before = None
        for pair in zip(map(tuple, upper), map(tuple, lower), strict=True):
            # Colours are said again only where they change.
            if pair != before:
                cells.append(_colours(*pair, canvas.colours))
                before = pair
            cells.append("▀")
        lines.append("".join(cells) + "\x1b[0m")
    return tuple(lines)


def _colours(over: tuple[int, int, int], under: tuple[int, int, int], system: ColorSystem) -> str:
    codes = (
        *Color.from_rgb(*over).downgrade(system).get_ansi_codes(foreground=True),
        *Color.from_rgb(*under).downgrade(system).get_ansi_codes(foreground=False),
    )
    return f"\x1b[{';'.join(codes)}m"


def _png(image: bytes, pixels: tuple[int, int], canvas: Canvas) -> str:
    written = _thumbnail(image, *pixels, canvas).pngsave_buffer(compression=4, keep="none")
    return base64.b64encode(written).decode("ascii")


def _kitty(image: bytes, pixels: tuple[int, int], canvas: Canvas, asked: str) -> list[str]:
    """Messages that transmit and show at once, without an answer (sw.kovidgoyal.net/kitty/graphics-protocol)."""
    body = _png(image, pixels, canvas)
    parts = [body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK)]
    heads = [f"a=T,f=100,t=d,q=2,{asked},", *[""] * (len(parts) - 1)]
    return [
        f"\x1b_G{head}m={int(count < len(parts))};{part}\x1b\\"
        for count, (head, part) in enumerate(zip(heads, parts, strict=True), 1)
    ]


def _places(columns: int, rows: int, number: int) -> tuple[str, ...]:
    """Letters in whose place Kitty shows the picture whose name their colour is ("Unicode placeholders"): tmux moves them
    as it moves all letters, and knows nothing of the picture."""
    colour = f"\x1b[38;2;{number >> 16 & 255};{number >> 8 & 255};{number & 255}m"
    return tuple(
        colour + "".join(_PLACE + _MARKS[row] + _MARKS[column] for column in range(columns)) + "\x1b[39m"
        for row in range(rows)
    )


def passed_through_tmux(message: str) -> str:
    """A message in tmux's own envelope for what it shall pass on."""
    return "\x1bPtmux;" + message.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _iterm2(image: bytes, columns: int, rows: int, pixels: tuple[int, int], canvas: Canvas) -> str:
    """One file, shown in so many cells (iterm2.com/documentation-images.html)."""
    body = _png(image, pixels, canvas)
    size = len(body) * 3 // 4 - body.count("=")
    asked = f"inline=1;size={size};width={columns};height={rows};preserveAspectRatio=1;doNotMoveCursor=1"
    return f"\x1b]1337;File={asked}:{body}\a"


def _sixel(image: bytes, pixels: tuple[int, int], canvas: Canvas) -> str:
    """Bands of six rows, each once for every colour in it (DEC STD 070, chapter 9)."""
    # Whole bands, so that none reaches into the line below the picture.
    width, height = pixels[0], max(6, pixels[1] // 6 * 6)
    palette_png = _thumbnail(image, width, height, canvas).pngsave_buffer(palette=True, Q=90, keep="none")
    colours_of = _pixels(palette_png, width, height, canvas).astype(np.uint32)
    packed = colours_of[:, :, 0] << 16 | colours_of[:, :, 1] << 8 | colours_of[:, :, 2]
    colours, indices = np.unique(packed, return_inverse=True)
    indices = indices.reshape(packed.shape)
    written = [f'\x1bP0;1;0q"1;1;{width};{indices.shape[0]}']
    for number, colour in enumerate(colours.tolist()):
        red, green, blue = (round((colour >> shift & 255) * 100 / 255) for shift in (16, 8, 0))
        written.append(f"#{number};2;{red};{green};{blue}")
    weights = (1 << np.arange(6, dtype=np.uint8))[:, None]
    for top in range(0, indices.shape[0], 6):
        band = indices[top : top + 6]
        for number in np.unique(band).tolist():
            bits = ((band == number) * weights).sum(axis=0).astype(np.uint8)
            written.append(f"#{number}{_runs(bits + 63)}$")
        written.append("-")
    # The last band needs no further line, which would scroll a screen that ends there.
    written.pop()
    return "".join(written) + "\x1b\\"


def _runs(codes: np.ndarray) -> str:
    """Characters by their codes, runs of more than three shortened; what is empty at the end is left out."""
    edges = np.flatnonzero(np.diff(codes)) + 1
    starts = [0, *edges.tolist()]
    lengths = np.diff([*starts, len(codes)]).tolist()
    runs = [(chr(codes[start]), length) for start, length in zip(starts, lengths, strict=True)]
    if runs and runs[-1][0] == "?":
        runs.pop()
    return "".join(f"!{length}{one}" if length > 3 else one * length for one, length in runs)
