"""More of those that are there find room beside them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    "talked", ["three ducks swimming on a pond => make it five ducks", "湖上有三只鸭子在游泳 => 改成五只"]
)
def test_more_who_swim_are_beside_each_other(talked: str) -> None:
    scene = talk(talked)[-1].scene
    spans = sorted(scene.layout[one.id].box[::2] for one in scene.objects if one.kind == "duck")
    assert len(spans) == 5
    assert all(before[1] - after[0] < 0.2 * (after[1] - after[0]) for before, after in pairwise(spans))
