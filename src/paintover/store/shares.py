"""The links by which owners let others look. Every look-up names the owner, but for the one by the link itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from paintover.domain.errors import BadRequest, QuotaExceeded
from paintover.domain.share import Share
from paintover.store.columns import (
    from_optional_time,
    from_structure,
    from_time,
    to_optional_time,
    to_structure,
    to_time,
)
from paintover.store.database import Database
from paintover.store.page import Page

MAX_SHARES = 1_000
"""The most live ones that one owner may have."""

_COLUMNS = "share_id, owner, token, conversation_id, gen_id, title, created_at, expires_at, gen_ids, content"
_LIVE = "(expires_at IS NULL OR expires_at > ?)"


class Shares:
    """Links in a database. What has expired is not there. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def add(self, share: Share) -> None:
        """Keep it, durably; what has expired is forgotten with that.

        Raises:
            QuotaExceeded: the owner has as many live ones as is allowed.
        """

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM shares WHERE expires_at <= ?", (_now(),))
            (count,) = connection.execute(
                "SELECT count(*) FROM shares WHERE owner = ?", (share.owner,)
            ).fetchone()
            if count >= MAX_SHARES:
                raise QuotaExceeded(f"You have {count:,} live links. Revoke some first.")
            connection.execute(
                f"INSERT INTO shares ({_COLUMNS}) VALUES ({', '.join('?' * 10)})", _columns(share)
            )

        await self._db.write(change)

    async def by_token(self, token: str) -> Share | None:
        """The live one with that token, whoever asks."""
        query = f"SELECT {_COLUMNS} FROM shares WHERE token = ? AND {_LIVE}"
        row = await self._db.read(lambda connection: connection.execute(query, (token, _now())).fetchone())
        return None if row is None else _share(row)

    async def page(
        self,
        *,
        owner: str,
        limit: int,
        after: str | None = None,
        conversation_id: str | None = None,
        gen_id: str | None = None,
    ) -> Page[Share]:
        """The owner's live ones, newest first, from behind the one named by `after`; of one conversation or one picture
        alone where that is named.

        Raises:
            BadRequest: `after` is not one of the owner's.
        """

        def query(connection: sqlite3.Connection) -> list[Share]:
            where, values = ["owner = ?", _LIVE], [owner, _now()]  # type: tuple[list[str], list[Any]]
            for column, value in (("conversation_id", conversation_id), ("gen_id", gen_id)):
                if value is not None:
                    where.append(f"{column} = ?")
                    values.append(value)
            if after is not None:
                place = connection.execute(
                    "SELECT created_at, share_id FROM shares WHERE owner = ? AND share_id = ?",
                    (owner, after),
                ).fetchone()
                if place is None:
                    raise BadRequest("'after' must be the 'next_cursor' of an earlier page.", param="after")
                where.append("(created_at, share_id) < (?, ?)")
                values += place
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM shares WHERE {' AND '.join(where)} "
                "ORDER BY created_at DESC, share_id DESC LIMIT ?",
                (*values, limit + 1),
            ).fetchall()
            return [_share(row) for row in rows]

        found = await self._db.read(query)
        return Page(tuple(found[:limit]), found[limit - 1].share_id if len(found) > limit else None)

    async def showing(self, gen_id: str, *, owner: str) -> tuple[str, ...]:
        """The ids of the owner's live ones by which a picture can be seen, the newest first."""
        query = (
            f"SELECT share_id FROM shares WHERE owner = ? AND {_LIVE}"
            " AND EXISTS (SELECT 1 FROM json_each(shares.gen_ids) WHERE value = ?)"
            " ORDER BY created_at DESC, share_id DESC"
        )
        given = (owner, _now(), gen_id)
        rows = await self._db.read(lambda connection: connection.execute(query, given).fetchall())
        return tuple(row[0] for row in rows)

    async def delete(self, share_id: str, *, owner: str) -> bool:
        """Revoke the owner's link; whether there was one. Nobody sees anything by it any more when this returns."""
        query = "DELETE FROM shares WHERE owner = ? AND share_id = ?"
        return await self._db.write(
            lambda connection: connection.execute(query, (owner, share_id)).rowcount > 0
        )

    async def delete_of(self, conversation_id: str, *, owner: str) -> None:
        """Revoke all links to the owner's conversation."""
        query = "DELETE FROM shares WHERE owner = ? AND conversation_id = ?"
        await self._db.write(lambda connection: connection.execute(query, (owner, conversation_id)).rowcount)


def _now() -> int:
    return from_time(datetime.now(UTC))


def _columns(share: Share) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        share.share_id,
        share.owner,
        share.token,
        share.conversation_id,
        share.gen_id,
        share.title,
        from_time(share.created_at),
        from_optional_time(share.expires_at),
        from_structure(share.gen_ids),
        share.content,
    )


def _share(row: Sequence[Any]) -> Share:
    """From `_COLUMNS`."""
    return Share(
        share_id=row[0],
        owner=row[1],
        token=row[2],
        conversation_id=row[3],
        gen_id=row[4],
        title=row[5],
        created_at=to_time(row[6]),
        expires_at=to_optional_time(row[7]),
        gen_ids=to_structure(row[8], tuple[str, ...]),
        content=row[9],
    )
