"""Who is added to a picture stands with those who are there: on their ground, in full size, with every face to be seen."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.scenes import drawn

ADDED = (
    ("a cat", "add a dog"),
    ("a lion in the savanna", "add a zebra"),
    ("a bear", "add another bear"),
    ("a desert with a camel", "add another camel"),
    ("a rabbit", "add a fox"),
    ("画一只牛", "加一匹马"),
    ("画一个女孩", "加一只大象"),
)


def _with(wish: str, edit: str, seed: int) -> Scene:
    first = drawn(arrange(compose_scene(wish, ratio="1:1", seed=seed, language="en").scene)).scene
    done = edit_scene(edit, [first], ratio="1:1", seed=seed + 1, language="en")
    return drawn(arrange(done.scene, former=done.former)).scene


@pytest.mark.parametrize(("wish", "edit"), ADDED)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_newcomer_is_no_doll_no_giant_at_the_horizon_and_hides_no_face(
    wish: str, edit: str, seed: int
) -> None:
    scene = _with(wish, edit, seed)
    old, new = (scene.layout[one.id] for one in scene.objects)
    horizon = place_of(scene.env).horizon * 1024
    assert new.base - horizon > 0.45 * (old.base - horizon)
    assert new.box[3] - new.box[1] > 0.5 * (old.box[3] - old.box[1])
    far, near = sorted(scene.objects, key=lambda one: scene.layout[one.id].base)
    face = face_of(far, scene.layout[far.id])
    assert face is not None
    assert shared_area(face, scene.layout[near.id].box) < 0.5 * area_of(face)


def test_what_is_large_looms_behind_what_is_low_rather_than_being_its_toy() -> None:
    scene = _with("a car", "add a truck", 3)
    car, truck = (scene.layout[one.id] for one in scene.objects)
    assert truck.base < car.base
    assert truck.box[3] - truck.box[1] > 0.9 * (car.box[3] - car.box[1])
