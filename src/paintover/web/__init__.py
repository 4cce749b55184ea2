"""The page at `/`: static files without a build step, served with headers that let it load nothing from elsewhere.

The page talks to the same origin only: `POST /v1/chat/completions`, `GET /v1/generations/{gen_id}`,
`POST /v1/tasks/{task_id}/cancel`, `GET /v1/tasks/{task_id}` and the pictures below `/cdn/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from importlib import resources

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The page's Content-Security-Policy: own files only, nothing inline, pictures also from memory."""

_MEDIA_TYPES = {"app.js": "text/javascript", "style.css": "text/css", "icon.svg": "image/svg+xml"}
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"
_COMMON = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def routes() -> list[Route]:
    """The page at `/`, its files at `/static/{version}/...` and its icon at `/favicon.ico`; GET and HEAD.

    `version` is a digest of all files, so those are cached for ever, and the page itself is asked for each time
    (304 when unchanged). A file under any other version answers too, but is not to be cached: a page that was
    loaded before an update still finds its files.
    """
    folder = resources.files(__name__)
    assets = {name: folder.joinpath(name).read_bytes() for name in _MEDIA_TYPES}
    page = folder.joinpath("index.html").read_bytes()
    version = hashlib.sha256(b"\0".join([page, *assets.values()])).hexdigest()[:12]
    page = page.replace(b"/static/VERSION/", f"/static/{version}/".encode())
    return [
        Route("/", _fixed(page, "text/html", cache=_ASK_EACH_TIME), name="page"),
        Route(
            "/favicon.ico", _fixed(assets["icon.svg"], "image/svg+xml", cache=_ASK_EACH_TIME), name="favicon"
        ),
        *(
            Route(
                f"/static/{{version}}/{name}",
                _fixed(assets[name], media_type, cache=_FOR_EVER, version=version),
                name=f"page:{name}",
            )
            for name, media_type in _MEDIA_TYPES.items()
        ),
    ]


def _fixed(
    body: bytes, media_type: str, *, cache: str, version: str | None = None
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that answers `body`, or 304 to whoever has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'

    async def answer(request: Request) -> Response:
        asked = request.path_params.get("version")
        headers = {**_COMMON, "ETag": etag, "Cache-Control": cache if asked == version else _ASK_EACH_TIME}
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type=media_type, headers=headers)

    return answer
