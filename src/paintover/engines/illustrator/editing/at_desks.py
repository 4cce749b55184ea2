"""What is on "the table" of who works at a desk is on that desk, and so is what is given to whoever has both hands full there."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.company import at_table

_AT_WORK = frozenset({"busy", "write"})
"""Poses in which both hands are on the table."""
_TOOLS = frozenset(
    {"pen", "pencil", "crayon", "paintbrush", "marker", "telephone", "mobile-phone", "scissors"}
)
"""What is used in the hand, whatever else one does."""


def on_that_desk(editor: Editor) -> None:
    """Leave out of a new picture a table of which nothing is told but what is on it, where somebody is at another."""
    tables = [one for one in editor.things.values() if one.kind in TABLES]
    used = [one for one in tables if _is_used(editor, one)]
    bare = [one for one in tables if one not in used and _is_bare(editor, one)]
    if not editor.new or len(tables) != 2 or len(used) != 1 or len(bare) != 1:
        return
    for one in borne_by(editor, bare[0], "on"):
        set_relation(editor, one, Relation(type="on", to=used[0].id))
    editor.drop(bare[0].id)


def beside_full_hands(editor: Editor) -> None:
    """Put what comes for somebody who works at a table on that table, but for what is used in the hand."""
    for thing in [one for one in editor.things.values() if is_new(editor, one) and not editor.new]:
        rel = thing.rel
        holder = editor.things.get(rel.to) if rel is not None and rel.type == "hold" else None
        if holder is None or holder.rel is None or holder.pose not in _AT_WORK or thing.kind in _TOOLS:
            continue
        table = editor.things.get(holder.rel.to)
        small = kinds()[thing.kind].habitat == "table" and not kinds()[thing.kind].alive
        if small and table is not None and table.kind in TABLES and at_table(holder, table):
            set_relation(editor, thing, Relation(type="on", to=table.id))


def _is_used(editor: Editor, table: Thing) -> bool:
    return any(at_table(one, table) for one in borne_by(editor, table, "behind") if kinds()[one.kind].alive)


def _is_bare(editor: Editor, table: Thing) -> bool:
    """Whether it is only told that something is on it: 桌上有杯咖啡, "on the table"."""
    mentions = [one for one in editor.said.mentions if one.kind == table.kind]
    plain = (table.colour, table.pattern, table.size, table.rel) == (None, None, None, None)
    named = any(one.counted for one in mentions)
    return plain and bool(mentions) and not named and bool(borne_by(editor, table, "on"))
