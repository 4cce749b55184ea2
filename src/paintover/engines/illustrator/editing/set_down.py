"""What is small and comes into a room is put on its furniture, and not on the floor: a cake on the counter, a laptop on a desk.

The counter, the desks and the tables of the backdrop take it; where a room shows none, a table of its own comes along.
"""

from __future__ import annotations

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import is_new
from paintover.engines.illustrator.grammar.lexicon import names
from paintover.engines.illustrator.kinds import BEDS, TABLES, kinds, sorts
from paintover.engines.illustrator.scene import Relation, Thing
from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.likeness import is_somebody
from paintover.engines.illustrator.staging.outlook import pieces_shown
from paintover.engines.illustrator.wording import Pattern

_PIECES = ("counter", "sideboard", "tables", "desk", "bench")
"""Of the pieces of a backdrop those on which things are put, the likeliest first."""
_BRINGS = {
    "office": "desk", "bedroom": "nightstand", "nursery": "nightstand", "library": "dining-table", "cafe": "dining-table",
    "room": "coffee-table", "ward": "nightstand", "dining-hall": "dining-table", "kitchen": "dining-table",
}  # fmt: skip
"""What comes along where a room shows none of those."""
_SERVED = frozenset(
    kind for sort in ("fruit", "vegetable", "food", "dessert", "drink") for kind in sorts()[sort]
) | frozenset({
    "soup", "rice", "fried-rice", "noodle-bowl", "bread", "cheese", "salad", "steak", "roast-chicken", "roast-duck", "hot-pot", "dumpling",
    "birthday-cake", "wedding-cake", "cake-slice", "pancakes", "waffle", "fried-egg", "spaghetti", "bowl", "cup", "plate",
    "drinking-glass", "wine-glass", "bottle", "jar", "jug", "teapot", "coffee-pot", "tray", "pot", "wok", "frying-pan", "mixing-bowl",
    "fruit-bowl", "fruit-basket", "egg-carton", "toaster", "blender", "coffee-maker", "rice-cooker", "microwave", "air-fryer", "kettle",
    "cutting-board", "honey", "salt", "beer", "water-bottle", "milk-carton", "hot-chocolate", "moon-cake", "pie", "bento",
    "laptop", "desktop-computer", "tablet", "printer", "typewriter", "telephone", "calculator", "keyboard", "desk-lamp", "lamp", "radio",
    "globe", "book", "books", "notebook", "newspaper", "alarm-clock", "hourglass", "vase", "candle", "candlestick", "snow-globe",
    "music-box", "fish-bowl", "potted-flower", "potted-rose", "potted-cactus", "potted-tulip", "succulent", "bonsai", "microscope",
    "test-tube", "piggy-bank", "pencil-case", "tissue-box", "record-player", "crystal-ball", "lucky-cat",
})  # fmt: skip
_EATEN_FROM = frozenset({"bowl", "plate"})
"""What is on the floor where only animals are to eat from it."""
_ELSEWHERE = Pattern(
    r"\b(?:floor|ground|rug|carpet|mat|foreground|corner|left|right|middle|centre|center|front|behind|above|in the air|wall)\b|地|毯|垫|角落|左|右|中间|前面|后面|空中|墙"
)
_LOW_M, _MOST = 0.7, 3
"""How high at most is what is put so, and how many at a time."""


def set_down(editor: Editor, prompt: str) -> None:
    """Put what is new and small, and is told to be nowhere, on the furniture of the room."""
    place = editor.base.env.place
    if editor.new or (place not in _BRINGS and place not in ("classroom", "laboratory")) or editor.said.place:
        return
    if _ELSEWHERE.search(prompt) or editor.base.photographs or editor.base.clear:
        return
    if any(one.kind in TABLES or one.kind in BEDS for one in editor.things.values()):
        return
    pets = all(not is_somebody(one.kind) for one in editor.things.values() if kinds()[one.kind].alive)
    pets = pets and any(kinds()[one.kind].alive for one in editor.things.values())
    small = [
        one
        for one in editor.things.values()
        if is_new(editor, one) and _is_put_down(one) and not (pets and one.kind in _EATEN_FROM)
    ]
    if not 0 < len(small) <= _MOST:
        return
    shown = pieces_shown(editor.base)
    piece = next((name for name in _PIECES if shown.get(name)), None)
    if piece is not None:
        for one in small:
            editor.things[one.id] = msgspec.structs.replace(one, where="piece", perch=piece)
    elif place in _BRINGS:
        _on_one_of_its_own(editor, small, _BRINGS[place])


def _is_put_down(thing: Thing) -> bool:
    told = (thing.rel, thing.pose, thing.where or None) != (None, None, None) or thing.size == "large"
    return thing.kind in _SERVED and not told and thing.rung != "signpost" and height_of(thing) <= _LOW_M


def _on_one_of_its_own(editor: Editor, small: list[Thing], kind: str) -> None:
    language = "zh" if editor.language == "zh" else "en"
    label = names(language, kind)
    table = editor.new_thing(Thing(id="", kind=kind, label=label, lang=language, rung=kinds()[kind].rung))
    if table is None:
        return
    for one in small:
        editor.things[one.id] = msgspec.structs.replace(one, rel=Relation(type="on", to=table))
