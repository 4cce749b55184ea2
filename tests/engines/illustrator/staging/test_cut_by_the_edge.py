"""What looms and is told to a side that is full stands there, partly beyond the edge, and not in the midst of all."""

from __future__ import annotations

import pytest

from paintover.domain.ratio import parse_ratio
from tests.engines.illustrator.told import changed, first_picture


@pytest.mark.parametrize(
    ("wish", "edit", "way"),
    [
        ("几个孩子在公园玩", "左边加一棵大树", -1),
        ("公园里一家三口在野餐", "左边来一棵大树", -1),
        ("两头牛在吃草", "右边种一棵苹果树", 1),
        ("三个孩子在草地上", "右边来一座房子", 1),
        ("three children in a park", "add a big tree on the left", -1),
    ],
)
def test_a_tree_at_a_full_side(wish: str, edit: str, way: int) -> None:
    base = first_picture(wish)
    answer = changed(base, edit)
    (new,) = [one for one in answer.scene.objects if base.thing(one.id) is None]
    width = parse_ratio("1:1").size()[0]
    assert way * (answer.scene.layout[new.id].x - width / 2) > 0.2 * width
    for one in base.objects:
        assert answer.scene.layout[one.id] == base.layout[one.id]
