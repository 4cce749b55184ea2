"""Who is before what hangs on a wall stands on the floor, and what floats is in the air, all around whom it is around."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.backdrops import place_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.scene import Scene, Thing
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import scene_size


def came(wish: str, change: str) -> tuple[Scene, list[Thing]]:
    base = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(change, [base], ratio="1:1", seed=4, language="en")
    scene = arrange(composed.scene, former=composed.former)
    return scene, [one for one in scene.objects if base.thing(one.id) is None]


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("a bedroom with a mirror", "a cat sitting in front of the mirror"),
        ("a room with a painting on the wall", "add a dog in front of the painting"),
        ("a museum with a painting", "add a man in front of the painting"),
    ],
)
def test_before_the_wall_one_stands_on_the_floor(wish: str, change: str) -> None:
    scene, (one,) = came(wish, change)
    horizon = place_of(scene.env, scene.seed).horizon * scene_size(scene)[1]
    assert scene.layout[one.id].box[3] > horizon


@pytest.mark.parametrize(
    ("wish", "change"),
    [
        ("an astronaut in a room", "a floating apple next to him"),
        ("a wizard in a room", "a book floating in the air"),
        ("a girl in a park", "add a floating chair"),
    ],
)
def test_what_floats_is_off_the_ground(wish: str, change: str) -> None:
    scene, (one,) = came(wish, change)
    (who,) = (other for other in scene.objects if other.id != one.id)
    _, top, _, low = scene.layout[who.id].box
    assert scene.layout[one.id].box[3] < top + 0.6 * (low - top)


@pytest.mark.parametrize(
    ("wish", "change", "many"),
    [
        ("a wizard in a room", "add books floating around him", 3),
        ("a boy in a park", "add three butterflies around him", 3),
        ("a lighthouse by the sea", "add four gulls flying around the lighthouse", 4),
    ],
)
def test_what_flies_around_is_on_both_sides_and_above(wish: str, change: str, many: int) -> None:
    scene, things = came(wish, change)
    (who,) = (other for other in scene.objects if other not in things)
    left, top, right, low = scene.layout[who.id].box
    middles = [scene.layout[one.id].x for one in things]
    assert len(things) == many
    assert min(middles) < left
    assert max(middles) > right
    assert min(scene.layout[one.id].box[1] for one in things) < top
    assert all(scene.layout[one.id].box[3] < low for one in things)
