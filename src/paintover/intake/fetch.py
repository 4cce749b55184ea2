"""Fetching a picture from somewhere else, without ever being led inside.

How connections are kept from leading inside is told in `connect`. Redirects are followed by hand, and every hop is looked
up and checked anew. Nothing about the caller is sent.

One deadline covers all of it: look-up, connecting, every redirect, and the last byte of the body.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing

import httpx2

from paintover.domain.errors import FetchFailed, FetchTooLarge
from paintover.intake.addresses import Network
from paintover.intake.connect import Connector
from paintover.intake.links import Link, follow, read_link
from paintover.intake.resolve import Resolve, resolve_with_system

MAX_BYTES = 20 * 1024 * 1024
MAX_REDIRECTS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
COMPRESSIONS = frozenset({"gzip", "x-gzip", "deflate"})
UNPACKED_AT_ONCE = 256 * 1024
"""Compressed bodies grow in steps of at most this many bytes, with the event loop let go between them."""

_HEADERS = {
    "Accept": "image/*",
    "Accept-Encoding": "identity",
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
        transport: httpx2.AsyncBaseTransport | None = None,
        keep: int = 0,
    ) -> None:
        """Prepare to fetch.

        Args:
            max_bytes: the largest body, counted both as sent and as unpacked.
            timeout_s: the longest that one `fetch_picture` may take in all.
            allow: networks that may be visited although they are not public.
            resolve: how names are looked up.
            transport: what connects and speaks HTTP; see `Connector`.
            keep: how many connections may wait for a next request; see `Connector`.
        """
        self._max_bytes = max_bytes
        self._timeout_s = timeout_s
        self._connector = Connector(
            allow=allow, resolve=resolve, transport=transport, not_public=_NOT_PUBLIC, keep=keep
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
        except httpx2.TimeoutException as exc:
            raise FetchFailed(_TOO_SLOW) from exc
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as exc:
            raise FetchFailed(_NO_ANSWER) from exc

    async def aclose(self) -> None:
        """Close what is still open. Called once, after the last fetch."""
        await self._connector.aclose()

    async def _follow_to_picture(self, link: Link, limit_s: float) -> bytes:
        for _hop in range(MAX_REDIRECTS + 1):
            addresses = await self._connector.addresses(link)
            async with self._connector.open(
                link, addresses, method="GET", headers=_HEADERS, limit_s=limit_s
            ) as response:
                if response.status_code == 200:
                    return await self._read(response)
                location = response.headers.get("location")
                if response.status_code not in REDIRECTS or location is None:
                    raise FetchFailed(f"The link's host answered {response.status_code}; check the link.")
            link = follow(link, location)
        raise FetchFailed(
            f"The link redirects more than {MAX_REDIRECTS} times; give the link of the picture itself."
        )

    async def _read(self, response: httpx2.Response) -> bytes:
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
        self, stream: httpx2.AsyncByteStream | httpx2.SyncByteStream
    ) -> AsyncGenerator[bytes, None]:
        assert isinstance(stream, httpx2.AsyncByteStream)
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
