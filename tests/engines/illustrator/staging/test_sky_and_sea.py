"""What is in the sky is above the horizon or beyond a window, and what swims below a boat is in the water."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import is_under_water


def staged(prompt: str) -> Scene:
    language = "zh" if prompt[0] > "一" else "en"
    return arrange(compose_scene(prompt, ratio="1:1", seed=7, language=language).scene)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("the moon and stars over the sea", ("moon", "star")),
        ("a stormy sea with a lightning bolt", ("lightning",)),
        ("a lighthouse with the moon and stars", ("moon", "star")),
        ("a plane above the clouds", ("cloud", "airplane")),
        ("a comet over the mountains", ("comet",)),
        ("a kite in the sky over a beach", ("kite",)),
        ("海上的月亮和星星", ("moon", "star")),
    ],
)
def test_the_sky_is_above_the_horizon(prompt: str, kinds: tuple[str, ...]) -> None:
    scene = staged(prompt)
    horizon = 1024 * place_of(scene.env, scene.seed).horizon
    found = [scene.layout[one.id].box for one in scene.objects if one.kind in kinds]
    assert found
    assert all(box[1] >= 0 and box[3] <= horizon + 2 for box in found), (horizon, found)


@pytest.mark.parametrize(
    "prompt",
    [
        "a bedroom with the moon in the window",
        "a room with a moon and stars",
        "卧室里有月亮",
        "a girl looking at the moon from her window",
        "a bedroom with a full moon outside",
    ],
)
def test_the_moon_of_a_room_is_beyond_its_window(prompt: str) -> None:
    scene = staged(prompt)
    window = next(one for one in scene.objects if one.kind == "bay-window")
    sky = [one for one in scene.objects if one.kind in ("moon", "star")]
    assert sky
    left, top, right, bottom = scene.layout[window.id].box
    for one in sky:
        assert one.rel is not None
        assert (one.rel.type, one.rel.to) == ("inside", window.id)
        x0, y0, x1, y1 = scene.layout[one.id].box
        assert left < x0 < x1 < right
        assert top < y0 < y1 < bottom


@pytest.mark.parametrize(
    "prompt",
    [
        "a boat on the sea and fish below it",
        "a boat on the sea with a whale below",
        "a fish under a boat",
        "a whale under a ship",
        "小船下面有一条鱼",
    ],
)
def test_fish_below_a_boat_are_in_the_water(prompt: str) -> None:
    scene = staged(prompt)
    boat = next(one for one in scene.objects if one.rel is None)
    fish = next(one for one in scene.objects if one.rel is not None)
    assert scene.env.place == "sea"
    assert fish.kind in ("fish", "whale")
    water = 1024 * place_of(scene.env, scene.seed).horizon
    assert scene.layout[boat.id].base > water
    assert scene.layout[fish.id].box[1] > scene.layout[boat.id].base
    assert scene.layout[fish.id].box[3] <= 1024


def test_a_boat_below_a_bridge_is_on_the_water() -> None:
    scene = staged("a bridge with a boat below")
    boat = next(one for one in scene.objects if one.kind != "bridge")
    assert not is_under_water(scene, boat)
    assert scene.layout[boat.id].box[3] - scene.layout[boat.id].box[1] > 100
