"""What people say who want it done."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk

_KIDS = "four kids playing football in a park"
_COUPLE = "a couple on a sofa watching tv"


@pytest.mark.parametrize(
    ("talked", "told", "notes"),
    [
        # what is only a sigh
        ("a boy and a dog => nah make it two", "Added: dog", ()),
        ("a boy and a dog => nope, two dogs", "Added: dog", ()),
        ("a boy and a dog => closer together", "Moved: boy – to the left; dog – to the right", ()),
        ("a boy and a dog => not so close", "Moved: boy – to the right; dog – to the left", ()),
        ("a boy and a dog => turn them to each other", "Changed: boy – turned to dog; dog – turned to boy", ()),
        # who comes and goes
        ("a boy and a dog => the dog leaves", "Removed: dog", ()),
        ("a boy and a dog => minus the dog", "Removed: dog", ()),
        ("a boy and a dog => too many dogs", "The picture is already like that", ()),
        ("people waiting at a bus stop => make the bus arrive", "Added: bus", ()),
        ("people waiting at a bus stop => the bus arrives => a boy gets off the bus", "Added: boy – beside the bus", ()),
        ("a girl in a park => dog with a red hat", "Added: dog – red hat", ()),
        ("a girl in a park => old man with a cane", "Added: old man; cane – held by the old man", ()),
        ("a girl in a park => girl with a hat", "Added: hat – worn by the girl", ()),
        (f"{_COUPLE} => make them two guys", "Changed: right man – instead of woman, sitting", ()),
        (f"{_KIDS} => basketball instead", "Changed: basketball – instead of soccer ball", ()),
        ("a woman walking a dog => old lady instead", "Changed: old lady – instead of woman", ()),
        ("a woman and a dog => make her run => make her stop", "Changed: woman – standing", ()),
        ("a woman walking a dog => let the dog off the leash", "Changed: woman – standing; dog – by itself. Removed: leash", ()),
        ("three kids running in a park => make them stop", "Changed: kids × 3 – standing", ()),
        ("a diner with a couple at a table => add a jukebox in the corner", "I can't draw “jukebox”; it was left out", ()),
        # those who are there, and no others
        ("two cats and a dog on a rug => cats run away", "Changed: cats × 2 – running, smaller", ()),
        ("two cats and a sofa => one cat on the sofa", "Changed: left cat – on the sofa", ()),
        ("a birthday cake on a table => make it two cakes", "Added: birthday cake – on the table", ()),
        ("a table with two balloons => balloons in different colors", "Changed: left balloon – red; right balloon – yellow", ()),
        ("two cats and a dog on a rug => a bowl for each", "Added: bowls × 3", ()),
        ("three kids in a park => an ice cream each", "Added: ice cream × 3 – held by the kids", ()),
        ("a boy and a girl => make it gloomy", "Now: cloudy", ()),
        # what is written, lost and won
        ("a food truck with a queue of people => truck should say TACOS", "Now: the words “TACOS”", ("I can't write on the food truck; the words stand in the picture instead",)),
        ("a boy in a park => his shirt should say TACOS", "Added: shirt – says “TACOS”, worn by the boy", ()),
        ("a food truck with a queue of people => shorter queue", "Removed: 2 of the 5 people", ()),
        ("two friends playing chess in the park => the one on the right wins", "Changed: right person – happy", ()),
        ("two friends playing chess in the park => other one is upset", "Changed: right person – sad", ()),
        ("a bride and groom in a church => throw confetti", "Added: confetti", ()),
        ("a park => autumn leaves", "Added: fallen leaves × 3. Now: autumn", ()),
        ("a street musician playing guitar => add a crowd listening", "Added: spectator crowd", ()),
        ("a man => make him an old guy", "Changed: old guy – instead of man", ()),
        # what they do and have on
        (f"{_KIDS} => their shirts should be red", "Added: shirts × 4 – red, worn by the kids", ()),
        (f"{_KIDS} => red vs blue", "Added: shirt × 2 – red, worn by the kids; shirt × 2 – blue, worn by the kids", ()),
        (f"{_KIDS} => none of them smiling", "Changed: kids × 4 – serious", ()),
        ("two boys => they are drinking water", "Changed: boys × 2 – drinking. Added: glass of water × 2 – held by the boys", ()),
        (f"{_COUPLE} => he's snoring", "Changed: man – sleeping", ()),
        (f"{_COUPLE} => he's on the phone", "Changed: man – on the phone. Added: mobile phone – held by the man", ()),
        ("a boy and a girl in a garden with a tree => he hides from her", "Changed: boy – behind the tree, smaller, turned around", ()),
        ("a girl and a boy in a park => he hides from her", "I can't draw “boy” in that pose; drawn as usual", ()),
        # the two, and not their sofa
        (f"{_COUPLE} => dog at their feet", "Added: dog – in front of the couch", ()),
        (f"{_COUPLE} => coffee table in front", "Added: coffee table – in front of the couch", ()),
        # the weather, the room, the picture
        ("a boy in a park => cloudier", "Now: clouds – more", ()),
        (f"{_COUPLE} => it's raining outside", "Now: rain", ()),
        ("a dog in a park => make it a painting", "Now: watercolour", ()),
        ("a dog in a park => make it look like a photo", "Drawn, not photographed", ()),
    ],
)  # fmt: skip
def test_it_is_told_in_full(talked: str, told: str, notes: tuple[str, ...]) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.notes) == (told, notes)


@pytest.mark.parametrize(
    ("talked", "said"),
    [
        ("a painter at an easel => the painting should be of a sunset", "The subject of the painting"),
        (f"{_COUPLE} => show a cat on the tv", "The subject of the tv"),
        ("a dog in a park => make it look like a stamp", "stamp"),
        ("a mechanic next to a car => hood open", "The hood can't be changed"),
        (f"{_COUPLE} => wooden floor", "The floor is part of the backdrop"),
        ("a boy and a dog => less crowded", "I did not understand"),
    ],
)
def test_what_no_drawing_shows_is_refused(talked: str, said: str) -> None:
    answer = talk(talked)[-1]
    assert said in answer.told
    assert answer.scene == first_picture(talked.split(" => ")[0])


@pytest.mark.parametrize(
    ("talked", "told", "place"),
    [
        ("a pirate standing on a ship => add a whale in the water", "Added: whale", "deck"),
        ("a woman lying on the beach => let her read a book", "Added: book – held by the woman", "beach"),
    ],
)
def test_nobody_gets_up_and_no_ship_goes_for_it(talked: str, told: str, place: str) -> None:
    answer = talk(talked)[-1]
    assert (answer.told, answer.scene.env.place) == (told, place)
