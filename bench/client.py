"""Starts a measured server and puts load on it: plain sockets, keep-alive, as little work a byte as Python allows."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

END = b"\r\n0\r\n\r\n"
"""The last bytes of a chunked answer."""


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server."""

    port: int

    def figures(self) -> dict[str, float]:
        """Its CPU seconds and resident bytes."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/figures") as answer:
            figures: dict[str, float] = json.load(answer)
            return figures

    def request(self, body: bytes, number: int = 0) -> bytes:
        """A chat request as it goes over the wire; each number makes another one of the same body (the very same
        request again would join the first one's task)."""
        body = body[:-1] + b',"seed":%d}' % number
        return (
            b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (self.port, len(body), body)
        )


@contextmanager
def serving(*arguments: str) -> Iterator[Serving]:
    """`python -m bench.server ARGUMENTS`, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.server", *arguments], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        server = Serving(int(process.stdout.readline()))
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                server.figures()
                break
            except OSError:
                time.sleep(0.02)
        yield server
    finally:
        process.kill()
        process.wait()


async def streams(
    server: Serving, body: bytes, *, connections: int, seconds: float, first: int = 0
) -> tuple[int, float]:
    """Stream after stream over `connections` connections; how many ended, and in what time."""
    ended, started = 0, first
    stop = time.perf_counter() + seconds

    async def one() -> None:
        nonlocal ended, started
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port, limit=2**20)
        while time.perf_counter() < stop:
            started += 1
            writer.write(server.request(body, started))
            await reader.readuntil(END)
            ended += 1
        writer.close()

    start = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(connections)))
    return ended, time.perf_counter() - start


async def ask(server: Serving, body: bytes, number: int) -> tuple[float, float]:
    """How long a stream's first byte and its last one take, in seconds, over a connection of its own.

    Raises:
        RuntimeError: the answer is no success, or shows no picture.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port, limit=2**20)
    start = time.perf_counter()
    writer.write(server.request(body, number))
    head = await reader.readuntil(b"\r\n\r\n")
    answer = await reader.read(1)
    first = time.perf_counter() - start
    answer += await reader.readuntil(END)
    end = time.perf_counter() - start
    writer.close()
    if b" 200 " not in head[:20] or b"![" not in answer:
        raise RuntimeError(f"No picture: {head.decode('latin-1')}{answer.decode()}")
    return first, end


async def open_streams(server: Serving, body: bytes, count: int, *, first: int = 0) -> float:
    """Resident bytes that each of `count` waiting streams costs the server."""
    before = server.figures()["resident"]
    writers = []
    for number in range(count):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(server.request(body, number + first))
        await reader.readuntil(b"ID: ")
        writers.append((reader, writer))
    after = (await asyncio.to_thread(server.figures))["resident"]
    for _, writer in writers:
        writer.close()
    return (after - before) / count
