"""Connections to addresses that others have named, without ever being led inside.

The invariant: a connection is only opened to an address that `is_forbidden` has just let pass. The host is looked up
once, *all* its addresses are checked, and the connection is made to the checked address itself, so a name server that
answers differently the second time is never asked a second time. TLS certificates are verified against the host's name.
Neither proxies nor anything else is taken from the environment, no cookies are kept, and nobody is followed: a redirect
is an answer like any other.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from ipaddress import ip_address

import httpx2

from paintover.domain.errors import ForbiddenAddress
from paintover.http1 import Http1Transport
from paintover.intake.addresses import Address, Network, is_forbidden
from paintover.intake.links import Link
from paintover.intake.resolve import Resolve

MAX_ADDRESSES_TRIED = 3
MOST_CONNECTIONS = 64
"""So many answers may be under way at once."""


class Connector:
    """Opens connections to foreign hosts. Any number may be open at once."""

    def __init__(
        self,
        *,
        allow: Sequence[Network],
        resolve: Resolve,
        transport: httpx2.AsyncBaseTransport | None,
        not_public: str,
        keep: int = 0,
    ) -> None:
        """Prepare to connect.

        Args:
            allow: networks that may be visited although they are not public.
            resolve: how names are looked up.
            transport: what connects and speaks HTTP. It receives requests whose URL holds the checked address,
                with the name in the Host header and in the ``sni_hostname`` extension. By default `Http1Transport`,
                without proxies or environment.
            not_public: the sentence for a host that must not be visited.
            keep: how many connections may wait for a next request. Its address is looked up and checked all the same, and
                it gets one only that leads to that address under the same name.
        """
        self._allow = tuple(allow)
        self._resolve = resolve
        self._transport = transport or Http1Transport(keep=keep)
        self._free = asyncio.Semaphore(MOST_CONNECTIONS)
        self._not_public = not_public

    async def addresses(self, link: Link) -> Sequence[Address]:
        """All addresses of the link's host, every one of them checked; at least one.

        Raises:
            ForbiddenAddress: one of them must not be visited, or there is none.
        """
        if link.address is not None:
            found: Sequence[Address] = [link.address]
        else:
            try:
                found = [ip_address(text) for text in await self._resolve(link.host, link.port)]
            except ValueError as exc:
                raise ForbiddenAddress(self._not_public) from exc
        # One sentence for "no such name" and "not public", so that nobody can feel out which names exist inside.
        if not found or any(is_forbidden(address, allow=self._allow) for address in found):
            raise ForbiddenAddress(self._not_public)
        return found

    @asynccontextmanager
    async def open(
        self,
        link: Link,
        addresses: Sequence[Address],
        *,
        method: str,
        headers: Mapping[str, str],
        content: bytes | None = None,
        limit_s: float,
    ) -> AsyncGenerator[httpx2.Response, None]:
        """Send a request to the first of the `addresses` that can be reached; its answer, up to the body.

        Connecting takes at most `limit_s` in all. The rest of the time is the caller's to bound, as is the body.
        """
        tried = addresses[:MAX_ADDRESSES_TRIED]
        response: httpx2.Response | None = None
        async with self._free:
            for address in tried[:-1]:
                request = _request(link, address, method, headers, content, limit_s / len(tried))
                try:
                    response = await self._send(request)
                    break
                except (httpx2.ConnectError, httpx2.ConnectTimeout):
                    continue  # The next address may be reachable, as where a host has IPv6 and we have not.
            if response is None:
                response = await self._send(_request(link, tried[-1], method, headers, content, limit_s))
            try:
                yield response
            finally:
                await response.aclose()

    async def aclose(self) -> None:
        """Close what is still open. Called once, after the last connection."""
        await self._transport.aclose()

    async def _send(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._transport.handle_async_request(request)
        response.request = request
        return response


def _request(
    link: Link,
    address: Address,
    method: str,
    headers: Mapping[str, str],
    content: bytes | None,
    connect_s: float,
) -> httpx2.Request:
    return httpx2.Request(
        method,
        httpx2.URL(
            scheme=link.scheme,
            host=address.compressed,
            port=link.port,
            raw_path=link.target.encode("ascii"),
        ),
        headers={"Host": link.host_header, **headers},
        content=content,
        extensions={"timeout": {"connect": connect_s}, "sni_hostname": link.host},
    )
