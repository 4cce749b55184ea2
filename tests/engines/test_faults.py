"""One list of faults, put to every engine that draws with somebody else's server: what it comes to, what the user is told, that
nothing is asked twice or left open, and whether the next engine draws. What only one dialect can answer stands with it;
`tests_diffusers` has the faults of a model on this computer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol

import pytest
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.domain.errors import (
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    PaintoverError,
    Refused,
)
from paintover.engines.health import FAILURES
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import Engine, Painted
from paintover.engines.registry import load_engine
from paintover.engines.routing import Entry, Route, Router
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, error_of, events_of
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn
from tests.engines.openai.upstream import (
    B64,
    PNG,
    Answer,
    Request,
    Upstream,
    chat,
    half_an_answer,
    half_an_answer_and_no_more,
    picture,
    refusal,
    reply,
    reset,
    stall,
    stream,
)

KEY = "sk-verysecret0123456789"
MAX_BYTES = 1024 * 1024
LONG = 400 * 1024 * 1024
PATIENCE_S = 20


@dataclass(frozen=True)
class Fault:
    """What a fault comes to, whichever engine has it."""

    kind: type[PaintoverError]
    words: str
    """In what the user is told."""
    asked: int = 1
    """How often a server was asked to draw."""


FAULTS = {
    "nobody there": Fault(EngineUnavailable, "cannot be reached", asked=0),
    "hung up": Fault(EngineFailed, "connection .* broke"),
    "reset": Fault(EngineFailed, "connection .* broke"),
    "busy": Fault(Busy, "busy"),
    "broken": Fault(EngineUnavailable, "cannot be reached"),
    "silent": Fault(EngineTimeout, "did not answer in time"),
    "silent in the middle": Fault(EngineTimeout, "did not answer in time"),
    "damaged picture": Fault(EngineFailed, "damaged"),
    "no picture": Fault(EngineFailed, "cannot be read|damaged"),
    "a page behind a link": Fault(EngineFailed, "damaged|could not be fetched"),
    "a long answer behind a link": Fault(EngineFailed, "damaged|could not be fetched"),
    "a path upwards": Fault(EngineFailed, "cannot be read|damaged"),
    "a long answer": Fault(EngineFailed, "more than is taken in"),
    "a longer one than it says": Fault(EngineFailed, "more than is taken in"),
    "refused": Fault(Refused, "does not draw|not allowed"),
}


class Server(Protocol):
    """A server with one fault, and how it was used."""

    url: str

    @property
    def drawn(self) -> int:
        """How many requests to draw have come."""

    async def is_left(self) -> None:
        """Wait until no connection is open."""


class Flood:
    """An answer of 400 MiB that does not say so; how much of it was sent."""

    def __init__(self, kind: str = "application/json") -> None:
        self.sent = 0
        self._head = f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ntransfer-encoding: chunked\r\n\r\n"

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        writer.write(self._head.encode())
        part = b" " * 65536
        while self.sent < LONG:
            writer.write(b"10000\r\n" + part + b"\r\n")
            await writer.drain()
            self.sent += len(part)


HALF = B64[: len(B64) // 2]
OPENAI: dict[str, dict[str, Answer]] = {
    "images": {
        "reset": half_an_answer,
        "silent in the middle": half_an_answer_and_no_more,
        "damaged picture": picture(b64_json=HALF),
        "a path upwards": picture(url="../../../etc/passwd"),
        "refused": refusal(400, "moderation_blocked", f"This is not allowed here, {KEY}."),
    },
    "chat": {
        "reset": stream({"choices": [{"delta": {"content": "> 进"}}]}, cut=True),
        "silent in the middle": stream({"choices": [{"delta": {"content": "> 进"}}]}, hang=True),
        "damaged picture": chat(f"![x](data:image/png;base64,{HALF})"),
        "a path upwards": chat("![x](../../../etc/passwd)"),
        "refused": chat(f"> 生成失败 ❌\n> 失败原因：moderation_blocked This is not allowed here, {KEY}."),
    },
    "responses": {
        "reset": stream({"type": "response.created", "sequence_number": 0, "response": {}}, cut=True),
        "silent in the middle": stream(
            {"type": "response.created", "sequence_number": 0, "response": {}}, hang=True
        ),
        "damaged picture": stream(
            {"type": "response.output_item.done", "item": {"type": "image_generation_call", "result": HALF}}
        ),
        "a path upwards": stream(
            {
                "type": "response.output_item.done",
                "item": {"type": "image_generation_call", "result": "../../../etc/passwd"},
            }
        ),
        "refused": stream(
            {
                "type": "response.failed",
                "response": {
                    "error": {"code": "moderation_blocked", "message": f"This is not allowed here, {KEY}."}
                },
            }
        ),
    },
}
LINKED: dict[str, Callable[[str], Answer]] = {
    "images": lambda link: picture(url=link),
    "chat": lambda link: chat(f"![x]({link})"),
}
"""An answer that shows a picture by its link; Responses has none."""
ALIKE: dict[str, Answer] = {
    "hung up": reset,
    "busy": refusal(429, None, f"slow down, {KEY}", retry_after="7"),
    "broken": refusal(500, None, f"bug at http://internal.example:8000 with {KEY}"),
    "silent": stall,
    "no picture": reply(b"<html>hello</html>", kind="text/html"),
    "a long answer": reply(b"{}", content_length=str(LONG)),
}


class _Upstream(Upstream):
    flood: Flood | None = None

    behind: Answer | None = None
    """What its links lead to."""

    @property
    def drawn(self) -> int:
        return len([request for request in self.requests if request.method == "POST"])

    def answer_to(self, request: Request) -> Answer:
        if self.behind is not None and request.method == "GET":
            return self.behind
        return super().answer_to(request)

    async def is_left(self) -> None:
        await _until(lambda: not self.open)


@asynccontextmanager
async def openai_with(dialect: str, fault: str) -> AsyncIterator[tuple[Engine, Server]]:
    """The engine `openai`, and a server that has a fault."""
    async with _Upstream() as upstream:
        if fault == "a longer one than it says":
            upstream.flood = Flood()
            upstream.answers = [upstream.flood]
        elif fault.endswith("behind a link"):
            upstream.answers = [LINKED[dialect](f"{upstream.url}/picture.png")]
            upstream.behind = ALIKE["no picture"]
            if fault.startswith("a long"):
                upstream.flood = Flood("image/png")
                upstream.behind = upstream.flood
        elif fault == "nobody there":
            upstream.answers = [reset]
        else:
            upstream.answers = [(ALIKE | OPENAI[dialect])[fault]]
        options = {
            "url": "http://127.0.0.1:9/v1" if fault == "nobody there" else upstream.url,
            "key": KEY, "model": "m", "dialect": dialect, "max_bytes": MAX_BYTES,
            "timeout_s": 0.5 if fault.startswith("silent") else PATIENCE_S, "allow": ["127.0.0.1/32"],
        }  # fmt: skip
        async with (
            aclosing(GuardedIntake(max_bytes=MAX_BYTES)) as intake,
            aclosing(load_engine("openai", intake, options)) as engine,
        ):
            yield engine, upstream
        await upstream.is_left()
        if upstream.flood is not None:
            # What the sockets hold, twice over, and no more.
            assert upstream.flood.sent < LONG / 10


async def _until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110  # it happens in another thread
            await asyncio.sleep(0.005)


class _Broken:
    """An answer that ends before it is over."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"5000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": False})


class _Long:
    """400 MiB, which it says, or not; how much was sent."""

    def __init__(self, *, says_so: bool) -> None:
        self.says_so = says_so
        self.sent = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"image/png")]
        if self.says_so:
            headers.append((b"content-length", str(LONG).encode()))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        part = b"\0" * 65536
        leaving = asyncio.create_task(_left(receive))
        with suppress(OSError):
            while self.sent < LONG and not leaving.done():
                await send({"type": "http.response.body", "body": part, "more_body": True})
                self.sent += len(part)
                await asyncio.sleep(0)
        leaving.cancel()


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def answering(app: ASGIApp) -> Callable[[], Awaitable[ASGIApp]]:
    async def answer() -> ASGIApp:
        return app

    return answer


async def _never() -> ASGIApp:
    await asyncio.sleep(3600)
    raise AssertionError


UPWARDS = {"9": {"images": [{"filename": "../../../etc/passwd", "subfolder": "", "type": "output"}]}}
COMFY: Mapping[str, tuple[str, Callable[[], Awaitable[ASGIApp]]]] = {
    "reset": ("/prompt", answering(_Broken())),
    "busy": ("/prompt", answering(JSONResponse({"error": KEY}, 429, {"retry-after": "7"}))),
    "broken": ("/prompt", answering(JSONResponse({"error": KEY}, 500))),
    "silent": ("/prompt", _never),
    "damaged picture": ("/view", answering(Response(PNG[: len(PNG) // 2], media_type="image/png"))),
    "no picture": ("/view", answering(Response(b"<html>hello</html>", media_type="text/html"))),
    "a long answer": ("/view", answering(_Long(says_so=True))),
}


class _Comfy(ComfyStandIn):
    @property
    def drawn(self) -> int:
        return len([path for method, path in self.calls if (method, path) == ("POST", "/prompt")])

    async def is_left(self) -> None:
        await _until(lambda: not self.sockets)


@asynccontextmanager
async def comfyui_with(fault: str) -> AsyncIterator[tuple[Engine, Server]]:
    """The engine `comfyui`, and a server that has a fault."""
    with _Comfy() as comfy:
        flood = _Long(says_so=False)
        if fault == "a path upwards":

            async def upwards() -> ASGIApp:
                return JSONResponse(
                    {one["prompt_id"]: {"outputs": UPWARDS, "status": {}} for one in comfy.prompts}
                )

            comfy.answers["/history"] = upwards
        elif fault == "a longer one than it says":
            comfy.answers["/view"] = answering(flood)
        elif fault == "silent in the middle":
            comfy.gate.clear()
        elif fault != "nobody there":
            path, answer = COMFY[fault]
            comfy.answers[path] = answer
        options: dict[str, Any] = {
            "url": "http://127.0.0.1:9" if fault == "nobody there" else comfy.url,
            "headers": {"x-key": KEY}, "model": CHECKPOINTS[0], "max_bytes": MAX_BYTES,
            "timeout_s": 1.5 if fault.startswith("silent") else PATIENCE_S,
        }  # fmt: skip
        async with (
            aclosing(GuardedIntake()) as intake,
            aclosing(load_engine("comfyui", intake, options)) as engine,
        ):
            yield engine, comfy
        await comfy.is_left()
        assert flood.sent < LONG / 10


LINKS = [fault for fault in FAULTS if fault.endswith("behind a link")]
CASES = [(engine, fault) for engine in ("images", "chat") for fault in FAULTS]
CASES += [("responses", fault) for fault in FAULTS if fault not in LINKS]
# ComfyUI has no policy that it could tell of, and no other way of showing a picture than a link to itself.
CASES += [("comfyui", fault) for fault in FAULTS if fault not in (*LINKS, "refused", "hung up")]


@pytest.mark.parametrize(("name", "fault"), CASES, ids=lambda value: str(value).replace(" ", "-"))
async def test_a_fault(name: str, fault: str) -> None:
    expected = FAULTS[fault]
    kind = expected.kind
    if name == "comfyui" and fault == "reset":
        # It is asked by a name of ours, so asking again draws nothing twice.
        kind = EngineUnavailable
    opened = comfyui_with(fault) if name == "comfyui" else openai_with(name, fault)
    async with opened as (engine, server):
        error = await error_of(engine, an_order("a cat"))
        assert type(error) is kind
        assert re.search(expected.words, error.message), error.message
        assert error.retry_after_s == (7 if kind is Busy else None)
        for secret in (KEY, "127.0.0.1", "internal", "passwd", server.url):
            assert secret not in error.message
        assert server.drawn == expected.asked

        spare = InstantEngine()
        entries = tuple(Entry(name=one.name, engine=one) for one in (engine, spare))
        router = Router(Route(entries=entries))
        if kind is Refused:
            assert type(await error_of(router, an_order("a cat"))) is Refused
            return
        order = an_order("a cat")
        painted = [event for event in await events_of(router, order) if isinstance(event, Painted)]
        assert [(one.index, one.picture.engine) for one in painted] == [(0, "instant")]
        (note,) = painted[0].picture.notes
        assert note == f"“{engine.name}” was out of reach just now; “instant” drew this in its place."
        assert server.drawn == 2 * expected.asked


@pytest.mark.parametrize("name", ["images", "chat", "responses", "comfyui"])
async def test_a_burst_of_faults_gives_a_server_rest(name: str) -> None:
    opened = comfyui_with("broken") if name == "comfyui" else openai_with(name, "broken")
    async with opened as (engine, server):
        entries = tuple(Entry(name=one.name, engine=one) for one in (engine, InstantEngine()))
        router = Router(Route(entries=entries))
        for _ in range(FAILURES + 4):
            events = await events_of(router, an_order("a cat"))
            assert [one.picture.engine for one in events if isinstance(one, Painted)] == ["instant"]
        assert server.drawn == FAILURES
