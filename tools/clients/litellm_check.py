"""The library LiteLLM against the server whose address is the argument: one line for each thing that works."""

from __future__ import annotations

import asyncio
import base64
import io
import sys
from collections.abc import Callable
from typing import Any

import litellm

litellm.suppress_debug_info = True
SERVER: dict[str, Any] = {"api_base": f"{sys.argv[1]}/v1", "api_key": "none"}
OX: list[dict[str, str]] = [{"role": "user", "content": "draw an ox"}]
picture = b""


def image_generation() -> bool:
    global picture
    answer = litellm.image_generation(
        prompt="an ox and a horse", model="openai/paintover", size="512x512", **SERVER
    )
    picture = base64.b64decode(answer.data[0].b64_json)
    return answer.usage.total_tokens > 0


def image_edit() -> bool:
    answer = litellm.image_edit(
        image=io.BytesIO(picture), prompt="put a hat on the ox", model="openai/gpt-image-2", **SERVER
    )
    return bool(answer.data[0].b64_json)


def aimage_generation() -> bool:
    answer = asyncio.run(litellm.aimage_generation(prompt="a cat", model="openai/gpt-image-2", **SERVER))
    return bool(answer.data[0].b64_json)


def completion() -> bool:
    message = litellm.completion(model="openai/paintover", messages=OX, **SERVER).choices[0].message
    return "![gen_" in message.content and message.images[0]["image_url"]["url"].startswith("http")


def completion_as_a_stream_with_usage() -> bool:
    chunks = list(
        litellm.completion(
            model="openai/paintover",
            messages=OX,
            stream=True,
            stream_options={"include_usage": True},
            **SERVER,
        )
    )
    text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
    return "![gen_" in text and chunks[-1].usage.total_tokens > 0


def responses() -> bool:
    answer = litellm.responses(model="openai/paintover", input="draw an ox", **SERVER)
    return any(item.type == "image_generation_call" for item in answer.output)


def an_error_is_the_librarys_own() -> bool:
    try:
        litellm.image_generation(prompt="", model="openai/paintover", **SERVER)
    except litellm.BadRequestError as error:
        return "say what to draw" in str(error)
    return False


def main() -> int:
    failed = 0
    checks: list[Callable[[], bool]] = [
        image_generation, image_edit, aimage_generation, completion, completion_as_a_stream_with_usage, responses,
        an_error_is_the_librarys_own,
    ]  # fmt: skip
    for check in checks:
        why = ""
        try:
            works = check()
        except Exception as error:  # noqa: BLE001  # whatever a client breaks with is what is to be told
            works, why = False, f" ({error})"
        print(f"{'ok    ' if works else 'FAILED'} {check.__name__.replace('_', ' ')}{why}")
        failed += not works
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
