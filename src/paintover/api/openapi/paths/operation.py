"""What is told of one method of one route, and the parts that many of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from paintover.api.openapi.schemas.shapes import BYTES, TEXT, Schema, only, ref
from paintover.domain.scope import Scope

Method = Literal["get", "post", "put", "patch", "delete"]
JSON = "application/json"
FORM = "multipart/form-data"
EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one route."""

    path: str
    method: Method
    tag: str
    summary: str
    more: str = ""
    """Further sentences."""
    scope: Scope | Literal["any"] | None = None
    """What a key must allow, `any` where each will do; None for what is answered to everybody."""
    parameters: tuple[Schema, ...] = ()
    takes: Mapping[str, Schema] = field(default_factory=dict)
    """The body by its media type."""
    answers: Mapping[int, tuple[str, Mapping[str, Schema]]]
    """By status: what it means, and the body by its media type."""
    errors: tuple[int, ...] = ()
    """Statuses of its errors beside those that every route of its kind has."""

    @property
    def name(self) -> str:
        """Its name for programs that make clients of descriptions."""
        words = [part.strip("{}").replace(".", "_") for part in self.path.split("/") if part and part != "v1"]
        return "_".join([self.method, *words]) if words else "page"


def query(name: str, schema: Schema, meaning: str) -> Schema:
    """A part of the query that may be left out."""
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": meaning}


def header(name: str, schema: Schema, meaning: str, *, required: bool = False) -> Schema:
    """A header."""
    return {"name": name, "in": "header", "required": required, "schema": schema, "description": meaning}


def named(name: str, meaning: str) -> Schema:
    """A part of the path."""
    return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": meaning}


_SECONDS: Schema = {"type": "integer", "minimum": 0}
STRETCH = (
    query("start_time", _SECONDS, "Seconds since 1970; thirty days before the end unless said otherwise."),
    query("end_time", _SECONDS, "Seconds since 1970; now unless said otherwise."),
    query("bucket_width", only("1h", "1d", "all"), "How long each stretch of time is; `1d` by default."),
    query("group_by", TEXT, "`model`, `engine`, `key` or `owner`; several with commas."),
)
LIMIT = query("limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}, "How many.")
AFTER = query("after", TEXT, "The `next_cursor` of the page before.")
REPEAT = header(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": 255},
    "The same key with the same body is the same task, drawn and counted once.",
)
TASK_ID = named("task_id", "A task's id.")
STORED = (404,)
"""Errors of what is asked for by an id."""
DRAWS = (404, 409, 502, 504)
"""Errors of what draws."""
PICTURE_TYPES = ("image/png", "image/webp", "image/jpeg")


def json_body(name: str) -> Mapping[str, Schema]:
    """A body of that shape."""
    return {JSON: ref(name)}


def ok(name: str, meaning: str) -> Mapping[int, tuple[str, Mapping[str, Schema]]]:
    """The only good answer, of that shape."""
    return {200: (meaning, json_body(name))}


def events_of(name: str, *words: str) -> Schema:
    """Server-sent events whose data is of that shape, written as JSON, or one of the words."""
    data: Schema = {"type": "string", "contentMediaType": JSON, "contentSchema": ref(name)}
    either = {"anyOf": [data, only(*words)]} if words else data
    return {
        "type": "object",
        "description": f"Server-sent events; the data of each is a `{name}`.",
        "properties": {"data": either, "event": TEXT, "id": TEXT},
        "required": ["data"],
    }


def picture_files(meaning: str) -> Mapping[int, tuple[str, Mapping[str, Schema]]]:
    """A picture's bytes, whole or in part."""
    kinds = dict.fromkeys(PICTURE_TYPES, BYTES)
    return {
        200: (meaning, kinds),
        206: ("A part of it.", kinds),
        304: ("The client has it already.", {}),
    }
