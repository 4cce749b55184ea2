"""The Images API: `POST /images/generations` and `/images/edits`, whole or streamed, and what vendors make of it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncGenerator, Mapping
from typing import Any

import msgspec
import openai
from openai import AsyncOpenAI, AsyncStream
from openai.types import ImageEditStreamEvent, ImageGenStreamEvent, ImagesResponse

from paintover.domain.errors import EngineFailed
from paintover.engines.openai.failures import ToldFailure, told_error
from paintover.engines.openai.options import Profile
from paintover.engines.openai.order import (
    LOST,
    Finding,
    Found,
    OwnPictures,
    PictureOrder,
    Unfinished,
    data_url,
)
from paintover.engines.upstream.failures import UNREADABLE, cut_off

_EXTRA_ARGS = "sd_cpp_extra_args"


class ImagesDialect:
    """See `Dialect`."""

    def __init__(self, own: OwnPictures) -> None:
        self._own = own

    async def draw(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile
    ) -> AsyncGenerator[Finding, None]:
        answer = await self._answer(client, order, quirks)
        if isinstance(answer, ImagesResponse):
            yield self._first(answer, quirks)
            return
        if not isinstance(answer, AsyncStream):
            raise EngineFailed(UNREADABLE)
        async with answer as events:
            async for event in events:
                kind, text = getattr(event, "type", None), getattr(event, "b64_json", None)
                if not isinstance(kind, str) or not isinstance(text, str):
                    continue
                if kind.endswith(".partial_image"):
                    yield Unfinished(text)
                elif kind.endswith(".completed"):
                    yield Found(text, self._scene(event, quirks))
                    return
        raise cut_off(finds_again=quirks.finds_again)

    async def _answer(self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile) -> Any:
        named = self._own.names(order.sources) if quirks.calls and order.mask is None else []
        if named:
            try:
                return await _ask_by_name(client, order, quirks, named)
            except openai.APIStatusError as exc:
                if exc.code not in LOST:
                    raise
        return await _ask(client, order, quirks)

    def _first(self, answer: ImagesResponse, quirks: Profile) -> Found:
        for image in answer.data if isinstance(answer.data, list) else ():
            for name in ("b64_json", "url"):
                if isinstance(where := getattr(image, name, None), str) and where:
                    return Found(where, self._scene(image, quirks))
        if (error := getattr(answer, "error", None)) is not None:
            raise ToldFailure(told_error(error))
        raise EngineFailed(UNREADABLE)

    def _scene(self, picture: object, quirks: Profile) -> dict[str, Any] | None:
        return self._own.scene(getattr(picture, "gen_id", None)) if quirks.calls else None


def _fields(order: PictureOrder, quirks: Profile) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the SDK knows by name, and what it passes on as it is."""
    fields: dict[str, Any] = {"model": order.model, "prompt": order.prompt, "n": 1, "size": order.size}
    extra = dict(order.parameters)
    if quirks.sides:
        del fields["size"]
        extra |= {"width": order.width, "height": order.height}
    if quirks.response_format:
        extra.setdefault("response_format", "b64_json")
    if order.previews:
        fields |= {"stream": True, "partial_images": order.previews}
    for name in ("quality", "background"):
        if (value := getattr(order, name)) is not None:
            fields[name] = value
    if quirks.extra_args:
        fields["prompt"] = _with_extra_args(order, quirks, extra.pop(_EXTRA_ARGS, None))
    elif quirks.seeds:
        extra["seed"] = order.seed
    return fields, extra


def _with_extra_args(order: PictureOrder, quirks: Profile, given: object) -> str:
    """The prompt with a tag before it. The server reads the first tag and takes all of them out of the prompt, so that
    nobody can set anything by writing one into the words."""
    extra = dict(given) if isinstance(given, Mapping) else {}
    if quirks.seeds:
        extra["seed"] = order.seed
    return f"<{_EXTRA_ARGS}>{msgspec.json.encode(extra).decode()}</{_EXTRA_ARGS}>{order.prompt}"


def _references(order: PictureOrder, quirks: Profile) -> dict[str, Any]:
    """The sources as a member of a JSON request."""
    if not order.sources:
        return {}
    links = [data_url(source) for source in order.sources]
    match quirks.references:
        case "image_url":
            return {"image_url": links[0]}
        case "reference_images":
            return {"reference_images": links}
        case "ref_images":
            return {
                "ref_images": [base64.b64encode(source.image).decode("ascii") for source in order.sources]
            }
        case _:
            return {"input_references": [{"type": "image_url", "image_url": {"url": link}} for link in links]}


async def _post(
    client: AsyncOpenAI, path: str, body: Mapping[str, Any], headers: Mapping[str, str], order: PictureOrder
) -> Any:
    """A request in JSON: the SDK's own methods know neither every path nor an edit without files."""
    post: Any = client.post
    events: Any = AsyncStream[ImageEditStreamEvent] if order.sources else AsyncStream[ImageGenStreamEvent]
    return await post(
        path,
        body=body,
        options={"headers": headers},
        cast_to=ImagesResponse,
        stream=bool(order.previews),
        stream_cls=events,
    )


async def _ask_by_name(client: AsyncOpenAI, order: PictureOrder, quirks: Profile, named: list[str]) -> Any:
    """An edit of the server's own pictures."""
    fields, extra = _fields(order, quirks)
    headers = dict(order.headers)
    if order.key is not None:
        headers["Idempotency-Key"] = f"{order.key}:named"
    return await _post(client, "/images/edits", {**fields, **extra, "gen_id": named}, headers, order)


async def _ask(client: AsyncOpenAI, order: PictureOrder, quirks: Profile) -> Any:
    fields, extra = _fields(order, quirks)
    if not order.sources or quirks.references != "files":
        body = {**fields, **extra, **_references(order, quirks)}
        return await _post(client, quirks.path, body, order.headers, order)
    pictures = [
        (f"source-{place}.png", source.image, source.media_type)
        for place, source in enumerate(order.sources, 1)
    ]
    if order.mask is not None:
        fields["mask"] = ("mask.png", order.mask, "image/png")
    # Single pictures go as `image`, which every server knows; only several are sent as a list.
    fields["image"] = pictures[0] if len(pictures) == 1 else pictures
    headers = dict(order.headers)
    if order.key is not None:
        # The same order must be the same bytes for a server that compares them under their key.
        boundary = hashlib.sha256(order.key.encode()).hexdigest()
        headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
    return await client.images.edit(**fields, extra_body=extra, extra_headers=headers)
