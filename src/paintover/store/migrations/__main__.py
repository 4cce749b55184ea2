"""Write ``schema.sql`` from the migrations."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from paintover.store.schema import migrate


def schema_from_migrations(folder: Path) -> str:
    """The text of ``schema.sql`` as the migrations give it; `folder` is for the throw-away database."""
    path = folder / "schema.sqlite3"
    migrate(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        # Tables before indexes, each in order of its making.
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, rowid"
        )
        made = [" ".join(str(row[0]).split()) + ";\n" for row in rows]
    return "-- Made from the migrations by `python -m paintover.store.migrations`; do not edit.\n" + "".join(
        made
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        text = schema_from_migrations(Path(name))
    Path(__file__).with_name("schema.sql").write_text(text, encoding="utf-8")
