"""The fire of a building comes out of its roof and windows; elsewhere it is one flame."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.staging.ablaze import BLAZE, FIRE, is_ablaze


def in_flames(editor: Editor) -> None:
    """Draw each fire as what it burns on asks."""
    for one in list(editor.things.values()):
        if one.kind != FIRE or one.pose not in (None, BLAZE):
            continue
        bearer = editor.things.get(one.rel.to) if one.rel is not None else None
        pose = BLAZE if bearer is not None and is_ablaze(one, bearer) else None
        if pose != one.pose:
            editor.things[one.id] = msgspec.structs.replace(one, pose=pose)
