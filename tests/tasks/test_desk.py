"""The desk and the restorer over a real store, with an engine that does as it is told."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from paintover.domain.call import Call, Evidence, Output
from paintover.domain.errors import (
    Busy,
    Draining,
    EngineFailed,
    EngineUnavailable,
    NotFound,
    Refused,
    StoreFailed,
)
from paintover.domain.events import (
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    Progressed,
    Queued,
    Redrawn,
    Started,
    TaskEvent,
)
from paintover.domain.ratio import Ratio
from paintover.domain.task import TOO_MANY_CRASHES, Task, TaskState, TrailStep
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, Work
from paintover.parts import DATABASE_NAME, Parts, open_parts
from paintover.settings import Settings
from paintover.store.database import Database
from paintover.store.tasks import IdempotencyKey, Tasks
from paintover.tasks.desk import Wish
from paintover.tasks.feed import Feed
from tests.easel import Easel
from tests.store.samples import a_task

ROOT, CHILD = "gen_01jqwte8yjf7haxqc521b7z2wf", "gen_01jqwtksnne8mtahpxcdyzna0m"
TRAIL = (
    TrailStep(name=CHILD, url="https://127.0.0.1/child.png", prompt="加个布", ratio="3:2", sources=(ROOT,)),
    TrailStep(name=ROOT, url="https://127.0.0.1/root.png", prompt="画个牛马", ratio="3:2"),
)
EDIT = Call(action="edit", prompt="再加一个", sources=(CHILD,))
QUICK = {"backoff_s": 0.001}


def a_wish(prompt: str = "牛", *, owner: str = "a", n: int = 1, **fields: Any) -> Wish:
    return Wish(call=Call(action="generate", prompt=prompt, n=n), owner=owner, **fields)


def an_edit(owner: str, trail: tuple[TrailStep, ...] = TRAIL) -> Wish:
    return Wish(call=EDIT, owner=owner, trail=trail)


@asynccontextmanager
async def parts_of(folder: Path, engine: InstantEngine, **changes: Any) -> AsyncIterator[Parts]:
    settings = Settings(data=str(folder), engine="instant", fetch_timeout_s=0.5, **changes)
    async with open_parts(settings, engine) as parts:
        yield parts


async def ended(feed: Feed) -> Finished:
    async with asyncio.timeout(20):
        await feed.over()
    assert feed.end is not None
    return feed.end


async def told(feed: Feed, kind: type[TaskEvent]) -> None:
    """Wait until such an event has been told."""
    async with asyncio.timeout(20):
        while not any(isinstance(event.event, kind) for event in feed.events):
            assert not feed.is_over, feed.events
            await feed.news(len(feed.events))


async def until(condition: Callable[[], bool]) -> None:
    """Let the desk go on until the engine has come so far."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110  # the engine tells nobody
            await asyncio.sleep(0)


def kinds(feed: Feed) -> list[type[TaskEvent]]:
    return [type(event.event) for event in feed.events if not isinstance(event.event, Progressed)]


async def kept(parts: Parts, feed: Feed) -> Task:
    task = await parts.tasks.get(feed.task_id, owner=feed.task.owner)
    assert task is not None
    return task


async def test_a_task_is_drawn_kept_and_told_in_order(tmp_path: Path) -> None:
    async with parts_of(tmp_path, Easel()) as parts:
        feed = await parts.desk.accept(a_wish(n=2, evidence=Evidence(rule="new", because="")))
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert kinds(feed) == [Queued, Started, Kept, Kept, Finished]
        percentages = [event.event.percent for event in feed.events if isinstance(event.event, Progressed)]
        assert percentages == sorted(set(percentages))
        assert feed.events == await parts.tasks.events(feed.task_id)
        task = await kept(parts, feed)
        assert (task.state, task.progress, len(task.gen_ids)) == (TaskState.SUCCEEDED, 100, 2)
        assert await parts.tasks.get(feed.task_id, owner="b") is None
        second = await parts.generations.get(task.gen_ids[1], owner="a")
        assert second is not None
        assert (second.batch_index, second.task_id, second.prompt) == (1, task.task_id, "牛")
        assert len(await parts.blobs.get(second.digest)) == second.byte_length


@pytest.mark.parametrize("is_whole", [True, False])
async def test_who_leaves_while_it_is_looked_for_is_followed_only_before_the_whole_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    async with parts_of(tmp_path, Easel()) as parts:
        feed = await parts.desk.accept(a_wish(body_digest="ab" * 32))
        feed.join()
        await ended(feed)
        look = parts.tasks.of_body
        answers: list[list[str]] = []

        async def slowly(*args: Any, **fields: Any) -> list[str]:
            found = await look(*args, **fields)
            if not answers:  # The first answer goes out between this look and the next step.
                if is_whole:
                    feed.is_delivered = True
                    await parts.tasks.delivered(feed.task_id)
                feed.leave()
            answers.append(found)
            return found

        monkeypatch.setattr(parts.tasks, "of_body", slowly)
        earlier = await parts.desk.earlier(owner="a", body_digest="ab" * 32, idempotency=None)
        assert answers[0] == [feed.task_id]
        assert earlier.listened == ()
        assert (earlier.feed is None) is is_whole


async def test_a_lost_chain_is_drawn_again_once_and_for_its_owner_only(tmp_path: Path) -> None:
    engine = Easel()
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(an_edit("a"))
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert [order.prompt for order in engine.orders] == ["画个牛马", "加个布", "再加一个"]
        redrawn = [event.event.names for event in feed.events if isinstance(event.event, Redrawn)]
        assert redrawn == [(ROOT, CHILD)]
        await ended(await parts.desk.accept(an_edit("a")))
        assert len(engine.orders) == 4
        assert (await parts.generations.lineage(CHILD, owner="a")).root == ROOT
        assert await parts.generations.get(ROOT, owner="b") is None
        await ended(await parts.desk.accept(an_edit("b")))
        assert len(engine.orders) == 7
        assert engine.orders[4].seed == engine.orders[0].seed


async def test_a_chain_whose_beginning_is_cut_off_is_drawn_from_the_words_that_are_left(
    tmp_path: Path,
) -> None:
    engine = Easel()
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(an_edit("a", TRAIL[:1]))
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert [(order.prompt, len(order.sources)) for order in engine.orders] == [
            ("加个布", 0),
            ("再加一个", 1),
        ]
        assert Redrawn((CHILD,), unknown=(ROOT,)) in [event.event for event in feed.events]
        assert (await parts.generations.lineage(CHILD, owner="a")).root == CHILD


async def test_concurrent_tasks_restore_a_picture_once(tmp_path: Path) -> None:
    engine = Easel()
    async with parts_of(tmp_path, engine, workers=8) as parts:
        feeds = [await parts.desk.accept(an_edit("a")) for _ in range(8)]
        assert {(await ended(feed)).state for feed in feeds} == {TaskState.SUCCEEDED}
        assert sorted(order.prompt for order in engine.orders).count("画个牛马") == 1


@pytest.mark.parametrize(
    ("trail", "code"),
    [
        ((), "not_found"),
        ((TrailStep(name=CHILD),), "source_lost"),
        ((TrailStep(name=CHILD, url="https://127.0.0.1/x.png"),), "forbidden_address"),
        ((replace(TRAIL[0], sources=(CHILD,)),), "source_lost"),
    ],
)
async def test_what_cannot_be_restored_ends_in_words(
    tmp_path: Path, trail: tuple[TrailStep, ...], code: str
) -> None:
    async with parts_of(tmp_path, Easel()) as parts:
        finished = await ended(await parts.desk.accept(an_edit("a", trail)))
        assert (finished.state, finished.error_code) == (TaskState.FAILED, code)
        assert "127.0.0.1" not in (finished.error_message or "")


async def test_a_full_queue_says_so(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1, queue_limit=3, owner_queue_limit=2) as parts:
        running = await parts.desk.accept(a_wish())
        await told(running, Started)
        waiting = [await parts.desk.accept(a_wish()) for _ in range(2)]
        assert [parts.desk.place(feed.task_id) for feed in waiting] == [1, 2]
        with pytest.raises(Busy, match="You have 2 tasks waiting"):
            await parts.desk.accept(a_wish())
        waiting.append(await parts.desk.accept(a_wish(owner="b")))
        with pytest.raises(Busy, match="queue is full") as caught:
            await parts.desk.accept(a_wish(owner="b"))
        assert caught.value.retry_after_s is not None
        engine.gate.set()
        for feed in [running, *waiting]:
            assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert len((await parts.tasks.page(owner="a", limit=9)).items) == 3


async def test_the_tasks_of_one_request_are_accepted_together_or_not_at_all(tmp_path: Path) -> None:
    three = [a_wish(prompt, body_digest="d") for prompt in ("牛", "马", "羊")]
    key = IdempotencyKey(key="k", body_digest="d")
    async with parts_of(tmp_path, Easel(is_open=False), workers=1, owner_queue_limit=5) as parts:
        feeds = await parts.desk.accept_all(three, key)
        await told(feeds[0], Started)
        # Two wait, and four more would be six.
        with pytest.raises(Busy, match="You have 2 tasks waiting"):
            await parts.desk.accept_all([*three, a_wish()])
        assert len((await parts.tasks.page(owner="a", limit=9)).items) == 3
        again = await parts.desk.accept_all(three, key)
        assert [feed.task_id for feed in again] == [feed.task_id for feed in feeds]
    # Whatever becomes of the process, who finds the first finds the others.
    async with parts_of(tmp_path, Easel()) as parts:
        first = await parts.desk.feed(feeds[0].task_id, owner="a")
        found = await parts.desk.with_those_beside(first, owner="a")
        assert [feed.task.call.prompt for feed in found] == ["牛", "马", "羊"]
        for feed in found:
            assert (await ended(feed)).state is TaskState.SUCCEEDED


async def test_a_task_that_cannot_be_written_takes_those_beside_it_along(tmp_path: Path) -> None:
    async with parts_of(tmp_path, Easel()) as parts:
        with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
            connection.execute(
                "CREATE TRIGGER no_horse BEFORE INSERT ON tasks WHEN NEW.call LIKE '%马%' "
                "BEGIN SELECT RAISE(ABORT, 'no horse'); END"
            )
        with pytest.raises(sqlite3.IntegrityError, match="no horse"):
            await parts.desk.accept_all([a_wish("牛"), a_wish("马")])
        assert not (await parts.tasks.page(owner="a", limit=9)).items
        assert (await ended(await parts.desk.accept(a_wish("羊")))).state is TaskState.SUCCEEDED


async def test_what_was_unfinished_is_taken_up_by_the_next_start(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    async with parts_of(tmp_path, Easel(is_open=False), workers=1) as parts:
        feeds = [await parts.desk.accept(a_wish()) for _ in range(3)]
        await told(feeds[0], Started)
    assert all(feed.is_over and feed.end is None for feed in feeds)
    async with parts_of(tmp_path, Easel()) as parts:
        for feed in feeds:
            again = await parts.desk.feed(feed.task_id, owner="a")
            assert (await ended(again)).state is TaskState.SUCCEEDED
            assert len((await kept(parts, feed)).gen_ids) == 1
            # Whoever has read the first part misses nothing and reads nothing twice.
            assert again.events[: len(feed.events)] == feed.events
    ours = {thread for thread in threading.enumerate() if "paintover" in thread.name}
    assert ours <= before


async def test_kept_pictures_are_not_drawn_again_by_the_next_start(tmp_path: Path) -> None:
    first = Easel()
    first.errors = [None, None]
    async with parts_of(tmp_path, first, workers=1) as parts:
        feed = await parts.desk.accept(a_wish(n=3))
        await told(feed, Kept)
        first.gate.clear()
    drawn = set(first.drawn)
    places = {event.event.generation.batch_index for event in feed.events if isinstance(event.event, Kept)}
    second = Easel()
    async with parts_of(tmp_path, second) as parts:
        assert (await ended(await parts.desk.feed(feed.task_id, owner="a"))).state is TaskState.SUCCEEDED
        task = await kept(parts, feed)
        assert len(task.gen_ids) == 3
    assert {index for _, index in drawn} >= places
    assert not {index for _, index in second.drawn} & places


async def test_errors_that_may_pass_are_tried_again_with_backoff(tmp_path: Path) -> None:
    engine = Easel()
    engine.errors = [EngineUnavailable("Back soon."), EngineUnavailable("Back soon.")]
    async with parts_of(tmp_path, engine, attempts=3, **QUICK) as parts:
        feed = await parts.desk.accept(a_wish())
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert kinds(feed) == [Queued, *[Started, HandedBack] * 2, Started, Kept, Finished]
        assert [order.task_id for order in engine.orders] == [feed.task_id] * 3
        assert [order.seed for order in engine.orders] == [engine.orders[0].seed] * 3
        assert (await kept(parts, feed)).attempts == 3


@pytest.mark.parametrize(
    ("error", "attempts", "code"),
    [
        (EngineUnavailable("Back soon."), 3, "engine_unavailable"),
        (Refused("No."), 1, "moderation_blocked"),
        (EngineFailed("Broken."), 1, "engine_failed"),
        (RuntimeError("a bug"), 1, "engine_failed"),
        (asyncio.CancelledError(), 1, "engine_failed"),
    ],
)
async def test_how_often_an_error_is_tried(
    tmp_path: Path, error: Exception, attempts: int, code: str
) -> None:
    engine = Easel()
    engine.errors = [error] * 5
    async with parts_of(tmp_path, engine, attempts=3, **QUICK) as parts:
        feed = await parts.desk.accept(a_wish())
        end = await ended(feed)
        assert (end.state, end.error_code) == (TaskState.FAILED, code)
        assert "bug" not in (end.error_message or "")
        assert len(engine.orders) == attempts
        assert parts.desk.is_ready
        engine.errors = []
        assert (await ended(await parts.desk.accept(a_wish()))).state is TaskState.SUCCEEDED


async def test_the_engine_says_how_long_to_wait(tmp_path: Path) -> None:
    engine = Easel()
    engine.errors = [EngineUnavailable("Back in a minute.", retry_after_s=60)]
    async with parts_of(tmp_path, engine, **QUICK) as parts:
        feed = await parts.desk.accept(a_wish())
        await told(feed, HandedBack)
        assert (await kept(parts, feed)).state is TaskState.QUEUED
        # Between two attempts it can be cancelled like any other.
        assert (await parts.desk.cancel(feed.task_id, owner="a")).state is TaskState.CANCELLED
        assert len(engine.orders) == 1


async def test_progress_does_not_fall_in_a_second_attempt(tmp_path: Path) -> None:
    class Breaking(Easel):
        async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
            breaks = not self.orders
            async for event in super().paint(work):
                if breaks and self.drawn:
                    raise EngineUnavailable("Halfway.")
                yield event

    async with parts_of(tmp_path, Breaking(), **QUICK) as parts:
        feed = await parts.desk.accept(a_wish(n=2))
        await ended(feed)
        percentages = [event.event.percent for event in feed.events if isinstance(event.event, Progressed)]
        assert percentages == sorted(set(percentages))
        assert kinds(feed).count(Started) == 2


async def test_one_picture_of_several_may_fail(tmp_path: Path) -> None:
    engine = Easel()
    engine.spoiled = frozenset({1})
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(a_wish(n=3))
        end = await ended(feed)
        assert (end.state, end.error_code) == (TaskState.SUCCEEDED, "engine_failed")
        task = await kept(parts, feed)
        assert (len(task.gen_ids), task.error_code) == (2, "engine_failed")
        assert await parts.tasks.kept_places(feed.task_id) == {0, 2}
        engine.spoiled = frozenset({0, 1, 2})
        end = await ended(await parts.desk.accept(a_wish(n=3)))
        assert (end.state, end.error_code) == (TaskState.FAILED, "engine_failed")


async def test_an_engine_that_draws_a_place_twice_or_a_foreign_one_does_not_hang_its_task(
    tmp_path: Path,
) -> None:
    class Stuttering(Easel):
        async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
            async for event in super().paint(replace(work, n=work.n + 1)):
                yield event
                yield event

    async with parts_of(tmp_path, Stuttering()) as parts:
        feed = await parts.desk.accept(a_wish(n=2))
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert kinds(feed).count(Kept) == 2
        assert len((await kept(parts, feed)).gen_ids) == 2


@pytest.mark.parametrize("error", [EngineFailed("It broke."), Busy("Come again."), RuntimeError("a bug")])
async def test_an_engine_that_breaks_after_its_last_picture_has_drawn_it(
    tmp_path: Path, error: Exception
) -> None:
    class Breaking(Easel):
        async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
            async for event in super().paint(work):
                yield event
            raise error

    engine = Breaking()
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(a_wish(n=2))
        assert await ended(feed) == Finished(TaskState.SUCCEEDED)
        assert await parts.tasks.events(feed.task_id) == feed.events
        assert (await kept(parts, feed)).state is TaskState.SUCCEEDED
        assert len(engine.orders) == 1


async def test_cancelled_while_it_is_drawn(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(a_wish())
        await told(feed, Started)
        await until(lambda: bool(engine.orders))
        task = await parts.desk.cancel(feed.task_id, owner="a")
        assert (task.state, task.error_code) == (TaskState.CANCELLED, "cancelled")
        assert (await ended(feed)).state is TaskState.CANCELLED
        await until(lambda: bool(engine.stopped_at))
        again = await parts.desk.cancel(feed.task_id, owner="a")
        assert again == task
        assert await parts.tasks.events(feed.task_id) == feed.events


async def test_cancelled_while_it_waits(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1) as parts:
        running, waiting = await parts.desk.accept(a_wish()), await parts.desk.accept(a_wish())
        await parts.desk.cancel(waiting.task_id, owner="a")
        assert (await ended(waiting)).state is TaskState.CANCELLED
        assert parts.desk.place(waiting.task_id) is None
        engine.gate.set()
        await ended(running)
        assert [order.task_id for order in engine.orders] == [running.task_id]


async def test_cancelled_too_late_or_by_another(tmp_path: Path) -> None:
    async with parts_of(tmp_path, Easel()) as parts:
        feed = await parts.desk.accept(a_wish())
        await ended(feed)
        assert (await parts.desk.cancel(feed.task_id, owner="a")).state is TaskState.SUCCEEDED
        with pytest.raises(NotFound) as foreign:
            await parts.desk.cancel(feed.task_id, owner="b")
        with pytest.raises(NotFound) as absent:
            await parts.desk.cancel("task_nobody", owner="b")
        assert str(foreign.value) == str(absent.value)


async def test_cancelled_at_any_moment_it_ends_once(tmp_path: Path) -> None:
    """Cancellations race with every step of the worker; whoever is first, all agree."""
    engine = Easel()
    async with parts_of(tmp_path, engine, workers=4, owner_queue_limit=200) as parts:
        feeds = [await parts.desk.accept(a_wish(n=2)) for _ in range(100)]

        async def cancel(feed: Feed, after: int) -> TaskState:
            for _ in range(after):
                await asyncio.sleep(0)
            return (await parts.desk.cancel(feed.task_id, owner="a")).state

        states = await asyncio.gather(*(cancel(feed, place * 3) for place, feed in enumerate(feeds)))
        for feed, state in zip(feeds, states, strict=True):
            assert (await ended(feed)).state is state
            assert (await kept(parts, feed)).state is state
            assert await parts.tasks.events(feed.task_id) == feed.events
        assert {TaskState.CANCELLED} <= set(states)
        assert (await ended(await parts.desk.accept(a_wish()))).state is TaskState.SUCCEEDED
        assert parts.desk._feeds == {}
        assert parts.desk._lanes._lanes == {}


async def test_drawing_too_long(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1, task_timeout_s=0.05) as parts:
        end = await ended(await parts.desk.accept(a_wish()))
        assert (end.state, end.error_code) == (TaskState.FAILED, "deadline_exceeded")
        engine.gate.set()
        assert (await ended(await parts.desk.accept(a_wish()))).state is TaskState.SUCCEEDED


async def test_a_drain_lets_what_runs_end_and_takes_nothing_on(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1) as parts:
        running, waiting = await parts.desk.accept(a_wish()), await parts.desk.accept(a_wish())
        await told(running, Started)
        draining = asyncio.create_task(parts.desk.drain(20))
        await asyncio.sleep(0)
        with pytest.raises(Draining) as caught:
            await parts.desk.accept(a_wish())
        assert caught.value.retry_after_s is not None
        assert not parts.desk.is_ready
        engine.gate.set()
        await draining
        assert (await ended(running)).state is TaskState.SUCCEEDED
        assert (await kept(parts, running)).state is TaskState.SUCCEEDED
        assert (waiting.is_over, waiting.end) == (True, None)
        assert (await kept(parts, waiting)).state is TaskState.QUEUED
        late = await parts.desk.feed(waiting.task_id, owner="a")
        assert late.is_over


async def test_a_drain_that_runs_out_of_time_hands_back(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1) as parts:
        feed = await parts.desk.accept(a_wish())
        await told(feed, Started)
        await parts.desk.drain(0.01)
        assert (feed.is_over, feed.end) == (True, None)
        assert kinds(feed) == [Queued, Started, HandedBack]
        assert (await kept(parts, feed)).state is TaskState.QUEUED
        assert engine.stopped_at


async def test_a_store_that_fails_for_a_while_delays_a_task_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    engine = Easel(is_open=False)
    async with parts_of(tmp_path, engine, workers=1, **QUICK) as parts:
        feed = await parts.desk.accept(a_wish(n=2))
        waiting = await parts.desk.accept(a_wish())
        await told(feed, Started)
        with monkeypatch.context() as patch:
            patch.setattr("paintover.store.database._apply", broken)
            engine.gate.set()
            with pytest.raises(StoreFailed, match="free space"):
                await parts.desk.accept(a_wish())
            # Each of them is tried and cannot be written down.
            await until(lambda: not parts.desk._drawing and len(parts.desk._retries) == 2)
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert (await ended(waiting)).state is TaskState.SUCCEEDED
        assert await parts.tasks.events(feed.task_id) == feed.events
        assert len((await parts.tasks.page(owner="a", limit=9)).items) == 2
        assert await parts.tasks.unfinished() == []


async def test_pictures_that_cannot_be_written_are_tried_again_and_then_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    engine = Easel()
    async with parts_of(tmp_path, engine, attempts=2, **QUICK) as parts:
        with monkeypatch.context() as patch:
            patch.setattr("paintover.store.blobs.os.fsync", full)
            feed = await parts.desk.accept(a_wish())
            end = await ended(feed)
        assert (end.state, end.error_code) == (TaskState.FAILED, "store_failed")
        assert "No space left on device" in (end.error_message or "")
        assert len(engine.orders) == 2
        assert (await ended(await parts.desk.accept(a_wish()))).state is TaskState.SUCCEEDED


async def test_numbers_rise_over_all_attempts_and_restarts(tmp_path: Path) -> None:
    engine = Easel()
    engine.errors = [EngineUnavailable("Back soon.")]
    async with parts_of(tmp_path, engine, workers=1, backoff_s=0.2) as parts:
        feed = await parts.desk.accept(a_wish())
        await told(feed, HandedBack)
    async with parts_of(tmp_path, Easel()) as parts:
        again = await parts.desk.feed(feed.task_id, owner="a")
        await ended(again)
        numbers = [event.number for event in again.events]
        assert numbers == sorted(set(numbers))
        assert again.events[: len(feed.events)] == feed.events
        assert feed.events[0] == NumberedEvent(1, Queued())


async def test_who_waited_too_long_is_told_and_who_was_being_drawn_goes_on(tmp_path: Path) -> None:
    async with parts_of(tmp_path, Easel(is_open=False), workers=1) as parts:
        running, waiting = await parts.desk.accept(a_wish()), await parts.desk.accept(a_wish())
        await told(running, Started)
        given = (timedelta(hours=9) // timedelta(microseconds=1),)
        older = "UPDATE tasks SET created_at = created_at - ?"
        await parts.database.write(lambda connection: connection.execute(older, given).rowcount)
    async with parts_of(tmp_path, Easel()) as parts:
        ends = [await ended(await parts.desk.feed(feed.task_id, owner="a")) for feed in (running, waiting)]
        assert ends[0].state is TaskState.SUCCEEDED
        assert (ends[1].state, ends[1].error_code) == (TaskState.FAILED, "deadline_exceeded")


async def broken_off(
    folder: Path, prompts: list[str], attempts: int, *, handed_back: bool = False
) -> list[str]:
    """Tasks at which so many attempts have ended with their process, or were given back."""
    database = await Database.open(folder / DATABASE_NAME)
    tasks = Tasks(database)
    made = [a_task(call=Call(action="generate", prompt=prompt, seed=1)) for prompt in prompts]
    for task in made:
        await tasks.accept(task, NumberedEvent(1, Queued()))
        for _ in range(attempts):
            attempt = await tasks.start(task.task_id)
            assert attempt is not None
            if handed_back:
                assert await tasks.hand_back(task.task_id, attempt, attempt * 1_000_000 + 1)
    await database.aclose()
    return [task.task_id for task in made]


async def test_what_the_server_died_of_is_drawn_alone_and_then_given_up(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    given_up = (await broken_off(tmp_path, ["炸"], 3))[0]
    suspects = await broken_off(tmp_path, ["牛", "马"], 2)
    await broken_off(tmp_path, ["猫"], 1)
    await broken_off(tmp_path, ["狗"], 7, handed_back=True)
    async with parts_of(tmp_path, engine, workers=4) as parts:
        task = await parts.tasks.get(given_up, owner="ann")
        assert task is not None
        assert (task.state, task.error_code, task.attempts) == (TaskState.FAILED, TOO_MANY_CRASHES, 3)
        feeds = [await parts.desk.feed(task.task_id, owner="ann") for task in await parts.tasks.unfinished()]
        await until(lambda: bool(engine.orders))
        await asyncio.sleep(0.05)
        assert parts.desk.is_ready
        assert [work.task_id for work in engine.orders] == suspects[:1]
        # The second can be cancelled before its turn.
        assert (await parts.desk.cancel(suspects[1], owner="ann")).state is TaskState.CANCELLED
        engine.gate.set()
        ends = [(await ended(feed)).state for feed in feeds]
        assert sorted(ends) == ["cancelled", "succeeded", "succeeded", "succeeded"]
        assert engine.orders[0].prompt == "牛"
        assert "炸" not in [work.prompt for work in engine.orders]


async def test_a_server_that_stops_while_it_draws_alone_goes_on_later(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    first, second = await broken_off(tmp_path, ["牛", "马"], 2)
    async with parts_of(tmp_path, engine, workers=4) as parts:
        await until(lambda: bool(engine.orders))
        await parts.desk.drain(0.01)
    async with parts_of(tmp_path, Easel(), workers=4) as parts:
        feeds = [await parts.desk.feed(task_id, owner="ann") for task_id in (first, second)]
        assert {(await ended(feed)).state for feed in feeds} == {TaskState.SUCCEEDED}
    assert len(engine.orders) == 1


async def test_an_engine_is_told_the_whole_picture_beside_the_change(tmp_path: Path) -> None:
    easel = Easel()
    async with parts_of(tmp_path, easel) as parts:
        await ended(await parts.desk.accept(an_edit("a")))
        assert [work.prompt for work in easel.orders] == ["画个牛马", "加个布", "再加一个"]
        assert easel.orders[-1].description == "牛马，加个布，再加一个"
        assert len(easel.orders[-1].sources) == 1


async def test_an_engine_that_draws_from_text_alone_is_given_the_description(tmp_path: Path) -> None:
    easel = Easel()
    easel.capabilities = replace(easel.capabilities, edits=frozenset(), redraws=True)
    async with parts_of(tmp_path, easel) as parts:
        await ended(await parts.desk.accept(an_edit("a")))
        assert easel.orders[-1].prompt == "牛马，加个布，再加一个"
        assert easel.orders[-1].sources == ()
        made = (await parts.generations.page(owner="a", limit=1)).items[0]
        assert made.prompt == "再加一个"
        assert made.sources == (CHILD,)


async def drawn_by(parts: Parts, wish: Wish) -> Task:
    feed = await parts.desk.accept(wish)
    assert (await ended(feed)).state is TaskState.SUCCEEDED
    return await kept(parts, feed)


async def test_an_order_that_changes_nothing_asks_no_engine(tmp_path: Path) -> None:
    easel = Easel()
    async with parts_of(tmp_path, easel) as parts:
        drawn = await drawn_by(parts, a_wish())
        first = await parts.generations.get(drawn.gen_ids[0], owner="a")
        assert first is not None
        call = Call(action="edit", prompt="保持原样", sources=(first.gen_id,), as_it_is=True)
        orders = len(easel.orders)
        again = await drawn_by(parts, Wish(call=call, owner="a"))
        second = await parts.generations.get(again.gen_ids[0], owner="a")
        assert second is not None
        assert len(easel.orders) == orders
        assert second.gen_id != first.gen_id
        assert second.sources == (first.gen_id,)
        same = ("digest", "engine", "engine_version", "seed", "width", "height", "media_type", "scene")
        assert [getattr(second, name) for name in same] == [getattr(first, name) for name in same]


@pytest.mark.parametrize(
    "changes",
    [
        {"ratio": Ratio(16, 9)},
        {"size": (512, 512)},
        {"output": Output(format="webp")},
        {"background": "transparent"},
    ],
)
async def test_another_shape_or_file_is_drawn_all_the_same(tmp_path: Path, changes: dict[str, Any]) -> None:
    easel = Easel()
    async with parts_of(tmp_path, easel) as parts:
        drawn = await drawn_by(parts, a_wish())
        call = Call(action="edit", prompt="保持原样", sources=drawn.gen_ids[:1], as_it_is=True, **changes)
        orders = len(easel.orders)
        await drawn_by(parts, Wish(call=call, owner="a"))
        assert len(easel.orders) == orders + 1
