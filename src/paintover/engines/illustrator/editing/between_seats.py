"""Who comes between two who sit on the same couch, or at the same table, sits there with them; those move up."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.staging.bearing import SEATS


def seated_between(editor: Editor) -> None:
    """Give who is new and between two neighbours a seat between theirs."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        if (
            rel is None
            or rel.type != "between"
            or rel.also is None
            or editor.base.thing(thing.id) is not None
        ):
            continue
        pair = [editor.things.get(key) for key in (rel.to, rel.also)]
        first, second = pair
        if (
            first is None
            or second is None
            or not kinds()[thing.kind].alive
            or not _sit_together(editor, first, second)
        ):
            continue
        row = sorted(_neighbours(editor, first), key=lambda one: editor.layout[one.id].x)
        at = max(row.index(first), row.index(second))
        if abs(row.index(first) - row.index(second)) != 1:
            continue
        editor.change(thing.id, rel=first.rel, pose=first.pose if thing.pose is None else thing.pose)
        order = [*(one.id for one in row[:at]), thing.id, *(one.id for one in row[at:])]
        _ordered(editor, order)
        for one in row:
            editor.place_again(one.id)
            editor.former.pop(one.id, None)


def _sit_together(editor: Editor, first: Thing, second: Thing) -> bool:
    rel = first.rel
    if rel is None or second.rel is None or (rel.type, rel.to) != (second.rel.type, second.rel.to):
        return False
    seat = editor.things.get(rel.to)
    borne = seat is not None and (
        (rel.type == "on" and seat.kind in SEATS) or (rel.type == "behind" and seat.kind in TABLES)
    )
    return borne and rel.part is None and {first.id, second.id} <= editor.layout.keys()


def _neighbours(editor: Editor, one: Thing) -> list[Thing]:
    """All who sit there with somebody."""
    return [
        two
        for two in editor.things.values()
        if two.id in editor.layout
        and two.rel is not None
        and one.rel is not None
        and (two.rel.type, two.rel.to) == (one.rel.type, one.rel.to)
        and kinds()[two.kind].alive
    ]


def _ordered(editor: Editor, keys: list[str]) -> None:
    """Let those stand in that order among the things, from where the first of them stood."""
    things = dict(editor.things)
    first = min(list(things).index(key) for key in keys)
    rest = [key for key in things if key not in keys]
    before = sum(1 for key in list(things)[:first] if key not in keys)
    editor.things.clear()
    for key in (*rest[:before], *keys, *rest[before:]):
        editor.things[key] = things[key]
