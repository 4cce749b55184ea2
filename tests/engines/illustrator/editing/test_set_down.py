from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import first_picture


def _told(first: str, edit: str) -> str | None:
    base, language = first_picture(first, seed=3), language_of(edit)
    done = edit_scene(edit, [base], ratio="1:1", seed=4, language=language)
    assert not done.notes
    return account([base], arrange(done.scene, former=done.former), language)


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("a woman in the kitchen", "add a cake", "Added: cake – on the counter"),
        ("a woman in the kitchen", "add a pot of soup", "Added: pot of soup – on the counter"),
        ("厨房里一个女人", "加一碗汤", "加了：汤——在台面上面"),
        ("a teacher in a classroom", "add an apple", "Added: apple – on the desks"),
        ("a woman in a restaurant", "add a pizza", "Added: pizza – on the table"),
        ("a man in an office", "add a laptop", "Added: office desk; laptop – on the office desk"),
        ("a girl in a bedroom", "add a vase", "Added: nightstand; vase – on the nightstand"),
        (
            "a man in a living room",
            "add a cup of coffee",
            "Added: coffee table; coffee – on the coffee table",
        ),
    ],
)
def test_what_is_small_is_on_the_furniture(first: str, edit: str, told: str) -> None:
    assert _told(first, edit) == told


@pytest.mark.parametrize(
    ("first", "edit", "told"),
    [
        ("a woman in the kitchen", "put a cake on the floor", "Added: cake"),
        ("a woman in the kitchen", "add a ball", "Added: ball"),
        ("a woman in the kitchen and a table", "add a cake", "Added: cake – on the table"),
        ("a woman in a meadow", "add a cake", "Added: cake"),
    ],
)
def test_else_it_is_where_it_was(first: str, edit: str, told: str) -> None:
    assert _told(first, edit) == told
