"""Who flies over something is above it, with the whole head in the picture."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "who", "over"),
    [
        ("a witch flying over a castle", "witch", "castle"),
        ("santa flying over the houses on his sleigh", "santa-claus", "house"),
        ("a girl riding a unicorn over a rainbow", "girl", "rainbow"),
    ],
)
def test_one_is_above_the_other(wish: str, who: str, over: str) -> None:
    scene = first_picture(wish)
    rider, below = (
        next(scene.layout[one.id].box for one in scene.objects if one.kind == kind) for kind in (who, over)
    )
    assert rider[1] >= 0
    assert rider[1] + rider[3] < below[1] + below[3]


@pytest.mark.parametrize(
    "wish", ["a boy riding a dragon above the clouds", "a girl flying on a unicorn in the clouds"]
)
def test_who_rides_above_the_clouds_is_in_the_sky(wish: str) -> None:
    scene = first_picture(wish)
    assert scene.env.place == "sky"
    assert next(one.pose for one in scene.objects if one.kind in ("boy", "girl")) == "ride"


def test_new_years_eve_has_fireworks() -> None:
    scene = first_picture("two friends on new year's eve")
    assert scene.env.time == "night"
    assert any(one.kind == "fireworks" for one in scene.objects)


@pytest.mark.parametrize("wish", ["a bear catching fish in a river", "a man holding a fish in the lake"])
def test_what_one_in_the_water_holds_is_above_it(wish: str) -> None:
    scene = first_picture(wish)
    holder, fish = (scene.layout[one.id].box for one in scene.objects)
    assert (fish[1] + fish[3]) / 2 < holder[3]


def test_a_race_of_snails_is_of_those_that_are_told() -> None:
    scene = first_picture("a snail race with two snails")
    assert [one.kind for one in scene.objects] == ["snail", "snail"]
