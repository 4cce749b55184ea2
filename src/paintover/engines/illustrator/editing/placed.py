"""What every pass does that puts things where they can be drawn: who is new, what is borne, another kind or relation."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing


def is_new(editor: Editor, thing: Thing) -> bool:
    """Whether it has no place yet, so that it may still be put anywhere."""
    return thing.id not in editor.layout


def borne_by(editor: Editor, thing: Thing, *types: str) -> list[Thing]:
    """All that stand to a thing in one of those relations."""
    return [
        one
        for one in editor.things.values()
        if one.rel is not None and one.rel.to == thing.id and one.rel.type in types and one.id != thing.id
    ]


def come_of(editor: Editor, named: Collection[str]) -> list[Thing]:
    """What of those kinds the edit brings, but for what stands to something else that it brings."""
    new = {key: one for key, one in editor.things.items() if editor.base.thing(key) is None}
    loose = (one for one in new.values() if one.rel is None or one.rel.to not in new)
    return [one for one in loose if one.kind in named]


def set_kind(editor: Editor, thing: Thing, kind: str) -> None:
    """Make a thing one of another kind, where it is."""
    editor.things[thing.id] = msgspec.structs.replace(thing, kind=kind, rung=kinds()[kind].rung)


def set_relation(editor: Editor, thing: Thing, relation: Relation | None) -> None:
    """Relate a thing so, unless what it is to be on is on it."""
    if relation is not None and editor.leads_to(relation.to, thing.id):
        return
    editor.things[thing.id] = msgspec.structs.replace(thing, rel=relation)


def take_looks(editor: Editor, key: str, other: Thing) -> None:
    """Give a thing the colour and the pattern of another that it stands for, where it has none of its own."""
    one = editor.things[key]
    editor.things[key] = msgspec.structs.replace(
        one, colour=one.colour or other.colour, pattern=one.pattern or other.pattern
    )
