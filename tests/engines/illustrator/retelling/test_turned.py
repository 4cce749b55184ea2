"""Who does what to whom, said the other way round, is told plainly."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def _talk(*turns: str) -> Scene:
    scene = Scene(seed=0, ratio="1:1")
    for at, turn in enumerate(turns):
        language = language_of(turn)
        if not at:
            scene = arrange(compose_scene(turn, ratio="1:1", seed=3, language=language).scene)
            continue
        composed = edit_scene(turn, [scene], ratio="1:1", seed=3, language=language)
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    "turns",
    [
        ("a red car and a blue bus", "swap their colours"),
        ("a red car and a blue bus", "swap the colors of the car and the bus"),
        ("一辆红色的车和一辆蓝色的公交车", "交换它们的颜色"),
        ("一辆红色的车和一辆蓝色的公交车", "把车和公交车的颜色互换"),
    ],
)
def test_two_swap_their_colours_and_not_their_places(turns: tuple[str, ...]) -> None:
    before, after = _talk(turns[0]), _talk(*turns)
    assert {one.kind: one.colour for one in after.objects} == {"car": "blue", "bus": "red"}
    assert after.layout == before.layout


def test_colours_are_not_swapped_where_there_are_more_than_two() -> None:
    scene = _talk("a red car, a blue bus and a green truck", "swap the colours of the car and the bus")
    assert {one.kind: one.colour for one in scene.objects} == {"car": "blue", "bus": "red", "truck": "green"}


@pytest.mark.parametrize(
    ("turns", "who", "how"),
    [
        (("a cat and a sofa", "hide the cat behind the sofa"), "cat", "behind"),
        (("a cat and a table", "it hides under the table"), "cat", "below"),
        (("a cat and a box", "let the cat peek out of the box"), "cat", "inside"),
        (("a dog and a tree", "it peeks out from behind the tree"), "dog", "behind"),
        (("a man and a tree", "he leans against the tree"), "man", "beside"),
        (("a ladder and a wall", "lean the ladder against the wall"), "ladder", "beside"),
        (("一匹马和一道栅栏", "它跳过栅栏"), "horse", "above"),
        (("一匹马和一道栅栏", "让马从栅栏上跳过去"), "horse", "above"),
        (("一个男孩和一棵树", "他爬上树"), "boy", "front"),
    ],
)
def test_goes_where_the_deed_says(turns: tuple[str, ...], who: str, how: str) -> None:
    scene = _talk(*turns)
    (one,) = [thing for thing in scene.objects if thing.kind == who]
    assert one.rel is not None
    assert one.rel.type == how


@pytest.mark.parametrize(
    "turns",
    [
        ("a girl and a boy", "give the girl a flower", "the girl gives the flower to the boy"),
        ("a girl and a boy", "give the girl a flower", "she gives it to him"),
        ("一个女孩和一个男孩", "给女孩一朵花", "她把花给他"),
    ],
)
def test_hands_over_what_she_holds(turns: tuple[str, ...]) -> None:
    scene = _talk(*turns)
    (flower,) = [one for one in scene.objects if one.kind == "flower"]
    assert flower.rel is not None
    holder = scene.thing(flower.rel.to)
    assert holder is not None
    assert holder.kind == "boy"
