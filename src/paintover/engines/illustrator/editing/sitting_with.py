"""Who comes beside somebody on a couch or a bench sits down there, too, and does not hang in the air before it."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.standing import BENCHES, shared_seat

_BESIDE = frozenset({"beside", "left", "right", "between"})
_NOT_SITTING = frozenset({"stand", "lie", "sleep", "jump", "dance"})


def who_comes_sits_down(editor: Editor) -> None:
    """A newcomer of whom no pose is said sits beside those who sit on a couch or a bench."""
    for one in list(editor.things.values()):
        rel = one.rel
        if rel is None or rel.type not in _BESIDE or one.pose is not None or not is_new(editor, one):
            continue
        near, seat = editor.things.get(rel.to), shared_seat(one, editor.things.get)
        bench = editor.things.get(seat.to) if seat is not None else None
        if near is None or bench is None or bench.kind not in BENCHES:
            continue
        sits = near.pose is not None and near.pose not in _NOT_SITTING
        if sits and has_arms(stock_of(one)) and has_arms(stock_of(near)):
            editor.things[one.id] = msgspec.structs.replace(one, pose="sit")
