"""The door: request ids, who is asking, from which page, how often, and how much they may send.

A raw ASGI layer around every route. On loopback with no key made, everybody who can reach the port is the local
owner; then the Host must be a loopback name (so a web page elsewhere cannot reach us by a name that it controls) and a
browser's Origin must be our own. As soon as there is a key, only the public paths go without one.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Awaitable, Callable
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from paintover.api.auth import KEY_KEY, LOCAL_OWNER, OWNER_KEY, TOLD_KEY, allowed_by
from paintover.api.errors import response_for
from paintover.api.rates import Rates
from paintover.api.sse import ClientLeftError
from paintover.domain.errors import BadRequest, Busy, Forbidden, PaintoverError, TooLarge, Unauthorized
from paintover.domain.scope import Scope as Allowed
from paintover.domain.usage import KEY_ID
from paintover.logs import REQUEST_ID, new_request_id
from paintover.store.keys import Key

STRANGER_REQUESTS_PER_MINUTE = 300
"""How often who has no key may be told so, from one address."""

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
        find_key: Callable[[str], Awaitable[Key | None]],
        keyless: Callable[[], Awaitable[bool]],
        is_public: Callable[[str], bool],
        max_body_bytes: int,
        owner_requests_per_minute: int,
    ) -> None:
        """`keyless` says whether no key exists; `is_public` which paths need none."""
        self._app = app
        self._find_key = find_key
        self._keyless = keyless
        self._is_public = is_public
        self._max_body_bytes = max_body_bytes
        self._owners = Rates(owner_requests_per_minute)
        self._strangers = Rates(STRANGER_REQUESTS_PER_MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = new_request_id()
        REQUEST_ID.set(request_id)
        KEY_ID.set(None)
        scope[TOLD_KEY] = [(b"x-request-id", request_id.encode())]

        async def send_with_them(message: Message) -> None:
            if message["type"] == "http.response.start":
                # Not kept any longer: a stream may stay open for minutes.
                told, headers = scope.pop(TOLD_KEY), message["headers"]
                extra = told if _NO_SNIFFING in headers else [*told, _NO_SNIFFING]
                message["headers"] = [*headers, *extra]
            await send(message)

        try:
            limited = await self._let_in(scope, receive)
        except PaintoverError as exc:
            await response_for(exc)(scope, receive, send_with_them)
            return
        try:
            await self._app(scope, limited, send_with_them)
        except (ClientLeftError, ClientDisconnect):
            # It has gone before its body was whole: nobody is left to be told.
            return

    async def _let_in(self, scope: Scope, receive: Receive) -> Receive:
        """Write down who is asking, and bound what may be read. In a function of its own, so that nothing of this is
        kept while the answer is told."""
        headers = {name: value.decode("latin-1") for name, value in scope["headers"] if name in _READ}
        scope[OWNER_KEY] = await self._admitted(scope, headers)
        return self._limited(headers, receive)

    async def _admitted(self, scope: Scope, headers: dict[bytes, str]) -> str:
        """Who is asking, if that is allowed now; nobody ("") where no key is needed and none is sent.

        Only requests for what is not public are counted, and those of whoever has no key by their address.
        """
        owner, refusal = "", None
        try:
            owner = await self._owner(scope, headers)
        except PaintoverError as exc:
            refusal = exc
        if not self._is_public(scope["path"]):
            rates, name = (self._owners, owner) if owner else (self._strangers, network_of(scope))
            verdict = rates.ask(name, time.monotonic())
            scope[TOLD_KEY] += verdict.headers()
            if not verdict.is_allowed:
                raise Busy(
                    f"That is more than {verdict.limit} requests a minute. Wait, then go on more slowly.",
                    retry_after_s=math.ceil(verdict.retry_after_s),
                )
        if refusal is not None:
            raise refusal
        self._check_scope(scope)
        self._check_type(headers)
        return owner

    async def _owner(self, scope: Scope, headers: dict[bytes, str]) -> str:
        scheme, _, key = headers.get(b"authorization", "").partition(" ")
        if scheme.lower() == "bearer" and (known := await self._find_key(key.strip())):
            scope[KEY_KEY] = known
            KEY_ID.set(known.id)
            return known.owner
        if await self._keyless():
            self._check_place(headers)
            return LOCAL_OWNER
        if self._is_public(scope["path"]):
            return ""
        raise Unauthorized(
            "This server needs a key: send it as 'Authorization: Bearer po_...'. Make one with 'paintover keys create'."
        )

    def _check_scope(self, scope: Scope) -> None:
        if self._is_public(scope["path"]):
            return
        needed, allowed = _needed(scope), allowed_by(scope)
        if needed is not None and needed not in allowed:
            raise Forbidden(
                f"This needs a key with the scope '{needed}'; what you sent allows {', '.join(sorted(allowed))}. "
                "Make one with: paintover keys create --name NAME --scope SCOPE"
            )

    def _check_type(self, headers: dict[bytes, str]) -> None:
        body_type = headers.get(b"content-type", "").partition(";")[0].strip().lower()
        has_body = headers.get(b"content-length", "0") != "0" or b"transfer-encoding" in headers
        if has_body and body_type not in _BODY_TYPES:
            raise BadRequest("Send the body as JSON, with the header 'Content-Type: application/json'.")

    def _check_place(self, headers: dict[bytes, str]) -> None:
        if not _is_loopback(_host_name(headers.get(b"host", ""))):
            raise BadRequest(
                "Without a key this server is for its own machine alone, under the name 127.0.0.1 or localhost. "
                "Make a key with: paintover keys create --name NAME",
                param="Host",
            )
        origin = headers.get(b"origin")
        if origin is not None and _netloc(origin) != headers.get(b"host"):
            raise BadRequest(
                "A page of another origin may not use this server without a key.", param="Origin"
            )

    def _limited(self, headers: dict[bytes, str], receive: Receive) -> Receive:
        """`receive`, which fails when more than the allowed bytes arrive."""
        left = self._max_body_bytes
        declared = headers.get(b"content-length", "0")
        if declared.isdecimal() and int(declared) > left:
            raise self._too_large()

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            if message["type"] == "http.request":
                left -= len(message.get("body", b""))
                if left < 0:
                    raise self._too_large()
            return message

        return limited

    def _too_large(self) -> TooLarge:
        return TooLarge(
            f"The body is larger than the {_readable(self._max_body_bytes)} that this server takes. Send pictures as "
            "links, or leave out earlier turns; who runs the server can raise PAINTOVER_MAX_BODY_BYTES."
        )


def _needed(scope: Scope) -> Allowed | None:
    """What a key must allow for a request; None where any key will do. By the path's beginning, so that no route can be
    forgotten."""
    if scope["path"].startswith("/v1/admin"):
        return Allowed.ADMIN
    if scope["path"] == "/v1/me":
        return None
    if scope["path"].startswith("/v1/keys"):
        return Allowed.KEYS
    if scope["path"] == "/mcp":
        # Looking takes a POST there, too; each of its tools asks for what it needs.
        return Allowed.READ
    return Allowed.READ if scope["method"] in ("GET", "HEAD") else Allowed.DRAW


def _readable(size: int) -> str:
    return f"{size // 2**20} MiB" if size >= 2**20 else f"{size // 2**10} KiB"


@lru_cache(maxsize=256)
def _host_name(host: str) -> str:
    """The name in a Host header, without port and brackets, in lower case; empty when it is none."""
    if not host.isascii() or "/" in host or "@" in host:
        return ""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _netloc(origin: str) -> str:
    """Host and port of an Origin header; empty when it is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def network_of(scope: Scope) -> str:
    """Where a request comes from: the address, of IPv6 the /64 that one subscriber has."""
    host: str = (scope.get("client") or ("",))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))


@lru_cache(maxsize=256)
def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
