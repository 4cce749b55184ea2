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
from paintover.store import schema
from paintover.store.migrations.__main__ import schema_from_migrations


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
    monkeypatch.setattr(schema, "REVISIONS", ("0001", "0002"))
    monkeypatch.setattr(schema, "HEAD", "0002")
    monkeypatch.setattr(schema, "migrate", migrated.append)
    schema.bring_up_to_date(path)
    assert migrated == [path]


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
