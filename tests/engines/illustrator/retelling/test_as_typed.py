"""Everyday English of a picture: who is not to look sad, the other kids, what comes instead, and what is asked of a mere part."""

from __future__ import annotations

import itertools

import pytest

from paintover.engines.illustrator.scene import Scene
from tests.engines.illustrator.told import changed, first_picture, talk


def tall(scene: Scene, kind: str) -> int:
    (one,) = (one for one in scene.objects if one.kind == kind)
    box = scene.layout[one.id].box
    return box[3] - box[1]


@pytest.mark.parametrize(
    ("talked", "line"),
    [
        ("a sad boy in a park => he shouldn't look so sad", "Changed: boy – happy"),
        ("a sad boy in a park => don't let him cry", "Changed: boy – happy"),
        ("a sad boy in a park => less sad please", "Changed: boy – happy"),
        ("a house with a willow tree => no willow, an apple tree instead", "Changed: apple tree – instead of willow tree"),
        ("a bride and a groom => give him a top hat and her a bouquet", "Added: top hat – worn by the groom; bouquet – held by the bride"),
        ("an astronaut on the moon => give the astronaut a little dog with a helmet", "Added: dog – small, helmet, beside the astronaut"),
        ("a table with a glass of milk => make the milk orange juice", "Changed: orange juice – instead of glass of milk"),
        ("a table with a glass of orange juice => turn the juice into coffee", "Changed: coffee – instead of glass of orange juice"),
        ("a cow in a field => make the cow plain brown", "Changed: cow – brown"),
        ("three kids on the beach => the middle one waves => both of the other kids wear hats", "Added: hats × 2 – worn by the left kid and the right kid"),
        ("three cats in a garden => the middle one is black => both others run", "Changed: 2 of the 3 cats – running"),
        ("three kids with a sandcastle on the beach => except the castle make everything smaller", "Changed: kids × 3 – smaller"),
        ("a boy and a girl => give the girl an apple => have them hug", "Changed: boy – hugging; girl – hugging, close to the boy"),
    ],
)  # fmt: skip
def test_what_is_typed_is_done(talked: str, line: str) -> None:
    assert talk(talked)[-1].told == line


@pytest.mark.parametrize(
    ("wish", "edit", "line", "part"),
    [
        ("a dog", "make the dog bigger and its ears black", "Changed: dog – larger", "ears"),
        ("a horse", "make the horse black, its mane white", "Changed: horse – black", "mane"),
    ],
)
def test_a_mere_part_is_told_of_and_does_not_become_the_whole(
    wish: str, edit: str, line: str, part: str
) -> None:
    answer = changed(first_picture(wish), edit)
    assert answer.told == line
    assert len(answer.notes) == 1
    assert f"The {part} can't be changed" in answer.notes[0]


def test_a_part_that_can_have_a_colour_of_its_own_gets_it_beside_the_rest() -> None:
    answer = changed(first_picture("a house"), "make the house a bit smaller and its roof red")
    assert answer.told == "Changed: house – red roof, smaller"
    assert answer.notes == ()


def test_spots_are_a_part_of_the_cow() -> None:
    assert "spots can't be changed" in changed(first_picture("a cow"), "take away the cow's spots").told


@pytest.mark.parametrize(
    ("edit", "taller"),
    [
        ("make the boy taller than her", "boy"),
        ("she should be taller than him", "girl"),
        ("make the girl a bit smaller than the boy", "boy"),
    ],
)
def test_who_is_to_be_taller_than_another_is_so(edit: str, taller: str) -> None:
    scene = changed(first_picture("a girl and a boy in a park"), edit).scene
    higher, lower = sorted(("boy", "girl"), key=lambda kind: -tall(scene, kind))
    assert higher == taller
    assert tall(scene, higher) > 1.05 * tall(scene, lower)


def test_one_becomes_as_big_as_another_once() -> None:
    first = changed(first_picture("a dog and a horse in a meadow"), "make the dog as big as the horse")
    assert tall(first.scene, "dog") == pytest.approx(tall(first.scene, "horse"), rel=0.08)
    assert (
        changed(first.scene, "make the dog the same size as the horse").told
        == "The picture is already like that"
    )


def test_nobody_hugs_behind_a_balloon() -> None:
    *_, answer = talk("a boy and a girl => give the girl a balloon => have them hug")
    assert "in that pose" in (*answer.notes, answer.told)[0]


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a house by a river", "put a cow across the river"),
        ("a house by a lake", "a cow on the far bank"),
        ("a house by a lake", "add a cow on the other side of the lake"),
        ("一栋房子在湖边", "在对岸加一头牛"),
        ("a boy in the street", "a cow across the street"),
        ("a castle in a meadow", "put a cow at the far end"),
    ],
)
def test_who_is_beyond_the_water_is_far_away(wish: str, edit: str) -> None:
    scene = changed(first_picture(wish), edit).scene
    assert [one.size for one in scene.objects if one.kind in ("cow", "ox")] == ["far"]


@pytest.mark.parametrize("edit", ["a girl walking across the street", "a boat across the river"])
def test_who_goes_across_is_not(edit: str) -> None:
    scene = changed(first_picture("a house by a river"), edit).scene
    assert all(one.size != "far" for one in scene.objects)


@pytest.mark.parametrize("edit", ["a dog in the corner", "put a dog watching from the corner"])
def test_in_the_corner_is_aside(edit: str) -> None:
    answer = changed(first_picture("a castle in a meadow"), edit)
    (dog,) = (one for one in answer.scene.objects if one.kind == "dog")
    assert answer.notes == ()
    assert answer.scene.layout[dog.id].box[2] > 0.9 * 1024


def test_what_lies_on_a_table_goes_nearer_and_lines_up() -> None:
    near, row = talk(
        "a table with an apple, a pear and a cup => move the apple closer to the cup => line them up neatly"
    )
    assert "Moved: apple" in near.told
    boxes = sorted(near.scene.layout[one.id].box[::2] for one in near.scene.objects if one.rel is not None)
    assert all(left[1] < right[0] + 12 for left, right in itertools.pairwise(boxes))
    assert row.notes == ()


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a cat asleep on a rug by the fire", "room"),
        ("two old men playing chess by the fire", "room"),
        ("three scouts sitting round the fire in the woods", "forest"),
    ],
)
def test_a_fire_at_home_burns_in_the_fireplace(wish: str, place: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == place
    assert ("fireplace" in {one.kind for one in scene.objects}) == (place == "room")
