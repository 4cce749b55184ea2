"""What comes into a bowl in which other things lie."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


def drawn(wish: str, *edits: str) -> Scene:
    language: Language = "en" if wish.isascii() else "zh"
    scene = arrange(compose_scene(wish, ratio="1:1", seed=5, language=language).scene)
    for edit in edits:
        composed = edit_scene(edit, [scene], ratio="1:1", seed=6, language=language)
        scene = arrange(composed.scene, former=composed.former)
    return scene


@pytest.mark.parametrize(
    ("wish", "edits"),
    [
        ("a bowl of fruit with apples, bananas and grapes", ["replace the bananas with oranges"]),
        ("a bowl of apples", ["add two oranges", "add a lemon to the bowl"]),
        ("水果盘里有苹果、香蕉和葡萄", ["把香蕉换成橙子"]),
        ("篮子里有苹果、梨和香蕉", ["再加两个橙子", "把苹果换成桃子"]),
    ],
)
def test_what_comes_into_a_bowl_lies_in_it_in_the_measure_of_the_others(wish: str, edits: list[str]) -> None:
    before, scene = drawn(wish), drawn(wish, *edits)
    vessel, *contents = scene.objects
    left, _, right, _ = scene.layout[vessel.id].box
    heights = []
    for one in contents:
        assert one.rel is not None
        assert (one.rel.type, one.rel.to) == ("inside", vessel.id)
        box = scene.layout[one.id].box
        assert left <= (box[0] + box[2]) / 2 <= right
        heights.append(box[3] - box[1])
    assert max(heights) < 2.5 * min(heights)
    kept = [one.id for one in scene.objects if one == before.thing(one.id)]
    assert [scene.layout[key] for key in kept] == [before.layout[key] for key in kept]


def test_what_is_next_to_it_is_next_to_the_bowl() -> None:
    scene = drawn("a bowl of apples and pears", "replace the pears with lemons", "add a knife next to it")
    knife, bowl = scene.objects[-1], scene.objects[0]
    assert knife.rel is not None
    assert (knife.kind, knife.rel.to) == ("knife", bowl.id)
    assert knife.rel.type == "beside"


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("一个花瓶里插着玫瑰和百合", "把玫瑰换成向日葵"),
        ("a vase of tulips and roses", "replace the tulips with daisies"),
    ],
)
def test_another_flower_stands_where_that_stood_which_it_replaces(wish: str, edit: str) -> None:
    before, after = drawn(wish), drawn(wish, edit)
    changed = [one.id for one in after.objects if one != before.thing(one.id)]
    assert changed
    for key in changed:
        assert after.layout[key].x == pytest.approx(before.layout[key].x, abs=1.0)
        assert after.layout[key].angle == pytest.approx(before.layout[key].angle, abs=20.0)


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a fish in a bowl => make the fish bigger", "Changed: fish – larger"),
        ("a bird in a cage => make the bird smaller", "Changed: bird – smaller"),
        (
            "three fish in a tank => make the left fish bigger",
            "Changed: left fish – larger",
        ),
    ],
)
def test_what_is_behind_glass_or_bars_grows_there(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
