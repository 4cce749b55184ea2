"""Who is meant where several may be: the people and not their dog, those whom another is put to, and the nearest one."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

PARK = "a boy, a girl and a dog in a park"
FOUR = "two men and a woman and a dog in a park"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (f"{PARK} => give them both hats", "Added: hats × 2 – worn by the boy and the girl"),
        (
            f"{PARK} => let them play ball",
            "Changed: boy – throwing; girl – throwing. Added: ball – held by the boy",
        ),
        (f"{PARK} => they should wave", "Changed: boy – waving; girl – waving"),
        (f"{FOUR} => they should be laughing", "Changed: men × 2 – laughing; woman – laughing"),
        (f"{FOUR} => the one next to the dog should wave", "Changed: woman – waving"),
        (f"{FOUR} => the man closest to the dog should sit", "Changed: left man – sitting"),
        (
            f"{FOUR} => the man next to her should hug her",
            "Changed: left man – hugging; woman – hugging, close to the left man",
        ),
        (f"{FOUR} => the woman should be older", "Changed: old woman – instead of woman"),
        (
            "two men => make the left man's shirt red and the right one's blue",
            "Added: shirt – red, worn by the left man; shirt – blue, worn by the right man",
        ),
        (
            "two men => left guy: red shirt, right guy: blue shirt",
            "Added: shirt – red, worn by the left man; shirt – blue, worn by the right man",
        ),
        (
            "a boy and a girl => his hat red, hers blue",
            "Added: hat – red, worn by the boy; hat – blue, worn by the girl",
        ),
        (
            "a family in the garden => put a man behind the family",
            "Added: man – behind the boy and the father",
        ),
        (
            "a couple on a couch => give the couple hats",
            "Added: hats × 2 – worn by the man and the woman",
        ),
        ("一家人在雪地里 => 一家人后面加一座房子", "加了：房子——在男孩和爸爸后面"),
    ],
)
def test_whom_they_are(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a boy and a girl => make the girl bigger => that's too big", "Changed: girl – smaller"),
        ("a boy and a girl => make the girl smaller => its too small", "Changed: girl – larger"),
        ("a boy and a girl => make the boy taller => too tall", "Changed: boy – shorter"),
    ],
)
def test_what_went_too_far(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a man and a woman => make him happy and her tired", "Changed: man – happy; woman – tired"),
        ("a man and a woman => he's happy, she's sad", "Changed: man – happy; woman – sad"),
        ("a man and a woman => the man's happy", "Changed: man – happy"),
        ("a man and a woman => make him tall and her short", "Changed: man – taller; woman – shorter"),
        (
            "a man and a woman => dress him in blue and her in red",
            "Changed: man – blue clothes; woman – red clothes",
        ),
        (
            "a man and a woman => give him a red hat and her a blue one",
            "Added: hat – red, worn by the man; hat – blue, worn by the woman",
        ),
        (
            "a man and a woman => give each of them their own umbrella",
            "Added: umbrella × 2 – held by the man and the woman",
        ),
        (
            "a man and a woman => add a dog, a brown one, next to her",
            "Added: dog – brown, beside the woman",
        ),
        ("a man and a woman => add a customer, an old man, who's waving", "Added: old man – waving"),
        (
            "a man and a woman => make him hug her",
            "Changed: man – hugging; woman – hugging, close to the man",
        ),
        ("a cat and a dog => the cat should be on the other side", "Moved: cat – to the left"),
    ],
)
def test_each_of_two_by_name(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
