"""A server that answers as it is told, over a real socket: well, badly, late, or not at all."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from paintover.engines.instant import flat_png

PNG = flat_png(64, 48, 200, 30, 90)
B64 = base64.b64encode(PNG).decode()


@dataclass(frozen=True)
class Request:
    """What was asked."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Upstream:
    """`async with Upstream() as upstream:`; each request takes the next of `answers`, the last one stays."""

    answers: list[Answer] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when somebody has closed a connection whose answer was not over."""

    open: int = 0
    """How many connections there are."""
    arrivals: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def asked(self, count: int) -> None:
        """Wait until so many requests have come."""
        async with self.arrivals:
            await self.arrivals.wait_for(lambda: len(self.requests) >= count)

    def answer_to(self, request: Request) -> Answer:
        """The next of `answers`, whatever is asked."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, path, _ = first.split(" ")
            request = Request(method, path, headers, body)
            async with self.arrivals:
                self.requests.append(request)
                self.arrivals.notify_all()
            answering = asyncio.ensure_future(self.answer_to(request)(writer))
            leaving = asyncio.ensure_future(reader.read())
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done() or answering.exception() is not None:
                self.left.set()
                answering.cancel()
            leaving.cancel()
            await asyncio.gather(answering, leaving, return_exceptions=True)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()


def reply(
    body: bytes | object, *, status: int = 200, kind: str = "application/json", **headers: str
) -> Answer:
    """A whole answer; what is no bytes is sent as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()

    async def answer(writer: asyncio.StreamWriter) -> None:
        told = {"content-type": kind, "content-length": str(len(content)), "connection": "close"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + content)
        await writer.drain()

    return answer


def refusal(
    status: int, code: str | None = None, message: str = "no", *, kind: str = "x", **headers: str
) -> Answer:
    """An error in OpenAI's shape."""
    return reply(
        {"error": {"message": message, "type": kind, "param": None, "code": code}}, status=status, **headers
    )


def stream(*events: object, cut: bool = False, hang: bool = False) -> Answer:
    """Server-sent events: texts as they are, anything else as JSON. Cut off in the middle, or never ending."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n"
            b"connection: close\r\n\r\n"
        )
        for event in events:
            data = event if isinstance(event, str) else json.dumps(event, ensure_ascii=False)
            part = f"data: {data}\n\n".encode()
            writer.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        await writer.drain()
        if hang:
            await asyncio.Event().wait()
        if cut:
            writer.write(b"ffff\r\ndata: {")
            await writer.drain()
            writer.transport.abort()
            return
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    return answer


def chat(text: str, *, finish: str | None = "stop", **delta: object) -> Answer:
    """A streamed completion of one text."""
    chunks: list[object] = [_chunk({"role": "assistant", "content": ""}), _chunk({"content": text})]
    if delta:
        chunks.append(_chunk(dict(delta)))
    return stream(*chunks, *([_chunk({}, finish)] if finish else []), "[DONE]")


def _chunk(delta: object, finish: str | None = None) -> dict[str, Any]:
    return {
        "id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }  # fmt: skip


async def stall(writer: asyncio.StreamWriter) -> None:
    """Never answers."""
    await asyncio.Event().wait()


async def reset(writer: asyncio.StreamWriter) -> None:
    """Closes the connection without an answer."""
    writer.transport.abort()


async def half_an_answer(writer: asyncio.StreamWriter) -> None:
    """Promises more than it sends."""
    writer.write(
        b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"data": ['
    )
    await writer.drain()
    writer.transport.abort()


async def half_an_answer_and_no_more(writer: asyncio.StreamWriter) -> None:
    """Promises more than it sends, and does not hang up."""
    writer.write(
        b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"data": ['
    )
    await writer.drain()
    await asyncio.Event().wait()


def picture(**image: str) -> Answer:
    """An Images answer with one picture."""
    return reply({"created": 1, "data": [image or {"b64_json": B64}]})
