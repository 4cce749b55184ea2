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
from paintover.engines.illustrator.retelling.called import also_called
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.staging.strewn import SCATTERED, is_piled

_DISHES = frozenset({
    "pizza", "pizza-slice", "cake", "birthday-cake", "cupcake", "pancakes", "waffle", "salad", "pie", "ice-cream", "sundae",
    "noodles", "noodle-bowl", "spaghetti", "custard", "cheesecake", "cake-slice", "toast", "fried-rice", "porridge",
})  # fmt: skip
_MORE = frozenset({
    "mushroom", "brown-mushroom", "shiitake", "olive", "cheese", "sausage", "ham", "bacon", "shrimp", "egg", "fried-egg",
    "blueberries", "raspberry", "blackberry", "chocolate", "chili", "basil", "mint-sprig", "almonds", "walnut", "cashews",
    "meatball", "pepperoni", "pineapple-ring", "ham-slice", "tomato-slice", "garlic", "ginger", "greens", "avocado", "beans", "edamame", "scallion", "nut", "marshmallows", "candle",
    *SCATTERED, "birthday-candle", "cookie", "candy", "radish", "pea-pod", "green-apple", "coconut", "lime", "fig", "plum",
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


_BOWLS = frozenset({
    "noodles", "noodle-bowl", "beef-noodles", "spaghetti", "spaghetti-meatballs", "meatballs", "porridge", "congee", "fried-rice", "rice", "wonton", "salad", "curry",
})  # fmt: skip
_IN_A_BOWL = frozenset({
    "egg", "fried-egg", "boiled-egg", "scallion", "shrimp", "sausage", "ham", "bacon", "meatball", "mushroom", "greens", "bok-choy",
    "chili", "tofu", "ham-slice", "beans", "narutomaki", "tomato-slice", "cilantro",
})  # fmt: skip
"""What belongs in a bowl of noodles or rice, where that is what there is."""
_COOKED = {"egg": "fried-egg"}
"""What something is in a bowl."""
_LAID = frozenset({"fork", "spoon", "plate", "napkin"})


def as_cutlery(editor: Editor) -> None:
    """Let a knife that comes to a fork or a plate be one to eat with, which lies on the table."""
    laid = {one.kind for one in editor.things.values()}
    if laid.isdisjoint(_LAID | also_called("plate")):
        return
    for one in list(editor.things.values()):
        held = one.rel is not None and one.rel.type == "hold"
        if one.kind == "knife" and is_new(editor, one) and not held and one.pose is None:
            kind = "table-knife"
            editor.things[one.id] = msgspec.structs.replace(one, kind=kind, rung=kinds()[kind].rung)


def top_the_dish(editor: Editor) -> None:
    """Put what comes to a dish where nobody says where: onto a pizza that is all there is, 加点蘑菇, or that somebody holds,
    or into the only bowl of noodles, 加个荷包蛋."""
    roots = [one for one in editor.base.objects if one.rel is None]
    bowls = [one for one in editor.base.objects if one.kind in _BOWLS and one.id in editor.things]
    pizzas = [one for one in editor.base.objects if one.kind == "pizza" and one.id in editor.things]
    held = len(pizzas) == 1 and pizzas[0].rel is not None and pizzas[0].rel.type == "hold"
    pizza = pizzas[0] if held or (len(roots) == 1 and roots == pizzas) else None
    for one in list(editor.things.values()):
        beside = one.rel is not None and held and pizza is not None and _is_at_its_holder(one, pizza)
        if not is_new(editor, one) or (one.rel is not None and not beside):
            continue
        if pizza is not None and is_topping(one.kind):
            _lay(editor, one, pizza)
        elif len(bowls) == 1 and is_piled(one, bowls[0]):
            _lay(editor, one, bowls[0])
        elif len(bowls) == 1 and one.kind in _IN_A_BOWL:
            rel, kind = Relation(type="inside", to=bowls[0].id), _COOKED.get(one.kind, one.kind)
            editor.things[one.id] = msgspec.structs.replace(one, kind=kind, rel=rel, rung=kinds()[kind].rung)


def _is_at_its_holder(thing: Thing, dish: Thing) -> bool:
    """Whether it was put beside who holds the dish, for beside what is held is nothing."""
    holder = dish.rel.to if dish.rel is not None else None
    return thing.rel is not None and thing.rel.type == "beside" and thing.rel.to in (dish.id, holder)


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
