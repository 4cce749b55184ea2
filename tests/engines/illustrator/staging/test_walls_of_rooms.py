"""What is hung up keeps off what a room has on its walls and hanging before them."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.backdrops import wall_of
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import area_of, scene_size, shared_area
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "edits"),
    [
        ("a nurse in a hospital ward", ("hang a clock on the wall", "put up a picture")),
        ("a boy in a library", ("hang a clock on the wall",)),
        ("a baby in a nursery", ("put up a picture",)),
        ("a man in a gym", ("hang a clock on the wall", "hang a poster on the wall")),
        ("a waiter in a restaurant", ("put up a picture", "hang a clock on the wall")),
    ],
)
def test_it_covers_nothing_of_the_room(wish: str, edits: tuple[str, ...]) -> None:
    scene = first_picture(wish)
    for edit in edits:
        done = edit_scene(edit, [scene], ratio="1:1", seed=4, language="en")
        scene = arrange(done.scene, former=done.former)
    taken = wall_of(scene.env, scene.seed, *scene_size(scene)).taken
    for one in scene.objects:
        if one.pose == "hung":
            box = scene.layout[one.id].box
            assert sum(shared_area(box, other) for other in taken) <= 0.06 * area_of(box), one.kind


def test_a_poster_needs_a_wall() -> None:
    with pytest.raises(NotDrawable, match="There is no wall in the picture"):
        edit_scene(
            "hang a poster on the wall",
            [first_picture("a cat in a meadow")],
            ratio="1:1",
            seed=4,
            language="en",
        )
