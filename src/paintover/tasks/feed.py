"""What has happened to one task so far, and a way to wait for more.

A feed is written by the worker and read by any number of listeners, each at its own place. Listeners are woken, never
polled; one that comes late reads from the start. What is in a feed is in the task's log, but for the previews.
Only the event loop's thread may touch a feed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from paintover.domain.events import Finished, NumberedEvent, NumberedPreview
from paintover.domain.task import Task


def _resolve(waiter: asyncio.Future[bool], news: bool) -> None:
    if not waiter.done():
        waiter.set_result(news)


class Feed:
    """A task's events in this process, in the order of their numbers."""

    __slots__ = (
        "__weakref__",
        "_desertion",
        "_waiters",
        "events",
        "is_delivered",
        "is_parting",
        "is_whole",
        "listeners",
        "previews",
        "task",
    )

    def __init__(self, task: Task, events: Iterable[NumberedEvent] = (), *, is_whole: bool = True) -> None:
        """`is_whole` says whether `events` is the log so far; otherwise it is to be loaded before anybody listens."""
        self.task = task
        """As it was when this process took it up."""
        self.events: list[NumberedEvent] = list(events)
        self.is_whole = is_whole
        self.is_parting = False
        """Whether this process is about to end: whoever listens has to come again."""
        self.previews: list[NumberedPreview] = []
        """The unfinished renderings that were asked for, in the order of their making; told live, and not in the log."""
        self.listeners = 0
        """How many answers are being told from this feed."""
        self.is_delivered = False
        """Whether somebody has had the whole answer in this process."""
        self._waiters: list[asyncio.Future[bool]] = []
        self._desertion: asyncio.Event | None = None

    @property
    def task_id(self) -> str:
        """Whose events these are."""
        return self.task.task_id

    @property
    def end(self) -> Finished | None:
        """The task's end, once it has been told."""
        last = self.events[-1].event if self.events else None
        return last if isinstance(last, Finished) else None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come from this process."""
        return self.is_parting or self.end is not None

    def publish(self, event: NumberedEvent) -> None:
        """Add an event and wake everybody who waits. After the end, or out of order, nothing is taken any more."""
        if self.end is not None or (self.events and event.number <= self.events[-1].number):
            return
        self.events.append(event)
        self._wake()

    def show(self, preview: NumberedPreview) -> None:
        """Add an unfinished rendering and wake everybody who waits for those. It may be here already, when it was read
        from the store a moment ago."""
        if not self.previews or preview.number > self.previews[-1].number:
            self.previews.append(preview)
        self._wake()

    def load(self, events: Iterable[NumberedEvent]) -> None:
        """Put the log before what has been told since it was read."""
        known = {event.number: event for event in (*events, *self.events)}
        self.events = [known[number] for number in sorted(known)]
        self.is_whole = True
        # What is in the log before it is published will not be published any more.
        self._wake()

    def load_previews(self, previews: Iterable[NumberedPreview]) -> None:
        """Put those that were kept before what has been told since they were read. Before anybody listens who counts."""
        known = {preview.number: preview for preview in (*previews, *self.previews)}
        self.previews = [known[number] for number in sorted(known)]

    def part(self) -> None:
        """Tell everybody who waits that this process is about to end."""
        self.is_parting = True
        self._wake()

    async def news(
        self, seen: int, timeout_s: float | None = None, *, previews_seen: int | None = None
    ) -> bool:
        """Wait until there are more than `seen` events, or the feed is over, or `timeout_s` is; whether it was news.

        Who names how many previews it has seen is told of further ones, too; others may be woken by them for nothing.
        """
        if len(self.events) > seen or self.is_over:
            return True
        if previews_seen is not None and len(self.previews) > previews_seen:
            return True
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[bool] = loop.create_future()
        self._waiters.append(waiter)
        timer = None if timeout_s is None else loop.call_later(timeout_s, _resolve, waiter, False)
        try:
            return await waiter
        finally:
            if timer is not None:
                timer.cancel()
            if waiter in self._waiters:
                self._waiters.remove(waiter)

    async def over(self) -> None:
        """Wait until nothing more will come."""
        while not self.is_over:
            await self.news(len(self.events))

    def join(self) -> None:
        """An answer is being told from this feed."""
        self.listeners += 1
        if self._desertion is not None:
            self._desertion.clear()

    def leave(self) -> None:
        """That answer is told, or its listener has gone."""
        self.listeners -= 1
        if self.listeners == 0 and self._desertion is not None:
            self._desertion.set()

    async def deserted(self) -> None:
        """Wait until nobody listens."""
        if self._desertion is None:
            self._desertion = asyncio.Event()
        if self.listeners:
            await self._desertion.wait()

    def _wake(self) -> None:
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            _resolve(waiter, True)
