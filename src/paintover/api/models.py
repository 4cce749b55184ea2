"""`GET /v1/models`: the names that clients may ask for, and the dialect that each answers in."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.domain.call import Language
from paintover.domain.errors import NotFound
from paintover.domain.ratio import Ratio
from paintover.domain.task import BACKGROUND_SUFFIX
from paintover.engines.protocol import Capabilities
from paintover.transcript.grammar import DIALECTS, Dialect

OWN_MODEL = "paintover"
PRIORITIES = {"gpt-4o-image-vip": 10}
"""Names whose tasks go before their owner's other tasks."""
CHINESE_MODELS = ("gpt-4o-image", "gpt-4o-image-vip")
"""The names of the service whose transcript format this is: they always answer in Chinese."""
_STARTED = 1_743_638_400
"""2025-04-03, the date of the first transcript in this format."""
_USUAL = ((1, 1), (5, 4), (4, 3), (3, 2), (16, 9), (2, 1), (21, 9), (3, 1))


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


class ModelCapabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a request that names the model may ask for."""

    edits: Literal["any", "own", "none"]
    """Which pictures can be changed: any, those alone that it has drawn itself, or none."""
    max_sources: int
    """How many pictures an edit may start from."""
    ratios: tuple[str, ...] | None
    """The only shapes that it draws; another becomes the nearest of them. None: any."""
    quality: bool
    """Whether it knows more than one."""
    seeds: bool
    """Whether the same words and seed draw the same picture."""
    transparency: bool
    previews: bool


class ModelItem(msgspec.Struct, frozen=True, kw_only=True):
    """A name that clients may ask for."""

    id: str
    object: Literal["model"] = "model"
    created: int = _STARTED
    owned_by: str = "paintover"
    same_as: str | None
    """The name that it is another one for, but for the language of its answers."""
    capabilities: ModelCapabilities


class ModelList(msgspec.Struct, frozen=True, kw_only=True):
    """All of them."""

    object: Literal["list"] = "list"
    data: list[ModelItem]


def _told(can: Capabilities) -> ModelCapabilities:
    return ModelCapabilities(
        edits="any" if "pixels" in can.edits or can.redraws else "own" if can.edits else "none",
        max_sources=can.max_sources,
        ratios=None if can.sizes is None else tuple(dict.fromkeys(_shape(*size) for size in can.sizes)),
        quality=can.quality,
        seeds=can.seeds,
        transparency=can.transparency,
        previews=can.previews,
    )


def _shape(width: int, height: int) -> str:
    """Whatever engines' sizes are shaped like exactly, people call it by the nearest usual ratio."""
    named = [Ratio(*each) for pair in _USUAL for each in (pair, pair[::-1])]
    return str(min(named, key=lambda ratio: abs(math.log(ratio.value * height / width))))


def routes(
    configured: Callable[[], Sequence[str]] = tuple,
    capabilities: Callable[[str], Capabilities] = lambda _: Capabilities(),
) -> list[Route]:
    """The routes of this surface; `configured` tells the names that the operator has given engines of their own, and
    `capabilities` what can be asked for under a name."""

    def models() -> dict[str, ModelItem]:
        own = configured()
        names = dict.fromkeys((OWN_MODEL, *CHINESE_MODELS, *own))
        return {
            name: ModelItem(
                id=name,
                same_as=OWN_MODEL if name in CHINESE_MODELS and name not in own else None,
                capabilities=_told(capabilities(name)),
            )
            for name in names
        }

    async def show_all(request: Request) -> Response:
        """Every name that is listed; others are answered as our own is."""
        return _json(ModelList(data=list(models().values())))

    async def show(request: Request) -> Response:
        """One of them; the names of others' models may have slashes in them."""
        name, known = request.path_params["name"], models()
        if name not in known:
            raise NotFound(f"There is no such model. Use one of {', '.join(known)}.", param="model")
        return _json(known[name])

    return [Route("/v1/models", show_all), Route("/v1/models/{name:path}", show)]


def _json(body: object) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
