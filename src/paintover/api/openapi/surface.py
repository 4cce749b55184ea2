"""`GET /openapi.json` and `GET /docs`: made at the first request, the same ever after."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.openapi.document import document
from paintover.api.openapi.page import page_of


def routes(*, page_headers: dict[str, str]) -> list[Route]:
    """The routes of this surface; `page_headers` are those that keep the page from loading anything from elsewhere."""

    @cache
    def described() -> bytes:
        return msgspec.json.encode(document())

    @cache
    def written() -> bytes:
        # A description that differs by structure is a page that differs: both come from the same call.
        return page_of(document()).encode()

    async def show(request: Request) -> Response:
        """The description."""
        return _answer(request, described, "application/json", {})

    async def read(request: Request) -> Response:
        """The page."""
        return _answer(request, written, "text/html", page_headers)

    return [Route("/openapi.json", show, methods=["GET"]), Route("/docs", read, methods=["GET"])]


def _answer(
    request: Request, made: Callable[[], bytes], media_type: str, headers: dict[str, str]
) -> Response:
    body = made()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {**headers, "ETag": etag, "Cache-Control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=told)
    return Response(body, media_type=media_type, headers=told)
