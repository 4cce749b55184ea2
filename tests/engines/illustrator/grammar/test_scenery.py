"""The backdrop's parts in a colour, and more or less of what is in it; in new pictures, in edits, in the pixels."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import PLACES, backdrop
from paintover.engines.illustrator.backdrops.dye import dyed
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.scene import Environment, Scene, Scenery
from paintover.engines.illustrator.sprites.raster import Pixels, rasterise
from paintover.engines.illustrator.staging.layout import arrange


def language_of(text: str) -> Language:
    return "en" if text.isascii() else "zh"


def new(prompt: str) -> Composed:
    return compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt))


def edited(scene: Scene, wish: str) -> Composed:
    return edit_scene(wish, [arrange(scene)], ratio="1:1", seed=4, language=language_of(wish))


def told(scene: Scene) -> dict[str, str | int]:
    scenery = scene.env.scenery
    found = {name: getattr(scenery, name) for name in Scenery.__struct_fields__}
    return {"place": scene.env.place, **{name: value for name, value in found.items() if value}}


@pytest.mark.parametrize(
    ("prompt", "things", "expected"),
    [
        ("a cat under a purple sky", ["cat"], {"place": "meadow", "sky": "purple"}),
        ("粉色天空下的一匹白马", ["horse"], {"place": "meadow", "sky": "pink"}),
        ("a pink sky over the mountains", [], {"place": "mountains", "sky": "pink"}),
        ("a red apple on a white background", ["apple"], {"place": "studio", "wall": "white"}),
        ("一只红苹果，白底", ["apple"], {"place": "studio", "wall": "white"}),
        ("浅蓝色背景的兔子", ["rabbit"], {"place": "studio", "wall": "light-blue"}),
        ("a dog on a solid yellow background", ["dog"], {"place": "studio", "wall": "yellow"}),
        ("a cat, gradient background from blue to purple", ["cat"], {"place": "studio", "wall": "blue purple"}),
        ("a fish in a green sea", ["fish"], {"place": "sea", "water": "green"}),
        ("一只船在紫色的大海上", ["boat"], {"place": "sea", "water": "purple"}),
        ("a cat in a room with pink walls", ["cat"], {"place": "room", "wall": "pink"}),
        ("红色墙壁前的一把椅子", ["chair"], {"place": "room", "wall": "red"}),
        ("a horse on golden grass", ["horse"], {"place": "meadow", "ground": "gold"}),
        ("蓝天白云下的一只羊", ["sheep"], {"place": "meadow", "clouds": 1}),
        ("a sheep on green grass under a blue sky", ["sheep"], {"place": "meadow"}),
        ("万里无云，一只老鹰", ["eagle"], {"place": "meadow", "clouds": -3}),
        ("a sky blue car", ["car"], {"place": "street"}),
        ("a sky lantern", ["sky-lantern"], None),
    ],
)  # fmt: skip
def test_a_colour_is_that_of_the_scenery_and_of_nobody_in_it(
    prompt: str, things: list[str], expected: dict[str, str | int] | None
) -> None:
    scene = new(prompt).scene
    if expected is None:
        assert told(scene).keys() == {"place"}
        return
    assert [thing.kind for thing in scene.objects] == things
    assert told(scene) == expected
    said = {"car": "blue", "apple": "red", "horse": "white" if "白马" in prompt else None}
    assert [thing.colour for thing in scene.objects] == [said.get(thing.kind) for thing in scene.objects]


@pytest.mark.parametrize(
    ("start", "wish", "expected"),
    [
        ("a cow", "make the sky pink", {"place": "meadow", "sky": "pink"}),
        ("a cow", "I'd like the sky to be purple please", {"place": "meadow", "sky": "purple"}),
        ("a cow", "把草地变成金色", {"place": "meadow", "ground": "gold"}),
        ("a cow", "天空要紫色的，云多一点", {"place": "meadow", "sky": "purple", "clouds": 1}),
        ("a cow", "change the background to light blue", {"place": "studio", "wall": "light-blue"}),
        ("a cow", "背景换成蓝色", {"place": "studio", "wall": "blue"}),
        ("a cow", "换成白底", {"place": "studio", "wall": "white"}),
        ("a cow", "no clouds", {"place": "meadow", "clouds": -3}),
        ("a cow", "fewer trees", {"place": "meadow", "trees": -1}),
        ("a cow", "much more clouds", {"place": "meadow", "clouds": 2}),
        ("a cow at night", "more stars", {"place": "meadow", "stars": 1}),
        ("晚上的一头牛", "月亮大一点", {"place": "meadow", "light": 1}),
        ("雪中的一只猫", "雪下大一点", {"place": "meadow", "fall": 1}),
        ("a cat in a room", "make the walls green", {"place": "room", "wall": "green"}),
        ("a cat in a room", "地板换成红色", {"place": "room", "ground": "red"}),
        ("a boat on the sea", "make the water green", {"place": "sea", "water": "green"}),
        ("a cat under a purple sky", "make the sky blue again", {"place": "meadow"}),
        ("a cat under a purple sky", "at night", {"place": "meadow"}),
        ("a cat under a purple sky", "put it on the beach", {"place": "beach"}),
        ("a cat under a purple sky", "make the cat white", {"place": "meadow", "sky": "purple"}),
    ],
)
def test_an_edit_of_the_scenery_touches_nobody(start: str, wish: str, expected: dict[str, str | int]) -> None:
    before = arrange(new(start).scene)
    done = edited(before, wish)
    assert told(done.scene) == expected
    assert done.scene.layout == before.layout
    assert [thing.kind for thing in done.scene.objects] == [thing.kind for thing in before.objects]


def test_what_stands_there_as_a_thing_is_meant_rather_than_the_backdrop() -> None:
    scene = new("three trees and a cloud").scene
    assert [thing.kind for thing in edited(scene, "remove the cloud").scene.objects] == ["tree"] * 3
    assert told(edited(scene, "fewer trees").scene) == {"place": "meadow"}


def test_a_part_that_the_place_has_not_is_said_to_be_missing() -> None:
    with pytest.raises(NotDrawable, match="There is no sky in the picture"):
        edited(new("a cat in a room").scene, "make the sky pink")
    both = edited(new("a cat in a room").scene, "make the cat black, make the sky pink")
    assert both.scene.objects[0].colour == "black"
    assert both.notes == ("There is no sky in the picture",)


def drawn(place: str, scenery: Scenery) -> Pixels:
    environment = Environment(place=place, scenery=scenery)
    return rasterise(160, 160, backdrop(environment, 5, 160, 160))[..., :3]


@pytest.mark.parametrize(
    ("place", "part", "named"),
    [
        ("meadow", "sky", "pink"), ("meadow", "ground", "gold"), ("sea", "water", "purple"), ("room", "wall", "teal"),
        ("room", "ground", "red"), ("studio", "wall", "blue"), ("snow", "ground", "pink"), ("street", "ground", "red"),
    ],
)  # fmt: skip
def test_a_paint_shows_and_leaves_the_rest_of_the_backdrop_alone(place: str, part: str, named: str) -> None:
    plain, painted = (
        drawn(place, Scenery()),
        drawn(place, msgspec.structs.replace(Scenery(), **{part: named})),
    )
    changed = (plain != painted).any(axis=-1)
    assert changed.mean() > 0.15
    horizon = round(PLACES[place].horizon * 160)
    untouched = changed[horizon + 40 :] if part == "sky" else changed[: horizon - 60]
    if part in ("sky", "ground", "water"):
        assert untouched.mean() < 0.02


def test_amounts_are_seen() -> None:
    night = {
        steps: backdrop(Environment(time="night", scenery=Scenery(stars=steps)), 5, 160, 160)
        for steps in (-3, 0, 2)
    }
    assert len(night[-3]) < len(night[0]) < len(night[2])
    sky = {steps: drawn("sky", Scenery(clouds=steps)) for steps in (-3, 3)}
    assert (sky[-3].astype(int).sum(axis=-1) < sky[3].astype(int).sum(axis=-1)).mean() > 0.1


def test_every_place_is_drawn_with_every_paint() -> None:
    scenery = Scenery(
        sky="black white", ground="dark-red", water="unheard-of", wall="light-blue", clouds=3, trees=-3
    )
    for place in PLACES:
        assert np.ptp(drawn(place, scenery)) > 0 or place == "studio"


def test_dyeing_keeps_light_and_shade_and_what_is_no_green() -> None:
    light, dark, red = dyed(["#a5d862", "#4c9a38", "#ff0000"], "#8b50c6", greens=True)
    assert red == "#ff0000"
    assert light != dark
    assert sum(int(light[i : i + 2], 16) for i in (1, 3, 5)) > sum(
        int(dark[i : i + 2], 16) for i in (1, 3, 5)
    )
