"""Things drawn onto a photograph."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.photo import Photo, edit_photo
from tests.engines.illustrator.test_photo import asked


def edited(prompt: str) -> Photo:
    return edit_photo(asked(prompt, language=language_of(prompt)))


def changed(prompt: str) -> tuple[np.ndarray, tuple[int, int]]:
    """Where the photograph was painted over, as a mask, and its height and width."""
    mask = (edited(prompt).pixels() != edit_photo(asked("crop")).pixels()).any(axis=-1)
    return mask, mask.shape


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("在照片右边加一只猫", ["cat"]),
        ("add two dogs wearing hats", ["dog", "dog", "hat", "hat"]),
        ("draw a snowman with a red hat in the photo", ["bare-snowman", "hat"]),
        ("照片左边画一棵树和一只狗", ["tree", "dog"]),
        ("put a cat in the picture, in the lower right corner", ["cat"]),
    ],
)
def test_what_is_to_be_added_is_drawn(prompt: str, kinds: list[str]) -> None:
    guests = edited(prompt).guests
    assert guests is not None
    assert [thing.kind for thing in guests.scene.objects] == kinds


@pytest.mark.parametrize(
    ("prompt", "across", "down"),
    [
        ("在照片右下角加一只猫", 0.75, 0.75),
        ("add a cat on the left", 0.25, 0.75),
        ("put a cat in the upper right corner", 0.75, 0.35),
        ("加一只猫", 0.5, 0.75),
    ],
)
def test_it_stands_where_it_was_asked_to_and_the_rest_is_the_photograph(
    prompt: str, across: float, down: float
) -> None:
    mask, (height, width) = changed(prompt)
    rows, columns = np.nonzero(mask)
    assert abs(columns.mean() / width - across) < 0.13
    assert abs(rows.mean() / height - down) < 0.17
    assert 0.02 < mask.mean() < 0.3


@pytest.mark.parametrize(
    "prompt",
    [
        "put a hat on the man",
        "给他戴一顶帽子",
        "put the cat on the sofa",
        "make the cat black",
        "remove the dog",
        "加一个龘龘",
    ],
)
def test_what_would_need_to_see_the_photograph_is_refused(prompt: str) -> None:
    with pytest.raises(NotDrawable, match=r"照片|photograph"):
        edited(prompt)


@pytest.mark.parametrize(
    ("prompt", "kind", "unknown"),
    [
        ("在狗旁边加一只猫", "cat", "狗"),
        ("add a dog next to the car", "dog", "car"),
        ("put a boy in front of the house", "boy", "house"),
    ],
)
def test_beside_what_only_the_photograph_shows_it_stands_where_there_is_room_and_that_is_said(
    prompt: str, kind: str, unknown: str
) -> None:
    guests = edited(prompt).guests
    assert guests is not None
    assert [thing.kind for thing in guests.scene.objects] == [kind]
    assert len(guests.notes) == 1
    assert unknown in guests.notes[0]
