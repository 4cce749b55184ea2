"""What is made for babies: nobody who is grown is in it, but beside it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.likeness import is_somebody

_FOR_BABIES = frozenset({"stroller", "crib", "baby-bed", "cradle", "high-chair"})
_GROWN_M = 1.4


def up_beside_it(editor: Editor) -> None:
    """A grown person in a pram with a baby, as "a mother and a baby in a stroller" may be read, pushes it; one in a crib is beside it."""
    for one in list(editor.things.values()):
        rel = one.rel
        seat = editor.things.get(rel.to) if rel is not None and rel.type in ("inside", "on") else None
        if seat is None or seat.kind not in _FOR_BABIES or not is_somebody(one.kind):
            continue
        if height_of(one) < _GROWN_M or one.id in editor.layout:
            continue
        pushes = seat.kind == "stroller" and one.pose is None
        beside = Relation(type="beside", to=seat.id)
        editor.things[one.id] = msgspec.structs.replace(
            one, rel=beside, where="", pose="push" if pushes else one.pose
        )
