"""What people use is turned to them: a laptop and a notebook to who sits behind the table, a television to who watches it, a
piano to who plays it.

Their drawings from behind and from beside are the poses ``turned`` and ``aside`` of `kinds.toml`; which one shows is told by
their `gaze`, as of a face.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.prone import PRONE
from paintover.engines.illustrator.sprites.stock import ASIDE, AWAY, figure_of, stock_of
from paintover.engines.illustrator.staging.company import at_table, has_arms
from paintover.engines.illustrator.staging.standing import frame_from, placement_from

AT_WORK = frozenset({"busy", "write", "calligraphy"})
"""Poses of who looks down at what is before them."""
_BESIDE = frozenset({"beside", "left", "right", "front"})
_UNSEEING = frozenset({"sleep", "lie"})


def turned_to_users(scene: Scene) -> Scene:
    """The scene with each such thing turned to whoever uses it, and as it is drawn where nobody does."""
    objects, layout = [], dict(scene.layout)
    for thing in scene.objects:
        turned = thing if stock_of(thing).alive else _turned(scene, thing)
        if turned is not thing and thing.id in layout:
            was, now = figure_of(thing), figure_of(turned)
            frame = replace(frame_from(layout[thing.id], was), pivot=now.foot)
            layout[thing.id] = placement_from(frame, now, lift=layout[thing.id].lift)
        objects.append(turned)
    if all(one is other for one, other in zip(objects, scene.objects, strict=True)):
        return scene
    return msgspec.structs.replace(scene, objects=tuple(objects), layout=layout)


def _turned(scene: Scene, thing: Thing) -> Thing:
    drawn = kinds()[thing.kind].poses if thing.kind in kinds() else {}
    gaze = (0, 0)
    if "turned" in drawn and _is_before_somebody(scene, thing):
        gaze = AWAY
    elif "aside" in drawn and watchers(scene, thing):
        gaze = ASIDE
    return thing if gaze == thing.gaze else msgspec.structs.replace(thing, gaze=gaze)


def _is_before_somebody(scene: Scene, thing: Thing) -> bool:
    """Whether it lies on a table behind which somebody is who can use it, or in the hand of who writes in it."""
    bearer = scene.thing(thing.rel.to) if thing.rel is not None else None
    if bearer is None or thing.rel is None:
        return False
    if thing.rel.type == "hold":
        return bearer.pose in AT_WORK or bearer.pose == PRONE
    behind = (one for one in scene.objects if has_arms(stock_of(one)) and at_table(one, bearer))
    return thing.rel.type == "on" and next(behind, None) is not None


def watchers(scene: Scene, thing: Thing) -> Sequence[Thing]:
    """Those who watch a television: who looks at it, and who sits where it was put; or who plays a piano."""
    if "aside" not in kinds()[thing.kind].poses or thing.rung == "signpost":
        return ()
    if thing.kind in _PLAYED:
        return [one for one in scene.objects if one.pose == _AT_THE_KEYS]
    seat = thing.rel.to if thing.rel is not None and thing.rel.type in _BESIDE else None
    return [one for one in scene.objects if _watches(one, thing.id, seat)]


def _watches(one: Thing, screen: str, seat: str | None) -> bool:
    if not stock_of(one).alive or one.pose in _UNSEEING:
        return False
    sits = seat is not None and one.rel is not None and (one.rel.type, one.rel.to) == ("on", seat)
    return one.at == screen or one.id == seat or (sits and one.at is None)


def watched_by(scene: Scene, thing: Thing) -> Thing | None:
    """The television that somebody watches."""
    return next(
        (one for one in scene.objects if one.kind in _SCREENS and thing in watchers(scene, one)), None
    )


_SCREENS = frozenset({"tv"})
_PLAYED, _AT_THE_KEYS = frozenset({"piano"}), "keys"
"""What is played from its side, and the pose of who plays it."""


def face_watchers(scene: Scene, layout: dict[str, Placement]) -> None:
    """Turn televisions to the side on which those are who watch them, and a piano's keys to who plays."""
    for thing in scene.objects:
        if thing.gaze != ASIDE or thing.kind not in _SCREENS | _PLAYED or thing.id not in layout:
            continue
        seen = [layout[one.id] for one in watchers(scene, thing) if one.id in layout]
        placed = layout[thing.id]
        if seen:
            flip = sum(one.x for one in seen) / len(seen) > placed.x
            layout[thing.id] = placement_from(
                replace(frame_from(placed, figure_of(thing)), flip=flip), figure_of(thing), lift=placed.lift
            )
