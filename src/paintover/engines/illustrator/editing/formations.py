"""Who is told to stand in a row, in a ring, in two rows, as a pyramid or as a V; and who are like as two peas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.grammar.picks import by_place
from paintover.engines.illustrator.grammar.stated import things_named
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.retelling.formations import Formed
from paintover.engines.illustrator.scene import Array, Thing
from paintover.engines.illustrator.sprites.stock import colour_of, stock_of
from paintover.engines.illustrator.sprites.winged import flies_as_drawn
from paintover.engines.illustrator.staging.company import has_arms

_LOOSELY = ("front", "behind", "beside")
_STANDING = {"heap": (*_LOOSELY, "on")}
"""How those stand to others who may stand in an array besides; a pyramid may be on a table."""


def stand_so(editor: Editor, formed: tuple[Formed, ...]) -> None:
    """Remember of those who are told of how they stand; those who are alike look the same."""
    for told in formed:
        members = list(_members(editor, told))
        if told.how == "alike":
            _alike(editor, members)
        elif len(members) > (_IN_A_ROW if told.how == "line" else 1):
            if told.led:  # who is followed is named last and comes first
                rest = {key: one for key, one in editor.things.items() if key != members[-1].id}
                editor.things = {members[-1].id: members[-1], **rest}
            for one in members:
                wings = told.how == "wedge" and one.pose is None and flies_as_drawn(one.kind)
                editor.things[one.id] = msgspec.structs.replace(
                    one, array=cast("Array", told.how), pose="fly" if wings else one.pose
                )


_IN_A_ROW = 3
"""So many stand in one row anyway, in their order."""


def in_line(wish: str) -> tuple[Formed, ...]:
    """Those of whom some are told by their place: the first of them is the leftmost."""
    told = by_place(wish)
    named = () if told is None else things_named(tokenise(wish[: told.start()]))
    return (Formed("line", named[:1]),) if named else ()


def unlike_the_rest(editor: Editor) -> None:
    """Of several of a kind of which some are told to have a colour, the others have another: half of ten balloons are red."""
    told: dict[str, set[str]] = {}
    for one in editor.things.values():
        if one.colour is not None:
            told.setdefault(one.kind, set()).add(one.colour)
    for one in list(editor.things.values()):
        colours = told.get(one.kind)
        if not colours or one.colour or one.pattern or one.rung == "signpost" or not _is_painted(one):
            continue
        own = colour_of(one)
        if own not in colours and not ({own, *colours} <= _NEAR):
            continue
        other = next(
            (name for name in _OTHERS if name not in {own, *colours} and not {name, *colours} <= _NEAR), None
        )
        editor.things[one.id] = msgspec.structs.replace(one, colour=other)


_OTHERS = ("yellow", "white", "blue")
"""The colours of the rest, by the order in which they are taken."""
_NEAR = frozenset({"orange", "yellow", "gold"})
"""Colours that are hardly told apart in fur and petals."""


def _is_painted(thing: Thing) -> bool:
    """Whether a colour that is told of it is that of all of it, and not of somebody's clothes."""
    return not has_arms(stock_of(thing))


def _members(editor: Editor, told: Formed) -> Iterator[Thing]:
    """Those who are named, if there are several; who lives, if some do and some do not; else all."""
    named = {kind for noun in told.nouns for kind in noun.kinds}
    labels = {word for noun in told.nouns for word in noun.words}
    loose = [
        one
        for one in editor.things.values()
        if one.rung != "signpost"
        and (told.how == "alike" or one.rel is None or one.rel.type in _STANDING.get(told.how, _LOOSELY))
    ]
    found = [one for one in loose if one.kind in named or one.label.lower() in labels]
    living = [one for one in loose if stock_of(one).alive]
    if len(found) < 2:
        found = living
    alive = [one for one in found if stock_of(one).alive]
    if told.how == "alike":
        found = alive or (living if len(living) > 1 else found)
    if told.how in ("queue", "row", "ranks", "ring") and 1 < len(alive) < len(found):
        found = alive
    most = max((sum(two.kind == one.kind for two in found) for one in found), default=0)
    if told.how in ("heap", "wedge") and most > 1:
        found = [one for one in found if sum(two.kind == one.kind for two in found) == most]
    yield from found


def _alike(editor: Editor, members: list[Thing]) -> None:
    """One face, one coat, one dress for all of a kind; people of whom only that is said are of one sex."""
    first: dict[str, Thing] = {}
    for one in members:
        group = "person" if has_arms(stock_of(one)) else one.kind
        model = first.setdefault(group, one)
        young = {"boy", "girl"}
        kind = model.kind if {model.kind, one.kind} <= young and one.label == model.label else one.kind
        if kind != model.kind:
            model = next((other for other in members if other.kind == kind), one)
        editor.things[one.id] = msgspec.structs.replace(
            one, kind=kind, look=model.look, complexion=model.complexion
        )
