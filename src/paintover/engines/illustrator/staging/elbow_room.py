"""Room for one more where those that are there fill the picture: all of them drawn smaller and moved aside together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.newcomers import usual_height
from paintover.engines.illustrator.staging.standing import Box, area_of, bearer_of, scene_size, shared_area

_COVERED, _AT_EASE = 0.44, 0.34
"""So much of either of two is hidden at most before several that are there make room, and before one does or once they have."""
_DWARFED, _ITS_SIZE = 0.48, 0.66
"""How small one more is at least beside what it would be, before they make room, and once they have."""
_SMALLER = (0.86, 0.76, 0.66, 0.58)
"""How much smaller those may become that make room, least first."""
_RIM = 0.03
"""How near the edge they come, as a share of the picture's width."""
_MOST = 4
_BESIDE = frozenset({"left", "right", "beside"})


def may_make_room(scene: Scene, fresh: Sequence[Thing], former: Mapping[str, Placement]) -> bool:
    """Whether all that stand in the picture, and all that come, live or drive, and stand on the ground with nothing else
    there that would have to keep its place."""
    if scene.sheet or scene.shot or not scene.layout or place_of(scene.env, scene.seed).floats:
        return False
    there = [one for one in scene.objects if one.id in scene.layout and bearer_of(scene, one) is None]
    new = [one for one in fresh if one.id not in former]
    if not new or len(new) != len(fresh) or not there or len(there) > _MOST:
        return False
    return all(_is_mobile(one) and one.size != "far" for one in (*there, *new)) and all(
        one.rel is None or one.rel.type in _BESIDE for one in new
    )


def is_crowded(
    scene: Scene, fresh: Sequence[Thing], layout: Mapping[str, Placement], *, made_room: bool = False
) -> bool:
    """Whether a newcomer hides, or is hidden by, much of another, or was given no room to be as large as it is."""
    height = scene_size(scene)[1]
    several = sum(bearer_of(scene, one) is None for one in scene.objects) - len(fresh) > 1
    most = _COVERED if several and not made_room else _AT_EASE
    least = _ITS_SIZE if made_room else _DWARFED
    for thing in fresh:
        own = layout[thing.id].box
        others = {
            one.id: layout[one.id]
            for one in scene.objects
            if one.id in layout and one.id != thing.id and bearer_of(scene, one) is None
        }
        if any(_hidden(own, other.box) > most for other in others.values()):
            return True
        tallest = max(other.box[3] - other.box[1] for other in others.values())
        usual = min(usual_height(scene, others, thing, height), tallest)
        if own[3] - own[1] < least * usual:
            return True
    return False


def smaller(scene: Scene, fresh: Sequence[Thing]) -> Iterator[Scene]:
    """The picture with those that are there smaller and further to the side, away from who comes, in steps."""
    width = scene_size(scene)[0]
    boxes = [placed.box for placed in scene.layout.values()]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    ground = max(placed.base + placed.lift for placed in scene.layout.values())
    sides = {one.rel.type for one in fresh if one.rel is not None} & {"left", "right"}
    goes_left = sides == {"right"} or (sides != {"left"} and left + right <= width)
    for share in _SMALLER:
        if goes_left:
            aside = min(_RIM * width, left) - share * left
        else:
            aside = max((1 - _RIM) * width, right) - share * right
        layout = {name: _moved(one, share, aside, ground) for name, one in scene.layout.items()}
        yield msgspec.structs.replace(scene, layout=layout)


def _moved(placed: Placement, share: float, aside: float, ground: float) -> Placement:
    x0, y0, x1, y1 = placed.box
    down = (1 - share) * ground
    return msgspec.structs.replace(
        placed,
        x=round(share * placed.x + aside, 2),
        base=round(share * placed.base + down, 2),
        scale=max(8, round(share * placed.scale, 2)),
        lift=round(share * placed.lift, 2),
        box=(
            round(share * x0 + aside),
            round(share * y0 + down),
            round(share * x1 + aside),
            round(share * y1 + down),
        ),
        shadow=None,
    )


def _hidden(one: Box, other: Box) -> float:
    return shared_area(one, other) / max(1.0, min(area_of(one), area_of(other)))


def _is_mobile(thing: Thing) -> bool:
    kind = stock_of(thing)
    return (kind.alive and kind.habitat == "ground") or kind.habitat == "road"
