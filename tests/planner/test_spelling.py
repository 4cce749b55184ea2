from __future__ import annotations

from importlib import resources

from hypothesis import given
from hypothesis import strategies as st

from paintover.planner.spelling import simplified, spelled
from paintover.planner.tables import LANGUAGES, table


def test_traditional_characters_are_read_as_simplified() -> None:
    assert simplified("第二張圖換個顏色") == "第二张图换个颜色"


def test_the_character_table_is_well_formed() -> None:
    text = (
        resources.files("paintover.planner").joinpath("cues", "traditional.txt").read_text(encoding="utf-8")
    )
    pairs = text.split()
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert len({pair[0] for pair in pairs}) == len(pairs)


def test_slips_of_voice_typing_are_put_right() -> None:
    zh = (table("zh"),)
    assert spelled("从新画一边", zh) == "重新画一遍"
    assert spelled("第二章加个月亮", zh) == "第二张加个月亮"
    assert spelled("那章鱼旁边加个贝壳", zh) == "那章鱼旁边加个贝壳"


def test_a_space_between_chinese_words_is_a_comma() -> None:
    assert spelled("那张猫 加个帽子 red hat", (table("zh"),)) == "那张猫，加个帽子 red hat"


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_the_length_never_changes(text: str, language: str) -> None:
    assert len(spelled(text, (table(language), table("en")))) == len(text)
