"""The tree of pictures: which one was made from which. Pure functions over `(gen_id, sources)` pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Direction = Literal["ancestors", "descendants", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`child` was made from `parent`."""

    parent: str
    child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """A part of the tree. `root` is the oldest ancestor along first sources; `nodes` are in order of time."""

    root: str
    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]


def root_of(gen_id: str, sources: Mapping[str, tuple[str, ...]]) -> str:
    """Follow first sources upward from `gen_id` as far as `sources` knows; a loop ends where it closes."""
    seen = {gen_id}
    while (parents := sources.get(gen_id, ())) and parents[0] in sources and parents[0] not in seen:
        gen_id = parents[0]
        seen.add(gen_id)
    return gen_id


def lineage_of(gen_id: str, sources: Mapping[str, tuple[str, ...]], order: Iterable[str]) -> Lineage:
    """The lineage of `gen_id` over exactly the generations in `sources`, its nodes sorted as in `order`."""
    return Lineage(
        root=root_of(gen_id, sources),
        nodes=tuple(name for name in order if name in sources),
        edges=tuple(
            Edge(parent=parent, child=child)
            for child in order
            for parent in sources.get(child, ())
            if parent in sources
        ),
    )
