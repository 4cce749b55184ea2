"""The connection itself: how long a client may take, for what, and what it is told."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.connection import MAX_HEAD_BYTES, Connection, Patience, connections_with
from tests.pace import timed
from tests.promises.wire import Answer, read_answer

pytestmark = timed

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
QUICK = Patience(head_s=0.2, body_s=0.2, write_s=0.2)
FAIR = Patience(head_s=2, body_s=2, write_s=5)
"""For what must arrive in time: a busy machine holds up the client of a test for half a second now and then."""
LONG = Patience(head_s=30, body_s=30, write_s=30)
PATIENT_S = 20
Wire = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the length of what was sent; says nothing when the client has gone."""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message["body"]
        more = message["more_body"]
    told = b"%d" % len(body)
    headers = [(b"content-length", b"%d" % len(told))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": told})


@asynccontextmanager
async def serving(
    patience: Patience, app: ASGIApp = echo, *, idle_s: int = 5
) -> AsyncIterator[tuple[Callable[[], asyncio.Future[Wire]], uvicorn.Server]]:
    """A way to connect, and the server."""
    config = uvicorn.Config(
        app,
        http=connections_with(patience),
        ws="none",
        lifespan="off",
        log_config=None,
        timeout_keep_alive=idle_s,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    listener = socket.create_server(("127.0.0.1", 0))
    address = listener.getsockname()
    running = asyncio.create_task(server.serve(sockets=[listener]))
    opened: list[asyncio.StreamWriter] = []

    async def connect() -> Wire:
        reader, writer = await asyncio.open_connection(*address, limit=2**20)
        opened.append(writer)
        return reader, writer

    async with asyncio.timeout(60):
        while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
            await asyncio.sleep(0.005)
        try:
            yield lambda: asyncio.ensure_future(connect()), server
        finally:
            for writer in opened:
                writer.close()
            server.should_exit = True
            await running


async def drip(writer: asyncio.StreamWriter, pieces: Iterable[bytes], pause_s: float = 0.02) -> None:
    """One piece after the other, until nobody takes them."""
    with suppress(OSError):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause_s)


async def ended(reader: asyncio.StreamReader) -> bytes:
    """What still comes before the connection ends."""
    with suppress(ConnectionError):
        async with asyncio.timeout(PATIENT_S):
            return await reader.read(-1)
    return b""


async def refused(reader: asyncio.StreamReader) -> Answer:
    """An answer in the connection's own words, after which it closes."""
    async with asyncio.timeout(PATIENT_S):
        answer = await read_answer(reader)
    assert set(json.loads(answer.body)["error"]) == {"message", "type", "param", "code"}
    assert answer.headers["x-request-id"].startswith("req_")
    assert answer.headers["connection"] == "close"
    return answer


def single_bytes(sent: bytes) -> list[bytes]:
    return [sent[place : place + 1] for place in range(len(sent))]


async def test_a_head_that_takes_too_long_is_answered_408() -> None:
    async with serving(QUICK) as (connect, server):
        reader, writer = await connect()
        dripping = asyncio.create_task(drip(writer, single_bytes(GET * 10)[: 5 * len(GET)], 0.05))
        # Its first bytes are no whole request within the time, however many come.
        answer = await refused(reader)
        assert answer.status == 408
        assert "0.2 s" in json.loads(answer.body)["error"]["message"]
        dripping.cancel()
        assert server.server_state.total_requests == 0


async def test_who_says_nothing_is_hung_up_on() -> None:
    async with serving(QUICK) as (connect, server):
        reader, _ = await connect()
        assert await ended(reader) == b""
        assert not server.server_state.connections


async def test_a_body_that_takes_too_long_is_answered_408() -> None:
    async with serving(QUICK) as (connect, server):
        reader, writer = await connect()
        writer.write(POST % 1_000)
        dripping = asyncio.create_task(drip(writer, [b"x"] * 900))
        answer = await refused(reader)
        assert (answer.status, json.loads(answer.body)["error"]["code"]) == (408, "request_timeout")
        dripping.cancel()
        while server.server_state.tasks:  # noqa: ASYNC110  # nor when it has let go
            await asyncio.sleep(0.005)


async def test_a_large_body_that_keeps_coming_has_more_time() -> None:
    async with serving(Patience(head_s=0.2, body_s=0.2, write_s=5)) as (connect, _):
        reader, writer = await connect()
        began = time.monotonic()
        writer.write(POST % 80_000)
        await drip(writer, [b"x" * 4_000] * 20, 0.025)
        assert (await read_answer(reader)).body == b"80000"
        assert time.monotonic() - began > 0.4


async def test_slow_work_of_ours_is_no_fault_of_the_client() -> None:
    async def thinking(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0.8)
        await echo(scope, receive, send)

    async with serving(QUICK, thinking) as (connect, _):
        reader, writer = await connect()
        # More than is taken off the wire before the application reads.
        writer.write(POST % 2_000_000 + b"x" * 2_000_000)
        assert (await read_answer(reader)).body == b"2000000"


async def test_a_client_that_sends_on_after_its_answer_is_not_kept() -> None:
    async def refusing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})

    async with serving(QUICK, refusing, idle_s=60) as (connect, server):
        reader, writer = await connect()
        writer.write(POST % 1_000)
        dripping = asyncio.create_task(drip(writer, [b"x"] * 900))
        assert (await read_answer(reader)).status == 413
        assert await ended(reader) == b""
        assert not server.server_state.connections
        dripping.cancel()


async def test_empty_lines_between_requests_do_not_keep_a_connection() -> None:
    async with serving(QUICK, idle_s=60) as (connect, server):
        reader, writer = await connect()
        writer.write(GET)
        assert (await read_answer(reader)).body == b"0"
        dripping = asyncio.create_task(drip(writer, [b"\r\n"] * 900))
        assert await ended(reader) == b""
        assert not server.server_state.connections
        dripping.cancel()


async def test_one_request_after_the_other_and_several_at_once() -> None:
    async with serving(FAIR) as (connect, server):
        reader, writer = await connect()
        for number in range(4):
            writer.write(POST % number + b"x" * number)
            assert (await read_answer(reader)).body == b"%d" % number
            await asyncio.sleep(FAIR.head_s / 3)
        writer.write(GET * 5 + GET[:10])
        assert [(await read_answer(reader)).body for _ in range(5)] == [b"0"] * 5
        writer.write(GET[10:])
        assert (await read_answer(reader)).body == b"0"
        assert server.server_state.total_requests == 10
        # Many small heads are no large one.
        many = MAX_HEAD_BYTES // len(GET) + 100
        writer.write(GET * many + GET[:10])
        assert [(await read_answer(reader)).body for _ in range(many)] == [b"0"] * many


async def test_the_next_request_may_wait_for_the_answer_to_this_one() -> None:
    release = asyncio.Event()

    async def waiting(scope: Scope, receive: Receive, send: Send) -> None:
        await release.wait()
        await echo(scope, receive, send)

    async with serving(FAIR, waiting) as (connect, _):
        reader, writer = await connect()
        writer.write(GET + GET[:10])
        await asyncio.sleep(FAIR.head_s * 1.8)
        release.set()
        assert (await read_answer(reader)).body == b"0"
        # Its time began with the end of that answer, not at a moment in the middle of it.
        await asyncio.sleep(FAIR.head_s * 0.4)
        writer.write(GET[10:])
        assert (await read_answer(reader)).body == b"0"


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\n" + b"X: %s\r\n" % (b"y" * MAX_HEAD_BYTES),
        b"GET /" + b"a" * (MAX_HEAD_BYTES + 10),
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * (MAX_HEAD_BYTES // 6 + 10),
    ],
)
async def test_a_head_without_end_is_cut_off(head: bytes) -> None:
    async with serving(LONG) as (connect, server):
        reader, writer = await connect()
        writer.write(head)
        assert (await refused(reader)).status == 431
        assert server.server_state.total_requests == 0


async def test_what_is_no_http_is_told_so() -> None:
    async with serving(LONG) as (connect, _):
        for sent in (b"nonsense\r\n\r\n", b"\x16\x03\x01\x00\x01", POST % 3 + b"abc" + b"nonsense \r\n\r\n"):
            reader, writer = await connect()
            writer.write(sent)
            if sent.startswith(b"POST"):
                # In the middle of another's answer there is no place to say so.
                assert b"HTTP/1.1 400" not in (await ended(reader)).split(b"\r\n\r\n", 1)[0]
            else:
                assert (await refused(reader)).status == 400


async def test_who_does_not_read_is_cut_off_and_frees_its_place() -> None:
    left = asyncio.Event()

    async def gushing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            for _ in range(400):
                await send({"type": "http.response.body", "body": b"x" * 2**18, "more_body": True})
        finally:
            left.set()

    async with serving(QUICK, gushing) as (connect, server):
        reader, writer = await connect()
        writer.write(GET)
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        async with asyncio.timeout(PATIENT_S):
            await left.wait()
        assert not server.server_state.connections


async def test_a_reader_that_is_slow_but_reads_has_all_of_it() -> None:
    size = 30 * 2**20

    async def large(scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % size)]}
        )
        await send({"type": "http.response.body", "body": b"x" * size})

    async with serving(Patience(head_s=1, body_s=1, write_s=2), large) as (connect, _):
        reader, writer = await connect()
        writer.write(GET)
        await reader.readuntil(b"\r\n\r\n")
        left = size
        while left:
            left -= len(await reader.read(2**20))
            await asyncio.sleep(0.01)


async def test_the_last_answer_that_nobody_reads_does_not_keep_the_connection() -> None:
    size = 16 * 2**20

    async def farewell(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"%d" % size), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"x" * size})

    async with serving(QUICK, farewell) as (connect, server):
        reader, writer = await connect()
        writer.write(GET)
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        async with asyncio.timeout(PATIENT_S):
            while server.server_state.connections:  # noqa: ASYNC110  # nor when it has let go
                await asyncio.sleep(0.01)


def test_each_patience_has_a_class_of_its_own() -> None:
    one, other = connections_with(QUICK), connections_with(LONG)
    assert issubclass(one, Connection)
    assert (one.patience, other.patience) == (QUICK, LONG)
