"""The record of uploaded files. Every look-up names the owner, and finds nothing that has expired or was deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from paintover.domain.errors import BadRequest, QuotaExceeded
from paintover.domain.file import Purpose, UploadedFile
from paintover.store.columns import from_optional_time, from_time, to_optional_time, to_time
from paintover.store.database import Database
from paintover.store.page import Page

Order = Literal["asc", "desc"]

_COLUMNS = "file_id, owner, name, purpose, media_type, digest, byte_length, created_at, gone_at"
_SELECT = f"SELECT {_COLUMNS} FROM files"
_HERE = "owner = ? AND (gone_at IS NULL OR gone_at > ?)"
_KEPT = f"SELECT count(*), coalesce(sum(byte_length), 0) FROM files WHERE {_HERE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """The most that one owner may keep."""

    count: int
    max_bytes: int


class Files:
    """Files in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database, quota: Quota) -> None:
        self._db = db
        self._quota = quota

    async def check_room(self, byte_length: int, *, owner: str) -> None:
        """Whether the owner may keep so much more.

        Raises:
            QuotaExceeded: not before others are deleted.
        """
        await self._db.read(lambda connection: self._check(connection, owner, byte_length))

    async def add(self, file: UploadedFile) -> None:
        """Keep the record, durably.

        Raises:
            QuotaExceeded: the owner keeps as much as is allowed.
        """

        def change(connection: sqlite3.Connection) -> None:
            self._check(connection, file.owner, file.byte_length)
            connection.execute(
                f"INSERT INTO files ({_COLUMNS}) VALUES ({', '.join('?' * 9)})", _columns(file)
            )

        await self._db.write(change)

    async def get(self, file_id: str, *, owner: str) -> UploadedFile | None:
        """The owner's file of that id."""
        query, given = f"{_SELECT} WHERE file_id = ? AND {_HERE}", (file_id, owner, _now())
        row = await self._db.read(lambda connection: connection.execute(query, given).fetchone())
        return None if row is None else _file(row)

    async def delete(self, file_id: str, *, owner: str) -> bool:
        """Nobody sees the owner's file any more; whether there was one."""
        query = f"UPDATE files SET gone_at = ? WHERE file_id = ? AND {_HERE}"
        given = (_now(), file_id, owner, _now())
        return await self._db.write(lambda connection: connection.execute(query, given).rowcount > 0)

    async def page(
        self,
        *,
        owner: str,
        limit: int,
        after: str | None = None,
        order: Order = "desc",
        purpose: str | None = None,
    ) -> Page[UploadedFile]:
        """The owner's files by age, from behind the one named by `after`.

        Raises:
            BadRequest: `after` is not one of the owner's.
        """

        def query(connection: sqlite3.Connection) -> list[UploadedFile]:
            where, values = _HERE, [owner, _now()]
            if after is not None:
                where += f" AND (created_at, file_id) {'<' if order == 'desc' else '>'} (?, ?)"
                values += _place(connection, owner, after)
            if purpose is not None:
                where += " AND purpose = ?"
                values.append(purpose)
            text = f"{_SELECT} WHERE {where} ORDER BY created_at {order}, file_id {order} LIMIT ?"
            return [_file(row) for row in connection.execute(text, (*values, limit + 1))]

        files = await self._db.read(query)
        more = len(files) > limit
        return Page(tuple(files[:limit]), files[limit - 1].file_id if more else None)

    async def forget(self, before: datetime) -> list[str]:
        """Drop the records of files that were gone by `before`; the digests of their bytes."""
        query, given = "DELETE FROM files WHERE gone_at < ? RETURNING digest", (from_time(before),)
        rows = await self._db.write(lambda connection: connection.execute(query, given).fetchall())
        return [row[0] for row in rows]

    def _check(self, connection: sqlite3.Connection, owner: str, byte_length: int) -> None:
        count, kept = connection.execute(_KEPT, (owner, _now())).fetchone()
        if count >= self._quota.count or kept + byte_length > self._quota.max_bytes:
            raise QuotaExceeded(
                f"You keep {count} files of {kept / 2**20:.1f} MiB; allowed are {self._quota.count} files and "
                f"{self._quota.max_bytes / 2**20:.1f} MiB. Delete some first.",
                param="file",
            )


def _now() -> int:
    return from_time(datetime.now(UTC))


def _place(connection: sqlite3.Connection, owner: str, file_id: str) -> tuple[Any, ...]:
    """Where a file stands in its owner's list; one that was deleted meanwhile still has its place."""
    query = "SELECT created_at, file_id FROM files WHERE owner = ? AND file_id = ?"
    row: tuple[Any, ...] | None = connection.execute(query, (owner, file_id)).fetchone()
    if row is None:
        raise BadRequest("'after' must be the id of a file of an earlier page.", param="after")
    return row


def _columns(file: UploadedFile) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        file.file_id,
        file.owner,
        file.name,
        file.purpose,
        file.media_type,
        file.digest,
        file.byte_length,
        from_time(file.created_at),
        from_optional_time(file.gone_at),
    )


def _file(row: Sequence[Any]) -> UploadedFile:
    """From `_COLUMNS`."""
    purpose: Purpose = row[3]
    return UploadedFile(
        file_id=row[0],
        owner=row[1],
        name=row[2],
        purpose=purpose,
        media_type=row[4],
        digest=row[5],
        byte_length=row[6],
        created_at=to_time(row[7]),
        gone_at=to_optional_time(row[8]),
    )
