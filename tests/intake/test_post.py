"""What a post sends, and that it goes nowhere else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.errors import FetchError, FetchFailed, ForbiddenAddress
from paintover.intake.addresses import Network
from paintover.intake.post import MAX_URL_CHARACTERS, Poster, read_destination
from tests.intake.canaries import PUBLIC_V4, PUBLIC_V6, Internet, Names, Script, Site, answer, listening
from tests.pace import timed
from tests.promises.test_p1_forbidden_addresses import HOSTILE, NAMES, go_on
from tests.receiver import Receiver

pytestmark = timed

LOOPBACK: tuple[Network, ...] = (ip_network("127.0.0.1/32"),)
BODY = b'{"type":"task.succeeded"}'


@asynccontextmanager
async def posting(
    script: Script | None = None, *, allow: tuple[Network, ...] = (), timeout_s: float = 5.0
) -> AsyncIterator[tuple[Poster, Site, Site]]:
    """A poster, the public site and the canary."""
    async with listening(script) as site, listening() as canary:
        poster = Poster(
            allow=allow,
            resolve=Names(NAMES),
            transport=Internet({PUBLIC_V4: site.port, PUBLIC_V6: site.port}, canary.port),
            timeout_s=timeout_s,
        )
        try:
            yield poster, site, canary
        finally:
            await poster.aclose()


async def test_an_allowed_network_is_posted_to_at_any_port_without_tls() -> None:
    with Receiver(204) as receiver:
        poster = Poster(allow=LOOPBACK)
        assert await poster.post(f"{receiver.url}?a=%2F", BODY, {"webhook-id": "msg_1"}) == 204
        await poster.aclose()
        (arrival,) = receiver.arrivals
        assert (arrival.path, arrival.body) == ("/hook?a=%2F", BODY)
        assert arrival.headers == {
            "host": f"127.0.0.1:{receiver.port}",
            "connection": "close",
            "user-agent": "paintover",
            "content-type": "application/json",
            "content-length": str(len(BODY)),
            "webhook-id": "msg_1",
        }


async def test_nothing_forbidden_is_connected_to_by_the_real_transport() -> None:
    async with listening() as canary:
        poster = Poster(resolve=Names(NAMES))
        for host in (
            "127.0.0.1",
            "localhost",
            "127.1",
            "2130706433",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "[::]",
        ):
            for scheme in ("http", "https"):
                with pytest.raises(FetchError):
                    await poster.post(f"{scheme}://{host}:{canary.port}/", BODY, {})
        await poster.aclose()
        assert canary.connections == 0


async def test_no_hostile_address_reaches_a_canary() -> None:
    spellings = [*HOSTILE, *(url.replace("http:", "https:", 1) for url in HOSTILE if url.startswith("http:"))]
    async with posting(go_on) as (poster, site, canary):
        for url in spellings:
            try:
                status = await poster.post(url, BODY, {})
            except FetchError:
                continue
            # Those that only a redirect makes hostile: it is told, not followed.
            assert "/to/" in url or "rebinding" in url, url
            assert status in (200, 302), url
        assert canary.connections == 0
        assert not any(b"X-Smuggled" in head for head in site.heads)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_an_answer_like_any_other(status: int) -> None:
    with Receiver(status) as receiver:
        poster = Poster(allow=LOOPBACK)
        assert await poster.post(receiver.url, BODY, {}) == status
        await poster.aclose()
        assert [arrival.path for arrival in receiver.arrivals] == ["/hook"]


@pytest.mark.parametrize(
    ("url", "allow", "is_good"),
    [
        ("https://good.example/hook", (), True),
        ("https://good.example:8443/hook", (), True),
        (f"https://[{PUBLIC_V6}]/", (), True),
        ("http://good.example/hook", (), False),
        ("http://good.example/hook", LOOPBACK, False),
        ("https://good.example:22/hook", (), False),
        ("https://good.example:22/hook", LOOPBACK, False),
        ("http://good.example:22/hook", (ip_network(f"{PUBLIC_V4}/32"),), True),
        ("https://inside.example/", (ip_network("10.0.0.0/8"),), True),
        ("http://mixed.example/", (ip_network("192.168.0.0/16"),), False),
        ("https://mixed.example/", (ip_network("192.168.0.0/16"),), True),
        ("http://localhost/", LOOPBACK, False),
        ("https://nobody.example/", (), False),
        (f"https://good.example/{'a' * MAX_URL_CHARACTERS}", (), False),
        ("ftp://good.example/", (), False),
        ("https://good.example:0/", LOOPBACK, False),
    ],
)
async def test_where_is_posted_to(url: str, allow: tuple[Network, ...], is_good: bool) -> None:
    async with posting(allow=allow) as (poster, site, canary):
        if is_good:
            assert await poster.post(url, BODY, {}) == 200
        else:
            with pytest.raises(FetchError) as caught:
                await poster.post(url, BODY, {})
            assert caught.value.message.endswith(".")
            assert (site.connections, canary.connections) == (0, 0)


@pytest.mark.parametrize(
    ("url", "allow"),
    [
        ("http://127.0.0.1:9/", ()),
        ("https://10.1.2.3/", LOOPBACK),
        ("http://127.0.0.2:9/", LOOPBACK),
        (f"http://{PUBLIC_V4}/", LOOPBACK),
        ("http://name.example/", ()),
        ("https://name.example:25/", ()),
    ],
)
def test_what_the_text_alone_tells_is_refused_at_once(url: str, allow: tuple[Network, ...]) -> None:
    with pytest.raises(ForbiddenAddress):
        read_destination(url, allow)


@pytest.mark.parametrize("path", ["/endless", "/cut", "/drip", "/garbage"])
async def test_an_answer_is_its_status_whatever_its_body_is(path: str) -> None:
    async def script(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
        match path:
            case "/endless":
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 1000000000\r\n\r\n")
                while True:
                    writer.write(bytes(2**16))
                    await writer.drain()
            case "/cut":
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n.")
            case "/drip":
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n.")
                await writer.drain()
                await asyncio.Event().wait()
            case "/garbage":
                writer.write(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")

    async with posting(script) as (poster, _, _):
        began = time.perf_counter()
        assert await poster.post(f"https://good.example{path}", BODY, {}) == 201
        assert time.perf_counter() - began < 3


@pytest.mark.parametrize("path", ["/silent", "/drip-head", "/hints"])
async def test_the_deadline_covers_the_answers_head(path: str) -> None:
    async def script(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
        while path == "/hints":
            writer.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
            await writer.drain()
        writer.write(b"HTTP/1.1 200 OK\r\nX: " if path == "/drip-head" else b"")
        await writer.drain()
        await asyncio.Event().wait()

    async with posting(script, timeout_s=0.3) as (poster, _, _):
        began = time.perf_counter()
        # Hints without end are bounded by their bytes, too, which a fast machine comes to first.
        with pytest.raises(FetchFailed, match="did not answer"):
            await poster.post(f"https://good.example{path}", BODY, {})
        assert time.perf_counter() - began < 3


@pytest.mark.parametrize("reply", [b"", b"SSH-2.0-OpenSSH_9.9\r\n", answer()[:10]])
async def test_what_is_no_answer_is_an_error(reply: bytes) -> None:
    async def script(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(reply)

    async with posting(script) as (poster, _, _):
        with pytest.raises(FetchFailed):
            await poster.post("https://good.example/", BODY, {})


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.builds("https://{}".format, st.text(max_size=30))))
def test_any_text_is_posted_to_or_refused(url: str) -> None:
    async def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("nobody")

    async def post() -> None:
        poster = Poster(resolve=Names({}), transport=httpx2.MockTransport(refuse))
        with pytest.raises(FetchError):
            await poster.post(url, BODY, {})

    asyncio.run(post())
