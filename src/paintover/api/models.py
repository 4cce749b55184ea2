"""`GET /v1/models`: the names that clients may ask for, and the dialect that each answers in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.domain.call import Language
from paintover.domain.errors import NotFound
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.transcript.grammar import DIALECTS, Dialect

OWN_MODEL = "paintover"
PRIORITIES = {"gpt-4o-image-vip": 10}
"""Names whose tasks go before their owner's other tasks."""
CHINESE_MODELS = ("gpt-4o-image", "gpt-4o-image-vip")
"""The names of the service whose transcript format this is: they always answer in Chinese."""
_STARTED = 1_743_638_400
"""2025-04-03, the date of the first transcript in this format."""


def dialect_for(model: str, language: Language) -> Dialect:
    """The words that an answer of `model` is written in; our own name follows the conversation's language."""
    return DIALECTS["zh" if _base(model) in CHINESE_MODELS else language]


def priority_of(model: str) -> int:
    """Higher goes first among the tasks of one owner."""
    return PRIORITIES.get(_base(model), 0)


def _base(model: str) -> str:
    return model.removesuffix(BACKGROUND_SUFFIX)


def is_own_model(model: str) -> bool:
    """Whether a name is our own: its clients expect nothing of another service."""
    return _base(model) not in CHINESE_MODELS


def _model(name: str) -> dict[str, object]:
    return {"id": name, "object": "model", "created": _STARTED, "owned_by": "paintover"}


def routes(configured: Callable[[], Sequence[str]] = tuple) -> list[Route]:
    """The routes of this surface; `configured` tells the names that the operator has given engines of their own."""

    def models() -> dict[str, dict[str, object]]:
        return {name: _model(name) for name in (OWN_MODEL, *CHINESE_MODELS, *configured())}

    async def show_all(request: Request) -> Response:
        """Every name that is listed; others are answered as our own is."""
        return _json({"object": "list", "data": list(models().values())})

    async def show(request: Request) -> Response:
        """One of them; the names of others' models may have slashes in them."""
        name, known = request.path_params["name"], models()
        if name not in known:
            raise NotFound(f"There is no such model. Use one of {', '.join(known)}.", param="model")
        return _json(known[name])

    return [Route("/v1/models", show_all), Route("/v1/models/{name:path}", show)]


def _json(body: object) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
