"""The shape of the database file, and how an older file gets it.

An empty file is given today's shape at once from ``migrations/schema.sql``; a file of an older version is led
through the migrations. Alembic and SQLAlchemy (46 MB, 1.6 s) are only imported in the second case.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from paintover.domain.errors import StoreFailed

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")
"""Every revision in ``migrations/versions``, oldest first."""
HEAD = REVISIONS[-1]
BUSY_TIMEOUT_S = 30.0

_MIGRATIONS = "paintover.store.migrations"


def bring_up_to_date(path: Path) -> None:
    """Create the file when absent, and lead its schema to `HEAD`. Two processes may do so at the same time.

    Raises:
        StoreFailed: the file cannot be written, is no database, or was written by a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(_connect(path)) as connection:
            found = _version(connection)
            if found is None:
                found = _create(connection)
        if found not in REVISIONS:
            raise StoreFailed(
                f"{path.name} was written by a newer version of Paintover (revision {found}, this one knows "
                f"{HEAD}): update Paintover, or start it with another data folder."
            )
        if found != HEAD:
            migrate(path)
    except (sqlite3.Error, OSError) as exc:
        raise StoreFailed(f"The database {path} cannot be opened: {exc}.") from exc


def migrate(path: Path, to: str = HEAD) -> None:
    """Lead the file through the migrations up to revision `to`, all or nothing."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import Connection, create_engine, event
    from sqlalchemy.pool import NullPool

    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=NullPool)

    # The driver would begin too late for two processes to wait for each other, so SQLAlchemy is told to itself.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", "paintover:store/migrations")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def statements() -> Iterator[str]:
    """The statements of ``schema.sql``, in order."""
    statement = ""
    for line in resources.files(_MIGRATIONS).joinpath("schema.sql").read_text(encoding="utf-8").splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def _version(connection: sqlite3.Connection) -> str | None:
    """The revision that the file is at; None when it has no schema yet."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.execute(query).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _to_wal(connection: sqlite3.Connection) -> None:
    """Set the journal mode. SQLite itself does not wait when another process is doing the same."""
    until = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.005)


def _create(connection: sqlite3.Connection) -> str:
    """Give an empty file today's shape, unless another process was quicker; the revision it is then at."""
    _to_wal(connection)
    connection.execute("BEGIN IMMEDIATE")
    found = _version(connection)
    if found is None:
        for statement in statements():
            connection.execute(statement)
        connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD,))
        found = HEAD
    connection.execute("COMMIT")
    return found
