"""`paintover mcp`: the tools of the Model Context Protocol over standard input and output."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Annotated

import msgspec
from cyclopts import Parameter

from paintover.app import open_parts, public_url
from paintover.cli.client import Key, ask, open_client
from paintover.cli.serve import DRAIN_S, Server, listen, new_loop
from paintover.domain.errors import BadRequest, FolderInUse
from paintover.logs import configure_logs
from paintover.settings import Settings, read_settings


def mcp(
    *,
    url: Annotated[
        str | None, Parameter(help="A running server's address. Without one, a server is started with this.")
    ] = None,
    key: Key = None,
    data: Annotated[
        str | None, Parameter(help="Folder for the database and the pictures, of a server that is started.")
    ] = None,
) -> None:
    """Offer the tools to a program that starts them as a process, such as Claude Desktop.

    The program talks over standard input and output; everything else is written to standard error. With --url it
    draws on a server that is running; otherwise a server is started and ends together with this, on this machine's
    loopback address, so that links to its pictures can be opened.
    """
    settings = read_settings({"data": data, "host": "127.0.0.1" if url is None else None})
    configure_logs(settings.log_level)
    with suppress(asyncio.CancelledError), asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(_mcp(settings, url, key or settings.key))


async def _mcp(settings: Settings, url: str | None, key: str) -> None:
    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    if url is not None:
        await _talk(url, key)
        return
    async with own_server(settings) as address:
        await _talk(address, key)


async def _talk(url: str, key: str) -> None:
    # Before anything is said on standard output: a wrong address or key is one sentence on standard error.
    await asyncio.to_thread(_check, url, key)
    from paintover.cli.bridge import bridge

    await bridge(url, key)


def _check(url: str, key: str) -> None:
    with open_client(url, key) as client:
        ask(client, "GET", "/v1/models")


@asynccontextmanager
async def own_server(settings: Settings) -> AsyncIterator[str]:
    """A server for as long as the block runs; its address.

    Raises:
        FolderInUse: a server has the data folder already.
        BadRequest, StoreFailed, EngineFailed: as `open_parts`.
    """
    listener = _listener(settings)
    settings = msgspec.structs.replace(settings, port=listener.getsockname()[1])
    try:
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
    except FolderInUse as exc:
        raise FolderInUse(f"{exc.message} Or draw on that server: paintover mcp --url ADDRESS.") from exc


def _listener(settings: Settings) -> socket.socket:
    """At the usual port, so that links from last time lead somewhere; at a free one when something else is there."""
    try:
        return listen(settings)
    except BadRequest:
        return listen(msgspec.structs.replace(settings, port=0))
