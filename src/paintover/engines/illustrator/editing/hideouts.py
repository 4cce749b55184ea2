"""Who is nearly as high as a person hides behind a tree with a tall trunk: behind a low one only a cat finds room."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Thing

TALL = "tall"
"""The pose of a tree whose crown is above everybody."""
_STOUT_M = 0.8


def behind_a_tall_trunk(editor: Editor) -> None:
    """Let the trees that are new, and behind which such a one is, be tall."""
    for tree in list(editor.things.values()):
        if (
            tree.pose is None
            and is_new(editor, tree)
            and TALL in kinds()[tree.kind].poses
            and any(map(_is_stout, borne_by(editor, tree, "behind")))
        ):
            editor.things[tree.id] = msgspec.structs.replace(tree, pose=TALL)


def _is_stout(one: Thing) -> bool:
    return kinds()[one.kind].alive and kinds()[one.kind].height_m >= _STOUT_M
