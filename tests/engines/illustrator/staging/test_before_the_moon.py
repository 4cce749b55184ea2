"""Who is before the moon stands out against it; who stands on the ground does not float up there."""

from __future__ import annotations

import numpy as np
import pytest

from paintover.engines.illustrator.drawing.render import Drawing
from paintover.engines.illustrator.staging.standing import bearer_of
from tests.engines.illustrator.told import first_picture


@pytest.mark.parametrize(
    "wish",
    [
        "an owl on a branch in front of a full moon",
        "月亮前面的树枝上站着一只猫头鹰",
        "a witch flying on a broom in front of the moon",
        "女巫骑着扫帚从月亮前面飞过",
        "a bat in front of the full moon",
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_is_up_there_is_seen_against_the_disc(wish: str, seed: int) -> None:
    scene = first_picture(wish, seed=seed)
    disc = next(one for one in scene.objects if one.kind == "moon")
    left, top, right, bottom = scene.layout[disc.id].box
    drawing = Drawing(scene, 512, 512)
    list(drawing.stages())
    shown, order = drawing.labels(), [one.id for group in drawing.painted() for one in group]
    assert right - left > 500  # of 1024
    for one in scene.objects:
        if one is disc:
            continue
        x0, y0, x1, y1 = scene.layout[one.id].box
        assert x0 >= left
        assert x1 <= right
        assert y0 >= top
        assert y1 <= bottom
        assert np.count_nonzero(shown == order.index(one.id) + 1) > 100


@pytest.mark.parametrize("wish", ["a girl standing in front of the moon", "two cats in front of the moon"])
def test_who_stands_does_so_on_the_ground(wish: str) -> None:
    scene = first_picture(wish)
    for one in scene.objects:
        if one.kind != "moon" and bearer_of(scene, one) is None:
            assert scene.layout[one.id].base > 0.6 * 1024
