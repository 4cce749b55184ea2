"""Chairs that come to a table are of its size, and hide nobody; those who come together stand apart and are no dolls."""

from __future__ import annotations

from itertools import combinations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import area_of, shared_area


def changed(wish: str, change: str) -> tuple[Scene, list[Thing]]:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene)
    composed = edit_scene(change, [base], ratio="1:1", seed=4, language=language_of(change))
    scene = arrange(composed.scene, former=composed.former)
    assert {key: scene.layout[key] for key in base.layout} == base.layout
    return scene, [one for one in scene.objects if base.thing(one.id) is None]


def high(scene: Scene, one: Thing) -> int:
    box = scene.layout[one.id].box
    return box[3] - box[1]


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("a dining room with a table", "add four chairs"),
        ("a dining room with a table", "add four chairs around the table"),
        ("a room with a table and a boy", "add three chairs around the table"),
        ("a garden with a round table", "add two chairs"),
        ("一个厨师在厨房里，有张桌子", "加四把椅子"),
    ],
)
def test_chairs_come_around_the_table_in_its_size(wish: str, change: str) -> None:
    scene, chairs = changed(wish, change)
    table = next(one for one in scene.objects if one.kind.endswith("table"))
    assert {one.rel.type for one in chairs if one.rel is not None and one.rel.to == table.id} == {"around"}
    assert all(high(scene, one) > 0.65 * high(scene, table) for one in chairs)
    for who in (one for one in scene.objects if one.kind in ("boy", "cook")):
        box = scene.layout[who.id].box
        assert all(shared_area(scene.layout[one.id].box, box) < 0.2 * area_of(box) for one in chairs)


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("a beach with a boat and a child", "add three seagulls"),
        ("a boy in a garden", "add two dogs"),
    ],
)
def test_who_come_together_hide_little_of_each_other(wish: str, change: str) -> None:
    scene, came = changed(wish, change)
    boxes = [scene.layout[one.id].box for one in came]
    assert all(shared_area(one, two) < 0.08 * area_of(one) for one, two in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("a night sky with a moon over a hill", "add a planet"),
        ("a night sky with a moon and a tree", "add a shooting star"),
        ("a moon over the sea", "add a rocket"),
    ],
)
def test_what_comes_into_the_sky_touches_nothing_there(wish: str, change: str) -> None:
    scene, (one,) = changed(wish, change)
    moon = next(other for other in scene.objects if other.kind == "moon")
    assert shared_area(scene.layout[one.id].box, scene.layout[moon.id].box) == 0
