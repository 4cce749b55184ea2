"""A lioness has no mane, and a doe no antlers."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.sprites.art import icon_body

MANE, ANTLERS = "#865c50", "#bd9178"


@pytest.mark.parametrize(("male", "female", "paint"), [("lion", "lioness", MANE), ("deer", "doe", ANTLERS)])
def test_lacks_what_the_male_has(male: str, female: str, paint: str) -> None:
    assert paint in icon_body(male)
    assert paint not in icon_body(female)


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("a lion and a lioness", ["lion", "lioness"]),
        ("一头公狮和一头母狮", ["lion", "lioness"]),
        ("a stag and a doe", ["deer", "doe"]),
        ("一头公鹿和一只母鹿", ["deer", "doe"]),
        ("una leona", ["lioness"]),
    ],
)
def test_is_told_from_the_male(wish: str, kinds: list[str]) -> None:
    language = language_of(wish)
    scene = compose_scene(wish, ratio="1:1", seed=1, language=language).scene
    assert [one.kind for one in scene.objects] == kinds
