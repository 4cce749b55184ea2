"""The running server, for whoever looks after it."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import (
    FLAG,
    NAMES,
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
from paintover.domain.task import TaskState


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    return {
        "AdminTask": _task(),
        "Admin": record(
            "The running server. Times are seconds since 1970.",
            object={"const": "admin"},
            now=NUMBER,
            queue=_queue(),
            tasks=_tasks(),
            engines=listed(_engine()),
            currency=TEXT,
            server=_server(),
            names=told(NAMES, "What keys and owners are called, by id."),
        ),
    }


def _task() -> Schema:
    """A task."""
    return record(
        "A task as whoever looks after the server sees it: without its words and pictures.",
        id=TEXT,
        object={"const": "admin.task"},
        state=only(*TaskState),
        owner=TEXT,
        key_id=or_null(TEXT),
        model=TEXT,
        engine=told(or_null(TEXT), "The engine that draws it just now."),
        engines=told(listed(TEXT), "Those that its model leads to, the first choice first."),
        action=only("generate", "edit", "answer"),
        n=WHOLE,
        ratio=TEXT,
        size=or_null(TEXT),
        progress=told(WHOLE, "0 to 100."),
        pictures=WHOLE,
        attempts=WHOLE,
        created_at=NUMBER,
        started_at=or_null(NUMBER),
        finished_at=or_null(NUMBER),
        error_code=or_null(TEXT),
    )


def _queue() -> Schema:
    """What waits, by owners."""
    owner = record(
        "One owner's part of the queue.",
        owner=TEXT,
        waiting=WHOLE,
        running=WHOLE,
        waiting_since=told(or_null(NUMBER), "When the one was accepted that has waited longest."),
    )
    return record(
        "What waits and runs.",
        waiting=WHOLE,
        running=WHOLE,
        paused=told(WHOLE, "Tasks that have failed and are tried again in a moment."),
        workers=WHOLE,
        limit=told(WHOLE, "How many may wait."),
        waiting_since=or_null(NUMBER),
        owners=told(listed(owner), "Who has most first."),
        more_owners=told(WHOLE, "How many are not listed."),
    )


def _tasks() -> Schema:
    """Those that are looked at."""
    return record(
        "Everybody's.",
        unfinished=told(listed(ref("AdminTask")), "Those that run, then those that have waited longest."),
        more_unfinished=told(WHOLE, "How many are not listed."),
        failed=told(listed(ref("AdminTask")), "The latest first."),
    )


def _engine() -> Schema:
    """An engine, and what leads to it."""
    failure = record("What it did last instead of drawing.", code=TEXT, at=NUMBER)
    way = record(
        "A model that leads to it.",
        model=told(TEXT, "`*` is every model without a route of its own."),
        place=told(WHOLE, "From 1: how early it is asked."),
        weight=told(or_null(NUMBER), "Its part of the first choice, where that is shared."),
    )
    price = record(
        "A price that may be the one for its pictures; the first that fits counts, and `*` fits everything.",
        model=TEXT,
        quality=TEXT,
        size=TEXT,
        picture=NUMBER,
        megapixel=NUMBER,
    )
    return record(
        "An engine that a route names.",
        name=told(TEXT, "As routes name it."),
        engine=told(TEXT, "The installed engine that it is."),
        version=TEXT,
        state=told(
            only("unasked", "up", "resting", "doubtful"),
            "`unasked`: nothing is known yet. `up`: it has drawn last. `resting`: it failed or is busy, and is left alone "
            "for a while. `doubtful`: it has failed and not drawn since.",
        ),
        rest_s=told(NUMBER, "How long it is still left alone."),
        failures=told(WHOLE, "In a row."),
        last_failure=or_null(failure),
        last_drawn_at=or_null(NUMBER),
        in_flight=told(WHOLE, "Orders that it has just now."),
        concurrency=told(or_null(WHOLE), "How many it is given at once."),
        timeout_s=or_null(NUMBER),
        warm=told(FLAG, "Whether it gets ready before its first order."),
        is_loaded=told(
            {"type": ["boolean", "null"]}, "Whether what it draws with is in memory, where that is known."
        ),
        models=listed(way),
        prices=listed(price),
    )


def _server() -> Schema:
    """The process."""
    data = record(
        "The data folder, in bytes.",
        free=told(WHOLE, "On its file system."),
        total=told(WHOLE, "Of its file system."),
        database=WHOLE,
        taken=told(or_null(WHOLE), "By everything in it, as measured last; null until then."),
        files=or_null(WHOLE),
        measured_at=or_null(NUMBER),
    )
    configuration = record(
        "The file of the settings.",
        refused_because=told(or_null(TEXT), "Why it is not followed as it is now."),
        refused_at=or_null(NUMBER),
        read_at=told(or_null(NUMBER), "When a change was followed last."),
    )
    return record(
        "The process.",
        is_ready=told(FLAG, "Whether it takes work."),
        started_at=NUMBER,
        uptime_s=NUMBER,
        versions=NAMES,
        memory=record(
            "Resident, in bytes.", own=WHOLE, below=told(WHOLE, "Of processes that it has started.")
        ),
        data=data,
        configuration=or_null(configuration),
    )
