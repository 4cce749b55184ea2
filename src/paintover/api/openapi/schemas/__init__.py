"""The shapes of bodies, as JSON Schema (2020-12), by subject."""

from __future__ import annotations

from paintover.api.openapi.schemas import (
    admin,
    chat,
    conversations,
    errors,
    files,
    images,
    keys,
    mcp,
    responses,
    server,
    structures,
    tasks,
    usage,
)
from paintover.api.openapi.schemas.shapes import Schema

_SUBJECTS = (
    admin,
    chat,
    conversations,
    errors,
    files,
    images,
    keys,
    mcp,
    responses,
    server,
    structures,
    tasks,
    usage,
)


def schemas() -> dict[str, Schema]:
    """Every shape, by name."""
    every = {name: shape for subject in _SUBJECTS for name, shape in subject.shapes().items()}
    return dict(sorted(every.items()))
