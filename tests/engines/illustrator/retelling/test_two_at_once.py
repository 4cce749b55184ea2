"""Two wishes of one breath, and what goes by other names: skates, a class at the zoo, the bottom of the sea."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.staging.standing import SEABED
from tests.engines.illustrator.told import changed, first_picture, talk


@pytest.mark.parametrize(
    ("talked", "line"),
    [
        ("a submarine under the sea => the submarine should be red and a bit bigger", "Changed: submarine – red, larger"),
        ("an octopus under the sea => the octopus should be smaller and blue", "Changed: octopus – blue, smaller"),
        ("a boy and a girl => the girl's hair should be purple, his green", "Changed: boy – green hair; girl – purple hair"),
        ("a dog and a cat => both of them need collars, his blue and hers pink", "Added: collar – blue, worn by the dog; collar – pink, worn by the cat"),
        ("a man => a bit more hair", "Changed: man – long hair"),
        ("two boys shaking hands => put a dog between them", "Added: dog – between the boys"),
    ],
)  # fmt: skip
def test_each_is_done(talked: str, line: str) -> None:
    assert talk(talked)[-1].told == line


def test_more_of_different_colours_are_no_other_things() -> None:
    answer = changed(
        first_picture("a submarine and a fish under the sea"), "more fish, all different colours"
    )
    fish = [one.colour for one in answer.scene.objects if one.kind == "fish"]
    assert len(fish) == len(set(fish)) == 3
    assert [one.colour for one in answer.scene.objects if one.kind == "submarine"] == [None]


def test_a_roof_of_another_colour_is_told_of() -> None:
    answer = changed(first_picture("a camper van by a lake"), "make the van light blue with a white roof")
    assert answer.told == "Changed: camper van – light blue"
    assert "roof can't be changed" in answer.notes[0]


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a girl on roller skates", "roller-skates"),
        ("a girl wearing roller skates", "roller-skates"),
        ("a boy on ice skates", "ice-skates"),
    ],
)
def test_skates_are_worn(wish: str, kind: str) -> None:
    rels = [one.rel for one in first_picture(wish).objects if one.kind == kind]
    assert [(rel.type, rel.part) for rel in rels if rel is not None] == [("wear", "foot")]


def test_a_skateboarder_rides_a_skateboard() -> None:
    assert {one.kind for one in first_picture("two skateboarders in the park").objects} == {
        "boy",
        "skateboard",
    }


@pytest.mark.parametrize(
    "wish", ["a class of five children with their teacher at the zoo", "a school class at the zoo"]
)
def test_a_class_at_the_zoo_is_in_no_room(wish: str) -> None:
    assert first_picture(wish).env.place == "zoo"


@pytest.mark.parametrize(
    "wish", ["a treasure chest at the bottom of the sea", "a crab and a fish under the sea", "一个宝箱在海底"]
)
def test_what_sinks_lies_on_the_seabed(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "underwater"
    assert scene.layout[scene.objects[0].id].base >= min(SEABED) * 1024 - 1


def test_what_comes_to_the_bottom_lies_there_too() -> None:
    scene = changed(first_picture("a shark under the sea"), "add a treasure chest at the bottom").scene
    assert scene.layout[scene.objects[-1].id].base >= min(SEABED) * 1024 - 1
