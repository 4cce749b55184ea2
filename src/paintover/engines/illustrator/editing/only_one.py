"""What only one of several is: "three frogs, only one is green" are two of another colour."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.sprites.stock import colour_of
from paintover.engines.illustrator.wording import Pattern

_ONLY_ONE = Pattern(
    r"\b(?:only|just) (?:one|two|three|four|the [a-z]+(?: one)?)(?: of (?:them|which|the [a-z]+))? (?:is|are|should be)\b|(?:只有|仅有|只让|就)[一两三四][\u4e00-\u9fff](?:是|要?变)"
)
_OTHERWISE = {"green": "brown", "brown": "grey", "white": "brown"}
_GREENISH = frozenset(
    {"frog", "turtle", "snake", "lizard", "crocodile", "caterpillar", "grasshopper", "cricket"}
)
"""Whose drawing is green to the eye, though its paint is nearer to another name."""


def _usual(thing: Thing) -> str:
    return "green" if thing.kind in _GREENISH else colour_of(thing)


def as_no_other(scene: Scene, prompt: str) -> Scene:
    """The scene with those of a kind in another colour whose drawing has the colour that was asked for of some alone."""
    if _ONLY_ONE.search(prompt) is None:
        return scene
    asked = {(one.kind, one.colour) for one in scene.objects if one.colour is not None}
    objects = tuple(
        msgspec.structs.replace(one, colour=_OTHERWISE.get(colour, "white"))
        if one.colour is None and (one.kind, colour := _usual(one)) in asked
        else one
        for one in scene.objects
    )
    return scene if objects == scene.objects else msgspec.structs.replace(scene, objects=objects)
