"""Generations and tasks to fill a store with."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from paintover.domain.call import Call
from paintover.domain.generation import Generation
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.domain.ratio import Ratio
from paintover.domain.task import Task, TaskState
from paintover.store.generations import new_path

NOW = datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=UTC)


def a_generation(**changes: Any) -> Generation:
    """A drawn picture of owner ``ann``, with `changes`."""
    gen_id = changes.get("gen_id") or new_gen_id()
    fields: dict[str, Any] = {
        "gen_id": gen_id,
        "owner": "ann",
        "origin": "drawn",
        "created_at": NOW,
        "ratio": Ratio(3, 2),
        "width": 1254,
        "height": 836,
        "media_type": "image/png",
        "digest": hashlib.sha256(gen_id.encode()).hexdigest(),
        "byte_length": 1234,
        "path": new_path(NOW, changes.get("media_type", "image/png")),
        "prompt": "牛的脸上遮个布",
        "engine": "instant",
        "engine_version": "1",
        "engine_name": "quick",
        "seed": 7,
    }
    return Generation(**{**fields, **changes})


def a_task(**changes: Any) -> Task:
    """A queued task of owner ``ann``, with `changes`."""
    fields: dict[str, Any] = {
        "task_id": new_task_id(),
        "owner": "ann",
        "state": TaskState.QUEUED,
        "call": Call(action="generate", prompt="画一头牛"),
        "engine": "instant",
        "created_at": NOW,
    }
    return Task(**{**fields, **changes})


def later(seconds: float) -> datetime:
    """`NOW` and so many seconds."""
    return NOW + timedelta(seconds=seconds)
