"""The record of answers that later requests go on from. Every look-up names the owner, and finds nothing deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from paintover.domain.response import StoredResponse
from paintover.store.columns import from_structure, from_time, to_structure, to_time
from paintover.store.database import Database

MAX_LINE = 1_000
"""The most answers that one conversation is read back from, the newest ones."""

_COLUMNS = "response_id, owner, created_at, body_digest, previous_response_id, task_ids, words, items, asked"
_INSERT = f"""
    INSERT INTO responses ({_COLUMNS}) VALUES ({", ".join("?" * 9)}) ON CONFLICT (owner, response_id) DO NOTHING
"""
_GET = f"SELECT {_COLUMNS} FROM responses WHERE owner = ? AND response_id = ? AND deleted_at IS NULL"
_LINE = f"""
    WITH RECURSIVE line (response_id, previous, step) AS (
        SELECT response_id, previous_response_id, 0 FROM responses
        WHERE owner = :owner AND response_id = :response_id AND deleted_at IS NULL
        UNION ALL
        SELECT earlier.response_id, earlier.previous_response_id, line.step + 1 FROM line
        JOIN responses earlier ON earlier.owner = :owner AND earlier.response_id = line.previous
        WHERE line.step + 1 < :most)
    SELECT {_COLUMNS} FROM line JOIN responses USING (response_id)
    WHERE owner = :owner AND deleted_at IS NULL ORDER BY step DESC
"""
_DELETE = """
    UPDATE responses SET deleted_at = ?, words = NULL, items = '[]', asked = '{}'
    WHERE owner = ? AND response_id = ? AND deleted_at IS NULL RETURNING task_ids
"""


class Responses:
    """Answers in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def add(self, response: StoredResponse) -> None:
        """Keep the record, durably. One of the same id, be it deleted, stays as it is."""
        given = _columns(response)
        await self._db.write(lambda connection: connection.execute(_INSERT, given).rowcount)

    async def get(self, response_id: str, *, owner: str) -> StoredResponse | None:
        """The owner's answer of that id."""
        row = await self._db.read(
            lambda connection: connection.execute(_GET, (owner, response_id)).fetchone()
        )
        return None if row is None else _response(row)

    async def line(self, response_id: str, *, owner: str) -> list[StoredResponse]:
        """The owner's answer of that id and those that it goes on from, oldest first; [] when there is none. Of those
        that were deleted nothing is told, but what was before them is."""
        given = {"owner": owner, "response_id": response_id, "most": MAX_LINE}
        rows = await self._db.read(lambda connection: connection.execute(_LINE, given).fetchall())
        return [_response(row) for row in rows]

    async def delete(self, response_id: str, *, owner: str) -> bool:
        """Forget what the owner's answer says, with the unfinished renderings that were kept for whoever resumes it;
        whether there was one. Its pictures stay, and so does its place in the line of those that go on from it."""
        given = (from_time(datetime.now(UTC)), owner, response_id)

        def change(connection: sqlite3.Connection) -> bool:
            row = connection.execute(_DELETE, given).fetchone()
            if row is None:
                return False
            among = "task_id IN (SELECT value FROM json_each(?))"
            connection.execute(f"DELETE FROM task_previews WHERE {among}", (row[0],))
            return True

        return await self._db.write(change)


def _columns(response: StoredResponse) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        response.response_id,
        response.owner,
        from_time(response.created_at),
        response.body_digest,
        response.previous_response_id,
        from_structure(response.task_ids),
        response.words,
        from_structure(response.items),
        from_structure(response.asked),
    )


def _response(row: Sequence[Any]) -> StoredResponse:
    """From `_COLUMNS`."""
    return StoredResponse(
        response_id=row[0],
        owner=row[1],
        created_at=to_time(row[2]),
        body_digest=row[3],
        previous_response_id=row[4],
        task_ids=to_structure(row[5], tuple[str, ...]),
        words=row[6],
        items=to_structure(row[7], tuple[dict[str, Any], ...]),
        asked=to_structure(row[8], dict[str, Any]),
    )
