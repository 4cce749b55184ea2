"""Who comes after balloons or lanterns were spoken of comes to what stands on the ground."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "bearer"),
    [
        ("天安门 => 天上放几个气球 => 前面站个小孩", "chinese-palace"),
        ("夜市上卖烤串的大叔 => 摊子上挂一排红灯笼 => 前面站个小姑娘", "man"),
        ("a house in a meadow => add two balloons => add a dog in front of it", "house"),
    ],
)
def test_who_comes_stands_by_the_main_thing(talked: str, bearer: str) -> None:
    scene = talk(talked)[-1].scene
    newest = scene.objects[-1]
    assert newest.rel is not None
    found = scene.thing(newest.rel.to)
    assert found is not None
    assert found.kind == bearer
