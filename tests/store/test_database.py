from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from paintover.domain.errors import NotFound, StoreFailed
from paintover.store.database import Database
from paintover.store.generations import Generations
from paintover.store.tasks import Tasks

Change = Callable[[sqlite3.Connection], int]


def put(name: str) -> Change:
    """A change that leaves one row behind."""
    query = "INSERT INTO keys (id, name, hmac, created_at) VALUES (?, ?, ?, 0)"
    return lambda connection: connection.execute(query, (name, name, name.encode())).rowcount


def count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM keys").fetchone()[0])


def names(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM keys")}


async def test_a_change_is_read_back_and_survives_reopening(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    database = await Database.open(path)
    assert await database.write(put("one")) == 1
    assert await database.read(names) == {"one"}
    await database.aclose()
    assert not path.with_name("store.db-wal").exists()

    again = await Database.open(path)
    assert await again.read(names) == {"one"}
    await again.aclose()


async def test_a_thousand_concurrent_changes_share_few_commits(db: Database) -> None:
    statements: list[str] = []
    await db.write(lambda connection: connection.set_trace_callback(statements.append))
    outcomes = await asyncio.gather(*(db.write(put(f"{index}")) for index in range(1000)))
    assert outcomes == [1] * 1000
    assert 1 <= statements.count("COMMIT") < 100
    assert await db.read(count) == 1000


async def test_one_that_fails_leaves_the_rest_of_its_group_alone(db: Database) -> None:
    def broken(connection: sqlite3.Connection) -> int:
        put("half")(connection)
        raise NotFound("not this one")

    def twice(connection: sqlite3.Connection) -> int:
        put("other half")(connection)
        return put("3")(connection)

    changes = [put("1"), broken, put("2"), put("3"), twice, put("4")]
    outcomes = await asyncio.gather(*map(db.write, changes), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [int, NotFound, int, int, sqlite3.IntegrityError, int]
    assert await db.read(names) == {"1", "2", "3", "4"}


async def test_changes_are_applied_in_order(db: Database) -> None:
    seen: list[int] = []

    def note(index: int) -> Callable[[sqlite3.Connection], None]:
        return lambda connection: seen.append(index)

    await asyncio.gather(*(db.write(note(index)) for index in range(200)))
    assert seen == list(range(200))


@pytest.mark.parametrize(("durable", "expected"), [(True, 2), (False, 1)])
async def test_only_durable_changes_wait_for_the_disk(db: Database, durable: bool, expected: int) -> None:
    await db.write(put("before"), durable=not durable)
    row = await db.write(
        lambda connection: connection.execute("PRAGMA synchronous").fetchone(), durable=durable
    )
    assert row == (expected,)


async def test_nobody_who_stops_waiting_harms_the_others(db: Database) -> None:
    gate = threading.Event()
    blocked = asyncio.create_task(db.write(lambda connection: gate.wait(10)))
    left = asyncio.create_task(db.write(put("left")))
    stays = asyncio.create_task(db.write(put("stays")))
    await asyncio.sleep(0)
    left.cancel()
    gate.set()
    assert await blocked
    assert await stays == 1
    assert await db.read(names) == {"left", "stays"}


async def test_a_slow_read_holds_up_neither_the_loop_nor_other_work(db: Database) -> None:
    gate = threading.Event()
    slow = asyncio.create_task(db.read(lambda connection: gate.wait(10)))
    await asyncio.sleep(0)
    await db.write(put("meanwhile"))
    assert await db.read(count) == 1
    assert not slow.done()
    gate.set()
    assert await slow


async def test_a_read_sees_one_snapshot(db: Database) -> None:
    inside, written = threading.Event(), threading.Event()

    def twice(connection: sqlite3.Connection) -> tuple[int, int]:
        first = count(connection)
        inside.set()
        assert written.wait(10)
        return first, count(connection)

    reading = asyncio.create_task(db.read(twice))
    assert await asyncio.to_thread(inside.wait, 10)
    await db.write(put("between"))
    written.set()
    assert await reading == (0, 0)
    assert await db.read(count) == 1


async def test_a_read_cannot_write(db: Database) -> None:
    with pytest.raises(StoreFailed, match="readonly"):
        await db.read(put("sneaked in"))
    assert await db.read(count) == 0


async def test_a_failed_read_leaves_the_reader_usable(db: Database) -> None:
    for _ in range(5):
        with pytest.raises(StoreFailed, match="no such table") as caught:
            await db.read(lambda connection: connection.execute("SELECT * FROM nowhere"))
        assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
    assert await db.read(count) == 0


async def test_an_iterator_that_ends_inside_does_not_hang_the_caller(db: Database) -> None:
    with pytest.raises(StoreFailed, match="ended early"):
        await db.read(lambda connection: next(iter(connection.execute("SELECT 1 WHERE 0"))))


async def test_a_full_disk_is_said_clearly_and_loses_nothing_acknowledged(db: Database) -> None:
    limit = "PRAGMA max_page_count={}"
    pages = await db.read(lambda connection: int(connection.execute("PRAGMA page_count").fetchone()[0]))
    await db.write(lambda connection: connection.execute(limit.format(pages + 4)).fetchone())

    wanted = [put(f"{index:03d}" * 50) for index in range(300)]
    outcomes = await asyncio.gather(*map(db.write, wanted), return_exceptions=True)
    failed = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert failed
    assert {type(failure) for failure in failed} == {StoreFailed}
    assert "full" in str(failed[0])
    acknowledged = {f"{index:03d}" * 50 for index, outcome in enumerate(outcomes) if outcome == 1}
    assert await db.read(names) == acknowledged

    await db.write(lambda connection: connection.execute(limit.format(1_000_000)).fetchone())
    assert await db.write(put("room again")) == 1


async def test_another_process_may_write_too(db: Database) -> None:
    other = sqlite3.connect(db.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(db.write(put("after")))
    await asyncio.sleep(0)
    put("other")(other)
    other.execute("COMMIT")
    other.close()
    assert await waiting == 1
    assert await db.read(names) == {"other", "after"}


async def test_closing_finishes_what_was_asked_for(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.db")
    waiting = [asyncio.create_task(database.write(put(f"{index}"))) for index in range(50)]
    await asyncio.sleep(0)
    await asyncio.gather(database.aclose(), database.aclose())
    assert [task.result() for task in waiting] == [1] * 50
    with pytest.raises(StoreFailed, match="closed"):
        await database.write(put("late"))
    with pytest.raises(StoreFailed, match="closed"):
        await database.read(count)


async def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"this is a letter to my aunt\n" * 100)
    with pytest.raises(StoreFailed, match="cannot be opened"):
        await Database.open(path)


async def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFailed, match="cannot be opened"):
        await Database.open(tmp_path / "file" / "store.db")


async def test_killed_writers_lose_nothing_that_they_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    accepted: set[str] = set()
    kept: set[str] = set()
    for lines in (1, 40, 333, 777):
        said = await asyncio.to_thread(kill_after, path, lines)
        accepted |= {line.split()[1] for line in said if line.startswith("accepted ")}
        kept |= {line.split()[1] for line in said if line.startswith("kept ")}
    assert len(accepted) >= 500

    database = await Database.open(path)
    try:
        tasks = await Tasks(database).unfinished()
        assert accepted <= {task.task_id for task in tasks}
        noted = {gen_id for task in tasks for gen_id in task.gen_ids}
        assert kept <= noted
        assert set(await Generations(database).get_many(noted, owner="ann")) == noted
        check = await database.read(
            lambda connection: connection.execute("PRAGMA integrity_check").fetchall()
        )
        assert check == [("ok",)]
    finally:
        await database.aclose()


def kill_after(path: Path, lines: int) -> list[str]:
    """Let a writer say so many lines, kill it, and return all that it said."""
    command = [sys.executable, "-m", "tests.store.writer", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout.readlines() if line.endswith("\n")]
    return said
