"""What is to be written, and where it is to stand, apart from each other."""

from __future__ import annotations

import pytest

from tests.engines.illustrator.told import talk


@pytest.mark.parametrize(
    ("talked", "words"),
    [
        (
            "a birthday card with balloons => write Happy 5th Birthday Leo at the top",
            "Happy 5th Birthday Leo",
        ),
        (
            "a birthday card with balloons => write Congratulations Anna at the top",
            "Congratulations Anna\nHappy Birthday",
        ),
        ("a dog in a park => add the text Happy 5th Birthday at the top", "Happy 5th Birthday"),
        ("一张生日贺卡 => 上面写生日快乐小明", "生日快乐小明"),
        ("一个女孩 => 右上角写我爱你", "我爱你"),
    ],
)
def test_words_end_where_their_place_begins(talked: str, words: str) -> None:
    assert talk(talked)[0].scene.caption == words
