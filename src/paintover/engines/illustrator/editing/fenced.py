"""In a new picture a fence that somebody is behind runs along all of them, and is no single panel."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_kind
from paintover.engines.illustrator.sprites.stock import stock_of


def behind_a_fence(editor: Editor) -> None:
    """Make the panel of a fence a whole one where somebody alone, or several, look over it, unless it is told to be small."""
    for thing in list(editor.things.values()) if editor.new else ():
        behind = borne_by(editor, thing, "behind") if thing.kind == "fence" and thing.size is None else ()
        row = [one.id for one in behind if stock_of(one).alive]
        others = [one for one in editor.things.values() if one.id not in row and stock_of(one).alive]
        if len(row) > 1 or (row and not others):
            set_kind(editor, thing, "long-fence")
