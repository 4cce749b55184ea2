"""Who is at the feet of somebody who sits is on the floor next to the seat, and not on it: a cat at her feet, 脚边趴着一只猫."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.staging.attach import SEATS
from paintover.engines.illustrator.wording import Pattern

_AT_THE_FEET = Pattern(r"\bat (?:her|his|its|their|the [a-z]+['’]s) feet\b|脚(?:边|下|旁)")
_BY = frozenset({"beside", "below"})


def beside_the_seat(editor: Editor, wish: str) -> None:
    """Let them be beside the chair in a new picture. `wish` is as it was written."""
    if not editor.new or _AT_THE_FEET.search(wish) is None:
        return
    for one in list(editor.things.values()):
        sitter = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type in _BY else None
        seat = editor.things.get(sitter.rel.to) if sitter is not None and sitter.rel is not None else None
        if seat is not None and seat.kind in SEATS and kinds()[one.kind].alive and is_new(editor, one):
            set_relation(editor, one, Relation(type="beside", to=seat.id))
