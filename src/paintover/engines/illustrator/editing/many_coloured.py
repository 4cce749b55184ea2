"""Umbrellas in a crowd and the balloons of a birthday, of which no colour is told, are of many colours in a new picture."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Scene

_SORTS: dict[str, tuple[str, ...]] = {
    "balloon": ("red", "blue", "yellow", "green", "orange", "purple", "pink"),
    "umbrella": ("red", "blue", "yellow", "green", "purple", "orange"),
}
"""What comes in many colours, and in which, one after the other."""


def many_coloured(scene: Scene) -> Scene:
    """The scene with each of several in another colour; as it is on a sheet, and where a colour is told for any of them."""
    if scene.sheet:
        return scene
    colours: dict[str, str] = {}
    party = any("cake" in one.kind for one in scene.objects)
    for kind, tones in _SORTS.items():
        if kind == "balloon" and not party:
            continue
        alike = [one for one in scene.objects if one.kind == kind]
        if len(alike) > 1 and not any(one.colour or one.pattern for one in alike):
            colours |= {one.id: tones[at % len(tones)] for at, one in enumerate(alike)}
    if not colours:
        return scene
    objects = (
        msgspec.structs.replace(one, colour=colours[one.id]) if one.id in colours else one
        for one in scene.objects
    )
    return msgspec.structs.replace(scene, objects=tuple(objects))
