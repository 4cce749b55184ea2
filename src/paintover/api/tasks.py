"""`GET /v1/tasks/{task_id}`: what became of an accepted request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import owner_of
from paintover.domain.call import Call
from paintover.domain.errors import NotFound
from paintover.domain.events import Progressed
from paintover.domain.task import Task
from paintover.store.tasks import Tasks
from paintover.tasks.desk import Desk


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()


def call_json(call: Call) -> dict[str, Any]:
    """A call as it stands in our own answers."""
    return {
        "action": call.action,
        "prompt": call.prompt,
        "ratio": str(call.ratio),
        "n": call.n,
        "sources": call.sources,
        "seed": call.seed,
    }


def task_json(task: Task, progress: int) -> dict[str, Any]:
    """A task as this surface shows it."""
    failed = task.error_code is not None
    return {
        "id": task.task_id,
        "object": "task",
        "state": task.state,
        "progress": progress,
        "gen_ids": task.gen_ids,
        "error": {"code": task.error_code, "message": task.error_message} if failed else None,
        "created_at": _seconds(task.created_at),
        "started_at": _seconds(task.started_at),
        "finished_at": _seconds(task.finished_at),
        "attempts": task.attempts,
        "engine": task.engine,
        "call": call_json(task.call),
        "evidence": task.evidence,
    }


class TaskRoutes:
    """Reads tasks from the store, and their progress from the desk while they run here."""

    def __init__(self, *, tasks: Tasks, desk: Desk) -> None:
        self._tasks = tasks
        self._desk = desk

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [Route("/v1/tasks/{task_id}", self.show)]

    async def show(self, request: Request) -> Response:
        """One task of the owner's."""
        task = await self._tasks.get(request.path_params["task_id"], owner=owner_of(request))
        if task is None:
            raise NotFound("There is no such task.")
        feed = self._desk.feed(task.task_id)
        seen = [event.percent for event in feed.events if isinstance(event, Progressed)] if feed else []
        body = task_json(task, seen[-1] if seen else task.progress)
        return Response(msgspec.json.encode(body), media_type="application/json")
