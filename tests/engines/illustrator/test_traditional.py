"""Traditional Chinese asks for the same picture as simplified, and is written as it is."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.plain_words import in_simplified


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("請畫一張聖誕節賀卡，有雪橇和馴鹿", "请画一张圣诞节贺卡，有雪橇和驯鹿"),
        ("一個穿著藍色裙子的女孩在公園餵鴿子", "一个穿着蓝色裙子的女孩在公园喂鸽子"),
        ("三隻小豬和一隻大野狼", "三只小猪和一只大野狼"),
        ("特寫，一隻貓頭鷹", "特写，一只猫头鹰"),
        ("爺爺在院子裡下棋", "爷爷在院子里下棋"),
        ("兩個廚師在廚房裡做麵包", "两个厨师在厨房里做面包"),
        ("暴風雨裡的燈塔，遠處有一艘輪船", "暴风雨里的灯塔，远处有一艘轮船"),
    ],
)
def test_both_ways_of_writing_draw_the_same(traditional: str, simplified: str) -> None:
    drawn = [compose_scene(wish, ratio="1:1", seed=5, language="zh") for wish in (traditional, simplified)]
    assert drawn[0] == drawn[1]


def test_edits_are_read_in_both_as_well() -> None:
    base = compose_scene("一個穿著藍色洋裝的女孩", ratio="1:1", seed=5, language="zh").scene
    scene = edit_scene("把洋裝改成綠色", [base], ratio="1:1", seed=5, language="zh").scene
    assert [thing.colour for thing in scene.objects if thing.kind == "dress"] == ["green"]


@pytest.mark.parametrize(
    ("wish", "words"),
    [("畫一張賀卡，寫「聖誕快樂」，有雪橇", "聖誕快樂"), ("一隻貓，寫著歡迎光臨，旁邊有門", "歡迎光臨")],
)
def test_what_is_to_be_written_stays_as_it_is(wish: str, words: str) -> None:
    assert compose_scene(wish, ratio="1:1", seed=5, language="zh").scene.caption == words


def test_japanese_is_left_alone() -> None:
    assert in_simplified("図書館で猫が寝ている、電車も") == "図書館で猫が寝ている、電車も"
