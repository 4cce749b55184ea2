"""`/mcp`: streamable HTTP (Model Context Protocol), behind the same door as every other surface.

Each owner's sessions live in a room of their own, so that a session's id is worth nothing to anybody else, and one
owner's open sessions leave room for another's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from paintover.api.admission import OpenAnswers
from paintover.api.auth import owner_of
from paintover.api.errors import error_body
from paintover.api.mcp.tools import Tools
from paintover.domain.errors import Draining
from paintover.tasks.keep import Keeper

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

PATH = "/mcp"
_TOO_MANY_SESSIONS = "You have too many sessions open. End some (DELETE), or wait until they expire."
_SAID = {
    HTTPStatus.NOT_ACCEPTABLE: "Send the header 'Accept: application/json, text/event-stream'.",
    HTTPStatus.METHOD_NOT_ALLOWED: "In this revision of the protocol every message is a POST.",
    HTTPStatus.BAD_REQUEST: "This is no message of the Model Context Protocol. Send JSON-RPC as application/json.",
}


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
            await room(scope, receive, _in_our_words(send))

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


def _in_our_words(send: Send) -> Send:
    """`send`, with the SDK's refusals that are no messages of the protocol (an empty body, a line of text) told in the
    shape of every other error, and with one session too many as the client's own fault."""
    is_replaced = False

    async def told(message: Message) -> None:
        nonlocal is_replaced
        if message["type"] != "http.response.start":
            if not is_replaced:
                await send(message)
            return
        status, headers = message["status"], {name.lower(): value for name, value in message["headers"]}
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            is_replaced = True
            await _send_error(send, HTTPStatus.TOO_MANY_REQUESTS, "rate_limit_error", _TOO_MANY_SESSIONS, {})
        elif status >= HTTPStatus.BAD_REQUEST and not headers.get(b"content-type", b"").startswith(
            b"application/json"
        ):
            is_replaced = True
            allow = {"allow": headers[b"allow"].decode()} if b"allow" in headers else {}
            kept = HTTPStatus(status)
            await _send_error(send, kept, "invalid_request_error", _SAID.get(kept, kept.phrase + "."), allow)
        else:
            await send(message)

    return told


async def _send_error(send: Send, status: HTTPStatus, kind: str, text: str, headers: dict[str, str]) -> None:
    code = "rate_limit_exceeded" if status is HTTPStatus.TOO_MANY_REQUESTS else status.name.lower()
    response = Response(error_body(text, kind=kind, code=code), status, headers, "application/json")
    await send({"type": "http.response.start", "status": status.value, "headers": response.raw_headers})
    await send({"type": "http.response.body", "body": response.body})


class _Entrance:
    """The path as an ASGI application, since its answers are streams."""

    def __init__(self, mcp: Mcp) -> None:
        self._mcp = mcp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._mcp.enter(scope, receive, send)
