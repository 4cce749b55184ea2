"""What is small on somebody's face."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    "talked",
    ["一个女孩 => 脸上画一颗爱心", "a girl => paint a star on her face", "一个男孩 => 脸上画一面国旗"],
)
def test_what_is_painted_on_a_face_leaves_it_to_be_seen(talked: str) -> None:
    scene = talk(talked)[0].scene
    who, paint = scene.objects
    left, top, right, bottom = scene.layout[paint.id].box
    whole = scene.layout[who.id].box
    assert right - left < 0.3 * (whole[2] - whole[0])
    assert whole[1] < top < bottom < (whole[1] + whole[3]) / 2
