"""Tasks: what became of an accepted request, its events as they happen, and how to stop it.

GET  /v1/tasks                      the owner's, newest first; ?state= ?limit= ?after=
GET  /v1/tasks/{task_id}
GET  /v1/tasks/{task_id}/events     server-sent events; ?after= or Last-Event-ID resumes; ?previews=1 shows what is
                                    unfinished; as JSON it waits for news
POST /v1/tasks/{task_id}/cancel
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from paintover.api.admission import OpenAnswers
from paintover.api.answers import Unwrapped, WholeAnswer
from paintover.api.auth import owner_of
from paintover.api.links import Links
from paintover.api.paging import cursor_of, limit_of
from paintover.api.sse import KEEP_ALIVE, EventStream, Write
from paintover.domain.call import Call
from paintover.domain.errors import BadRequest
from paintover.domain.events import (
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    NumberedPreview,
    Previewed,
    Progressed,
    Queued,
    Redrawn,
    Started,
)
from paintover.domain.task import Task, TaskState
from paintover.store.tasks import Tasks
from paintover.tasks.desk import Desk
from paintover.tasks.feed import Feed

LONG_POLL_S = 25.0
"""How long a question for events as JSON waits for news; below the minute after which proxies cut idle connections."""


def call_json(call: Call) -> dict[str, Any]:
    """A call as it stands in our own answers."""
    return {
        "action": call.action,
        "prompt": call.prompt,
        "ratio": str(call.ratio),
        "n": call.n,
        "sources": call.sources,
        "seed": call.seed,
        "size": None if call.size is None else f"{call.size[0]}x{call.size[1]}",
        "mask": call.mask,
        "quality": call.quality,
        "output_format": call.output.format,
    }


def task_json(task: Task, feed: Feed | None = None) -> dict[str, Any]:
    """A task as this surface shows it; `feed` knows what has happened since the record was read."""
    state, progress, gen_ids = task.state, task.progress, list(task.gen_ids)
    code, message = task.error_code, task.error_message
    for numbered in feed.events if feed is not None else ():
        match numbered.event:
            case Queued() | HandedBack():
                state = TaskState.QUEUED
            case Started():
                state = TaskState.RUNNING
            case Progressed(percent, _):
                progress = max(progress, percent)
            case Kept(generation) if generation.gen_id not in gen_ids:
                gen_ids.append(generation.gen_id)
            case Finished(ended, code, message):
                state = ended
                progress = 100 if ended is TaskState.SUCCEEDED else progress
    return {
        "id": task.task_id,
        "object": "task",
        "state": state,
        "progress": progress,
        "gen_ids": gen_ids,
        "error": {"code": code, "message": message} if code is not None else None,
        "created_at": _seconds(task.created_at),
        "started_at": _seconds(task.started_at),
        "finished_at": _seconds(task.finished_at),
        "attempts": task.attempts,
        "model": task.model,
        "engine": task.engine,
        "call": call_json(task.call),
        "evidence": task.evidence,
    }


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()


_Entry = NumberedEvent | NumberedPreview


class _Place:
    """How far somebody has read in a task's feed."""

    def __init__(self, feed: Feed, after: int, *, with_previews: bool) -> None:
        """`after` is the number of what was seen last."""
        self.feed = feed
        self._events = sum(event.number <= after for event in feed.events)
        self._previews = sum(preview.number <= after for preview in feed.previews) if with_previews else None

    async def news(self, timeout_s: float) -> bool:
        """Wait for something that was not told; whether there may be any."""
        return await self.feed.news(self._events, timeout_s, previews_seen=self._previews)

    def new(self) -> list[_Entry]:
        """What was not told, in the order of the numbers. Of unfinished renderings only the newest of each picture that
        is not there yet: the others are of no use to anybody any more."""
        entries: list[_Entry] = [*self.feed.events[self._events :]]
        self._events = len(self.feed.events)
        if self._previews is None:
            return entries
        newest = {preview.event.index: preview for preview in self.feed.previews[self._previews :]}
        self._previews = len(self.feed.previews)
        if self.feed.end is not None:
            return entries
        kept = {one.event.generation.batch_index for one in self.feed.events if isinstance(one.event, Kept)}
        entries += [preview for index, preview in newest.items() if index not in kept]
        return sorted(entries, key=lambda entry: entry.number)


class TaskRoutes:
    """Reads tasks from the store, and follows them at the desk."""

    def __init__(
        self, *, tasks: Tasks, desk: Desk, links: Links, keepalive_s: float, open_answers: OpenAnswers
    ) -> None:
        self._tasks = tasks
        self._desk = desk
        self._links = links
        self._keepalive_s = keepalive_s
        self._open = open_answers

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            Route("/v1/tasks", self.show_all),
            Route("/v1/tasks/{task_id}", self.show),
            Route("/v1/tasks/{task_id}/events", Unwrapped(self.follow), methods=["GET"]),
            Route("/v1/tasks/{task_id}/cancel", self.cancel, methods=["POST"]),
        ]

    async def show_all(self, request: Request) -> Response:
        """A page of the owner's tasks."""
        state = request.query_params.get("state")
        if state is not None and state not in set(TaskState):
            raise BadRequest(f"'state' is one of {', '.join(TaskState)}.", param="state")
        page = await self._tasks.page(
            owner=owner_of(request),
            limit=limit_of(request),
            after=cursor_of(request),
            state=None if state is None else TaskState(state),
        )
        body = {
            "object": "list",
            "data": [task_json(task) for task in page.items],
            "has_more": page.next_cursor is not None,
            "next_cursor": page.next_cursor,
        }
        return _json(body)

    async def show(self, request: Request) -> Response:
        """One task of the owner's."""
        feed = await self._desk.feed(request.path_params["task_id"], owner=owner_of(request))
        task = await self._tasks.get(feed.task_id, owner=owner_of(request))
        return _json(task_json(task or feed.task))

    async def cancel(self, request: Request) -> Response:
        """Stop a task; the answer is the task, whatever has become of it."""
        task = await self._desk.cancel(request.path_params["task_id"], owner=owner_of(request))
        return _json(task_json(task))

    async def follow(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The task's events after the one that the client has seen last."""
        connection = HTTPConnection(scope)
        with self._open.one_more(owner_of(connection)):
            feed = await self._desk.feed(connection.path_params["task_id"], owner=owner_of(connection))
            after, with_previews = _last_seen(connection), _with_previews(connection)
            if with_previews and feed.task.call.keeps_previews and not feed.is_over:
                feed.load_previews(await self._tasks.previews(feed.task_id))
            place = _Place(feed, after, with_previews=with_previews)
            answer: ASGIApp = EventStream(self._streamed(place))
            if "application/json" in connection.headers.get("accept", ""):
                answer = WholeAnswer(lambda: self._polled(place))
            await answer(scope, receive, send)

    async def _polled(self, place: _Place) -> Response:
        entries = place.new()
        if not entries and place.feed.end is None:
            await place.news(LONG_POLL_S)
            entries = place.new()
        return _json({"events": [{"id": str(entry.number), **self._event(entry)} for entry in entries]})

    async def _streamed(self, place: _Place) -> AsyncIterator[Write]:
        while True:
            is_over = place.feed.is_over
            written = b"".join([self._record(entry) for entry in place.new()])
            if is_over:
                yield Write(written, is_last=True)
                return
            if written:
                yield Write(written)
            while not await place.news(self._keepalive_s):
                yield Write(KEEP_ALIVE)

    def _record(self, event: _Entry) -> bytes:
        """One event as a server-sent one: a pure function of the log, so whoever resumes reads the same bytes."""
        told = self._event(event)
        return b"id: %d\nevent: %s\ndata: %s\n\n" % (
            event.number,
            told["type"].encode(),
            msgspec.json.encode(told),
        )

    def _event(self, numbered: _Entry) -> dict[str, Any]:
        match numbered.event:
            case Queued() | HandedBack():
                return {"type": "queued"}
            case Started():
                return {"type": "running"}
            case Redrawn(names, unknown):
                return {"type": "restored", "sources": names, "unknown": unknown}
            case Progressed(percent, stage):
                return {"type": "progress", "progress": percent, "stage": stage}
            case Previewed(index, step, image, media_type, width, height):
                return {
                    "type": "preview",
                    "index": index,
                    "step": step,
                    "image": f"data:{media_type};base64,{base64.b64encode(image).decode()}",
                    "width": width,
                    "height": height,
                }
            case Kept(generation):
                return {
                    "type": "picture",
                    "gen_id": generation.gen_id,
                    "index": generation.batch_index,
                    "url": self._links.picture(generation.path),
                }
            case Finished(state, code, message):
                error = None if code is None else {"code": code, "message": message}
                return {"type": str(state), "state": state, "error": error}
            case other:
                raise AssertionError(f"{type(other).__name__} is not in the log")


def _last_seen(connection: HTTPConnection) -> int:
    # A browser that reconnects sends the address that it began with, and the header with what it has seen since.
    said = (connection.query_params.get("after"), connection.headers.get("last-event-id"))
    seen = [text for text in said if text]
    if not all(text.isascii() and text.isdecimal() and len(text) <= 18 for text in seen):
        raise BadRequest("'after' is the id of an event that you have seen.", param="after")
    return max(map(int, seen), default=0)


def _with_previews(connection: HTTPConnection) -> bool:
    asked = connection.query_params.get("previews", "0")
    if asked not in ("0", "1"):
        raise BadRequest("'previews' is 0 or 1.", param="previews")
    return asked == "1"


def _json(body: Any) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
