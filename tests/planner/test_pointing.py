"""What points at pictures, in the prompt about several of them and in wishes that are easily misread."""

from __future__ import annotations

import pytest

from paintover.planner.answers import topic_of
from tests.planner.conversations import KITES, TRAMS, gen, history, planned

CATS = history(("一只猫", None), ("改成像素风格", 1), ("改成水墨", 2))
WINTER = history(("a girl with a hat feeding ducks in winter", None), ("a boy with a dog", None))


@pytest.mark.parametrize(
    ("text", "sources", "prompt"),
    [
        ("把第一张里的那只熊放到第四张里", [1, 4], "把图1里的那只熊放到图2里"),
        ("第四张的灯塔放到第一张的熊旁边", [4, 1], "图1的灯塔放到图2的熊旁边"),
    ],
)
def test_with_several_pictures_each_is_told_by_its_number_among_the_sources(
    text: str, sources: list[int], prompt: str
) -> None:
    call = planned(KITES, text).call
    assert call.sources == tuple(gen(number) for number in sources)
    assert call.prompt == prompt


def test_in_english_too() -> None:
    call = planned(TRAMS, "put the teapot of picture 4 into picture 1").call
    assert set(call.sources) == {gen(4), gen(1)}
    names = {name: f"picture {number}" for number, name in enumerate(call.sources, 1)}
    assert call.prompt == f"put the teapot of {names[gen(4)]} into {names[gen(1)]}"


def test_what_follows_a_picture_that_is_meant_stays_a_wish() -> None:
    call = planned(WINTER, "the one with the hat but in summer").call
    assert (call.sources, call.prompt) == ((gen(1),), "in summer")


def test_who_likes_an_earlier_one_better_goes_on_from_it() -> None:
    call = planned(CATS, "还是第一个风格好，给它加条围巾").call
    assert (call.sources, call.prompt) == ((gen(1),), "给它加条围巾")


@pytest.mark.parametrize("text", ["thanks, that's great!", "I love it", "that looks great"])
def test_praise_draws_nothing(text: str) -> None:
    assert planned(TRAMS, text).call.action == "answer"


@pytest.mark.parametrize("text", ["随便画点什么", "帮我画个什么吧"])
def test_whatever_you_like_is_no_question(text: str) -> None:
    assert planned([], text).call.action == "generate"


@pytest.mark.parametrize("text", ["what did you draw?", "你画了什么？"])
def test_what_was_drawn_is_asked_of_the_contents(text: str) -> None:
    assert topic_of(text) == "contents"


CACTUS = history(("a cactus in a pot on a shelf", None), ("add a flower on top of the cactus", 1))
CAP = history(("一只猫", None), ("给它戴顶帽子", 1))


@pytest.mark.parametrize("text", ["no, take that off again", "hmm, take it away", "nah, put it back"])
def test_who_takes_it_back_gets_the_picture_before(text: str) -> None:
    assert planned(CACTUS, text).call.sources == (gen(1),)


@pytest.mark.parametrize("text", ["算了，还是拿掉吧", "不，去掉吧", "不好看，不要了"])
def test_in_chinese_too(text: str) -> None:
    assert planned(CAP, text).call.sources == (gen(1),)


@pytest.mark.parametrize("text", ["some rain please", "some snow", "some stars please"])
def test_weather_that_is_asked_for_comes_over_the_picture(text: str) -> None:
    assert planned(CACTUS, text).call.sources == (gen(2),)


SHIPS = history(("画一只猫", None), ("画三艘船", None), ("船换成红色", 2))


@pytest.mark.parametrize(
    "text",
    [
        "再来两艘", "再来一艘小船", "再画一艘", "多给几艘", "再來一隻狗", "后面那艘换成红色", "左边的那艘大一点",
        "恢复原来的颜色", "船变回原来的颜色", "颜色改回去", "船不要了，换成鸭子",
    ],
)  # fmt: skip
def test_what_is_said_of_the_things_there_is_said_of_the_newest_picture(text: str) -> None:
    call = planned(SHIPS, text).call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(3),), text)


@pytest.mark.parametrize("text", ["再画一只狗", "再来一幅水墨画，一座山", "再来一个机器人头像"])
def test_another_picture_is_drawn_anew(text: str) -> None:
    assert planned(SHIPS, text).call.action == "generate"
