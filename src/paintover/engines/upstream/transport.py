"""The wire to a server that somebody else runs: what is sent to it is chosen, and what it may send is bounded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

import httpx2

from paintover.http1 import Http1Transport

CONNECT_TIMEOUT_S = 10.0
_SENT = frozenset(
    {
        "accept",
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "idempotency-key",
        "transfer-encoding",
        "user-agent",
    }
)
"""The headers that leave. The SDK adds what it finds in the environment, and facts about this machine."""


class AnswerTooLargeError(httpx2.RequestError):
    """A server has sent more bytes than an answer may have."""


class PackedAnswerError(httpx2.RequestError):
    """A server has compressed its answer although it was asked not to: its size could not be bounded."""


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, max_bytes: int) -> None:
        self._inner = inner
        self._left = max_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            self._left -= len(part)
            if self._left < 0:
                raise AnswerTooLargeError("the answer is too large")
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Sends no more headers than are meant, and passes answers on until they are longer than `max_bytes`."""

    def __init__(
        self,
        inner: httpx2.AsyncBaseTransport,
        *,
        max_bytes: int,
        headers: Mapping[str, str],
        without: frozenset[str] = frozenset(),
    ) -> None:
        """`headers` are sent with every request; those named `without` are not, unless they are among them."""
        self._inner = inner
        added = {"accept-encoding": "identity", **{name.lower(): value for name, value in headers.items()}}
        self._added = [(name.encode(), value.encode()) for name, value in added.items()]
        self._sent = frozenset(name.encode() for name in _SENT - without - added.keys())
        self._max_bytes = max_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send it.

        Raises:
            AnswerTooLargeError: the answer says that it is longer; one that does not say so is cut off while it is read.
            PackedAnswerError: the answer is compressed.
        """
        request.headers = httpx2.Headers(
            [field for field in request.headers.raw if field[0].lower() in self._sent] + self._added
        )
        response = await self._inner.handle_async_request(request)
        try:
            if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
                raise PackedAnswerError("the answer is compressed")
            declared = response.headers.get("content-length", "")
            if declared.isascii() and declared.isdigit() and int(declared[:20]) > self._max_bytes:
                raise AnswerTooLargeError("the answer is too large")
        except httpx2.RequestError:
            await response.aclose()
            raise
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _BoundedStream(response.stream, self._max_bytes)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()


def open_transport(
    *,
    max_bytes: int,
    headers: Mapping[str, str],
    requests: int,
    proxy: str = "",
    without: frozenset[str] = frozenset(),
) -> BoundedTransport:
    """A bounded transport that takes nothing from the environment and keeps up to `requests` connections for later."""
    inner: httpx2.AsyncBaseTransport
    if proxy:
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=requests)
        inner = httpx2.AsyncHTTPTransport(trust_env=False, proxy=proxy, limits=limits)
    else:
        inner = Http1Transport(keep=requests)
    return BoundedTransport(
        inner,
        max_bytes=max_bytes,
        headers=headers,
        without=without,
    )
