"""What a dish is topped with lies on it, all of it: "a pizza with mushrooms and olives", 有蘑菇和橄榄的披萨."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.grammar.flavours import without_flavours
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.scene import Relation, Thing

_DISHES = frozenset({
    "pizza", "pizza-slice", "cake", "birthday-cake", "cupcake", "pancakes", "waffle", "salad", "pie", "ice-cream", "sundae",
    "noodles", "noodle-bowl", "spaghetti", "custard", "cheesecake", "cake-slice", "toast", "fried-rice", "porridge",
})  # fmt: skip
_MORE = frozenset({
    "mushroom", "brown-mushroom", "shiitake", "olive", "cheese", "sausage", "ham", "bacon", "shrimp", "egg", "fried-egg",
    "blueberries", "raspberry", "blackberry", "chocolate", "chili", "basil", "mint-sprig", "almonds", "walnut", "cashews",
    "meatball", "pepperoni", "pineapple-ring", "ham-slice", "tomato-slice", "garlic", "ginger", "greens", "avocado", "beans", "edamame", "scallion", "nut", "marshmallows", "candle",
    "birthday-candle", "cookie", "candy", "radish", "pea-pod", "green-apple", "coconut", "lime", "fig", "plum",
})  # fmt: skip
"""What lies on dishes beside fruit and vegetables."""
_WITH_EN = r"(?:,? (?:that is |which is )?(?:topped |covered |decorated |sprinkled |garnished |loaded )?with )(?P<list>[^.;]*)"
_HAS_ZH = r"(?:有|放着?了?|摆着?了?|铺着?了?|撒着?了?|加了?|带|配|铺满了?|撒满了?|摆满了?)"
_WITH_ZH = rf"(?:的?(?:上面?|里面?|表面))?[,，]?(?:上面?|里面?|表面)?(?:还|都)?{_HAS_ZH}(?P<list>[^。；]*)"
_BEFORE_ZH = rf"{_HAS_ZH}(?P<list>[^。；，,]*?)的(?:一?[个块份盘碗只])?"
_LOOSE = frozenset({"beside", "left", "right", "on"})
_EDIBLE = {"mushroom": "brown-mushroom"}
"""Which kind one is that is eaten, where the usual one is a picture of a poisonous one."""
_SLICED = {
    "pineapple": "pineapple-ring",
    "ham": "ham-slice",
    "tomato": "tomato-slice",
    "sausage": "pepperoni",
}
"""What of a thing is on a pizza."""


def top_dishes(editor: Editor, prompt: str) -> None:
    """Put what the only dish is said to be made with onto it."""
    dishes = [one for one in editor.things.values() if one.kind in _DISHES and is_new(editor, one)]
    if len(dishes) != 1:
        return
    dish = dishes[0]
    named = _named_with(dish, without_flavours(prompt))
    if dish.kind == "pizza":
        _strew(editor, [kind for kind, counted in named.items() if not counted])
    among = {dish.id, *(one.id for one in editor.things.values() if one.kind in named)}
    for one in list(editor.things.values()):
        free = one.rel is None or (one.rel.type in _LOOSE and one.rel.to in among)
        if one.kind in named and one.id != dish.id and free:
            _lay(editor, one, dish)


def _strew(editor: Editor, kinds_: Sequence[str]) -> None:
    """Several of each of which no number is told: nobody puts a single olive on a pizza."""
    for kind in kinds_:
        there = [one for one in editor.things.values() if one.kind == kind]
        for _ in range(_SEVERAL - len(there) if len(there) == 1 else 0):
            editor.new_thing(msgspec.structs.replace(there[0], id="", rel=None))


_SEVERAL = 3


def top_the_pizza(editor: Editor) -> None:
    """Put what comes to a pizza that is all there is onto it, where nobody says where: 加点蘑菇."""
    roots = [one for one in editor.base.objects if one.rel is None]
    if len(roots) != 1 or roots[0].kind != "pizza" or roots[0].id not in editor.things:
        return
    for one in list(editor.things.values()):
        if is_new(editor, one) and one.rel is None and is_topping(one.kind):
            _lay(editor, one, roots[0])


def is_topping(kind: str) -> bool:
    """Whether it is eaten on something else."""
    return kind in _MORE or any(kind in sorts()[sort] for sort in ("fruit", "vegetable"))


def _lay(editor: Editor, thing: Thing, dish: Thing) -> None:
    kind = _EDIBLE.get(thing.kind, thing.kind)
    if dish.kind == "pizza":
        kind = _SLICED.get(kind, kind)
    rel = Relation(type="on", to=dish.id)
    editor.things[thing.id] = msgspec.structs.replace(thing, kind=kind, rel=rel, rung=kinds()[kind].rung)


def _named_with(dish: Thing, prompt: str) -> dict[str, bool]:
    """The kinds of toppings with which that dish is named, up to the first thing that is none, and whether a number of them
    is told."""
    label = re.escape(dish.label)
    forms = (_BEFORE_ZH + label, label + _WITH_ZH) if dish.lang == "zh" else (rf"\b{label}" + _WITH_EN,)
    for form in forms:
        if (found := re.search(form, prompt, re.IGNORECASE)) is None:
            continue
        named: dict[str, bool] = {}
        for mention in parse(found["list"]).mentions:
            if mention.kind is None or not is_topping(mention.kind):
                break
            named[mention.kind] = mention.counted
        if named:
            return named
    return {}
