"""`/mcp`: streamable HTTP (Model Context Protocol), behind the same door as every other surface.

Each owner's sessions live in a room of their own, so that a session's id is worth nothing to anybody else, and one
owner's open sessions leave room for another's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.admission import OpenAnswers
from paintover.api.auth import owner_of
from paintover.api.mcp.tools import Tools
from paintover.domain.errors import Draining
from paintover.tasks.keep import Keeper

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

PATH = "/mcp"


class McpSessions:
    """The rooms in which sessions live, from the first request of their owner to `aclose`."""

    def __init__(self) -> None:
        self._rooms: dict[str, asyncio.Task[ASGIApp]] = {}
        self._running: list[asyncio.Task[None]] = []
        self._closing = asyncio.Event()

    @property
    def is_closing(self) -> bool:
        """Whether all sessions are being ended because the server is."""
        return self._closing.is_set()

    async def room(self, owner: str, opened: Callable[[], StreamableHTTPSessionManager]) -> ASGIApp:
        """Where the owner's sessions live. `opened` makes it, on a thread, when there is none yet.

        Raises:
            Draining: the server is about to end.
        """
        if self.is_closing:
            raise Draining("The server is about to restart. Try again in a few seconds.", retry_after_s=5)
        room = self._rooms.get(owner)
        if room is None:
            room = self._rooms[owner] = asyncio.create_task(self._open(opened))
        # Whoever asked first may leave while others wait for the same.
        return await asyncio.shield(room)

    async def aclose(self) -> None:
        """End every session. Tasks that were drawn for them go on, or wait for the next start."""
        self._closing.set()
        await asyncio.gather(*self._rooms.values(), return_exceptions=True)
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _open(self, opened: Callable[[], StreamableHTTPSessionManager]) -> ASGIApp:
        manager = await asyncio.to_thread(opened)
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._running.append(asyncio.create_task(self._keep(manager, ready)))
        await ready
        return manager.asgi_app

    async def _keep(self, manager: StreamableHTTPSessionManager, ready: asyncio.Future[None]) -> None:
        async with manager.run():
            ready.set_result(None)
            await self._closing.wait()


class Mcp:
    """The surface: one path, over one desk."""

    def __init__(
        self,
        *,
        tools: Tools,
        keeper: Keeper,
        sessions: McpSessions,
        open_answers: OpenAnswers,
        max_body_bytes: int,
        quiet_s: float,
    ) -> None:
        """After `quiet_s` without news a client that waits is told that its task is still there."""
        self._tools = tools
        self._keeper = keeper
        self._sessions = sessions
        self._open = open_answers
        self._max_body_bytes = max_body_bytes
        self._quiet_s = quiet_s

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [Route(PATH, _Entrance(self), methods=["GET", "POST", "DELETE"])]

    async def enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of the protocol."""
        owner = owner_of(HTTPConnection(scope))
        room = await self._sessions.room(owner, self._manager)
        # A GET is a stream that stays open for as long as its session.
        with self._open.one_more(owner) if scope["method"] == "GET" else nullcontext():
            await room(scope, receive, send)

    def _manager(self) -> StreamableHTTPSessionManager:
        # A second of imports, which only those wait for who use it.
        from paintover.api.mcp.server import McpServer

        server = McpServer(
            tools=self._tools,
            keeper=self._keeper,
            open_answers=self._open,
            is_closing=lambda: self._sessions.is_closing,
            quiet_s=self._quiet_s,
        )
        return server.manager(self._max_body_bytes)


class _Entrance:
    """The path as an ASGI application, since its answers are streams."""

    def __init__(self, mcp: Mcp) -> None:
        self._mcp = mcp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._mcp.enter(scope, receive, send)
