"""What is put before somebody who sits at a table is on that table, where they sit: a plate in front of the girl."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Nearby, Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.company import MAT, at_table

_SMALL_M = 0.6
"""What is no taller finds room on a table."""


def set_before(editor: Editor) -> None:
    """Put what is small and comes before somebody at a table on it; in a picture that is there, where that one sits."""
    for thing in [one for one in editor.things.values() if is_new(editor, one)]:
        rel = thing.rel
        sitter = editor.things.get(rel.to) if rel is not None and rel.type == "front" else None
        table = editor.things.get(sitter.rel.to) if sitter is not None and sitter.rel is not None else None
        if rel is None or sitter is None or table is None or not _is_set(thing):
            continue
        if not (table.kind in TABLES or table.kind == MAT) or not at_table(sitter, table):
            continue
        set_relation(editor, thing, Relation(type="on", to=table.id))
        placed, last = editor.layout.get(sitter.id), editor.layout.get(rel.also or "")
        if placed is None or thing.id in editor.former:
            continue
        x = placed.x if last is None else (placed.x + last.x) / 2
        box = (round(x), placed.box[1], round(x), placed.box[3])
        editor.former[thing.id] = Nearby(**msgspec.structs.asdict(placed) | {"x": x, "box": box})


def _is_set(thing: Thing) -> bool:
    kind = stock_of(thing)
    return not kind.alive and kind.habitat in ("table", "indoor") and height_of(thing) <= _SMALL_M
