"""What is owed to the webhooks of tasks that are over. `store.tasks` writes a debt down in the transaction that ends the
task; here it is read and, in the end, settled: delivered, or given up. A debt without `due_at` is settled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from paintover.domain.task import Webhook
from paintover.store.columns import from_structure, from_time, to_time
from paintover.store.database import Database

_DUE = """
    SELECT id, task_id, owner, url, secret, attempts FROM (
        SELECT *, row_number() OVER (PARTITION BY owner ORDER BY due_at, id) AS place FROM webhook_deliveries
        WHERE due_at <= :now
            AND id NOT IN (SELECT value FROM json_each(:except_ids))
            AND owner NOT IN (SELECT value FROM json_each(:except_owners))
    ) WHERE place = 1 ORDER BY due_at, id LIMIT :limit
"""
_NEXT = "SELECT min(due_at) FROM webhook_deliveries WHERE due_at > ?"
_TRIED = "UPDATE webhook_deliveries SET attempts = attempts + 1, due_at = ?, delivered_at = ? WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The end of a task, owed to a webhook."""

    delivery_id: str
    """The same for every try, so that the receiver can tell a repetition."""
    task_id: str
    owner: str
    webhook: Webhook
    tries: int
    """How often it was tried, in vain."""


class Deliveries:
    """Deliveries in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def due(
        self,
        now: datetime,
        *,
        limit: int,
        except_ids: Collection[str] = (),
        except_owners: Collection[str] = (),
    ) -> list[Delivery]:
        """What is to be sent by `now`: for each owner the one that has waited longest, and at most `limit`."""
        given = {
            "now": from_time(now),
            "limit": limit,
            "except_ids": from_structure(list(except_ids)),
            "except_owners": from_structure(list(except_owners)),
        }
        rows = await self._db.read(lambda connection: connection.execute(_DUE, given).fetchall())
        return [_delivery(row) for row in rows]

    async def next_due(self, after: datetime) -> datetime | None:
        """When something more will be due, later than `after`; None when nothing will."""

        def query(connection: sqlite3.Connection) -> int | None:
            row = connection.execute(_NEXT, (from_time(after),)).fetchone()
            return None if row is None else row[0]

        found = await self._db.read(query)
        return None if found is None else to_time(found)

    async def delivered(self, delivery_id: str, at: datetime) -> None:
        """One more try, and the receiver has taken it: settled."""
        await self._tried(delivery_id, due_at=None, delivered_at=from_time(at))

    async def postpone(self, delivery_id: str, until: datetime) -> None:
        """One more try in vain: it is due again at `until`."""
        await self._tried(delivery_id, due_at=from_time(until), delivered_at=None)

    async def give_up(self, delivery_id: str) -> None:
        """One more try in vain, and the last: settled."""
        await self._tried(delivery_id, due_at=None, delivered_at=None)

    async def _tried(self, delivery_id: str, *, due_at: int | None, delivered_at: int | None) -> None:
        given = (due_at, delivered_at, delivery_id)
        # What a power cut undoes is sent once more, and has the same id.
        await self._db.write(lambda connection: connection.execute(_TRIED, given).rowcount, durable=False)


def _delivery(row: Any) -> Delivery:
    delivery_id, task_id, owner, url, secret, tries = row
    return Delivery(
        delivery_id=delivery_id,
        task_id=task_id,
        owner=owner,
        webhook=Webhook(url=url, secret=secret),
        tries=tries,
    )
