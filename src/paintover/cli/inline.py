"""Pictures in a terminal: what it can show, found by asking it, and showing them.

What a terminal knows is asked in one question that every terminal can answer: device attributes (DA1) come last, so
whatever has not been answered before them is not known. Only one that says nothing at all costs `PATIENCE_S`: answers that
come later would be taken for keys. tmux answers for itself; what the terminal around it knows is asked through tmux, which
passes that on where it is allowed to.
"""

from __future__ import annotations

import io
import re
import secrets
import select
import sys
import time
from dataclasses import dataclass, replace

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console, ConsoleOptions, RenderResult
from rich.segment import ControlType, Segment

from paintover.cli.graphics import (
    INDENT,
    USUAL_CELL,
    Canvas,
    Protocol,
    draw_picture,
    forget_picture,
    passed_through_tmux,
)

PATIENCE_S = 2.0
"""How long a terminal may take to answer, a slow line included."""
TMUX_PATIENCE_S = 0.4
"""How long the terminal around tmux may take at least: tmux may pass nothing on, and does not say so."""
PREVIEWS = 3
"""How many unfinished renderings are asked for where they can be shown."""
SILENT = frozenset({"Apple_Terminal"})
"""Programs that show a question which they do not know."""
PLACES_FROM = {"kitty": (0, 28), "ghostty": (1, 0)}
"""Which terminals show pictures in the place of letters, and since which version: what Kitty's protocol needs in tmux,
and no question is answered about."""
_GRAPHICS = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_START, _REST = "\x1b[>q", "\x1b]11;?\x1b\\\x1b[?2;1;0S\x1b[16t\x1b[c"
"""The program's name (XTVERSION), Kitty's graphics, the background, the largest Sixel picture (XTSMGRAPHICS), a cell's
pixels, device attributes."""
_AROUND = "".join(passed_through_tmux(one) for one in (_GRAPHICS, "\x1b[>q", "\x1b[c"))
_ATTRIBUTES = re.compile(rb"\x1b\[\?([\d;]*)c")
_KITTY = re.compile(rb"\x1b_Gi=31;([^\x1b]*)\x1b\\")
_CELL = re.compile(rb"\x1b\[6;(\d{1,4});(\d{1,4})t")
_NAME = re.compile(rb"\x1bP>\|([^\x1b]*)\x1b\\")
_LIMIT = re.compile(rb"\x1b\[\?2;0;(\d{1,6});(\d{1,6})S")
_PAPER = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?(?:\x1b\\|\a)"
)
_ALL = (_ATTRIBUTES, _KITTY, _CELL, _NAME, _LIMIT, _PAPER)
_OTHERS = re.compile(
    rb"\x1b(?:\[[\d;?]*[ -/]*[@-~]?|\][^\x1b\a]*(?:\x1b\\|\a)?|[P_][^\x1b]*(?:\x1b\\)?|O?.)?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal has said about itself; None for what it has not said."""

    is_complete: bool
    knows_kitty: bool
    knows_sixel: bool
    name: str
    cell: tuple[int, int] | None
    limit: tuple[int, int] | None
    paper: tuple[int, int, int] | None
    typed: str


def read_answers(said: bytes) -> Answers:
    """The terminal's answers, and the keys that were pressed meanwhile."""
    attributes, kitty, cell, name, limit, paper = (found.search(said) for found in _ALL)
    typed = said
    for found in (*_ALL, _OTHERS):
        typed = found.sub(b"", typed)
    most = (int(limit[1]), int(limit[2])) if limit else (0, 0)
    return Answers(
        is_complete=attributes is not None,
        knows_kitty=kitty is not None and kitty[1].startswith(b"OK"),
        knows_sixel=attributes is not None and b"4" in attributes[1].split(b";"),
        name=name[1].decode("utf-8", "replace") if name else "",
        cell=_plausible_cell(int(cell[2]), int(cell[1])) if cell else None,
        limit=most if min(most) >= 64 else None,
        paper=(_channel(paper[1]), _channel(paper[2]), _channel(paper[3])) if paper else None,
        typed=typed.decode("utf-8", "ignore"),
    )


def _channel(digits: bytes) -> int:
    """A colour's share of 0 to 255, from one to four hexadecimal digits (XParseColor)."""
    return int(digits, 16) * 255 // int("f" * len(digits), 16)


def _plausible_cell(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if 2 <= width <= 200 and 2 <= height <= 400 else None


def open_canvas(console: Console, *, inline: str, program: str) -> Canvas:
    """What can be shown on the console's terminal; `inline` is the setting, `program` the terminal's own name.

    Asks the terminal where the setting leaves it open; waits for a mute one for `PATIENCE_S`.
    """
    if inline == "off" or not console.is_terminal or console.is_dumb_terminal or console.legacy_windows:
        return Canvas("off")
    has_colours = not console.no_color and console.color_system is not None
    blocks: Protocol = "blocks" if has_colours else "off"
    colours = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
    if inline == "blocks" or program in SILENT:
        return Canvas(blocks, colours=colours)
    began = time.monotonic()
    # tmux takes Kitty's messages for the name of its window; it is asked about them in its own envelope.
    question = _START + ("" if program == "tmux" else _GRAPHICS) + _REST
    answers = around = read_answers(_asked(console, question, PATIENCE_S))
    is_tmux = answers.name.startswith("tmux")
    if is_tmux and inline != "iterm2":
        # A machine or a line that was slow to say the first is slow to say the second.
        patience_s = max(TMUX_PATIENCE_S, 4 * (time.monotonic() - began))
        around = read_answers(_asked(console, _AROUND, patience_s))
    protocol: Protocol = blocks
    if inline in ("kitty", "iterm2", "sixel"):
        protocol = inline  # type: ignore[assignment]
    elif around.knows_kitty and (not is_tmux or shows_places(around.name)):
        protocol = "kitty"
    elif not is_tmux and (
        answers.name.startswith(("iTerm2", "WezTerm", "mintty")) or program in ("iTerm2", "iTerm.app")
    ):
        protocol = "iterm2"
    elif answers.knows_sixel and (around.knows_sixel or (is_tmux and _tmux_has_sixel())):
        # tmux has answered whether it could; whether anything is seen is up to the terminal around it.
        protocol = "sixel"
    return Canvas(
        protocol,
        answers.cell or window_cell(console) or USUAL_CELL,
        answers.typed + (around.typed if is_tmux else ""),
        paper=answers.paper or (255, 255, 255),
        limit=answers.limit,
        is_through_tmux=is_tmux and protocol == "kitty",
        colours=colours,
    )


def shows_places(name: str) -> bool:
    """Whether a terminal of this name, such as ``kitty(0.41.1)``, shows pictures in the place of letters."""
    match = re.match(r"(\w+)[( ]v?(\d+)\.(\d+)", name)
    return match is not None and PLACES_FROM.get(match[1], (9999,)) <= (int(match[2]), int(match[3]))


def _tmux_has_sixel() -> bool:
    """Whether tmux itself has found that the terminal around it knows Sixel: it says so to whoever asks on this machine."""
    # Only where there is a tmux: no other start of the command needs it.
    import subprocess

    asked = ("tmux", "display-message", "-p", "#{client_termfeatures}")
    try:
        told = subprocess.run(asked, capture_output=True, text=True, timeout=1.0, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return False
    return "sixel" in told.stdout.strip().split(",")


def window_cell(console: Console) -> tuple[int, int] | None:
    """A character's pixels as the terminal has told the system, which follows a change of the letters' size; None where
    it has not."""
    if sys.platform == "win32":
        return None
    import fcntl
    import struct
    import termios

    try:
        told = fcntl.ioctl(console.file.fileno(), termios.TIOCGWINSZ, b"\0" * 8)
    except (OSError, io.UnsupportedOperation, AttributeError, ValueError):
        return None
    lines, columns, width, height = struct.unpack("HHHH", told)
    return _plausible_cell(width // columns, height // lines) if lines and columns else None


def _asked(console: Console, question: str, patience_s: float) -> bytes:
    """What the terminal says to a question; b"" where it cannot be asked."""
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
        console.file.write(question)
        console.file.flush()
        deadline = time.monotonic() + patience_s
        while _ATTRIBUTES.search(said) is None and (left_s := deadline - time.monotonic()) > 0:
            if select.select([keys], [], [], left_s)[0]:
                said += os.read(keys, 4096)
    finally:
        termios.tcsetattr(keys, termios.TCSANOW, before)
    # Where a question has been shown after all, it goes.
    console.file.write("\r\x1b[K")
    console.file.flush()
    return bytes(said)


def measured(console: Console, canvas: Canvas) -> Canvas:
    """The canvas with a cell's pixels as they are now."""
    cell = window_cell(console)
    return canvas if cell is None or canvas.protocol == "blocks" else replace(canvas, cell=cell)


def new_number() -> int:
    """A name for a picture that no other picture on the screen has, in all likelihood."""
    return secrets.randbelow(2**24 - 1) + 1


def show(console: Console, image: bytes, canvas: Canvas) -> bool:
    """Draw a picture (PNG, JPEG, WebP, GIF, AVIF) at the cursor, and leave the cursor below it.

    Returns whether anything could be shown; a file that is no picture is not.
    """
    drawing = draw_picture(
        image, measured(console, canvas), console.width, console.height, number=new_number()
    )
    if drawing is None:
        return False
    if drawing.lines:
        indent = " " * INDENT
        console.file.write(drawing.codes + "".join(f"{indent}{line}\n" for line in drawing.lines))
    else:
        # The room is made first, so that the screen does not scroll under the picture.
        rows = drawing.rows
        console.file.write("\n" * rows + f"\x1b[{rows}A\x1b[{INDENT}C{drawing.text}\x1b[{rows}B\r")
    console.file.flush()
    return True


class _Codes:
    """Text that the console writes as it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Segment(self._text, None, [(ControlType.CURSOR_MOVE_TO_COLUMN, 0)])


class Live:
    """Unfinished pictures, one in the place of the other, above the line that the cursor is in; a bar may stand there.

    Meanwhile nothing else may be printed. When the window changes its size, what stands there is left alone.
    """

    def __init__(self, console: Console, canvas: Canvas) -> None:
        """Nothing is drawn yet."""
        self._console = console
        self._canvas = canvas
        self._number = new_number()
        self._rows = 0
        self._cells = (0, 0)
        self._size = console.size

    def draw(self, image: bytes) -> None:
        """Show a picture in the place of the last one. One that cannot be read is left out."""
        console = self._console
        if self._rows and console.size != self._size:
            return
        self._size = console.size
        drawing = draw_picture(
            image,
            measured(console, self._canvas),
            console.width,
            console.height,
            number=self._number,
            may_grow=True,
        )
        if drawing is None or (self._rows and (drawing.columns, drawing.rows) != self._cells):
            return
        self._cells = (drawing.columns, drawing.rows)
        if not self._rows:
            self._rows = drawing.rows
            console.print("\n" * (self._rows - 1))
        text = f"\x1b[{self._rows}A\r\x1b[{INDENT}C{drawing.text}\x1b[{self._rows}B\r"
        # By way of the console, which takes a bar away before it writes and puts it back behind.
        console.print(_Codes(text), end="", crop=False)

    def erase(self) -> None:
        """Leave the cursor where the first picture began, and nothing below it."""
        if not self._rows:
            return
        if self._console.size == self._size:
            gone = forget_picture(self._canvas, self._number)
            self._console.file.write(f"{gone}\x1b[{self._rows}A\r\x1b[J")
            self._console.file.flush()
        self._rows = 0
