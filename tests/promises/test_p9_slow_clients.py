"""P9: slow clients cannot hold the server. Each is closed in time, others notice nothing, and who was cut resumes."""

from __future__ import annotations

import asyncio
import re
import socket
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.pace import timed
from tests.promises.wire import read_answer, served

CLIENTS = 300
HEAD_S, BODY_S = 4.0, 5.0
SLOW_FOR_S = 9.0
QUIET_S = 2.0
PROBE_S = 0.05
PROBE_MS = 50.0
WINDOW = 10
"""In so many probes, half a second, one has to be in time: a busy machine delays any single one."""
STALLED_S = 0.6
STALLING = 1_200
"""So many requests fit into what the kernel takes in one go, and so many answers do not."""
CHAT = "/v1/chat/completions"
HEAD = b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
UNKNOWN = b"POST /v1/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"

Drip = tuple[bytes, bytes]
"""What a slow client sends at once, and what it then sends byte by byte."""
KINDS: dict[str, Drip] = {
    "slow head": (b"", HEAD * 20),
    "slow head on a kept connection": (b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", HEAD * 20),
    "slow body": (HEAD + b"Content-Length: 4000\r\n\r\n", b" " * 4000),
    "slow chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n" * 1000),
    "slow after its answer": (UNKNOWN + b"Content-Length: 4000\r\n\r\n", b" " * 4000),
    "silent": (b"", b""),
}


async def slow_client(port: int, drip: Drip, delay_s: float, pause_s: float) -> str:
    """How the server ended it."""
    at_once, piece_by_piece = drip
    await asyncio.sleep(delay_s)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    until = time.monotonic() + SLOW_FOR_S
    heard = asyncio.create_task(reader.read(-1))
    writer.write(at_once)
    place = 0
    while not heard.done() and time.monotonic() < until:
        with suppress(OSError):
            writer.write(piece_by_piece[place : place + 1])
        place += 1
        await asyncio.wait({heard}, timeout=pause_s)
    writer.close()
    if not heard.done():
        heard.cancel()
        return "still open"
    try:
        last = heard.result().rpartition(b"HTTP/1.1 ")[2][:3].decode()
    except ConnectionError:
        return "closed"
    return last if last == "408" else "closed"


async def probe(port: int, until: Callable[[], bool]) -> list[float]:
    """How long an answer takes, in milliseconds, again and again, each on a connection of its own."""
    taken = []
    while not until():
        began = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        answer = await read_answer(reader)
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status == 200
        writer.close()
        await asyncio.sleep(PROBE_S)
    return taken


def worst_window(milliseconds: list[float]) -> float:
    """The longest for which no probe was quicker than that."""
    windows = (milliseconds[place : place + WINDOW] for place in range(len(milliseconds) - WINDOW + 1))
    return max(min(window) for window in windows)


def p95(milliseconds: list[float]) -> float:
    return statistics.quantiles(milliseconds, n=20)[-1]


@timed
async def test_hundreds_of_slow_clients(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    patience = {"head_timeout_s": HEAD_S, "body_timeout_s": BODY_S}
    with served(tmp_path, engine="instant", **patience) as (port, process):
        began = time.monotonic()
        before = await probe(port, lambda: time.monotonic() > began + QUIET_S)
        kinds = [list(KINDS)[number % len(KINDS)] for number in range(CLIENTS)]
        async with asyncio.TaskGroup() as group:
            clients = [
                group.create_task(slow_client(port, KINDS[kind], number / CLIENTS, 0.3 + number / CLIENTS))
                for number, kind in enumerate(kinds)
            ]
            during = await probe(port, lambda: all(client.done() for client in clients))
        assert process.poll() is None
        # Somebody in earnest is served as ever.
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            body = {"messages": [{"role": "user", "content": "画一只猫"}]}
            assert "![gen_" in (await http.post(CHAT, json=body)).text
    ends = Counter((kind, client.result()) for kind, client in zip(kinds, clients, strict=True))
    told = Counter(client.result() for client in clients)
    with capsys.disabled():
        print(
            f"\nP9: {CLIENTS} slow connections, {told['408']} answered 408 and {told['closed']} closed within "
            f"{time.monotonic() - began - QUIET_S:.0f} s; {len(during)} probes meanwhile: median "
            f"{statistics.median(during):.1f} ms, p95 {p95(during):.1f} ms, at most {max(during):.1f} ms "
            f"(before: p95 {p95(before):.1f} ms)"
        )
    assert not told["still open"], ends
    slow = {kind for kind, end in ends if end == "408"}
    assert slow == {kind for kind in KINDS if kind.startswith("slow") and "after" not in kind}, ends
    assert len(during) > 5 * WINDOW
    assert statistics.median(during) < PROBE_MS
    assert worst_window(during) < PROBE_MS


def stalled(port: int, path: str, times: int) -> socket.socket:
    """A client that asks so often at once that the answers do not fit into what the kernel holds, and reads none."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(30)
    client.connect(("127.0.0.1", port))
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode() * times)
    return client


async def until(answer: Callable[[], Awaitable[httpx.Response]], status: int) -> httpx.Response:
    """The first answer of that status."""
    async with asyncio.timeout(60):
        while (response := await answer()).status_code != status:  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)
    return response


async def steadily(
    answer: Callable[[], Awaitable[httpx.Response]], status: int, for_s: float
) -> tuple[httpx.Response, float]:
    """The last answer of those that all had that status for so long, and when they began to."""
    async with asyncio.timeout(60):
        began = time.monotonic()
        while True:
            response = await answer()
            if response.status_code != status:
                began = time.monotonic()
            elif time.monotonic() > began + for_s:
                return response, began


async def drawn(http: httpx.AsyncClient) -> str:
    """A task that is over."""
    body: dict[str, Any] = {"background": True, "n": 8, "messages": [{"role": "user", "content": "a cat"}]}
    task_id: str = (await http.post(CHAT, json=body)).json()["id"]
    assert (await http.get(f"/v1/tasks/{task_id}/events")).text.count("event: succeeded") == 1
    return task_id


@timed
async def test_a_reader_that_stalls_is_cut_off_and_resumes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = {"write_timeout_s": 5 * STALLED_S, "owner_stream_limit": 1}
    with served(tmp_path, engine="instant", **limits) as (port, process):
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as http:
            follow = f"/v1/tasks/{await drawn(http)}/events"
            with await asyncio.to_thread(stalled, port, follow, STALLING) as client:
                # One stream stays open, and holds its owner's only place until it is cut off.
                held, began = await steadily(lambda: http.get(follow), 429, STALLED_S)
                assert held.json()["error"]["code"] == "rate_limit_exceeded"
                assert int(held.headers["retry-after"]) >= 1
                whole = (await until(lambda: http.get(follow), 200)).text
                cut_s = time.monotonic() - began
                got = b""
                with suppress(ConnectionError):
                    while piece := client.recv(2**16):
                        got += piece
            # What it has had is a beginning of what it asked for; the rest is there, from any event on.
            records = re.findall(r"id: .*?\n\n", whole, re.DOTALL)
            assert len(records) > 6
            assert records[0].encode() in got
            assert got.count(b"HTTP/1.1 200") < STALLING
            for seen, record in enumerate(records, 1):
                after = record.split("\n")[0].removeprefix("id: ")
                rest = await http.get(follow, headers={"Last-Event-ID": after})
                assert rest.text == "".join(records[seen:])
        assert process.poll() is None
    with capsys.disabled():
        print(
            f"P9: a reader that stalled was cut off within {cut_s:.1f} s, and could read on from every event"
        )


async def test_streams_of_one_owner_are_bounded_on_every_route(tmp_path: Path) -> None:
    with served(tmp_path, engine="instant", owner_stream_limit=3) as (port, _):
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as http:
            follow = f"/v1/tasks/{await drawn(http)}/events"
            stalling = [await asyncio.to_thread(stalled, port, follow, STALLING) for _ in range(3)]
            for headers in ({}, {"Accept": "application/json"}):
                refused = await until(partial(http.get, follow, headers=headers), 429)
                assert "3 answers open" in refused.json()["error"]["message"]
            # What is no stream is answered as ever, and one place that is free is enough for everybody.
            assert (await http.get("/v1/tasks")).status_code == 200
            for client in stalling:
                client.close()
            await until(lambda: http.get(follow), 200)
