"""What else a thing may be called where it stands in a picture."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.retelling.called import (
    part_of_a_drawing,
    told_by_name,
    told_of_its_whole,
    told_with_the_whole_name,
    unknown_noun,
)
from tests.engines.illustrator.told import changed, first_picture


def test_every_name_is_that_of_a_kind() -> None:
    table = word_table("called")
    assert set(table) == {"kinds", "people", "sorts", "words", "painted", "in_paint", "drawn_with"}
    assert {*table["kinds"], *table["people"], *table["drawn_with"], *table["in_paint"]} <= kinds().keys()
    assert table["sorts"].keys() <= sorts().keys()
    named = (found for name, found in table.items() if name != "drawn_with")
    assert {kind for names in named for found in names.values() for kind in found} <= kinds().keys()


@pytest.mark.parametrize(
    ("picture", "wish", "told"),
    [
        ("a teacher and a blackboard", "clean the board", "clean the blackboard"),
        ("a cactus", "water the plant", "water the cactus"),
        ("a cat", "water the plant", "water the plant"),
    ],
)
def test_a_noun_of_no_kind_is_told_by_what_is_there(picture: str, wish: str, told: str) -> None:
    assert told_by_name(wish, compose_scene(picture, ratio="1:1", seed=1, language="en").scene) == told


@pytest.mark.parametrize(
    ("wish", "part", "unknown"),
    [
        ("make the sails red", None, "sails"),
        ("make its ears longer", "ears", None),
        ("make the mast black", "mast", "mast"),
        ("the flag should be green", None, None),
        ("make the boat red", None, None),
        ("add red sails", None, None),
    ],
)
def test_what_is_no_thing_of_its_own_is_not_taken_for_another(
    wish: str, part: str | None, unknown: str | None
) -> None:
    boat = compose_scene("a boat", ratio="1:1", seed=1, language="en").scene
    assert (part_of_a_drawing(wish, boat), unknown_noun(wish, boat)) == (part, unknown)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("make the sails red", "make the boat red"),
        ("把帆涂成红色", "把船涂成红色"),
        ("make the sails bigger", "make the sails bigger"),
        ("remove the sail", "remove the sail"),
        ("把帆船涂成红色", "把帆船涂成红色"),
    ],
)
def test_to_paint_the_sails_is_to_paint_the_boat(wish: str, told: str) -> None:
    boat = compose_scene("a sailboat and a dolphin", ratio="1:1", seed=1, language="en").scene
    assert told_of_its_whole(wish, boat) == told


@pytest.mark.parametrize(
    ("picture", "wish", "part"),
    [
        ("a bowl of soup", "make the bowl red", "bowl"),
        ("a bowl of soup", "the bowl should be red", "bowl"),
        ("a bowl of soup", "make the bowl bigger", None),
        ("a bowl of noodles", "make the bowl red", None),
        ("a potted plant", "the pot is blue", "pot"),
        ("a house", "the roof is blue", "roof"),
        ("a house", "make the door red", "door"),
        ("a red door in a wall", "make the door blue", None),
        ("ein Haus", "mach die Tür rot", "Tür"),
        ("une maison", "la porte est rouge", "la porte"),
        ("una casa", "la puerta roja", "puerta"),
    ],
)
def test_a_bowl_that_has_no_colour_of_its_own_is_not_the_soup(
    picture: str, wish: str, part: str | None
) -> None:
    scene = compose_scene(picture, ratio="1:1", seed=1, language="en").scene
    assert part_of_a_drawing(wish, scene) == part


@pytest.mark.parametrize(
    ("picture", "wish", "told"),
    [
        ("a tennis player on a meadow", "give the player a cap", "give the tennis player a cap"),
        ("a striker and a goalkeeper", "give the player a cap", "give the striker a cap"),
        ("a tennis player and a volleyball player", "give the player a cap", "give the player a cap"),
        ("a car", "give the player a cap", "give the player a cap"),
        ("a tennis player on a meadow", "add a player", "add a player"),
        ("一个前锋", "给运动员戴帽子", "给前锋戴帽子"),
    ],
)
def test_the_end_of_a_name_names_the_only_one(picture: str, wish: str, told: str) -> None:
    language: Language = "en" if picture.isascii() else "zh"
    scene = compose_scene(picture, ratio="1:1", seed=1, language=language).scene
    assert told_with_the_whole_name(wish, scene) == told


@pytest.mark.parametrize("noun", ["tablecloth", "cloth"])
def test_a_thing_goes_by_the_name_that_it_was_given(noun: str) -> None:
    scene = compose_scene("a cake on a checkered tablecloth", ratio="1:1", seed=1, language="en").scene
    edited = edit_scene(f"make the {noun} blue", [scene], ratio="1:1", seed=1, language="en").scene
    assert [one.colour for one in edited.objects if one.kind == "tablecloth"] == ["blue"]


@pytest.mark.parametrize(
    ("picture", "edit", "who"),
    [
        ("three kids in the garden", "the neighbour is waving", "neighbour"),
        ("two boys in the garden", "the uncle sits on a bench", "uncle"),
        ("三个小朋友在花园里玩", "邻居坐在长椅上", "邻居"),
    ],
)
def test_no_child_is_a_neighbour_or_an_uncle(picture: str, edit: str, who: str) -> None:
    base = first_picture(picture)
    scene = changed(base, edit).scene
    assert who in [one.label for one in scene.objects]
    assert [one for one in scene.objects if one.id in base.layout] == list(base.objects)


@pytest.mark.parametrize(
    ("edit", "kind", "seat"),
    [
        ("grandma watches from a chair", "old-woman", "chair"),
        ("an owl looks down from a branch", "owl", "tree-branch"),
        ("a cat watches them from the tree", "cat", "tree"),
    ],
)
def test_who_watches_from_something_sits_there(edit: str, kind: str, seat: str) -> None:
    scene = changed(first_picture("three kids playing in the garden"), edit).scene
    rel = next(one.rel for one in scene.objects if one.kind == kind)
    assert rel is not None
    assert [one.kind for one in scene.objects if one.id == rel.to] == [seat]
