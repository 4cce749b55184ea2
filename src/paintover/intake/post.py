"""Posting to an address that a user has named, without ever being led inside.

Connections are opened as the fetcher opens them (see `connect`), and every post looks its host up and checks it anew.
Only https is spoken, and only common ports are visited, but for networks that the server's owner has allowed: there,
http and any port are fine. One deadline covers all of it: look-up, connecting, sending, and the answer's head. What
stands in the answer's body is nobody's business here: a little of it is taken off the line, and thrown away.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress

import httpx2

from paintover.domain.errors import FetchFailed, ForbiddenAddress
from paintover.intake.addresses import Address, Network, is_forbidden
from paintover.intake.connect import Connector
from paintover.intake.links import Link, is_common_port, read_link
from paintover.intake.resolve import Resolve, resolve_with_system

MAX_URL_CHARACTERS = 2048
MAX_ANSWER_BYTES = 16 * 1024
"""How much of an answer's body is taken off the line, so that a short one is not cut while its sender writes."""
ANSWER_BODY_S = 1.0
"""How long that may take."""

_HEADERS = {"Connection": "close", "User-Agent": "paintover"}
_NOT_PUBLIC = "The host has no public address that may be posted to; check it."
_NOT_PLAIN = "Only https is posted to; http is for networks that the server's owner has allowed."
_NOT_THAT_PORT = "The port is not posted to; use 443 or one above 1023."
_NO_ANSWER = "The host did not answer; check the address, and that its certificate is valid."
_TOO_SLOW = "The host did not answer in time; answer first and work afterwards."


def read_destination(url: str, allow: Sequence[Network]) -> Link:
    """Take the address apart and refuse what no post could reach, as far as its text tells; no name is looked up.

    Raises:
        ForbiddenAddress: it is none that may be posted to; see the module.
        FetchFailed: it is spelled wrong.
    """
    if len(url) > MAX_URL_CHARACTERS:
        raise FetchFailed(f"The address is longer than {MAX_URL_CHARACTERS} characters; use a shorter one.")
    link = read_link(url, any_port=True)
    if link.address is None:
        # Names are judged when they are looked up; without allowed networks there is nothing to wait for.
        _judge(link, is_allowed=bool(allow))
    elif is_forbidden(link.address, allow=allow):
        raise ForbiddenAddress(_NOT_PUBLIC)
    else:
        _judge(link, is_allowed=_is_allowed(link.address, allow))
    return link


class Poster:
    """Posts JSON to addresses that users have named. Any number of posts may be under way at once."""

    def __init__(
        self,
        *,
        timeout_s: float = 10.0,
        allow: Sequence[Network] = (),
        resolve: Resolve = resolve_with_system,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """Prepare to post.

        Args:
            timeout_s: the longest that one `post` may take in all.
            allow: networks that may be posted to although they are not public, at any port, and without TLS.
            resolve: how names are looked up.
            transport: what connects and speaks HTTP; see `Connector`.
        """
        self._timeout_s = timeout_s
        self._allow = tuple(allow)
        self._connector = Connector(allow=allow, resolve=resolve, transport=transport, not_public=_NOT_PUBLIC)

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send `body`, which is JSON, with `headers` of its own; the answer's status, whatever it is.

        Raises:
            ForbiddenAddress: the address is none that may be posted to.
            FetchFailed: it is spelled wrong, or there was no answer in time.
        """
        link = read_destination(url, self._allow)
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._send(link, body, headers)
        except (TimeoutError, httpx2.TimeoutException) as exc:
            raise FetchFailed(_TOO_SLOW) from exc
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as exc:
            raise FetchFailed(_NO_ANSWER) from exc

    async def aclose(self) -> None:
        """Close what is still open. Called once, after the last post."""
        await self._connector.aclose()

    async def _send(self, link: Link, body: bytes, headers: Mapping[str, str]) -> int:
        addresses = await self._connector.addresses(link)
        _judge(link, is_allowed=all(_is_allowed(address, self._allow) for address in addresses))
        async with self._connector.open(
            link,
            addresses,
            method="POST",
            headers={**_HEADERS, "Content-Type": "application/json", **headers},
            content=body,
            limit_s=self._timeout_s,
        ) as response:
            # The status has been said: nothing that happens to the body can take it back.
            with suppress(TimeoutError, httpx2.HTTPError, httpx2.StreamError, OSError):
                async with asyncio.timeout(ANSWER_BODY_S):
                    await _discard(response)
            return response.status_code


async def _discard(response: httpx2.Response) -> None:
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    taken = 0
    async for part in response.stream:
        taken += len(part)
        if taken > MAX_ANSWER_BYTES:
            return


def _is_allowed(address: Address, allow: Sequence[Network]) -> bool:
    return any(address in network for network in allow)


def _judge(link: Link, *, is_allowed: bool) -> None:
    """Beyond the allowed networks there is only https, and only at common ports."""
    if is_allowed:
        return
    if link.scheme != "https":
        raise ForbiddenAddress(_NOT_PLAIN)
    if not is_common_port(link.port):
        raise ForbiddenAddress(_NOT_THAT_PORT)
