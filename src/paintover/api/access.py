"""The door: request ids, who is asking, from which page, and how much they may send.

A raw ASGI layer around every route. On loopback with no key made, everybody who can reach the port is the local
owner; then the Host must be a loopback name (so a web page elsewhere cannot reach us by a name that it controls) and a
browser's Origin must be our own. As soon as there is a key, only the public paths go without one.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from paintover.api.auth import LOCAL_OWNER, OWNER_KEY
from paintover.api.errors import response_for
from paintover.domain.errors import BadRequest, PaintoverError, TooLarge, Unauthorized
from paintover.logs import REQUEST_ID

_BODY_TYPES = ("application/json", "multipart/form-data")
_READ = frozenset(
    {b"host", b"origin", b"authorization", b"content-type", b"content-length", b"transfer-encoding"}
)
_NO_SNIFFING = (b"x-content-type-options", b"nosniff")


class Access:
    """Lets a request in or answers it at the door."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        owner_of_key: Callable[[str], Awaitable[str | None]],
        keyless: Callable[[], Awaitable[bool]],
        is_public: Callable[[str], bool],
        max_body_bytes: int,
    ) -> None:
        """`keyless` says whether no key exists; `is_public` which paths need none."""
        self._app = app
        self._owner_of_key = owner_of_key
        self._keyless = keyless
        self._is_public = is_public
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = f"req_{secrets.token_hex(12)}"
        REQUEST_ID.set(request_id)
        named = (b"x-request-id", request_id.encode())

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"]
                extra = [named] if _NO_SNIFFING in headers else [named, _NO_SNIFFING]
                message["headers"] = [*headers, *extra]
            await send(message)

        headers = {name: value.decode("latin-1") for name, value in scope["headers"] if name in _READ}
        try:
            scope[OWNER_KEY] = await self._owner(scope, headers)
            limited = self._limited(headers, receive)
        except PaintoverError as exc:
            await response_for(exc)(scope, receive, send_with_id)
            return
        await self._app(scope, limited, send_with_id)

    async def _owner(self, scope: Scope, headers: dict[bytes, str]) -> str:
        body_type = headers.get(b"content-type", "").lower()
        has_body = headers.get(b"content-length", "0") != "0" or b"transfer-encoding" in headers
        if has_body and not body_type.startswith(_BODY_TYPES):
            raise BadRequest("Send the body as JSON, with the header 'Content-Type: application/json'.")
        scheme, _, key = headers.get(b"authorization", "").partition(" ")
        if scheme.lower() == "bearer" and (owner := await self._owner_of_key(key.strip())):
            return owner
        if await self._keyless():
            self._check_place(headers)
            return LOCAL_OWNER
        if self._is_public(scope["path"]):
            return ""
        raise Unauthorized(
            "This server needs a key: send it as 'Authorization: Bearer po_...'. Make one with 'paintover keys create'."
        )

    def _check_place(self, headers: dict[bytes, str]) -> None:
        if not _is_loopback(_host_name(headers.get(b"host", ""))):
            raise BadRequest(
                "Without a key this server is for its own machine alone, under the name 127.0.0.1 or localhost. "
                "Make a key with: paintover keys create --name NAME",
                param="Host",
            )
        origin = headers.get(b"origin")
        if origin is not None and urlsplit(origin).netloc != headers.get(b"host"):
            raise BadRequest(
                "A page of another origin may not use this server without a key.", param="Origin"
            )

    def _limited(self, headers: dict[bytes, str], receive: Receive) -> Receive:
        """`receive`, which fails when more than the allowed bytes arrive."""
        left = self._max_body_bytes
        too_large = (
            f"The body is larger than the {_readable(left)} that this server takes. Send pictures as links, "
            "or leave out earlier turns; who runs the server can raise PAINTOVER_MAX_BODY_BYTES."
        )
        declared = headers.get(b"content-length", "0")
        if declared.isdecimal() and int(declared) > left:
            raise TooLarge(too_large)

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            if message["type"] == "http.request":
                left -= len(message.get("body", b""))
                if left < 0:
                    raise TooLarge(too_large)
            return message

        return limited


def _readable(size: int) -> str:
    return f"{size // 2**20} MiB" if size >= 2**20 else f"{size // 2**10} KiB"


@lru_cache(maxsize=256)
def _host_name(host: str) -> str:
    """The name in a Host header, without port and brackets, in lower case."""
    return (
        (urlsplit(f"//{host}").hostname or "")
        if host.isascii() and "/" not in host and "@" not in host
        else ""
    )


@lru_cache(maxsize=256)
def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
