from __future__ import annotations

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as some

from paintover.domain.events import Finished, NumberedEvent, Progressed, Queued, Started
from paintover.domain.task import TaskState
from paintover.tasks.feed import Feed
from tests.store.samples import a_task

FIRST, SECOND, THIRD = (NumberedEvent(number, Progressed(number, "x")) for number in (1, 2, 3))
END = NumberedEvent(9, Finished(TaskState.SUCCEEDED))


def a_feed(*events: NumberedEvent) -> Feed:
    return Feed(a_task(), events)


async def test_listeners_read_from_their_own_place_and_are_woken() -> None:
    feed = a_feed()
    feed.publish(FIRST)
    assert await feed.news(0)
    waiting = [asyncio.ensure_future(feed.news(1)) for _ in range(3)]
    await asyncio.sleep(0)
    feed.publish(SECOND)
    assert await asyncio.gather(*waiting) == [True, True, True]
    assert feed.events == [FIRST, SECOND]


async def test_silence_is_told_and_leaves_nothing_behind() -> None:
    feed = a_feed()
    assert not await feed.news(0, timeout_s=0.001)
    assert feed._waiters == []
    cancelled = asyncio.ensure_future(feed.news(0, timeout_s=60))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    assert feed._waiters == []
    feed.publish(FIRST)
    assert feed.events == [FIRST]


async def test_after_the_end_nothing_is_added() -> None:
    feed = a_feed()
    ending = asyncio.ensure_future(feed.over())
    await asyncio.sleep(0)
    feed.publish(FIRST)
    assert not ending.done()
    feed.publish(END)
    feed.publish(NumberedEvent(10, Started()))
    await ending
    assert feed.end == END.event
    assert feed.events[-1] == END


async def test_what_is_told_twice_or_out_of_order_is_told_once() -> None:
    feed = a_feed(FIRST)
    for event in (FIRST, THIRD, SECOND, THIRD):
        feed.publish(event)
    assert feed.events == [FIRST, THIRD]


@given(logged=some.sets(some.integers(1, 30)), live=some.lists(some.integers(1, 30), unique=True).map(sorted))
@settings(max_examples=50, deadline=None)
async def test_the_log_comes_before_what_was_told_since(logged: set[int], live: list[int]) -> None:
    feed = Feed(a_task(), is_whole=False)
    for number in live:
        feed.publish(NumberedEvent(number, Queued()))
    feed.load([NumberedEvent(number, Queued()) for number in sorted(logged)])
    assert [event.number for event in feed.events] == sorted(logged | set(live))
    assert feed.is_whole


async def test_what_is_in_the_log_before_it_is_published_wakes_those_who_wait() -> None:
    feed = a_feed(FIRST)
    waiting = asyncio.ensure_future(feed.news(1, timeout_s=5))
    await asyncio.sleep(0)
    feed.load([FIRST, SECOND])
    feed.publish(SECOND)
    assert await waiting
    assert feed.events == [FIRST, SECOND]


async def test_a_parting_is_over_and_has_no_end() -> None:
    feed = a_feed(FIRST)
    waiting = asyncio.ensure_future(feed.over())
    await asyncio.sleep(0)
    feed.part()
    await waiting
    assert feed.is_over
    assert feed.end is None
    assert await feed.news(1)


async def test_a_feed_is_deserted_when_its_last_listener_leaves() -> None:
    feed = a_feed()
    await feed.deserted()
    feed.join()
    feed.join()
    waiting = [asyncio.ensure_future(feed.deserted()) for _ in range(2)]
    feed.leave()
    await asyncio.sleep(0)
    assert not any(wait.done() for wait in waiting)
    feed.leave()
    await asyncio.gather(*waiting)
    feed.join()
    again = asyncio.ensure_future(feed.deserted())
    await asyncio.sleep(0)
    assert not again.done()
    feed.leave()
    await again
