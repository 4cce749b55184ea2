"""At the beach an umbrella is a parasol that stands in the sand, unless somebody is said to carry one or it rains."""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_kind, set_relation
from paintover.engines.illustrator.grammar.stances import reasons
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.wording import Pattern

_CARRIED = Pattern(
    r"\b(?:hold|carry|us|open|twirl|walk)(?:s|ing)?\b[^,.;]{0,24}\bumbrella|\bumbrellas? in (?:his|her|their|its|the|one) hands?|\brain"
    r"|(?:打|撑|举|拿|握|提)着?[^，。,]{0,6}伞|下雨|雨伞|雨"
)


def parasol_in_the_sand(editor: Editor, wish: str) -> None:
    """Put up in the sand what a new picture of the beach has of umbrellas. `wish` is as it was written."""
    if editor.said.place != "beach" or editor.said.weather in ("rain", "storm") or _CARRIED.search(wish):
        return
    if not editor.new:
        return
    alone = len(editor.things) < 2
    for thing in list(editor.things.values()):
        if thing.kind != "umbrella" or not is_new(editor, thing) or (alone and not is_a_parasol(thing)):
            continue
        holder = thing.rel.to if thing.rel is not None and thing.rel.type == "hold" else None
        set_kind(editor, thing, "beach-umbrella")
        if holder is not None:
            set_relation(editor, editor.things[thing.id], None)
            _let_go(editor, holder, thing.id, below=_BELOW.search(wish) is not None)


def is_a_parasol(thing: Thing) -> bool:
    """Whether it is called what keeps off the sun."""
    return thing.label.lower().endswith(_PARASOLS)


_PARASOLS = ("parasol", "parasols", "sunshade", "sunshades", "阳伞")
_BELOW = Pattern(r"\b(?:under|beneath|below)\b[^,.;]{0,24}\b(?:umbrella|parasol)|伞(?:底)?下")


def _let_go(editor: Editor, holder: str, parasol: str, *, below: bool) -> None:
    """Nobody holds it any more; with `below`, who held it and who stands beside them are in its shade."""
    if editor.things[holder].pose in reasons():
        editor.things[holder] = msgspec.structs.replace(editor.things[holder], pose=None)
    if not below:
        return
    for one in list(editor.things.values()):
        beside = one.rel is not None and (one.rel.type, one.rel.to) == ("beside", holder)
        if one.id == holder or (beside and kinds()[one.kind].alive):
            set_relation(editor, one, Relation(type="below", to=parasol))
