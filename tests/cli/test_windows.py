"""Pictures in a terminal with a window: xterm draws them from Sixel, and its pixels are looked at."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from paintover.settings import Settings
from tests.cli.test_cli import PAINTOVER
from tests.cli.windows import PATIENCE_S, XTERM, Display, Window, has_windows
from tests.easel import Sketcher
from tests.live import LiveServer

pytestmark = pytest.mark.skipif(
    not has_windows() and not os.environ.get("PAINTOVER_NO_SKIPS"),
    reason="needs the packages xvfb, xterm and xdotool",
)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    folder = tmp_path / "screen"
    folder.mkdir()
    with Display(folder) as opened:
        yield opened


def coloured(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what has a colour on a screen of black and white; zeros where nothing has."""
    spread = pixels.max(axis=2).astype(int) - pixels.min(axis=2)
    rows, columns = (
        np.flatnonzero((spread > 40).sum(axis=1) > 60),
        np.flatnonzero((spread > 40).sum(axis=0) > 60),
    )
    if not len(rows) or not len(columns):
        return 0, 0, 0, 0
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def seen(display: Display, is_right: Callable[[np.ndarray], bool]) -> np.ndarray:
    """The screen, once it looks right."""
    deadline = time.monotonic() + PATIENCE_S
    while not is_right(pixels := display.pixels()):
        assert time.monotonic() < deadline, f"coloured: {coloured(pixels)}"
        time.sleep(0.05)
    return pixels


def test_a_picture_stands_between_its_words_with_its_own_shape(display: Display, tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path / "data"), port=0)
    environment = {"XDG_STATE_HOME": str(tmp_path / "state"), "PAINTOVER_LANGUAGE": "en"}
    engine = Sketcher()
    with (
        LiveServer(settings, engine) as server,
        Window(
            display,
            XTERM,
            PAINTOVER,
            "chat",
            "--url",
            server.url,
            log=tmp_path / "log",
            environment=environment,
        ) as window,
    ):
        window.wait("pictures: 0|/help")
        window.type("a red apple, 3:2")
        window.press("Return")
        window.wait("[1-9]\\d?%")
        engine.finishing.set()
        window.wait(r"/cdn/\S+\.png")
        # A terminal paints a large picture piece by piece, and the letters behind it.
        pixels = seen(display, lambda pixels: is_whole(pixels) and has_letters(below(pixels)))
        left, _, right, _ = coloured(pixels)
        # xterm's own letters are 6 x 13 pixels: 72 columns of them behind an indent of two.
        assert left == 12
        assert abs(right - left - 72 * 6) <= 1
        # Nothing of it reaches into the line of letters below it.
        assert (below(pixels).max(axis=2) - below(pixels).min(axis=2)).max() <= 40


def is_whole(pixels: np.ndarray) -> bool:
    """Whether there is something coloured in the shape 3:2."""
    left, top, right, bottom = coloured(pixels)
    return right - left > 300 and abs((right - left) / (bottom - top) - 1.5) < 0.04


def below(pixels: np.ndarray) -> np.ndarray:
    """The line of letters below what is coloured."""
    bottom = coloured(pixels)[3]
    return pixels[bottom + 1 : bottom + 14, :600].astype(int)


def has_letters(line: np.ndarray) -> bool:
    """Whether something dark stands in it."""
    return bool((line.min(axis=2) < 128).any())
