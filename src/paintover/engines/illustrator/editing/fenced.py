"""In a new picture a fence that somebody is behind, or jumps over, runs along the picture, and is no single high panel."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, set_kind
from paintover.engines.illustrator.sprites.stock import stock_of


def behind_a_fence(editor: Editor) -> None:
    """Make the panel of a fence a whole one where somebody alone, or several, look over it, or somebody jumps over it, unless
    its size is told."""
    for thing in list(editor.things.values()) if editor.new else ():
        if thing.kind != "fence" or thing.size is not None:
            continue
        row = [one.id for one in borne_by(editor, thing, "behind") if stock_of(one).alive]
        others = [one for one in editor.things.values() if one.id not in row and stock_of(one).alive]
        leaping = any(one.pose == "jump" for one in borne_by(editor, thing, "above"))
        if leaping or len(row) > 1 or (row and not others):
            set_kind(editor, thing, "long-fence")
