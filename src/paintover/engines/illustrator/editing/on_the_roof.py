"""A chimney that comes is on the roof of the house that is there, and not beside it in the garden."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.chimneys import CHIMNEY, CHIMNEYS, SMOKE, is_roofed

_ABOUT = frozenset({"beside", "above", "front", "behind", "left", "right"})


def on_its_roof(editor: Editor) -> None:
    """Put every new chimney on the house that it is said to be at, or on one that has none of these yet."""
    for thing in list(editor.things.values()):
        if thing.kind != CHIMNEY or not is_new(editor, thing):
            continue
        houses = [one for one in editor.things.values() if is_roofed(one)]
        near = thing.rel.to if thing.rel is not None and thing.rel.type in _ABOUT else None
        houses = [one for one in houses if one.id == near] or houses
        free = [
            one for one in houses if not any(other.kind == CHIMNEY for other in borne_by(editor, one, "on"))
        ]
        if free and (thing.rel is None or near is not None):
            set_relation(editor, thing, Relation(type="on", to=free[0].id))
            _with_its_smoke(editor, thing, free[0])


def _with_its_smoke(editor: Editor, chimney: Thing, house: Thing) -> None:
    """Smoke that comes with a chimney rises from it; from its own where the house is drawn with one."""
    smoke = [one for one in borne_by(editor, chimney, *_ABOUT, "on", "inside") if one.kind == SMOKE]
    if smoke and house.kind in CHIMNEYS:
        editor.drop(chimney.id)
    for one in smoke:
        set_relation(editor, one, Relation(type="on", to=house.id if house.kind in CHIMNEYS else chimney.id))
