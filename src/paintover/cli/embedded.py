"""A server that lives as long as the command that needs it, on this machine's loopback address."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager, suppress
from socket import socket

import msgspec

from paintover.cli.serve import DRAIN_S, Server, listen, new_loop
from paintover.domain.errors import BadRequest
from paintover.parts import open_parts, public_url
from paintover.settings import Settings


@asynccontextmanager
async def own_server(settings: Settings) -> AsyncIterator[str]:
    """A server for as long as the block runs; its address.

    Raises:
        FolderInUse: a server has the data folder already.
        BadRequest, StoreFailed, EngineFailed: as `open_parts`.
    """
    listener = _listener(settings)
    settings = msgspec.structs.replace(settings, port=listener.getsockname()[1])
    with listener:
        async with open_parts(settings) as parts:
            started = asyncio.Event()
            server = Server(parts, drain_s=DRAIN_S, on_start=started.set)
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            try:
                await started.wait()
                yield public_url(msgspec.structs.replace(settings, public_url=""))
            finally:
                server.stop()
                await serving


@contextmanager
def server_beside(settings: Settings) -> Iterator[str]:
    """`own_server` in a thread, for code that is not asynchronous.

    Raises:
        FolderInUse, BadRequest, StoreFailed, EngineFailed: as `own_server`.
    """
    opened: Future[str] = Future()
    loop = new_loop()
    over = asyncio.Event()

    async def serve() -> None:
        async with own_server(settings) as address:
            opened.set_result(address)
            await over.wait()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            try:
                runner.run(serve())
            except BaseException as exc:
                if opened.done():
                    raise
                opened.set_exception(exc)

    thread = threading.Thread(target=run, name="server")
    thread.start()
    try:
        yield opened.result()
    finally:
        with suppress(RuntimeError):  # it never began, and its loop is closed
            loop.call_soon_threadsafe(over.set)
        thread.join()


def _listener(settings: Settings) -> socket:
    """At the usual port, so that links from last time lead somewhere; at a free one when something else is there."""
    try:
        return listen(settings)
    except BadRequest:
        return listen(msgspec.structs.replace(settings, port=0))
