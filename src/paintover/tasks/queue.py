"""The order in which accepted tasks run in this process: first come, first served, and never more than `limit`."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from paintover.domain.errors import Busy
from paintover.domain.task import Task


class TaskQueue:
    """Tasks that wait. The durable record is the store's; this is only the order."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting: OrderedDict[str, Task] = OrderedDict()
        self._arrival = asyncio.Condition()

    def __len__(self) -> int:
        return len(self._waiting)

    def check_room(self) -> None:
        """Raises Busy when the queue is full."""
        if len(self._waiting) >= self._limit:
            raise Busy("The queue is full. Try again in a few seconds.", retry_after_s=5)

    async def put(self, task: Task) -> int:
        """Add a task at the end and return its place, from 1."""
        async with self._arrival:
            self._waiting[task.task_id] = task
            self._arrival.notify()
        return len(self._waiting)

    async def take(self) -> Task:
        """The next task, as soon as there is one."""
        async with self._arrival:
            await self._arrival.wait_for(lambda: self._waiting)
            return self._waiting.popitem(last=False)[1]
