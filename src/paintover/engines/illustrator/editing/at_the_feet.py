"""Who is at the feet of somebody who sits is on the floor next to the seat, and not on it: a cat at her feet, 脚边趴着一只猫."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.wording import Pattern

_AT_THE_FEET = Pattern(r"\bat (?:her|his|its|their|the [a-z]+['’]s) feet\b|脚(?:边|下|旁)")
_BY = frozenset({"beside", "below"})


def _seat_of(editor: Editor, one: Thing) -> Thing | None:
    """The chair that somebody sits on."""
    seat = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
    return seat if seat is not None and seat.kind in SEATS and kinds()[one.kind].alive else None


def beside_the_seat(editor: Editor, wish: str) -> None:
    """Let them be beside the chair in a new picture. `wish` is as it was written."""
    if not editor.new or _AT_THE_FEET.search(wish) is None:
        return
    seated = [one for one in editor.things.values() if one.rel is not None and _seat_of(editor, one)]
    for one in list(editor.things.values()):
        if one.rel is None and is_animal(one.kind) and len(seated) == 1 and is_new(editor, one):
            one = msgspec.structs.replace(one, rel=Relation(type="beside", to=seated[0].id))
        sitter = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type in _BY else None
        seat = editor.things.get(sitter.rel.to) if sitter is not None and sitter.rel is not None else None
        if seat is not None and seat.kind in SEATS and kinds()[one.kind].alive and is_new(editor, one):
            set_relation(editor, one, Relation(type="beside", to=seat.id))
