"""Flowers stand in a vase with their heads above it; the moon hangs above who is under it; things are where they belong."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.sprites.figures import Figure
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.layout import arrange


def staged(prompt: str) -> Scene:
    language = "zh" if prompt[0] > "一" else "en"
    composed = compose_scene(prompt, ratio="1:1", seed=7, language=language)  # type: ignore[arg-type]
    assert not composed.notes
    return arrange(composed.scene)


def figure(scene: Scene, kind: str) -> Figure:
    return figure_of(next(one for one in scene.objects if one.kind == kind))


@pytest.mark.parametrize(
    "prompt",
    ["roses in a vase", "a vase of sunflowers", "花瓶里有五朵郁金香", "three flowers in a flower pot"],
)
def test_flowers_in_a_vase_are_above_it_and_apart(prompt: str) -> None:
    scene = staged(prompt)
    vase, *flowers = scene.objects
    boxes = [scene.layout[one.id].box for one in flowers]
    left, top, right, bottom = scene.layout[vase.id].box
    assert all(one.rel is not None and one.rel.to == vase.id for one in flowers)
    for box in boxes:
        assert box[3] < (top + bottom) / 2  # the stem ends in the neck
        assert top - box[1] > 0.25 * (bottom - top)
    middles = [(box[0] + box[2]) / 2 for box in boxes]
    assert middles == sorted(middles)
    assert middles[-1] - middles[0] > 0.3 * (right - left)


@pytest.mark.parametrize("prompt", ["a girl with a flower in her hair", "a woman with a rose in her hair"])
def test_a_flower_in_the_hair_is_small_and_at_its_side(prompt: str) -> None:
    scene = staged(prompt)
    wearer, flower = scene.objects
    left, top, right, _ = scene.layout[wearer.id].box
    box = scene.layout[flower.id].box
    assert box[2] - box[0] < 0.5 * (right - left)
    assert box[3] > top
    assert (box[0] + box[2]) / 2 > (left + right) / 2


def test_a_flower_has_a_stem_but_in_the_hair() -> None:
    assert "stemmed" in figure(staged("a flower"), "flower").name
    assert "stemmed" not in figure(staged("a girl with a flower in her hair"), "flower").name


@pytest.mark.parametrize(
    "prompt", ["a fox under the moon at night", "a cat under the sun", "一只狼在月亮下面"]
)
def test_the_moon_is_in_the_sky_above_who_is_under_it(prompt: str) -> None:
    scene = staged(prompt)
    boxes = {one.kind in ("sun", "moon"): scene.layout[one.id].box for one in scene.objects}
    light, below = boxes[True], boxes[False]
    assert light[3] - light[1] < 0.6 * (below[3] - below[1])
    assert light[3] < below[1] - 20


@pytest.mark.parametrize("prompt", ["an apple on a plate", "a pizza on a plate"])
def test_food_fills_its_plate(prompt: str) -> None:
    scene = staged(prompt)
    plate, food = (scene.layout[one.id].box for one in scene.objects)
    assert food[3] - food[1] > 0.3 * (plate[2] - plate[0])


@pytest.mark.parametrize(
    ("prompt", "place", "kinds"),
    [
        ("a bamboo forest", "bamboo-grove", []),
        ("竹林里的熊猫", "bamboo-grove", ["panda"]),
        ("城市夜景", "street", []),
        ("a sea turtle", "underwater", ["sea-turtle"]),
        ("海龟", "underwater", ["sea-turtle"]),
        ("剪纸，两条锦鲤", "underwater", ["carp"] * 2),
        ("樱花林", "meadow", ["cherry-tree"] * 4),
        ("药水瓶", "tabletop", ["potion"]),
        ("魔法书", "tabletop", ["spell-book"]),
        ("a wizard reading a spell book", "meadow", ["wizard", "spell-book"]),
    ],
)
def test_what_is_named_is_drawn_where_it_belongs(prompt: str, place: str, kinds: list[str]) -> None:
    scene = staged(prompt)
    assert (scene.env.place, [one.kind for one in scene.objects]) == (place, kinds)


def test_a_landscape_alone_is_mostly_what_stands_up() -> None:
    """The horizon is lower than where somebody needs ground to stand on."""
    alone, visited = staged("snowy mountains"), staged("a cat in snowy mountains")
    assert alone.env.place == visited.env.place
    assert place_of(alone.env, 7).horizon > place_of(visited.env, 7).horizon + 0.08
