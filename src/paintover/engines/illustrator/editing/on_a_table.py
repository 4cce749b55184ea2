"""What is small stands on a table and not on the floor of the room that is named: a laptop in an office, a cake in the kitchen."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.bearing import TABLECLOTH
from paintover.engines.illustrator.staging.company import at_table
from paintover.engines.illustrator.staging.hung import hangs_so
from paintover.engines.illustrator.wording import Pattern

_TABLES = {
    "office": "desk", "classroom": "desk", "bedroom": "nightstand", "kitchen": "dining-table", "room": "dining-table",
    "cafe": "dining-table", "dining-hall": "dining-table", "nursery": "nightstand", "library": "dining-table",
}  # fmt: skip
"""What there is in a room to put things on."""
_ALSO = frozenset({"lamp", "desktop-computer", "laptop"})
"""Furniture that stands on a table."""
_ON_THE_FLOOR = frozenset({
    "suitcase", "backpack", "umbrella", "rug", "pillow", "cushion", "guitar", "violin", "drum", "trumpet", "saxophone",
    "accordion", "banjo", "ladder", "broom", "ball", "balloon", "gift", "teddy-bear", "skateboard", "string", "rope",
    "building-blocks",
})  # fmt: skip
_FLOOR = Pattern(r"\b(?:floor|ground|rug|carpet|mat)\b|地[板上毯垫面]")
_LOW_M, _MOST = 0.62, 5
"""How high at most is what stands on one, and how many find room there."""


def set_on_a_table(editor: Editor, prompt: str) -> None:
    """Put what is small, and is on nothing, on a table that comes with it, unless there is furniture to put it on or the
    wish tells of the floor."""
    place = editor.said.place or ""
    if (
        place not in _TABLES
        or _FLOOR.search(prompt)
        or any(one.kind in TABLES for one in editor.things.values())
    ):
        return
    small = [one for one in editor.things.values() if _belongs_there(one)]
    borne = {one.rel.to for one in editor.things.values() if one.rel is not None}
    furnished = any(
        kinds()[one.kind].habitat == "indoor"
        and one not in small
        and not hangs_so(one.kind)
        and one.pose != "hung"
        for one in editor.things.values()
    )
    if not 0 < len(small) <= _MOST or furnished or any(one.id in borne and one.kind in BEDS for one in small):
        return
    kind = _TABLES[place] if len(small) == 1 or _TABLES[place] != "nightstand" else "desk"
    label = names("zh" if editor.language == "zh" else "en", kind)
    key = editor.new_thing(Thing(id="", kind=kind, label=label, lang=small[0].lang, rung=kinds()[kind].rung))
    if key is None:
        return
    for one in small:
        editor.things[one.id] = msgspec.structs.replace(one, rel=Relation(type="on", to=key))


def with_a_table_below(editor: Editor) -> None:
    """Give a tablecloth on which something stands the table that it lies on, unless the picture plays out of doors."""
    if not editor.new or any(one.kind in TABLES for one in editor.things.values()):
        return
    if editor.said.place is not None and editor.said.place not in INDOORS:
        return
    laid = [one for one in editor.things.values() if one.kind == TABLECLOTH and borne_by(editor, one, "on")]
    if len(laid) == 1:
        label = names("zh" if editor.language == "zh" else "en", "dining-table")
        editor.new_thing(
            Thing(
                id="", kind="dining-table", label=label, lang=laid[0].lang, rung=kinds()["dining-table"].rung
            )
        )


def at_the_same_table(editor: Editor) -> None:
    """Let those of a new picture who stand behind somebody at a table stand there, too, on both sides: behind a child alone
    they would be beside the table."""
    for seated in list(editor.things.values()):
        table = editor.things.get(seated.rel.to) if seated.rel is not None else None
        if not editor.new or table is None or table.kind not in TABLES or not at_table(seated, table):
            continue
        standing = [one for one in borne_by(editor, seated, "behind") if kinds()[one.kind].alive]
        for one in standing:
            set_relation(editor, one, Relation(type="behind", to=table.id))
            editor.change(one.id, pose=one.pose or "stand")
        order = [key for key in editor.things if key not in {one.id for one in standing}]
        at = order.index(seated.id)
        half = [one.id for one in standing[: (len(standing) + 1) // 2]]
        rest = [one.id for one in standing[len(half) :]]
        order = [*order[:at], *half, seated.id, *rest, *order[at + 1 :]]
        editor.things = {key: editor.things[key] for key in order}


def _belongs_there(thing: Thing) -> bool:
    kind = kinds()[thing.kind]
    if thing.rung == "signpost" or thing.rel is not None or thing.pose is not None or thing.size == "large":
        return False
    if kind.alive or kind.wear is not None or thing.kind in _ON_THE_FLOOR or hangs_so(thing.kind):
        return False
    return (kind.habitat == "table" or thing.kind in _ALSO) and height_of(thing) <= _LOW_M


def no_second_one(editor: Editor) -> None:
    """Leave out of what is on a table what the only one behind it is drawn with: a programmer's laptop."""
    for table in [one for one in editor.things.values() if one.kind in TABLES]:
        there = [one for one in editor.things.values() if one.rel is not None and one.rel.to == table.id]
        users = [one for one in there if kinds()[one.kind].alive]
        for one in there:
            if len(users) == 1 and one.kind in kinds()[users[0].kind].has:
                editor.drop(one.id)


def one_for_each(editor: Editor) -> None:
    """Give each of several who write at a table a notebook, where a single one is on it, and a computer each of several who work
    there, unless one is told to be all there is."""
    for table in [one for one in editor.things.values() if one.kind in TABLES]:
        there = [one for one in editor.things.values() if one.rel is not None and one.rel.to == table.id]
        writers = [one for one in there if one.pose == "write"]
        notebooks = [one for one in there if one.kind == "notebook"]
        for _ in writers[1:] if len(notebooks) == 1 else ():
            editor.new_thing(notebooks[0])
        computers, busy = [[one for one in there if test(one)] for test in (_is_a_computer, _works)]
        alone = any(one.kind in _COMPUTERS and one.counted and one.count == 1 for one in editor.said.mentions)
        for _ in (
            busy[1:_DESK_MATES] if len(computers) == 1 and not alone and is_new(editor, computers[0]) else ()
        ):
            editor.new_thing(computers[0])


_COMPUTERS, _DESK_MATES = frozenset({"laptop", "computer"}), 4
"""What each at a desk has of their own, and how many of them a desk has room for."""


def _is_a_computer(thing: Thing) -> bool:
    return thing.kind in _COMPUTERS


def _works(thing: Thing) -> bool:
    return kinds()[thing.kind].alive and thing.pose == "busy"


def at_the_bedside(editor: Editor) -> None:
    """Put a nightstand that comes into a picture beside the bed, and what is put on "it", a vase, on what that stands on."""
    if editor.new:
        return
    beds = [one for one in editor.things.values() if one.kind in BEDS and one.id in editor.layout]
    for one in [one for one in editor.things.values() if editor.base.thing(one.id) is None]:
        under = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
        if one.kind == "nightstand" and one.rel is None and len(beds) == 1:
            editor.things[one.id] = msgspec.structs.replace(one, rel=Relation(type="beside", to=beds[0].id))
        elif under is not None and under.kind == "vase" and under.rel is not None and under.rel.type == "on":
            editor.things[one.id] = msgspec.structs.replace(one, rel=under.rel)
