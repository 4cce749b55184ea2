"""Where servers that are to be killed are ordered, listened to and killed; see `tests.promises.crash`."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import msgspec

from paintover.parts import DATABASE_NAME
from tests.promises.crash import Order


class Yard:
    """The process that forks servers, and what they say."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._said: dict[tuple[str, int], str] = {}
        self._news = asyncio.Event()
        self._pids: set[int] = set()
        self._is_deaf = False
        self.accepted: dict[tuple[str, int], str] = {}

    async def start(self, order: Order) -> int:
        """Order a server; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        await self._process.stdin.drain()
        pid = int(await self.said("pid", order.run))
        self._pids.add(pid)
        return pid

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        self._pids.discard(pid)

    async def said(self, word: str, run: int) -> str:
        """What the server of that run has said after this word, as soon as it has."""
        async with asyncio.timeout(60):
            while (word, run) not in self._said:
                assert not self._is_deaf
                self._news.clear()
                await self._news.wait()
        return self._said[word, run]

    async def acknowledged(self, count: int) -> None:
        """Wait until so many tasks were acknowledged, by all servers together."""
        async with asyncio.timeout(60):
            while len(self.accepted) < count:
                assert not self._is_deaf
                self._news.clear()
                await self._news.wait()

    async def listen(self) -> None:
        assert self._process.stdout is not None
        try:
            async for line in self._process.stdout:
                self._hear(*line.decode().split())
        finally:
            self._is_deaf = True
            self._news.set()

    def _hear(self, word: str, run: str, *rest: str) -> None:
        if word == "accepted":
            client, number, task_id = rest
            self.accepted[client, int(number)] = task_id
        else:
            self._said[word, int(run)] = " ".join(rest)
        self._news.set()

    async def close(self) -> None:
        for pid in tuple(self._pids):
            with suppress(ProcessLookupError):
                self.kill(pid)
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()


@asynccontextmanager
async def a_yard() -> AsyncIterator[Yard]:
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "tests.promises.crash")
    yard = Yard(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe))
    listening = asyncio.create_task(yard.listen())
    try:
        yield yard
    finally:
        await yard.close()
        await listening


def rows(folder: Path, query: str) -> list[tuple[str, ...]]:
    """What a query of the data folder's database finds."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        return connection.execute(query).fetchall()
