"""What animals carry that have no hands: loads lie on the back of a donkey, and a rabbit has one carrot in its mouth and the others
before it.
"""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new, set_relation
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import figure_of, height_of, stock_of
from paintover.engines.illustrator.staging.company import has_arms, has_sleeves
from paintover.engines.illustrator.staging.held import KITES, TIED, is_in_hand, takes_paws

_IN_THE_AIR = TIED | KITES | {"leash"}
"""What is on a string, so that several hide no face."""
_HANDS = 2
_BEAST_M = 1.1
"""From that height on an animal carries loads on its back, in metres."""
_LOADS = frozenset({
    "basket", "box", "wooden-crate", "sack", "bag", "backpack", "suitcase", "barrel", "firewood", "wood", "log", "gift", "package",
    "bamboo-basket", "bucket", "haystack", "hay", "treasure-chest", "shopping-bag", "bundle", "tent", "blanket", "rug",
})  # fmt: skip
"""What is loaded on a beast."""


def as_animals_carry(editor: Editor) -> None:
    """Put loads on the backs of beasts, and leave one thing in each mouth."""
    for animal in list(editor.things.values()):
        if not stock_of(animal).alive or has_arms(stock_of(animal)) or animal.rung == "signpost":
            continue
        held = [one for one in editor.things.values() if _is_in_its_mouth(editor, one, animal)]
        if has_sleeves(stock_of(animal)) and len(held) == _HANDS:
            continue  # somebody of a trade, who has one in each hand
        for foam in [one for one in held if one.kind == "bubbles"]:
            around = animal.rel.to if animal.rel is not None else animal.id
            set_relation(editor, foam, Relation(type="above", to=around))
            held.remove(foam)
        on_the_back = [one for one in held if one.kind in _LOADS and _is_beast(animal)]
        for one in on_the_back:
            set_relation(editor, one, Relation(type="on", to=animal.id, part="back"))
        for one in [one for one in held if one not in on_the_back][1:]:
            beside = Relation(type="left", to=animal.id)
            editor.things[one.id] = msgspec.structs.replace(one, rel=beside, size=one.size or "small")


def _is_in_its_mouth(editor: Editor, one: Thing, animal: Thing) -> bool:
    rel = one.rel
    if rel is None or rel.to != animal.id or not is_in_hand(rel) or not is_new(editor, one):
        return False
    return not stock_of(one).alive and one.kind not in _IN_THE_AIR and not takes_paws(one.kind)


def _is_beast(animal: Thing) -> bool:
    """Whether it is large and stands on four legs, so that its back is broad."""
    return height_of(animal) >= _BEAST_M and len(figure_of(animal).anchors.eyes) < _IN_FRONT


_IN_FRONT = 2
"""So many eyes are seen of a face that looks at us."""
