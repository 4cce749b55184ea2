"""Who comes to another on something that has no room for two stands beside it: a second cat beside the fridge on which one lies."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.mentioned import EDIBLE
from paintover.engines.illustrator.editing.placed import borne_by, set_relation
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.company import at_table, has_arms
from paintover.engines.illustrator.staging.crown import is_in_crown
from paintover.engines.illustrator.staging.standing import SHARED

_FREE = 0.4
"""How much must be free beside those on it, in breadths of one of them."""

_MIDDLE = 0.16
"""Who sits no farther from the middle of a table leaves no room on either side, in breadths of it."""


def with_elbow_room(editor: Editor) -> None:
    """Let those get down that are new and would be on it in the air."""
    for one in list(editor.things.values()):
        if editor.base.thing(one.id) is None and _lacks_room(editor, one) and one.rel is not None:
            set_relation(editor, one, Relation(type="beside", to=one.rel.to))


def with_room_at_the_table(editor: Editor) -> None:
    """Let the only one who sits at the middle of a table move up for who comes to sit there, too."""
    for one in list(editor.things.values()):
        rel = one.rel
        table = editor.things.get(rel.to) if rel is not None and rel.type == "behind" else None
        if editor.new or table is None or table.kind not in TABLES or table.id not in editor.layout:
            continue
        if editor.base.thing(one.id) is not None or not has_arms(editor.kind_of(one.id)):
            continue
        there = [
            other
            for other in editor.things.values()
            if other.id != one.id and other.id in editor.layout and other.rel is not None
            and (other.rel.type, other.rel.to) == ("behind", table.id) and at_table(other, table)
        ]  # fmt: skip
        left, _, right, _ = editor.layout[table.id].box
        if len(there) == 1 and abs(editor.layout[there[0].id].x - (left + right) / 2) < _MIDDLE * (
            right - left
        ):
            for key in (there[0].id, *(held.id for held in borne_by(editor, there[0], "hold"))):
                editor.layout.pop(key, None)


def _lacks_room(editor: Editor, one: Thing) -> bool:
    rel = one.rel
    bearer = None if rel is None or (rel.type, rel.part) != ("on", None) else editor.things.get(rel.to)
    if bearer is None or not kinds()[one.kind].alive or kinds()[bearer.kind].alive:
        return False
    if bearer.kind in SHARED | EDIBLE or is_in_crown(one, bearer) or bearer.id not in editor.layout:
        return False
    if kinds()[bearer.kind].habitat not in ("indoor", "table"):
        return False
    like = [
        editor.layout[other.id].box
        for other in editor.things.values()
        if other.kind == one.kind and other.rel == rel and other.id in editor.layout
    ]
    if not like:
        return False
    left, _, right, _ = editor.layout[bearer.id].box
    free = max(min(box[0] for box in like) - left, right - max(box[2] for box in like))
    return free < _FREE * (like[0][2] - like[0][0])
