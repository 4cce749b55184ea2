"""HTTP/1.1 by hand, for what a client library would not send or would not show."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What came back. A name that stands twice among the headers keeps its last value."""

    status: int
    headers: dict[str, str]
    body: bytes


async def read_answer(reader: asyncio.StreamReader, *, method: str = "GET") -> Answer:
    """One whole answer.

    Raises:
        EOFError: the connection ended before or in the middle of it.
    """
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    line, *fields = head[:-4].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
    status = int(line.split(" ")[1])
    if method == "HEAD" or status in (204, 304):
        return Answer(status, headers, b"")
    if headers.get("transfer-encoding") != "chunked":
        return Answer(status, headers, await reader.readexactly(int(headers.get("content-length", 0))))
    body = b""
    while size := int(await reader.readline() or b"0", 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return Answer(status, headers, body)


@contextmanager
def served(folder: Path, **settings: Any) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """`paintover serve` in a process of its own: its port, and the process, which is killed at the end."""
    environment = {f"PAINTOVER_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-c", "from paintover.cli import main; main()", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--data", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PAINTOVER_LOG_LEVEL": "error", **environment},
    )
    with process:
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if match := re.search(r"browser +http://127\.0\.0\.1:(\d+)/", line):
                    yield int(match[1]), process
                    break
            else:
                raise AssertionError("the server did not start")
        finally:
            process.kill()
