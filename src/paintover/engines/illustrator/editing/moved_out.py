"""What hangs on a wall or in the sky when its picture is moved to where there is none: from a room onto a beach, and back into one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from paintover.domain.call import Language
from paintover.engines.illustrator import notes
from paintover.engines.illustrator.backdrops import INDOORS, wall_of
from paintover.engines.illustrator.editing.window_sills import OF_THE_SKY
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.outlook import openings
from paintover.engines.illustrator.staging.standing import area_of, hangs, scene_size, shared_area

_WALLED = frozenset({"house", "cottage", "log-cabin", "castle", "brick-wall", "wall", "building", "hut"})
_OF_A_ROOM = frozenset({"bay-window", "window", "curtain", "window-blinds", "door", "fireplace"})
"""What stands in a room and belongs to its walls."""
_COVERS = 0.2
"""How much of what hangs may be over what the new room has on its walls, as a share of it."""


def moved_out(scene: Scene, base: Scene, language: Language) -> tuple[Scene, tuple[str, ...]]:
    """The scene in its new place, and what is said of those who could not come along.

    What hung on a wall goes where there is none, and hangs elsewhere where the new room has something else; what is in the sky is
    beyond the window of a room, and what was there is in the sky.
    """
    was, now = base.env.place in INDOORS, scene.env.place in INDOORS
    if (
        scene.env.place == base.env.place
        or not scene.layout
        or scene.sheet
        or scene.photographs
        or not (was or now)
    ):
        return scene, ()
    there = [one for one in scene.objects if one.id in base.layout and one.id in scene.layout]
    if not now:
        walls = any(one.kind in _WALLED for one in scene.objects)
        gone = [] if walls else [one for one in there if _needs_a_wall(one)]
        again = [one for one in there if one.where in ("outside", "sill", "window")]
        return _without(scene, gone, again, where=""), _said(gone, "wall", language)
    panes = bool(openings(scene))
    beyond = [one for one in there if one.where == "outside"]
    high = [one for one in there if not was and one.kind in OF_THE_SKY and one.rel is None and not one.where]
    high += [one for one in beyond if one.kind in OF_THE_SKY or panes]
    again = [one for one in there if one.where in ("sill", "window")]
    if was:
        again += [one for one in there if hangs(one) and one.rel is None and _covers(scene, one)]
    scene = _without(scene, [], again, where=None if panes else "")
    return _without(scene, [] if panes else high, high if panes else [], where="outside"), (
        () if panes else _said(high, "sky", language)
    )


def _needs_a_wall(thing: Thing) -> bool:
    return (hangs(thing) and thing.kind != "lantern") or (thing.kind in _OF_A_ROOM and thing.rel is None)


def _covers(scene: Scene, thing: Thing) -> bool:
    box = scene.layout[thing.id].box
    taken = wall_of(scene.env, scene.seed, *scene_size(scene)).taken
    return sum(shared_area(box, other) for other in taken) > _COVERS * area_of(box)


def _without(scene: Scene, gone: Iterable[Thing], again: Iterable[Thing], *, where: str | None) -> Scene:
    """The scene without those gone; others are placed again, where they are told to be from now on, or as they were (None)."""
    left, anew = {one.id for one in gone}, {one.id for one in again}
    loose = {one.id for one in scene.objects if one.rel is not None and one.rel.to in left}
    objects = []
    for one in scene.objects:
        if one.id in left:
            continue
        if one.id in anew:
            keeps = where is None or hangs(one)
            one = one if keeps else msgspec.structs.replace(one, where=where)
        elif one.id in loose:
            one = msgspec.structs.replace(one, rel=None)
        objects.append(one)
    placed = {key: at for key, at in scene.layout.items() if key not in left | anew | loose}
    return msgspec.structs.replace(scene, objects=tuple(objects), layout=placed)


def _said(gone: list[Thing], lacking: str, language: Language) -> tuple[str, ...]:
    return (notes.nowhere_to_be([one.label for one in gone], lacking, language),) if gone else ()
