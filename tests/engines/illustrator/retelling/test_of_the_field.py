"""The flowers of a field are as many as a field has, and belong to the place."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("wish", "place", "kinds"),
    [
        ("a field of poppies", "poppy-field", []),
        ("a girl in a rose field", "rose-field", ["girl"]),
        ("a rabbit in a meadow full of daisies", "daisy-field", ["rabbit"]),
        ("一个女孩在雏菊花海里", "daisy-field", ["girl"]),
    ],
)
def test_a_field_of_flowers_is_full_of_them(wish: str, place: str, kinds: list[str]) -> None:
    scene = first_picture(wish)
    assert (scene.env.place, [one.kind for one in scene.objects]) == (place, kinds)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a poppy field with a barn => turn the poppies into daisies", "Now: daisy field"),
        ("a tulip field => replace the tulips with sunflowers", "Now: sunflower field"),
        ("a lavender field => make the lavender pink", "Now: flowers – pink"),
        ("a field of sunflowers => fewer sunflowers", "The sunflowers are part of the backdrop"),
        ("a poppy field with a poppy => make the poppy yellow", "Changed: poppy – yellow"),
    ],
)
def test_its_flowers_are_those_of_the_place(talked: str, told: str) -> None:
    assert talk(talked)[-1].told.startswith(told)
