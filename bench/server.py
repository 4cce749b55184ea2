"""A server to be measured, in a process of its own: `python -m bench.server KIND`. Prints its port, then serves.

`raw` is a bare ASGI application that sends the very bytes that `layer` sends, each event as it comes; `joined` sends
them in the very writes of `layer`, to which nothing real compares, since events come one by one. `layer` is our
access layer, routes, chat surface and transcript over a planner and a desk that answer at once. `whole` is the whole
server with the instant engine; `waiting` has an engine that never ends; `illustrator` is the whole server as shipped.
`upstream` is a bare application to stand behind others, which serves the picture that its streams name, and `through` is
the whole server with the engine `openai` in front of the upstream at the given port.
"""

from __future__ import annotations

import asyncio
import os
import resource
import socket
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.access import Access
from paintover.api.admission import OpenAnswers
from paintover.api.chat import Chat, ChatSettings
from paintover.api.connection import Patience, connections_with
from paintover.api.errors import HANDLERS
from paintover.api.links import Links
from paintover.api.planning import Planning
from paintover.api.references import References
from paintover.app import _settle, app_of
from paintover.domain.call import Call, Evidence, Plan
from paintover.domain.conversation import Conversation
from paintover.domain.events import Finished, Kept, NumberedEvent, Progressed, Queued, Started, TaskEvent
from paintover.domain.generation import Generation
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.domain.ratio import SQUARE
from paintover.domain.task import Task, TaskState
from paintover.engines.illustrator.drawing.encode import encode_png
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import Capabilities, Engine, EngineEvent, Work
from paintover.engines.tables import EngineTable
from paintover.parts import open_parts
from paintover.planner.protocol import Wishes
from paintover.settings import Settings
from paintover.tasks.desk import Earlier, Wish
from paintover.tasks.feed import Feed

PERCENTAGES = (14, 27, 36, 44, 52, 60, 80)
"""As in the seed's fourth turn."""
_PLAN = Plan(
    call=Call(action="edit", prompt="牛的头上顶着锅盖", sources=("gen_01jqwtksnne8mtahpxcdyzna0m",)),
    evidence=Evidence(rule="latest", because=""),
    language="zh",
)


class ReadyPlanner:
    """Always the same call."""

    async def plan(self, conversation: Conversation, wishes: Wishes) -> Plan:
        return _PLAN


class ReadyDesk:
    """Every task is over when it is accepted."""

    def __init__(self) -> None:
        picture = Generation(
            gen_id=new_gen_id(), owner="local", origin="drawn", created_at=datetime.now(UTC), ratio=SQUARE, width=1024,
            height=1024, media_type="image/png", digest="0" * 64, byte_length=1, path=f"20260101/{'A' * 32}.png",
        )  # fmt: skip
        events: list[TaskEvent] = [
            Queued(),
            Started(),
            *(Progressed(percent, "") for percent in PERCENTAGES),
            Kept(picture),
            Finished(TaskState.SUCCEEDED),
        ]
        self._events = [NumberedEvent(number, event) for number, event in enumerate(events, 1)]

    async def earlier(self, **which: Any) -> Earlier:
        return Earlier()

    async def accept_all(self, wishes: Sequence[Wish], idempotency: object) -> list[Feed]:
        return [await self.accept(wish, idempotency) for wish in wishes]

    async def accept(self, wish: Wish, idempotency: object) -> Feed:
        task = Task(
            task_id=new_task_id(), owner=wish.owner, state=TaskState.QUEUED, call=wish.call, engine="instant",
            created_at=datetime.now(UTC), language=wish.language,
        )  # fmt: skip
        return Feed(task, self._events)

    def place(self, task_id: str) -> None:
        return None


class NoTasks:
    """Forgets what was delivered."""

    async def delivered(self, task_id: str) -> None:
        return None


class NoGenerations:
    """Knows no picture."""

    async def get(self, gen_id: str, *, owner: str) -> None:
        return None


class NoUploads:
    """Nothing was sent along."""

    async def trail(self, conversation: Conversation, sources: Any, *, owner: str) -> tuple[()]:
        return ()


class EndlessEngine(Engine):
    """Begins and never ends."""

    name = "endless"
    version = "1"
    capabilities = Capabilities()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        await asyncio.Event().wait()
        return
        yield

    async def aclose(self) -> None:
        return None


def layer_app() -> Starlette:
    """The streaming layer alone."""
    links = Links("http://127.0.0.1:8787")

    async def no_picture(generation: Generation) -> bytes:
        return b""

    chat = Chat(
        planning=Planning(
            planner=ReadyPlanner(),
            uploads=NoUploads(),  # type: ignore[arg-type]
            generations=NoGenerations(),  # type: ignore[arg-type]
            links=links,
        ),
        references=References(
            uploads=NoUploads(),  # type: ignore[arg-type]
            generations=NoGenerations(),  # type: ignore[arg-type]
            links=links,
        ),
        desk=ReadyDesk(),  # type: ignore[arg-type]
        tasks=NoTasks(),  # type: ignore[arg-type]
        check_webhook=lambda url: None,
        links=links,
        read=no_picture,
        capabilities=lambda: EndlessEngine.capabilities,
        settings=ChatSettings(
            max_n=8, heartbeat_s=3, keepalive_s=10, download_link=True, offer_alternative=True
        ),
        open_answers=OpenAnswers(100_000),
    )

    async def keyless() -> bool:
        return True

    async def nobody(key: str) -> None:
        return None

    access = Middleware(
        Access,
        find_key=nobody,
        keyless=keyless,
        is_public=lambda path: False,
        max_body_bytes=2**25,
        owner_requests_per_minute=10_000_000,
    )
    app = Starlette(routes=chat.routes(), exception_handlers=HANDLERS, middleware=[access])
    _settle()
    return app


async def recorded(app: ASGIApp, body: bytes) -> list[dict[str, Any]]:
    """The ASGI messages with which `app` answers a chat request."""
    sent: list[Any] = []
    unread = [body]

    async def receive() -> dict[str, Any]:
        if not unread:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": unread.pop(), "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"content-type", b"application/json"), (b"host", b"127.0.0.1")]
    scope = {
        "type": "http", "method": "POST", "path": "/v1/chat/completions", "raw_path": b"", "query_string": b"",
        "headers": headers, "root_path": "", "scheme": "http", "http_version": "1.1", "app": app,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 1), "asgi": {"version": "3.0"},
    }  # fmt: skip
    await app(scope, receive, send)
    return sent


def each_event_alone(messages: list[Any]) -> list[Any]:
    """The same bytes with a message for each event."""
    start, *bodies = messages
    events = b"".join(body["body"] for body in bodies).split(b"\n\n")[:-1]
    alone = [{"type": "http.response.body", "body": event + b"\n\n", "more_body": True} for event in events]
    alone[-1]["more_body"] = False
    return [start, *alone]


def raw_app(messages: list[Any]) -> ASGIApp:
    """Sends the messages, and does nothing else."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        more = True
        while more:
            more = (await receive()).get("more_body", False)
        for message in messages:
            await send(dict(message))

    return app


def upstream_app(messages: list[Any], port: int) -> ASGIApp:
    """The messages for whoever posts, with links to `port`; and the picture that they lead to."""
    # As those who draw send it: in true colour. A palette would be a few hundred bytes.
    picture = encode_png(np.full((1024, 1024, 3), (183, 58, 36), np.uint8))
    ours = [
        {**message, "body": message["body"].replace(b"127.0.0.1:8787", b"127.0.0.1:%d" % port)}
        if "body" in message
        else message
        for message in messages
    ]
    stream = raw_app(ours)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET":
            headers = [(b"content-type", b"image/png"), (b"content-length", b"%d" % len(picture))]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": picture})
        else:
            await stream(scope, receive, send)

    return app


def through(settings: Settings, port: int) -> Settings:
    """Everything is drawn by the upstream at `port`."""
    options = {
        "url": f"http://127.0.0.1:{port}/v1", "model": "upstream", "dialect": "chat", "profile": "relay",
        "allow": ["127.0.0.1/32"], "requests": 64,
    }  # fmt: skip
    return msgspec.structs.replace(
        settings,
        engine="upstream",
        engines={"upstream": EngineTable(engine="openai", options=options)},
    )


def with_figures(app: ASGIApp) -> ASGIApp:
    """Adds `/figures`: the process's CPU seconds and resident bytes."""

    async def measured(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/figures":
            await app(scope, receive, send)
            return
        figures = {"cpu_s": time.process_time(), "resident": resident_bytes()}
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": msgspec.json.encode(figures)})

    return measured


PATIENCE = Patience(head_s=10, body_s=15, write_s=30)


def resident_bytes() -> int:
    """What the process holds in memory now (Linux), or at most (elsewhere)."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


@asynccontextmanager
async def measured_app(kind: str, settings: Settings) -> AsyncIterator[ASGIApp]:
    """The application to be measured."""
    if kind == "layer":
        yield layer_app()
    elif kind in ("raw", "joined"):
        messages = await recorded(layer_app(), sys.argv[2].encode())
        yield raw_app(each_event_alone(messages) if kind == "raw" else messages)
    elif kind == "upstream":
        messages = await recorded(layer_app(), sys.argv[2].encode())
        yield upstream_app(each_event_alone(messages), settings.port)
    else:
        if kind == "through":
            settings = through(settings, int(sys.argv[2]))
        engines: dict[str, Engine] = {"waiting": EndlessEngine(), "whole": InstantEngine()}
        async with open_parts(settings, engines.get(kind)) as parts:
            yield app_of(parts)


async def serve(kind: str, settings: Settings, listener: socket.socket) -> None:
    """Serve until the process is killed."""
    async with measured_app(kind, settings) as app:
        print(settings.port, flush=True)
        config = uvicorn.Config(
            with_figures(app),
            # The bare application has a bare connection, too.
            http="auto" if kind in ("raw", "joined", "upstream") else connections_with(PATIENCE),
            access_log=False,
            log_config=None,
            lifespan="off",
            backlog=4096,
        )
        await uvicorn.Server(config).serve(sockets=[listener])


def main() -> None:
    """Serve until standard input is closed."""
    kind = sys.argv[1]
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    port = listener.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data=folder,
            port=port,
            queue_limit=100_000,
            log_level="error",
            heartbeat_s=5,
            owner_queue_limit=100_000,
            owner_stream_limit=100_000,
            owner_requests_per_minute=10_000_000,
        )
        with suppress(KeyboardInterrupt):
            uvloop.run(serve(kind, settings, listener))
    os._exit(0)


if __name__ == "__main__":
    main()
