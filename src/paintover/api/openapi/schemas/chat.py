"""Chat completions."""

from __future__ import annotations

from paintover.api.openapi.schemas.fields import MEANINGS, with_meanings
from paintover.api.openapi.schemas.shapes import TEXT, WHOLE, Schema, listed, only, or_null, record, told

_PARTS: Schema = {
    "anyOf": [
        {
            "type": "object",
            "properties": {"type": {"const": "text"}, "text": TEXT},
            "required": ["type", "text"],
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "image_url"},
                "image_url": {"type": "object", "properties": {"url": TEXT}, "required": ["url"]},
            },
            "required": ["type", "image_url"],
        },
    ]
}
_MESSAGE: Schema = {
    "type": "object",
    "properties": {
        "role": only("user", "assistant", "system", "developer", "tool"),
        "content": {"anyOf": [TEXT, listed(_PARTS), {"type": "null"}]},
    },
    "required": ["role", "content"],
}


def request(body: Schema, fields: dict[str, Schema]) -> Schema:
    """A request: `body` as it is read, with the `fields` that may stand in it."""
    chat = with_meanings({**body["properties"], **fields})
    del chat["image_size"]  # it stands in `image_config`
    # Chat takes any size, since one that cannot be drawn tells a shape; what is about words is passed over.
    chat["seed"] = {**told(or_null(WHOLE), MEANINGS["seed"]), "minimum": -(2**63), "maximum": 2**63 - 1}
    for name in ("moderation", "response_format"):
        chat[name] = told({"anyOf": [TEXT, {"type": "object"}, {"type": "null"}]}, MEANINGS[name])
    chat["messages"] = told({"type": "array", "minItems": 1, "items": _MESSAGE}, MEANINGS["messages"])
    return {**body, "properties": chat}


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    usage = record(
        "Tokens, as a rule of thumb counts them.",
        prompt_tokens=WHOLE,
        completion_tokens=WHOLE,
        total_tokens=WHOLE,
    )
    picture = record(
        "A picture's link.", type={"const": "image_url"}, image_url=record("Where it is.", url=TEXT)
    )
    message = record(
        "The transcript: the call, the task, and each picture with its gen_id and links.",
        ["images"],
        role={"const": "assistant"},
        content=TEXT,
        images=listed(picture),
    )
    choice = record(
        "The only choice.",
        index={"const": 0},
        message=message,
        logprobs={"type": "null"},
        finish_reason={"const": "stop"},
    )
    delta = {"type": "object", "properties": {"role": TEXT, "content": TEXT, "images": listed(picture)}}
    piece = record(
        "A part of the answer.",
        ["logprobs"],
        index={"const": 0},
        delta=delta,
        logprobs={"type": "null"},
        finish_reason={"enum": [None, "stop"]},
    )
    common = {"id": TEXT, "created": WHOLE, "model": TEXT}
    return {
        "ChatCompletion": record(
            "A whole answer.",
            object={"const": "chat.completion"},
            choices=listed(choice),
            usage=usage,
            **common,
        ),
        "ChatCompletionChunk": record(
            "One event of a streamed answer; the last is `[DONE]`.",
            ["usage"],
            object={"const": "chat.completion.chunk"},
            choices=listed(piece),
            usage=usage,
            **common,
        ),
    }
