from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from paintover.domain.errors import StoreFailed
from paintover.domain.events import Finished, Kept, NumberedEvent, Queued
from paintover.domain.task import TaskState
from paintover.store import schema
from paintover.store.columns import to_time
from paintover.store.database import Database
from paintover.store.generations import Generations
from paintover.store.migrations.__main__ import schema_from_migrations
from paintover.store.tasks import Tasks
from paintover.store.usage import Usage

FIRST_VERSION = """
    INSERT INTO tasks (task_id, owner, state, engine, language, call, trail, progress, gen_ids, attempts, created_at,
        error_code, error_message) VALUES
    ('task_done', 'ann', 'succeeded', 'instant', 'zh', '{"action":"generate","prompt":"牛"}', '[]', 100,
        '["gen_a","gen_b"]', 2, 1, NULL, NULL),
    ('task_never', 'ann', 'failed', 'instant', 'zh', '{"action":"generate","prompt":"牛"}', '[]', 0, '[]', 0, 2,
        'source_lost', 'It''s gone: ''x''.'),
    ('task_runs', 'bob', 'running', 'instant', 'zh', '{"action":"generate","prompt":"牛"}', '[]', 50,
        '["gen_c"]', 1, 3, NULL, NULL);
    INSERT INTO generations (owner, gen_id, origin, created_at, ratio_width, ratio_height, width, height, media_type,
        digest, byte_length, path, prompt, task_id, batch_index, notes) VALUES
    ('ann', 'gen_a', 'drawn', 4, 1, 1, 8, 8, 'image/png', 'd1', 9, 'p/a.png', '牛', 'task_done', 0, '[]'),
    ('ann', 'gen_b', 'drawn', 5, 1, 1, 8, 8, 'image/png', 'd2', 9, 'p/b.png', '牛', 'task_done', 0, '[]'),
    ('bob', 'gen_c', 'drawn', 6, 1, 1, 8, 8, 'image/png', 'd3', 9, 'p/c.png', '牛', 'task_runs', 0, '[]'),
    ('bob', 'gen_d', 'uploaded', 7, 1, 1, 8, 8, 'image/png', 'd4', 9, 'p/d.png', '', NULL, 0, '[]');
"""


def shape(path: Path) -> set[tuple[str, str, str]]:
    """Every table and index, without regard to white space."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def version(path: Path) -> str:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_a_new_file_and_a_migrated_one_are_the_same(tmp_path: Path) -> None:
    schema.bring_up_to_date(tmp_path / "new.db")
    schema.migrate(tmp_path / "migrated.db")
    assert shape(tmp_path / "new.db") == shape(tmp_path / "migrated.db")
    assert version(tmp_path / "new.db") == version(tmp_path / "migrated.db") == schema.HEAD


def test_the_snapshot_is_what_the_migrations_lead_to(tmp_path: Path) -> None:
    written = resources.files("paintover.store.migrations").joinpath("schema.sql").read_text(encoding="utf-8")
    assert written == schema_from_migrations(tmp_path)


def test_every_revision_is_listed() -> None:
    config = Config()
    config.set_main_option("script_location", "paintover.store:migrations")
    found = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(found)) == schema.REVISIONS


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    schema.bring_up_to_date(path)
    before = shape(path)
    schema.bring_up_to_date(path)
    assert shape(path) == before


def test_several_processes_may_be_the_first(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(schema.bring_up_to_date, path) for _ in range(8)]:
            done.result()
    assert version(path) == schema.HEAD


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    schema.bring_up_to_date(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreFailed, match="newer version of Paintover"):
        schema.bring_up_to_date(path)
    assert version(path) == "9999"


def test_an_older_file_is_led_through_the_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    schema.bring_up_to_date(path)
    migrated: list[Path] = []
    monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "9998"))
    monkeypatch.setattr(schema, "HEAD", "9998")
    monkeypatch.setattr(schema, "migrate", migrated.append)
    schema.bring_up_to_date(path)
    assert migrated == [path]


async def test_a_file_of_the_first_version_keeps_its_tasks_and_tells_their_events(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    schema.migrate(path, "0001")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(FIRST_VERSION)
    schema.bring_up_to_date(path)
    assert version(path) == schema.HEAD

    database = await Database.open(path)
    tasks = Tasks(database)
    done = await tasks.get("task_done", owner="ann")
    assert done is not None
    assert (done.state, done.gen_ids, done.priority, done.webhook) == (
        TaskState.SUCCEEDED,
        ("gen_a", "gen_b"),
        0,
        None,
    )
    kept = await Generations(database).get("gen_a", owner="ann")
    assert kept is not None
    assert await tasks.events("task_done") == [
        NumberedEvent(1, Queued()),
        NumberedEvent(2_000_001, Kept(kept)),
        NumberedEvent(2_999_999, Finished(TaskState.SUCCEEDED)),
    ]
    ends = [event.event for event in await tasks.events("task_never") if isinstance(event.event, Finished)]
    assert ends == [Finished(TaskState.FAILED, "source_lost", "It's gone: 'x'.")]
    # What had ended before is counted, and cost nothing.
    used = await Usage(database).sums(
        owner=None, since=to_time(0), until=to_time(10), bucket_s=None, groups=("owner",)
    )
    assert [
        (one.group, one.requests, one.succeeded, one.pictures, one.pixels, one.cost_micros) for one in used
    ] == [(("ann",), 2, 1, 1, 64, 0)]
    # What a restart had kept twice stays a picture of its owner's, and the task's place has one.
    assert await tasks.kept_places("task_done") == {0}
    twice = await Generations(database).get("gen_b", owner="ann")
    assert twice is not None
    assert twice.task_id is None

    assert [task.task_id for task in await tasks.unfinished()] == ["task_runs"]
    assert await tasks.start("task_runs") == 2
    numbers = [event.number for event in await tasks.events("task_runs")]
    assert numbers == [1, 1_000_001, 2_000_000]
    assert await tasks.kept_places("task_runs") == {0}
    await database.aclose()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE tasks (in_the_way TEXT)")
    before = shape(path)
    with pytest.raises(StoreFailed, match="already exists"):
        schema.bring_up_to_date(path)
    assert shape(path) == before


def test_a_start_with_a_current_file_stays_light(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from paintover.store.schema import bring_up_to_date;"
        "bring_up_to_date(Path(sys.argv[1]));"
        "sys.exit(sum(name in sys.modules for name in ('alembic', 'sqlalchemy')))"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program, str(tmp_path / "store.db")], check=True)
