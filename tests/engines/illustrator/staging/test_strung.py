"""Lanterns over a street hang from side to side of it."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    ["下雪天的老街，两边挂着红灯笼", "老街两边挂着红灯笼", "a village street with lanterns hanging above it"],
)
def test_they_are_at_even_distances_over_the_whole_breadth(wish: str) -> None:
    scene = first_picture(wish)
    middles = sorted(
        (scene.layout[one.id].box[0] + scene.layout[one.id].box[2]) / 2
        for one in scene.objects
        if one.kind == "lantern"
    )
    step = 1024 / len(middles)
    assert len(middles) > 1
    assert all(abs(x - (number + 0.5) * step) < 2 for number, x in enumerate(middles))
