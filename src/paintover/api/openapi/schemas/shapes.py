"""The words in which shapes are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
BYTES: Schema = {"type": "string", "format": "binary"}
ANYTHING: Schema = {}
NAMES: Schema = {"type": "object", "additionalProperties": {"type": "string"}}


def ref(name: str) -> Schema:
    """A shape by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(items: Schema) -> Schema:
    """Any number of them."""
    return {"type": "array", "items": items}


def or_null(schema: Schema) -> Schema:
    """That, or nothing."""
    return {"anyOf": [schema, {"type": "null"}]}


def only(*values: str) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": list(values)}


def record(meaning: str, optional: Sequence[str] = (), /, **fields: Schema) -> Schema:
    """An object with exactly these fields, all of them present but for the `optional` ones."""
    return {
        "type": "object",
        "description": meaning,
        "properties": fields,
        "required": [name for name in fields if name not in optional],
        "additionalProperties": False,
    }


def told(schema: Schema, meaning: str) -> Schema:
    """That, with what it means."""
    return {**schema, "description": meaning}


def kind(name: str | None = None, **fields: Schema) -> Schema:
    """An object of that ``type``, with these fields and any others."""
    kind: Schema = TEXT if name is None else {"const": name}
    return {"type": "object", "properties": {"type": kind, **fields}, "required": ["type", *fields]}
