"""`paintover mcp`: the tools of the Model Context Protocol over standard input and output."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import Annotated

from cyclopts import Parameter

from paintover.cli.client import Key, ask, open_client
from paintover.cli.embedded import own_server
from paintover.cli.serve import new_loop
from paintover.domain.errors import FolderInUse
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
    try:
        async with own_server(settings) as address:
            await _talk(address, key)
    except FolderInUse as exc:
        raise FolderInUse(f"{exc.message} Or draw on that server: paintover mcp --url ADDRESS.") from exc


async def _talk(url: str, key: str) -> None:
    # Before anything is said on standard output: a wrong address or key is one sentence on standard error.
    await asyncio.to_thread(_check, url, key)
    from paintover.cli.bridge import bridge

    await bridge(url, key)


def _check(url: str, key: str) -> None:
    with open_client(url, key) as client:
        ask(client, "GET", "/v1/models")
