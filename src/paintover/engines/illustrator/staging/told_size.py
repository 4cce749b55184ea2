"""A newcomer that is said to be large or small, plainly so: a size that nobody sees is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.attach import frame_on
from paintover.engines.illustrator.staging.newcomers import spot_for
from paintover.engines.illustrator.staging.proportion import usual_height
from paintover.engines.illustrator.staging.standing import bearer_of, carried, frame_from, scene_size

LARGE, SMALL = 1.2, 0.84
"""How many times as high as it would be one is at least that is said to be large, and at most that is said to be small."""
_TRIED: Mapping[str, tuple[float, ...]] = {"large": (1.4, 1.26), "small": (0.72, 0.6)}
_DEARER = 3.0
"""How much dearer a place may be for that."""
_AT_MOST = 0.8
"""How high one is at most that is said to be large, as a share of the picture's height."""


def said_to_be(size: str | None, label: str) -> Literal["large", "small"] | None:
    """How large one is said to be, in so many words or by what it is called: 小狗."""
    if size == "large" or (size is None and len(label) > 1 and label.startswith("大")):
        return "large"
    return (
        "small" if size == "small" or (size is None and len(label) > 1 and label.startswith("小")) else None
    )


def in_told_size(scene: Scene, thing: Thing, layout: dict[str, Placement]) -> Placement:
    """A place for one more as `beside_those_present` finds it, where need be another one in which its size is seen."""
    found, _ = spot_for(scene, thing, layout)
    if thing.size is None or thing.size not in _TRIED or not scene.layout:
        return found
    plain = msgspec.structs.replace(thing, size=None)
    others = tuple(plain if one.id == thing.id else one for one in scene.objects)
    usual, paid = spot_for(msgspec.structs.replace(scene, objects=others), plain, layout)
    if shows(thing, found.scale / usual.scale):
        return found
    tall = figure_of(thing).tall * usual.scale / UNIT
    for times in _TRIED[thing.size]:
        tried, price = spot_for(
            scene,
            thing,
            layout,
            tall=times * tall,
            shrinks=(1.0,),
            at_most=_AT_MOST,
            least=LARGE * tall if times > 1 else 0.0,
        )
        if shows(thing, tried.scale / usual.scale) and price <= paid + _DEARER:
            return tried
    return found


def shows(thing: Thing, times: float) -> bool:
    """Whether one that is so many times as high as it would be is seen to have the size that it is said to have."""
    return times >= LARGE if thing.size == "large" else times <= SMALL


def seen_size(scene: Scene, thing: Thing) -> Literal["large", "small_one", "no_larger", "no_smaller"] | None:
    """How large one that came in is seen to be, of which its size was said; None where none was, or its name says it."""
    if thing.size not in _TRIED or thing.id not in scene.layout or thing.label.startswith(("大", "小")):
        return None
    if _keeps_its_size(scene, thing):
        return "large" if thing.size == "large" else "small_one"
    return "no_larger" if thing.size == "large" else "no_smaller"


def _keeps_its_size(scene: Scene, thing: Thing) -> bool:
    """Whether one that came in is drawn as large, or as small, as is said of it, and not kept from that by the edge or by others."""
    placed, height = scene.layout[thing.id], scene_size(scene)[1]
    plain = msgspec.structs.replace(thing, size=None)
    bearer = bearer_of(scene, thing)
    others = {name: there for name, there in scene.layout.items() if name != thing.id}
    if bearer is not None:
        frame = frame_from(scene.layout[bearer.id], figure_of(bearer))
        usual = frame_on(carried(scene, plain), bearer, frame, 0, 1).scale
    elif others:
        tall = min(usual_height(scene, others, plain, height), _TALLEST * height)
        usual = tall * UNIT / figure_of(thing).tall
    else:
        return True
    times = placed.scale / usual
    return times > _PLAINLY if thing.size == "large" else times < 1 / _PLAINLY


_TALLEST = 0.6
"""How high one is at most of which nothing is said."""
_PLAINLY = 1.08
"""How many times as large as usual one plainly is."""
