"""What is asked of somebody in the picture in turns that are easily taken for another wish."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

THREE = "a girl and a boy and a dog"


@pytest.mark.parametrize(
    ("wish", "edit", "told"),
    [
        (THREE, "he shouts STOP", "Changed: boy – says “STOP”"),
        (THREE, "the dog says woof", "Changed: dog – says “woof”"),
        (THREE, "both say hi", "Changed: girl – says “hi”; boy – says “hi”"),
        (THREE, "the boy yells come back", "Changed: boy – says “come back”"),
        (THREE, "have her clap", "Changed: girl – clapping"),
        (THREE, "have the dog sleep", "Changed: dog – sleeping"),
        (THREE, "have her scratch her head", "Changed: girl – scratching the head"),
        (THREE, "the boy gives a thumbs up", "Changed: boy – giving a thumbs up"),
        (THREE, "just the boy waves", "Changed: boy – waving"),
        (THREE, "she hands the dog a cake", "cake – held by the girl"),
        (THREE, "they ride a bike together", "girl – on the bike; boy – on the bike"),
        (THREE, "make her look 80", "Changed: old woman – instead of girl"),
        (THREE, "surprised face", "Changed: girl – surprised"),
        ("a man in a hat and a scarf", "remove everything he wears on his head", "Removed: hat"),
    ],
)
def test_it_is_done(wish: str, edit: str, told: str) -> None:
    assert told in changed(first_picture(wish), edit).told


@pytest.mark.parametrize(
    "edit",
    [
        "I want green eyes",
        "eyes should be blue",
        "make the dog's hooves black",
        "make them pillow fight",
    ],
)
def test_nothing_else_is_drawn_for_it(edit: str) -> None:
    base = first_picture(THREE)
    assert changed(base, edit).scene.objects == base.objects


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("have the girl on the left", "girl"),
        ("get the dog a hat", "hat – worn by the dog"),
        ("have a cat", "Added: cat"),
    ],
)
def test_other_wishes_stay_as_they_are(edit: str, told: str) -> None:
    assert told in changed(first_picture(THREE), edit).told


@pytest.mark.parametrize(
    ("wish", "worn"),
    [
        ("a man in a hat, next to a girl in a dress", {("hat", "man"), ("dress", "girl")}),
        ("a man in a hat and a scarf, behind a girl in a dress", {("hat", "man"), ("scarf", "man"), ("dress", "girl")}),
        ("a man in a hat next to a girl in a dress with a bow", {("hat", "man"), ("dress", "girl"), ("hair-bow", "girl")}),
    ],
)  # fmt: skip
def test_who_stands_by_comes_with_what_they_wear(wish: str, worn: set[tuple[str, str]]) -> None:
    scene = first_picture(wish)
    kinds = {one.id: one.kind for one in scene.objects}
    assert worn == {
        (one.kind, kinds[one.rel.to])
        for one in scene.objects
        if one.rel is not None and one.rel.type == "wear"
    }
