"""Cut flowers that come into a room stand in the vase on its table, or in one that comes along."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.stems import STEMMED

_VASE, _MOST = "vase", 9
"""What they stand in, and how many at most."""


def in_a_vase(editor: Editor) -> None:
    """Put flowers of which nobody says where they are into a vase on the only table."""
    if editor.new or (editor.said.place or editor.base.env.place) not in INDOORS:
        return
    loose = [one for one in editor.things.values() if one.kind in STEMMED and _is_loose(editor, one)]
    tables = [one for one in editor.things.values() if one.kind in TABLES and not is_new(editor, one)]
    if not 0 < len(loose) <= _MOST or len(tables) != 1:
        return
    vase = next((one.id for one in editor.things.values() if one.kind == _VASE), None)
    if vase is None and len(loose) > 1:
        vase = _on_the_table(editor, tables[0], loose[0])
    for one in loose if vase is not None else ():
        set_relation(editor, one, Relation(type="inside", to=str(vase)))


def _is_loose(editor: Editor, one: Thing) -> bool:
    return (
        is_new(editor, one)
        and editor.base.thing(one.id) is None
        and one.rel is None
        and not one.where
        and one.pose is None
    )


def _on_the_table(editor: Editor, table: Thing, flower: Thing) -> str | None:
    """A vase that comes along."""
    label = names("zh" if editor.language == "zh" else "en", _VASE)
    key = editor.new_thing(Thing(id="", kind=_VASE, label=label, lang=flower.lang, rung=kinds()[_VASE].rung))
    if key is not None:
        set_relation(editor, editor.things[key], Relation(type="on", to=table.id))
        editor.brought_along.append(label)
    return key
