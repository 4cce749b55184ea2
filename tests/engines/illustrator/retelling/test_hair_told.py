"""Hair that is told in several words is somebody's, and all of it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO = "a man and a girl in a park"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ("her hair should be long", "Changed: girl – long hair"),
        ("change his hair to curly", "Changed: man – curly hair"),
        ("she has purple and short hair now", "Changed: girl – purple short hair"),
        ("purple and short hair on the man", "Changed: man – purple short hair"),
        ("make her hair black and straight", "Changed: girl – black straight hair"),
        ("they have long hair", "Changed: man – long hair; girl – long hair"),
        ("make his hair spiky", "I can't draw “spiky hair”; it was left out"),
    ],
)
def test_hair_is_whose_it_is(edit: str, told: str) -> None:
    answer = talk(f"{_TWO} => {edit}")[-1]
    assert answer.told == told
    assert not answer.notes


def test_hair_that_is_cut_so_already() -> None:
    assert "already" in talk("a girl => give her long hair => make her hair longer")[-1].told


def test_hair_that_is_part_of_a_drawing_is_not_cut() -> None:
    for talked in ("a queen => give her short hair", "a clown => he has long hair"):
        assert talk(talked)[-1].told.startswith("The hair can't be changed")
    assert talk("a queen => give her red hair")[-1].told == "Changed: queen – red hair"
