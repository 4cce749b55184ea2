"""What each route takes and answers, by surface."""

from __future__ import annotations

from paintover.api.openapi.paths import (
    admin,
    chat,
    conversations,
    files,
    generations,
    images,
    keys,
    mcp,
    me,
    models,
    public,
    responses,
    shares,
    tasks,
    usage,
)
from paintover.api.openapi.paths.operation import Operation

_SURFACES = (
    chat,
    images,
    models,
    responses,
    tasks,
    generations,
    files,
    conversations,
    shares,
    keys,
    usage,
    admin,
    me,
    mcp,
    public,
)
"""In the order in which they are described."""


def operations() -> tuple[Operation, ...]:
    """Every method of every route."""
    return tuple(operation for surface in _SURFACES for operation in surface.operations())
