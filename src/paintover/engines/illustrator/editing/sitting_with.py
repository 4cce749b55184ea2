"""Who comes beside somebody on a couch, a bench or at a table sits down there, too, and does not hang in the air before it."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import MAT, at_table, has_arms
from paintover.engines.illustrator.staging.standing import BENCHES, shared_seat

_BESIDE = frozenset({"beside", "left", "right", "between"})
_NOT_SITTING = frozenset({"stand", "lie", "sleep", "jump", "dance"})


def who_comes_sits_down(editor: Editor) -> None:
    """A newcomer of whom no pose is said sits beside those who sit on a couch or a bench."""
    for one in list(editor.things.values()):
        rel = one.rel
        if rel is None or rel.type not in _BESIDE or one.pose is not None or not is_new(editor, one):
            continue
        near, seat = editor.things.get(rel.to), shared_seat(one, editor.things.get)
        bench = editor.things.get(seat.to) if seat is not None else None
        if near is None or bench is None or bench.kind not in BENCHES:
            continue
        sits = near.pose is not None and near.pose not in _NOT_SITTING
        if sits and has_arms(stock_of(one)) and has_arms(stock_of(near)):
            editor.things[one.id] = msgspec.structs.replace(one, pose="sit")


def who_comes_sits_at_their_table(editor: Editor) -> None:
    """A newcomer beside somebody who sits at a table sits there, too, next to them; not who waits on them, or is told to stand."""
    for one in list(editor.things.values()):
        rel = one.rel
        if editor.new or rel is None or rel.type not in _SIDES or not is_new(editor, one):
            continue
        near = editor.things.get(rel.to)
        table = editor.things.get(near.rel.to) if near is not None and near.rel is not None else None
        guest = one.pose == "sit" or (one.pose is None and one.kind in _GUESTS)
        if (
            near is None
            or table is None
            or table.kind not in TABLES
            or not guest
            or not at_table(near, table)
        ):
            continue
        sit = [key for key, each in editor.things.items() if at_table_of(each, table)]
        after = _side_of(editor, sit, near.id, rel.type) if has_arms(stock_of(near)) else None
        pose = near.pose if near.pose in ("sit", "eat") and one.pose is None else None
        seated = msgspec.structs.replace(one, pose=pose, rel=Relation(type="behind", to=table.id))
        if (
            after is None
            or not at_table(seated, table)
            or (one.pose is None and _is_full(editor, sit, table))
        ):
            continue
        editor.things[one.id] = seated
        _take_the_seat(editor, one.id, near.id, after=after)


def _is_full(editor: Editor, sit: Sequence[str], table: Thing) -> bool:
    """Whether those at a table would become clearly smaller for one more."""
    breadths = [editor.layout[key].box[2] - editor.layout[key].box[0] for key in sit]
    left, _, right, _ = editor.layout[table.id].box
    return (len(sit) + 1) * statistics.median(breadths) > _AT_MOST * (right - left)


def _side_of(editor: Editor, sit: Sequence[str], near: str, told: str) -> bool | None:
    """Whether one takes the seat after that one of those who sit there, and not that before; None where the table is full, where
    they have changed places, or where the next seat would be at the other end. One more sits down at the right end, and at the left
    one, by turns."""
    xs = [editor.layout[key].x for key in sit if key in editor.layout]
    if len(xs) < len(sit) or xs != sorted(xs) or len(sit) >= _MOST:
        return None
    first, last, to_the_right = near == sit[0], near == sit[-1], len(sit) % 2 == 1
    if told == "beside":
        return to_the_right if last and (to_the_right or not first) else not (first and not to_the_right)
    if told == "right" and last and not to_the_right:
        return None
    return told == "right"


def who_is_behind_a_picnic(editor: Editor) -> None:
    """A newcomer behind a mat at which there is no seat left stands behind those who sit there."""
    for one in list(editor.things.values()):
        rel = one.rel
        mat = editor.things.get(rel.to) if rel is not None and rel.type == "behind" else None
        if mat is None or mat.kind != MAT or editor.new or one.pose == "sit" or not is_new(editor, one):
            continue
        sit = [
            each.id for each in editor.things.values() if at_table_of(each, mat) and not is_new(editor, each)
        ]
        if len(sit) >= _AT_A_MAT:
            behind = Relation(type="behind", to=sit[0], also=sit[-1])
            editor.things[one.id] = msgspec.structs.replace(one, rel=behind)


_AT_A_MAT = 4
"""So many sit at a picnic mat at most."""


def at_table_of(one: Thing, table: Thing) -> bool:
    """Whether somebody sits at that table."""
    return one.rel is not None and one.rel.to == table.id and at_table(one, table)


def _take_the_seat(editor: Editor, key: str, near: str, *, after: bool) -> None:
    """Tell it right after another, or before, in the order in which they sit."""
    order = [each for each in editor.things if each != key]
    order.insert(order.index(near) + after, key)
    editor.things = {each: editor.things[each] for each in order}


_SIDES = frozenset({"beside", "left", "right"})
_AT_MOST = 1.6
"""How broad all who sit at a table are together at most that nobody needs to become much smaller, in breadths of it."""
_MOST = 6
"""More than that do not sit on one side of a table."""
_GUESTS = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "old-man", "old-woman", "older-person"}
)
