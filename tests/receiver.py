"""A receiver of webhooks on loopback: keeps what arrives, and answers as it is told."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

import msgspec


@dataclass(frozen=True, slots=True)
class Arrival:
    """One request: when it came (monotonic seconds), its path, headers (lower case) and body."""

    at: float
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def delivery_id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def event(self) -> Any:
        return msgspec.json.decode(self.body)

    def is_signed_with(self, key: bytes) -> bool:
        """Whether the signature is right, worked out from the specification and not from our code."""
        signed = b".".join([self.delivery_id.encode(), self.headers["webhook-timestamp"].encode(), self.body])
        expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        return self.headers["webhook-signature"].split(" ") == [f"v1,{expected}"]


class Receiver:
    """`with Receiver(500, 200) as receiver:` answers the first request with 500, and all others with 200.

    A request whose path begins with ``/slow`` is answered when `release` is set.
    """

    def __init__(self, *statuses: int, port: int = 0) -> None:
        self.statuses = list(statuses) or [200]
        self.arrivals: list[Arrival] = []
        self.release = threading.Event()
        self._news = threading.Condition()
        self._server = _Server(("127.0.0.1", port), _handler_of(self))
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="receiver")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def wait(self, count: int, timeout_s: float = 10.0) -> list[Arrival]:
        """All that has arrived, as soon as it is `count` requests."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.arrivals) >= count, timeout_s), self.arrivals
            return list(self.arrivals)

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Note a request; the status to answer with."""
        with self._news:
            self.arrivals.append(Arrival(time.monotonic(), path, headers, body))
            self._news.notify_all()
            return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True


def _handler_of(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status = receiver.take(self.path, headers, body)
            if self.path.startswith("/slow"):
                receiver.release.wait(20)
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"http://127.0.0.1:{receiver.port}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: Any) -> None:
            return None

    return Handler
