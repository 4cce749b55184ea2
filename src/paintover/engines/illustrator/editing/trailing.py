"""Who comes behind somebody on the move is seen behind them, and not hidden by them: at the tail of the bicycle that goes left."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.headed import MOVES, goes_right, motion_of

_RUNS = frozenset({"run", "ride"})
"""How those move who are not followed at a walk."""


def at_their_heels(scene: Scene) -> Scene:
    """The new scene with all who are behind somebody on the move beside that one's tail, and in motion."""
    objects = tuple(_at_the_heels(scene, one) for one in scene.objects)
    return scene if objects == scene.objects else msgspec.structs.replace(scene, objects=objects)


def _at_the_heels(scene: Scene, one: Thing) -> Thing:
    rel, kind = one.rel, stock_of(one)
    if rel is None or rel.type != "behind" or rel.part or not kind.alive or kind.habitat != "ground":
        return one
    lead = _what_goes(scene, scene.thing(rel.to))
    if lead is None or lead.id == one.id or stock_of(lead).habitat in ("water", "sky"):
        return one
    moved = motion_of(scene, lead)
    if one.pose not in MOVES and (one.pose is not None or moved is None):
        return one
    pose = one.pose
    if pose in (None, "walk") and moved in _RUNS:
        pose = "run"
    tail = Relation(type="left" if goes_right(lead) else "right", to=lead.id)
    return msgspec.structs.replace(one, rel=tail, pose=pose)


def _what_goes(scene: Scene, lead: Thing | None) -> Thing | None:
    """What one rides or is in, who is followed; else that one."""
    seen: set[str] = set()
    while lead is not None and lead.rel is not None and lead.id not in seen:
        if lead.rel.type not in ("on", "inside"):
            break
        seen.add(lead.id)
        lead = scene.thing(lead.rel.to)
    return lead
