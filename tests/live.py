"""A server in a thread of this process, reached over a real socket."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Self

import httpx
import msgspec
import openai
import uvicorn

from paintover.app import server_config
from paintover.domain.scope import USUAL_SCOPES, Scope
from paintover.engines.protocol import Engine
from paintover.parts import Parts, open_parts
from paintover.settings import Settings, SettingsSource


class _Announcing(uvicorn.Server):
    """A server that says when it has started, or has failed to."""

    def __init__(self, config: uvicorn.Config, started: threading.Event) -> None:
        super().__init__(config)
        self._announced = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._announced.set()


class LiveServer:
    """`with LiveServer(settings) as live:` serves until the block ends."""

    def __init__(
        self, settings: Settings, engine: Engine | None = None, source: SettingsSource | None = None
    ) -> None:
        """`source` is where the settings come from, where its changes are to be followed."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = msgspec.structs.replace(settings, port=self.port)
        self._engine = engine
        self._source = source
        self._server: _Announcing | None = None
        self._parts: Parts | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="live-server")

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        finally:
            self._started.set()
            self._listener.close()

    async def _serve(self) -> None:
        async with open_parts(self._settings, self._engine, self._source) as parts:
            self._parts, self._loop = parts, asyncio.get_running_loop()
            self._server = _Announcing(server_config(parts, drain_s=1), self._started)
            await self._server.serve(sockets=[self._listener])

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait(30)
        assert self._server is not None, "the server did not start"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.should_exit = True
        self._thread.join(30)
        # One that goes on in the background would spoil whichever test comes next.
        assert not self._thread.is_alive(), "the server did not stop"

    def drain(self, grace_s: float) -> None:
        """As a request to stop does it; the server goes on answering."""
        assert self._parts is not None
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._parts.desk.drain(grace_s), self._loop).result(60)

    def reload(self) -> None:
        """As the signal to read the settings again does it."""
        assert self._parts is not None
        assert self._parts.reloader is not None
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._parts.reloader.reload)

    def new_key(self, name: str, scopes: Iterable[Scope] | None = None) -> str:
        """A key of a new owner's; from the first one on every request needs one."""
        assert self._parts is not None
        assert self._loop is not None
        making = self._parts.keys.create(name, scopes=scopes or USUAL_SCOPES)
        return asyncio.run_coroutine_threadsafe(making, self._loop).result(60)

    def http(self, **options: object) -> httpx.Client:
        """A plain HTTP client."""
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False)

    def openai(self) -> openai.OpenAI:
        """The client that most people have."""
        return openai.OpenAI(
            base_url=f"{self.url}/v1",
            api_key="none",
            max_retries=0,
            http_client=openai.DefaultHttpxClient(trust_env=False, timeout=60),
        )
