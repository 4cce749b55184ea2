"""What comes into a picture that is there goes where such a thing belongs, though nobody says so: cushions onto the sofa, presents
under the tree, a fried egg onto the rice."""

from __future__ import annotations

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.editing.placed import borne_by, is_new, set_relation
from paintover.engines.illustrator.kinds import BEDS, TABLES
from paintover.engines.illustrator.scene import Relation, RelationType, Thing
from paintover.engines.illustrator.sprites.stock import height_of, stock_of
from paintover.engines.illustrator.staging.bearing import SEATS
from paintover.engines.illustrator.staging.chairs import SLIM
from paintover.engines.illustrator.staging.standing import SHARED
from paintover.engines.illustrator.wording import Pattern

_DISHES = (
    "noodles", "noodle-bowl", "rice", "fried-rice", "curry", "congee", "salad", "spaghetti", "toast", "bread", "pizza", "pancakes",
)  # fmt: skip
_BELONGS: dict[str, tuple[RelationType, tuple[str, ...]]] = {
    "pillow": ("on", ("couch", "armchair", *sorted(BEDS), "rocking-chair", "lounger", "deck-chair", "bench")),
    "gift": ("below", ("christmas-tree",)),
    "fried-egg": ("on", _DISHES),
}
"""By a kind, how it stands to what it belongs to, those first to which it does most."""

_MATS, _LAID_M = ("picnic-mat",), 0.45
"""What food is laid out on out of doors, and how high at most what comes there is."""
_ON_THE_GROUND = Pattern(
    r"\b(?:floor|ground|grass|carpet|rug|snow|sand)\b|\b(?:next to|beside|near|corner|left|right)\b|地[上板面毯]|草地|旁|边|角落"
)
"""Words that say of what comes that it is elsewhere."""


def to_what_it_belongs(editor: Editor, prompt: str) -> None:
    """Put each newcomer of which nobody says where it is to what it belongs to, where there is just one such thing."""
    on_the_ground = _ON_THE_GROUND.search(prompt) is not None
    if not on_the_ground:
        _chairs_to_their_table(editor, around=_AROUND.search(prompt) is not None)
    for one in [*editor.things.values()]:
        if on_the_ground:
            continue
        if _is_laid_out(one) and is_new(editor, one) and one.rel is None:
            if (mat := _only(editor, _MATS)) is not None:
                set_relation(editor, one, Relation(type="on", to=mat.id))
        elif one.kind in _BELONGS and is_new(editor, one) and one.rel is None and not one.where:
            how, homes = _BELONGS[one.kind]
            if (home := _only(editor, homes)) is not None:
                set_relation(editor, one, Relation(type=how, to=home.id))


def _is_laid_out(thing: Thing) -> bool:
    """Whether it is small and none of the ground's: what is eaten at a picnic."""
    kind = stock_of(thing)
    small = kind.habitat == "table" and not kind.alive and height_of(thing) <= _LAID_M
    return small and thing.kind not in _BELONGS and thing.rung != "signpost"


_AROUND = Pattern(r"\b(?:a?round|surround\w*)\b|围|周围|四周")


def _chairs_to_their_table(editor: Editor, *, around: bool) -> None:
    """Put several chairs around the only table there, which has none yet."""
    chairs = [one for one in editor.things.values() if one.kind == SLIM]
    came = [
        one
        for one in chairs
        if is_new(editor, one)
        and not one.where
        and (one.rel is None or (around and one.rel.type == "behind"))
    ]
    table = _only(editor, tuple(TABLES)) if 1 < len(came) == len(chairs) else None
    if table is None or editor.new or table.id not in editor.layout:
        return
    for one in came:
        set_relation(editor, one, Relation(type="around", to=table.id))


def _only(editor: Editor, kinds: tuple[str, ...]) -> Thing | None:
    """The only one there of the first of these kinds of which there is any."""
    there = [one for one in editor.things.values() if one.id in editor.layout]
    for kind in kinds:
        if alike := [one for one in there if one.kind == kind]:
            return alike[0] if len(alike) == 1 and not _is_taken(editor, alike[0]) else None
    return None


def _is_taken(editor: Editor, home: Thing) -> bool:
    """Whether it is a seat for one, and somebody or something is on it."""
    return home.kind in SEATS - SHARED and bool(borne_by(editor, home, "on"))
