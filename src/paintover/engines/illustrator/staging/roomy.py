"""What it costs one more in a room to be at a spot, by the wall of that room: its windows and pictures, and what hangs there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from paintover.engines.illustrator.backdrops import Place, place_of, wall_of
from paintover.engines.illustrator.kinds import RUGS
from paintover.engines.illustrator.scene import Placement, Scene, Thing
from paintover.engines.illustrator.sprites.poses import CEILING
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.outlook import openings
from paintover.engines.illustrator.staging.spots import ALONG_THE_WALL
from paintover.engines.illustrator.staging.standing import Box, area_of, hangs, scene_size, shared_area

_UPON, _BEFORE, _DANGLING = 8.0, 1.5, 0.8
"""What it costs to hang on what is on a wall, all of it; to stand before it, and to hang before it from the ceiling."""
_APART = 0.34
"""So far from each other hang those from a ceiling, as a share of the picture's width."""
_FROM_A_WINDOW = 2.0
"""What it costs to be a picture's breadth away from the window by which one is told to be."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a newcomer finds in the room; nothing of it matters out of doors and in a picture that is new."""

    width: int
    taken: Sequence[Box] = ()
    """What is on the wall, where that matters to it."""
    upon: float = 0.0
    dangling: Sequence[float] = ()
    """The middles of what hangs from the ceiling, for what is to hang there, too."""
    windows: Sequence[float] = ()
    """The middles of the windows, for one by a window."""

    def price(self, box: Box, x: float) -> float:
        """What it costs to be there."""
        found = sum(max(0.0, _APART - abs(x - at) / self.width) for at in self.dangling)
        if self.taken:
            found += self.upon * sum(shared_area(box, one) for one in self.taken) / max(1.0, area_of(box))
        if self.windows:
            found += _FROM_A_WINDOW * min(abs(x - at) for at in self.windows) / self.width
        return found


def room_for(scene: Scene, thing: Thing, place: Place, layout: Mapping[str, Placement]) -> Room:
    """The room as it matters to one who comes into a picture."""
    width, height = scene_size(scene)
    overhead = thing.pose == CEILING
    if not ((place.indoors or overhead) and scene.layout):
        return Room(width)
    there = [one for one in scene.objects if one.id in layout and one.id != thing.id]
    if overhead and not place.indoors:
        return Room(width, dangling=[layout[one.id].x for one in there if one.pose == CEILING])
    windows = [(one.box[0] + one.box[2]) / 2 for one in openings(scene)] if thing.where == "window" else []
    if thing.pose == CEILING:
        upon, dangling = _DANGLING, [layout[one.id].x for one in there if one.pose == CEILING]
    elif hangs(thing) or thing.kind in ("bay-window", "door"):
        upon, dangling = _UPON, []
    elif thing.kind in ALONG_THE_WALL:
        upon, dangling = _BEFORE, []
    else:
        return Room(width, windows=windows)
    taken: list[Box] = list(wall_of(scene.env, scene.seed, width, height).taken)
    if hangs(thing):
        taken += [layout[one.id].box for one in there if hangs(one)]
    elif thing.kind in ("bay-window", "door"):  # furniture would hide it
        taken += [layout[one.id].box for one in there if stock_of(one).habitat == "indoor"]
    return Room(width, taken, upon, dangling, windows)


def over_a_rug(scene: Scene, thing: Thing, place: Place, layout: Mapping[str, Placement]) -> Placement | None:
    """The broadest furniture of a room that has no rug yet, under which one is laid."""
    if thing.kind not in RUGS or not place.indoors or thing.rel is not None or not scene.layout:
        return None
    there = [one for one in scene.objects if one.id in layout and one.id != thing.id and not hangs(one)]
    if any(one.kind in RUGS for one in there):
        return None
    loose = [
        layout[one.id]
        for one in there
        if not (one.where or one.rel or stock_of(one).alive or one.kind in ALONG_THE_WALL)
        and stock_of(one).habitat == "indoor"
    ]
    return max(loose, key=lambda at: at.box[2] - at.box[0], default=None)


def floor_below(scene: Scene, thing: Thing, key: str, there: Placement) -> Placement | None:
    """Where one stands who is before what hangs on the wall of a room; None for others."""
    other, place = scene.thing(key), place_of(scene.env, scene.seed)
    if (
        other is None
        or not (place.indoors and hangs(other))
        or hangs(thing)
        or stock_of(thing).habitat == "sky"
    ):
        return None
    height = scene_size(scene)[1]
    foot = round((place.horizon + _ON_THE_FLOOR * (1 - place.horizon)) * height)
    left, _, right, _ = there.box
    return msgspec.structs.replace(there, base=foot, box=(left, foot - 2, right, foot))


_ON_THE_FLOOR = 0.3
"""How far from the wall towards us that is, as a share of the floor."""
