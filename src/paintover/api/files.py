"""`GET /cdn/...`: the pictures themselves. Whoever has a link may see its picture; no key is asked for.

A link is looked up in the database, whole and as it was written: not one character more, less, escaped or doubled, and
never on the disk. The file behind a link never changes, so it may be cached for ever. A small copy has the picture's own
link with `small/` and its side in front: whoever may see the one may see the other.
"""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from paintover.api.errors import error_body
from paintover.domain.errors import NotFound
from paintover.domain.generation import Generation
from paintover.store.blobs import Blobs
from paintover.store.generations import EXTENSIONS, PATH_PATTERN, Generations
from paintover.tasks.thumbnails import SIDES, Thumbnails

PICTURES = "/cdn/"
DOWNLOADS = "/cdn/download/"
SMALL = "/cdn/small/"

_PATH = re.compile(PATH_PATTERN)
_SMALL_PATH = re.compile(rf"({'|'.join(map(str, SIDES))})/({PATH_PATTERN})")
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{1,18})?|-(0|[1-9]\d{0,17}))", re.ASCII)
_ETAG = re.compile(r'(?:W/)?("[^"]*")')
_SAFE = {
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
}


def routes(generations: Generations, blobs: Blobs, thumbnails: Thumbnails) -> list[Route]:
    """The routes of this surface. Each takes all that follows its prefix, so that no near miss is redirected."""

    async def show(request: Request) -> Response:
        """The picture, to be shown."""
        return await respond(request, PICTURES)

    async def download(request: Request) -> Response:
        """The picture, to be saved."""
        return await respond(request, DOWNLOADS)

    async def respond(request: Request, prefix: str) -> Response:
        path = _path_in(request, prefix)
        generation = await found(path if path is not None and _PATH.fullmatch(path) else None)
        headers = _headers(generation, is_download=prefix == DOWNLOADS)
        if _is_known(request, headers["etag"]):
            return Response(status_code=304, headers=headers)
        return _PictureResponse(
            blobs.path_of(generation.digest),
            headers=headers,
            media_type=generation.media_type,
            stat_result=await blobs.stat(generation.digest),
        )

    async def show_small(request: Request) -> Response:
        """A small copy of the picture."""
        match = _SMALL_PATH.fullmatch(_path_in(request, SMALL) or "")
        generation = await found(match[2] if match else None)
        assert match is not None
        side = int(match[1])
        headers = {**_SAFE, "etag": f'"{generation.digest}-{side}"'}
        if _is_known(request, headers["etag"]):
            return Response(status_code=304, headers=headers)
        small = await thumbnails.get(generation.digest, generation.media_type, side=side)
        return Response(small, headers=headers, media_type="image/webp")

    async def found(path: str | None) -> Generation:
        generation = await generations.by_path(path) if path is not None else None
        if generation is None:
            raise NotFound("There is no picture behind this link. Copy it whole.")
        return generation

    return [
        Route(SMALL + "{rest:path}", show_small, methods=["GET"]),
        Route(DOWNLOADS + "{rest:path}", download, methods=["GET"]),
        Route(PICTURES + "{rest:path}", show, methods=["GET"]),
    ]


class _PictureResponse(FileResponse):
    """A file whose range requests follow RFC 9110 where Starlette's do not: what is no single well-formed range of
    bytes is passed over, and the answer to one beyond the end is as safe as any other."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        size = int(self.headers["content-length"])
        asked = b"".join(value for name, value in scope["headers"] if name == b"range").decode("latin-1")
        match = _RANGE.fullmatch(asked)
        if scope["method"] != "GET" or match is None or (match[2] and int(match[2]) < int(match[1])):
            others = [(name, value) for name, value in scope["headers"] if name != b"range"]
            await super().__call__({**scope, "headers": others}, receive, send)
        elif int(match[1] or 0) >= size or match[3] == "0":
            message = f"The picture has {size} bytes; ask for some of those."
            body = error_body(
                message, kind="invalid_request_error", code="range_not_satisfiable", param="Range"
            )
            headers = {**_SAFE, "cache-control": "no-store", "content-range": f"bytes */{size}"}
            unsatisfiable = Response(body, 416, headers, "application/json")
            await unsatisfiable(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _path_in(request: Request, prefix: str) -> str | None:
    """What follows the prefix, where the link is written exactly as it was sent; else None."""
    sent: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    path: str = request.path_params["rest"]
    is_exact = sent.endswith((prefix + path).encode()) and not request.scope["query_string"]
    return path if is_exact else None


def _headers(generation: Generation, *, is_download: bool) -> dict[str, str]:
    headers = {**_SAFE, "etag": f'"{generation.digest}"', "accept-ranges": "bytes"}
    if is_download:
        name = re.sub(r"[^0-9A-Za-z_-]", "_", generation.gen_id)[:80]
        headers["content-disposition"] = f'attachment; filename="{name}.{EXTENSIONS[generation.media_type]}"'
    return headers


def _is_known(request: Request, etag: str) -> bool:
    """Whether the client has these bytes already (If-None-Match, RFC 9110 section 13.1.2)."""
    sent = request.headers.get("if-none-match", "").strip()
    return sent == "*" or etag in _ETAG.findall(sent)
