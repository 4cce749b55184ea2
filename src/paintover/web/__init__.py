"""The page at `/`: static files without a build step, served with headers that let it load nothing from elsewhere.

The files lie in `page/`: ES modules, style sheets, the words of both languages, and the vendored modules. The page talks
to the same origin only, through the public API: chat completions, tasks, generations, and the pictures below `/cdn/`.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Awaitable, Callable
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.web.assets import imported, media_type, page_assets

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

_PAGE = "index.html"
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"
PAGE_HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What every page of ours is sent with."""
_COMMON = {**PAGE_HEADERS, "Vary": "Accept-Encoding"}

Answer = Callable[[Request], Awaitable[Response]]


def routes() -> list[Route]:
    """The page at `/`, its files at `/static/{version}/...` and its icon at `/favicon.ico`; GET and HEAD.

    `version` is a digest of all files, so those are cached for ever, and the page itself is asked for each time
    (304 when unchanged). A file under any other version answers too, but is not to be cached: a page that was
    loaded before an update still finds its files.
    """
    version, assets = page_assets()
    page = resources.files(__name__).joinpath("page", _PAGE).read_bytes()
    page = page.replace(b"<!-- MODULES -->", _preloads(assets)).replace(
        b"/static/VERSION/", f"/static/{version}/".encode()
    )
    kept = {name: _fixed(body, media_type(name), version=version) for name, body in assets.items()}

    async def asset(request: Request) -> Response:
        answer = kept.get(request.path_params["path"])
        if answer is None:
            raise HTTPException(404)
        return await answer(request)

    return [
        Route("/", _fixed(page, "text/html"), name="page"),
        Route("/favicon.ico", kept["icon.svg"], name="favicon"),
        Route("/static/{version}/{path:path}", asset, name="page:asset"),
    ]


def _preloads(assets: dict[str, bytes]) -> bytes:
    """Links by which the browser fetches every module at once instead of one import after another."""
    modules = imported(assets, "main.js")
    return "\n".join(f'<link rel="modulepreload" href="/static/VERSION/{name}">' for name in modules).encode()


def _fixed(body: bytes, kind: str, *, version: str | None = None) -> Answer:
    """An endpoint that answers `body`, or 304 to whoever has it already; packed for whoever can unpack it."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    packed = gzip.compress(body, 9, mtime=0)

    async def answer(request: Request) -> Response:
        is_current = version is not None and request.path_params.get("version") == version
        headers = {**_COMMON, "ETag": etag, "Cache-Control": _FOR_EVER if is_current else _ASK_EACH_TIME}
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            # The same entity in another coding: its tag is weak, as RFC 9110 section 8.8.3.3 has it.
            headers |= {"Content-Encoding": "gzip", "ETag": f"W/{etag}"}
            return Response(packed, media_type=kind, headers=headers)
        return Response(body, media_type=kind, headers=headers)

    return answer
