"""Pictures in a terminal: what a terminal answers, and what is written to it."""

from __future__ import annotations

import base64
import fcntl
import io
import os
import pty
import re
import struct
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest
import pyvips
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console

from paintover.cli.bar import progress_bar
from paintover.cli.graphics import Canvas, Protocol, fitted
from paintover.cli.inline import Live, open_canvas, read_answers, show, shows_places, window_cell

KITTY = b"\x1bP>|kitty(0.40.0)\x1b\\\x1b_Gi=31;OK\x1b\\\x1b[6;20;10t\x1b[?62;c"
FOOT = b"\x1bP>|foot(1.20)\x1b\\\x1b[6;30;15t\x1b[?62;4;22c"
PLAIN = b"\x1b[?6c"


def picture(width: int, height: int) -> bytes:
    """The left half red, the right half blue."""
    half = pyvips.Image.black(width // 2, height, bands=3)
    both = half.linear(1, [255, 0, 0]).join(half.linear(1, [0, 0, 255]), "horizontal").cast("uchar")
    return bytes(both.pngsave_buffer())


def console(**options: object) -> Console:
    return Console(
        file=io.StringIO(), force_terminal=True, color_system="truecolor", width=100, height=30, legacy_windows=False
    )  # fmt: skip


def written(one: Console) -> str:
    assert isinstance(one.file, io.StringIO)
    return one.file.getvalue()


def test_a_terminal_says_what_it_knows_and_keys_pressed_meanwhile_are_kept() -> None:
    kitty = read_answers(b"hel" + KITTY + b"lo\r\xe7\x89\x9b")
    assert (kitty.knows_kitty, kitty.knows_sixel, kitty.cell) == (True, False, (10, 20))
    assert kitty.typed == "hello\r牛"
    foot = read_answers(FOOT)
    assert (foot.knows_kitty, foot.knows_sixel, foot.name, foot.cell) == (False, True, "foot(1.20)", (15, 30))
    plain = read_answers(PLAIN + b"\x1b[A")
    assert (plain.is_complete, plain.knows_kitty, plain.knows_sixel) == (True, False, False)
    assert (plain.cell, plain.typed) == (None, "")
    assert not read_answers(b"").is_complete


@given(st.binary(max_size=200))
def test_whatever_a_terminal_says_is_taken_without_an_error(said: bytes) -> None:
    answers = read_answers(said)
    assert "\x1b" not in answers.typed
    assert answers.cell is None or 2 <= answers.cell[0] <= 200


def test_nothing_is_asked_or_drawn_where_nobody_looks() -> None:
    piped = Console(file=io.StringIO())
    assert open_canvas(piped, inline="auto", program="").protocol == "off"
    assert open_canvas(piped, inline="kitty", program="").protocol == "off"
    assert written(piped) == ""
    assert open_canvas(console(), inline="off", program="").protocol == "off"
    assert open_canvas(console(), inline="auto", program="Apple_Terminal").protocol == "blocks"
    assert not show(piped, picture(8, 8), Canvas("off"))


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.sampled_from(["blocks", "sixel"]))
def test_a_picture_fits_the_screen_whatever_its_shape(width: int, height: int, protocol: Protocol) -> None:
    columns, rows = fitted(width, height, Canvas(protocol), 80, 24)
    assert 1 <= columns <= 76
    assert 1 <= rows <= 16
    square = fitted(1024, 1024, Canvas("blocks"), 80, 24)
    assert square == (32, 16)


def test_half_blocks_are_two_pixels_each() -> None:
    one = console()
    assert show(one, picture(400, 400), Canvas("blocks"))
    lines = written(one).splitlines()
    assert len(lines) == 20
    assert all(line.count("▀") == 40 for line in lines)
    assert "38;2;255;0;0;48;2;255;0;0" in lines[0].split("▀")[0]
    assert lines[0].split("▀")[0].endswith("38;2;255;0;0;48;2;255;0;0m")
    assert "38;2;0;0;255;48;2;0;0;255m▀" in lines[0]  # said once, for all of the right half


def test_kitty_is_sent_the_picture_in_messages_of_its_size() -> None:
    one = console()
    noise = pyvips.Image.gaussnoise(600, 400, mean=128, sigma=60).cast("uchar").bandjoin([0, 0])
    assert show(one, noise.pngsave_buffer(), Canvas("kitty", (10, 20)))
    messages = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", written(one))
    assert len(messages) > 2
    assert re.fullmatch(r"a=T,f=100,t=d,q=2,i=\d+,p=1,C=1,c=60,r=20,m=1", messages[0][0])
    assert [head[-3:] for head, _ in messages] == ["m=1"] * (len(messages) - 1) + ["m=0"]
    assert all(len(body) <= 4096 for _, body in messages)
    sent = pyvips.Image.new_from_buffer(base64.b64decode("".join(body for _, body in messages)), "")
    assert (sent.width, sent.height) == (600, 400)
    # As many lines are made as the picture takes, and the cursor ends below it.
    assert written(one).startswith("\n" * 20 + "\x1b[20A\x1b[2C\x1b7")
    assert written(one).endswith("\x1b8\x1b[20B\r")


def test_iterm2_is_sent_one_file() -> None:
    one = console()
    assert show(one, picture(100, 100), Canvas("iterm2", (10, 20)))
    match = re.search(r"\x1b\]1337;File=([^:]*):([^\a]*)\a", written(one))
    assert match is not None
    content = base64.b64decode(match[2])
    assert f"size={len(content)};width=10;height=5;" in match[1]
    assert pyvips.Image.new_from_buffer(content, "").width == 100


def test_sixel_says_the_pixels_again() -> None:
    one = console()
    assert show(one, picture(120, 60), Canvas("sixel", (10, 20)))
    pixels = read_sixel(written(one))
    assert pixels.shape == (60, 120, 3)
    assert np.abs(pixels[:, :50].astype(int) - [255, 0, 0]).max() <= 6
    assert np.abs(pixels[:, 70:].astype(int) - [0, 0, 255]).max() <= 6


def read_sixel(text: str) -> np.ndarray:
    """The pixels of a sixel picture (DEC STD 070), by the letter of the standard."""
    match = re.search(r'\x1bP[\d;]*q"1;1;(\d+);(\d+)(.*?)\x1b\\', text, re.DOTALL)
    assert match is not None
    pixels = np.zeros((int(match[2]), int(match[1]), 3), dtype=np.uint8)
    colours: dict[int, tuple[int, ...]] = {}
    x = y = colour = 0
    for part in re.finditer(r"#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|([?-~])|([$-])", match[3]):
        if part[1]:
            colour = int(part[1])
            if part[2]:
                colours[colour] = tuple(round(int(value) * 2.55) for value in part.group(2, 3, 4))
        elif part[8]:
            x, y = 0, y + (6 if part[8] == "-" else 0)
        else:
            count, bits = int(part[5] or 1), ord(part[6] or part[7]) - 63
            for row in range(6):
                if bits >> row & 1:
                    pixels[y + row, x : x + count] = colours[colour]
            x += count
    return pixels


@pytest.mark.parametrize("image", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 60])
def test_what_is_no_picture_is_not_shown(image: bytes) -> None:
    one = console()
    assert not show(one, image, Canvas("blocks"))
    assert written(one) == ""


@contextmanager
def terminal(
    monkeypatch: pytest.MonkeyPatch, *answers: bytes, pixels: tuple[int, int] = (0, 0)
) -> Iterator[tuple[Console, list[bytes]]]:
    """A console on a terminal of 100 x 40 characters and so many pixels, which answers one question after the other; and
    the questions."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, *pixels))
    heard: list[bytes] = []

    def answer() -> None:
        for each in answers:
            question = b""
            while b"\x1b[c" not in question:
                question += os.read(ours, 4096)
            heard.append(question)
            os.write(ours, each)

    thread = threading.Thread(target=answer, daemon=True)
    with (
        os.fdopen(theirs, "r+b", buffering=0) as device,
        io.TextIOWrapper(device, write_through=True) as both,
    ):
        monkeypatch.setattr("sys.stdin", both)
        thread.start()
        yield Console(file=both, force_terminal=True, color_system="truecolor", width=100, height=40), heard
        thread.join(timeout=30)
        assert not thread.is_alive()
    os.close(ours)


KITTY_AROUND = b"\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.41.1)\x1b\\\x1b[?62;c"
TMUX = b"\x1bP>|tmux 3.5a\x1b\\\x1b[6;18;9t\x1b[?1;2;4c"


def test_xterm_says_its_limits_and_its_background_and_leaves_a_cells_size_to_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = b"\x1bP>|XTerm(379)\x1b\\\x1b]11;rgb:2323/2626/27\x1b\\\x1b[?2;0;640;408S\x1b[?63;1;2;4;22;28c"
    with terminal(monkeypatch, said + b"hi", pixels=(804, 684)) as (one, _):
        canvas = open_canvas(one, inline="auto", program="")
    assert (canvas.protocol, canvas.cell, canvas.paper, canvas.limit) == (
        "sixel",
        (8, 17),
        (35, 38, 39),
        (640, 408),
    )
    assert canvas.typed == "hi"
    assert fitted(1000, 1000, canvas, 200, 100) == (51, 24)  # 408 x 408 pixels


@pytest.mark.parametrize(
    ("around", "protocol"),
    [
        (KITTY_AROUND, "kitty"),
        (KITTY_AROUND.replace(b"0.41.1", b"0.26.5"), "blocks"),  # before it could show pictures for letters
        (b"\x1bP>|foot(1.20)\x1b\\\x1b[?62;4;22c", "sixel"),
        (b"\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2c", "blocks"),  # tmux alone would draw for nobody
    ],
)
def test_in_tmux_the_terminal_around_it_is_asked(
    monkeypatch: pytest.MonkeyPatch, around: bytes, protocol: Protocol
) -> None:
    monkeypatch.setenv("PATH", "")  # there is no tmux that could say more
    with terminal(monkeypatch, TMUX, around) as (one, heard):
        canvas = open_canvas(one, inline="auto", program="tmux")
    assert b"_G" not in heard[0]  # which would name the window
    assert b"\x1bPtmux;\x1b\x1b[c\x1b\\" in heard[1]
    assert (canvas.protocol, canvas.is_through_tmux) == (protocol, protocol == "kitty")


def test_names_say_who_shows_pictures_in_the_place_of_letters() -> None:
    assert shows_places("kitty(0.28.0)")
    assert shows_places("ghostty 1.0.1")
    assert not shows_places("kitty(0.27.9)")
    assert not shows_places("Konsole 22.12.3")
    assert not shows_places("")


def test_through_tmux_kitty_gets_the_pixels_and_tmux_the_letters() -> None:
    one = console()
    assert show(one, picture(60, 40), Canvas("kitty", (10, 20), is_through_tmux=True))
    (sent,) = re.findall(r"\x1bPtmux;(.*?)(?<!\x1b)\x1b\\", written(one))
    match = re.match(r"\x1b\x1b_Ga=T,f=100,t=d,q=2,i=(\d+),U=1,c=6,r=2,m=0;", sent)
    assert match is not None
    number = int(match[1])
    lines = written(one).split("\x1b\\")[-1].splitlines()
    assert len(lines) == 2
    colour = f"\x1b[38;2;{number >> 16};{number >> 8 & 255};{number & 255}m"
    assert (
        lines[1]
        == f"  {colour}"
        + "".join(f"\U0010eeee\u030d{column}" for column in "\u0305\u030d\u030e\u0310\u0312\u033d")
        + "\x1b[39m"
    )


def test_the_system_tells_a_cells_size_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as (one, _):
        assert window_cell(one) is None
    with terminal(monkeypatch, pixels=(1000, 800)) as (one, _):
        assert window_cell(one) == (10, 20)
    assert window_cell(console()) is None


def test_transparent_pictures_stand_on_the_terminals_own_background() -> None:
    one = console()
    clear = pyvips.Image.black(80, 80, bands=4).cast("uchar").copy(interpretation="srgb")
    assert show(one, clear.pngsave_buffer(), Canvas("blocks", paper=(1, 2, 3)))
    assert "38;2;1;2;3;48;2;1;2;3" in written(one)


def test_sixteen_colours_are_enough_for_half_blocks() -> None:
    one = console()
    assert show(one, picture(40, 40), Canvas("blocks", colours=ColorSystem.STANDARD))
    assert "38;2" not in written(one)
    assert "\x1b[31;41m▀" in written(one)


@pytest.mark.parametrize("protocol", ["blocks", "kitty", "sixel", "iterm2"])
def test_unfinished_pictures_take_each_others_place_above_the_bar(protocol: Protocol) -> None:
    one = console()
    canvas = Canvas(protocol, (10, 20))
    live = Live(one, canvas)
    with progress_bar(one) as progress:
        progress.add_task("drawing", total=100, percent="")
        live.draw(picture(300, 300))
        live.draw(b"no picture")
        live.draw(picture(60, 60))
        live.draw(picture(60, 6))  # of another shape: it would not fit into the place
    live.erase()
    live.erase()
    text = written(one)
    rows = 20
    assert text.count("\n" * rows) == 1  # the room is made once
    assert text.count(f"\x1b[{rows}A\r\x1b[2C\x1b7") == text.count(f"\x1b8\x1b[{rows}B\r") == 2
    assert text.endswith(f"\x1b[{rows}A\r\x1b[J")  # and nothing is left
    numbers = set(re.findall(r"i=(\d+)", text))
    assert len(numbers) == (protocol == "kitty")
    assert text.count("a=d,d=I,") == (protocol == "kitty")
