"""A task in the shape in which services that resell image models answer it: a task id at once, then to be polled.

Their clients read ``data.status``, ``data.progress`` ("48%"), ``data.fail_reason`` and, below ``data.data``, an answer of
the Images API with a link for each picture.
"""

from __future__ import annotations

from typing import Any

from paintover.api.images.answer import datum, drawn_in
from paintover.api.links import Links
from paintover.domain.events import Progressed
from paintover.domain.task import Task, TaskState
from paintover.tasks.feed import Feed


def submitted(task_id: str) -> dict[str, Any]:
    """The answer to a request that does not wait, under all the names by which clients look for the id."""
    return {
        "code": "success",
        "message": "",
        "data": task_id,
        "id": task_id,
        "task_id": task_id,
        "status": "submitted",
    }


def polled(task: Task, feed: Feed, links: Links) -> dict[str, Any]:
    """The answer to a poll; `feed` knows what has happened since the record was read."""
    end, drawn = feed.end, drawn_in(feed)
    is_done = end is not None and end.state is TaskState.SUCCEEDED
    pictures = [datum(generation, links) for generation in drawn] if is_done else []
    return {
        "code": "success",
        "message": "",
        "data": {
            "task_id": task.task_id,
            "action": task.call.action,
            "status": "IN_PROGRESS" if end is None else "SUCCESS" if is_done else "FAILURE",
            "progress": f"{100 if is_done else _percent(task, feed)}%",
            "fail_reason": "" if end is None or is_done else end.error_message or "",
            "submit_time": int(task.created_at.timestamp()),
            "start_time": 0 if task.started_at is None else int(task.started_at.timestamp()),
            "finish_time": 0 if task.finished_at is None else int(task.finished_at.timestamp()),
            "result_url": pictures[0]["url"] if pictures else "",
            "data": {"created": int(task.created_at.timestamp()), "data": pictures} if is_done else None,
        },
    }


def _percent(task: Task, feed: Feed) -> int:
    told = [one.event.percent for one in feed.events if isinstance(one.event, Progressed)]
    return max([task.progress, *told])
