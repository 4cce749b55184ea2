"""Engines by name, found through the entry points `paintover.engines`, the built-in ones included."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any

from paintover.domain.errors import EngineFailed
from paintover.engines.protocol import Build, Capabilities, Engine, Intake

GROUP = "paintover.engines"


def engine_names() -> list[str]:
    """The installed engines' names, sorted."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def load_engine(name: str, intake: Intake, options: Mapping[str, Any] | None = None) -> Engine:
    """Import and build the engine called `name`, with the options that are written for it.

    Raises:
        EngineFailed: none is installed under that name, or its package cannot be imported or is for another version.
        BadRequest: the options are not usable.
    """
    for point in entry_points(group=GROUP, name=name):
        try:
            build: Build = point.load()
        except (ImportError, AttributeError) as exc:
            raise EngineFailed(f"The engine '{name}' cannot be loaded: {exc}.") from exc
        engine = build(options or {}, intake)
        if not isinstance(getattr(engine, "capabilities", None), Capabilities):
            raise EngineFailed(
                f"The engine '{name}' does not say what it can do: it is made for another version of Paintover."
            )
        return engine
    raise EngineFailed(f"No engine is called '{name}'. Installed: {', '.join(engine_names())}.")
