"""The shapes of bodies, as JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from paintover.api.chat.fields import FieldsBody
from paintover.api.chat.wire import ChatRequest
from paintover.api.conversations import (
    ConversationBody,
    ConversationChange,
    ConversationItem,
    ConversationListBody,
    TurnFields,
)
from paintover.api.fields import MAX_PARTIAL_IMAGES, QUALITIES
from paintover.api.generations import (
    DeletedPicture,
    DependentsBody,
    GenerationBody,
    GenerationItem,
    LineageBody,
    ListBody,
    Marks,
)
from paintover.api.images.wire import MAX_PROMPT_CHARACTERS, ImagesBody, ResponseFormat
from paintover.api.keys import KeyRequest
from paintover.api.models import ModelList
from paintover.api.responses.wire import (
    CreateBody,
    DeletedBody,
    ImageCallItem,
    ImageTool,
    ItemListBody,
    MessageItem,
    ResponseBody,
)
from paintover.api.shares import ShareItem, ShareListBody, ShareRequest
from paintover.domain.call import Background, Evidence, Moderation, OutputFormat
from paintover.domain.file import Purpose
from paintover.domain.scope import Scope
from paintover.domain.task import TaskState

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


MEANINGS = {
    "messages": "The conversation, as OpenAI's chat completions have it. The last user message is what is asked; earlier "
    "ones say which pictures there are. Parts of the types `text` and `image_url` are read.",
    "model": "`paintover`, or a name of `GET /v1/models`. With `-async` at its end the task is the whole answer.",
    "prompt": "What to draw, or what to change.",
    "n": "How many pictures.",
    "seed": "The same seed and words draw the same picture.",
    "size": "Pixels, such as `1536x1024`, a ratio, or `auto`.",
    "ratio": "Width to height, such as `3:2`, from 1:4 to 4:1.",
    "aspect_ratio": "The same as `ratio`.",
    "stream": "Whether to tell the answer as server-sent events while it is drawn.",
    "background": "In chat: whether to answer at once with the task. For images: `auto`, `opaque` or `transparent`.",
    "webhook": "Where to tell the end of the task.",
    "quality": "`auto`, `low`, `medium` or `high`; other names of OpenAI's are understood.",
    "output_format": "`png`, `webp` or `jpeg`.",
    "output_compression": "0 to 100, for WebP and JPEG.",
    "partial_images": "How many unfinished renderings of each picture a stream tells, 0 to 3.",
    "previews": "How many unfinished renderings of each picture `GET /v1/tasks/{task_id}/events?previews=1` tells, 0 to 3. "
    "The transcript stays as it is.",
    "response_format": "`url`, `b64_json`, or both when it is left out.",
    "moderation": "`auto` or `low`: how strictly it is judged, where the server judges at all.",
    "image": "The picture to start from: a link, a data URL, base64, a `gen_id` or the id of a file; several in a list.",
    "images": "The same as `image`.",
    "image_url": "The same as `image`.",
    "gen_id": "The same as `image`, for a picture of this server.",
    "mask": "A picture whose fully transparent pixels say where the first source may change.",
    "markup": "Not supported; refused when it is sent.",
    "user": "Told back as `safety_identifier`, where that is not sent.",
    "safety_identifier": "Told back.",
    "image_size": "`0.5K`, `1K`, `2K` or `4K`: pixels in all, in whatever shape the picture has.",
    "image_config": "The fields of the picture may stand here too; what stands in the request itself is stronger.",
    "extra_body": "As `image_config`, and weaker.",
}
"""What the fields of requests mean."""

_SHAPE = r"^(auto|[1-9]\d{0,2} ?[:：xX×*/] ?[1-9]\d{0,2})$"
LIMITS: dict[str, Schema] = {
    "prompt": {"minLength": 1, "maxLength": MAX_PROMPT_CHARACTERS, "pattern": r"\S"},
    "n": {"minimum": 1},
    "seed": {"minimum": 0, "maximum": 2**63 - 1},
    "size": {"pattern": r"^(auto|[1-9]\d{0,3} ?[:：xX×*/] ?[1-9]\d{0,3})$"},
    "ratio": {"pattern": _SHAPE},
    "aspect_ratio": {"pattern": _SHAPE},
    "quality": {"enum": list(QUALITIES)},
    "output_format": {"enum": [*get_args(OutputFormat), "jpg"]},
    "output_compression": {"minimum": 0, "maximum": 100},
    "partial_images": {"minimum": 0, "maximum": MAX_PARTIAL_IMAGES},
    "previews": {"minimum": 0, "maximum": MAX_PARTIAL_IMAGES},
    "response_format": {"enum": list(get_args(ResponseFormat))},
    "moderation": {"enum": list(get_args(Moderation))},
}
"""What the fields of requests are held to beyond their types."""
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

_PICTURES: Schema = {
    "anyOf": [TEXT, {"type": "object"}, listed({"anyOf": [TEXT, {"type": "object"}]}), {"type": "null"}]
}


_RESPONSE = msgspec.defstruct(
    "ResponseBody",
    [("output", list[Any])],
    bases=(ResponseBody,),
    kw_only=True,
    namespace={"__doc__": ResponseBody.__doc__},
)
"""A union of structures that are only ever written has no tag, and a schema is not made of it: see `_meant`."""


def schemas() -> dict[str, Schema]:
    """Every shape, by name."""
    kinds = [
        *(
            ChatRequest,
            FieldsBody,
            ImagesBody,
            KeyRequest,
            Marks,
            ModelList,
            DependentsBody,
            DeletedPicture,
            GenerationItem,
            GenerationBody,
            LineageBody,
            ListBody,
            Evidence,
        ),
        *(CreateBody, ImageTool, _RESPONSE, ImageCallItem, MessageItem, DeletedBody, ItemListBody),
        *(ConversationChange, ConversationItem, ConversationBody, ConversationListBody, TurnFields),
        *(ShareRequest, ShareItem, ShareListBody),
    ]
    _, made = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    return dict(sorted({**_meant(made), **_written(), **_requests(made["ImagesBody"])}.items()))


def _meant(made: dict[str, Schema]) -> dict[str, Schema]:
    found = {name: {**schema} for name, schema in made.items() if name != "ImagesBody"}
    chat = _with_meanings({**found["ChatRequest"]["properties"], **found.pop("FieldsBody")["properties"]})
    del chat["image_size"]  # it stands in `image_config`
    # Chat takes any size, since one that cannot be drawn tells a shape; what is about words is passed over.
    chat["seed"] = {**told(or_null(WHOLE), MEANINGS["seed"]), "minimum": -(2**63), "maximum": 2**63 - 1}
    for name in ("moderation", "response_format"):
        chat[name] = told({"anyOf": [TEXT, {"type": "object"}, {"type": "null"}]}, MEANINGS[name])
    chat["messages"] = told({"type": "array", "minItems": 1, "items": _MESSAGE}, MEANINGS["messages"])
    found["ChatRequest"] = {**found["ChatRequest"], "properties": chat}
    output = listed({"anyOf": [ref("ImageCallItem"), ref("MessageItem")]})
    found["ResponseBody"]["properties"] = {**found["ResponseBody"]["properties"], "output": output}
    found["ImageTool"]["properties"] = _with_meanings(found["ImageTool"]["properties"])
    found["CreateBody"] = _create(found["CreateBody"])
    for name in ("ConversationChange", "ConversationBody"):
        found[name]["properties"]["turns"]["items"] = ref("TurnFields")
    for name in _ANSWERED:
        found[name]["additionalProperties"] = False
        found[name]["required"] = list(found[name]["properties"])
    return found


def _create(body: Schema) -> Schema:
    """A request of the Responses API, with what its parts are."""
    part = {
        "anyOf": [
            _kind("input_text", text=TEXT),
            _kind("input_image", image_url=TEXT),
            _kind("input_image", file_id=TEXT),
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
    item = {"anyOf": [message, _kind("image_generation_call", id=TEXT), _kind("item_reference", id=TEXT)]}
    tool = {
        "anyOf": [
            {"allOf": [ref("ImageTool"), _kind("image_generation")]},
            told(_kind(), "Other tools are ignored."),
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


def _kind(name: str | None = None, **fields: Schema) -> Schema:
    """An object of that ``type``, with these fields and any others."""
    kind: Schema = TEXT if name is None else {"const": name}
    return {"type": "object", "properties": {"type": kind, **fields}, "required": ["type", *fields]}


def _with_only_meant(fields: dict[str, Schema]) -> dict[str, Schema]:
    meant = ("model", "stream", "user")
    return {name: told(field, MEANINGS[name]) if name in meant else field for name, field in fields.items()}


_ANSWERED = (
    *(
        "DependentsBody",
        "DeletedPicture",
        "GenerationItem",
        "GenerationBody",
        "LineageBody",
        "ListBody",
        "EdgeBody",
        "ModelList",
        "ModelItem",
        "ModelCapabilities",
        "ResponseBody",
        "ImageCallItem",
    ),
    *("MessageItem", "OutputText", "ItemError", "ErrorFields", "IncompleteFields", "UsageFields"),
    *("InputDetails", "OutputDetails", "DeletedBody", "ItemListBody"),
    *("ConversationItem", "ConversationBody", "ConversationListBody", "ShareItem", "ShareListBody"),
)
"""Structures that are only written: their fields are always all there, and there are no others."""


def _with_meanings(fields: dict[str, Schema]) -> dict[str, Schema]:
    return {
        name: told(_limited(name, field), MEANINGS[name]) if name in MEANINGS else field
        for name, field in fields.items()
    }


def _limited(name: str, field: Schema) -> Schema:
    """A field with its limits, which are those of the value and not of its absence."""
    if name not in LIMITS or "anyOf" not in field:
        return field
    return {
        **field,
        "anyOf": [one if one == {"type": "null"} else {**one, **LIMITS[name]} for one in field["anyOf"]],
    }


def _requests(body: Schema) -> dict[str, Schema]:
    """Requests of the Images API, as JSON and as forms."""
    fields = _with_meanings(body["properties"])
    fields["background"] = told(or_null(only(*get_args(Background))), MEANINGS["background"])
    sources = _with_meanings(dict.fromkeys(("image", "images", "image_url", "gen_id", "mask"), _PICTURES))
    form = {name: {**field, "type": "string"} for name, field in _flat(fields).items()}
    files = {
        "image": told(BYTES, "The picture to start from, as a file or named as in JSON."),
        "image[]": told(listed(BYTES), "Several pictures."),
        "mask": told(BYTES, MEANINGS["mask"]),
    }
    generation: Schema = {
        "type": "object",
        "description": "Draw new pictures; with a source it is an edit. Other fields are accepted and ignored.",
        "properties": {**fields, **sources},
        "required": ["prompt"],
    }
    generation["properties"]["prompt"] = told({**TEXT, **LIMITS["prompt"]}, MEANINGS["prompt"])
    edit = {**generation, "description": "Change a picture. Other fields are accepted and ignored."}
    variation = {
        **edit,
        "description": "Draw a picture once more, in another way.",
        "properties": {**fields, **sources},
        "required": [],
    }
    return {
        "ImageGenerationRequest": generation,
        "ImageEditRequest": edit,
        "ImageVariationRequest": variation,
        "ImageEditForm": {
            "type": "object",
            "properties": {**form, **files},
            "required": ["prompt"],
        },
        "ImageVariationForm": {"type": "object", "properties": {**form, **files}},
        "FileForm": {
            "type": "object",
            "properties": {
                "file": told(BYTES, "A picture: PNG, JPEG, WebP, GIF or AVIF."),
                "purpose": told(only(*get_args(Purpose)), "It makes no difference."),
                "expires_after[anchor]": only("created_at"),
                "expires_after[seconds]": told(TEXT, "3600 to 2592000."),
            },
            "required": ["file", "purpose"],
        },
    }


def _flat(fields: dict[str, Schema]) -> dict[str, Schema]:
    """Those of the fields that a form can carry: all of them as text."""
    return {
        name: {"description": field["description"]}
        for name, field in fields.items()
        if name != "webhook" and "description" in field
    }


def _written() -> dict[str, Schema]:
    """Shapes of what is answered from no structure."""
    event = {
        "type": "object",
        "description": "One event of a streamed response, in OpenAI's order; the last is `response.completed`, "
        "`response.incomplete`, `response.failed` or `error`.",
        "properties": {"type": {**TEXT, "pattern": r"^(response\.|error$)"}, "sequence_number": WHOLE},
        "required": ["type", "sequence_number"],
    }
    return {
        **_errors(),
        **_chat(),
        **_images(),
        "ResponseStreamEvent": event,
        **_tasks(),
        **_admin(),
        **_others(),
    }


def _errors() -> dict[str, Schema]:
    inner = record(
        "What went wrong.",
        message=told(TEXT, "A sentence that says what to do."),
        type=told(
            only(
                "invalid_request_error",
                "authentication_error",
                "permission_error",
                "rate_limit_error",
                "image_generation_user_error",
                "server_error",
            ),
            "The kind of error.",
        ),
        param=told({"type": ["string", "null"]}, "The field of the request that is at fault."),
        code=told({"type": ["string", "null"]}, "Its stable name."),
    )
    return {"Error": record("Every error has this shape, which is OpenAI's.", error=inner)}


def _chat() -> dict[str, Schema]:
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


def _images() -> dict[str, Schema]:
    details = record("By what they are of.", text_tokens=WHOLE, image_tokens=WHOLE)
    usage = record(
        "Tokens, as a rule of thumb counts them.",
        input_tokens=WHOLE,
        input_tokens_details=details,
        output_tokens=WHOLE,
        output_tokens_details=details,
        total_tokens=WHOLE,
    )
    datum = record(
        "A picture.",
        ["url", "b64_json", "notes"],
        url=TEXT,
        b64_json=TEXT,
        revised_prompt=TEXT,
        gen_id=TEXT,
        notes=listed(TEXT),
    )
    said = {
        "background": only("opaque", "transparent"),
        "output_format": only(*get_args(OutputFormat)),
        "quality": only("low", "medium", "high"),
        "size": told(TEXT, "Pixels, such as `1024x1024`."),
    }
    relayed = record("The pictures of a task that succeeded.", created=WHOLE, data=listed(ref("ImageDatum")))
    poll = record(
        "The task.",
        task_id=TEXT,
        action=only("generate", "edit", "answer"),
        status=only("IN_PROGRESS", "SUCCESS", "FAILURE"),
        progress=told(TEXT, "Such as `48%`."),
        fail_reason=TEXT,
        submit_time=WHOLE,
        start_time=WHOLE,
        finish_time=WHOLE,
        result_url=TEXT,
        data=or_null(relayed),
    )
    return {
        "ImageDatum": datum,
        "ImageUsage": usage,
        "ImagesAnswer": record(
            "The pictures.", created=WHOLE, data=listed(ref("ImageDatum")), usage=ref("ImageUsage"), **said
        ),
        "ImageStreamEvent": {
            "type": "object",
            "description": "One event of a stream: an unfinished rendering (`*.partial_image`), a finished picture "
            "(`*.completed`) or why there is none (`error`).",
            "properties": {
                "type": only(
                    "image_generation.partial_image",
                    "image_generation.completed",
                    "image_edit.partial_image",
                    "image_edit.completed",
                    "error",
                ),
                "created_at": WHOLE,
                "b64_json": TEXT,
                "url": TEXT,
                "gen_id": TEXT,
                "revised_prompt": TEXT,
                "partial_image_index": WHOLE,
                "index": WHOLE,
                "usage": ref("ImageUsage"),
                "error": {"type": "object"},
                **said,
            },
            "required": ["type"],
        },
        "RelayAccepted": record(
            "The task's id, under all the names by which clients look for it.",
            code={"const": "success"},
            message=TEXT,
            data=TEXT,
            id=TEXT,
            task_id=TEXT,
            status={"const": "submitted"},
        ),
        "RelayTask": record(
            "A task, as services that resell image models answer it.",
            code={"const": "success"},
            message=TEXT,
            data=poll,
        ),
    }


def _tasks() -> dict[str, Schema]:
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


def _admin() -> dict[str, Schema]:
    task = record(
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
    owner = record(
        "One owner's part of the queue.",
        owner=TEXT,
        waiting=WHOLE,
        running=WHOLE,
        waiting_since=told(or_null(NUMBER), "When the one was accepted that has waited longest."),
    )
    queue = record(
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
    tasks = record(
        "Everybody's.",
        unfinished=told(listed(ref("AdminTask")), "Those that run, then those that have waited longest."),
        more_unfinished=told(WHOLE, "How many are not listed."),
        failed=told(listed(ref("AdminTask")), "The latest first."),
    )
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
    engine = record(
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
    server = record(
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
    return {
        "AdminTask": task,
        "Admin": record(
            "The running server. Times are seconds since 1970.",
            object={"const": "admin"},
            now=NUMBER,
            queue=queue,
            tasks=tasks,
            engines=listed(engine),
            currency=TEXT,
            server=server,
            names=told(NAMES, "What keys and owners are called, by id."),
        ),
    }


def _others() -> dict[str, Schema]:
    file = record(
        "An uploaded picture.",
        ["expires_at"],
        id=TEXT,
        object={"const": "file"},
        bytes=WHOLE,
        created_at=WHOLE,
        filename=TEXT,
        purpose=only(*get_args(Purpose)),
        status={"const": "processed"},
        expires_at=WHOLE,
    )
    key = {
        "id": TEXT,
        "object": {"const": "key"},
        "name": TEXT,
        "scopes": listed(only(*Scope)),
        "created_at": WHOLE,
        "revoked_at": or_null(WHOLE),
        "made_by": or_null(TEXT),
    }
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
    return {
        "UsageResult": result,
        "Usage": record(
            "Sums by time and group, and of all of it. Times are whole seconds since 1970.",
            object={"const": "usage"},
            start_time=WHOLE,
            end_time=WHOLE,
            data=listed(bucket),
            total=ref("UsageResult"),
        ),
        "AdminUsage": record(
            "Sums by time and group, and of all of it. Times are whole seconds since 1970.",
            object={"const": "usage"},
            start_time=WHOLE,
            end_time=WHOLE,
            data=listed(bucket),
            total=ref("UsageResult"),
            names=told(NAMES, "What keys and owners are called, by id."),
        ),
        "Me": record(
            "Who is asking.",
            object={"const": "me"},
            owner=TEXT,
            key_id=or_null(TEXT),
            name=or_null(TEXT),
            scopes=listed(only(*Scope)),
        ),
        "Health": record(
            "Whether work is taken.",
            ("configuration",),
            status=only("ok", "unavailable"),
            configuration=told(
                only("refused"), "Present while the file of the settings has a mistake and is not followed."
            ),
        ),
        "File": file,
        "FileList": record(
            "One page.",
            object={"const": "list"},
            data=listed(ref("File")),
            has_more=FLAG,
            first_id=or_null(TEXT),
            last_id=or_null(TEXT),
        ),
        "ConversationDeleted": record(
            "It is gone.", id=TEXT, object={"const": "conversation.deleted"}, deleted={"const": True}
        ),
        "ShareDeleted": record(
            "It is gone.", id=TEXT, object={"const": "share.deleted"}, deleted={"const": True}
        ),
        "FileDeleted": record("It is gone.", id=TEXT, object={"const": "file"}, deleted={"const": True}),
        "Key": record("A key, without its secret.", **key),
        "MadeKey": record("A key that was just made.", key=told(TEXT, "Shown this once."), **key),
        "KeyList": record("Oldest first.", object={"const": "list"}, data=listed(ref("Key"))),
        "KeyDeleted": record(
            "It is of no use any more.", id=TEXT, object={"const": "key.deleted"}, deleted={"const": True}
        ),
        "RpcMessage": {
            "type": "object",
            "description": "A message of the Model Context Protocol: JSON-RPC 2.0.",
            "properties": {
                "jsonrpc": {"const": "2.0"},
                "id": {"type": ["string", "integer", "null"]},
                "method": TEXT,
                "params": {"type": "object"},
            },
            "required": ["jsonrpc"],
        },
        "RpcError": {
            "type": "object",
            "description": "An error of JSON-RPC 2.0.",
            "properties": {
                "jsonrpc": {"const": "2.0"},
                "id": {"type": ["string", "integer", "null"]},
                "error": {
                    "type": "object",
                    "properties": {"code": WHOLE, "message": TEXT, "data": ANYTHING},
                    "required": ["code", "message"],
                },
            },
            "required": ["jsonrpc", "error"],
        },
    }
