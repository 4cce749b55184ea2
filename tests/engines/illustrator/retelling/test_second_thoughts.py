"""What is taken back within a wish is not done, and what comes in its stead is; where nothing is taken back nothing changes."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.second_thoughts import on_second_thoughts
from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("make the dog brown, no, black", "make the dog black"),
        ("make the dog brown, i mean black", "make the dog black"),
        ("make the balloon green, or better, blue", "make the balloon blue"),
        ("put a cat between them, no wait, on the sofa", "put a cat on the sofa"),
        ("put the cat on the bed, or rather under it", "put the cat under the bed"),
        ("put a cat next to the boy, i mean the girl", "put a cat next to the girl"),
        ("add a bench on the left, no, right", "add a bench on the right"),
        ("add two birds, actually three", "add three birds"),
        ("make the boy run, no, jump", "make the boy jump"),
        ("make the boy bigger, no, smaller", "make the boy smaller"),
        ("give the boy a hat, sorry, the girl", "give the girl a hat"),
        ("give the boy a hat, no, a scarf", "give the boy a scarf"),
        ("give the boy a hat, no wait, give it to the girl", "give the girl a hat"),
        ("give the boy, no the girl, a hat", "give the girl a hat"),
        ("remove the boy, no, keep him and remove the dog", "remove the dog"),
        ("let the dog chase the cat, no, the cat chase the dog", "let the cat chase the dog"),
        ("no make the dog smaller", "make the dog smaller"),
        ("no the girl should have the hat", "the girl should have the hat"),
        ("sorry i meant make the girl smile", "make the girl smile"),
        ("oops, i meant a red hat on the girl", "a red hat on the girl"),
        ("dont change the boy, make the girl wave", "make the girl wave"),
    ],
)
def test_what_is_meant_in_the_end(said: str, meant: str) -> None:
    assert on_second_thoughts(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "add a cat, no dog",
        "no hat please",
        "no more dogs",
        "no, only the boy",
        "add a tree, no leaves",
        "make her run, no shoes",
        "add a sign saying “green, no, blue”",
        "the dog should be brown, not black",
        "make the dog black, actually make the cat black too",
    ],
)
def test_nothing_is_taken_back(said: str) -> None:
    assert on_second_thoughts(said) == said


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a knight and a dragon => no make the dragon smaller", "Changed: dragon – smaller"),
        ("a boy and a dog => make the dog brown, no, black", "Changed: dog – black"),
        ("a boy and a girl => give the boy a hat, no, a scarf", "Added: scarf – worn by the boy"),
    ],
)
def test_nothing_is_missed(talked: str, told: str) -> None:
    step = talk(talked)[-1]
    assert step.told == told
    assert not step.notes
