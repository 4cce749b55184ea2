"""Who stands before several others is as large as they are near, in their midst, and hides no face."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.sprites.stock import height_of
from paintover.engines.illustrator.staging.sight import face_of
from paintover.engines.illustrator.staging.standing import area_of, shared_area
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("wish", "who"),
    [
        ("a man in front of three children", "man"),
        ("a clown juggling in front of laughing children", "clown"),
        ("老师站在同学们前面", "teacher"),
        ("a girl in front of her parents", "girl"),
    ],
)
def test_who_is_before_several_is_nearer_and_no_dwarf(wish: str, who: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    first = next(one for one in scene.objects if one.kind == who)
    others = [one for one in scene.objects if one is not first and one.rel is None]
    near = scene.layout[first.id]
    for one in others:
        back = scene.layout[one.id]
        assert near.base > back.base
        ratio = (near.box[3] - near.box[1]) / (back.box[3] - back.box[1])
        if height_of(first) > height_of(one):
            assert ratio > 1.1
        face = face_of(one, back)
        assert face is not None
        assert shared_area(face, near.box) < 0.3 * area_of(face)
    xs = sorted(scene.layout[one.id].x for one in others)
    assert xs[0] < near.x < xs[-1]
