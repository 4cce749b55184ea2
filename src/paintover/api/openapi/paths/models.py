"""The names that may be asked for."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import STORED, Operation, named, ok
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/models",
            method="get",
            tag="Models",
            summary="List the names that may be asked for",
            scope=Scope.READ,
            answers=ok("ModelList", "The names."),
        ),
        Operation(
            path="/v1/models/{name}",
            method="get",
            tag="Models",
            summary="Show one",
            scope=Scope.READ,
            parameters=(named("name", "A model's name."),),
            answers=ok("ModelItem", "The name."),
            errors=STORED,
        ),
    )
