"""A small server that plays written answers to the page, each step let through by the test."""

from __future__ import annotations

import asyncio
import json
import queue
import socket
import struct
import threading
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from paintover.domain.ids import new_gen_id, new_task_id
from paintover.web import routes

PUBLIC_URL = "https://pictures.example"
"""What the written links begin with: another origin than the page's, as behind a proxy."""


def png(colour: tuple[int, int, int], width: int = 8, height: int = 8) -> bytes:
    """A one-coloured PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@dataclass(kw_only=True)
class Answer:
    """One answer in steps: each string leaves as one delta, each `None` waits until the test lets it through."""

    steps: list[str | None]
    status: int = 200
    error: str = ""
    retry_after_s: int | None = None
    is_cut: bool = False
    """Whether the connection ends without an end of the answer."""
    gen_id: str = ""
    task_id: str = ""
    prompt: str = ""
    sources: list[str] = field(default_factory=list)


def drawing(
    prompt: str,
    *,
    source: str | None = None,
    sources: tuple[str, ...] = (),
    pauses: bool = False,
    fails: str | None = None,
) -> Answer:
    """The transcript of one picture, as shared between server and clients; with `pauses` it waits at 排队 and 64%."""
    gen_id, task_id = new_gen_id(), new_task_id()
    named = {"gen_ids": sources} if sources else {"gen_id": source} if source else {}
    call = {"prompt": prompt, "ratio": "1:1"} | named
    wait: list[str | None] = [None] if pauses else []
    ending: list[str | None] = (
        ["> 生成失败 ❌\n", f"> 失败原因：{fails}\n"]
        if fails
        else [
            "> 生成完成 ✅\n\n",
            f"> gen_id: `{gen_id}`\n\n",
            f"![{gen_id}]({PUBLIC_URL}/cdn/20261122/{gen_id}.png)\n\n",
            f"[点击下载]({PUBLIC_URL}/cdn/download/20261122/{gen_id}.png)\n",
        ]
    )
    steps = [
        f"```\n{json.dumps(call, ensure_ascii=False, indent=2)}\n```\n\n\n\n",
        f"> ID: `{task_id}`\n",
        "> 排队中",
        *wait,
        ".\n",
        "> 生成中.",
        ".\n",
        "> 进度 15%.\n",
        "> 进度 64%.\n",
        *wait,
        *ending,
    ]
    return Answer(
        steps=steps,
        gen_id=gen_id,
        task_id=task_id,
        prompt=prompt,
        sources=list(sources) or ([source] if source else []),
    )


def _delta(text: str) -> bytes:
    chunk = {"choices": [{"index": 0, "delta": {"content": text}}]}
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


@dataclass
class Scripted:
    """The server's side of a test: what to answer next, what was asked, and the gate."""

    origin: str = ""
    answers: list[Answer] = field(default_factory=list)
    asked: queue.Queue[dict[str, Any]] = field(default_factory=queue.Queue)
    known: dict[str, Answer] = field(default_factory=dict)
    pictures: list[bytes] = field(default_factory=lambda: [png((183, 58, 36))])
    keys: list[str] = field(default_factory=list)
    """The idempotency key of each request."""
    bodies: list[bytes] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)
    """Set when a client has gone before its answer's end."""
    _gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    _loop: asyncio.AbstractEventLoop | None = None

    def let_through(self) -> None:
        """Open the gate for one waiting step, now or when it is reached."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._gate.release)

    def forget(self) -> None:
        """Back to a server of which nothing was asked."""
        self.answers.clear()
        self.known.clear()
        self.keys.clear()
        self.bodies.clear()
        self.cancelled.clear()
        self.left.clear()
        self._gate = asyncio.Semaphore(0)
        while not self.asked.empty():
            self.asked.get_nowait()

    async def _completions(self, request: Request) -> Response:
        self.keys.append(request.headers["idempotency-key"])
        self.bodies.append(await request.body())
        self.asked.put(await request.json())
        answer = self.answers.pop(0)
        if answer.status != 200:
            wait = {} if answer.retry_after_s is None else {"retry-after": str(answer.retry_after_s)}
            error = {"error": {"message": answer.error, "code": "x"}}
            return JSONResponse(error, status_code=answer.status, headers=wait)
        headers = {"x-task-id": answer.task_id} if answer.task_id else {}
        return StreamingResponse(self._play(answer), media_type="text/event-stream", headers=headers)

    async def _play(self, answer: Answer) -> AsyncIterator[bytes]:
        self.known[answer.gen_id] = self.known[answer.task_id] = answer
        yield b": welcome\n\n"
        try:
            for step in answer.steps:
                if step is None:
                    await self._gate.acquire()
                    if answer.task_id in self.cancelled:
                        yield _delta("\n> 生成失败 ❌\n> 失败原因：cancelled The task was cancelled.")
                        break
                    continue
                yield _delta(step)
            if not answer.is_cut:
                yield b"data: [DONE]\n\n"
        except asyncio.CancelledError:
            self.left.set()
            raise

    async def _generation(self, request: Request) -> Response:
        answer = self.known[request.path_params["gen_id"]]
        return JSONResponse(self._facts(answer))

    async def _generations(self, request: Request) -> Response:
        drawn = [answer for name, answer in self.known.items() if name.startswith("gen_")]
        listed = [self._facts(answer) for answer in reversed(drawn)]
        if words := request.query_params.get("q"):
            listed = [one for one in listed if words in one["prompt"]]
        if origins := request.query_params.get("origin"):
            listed = [one for one in listed if one["origin"] in origins.split(",")]
        return JSONResponse({"object": "list", "data": listed, "has_more": False, "next_cursor": None})

    async def _lineage(self, request: Request) -> Response:
        waiting, nodes, edges = [request.path_params["gen_id"]], [], []
        while waiting:
            answer = self.known[waiting.pop()]
            nodes.append(self._facts(answer))
            edges += [{"parent": source, "child": answer.gen_id} for source in answer.sources]
            waiting += answer.sources
        return JSONResponse({"root": nodes[-1]["gen_id"], "nodes": nodes[::-1], "edges": edges})

    def _facts(self, answer: Answer) -> dict[str, Any]:
        path = f"20261122/{answer.gen_id}.png"
        return {
            "gen_id": answer.gen_id,
            "origin": "drawn",
            "task_id": answer.task_id,
            "prompt": answer.prompt,
            "ratio": "1:1",
            "width": 1024,
            "height": 1024,
            "sources": answer.sources,
            "created_at": 1795818239,
            "url": f"{PUBLIC_URL}/cdn/{path}",
            "download_url": f"{PUBLIC_URL}/cdn/download/{path}",
            "byte_length": 481883,
            "engine": "illustrator",
            "engine_version": "3",
            "seed": 1413116304,
            "notes": [],
        }

    async def _task(self, request: Request) -> Response:
        answer = self.known[request.path_params["task_id"]]
        because = f"因为：{answer.prompt}"
        times = {"created_at": 100.0, "started_at": 100.5, "finished_at": 103.25}
        return JSONResponse({"evidence": {"because": because}, **times})

    async def _cancel(self, request: Request) -> Response:
        self.cancelled.append(request.path_params["task_id"])
        self._gate.release()
        return JSONResponse({"state": "cancelled"})

    async def _picture(self, request: Request) -> Response:
        names = [name for name in self.known if name.startswith("gen_")]
        place = names.index(request.path_params["name"].removesuffix(".png"))
        return Response(self.pictures[place % len(self.pictures)], media_type="image/png")

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                *routes(),
                Route("/v1/chat/completions", self._completions, methods=["POST"]),
                Route("/v1/generations", self._generations),
                Route("/v1/generations/{gen_id}", self._generation),
                Route("/v1/generations/{gen_id}/lineage", self._lineage),
                Route("/v1/tasks/{task_id}", self._task),
                Route("/v1/tasks/{task_id}/cancel", self._cancel, methods=["POST"]),
                Route("/cdn/{day}/{name}", self._picture),
                Route("/cdn/download/{day}/{name}", self._picture),
                Route("/cdn/small/320/{day}/{name}", self._picture),
            ]
        )


class Running:
    """The scripted server on a free loopback port, in a thread, for as long as the context lasts."""

    def __init__(self) -> None:
        self.script = Scripted()
        self._server = uvicorn.Server(
            uvicorn.Config(
                self.script.app(), log_level="warning", lifespan="off", timeout_graceful_shutdown=1
            )
        )
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run)
        self._ready = threading.Event()

    def _run(self) -> None:
        async def serve() -> None:
            self.script._loop = asyncio.get_running_loop()
            self._ready.set()
            await self._server.serve(sockets=[self._socket])

        asyncio.run(serve())

    def __enter__(self) -> Scripted:
        self.script.origin = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread.start()
        assert self._ready.wait(10)
        return self.script

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
