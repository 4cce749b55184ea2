"""What somebody holds who lies in bed is seen whole, over the covers, and hides no face."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, shared_area


@pytest.mark.parametrize(
    "wish",
    [
        "a boy sleeping in bed with a teddy bear",
        "a girl lying in bed with a balloon",
        "a girl lying in bed with a flag",
        "a man lying in bed with a cup",
        "a man sleeping on a couch with a teddy bear",
    ],
)
def test_it_is_beside_the_face_and_above_the_body(wish: str) -> None:
    scene = arrange(compose_scene(wish, ratio="1:1", seed=3, language="en").scene)
    held = next(one for one in scene.objects if one.rel is not None and one.rel.type == "hold")
    holder = scene.thing(held.rel.to if held.rel is not None else "")
    assert holder is not None
    box, face = scene.layout[held.id].box, face_of(holder, scene.layout[holder.id])
    assert face is not None
    assert shared_area(box, face) < 0.05 * area_of(face)
    assert box[3] < scene.layout[holder.id].box[3]
    assert abs(scene.layout[held.id].angle) < 10
