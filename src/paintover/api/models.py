"""`GET /v1/models`: the names that clients may ask for, and the dialect that each answers in."""

from __future__ import annotations

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


async def _list(request: Request) -> Response:
    models = [_model(name) for name in (OWN_MODEL, *CHINESE_MODELS)]
    return Response(msgspec.json.encode({"object": "list", "data": models}), media_type="application/json")


async def _one(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in (OWN_MODEL, *CHINESE_MODELS):
        raise NotFound(f"There is no such model. Use '{OWN_MODEL}'.", param="model")
    return Response(msgspec.json.encode(_model(name)), media_type="application/json")


def routes() -> list[Route]:
    """The routes of this surface."""
    return [Route("/v1/models", _list), Route("/v1/models/{name}", _one)]
