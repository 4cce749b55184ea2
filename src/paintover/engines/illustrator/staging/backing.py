"""A tree, a house or a hill that comes behind somebody, or behind a bench: it rises above them, as it does where it is."""

from __future__ import annotations

from collections.abc import Mapping

from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.standing import bearer_of, rooted, scene_size
from paintover.engines.illustrator.staging.trunks import hides_behind

_TALLER = 1.25
"""So many times as high, in metres, is what rises above whom it is behind."""
_RISES, _TOWERS = 1.25, 1.45
"""How high it is at least, in heights of them from its own foot on, and what is called large."""
_STEP, _SKY = 0.045, 0.03
"""How far behind them its foot is, and how much sky is left above it, as shares of the picture's height."""
_BIG = ("大", "big ", "large ", "huge ", "tall ", "giant ")


def is_called_large(thing: Thing) -> bool:
    """Whether it is said to be large, be it in one word with it: 大树."""
    return thing.size == "large" or thing.label.lower().startswith(_BIG)


def rises_behind(scene: Scene, thing: Thing, layout: Mapping[str, Placement]) -> float:
    """How high it is at least, in pixels, for what is told to be behind something lower in a picture that is there; else 0."""
    before = scene.thing(thing.rel.to) if thing.rel is not None and thing.rel.type == "behind" else None
    if before is None or before.id not in layout or not scene.layout or not rooted(thing):
        return 0.0
    if thing.size in ("small", "far") or hides_behind(thing, before) is not None:
        return 0.0
    seat = bearer_of(scene, before)
    ground = before if seat is None or seat.id not in layout else seat
    group = [ground, *(one for one in scene.objects if one.id in layout and _is_on(scene, one, ground))]
    if height_of(thing) < _TALLER * max(map(height_of, group)):
        return 0.0
    height = scene_size(scene)[1]
    foot = layout[ground.id].base - _STEP * height
    reach = foot - min(layout[one.id].box[1] for one in group)
    share = _TOWERS if is_called_large(thing) else _RISES
    return max(0.0, min(share * reach, foot - _SKY * height))


def _is_on(scene: Scene, thing: Thing, ground: Thing) -> bool:
    bearer = bearer_of(scene, thing)
    return bearer is not None and bearer.id == ground.id
