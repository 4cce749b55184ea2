"""The Responses API with its `image_generation` tool."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from openai import AsyncOpenAI, AsyncStream

from paintover.domain.errors import EngineFailed, NotDrawable
from paintover.engines.openai.failures import ToldFailure, told_failure
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
        create: Any = client.responses.create
        answer = await create(
            model=order.model,
            input=[{"role": "user", "content": content}],
            tools=[tool | dict(order.parameters)],
            tool_choice={"type": "image_generation"},
            store=False,
            stream=True,
            extra_headers=order.headers,
        )
        if not isinstance(answer, AsyncStream):
            raise EngineFailed(UNREADABLE)
        words, is_stream = "", False
        async with answer as events:
            async for event in events:
                is_stream = True
                kind = getattr(event, "type", None)
                if kind == "response.image_generation_call.partial_image":
                    if isinstance(text := getattr(event, "partial_image_b64", None), str):
                        yield Unfinished(text)
                elif kind == "response.output_item.done":
                    item = getattr(event, "item", None)
                    if isinstance(result := getattr(item, "result", None), str) and result:
                        yield Found(result)
                        return
                elif kind in ("response.output_text.delta", "response.refusal.delta"):
                    delta = getattr(event, "delta", None)
                    words += delta if isinstance(delta, str) and len(words) < 4000 else ""
                elif kind in ("response.failed", "response.incomplete", "error"):
                    raise ToldFailure(told_failure(*_reason(event)))
                elif kind == "response.completed":
                    raise _in_words(words)
        if not is_stream:
            raise EngineFailed(UNREADABLE)
        raise cut_off(finds_again=quirks.finds_again)


def _reason(event: object) -> tuple[str | None, str]:
    response = getattr(event, "response", event)
    error = getattr(response, "error", None) or response
    code, message = getattr(error, "code", None), getattr(error, "message", None)
    if code is None and (details := getattr(response, "incomplete_details", None)) is not None:
        code = getattr(details, "reason", None)
    return code if isinstance(code, str) else None, message if isinstance(message, str) else ""


def _in_words(words: str) -> Exception:
    if not words.strip():
        return EngineFailed(UNREADABLE)
    return NotDrawable(f"The model answered in words instead of a picture: {spoken(words)}")
