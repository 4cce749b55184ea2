"""HTTP/1.1 spoken as a client, over asyncio and the parser that the server itself reads with (httptools, in C).

A transport for httpx2, whose own reads its answers in Python: for answers of many small parts, that was most of what
asking another server cost. It speaks to one server directly: no proxies, no other versions of HTTP, no upgrades.

Connections are kept for the next request to the same address under the same name, so that what two names share is the
address alone. One is kept only when its answer was whole, nothing came behind it, and the request was sent to its end.
"""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from functools import cache
from ipaddress import ip_address
from typing import Any, NamedTuple, cast

import httptools
import httpx2

KEPT_S = 4.0
"""How long a connection waits for its next request: less than servers usually do, most of which close it after 5 s."""
CLOSE_TIMEOUT_S = 1.0
MAX_HEAD_BYTES = 100 * 1024
"""Of an answer's fields, those at its end included."""
MOST_AHEAD_BYTES = 256 * 1024
"""So much of an answer is taken off the line before somebody reads it."""
JOINED_BYTES = 64 * 1024
"""Up to so much of a request goes out in one write."""
NEXT_ADDRESS_AFTER_S = 0.25
"""How long an address of a name is waited for before the next one is tried beside it (RFC 8305)."""


class Origin(NamedTuple):
    """Where a connection leads, and under which name."""

    is_tls: bool
    host: str
    port: int
    name: str
    """What the certificate must be for."""


class Http1Transport(httpx2.AsyncBaseTransport):
    """Sends requests, and keeps connections. Bound to the event loop of its first request."""

    def __init__(self, *, keep: int, tls: ssl.SSLContext | None = None) -> None:
        """`keep` is how many connections may wait for a next request; `tls` says whose certificates are believed, by default
        those that browsers believe."""
        self._keep = keep
        self._tls = tls
        self._waiting: dict[Origin, list[_Connection]] = {}
        self._count = 0
        """How many those are."""
        self._open: set[_Connection] = set()
        self._all_lost: asyncio.Future[None] | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer to `request`, up to its body. Of its extensions, ``timeout`` and ``sni_hostname`` are heeded.

        A kept connection may have been closed at the other end just now: what changes nothing there (GET) is then asked once
        more, anything else is the caller's to decide about.

        Raises:
            httpx2.TransportError: by its kind: not connected, not sent, not answered in time, or in another language.
        """
        origin = _origin(request)
        timeout = request.extensions.get("timeout", {})
        while True:
            connection = self._kept(origin)
            is_new = connection is None
            if connection is None:
                connection = await self._connected(origin, timeout.get("connect"))
            exchange = connection.begin(request.method)
            try:
                await connection.send(request, timeout.get("write"))
                await exchange.head(timeout.get("read"))
                break
            except (httpx2.NetworkError, httpx2.RemoteProtocolError):
                exchange.leave()
                if is_new or request.method != "GET" or exchange.has_begun:
                    raise
            except BaseException:
                exchange.leave()
                raise
        return httpx2.Response(
            exchange.status,
            headers=exchange.fields,
            stream=_Body(exchange, timeout.get("read")),
            extensions={"http_version": exchange.version},
        )

    async def aclose(self) -> None:
        """Close all connections, those with an answer under way, too."""
        for connection in list(self._open):
            connection.cut()
        if self._open:
            self._all_lost = asyncio.get_running_loop().create_future()
            with suppress(TimeoutError):
                async with asyncio.timeout(CLOSE_TIMEOUT_S):
                    await self._all_lost

    def _kept(self, origin: Origin) -> _Connection | None:
        waiting = self._waiting.get(origin, [])
        while waiting:
            # The last one is the likeliest to be still open at its other end.
            connection = waiting[-1]
            self.forget(connection)
            if connection.is_usable:
                return connection
            connection.cut()
        return None

    async def _connected(self, origin: Origin, limit_s: float | None) -> _Connection:
        tls = (self._tls or _trusted()) if origin.is_tls else None
        try:
            async with asyncio.timeout(limit_s):
                line = await _dial(origin.host, origin.port)
                try:
                    _, connection = await asyncio.get_running_loop().create_connection(
                        lambda: _Connection(self, origin),
                        sock=line,
                        ssl=tls,
                        server_hostname=origin.name if tls else None,
                    )
                except BaseException:
                    line.close()
                    raise
        except TimeoutError as exc:
            raise httpx2.ConnectTimeout("no connection in time") from exc
        except OSError as exc:  # of TLS, too
            raise httpx2.ConnectError(str(exc)) from exc
        return connection

    def made(self, connection: _Connection) -> None:
        """It is open."""
        self._open.add(connection)

    def keep(self, connection: _Connection) -> bool:
        """Let a connection wait for its next request; whether there is room for it."""
        if self._count >= self._keep:
            return False
        self._count += 1
        self._waiting.setdefault(connection.origin, []).append(connection)
        return True

    def forget(self, connection: _Connection) -> None:
        """It does not wait any more."""
        waiting = self._waiting.get(connection.origin, [])
        if connection in waiting:
            self._count -= 1
            waiting.remove(connection)
            if not waiting:
                del self._waiting[connection.origin]

    def lost(self, connection: _Connection) -> None:
        """It is closed."""
        self.forget(connection)
        self._open.discard(connection)
        if not self._open and self._all_lost is not None and not self._all_lost.done():
            self._all_lost.set_result(None)


class _Exchange:
    """One request and its answer."""

    def __init__(self, connection: _Connection, method: str) -> None:
        self._connection = connection
        self._loop = connection.loop
        self.is_bodyless = method == "HEAD"
        self.status = 0
        self.version = b""
        """As ``HTTP/1.1``."""
        self.fields: list[tuple[bytes, bytes]] = []
        self.field_bytes = 0
        self.has_begun = False
        """Whether any of the answer has come."""
        self.has_head = False
        self.is_framed = False
        """Whether the answer itself says where it ends; else the connection's end is its end."""
        self.is_whole = False
        self.error: httpx2.TransportError | None = None
        self._parts: list[bytes] = []
        self._ahead = 0
        self._waiter: asyncio.Future[bool] | None = None

    async def head(self, limit_s: float | None) -> None:
        """Wait until status and fields are there."""
        while not self.has_head:
            if self.error is not None:
                raise self.error
            await self._news(limit_s)

    async def part(self, limit_s: float | None) -> bytes:
        """What has come of the body since the last part, once there is some; b"" at its end."""
        while not self._parts:
            if self.is_whole:
                return b""
            if self.error is not None:
                raise self.error
            await self._news(limit_s)
        parts, self._parts, self._ahead = self._parts, [], 0
        self._connection.go_on_reading()
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def take(self, part: bytes) -> bool:
        """A part of the body has come; whether more may."""
        self._parts.append(part)
        self._ahead += len(part)
        return self._ahead < MOST_AHEAD_BYTES

    def leave(self) -> None:
        """Nobody reads on. An answer that is not whole takes its connection with it."""
        if not self.is_whole:
            self._connection.cut()

    def fail(self, error: httpx2.TransportError) -> None:
        if self.error is None and not self.is_whole:
            self.error = error
            self.wake()

    def wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(True)

    async def _news(self, limit_s: float | None) -> None:
        self._waiter = self._loop.create_future()
        if not await _within(self._waiter, limit_s, self._loop):
            raise httpx2.ReadTimeout("no answer in time")


class _Body(httpx2.AsyncByteStream):
    def __init__(self, exchange: _Exchange, limit_s: float | None) -> None:
        self._exchange = exchange
        self._limit_s = limit_s

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while part := await self._exchange.part(self._limit_s):
            yield part

    async def aclose(self) -> None:
        self._exchange.leave()


class _Connection(asyncio.Protocol):
    """Its methods with names of asyncio's and of httptools' are called by those."""

    def __init__(self, transport: Http1Transport, origin: Origin) -> None:
        self.origin = origin
        self.loop = asyncio.get_running_loop()
        self._keeper = transport
        self._line: asyncio.Transport | None = None
        self._exchange: _Exchange | None = None
        self._parser: Any = None
        self._is_sent = True
        self._keeps_alive = False
        self._is_paused = False
        self._is_full = False
        self._drained: asyncio.Future[bool] | None = None
        self._leaving: asyncio.TimerHandle | None = None

    @property
    def is_usable(self) -> bool:
        """Whether a next request may be sent. An answer that nobody has asked for, and an end that the loop has not seen
        yet, can be read from the line."""
        if self._line is None or self._line.is_closing():
            return False
        line = self._line.get_extra_info("socket")
        if line is None or not hasattr(select, "poll"):
            return True
        poll = select.poll()
        poll.register(line.fileno(), select.POLLIN)
        return not poll.poll(0)

    def begin(self, method: str) -> _Exchange:
        """The next exchange."""
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None
        self._exchange = _Exchange(self, method)
        self._parser = httptools.HttpResponseParser(self)
        self._is_sent = self._keeps_alive = False
        if self._line is None:
            self._exchange.fail(httpx2.ReadError("the connection was closed at once"))
        return self._exchange

    async def send(self, request: httpx2.Request, limit_s: float | None) -> None:
        """Write the request. Where the answer comes before all of it is sent, the rest is not."""
        exchange, unsent = self._exchange, _head(request)
        assert exchange is not None
        assert isinstance(request.stream, httpx2.AsyncByteStream)
        is_chunked = "chunked" in request.headers.get("transfer-encoding", "").lower()
        async for part in request.stream:
            if not part:
                continue
            if is_chunked:
                part = b"%x\r\n%b\r\n" % (len(part), part)
            if len(part) <= JOINED_BYTES:
                unsent += part
            else:
                self._write(unsent)
                unsent = part
            if len(unsent) > JOINED_BYTES:
                self._write(unsent)
                unsent = b""
                await self._room(exchange, limit_s)
            if exchange.has_begun or exchange.error is not None:
                return
        self._write(unsent + b"0\r\n\r\n" if is_chunked else unsent)
        await self._room(exchange, limit_s)
        self._is_sent = True
        self._settle(exchange)

    def _write(self, some: bytes) -> None:
        if some and self._line is not None and not self._line.is_closing():
            self._line.write(some)

    async def _room(self, exchange: _Exchange, limit_s: float | None) -> None:
        """Wait until more may be written, or it makes no sense any more."""
        while self._is_full and exchange.error is None and not exchange.has_begun:
            self._drained = self.loop.create_future()
            if not await _within(self._drained, limit_s, self.loop):
                raise httpx2.WriteTimeout("the request was not taken in time")

    def cut(self) -> None:
        """Close it, whatever is under way."""
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None
        if self._line is not None:
            self._line.abort()

    def go_on_reading(self) -> None:
        """What was taken off the line has been read."""
        if self._is_paused and self._line is not None:
            self._is_paused = False
            self._line.resume_reading()

    # Called by asyncio.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._line = cast("asyncio.Transport", transport)
        self._keeper.made(self)

    def data_received(self, data: bytes) -> None:
        exchange = self._exchange
        if exchange is None:
            # Nobody has asked for it: what comes next could be taken for an answer to the next request.
            self.cut()
            return
        exchange.has_begun = True
        if not exchange.has_head:
            exchange.field_bytes += len(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as exc:
            exchange.fail(httpx2.RemoteProtocolError(f"the answer is no HTTP/1.1: {exc}"))
            self.cut()
        else:
            if not exchange.has_head and exchange.field_bytes > MAX_HEAD_BYTES:
                exchange.fail(httpx2.RemoteProtocolError("the answer's head is too large"))
                self.cut()
        exchange.wake()
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(True)

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self._line = None
        self._keeper.lost(self)
        if self._leaving is not None:
            self._leaving.cancel()
        if (exchange := self._exchange) is not None:
            if exc is not None:
                exchange.fail(httpx2.ReadError(str(exc)))
            elif exchange.has_head and not exchange.is_framed:
                exchange.is_whole = True
            else:
                exchange.fail(
                    httpx2.RemoteProtocolError("the connection was closed before the answer was whole")
                )
            exchange.wake()
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(True)

    def pause_writing(self) -> None:
        self._is_full = True

    def resume_writing(self) -> None:
        self._is_full = False
        if self._drained is not None and not self._drained.done():
            self._drained.set_result(True)

    # Called by the parser.

    def on_header(self, name: bytes, value: bytes) -> None:
        exchange = self._exchange
        assert exchange is not None
        if exchange.has_head:
            # Behind the body; counted, and forgotten.
            exchange.field_bytes += len(name) + len(value)
            if exchange.field_bytes > MAX_HEAD_BYTES:
                raise ValueError("the answer's fields are too large")
            return
        exchange.fields.append((name, value))

    def on_headers_complete(self) -> None:
        exchange = self._exchange
        assert exchange is not None
        status = self._parser.get_status_code()
        if exchange.is_whole or status < 200:
            # Something behind the answer, or on its way (RFC 9110, 15.2).
            exchange.fields = exchange.fields if exchange.is_whole else []
            return
        exchange.status, exchange.has_head = status, True
        exchange.version = b"HTTP/" + self._parser.get_http_version().encode()
        exchange.is_framed = _is_framed(exchange.fields)
        self._keeps_alive = self._parser.should_keep_alive()
        if exchange.is_bodyless:
            exchange.is_whole = True
            self.cut()

    def on_body(self, body: bytes) -> None:
        exchange = self._exchange
        assert exchange is not None
        if exchange.is_whole:
            return
        if not exchange.take(body) and not self._is_paused and self._line is not None:
            self._is_paused = True
            self._line.pause_reading()

    def on_message_complete(self) -> None:
        exchange = self._exchange
        assert exchange is not None
        if exchange.has_head:
            exchange.is_whole = True
            self.loop.call_soon(self._settle, exchange)

    def on_message_begin(self) -> None:
        if self._exchange is not None and self._exchange.is_whole:
            # Something stands behind the answer.
            self._keeps_alive = False

    def _settle(self, exchange: _Exchange) -> None:
        """The request is sent, or the answer whole: when both are, the next exchange may come."""
        if self._exchange is not exchange or not exchange.is_whole:
            return
        if not self._is_sent:
            if exchange.has_head:
                self.cut()
            return
        self._exchange = None
        self.go_on_reading()
        is_usable = self._keeps_alive and self._line is not None and not self._line.is_closing()
        if not is_usable or not self._keeper.keep(self):
            self.cut()
            return
        self._leaving = self.loop.call_later(KEPT_S, self.cut)


async def _within(
    waiter: asyncio.Future[bool], limit_s: float | None, loop: asyncio.AbstractEventLoop
) -> bool:
    """What the future comes to; False where it takes longer."""
    if limit_s is None:
        return await waiter
    timer = loop.call_later(limit_s, _give_up, waiter)
    try:
        return await waiter
    finally:
        timer.cancel()


def _give_up(waiter: asyncio.Future[bool]) -> None:
    if not waiter.done():
        waiter.set_result(False)


def _origin(request: httpx2.Request) -> Origin:
    url = request.url
    if url.scheme not in ("http", "https"):
        raise httpx2.UnsupportedProtocol("only http and https are spoken")
    is_tls = url.scheme == "https"
    host = url.raw_host.decode("ascii")
    name = request.extensions.get("sni_hostname") or host
    return Origin(is_tls, host, url.port or (443 if is_tls else 80), name)


def _head(request: httpx2.Request) -> bytes:
    """Request line and fields.

    Raises:
        httpx2.LocalProtocolError: something in them would end them early.
    """
    fields = request.headers.raw
    line = b"%b %b HTTP/1.1\r\n" % (request.method.encode("ascii"), request.url.raw_path)
    head = b"".join([line, *[b"%b: %b\r\n" % field for field in fields], b"\r\n"])
    lines = len(fields) + 2
    if head.count(b"\n") != lines or head.count(b"\r") != lines or b"\0" in head or line.count(b" ") != 2:
        raise httpx2.LocalProtocolError("a header, or the address, has a line break in it")
    return head


def _is_framed(fields: Iterable[tuple[bytes, bytes]]) -> bool:
    found = {name.lower(): value.lower() for name, value in fields}
    if (coding := found.get(b"transfer-encoding")) is not None:
        return coding.rpartition(b",")[2].strip() == b"chunked"
    return b"content-length" in found


@cache
def _trusted() -> ssl.SSLContext:
    context = httpx2.create_ssl_context(trust_env=False)
    context.set_alpn_protocols(["http/1.1"])
    return context


async def _dial(host: str, port: int) -> socket.socket:
    """A socket that is connected to the first address of `host` that answers.

    Raises:
        OSError: none does, or there is none.
    """
    found = await _addresses(host, port)
    dialling: dict[asyncio.Task[socket.socket], None] = {}
    error: OSError = OSError("the name has no address")
    try:
        for place, (family, kind, protocol, _, address) in enumerate(found, 1):
            dialling[asyncio.create_task(_dial_one(family, kind, protocol, address))] = None
            patience_s = None if place == len(found) else NEXT_ADDRESS_AFTER_S
            while dialling:
                done, _ = await asyncio.wait(
                    dialling, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED
                )
                if not done:
                    break
                for task in done:
                    del dialling[task]
                    if (failed := task.exception()) is None:
                        return task.result()
                    if not isinstance(failed, OSError):
                        raise failed
                    error = failed
                if patience_s is not None:
                    break
        raise error
    finally:
        for task in dialling:
            task.cancel()
            task.add_done_callback(_close_late)


async def _addresses(host: str, port: int) -> list[Any]:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)


async def _dial_one(family: int, kind: int, protocol: int, address: Any) -> socket.socket:
    line = socket.socket(family, kind, protocol)
    try:
        line.setblocking(False)
        if protocol in (0, socket.IPPROTO_TCP):
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(line, address)
    except BaseException:
        line.close()
        raise
    return line


def _close_late(task: asyncio.Task[socket.socket]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()
