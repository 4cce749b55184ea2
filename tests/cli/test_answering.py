"""Following a request over connections that break, against a server that breaks them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.cli.answering import Answering, Status
from paintover.cli.client import open_client
from paintover.cli.talk import Asked, Talks
from paintover.domain.errors import FetchFailed, Unauthorized
from tests.cli.test_talk import GENS, HOME, answer

TASK = "task_01jqwtd9rvev28cr2kechxszq1"
DELTAS = [
    '```\n{"prompt": "> Progress 77%", "ratio": "1:1"}\n',
    "```\n\n\n\n",
    f"> ID: `{TASK}`\n",
    "> Queuing. Place 3.",
    "\n> Generating.",
    "\n> Progress 40%.",
    "\n> Generation complete ✅\n\n",
    answer(GENS[0]).partition("✅\n\n")[2],
]
PARTED = [
    *DELTAS[:5],
    f"\n> The server restarts; the task is kept, so send this again in a moment to pick it up: `{TASK}`",
]


class Breaking(ThreadingHTTPServer):
    """Answers each request as the next of `turns` says: a status, or deltas and whether the stream is ended."""

    daemon_threads = True

    def __init__(self, turns: list[int | tuple[list[str], bool]]) -> None:
        self.turns = turns
        self.asked: list[tuple[str, bytes]] = []
        self.cancelled: list[str] = []
        super().__init__(("127.0.0.1", 0), _Breaking)


class _Breaking(BaseHTTPRequestHandler):
    server: Breaking

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if self.path.endswith("/cancel"):
            self.server.cancelled.append(self.path)
            self._send(200, b"{}")
            return
        turn = self.server.turns[len(self.server.asked)]
        self.server.asked.append((self.headers["Idempotency-Key"], body))
        if isinstance(turn, int):
            self._send(turn, b'{"error": {"message": "Not now."}}')
            return
        chunks = [json.dumps({"choices": [{"delta": {"content": delta}}]}) for delta in turn[0]]
        told = "".join(f"data: {chunk}\n\n" for chunk in chunks) + ("data: [DONE]\n\n" if turn[1] else "")
        self._send(200, told.encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        return None


@contextmanager
def breaking(*turns: int | tuple[list[str], bool]) -> Iterator[tuple[Breaking, httpx.Client]]:
    server = Breaking(list(turns))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        with open_client(f"http://127.0.0.1:{server.server_address[1]}", "key") as client:
            yield server, client
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Talks(tmp_path, HOME).new().talk.ask("a cat", source=None, model="paintover")


def followed(answering: Answering) -> list[Status]:
    seen: list[Status] = []
    for status in answering.updates():
        if status not in seen[-1:]:
            seen.append(status)
    return seen


def test_a_broken_answer_is_asked_for_again_with_the_same_key_and_bytes(asked: Asked) -> None:
    with breaking((DELTAS[:6], False), 503, (PARTED, True), (DELTAS, True)) as (server, client):
        answering = Answering(client, asked)
        seen = followed(answering)
    assert answering.text == "".join(DELTAS)
    assert answering.task_ids == [TASK]
    assert server.asked == [(asked.key, asked.body.encode())] * 4
    assert {status.stage for status in seen} & {"reconnecting", "busy"}
    assert all(status.percent != 77 for status in seen)  # the user's words are no progress


def test_words_alone_are_an_answer(asked: Asked) -> None:
    with breaking((["Which ", "cat?"], True)) as (_, client):
        answering = Answering(client, asked)
        followed(answering)
    assert (answering.text, answering.task_ids) == ("Which cat?", [])


def test_stopping_cancels_each_task_as_it_becomes_known(asked: Asked) -> None:
    gone = [*DELTAS[:5], "\n> Generation failed ❌\n> Reason: cancelled The task was cancelled."]
    with breaking((DELTAS[:2], False), (gone, True)) as (server, client):
        answering = Answering(client, asked)
        answering.stop()
        seen = followed(answering)
        assert server.cancelled == [f"/v1/tasks/{TASK}/cancel"]
    assert {status.stage for status in seen} == {"stopping"}


@pytest.mark.parametrize(("status", "error"), [(401, Unauthorized), (400, FetchFailed)])
def test_a_refusal_is_said_in_the_servers_words(asked: Asked, status: int, error: type[Exception]) -> None:
    with breaking(status) as (_, client):
        answering = Answering(client, asked)
        with pytest.raises(error, match="Not now"):
            followed(answering)
        assert not answering.is_lost


def test_a_server_that_was_never_there_is_told_at_once(asked: Asked) -> None:
    with open_client("http://127.0.0.1:9", None) as client:
        answering = Answering(client, asked)
        with pytest.raises(FetchFailed, match="cannot be reached"):
            followed(answering)
    assert answering.is_lost
