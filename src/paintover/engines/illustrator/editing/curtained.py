"""Curtains hang at the windows that a room has of its own, and are no furniture beside them."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.outlook import openings
from paintover.engines.illustrator.staging.standing import scene_size


def at_its_windows(scene: Scene, before: Scene | None = None) -> Scene:
    """The scene with the curtains that came hung at its windows, if it has any; those that somebody hides behind, or that
    were there `before`, stay."""
    came = [
        one
        for one in scene.objects
        if _is_loose(one, scene) and (before is None or before.thing(one.id) is None)
    ]
    if not came:
        return scene
    told = came[0].colour or ("" if before is not None and _has_curtains(before) else "own")
    scenery = msgspec.structs.replace(scene.env.scenery, curtains=told or scene.env.scenery.curtains)
    env = msgspec.structs.replace(scene.env, scenery=scenery)
    left = tuple(one for one in scene.objects if one not in came)
    hung = msgspec.structs.replace(
        scene,
        env=env,
        objects=left,
        layout={key: at for key, at in scene.layout.items() if key in {one.id for one in left}},
    )
    return hung if openings(hung) and left else scene


def _has_curtains(scene: Scene) -> bool:
    """Whether there are curtains at its windows already."""
    return wall_of(scene.env, scene.seed, *scene_size(scene)).curtained


def _is_loose(thing: Thing, scene: Scene) -> bool:
    """Whether it is a curtain of a window, and nobody has to do with it."""
    related = any(one.rel is not None and thing.id in (one.rel.to, one.rel.also) for one in scene.objects)
    return (
        thing.kind == "curtain"
        and thing.rel is None
        and thing.pattern is None
        and not related
        and not thing.label.casefold().startswith(_OTHERS)
    )


_OTHERS = ("shower", "浴", "门", "stage", "red velvet")
"""How curtains are called that hang elsewhere."""
