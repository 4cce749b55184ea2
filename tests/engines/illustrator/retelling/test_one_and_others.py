"""What one of several does and all the others, what nobody is there to wear, and what no drawing has apart."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "line"),
    [
        ("five kids in a park => one kid is crying, the other kids laugh", "Changed: first kid from the left – crying; 4 of the 5 kids – laughing"),
        ("three cats => one of them sleeps, the others run", "Changed: left cat – sleeping; 2 of the 3 cats – running"),
        ("three cats => one black, the others white", "Changed: left cat – black; 2 of the 3 cats – white"),
        ("a vet with a hamster => the owner, a little girl, stands behind her => give her a hat", "Added: hat – worn by the girl"),
        ("a man and a table in a room => spaghetti on the floor", "Added: spaghetti – in front of the table"),
        ("a farm with three chickens => half of the chickens brown", "Changed: left chicken – brown"),
        ("a girl and a boy flying kites on the beach => the kites higher", "Moved: kite × 2 – up"),
        ("a cruise ship on the sea => more people on the deck", "Added: people × 3 – on the cruise ship"),
        ("a grandma with her granddaughter => give her a hat, chocolate on her face", "Added: hat – worn by the granddaughter"),
        ("two dogs in a park => one running, the other sleeping", "Changed: left dog – running; right dog – sleeping"),
        ("three penguins in a row => each with a different hat", "Added: hat – red, worn by the left penguin; hat – blue, worn by the middle penguin; hat – yellow, worn by the right penguin"),
        ("an astronaut in space => the astronaut upside down", "Changed: astronaut – handstand"),
        ("a snowman => give him a scarf", "Added: scarf – worn by the snowman"),
    ],
)  # fmt: skip
def test_each_does_what_is_told(talked: str, line: str) -> None:
    assert talk(talked)[-1].told == line


@pytest.mark.parametrize(
    ("wish", "edit", "why"),
    [
        ("a lighthouse by the sea", "give him a yellow raincoat", "There is no person or animal"),
        ("a toddler painting the wall and a mum", "make the paint purple", "There is no paint"),
        ("two boys in a park", "they stick their tongues out", "The tongues can't be changed"),
        ("a rocket taking off with flames", "the window should show a monkey", "The window can't be changed"),
        ("a horse in a field", "the horse is rearing up", "in that pose"),
        ("a tree in a field", "leaves a bit darker", "The leaves can't be changed"),
        ("a tent in the forest at night", "bigger moon", "There is no moon"),
        ("a castle under the sea", "more clouds", "There are no clouds"),
        ("a sandwich on a plate", "cut the sandwich in half", "I can't draw “sandwich, cut”"),
        ("a girl and a dog", "the dog should cover its ears", "in that pose"),
        ("a fox in a forest", "the fox looks over its shoulder", "in that pose"),
        (
            "a grandma with her granddaughter",
            "flour on the girl's nose",
            "I can't draw “flour on the girl's nose”",
        ),
    ],
)
def test_what_cannot_be_is_told(wish: str, edit: str, why: str) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    assert why in answer.told
    assert answer.scene == base


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("a rabbit family in a meadow, mum, dad and four babies", {"rabbit": 6}),
        ("a bear family, mum, dad and two cubs", {"bear": 4}),
        ("my gran and grandad in a garden", {"old-woman": 1, "old-man": 1}),
        ("a rocket taking off with flames", {"rocket": 1}),
    ],
)
def test_who_is_meant_is_there(wish: str, kinds: dict[str, int]) -> None:
    assert Counter(one.kind for one in first_picture(wish).objects) == kinds


def test_a_canoe_on_a_mountain_lake_has_its_people_in_it() -> None:
    scene = first_picture("a mountain lake with a canoe and two people in it")
    (canoe,) = (one for one in scene.objects if one.kind == "canoe")
    assert canoe.rel is None
    assert [one.rel.to for one in scene.objects if one.rel is not None] == [canoe.id, canoe.id]


def test_two_jumpers_of_different_colours_are_those_two() -> None:
    scene = changed(
        first_picture("twins in matching jumpers on a seesaw"), "different jumpers now, one red one blue"
    ).scene
    assert sorted(one.colour or "" for one in scene.objects if one.kind == "sweater") == ["blue", "red"]


def test_what_is_far_away_in_the_field_is_small() -> None:
    scene = changed(first_picture("a farm with chickens"), "a scarecrow in the field, far away").scene
    assert [one.size for one in scene.objects if one.kind == "scarecrow"] == ["far"]


def test_each_of_two_has_a_kite_of_a_colour() -> None:
    scene = changed(first_picture("two kids flying kites"), "the girl's kite is red, the boy's green").scene
    assert sorted(one.colour or "" for one in scene.objects if one.kind == "kite") == ["green", "red"]
    assert all(one.colour is None for one in scene.objects if one.kind != "kite")
