"""A lesson in a new picture has the board that hangs in the room: one on legs would stand between the teacher and the class."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import set_relation
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_BOARDS = frozenset({"blackboard", "whiteboard"})
_TEACHERS = frozenset({"teacher", "woman-teacher", "male-teacher"})
_DESKS = TABLES | {"school-desk", "desk"}
_OF_ITS_OWN = Pattern(
    r"[\"“”‘’「」]|\bwords?\b|\b(?:small|big|new|green|white|portable|wooden|easel)\b|放着|摆着|立着|小黑板|写着|画着"
)
"""What tells more of the board than that the teacher is at it."""


def board_on_the_wall(editor: Editor, prompt: str) -> None:
    """Leave out the board on legs where a teacher has at least one pupil. `prompt` is as it was typed."""
    boards = [one for one in editor.things.values() if one.kind in _BOARDS]
    teachers = [one for one in editor.things.values() if one.kind in _TEACHERS]
    others = [one for one in editor.things.values() if is_somebody(one.kind) and one not in teachers]
    if not editor.new or editor.said.place not in (None, "classroom") or _OF_ITS_OWN.search(prompt):
        return
    if len(boards) != 1 or len(teachers) != 1 or not others or boards[0].kind != "blackboard":
        return
    board, teacher = boards[0], teachers[0]
    if board.rel is not None and board.rel.type in ("left", "right"):
        return
    if (
        board.colour
        or board.pattern
        or board.size
        or any(_is_on(one, board) for one in editor.things.values())
    ):
        return
    desks = [one for one in editor.things.values() if one.kind in _DESKS]
    for one in [one for one in editor.things.values() if one.rel is not None and one.rel.to == board.id]:
        set_relation(editor, one, None)
    editor.drop(board.id)
    class_ = desks[0] if desks else next((one for one in reversed(others) if one.rel is None), None)
    if class_ is not None and editor.things[teacher.id].rel is None:
        set_relation(editor, editor.things[teacher.id], Relation(type="right", to=class_.id))
    if editor.things[teacher.id].pose in (None, "stand"):
        editor.things[teacher.id] = msgspec.structs.replace(editor.things[teacher.id], pose="point")
    editor.said = replace(editor.said, place="classroom")


def _is_on(one: Thing, board: Thing) -> bool:
    return (
        one.rel is not None
        and one.rel.to == board.id
        and one.rel.type not in ("beside", "left", "right", "front", "behind")
    )
