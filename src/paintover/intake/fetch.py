"""Fetching a picture from somewhere else, without ever being led inside.

The invariant: a connection is only opened to an address that `is_forbidden` has just let pass. The host is looked up
once a hop, *all* its addresses are checked, and the connection is made to the checked address itself, so a name server
that answers differently the second time is never asked a second time. Redirects are followed by hand and every hop
is checked anew. TLS certificates are verified against the host's name. Neither proxies nor anything else is taken from
the environment; no cookies are kept, nothing about the caller is sent.

One deadline covers all of it: look-up, connecting, every redirect, and the last byte of the body.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from ipaddress import ip_address

import httpx

from paintover.domain.errors import FetchFailed, FetchTooLarge, ForbiddenAddress
from paintover.intake.addresses import Address, Network, is_forbidden
from paintover.intake.links import Link, follow, read_link
from paintover.intake.resolve import Resolve, resolve_with_system

MAX_BYTES = 20 * 1024 * 1024
MAX_REDIRECTS = 3
MAX_ADDRESSES_TRIED = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
COMPRESSIONS = frozenset({"gzip", "x-gzip", "deflate"})
UNPACKED_AT_ONCE = 256 * 1024
"""Compressed bodies grow in steps of at most this many bytes, with the event loop let go between them."""

_HEADERS = {
    "Accept": "image/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
    "User-Agent": "paintover",
}
_NOT_PUBLIC = (
    "The link's host has no public address that may be visited; check it, or upload the picture instead."
)
_NO_ANSWER = "The link's host did not answer; try again, or upload the picture instead."
_TOO_SLOW = "The picture did not arrive in time; try again, or upload it instead."


class Fetcher:
    """Fetches pictures by link. One instance serves all tasks; any number of calls may run at once."""

    def __init__(
        self,
        *,
        max_bytes: int = MAX_BYTES,
        timeout_s: float = 5.0,
        allow: Sequence[Network] = (),
        resolve: Resolve = resolve_with_system,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """Prepare to fetch.

        Args:
            max_bytes: the largest body, counted both as sent and as unpacked.
            timeout_s: the longest that one `fetch_picture` may take in all.
            allow: networks that may be visited although they are not public.
            resolve: how names are looked up.
            transport: what connects and speaks HTTP. It receives requests whose URL holds the checked address,
                with the name in the Host header and in the ``sni_hostname`` extension. By default httpx's own,
                without connection reuse, proxies or environment.
        """
        self._max_bytes = max_bytes
        self._timeout_s = timeout_s
        self._allow = tuple(allow)
        self._resolve = resolve
        self._transport = transport or httpx.AsyncHTTPTransport(
            trust_env=False,
            # A kept connection is found again by address and port alone, and two names may share an address.
            limits=httpx.Limits(max_connections=64, max_keepalive_connections=0),
        )

    async def fetch_picture(self, url: str, *, deadline_s: float | None = None) -> bytes:
        """The body behind `url`, unpacked; what it is has not been looked at.

        Args:
            url: an http or https link as somebody wrote it.
            deadline_s: the longest that this may take, if that is less than the fetcher's own limit.

        Raises:
            ForbiddenAddress: the link, or a redirect, leads where no link may lead.
            FetchTooLarge: the body is longer than allowed.
            FetchFailed: anything else: no answer in time, a status that is not 200, a broken body.
        """
        limit_s = self._timeout_s if deadline_s is None else min(self._timeout_s, deadline_s)
        try:
            async with asyncio.timeout(limit_s):
                return await self._follow_to_picture(read_link(url), limit_s)
        except TimeoutError as exc:
            raise FetchFailed(_TOO_SLOW) from exc
        except httpx.TimeoutException as exc:
            raise FetchFailed(_TOO_SLOW) from exc
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as exc:
            raise FetchFailed(_NO_ANSWER) from exc

    async def aclose(self) -> None:
        """Close what is still open. Called once, after the last fetch."""
        await self._transport.aclose()

    async def _follow_to_picture(self, link: Link, limit_s: float) -> bytes:
        for _hop in range(MAX_REDIRECTS + 1):
            async with self._open(link, limit_s) as response:
                if response.status_code == 200:
                    return await self._read(response)
                location = response.headers.get("location")
                if response.status_code not in REDIRECTS or location is None:
                    raise FetchFailed(f"The link's host answered {response.status_code}; check the link.")
            link = follow(link, location)
        raise FetchFailed(
            f"The link redirects more than {MAX_REDIRECTS} times; give the link of the picture itself."
        )

    async def _addresses(self, link: Link) -> Sequence[Address]:
        """All addresses of the link's host, every one of them checked."""
        if link.address is not None:
            found: Sequence[Address] = [link.address]
        else:
            try:
                found = [ip_address(text) for text in await self._resolve(link.host, link.port)]
            except ValueError as exc:
                raise ForbiddenAddress(_NOT_PUBLIC) from exc
        # One sentence for "no such name" and "not public", so that nobody can feel out which names exist inside.
        if not found or any(is_forbidden(address, allow=self._allow) for address in found):
            raise ForbiddenAddress(_NOT_PUBLIC)
        return found

    @asynccontextmanager
    async def _open(self, link: Link, limit_s: float) -> AsyncGenerator[httpx.Response, None]:
        response = await self._connect(link, await self._addresses(link), limit_s)
        try:
            yield response
        finally:
            await response.aclose()

    async def _connect(self, link: Link, addresses: Sequence[Address], limit_s: float) -> httpx.Response:
        tried = addresses[:MAX_ADDRESSES_TRIED]
        for address in tried[:-1]:
            try:
                return await self._send(link, address, limit_s / len(tried))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue  # The next address may be reachable, as where a host has IPv6 and we have not.
        return await self._send(link, tried[-1], limit_s)

    async def _send(self, link: Link, address: Address, connect_s: float) -> httpx.Response:
        request = httpx.Request(
            "GET",
            httpx.URL(
                scheme=link.scheme,
                host=address.compressed,
                port=link.port,
                raw_path=link.target.encode("ascii"),
            ),
            headers={"Host": link.host_header, **_HEADERS},
            extensions={"timeout": {"connect": connect_s}, "sni_hostname": link.host},
        )
        response = await self._transport.handle_async_request(request)
        response.request = request
        return response

    async def _read(self, response: httpx.Response) -> bytes:
        declared = response.headers.get("content-length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:20]) > self._max_bytes:
            raise self._too_large()
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("", "identity") and encoding not in COMPRESSIONS:
            raise FetchFailed(
                "The link's host packs the picture in a way that is not read; upload it instead."
            )
        raw = self._bounded(response.stream)
        body = bytearray()
        async with aclosing(raw), aclosing(_unpacked(raw) if encoding in COMPRESSIONS else raw) as parts:
            async for part in parts:
                body += part
                if len(body) > self._max_bytes:
                    raise self._too_large()
        return bytes(body)

    async def _bounded(
        self, stream: httpx.AsyncByteStream | httpx.SyncByteStream
    ) -> AsyncGenerator[bytes, None]:
        assert isinstance(stream, httpx.AsyncByteStream)
        received = 0
        async for part in stream:
            received += len(part)
            if received > self._max_bytes:
                raise self._too_large()
            yield part

    def _too_large(self) -> FetchTooLarge:
        return FetchTooLarge(
            f"The picture behind the link is larger than {self._max_bytes // (1024 * 1024)} MiB; use a smaller one."
        )


async def _unpacked(parts: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """The body behind gzip or zlib, in pieces of at most `UNPACKED_AT_ONCE` bytes."""
    unpack = zlib.decompressobj(wbits=47)  # 32 + 15: gzip or zlib, whichever its header says
    try:
        async for part in parts:
            waiting = part
            while waiting and not unpack.eof:
                yield unpack.decompress(waiting, UNPACKED_AT_ONCE)
                waiting = unpack.unconsumed_tail
                await asyncio.sleep(0)
    except zlib.error as exc:
        raise FetchFailed("The picture behind the link is damaged; check the link.") from exc
    yield unpack.flush()  # at most one copied run: all input has been taken
    if not unpack.eof:
        raise FetchFailed("The picture behind the link ends too early; try again, or upload it instead.")
