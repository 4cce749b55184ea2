"""What was used."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import (
    NAMES,
    NUMBER,
    TEXT,
    WHOLE,
    Schema,
    listed,
    or_null,
    record,
    ref,
    told,
)


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    requests = record("How many, by their ends.", total=WHOLE, succeeded=WHOLE, failed=WHOLE, cancelled=WHOLE)
    result = record(
        "What was used.",
        ["model", "engine", "key_id", "owner"],
        object={"const": "usage.result"},
        model=or_null(TEXT),
        engine=or_null(TEXT),
        key_id=or_null(TEXT),
        owner=or_null(TEXT),
        requests=requests,
        pictures_asked=WHOLE,
        pictures=WHOLE,
        pixels=WHOLE,
        seconds=NUMBER,
        planner_tokens=WHOLE,
        cost=record("By the server's own prices.", value=NUMBER, currency=TEXT),
    )
    bucket = record(
        "A stretch of time.",
        object={"const": "bucket"},
        start_time=WHOLE,
        end_time=WHOLE,
        results=listed(ref("UsageResult")),
    )
    sums: dict[str, Schema] = {
        "object": {"const": "usage"},
        "start_time": WHOLE,
        "end_time": WHOLE,
        "data": listed(bucket),
        "total": ref("UsageResult"),
    }
    meaning = "Sums by time and group, and of all of it. Times are whole seconds since 1970."
    return {
        "UsageResult": result,
        "Usage": record(meaning, **sums),
        "AdminUsage": record(meaning, **sums, names=told(NAMES, "What keys and owners are called, by id.")),
    }
