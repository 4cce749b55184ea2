"""The order in which waiting tasks run: a lane for each owner, fair between lanes, by priority within one.

The task's record is the truth; this order is rebuilt from it at the start. A free worker takes from the lane with the
fewest running tasks, and of those from the one that was served longest ago. So 500 tasks of one owner cost another
owner's single task at most one running task for each worker. An owner who comes (back) stands before the lane that was
served last and behind all others, so that nobody who waits is passed for ever by such as come and go. Only the event
loop's thread may touch it.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left, insort
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from paintover.domain.errors import Busy
from paintover.domain.task import Task


@dataclass(slots=True)
class _Lane:
    """One owner's tasks: those that wait, as (-priority, arrival, id), and how many run."""

    waiting: list[tuple[int, int, str]] = field(default_factory=list)
    running: int = 0
    promised: int = 0
    last_served: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneLength:
    """How much one owner has in the queue."""

    owner: str
    waiting: int
    running: int
    since: datetime | None
    """When the one was accepted that has waited longest; None when none waits."""


class Lanes:
    """All waiting tasks. Every `take` is answered by one `free`."""

    def __init__(self, *, limit: int, owner_limit: int) -> None:
        """`limit` is how many may wait in all, `owner_limit` how many of one owner."""
        self._limit = limit
        self._owner_limit = owner_limit
        self._lanes: dict[str, _Lane] = {}
        self._tasks: dict[str, Task] = {}
        self._arrivals = 0
        self._served = 0
        self._promised = 0
        self._workers: list[asyncio.Future[None]] = []
        self._is_closed = False

    def __len__(self) -> int:
        return len(self._tasks)

    @contextmanager
    def room_for(self, owner: str, tasks: int = 1) -> Iterator[None]:
        """Hold a place for each of so many tasks while they are being written down.

        Raises:
            Busy: too many tasks wait, in all or of this owner.
        """
        if len(self._tasks) + self._promised + tasks > self._limit:
            raise Busy("The queue is full. Try again in a few seconds.", retry_after_s=self._wait_s())
        known = self._lanes.get(owner)
        waiting = 0 if known is None else len(known.waiting) + known.promised
        if waiting + tasks > self._owner_limit:
            raise Busy(
                f"You have {waiting} tasks waiting. Let some of them finish first.",
                retry_after_s=self._wait_s(),
            )
        lane = self._lane(owner)
        lane.promised += tasks
        self._promised += tasks
        try:
            yield
        finally:
            lane.promised -= tasks
            self._promised -= tasks
            self._tidy(owner)

    def put(self, task: Task) -> None:
        """Let a task wait. Limits are for new tasks: one that waited before always may again."""
        self._arrivals += 1
        self._tasks[task.task_id] = task
        insort(self._lane(task.owner).waiting, (-task.priority, self._arrivals, task.task_id))
        self._wake()

    async def take(self) -> Task | None:
        """The next task, as soon as there is one; None when no more will be given out."""
        while (task := self._next()) is None:
            if self._is_closed:
                return None
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._workers.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError:
                if waiter in self._workers:
                    self._workers.remove(waiter)
                else:
                    self._wake()  # this worker was woken for a task that another must now take
                raise
        return task

    def free(self, owner: str) -> None:
        """A worker is done with one of the owner's tasks."""
        lane = self._lane(owner)
        lane.running -= 1
        self._tidy(owner)

    def drop(self, task_id: str) -> bool:
        """Take a waiting task out, without running it. False when it does not wait."""
        task = self._tasks.pop(task_id, None)
        if task is None:
            return False
        lane = self._lane(task.owner)
        lane.waiting = [entry for entry in lane.waiting if entry[2] != task_id]
        self._tidy(task.owner)
        return True

    def place(self, task_id: str) -> int | None:
        """How many tasks run before this one has begun, itself included, if nothing else arrives; None when it does
        not wait."""
        task = self._tasks.get(task_id)
        if task is None:
            return None
        own = self._lanes[task.owner].waiting
        ahead = next(place for place, entry in enumerate(own) if entry[2] == task_id)
        others = (len(lane.waiting) for owner, lane in self._lanes.items() if owner != task.owner)
        return ahead + 1 + sum(min(waiting, ahead) for waiting in others)

    def lengths(self) -> list[LaneLength]:
        """How much each owner has waiting and running, the most first. The time that this takes depends on the owners,
        not on the tasks."""
        lengths = [
            LaneLength(
                owner=owner,
                waiting=len(lane.waiting),
                running=lane.running,
                since=min((self._tasks[task_id].created_at for task_id in _heads(lane)), default=None),
            )
            for owner, lane in self._lanes.items()
        ]
        return sorted(lengths, key=lambda one: (-one.waiting, -one.running, one.owner))

    def close(self) -> None:
        """Give out no more tasks, and send home who waits for one."""
        self._is_closed = True
        while self._workers:
            self._wake()

    def _next(self) -> Task | None:
        if self._is_closed or not self._tasks:
            return None
        lanes = (
            (lane.running, lane.last_served, lane.waiting[0], owner)
            for owner, lane in self._lanes.items()
            if lane.waiting
        )
        owner = min(lanes)[3]
        lane = self._lanes[owner]
        self._served += 1
        lane.running += 1
        lane.last_served = self._served
        return self._tasks.pop(lane.waiting.pop(0)[2])

    def _lane(self, owner: str) -> _Lane:
        if owner not in self._lanes:
            self._lanes[owner] = _Lane(last_served=self._served - 1)
        return self._lanes[owner]

    def _tidy(self, owner: str) -> None:
        """Forget a lane that nobody uses."""
        lane = self._lanes[owner]
        if not (lane.waiting or lane.running or lane.promised):
            del self._lanes[owner]

    def _wake(self) -> None:
        while self._workers:
            waiter = self._workers.pop(0)
            if not waiter.done():
                waiter.set_result(None)
                return

    def _wait_s(self) -> int:
        """A guess at when there is room, in whole seconds."""
        return max(1, min(60, len(self._tasks) // 20))


def _heads(lane: _Lane) -> Iterator[str]:
    """The first arrival of each priority: the one that has waited longest is among them."""
    at = 0
    while at < len(lane.waiting):
        priority, _, task_id = lane.waiting[at]
        yield task_id
        at = bisect_left(lane.waiting, (priority + 1,), lo=at)
