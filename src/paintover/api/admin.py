"""What whoever looks after the server sees of it: the queue, everybody's tasks, the engines, the process.

GET  /v1/admin                          all of it, as it is now; ?limit= of tasks, of failed ones and of owners
POST /v1/admin/tasks/{task_id}/cancel   stops anybody's task

The door lets in only keys with the scope 'admin', and whoever asks on the server's own machine while there is no key. Of
others' tasks ids, sizes and states are shown, never words or pictures: see docs/decisions/0020-admin.md.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.auth import key_of
from paintover.api.paging import limit_of
from paintover.domain.task import TaskGlance
from paintover.domain.usage import ANY, MICROS, PriceList
from paintover.engines.routing import Entry, Router
from paintover.memory import MemoryReader
from paintover.store.folder import DataFolder, Room
from paintover.store.keys import Keys
from paintover.store.tasks import Tasks
from paintover.tasks.desk import Desk, Standing

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Whether the file of the settings is followed as it is now."""

    refused_because: str | None
    refused_at: datetime | None
    read_at: datetime | None
    """When a change was followed last; None when only the start has read the file."""


class AdminRoutes:
    """Shows the running server."""

    def __init__(
        self,
        *,
        desk: Desk,
        tasks: Tasks,
        keys: Keys,
        router: Router,
        folder: DataFolder,
        prices: Callable[[], PriceList],
        configuration: Callable[[], Configuration | None],
        versions: Mapping[str, str],
    ) -> None:
        """`configuration` tells nothing where the settings come from no file."""
        self._desk = desk
        self._tasks = tasks
        self._keys = keys
        self._router = router
        self._folder = folder
        self._prices = prices
        self._configuration = configuration
        self._versions = versions
        self._memory = MemoryReader()
        self._reading = asyncio.Lock()
        self._started_at = datetime.now(UTC)
        self._started = time.monotonic()

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            Route("/v1/admin", self.show, methods=["GET"]),
            Route("/v1/admin/tasks/{task_id}/cancel", self.cancel, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """Everything that changes from moment to moment."""
        limit = limit_of(request)
        standing = self._desk.standing()
        unfinished, failed = await self._tasks.glances(running=standing.running, limit=limit)
        owners = standing.owners[:limit]
        named = {one.owner for one in owners} | {
            name for task in (*unfinished, *failed) for name in (task.owner, task.key_id) if name
        }
        at_work = {task_id: entry.name for entry in self._router.entries for task_id in entry.orders.at_work}
        body = {
            "object": "admin",
            "now": time.time(),
            "queue": {
                "waiting": standing.waiting,
                "running": len(standing.running),
                "paused": standing.paused,
                "workers": standing.workers,
                "limit": standing.limit,
                "waiting_since": _oldest(standing),
                "owners": [
                    {
                        "owner": one.owner,
                        "waiting": one.waiting,
                        "running": one.running,
                        "waiting_since": _seconds(one.since),
                    }
                    for one in owners
                ],
                "more_owners": len(standing.owners) - len(owners),
            },
            "tasks": {
                "unfinished": [self._told(task, at_work) for task in unfinished],
                "more_unfinished": max(
                    0, standing.waiting + standing.paused + len(standing.running) - len(unfinished)
                ),
                "failed": [self._told(task, at_work) for task in failed],
            },
            "engines": [self._engine(entry) for entry in self._router.entries],
            "currency": self._prices().currency,
            "server": await self._server(),
            "names": await self._keys.names(named),
        }
        return _json(body)

    async def cancel(self, request: Request) -> Response:
        """Stop a task; the answer is the task, whatever has become of it."""
        key = key_of(request)
        task = await self._desk.stop_for_operator(request.path_params["task_id"])
        log.info("task stopped for the operator", task_id=task.task_id, by=None if key is None else key.id)
        return _json(self._told(task, {}))

    def _told(self, task: TaskGlance, at_work: Mapping[str, str]) -> dict[str, Any]:
        shape = task.shape
        return {
            "id": task.task_id,
            "object": "admin.task",
            "state": task.state,
            "owner": task.owner,
            "key_id": task.key_id,
            "model": task.model,
            "engine": at_work.get(task.task_id),
            "engines": [entry.name for entry in self._router.way_of(task.model).order_for(task.task_id)],
            "action": shape.action,
            "n": shape.n,
            "ratio": str(shape.ratio),
            "size": None if shape.size is None else f"{shape.size[0]}x{shape.size[1]}",
            "progress": task.progress,
            "pictures": task.pictures,
            "attempts": task.attempts,
            "created_at": _seconds(task.created_at),
            "started_at": _seconds(task.started_at),
            "finished_at": _seconds(task.finished_at),
            "error_code": task.error_code,
        }

    def _engine(self, entry: Entry) -> dict[str, Any]:
        health, failure = entry.health, entry.health.last_failure
        return {
            "name": entry.name,
            "engine": entry.engine.name,
            "version": entry.engine.version,
            "state": health.state,
            "rest_s": round(health.rest_s, 1),
            "failures": health.failures,
            "last_failure": None if failure is None else {"code": failure.code, "at": failure.at.timestamp()},
            "last_drawn_at": _seconds(health.last_drawn_at),
            "in_flight": len(entry.orders.at_work),
            "concurrency": entry.concurrency,
            "timeout_s": entry.timeout_s,
            "warm": entry.warm,
            # One of somebody else's may have been written before engines could tell.
            "is_loaded": getattr(entry.engine, "is_loaded", None),
            "models": list(self._ways_to(entry)),
            "prices": list(self._prices_of(entry)),
        }

    def _ways_to(self, entry: Entry) -> Iterable[dict[str, Any]]:
        for model, way in self._router.ways.items():
            if entry in way.entries:
                weight = way.weights.get(entry.name, 0) if way.weights else None
                yield {"model": model, "place": way.entries.index(entry) + 1, "weight": weight}

    def _prices_of(self, entry: Entry) -> Iterable[dict[str, Any]]:
        for price in self._prices().prices:
            if price.engine in (ANY, entry.name, entry.engine.name):
                yield {
                    "model": price.model,
                    "quality": price.quality,
                    "size": price.size,
                    "picture": price.picture_micros / MICROS,
                    "megapixel": price.megapixel_micros / MICROS,
                }

    async def _server(self) -> dict[str, Any]:
        async with self._reading:
            held = await asyncio.to_thread(self._memory.read)
        configuration = self._configuration()
        return {
            "is_ready": self._desk.is_ready,
            "started_at": self._started_at.timestamp(),
            "uptime_s": round(time.monotonic() - self._started, 1),
            "versions": dict(self._versions),
            "memory": {"own": held.own, "below": held.below},
            "data": _room(await self._folder.room()),
            "configuration": None
            if configuration is None
            else {
                "refused_because": configuration.refused_because,
                "refused_at": _seconds(configuration.refused_at),
                "read_at": _seconds(configuration.read_at),
            },
        }


def _room(room: Room) -> dict[str, Any]:
    taken = room.taken
    return {
        "free": room.free,
        "total": room.total,
        "database": room.database,
        "taken": None if taken is None else taken.size,
        "files": None if taken is None else taken.files,
        "measured_at": None if taken is None else taken.at.timestamp(),
    }


def _oldest(standing: Standing) -> float | None:
    return _seconds(min((one.since for one in standing.owners if one.since is not None), default=None))


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()


def _json(body: Any) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
