"""What the fields of requests mean, and what they are held to."""

from __future__ import annotations

from typing import get_args

from paintover.api.fields import MAX_PARTIAL_IMAGES, QUALITIES
from paintover.api.images.wire import MAX_PROMPT_CHARACTERS, ResponseFormat
from paintover.api.openapi.schemas.shapes import Schema, told
from paintover.domain.call import Moderation, OutputFormat

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


def with_meanings(fields: dict[str, Schema]) -> dict[str, Schema]:
    """Fields with what is known of them here."""
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
