"""Things at a part of a place are drawn there: a seeded sample of what `places.toml` can say."""

from __future__ import annotations

import random

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.places import PLACES, Shown, faults, wishes

MOST_WRONG = 0.12
"""Of the sample so many may be drawn otherwise."""


def test_what_is_said_to_be_at_a_part_of_the_place_is_seen_there() -> None:
    found = [
        (wish.prompt, fault, picture.notes)
        for wish in wishes(random.Random("seen"), 3 * len(PLACES))
        for picture in (Shown(wish),)
        for fault in [next(faults(wish, picture), None)]
        if fault is not None
    ]
    silent = [one for one in found if not one[2]]
    assert len(silent) <= MOST_WRONG * 3 * len(PLACES), silent


def _where(prompt: str, language: str = "en") -> dict[str, str]:
    scene = compose_scene(prompt, ratio="1:1", seed=3, language=language).scene  # type: ignore[arg-type]
    return {thing.kind: thing.where for thing in scene.objects}


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("a bear standing in a river", "en"),
        ("一只熊站在河里", "zh"),
        ("ein Bär steht im Fluss", "de"),
        ("un ours nage dans le lac", "fr"),
        ("un oso en el río", "es"),
        ("медведь в реке", "ru"),
    ],
)
def test_who_is_in_the_water_is_in_the_water(prompt: str, language: str) -> None:
    assert _where(prompt, language) == {"bear": "water"}


def test_of_two_only_the_one_of_whom_it_is_said_is_in_the_water() -> None:
    assert _where("a girl standing in the water and a dog on the shore") == {"girl": "water", "dog": ""}
    assert _where("小狗在河里游泳，小女孩站在岸边", "zh") == {"dog": "water", "girl": ""}
    assert _where("a boy in a boat on a lake") == {"rowing-boat": "", "boy": ""}


def test_a_boat_told_to_be_on_the_sand_is_not_afloat() -> None:
    assert _where("a blue boat lying on the beach") == {"boat": "ground"}
    assert _where("a boat on the sea") == {"boat": ""}


def _edited(before: str, prompt: str) -> Scene:
    first = arrange(compose_scene(before, ratio="1:1", seed=3, language="en").scene)
    return edit_scene(prompt, [first], ratio="1:1", seed=4, language="en").scene


def test_an_edit_puts_somebody_into_the_water() -> None:
    scene = _edited("a bear and a fox by a lake", "put the bear in the water")
    assert {thing.kind: thing.where for thing in scene.objects} == {"bear": "water", "fox": ""}
    assert "o2" in scene.layout


@pytest.mark.parametrize(
    ("wish", "place"),
    [
        ("a museum guide", "museum"),
        ("a museum with a dinosaur", "museum"),
        ("a museum full of paintings", "museum"),
        ("two museum visitors look at a painting", "museum"),
        ("a museum with tall columns", "meadow"),
        ("in front of a museum", "meadow"),
        ("a guide dog", "meadow"),
    ],
)
def test_what_a_museum_shows_is_in_it(wish: str, place: str) -> None:
    assert compose_scene(wish, ratio="1:1", seed=3, language="en").scene.env.place == place
