"""How a task's answer leaves when it is no stream: the task itself at once, or the whole answer at its end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.sse import ClientLeftError, check_listening, while_listening


class AcceptedTask:
    """The task itself, for who does not wait for its end. `ended` is told whether all of it was sent."""

    def __init__(
        self,
        task: bytes,
        headers: dict[str, str],
        ended: Callable[[bool], Awaitable[None]],
        *,
        status: int = 202,
    ) -> None:
        self._response = Response(task, status, headers, "application/json")
        self._ended = ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_whole = False
        try:
            check_listening(receive)
            await self._response(scope, receive, send)
            is_whole = True
        except ClientLeftError:
            pass
        finally:
            await self._ended(is_whole)


class WholeAnswer:
    """An answer in one piece, for as long as somebody waits for it. `ended` is told whether all of it was sent."""

    def __init__(
        self, whole: Callable[[], Awaitable[Response]], ended: Callable[[bool], Awaitable[None]] | None = None
    ) -> None:
        self._whole = whole
        self._ended = ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def tell() -> None:
            response = await self._whole()
            check_listening(receive)
            await response(scope, receive, send)

        is_whole = False
        try:
            is_whole = await while_listening(receive, tell())
        finally:
            if self._ended is not None:
                await self._ended(is_whole)


class Unwrapped:
    """Lets a route's function be an ASGI application, without Starlette's wrapping of every message."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)
