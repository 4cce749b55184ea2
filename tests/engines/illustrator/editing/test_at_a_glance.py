"""What goes on in a first picture is read at a glance: each with what they do it with, and where."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import area_of, shared_area


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


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("a squirrel running along a wire", {"squirrel on power-line"}),
        ("a cat walking along a garden wall at night", {"cat on brick-wall"}),
        ("小猫沿着围墙走", {"cat on brick-wall"}),
        ("松鼠沿着树枝跑", {"squirrel on tree-branch"}),
        ("a cat sitting next to a wire fence", {"cat beside fence"}),
    ],
)
def test_who_is_light_goes_along_on_what_is_narrow(wish: str, shown: set[str]) -> None:
    assert shown <= facts(composed(wish).scene)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("kids holding signs that say welcome", "welcome"),
        ("孩子们举着写着欢迎的牌子", "欢迎"),
        ("two fans holding signs that read go team", "go team"),
        ("a man with a sign that says help", "help"),
        ("people holding a banner that says welcome", "welcome"),
    ],
)
def test_every_sign_in_a_hand_says_so(wish: str, words: str) -> None:
    done = composed(wish)
    signs = [one for one in done.scene.objects if one.kind == "signpost"]
    assert signs
    assert {one.says for one in signs} == {words}
    assert all(one.rel is not None and one.rel.type == "hold" for one in signs)
    assert done.scene.caption is None
    assert not done.notes


@pytest.mark.parametrize(
    "wish", ["four kids holding flags", "三个男孩举着奖杯", "four workers holding signs"]
)
def test_what_several_hold_up_meets_nobody_else(wish: str) -> None:
    scene = arrange(composed(wish).scene)
    held = [one for one in scene.objects if one.rel is not None and one.rel.type == "hold"]
    people = [one for one in scene.objects if one.rel is None]
    assert len(held) == len(people)
    for one in held:
        box = scene.layout[one.id].box
        for other in people:
            if one.rel is not None and other.id != one.rel.to:
                theirs = scene.layout[other.id].box
                assert shared_area(box, theirs) < 0.1 * area_of(box)
