"""What a fetch sends, takes and says; that it cannot be led astray is P1's test."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_network
from pathlib import Path

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.errors import FetchError, FetchFailed, FetchTooLarge, ForbiddenAddress
from paintover.http1 import Http1Transport
from paintover.intake.fetch import MAX_BYTES, Fetcher
from tests.intake.canaries import (
    PICTURE,
    PUBLIC_V4,
    PUBLIC_V6,
    Internet,
    Names,
    Script,
    Site,
    answer,
    listening,
    redirect,
)

CERTIFICATE = Path(__file__).parent / "certificates" / "good.example.pem"
NAMES = {"good.example": [[PUBLIC_V4]], "both.example": [[PUBLIC_V6, PUBLIC_V4]]}


def saying(reply: bytes) -> Script:
    """A site that answers everything with these bytes."""

    async def script(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(reply)

    return script


@asynccontextmanager
async def fetching(
    reply: bytes | Script, *, max_bytes: int = MAX_BYTES
) -> AsyncIterator[tuple[Fetcher, Site]]:
    async with listening(saying(reply) if isinstance(reply, bytes) else reply) as site:
        fetcher = Fetcher(
            resolve=Names(NAMES), transport=Internet({PUBLIC_V4: site.port}, site.port), max_bytes=max_bytes
        )
        try:
            yield fetcher, site
        finally:
            await fetcher.aclose()


async def test_little_is_told_about_us() -> None:
    async def script(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
        cookie = {"Set-Cookie": "who=me", "Location": "/next"}
        writer.write(answer(b"", status=302, headers=cookie) if path == "/first" else answer())

    async with fetching(script) as (fetcher, site):
        assert await fetcher.fetch_picture("http://good.example/first") == PICTURE
        for head in site.heads:
            names = {line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:] if line}
            assert names == {b"host", b"accept", b"accept-encoding", b"user-agent"}
            assert b"\r\nUser-Agent: paintover\r\n" in head


@pytest.mark.parametrize(
    ("pack", "encoding"), [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (gzip.compress, " X-GZIP ")]
)
async def test_packed_bodies_are_unpacked(pack: Callable[[bytes], bytes], encoding: str) -> None:
    body = bytes(range(256)) * 4000 + bytes(1_000_000)
    async with fetching(answer(pack(body), headers={"Content-Encoding": encoding})) as (fetcher, _):
        assert await fetcher.fetch_picture("http://good.example/") == body


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
async def test_other_packings_are_refused(encoding: str) -> None:
    async with fetching(answer(headers={"Content-Encoding": encoding})) as (fetcher, _):
        with pytest.raises(FetchFailed, match="packs"):
            await fetcher.fetch_picture("http://good.example/")


@pytest.mark.parametrize(
    "reply",
    [
        answer(gzip.compress(PICTURE)[:-9], headers={"Content-Encoding": "gzip"}),
        answer(b"not packed at all", headers={"Content-Encoding": "gzip"}),
        answer()[:-3],
        answer(headers={"Content-Length": "-1"}),
        answer(headers={"Content-Length": "1" * 5000}),
        b"",
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 302 Found\r\n\r\n",
        answer(status=404),
        answer(status=204),
        answer(status=206),
        answer(status=500),
    ],
)
async def test_broken_answers_are_fetch_errors(reply: bytes) -> None:
    async with fetching(reply) as (fetcher, _):
        with pytest.raises(FetchError) as caught:
            await fetcher.fetch_picture("http://good.example/")
        assert str(caught.value).endswith(".")


async def test_the_limit_is_exact() -> None:
    for size in (999, 1000):
        async with fetching(answer(bytes(size)), max_bytes=1000) as (fetcher, _):
            assert len(await fetcher.fetch_picture("http://good.example/")) == size
    for reply in (
        answer(bytes(1001)),
        answer(gzip.compress(bytes(1001)), headers={"Content-Encoding": "gzip"}),
    ):
        async with fetching(reply, max_bytes=1000) as (fetcher, _):
            with pytest.raises(FetchTooLarge):
                await fetcher.fetch_picture("http://good.example/")


async def test_a_packed_body_that_unpacks_to_nothing_is_counted_too() -> None:
    nothing = b"\x78\x9c" + b"\x00\x00\x00\xff\xff" * 2000
    reply = b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nConnection: close\r\n\r\n" + nothing
    async with fetching(reply, max_bytes=1000) as (fetcher, _):
        with pytest.raises(FetchTooLarge):
            await fetcher.fetch_picture("http://good.example/")


async def test_the_next_address_is_tried_when_the_first_cannot_be_reached() -> None:
    async with listening() as site:

        class Unreachable(Internet):
            async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
                if request.url.host == PUBLIC_V6:
                    raise httpx2.ConnectError("no route")
                return await super().handle_async_request(request)

        fetcher = Fetcher(resolve=Names(NAMES), transport=Unreachable({PUBLIC_V4: site.port}, site.port))
        assert await fetcher.fetch_picture("http://both.example/") == PICTURE
        await fetcher.aclose()


async def test_a_redirect_without_end_of_head_is_no_answer() -> None:
    async with fetching(redirect("http://good.example/x")[:-1]) as (fetcher, _):
        with pytest.raises(FetchFailed):
            await fetcher.fetch_picture("http://good.example/", deadline_s=0.5)


async def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listening() as site, listening() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        fetcher = Fetcher(resolve=Names({}), allow=[ip_network("127.0.0.1/32")])
        assert await fetcher.fetch_picture(f"http://127.0.0.1:{site.port}/") == PICTURE
        assert (site.connections, proxy.connections) == (1, 0)
        await fetcher.aclose()


@asynccontextmanager
async def listening_with_tls() -> AsyncIterator[tuple[int, list[str | None]]]:
    """A TLS site for good.example, and the names that callers asked for."""
    asked: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    context.sni_callback = lambda connection, name, _: asked.append(name)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer())
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1], asked
    finally:
        server.close()


async def test_connections_are_kept_and_names_are_looked_up_all_the_same() -> None:
    """One connection for a name; another name has its own, and what has become forbidden is not visited over a kept one."""
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(PICTURE), PICTURE)
    names = Names({"one.example": [["127.0.0.1"]] * 3 + [["10.0.0.1"]], "two.example": [["127.0.0.1"]]})
    serving: list[asyncio.Task[None] | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.append(asyncio.current_task())
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(reply)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    fetcher = Fetcher(resolve=names, allow=[ip_network("127.0.0.1/32")], keep=4)
    for name, connections in (("one", 1), ("one", 1), ("two", 2), ("one", 2)):
        assert await fetcher.fetch_picture(f"http://{name}.example:{port}/") == PICTURE
        assert len(serving) == connections
    with pytest.raises(ForbiddenAddress):
        await fetcher.fetch_picture(f"http://one.example:{port}/")
    await fetcher.aclose()
    await asyncio.gather(*(task for task in serving if task))
    server.close()


async def test_certificates_are_verified_against_the_name() -> None:
    """The connection goes to the address, the certificate must still be the name's."""
    names = Names({"good.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]]})
    trusting = Http1Transport(keep=4, tls=ssl.create_default_context(cafile=str(CERTIFICATE)))
    allow = [ip_network("127.0.0.1/32")]
    async with listening_with_tls() as (port, asked):
        fetcher = Fetcher(resolve=names, allow=allow, transport=trusting)
        assert await fetcher.fetch_picture(f"https://good.example:{port}/") == PICTURE
        assert asked == ["good.example"]
        for url in (f"https://other.example:{port}/", f"https://127.0.0.1:{port}/"):
            with pytest.raises(FetchFailed):
                await fetcher.fetch_picture(url)
        stranger = Fetcher(resolve=names, allow=allow)
        with pytest.raises(FetchFailed):
            await stranger.fetch_picture(f"https://good.example:{port}/")
        await fetcher.aclose()
        await stranger.aclose()


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.builds("http://{}".format, st.text(max_size=30))))
def test_any_text_is_fetched_or_refused(url: str) -> None:
    async def refuse(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("nobody")

    async def fetch() -> None:
        fetcher = Fetcher(resolve=Names({}), transport=httpx2.MockTransport(refuse))
        with pytest.raises(FetchError):
            await fetcher.fetch_picture(url)

    asyncio.run(fetch())
