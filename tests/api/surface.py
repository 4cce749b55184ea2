"""A surface by itself: its routes, the answers to its errors, and an owner for each request."""

from __future__ import annotations

from collections.abc import Sequence

import httpx
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.auth import OWNER_KEY
from paintover.api.errors import HANDLERS


class OwnerFromHeader:
    """Stands in for the door: whoever is named in ``x-owner`` asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope[OWNER_KEY] = dict(scope["headers"]).get(b"x-owner", b"ann").decode()
        await self._app(scope, receive, send)


def client_of(routes: Sequence[Route]) -> httpx.AsyncClient:
    """A client of nothing but these routes."""
    app = OwnerFromHeader(Starlette(routes=list(routes), exception_handlers=HANDLERS))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://draw.example.org")
