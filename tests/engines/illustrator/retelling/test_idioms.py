"""Edits said in short, told at length."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.idioms import told_in_full
from paintover.engines.illustrator.retelling.meant import with_somebody_meant
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("picture", "wish", "told"),
    [
        ("a rabbit", "one more please", "add another rabbit"),
        ("a rabbit", "noch einer", "add another rabbit"),
        ("a dog and a ball", "instead of the ball, a kite", "replace the ball with a kite"),
        ("a dog and a ball", "statt dem Ball einen Hut", "replace the ball with a hat"),
        ("a dog and a ball", "en vez de la pelota, un sombrero", "replace the ball with a hat"),
        ("four cows", "fewer cows", "remove 2 cows"),
        ("a cow", "fewer cows", "fewer cows"),
        ("a cat", 'write "one more"', 'write "one more"'),
        ("a cat", "make it winter", "make it winter"),
        ("a cat", "change the season", "make it autumn"),
    ],
)
def test_what_is_said_in_short_is_told_at_length(picture: str, wish: str, told: str) -> None:
    assert told_in_full(wish, first_picture(picture)) == told


@pytest.mark.parametrize(
    ("picture", "wish", "meant"),
    [
        ("a boy and a girl", "give her a hat", "girl"),
        ("a boy and a girl", "give him a hat", "boy"),
        ("a pirate and a cat", "make him smile", "pirate"),
    ],
)
def test_she_is_who_may_be_called_so(picture: str, wish: str, meant: str) -> None:
    scene = with_somebody_meant(wish, first_picture(picture))
    about = scene.thing(scene.focus or "")
    assert about is not None
    assert about.kind == meant


def test_who_has_on_what_was_spoken_of_does_what_it_is_to_do() -> None:
    dressed, seated = talk("a dog in a space suit => make the suit orange => have it sit")
    assert "suit" in dressed.told
    assert "dog – sitting" in seated.told
    (waving,) = talk("a cat flying in a space suit => have it wave")
    assert len(waving.notes) == len(set(waving.notes)), "what cannot be is told once"


def test_whoever_arrives_is_added() -> None:
    (answer,) = talk("a bus stop with an old man => have a bus arrive")
    assert [one.kind for one in answer.scene.objects].count("bus") == 1
    assert not answer.notes
