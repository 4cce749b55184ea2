"""The log of a task's events: what any listener, however late, is told.

The functions are parts of changes: they run on the database's threads, in somebody's transaction.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from paintover.domain.events import (
    Finished,
    HandedBack,
    Kept,
    NumberedEvent,
    Progressed,
    Queued,
    Redrawn,
    Started,
    TaskEvent,
)
from paintover.domain.task import TaskState
from paintover.store.columns import from_structure, to_structure
from paintover.store.generations import generations_of_task


def append_event(connection: sqlite3.Connection, task_id: str, numbered: NumberedEvent) -> None:
    """Add an event. One whose number is there already changes nothing."""
    connection.execute(
        "INSERT INTO task_events (task_id, number, event) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (task_id, numbered.number, from_structure(_written(numbered.event))),
    )


def read_events(connection: sqlite3.Connection, task_id: str) -> list[NumberedEvent]:
    """All events of a task, in order, with the pictures that they speak of."""
    query = "SELECT number, event FROM task_events WHERE task_id = ? ORDER BY number"
    rows = connection.execute(query, (task_id,)).fetchall()
    pictures = {generation.gen_id: generation for generation in generations_of_task(connection, task_id)}
    events = []
    for number, text in rows:
        written = to_structure(text, dict[str, Any])
        if written["type"] != "picture":
            events.append(NumberedEvent(number, _read(written)))
        elif written["gen_id"] in pictures:
            events.append(NumberedEvent(number, Kept(pictures[written["gen_id"]])))
    return events


def _written(event: TaskEvent) -> dict[str, Any]:
    match event:
        case Queued():
            return {"type": "queued"}
        case Started():
            return {"type": "started"}
        case Redrawn(names, unknown):
            return {"type": "redrawn", "names": names, "unknown": unknown}
        case Progressed(percent, stage):
            return {"type": "progress", "percent": percent, "stage": stage}
        case Kept(generation):
            return {"type": "picture", "gen_id": generation.gen_id}
        case HandedBack():
            return {"type": "handed_back"}
        case Finished(state, code, message):
            return {"type": "finished", "state": str(state), "code": code, "message": message}
        case _:
            raise ValueError(f"{type(event).__name__} is told live and not written down.")


def _read(written: dict[str, Any]) -> TaskEvent:
    match written:
        case {"type": "queued"}:
            return Queued()
        case {"type": "started"}:
            return Started()
        case {"type": "redrawn", "names": names}:
            return Redrawn(tuple(names), tuple(written.get("unknown", ())))
        case {"type": "progress", "percent": percent, "stage": stage}:
            return Progressed(percent, stage)
        case {"type": "handed_back"}:
            return HandedBack()
        case {"type": "finished", "state": state, "code": code, "message": message}:
            return Finished(TaskState(state), code, message)
        case _:
            raise ValueError(f"An event of the unknown type {written.get('type')!r}.")
