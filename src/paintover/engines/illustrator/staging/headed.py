"""Which way those look who move one after the other."""

from __future__ import annotations

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.comparing import drives
from paintover.engines.illustrator.staging.mounts import mounts

MOVES = frozenset({"run", "walk", "ride", "push", "pull", "march"})
"""Poses of who gets somewhere."""
_FAST = frozenset({"cyclist", "jogger"})
"""Who moves in every pose."""


def goes_right(thing: Thing) -> bool:
    """Whether it goes to the right whatever stands beside it: drawings look left, but for a few vehicles."""
    mount = mounts().get(thing.kind)
    return mount is not None and mount.right


def motion_of(scene: Scene, one: Thing) -> str | None:
    """In which pose it moves; None for who stands, and for a car without anybody in it."""
    if stock_of(one).alive or drives(one):
        borne = (other for other in scene.objects if other.rel is not None and other.rel.to == one.id)
        if any(stock_of(other).alive and other.rel.type in ("on", "inside") for other in borne if other.rel):
            return "ride"
    if one.kind in _FAST:
        return "run"
    return one.pose if one.pose in MOVES else None


def all_one_way(scene: Scene) -> set[str]:
    """The ids of those who move one after the other, who all look left: who runs from somebody does not look back."""
    ids = set()
    for one in scene.objects:
        if one.rel is None or one.rel.type not in ("left", "right") or one.pose not in MOVES:
            continue
        other = scene.thing(one.rel.to)
        if other is not None and not goes_right(other) and (motion_of(scene, other) or drives(other)):
            ids |= {one.id, other.id}
    return ids
