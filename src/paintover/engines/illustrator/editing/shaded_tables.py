"""A table under a tree at which people sit: the tree rises behind them, and its trunk hides nobody."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_kind, set_relation
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Relation
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.canopy import UMBRELLAS
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.staging.shaded import PARASOL
from paintover.engines.illustrator.staging.standing import rooted


def under_the_tree(editor: Editor) -> None:
    """In a new picture the table stands for itself, and the tree under which it is told to be is behind it."""
    for table in list(editor.things.values()) if editor.new else ():
        rel = table.rel
        tree = editor.things.get(rel.to) if rel is not None and rel.type == "below" else None
        if table.kind not in TABLES or tree is None or tree.rel is not None or not rooted(tree):
            continue
        if not any(
            stock_of(one).alive for one in borne_by(editor, table, "behind", "beside", "left", "right")
        ):
            continue
        editor.things[table.id] = msgspec.structs.replace(table, rel=None)
        set_relation(editor, tree, Relation(type="behind", to=table.id))


def under_the_parasol(editor: Editor) -> None:
    """In a new picture the umbrella under which a table is told to be stands behind it, and who is under it sits there; a café
    has such tables on the pavement."""
    for table in list(editor.things.values()) if editor.new else ():
        rel = table.rel
        shade = editor.things.get(rel.to) if rel is not None and rel.type == "below" else None
        if table.kind in TABLES and rel is None and borne_by(editor, table, "behind"):
            shade = next((one for one in editor.things.values() if one.kind == PARASOL), None)
        if table.kind not in TABLES or shade is None or shade.kind not in UMBRELLAS or shade.rel is not None:
            continue
        editor.things[table.id] = msgspec.structs.replace(table, rel=None)
        for one in borne_by(editor, shade, "below", "behind", "beside", "left", "right"):
            if has_arms(stock_of(one)):
                set_relation(editor, one, Relation(type="behind", to=table.id))
        set_kind(editor, shade, PARASOL)
        set_relation(editor, editor.things[shade.id], Relation(type="behind", to=table.id))
        place = "pavement" if editor.said.place in _WITH_A_TERRACE else editor.said.place or "garden"
        editor.said = replace(editor.said, place=place)


_WITH_A_TERRACE = frozenset({"cafe", "restaurant"})


def at_the_shaded_table(editor: Editor) -> None:
    """In a new picture who is under the tree that is behind a table sits at that table: 四个老人在树下打牌."""
    for one in list(editor.things.values()) if editor.new else ():
        tree = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "below" else None
        rel = None if tree is None else tree.rel
        if rel is None or rel.type != "behind" or not has_arms(stock_of(one)):
            continue
        if editor.things[rel.to].kind in TABLES:
            set_relation(editor, one, Relation(type="behind", to=rel.to))
