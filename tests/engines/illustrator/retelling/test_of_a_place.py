"""How a place is to be, and not where the picture is to play."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a forest in winter with a deer", "make the snow deeper", "The snow is part of the backdrop"),
        ("a forest in winter with a deer", "i want the snow to be up to its knees", "The snow is part of"),
        ("a forest with a deer", "let the snow get deeper", "There is no snow"),
        ("a village with a church", "make the street narrower", "There is no street"),
        ("a beach with a crab", "make the beach wider", "The beach is part of the backdrop"),
        ("a lake with a duck", "make the lake bigger", "The lake is part of the backdrop"),
        ("a fox in the snow", "make the snow sparkle", "The snow is part of the backdrop"),
    ],
)
def test_nobody_goes_there_for_how_it_is_to_be(wish: str, edit: str, told: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert answer.scene == base
    assert answer.told.startswith(told)


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        ("a beach with a crab", "make the beach snowy", "Now: snow"),
        ("a forest with a fox", "make the forest foggy", "Now: fog"),
        ("a forest with a fox", "turn the forest into a desert", "Now: desert"),
        ("a room with a cat", "make the room brighter", "Now: brighter"),
        ("a boy in the snow", "make the snow yellow", "Now: ground – yellow"),
    ],
)
def test_what_is_drawn_of_a_place_is_done(wish: str, edit: str, told: str) -> None:
    assert changed(first_picture(wish), edit).told == told
