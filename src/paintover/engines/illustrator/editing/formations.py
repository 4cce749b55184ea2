"""Who is told to stand in a row, in a ring, in two rows, as a pyramid or as a V; and who are like as two peas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from paintover.engines.illustrator.editing.editor import Editor
from paintover.engines.illustrator.retelling.formations import Formed
from paintover.engines.illustrator.scene import Array, Thing
from paintover.engines.illustrator.sprites.stock import stock_of
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
        elif len(members) > 1:
            if told.led:  # who is followed is named last and comes first
                rest = {key: one for key, one in editor.things.items() if key != members[-1].id}
                editor.things = {members[-1].id: members[-1], **rest}
            for one in members:
                editor.things[one.id] = msgspec.structs.replace(one, array=cast("Array", told.how))


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
