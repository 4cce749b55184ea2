"""What an edit brings into the background stands there, and the place stays what it is."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import stock_of
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    ("talked", "kind"),
    [
        ("a lake with a boat => add six trees in the background", "tree"),
        ("a lake with a boat => add trees behind the lake", "tree"),
        ("a meadow with a cow => add a forest behind the cow", "tree"),
        ("湖边有一条小船 => 远处加一片森林", "tree"),
        ("a beach with a palm tree => add a city skyline in the background", "skyscrapers"),
        ("海滩上有棵椰子树 => 背景加城市", "office-building"),
        ("a meadow with a cow => add houses in the back", "house"),
        ("a cafe with a girl => add people in the background", "person"),
    ],
)
def test_what_comes_into_the_background_is_behind_all_else(talked: str, kind: str) -> None:
    (answer,) = talk(talked)
    scene = answer.scene
    new = [one for one in scene.objects if one.kind == kind]
    there = [one for one in scene.objects if one not in new and one.rel is None]
    assert len(new) >= 3
    assert all(one.size == "far" for one in new)
    assert scene.env.place == first_picture(talked.split("=>")[0]).env.place
    for one in there:
        if stock_of(one).habitat != "water":
            assert all(scene.layout[far.id].base < scene.layout[one.id].base for far in new)


@pytest.mark.parametrize(
    ("talked", "place"),
    [
        ("a lake with a boat => add mountains in the back", "lake"),
        ("a lake with a boat => add snowy mountains behind", "lake"),
        ("a beach with a palm tree => put some hills in the distance", "beach"),
        ("湖边有一条小船 => 后面加几座山", "lake"),
    ],
)
def test_mountains_come_behind_the_place_that_is_there(talked: str, place: str) -> None:
    (answer,) = talk(talked)
    assert (answer.scene.env.place, answer.scene.env.scenery.peaks) == (place, 1)


@pytest.mark.parametrize(
    "talked",
    [
        "a cat and the moon in space => add three small aliens on the moon",
        "a night sky with a big moon over a field => put a rabbit on the moon",
        "一只猫和月亮 => 月亮上加一只兔子",
    ],
)
def test_what_comes_on_the_moon_of_the_picture_is_on_that_one(talked: str) -> None:
    before = first_picture(talked.split("=>")[0])
    scene = talk(talked)[0].scene
    moon = next(one for one in scene.objects if one.kind == "moon")
    new = scene.objects[len(before.objects) :]
    assert scene.env.place == before.env.place
    assert new
    assert all(one.rel is not None and one.rel.to == moon.id for one in new)
