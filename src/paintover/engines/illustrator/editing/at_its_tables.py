"""Who eats in a restaurant, sits in a classroom or sleeps there is at a table, though the wish names none.

Without it they would stand on the floor with nothing before them, or sit and lie on it.
"""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.company import has_arms
from paintover.engines.illustrator.wording import Pattern

_MEALS = frozenset({"eat", "dine", "drink", "sit"})
_LESSONS = frozenset({"sit", "sleep", "write"})
_WORK = frozenset({"sit", "busy", "write", "sleep"})
_DONE_THERE = {
    "dining-hall": ("dining-table", _MEALS), "cafe": ("dining-table", _MEALS), "classroom": ("school-desk", _LESSONS),
    "office": ("desk", _WORK), "library": ("dining-table", _LESSONS),
}  # fmt: skip
"""By place, at what people are there, and what they do at it."""
_LOW = Pattern(
    r"\b(?:floor|ground|rug|carpet|mat|cross-?legged|stand(?:s|ing)?|walk(?:s|ing)?|counter)\b|地[板上毯垫面]|站着|盘腿"
)
"""Words for being elsewhere."""
_MOST = 4
"""How many have room at one."""
_DISHES = ("roast-chicken", "soup", "rice")


def at_its_tables(editor: Editor, wish: str) -> None:
    """Put those of a new picture who do what is done at a table in the place of the wish to one that comes with it.

    `wish` is as it was written: whoever is told to be on the floor stays there.
    """
    kind, deeds = _DONE_THERE.get(editor.said.place or "", ("", frozenset[str]()))
    furniture = TABLES | BEDS | SEATS
    if (
        not editor.new
        or not kind
        or _LOW.search(wish)
        or any(one.kind in furniture for one in editor.things.values())
    ):
        return
    there = [one for one in editor.things.values() if _does_one_of(one, deeds)]
    if not 0 < len(there) <= _MOST:
        return
    table = editor.new_thing(_thing(editor, kind))
    if table is None:
        return
    for one in there:
        _seat(editor, one, table)
    _serve(editor, there, table)
    editor.things = {table: editor.things[table], **editor.things}


def _does_one_of(thing: Thing, deeds: frozenset[str]) -> bool:
    stock = stock_of(thing)
    return thing.rel is None and thing.pose in deeds and stock.alive and has_arms(stock)


def _thing(editor: Editor, kind: str) -> Thing:
    language = "zh" if editor.language == "zh" else "en"
    return Thing(id="", kind=kind, label=names(language, kind), lang=language, rung=kinds()[kind].rung)


def _seat(editor: Editor, thing: Thing, table: str) -> None:
    """At the table, without the satchel that a pupil is drawn with: it would show beside the chair as if it were cut."""
    held = borne_by(editor, thing, "hold")
    pose = "sit" if thing.pose in ("eat", "drink") and not held else thing.pose
    editor.things[thing.id] = msgspec.structs.replace(thing, pose=pose, rel=Relation(type="behind", to=table))
    if thing.pose == "write":
        for one in held:
            if one.kind == "notebook":
                editor.change(one.id, rel=Relation(type="on", to=table))
    named = {one.kind for one in editor.said.mentions}
    for one in borne_by(editor, thing, "wear"):
        if one.kind == "backpack" and "backpack" not in named:
            editor.drop(one.id)


def _serve(editor: Editor, guests: list[Thing], table: str) -> None:
    """What is eaten or drunk without a name is on the table."""
    empty = [one for one in guests if not borne_by(editor, one, "hold")]
    eating = sum(one.pose == "eat" for one in empty)
    drinking = sum(one.pose == "drink" for one in empty)
    for kind in (*(_DISHES[: eating + 1] if eating else ()), *("coffee" for _ in range(drinking))):
        dish = editor.new_thing(_thing(editor, kind))
        if dish is not None:
            editor.change(dish, rel=Relation(type="on", to=table))
