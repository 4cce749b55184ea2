"""Who sits in a bus that is drawn from outside, with its driver, looks out of it: no second bus stands in its own aisle."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation

_CABINS = {
    "bus-cabin": ("bus", "school-bus", "double-decker-bus", "minibus", "trolleybus"),
    "train-carriage": ("train", "locomotive"),
}
_SEATS = "train-seats"


def aboard_their_bus(editor: Editor) -> None:
    """Let all who are on seats in the cabin of a vehicle that is there itself be in that, on its road."""
    vehicles = _CABINS.get(editor.said.place or "", ())
    there = [one for one in editor.things.values() if one.kind in vehicles]
    if not editor.new or len(there) != 1:
        return
    bus = there[0].id
    inside = Relation(type="inside", to=bus)
    for one in list(editor.things.values()):
        seat = editor.things.get(one.rel.to) if one.rel is not None else None
        if kinds()[one.kind].alive and seat is not None and (seat.kind == _SEATS or seat.id == bus):
            set_relation(editor, one, inside)
            pose = None if one.pose == "sit" else one.pose
            editor.things[one.id] = msgspec.structs.replace(editor.things[one.id], pose=pose)
    for one in [one for one in editor.things.values() if one.kind == _SEATS]:
        if not borne_by(editor, one, "on"):
            editor.drop(one.id)
    editor.said = replace(editor.said, place="street" if editor.said.place == "bus-cabin" else None)
