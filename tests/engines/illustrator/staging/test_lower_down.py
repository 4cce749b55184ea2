"""Who rides, sits at a table, is on a house or below fireworks is as large as the picture lets them be."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    ("wish", "kind", "least"),
    [
        ("女孩在看烟花", "girl", 0.30),
        ("爸爸和妈妈坐在餐桌旁吃早饭", "dining-table", 0.34),
        ("小猫趴在屋顶上", "house", 0.56),
        ("a monkey sitting in a tree", "tree", 0.6),
        ("孙悟空站在云上", "monkey-king", 0.30),
    ],
)
def test_nobody_is_tiny_for_want_of_room(wish: str, kind: str, least: float) -> None:
    scene = first_picture(wish, seed=3)
    boxes = [scene.layout[one.id].box for one in scene.objects]
    _, top, _, bottom = next(scene.layout[one.id].box for one in scene.objects if one.kind == kind)
    assert bottom - top >= least * 1200
    assert min(box[1] for box in boxes) >= 0
