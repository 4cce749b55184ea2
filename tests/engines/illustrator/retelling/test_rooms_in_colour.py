"""Rooms in another colour, fish on the line, and what is told of light: what people ask of a whole picture in short."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("a chef in a kitchen => paint the kitchen green", "Now: wall – green"),
        ("a girl in a bedroom => make the room blue", "Now: wall – blue"),
        ("一个女孩在卧室里 => 房间改成蓝色", "现在：墙——蓝色"),
        ("an old couple dancing in the living room => dim the lights", "Now: darker"),
        ("a house and a tree => make it warmer", "Now: warmer tones"),
        ("一座房子 => 亮一点", "现在：亮一些"),
        (
            "a man fishing from a dock => put a big fish on his line",
            "Added: fish – large, on the fishing rod",
        ),
        ("一个老人在河边钓鱼 => 鱼钩上挂条鱼", "加了：鱼——在鱼竿上面"),
        ("a boy => make the boy stand on one leg", "Changed: boy – standing on one leg"),
        (
            "two friends having coffee at a cafe => change the coffee to tea",
            "Changed: tea × 2 – instead of coffee",
        ),
    ],
)
def test_it_is_told_by_what_is_seen(talked: str, told: str) -> None:
    (answer,) = talk(talked)
    assert answer.told == told
    assert answer.notes == ()


def test_what_was_dimmed_and_is_not_is_brighter() -> None:
    _, second = talk("a cat in a room => make it darker => brighter please")
    assert second.told == "Now: brighter"
