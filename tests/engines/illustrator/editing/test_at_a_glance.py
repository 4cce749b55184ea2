"""What goes on in a first picture is read at a glance: each with what they do it with, and where."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene


def composed(wish: str) -> Composed:
    return compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))


def facts(scene: Scene) -> set[str]:
    """What stands how to what, by kinds: ``egg inside pan``; the kind alone where it stands for itself."""
    kinds = {one.id: one.kind for one in scene.objects}
    return {
        one.kind if one.rel is None else f"{one.kind} {one.rel.type} {kinds[one.rel.to]}"
        for one in scene.objects
    }


@pytest.mark.parametrize(
    ("wish", "food"),
    [
        ("厨师在煎鸡蛋", {"fried-egg"}),
        ("妈妈在锅里煎蛋", {"fried-egg"}),
        ("爸爸在煎牛排", {"steak"}),
        ("a cook frying an egg", {"fried-egg"}),
        ("a man frying an egg in a pan", {"fried-egg"}),
        ("dad frying bacon and eggs", {"bacon", "fried-egg"}),
        ("a girl making pancakes", {"pancakes"}),
    ],
)
def test_who_fries_something_has_it_in_a_pan_on_the_stove(wish: str, food: set[str]) -> None:
    done = composed(wish)
    shown = facts(done.scene)
    assert "frying-pan on stove" in shown
    assert {f"{one} inside frying-pan" for one in food} <= shown
    assert done.scene.env.place == "kitchen"
    assert not done.notes
