"""Teams are those who wear their colours; a flag is raised on its pole; a turkey that is served is roast."""

from __future__ import annotations

from collections import Counter

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene


def made(prompt: str) -> Scene:
    return compose_scene(prompt, ratio="1:1", seed=1, language="en" if prompt.isascii() else "zh").scene


@pytest.mark.parametrize(
    ("prompt", "first", "second"),
    [
        ("红队穿红衣服,蓝队穿蓝衣服,在踢足球", "red", "blue"),
        ("红队和蓝队拔河", "red", "blue"),
        ("the red team and the blue team play football", "red", "blue"),
        ("two teams play basketball, one in red shirts, the other in blue", "red", "blue"),
        ("the green team is playing volleyball against the yellow team", "green", "yellow"),
    ],
)
def test_the_members_of_teams_wear_their_colours(prompt: str, first: str, second: str) -> None:
    scene = made(prompt)
    worn = Counter(one.colour for one in scene.objects if one.kind == "shirt")
    assert worn == {first: 2, second: 2}
    assert sum(one.kind == "boy" for one in scene.objects) == 4


@pytest.mark.parametrize("prompt", ["a rescue team with a dog", "a debate team", "舞龙队"])
def test_others_are_what_they_are_called(prompt: str) -> None:
    assert not any(one.kind == "shirt" for one in made(prompt).objects)


@pytest.mark.parametrize(
    ("prompt", "pole", "place"),
    [
        ("学生们在升国旗", "five-star-flagpole", "stadium"),
        ("三个士兵在升国旗", "five-star-flagpole", "meadow"),
        ("a soldier raising a flag on a flagpole", "flagpole", "meadow"),
        ("children raising the flag in the school yard", "flagpole", "playground"),
        ("a flag on a pole in front of the school", "flagpole", "meadow"),
    ],
)
def test_a_flag_is_raised_on_its_pole(prompt: str, pole: str, place: str) -> None:
    scene = made(prompt)
    assert [one.kind for one in scene.objects if "flag" in one.kind] == [pole]
    assert scene.env.place == place


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Thanksgiving dinner with a turkey on the table", "roast-chicken"),
        ("a family at a Thanksgiving table with a turkey", "roast-chicken"),
        ("a turkey on a plate", "roast-chicken"),
        ("感恩节的餐桌上有一只火鸡", "roast-chicken"),
        ("一只火鸡摆在餐桌上", "roast-chicken"),
        ("a turkey in a farmyard", "turkey"),
        ("农场里有一只火鸡", "turkey"),
    ],
)
def test_a_turkey_that_is_served_is_roast(prompt: str, kind: str) -> None:
    scene = made(prompt)
    birds = [one for one in scene.objects if one.kind in ("turkey", "roast-chicken")]
    assert [one.kind for one in birds] == [kind]
    assert kind == "turkey" or (birds[0].rel is not None and birds[0].rel.type == "on")


@pytest.mark.parametrize(
    "prompt", ["a soccer team celebrating with a trophy", "a girls' volleyball team", "一支足球队举着奖杯"]
)
def test_a_team_is_five_in_the_same_shirt(prompt: str) -> None:
    scene = made(prompt)
    shirts = [one for one in scene.objects if one.kind == "shirt"]
    assert len(shirts) == 5
    assert {one.colour for one in shirts} == {"red"}
    assert len({one.rel.to for one in shirts if one.rel is not None}) == 5
