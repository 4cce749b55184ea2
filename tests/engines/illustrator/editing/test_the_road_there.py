"""The road of a place that is no street, the sun that sinks, trees on both sides of a rider, riders beside others, and paint."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import luminary_in
from paintover.engines.illustrator.scene import Thing
from paintover.engines.illustrator.sprites.figures import figure_paint
from paintover.engines.illustrator.sprites.stock import figure_of
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("山顶上有一座寺庙", "路上有个和尚"),
        ("山里的小屋", "马路上来一辆车"),
        ("a cottage in the mountains", "add a donkey on the road"),
        ("a farm", "put a truck on the road"),
    ],
)
def test_a_road_comes_and_the_place_stays(wish: str, edit: str) -> None:
    base = first_picture(wish)
    scene = changed(base, edit).scene
    assert scene.env.place == base.env.place
    assert scene.env.scenery.path > 0
    assert len(scene.objects) == len(base.objects) + 1


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a desert with a cactus", "put the sun lower"),
        ("a farm", "lower the sun"),
        ("海边日落", "太阳低一点"),
        ("a farm at night", "make the moon higher"),
        ("晚上的村庄", "月亮往上一点"),
    ],
)
def test_the_light_of_the_sky_moves(wish: str, edit: str) -> None:
    base = first_picture(wish)
    was = luminary_in(base.env, base.seed, 1024, 1024)
    scene = changed(base, edit).scene
    light = next(one for one in scene.objects if one.kind in ("sun", "moon"))
    left, top, right, foot = scene.layout[light.id].box
    assert was is not None
    assert abs((left + right) / 2 - was[0]) < 12
    assert ((top + foot) / 2 > was[1]) == ("low" in edit or "低" in edit)
    assert (scene.env.luminary, scene.env.scenery.light, light.size) == (False, 0, None)


@pytest.mark.parametrize("wish", ["a girl skiing down a snowy slope", "a man riding a horse"])
def test_trees_on_both_sides_of_a_rider(wish: str) -> None:
    base = first_picture(wish)
    came = [
        one for one in changed(base, "add trees on both sides").scene.objects if base.thing(one.id) is None
    ]
    assert {one.kind for one in came} == {"tree"}
    assert {one.rel.type for one in came if one.rel is not None} <= {"left", "right", "behind", "front"}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_rider_is_as_large_as_who_stands_there(seed: int) -> None:
    scene = first_picture("a father teaching his son to ride a bike in the park", seed=seed)
    scales = {one.kind: scene.layout[one.id].scale for one in scene.objects}
    assert scales["boy"] < 1.15 * scales["man"]


@pytest.mark.parametrize(
    ("kind", "icon"),
    [
        ("tractor", "tractor"),
        ("motorcycle", "motorcycle"),
        ("police-car", "police-car"),
        ("cable-car", "aerial-tramway"),
    ],
)
def test_paint_is_not_for_the_tyres(kind: str, icon: str) -> None:
    plain = Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite")
    body, painted = (
        figure_of(one).body
        for one in (plain, Thing(id="o1", kind=kind, label=kind, lang="en", rung="sprite", colour="purple"))
    )
    assert figure_paint(icon) not in painted
    for tyre in ("#302f2f", "#2f2f2f", "#4e433d", "#607d8b"):
        assert body.count(tyre) == painted.count(tyre)
