"""What ended tasks have taken: written down with their ends, all or nothing, so that each is counted exactly once whatever
dies when; and summed up for whoever asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from paintover.domain.call import Call, Evidence
from paintover.domain.task import BACKGROUND_SUFFIX, TaskState
from paintover.domain.usage import Entry, Group, PriceList, Sum
from paintover.store.columns import from_time, to_structure
from paintover.store.database import Database

_COLUMNS = (
    "task_id, engine, owner, key_id, model, state, ended_at, requests, asked, pictures, pixels, took_us, "
    "planner_tokens, cost_micros"
)
_INSERT = f"INSERT INTO usage ({_COLUMNS}) VALUES ({', '.join('?' * 14)}) ON CONFLICT DO NOTHING"
_ENDED = """
    SELECT engine, owner, coalesce(key_id, owner), model, state, call, evidence, finished_at,
        coalesce(finished_at - started_at, 0)
    FROM tasks WHERE task_id = ?
"""
_GROUPS: dict[Group, str] = {"model": "model", "engine": "engine", "key": "key_id", "owner": "owner"}
_SUMS = """
    sum(requests), sum(requests * (state = 'succeeded')), sum(requests * (state = 'failed')),
    sum(requests * (state = 'cancelled')), sum(asked), sum(pictures), sum(pixels), sum(took_us), sum(planner_tokens),
    sum(cost_micros)
"""


class Usage:
    """Sums over a database. Raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def sums(
        self,
        *,
        owner: str | None,
        since: datetime,
        until: datetime,
        bucket_s: int | None = None,
        groups: Sequence[Group] = (),
    ) -> list[Sum]:
        """What ended from `since` on and before `until`, the owner's or (None) everybody's, in buckets of so many seconds
        (since 1970; None makes one of all), by group; in order of time."""
        names = "".join(f", {_GROUPS[group]}" for group in groups)
        bucket = ":since / 1000000" if bucket_s is None else "ended_at / (:bucket * 1000000) * :bucket"
        query = (
            f"SELECT {bucket} AS bucket{names}, {_SUMS} FROM usage"
            f" WHERE ended_at >= :since AND ended_at < :until{'' if owner is None else ' AND owner = :owner'}"
            f" GROUP BY bucket{names} ORDER BY bucket{names}"
        )
        given = {"owner": owner, "since": from_time(since), "until": from_time(until), "bucket": bucket_s}
        rows = await self._db.read(lambda connection: connection.execute(query, given).fetchall())
        return [_sum(row, len(groups)) for row in rows]


def note_usage(connection: sqlite3.Connection, task_id: str, prices: PriceList) -> None:
    """As part of the change that ends a task: write down what it has taken. A second time changes nothing."""
    row = connection.execute(_ENDED, (task_id,)).fetchone()
    if row is None:
        return
    pictures = connection.execute(
        "SELECT coalesce(engine_name, engine), engine, width, height FROM generations WHERE task_id = ? ORDER BY batch_index",
        (task_id,),
    ).fetchall()
    entries = _entries(task_id, row, pictures, prices)
    connection.executemany(_INSERT, [_columns(entry, row[7]) for entry in entries])


def _entries(
    task_id: str,
    row: Sequence[Any],
    pictures: Sequence[tuple[str | None, str | None, int, int]],
    prices: PriceList,
) -> list[Entry]:
    default, owner, key_id, model, state, call_text, evidence_text, _, took_us = row
    model, call = model.removesuffix(BACKGROUND_SUFFIX), to_structure(call_text, Call)
    tokens = 0 if evidence_text is None else to_structure(evidence_text, Evidence).planner_tokens
    # What failed or was cancelled costs nothing, whatever was drawn on the way.
    is_paid = state == TaskState.SUCCEEDED
    engines = list(dict.fromkeys(name or default for name, _, _, _ in pictures)) or [default]
    entries = []
    for place, name in enumerate(engines):
        own = [picture for picture in pictures if (picture[0] or default) == name]
        cost = sum(
            prices.of_picture(
                model=model, engines=(name, kind or default), quality=call.quality, width=width, height=height
            )
            for _, kind, width, height in own
        )
        is_first = place == 0
        cost += prices.of_planner(tokens) if is_first else 0
        entries.append(
            Entry(
                task_id=task_id,
                engine=name,
                owner=owner,
                key_id=key_id,
                model=model,
                state=TaskState(state),
                requests=int(is_first),
                asked=call.n if is_first else 0,
                pictures=len(own),
                pixels=sum(width * height for _, _, width, height in own),
                took_us=took_us if is_first else 0,
                planner_tokens=tokens if is_first else 0,
                cost_micros=cost if is_paid else 0,
            )
        )
    return entries


def _columns(entry: Entry, ended_at: int) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        entry.task_id,
        entry.engine,
        entry.owner,
        entry.key_id,
        entry.model,
        str(entry.state),
        ended_at,
        entry.requests,
        entry.asked,
        entry.pictures,
        entry.pixels,
        entry.took_us,
        entry.planner_tokens,
        entry.cost_micros,
    )


def _sum(row: Sequence[Any], groups: int) -> Sum:
    numbers = row[1 + groups :]
    return Sum(
        bucket_s=row[0],
        group=tuple(row[1 : 1 + groups]),
        requests=numbers[0],
        succeeded=numbers[1],
        failed=numbers[2],
        cancelled=numbers[3],
        asked=numbers[4],
        pictures=numbers[5],
        pixels=numbers[6],
        seconds=numbers[7] / 1_000_000,
        planner_tokens=numbers[8],
        cost_micros=numbers[9],
    )
