from __future__ import annotations

from datetime import UTC, datetime

import pytest

from paintover.domain.call import Question, Topic
from paintover.domain.generation import Generation
from paintover.domain.ratio import Ratio
from paintover.planner.answers import answer_question, topic_of
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import KITES, TRAMS, answered, asked, gen, planned

CHINESE, ENGLISH, EMPTY = read_conversation(KITES), read_conversation(TRAMS), read_conversation([])


def fact(number: int) -> Generation:
    return Generation(
        gen_id=gen(number), owner="me", origin="drawn", created_at=datetime(2025, 4, 14, tzinfo=UTC), ratio=Ratio(3, 2),
        width=1254, height=836, media_type="image/png", digest="0" * 64, byte_length=9, path="20250414/x.png",
        prompt="a hat", sources=(gen(1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("第二张多大？", "size"), ("what's the resolution?", "size"), ("how many pictures have you made", "count"), ("一共画了几张", "count"),
        ("what did you change?", "change"), ("刚才改了什么", "change"), ("which prompt was that", "prompt"), ("第一张的提示词是什么", "prompt"),
        ("what's the aspect ratio", "ratio"), ("你能做什么", "about"), ("was kannst du alles?", "about"), ("¿qué sabes hacer?", "about"), ("何枚描いた？", "count"), ("why is the sky blue", "other"),
        ("第二张里有几头牛？", "contents"), ("图里有没有狗", "contents"), ("what colour is the tram?", "contents"), ("is there a dog in it?", "contents"),
        ("how many pigeons are on the roof?", "contents"), ("which pictures do I have?", "list"),
    ],
)  # fmt: skip
def test_topics(text: str, topic: Topic) -> None:
    assert topic_of(text) == topic


def test_sizes_come_from_the_store() -> None:
    question = Question(topic="size", about=(gen(2),))
    assert (
        answer_question(question, CHINESE, {gen(2): fact(2)}, "zh") == "第 2 张是 1254 × 836 像素，比例 3:2。"
    )
    assert answer_question(
        question, ENGLISH, {gen(2): fact(2)}, "en"
    ) == "Picture 2 is 1254 x 836 pixels, ratio 3:2.".replace(" x ", " × ")


def test_what_is_not_known_is_called_unknown() -> None:
    said = answer_question(Question(topic="size", about=(gen(2),)), ENGLISH, {}, "en")
    assert "1:1" in said
    assert "not on record" in said


def test_changes_name_both_pictures() -> None:
    assert (
        answer_question(Question(topic="change"), read_conversation(KITES[:6]), {}, "zh")
        == "第 3 张是在第 2 张上改的：风筝换成章鱼形状的。"
    )
    assert answer_question(Question(topic="change", about=(gen(1),)), ENGLISH, {}, "en").startswith(
        "Picture 1 was drawn anew"
    )


def test_counts() -> None:
    assert answer_question(Question(topic="count"), CHINESE, {}, "zh") == "这段对话里一共有 4 张图。"
    assert (
        answer_question(Question(topic="count"), EMPTY, {}, "en")
        == "There is no picture in this conversation yet."
    )


@pytest.mark.parametrize(
    "topic", ["size", "count", "prompt", "change", "ratio", "list", "about", "pleasantry", "other"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_topic_has_an_answer_without_a_link(topic: Topic, language: str) -> None:
    wild = read_conversation(
        [asked("x"), answered("see https://evil.example/a.png ![x](http://b.example)", 1)]
    )
    for conversation in (CHINESE, EMPTY, wild):
        said = answer_question(Question(topic=topic), conversation, {}, "zh" if language == "zh" else "en")
        assert said
        assert "http" not in said
        assert "![" not in said


def test_a_question_is_planned_with_its_topic_and_picture() -> None:
    plan = planned(KITES, "第二张多大？")
    assert plan.call.action == "answer"
    assert plan.question == Question(topic="size", about=(gen(2),))
    assert planned(TRAMS, "what did you change in the third one?").question == Question(
        topic="change", about=(gen(3),)
    )


@pytest.mark.parametrize(
    "text",
    [
        "能不能把天空改成粉色？",
        "can you make it rain?",
        "把熊放大一点可以吗？",
        "what about a hat?",
        "make it blue?",
    ],
)
def test_a_request_in_a_questions_clothes_is_an_edit(text: str) -> None:
    assert planned(KITES, text).call.action == "edit"


def test_what_is_in_a_picture_is_told_by_what_it_was_drawn_from() -> None:
    plan = planned(KITES, "第三张里有几只熊？")
    assert plan.question == Question(topic="contents", about=(gen(3),))
    assert (
        answer_question(plan.question, CHINESE, {}, "zh")
        == "第 3 张我只知道是照什么画的：画一只放风筝的熊 → 给熊穿件雨衣 → 风筝换成章鱼形状的。"
    )
    plan = planned(TRAMS, "how many pigeons are there in the third picture?")
    assert plan.question is not None
    assert answer_question(plan.question, ENGLISH, {}, "en").endswith(
        "a red tram crossing a stone bridge → give the driver a moustache → add pigeons on the roof"
    )
    assert (
        answer_question(Question(topic="contents"), EMPTY, {}, "en")
        == "There is no picture in this conversation yet."
    )


@pytest.mark.parametrize(
    "said", ["thanks, lovely", "haha nice", "谢谢，很好看", "merci, c'est magnifique", "grazie, bellissimo"]
)
def test_thanks_in_several_words_are_answered_kindly(said: str) -> None:
    plan = planned(KITES, said)
    assert plan.question is not None
    assert plan.question.topic == "pleasantry"
    told = answer_question(plan.question, CHINESE, {}, plan.language)
    assert told.startswith("好的" if plan.language == "zh" else "My pleasure")
