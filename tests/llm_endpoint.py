"""An endpoint that speaks chat completions on loopback, and answers as it is told: well, badly, late or not at all."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Reply = Callable[["Handler"], None]


class Asked:
    """One request that came: its path, headers (lower case) and JSON body."""

    def __init__(self, path: str, headers: dict[str, str], body: Any) -> None:
        self.path = path
        self.headers = headers
        self.body = body

    @property
    def words(self) -> str:
        """The user's message, in which the pictures and the request stand."""
        return str(self.body["messages"][-1]["content"])


class ScriptedEndpoint:
    """`with ScriptedEndpoint(limited(), call(...)) as endpoint:` answers one request after the other; the last reply is
    kept for all that follow."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[Asked] = []
        self.release = threading.Event()
        """Ends what hangs."""
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler_of(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="llm-endpoint")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def next(self, asked: Asked) -> Reply:
        """Note a request; the reply to give."""
        with self._lock:
            self.asked.append(asked)
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

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


class Handler(BaseHTTPRequestHandler):
    """What a reply may do."""

    protocol_version = "HTTP/1.1"
    endpoint: ScriptedEndpoint

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        # Who asked may have left.
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.endpoint.next(Asked(self.path, headers, body))(self)

    def log_message(self, format: str, *arguments: Any) -> None:
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True


def _handler_of(scripted: ScriptedEndpoint) -> type[Handler]:
    class Bound(Handler):
        endpoint = scripted

    return Bound


def completion(message: dict[str, Any], finish_reason: str = "stop") -> bytes:
    """A whole completion with one message."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": None, **message},
        "finish_reason": finish_reason,
    }
    return json.dumps(
        {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    ).encode()


def arguments(action: str, *pictures: str, prompt: str = "", **more: Any) -> dict[str, Any]:
    """The tool's arguments."""
    return {
        "action": action,
        "pictures": list(pictures),
        "prompt": prompt,
        "ratio": "",
        "n": 1,
        "steps": 1,
        **more,
    }


def call(action: str, *pictures: str, prompt: str = "", **more: Any) -> Reply:
    """A good answer: the tool is called."""
    return raw_call(json.dumps(arguments(action, *pictures, prompt=prompt, **more), ensure_ascii=False))


def with_usage(reply: Reply, usage: Any) -> Reply:
    """A good answer that also tells what it took."""

    def told(handler: Handler) -> None:
        answer = handler.answer

        def with_it(status: int, body: bytes, **headers: str) -> None:
            answer(status, json.dumps({**json.loads(body), "usage": usage}).encode(), **headers)

        handler.answer = with_it  # type: ignore[method-assign]
        reply(handler)

    return told


def raw_call(written: Any) -> Reply:
    """The tool is called with whatever stands there."""
    function = {"name": "call", "arguments": written}
    body = completion({"tool_calls": [{"id": "t", "type": "function", "function": function}]}, "tool_calls")
    return lambda handler: handler.answer(200, body)


def text(content: Any, finish_reason: str = "stop", **message: Any) -> Reply:
    """An answer in words."""
    body = completion({"content": content, **message}, finish_reason)
    return lambda handler: handler.answer(200, body)


def body(written: bytes, status: int = 200, **headers: str) -> Reply:
    """Whatever bytes."""
    return lambda handler: handler.answer(status, written, **headers)


def failed(status: int, message: str = "no", **headers: str) -> Reply:
    """An error in OpenAI's shape."""
    return body(
        json.dumps({"error": {"message": message, "type": "x", "code": None}}).encode(), status, **headers
    )


def hanging(handler: Handler) -> None:
    """Nothing comes until the test ends."""
    handler.endpoint.release.wait(30)
    handler.close_connection = True


def trickling(handler: Handler) -> None:
    """A byte now and then, so that no single read takes long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with contextlib.suppress(ConnectionError):
        while not handler.endpoint.release.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    handler.close_connection = True


def cut(handler: Handler) -> None:
    """The connection breaks before anything was said."""
    handler.close_connection = True
    handler.connection.close()


def cut_in_the_middle(handler: Handler) -> None:
    """The connection breaks within the body."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.close_connection = True


def endless(handler: Handler) -> None:
    """A body without end, in chunks."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    chunk = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    with contextlib.suppress(ConnectionError):
        while not handler.endpoint.release.is_set():
            handler.wfile.write(chunk)
    handler.close_connection = True
