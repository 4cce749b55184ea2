"""A picture seen from a step further back, where one more finds no room: all are smaller alike, and none is moved against another.

Whoever comes into a picture that is full would be a doll in a corner, or half behind somebody. What is scenery stays: the
sky's, what hangs on a wall, what lies on the water and what is far away. All lengths are pixels of the scene's nominal size.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.art import UNIT
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.bearing import lies_flat
from paintover.engines.illustrator.staging.clearing import Clearing
from paintover.engines.illustrator.staging.newcomers import relative_of
from paintover.engines.illustrator.staging.outlook import at_own_window
from paintover.engines.illustrator.staging.proportion import is_at_the_back, usual_height
from paintover.engines.illustrator.staging.sight import root_of
from paintover.engines.illustrator.staging.standing import (
    BRIDGES,
    bearer_of,
    floats,
    frame_from,
    hangs,
    in_the_air,
    scene_size,
)
from paintover.engines.illustrator.staging.trunks import hides_behind

_FITTED = frozenset({"kerb", "path", "window", "sill", "piece", "bed"})
"""Where one is on something of the backdrop, which no step moves."""
_SPANS = 0.96
"""What is as broad as that, as a share of the picture's width, spans it, and would no longer."""
_LEAST = 0.2
"""How high, as a share of the picture's height, the highest of those who live are at least, seen from there."""


def have_room(scene: Scene, new: Collection[str]) -> bool:
    """Whether all who are new in a picture stand in it as they should."""
    return want_of_room(scene, new) < _WANTING


def want_of_room(scene: Scene, new: Collection[str]) -> float:
    """How bad it is where they are who are new: 0 where all of each is seen, and all that was there, in the usual size."""
    return max((_wants(scene, one, new) for one in _newcomers(scene, new)), default=0.0)


def is_better(scene: Scene, before: Scene, new: Collection[str]) -> bool:
    """Whether they stand so much better than before that it is worth a step back."""
    return want_of_room(scene, new) < _BETTER * want_of_room(before, new)


_WANTING, _BETTER = 0.8, 0.6


def _newcomers(scene: Scene, new: Collection[str]) -> list[Thing]:
    """Those of the new ones who stand for themselves on the ground."""
    place = place_of(scene.env, scene.seed)
    return [
        one
        for one in scene.objects
        if one.id in new and one.id in scene.layout and _stands(one, scene, scene.layout)
        and not (hangs(one) or in_the_air(one, place) or floats(one, place) or lies_flat(one))
        and one.size != "small" and stock_of(one).habitat != "table" and one.where not in _FITTED and one.kind not in {"crowd", *BRIDGES}
        and (one.size != "far" or is_at_the_back(scene, one))
    ]  # fmt: skip


def _stands(one: Thing, scene: Scene, layout: Mapping[str, Placement]) -> bool:
    return root_of(scene, one, layout) is one and bearer_of(scene, one) is None


def _wants(scene: Scene, thing: Thing, new: Collection[str]) -> float:
    width, height = scene_size(scene)
    placed = scene.layout[thing.id]
    others = {
        one.id: scene.layout[one.id]
        for one in scene.objects
        if one.id in scene.layout and root_of(scene, one, scene.layout) is not thing
    }
    there = msgspec.structs.replace(scene, layout=others)
    target = relative_of(there, thing, others)
    figure = figure_of(thing)
    before = target[1] if target is not None and target[0] == "front" else None
    wants = Clearing(there, thing, others, before).price(frame_from(placed, figure))
    most = (_BUILT if height_of(thing) >= _BUILT_M else _GREAT) * height
    old = {name: at for name, at in others.items() if name not in new}
    usual = min(usual_height(there, old, thing, height), most)
    least = _NEARLY if stock_of(thing).alive else _NOT_QUITE
    wants += _DWARFED * max(0.0, least - placed.scale * figure.tall / UNIT / usual)
    left, _, right, _ = placed.box
    middle, cut = (left + right) / 2, max(0, -left, right - width) / max(1, right - left)
    wants += _CUT * cut
    if target is not None and target[0] in ("left", "right"):
        way = 1 if target[0] == "right" else -1
        x0, _, x1, _ = target[1].box
        wants += _ASIDE * (way * (middle - (x1 if way > 0 else x0)) < 0)
    elif thing.where in ("left", "right") and old:
        ends = min(at.box[0] for at in old.values()), max(at.box[2] for at in old.values())
        way = 1 if thing.where == "right" else -1
        wants += _ASIDE * (way * (middle - sum(ends) / 2) < _THAT_SIDE * (ends[1] - ends[0]))
    return wants


_BUILT, _BUILT_M, _GREAT = 0.6, 3.5, 0.85
"""How high at most houses and trees are to be, from so many metres on, and what is lower, as shares of the picture's height."""
_NEARLY, _NOT_QUITE, _DWARFED = 0.86, 0.78, 6.0
"""From which share of the usual height on one who lives, and a thing, is as high as usual, and what it wants of it."""
_CUT, _ASIDE, _THAT_SIDE = 8.0, 2.0, 0.2
"""How bad it is to be beyond the edge, and not on the side that is told; and how far from the middle of those there that begins,
as a share of the breadth of all."""


def from_further_back(scene: Scene, new: Collection[str]) -> Scene | None:
    """The picture before anybody comes, so far back that there is room for them beside, before or behind those who are there;
    None where it shows too much that no step moves, or those who are there would be too small."""
    place = place_of(scene.env, scene.seed)
    if not scene.layout or scene.sheet or scene.photographs or place.floats:
        return None
    width, height = scene_size(scene)
    things = [one for one in scene.objects if one.id in scene.layout]
    if any(_is_fitted(one, scene, width) for one in things):
        return None
    moving = [one for one in things if not _is_scenery(root_of(scene, one, scene.layout), scene)]
    standing = [scene.layout[one.id] for one in moving]
    if not standing:
        return None
    coming = [one for one in scene.objects if one.id in new and bearer_of(scene, one) is None]
    if not coming or any(_is_bound(scene, one) for one in coming):
        return None
    left, right = min(one.box[0] for one in standing), max(one.box[2] for one in standing)
    wide = sum(_breadth(scene, one, height) for one in coming)
    k = min(_MOST, max(_STEP, _FREE * width / (right - left + wide)))
    tallest = max(
        (
            k * (scene.layout[one.id].box[3] - scene.layout[one.id].box[1])
            for one in moving
            if stock_of(one).alive
        ),
        default=height,
    )
    if tallest < _LEAST * height:
        return None
    side = _side(scene, coming, (left + right) / 2, width)
    rim = (1 - _FREE) * width / 2
    span = k * (right - left)
    to = {-1: rim, 0: (width - span) / 2, 1: width - rim - span}[side]
    if side == 0 or span > width - 2 * rim:
        to = min(max((width - span) / 2, rim), max(rim, width - rim - span))
    nearest = max(one.base + one.lift for one in standing)
    line = min(nearest, height * (place.far if side == 0 else (place.far + place.near) / 2))
    ids = {one.id for one in moving}
    shift = to - k * left, line - k * line
    layout = {
        name: _scaled(placed, k, shift) if name in ids else placed for name, placed in scene.layout.items()
    }
    gone = tuple(
        msgspec.structs.replace(one, placed=_scaled(one.placed, k, shift))
        if one.placed is not None and not _is_scenery(one.thing, scene)
        else one
        for one in scene.gone
    )
    return msgspec.structs.replace(scene, layout=layout, gone=gone)


_STEP, _MOST, _FREE = 0.72, 0.9, 0.96
"""How small all become at most and at least, and which share of the picture's width they and the newcomers fill."""


def _breadth(scene: Scene, thing: Thing, height: int) -> float:
    figure = figure_of(thing)
    tall = min(usual_height(scene, scene.layout, thing, height), _GREAT * height)
    return tall * figure.width / figure.tall


def _side(scene: Scene, coming: Sequence[Thing], middle: float, width: float) -> int:
    """To which side those go who are there: 1 to the right, -1 to the left; 0 where the newcomers come before or behind them."""
    thing = coming[0]
    if thing.where in ("left", "right"):
        return 1 if thing.where == "left" else -1
    if thing.rel is not None and thing.rel.to in scene.layout:
        if thing.rel.type in ("left", "right"):
            return 1 if thing.rel.type == "left" else -1
        if thing.rel.type != "beside":
            return 0
        return 1 if scene.layout[thing.rel.to].x < middle else -1
    return 1 if middle > width / 2 else -1


def _is_bound(scene: Scene, one: Thing) -> bool:
    """Whether it has its place whatever room there is: a gap is no broader from there, and a trunk is in its place."""
    ground = scene.thing(one.rel.to) if one.rel is not None else None
    hides = ground is not None and hides_behind(one, ground) is not None
    return hides or (one.rel is not None and one.rel.type == "between")


def _is_fitted(one: Thing, scene: Scene, width: int) -> bool:
    """Whether it is on, or in, what no step moves."""
    left, _, right, _ = scene.layout[one.id].box
    return one.where in _FITTED or at_own_window(one) or one.kind in _FIXED or right - left > _SPANS * width


_FIXED = frozenset({"crowd", "train", "locomotive"})


def _is_scenery(root: Thing, scene: Scene) -> bool:
    """Whether it stays where it is."""
    place = place_of(scene.env, scene.seed)
    if root.size == "far":
        return True
    loose = root.rel is None or root.rel.to not in scene.layout
    return (
        floats(root, place) or hangs(root) or (in_the_air(root, place) and loose and not stock_of(root).alive)
    )


def _scaled(placed: Placement, k: float, shift: tuple[float, float]) -> Placement:
    (x0, y0, x1, y1), (dx, dy) = placed.box, shift
    return msgspec.structs.replace(
        placed,
        x=round(k * placed.x + dx, 2),
        base=round(k * placed.base + dy, 2),
        scale=max(8, round(k * placed.scale, 2)),
        lift=round(k * placed.lift, 2),
        box=(round(k * x0 + dx), round(k * y0 + dy), round(k * x1 + dx), round(k * y1 + dy)),
        shadow=None,
    )


def step_back(before: Scene, after: Scene) -> Scene | None:
    """The scene `before` from where `after` is seen, if that is a step further back, because of somebody new; else None."""
    new = {one.id for one in after.objects} - before.layout.keys()
    if not new or before.ratio != after.ratio or before.seed != after.seed:
        return None
    stayed = {name: placed for name, placed in before.layout.items() if name in after.layout}
    back = from_further_back(msgspec.structs.replace(after, layout=stayed), new)
    if back is None:
        return None
    moved = [name for name, placed in back.layout.items() if placed != stayed[name]]
    there = [name for name in moved if _is_at(after.layout[name], back.layout[name])]
    if 2 * len(there) <= len(moved):
        return None
    return msgspec.structs.replace(before, layout={**before.layout, **back.layout})


def _is_at(placed: Placement, other: Placement) -> bool:
    return (placed.x, placed.base, placed.scale) == (other.x, other.base, other.scale)
