"""The record of accepted requests. A task's state only makes legal moves, whoever asks for others."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from paintover.domain.call import Call, Evidence
from paintover.domain.errors import BadRequest
from paintover.domain.generation import Generation
from paintover.domain.task import Task, TaskState, TrailStep
from paintover.store.columns import (
    from_optional_time,
    from_structure,
    from_time,
    to_optional_time,
    to_structure,
    to_time,
)
from paintover.store.database import Database
from paintover.store.generations import insert_generation
from paintover.store.page import Page

_COLUMNS = (
    "task_id, owner, state, engine, language, call, trail, evidence, progress, gen_ids, attempts, created_at, "
    "started_at, finished_at, error_code, error_message"
)
_SELECT = f"SELECT {_COLUMNS} FROM tasks"
_INSERT = f"INSERT INTO tasks ({_COLUMNS}) VALUES ({', '.join('?' * 16)}) ON CONFLICT (task_id) DO NOTHING"
_START = """
    UPDATE tasks SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ?)
    WHERE task_id = ? AND state IN ('queued', 'running')
"""
_PROGRESS = "UPDATE tasks SET progress = ? WHERE task_id = ? AND state = 'running' AND progress < ?"
_KEEP = """
    UPDATE tasks SET gen_ids = json_insert(gen_ids, '$[#]', ?)
    WHERE task_id = ? AND owner = ? AND state = 'running'
"""
_FINISH = """
    UPDATE tasks SET state = :state, finished_at = :now, error_code = :code, error_message = :message,
        progress = CASE :state WHEN 'succeeded' THEN 100 ELSE progress END
    WHERE task_id = :task_id AND (state = 'running' OR (state = 'queued' AND :state <> 'succeeded'))
"""


class Tasks:
    """Tasks in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def accept(self, task: Task) -> None:
        """Write the task down. It is on disk when this returns; accepting it again changes nothing."""
        await self._db.write(lambda connection: connection.execute(_INSERT, _columns(task)).rowcount)

    async def get(self, task_id: str, *, owner: str) -> Task | None:
        """The owner's task of that id."""
        query = f"{_SELECT} WHERE task_id = ? AND owner = ?"
        found = await self._db.read(lambda connection: _many(connection, query, task_id, owner))
        return found[0] if found else None

    async def start(self, task_id: str) -> bool:
        """A worker takes the task up, for the first time or after the last worker was lost.

        Returns:
            False when the task is over (or unknown) and must be left alone.
        """
        given = (from_time(datetime.now(UTC)), task_id)
        return await self._db.write(lambda connection: connection.execute(_START, given).rowcount == 1)

    async def set_progress(self, task_id: str, percent: int) -> None:
        """Note the progress of a running task; it never falls. A power cut may undo it."""
        given = (percent, task_id, percent)
        await self._db.write(lambda connection: connection.execute(_PROGRESS, given).rowcount, durable=False)

    async def keep(self, task_id: str, generation: Generation) -> bool:
        """Keep a picture and note it as the task's, both or neither. Keeping it again changes nothing.

        Returns:
            False when the task is no longer running: nothing is kept.
        """

        def change(connection: sqlite3.Connection) -> bool:
            owner, gen_id = generation.owner, generation.gen_id
            known = "SELECT 1 FROM tasks, json_each(gen_ids) WHERE task_id = ? AND owner = ? AND value = ?"
            if connection.execute(known, (task_id, owner, gen_id)).fetchone() is not None:
                return True
            if connection.execute(_KEEP, (gen_id, task_id, owner)).rowcount == 0:
                return False
            insert_generation(connection, generation)
            return True

        return await self._db.write(change)

    async def finish(
        self,
        task_id: str,
        state: TaskState,
        error_code: str | None = None,
        error_message: str | None = None,
    ) -> bool:
        """End the task: a running one in any final state, a queued one as failed or cancelled.

        Returns:
            False when it was over before (or is unknown), and nothing has changed.

        Raises:
            ValueError: `state` is not final.
        """
        if not state.is_final:
            raise ValueError(f"A task does not end as {state}.")
        given = {
            "task_id": task_id,
            "state": str(state),
            "now": from_time(datetime.now(UTC)),
            "code": error_code,
            "message": error_message,
        }
        return await self._db.write(lambda connection: connection.execute(_FINISH, given).rowcount == 1)

    async def unfinished(self) -> list[Task]:
        """Everybody's queued and running tasks, oldest first: what a restart has to take up."""
        query = f"{_SELECT} WHERE state IN ('queued', 'running') ORDER BY created_at, task_id"
        return await self._db.read(lambda connection: _many(connection, query))

    async def page(
        self, *, owner: str, limit: int, after: str | None = None, state: TaskState | None = None
    ) -> Page[Task]:
        """The owner's tasks, newest first, from behind the one named by `after`; all, or those in `state`.

        Raises:
            BadRequest: `after` is not one of the owner's.
        """

        def query(connection: sqlite3.Connection) -> list[Task]:
            where, values = "owner = ?", [owner]
            if after is not None:
                where += " AND (created_at, task_id) < (?, ?)"
                values += _place(connection, owner, after)
            if state is not None:
                where += " AND state = ?"
                values.append(str(state))
            text = f"{_SELECT} WHERE {where} ORDER BY created_at DESC, task_id DESC LIMIT ?"
            return _many(connection, text, *values, limit + 1)

        tasks = await self._db.read(query)
        more = len(tasks) > limit
        return Page(tuple(tasks[:limit]), tasks[limit - 1].task_id if more else None)


def _many(connection: sqlite3.Connection, query: str, *values: Any) -> list[Task]:
    return [_task(row) for row in connection.execute(query, values)]


def _place(connection: sqlite3.Connection, owner: str, task_id: str) -> tuple[Any, ...]:
    """Where a task stands in its owner's list."""
    query = "SELECT created_at, task_id FROM tasks WHERE owner = ? AND task_id = ?"
    row: tuple[Any, ...] | None = connection.execute(query, (owner, task_id)).fetchone()
    if row is None:
        raise BadRequest("'after' must be the next_cursor of an earlier page.", param="after")
    return row


def _columns(task: Task) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        task.task_id,
        task.owner,
        str(task.state),
        task.engine,
        task.language,
        from_structure(task.call),
        from_structure(task.trail),
        None if task.evidence is None else from_structure(task.evidence),
        task.progress,
        from_structure(task.gen_ids),
        task.attempts,
        from_time(task.created_at),
        from_optional_time(task.started_at),
        from_optional_time(task.finished_at),
        task.error_code,
        task.error_message,
    )


def _task(row: Sequence[Any]) -> Task:
    """From `_COLUMNS`."""
    return Task(
        task_id=row[0],
        owner=row[1],
        state=TaskState(row[2]),
        engine=row[3],
        language=row[4],
        call=to_structure(row[5], Call),
        trail=to_structure(row[6], tuple[TrailStep, ...]),
        evidence=None if row[7] is None else to_structure(row[7], Evidence),
        progress=row[8],
        gen_ids=to_structure(row[9], tuple[str, ...]),
        attempts=row[10],
        created_at=to_time(row[11]),
        started_at=to_optional_time(row[12]),
        finished_at=to_optional_time(row[13]),
        error_code=row[14],
        error_message=row[15],
    )
