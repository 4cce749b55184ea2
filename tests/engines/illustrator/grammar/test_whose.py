"""Whose something is: what is changed is had by those who are meant, and by all of them."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.grammar.parse import parse
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "kind", "size"),
    [
        ("a boy with a hat => make his hat bigger", "hat", "large"),
        ("a woman with a bag => make her bag smaller", "handbag", "small"),
        ("a girl with a balloon => make her balloon bigger", "balloon", "large"),
        ("three boys with hats => make their hats bigger", "hat", "large"),
    ],
)
def test_what_somebody_has_changes_its_size_and_nobody_becomes_it(talked: str, kind: str, size: str) -> None:
    before = first_picture(talked.split("=>")[0])
    (answer,) = talk(talked)
    assert [one.kind for one in answer.scene.objects] == [one.kind for one in before.objects]
    assert {one.size for one in answer.scene.objects if one.kind == kind} == {size}


@pytest.mark.parametrize(
    ("talked", "kind", "colour", "count"),
    [
        ("three boys in red t-shirts => make their shirts yellow", "shirt", "yellow", 3),
        ("two girls in blue dresses => make their dresses pink", "dress", "pink", 2),
        (
            "three boys with blue hats => give them red scarves => make their scarves green",
            "scarf",
            "green",
            3,
        ),
        ("three wolves => make the wolves grey", "wolf", "grey", 3),
    ],
)
def test_theirs_is_what_all_of_them_have(talked: str, kind: str, colour: str, count: int) -> None:
    scene = talk(talked)[-1].scene
    assert [one.colour for one in scene.objects if one.kind == kind] == [colour] * count


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a boy and a girl with hats", "hat"),
        ("a dog and a cat with red scarves", "scarf"),
        ("a man and a woman with umbrellas", "umbrella"),
        ("a boy and a girl with ice creams", "ice-cream"),
    ],
)
def test_several_who_have_several_have_one_each(wish: str, kind: str) -> None:
    scene = first_picture(wish)
    had = Counter(one.rel.to for one in scene.objects if one.kind == kind and one.rel is not None)
    living = [one.id for one in scene.objects if one.rel is None]
    assert had == Counter(living)


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("the wolves", True),
        ("robins", True),
        ("the scarves", True),
        ("cherries", False),
        ("the shoes", False),
        ("a wolf", False),
    ],
)
def test_a_plural_that_the_lexicon_lists_is_one(words: str, several: bool) -> None:
    assert parse(f"make {words} red").mentions[0].plural == several
