"""How people ask for a change without ordering it, and what several get who are told of at once."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

BOYS = "two boys playing football on a field"
CLASS = "a teacher and three children in a classroom"
FARM = "a farmer with two cows and a tractor"
CHEF = "a chef with a pizza in a kitchen"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (BOYS, "the boys should wear a backpack", "Added: backpack × 2 – worn by the boys"),
        (BOYS, "a map in the hands of the boys", "map × 2 – held by the boys"),
        (CLASS, "can the children kneel down", "Changed: children × 3 – kneeling"),
        ("a knight and a dragon", "the dragon could sit down", "in that pose"),
        (CHEF, "make the floor tiled", "part of the backdrop"),
        (FARM, "add a scarf to the cows", "Added: scarf × 2"),
        (FARM, "move the cows to the right", "Moved: cows × 2 – to the right"),
        (FARM, "we need an umbrella", "Added: umbrella"),
        (FARM, "make the ground sandy", "Now: ground – beige"),
        (CLASS, "the kids get an ice cream", "Added: ice cream × 3 – held by the children"),
        (CLASS, "give the children a sad face", "Changed: children × 3 – sad"),
        (CLASS, "let the children wear a red tie", "Added: tie × 3 – red"),
        (CLASS, "bring the children to the front", "Changed: children × 3 – larger"),
        (CLASS, "turn the teacher blue but keep the children as they are", "Changed: teacher – blue"),
        (CHEF, "I'd rather have a black pizza", "Changed: pizza – black"),
        (CHEF, "a bigger pizza would be nicer", "Changed: pizza – larger"),
        ("two cats on a sofa", "a green sofa would suit the room", "Changed: sofa – green"),
        ("a woman in the rain", "sunshine would be nicer", "Now: sunny"),
        (CHEF, "don't forget the cat", "Added: cat"),
        (CHEF, "have the chef hold a letter", "Added: letter – held by the chef"),
        (CHEF, "the floor should be wood", "Now: ground – brown"),
        ("a boy on a bike", "give the bike a purple colour", "Changed: bike – purple"),
        ("a tree", "bring in a boy who is holding a balloon", "balloon – held by the boy"),
        ("a tree", "add a policeman with blue hair", "Added: policeman – blue hair"),
        ("an old man", "give the old man an umbrella and orange hair", "Changed: old man – orange hair"),
        ("a girl and a dog", "I want the dog huge", "Changed: dog – larger"),
        ("a girl and a dog", "an orange pair of gloves for the girl", "Added: gloves – orange"),
        ("a girl walking a dog", "the dog should be a big white one", "Changed: dog – white, larger"),
        ("a boy kicking a ball", "the ball should be higher up in the air", "Moved: ball – up"),
        (
            "a grandma knitting on a sofa",
            "let her read a book instead of knitting",
            "book – held by the grandma",
        ),
    ],
)
def test_it_is_done(wish: str, edit: str, told: str) -> None:
    assert told in changed(first_picture(wish), edit).told
