"""`paintover serve`: the server with its page."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Annotated

import msgspec
import uvicorn
from cyclopts import Parameter
from rich.console import Console

from paintover.app import server_config
from paintover.domain.errors import BadRequest
from paintover.logs import configure_logs
from paintover.parts import Parts, open_parts, public_url
from paintover.planner.offline import OfflinePlanner
from paintover.settings import Settings, SettingsSource

DRAIN_S = 5
"""How long open streams may take to end after a request to stop."""
MOST_FILES = 65_536


def serve(
    *,
    host: Annotated[
        str | None, Parameter(help="Address to listen on. Beyond loopback a key must exist.")
    ] = None,
    port: Annotated[int | None, Parameter(help="Port to listen on; 0 takes a free one.")] = None,
    data: Annotated[str | None, Parameter(help="Folder for the database and the pictures.")] = None,
    engine: Annotated[str | None, Parameter(help="The engine that draws.")] = None,
) -> None:
    """Serve the page and the API.

    Every setting can also be given as an environment variable (`PAINTOVER_PORT=9000`) or in `paintover.toml`.
    """
    source = SettingsSource(overrides={"host": host, "port": port, "data": data, "engine": engine})
    settings = source.read()
    configure_logs(settings.log_level)
    _allow_many_connections()
    listener = listen(settings)
    settings = msgspec.structs.replace(settings, port=listener.getsockname()[1])
    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(_serve(settings, listener, source))


async def _serve(settings: Settings, listener: socket.socket, source: SettingsSource) -> None:
    async with open_parts(settings, source=source) as parts:
        server = Server(parts, drain_s=DRAIN_S, on_start=lambda: _welcome(parts.settings))
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows, where Ctrl-C still arrives as KeyboardInterrupt
                loop.add_signal_handler(number, server.stop)
        if sys.platform != "win32":
            loop.add_signal_handler(signal.SIGHUP, _on_hangup(server, parts))
        await server.serve(sockets=[listener])


def _on_hangup(server: Server, parts: Parts) -> Callable[[], None]:
    """Reads the settings again when somebody sends the signal, and stops when its terminal was closed, which sends the
    same one."""
    had_terminal = sys.stdin is not None and sys.stdin.isatty()

    def act() -> None:
        if had_terminal and not sys.stdin.isatty():
            server.stop()
        elif parts.reloader is not None:
            parts.reloader.reload()

    return act


def new_loop() -> asyncio.AbstractEventLoop:
    """The fastest event loop that there is here."""
    try:
        import uvloop
    except ImportError:  # Windows has none
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def _allow_many_connections() -> None:
    """Each connection is an open file, and the usual soft limit of 1,024 is soon reached."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def listen(settings: Settings) -> socket.socket:
    """A socket at the settings' address.

    Raises:
        BadRequest: it is taken, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as exc:
        listener.close()
        raise BadRequest(
            f"Cannot listen on {settings.host}:{settings.port}: {exc.strerror}. Choose another with --port."
        ) from exc
    return listener


class Server(uvicorn.Server):
    """Leaves signals to whoever runs it: uvicorn's own handling raises them again when it is done, which would end the
    process before the store is closed."""

    def __init__(self, parts: Parts, *, drain_s: int, on_start: Callable[[], None]) -> None:
        """`on_start` is called once it can take work; open streams have `drain_s` to end after a request to stop."""
        super().__init__(server_config(parts, drain_s=drain_s))
        self._parts = parts
        self._on_start = on_start
        self._draining: asyncio.Task[None] | None = None

    def stop(self) -> None:
        """Accept no more tasks, let what runs end or hand it back, then stop; at once when asked a second time."""
        if self._draining is None:
            self._draining = asyncio.create_task(self._drain())
        else:
            self.should_exit = self.force_exit = True

    async def _drain(self) -> None:
        await self._parts.desk.drain(self._parts.settings.drain_s)
        # Streams that would stay open for ever.
        await self._parts.mcp_sessions.aclose()
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._on_start()
        Thread(target=OfflinePlanner.warm, name="warm-up", daemon=True).start()


def _welcome(settings: Settings) -> None:
    url = public_url(settings)
    console = Console(highlight=False, soft_wrap=True)
    console.print(
        f"\n[bold]Paintover[/] draws with the {settings.engine}; pictures are kept in {settings.data}/\n"
    )
    console.print(f"  In the browser   {url}/")
    console.print(f"  In the terminal  paintover chat --url {url}")
    console.print(f"  From a program   OPENAI_BASE_URL={url}/v1, model 'paintover'\n")
    console.print(
        f"  curl -N {url}/v1/chat/completions -H 'Content-Type: application/json' \\\n"
        """    -d '{"model":"paintover","stream":true,"messages":[{"role":"user","content":"an ox and a horse"}]}'\n""",
        markup=False,
    )
