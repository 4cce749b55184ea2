"""The door of a new picture with a house is the door of that house: 在家门口, 门上贴着福字."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.hung import can_hang

_DOOR = "door"


def at_its_door(editor: Editor) -> None:
    """Leave out a door of which nothing is told but what is on it, where the only house has one that bears it."""
    doors = [one for one in editor.things.values() if one.kind == _DOOR]
    if (
        not editor.new
        or len(doors) != 1
        or any(one.counted for one in editor.said.mentions if one.kind == _DOOR)
    ):
        return
    (door,) = doors
    borne = borne_by(editor, door, "on", "inside")
    houses = [one for one in editor.things.values() if borne and all(_takes(one, each) for each in borne)]
    plain = (door.colour, door.pattern, door.size, door.rel) == (None, None, None, None)
    if not plain or len(houses) != 1 or len(borne_by(editor, door, "front", "beside", "behind")):
        return
    for one in borne:
        set_relation(editor, one, Relation(type="on", to=houses[0].id))
    editor.drop(door.id)


def _takes(house: Thing, thing: Thing) -> bool:
    """Whether that hangs on the front of a building."""
    return house.kind != _DOOR and kinds()[house.kind].habitat != "indoor" and can_hang(thing, house)
