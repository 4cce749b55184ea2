"""What an endpoint in the shape of OpenAI's moderation answers, for `ScriptedEndpoint`."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pyvips

from tests.llm_endpoint import Asked, Handler, Reply


def verdict(**scores: float) -> Reply:
    """Flags what is named with a score, and nothing without any."""
    result = {
        "flagged": bool(scores),
        "categories": {"violence": False, **dict.fromkeys(scores, True)},
        "category_scores": {"violence": 0.0, **scores},
    }
    body = json.dumps({"id": "modr-1", "model": "m", "results": [result]}).encode()
    return lambda handler: handler.answer(200, body)


def answers(status: int, body: bytes = b"{}", **headers: str) -> Reply:
    """Any answer at all."""
    return lambda handler: handler.answer(status, body, **headers)


def never(handler: Handler) -> None:
    """No answer, until the endpoint is closed."""
    handler.endpoint.release.wait(30)


def picture_of(asked: Asked) -> Any:
    """The picture that was sent, as (width, height, format)."""
    (part,) = asked.body["input"]
    head, _, text = part["image_url"]["url"].partition(",")
    image = pyvips.Image.new_from_buffer(base64.b64decode(text), "")
    return image.width, image.height, head


class Opinion:
    """A reply that goes by what it is shown."""

    def __init__(self) -> None:
        self.bad_words: frozenset[str] = frozenset()
        self.is_bad: Callable[[bytes], bool] = lambda image: False
        """Of the JPEG that was sent."""
        self.broken: list[str] = []
        """What is next to be judged and is not: ``words`` or ``picture``."""
        self.seen: list[str] = []

    def __call__(self, handler: Handler) -> None:
        given = handler.endpoint.asked[-1].body["input"]
        kind = "words" if isinstance(given, str) else "picture"
        self.seen.append(given if kind == "words" else "(picture)")
        if kind in self.broken:
            self.broken.remove(kind)
            answers(400)(handler)
        elif kind == "words":
            is_bad = any(word in given for word in self.bad_words)
            (verdict(violence=0.95) if is_bad else verdict())(handler)
        else:
            image = base64.b64decode(given[0]["image_url"]["url"].partition(",")[2])
            (verdict(sexual=0.8) if self.is_bad(image) else verdict())(handler)
