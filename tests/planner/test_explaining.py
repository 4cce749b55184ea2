from __future__ import annotations

from typing import get_args, get_type_hints

from paintover.domain.call import Doubt, Span
from paintover.planner import explaining
from paintover.planner.explaining import explained, request_text
from paintover.planner.offline import plan_offline
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import KITES, TRAMS, Message, asked, gen, history


def told(messages: list[Message], said: str) -> list[str]:
    conversation = read_conversation([*messages, asked(said)])
    return list(explained(plan_offline(conversation), conversation))


def test_a_close_call_is_told_with_both_pictures() -> None:
    cats = history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None))
    lines = told(cats, "the cat in a hat: make it night, 3:2")
    assert lines[0] == f"Edit  {gen(3)}"
    assert "  Prompt: make it night" in lines
    assert "  Shape: 3:2" in lines
    assert f"  Chosen: picture 3: a cat in a hat on a lawn  {gen(3)}" in lines
    assert any(line.startswith("  Next best: picture 1") and "close call" in line for line in lines)
    assert "    points at a picture: “the cat in a hat:”" in lines
    assert "    what to do: “make it night”" in lines
    assert lines[-1] == "  Unsure: another picture fits nearly as well"


def test_it_is_told_in_the_users_language() -> None:
    lines = told(KITES, "回到穿雨衣的那张，加一顶帽子，来两张")
    assert lines[0] == f"修改  {gen(2)}"
    assert any(line.startswith("  规格: 1:1, 2 张") for line in lines)


def test_a_question_and_a_written_call_are_told() -> None:
    assert told(TRAMS, "how many pictures are there?")[0].startswith("Answer in words")
    lines = told(TRAMS, f'{{"prompt": "a hat", "gen_id": "{gen(2)}"}}')
    assert any(line.startswith("    JSON call: “{") for line in lines)


def test_messages_in_a_row_are_quoted_as_one_request() -> None:
    messages = [asked("画一只猫"), asked("还有一条狗")]
    conversation = read_conversation(messages)
    assert request_text(conversation) == "画一只猫\n还有一条狗"
    lines = list(explained(plan_offline(conversation), conversation))
    assert any("画一只猫 还有一条狗" in line for line in lines)


def test_nothing_steers_the_terminal() -> None:
    lines = told(TRAMS, "make it \x1b[31mred\x1b[0m\r\x07 and \u202ebig")
    assert all(line.isprintable() for line in lines)


def test_every_kind_and_doubt_has_words() -> None:
    assert set(explaining._DOUBTS) == set(get_args(Doubt))
    assert set(explaining._KINDS) == set(get_args(get_type_hints(Span)["kind"]))
