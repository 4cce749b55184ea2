"""P10: bad input is a 4xx in OpenAI's shape, with its request's id and the rate limits; never a 500, nor the end."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest
from starlette.routing import Route

from paintover.app import is_public_path, routes_of
from paintover.domain.scope import Scope
from paintover.engines.instant import InstantEngine
from paintover.parts import open_parts
from paintover.settings import Settings
from tests.promises.fuzz import Fuzzer, Hostile
from tests.promises.wire import Answer, read_answer, served

REQUESTS = 10_000
CONNECTIONS = 12
SEED = 10
TOLD_LIMITS = {f"x-ratelimit-{what}-requests" for what in ("limit", "remaining", "reset")}
LIMITS = {"owner_requests_per_minute": 10_000_000, "owner_stream_limit": 1_000, "owner_queue_limit": 100_000}


async def all_routes(folder: Path) -> tuple[list[tuple[str, str]], str]:
    """Method and path of every route of the server, and a key to all of them."""
    async with open_parts(Settings(data=str(folder)), InstantEngine()) as parts:
        found = routes_of(parts)
        key = await parts.keys.create("fuzzer", scopes=Scope)
    routes = [
        (method, route.path)
        for route in found
        if isinstance(route, Route)
        for method in sorted(route.methods or {"GET"})
    ]
    return routes, key


def wrong_with(asked: Hostile, answer: Answer) -> str | None:
    """What of an answer is not as promised."""
    if answer.status >= 500:
        return f"status {answer.status}"
    if not answer.headers.get("x-request-id", "").startswith("req_"):
        return "no x-request-id"
    if answer.headers.get("x-content-type-options") != "nosniff":
        return "may be sniffed"
    path = asked.target.split(b"?")[0].decode()
    if not is_public_path(path) and not answer.headers.keys() >= TOLD_LIMITS:
        return "no x-ratelimit-*"
    if answer.status < 400 or asked.method == "HEAD":
        return None
    return wrong_shape(answer, path)


def wrong_shape(answer: Answer, path: str) -> str | None:
    if (
        path.startswith("/s/")
        and answer.status == 404
        and answer.headers["content-type"] != "application/json"
    ):
        # Who follows a link that has ended is a person with a browser.
        is_right = answer.body.startswith(b"<!doctype html>") and b"noindex" in answer.body
        return None if is_right else "no page that says that the link has ended"
    if answer.headers.get("content-type") != "application/json":
        return f"an error as {answer.headers.get('content-type')}"
    told = json.loads(answer.body)
    error = told["error"]
    if path == "/mcp" and told.get("jsonrpc") == "2.0":
        # Within the protocol of that path an error is one of JSON-RPC.
        is_right = isinstance(error["code"], int) and error["message"] and "id" in told
        return None if is_right else f"no error of JSON-RPC: {told}"
    if set(error) != {"message", "type", "param", "code"}:
        return f"an error of {sorted(error)}"
    if not all(isinstance(error[name], str) and error[name] for name in ("message", "type", "code")):
        return f"an error without words: {error}"
    if error["param"] is not None and not isinstance(error["param"], str):
        return f"a param that is none: {error}"
    return None


def written(asked: Hostile, key: str) -> bytes:
    headers = [(b"host", b"127.0.0.1"), *asked.headers, (b"content-length", b"%d" % len(asked.body))]
    if all(name != b"authorization" for name, _ in headers):
        headers.append((b"authorization", b"Bearer " + key.encode()))
    head = b"%s %s HTTP/1.1\r\n" % (asked.method.encode(), asked.target)
    return head + b"".join(b"%s: %s\r\n" % header for header in headers) + b"\r\n" + asked.body


class Asker:
    """Sends one request after the other, on connections that are kept while they are answered."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._key = key
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.statuses: Counter[int] = Counter()
        self.wrong: list[tuple[str, Hostile]] = []

    async def ask(self, asked: Hostile) -> None:
        """Send it, and look at what comes back."""
        try:
            async with asyncio.timeout(30):
                answer = await self._answer(asked)
        except (OSError, EOFError, TimeoutError) as exc:
            self.wrong.append((f"no answer: {exc!r}", asked))
            self._open = None
            return
        self.statuses[answer.status] += 1
        if wrong := wrong_with(asked, answer):
            self.wrong.append((f"{wrong}: {answer.body[:200]!r}", asked))

    async def _answer(self, asked: Hostile) -> Answer:
        if self._open is None:
            self._open = await asyncio.open_connection("127.0.0.1", self._port, limit=2**24)
        reader, writer = self._open
        writer.write(written(asked, self._key))
        answer = await read_answer(reader, method=asked.method)
        if answer.headers.get("connection") == "close":
            self.close()
        return answer

    def close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


async def test_ten_thousand_hostile_requests_over_every_route(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    routes, key = await all_routes(tmp_path)
    began = time.monotonic()
    with served(tmp_path, engine="instant", **LIMITS) as (port, process):
        url, bearer = f"http://127.0.0.1:{port}", {"Authorization": f"Bearer {key}"}
        async with httpx.AsyncClient(base_url=url, headers=bearer, trust_env=False) as http:
            body = {"messages": [{"role": "user", "content": "画一只猫"}]}
            assert (await http.post("/v1/chat/completions", json=body)).status_code == 200
            picture = (await http.get("/v1/generations")).json()["data"][0]
            response = (await http.post("/v1/responses", json={"input": "画一只猫"})).json()
            known = [
                response["id"],
                response["output"][0]["id"],
                picture["gen_id"],
                picture["task_id"],
                picture["url"].split("/cdn/")[1],
                "paintover",
            ]
            fuzzer = Fuzzer(routes, known, SEED)
            requests = iter([fuzzer.request() for _ in range(REQUESTS)])
            askers = [Asker(port, key) for _ in range(CONNECTIONS)]

            async def ask_all(asker: Asker) -> None:
                for asked in requests:
                    await asker.ask(asked)
                asker.close()

            await asyncio.gather(*(ask_all(asker) for asker in askers))
            taken_s = time.monotonic() - began
            assert process.poll() is None
            assert (await http.get("/healthz")).status_code == 200
            assert "![gen_" in (await http.post("/v1/chat/completions", json=body)).text
    statuses = sum((asker.statuses for asker in askers), Counter[int]())
    wrong = [found for asker in askers for found in asker.wrong]
    with capsys.disabled():
        told = ", ".join(f"{count} x {status}" for status, count in sorted(statuses.items()))
        print(
            f"\nP10: {REQUESTS:,} hostile requests over {len(routes)} methods of routes: {told}; {len(wrong)} wrong "
            f"answers, the same process after; {taken_s:.0f} s"
        )
    for what, asked in wrong[:5]:
        print(what, asked.method, asked.target[:200], asked.headers, asked.body[:400])
    assert not wrong
    assert sum(statuses.values()) == REQUESTS
    # They come as far as the surfaces, and some are even right.
    assert statuses[400] > REQUESTS / 4
    assert statuses[200] > REQUESTS / 50


NO_HTTP = [
    b"\r\n\r\n\r\nnonsense\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\0b\r\n\r\n",
    b"GET http:// HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999999\r\n\r\n",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
    b"Content-Type: application/json\r\n\r\nzz\r\n",
    b"POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
    b"Content-Type: application/json\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-Long: " + b"a" * 400_000 + b"\r\n\r\n",
    b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 60_000 + b"\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: [\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: \xff\xff\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\n\r\n",
    b"GET /v1/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /v1/models/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET //evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
    b"BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"DELETE /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"PUT /v1/tasks/x/cancel HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
]


async def test_what_is_no_request_is_told_so_in_the_same_shape(tmp_path: Path) -> None:
    with served(tmp_path, engine="instant") as (port, process):
        for sent in NO_HTTP:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(sent)
            async with asyncio.timeout(20):
                answer = await read_answer(reader)
            assert 400 <= answer.status < 500, (sent[:100], answer)
            assert wrong_shape(answer, "") is None, (sent[:100], answer)
            assert answer.headers["x-request-id"].startswith("req_"), sent[:100]
            if answer.status == 405:
                assert answer.headers["allow"], sent[:100]
            writer.close()
        assert process.poll() is None
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            assert (await http.get("/healthz")).status_code == 200
