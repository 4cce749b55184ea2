"""All of a list is where its end says."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.retelling.all_on_it import told_of_all_on_it
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "where"),
    [
        ("a table with a book, a lamp and a cup on it", "on"),
        ("a shelf with a vase, two books and a clock on it", "on"),
        ("a house with a tree, a car and a dog in front of it", "front"),
    ],
)
def test_all_are_there(wish: str, where: str) -> None:
    first, *others = first_picture(wish).objects
    assert {(one.rel.type, one.rel.to) for one in others if one.rel is not None} == {(where, first.id)}
    assert all(one.rel is not None for one in others)


@pytest.mark.parametrize(
    "wish", ["a girl with a hat, a cat and a dog", "a table with a cup on it", "a cat, a dog and a box"]
)
def test_other_lists_stay(wish: str) -> None:
    assert told_of_all_on_it(wish) == wish
