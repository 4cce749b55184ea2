"""The desk and the restorer over a real store, with an engine that draws at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from paintover.app import Parts, open_parts
from paintover.domain.call import Call, Evidence
from paintover.domain.errors import Busy
from paintover.domain.events import Finished, Kept, Progressed, Queued, Redrawn, Started
from paintover.domain.task import TaskState, TrailStep
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, Work
from paintover.settings import Settings
from paintover.tasks.feed import Feed

ROOT, CHILD = "gen_01jqwte8yjf7haxqc521b7z2wf", "gen_01jqwtksnne8mtahpxcdyzna0m"
TRAIL = (
    TrailStep(name=CHILD, url="https://127.0.0.1/child.png", prompt="加个布", ratio="3:2", sources=(ROOT,)),
    TrailStep(name=ROOT, url="https://127.0.0.1/root.png", prompt="画个牛马", ratio="3:2"),
)
EDIT = Call(action="edit", prompt="再加一个", sources=(CHILD,))


class CountingEngine(InstantEngine):
    """Counts its orders, and holds them while `gate` is closed."""

    def __init__(self) -> None:
        self.orders: list[Work] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.orders.append(work)
        await self.gate.wait()
        async for event in super().paint(work):
            yield event


@asynccontextmanager
async def parts_of(folder: Path, engine: InstantEngine, **changes: Any) -> AsyncIterator[Parts]:
    settings = Settings(data=str(folder), engine="instant", fetch_timeout_s=0.5, **changes)
    async with open_parts(settings, engine) as parts:
        yield parts


async def ended(feed: Feed) -> Finished:
    async with asyncio.timeout(10):
        return await feed.finished()


async def test_a_task_is_drawn_kept_and_told_in_order(tmp_path: Path) -> None:
    async with parts_of(tmp_path, CountingEngine()) as parts:
        feed = await parts.desk.accept(
            Call(action="generate", prompt="牛", n=2), owner="a", evidence=Evidence(rule="new", because="")
        )
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        kinds = [type(event) for event in feed.events]
        assert kinds[:2] == [Queued, Started]
        assert kinds.count(Kept) == 2
        percentages = [event.percent for event in feed.events if isinstance(event, Progressed)]
        assert percentages == sorted(set(percentages))
        task = await parts.tasks.get(feed.task_id, owner="a")
        assert task is not None
        assert (task.state, task.progress, len(task.gen_ids)) == (TaskState.SUCCEEDED, 100, 2)
        assert await parts.tasks.get(feed.task_id, owner="b") is None
        kept = await parts.generations.get(task.gen_ids[1], owner="a")
        assert kept is not None
        assert (kept.batch_index, kept.task_id, kept.prompt) == (1, task.task_id, "牛")
        assert len(await parts.blobs.get(kept.digest)) == kept.byte_length


async def test_a_lost_chain_is_drawn_again_once_and_for_its_owner_only(tmp_path: Path) -> None:
    engine = CountingEngine()
    async with parts_of(tmp_path, engine) as parts:
        feed = await parts.desk.accept(EDIT, owner="a", trail=TRAIL)
        assert (await ended(feed)).state is TaskState.SUCCEEDED
        assert [order.prompt for order in engine.orders] == ["画个牛马", "加个布", "再加一个"]
        assert [event.names for event in feed.events if isinstance(event, Redrawn)] == [(ROOT, CHILD)]
        await ended(await parts.desk.accept(EDIT, owner="a", trail=TRAIL))
        assert len(engine.orders) == 4
        assert (await parts.generations.lineage(CHILD, owner="a")).root == ROOT
        assert await parts.generations.get(ROOT, owner="b") is None
        await ended(await parts.desk.accept(EDIT, owner="b", trail=TRAIL))
        assert len(engine.orders) == 7
        assert engine.orders[4].seed == engine.orders[0].seed


async def test_concurrent_tasks_restore_a_picture_once(tmp_path: Path) -> None:
    engine = CountingEngine()
    async with parts_of(tmp_path, engine, workers=8) as parts:
        feeds = [await parts.desk.accept(EDIT, owner="a", trail=TRAIL) for _ in range(8)]
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
    async with parts_of(tmp_path, CountingEngine()) as parts:
        feed = await parts.desk.accept(EDIT, owner="a", trail=trail)
        finished = await ended(feed)
        assert (finished.state, finished.error_code) == (TaskState.FAILED, code)
        assert "127.0.0.1" not in (finished.error_message or "")


async def test_a_full_queue_says_so(tmp_path: Path) -> None:
    engine = CountingEngine()
    engine.gate.clear()
    async with parts_of(tmp_path, engine, workers=1, queue_limit=2) as parts:
        call = Call(action="generate", prompt="牛")
        running = await parts.desk.accept(call, owner="a")
        while not engine.orders:
            await running.news(len(running.events))
        waiting = [await parts.desk.accept(call, owner="a") for _ in range(2)]
        assert [feed.events for feed in waiting] == [[Queued(1)], [Queued(2)]]
        with pytest.raises(Busy) as caught:
            await parts.desk.accept(call, owner="a")
        assert caught.value.retry_after_s is not None
        engine.gate.set()
        for feed in [running, *waiting]:
            assert (await ended(feed)).state is TaskState.SUCCEEDED


async def test_what_was_unfinished_is_taken_up_by_the_next_start(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    stuck = CountingEngine()
    stuck.gate.clear()
    async with parts_of(tmp_path, stuck, workers=1) as parts:
        call = Call(action="generate", prompt="牛")
        feeds = [await parts.desk.accept(call, owner="a") for _ in range(3)]
        while not stuck.orders:
            await feeds[0].news(len(feeds[0].events))
    async with parts_of(tmp_path, CountingEngine()) as parts:
        for feed in feeds:
            if again := parts.desk.feed(feed.task_id):
                await ended(again)
            task = await parts.tasks.get(feed.task_id, owner="a")
            assert task is not None
            assert (task.state, len(task.gen_ids)) == (TaskState.SUCCEEDED, 1)
    ours = {thread for thread in threading.enumerate() if "paintover" in thread.name}
    assert ours <= before
