"""The record of accepted requests. A task's state only makes legal moves, whoever asks for others.

Whoever works on a task writes under the attempt in which it has started it; what comes from an attempt that is over is
refused (the fence), so a worker that was given up on cannot speak any more.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from typeid import TypeID

from paintover.domain.call import Call, Evidence
from paintover.domain.errors import BadRequest, Conflict
from paintover.domain.events import (
    NUMBERS_PER_ATTEMPT,
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    NumberedPreview,
    Previewed,
    Progressed,
    Started,
    last_number,
)
from paintover.domain.generation import Generation
from paintover.domain.task import (
    TOO_MANY_CRASHES,
    Shape,
    Task,
    TaskGlance,
    TaskState,
    TrailStep,
    Webhook,
)
from paintover.domain.usage import PriceList
from paintover.store.columns import (
    from_optional_time,
    from_structure,
    from_time,
    to_optional_time,
    to_structure,
    to_time,
)
from paintover.store.database import Database
from paintover.store.event_log import append_event, read_events
from paintover.store.generations import insert_generation
from paintover.store.page import Page
from paintover.store.usage import note_usage

IDEMPOTENCY_KEPT = timedelta(hours=48)
"""How long a key stands for its request."""

_COLUMNS = (
    "task_id, owner, state, engine, language, call, trail, evidence, progress, gen_ids, attempts, created_at, "
    "started_at, finished_at, error_code, error_message, model, priority, body_digest, webhook, key_id"
)
_SELECT = f"SELECT {_COLUMNS} FROM tasks"
_INSERT = f"INSERT INTO tasks ({_COLUMNS}) VALUES ({', '.join('?' * 21)}) ON CONFLICT (task_id) DO NOTHING"
_START = """
    UPDATE tasks SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ?)
    WHERE task_id = ? AND state IN ('queued', 'running') RETURNING attempts
"""
_HELD = "task_id = :task_id AND attempts = :attempt AND state = 'running'"
_NOTE = f"UPDATE tasks SET progress = max(progress, :percent) WHERE {_HELD}"
_KEEP = f"UPDATE tasks SET gen_ids = json_insert(gen_ids, '$[#]', :gen_id) WHERE {_HELD} AND owner = :owner"
_PREVIEW = "number, batch_index, place, image, media_type, width, height"
_KEEP_PREVIEW = (
    f"INSERT INTO task_previews (task_id, {_PREVIEW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_FORGET_GLANCES = """
    DELETE FROM task_previews WHERE task_id = :task_id
        AND (SELECT json_extract(call, '$.glances') FROM tasks WHERE task_id = :task_id)
"""
_HAND_BACK = f"UPDATE tasks SET state = 'queued' WHERE {_HELD}"
_END = """
    UPDATE tasks SET state = :state, finished_at = :now, error_code = :code, error_message = :message,
        progress = CASE :state WHEN 'succeeded' THEN 100 ELSE progress END
"""
_FINISH = f"{_END} WHERE {_HELD} RETURNING owner, webhook"
_STOP = f"""
    {_END} WHERE task_id = :task_id AND owner = :owner AND state IN ('queued', 'running')
    RETURNING owner, webhook, attempts
"""
_SAME_BODY = f"""
    SELECT task_id FROM tasks
    WHERE owner = ? AND body_digest = ? AND delivered_at IS NULL AND created_at >= ?
        AND (state IN ('queued', 'running', 'succeeded') OR error_code = '{TOO_MANY_CRASHES}')
    ORDER BY created_at DESC, task_id DESC LIMIT 8
"""
_GLANCE = """
    SELECT task_id, owner, key_id, state, model, call, progress, json_array_length(gen_ids), attempts, created_at,
        started_at, finished_at, error_code FROM tasks
"""
_GLANCE_AT = f"{_GLANCE} WHERE task_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, task_id"
# Each by an index of its own, whatever number of tasks there is.
_GLANCE_UNFINISHED = f"{_GLANCE} WHERE state IN ('queued', 'running') ORDER BY created_at, task_id LIMIT ?"
_GLANCE_FAILED = f"{_GLANCE} WHERE state = 'failed' ORDER BY finished_at DESC LIMIT ?"
_BROKEN_OFF = """
    SELECT task_id, sum(CASE json_extract(event, '$.type') WHEN 'started' THEN 1 WHEN 'handed_back' THEN -1 ELSE 0 END)
    FROM tasks JOIN task_events USING (task_id)
    WHERE state IN ('queued', 'running') AND state = 'running' GROUP BY task_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyKey:
    """A client's own name for a request, and the digest of that request."""

    key: str
    body_digest: str


class Tasks:
    """Tasks in a database. Any method raises StoreFailed when the database does."""

    def __init__(self, db: Database, prices: PriceList | None = None) -> None:
        """`prices` is what tasks that succeed cost; without any they cost nothing."""
        self._db = db
        self.prices = prices or PriceList()
        """What tasks that end from now on cost."""

    async def accept(
        self,
        task: Task,
        first: NumberedEvent | None = None,
        idempotency: IdempotencyKey | None = None,
        beside: Sequence[Task] = (),
    ) -> str:
        """Write the task down with its first event, and those `beside` it, which the same request asks for, with one
        each. All of them are on disk when this returns, or none; accepting them again changes nothing.

        Returns:
            The id of the task that now stands for the request: an earlier one, when the key is known.

        Raises:
            Conflict: the key stands for a request with another body.
        """

        def change(connection: sqlite3.Connection) -> str:
            if idempotency is not None:
                known = _task_of_key(connection, task.owner, idempotency)
                if known is not None:
                    return known
                connection.execute(
                    "INSERT INTO idempotency_keys (owner, key, body_digest, task_id, created_at) VALUES (?, ?, ?, ?, ?)",
                    (
                        task.owner,
                        idempotency.key,
                        idempotency.body_digest,
                        task.task_id,
                        from_time(task.created_at),
                    ),
                )
            for one in (task, *beside):
                connection.execute(_INSERT, _columns(one))
                if first is not None:
                    append_event(connection, one.task_id, first)
            return task.task_id

        return await self._db.write(change)

    async def of_key(self, idempotency: IdempotencyKey, *, owner: str) -> str | None:
        """The id of the task that the owner's key stands for.

        Raises:
            Conflict: the key stands for a request with another body.
        """
        return await self._db.read(lambda connection: _task_of_key(connection, owner, idempotency))

    async def of_body(self, body_digest: str, *, owner: str, since: datetime) -> list[str]:
        """The owner's tasks for that very request whose answer was never delivered whole, the newest few, newest first."""
        given = (owner, body_digest, from_time(since))
        rows = await self._db.read(lambda connection: connection.execute(_SAME_BODY, given).fetchall())
        return [row[0] for row in rows]

    async def of_digest(self, body_digest: str, *, owner: str) -> list[str]:
        """The owner's tasks of that digest, whatever has become of them, oldest first."""
        query = "SELECT task_id FROM tasks WHERE owner = ? AND body_digest = ? ORDER BY created_at, task_id"
        rows = await self._db.read(
            lambda connection: connection.execute(query, (owner, body_digest)).fetchall()
        )
        return [row[0] for row in rows]

    async def get(self, task_id: str, *, owner: str) -> Task | None:
        """The owner's task of that id."""
        query = f"{_SELECT} WHERE task_id = ? AND owner = ?"
        row = await self._db.read(lambda connection: connection.execute(query, (task_id, owner)).fetchone())
        return None if row is None else _task(row)

    async def get_many(self, task_ids: Iterable[str], *, owner: str) -> dict[str, Task]:
        """Those of the ids that are the owner's, by id."""
        query = f"{_SELECT} WHERE owner = ? AND task_id IN (SELECT value FROM json_each(?))"
        given = (owner, from_structure(list(task_ids)))
        rows = await self._db.read(lambda connection: connection.execute(query, given).fetchall())
        return {task.task_id: task for task in map(_task, rows)}

    async def events(self, task_id: str) -> list[NumberedEvent]:
        """The task's log so far. Whose task it is, is the caller's to check."""
        return await self._db.read(lambda connection: read_events(connection, task_id))

    async def start(self, task_id: str) -> int | None:
        """A worker takes the task up, for the first time or again; the log says so.

        Returns:
            The attempt, from 1; None when the task is over (or unknown) and must be left alone.
        """
        given = (from_time(datetime.now(UTC)), task_id)

        def change(connection: sqlite3.Connection) -> int | None:
            row = connection.execute(_START, given).fetchone()
            if row is None:
                return None
            append_event(connection, task_id, NumberedEvent(row[0] * NUMBERS_PER_ATTEMPT, Started()))
            return int(row[0])

        return await self._db.write(change)

    def note(self, task_id: str, attempt: int, notes: Sequence[NumberedEvent]) -> asyncio.Future[bool]:
        """Log what happens in a running attempt, all or nothing. A power cut, but no crash, may undo it. Notes are written in their order,
        and before whatever is asked for after them, so that nobody has to wait for one.

        Returns:
            False when the attempt is over: nothing is logged.
        """
        percent = max(
            (noted.event.percent for noted in notes if isinstance(noted.event, Progressed)), default=0
        )
        given = {"task_id": task_id, "attempt": attempt, "percent": percent}

        def change(connection: sqlite3.Connection) -> bool:
            if connection.execute(_NOTE, given).rowcount == 0:
                return False
            for noted in notes:
                append_event(connection, task_id, noted)
            return True

        return self._db.submit(change, durable=False)

    async def kept_places(self, task_id: str) -> frozenset[int]:
        """The places in the batch whose pictures are kept already."""
        query = "SELECT batch_index FROM generations WHERE task_id = ?"
        rows = await self._db.read(lambda connection: connection.execute(query, (task_id,)).fetchall())
        return frozenset(row[0] for row in rows)

    async def keep(
        self,
        task_id: str,
        attempt: int,
        number: int,
        generation: Generation,
        end: NumberedEvent | None = None,
    ) -> bool:
        """Keep a picture, note it as the task's and log it, all or nothing. Keeping it again changes nothing. With the
        last of its pictures the task may `end`, as part of the same change.

        Returns:
            False when the attempt is over, or the place in the batch has its picture: nothing is kept.
        """

        def change(connection: sqlite3.Connection) -> bool:
            place = (task_id, generation.batch_index)
            known = "SELECT 1 FROM generations WHERE task_id = ? AND batch_index = ?"
            if connection.execute(known, place).fetchone() is not None:
                return False
            given = {
                "task_id": task_id,
                "attempt": attempt,
                "gen_id": generation.gen_id,
                "owner": generation.owner,
            }
            if connection.execute(_KEEP, given).rowcount == 0:
                return False
            insert_generation(connection, generation)
            append_event(connection, task_id, NumberedEvent(number, Kept(generation)))
            if end is not None:
                self._end(connection, task_id, attempt, end)
            return True

        return await self._db.write(change)

    async def keep_preview(self, task_id: str, attempt: int, preview: NumberedPreview) -> bool:
        """Keep an unfinished rendering of a running attempt for whoever resumes the task's answer, durably. What is a
        glance (see `Call.glances`) goes when the task ends.

        Returns:
            False when the attempt is over: nothing is kept.
        """
        held, event = {"task_id": task_id, "attempt": attempt}, preview.event
        given = (
            task_id,
            preview.number,
            event.index,
            event.number,
            event.image,
            event.media_type,
            event.width,
            event.height,
        )

        def change(connection: sqlite3.Connection) -> bool:
            if connection.execute(f"SELECT 1 FROM tasks WHERE {_HELD}", held).fetchone() is None:
                return False
            connection.execute(_KEEP_PREVIEW, given)
            return True

        return await self._db.write(change)

    async def previews(self, task_id: str) -> list[NumberedPreview]:
        """The unfinished renderings that were kept. Whose task it is, is the caller's to check."""
        query = f"SELECT {_PREVIEW} FROM task_previews WHERE task_id = ? ORDER BY number"
        rows = await self._db.read(lambda connection: connection.execute(query, (task_id,)).fetchall())
        return [NumberedPreview(row[0], Previewed(*row[1:])) for row in rows]

    async def hand_back(self, task_id: str, attempt: int, number: int) -> bool:
        """Let a running task wait again. False when the attempt is over."""

        def change(connection: sqlite3.Connection) -> bool:
            if connection.execute(_HAND_BACK, {"task_id": task_id, "attempt": attempt}).rowcount == 0:
                return False
            append_event(connection, task_id, NumberedEvent(number, HandedBack()))
            return True

        return await self._db.write(change)

    async def finish(self, task_id: str, attempt: int, number: int, event: Finished) -> bool:
        """End a running task, log it, and set its webhook on its way. False when the attempt is over.

        Raises:
            ValueError: the state is not final.
        """
        if not event.state.is_final:
            raise ValueError(f"A task does not end as {event.state}.")

        end = NumberedEvent(number, event)
        return await self._db.write(lambda connection: self._end(connection, task_id, attempt, end))

    def _end(self, connection: sqlite3.Connection, task_id: str, attempt: int, end: NumberedEvent) -> bool:
        """As part of a change: end a running task, with all that belongs to it."""
        assert isinstance(end.event, Finished)
        row = connection.execute(_FINISH, {**_ending(task_id, end.event), "attempt": attempt}).fetchone()
        if row is None:
            return False
        append_event(connection, task_id, end)
        connection.execute(_FORGET_GLANCES, {"task_id": task_id})
        note_usage(connection, task_id, self.prices)
        _owe_webhook(connection, task_id, row[0], row[1])
        return True

    async def stop(self, task_id: str, *, owner: str, event: Finished) -> NumberedEvent | None:
        """End the owner's task from outside, queued or running: a cancellation, or a deadline.

        Returns:
            The logged end; None when the task was over before (or is unknown), and nothing has changed.
        """

        def change(connection: sqlite3.Connection) -> NumberedEvent | None:
            row = connection.execute(_STOP, {**_ending(task_id, event), "owner": owner}).fetchone()
            if row is None:
                return None
            numbered = NumberedEvent(last_number(row[2]), event)
            append_event(connection, task_id, numbered)
            connection.execute(_FORGET_GLANCES, {"task_id": task_id})
            note_usage(connection, task_id, self.prices)
            _owe_webhook(connection, task_id, row[0], row[1])
            return numbered

        return await self._db.write(change)

    async def delivered(self, task_id: str) -> None:
        """The whole answer has been sent to somebody, so the same request is a new wish from now on."""
        query = "UPDATE tasks SET delivered_at = ? WHERE task_id = ? AND delivered_at IS NULL"
        given = (from_time(datetime.now(UTC)), task_id)
        await self._db.write(lambda connection: connection.execute(query, given).rowcount, durable=False)

    async def unfinished(self) -> list[Task]:
        """Everybody's queued and running tasks, oldest first: what a restart has to take up."""
        query = f"{_SELECT} WHERE state IN ('queued', 'running') ORDER BY created_at, task_id"
        rows = await self._db.read(lambda connection: connection.execute(query).fetchall())
        return [_task(row) for row in rows]

    async def glances(
        self, *, running: Sequence[str], limit: int
    ) -> tuple[list[TaskGlance], list[TaskGlance]]:
        """Everybody's tasks without their words: first those that are unfinished, `running` ones before the oldest that
        wait, and then those that failed, the latest first. At most `limit` of each, beside the running ones."""

        def query(connection: sqlite3.Connection) -> tuple[list[TaskGlance], list[TaskGlance]]:
            first = connection.execute(_GLANCE_AT, (from_structure(list(running)),)).fetchall()
            oldest = connection.execute(_GLANCE_UNFINISHED, (limit + len(first),)).fetchall()
            failed = connection.execute(_GLANCE_FAILED, (limit,)).fetchall()
            unfinished = {
                glance.task_id: glance for glance in map(_glance, first) if not glance.state.is_final
            }
            most = len(unfinished) + limit
            unfinished |= {row[0]: _glance(row) for row in oldest if row[0] not in unfinished}
            return list(unfinished.values())[:most], [_glance(row) for row in failed]

        return await self._db.read(query)

    async def glance(self, task_id: str) -> TaskGlance | None:
        """Anybody's task of that id, without its words."""
        given = (from_structure([task_id]),)
        row = await self._db.read(lambda connection: connection.execute(_GLANCE_AT, given).fetchone())
        return None if row is None else _glance(row)

    async def broken_off(self) -> dict[str, int]:
        """The tasks that seem to be running, and how many attempts at each have said neither how they ended nor that
        they gave the task back. Asked before anything runs, those are the attempts that ended with their process.

        An attempt's start is on disk before the attempt begins, so none is missed.
        """
        return dict(await self._db.read(lambda connection: connection.execute(_BROKEN_OFF).fetchall()))

    async def forget_keys(self) -> int:
        """Drop idempotency keys that are older than `IDEMPOTENCY_KEPT`; how many there were."""
        given = (from_time(datetime.now(UTC) - IDEMPOTENCY_KEPT),)
        query = "DELETE FROM idempotency_keys WHERE created_at < ?"
        return await self._db.write(lambda connection: connection.execute(query, given).rowcount)

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


def key_of_another_request() -> Conflict:
    """What to raise when a key that stands for one request comes with another."""
    return Conflict(
        "This Idempotency-Key was used for another request. Use a new key for every new wish.",
        param="Idempotency-Key",
    )


def _task_of_key(connection: sqlite3.Connection, owner: str, idempotency: IdempotencyKey) -> str | None:
    query = "SELECT body_digest, task_id FROM idempotency_keys WHERE owner = ? AND key = ?"
    row = connection.execute(query, (owner, idempotency.key)).fetchone()
    if row is None:
        return None
    if row[0] != idempotency.body_digest:
        raise key_of_another_request()
    return str(row[1])


def _ending(task_id: str, event: Finished) -> dict[str, Any]:
    return {
        "task_id": task_id,
        "state": str(event.state),
        "now": from_time(datetime.now(UTC)),
        "code": event.error_code,
        "message": event.error_message,
    }


def _owe_webhook(connection: sqlite3.Connection, task_id: str, owner: str, written: str | None) -> None:
    """Set the request's own webhook on its way, else that of the owner's key."""
    if written is None:
        row = connection.execute("SELECT webhook FROM keys WHERE id = ?", (owner,)).fetchone()
        written = row[0] if row is not None else None
    if written is None:
        return
    webhook = to_structure(written, Webhook)
    connection.execute(
        "INSERT INTO webhook_deliveries (id, task_id, owner, url, secret, attempts, due_at) VALUES (?, ?, ?, ?, ?, 0, ?)",
        (
            str(TypeID(prefix="msg")),
            task_id,
            owner,
            webhook.url,
            webhook.secret,
            from_time(datetime.now(UTC)),
        ),
    )


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
        task.model,
        task.priority,
        task.body_digest,
        None if task.webhook is None else from_structure(task.webhook),
        task.key_id,
    )


def _glance(row: Sequence[Any]) -> TaskGlance:
    """From `_GLANCE`."""
    return TaskGlance(
        task_id=row[0],
        owner=row[1],
        key_id=row[2],
        state=TaskState(row[3]),
        model=row[4],
        shape=to_structure(row[5], Shape),
        progress=row[6],
        pictures=row[7],
        attempts=row[8],
        created_at=to_time(row[9]),
        started_at=to_optional_time(row[10]),
        finished_at=to_optional_time(row[11]),
        error_code=row[12],
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
        model=row[16],
        priority=row[17],
        body_digest=row[18],
        webhook=None if row[19] is None else to_structure(row[19], Webhook),
        key_id=row[20],
    )
