"""What two do together is told of both of them, and nobody who is there comes a second time for a deed."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import changed, first_picture

_TWO = "a boy and a girl in a park"


def _told(wish: str, edit: str) -> str:
    return changed(first_picture(wish), edit).told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("have him give her a flower", "Added: flower – held by the girl"),
        ("make the boy give the girl a flower", "Added: flower – held by the girl"),
        ("have the girl hand a ball to the boy", "Added: ball – held by the boy"),
        ("have her dance with him", "Changed: girl – dancing; boy – dancing"),
        ("make them dance together", "Changed: boy – dancing; girl – dancing"),
        ("make them argue", "Changed: boy – fighting, angry; girl – fighting, angry"),
        ("they should sit next to each other", "Changed: boy – sitting; girl – sitting"),
        ("have the boy next to the girl", "Changed: boy – beside the girl"),
    ],
)
def test_of_two(edit: str, told: str) -> None:
    said = _told(_TWO, edit)
    assert sorted(said.removeprefix("Changed: ").split("; ")) == sorted(
        told.removeprefix("Changed: ").split("; ")
    )


@pytest.mark.parametrize("deed", ["share a cake with her"])
def test_an_unknown_deed_brings_nobody(deed: str) -> None:
    assert "in that pose" in _told(_TWO, f"have the boy {deed}")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("he needs a raincoat", "Added: raincoat – worn by the boy"),
        ("the boy could do with a hat", "Added: hat – worn by the boy"),
        ("this picture needs a dog", "Added: dog"),
        ("the scene could use a lamp", "Added: lamp"),
    ],
)
def test_needed(edit: str, told: str) -> None:
    assert _told("a boy in a room", edit) == told


@pytest.mark.parametrize(
    "edit",
    [
        "he has a sword in each hand",
        "give him a sword in each hand",
        "let him have a sword in each hand",
        "put a sword in each of his hands",
    ],
)
def test_in_each_hand(edit: str) -> None:
    assert _told("a boy in a garden", edit) == "Added: swords × 2 – held by the boy"


@pytest.mark.parametrize("edit", ["make the one with the cap jump", "the one wearing a cap should wave"])
def test_the_one_with_what_nobody_has(edit: str) -> None:
    assert "no cap in the picture" in _told("two boys with a ball", edit)
    assert "cap" not in _told("a boy with a cap and a boy", edit)


def test_the_one_with_a_top_hat() -> None:
    told = _told("a boy and a boy with a top hat", "make the one in the top hat jump")
    assert told == "Changed: right boy – jumping"


def test_after_all() -> None:
    assert _told("a girl with a hat", "no hat after all") == "Removed: hat"


def test_popped_on() -> None:
    assert _told("a girl on a beach", "pop sunglasses on her") == "Added: sunglasses – worn by the girl"


@pytest.mark.parametrize("edit", ["add a basket hanging from the lamp post", "hang a bag from the lamp post"])
def test_nothing_hangs_from_a_post(edit: str) -> None:
    assert "from the lamp post" in _told("a man on a street with a lamp post", edit)
    assert "in the tree" in _told("a girl in a park with a tree", "add a swing hanging from the tree")
