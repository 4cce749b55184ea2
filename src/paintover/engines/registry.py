"""Engines by name, found through the entry points `paintover.engines`, the built-in ones included."""

from __future__ import annotations

from importlib.metadata import entry_points

from paintover.domain.errors import EngineFailed
from paintover.engines.protocol import Engine

GROUP = "paintover.engines"


def engine_names() -> list[str]:
    """The installed engines' names, sorted."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def load_engine(name: str) -> Engine:
    """Import and build the engine called `name`.

    Raises:
        EngineFailed: none is installed under that name, or its package cannot be imported.
    """
    for point in entry_points(group=GROUP, name=name):
        try:
            build = point.load()
        except (ImportError, AttributeError) as exc:
            raise EngineFailed(f"The engine '{name}' cannot be loaded: {exc}.") from exc
        engine: Engine = build()
        return engine
    raise EngineFailed(f"No engine is called '{name}'. Installed: {', '.join(engine_names())}.")
