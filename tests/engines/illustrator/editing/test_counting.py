"""More of those that are there find room beside them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    "talked", ["three ducks swimming on a pond => make it five ducks", "湖上有三只鸭子在游泳 => 改成五只"]
)
def test_more_who_swim_are_beside_each_other_and_hardly_smaller(talked: str) -> None:
    three = first_picture(talked.split(" =>")[0])
    scene = talk(talked)[-1].scene
    ducks = sorted(
        (scene.layout[one.id] for one in scene.objects if one.kind == "duck"), key=lambda one: one.x
    )
    assert len(ducks) == 5
    assert all(after.x - before.x > 0.12 * 1024 for before, after in pairwise(ducks))
    assert min(one.scale for one in ducks) > 0.66 * max(one.scale for one in three.layout.values())
