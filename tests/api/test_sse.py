"""Streams end with their last write, and know whether anybody was there to read it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from paintover.api import sse
from paintover.api.sse import EventStream, Write


class Wire:
    """The server's side of one connection, which the test lets go dead."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.dead = asyncio.Event()
        self.first = asyncio.Event()
        self.breaks_at: int | None = None

    async def receive(self) -> dict[str, Any]:
        await self.dead.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        if self.breaks_at == len(self.sent):
            raise OSError("broken pipe")
        self.sent.append(message)
        if message.get("body"):
            self.first.set()
        if not message.get("more_body", True):
            self.dead.set()  # as servers do when the answer is complete

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.sent)


async def told(wire: Wire, writes: AsyncIterator[Write]) -> list[bool]:
    ends: list[bool] = []

    async def ended(is_whole: bool) -> None:
        ends.append(is_whole)

    await EventStream(writes, {"x-task-id": "t"}, ended)({"type": "http"}, wire.receive, wire.send)
    return ends


async def two(gate: asyncio.Event | None = None) -> AsyncIterator[Write]:
    yield Write(b"a")
    if gate is not None:
        await gate.wait()
    yield Write(b"b", is_last=True)


async def test_a_stream_is_told_whole() -> None:
    wire = Wire()
    assert await told(wire, two()) == [True]
    assert wire.body == b"ab"
    assert [message.get("more_body") for message in wire.sent] == [None, True, False]
    assert (b"x-task-id", b"t") in wire.sent[0]["headers"]


async def test_a_client_that_leaves_while_the_stream_waits_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "WATCH_AFTER_S", 0.0)
    wire = Wire()
    telling = asyncio.create_task(told(wire, two(asyncio.Event())))
    await wire.first.wait()
    wire.dead.set()
    async with asyncio.timeout(5):
        assert await telling == [False]
    assert wire.body == b"a"


async def test_a_client_that_left_in_a_short_stream_did_not_get_it_whole() -> None:
    wire = Wire()
    wire.dead.set()
    assert await told(wire, two()) == [False]
    assert wire.body == b"a"


async def test_a_broken_write_ends_the_stream() -> None:
    wire = Wire()
    wire.breaks_at = 2
    assert await told(wire, two()) == [False]


async def test_a_cancellation_from_above_is_not_swallowed() -> None:
    wire = Wire()
    telling = asyncio.create_task(told(wire, two(asyncio.Event())))
    await wire.first.wait()
    telling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await telling
