"""Which language a message is in, read in the light of those before it."""

import pytest

from paintover.planner.language import language_of


@pytest.mark.parametrize(
    ("text", "before", "language"),
    [
        ("猫追加", "ja", "ja"),
        ("夜景", "ja", "ja"),
        ("把猫去掉", "ja", "zh"),
        ("猫追加", "en", "zh"),
        ("加一只猫", "zh", "zh"),
        ("猫を追加して", "zh", "ja"),
    ],
)
def test_words_without_kana_go_on_in_japanese(text: str, before: str, language: str) -> None:
    assert language_of(text, before) == language
