"""How deep things are in the water, and where that is."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.scene import Environment, Scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import draught_of
from tests.engines.illustrator.scenes import thing
from tests.engines.illustrator.told import first_picture

HULLS = {"rowing-boat": 104.0, "canoe": 105.5, "raft": 113.0, "gondola-boat": 110.0, "dragon-boat": 104.0}
"""Where the hull of a boat ends of which more is drawn below it: an oar, a paddle, waves of its own."""


@pytest.mark.parametrize(("kind", "keel"), HULLS.items())
def test_the_hull_is_in_the_water_and_not_the_oar_alone(kind: str, keel: float) -> None:
    boat = thing("o1", kind)
    figure = figure_of(boat)
    line = figure.extent[3] - draught_of(boat, place_of(Environment(place="lake"))) * figure.height
    assert keel - 0.2 * figure.height < line < keel - 2


@pytest.mark.parametrize("place", ["lake", "river", "sea"])
def test_a_boat_that_is_deeper_in_the_water_lies_on_the_same_line(place: str) -> None:
    scene = arrange(Scene(seed=3, ratio="1:1", env=Environment(place=place), objects=(thing("o1", "canoe"),)))
    placed, boat = scene.layout["o1"], scene.objects[0]
    water = place_of(scene.env, scene.seed).water or 0.0
    lies = placed.base - draught_of(boat, place_of(scene.env)) * (placed.box[3] - placed.box[1])
    assert abs(lies / 1024 - water) < 0.05


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a dolphin jumping out of the water", "sea"),
        ("海豚跃出水面", "sea"),
        ("a whale in the water", "sea"),
        ("a dolphin in a lake", "lake"),
        ("a duck in the water", "lake"),
        ("湖里的海豚", "lake"),
        ("a pirate ship", "sea"),
        ("a submarine", "sea"),
    ],
)
def test_what_lives_in_the_sea_is_in_it_unless_a_lake_is_said(prompt: str, place: str) -> None:
    assert first_picture(prompt).env.place == place


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("小女孩在刷牙", "bathroom"),
        ("a boy brushing his teeth", "bathroom"),
        ("a man shaving", "bathroom"),
        ("a bear brushing its teeth in the forest", "forest"),
        ("a country road", "meadow"),
        ("a cow on a dirt road", "meadow"),
        ("乡间小路", "meadow"),
        ("a car on a road", "street"),
    ],
)
def test_a_picture_plays_where_such_things_are_done(prompt: str, place: str) -> None:
    assert first_picture(prompt).env.place == place


def test_the_rings_around_a_swimmer_are_in_the_lake() -> None:
    scene = first_picture("a man swimming in a lake")
    left, _, right, _ = scene.layout["o1"].box
    assert right - left <= 0.55 * 1024


@pytest.mark.parametrize("prompt", ["a cow jumping over the moon", "the cow jumps over the moon"])
def test_the_moon_that_is_leapt_over_is_in_the_sky(prompt: str) -> None:
    scene = first_picture(prompt)
    box = {one.kind: scene.layout[one.id].box for one in scene.objects}
    assert box["cow"][3] <= box["moon"][1] + 20
    assert box["moon"][3] <= place_of(scene.env, scene.seed).horizon * 1024


@pytest.mark.parametrize(
    ("prompt", "where"),
    [
        ("two otters floating on a river", "water"),
        ("a man floating on the sea", "water"),
        ("a bear drifting on a river", "water"),
        ("a girl floating on a cloud", ""),
    ],
)
def test_who_floats_on_water_is_in_it(prompt: str, where: str) -> None:
    assert {one.where for one in first_picture(prompt).objects if one.kind != "cloud"} == {where}


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("a cat knocking over a vase", "vase"),
        ("a chair lying on the floor beside a boy", "chair"),
        ("a bottle lying on the beach", "bottle"),
    ],
)
def test_what_fell_over_lies_on_its_side(wish: str, kind: str) -> None:
    scene = first_picture(wish)
    left, top, right, bottom = next(scene.layout[one.id].box for one in scene.objects if one.kind == kind)
    assert right - left > bottom - top
