"""What is put away before the wish: "forget the walrus. ..." is no wish, and what follows is read alone."""

from __future__ import annotations

import pytest

from paintover.planner.intent import read
from tests.planner.conversations import KITES, TRAMS, gen, planned


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "ok scrap the tram. i need a seed packet for purple carrots",
            "i need a seed packet for purple carrots",
        ),
        ("done with the teapot, draw a badger in a bathtub", "draw a badger in a bathtub"),
    ],
)
def test_what_is_put_away_is_not_drawn(text: str, prompt: str) -> None:
    call = planned(TRAMS, text).call
    assert (call.action, call.sources, call.prompt) == ("generate", (), prompt)


def test_what_is_put_away_is_not_drawn_in_chinese() -> None:
    call = planned(KITES, "不弄风筝了，来张空气炸锅的产品图").call
    assert (call.action, call.sources, call.prompt) == ("generate", (), "来张空气炸锅的产品图")


def test_an_edit_may_follow_what_is_put_away() -> None:
    call = planned(TRAMS, "ok leave the teapot. give the pigeons top hats").call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(3),), "give the pigeons top hats")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("scrap the walrus", "en"),
        ("leave the door open, and add a cat", "en"),
        ("别画太满，留点空白", "zh"),
        ("add a cat. forget the walrus", "en"),
    ],
)
def test_nothing_is_put_away_where_a_wish_is_meant(text: str, language: str) -> None:
    assert read(text, language).dismissed == 0


@pytest.mark.parametrize(
    "text", ["帮我写首诗", "能画视频吗？", "hmm what can you do besides drawing?", "tell me a joke"]
)
def test_what_is_no_drawing_is_answered_in_words(text: str) -> None:
    assert planned(TRAMS, text).call.action == "answer"


@pytest.mark.parametrize("text", ["谢啦", "对，就是这样"])
def test_thanks_draw_nothing(text: str) -> None:
    assert planned(KITES, text).call.action == "answer"


@pytest.mark.parametrize("text", ["在墙上写首诗", "write a poem on the wall"])
def test_what_is_to_be_written_in_the_picture_is_an_edit(text: str) -> None:
    assert planned(TRAMS, text).call.action == "edit"
