"""Messages in a row that nobody answered."""

from __future__ import annotations

import pytest

from paintover.planner.offline import plan_offline
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import asked, gen, history, planned


@pytest.mark.parametrize(
    ("said", "prompt"),
    [
        (["画一只猫", "黑色的"], "画一只猫\n黑色的"),
        (["画一只猫", "还有一条鱼", "背景要用蓝色"], "画一只猫\n还有一条鱼\n背景要用蓝色"),
        (["draw a cat", "make it black"], "draw a cat\nmake it black"),
        (["a lighthouse at night", "and a small boat"], "a lighthouse at night\nand a small boat"),
        (["猫の絵", "それと魚"], "猫の絵\nそれと魚"),
        (["画一只猫", "画一只狗"], "画一只狗"),
        (["一只猫", "一只狗"], "一只狗"),
        (["a cat", "draw a dog"], "draw a dog"),
        (["画一只猫", "画一只猫"], "画一只猫"),
        (["画一只猫", "还有一条鱼", "还有一条鱼"], "画一只猫\n还有一条鱼"),
    ],
)
def test_what_goes_on_is_joined_and_what_stands_alone_is_not(said: list[str], prompt: str) -> None:
    plan = plan_offline(read_conversation([{"role": "user", "content": text} for text in said]))
    assert (plan.call.action, plan.call.prompt) == ("generate", prompt)


def test_an_edit_in_two_pieces_is_one_edit() -> None:
    messages = [*history(("画一头牛", None), ("加一匹马", 1)), asked("头上加个锅盖")]
    plan = planned(messages, "还有，背景换成雪地")
    assert (plan.call.sources, plan.call.prompt) == ((gen(2),), "头上加个锅盖\n还有，背景换成雪地")


def test_an_answered_message_is_never_said_again() -> None:
    plan = planned(history(("画一头牛", None)), "还有，加一匹马")
    assert (plan.call.sources, plan.call.prompt) == ((gen(1),), "还有，加一匹马")
