"""The JSON of the Chat Completions API (OpenAI): requests as they come, chunks and completions as they go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from paintover.api.chat.fields import PictureFields, read_fields, wants_data_urls
from paintover.api.fields import WebhookFields
from paintover.api.references import Reference, read_references
from paintover.domain.errors import BadRequest
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.planner.protocol import Wishes


class StreamOptions(msgspec.Struct, kw_only=True):
    """How a stream ends."""

    include_usage: bool = False


class ChatRequest(msgspec.Struct, kw_only=True):
    """What we read of a chat request. Other fields are accepted and ignored."""

    messages: list[dict[str, Any]]
    model: str = "paintover"
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: Any = None
    seed: Any = None
    size: Any = None
    ratio: Any = None
    aspect_ratio: Any = None
    quality: Any = None
    output_format: Any = None
    output_compression: Any = None
    moderation: Any = None
    previews: Any = None
    response_format: Any = None
    background: Any = None
    mask: Any = None
    image_config: dict[str, Any] | None = None
    extra_body: dict[str, Any] | None = None
    webhook: WebhookFields | None = None

    @property
    def is_background(self) -> bool:
        """Whether the task's id is the whole answer."""
        asked = self.background if self.background is not None else (self.extra_body or {}).get("background")
        return asked is True or self.model.endswith(BACKGROUND_SUFFIX)

    @property
    def wants_data_urls(self) -> bool:
        """Whether the pictures themselves are to stand in `message.images`."""
        return wants_data_urls({"response_format": self.response_format}, self.image_config, self.extra_body)

    @property
    def own_mask(self) -> Reference | None:
        """The mask that says where the picture may change, wherever it stands.

        Raises:
            BadRequest: there are several, or it names no picture.
        """
        places: list[dict[str, Any]] = [{"mask": self.mask}, self.image_config or {}, self.extra_body or {}]
        given = next((place["mask"] for place in places if place.get("mask")), None)
        masks = read_references(given, param="mask")
        if len(masks) > 1:
            raise BadRequest("One mask can be sent: it belongs to the picture that is edited.", param="mask")
        return masks[0] if masks else None


_decode = msgspec.json.Decoder(ChatRequest).decode
_encode = msgspec.json.Encoder().encode


def read_chat_request(body: bytes) -> ChatRequest:
    """Decode and check a request body.

    Raises:
        BadRequest: it is no JSON, lacks what is needed, or has a field of the wrong type.
    """
    try:
        chat = _decode(body)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The body is not a chat request: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise BadRequest("The body is not JSON. Send a chat request with 'model' and 'messages'.") from exc
    if not chat.messages:
        raise BadRequest("'messages' is empty: send at least one user message.", param="messages")
    if not any(message.get("role") == "user" for message in chat.messages):
        chat.messages = _asked_by_others(chat.messages)
    if not any(message.get("role") == "user" for message in chat.messages):
        raise BadRequest("There is no user message: say what to draw.", param="messages")
    for message in chat.messages:
        if message.get("role") == "user" and isinstance(message.get("content"), list):
            _check_parts(message["content"])
    return chat


def _asked_by_others(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The conversation where nobody but an application's developer has spoken: the last thing said is then the wish."""
    places = [place for place, message in enumerate(messages) if message.get("role") == "developer"]
    if not places:
        return messages
    return [
        {**message, "role": "user"} if place == places[-1] else message
        for place, message in enumerate(messages)
    ]


def _check_parts(parts: list[Any]) -> None:
    for part in parts:
        if isinstance(part, dict) and part.get("type") == "image_url":
            given = part.get("image_url")
            url = given.get("url") if isinstance(given, dict) else given
            if not isinstance(url, str) or not url.strip():
                raise BadRequest(
                    "An 'image_url' part holds no picture: give it a link or a data URL.", param="messages"
                )


def asked_fields(chat: ChatRequest) -> PictureFields:
    """What the request's own fields ask for, wherever they stand.

    Raises:
        BadRequest: a field is of the wrong type or out of its range.
        BadRatio: a size or ratio is no shape.
    """
    return read_fields(msgspec.structs.asdict(chat), chat.image_config, chat.extra_body)


def asked_wishes(chat: ChatRequest) -> Wishes:
    """What of it the planner must know. Raises as `asked_fields`."""
    return asked_fields(chat).wishes


class Frame:
    """The JSON around the words of one answer. It is UTF-8 throughout: clients look for 进度 in the raw bytes."""

    __slots__ = ("_created", "_head", "_id", "_model", "_open", "_prompt_tokens", "tells_usage")

    CLOSE = b',"logprobs":null,"finish_reason":null}]}\n\n'

    def __init__(self, chat: ChatRequest, name: str, created_at: float) -> None:
        """`name` and `created_at` (seconds since 1970) are the task's, so a second telling has the same bytes."""
        self._id = "chatcmpl-" + name.removeprefix("task_")
        self._created = int(created_at)
        self._model = chat.model
        self.tells_usage = not chat.stream or bool(chat.stream_options and chat.stream_options.include_usage)
        """Whether the end will say how much was sent and written."""
        self._prompt_tokens = _tokens_sent(chat) if self.tells_usage else 0
        head = (
            f'data: {{"id":"{self._id}","object":"chat.completion.chunk","created":{self._created},"model":'
        )
        self._head = head.encode() + _encode(chat.model) + b',"choices":['
        self._open = self._head + b'{"index":0,"delta":'

    def opening(self) -> bytes:
        """The first chunk, which names the role."""
        return self._open + b'{"role":"assistant","content":""}' + self.CLOSE

    def deltas(self, texts: Iterable[str]) -> bytes:
        """A chunk for each text."""
        opened, closed = self._open + b'{"content":', b"}" + self.CLOSE
        return b"".join([part for text in texts for part in (opened, _encode(text), closed)])

    def images(self, urls: list[str]) -> bytes:
        """A chunk with links, for clients that read `message.images`; nothing without any."""
        return self._open + b'{"images":' + _encode(_image_parts(urls)) + b"}" + self.CLOSE if urls else b""

    def closing(self, texts: Iterable[str]) -> bytes:
        """The last chunks: the reason of the end, the usage where it was asked for, and the terminator."""
        written = self._open + b'{},"logprobs":null,"finish_reason":"stop"}]}\n\n'
        if self.tells_usage:
            written += self._head + b'],"usage":' + _encode(self._usage("".join(texts))) + b"}\n\n"
        return written + b"data: [DONE]\n\n"

    def whole(self, text: str, urls: list[str]) -> bytes:
        """A completion in one piece."""
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if urls:
            message["images"] = _image_parts(urls)
        return _encode(
            {
                "id": self._id,
                "object": "chat.completion",
                "created": self._created,
                "model": self._model,
                "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
                "usage": self._usage(text),
            }
        )

    def _usage(self, text: str) -> dict[str, int]:
        """Tokens as a rule of thumb counts them, one for every four bytes of text."""
        completion_tokens = -(-len(text.encode()) // 4)
        return {
            "prompt_tokens": self._prompt_tokens,
            "completion_tokens": completion_tokens,
            "total_tokens": self._prompt_tokens + completion_tokens,
        }


def _tokens_sent(chat: ChatRequest) -> int:
    return -(-sum(len(_encode(message.get("content"))) for message in chat.messages) // 4)


def _image_parts(urls: list[str]) -> list[dict[str, Any]]:
    return [{"type": "image_url", "image_url": {"url": url}} for url in urls]
