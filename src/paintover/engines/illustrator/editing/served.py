"""Food as it is served: fish in a dish, candles on the cake, and nothing twice that a dish is drawn with."""

from __future__ import annotations

from dataclasses import replace

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_kind, set_relation
from paintover.engines.illustrator.grammar.relate import TOPPED
from paintover.engines.illustrator.grammar.utterance import Utterance
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.scene import Relation, Scene, Thing
from paintover.engines.illustrator.staging.strewn import SCATTERED

_SHOWN: dict[str, dict[str, int]] = {
    "noodles": {"egg": 1},
    "burger": {"sesame-seeds": 1},
    "donut": {"sugar-sprinkles": 1},
    "cupcake": {"sugar-sprinkles": 1},
}
"""Of dishes, what their drawings show, and how many."""
_FRUIT = {
    "apple-tree": "apple", "orange-tree": "orange", "peach-tree": "peach", "pear-tree": "pear", "cherry-tree": "cherries",
}  # fmt: skip
"""Trees that are drawn with fruit."""


def with_sticks_of_their_own(editor: Editor) -> None:
    """Noodles are drawn without chopsticks where a pair of them is a thing of its own, which lies beside the bowl."""
    sticks = [one for one in editor.things.values() if one.kind in ("chopsticks", "chopstick")]
    for one in sticks:
        dish = editor.things.get(one.rel.to) if one.rel is not None and one.rel.type == "on" else None
        if dish is not None and is_new(editor, one) and kinds()[dish.kind].art in TOPPED:
            set_relation(editor, one, Relation(type="beside", to=dish.id))
    if not sticks:
        return
    for dish in list(editor.things.values()):
        kind = kinds().get(dish.kind)
        if kind is not None and kind.bare is not None and "chopsticks" in kind.has:
            set_kind(editor, dish, kind.bare)


def shown_already(editor: Editor) -> None:
    """What the drawing of a dish shows is not put on it again: an egg on the noodles. A tree with
    fruit that is counted is one without fruit of its own."""
    for tree in list(editor.things.values()):
        fruit = _FRUIT.get(tree.kind)
        if is_new(editor, tree) and any(
            one.kind == fruit for one in borne_by(editor, tree, "on", "inside", "beside")
        ):
            set_kind(editor, tree, "tree")
    for dish in list(editor.things.values()):
        for kind, many in _SHOWN.get(dish.kind, {}).items():
            loose = [one for one in editor.things.values() if editor.new and one.rel is None]
            new = [
                one
                for one in (*loose, *borne_by(editor, dish, "on", "inside", "beside"))
                if one.kind == kind and one.colour is None and is_new(editor, one)
            ]
            for one in new:
                set_relation(editor, one, Relation(type="on", to=dish.id))
            for one in new[:many] if len(new) >= many else ():
                editor.drop(one.id)
                editor.seen = True


def by_the_handful(editor: Editor) -> None:
    """What is strewn is one handful, however it is told of, and lies on the only dish there is."""
    for kind in SCATTERED:
        new = [one for one in editor.things.values() if one.kind == kind and is_new(editor, one)]
        for one in new[1:]:
            editor.drop(one.id)
        dishes = [one for one in editor.things.values() if _is_served(one)]
        if new and len(dishes) == 1 and (new[0].rel is None or new[0].rel.type == "beside"):
            set_relation(editor, new[0], Relation(type="on", to=dishes[0].id))


def _is_served(one: Thing) -> bool:
    """Whether it is food that something may be strewn on."""
    return one.kind not in SCATTERED and any(one.kind in sorts()[sort] for sort in ("food", "dessert"))


def candles_on_the_cake(editor: Editor) -> None:
    """Candles that come with a cake stand on it and are slender; a birthday cake is drawn with three."""
    cakes = [one for one in editor.things.values() if one.kind in _CAKES]
    if len(cakes) != 1:
        return
    cake, birthday = cakes[0], cakes[0].kind == _CAKES[-1]
    meant = {one.id for one in borne_by(editor, cake, "on", "inside", "beside")}
    if birthday or not editor.new:
        meant |= {one.id for one in editor.things.values() if one.rel is None}
    new = [
        one
        for one in editor.things.values()
        if one.kind in ("candle", _SLENDER) and one.id in meant and is_new(editor, one)
    ]
    if birthday and is_new(editor, cake) and new and len(new) != _DRAWN:
        set_kind(editor, cake, _CAKES[0])
    elif birthday and new and not is_new(editor, cake):  # all alike: a few more, or so many in all
        more = _DRAWN if len(new) < _DRAWN else 0
        drawn = [editor.new_thing(editor.things[new[0].id]) for _ in range(more)]
        new += [editor.things[key] for key in drawn if key is not None]
        set_kind(editor, cake, _CAKES[0])
    elif birthday and len(new) >= _DRAWN:
        for one in new[:_DRAWN]:
            editor.drop(one.id)
        new = new[_DRAWN:]
    for one in new:
        set_kind(editor, one, _SLENDER)
        set_relation(editor, editor.things[one.id], Relation(type="on", to=cake.id))


def as_on_the_cake(said: Utterance, base: Scene) -> Utterance:
    """What is said of candles is said of the slender ones, where such are in the picture."""
    if all(one.kind != _SLENDER for one in base.objects):
        return said
    told = [replace(one, kind=_SLENDER) if one.kind == "candle" else one for one in said.mentions]
    return replace(said, mentions=tuple(told))


_SLENDER = "birthday-candle"
_CAKES = ("cake", "birthday-cake")
_DRAWN = 3
"""Candles that a birthday cake is drawn with."""


def cooked(editor: Editor) -> None:
    """A fish that comes onto a table or a plate is a dish; in a new picture with a table, so is one that is nowhere else."""
    tables = [one for one in editor.things.values() if one.kind == "dining-table"]
    for fish in list(editor.things.values()):
        if editor.new and fish.kind == "fish" and fish.rel is None and tables:
            set_relation(editor, fish, Relation(type="on", to=tables[0].id))
            fish = editor.things[fish.id]
        under = (
            editor.things.get(fish.rel.to)
            if fish.rel is not None and fish.rel.type in ("on", "inside")
            else None
        )
        if fish.kind == "fish" and under is not None and under.kind in _SERVED_ON and is_new(editor, fish):
            set_kind(editor, fish, "fish-dish")


_SERVED_ON = frozenset({"dining-table", "plate", "tray"})
