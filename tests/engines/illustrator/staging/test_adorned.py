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


@pytest.mark.parametrize(
    ("talked", "low", "high"),
    [
        ("a boy => put a bandage on his head", 0.1, 0.45),
        ("a boy => put a bandage on his arm", 0.5, 0.85),
        ("a girl => put a plaster on her elbow", 0.5, 0.85),
        ("a boy => put a plaster on his knee", 0.75, 1.0),
        ("一个女孩 => 膝盖上贴个创可贴", 0.75, 1.0),
        ("一个男孩 => 给他的腿包上绷带", 0.75, 1.0),
        ("一只猫 => 给猫缠绷带", 0.7, 1.0),
        ("a cow => wrap a bandage around its leg", 0.7, 1.0),
        ("a dog => bandage up its head", 0.0, 0.35),
        ("a teddy bear => put a plaster on its arm", 0.5, 0.85),
    ],
)
def test_a_plaster_sticks_where_it_is_put(talked: str, low: float, high: float) -> None:
    (answer,) = talk(talked)
    who, plaster = answer.scene.objects
    left, top, right, bottom = answer.scene.layout[plaster.id].box
    whole = answer.scene.layout[who.id].box
    middle = ((top + bottom) / 2 - whole[1]) / (whole[3] - whole[1])
    assert low < middle < high
    assert whole[0] <= left
    assert right <= whole[2]
    assert answer.notes == ()
