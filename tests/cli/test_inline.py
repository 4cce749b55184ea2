"""Pictures in a terminal: what a terminal answers, and what is written to it."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
import pyvips
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from paintover.cli.inline import (
    USUAL_CELL,
    Canvas,
    Protocol,
    fitted,
    open_canvas,
    read_answers,
    show,
)

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
    assert (plain.cell, plain.typed) == (USUAL_CELL, "")
    assert not read_answers(b"").is_complete


@given(st.binary(max_size=200))
def test_whatever_a_terminal_says_is_taken_without_an_error(said: bytes) -> None:
    answers = read_answers(said)
    assert "\x1b" not in answers.typed
    assert 2 <= answers.cell[0] <= 200


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
    assert "38;2;0;0;255;48;2;0;0;255" in lines[0].split("▀")[39]


def test_kitty_is_sent_the_picture_in_messages_of_its_size() -> None:
    one = console()
    noise = pyvips.Image.gaussnoise(600, 400, mean=128, sigma=60).cast("uchar").bandjoin([0, 0])
    assert show(one, noise.pngsave_buffer(), Canvas("kitty", (10, 20)))
    messages = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", written(one))
    assert len(messages) > 2
    assert messages[0][0].startswith("a=T,f=100,t=d,q=2,C=1,c=60,r=20,m=1")
    assert [head[-3:] for head, _ in messages] == ["m=1"] * (len(messages) - 1) + ["m=0"]
    assert all(len(body) <= 4096 for _, body in messages)
    sent = pyvips.Image.new_from_buffer(base64.b64decode("".join(body for _, body in messages)), "")
    assert (sent.width, sent.height) == (600, 400)
    # As many lines are made as the picture takes, and the cursor ends below it.
    assert written(one).startswith("\n" * 20 + "\x1b[20A\x1b7")
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
