"""Our own HTTP client, against servers that say what they like, on both event loops that we run on."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx2
import pytest
import uvloop

from paintover import http1
from paintover.http1 import MAX_HEAD_BYTES, MOST_AHEAD_BYTES, Http1Transport

Run = Callable[[Coroutine[Any, Any, None]], None]
OK = b"HTTP/1.1 200 OK\r\n"
PLAIN = OK + b"Content-Length: 5\r\n\r\nhello"


@pytest.fixture(params=[asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Run:
    """Runs a scenario on one of the loops."""
    chosen: Run = request.param
    return lambda scenario: chosen(asyncio.wait_for(scenario, 20))


class Speaker:
    """A server that gives each request the next of its answers; the last one stays. None hangs up without one."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.connections = 0
        self.requests: list[bytes] = []
        self.asked = asyncio.Semaphore(0)
        """Released at each request."""
        self.hung_up = asyncio.Event()
        """Set whenever a client has closed a connection."""
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = 0
                for line in head.lower().split(b"\r\n"):
                    if line.startswith(b"content-length:"):
                        length = int(line[15:])
                if b"transfer-encoding: chunked" in head.lower():
                    body = await reader.readuntil(b"\r\n0\r\n\r\n")
                else:
                    body = await reader.readexactly(length)
                self.requests.append(head + body)
                self.asked.release()
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
                if b"content-length" not in answer.lower() and b"chunked" not in answer.lower():
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            self.hung_up.set()
        finally:
            writer.close()


@asynccontextmanager
async def speaking(
    *answers: bytes | None, keep: int = 4
) -> AsyncIterator[tuple[Http1Transport, Speaker, httpx2.AsyncClient]]:
    """A speaker, and a client over our transport."""
    speaker, transport = Speaker(*answers), Http1Transport(keep=keep)
    server = await asyncio.start_server(speaker.serve, "127.0.0.1", 0, limit=2**24)
    speaker.port = server.sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{speaker.port}"
    async with httpx2.AsyncClient(transport=transport, base_url=url, timeout=20) as client:
        yield transport, speaker, client
    server.close()


@asynccontextmanager
async def serving(
    script: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[httpx2.AsyncClient]:
    """A server that does what the script says with each connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await script(reader, writer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with httpx2.AsyncClient(transport=Http1Transport(keep=4), base_url=url, timeout=20) as client:
        yield client
    server.close()


@pytest.mark.parametrize(
    ("answer", "body", "connections"),
    [
        (PLAIN, b"hello", 1),
        (
            OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nX-End: 1\r\n\r\n",
            b"hello",
            1,
        ),
        (b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + PLAIN, b"hello", 1),
        (b"HTTP/1.1 204 Nothing\r\nContent-Length: 0\r\n\r\n", b"", 1),
        (OK + b"Content-Length: 0\r\n\r\n", b"", 1),
        (OK + b"Connection: close\r\nContent-Length: 5\r\n\r\nhello", b"hello", 3),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", b"hello", 3),
        (OK + b"\r\nhello", b"hello", 3),
    ],
    ids=["length", "chunked", "hints", "no content", "empty", "close", "1.0", "until the end"],
)
def test_an_answer_is_read_and_its_connection_kept_where_it_may_be(
    run: Run, answer: bytes, body: bytes, connections: int
) -> None:
    async def scenario() -> None:
        async with speaking(answer) as (_, speaker, client):
            for _ in range(3):
                response = await client.get("/a?b=c")
                assert (response.content, "link" in response.headers) == (body, False)
            assert speaker.connections == connections
            assert speaker.requests[0].startswith(b"GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:")

    run(scenario())


def test_what_stands_behind_an_answer_is_no_answer_to_the_next_request(run: Run) -> None:
    async def scenario() -> None:
        async with speaking(PLAIN + OK + b"Content-Length: 6\r\n\r\nforged", PLAIN) as (_, speaker, client):
            assert (await client.get("/")).content == b"hello"
            assert (await client.get("/")).content == b"hello"
            assert speaker.connections == 2

    run(scenario())


def test_names_share_no_connection_although_they_share_an_address(run: Run) -> None:
    async def scenario() -> None:
        async with speaking(PLAIN) as (_, speaker, client):
            for name, connections in (("a.example", 1), ("a.example", 1), ("b.example", 2)):
                await client.get("/", extensions={"sni_hostname": name})
                assert speaker.connections == connections

    run(scenario())


def test_no_more_connections_wait_than_are_to_be_kept(run: Run) -> None:
    async def scenario() -> None:
        async with speaking(PLAIN, keep=1) as (transport, speaker, client):
            await asyncio.gather(*(client.get("/") for _ in range(3)))
            assert speaker.connections == 3
            await asyncio.gather(*(client.get("/") for _ in range(2)))
            assert speaker.connections == 4
            await transport.aclose()

    run(scenario())


def test_a_kept_connection_that_was_closed_meanwhile_is_replaced(run: Run) -> None:
    """Nothing was asked over it yet: even what must not be sent twice can go over a new one."""

    async def scenario() -> None:
        closing: list[asyncio.StreamWriter] = []

        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(PLAIN)
            closing.append(writer)

        async with serving(script) as client:
            for count in (1, 2):
                assert (await client.post("/")).content == b"hello"
                await closing[-1].wait_closed()
                assert len(closing) == count

    run(scenario())


@pytest.mark.parametrize(("method", "asked"), [("GET", 3), ("POST", 2)])
def test_only_what_changes_nothing_is_asked_again(run: Run, method: str, asked: int) -> None:
    """A server may close a kept connection in the moment in which it is used again."""

    async def scenario() -> None:
        async with speaking(PLAIN, None, PLAIN) as (_, speaker, client):
            await client.request(method, "/")
            if method == "GET":
                assert (await client.request(method, "/")).content == b"hello"
            else:
                with pytest.raises((httpx2.NetworkError, httpx2.RemoteProtocolError)):
                    await client.request(method, "/")
            assert len(speaker.requests) == asked

    run(scenario())


def test_what_is_never_answered_is_not_asked_for_ever(run: Run) -> None:
    async def scenario() -> None:
        async with speaking(PLAIN, None) as (_, speaker, client):
            await client.get("/")
            with pytest.raises((httpx2.NetworkError, httpx2.RemoteProtocolError)):
                await client.get("/")
            assert len(speaker.requests) == 3

    run(scenario())


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"1" * 5000 + b"\r\n\r\n",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        OK + b"X: y\r\n" * MAX_HEAD_BYTES + b"\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * MAX_HEAD_BYTES + b"\r\n",
        OK + b"no colon\r\n\r\n",
    ],
    ids=[
        "ssh",
        "minus",
        "twice",
        "both",
        "digits",
        "upgrade",
        "long head",
        "bad chunk",
        "long end",
        "no field",
    ],
)
def test_what_is_no_answer_is_an_error(run: Run, answer: bytes) -> None:
    async def scenario() -> None:
        async with speaking(answer) as (_, _, client):
            with pytest.raises(httpx2.RemoteProtocolError):
                await client.post("/")

    run(scenario())


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 6\r\n\r\nhello",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        OK[:-2],
        OK,
        b"",
    ],
)
def test_an_answer_that_ends_too_early_is_an_error(run: Run, answer: bytes) -> None:
    async def scenario() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)

        async with serving(script) as client:
            with pytest.raises(httpx2.RemoteProtocolError):
                await client.post("/")

    run(scenario())


def test_who_hangs_up_before_being_asked_has_not_answered(run: Run) -> None:
    async def scenario() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.transport.abort()

        async with serving(script) as client:
            for _ in range(20):
                with pytest.raises(httpx2.TransportError):
                    await client.get("/")

    run(scenario())


def test_no_more_is_taken_off_the_line_than_is_read(run: Run) -> None:
    mebibytes = 24

    async def scenario() -> None:
        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(OK + b"Content-Length: %d\r\n\r\n" % (mebibytes * 2**20))
            for _ in range(mebibytes):
                writer.write(bytes(2**20))
                await writer.drain()

        async with serving(script) as client, client.stream("GET", "/") as response:
            assert isinstance(response.stream, httpx2.AsyncByteStream)
            total = longest = 0
            async for part in response.stream:
                total, longest = total + len(part), max(longest, len(part))
                for _ in range(20):
                    await asyncio.sleep(0)
            assert total == mebibytes * 2**20
            # What one read from the socket gives may come on top.
            assert longest <= 2 * MOST_AHEAD_BYTES

    run(scenario())


def test_large_bodies_are_sent_whole(run: Run) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for size in (1, 0, 100_000, 70_000, 3):
            yield b"x" * size

    async def scenario() -> None:
        async with speaking(PLAIN) as (_, speaker, client):
            await client.post("/", content=b"y" * 3_000_000)
            assert speaker.requests[0].endswith(b"\r\n\r\n" + b"y" * 3_000_000)
            await client.post("/", files={"a": ("b.png", b"z" * 200_000)}, data={"c": "d"})
            assert b"z" * 200_000 + b"\r\n" in speaker.requests[1]
        async with speaking(PLAIN) as (_, speaker, client):
            await client.post("/", content=parts())
            sent = speaker.requests[0].partition(b"\r\n\r\n")[2]
            assert sent == b"".join(
                b"%x\r\n%b\r\n" % (size, b"x" * size) for size in (1, 100_000, 70_000, 3)
            ) + (b"0\r\n\r\n")

    run(scenario())


def test_an_answer_may_come_before_all_is_sent(run: Run) -> None:
    async def scenario() -> None:
        connections, over = 0, asyncio.Event()

        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal connections
            connections += 1
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\n\r\nshort")
            await over.wait()

        async with serving(script) as client:
            for count in (1, 2):
                response = await client.post("/", content=bytes(64 * 2**20))
                assert (response.status_code, response.content, connections) == (413, b"short", count)
            over.set()

    run(scenario())


@pytest.mark.parametrize(
    ("timeout", "size", "error"),
    [
        (httpx2.Timeout(20, read=0.1), 1, httpx2.ReadTimeout),
        (httpx2.Timeout(20, write=0.1), 2**26, httpx2.WriteTimeout),
    ],
)
def test_patience_has_an_end(run: Run, timeout: httpx2.Timeout, size: int, error: type[Exception]) -> None:
    async def scenario() -> None:
        left = asyncio.Event()

        async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            if size > 1:
                await left.wait()
                return
            writer.write(OK + b"Content-Length: 5\r\n\r\nhel")
            assert await reader.read() == b"x"
            left.set()

        async with serving(script) as client:
            with pytest.raises(error):
                await client.post("/", content=b"x" * size, timeout=timeout)
            if size > 1:
                left.set()
            await left.wait()

    run(scenario())


def test_who_leaves_closes_the_connection(run: Run) -> None:
    async def scenario() -> None:
        async with speaking(OK + b"Content-Length: 50\r\n\r\nhello") as (_, speaker, client):
            async with client.stream("GET", "/") as response:
                assert response.status_code == 200
            await speaker.hung_up.wait()
            speaker.hung_up.clear()
            asking = asyncio.ensure_future(client.get("/"))
            await speaker.asked.acquire()
            await speaker.asked.acquire()
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            await speaker.hung_up.wait()

    run(scenario())


@pytest.mark.parametrize(
    ("name", "value"),
    [("X-A", "b\r\nX-C: d"), ("X-A", "b\nX-C: d"), ("X-A", "b\0"), ("X\r\nA", "b"), ("X-A", "\r")],
)
def test_a_header_cannot_end_itself(run: Run, name: str, value: str) -> None:
    async def scenario() -> None:
        async with speaking(PLAIN) as (_, speaker, client):
            with pytest.raises(httpx2.LocalProtocolError):
                await client.get("/", headers={name: value})
            assert speaker.requests == []

    run(scenario())


def test_nobody_there_is_a_connection_that_failed(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    async def scenario() -> None:
        async with httpx2.AsyncClient(transport=Http1Transport(keep=1)) as client:
            with pytest.raises(httpx2.ConnectError):
                await client.get(f"http://127.0.0.1:{port}/")
            with pytest.raises(httpx2.ConnectError):
                await client.get(f"http://localhost:{port}/")
            with pytest.raises(httpx2.UnsupportedProtocol):
                await client.get("ftp://127.0.0.1/")

    run(scenario())


def test_the_next_address_of_a_name_does_not_wait_for_one_that_is_silent(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    dial = http1._dial_one
    given_up: list[str] = []

    async def dialled(family: int, kind: int, protocol: int, address: Any) -> socket.socket:
        match address[0]:
            case "192.0.2.1":
                raise ConnectionRefusedError("refused")
            case "192.0.2.2":
                try:
                    await asyncio.Event().wait()
                finally:
                    given_up.append(address[0])
        return await dial(family, kind, protocol, address)

    async def scenario() -> None:
        async with speaking(PLAIN) as (_, speaker, client):
            loop, port = asyncio.get_running_loop(), speaker.port

            async def found(*_: object, **__: object) -> list[Any]:
                hosts = ("192.0.2.1", "192.0.2.2", "127.0.0.1")
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in hosts]

            monkeypatch.setattr(http1, "_dial_one", dialled)
            monkeypatch.setattr(http1, "_addresses", found)
            assert (await client.get(f"http://both.example:{port}/")).content == b"hello"
            assert loop.is_running()
            await asyncio.sleep(0)
            assert given_up == ["192.0.2.2"]
            given_up.clear()

    run(scenario())
