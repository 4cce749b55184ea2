"""A couple that is drawn as one is two people where one of them is spoken of, in their size and where they stood."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.drawing.hidden import hidden
from paintover.engines.illustrator.drawing.render import draw
from tests.engines.illustrator.told import first_picture, talk


@pytest.mark.parametrize(
    "talked",
    [
        "海边有一对情侣 => 女孩旁边再加一个小朋友",
        "海边有一对情侣 => 他们后面来一艘大船 => 女孩旁边再加一个小朋友",
        "海边有一对情侣 => 给她戴顶帽子",
    ],
)
def test_a_couple_apart_is_as_large_as_before_and_all_are_seen(talked: str) -> None:
    wish = talked.split(" => ")[0]
    couple = first_picture(wish).layout["o1"]
    scene = talk(talked)[-1].scene
    people = {one.kind: scene.layout[one.id] for one in scene.objects if one.kind in ("man", "woman")}
    high = couple.box[3] - couple.box[1]
    for placed in people.values():
        assert placed.box[3] - placed.box[1] > 0.6 * high
        assert placed.box[0] >= 0
        assert placed.box[2] <= 1024
    assert people["man"].x < people["woman"].x
    assert not hidden(draw(scene), {one.id for one in scene.objects if one.kind != "ship"})
