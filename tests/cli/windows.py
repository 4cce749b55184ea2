"""Terminals with windows: real ones on a display in memory, typed in by key, and looked at pixel by pixel."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

PATIENCE_S = 60.0
"""How long something may take to appear; only a failure waits so long."""
XTERM = (
    "xterm",
    "-ti",
    "vt340",
    "-geometry",
    "100x45",
    "-b",
    "0",
    "-bw",
    "0",
    "-bg",
    "white",
    "-fg",
    "black",
    "-e",
)
"""xterm as the terminal of DEC's that knew Sixel."""


def has_windows() -> bool:
    """Whether a display and xterm are to be had here."""
    return all(shutil.which(program) for program in ("Xvfb", "xterm", "xdotool", "script"))


class Display:
    """A screen without a monitor: `with Display(folder) as display:`."""

    def __init__(self, folder: Path, *, width: int = 1000, height: int = 800) -> None:
        """`folder` keeps the screen's pixels, which the server maps into a file."""
        self._folder = folder
        self._size = f"{width}x{height}x24"
        self.name = ""

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            [*command, "-fbdir", str(self._folder)], pass_fds=(writing,), stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(timeout=30)

    def pixels(self) -> np.ndarray:
        """What is on the screen: an array of (height, width, 3) bytes, red first (the format of xwd)."""
        written = (self._folder / "Xvfb_screen0").read_bytes()
        header = np.frombuffer(written, ">u4", 25)
        start, width, height, line = header[0] + 12 * header[19], header[4], header[5], header[12]
        rows = np.frombuffer(written, np.uint8, line * height, start).reshape(height, line)
        return rows[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1]


class Window:
    """A terminal in which one command runs; what the command writes can be read too."""

    def __init__(
        self,
        display: Display,
        terminal: tuple[str, ...],
        *command: str | Path,
        log: Path,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """`terminal` is the program with its options, to which the command can be added; `log` a file for what is written."""
        self._display = display
        self._log = log
        self._command = [*terminal, "script", "-qfc", shlex.join(map(str, command)), str(log)]
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in ("TMUX", "NO_COLOR")},
            "DISPLAY": display.name,
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            **(environment or {}),
        }

    def __enter__(self) -> Self:
        self._log.write_bytes(b"")
        self._terminal = subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._terminal.poll() is None:
            os.killpg(self._terminal.pid, signal.SIGTERM)
        self._terminal.wait(timeout=30)

    def _keys(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=60)

    def type(self, text: str) -> None:
        """Press the keys of a text; the window is below the pointer."""
        self._keys("mousemove", "150", "150", "type", "--delay", "15", text)

    def press(self, *keys: str) -> None:
        """Press keys by X's names: Return, ctrl+c."""
        self._keys("mousemove", "150", "150", "key", *keys)

    def written(self) -> str:
        """All that was written to the terminal, without pictures, colours and movements."""
        said = self._log.read_bytes().decode("utf-8", "replace")
        return re.sub(r"\x1b(?:[P_\]][^\x1b\a]*(?:\x1b\\|\a)|\[[\d;?>]*[ -/]*[@-~]|.)", "", said)

    def wait(self, pattern: str, *, times: int = 1) -> str:
        """Wait until a pattern was written so often; all that was written."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            seen = self.written()
            if len(re.findall(pattern, seen)) >= times:
                return seen
            assert time.monotonic() < deadline, f"no {pattern!r} in:\n{seen}"
            time.sleep(0.05)
