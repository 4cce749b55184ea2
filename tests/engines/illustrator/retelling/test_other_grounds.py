"""Another background changes the place, or says that it is none; nobody in the picture is replaced by it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk

_TWO, _ZWEI = "a boy and a dog", "一个男孩和一只狗"


@pytest.mark.parametrize(
    ("wish", "edit", "place"),
    [
        (_TWO, "change the background to the moon", "moon"),
        (_TWO, "change the background to a castle", "castle"),
        (_TWO, "move the scene to a ship", "deck"),
        (_TWO, "switch the background to a train station", "platform"),
        (_TWO, "change the scene to the mountain top", "mountains"),
        (_TWO, "put them at the train station", "platform"),
        (_TWO, "put them at home", "room"),
        (_TWO, "put them at the north pole", "snow"),
        (_TWO, "put them in Paris", "street"),
        (_TWO, "move them to the moon", "moon"),
        (_TWO, "move them to an airport", "airport-hall"),
        (_TWO, "move them to a castle", "castle"),
        (_TWO, "make it a hospital", "ward"),
        (_TWO, "make it a restaurant", "dining-hall"),
        (_TWO, "turn it into a train station", "platform"),
        (_ZWEI, "换到机场", "airport-hall"),
        (_ZWEI, "换到游泳池", "pool"),
        (_ZWEI, "改成医院", "ward"),
        (_ZWEI, "把他们放到学校里", "classroom"),
        (_ZWEI, "改成火车站", "platform"),
        (_ZWEI, "背景换成火车站", "platform"),
        (_ZWEI, "背景换成游泳池", "pool"),
        (_ZWEI, "背景换成医院", "ward"),
        (_ZWEI, "场景改到博物馆", "museum"),
        (_ZWEI, "背景换成船上", "deck"),
        (_ZWEI, "背景换成家里", "room"),
    ],
)
def test_a_place(wish: str, edit: str, place: str) -> None:
    answer = talk(f"{wish} => {edit}")[-1]
    assert answer.scene.env.place == place
    assert [one.kind for one in answer.scene.objects] == ["boy", "dog"]


@pytest.mark.parametrize("what", ["a circus", "an island", "a car", "flowers", "a basement"])
def test_what_is_none_is_refused(what: str) -> None:
    answer = talk(f"{_TWO} => change the background to {what}")[-1]
    assert answer.told.startswith("I can't draw")
    assert [one.kind for one in answer.scene.objects] == ["boy", "dog"]


@pytest.mark.parametrize(
    "edit", ["change the background to a bridge", "change the background to the Eiffel tower"]
)
def test_a_building_comes_far_behind(edit: str) -> None:
    answer = talk(f"{_TWO} => {edit}")[-1]
    assert answer.told.startswith("Added: ")
    assert [one.kind for one in answer.scene.objects][:2] == ["boy", "dog"]


@pytest.mark.parametrize(
    "edit", ["change the background to night", "make the background blurry", "change the background to blue"]
)
def test_what_is_no_place_is_left_to_others(edit: str) -> None:
    answer = talk(f"{_TWO} => {edit}")[-1]
    assert answer.told.startswith("Now: ")


def test_a_land_is_no_porcelain() -> None:
    answer = talk(f"{_TWO} => put them in China")[-1]
    assert "“China”" in answer.told


@pytest.mark.parametrize(
    ("talked", "kinds"),
    [
        ("a house in a meadow => make it a castle", ["castle"]),
        ("a castle and a boy => move him to the castle", ["castle", "boy"]),
        ("a dog in a park => add a bench => make it a hospital", ["dog", "bench"]),
        ("公园里一只狗 => 加一张长椅 => 改成医院", ["dog", "bench"]),
        ("a nurse in a hospital => add the moon => move her to the beach", ["nurse", "moon"]),
    ],
)
def test_what_is_built_becomes_another_and_nothing_else_does(talked: str, kinds: list[str]) -> None:
    assert sorted(one.kind for one in talk(talked)[-1].scene.objects) == sorted(kinds)


def test_nobody_goes_to_the_moon_of_the_sky() -> None:
    answer = talk("a cat in a meadow by day => add the moon => move the cat to the moon")[-1]
    assert answer.scene.env.place == "moon"
