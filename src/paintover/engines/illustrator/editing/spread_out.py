"""Cloths, rugs and blankets, which are under or over what they are told of with."""

from __future__ import annotations

from paintover.engines.illustrator.backdrops import INDOORS
from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.neighbours import BESIDE
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation, take_looks
from paintover.engines.illustrator.kinds import RUGS, TABLES
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import (
    stock_of,
)
from paintover.engines.illustrator.staging.bearing import TABLECLOTH, lies_flat
from paintover.engines.illustrator.staging.standing import rooted


def underfoot(editor: Editor) -> None:
    """A rug under the cat is one that the cat stands on, where it stands; one under a tree lies before its trunk."""
    for thing in list(editor.things.values()):
        relation = thing.rel
        if relation is None or relation.type not in ("below", "cover") or relation.part is not None:
            continue
        if not is_new(editor, thing) or not lies_flat(thing) or stock_of(thing).habitat == "table":
            continue
        above = _on_the_floor(editor, relation.to)
        under = None if above is None or above.rel is None else editor.things.get(above.rel.to)
        if under is not None and under.id != thing.id and under.kind == thing.kind and is_new(editor, under):
            editor.drop(thing.id)  # one rug under all who are on that couch
            continue
        if (
            above is not None
            and not is_new(editor, above)
            and not rooted(above)
            and (above.rel is None or above.rel.type in BESIDE)
        ):
            set_relation(editor, thing, None)
            set_relation(editor, above, Relation(type="on", to=thing.id))


def _on_the_floor(editor: Editor, key: str) -> Thing | None:
    """What stands on the floor and bears that, however many are between."""
    one, seen = editor.things.get(key), {key}
    while one is not None and one.rel is not None and one.rel.type in ("on", "hold", "wear"):
        bearer = editor.things.get(one.rel.to)
        if bearer is None or bearer.id in seen or lies_flat(bearer):
            break
        one = bearer
        seen.add(one.id)
    return one


def over_a_table(editor: Editor) -> None:
    """A tablecloth is over the table that is told, or the only one; what is told to be on it is on that table."""
    tables = [one for one in editor.things.values() if one.kind in TABLES]
    for cloth in [one for one in editor.things.values() if one.kind in (TABLECLOTH, "cloth")]:
        told = editor.things.get(cloth.rel.to) if cloth.rel is not None else None
        covers = cloth.kind == TABLECLOTH or (cloth.rel is not None and cloth.rel.type == "cover")
        only = tables[0] if len(tables) == 1 and cloth.kind == TABLECLOTH else None
        table = told if told in tables else only
        alone = all(one.kind == TABLECLOTH for one in editor.things.values())  # shown as they are
        if not tables and not alone and cloth.kind == TABLECLOTH and is_new(editor, cloth):
            set_kind(editor, cloth, "picnic-mat")
        if table is None or not covers:
            continue
        if is_new(editor, cloth):
            set_relation(editor, cloth, Relation(type="cover", to=table.id))
            set_kind(editor, editor.things[cloth.id], TABLECLOTH)
        for one in borne_by(editor, cloth, "on"):
            set_relation(editor, one, Relation(type="on", to=table.id))


def spread_out(editor: Editor) -> None:
    """A blanket that somebody sits on is spread out, and is the mat of their picnic; a rug at a hearth is before it."""
    mats = [one for one in editor.things.values() if one.kind == "picnic-mat" and is_new(editor, one)]
    for thing in list(editor.things.values()):
        if not is_new(editor, thing):
            continue
        loose = thing.rel is None or thing.rel.type in (*BESIDE, "below")
        laid = thing.kind == "blanket" or (thing.kind == "cloth" and _carries_something(editor, thing))
        if laid and loose:
            if mats:
                if thing.rel is not None and mats[0].rel is None:
                    set_relation(editor, mats[0], thing.rel)
                for one in borne_by(editor, thing, "on", "inside"):
                    set_relation(editor, one, Relation(type="on", to=mats[0].id))
                take_looks(editor, mats[0].id, thing)
                editor.drop(thing.id)
            elif thing.kind == "cloth" or any(
                stock_of(one).alive for one in borne_by(editor, thing, "on", "inside")
            ):
                set_kind(editor, thing, "picnic-mat")
        by = editor.things.get(thing.rel.to) if thing.rel is not None else None
        at = thing.rel.type if thing.rel is not None else ""
        furnished = by is not None and stock_of(by).habitat == "indoor" and not stock_of(by).alive
        if thing.kind in RUGS and at == "beside" and by is not None and furnished:
            set_relation(editor, thing, Relation(type="front", to=by.id))


def _carries_something(editor: Editor, cloth: Thing) -> bool:
    """Whether a cloth lies on the ground of a place out of doors, with things on it."""
    return editor.said.place not in INDOORS and bool(borne_by(editor, cloth, "on", "inside"))
