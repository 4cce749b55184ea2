"""How an operator writes engines and models into `paintover.toml`; see docs/engines.md."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta


class EngineTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One engine under a name of the operator's: ``[engines.NAME]``."""

    engine: str
    """The installed engine that it is."""
    options: dict[str, Any] = {}
    """In that engine's own words."""
    concurrency: Annotated[int, Meta(ge=1)] | None = None
    """How many orders it is given at once; more wait. Without one: as many as there are workers."""
    timeout_s: Annotated[float, Meta(gt=0)] | None = None
    """How long one order may take it before the next engine is asked."""
    warm: bool = False
    """Whether it gets ready (loads its model, asks its server) at the start, and not with its first order."""


class ModelTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who draws when a model is asked for: ``[models.NAME]``; the name ``*`` stands for every other."""

    engines: Annotated[list[str], Meta(min_length=1)]
    """Names of engines, the first choice first. The next is asked when one is busy or broken, or cannot do the order."""
    weights: dict[str, Annotated[float, Meta(ge=0, le=1_000_000)]] = {}
    """Who of them shares the first choice, and with which parts; the others follow in their order."""
    parameters: dict[str, Any] = {}
    """Given to the engine with each order, in its own words."""
