"""Pictures in a terminal: Kitty's graphics protocol, iTerm2's inline images, DEC's Sixel, and half blocks elsewhere.

Which of them a terminal knows is asked in one question that every terminal can answer: device attributes (DA1) come
last, so whatever has not been answered before them is not known. One that says nothing at all costs `PATIENCE_S`.
"""

from __future__ import annotations

import base64
import re
import select
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyvips
from rich.color import Color
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from paintover.domain.errors import PaintoverError
from paintover.intake.pictures import accept_picture

Protocol = Literal["kitty", "iterm2", "sixel", "blocks", "off"]
PATIENCE_S = 0.4
"""How long a terminal may take to answer, a slow line included."""
USUAL_CELL = (9, 18)
"""A character's pixels where the terminal does not say."""
SILENT = frozenset({"Apple_Terminal"})
"""Programs that show a question which they do not know."""
INDENT = 2
_CHUNK = 4096
"""The most of a picture in one of Kitty's messages."""
_QUESTION = "\x1b[>q\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[c"
"""The program's name (XTVERSION), Kitty's graphics, a cell's pixels, device attributes."""
_ATTRIBUTES = re.compile(rb"\x1b\[\?([\d;]*)c")
_KITTY = re.compile(rb"\x1b_Gi=31;([^\x1b]*)\x1b\\")
_CELL = re.compile(rb"\x1b\[6;(\d{1,4});(\d{1,4})t")
_NAME = re.compile(rb"\x1bP>\|([^\x1b]*)\x1b\\")


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a terminal can show. `cell` is a character's width and height in pixels."""

    protocol: Protocol
    cell: tuple[int, int] = USUAL_CELL
    typed: str = ""
    """What was typed while the terminal was asked, and is still to be read."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal has said about itself."""

    is_complete: bool
    knows_kitty: bool
    knows_sixel: bool
    name: str
    cell: tuple[int, int]
    typed: str


def read_answers(said: bytes) -> Answers:
    """The terminal's answers, and the keys that were pressed meanwhile."""
    attributes, kitty, cell, name = (found.search(said) for found in (_ATTRIBUTES, _KITTY, _CELL, _NAME))
    height, width = (int(cell[1]), int(cell[2])) if cell else (0, 0)
    typed = said
    for found in (_ATTRIBUTES, _KITTY, _CELL, _NAME):
        typed = found.sub(b"", typed)
    typed = re.sub(
        rb"\x1b(?:\[[\d;?]*[ -/]*[@-~]?|[P_][^\x1b]*(?:\x1b\\)?|O?.)?", b"", typed, flags=re.DOTALL
    )
    return Answers(
        is_complete=attributes is not None,
        knows_kitty=kitty is not None and kitty[1].startswith(b"OK"),
        knows_sixel=attributes is not None and b"4" in attributes[1].split(b";"),
        name=name[1].decode("utf-8", "replace") if name else "",
        cell=(width, height) if 2 <= width <= 200 and 2 <= height <= 400 else USUAL_CELL,
        typed=typed.decode("utf-8", "ignore"),
    )


def open_canvas(console: Console, *, inline: str, program: str) -> Canvas:
    """What can be shown on the console's terminal; `inline` is the setting, `program` the terminal's own name.

    Asks the terminal where the setting leaves it open; never waits longer than `PATIENCE_S`.
    """
    if inline == "off" or not console.is_terminal or console.is_dumb_terminal:
        return Canvas("off")
    blocks: Protocol = "off" if console.no_color or console.color_system is None else "blocks"
    if inline == "blocks" or program in SILENT:
        return Canvas(blocks)
    answers = read_answers(_asked(console))
    protocol: Protocol = blocks
    if inline in ("kitty", "iterm2", "sixel"):
        protocol = inline  # type: ignore[assignment]
    elif answers.knows_kitty:
        protocol = "kitty"
    elif answers.name.startswith(("iTerm2", "WezTerm", "mintty")) or program in ("iTerm2", "iTerm.app"):
        protocol = "iterm2"
    elif answers.knows_sixel:
        protocol = "sixel"
    return Canvas(protocol, answers.cell, answers.typed)


def _asked(console: Console) -> bytes:
    """What the terminal says to the question; b"" where it cannot be asked."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        return b""
    import os
    import termios
    import tty

    keys = sys.stdin.fileno()
    try:
        before = termios.tcgetattr(keys)
        tty.setcbreak(keys, termios.TCSANOW)
    except termios.error:
        return b""
    said = bytearray()
    try:
        console.file.write(_QUESTION)
        console.file.flush()
        deadline = time.monotonic() + PATIENCE_S
        while _ATTRIBUTES.search(said) is None and (left_s := deadline - time.monotonic()) > 0:
            if select.select([keys], [], [], left_s)[0]:
                said += os.read(keys, 4096)
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)
    # Where a question has been shown after all, it goes.
    console.file.write("\r\x1b[K")
    console.file.flush()
    return bytes(said)


def show(console: Console, image: bytes, canvas: Canvas) -> bool:
    """Draw a picture (PNG, JPEG, WebP, GIF, AVIF) at the cursor, and leave the cursor below it.

    Returns whether anything could be shown; a file that is no picture is not.
    """
    if canvas.protocol == "off":
        return False
    try:
        picture = accept_picture(image)
    except PaintoverError:
        return False
    columns, rows = fitted(picture.width, picture.height, canvas, console.width, console.height)
    if canvas.protocol == "blocks":
        console.print(Segments(_blocks(picture.image, columns, rows)), end="")
        return True
    written = {"kitty": _kitty, "iterm2": _iterm2, "sixel": _sixel}[canvas.protocol](
        picture.image, columns, rows, canvas.cell
    )
    # The room is made first, so that the screen does not scroll under the picture; protocols differ in where they
    # leave the cursor, so it is put back to where it was.
    console.file.write("\n" * rows + f"\x1b[{rows}A\x1b7\x1b[{INDENT}C{written}\x1b8\x1b[{rows}B\r")
    console.file.flush()
    return True


def fitted(width: int, height: int, canvas: Canvas, columns: int, lines: int) -> tuple[int, int]:
    """Columns and rows of a picture of so many pixels on a screen of so many columns and lines: all of it is seen, and
    at least a third of the lines are left for words."""
    cell_width, cell_height = canvas.cell if canvas.protocol != "blocks" else (1, 2)
    most_columns, most_rows = max(4, min(columns - INDENT - 2, 72)), max(4, min(lines * 2 // 3, 24))
    # In the pixels of the screen, never larger than the picture is.
    scale = min(most_columns * cell_width / width, most_rows * cell_height / height, 1.0)
    return (
        max(1, min(most_columns, round(width * scale / cell_width))),
        max(1, min(most_rows, round(height * scale / cell_height))),
    )


def _thumbnail(image: bytes, width: int, height: int) -> pyvips.Image:
    small = pyvips.Image.thumbnail_buffer(image, width, height=height, size="force")
    return small.flatten(background=[255, 255, 255]) if small.hasalpha() else small


def _pixels(image: bytes, width: int, height: int) -> np.ndarray:
    """Red, green and blue: an array of (height, width, 3) bytes."""
    small = _thumbnail(image, width, height).colourspace("srgb")
    return np.asarray(small.numpy(), dtype=np.uint8)[:, :, :3]


def _blocks(image: bytes, columns: int, rows: int) -> Iterator[Segment]:
    pixels = _pixels(image, columns, rows * 2)
    for upper, lower in zip(pixels[::2].tolist(), pixels[1::2].tolist(), strict=True):
        yield Segment(" " * INDENT)
        for over, under in zip(upper, lower, strict=True):
            yield Segment("▀", Style(color=Color.from_rgb(*over), bgcolor=Color.from_rgb(*under)))
        yield Segment("\n")


def _png(image: bytes, columns: int, rows: int, cell: tuple[int, int]) -> str:
    written = _thumbnail(image, columns * cell[0], rows * cell[1]).pngsave_buffer(compression=4, keep="none")
    return base64.b64encode(written).decode("ascii")


def _kitty(image: bytes, columns: int, rows: int, cell: tuple[int, int]) -> str:
    """Transmit and show at once, without an answer, and without moving the cursor (sw.kovidgoyal.net/kitty)."""
    body = _png(image, columns, rows, cell)
    parts = [body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK)]
    heads = [f"a=T,f=100,t=d,q=2,C=1,c={columns},r={rows},", *[""] * (len(parts) - 1)]
    return "".join(
        f"\x1b_G{head}m={int(number < len(parts))};{part}\x1b\\"
        for number, (head, part) in enumerate(zip(heads, parts, strict=True), 1)
    )


def _iterm2(image: bytes, columns: int, rows: int, cell: tuple[int, int]) -> str:
    """One file, shown in so many cells (iterm2.com/documentation-images.html)."""
    body = _png(image, columns, rows, cell)
    size = len(body) * 3 // 4 - body.count("=")
    asked = f"inline=1;size={size};width={columns};height={rows};preserveAspectRatio=1;doNotMoveCursor=1"
    return f"\x1b]1337;File={asked}:{body}\a"


def _sixel(image: bytes, columns: int, rows: int, cell: tuple[int, int]) -> str:
    """Bands of six rows, each once for every colour in it (DEC STD 070, chapter 9)."""
    width, height = columns * cell[0], rows * cell[1] // 6 * 6
    palette_png = _thumbnail(image, width, max(6, height)).pngsave_buffer(palette=True, Q=90, keep="none")
    pixels = _pixels(palette_png, width, max(6, height)).astype(np.uint32)
    packed = pixels[:, :, 0] << 16 | pixels[:, :, 1] << 8 | pixels[:, :, 2]
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
