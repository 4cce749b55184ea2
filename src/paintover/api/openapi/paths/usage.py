"""What was used."""

from __future__ import annotations

from paintover.api.openapi.paths.operation import STRETCH, Operation, ok, query
from paintover.api.openapi.schemas.shapes import TEXT
from paintover.domain.scope import Scope


def operations() -> tuple[Operation, ...]:
    """What its routes take and answer."""
    return (
        Operation(
            path="/v1/usage",
            method="get",
            tag="Usage",
            summary="What was asked for, what came of it, and what it cost",
            scope=Scope.READ,
            parameters=(
                *STRETCH,
                query("owner", TEXT, "Somebody's id, or `*` for everybody: needs a key with `admin`."),
            ),
            answers=ok("Usage", "The sums."),
        ),
    )
