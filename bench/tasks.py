"""How many tasks are accepted durably, and what an event costs its listeners."""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bench.row import Row
from paintover.domain.call import Call
from paintover.domain.events import NumberedEvent, Progressed, Queued
from paintover.domain.ids import new_task_id
from paintover.domain.task import Task, TaskState
from paintover.store.database import Database
from paintover.store.tasks import Tasks
from paintover.tasks.feed import Feed

AT_ONCE = 64
"""Requests that wait for their acceptance at the same time."""
ACCEPTED = 4_096
EVENTS = 200
ROUNDS = 3


def _task() -> Task:
    return Task(
        task_id=new_task_id(), owner="ann", state=TaskState.QUEUED, call=Call(action="generate", prompt="画个牛马"),
        engine="instant", created_at=datetime.now(UTC),
    )  # fmt: skip


async def _accepted_s(folder: str) -> float:
    """Seconds for `ACCEPTED` acceptances, `AT_ONCE` at a time."""
    database = await Database.open(Path(folder) / "tasks.db")
    tasks = Tasks(database)

    async def one_after_another() -> None:
        for _ in range(ACCEPTED // AT_ONCE):
            await tasks.accept(_task(), NumberedEvent(1, Queued()))

    start = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))
    seconds = time.perf_counter() - start
    await database.aclose()
    return seconds


def _bare_s(folder: str) -> float:
    """Seconds for as many rows in bare SQLite, as many in a commit, each commit synced to disk."""
    with closing(sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS tasks (task_id TEXT PRIMARY KEY, body TEXT)")
        start = time.perf_counter()
        for _ in range(ACCEPTED // AT_ONCE):
            connection.execute("BEGIN IMMEDIATE")
            for _ in range(AT_ONCE):
                connection.execute("INSERT INTO tasks VALUES (?, ?)", (new_task_id(), "x" * 600))
            connection.execute("COMMIT")
        return time.perf_counter() - start


async def _event_us(listeners: int) -> float:
    """CPU microseconds of an event until all listeners have read it."""
    feed = Feed(_task())
    read = 0

    async def listen() -> None:
        nonlocal read
        seen = 0
        while seen < EVENTS:
            await feed.news(seen)
            read += len(feed.events) - seen
            seen = len(feed.events)

    waiting = [asyncio.ensure_future(listen()) for _ in range(listeners)]
    await asyncio.sleep(0)
    start = time.process_time()
    for number in range(1, EVENTS + 1):
        feed.publish(NumberedEvent(number, Progressed(number % 100, "x")))
        while read < number * listeners:  # noqa: ASYNC110 - every listener needs its turn
            await asyncio.sleep(0)
    spent = time.process_time() - start
    await asyncio.gather(*waiting)
    return spent / EVENTS * 1e6


def measure() -> Iterator[Row]:
    """Acceptances beside bare SQLite in the same run, then events."""
    rounds = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            rounds.append((asyncio.run(_accepted_s(folder)), _bare_s(folder)))
    accepted = ACCEPTED / statistics.median(ours for ours, _ in rounds)
    bare = ACCEPTED / statistics.median(theirs for _, theirs in rounds)
    share = statistics.median(theirs / ours for ours, theirs in rounds)
    yield Row(
        f"tasks: accepted durably, {AT_ONCE} at once", f"{accepted:,.0f} a second, {share:.0%} of bare SQLite"
    )
    yield Row("tasks: bare SQLite, one row for each, as many in a commit", f"{bare:,.0f} a second")
    for listeners in (1, 100, 2_000):
        cost = asyncio.run(_event_us(listeners))
        figure = f"{cost:,.0f} µs CPU, {cost / listeners:.1f} µs for each"
        yield Row(f"tasks: an event to {listeners:,} listener{'s' * (listeners > 1)}", figure)
