"""Who is under an umbrella: who holds it, two who share one, and a leaf that stands like one."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_kind, set_relation
from paintover.engines.illustrator.grammar.stances import SHARE
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
from paintover.engines.illustrator.staging.company import has_arms, is_companion
from paintover.engines.illustrator.staging.shelter import SHELTER

_BROAD_LEAVES = frozenset({"lotus-leaf", "maple-leaf"})
"""Leaves that stand like an umbrella over who is below them."""


def under_an_umbrella(editor: Editor) -> None:
    """Who is under an umbrella holds it, with another who is; the others stand beside. A leaf with somebody under it stands
    like one."""
    for thing in list(editor.things.values()):
        rel = thing.rel
        over = editor.things.get(rel.to) if rel is not None and rel.type == "below" else None
        if over is None or not stock_of(thing).alive or not is_new(editor, thing):
            continue
        if over.kind in _BROAD_LEAVES and is_new(editor, over):
            set_kind(editor, over, "leaf")
            over = editor.things[over.id]
        if SHELTER in stock_of(over).poses and is_new(editor, over):
            editor.things[over.id] = msgspec.structs.replace(over, pose=SHELTER)
        if over.kind != "umbrella" or not is_new(editor, over):
            continue
        if over.rel is None:
            pose = "shade" if has_arms(stock_of(thing)) and thing.pose is None else thing.pose
            editor.things[thing.id] = msgspec.structs.replace(thing, rel=None, pose=pose)
            set_relation(editor, over, Relation(type="hold", to=thing.id, part="hand"))
        elif over.rel.type == "hold" and not _shared(editor, editor.things[over.rel.to], thing):
            set_relation(editor, thing, Relation(type="beside", to=over.rel.to))
            editor.things[over.id] = msgspec.structs.replace(over, size=over.size or "large")
    _one_for_two(editor)


def _shared(editor: Editor, holder: Thing, other: Thing) -> bool:
    """Let another take the handle of an umbrella, too; whether both have arms for it, and nobody has taken it already."""
    free = holder.rel is None and holder.pose in ("shade", None)
    if not free or not all(has_arms(stock_of(one)) for one in (holder, other)):
        return False
    if any(
        is_companion(one, holder) for one in editor.things.values() if one.rel and one.rel.to == holder.id
    ):
        return False
    editor.things[holder.id] = msgspec.structs.replace(holder, pose=SHARE)
    held = Relation(type="hold", to=holder.id, part="arm")
    editor.things[other.id] = msgspec.structs.replace(other, rel=held, pose=SHARE)
    return True


def _one_for_two(editor: Editor) -> None:
    """Two hand in hand are under one umbrella, unless more were told of."""
    held = {
        one.rel.to: one
        for one in editor.things.values()
        if one.kind == "umbrella" and one.rel is not None and one.rel.type == "hold" and is_new(editor, one)
    }
    for one in list(editor.things.values()):
        second = held.get(one.id)
        if one.pose != SHARE or one.rel is None or second is None or one.rel.to not in held:
            continue
        if not second.label.endswith("umbrellas"):
            editor.drop(second.id)
