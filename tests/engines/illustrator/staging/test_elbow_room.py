"""Those that fill the picture make room for one more; nobody else moves."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Placement, Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import area_of, shared_area


def _first(wish: str) -> Scene:
    language = "zh" if wish[0] > "z" else "en"
    return arrange(compose_scene(wish, ratio="1:1", seed=1, language=language).scene)


def _with(before: Scene, wish: str, *, others_stay: bool = False) -> Scene:
    language = "zh" if wish[0] > "z" else "en"
    composed = edit_scene(wish, [before], ratio="1:1", seed=2, language=language)
    return arrange(composed.scene, former=composed.former, others_stay=others_stay)


def _hidden(one: Placement, other: Placement) -> float:
    return shared_area(one.box, other.box) / min(area_of(one.box), area_of(other.box))


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("an ox", "add a horse"),
        ("一头牛", "加一匹马"),
        ("a dog", "add a cow"),
        ("a car", "add a bus"),
        ("a horse", "add a cow on the right"),
    ],
)
def test_both_are_seen(wish: str, edit: str) -> None:
    scene = _with(_first(wish), edit)
    first, second = (scene.layout[one.id] for one in scene.objects)
    assert _hidden(first, second) < 0.35
    assert second.box[3] - second.box[1] > 0.5 * (first.box[3] - first.box[1])
    assert all(box[0] >= 0 and box[2] <= 1024 for box in (first.box, second.box))


def test_what_one_wears_comes_along() -> None:
    before = _first("an ox wearing a hat")
    after = _with(before, "add a horse")
    ox, hat = (one.id for one in before.objects)
    assert after.layout[ox] != before.layout[ox]
    grown = after.layout[ox].scale / before.layout[ox].scale
    assert after.layout[hat].scale == pytest.approx(before.layout[hat].scale * grown, rel=0.05)
    assert _hidden(after.layout[hat], after.layout[ox]) > 0.1


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a cat", "add a ball"),
        ("a house", "add a horse"),
        ("an ox", "put a hat on the ox"),
        ("a dog", "add a bird"),
    ],
)
def test_nobody_moves_for_what_finds_its_place(wish: str, edit: str) -> None:
    before = _first(wish)
    after = _with(before, edit)
    assert {name: after.layout[name] for name in before.layout} == before.layout


def test_nobody_moves_where_a_mask_says_what_may_change() -> None:
    before = _first("an ox")
    after = _with(before, "add a horse", others_stay=True)
    assert {name: after.layout[name] for name in before.layout} == before.layout
