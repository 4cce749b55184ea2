"""What is put before somebody who sits at a table is on that table, where they sit: a plate in front of the girl. What comes
beside one of several on a couch is before them where there is no room."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.kinds import TABLES
from paintover.engines.illustrator.scene import Nearby, Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.company import MAT, at_table, has_arms
from paintover.engines.illustrator.staging.likeness import is_animal
from paintover.engines.illustrator.staging.standing import BENCHES

_SMALL_M = 0.6
"""What is no taller finds room on a table."""


def set_before(editor: Editor) -> None:
    """Put what is small and comes before somebody at a table on it; in a picture that is there, where that one sits."""
    for thing in [one for one in editor.things.values() if is_new(editor, one)]:
        rel = thing.rel
        sitter = _who_sits(editor, rel) if rel is not None and _is_set(thing) else None
        table = editor.things.get(sitter.rel.to) if sitter is not None and sitter.rel is not None else None
        if rel is None or sitter is None or table is None:
            continue
        if not (table.kind in TABLES or table.kind == MAT) or not at_table(sitter, table):
            continue
        set_relation(editor, thing, Relation(type="on", to=table.id))
        placed, last = editor.layout.get(sitter.id), editor.layout.get(rel.also or "")
        if placed is None or thing.id in editor.former:
            continue
        x = placed.x if last is None else (placed.x + last.x) / 2
        box = (round(x), placed.box[1], round(x), placed.box[3])
        editor.former[thing.id] = Nearby(**msgspec.structs.asdict(placed) | {"x": x, "box": box})


def at_the_piano(editor: Editor) -> None:
    """Put who comes to play a piano that is there beside it."""
    pianos = [one for one in editor.things.values() if one.kind in _PIANOS and not is_new(editor, one)]
    for thing in [one for one in editor.things.values() if is_new(editor, one) and not editor.new]:
        free = thing.rel is None and thing.pose in _AT_THE_KEYS and stock_of(thing).alive
        piano = next((one for one in pianos if one.rel is None or one.rel.to != thing.id), None)
        if free and piano is not None and len(pianos) == 1:
            set_relation(editor, thing, Relation(type="beside", to=piano.id))


_PIANOS = frozenset({"piano", "keyboard-instrument", "harp", "drum-kit"})
_AT_THE_KEYS = ("play", "keys")


def _who_sits(editor: Editor, rel: Relation) -> Thing | None:
    """Before whom it is put, or beside whose cup."""
    target = editor.things.get(rel.to)
    if target is None or rel.type == "front":
        return target
    held = rel.type in _ASIDE and target.rel is not None and target.rel.type == "hold"
    return editor.things.get(target.rel.to) if held and target.rel is not None else None


def before_a_full_seat(editor: Editor) -> None:
    """Put an animal that comes beside one of several on a couch on the floor before them, where it hides no face."""
    for thing in [one for one in editor.things.values() if is_new(editor, one) and not editor.new]:
        rel = thing.rel
        sitter = editor.things.get(rel.to) if rel is not None and rel.type in _ASIDE else None
        seat = editor.things.get(sitter.rel.to) if sitter is not None and sitter.rel is not None else None
        if rel is None or sitter is None or seat is None or seat.kind not in BENCHES:
            continue
        people = [one for one in borne_by(editor, seat, "on") if has_arms(stock_of(one))]
        if is_animal(thing.kind) and sitter in people and len(people) >= _FULL:
            set_relation(editor, thing, Relation(type="front", to=sitter.id))


_ASIDE = frozenset({"beside", "left", "right"})
_FULL = 3
"""So many people leave no room on a couch for an animal."""


def _is_set(thing: Thing) -> bool:
    kind = stock_of(thing)
    return not kind.alive and kind.habitat in ("table", "indoor") and height_of(thing) <= _SMALL_M
