"""Tokens as a rule of thumb counts them: of text one for every four bytes, of pictures one for every 1,024 pixels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from paintover.domain.call import Call
from paintover.domain.generation import Generation

PIXELS_A_TOKEN = 1024
"""One for each 32 x 32 pixels."""


def text_tokens(text: str) -> int:
    """Tokens of a text."""
    return -(-len(text.encode("utf-8", "surrogatepass")) // 4)


def image_tokens(generation: Generation) -> int:
    """Tokens of a picture."""
    return -(-generation.width * generation.height // PIXELS_A_TOKEN)


def usage(call: Call, sources: Iterable[Generation], drawn: Iterable[Generation]) -> dict[str, Any]:
    """What a call has taken and given, as the Images API tells it."""
    text = text_tokens(call.prompt)
    seen, made = (sum(image_tokens(one) for one in pictures) for pictures in (sources, drawn))
    return {
        "input_tokens": text + seen,
        "input_tokens_details": {"text_tokens": text, "image_tokens": seen},
        "output_tokens": made,
        "output_tokens_details": {"text_tokens": 0, "image_tokens": made},
        "total_tokens": text + seen + made,
    }
