"""What hangs: on the wall of a room, or from its ceiling, though nobody says so."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.neighbours import BOARDS
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.kinds import BEDS
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.poses import CEILING, SLUNG
from paintover.engines.illustrator.sprites.stock import (
    OF_THE_CEILING,
    height_of,
    stock_of,
)
from paintover.engines.illustrator.staging.abed import DOUBLE
from paintover.engines.illustrator.staging.ablaze import BLAZE
from paintover.engines.illustrator.staging.bearing import BRIMMED, PEAKED, SEATS
from paintover.engines.illustrator.staging.mounts import RIDDEN
from paintover.engines.illustrator.staging.shelter import SHELTER

_HUNG = frozenset({"picture", "wall-poster", "clock", "map", "calendar", "mirror", "dartboard"})
"""What is on the wall of a room where nobody says otherwise."""
_HUNG_M = 1.6
_STANDING = frozenset({*BOARDS, *SEATS, *BEDS, "refrigerator", "stove", "oven", "floor-lamp"}) - {"shelf"}
"""Furniture that no list of what is on the wall hangs up: "a table and a clock on the wall"."""
_ON_THE_GROUND = frozenset({RIDDEN, SHELTER, BRIMMED, PEAKED, DOUBLE, SLUNG, BLAZE, "fight", "sleep", "lie"})
"""Poses with a drawing of their own in which nothing hangs on a wall."""


def on_the_wall(editor: Editor) -> None:
    """What is told to be on the wall hangs there, and is on nothing else."""
    for thing in list(editor.things.values()):
        was = editor.base.thing(thing.id)
        if thing.pose == "hung" and was is not None and was.pose != "hung":
            editor.layout.pop(thing.id, None)
        if not is_new(editor, thing):
            continue
        kind = stock_of(thing)
        if thing.pose == CEILING:
            told = {"kind": "lamp"} if thing.kind in _LAMPS else {}
            put = {"pose": None} if kind.alive and height_of(thing) > _LIGHT_M else {"rel": None, **told}
            editor.things[thing.id] = msgspec.structs.replace(thing, **put)
            continue
        if thing.pose in kind.poses and not kind.alive and thing.pose not in _ON_THE_GROUND:
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None, size=thing.size or "small")
            continue  # a sign without its post
        solid = kind.alive or kind.habitat in ("ground", "road") or thing.kind in _STANDING
        if thing.pose == "hung" and (solid or height_of(thing) > _HUNG_M):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose=None)
        elif thing.pose == "hung":
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None)


_LIGHT_M = 0.6
"""Who is taller does not hang from a ceiling: a spider does, and a bat."""
_LAMPS = frozenset({"lamp", "floor-lamp", "light-bulb", "oil-lamp"})
"""What is drawn by a lamp under the ceiling where it hangs there."""


def where_it_belongs(editor: Editor) -> None:
    """Pictures and clocks of a room that stand on nothing are on its wall, though nobody says so."""
    place = editor.said.place or ("" if editor.new else editor.base.env.place)
    furnished = any(
        stock_of(one).habitat == "indoor" and one.kind not in _HUNG for one in editor.things.values()
    )
    if place in _BARE or not (place in INDOORS if place else furnished):
        return
    for thing in list(editor.things.values()):
        if thing.kind in _HUNG and thing.rel is None and thing.pose is None and is_new(editor, thing):
            editor.things[thing.id] = msgspec.structs.replace(thing, pose="hung")
        elif thing.kind in OF_THE_CEILING and thing.pose is None and is_new(editor, thing):
            editor.things[thing.id] = msgspec.structs.replace(
                thing, pose=CEILING, rel=thing.rel if _is_above(thing) else None
            )


_BARE = frozenset({"tabletop", "studio"})
"""Places whose wall nothing hangs on."""


def _is_above(thing: Thing) -> bool:
    """Whether it was told over what it hangs."""
    return thing.rel is not None and (thing.rel.type, thing.rel.part) == ("above", None)
