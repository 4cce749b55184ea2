"""Lanterns over a street hang from side to side of it."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import luminary_in
from paintover.engines.illustrator.staging.standing import scene_size
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    ["下雪天的老街，两边挂着红灯笼", "老街两边挂着红灯笼", "a village street with lanterns hanging above it"],
)
def test_they_are_at_even_distances_over_the_whole_breadth(wish: str) -> None:
    scene = first_picture(wish)
    middles = sorted(
        (scene.layout[one.id].box[0] + scene.layout[one.id].box[2]) / 2
        for one in scene.objects
        if one.kind == "lantern"
    )
    step = 1024 / len(middles)
    assert len(middles) > 1
    assert all(abs(x - (number + 0.5) * step) < 2 for number, x in enumerate(middles))


def test_none_hangs_before_the_moon() -> None:
    scene = first_picture("元宵节街上挂满灯笼，孩子们提着灯笼", seed=3)
    light = luminary_in(scene.env, scene.seed, *scene_size(scene))
    hung = [scene.layout[one.id].box for one in scene.objects if one.kind == "lantern" and one.rel is None]
    assert light is not None
    assert all(box[2] < light[0] - light[2] or box[0] > light[0] + light[2] for box in hung)


@pytest.mark.parametrize(
    "wish", ["bunting in a garden with a girl", "string lights and two people in a garden"]
)
def test_what_is_a_string_itself_goes_from_side_to_side_above_all(wish: str) -> None:
    scene = first_picture(wish)
    strung = next(one for one in scene.objects if one.kind in ("bunting", "string-lights"))
    left, _, right, foot = scene.layout[strung.id].box
    assert left <= 0 <= 1024 <= right
    assert foot < 0.2 * 1024
    assert all(one.rel is None for one in scene.objects)
