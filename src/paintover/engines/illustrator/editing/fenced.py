"""A fence that somebody is behind, or jumps over, in a new picture, and one that comes behind those who are there or before them,
runs along the picture, and is no single high panel."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.stock import stock_of

_ALONG = ("behind", "front")


def behind_a_fence(editor: Editor) -> None:
    """Make the panel of a fence a whole one where somebody alone, or several, look over it, or somebody jumps over it, and in a
    picture that is there behind others or before them, unless its size is told."""
    for thing in list(editor.things.values()):
        if thing.kind != "fence" or thing.size in ("small", "large"):
            continue
        if not editor.new:
            if is_new(editor, thing) and _runs(editor, thing):
                set_kind(editor, thing, "long-fence")
            continue
        if thing.size is not None:
            continue
        row = [one.id for one in borne_by(editor, thing, "behind") if stock_of(one).alive]
        others = [one for one in editor.things.values() if one.id not in row and stock_of(one).alive]
        leaping = any(one.pose == "jump" for one in borne_by(editor, thing, "above"))
        if leaping or len(row) > 1 or (row and not others):
            set_kind(editor, thing, "long-fence")


def _runs(editor: Editor, thing: Thing) -> bool:
    """Whether it comes alone, and is behind those there or before them, or nothing is told of where; who is to stand to it
    stands at a panel."""
    fences = [one for one in editor.things.values() if one.kind == thing.kind]
    if any(one.rel is not None and thing.id in (one.rel.to, one.rel.also) for one in editor.things.values()):
        return False
    told = None if thing.rel is None else (thing.rel.type, thing.rel.part)
    free = told is None or (told[0] in _ALONG and told[1] is None)
    return free and len(fences) == 1 and not thing.where and editor.base.thing(thing.id) is None
