"""Server-sent events over raw ASGI: each write may carry several events, and each event leaves whole.

Starlette's own streaming response starts a task group for every stream; this one is a plain loop with one watcher for
the client's leaving, which costs a fraction of it (measured in `make bench`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from typing import NamedTuple, cast

from starlette.types import Message, Receive, Scope, Send

KEEP_ALIVE = b": keep-alive\n\n"
"""A comment, which clients skip and proxies count as traffic (WHATWG HTML, 9.2.6)."""

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-transform"),
    (b"x-accel-buffering", b"no"),
]


class Write(NamedTuple):
    """What leaves together: whole events, and whether they are the last. The last write ends the answer with it,
    since every write more is a system call more."""

    events: bytes
    is_last: bool = False


WATCH_AFTER_S = 0.05
"""An answer that takes longer is watched for its client's leaving; a shorter one only looks before its last byte."""


class ClientLeftError(Exception):
    """The client has gone before its answer was told to the end."""


async def while_listening(receive: Receive, told: Awaitable[None]) -> bool:
    """Await `told`, but no longer than the client listens; whether it was told to its end. Only for requests whose body
    has been read, and only where `told` asks `check_listening` before its last byte."""
    loop, telling = asyncio.get_running_loop(), asyncio.current_task()
    watcher: asyncio.Task[None] | None = None
    is_told = has_left = False

    async def leave() -> None:
        nonlocal has_left
        while (await receive())["type"] != "http.disconnect":
            pass
        # A server says so after the last byte of every answer, too.
        if not is_told and telling is not None:
            has_left = True
            telling.cancel()

    def watch() -> None:
        nonlocal watcher
        watcher = loop.create_task(leave())

    timer = loop.call_later(WATCH_AFTER_S, watch)
    try:
        await told
        is_told = True
    except asyncio.CancelledError:
        if not has_left:
            raise
        if telling is not None:
            telling.uncancel()
    except (OSError, ClientLeftError):
        pass
    finally:
        timer.cancel()
        if watcher is not None:
            watcher.cancel()
    return is_told


def check_listening(receive: Receive) -> None:
    """Raises ClientLeftError when the client is known to have gone. Takes one step of `receive` and lets go of it, since
    there is no other way to ask without waiting."""
    asking = cast("Coroutine[object, None, Message]", receive())
    try:
        asking.send(None)
    except StopIteration as answer:
        if answer.value["type"] == "http.disconnect":
            raise ClientLeftError from None
    finally:
        asking.close()


class EventStream:
    """An ASGI response that writes what `writes` yields, up to and including the last. When the client leaves, the
    telling stops; `ended` is then called with False, and with True when all has been written."""

    def __init__(
        self,
        writes: AsyncIterator[Write],
        headers: Mapping[str, str] | None = None,
        ended: Callable[[bool], Awaitable[None]] | None = None,
    ) -> None:
        self._writes = writes
        self._ended = ended
        self._headers = _HEADERS + [
            (name.encode("latin-1"), value.encode("latin-1")) for name, value in (headers or {}).items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_whole = False
        try:
            is_whole = await while_listening(receive, self._tell(receive, send))
        finally:
            if self._ended is not None:
                await self._ended(is_whole)

    async def _tell(self, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self._headers})
        async for events, is_last in self._writes:
            if is_last:
                check_listening(receive)
            await send({"type": "http.response.body", "body": events, "more_body": not is_last})
