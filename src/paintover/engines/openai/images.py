"""The Images API: `POST /images/generations` and `/images/edits`, whole or streamed."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator
from typing import Any

from openai import AsyncOpenAI, AsyncStream
from openai.types import ImagesResponse

from paintover.domain.errors import EngineFailed
from paintover.engines.openai.failures import UNREADABLE, cut_off
from paintover.engines.openai.options import Profile
from paintover.engines.openai.order import Finding, Found, PictureOrder, Unfinished


class ImagesDialect:
    """See `Dialect`."""

    async def draw(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile
    ) -> AsyncGenerator[Finding, None]:
        answer = await _ask(client, order, quirks)
        if isinstance(answer, ImagesResponse):
            yield _first(answer)
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
                    yield Found(text)
                    return
        raise cut_off(finds_again=quirks.finds_again)


async def _ask(client: AsyncOpenAI, order: PictureOrder, quirks: Profile) -> Any:
    fields: dict[str, Any] = {"model": order.model, "prompt": order.prompt, "n": 1, "size": order.size}
    extra = dict(order.parameters)
    if quirks.response_format:
        extra.setdefault("response_format", "b64_json")
    if quirks.partial_images:
        fields |= {"stream": True, "partial_images": quirks.partial_images}
    if quirks.seeds:
        extra["seed"] = order.seed
    if not order.sources:
        return await client.images.generate(**fields, extra_body=extra, extra_headers=order.headers)
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


def _first(answer: ImagesResponse) -> Found:
    for image in answer.data if isinstance(answer.data, list) else ():
        for name in ("b64_json", "url"):
            if isinstance(where := getattr(image, name, None), str) and where:
                return Found(where)
    raise EngineFailed(UNREADABLE)
