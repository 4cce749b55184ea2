"""A picnic in a new picture has one mat, with all on it that is told of; what a picnic usually has comes where nothing is."""

from __future__ import annotations

from collections.abc import Collection

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.mentioned import EDIBLE
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation, take_looks
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.company import MAT
from paintover.engines.illustrator.wording import Pattern

_USUAL = frozenset({"basket", "apple", "sandwich"})
"""What the words for a picnic bring."""
_FEAST = frozenset({"picnic", "野餐"})
_LOOSE = frozenset({"beside", "left", "right", "front"})
_BLANKETS = frozenset({"rug", "blanket", "cloth"})
_SMALL_M = 0.4
_LAID = Pattern(r"\b(?:picnic|blanket|mat|cloth|tablecloth)\b[^,.;]{0,30}? (?:with|of)\b")
"""A picnic without anybody, or a cloth, with all that lies on it."""
_SEVERAL_MATS = Pattern(
    r"\b(?:two|three|several|another|each)\b[^,.;]{0,20}\b(?:mats|blankets|cloths)\b|[两三几另]外?一?[张块条个][^，。,]{0,4}[垫毯布]"
)


def one_picnic(editor: Editor, wish: str) -> None:
    """Lay one mat for all, and on it what is told of. `wish` is as it was written."""
    mats = [one for one in editor.things.values() if one.kind == MAT and is_new(editor, one)]
    if editor.new and mats and not _SEVERAL_MATS.search(wish):
        _who_sits_on_a_rug(editor, mats[0])
    if editor.new and mats and _PICNIC.search(wish):
        _who_sits_under_the_tree(editor, mats[0])
    guests = bool(mats) and any(kinds()[one.kind].alive for one in borne_by(editor, mats[0], "behind"))
    if not editor.new or not mats or not (guests or _LAID.search(wish)):
        return
    mat = mats[0].id
    if not _SEVERAL_MATS.search(wish):
        for other in mats[1:]:
            _onto(editor, borne_by(editor, other, "on", "inside"), mat)
            take_looks(editor, mat, other)
            editor.drop(other.id)
    _onto(editor, [one for one in editor.things.values() if _belongs_there(one)], mat)
    named = {token.get("kinds") or "" for token in tokenise(wish) if token.text.lower() not in _FEAST}
    if guests:
        _without_the_usual(editor, mat, named)


def _who_sits_on_a_rug(editor: Editor, mat: Thing) -> None:
    """The blanket on which they sit is the picnic's: they are at that, and there is no second one."""
    for rug in [one for one in editor.things.values() if one.kind in _BLANKETS]:
        sat = borne_by(editor, rug, "on")
        for one in sat:
            set_relation(editor, one, Relation(type="behind" if kinds()[one.kind].alive else "on", to=mat.id))
        if any(kinds()[one.kind].alive for one in sat):
            take_looks(editor, mat.id, rug)
            editor.drop(rug.id)


def _who_sits_under_the_tree(editor: Editor, mat: Thing) -> None:
    """Who has a picnic under a tree is at its mat, and the tree is beside them."""
    if any(kinds()[one.kind].alive for one in borne_by(editor, mat, "behind", "on")):
        return
    for one in list(editor.things.values()):
        over = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "below" else None
        if over is not None and kinds()[one.kind].alive and one.pose in (None, "sit", "eat"):
            set_relation(editor, one, Relation(type="behind", to=mat.id))
            if editor.things[over.id].rel is None:
                set_relation(editor, over, Relation(type="beside", to=mat.id))


_PICNIC = Pattern(r"\bpicnic|野餐")


def _onto(editor: Editor, things: Collection[Thing], mat: str) -> None:
    for one in list(things):
        set_relation(editor, one, Relation(type="on", to=mat))


def _belongs_there(thing: Thing) -> bool:
    """Whether it is food, or a basket, that nobody has and that is on nothing."""
    kind = kinds()[thing.kind]
    if kind.alive or kind.wear is not None or thing.rung == "signpost" or thing.size == "large":
        return False
    loose = thing.rel is None or thing.rel.type in _LOOSE
    edible = thing.kind in EDIBLE or (kind.habitat == "table" and kind.height_m <= _SMALL_M)
    return loose and (edible or thing.kind == "basket")


def _without_the_usual(editor: Editor, mat: str, named: Collection[str]) -> None:
    """Drop what was brought, where the wish names other food, or as much of it."""
    there = [
        one
        for one in editor.things.values()
        if one.rel is not None and one.rel.to == mat and one.rel.type == "on"
    ]
    told = [one for one in there if one.kind in named or one.kind not in _USUAL]
    for kind in _USUAL:
        alike = [one for one in there if one.kind == kind]
        if alike and (kind in named) == (len(alike) > 1) and (told or len(alike) > 1):
            editor.drop(alike[0].id)
