from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from paintover.domain.events import (
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    Previewed,
    Progressed,
    Queued,
    Redrawn,
    Started,
    TaskEvent,
)
from paintover.domain.task import TaskState
from paintover.store.database import Database
from paintover.store.event_log import append_event, read_events
from paintover.store.generations import insert_generation
from tests.store.samples import a_generation

TEXT = some.text(max_size=20).filter(lambda text: text.isprintable())
EVENTS = some.one_of(
    some.builds(Queued),
    some.builds(Started),
    some.builds(HandedBack),
    some.builds(Redrawn, some.lists(TEXT, max_size=3).map(tuple), some.lists(TEXT, max_size=2).map(tuple)),
    some.builds(Progressed, some.integers(1, 99), TEXT),
    some.builds(Finished, some.sampled_from(TaskState), some.none() | TEXT, some.none() | TEXT),
)
LOGS = some.dictionaries(some.integers(0, 2**53), EVENTS, max_size=8)


@given(log=LOGS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_what_is_appended_in_any_order_is_read_by_number(
    db: Database, log: dict[int, TaskEvent]
) -> None:
    written = [NumberedEvent(number, event) for number, event in log.items()]

    def change(connection: sqlite3.Connection) -> list[NumberedEvent]:
        connection.execute("DELETE FROM task_events")
        for numbered in (*written, *reversed(written)):
            append_event(connection, "task_1", numbered)
        append_event(connection, "task_2", NumberedEvent(5, Queued()))
        return read_events(connection, "task_1")

    assert await db.write(change) == sorted(written, key=lambda numbered: numbered.number)


async def test_pictures_come_with_the_log(db: Database) -> None:
    first, second = (a_generation(task_id="task_1", batch_index=index) for index in range(2))
    gone = a_generation(task_id="task_1", batch_index=2)

    def change(connection: sqlite3.Connection) -> list[NumberedEvent]:
        for picture in (first, second):
            insert_generation(connection, picture)
        for place, picture in enumerate((second, gone, first)):
            append_event(connection, "task_1", NumberedEvent(place, Kept(picture)))
        return read_events(connection, "task_1")

    # A picture that was removed since is not spoken of.
    assert await db.write(change) == [NumberedEvent(0, Kept(second)), NumberedEvent(2, Kept(first))]


async def test_a_number_is_given_once(db: Database) -> None:
    def change(connection: sqlite3.Connection) -> list[NumberedEvent]:
        append_event(connection, "task_1", NumberedEvent(1, Queued()))
        append_event(connection, "task_1", NumberedEvent(1, Started()))
        return read_events(connection, "task_1")

    assert await db.write(change) == [NumberedEvent(1, Queued())]


async def test_previews_are_not_written_down(db: Database) -> None:
    preview = NumberedEvent(1, Previewed(0, 0, b"", "image/webp", 8, 8))
    with pytest.raises(ValueError, match="told live"):
        await db.write(lambda connection: append_event(connection, "task_1", preview))


async def test_an_unknown_kind_is_said(db: Database) -> None:
    await db.write(
        lambda connection: (
            connection.execute(
                "INSERT INTO task_events (task_id, number, event) VALUES ('task_1', 1, '{\"type\":\"sung\"}')"
            ).rowcount
        )
    )
    with pytest.raises(ValueError, match="sung"):
        await db.read(lambda connection: read_events(connection, "task_1"))
