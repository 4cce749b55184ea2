"""A real terminal to type in: tmux, driven by keys, read by its screen, waited for by what stands on it."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_S = 60.0
"""How long something may take to appear; only a failure waits so long."""


def has_tmux() -> bool:
    """Whether there is a terminal to be had here."""
    return shutil.which("tmux") is not None


class Screen:
    """A terminal in which one command runs: `with Screen(command) as screen:`. It is gone with the block."""

    def __init__(
        self,
        *command: str | Path,
        columns: int = 100,
        lines: int = 40,
        language: str = "en_US.UTF-8",
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._socket = f"paintover-{os.getpid()}-{secrets.token_hex(4)}"
        self._command = shlex.join(str(word) for word in command)
        self._size = (columns, lines)
        self._environment = {
            "COLORTERM": "truecolor",
            "LANG": language,
            "LC_ALL": language,
            **(environment or {}),
        }

    def __enter__(self) -> Self:
        set_all = [word for name, value in self._environment.items() for word in ("-e", f"{name}={value}")]
        columns, lines = self._size
        self._tmux(
            "new-session", "-d", "-x", str(columns), "-y", str(lines), *set_all,
            "sh", "-c", f"trap : INT; {self._command}; code=$?; echo; echo \"(ended with $code)\"; exec cat",
        )  # fmt: skip
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str, said: str | None = None) -> str:
        # A socket, a server and a configuration of its own, and UTF-8 whatever the locale is.
        command = ["tmux", "-u", "-f", "/dev/null", "-L", self._socket, *words]
        environment = {name: value for name, value in os.environ.items() if name not in ("TMUX", "NO_COLOR")}
        done = subprocess.run(
            command, input=said, capture_output=True, text=True, check=True, timeout=30,
            env={**environment, **self._environment, "TERM": "xterm-256color"},
        )  # fmt: skip
        return done.stdout

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        self._tmux("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: Enter, C-c, M-Enter, Tab, Up."""
        self._tmux("send-keys", *keys)

    def paste(self, text: str) -> None:
        """Paste a text, marked as pasted where the program wants to know."""
        self._tmux("load-buffer", "-", said=text)
        self._tmux("paste-buffer", "-p")

    def text(self, *, history: bool = False) -> str:
        """What stands on the screen, and what has left it above."""
        return self._tmux("capture-pane", "-p", "-J", *(("-S", "-") if history else ()))

    def painted(self) -> str:
        """What stands on the screen with its colours, as escape codes."""
        return self._tmux("capture-pane", "-p", "-e")

    def wait(self, pattern: str, *, times: int = 1) -> str:
        """Wait until a pattern stands on the screen so often; the screen, with what has left it."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            seen = self.text(history=True)
            if len(re.findall(pattern, seen)) >= times:
                return seen
            assert time.monotonic() < deadline, f"no {pattern!r} in:\n{seen}"
            time.sleep(0.02)

    def say(self, words: str) -> None:
        """Type a line, and say it once it stands there whole."""
        self.type(words)
        self.wait(re.escape(words.splitlines()[-1]))
        self.press("Enter")
