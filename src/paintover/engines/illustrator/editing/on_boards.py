"""What is drawn on a board: the board is bare then but for that."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new
from paintover.engines.illustrator.staging.boards import BARE, WIPED, is_shown_on


def wiped_for_it(editor: Editor) -> None:
    """Wipe off a board what it is drawn with where something else comes onto it."""
    for board in [one for one in editor.things.values() if one.kind in WIPED and one.pose is None]:
        shown = [one for one in borne_by(editor, board, "on", "inside") if is_shown_on(one, board)]
        if any(is_new(editor, one) for one in shown):
            editor.things[board.id] = msgspec.structs.replace(board, pose=BARE)
