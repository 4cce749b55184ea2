"""The Responses API with its `image_generation` tool."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from openai import AsyncOpenAI

from paintover.domain.errors import EngineFailed, NotDrawable, PaintoverError
from paintover.engines.openai.client import member, open_stream
from paintover.engines.openai.failures import ToldFailure, told_error, told_failure
from paintover.engines.openai.options import Profile
from paintover.engines.openai.order import Finding, Found, PictureOrder, Unfinished, data_url
from paintover.engines.upstream.failures import UNREADABLE, cut_off, spoken


class ResponsesDialect:
    """See `Dialect`."""

    async def draw(
        self, client: AsyncOpenAI, order: PictureOrder, quirks: Profile
    ) -> AsyncGenerator[Finding, None]:
        content: list[dict[str, Any]] = [{"type": "input_text", "text": order.prompt}]
        content += [{"type": "input_image", "image_url": data_url(source)} for source in order.sources]
        tool: dict[str, Any] = {"type": "image_generation", "size": order.size}
        if order.previews:
            tool["partial_images"] = order.previews
        for name in ("quality", "background"):
            if (value := getattr(order, name)) is not None:
                tool[name] = value
        body = {
            "model": order.model,
            "input": [{"role": "user", "content": content}],
            "tools": [tool | dict(order.parameters)],
            "tool_choice": {"type": "image_generation"},
            "store": False,
        }
        words, is_stream = "", False
        async with await open_stream(client, "/responses", body, order.headers) as events:
            async for event in events:
                is_stream = True
                kind = member(event, "type")
                if kind == "response.image_generation_call.partial_image":
                    if isinstance(text := member(event, "partial_image_b64"), str):
                        yield Unfinished(text)
                elif kind == "response.output_item.done":
                    if isinstance(result := member(member(event, "item"), "result"), str) and result:
                        yield Found(result)
                        return
                elif kind in ("response.output_text.delta", "response.refusal.delta"):
                    delta = member(event, "delta")
                    words += delta if isinstance(delta, str) and len(words) < 4000 else ""
                elif kind in ("response.failed", "response.incomplete", "error"):
                    raise ToldFailure(_reason(event))
                elif kind == "response.completed":
                    raise _in_words(words)
        if not is_stream:
            raise EngineFailed(UNREADABLE)
        raise cut_off(finds_again=quirks.finds_again)


def _reason(event: object) -> PaintoverError:
    response = member(event, "response") or event
    error = member(response, "error") or response
    reason = member(member(response, "incomplete_details"), "reason")
    if member(error, "code") is None and isinstance(reason, str):
        return told_failure(reason, "")
    return told_error(error)


def _in_words(words: str) -> Exception:
    if not words.strip():
        return EngineFailed(UNREADABLE)
    return NotDrawable(f"The model answered in words instead of a picture: {spoken(words)}")
