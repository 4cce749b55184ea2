"""The Responses API."""

from __future__ import annotations

from typing import Any

import msgspec

from paintover.api.openapi.schemas.fields import MEANINGS
from paintover.api.openapi.schemas.shapes import TEXT, WHOLE, Schema, kind, listed, only, or_null, ref, told
from paintover.api.responses.wire import ResponseBody

RESPONSE = msgspec.defstruct(
    "ResponseBody",
    [("output", list[Any])],
    bases=(ResponseBody,),
    kw_only=True,
    namespace={"__doc__": ResponseBody.__doc__},
)
"""A union of structures that are only ever written has no tag, and a schema is not made of it: see `answer`."""


def answer(body: Schema) -> Schema:
    """A response, with what its output is made of."""
    output = listed({"anyOf": [ref("ImageCallItem"), ref("MessageItem")]})
    return {**body, "properties": {**body["properties"], "output": output}}


def request(body: Schema) -> Schema:
    """A request of the Responses API, with what its parts are."""
    part = {
        "anyOf": [
            kind("input_text", text=TEXT),
            kind("input_image", image_url=TEXT),
            kind("input_image", file_id=TEXT),
        ]
    }
    message = {
        "type": "object",
        "properties": {
            "role": only("user", "assistant", "system", "developer"),
            "content": {"anyOf": [TEXT, listed(part)]},
        },
        "required": ["role", "content"],
    }
    item = {"anyOf": [message, kind("image_generation_call", id=TEXT), kind("item_reference", id=TEXT)]}
    tool = {
        "anyOf": [
            {"allOf": [ref("ImageTool"), kind("image_generation")]},
            told(kind(), "Other tools are ignored."),
        ]
    }
    fields: dict[str, Schema] = {
        **body["properties"],
        "input": told(
            {
                "anyOf": [
                    {**TEXT, "minLength": 1, "pattern": r"\S"},
                    {**listed(item), "minItems": 1},
                ]
            },
            "What to draw: words, or items such as messages with pictures.",
        ),
        "tools": told(
            or_null(listed(tool)), "The first of the type `image_generation` says how it is drawn."
        ),
        "previous_response_id": told(
            or_null(TEXT), "The response that this one goes on from; two from the same are branches."
        ),
        "conversation": told({}, "Not supported; refused when it is sent."),
        "prompt": told({}, "Not supported; refused when it is sent."),
    }
    return {**body, "properties": _with_only_meant(fields), "required": ["input"]}


def _with_only_meant(fields: dict[str, Schema]) -> dict[str, Schema]:
    meant = ("model", "stream", "user")
    return {name: told(field, MEANINGS[name]) if name in meant else field for name, field in fields.items()}


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    return {
        "ResponseStreamEvent": {
            "type": "object",
            "description": "One event of a streamed response, in OpenAI's order; the last is `response.completed`, "
            "`response.incomplete`, `response.failed` or `error`.",
            "properties": {"type": {**TEXT, "pattern": r"^(response\.|error$)"}, "sequence_number": WHOLE},
            "required": ["type", "sequence_number"],
        }
    }
