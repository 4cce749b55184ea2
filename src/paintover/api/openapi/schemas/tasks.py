"""Tasks, and what happens to them."""

from __future__ import annotations

from typing import get_args

from paintover.api.openapi.schemas.shapes import (
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    Schema,
    listed,
    only,
    or_null,
    record,
    ref,
    told,
)
from paintover.domain.call import OutputFormat
from paintover.domain.task import TaskState


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    error = record("Why there are no pictures, or fewer than asked for.", code=TEXT, message=or_null(TEXT))
    call = record(
        "What the engine was asked.",
        action=only("generate", "edit", "answer"),
        prompt=TEXT,
        ratio=TEXT,
        n=WHOLE,
        sources=listed(TEXT),
        seed=or_null(WHOLE),
        size=or_null(TEXT),
        mask=or_null(TEXT),
        quality=only("auto", "low", "medium", "high"),
        output_format=or_null(only(*get_args(OutputFormat))),
    )
    fields: dict[str, Schema] = {
        "id": TEXT,
        "object": {"const": "task"},
        "state": only(*TaskState),
        "progress": told(WHOLE, "0 to 100."),
        "gen_ids": listed(TEXT),
        "error": or_null(error),
        "created_at": or_null(NUMBER),
        "started_at": or_null(NUMBER),
        "finished_at": or_null(NUMBER),
        "attempts": WHOLE,
        "model": TEXT,
        "engine": TEXT,
        "call": call,
        "evidence": or_null(ref("Evidence")),
    }
    event: Schema = {
        "type": "object",
        "description": "Something that happened to a task.",
        "properties": {
            "id": told(
                TEXT, "Its number, by which to go on after it; a stream has it in its `id:` line instead."
            ),
            "type": only(
                *("queued", "running", "restored", "progress", "preview", "picture"),
                *("succeeded", "failed", "cancelled"),
            ),
            "progress": WHOLE,
            "stage": TEXT,
            "gen_id": TEXT,
            "index": WHOLE,
            "url": TEXT,
            "step": told(WHOLE, "Which unfinished rendering of that picture it is, from 0."),
            "image": told(TEXT, "The rendering, a data URL."),
            "width": told(
                WHOLE, "Pixels of the picture that it is going to be; the rendering may be smaller."
            ),
            "height": WHOLE,
            "sources": listed(TEXT),
            "unknown": listed(TEXT),
            "state": only("succeeded", "failed", "cancelled"),
            "error": or_null(error),
        },
        "required": ["type"],
        "additionalProperties": False,
    }
    return {
        "Task": record("An accepted request. Times are seconds since 1970.", **fields),
        "AcceptedTask": record(
            "A request that was just accepted.",
            beside=told(listed(TEXT), "Further tasks of a request that asks for several different pictures."),
            **fields,
        ),
        "TaskList": record(
            "One page, newest first.",
            object={"const": "list"},
            data=listed(ref("Task")),
            has_more=FLAG,
            next_cursor=or_null(TEXT),
        ),
        "TaskEvent": event,
        "TaskEvents": record(
            "What has happened since; nothing, after a while without news.", events=listed(ref("TaskEvent"))
        ),
    }
