from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.ratio import Ratio
from paintover.planner.intent import read


def ratio_in(text: str, language: str = "zh") -> str | None:
    found = read(text, language).ratio.ratio
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("一匹马【2:3】", "2:3"), ("比例9:16", "9:16"), ("做成手机壁纸", "9:16"), ("横屏的", "16:9"), ("A4大小", "70:99"), ("1024x1536", "2:3"),
        ("16：9 的海报", "16:9"), ("改成竖版", "2:3"), ("一张方图", "1:1"), ("比例改成3:4", "3:4"), ("画一匹马", None), ("早上9:30的街", None),
        ("两个人 4 条狗", None), ("写上“16:9”", None), ("横过来", "3:2"), ("画面竖起来", "2:3"), ("把剑横过来", None),
    ],
)  # fmt: skip
def test_ratio_in_chinese(text: str, ratio: str | None) -> None:
    assert ratio_in(text) == ratio


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("a fox, landscape format", "3:2"), ("phone wallpaper of a fox", "9:16"), ("an A4 poster", "70:99"), ("a fox 1536x1024", "3:2"),
        ("make it 16:9", "16:9"), ("a portrait of a king", None), ("a landscape with hills", None), ("a town square", None), ("a fox --ar 3:2", "3:2"),
        ("the 9:45 train", None), ("square crop please", "1:1"),
        ("now portrait", "2:3"), ("ok landscape please", "3:2"), ("the same in square", "1:1"), ("portrait now", "2:3"), ("how about landscape", "3:2"),
        ("add a portrait", None), ("hang a landscape on the wall", None),
    ],
)  # fmt: skip
def test_ratio_in_english(text: str, ratio: str | None) -> None:
    assert ratio_in(text, "en") == ratio


@given(st.integers(1, 30), st.integers(1, 30))
def test_a_bracketed_ratio_is_always_read(width: int, height: int) -> None:
    if 1 / 4 <= width / height <= 4:
        found = read(f"画一匹马【{width}:{height}】", "zh").ratio.ratio
        assert found is not None
        assert found.value == pytest.approx(Ratio(width, height).value)


@pytest.mark.parametrize(
    ("text", "language", "n"),
    [
        ("来四张", "zh", 4), ("给我画3张猫", "zh", 3), ("出两个版本", "zh", 2), ("第三张", "zh", None), ("这四张里的第二张", "zh", None),
        ("画四只猫", "zh", None), ("一张图里放四个表情", "zh", None), ("来九百张", "zh", 900), ("来一百零五张海报", "zh", 105), ("give me a hundred pictures of cats", "en", 100), ("来99张", "zh", 99),
        ("3 versions", "en", 3), ("four variations of it", "en", 4), ("give me a couple of options", "en", 2), ("four cats", "en", None),
        ("the last three pictures", "en", None), ("three cats in one picture", "en", None), ("the second version", "en", None),
        ("hazme 3 opciones", "es", 3), ("на второй картинке", "ru", None), ("3枚作って", "ja", 3), ("2枚目", "ja", None),
    ],
)  # fmt: skip
def test_count(text: str, language: str, n: int | None) -> None:
    assert read(text, language).count.n == n
