"""Those who are around a cake or a dish stand behind the table that it is on; in a new picture one comes for it."""

from __future__ import annotations

from collections.abc import Sequence

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.wording import Pattern

_TABLE = "dining-table"


def behind_its_table(editor: Editor) -> None:
    """Put all who are around what is on a table, or is to be on one, behind that table."""
    for middle in list(editor.things.values()):
        around = _around(editor, middle)
        if not around:
            continue
        table = _under(editor, middle) or _brought(editor, middle)
        if table is None:
            continue
        for one in around:
            set_relation(editor, one, Relation(type="behind", to=table))


_ELSEWHERE = Pattern(
    r"\b(?:background|foreground|distance|corner|floor|ground|outside|window|door|doorway|apart|away)\b|远处|背景|前景|角落|地[上板]|门|窗|外面"
)
"""Where nobody sits at the table."""


def sit_with_them(editor: Editor, prompt: str) -> None:
    """Seat who merely comes where all who are there sit at one table, as friends and families do: but no waiter."""
    folk = [one for one in editor.things.values() if is_somebody(one.kind)]
    coming = [one for one in folk if _comes_to_sit(editor, one)]
    sit = [one for one in folk if one not in coming]
    seats = {one.rel.to for one in sit if one.rel is not None and one.rel.type == "behind"}
    if editor.new or _ELSEWHERE.search(prompt) or not coming or len(sit) < 2 or len(folk) > _AT_A_TABLE:
        return
    table = editor.things.get(next(iter(seats))) if len(seats) == 1 else None
    if table is None or table.kind not in TABLES or not all(_sits_at(one, table) for one in sit):
        return
    for one in coming:
        set_relation(editor, one, Relation(type="behind", to=table.id))


_AT_A_TABLE = 6
"""More than that do not sit on one side of a table."""
_KIN = frozenset({"boy", "girl", "man", "woman", "child", "person", "old-man", "old-woman", "baby"})
"""Who belongs to a family or is a friend."""


def _comes_to_sit(editor: Editor, one: Thing) -> bool:
    new = editor.base.thing(one.id) is None and is_new(editor, one)
    return new and one.kind in _KIN and (one.rel, one.pose, one.where) == (None, None, "")


def _sits_at(one: Thing, table: Thing) -> bool:
    return one.rel is not None and one.rel.to == table.id and at_table(one, table)


def _around(editor: Editor, middle: Thing) -> Sequence[Thing]:
    """The people who come and are to be around it."""
    return [
        one
        for one in editor.things.values()
        if one.rel is not None
        and (one.rel.type, one.rel.to) == ("around", middle.id)
        and is_new(editor, one)
        and is_somebody(one.kind)
    ]


def _under(editor: Editor, middle: Thing) -> str | None:
    """The table on which it is."""
    under = editor.things.get(middle.rel.to) if middle.rel is not None and middle.rel.type == "on" else None
    return under.id if under is not None and under.kind in TABLES else None


def _brought(editor: Editor, middle: Thing) -> str | None:
    """A table that comes for a cake in a new picture, unless that plays out of doors."""
    indoors = editor.said.place is None or editor.said.place in INDOORS
    laid = kinds()[middle.kind].habitat == "table" and not kinds()[middle.kind].alive
    if not (editor.new and indoors and middle.rel is None and laid):
        return None
    label = names("zh" if editor.language == "zh" else "en", _TABLE)
    rung = kinds()[_TABLE].rung
    key = editor.new_thing(Thing(id="", kind=_TABLE, label=label, lang=middle.lang, rung=rung))
    if key is not None:
        set_relation(editor, middle, Relation(type="on", to=key))
    return key
