"""One assistant turn that answers several calls."""

from __future__ import annotations

from paintover.domain.conversation import AssistantTurn
from paintover.transcript.messages import read_conversation
from paintover.transcript.reader import read_answer, read_answers
from tests.planner.conversations import answered, gen

ONE, TWO = str(answered("猫", 1)["content"]), str(answered("狗", 2, source=1)["content"])


def test_each_call_is_read_with_its_own_pictures() -> None:
    answers = read_answers(f"{ONE}\n\n\n{TWO}")
    assert [one.call.prompt for one in answers if one.call] == ["猫", "狗"]
    assert [[picture.gen_id for picture in one.pictures] for one in answers] == [[gen(1)], [gen(2)]]
    turns = read_conversation([{"role": "assistant", "content": f"{ONE}\n\n\n{TWO}"}]).turns
    assert [turn.answer for turn in turns if isinstance(turn, AssistantTurn)] == list(answers)


def test_a_single_answer_is_what_it_was() -> None:
    assert read_answers(ONE) == (read_answer(ONE),)
    assert read_answers("好的。") == ()


def test_a_fence_in_words_is_no_second_answer() -> None:
    quoted = ONE + '\n\nLike this:\n```\n{"prompt": "x"}\n```\n'
    assert read_answers(quoted) == (read_answer(quoted),)
    assert len(read_answers(ONE + "\n```\nno call\n```\n" + TWO)) == 2
