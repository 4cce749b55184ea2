"""The JSON of the Responses API (OpenAI): requests as they come, responses and their items as they go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
from paintover.api.models import OWN_MODEL
from paintover.api.references import Reference
from paintover.domain.call import Background, Moderation, Output, Quality
from paintover.domain.errors import BadRequest
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.planner.protocol import Wishes

ToolAction = Literal["auto", "generate", "edit"]
Choice = Literal["auto", "required", "none"]
Status = Literal["queued", "in_progress", "completed", "incomplete", "failed", "cancelled"]

MAX_METADATA, MAX_METADATA_KEY, MAX_METADATA_VALUE = 16, 64, 512
_FIELD_AT_FAULT = re.compile(r" - at `\$\.(\w+)")


class MaskFields(msgspec.Struct, kw_only=True):
    """The picture whose fully transparent pixels say where an edit may change its source."""

    image_url: str | None = None
    file_id: str | None = None


class ImageTool(msgspec.Struct, kw_only=True, omit_defaults=True):
    """The tool that draws. `n`, `seed`, `ratio` and `aspect_ratio` are ours; other fields are accepted and ignored."""

    action: str | None = None
    model: str | None = None
    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    output_compression: int | None = None
    partial_images: int | None = None
    input_image_mask: MaskFields | None = None
    input_fidelity: str | None = None
    moderation: str | None = None
    n: int | None = None
    seed: int | None = None
    ratio: str | None = None
    aspect_ratio: str | None = None


class CreateBody(msgspec.Struct, kw_only=True):
    """What we read of a request. Other fields are accepted and ignored."""

    input: str | list[Any] | None = None
    model: str | None = None
    instructions: str | None = None
    previous_response_id: str | None = None
    conversation: Any = None
    prompt: Any = None
    tools: list[dict[str, Any]] | None = None
    tool_choice: str | dict[str, Any] | None = None
    background: bool | None = None
    store: bool | None = None
    stream: bool | None = None
    metadata: dict[str, str] | None = None
    user: str | None = None
    safety_identifier: str | None = None
    prompt_cache_key: str | None = None
    parallel_tool_calls: bool | None = None
    temperature: float | None = None
    top_p: float | None = None
    max_output_tokens: int | None = None
    max_tool_calls: int | None = None
    truncation: str | None = None
    service_tier: str | None = None
    text: dict[str, Any] | None = None
    reasoning: dict[str, Any] | None = None
    webhook: WebhookFields | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateRequest:
    """One request, read and checked, but for what only the store can tell."""

    items: tuple[Any, ...]
    """Its input as items, not looked at yet."""
    model: str
    draws_with: str
    """The name by which an engine is chosen: the tool's model, else the request's."""
    instructions: str | None
    previous_response_id: str | None
    action: ToolAction
    choice: Choice
    is_background: bool
    store: bool
    stream: bool
    wishes: Wishes
    size: tuple[int, int] | None
    quality: Quality
    background: Background
    output: Output
    moderation: Moderation
    partial_images: int
    mask: Reference | None = field(repr=False)
    webhook: WebhookFields | None = field(repr=False)
    asked: dict[str, Any]
    """What the answer says of the request."""


class OutputText(msgspec.Struct, kw_only=True):
    """The words of a message."""

    type: Literal["output_text"] = "output_text"
    text: str
    annotations: list[Any] = []
    logprobs: list[Any] = []


class MessageItem(msgspec.Struct, kw_only=True):
    """What is said beside the pictures, or instead of them."""

    id: str
    type: Literal["message"] = "message"
    status: Literal["in_progress", "completed", "incomplete"]
    role: Literal["assistant"] = "assistant"
    content: list[OutputText]


class ItemError(msgspec.Struct, kw_only=True):
    """Why there is no picture, in the words and with the codes of the whole server."""

    message: str
    type: str
    param: str | None = None
    code: str


class ImageCallItem(msgspec.Struct, kw_only=True):
    """One picture. `gen_id` is ours: by it the picture is known on every surface."""

    id: str
    type: Literal["image_generation_call"] = "image_generation_call"
    status: Literal["in_progress", "generating", "completed", "failed"]
    result: str | None = None
    """The file in base64."""
    action: Literal["generate", "edit"]
    revised_prompt: str | None = None
    size: str | None = None
    quality: str | None = None
    background: str | None = None
    output_format: str | None = None
    gen_id: str | None = None
    error: ItemError | None = None


class ErrorFields(msgspec.Struct, kw_only=True):
    """Why a response has failed, with the nearest of the codes that OpenAI's clients know."""

    code: str
    message: str


class IncompleteFields(msgspec.Struct, kw_only=True):
    """Why some of the pictures are missing."""

    reason: str | None


class InputDetails(msgspec.Struct, kw_only=True):
    """Nothing is cached."""

    cached_tokens: int = 0
    cache_write_tokens: int = 0


class OutputDetails(msgspec.Struct, kw_only=True):
    """Nobody reasons."""

    reasoning_tokens: int = 0


class UsageFields(msgspec.Struct, kw_only=True):
    """Tokens of text, by a rule of thumb. Those of pictures stand in `tool_usage`."""

    input_tokens: int
    input_tokens_details: InputDetails = msgspec.field(default_factory=InputDetails)
    output_tokens: int
    output_tokens_details: OutputDetails = msgspec.field(default_factory=OutputDetails)
    total_tokens: int


class ResponseBody(msgspec.Struct, kw_only=True):
    """A response. Times are whole seconds since 1970."""

    id: str
    object: Literal["response"] = "response"
    created_at: int
    status: Status
    background: bool
    completed_at: int | None
    error: ErrorFields | None
    incomplete_details: IncompleteFields | None
    instructions: str | None
    max_output_tokens: int | None
    max_tool_calls: int | None
    metadata: dict[str, str]
    model: str
    output: list[ImageCallItem | MessageItem]
    parallel_tool_calls: bool
    previous_response_id: str | None
    prompt_cache_key: str | None
    reasoning: dict[str, Any]
    safety_identifier: str | None
    service_tier: str
    store: bool
    temperature: float
    text: dict[str, Any]
    tool_choice: str | dict[str, Any]
    tools: list[dict[str, Any]]
    top_logprobs: int
    top_p: float
    truncation: str
    usage: UsageFields | None
    tool_usage: dict[str, Any] | None
    user: str | None


class DeletedBody(msgspec.Struct, kw_only=True):
    """What is answered to who deletes a response."""

    id: str
    object: Literal["response"] = "response"
    deleted: Literal[True] = True


class ItemListBody(msgspec.Struct, kw_only=True):
    """A page of what a request brought in."""

    object: Literal["list"] = "list"
    data: list[dict[str, Any]]
    first_id: str | None
    last_id: str | None
    has_more: bool


_decode = msgspec.json.Decoder(CreateBody).decode


def read_create_request(body: bytes) -> CreateRequest:
    """Decode and check a request body.

    Raises:
        BadRequest: it is no JSON, lacks what is needed, or has a field of the wrong type or out of its range.
        BadRatio: a size or ratio is no shape.
    """
    try:
        read = _decode(body)
    except msgspec.ValidationError as exc:
        found = _FIELD_AT_FAULT.search(str(exc))
        raise BadRequest(f"The body is no request for a response: {exc}.", param=found and found[1]) from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send an object with an 'input'.") from exc
    _check_unknown(read)
    tool = _tool(read.tools or [])
    model = read.model or OWN_MODEL
    is_background, store = bool(read.background) or model.endswith(BACKGROUND_SUFFIX), read.store is not False
    if is_background and not store:
        raise BadRequest("What is drawn in the background must be stored: leave 'store' out.", param="store")
    mask = _mask(tool)
    # A masked edit keeps its picture's size; clients send one out of habit.
    ratio, size = (
        (None, None)
        if mask is not None
        else read_shape(size=tool.size, ratio=tool.ratio, aspect_ratio=tool.aspect_ratio)
    )
    action = cast(ToolAction, one_of(tool.action, "action", get_args(ToolAction)) or "auto")
    if mask is not None and action == "generate":
        raise BadRequest("A mask belongs to an edit: leave 'action' out, or ask for 'edit'.", param="action")
    return CreateRequest(
        items=_items(read.input),
        model=model,
        draws_with=tool.model or model,
        instructions=read.instructions,
        previous_response_id=read.previous_response_id,
        action=action,
        choice=_choice(read.tool_choice),
        is_background=is_background,
        store=store,
        stream=bool(read.stream),
        wishes=Wishes(ratio=ratio, n=within(tool.n, "n", 1, None), seed=read_seed(tool.seed)),
        size=size,
        quality=read_quality(tool.quality),
        background=read_background(tool.background),
        moderation=read_moderation(tool.moderation),
        output=read_output(tool.output_format, tool.output_compression),
        partial_images=within(tool.partial_images, "partial_images", 0, MAX_PARTIAL_IMAGES) or 0,
        mask=mask,
        webhook=read.webhook,
        asked=_asked(read, model, is_background=is_background, store=store),
    )


def _check_unknown(read: CreateBody) -> None:
    """What would be another answer than was asked for, were it passed over."""
    if read.conversation is not None:
        raise BadRequest(
            "Conversations are not kept here: name the response that this one goes on from, as "
            "'previous_response_id'.",
            param="conversation",
        )
    if read.prompt is not None:
        raise BadRequest("Stored prompts are not kept here: send the words as 'input'.", param="prompt")
    metadata = read.metadata or {}
    if len(metadata) > MAX_METADATA or any(
        len(key) > MAX_METADATA_KEY or len(value) > MAX_METADATA_VALUE for key, value in metadata.items()
    ):
        raise BadRequest(
            f"'metadata' has at most {MAX_METADATA} pairs, of {MAX_METADATA_KEY} and {MAX_METADATA_VALUE} "
            "characters.",
            param="metadata",
        )


def _items(given: str | list[Any] | None) -> tuple[Any, ...]:
    if given is None or (isinstance(given, str) and not given.strip()) or given == []:
        raise BadRequest("'input' is empty: say what to draw.", param="input")
    return ({"role": "user", "content": given},) if isinstance(given, str) else tuple(given)


def _tool(tools: list[dict[str, Any]]) -> ImageTool:
    """The first that draws; without one, the defaults: whoever asks a server for pictures wants one."""
    given = next((tool for tool in tools if tool.get("type") == "image_generation"), {})
    try:
        return msgspec.convert(given, ImageTool)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The tool 'image_generation' cannot be read: {exc}.", param="tools") from exc


def _mask(tool: ImageTool) -> Reference | None:
    given = tool.input_image_mask
    if given is None:
        return None
    text = (given.file_id or given.image_url or "").strip()
    if not text:
        raise BadRequest(
            "'input_image_mask' names no picture: give it an 'image_url' or a 'file_id'.",
            param="input_image_mask",
        )
    return Reference(text=text)


def _choice(given: str | dict[str, Any] | None) -> Choice:
    if isinstance(given, dict):
        if given.get("type") == "allowed_tools":
            return "required" if given.get("mode") == "required" else "auto"
        return "required" if given.get("type") == "image_generation" else "auto"
    return cast(Choice, one_of(given, "tool_choice", get_args(Choice)) or "auto")


def _asked(read: CreateBody, model: str, *, is_background: bool, store: bool) -> dict[str, Any]:
    return {
        "background": is_background,
        "instructions": read.instructions,
        "max_output_tokens": within(read.max_output_tokens, "max_output_tokens", 1, 2**53),
        "max_tool_calls": within(read.max_tool_calls, "max_tool_calls", 1, 2**53),
        "metadata": read.metadata or {},
        "model": model,
        "parallel_tool_calls": read.parallel_tool_calls is not False,
        "previous_response_id": read.previous_response_id,
        "prompt_cache_key": read.prompt_cache_key,
        "reasoning": read.reasoning or {"effort": None, "summary": None},
        "safety_identifier": read.safety_identifier,
        "service_tier": read.service_tier or "default",
        "store": store,
        "temperature": 1.0 if read.temperature is None else read.temperature,
        "text": read.text or {"format": {"type": "text"}},
        "tool_choice": read.tool_choice or "auto",
        "tools": [_echoed(tool) for tool in read.tools or []],
        "top_logprobs": 0,
        "top_p": 1.0 if read.top_p is None else read.top_p,
        "truncation": read.truncation or "disabled",
        "user": read.user,
    }


def _echoed(tool: dict[str, Any]) -> dict[str, Any]:
    """A tool as it was sent, but for the bytes of a mask."""
    mask = tool.get("input_image_mask")
    if not isinstance(mask, dict):
        return tool
    named = {name: text for name, text in mask.items() if not str(text).startswith("data:")}
    return {**tool, "input_image_mask": named}
