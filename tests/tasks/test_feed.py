from __future__ import annotations

import asyncio

from paintover.domain.events import Finished, Progressed, Started
from paintover.domain.task import TaskState
from paintover.tasks.feed import Feed


async def test_listeners_read_from_their_own_place_and_are_woken() -> None:
    feed = Feed("task")
    feed.publish(Started())
    assert await feed.news(0)
    waiting = [asyncio.ensure_future(feed.news(1)) for _ in range(3)]
    await asyncio.sleep(0)
    feed.publish(Progressed(5, "x"))
    assert await asyncio.gather(*waiting) == [True, True, True]
    assert feed.events == [Started(), Progressed(5, "x")]


async def test_silence_is_told_and_leaves_nothing_behind() -> None:
    feed = Feed("task")
    assert not await feed.news(0, timeout_s=0.001)
    assert feed._waiters == []
    cancelled = asyncio.ensure_future(feed.news(0, timeout_s=60))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    feed.publish(Started())
    assert feed.events == [Started()]


async def test_after_the_end_nothing_is_added() -> None:
    feed = Feed("task")
    end = Finished(TaskState.SUCCEEDED)
    ending = asyncio.ensure_future(feed.finished())
    await asyncio.sleep(0)
    feed.publish(Started())
    feed.publish(end)
    feed.publish(Progressed(1, "late"))
    assert await ending == end
    assert feed.is_finished
    assert feed.events[-1] == end
