"""The Images API, and what services that resell image models answer."""

from __future__ import annotations

from typing import get_args

from paintover.api.openapi.schemas.fields import LIMITS, MEANINGS, with_meanings
from paintover.api.openapi.schemas.shapes import (
    BYTES,
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
from paintover.domain.call import Background, OutputFormat

_PICTURES: Schema = {
    "anyOf": [TEXT, {"type": "object"}, listed({"anyOf": [TEXT, {"type": "object"}]}), {"type": "null"}]
}


def requests(body: Schema) -> dict[str, Schema]:
    """Requests of the Images API, as JSON and as forms."""
    fields = with_meanings(body["properties"])
    fields["background"] = told(or_null(only(*get_args(Background))), MEANINGS["background"])
    sources = with_meanings(dict.fromkeys(("image", "images", "image_url", "gen_id", "mask"), _PICTURES))
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
    }


def _flat(fields: dict[str, Schema]) -> dict[str, Schema]:
    """Those of the fields that a form can carry: all of them as text."""
    return {
        name: {"description": field["description"]}
        for name, field in fields.items()
        if name != "webhook" and "description" in field
    }


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
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
        ["url", "b64_json", "notes", "changes"],
        url=TEXT,
        b64_json=TEXT,
        revised_prompt=TEXT,
        gen_id=TEXT,
        notes=listed(TEXT),
        changes=told(TEXT, "Of an edit, what is different now."),
    )
    said = {
        "background": only("opaque", "transparent"),
        "output_format": only(*get_args(OutputFormat)),
        "quality": only("low", "medium", "high"),
        "size": told(TEXT, "Pixels, such as `1024x1024`."),
    }
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
        **_relay(),
    }


def _relay() -> dict[str, Schema]:
    """As services that resell image models answer."""
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
