"""What is said of one of two, of as many as there are, and of the words and the ground of a picture."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

WOMEN = "two women sitting on a bench"
LOGO = 'logo of a fox for "Little Fox Library"'


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (WOMEN, "one on the phone", "phone – held by the left woman"),
        (WOMEN, "the other reading a book", "right woman – reading"),
        (WOMEN, "their bags on the bench", "Added: bags × 2 – on the bench"),
        ("two astronauts in space", "one waves at the other", "left astronaut – waving"),
        ("a market with five people", "less crowded", "Removed: 2 of the 5 people"),
        ("a dog and a man", "his dog brings him a ball", "Added: ball – held by the dog"),
        ("three students", "middle one with glasses", "glasses – worn by the middle student"),
        ("three students", "make the gowns blue", "Added: gowns × 3 – blue"),
        ("three students", "parents cheering", "mother – cheering; father – cheering"),
        ("a man in the sea", "throw him a life ring", "life ring – beside the man"),
        ("a soldier", "welcome home sign", "says “Welcome home”"),
        ("a hedgehog on a skateboard", "going the other way", "turned around"),
        ("a woman and a boy", "blue dress", "dress – blue, worn by the woman"),
        ("three kids in a garden", "one kid jumping", "left kid – jumping"),
        ("a girl at a bus stop", "she opens her umbrella", "umbrella – held by the girl"),
        ("a magician holding a rabbit", "two rabbits", "Added: rabbit"),
        ("two friends on bikes", "make her bike red", "left bike – red"),
        ("two friends on bikes", "she waves", "left person – waving"),
        ("a gymnast and two judges", "give her a medal", "medal – worn by the gymnast"),
        ("an explorer and a monkey with a hat", "hat on the explorer", "hat – worn by the explorer"),
        ("a campfire and a tent", "one of them scared", "no person or animal"),
        ("a firefighter rescuing a cat", "the owner crying below", "Added: owner – crying"),
        (LOGO, "text in gold", "Now: lettering"),
        (LOGO, "put the text on top", "Now: lettering"),
        (LOGO, "put it on a dark background", "Now: wall – navy"),
        ("two doves on a card", "text in gold", "no words"),
    ],
)
def test_it_is_done(wish: str, edit: str, told: str) -> None:
    assert told in changed(first_picture(wish, seed=1), edit).told


def test_a_family_of_animals_is_all_of_that_kind() -> None:
    scene = first_picture("an elephant family at sunset, two adults and a calf")
    assert [one.kind for one in scene.objects] == ["elephant"] * 3
    assert [one.size for one in scene.objects].count("small") == 1


def test_a_worried_face_is_not_held() -> None:
    (girl,) = first_picture("a girl with a worried face").objects
    assert girl.mood == "scared"


@pytest.mark.parametrize("wish", ["a woman putting bread in the oven", "a baker putting bread into the oven"])
def test_nobody_is_in_the_oven(wish: str) -> None:
    scene = first_picture(wish)
    assert all(one.rel is None or one.rel.type != "inside" for one in scene.objects)


def test_a_reef_is_under_water() -> None:
    assert first_picture("fish around a coral reef").env.place == "underwater"


def test_who_is_at_a_piano_plays_it() -> None:
    scene = first_picture("a boy at the piano")
    assert "keys" in {one.pose for one in scene.objects}
