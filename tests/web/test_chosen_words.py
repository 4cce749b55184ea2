"""What the page sends for words on a chosen picture is understood as those words on that picture, and nothing else."""

from __future__ import annotations

import pytest

from paintover.domain.call import Call, Plan
from paintover.domain.ratio import SQUARE
from paintover.planner.offline import plan_offline
from paintover.transcript.grammar import ZH
from paintover.transcript.messages import read_conversation
from paintover.transcript.writer import AnswerWriter

OTHER = "gen_01jqwte8yjf7haxqc521b7z2wz"
CHOSEN = "gen_01jr0000000000000000000000"
SAID = {CHOSEN: "画个牛马", OTHER: "海边一只猫"}
EDITS = [
    ("加个帽子", "加个帽子", "1:1", 1),
    ("加个帽子，来两张", "加个帽子", "1:1", 2),
    ("给牛戴顶红帽子，16:9", "给牛戴顶红帽子", "16:9", 1),
    ("竖版，把天换成晚上", "竖版，把天换成晚上", "2:3", 1),
    ("改成正方形，背景换成海边，出三张", "改成正方形，背景换成海边", "1:1", 3),
    ("猫也加进来", "猫也加进来", "1:1", 1),
    ("画一只猫", "画一只猫", "1:1", 1),
    ("写上“第二张 16:9”", "写上“第二张 16:9”", "1:1", 1),
    ("give it a hat", "give it a hat", "1:1", 1),
    ("give the ox a hat, 16:9, 3 pictures", "give the ox a hat", "16:9", 3),
    ("two versions with a red hat", "with a red hat", "1:1", 2),
    ("make the sky dark, portrait", "make the sky dark", "2:3", 1),
    ('write "two of 3:2" on the wall', 'write "two of 3:2" on the wall', "1:1", 1),
]
QUESTIONS = ["这张多大？", "画幅是多少？", "How big is this picture?", "What did you change?"]


def planned(words: str, *shown: str) -> Plan:
    """The plan for words after a conversation of the given pictures."""
    messages = []
    for gen_id in shown:
        writer = AnswerWriter(ZH, download_link=False)
        call = Call(action="generate", prompt=SAID[gen_id], ratio=SQUARE)
        answer = [
            *writer.echo(call),
            *writer.done(),
            *writer.picture(gen_id, f"https://x.example/{gen_id}.png"),
        ]
        messages += [
            {"role": "user", "content": SAID[gen_id]},
            {"role": "assistant", "content": "".join(answer)},
        ]
    return plan_offline(read_conversation([*messages, {"role": "user", "content": words}]))


@pytest.mark.parametrize("order", [(CHOSEN, OTHER), (OTHER, CHOSEN)])
@pytest.mark.parametrize(("words", "prompt", "ratio", "n"), EDITS)
def test_an_edit_is_of_that_picture_in_the_persons_words(
    words: str, prompt: str, ratio: str, n: int, order: tuple[str, str]
) -> None:
    plan = planned(f"`{CHOSEN}` {words}", *order)
    assert (plan.call.action, plan.call.sources) == ("edit", (CHOSEN,))
    assert (plan.call.prompt, str(plan.call.ratio), plan.call.n) == (prompt, ratio, n)
    assert plan.language == planned(words, *order).language


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_question_is_about_that_picture(words: str) -> None:
    asked, plain = planned(f"`{CHOSEN}` {words}", CHOSEN, OTHER).question, planned(words, CHOSEN).question
    assert asked is not None
    assert plain is not None
    assert asked.about[0] == CHOSEN
    assert asked.topic == plain.topic


def test_asking_for_it_once_more_makes_its_own_call_again() -> None:
    for words in ("再来一张", "try again"):
        plan = planned(f"`{CHOSEN}` {words}", CHOSEN, OTHER)
        assert (plan.call.action, plan.call.prompt) == ("generate", "画个牛马")
