"""What has happened to one task so far, and a way to wait for more.

A feed is written by the worker and read by any number of listeners, each at its own place. Listeners are woken,
never polled; one that comes late reads from the start. Only the event loop's thread may touch a feed.
"""

from __future__ import annotations

import asyncio

from paintover.domain.events import Finished, TaskEvent


def _resolve(waiter: asyncio.Future[bool], news: bool) -> None:
    if not waiter.done():
        waiter.set_result(news)


class Feed:
    """The append-only list of a task's events in this process."""

    __slots__ = ("_waiters", "events", "task_id")

    def __init__(self, task_id: str) -> None:
        self.task_id = task_id
        self.events: list[TaskEvent] = []
        self._waiters: list[asyncio.Future[bool]] = []

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come."""
        return bool(self.events) and isinstance(self.events[-1], Finished)

    def publish(self, event: TaskEvent) -> None:
        """Add an event and wake everybody who waits. After `Finished` nothing is taken any more."""
        if self.is_finished:
            return
        self.events.append(event)
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            _resolve(waiter, True)

    async def news(self, after: int, timeout_s: float | None = None) -> bool:
        """Wait until there are more than `after` events, or `timeout_s` is over; say which."""
        if len(self.events) > after:
            return True
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[bool] = loop.create_future()
        self._waiters.append(waiter)
        timer = None if timeout_s is None else loop.call_later(timeout_s, _resolve, waiter, False)
        try:
            news = await waiter
        finally:
            if timer is not None:
                timer.cancel()
        if not news:
            self._waiters.remove(waiter)
        return news

    async def finished(self) -> Finished:
        """Wait for the end."""
        while not self.is_finished:
            await self.news(len(self.events))
        last = self.events[-1]
        assert isinstance(last, Finished)
        return last
