"""Requests of the Images API (OpenAI), as JSON and as forms; what is ours on top stands in docs/images.md."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

import msgspec

from paintover.api.fields import (
    MAX_PARTIAL_IMAGES,
    WebhookFields,
    one_of,
    read_background,
    read_moderation,
    read_output,
    read_quality,
    read_seed,
    read_shape,
    within,
)
from paintover.api.forms import Form, last
from paintover.api.models import OWN_MODEL
from paintover.api.references import Reference, read_references
from paintover.domain.call import Background, Moderation, Output, Quality
from paintover.domain.errors import BadRequest
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.planner.protocol import Wishes

Door = Literal["generations", "edits", "variations"]
"""The last part of the path that a request came to."""
ResponseFormat = Literal["url", "b64_json"]

MAX_PROMPT_CHARACTERS = 32_000

_FIELD_AT_FAULT = re.compile(r" - at `\$\.(\w+)")
_PICTURES = ("image", "image[]", "images", "image_url", "gen_id")


class ImagesBody(msgspec.Struct, kw_only=True):
    """What we read of a body. Other fields are accepted and ignored."""

    prompt: str | None = None
    model: str | None = None
    n: int | None = None
    size: str | None = None
    ratio: str | None = None
    aspect_ratio: str | None = None
    seed: int | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    output_compression: int | None = None
    partial_images: int | None = None
    stream: bool | None = None
    response_format: str | None = None
    moderation: str | None = None
    safety_identifier: str | None = None
    user: str | None = None
    webhook: WebhookFields | None = None


class _JsonBody(ImagesBody, kw_only=True):
    image: Any = None
    images: Any = None
    image_url: Any = None
    gen_id: Any = None
    mask: Any = None
    markup: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesRequest:
    """One request, read and checked."""

    door: Door
    prompt: str
    model: str
    is_async: bool
    """Whether the task's id is the whole answer."""
    stream: bool
    wishes: Wishes
    size: tuple[int, int] | None
    quality: Quality
    background: Background
    output: Output
    partial_images: int
    moderation: Moderation
    safety_identifier: str | None
    """Whom the client asks for, told back to it; `user` where it says no other."""
    response_format: ResponseFormat | None
    """None asks for nothing in particular and gets both."""
    images: tuple[Reference, ...]
    mask: Reference | None
    webhook: WebhookFields | None


def read_json_request(body: bytes, door: Door, *, is_async: bool) -> ImagesRequest:
    """Decode and check a JSON body.

    Raises:
        BadRequest: it is no JSON, lacks what is needed, or has a field of the wrong type or out of its range.
    """
    try:
        read = msgspec.json.decode(body, type=_JsonBody)
    except msgspec.ValidationError as exc:
        raise _wrong_field(exc) from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send an object with a 'prompt', or a form.") from exc
    _check_markup(read.markup is not None)
    images = [
        reference
        for name in ("image", "images", "image_url", "gen_id")
        for reference in read_references(getattr(read, name), param=name)
    ]
    masks = read_references(read.mask, param="mask")
    return _checked(read, door, images, masks, is_async=is_async)


def read_form_request(form: Form, door: Door, *, is_async: bool) -> ImagesRequest:
    """Check a form.

    Raises:
        BadRequest: it lacks what is needed, or has a field of the wrong type or out of its range.
    """
    _check_markup("markup" in form.files or "markup" in form.fields)
    known = {name: last(form.fields[name]) for name in ImagesBody.__struct_fields__ if name in form.fields}
    known.pop("webhook", None)
    try:
        read = msgspec.convert(
            {name: value for name, value in known.items() if value or name == "prompt"},
            ImagesBody,
            strict=False,
        )
    except msgspec.ValidationError as exc:
        raise _wrong_field(exc) from exc
    return _checked(
        read,
        door,
        [one for name in _picture_names(form) for one in _sent(form, name)],
        tuple(_sent(form, "mask")),
        is_async=is_async,
    )


def _check_markup(is_sent: bool) -> None:
    if is_sent:
        # To pass it over would be to edit without what was drawn on it.
        raise BadRequest(
            "A 'markup' cannot be read here: say in the prompt what to change, and send a 'mask' for where.",
            param="markup",
        )


def _picture_names(form: Form) -> list[str]:
    """The names under which a form sends pictures: some clients number them, ``image[0]``, ``image[1]``."""
    names = dict.fromkeys([*form.files, *form.fields])
    numbered = sorted(
        (int(match[1]), name) for name in names if (match := re.fullmatch(r"images?\[(\d{1,3})\]", name))
    )
    return [name for name in _PICTURES if name in names] + [name for _, name in numbered]


def _sent(form: Form, name: str) -> list[Reference]:
    files = [Reference(content=file.content) for file in form.files.get(name, ())]
    texts = [text for text in form.fields.get(name, ()) if text.strip()]
    return files + [one for text in texts for one in read_references(text, param=name)]


def _wrong_field(exc: msgspec.ValidationError) -> BadRequest:
    found = _FIELD_AT_FAULT.search(str(exc))
    return BadRequest(f"The body is not an images request: {exc}.", param=found[1] if found else None)


def _checked(
    read: ImagesBody,
    door: Door,
    images: list[Reference],
    masks: tuple[Reference, ...],
    *,
    is_async: bool,
) -> ImagesRequest:
    model = read.model or OWN_MODEL
    is_async = is_async or model.endswith(BACKGROUND_SUFFIX)
    if is_async and read.stream:
        raise BadRequest("'stream' and 'async' exclude each other: ask for one of them.", param="stream")
    # A masked edit keeps its picture's size; clients send one out of habit.
    ratio, size = (
        (None, None)
        if masks
        else read_shape(size=read.size, ratio=read.ratio, aspect_ratio=read.aspect_ratio)
    )
    output = read_output(read.output_format, read.output_compression)
    request = ImagesRequest(
        door=door,
        prompt=_prompt(read, door),
        model=model,
        is_async=is_async,
        stream=bool(read.stream),
        wishes=Wishes(ratio=ratio, n=within(read.n, "n", 1, None) or 1, seed=read_seed(read.seed)),
        size=size,
        quality=read_quality(read.quality),
        background=read_background(read.background),
        output=replace(output, format=output.format or "png"),
        moderation=read_moderation(read.moderation),
        safety_identifier=read.safety_identifier or read.user or None,
        partial_images=within(read.partial_images, "partial_images", 0, MAX_PARTIAL_IMAGES) or 0,
        response_format=cast(
            "ResponseFormat | None",
            one_of(read.response_format, "response_format", get_args(ResponseFormat)),
        ),
        images=tuple(images),
        mask=masks[0] if masks else None,
        webhook=read.webhook,
    )
    _check_pictures(request, len(masks))
    return request


def _check_pictures(request: ImagesRequest, masks: int) -> None:
    if request.door != "generations" and not request.images:
        raise BadRequest(
            "There is no picture to start from: send one as 'image', or name one by its 'gen_id'.",
            param="image",
        )
    if request.door == "variations" and len(request.images) > 1:
        raise BadRequest("A variation is made of one picture: send one 'image'.", param="image")
    if masks > 1:
        raise BadRequest("One mask can be sent: it belongs to the first picture.", param="mask")
    if masks and not request.images:
        raise BadRequest("A mask needs the picture that it belongs to: send it as 'image'.", param="image")
    if masks and request.door == "variations":
        raise BadRequest("A variation takes no mask: ask for an edit.", param="mask")


def _prompt(read: ImagesBody, door: Door) -> str:
    prompt = read.prompt or ""
    if door != "variations" and not prompt.strip():
        raise BadRequest("'prompt' is empty: say what to draw.", param="prompt")
    if len(prompt) > MAX_PROMPT_CHARACTERS:
        raise BadRequest(f"'prompt' is longer than {MAX_PROMPT_CHARACTERS} characters.", param="prompt")
    return prompt
