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


@pytest.mark.parametrize(
    ("talked", "kind", "wearer"),
    [
        ("a man and a woman => give the man a hat => make her dress red", "dress", "woman"),
        ("a man and a woman => make the woman taller => make his shirt blue", "shirt", "man"),
        ("a pirate captain => make his coat green", "coat", "pirate"),
        ("一个海盗船长 => 把他的外套改成绿色", "coat", "pirate"),
        ("a snowman => make the scarf of the snowman red", "scarf", "snowman"),
        ("a boy and a girl => make the boy bigger => give her a balloon", "balloon", "girl"),
    ],
)
def test_hers_is_hers_and_what_somebody_is_drawn_in_may_be_of_a_colour(
    talked: str, kind: str, wearer: str
) -> None:
    scene = talk(talked)[-1].scene
    kinds = {one.id: one.kind for one in scene.objects}
    assert [kinds[one.rel.to] for one in scene.objects if one.kind == kind and one.rel is not None] == [
        wearer
    ]


@pytest.mark.parametrize(
    "talked",
    [
        "a boy with a hat => turn the boy's nose into a carrot",
        "a boy with a hat => replace his nose with a carrot",
        "一个戴帽子的男孩 => 把他的鼻子换成胡萝卜",
        "a chef => change the text on the wall to PIZZA",
    ],
)
def test_what_is_no_thing_of_its_own_is_not_replaced_by_another(talked: str) -> None:
    (answer,) = talk(talked)
    assert answer.scene == first_picture(talked.split("=>")[0])
    assert answer.told


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("an octopus playing the drums => make it pink", "octopus"),
        ("a dog with a ball => make it bigger", "dog"),
        ("a girl with a balloon => make it bigger", "balloon"),
    ],
)
def test_it_is_the_animal_and_of_somebody_what_they_have(talked: str, kind: str) -> None:
    before = {one.id: one for one in first_picture(talked.split("=>")[0]).objects}
    scene = talk(talked)[0].scene
    assert [
        one.kind
        for one in scene.objects
        if (one.colour, one.size) != (before[one.id].colour, before[one.id].size)
    ] == [kind]


@pytest.mark.parametrize(
    ("talked", "kind", "bearer"),
    [
        ("a red barn => add a rooster on the barn roof", "rooster", "barn"),
        ("a house and a barn => put a cat on the house roof", "cat", "house"),
        ("a boy holding a stick => add an owl in a tree", "owl", "tree"),
        ("a girl and a campfire => give the girl a marshmallow on a stick", "marshmallow", "girl"),
    ],
)
def test_what_a_thing_comes_on_is_what_was_said(talked: str, kind: str, bearer: str) -> None:
    scene = talk(talked)[0].scene
    kinds = {one.id: one.kind for one in scene.objects}
    assert [
        kinds[one.rel.to] for one in scene.objects if one.kind.startswith(kind) and one.rel is not None
    ] == [bearer]


def test_she_is_the_only_woman_whatever_came_since() -> None:
    answers = talk(
        "a couple having dinner in a restaurant => add a waiter => add a candle to the table => make her dress red"
    )
    scene = answers[-1].scene
    kinds = {one.id: one.kind for one in scene.objects}
    assert [kinds[one.rel.to] for one in scene.objects if one.kind == "dress" and one.rel is not None] == [
        "woman"
    ]
