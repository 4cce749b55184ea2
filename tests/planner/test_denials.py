"""Descriptions by what is not there, and which picture stands in for a denied one."""

from __future__ import annotations

import pytest

from paintover.planner.intent import read
from paintover.planner.ranking import describe
from paintover.planner.terms import terms
from tests.planner.conversations import KITES, TRAMS, answered, asked, gen, planned


@pytest.mark.parametrize(
    ("text", "language", "lacking"),
    [
        ("the one without a dog and w/o spotlight. scatter some tickets", "en", "dog spotlight"),
        ("celle sans le chat, mets une lampe", "fr", "chat"),
        ("das ohne Katze, mach es blau", "de", "Katze"),
        ("a sem chapéu, põe um gato", "pt", "chapéu"),
        ("el sin sombrero, ponle gafas", "es", "sombrero"),
        ("猫がいない方に月を足して", "ja", "猫"),
        ("收音机在、鸟笼不在的那个，换成红的", "zh", "鸟笼"),
    ],
)
def test_what_a_cue_leaves_out_is_still_denied(text: str, language: str, lacking: str) -> None:
    reading = read(text, language)
    seen = describe(reading.references[0].words, reading.tables)
    assert terms(lacking) <= seen.lacks


@pytest.mark.parametrize(
    ("text", "picture", "prompt"),
    [
        ("not the one with pigeons, the moustache driver. give him a scarf", 2, "give him a scarf"),
        ("the tram but without the pigeons - paint it green", 2, "paint it green"),
        ("back to the tram, from before the pigeons, and add a dog", 2, "add a dog"),
        ("the version where you added the pigeons, make them white", 3, "make them white"),
    ],
)
def test_the_picture_that_is_left_is_meant(text: str, picture: int, prompt: str) -> None:
    call = planned(TRAMS, text).call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(picture),), prompt)


def test_naming_one_of_several_trees_means_it_as_it_looks_now() -> None:
    assert planned(TRAMS, "tram one, make it a desktop background").call.sources == (gen(3),)
    assert planned(TRAMS[:6], "tram one, make it a desktop background").call.sources == (gen(1),)


def test_without_alone_means_a_relative_of_what_has_it() -> None:
    assert planned(TRAMS, "the one without pigeons, make it night").call.sources == (gen(2),)


def test_chinese_names_what_is_meant_after_the_before() -> None:
    call = planned(KITES, "穿雨衣之前的熊，换成熊猫").call
    assert (call.sources, call.prompt) == ((gen(1),), "换成熊猫")


def test_a_denied_picture_is_replaced_in_chinese() -> None:
    call = planned(KITES, "不是章鱼那个，是刚穿上雨衣的，把雨衣换成黄色").call
    assert (call.sources, call.prompt) == ((gen(2),), "把雨衣换成黄色")


@pytest.mark.parametrize("text", ["怎么失败了，重试", "刚才没出来，再试一遍", "重新试一次刚才那个"])
def test_a_failed_call_is_tried_again_in_its_own_words(text: str) -> None:
    failed = [*KITES, asked("熊换成某位明星"), answered("熊换成某位明星", source=3)]
    call = planned(failed, text).call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(3),), "熊换成某位明星")


def test_a_sigh_after_a_failure_is_not_drawn() -> None:
    failed = [*KITES, asked("熊换成某位明星"), answered("熊换成某位明星", source=3)]
    assert planned(failed, "唉，给熊戴个墨镜吧").call.prompt == "给熊戴个墨镜"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("雨衣背后印一串小字 task_01jabcdefgh0123456789abcde", "zh"),
        ("print the serial number gen_01jabcdefgh0123456789abcdef on the tram", "en"),
    ],
)
def test_an_id_that_is_to_be_printed_points_at_nothing(text: str, language: str) -> None:
    assert not [one for one in read(text, language).references if one.kind == "id"]


def test_a_part_may_be_square_while_the_picture_is_not() -> None:
    assert read("招牌改成竖的", "zh").ratio.ratio is None
    assert read("把请柬改成横的", "zh").ratio.ratio is not None
