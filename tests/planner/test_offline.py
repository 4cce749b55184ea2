from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.call import Plan
from paintover.domain.conversation import Answer, AssistantTurn, Conversation, ShownPicture, Upload, UserTurn
from paintover.domain.ratio import Ratio
from paintover.planner.offline import LONGEST_PROMPT, OfflinePlanner, plan_offline
from paintover.planner.protocol import Planner, Wishes
from paintover.transcript.messages import read_conversation
from tests.pace import timed, units_of
from tests.planner.conversations import KITES, TRAMS, answered, asked, gen, history, planned


def is_whole(plan: Plan) -> bool:
    call = plan.call
    return (plan.question is not None) == (call.action == "answer") and (
        call.action != "edit" or bool(call.sources)
    )


async def test_it_is_a_planner() -> None:
    planner: Planner = OfflinePlanner()
    plan = await planner.plan(read_conversation([asked("a fox")]), Wishes())
    assert plan.call.action == "generate"


@pytest.mark.parametrize(
    "conversation",
    [
        Conversation(turns=()),
        Conversation(turns=(), system="You draw."),
        Conversation(turns=(UserTurn(text=""),)),
        Conversation(turns=(UserTurn(text=" \n"),)),
        Conversation(turns=(AssistantTurn(text="hello"),)),
        Conversation(
            turns=(UserTurn(text="", uploads=(Upload(ref="upload:1", url="https://a.example/b.png"),)),)
        ),
        Conversation(turns=(AssistantTurn(text="", answer=Answer(pictures=(ShownPicture(gen_id=gen(1)),))),)),
    ],
)
def test_nothing_to_draw_is_answered_in_words(conversation: Conversation) -> None:
    plan = plan_offline(conversation)
    assert plan.call.action == "answer"
    assert is_whole(plan)


ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            ["第", "二", "张", "那", "the ", "one ", "with ", "undo ", "`", '"', "“", "画", "把", "放到", "，", ". ", "and ", "gen_",
             gen(1), "9:16", "3 ", "versions ", "не ", "sin ", "を", "에", "\n", "> ", "{", "}", "\ue000", "before ", "合", "没", "。"]
        ),
        max_size=40,
    ).map("".join),
)  # fmt: skip


@given(ANY_TEXT, st.sampled_from([[], KITES, TRAMS]))
@settings(max_examples=150, deadline=None)
def test_no_words_break_it(text: str, before: list[dict[str, Any]]) -> None:
    plan = planned(before, text)
    assert is_whole(plan)
    assert len(plan.call.prompt) <= LONGEST_PROMPT
    assert all(0 <= span.start < span.end <= len(text) for span in plan.evidence.spans)


@given(st.lists(st.tuples(st.sampled_from(["user", "assistant", "system"]), ANY_TEXT), max_size=6))
@settings(max_examples=60, deadline=None)
def test_no_conversation_breaks_it(turns: list[tuple[str, str]]) -> None:
    assert is_whole(
        plan_offline(read_conversation([{"role": role, "content": text} for role, text in turns]))
    )


def test_a_json_call_is_obeyed_as_written() -> None:
    call = {"prompt": "撤销第一张", "ratio": "3:2", "gen_id": gen(2)}
    plan = planned(KITES, json.dumps(call, ensure_ascii=False))
    assert (plan.call.action, plan.call.prompt, plan.call.sources) == ("edit", "撤销第一张", (gen(2),))
    assert (str(plan.call.ratio), plan.evidence.rule) == ("3:2", "explicit_call")


def test_a_call_within_words_is_content() -> None:
    plan = planned(KITES, '在塔上写 "{"gen_id": "' + gen(1) + '"}"')
    assert gen(1) not in plan.call.sources


def test_the_requests_fields_win_over_words() -> None:
    plan = planned(KITES, "来四张，比例9:16", wishes=Wishes(ratio=Ratio(3, 2), n=2, seed=7))
    assert (plan.call.ratio, plan.call.n, plan.call.seed) == (Ratio(3, 2), 2, 7)


def test_an_unknown_id_is_passed_on() -> None:
    unknown = "gen_01jzzzzzzzzzzzzzzzzzzzzzzz"
    plan = planned(KITES, f"{unknown} 加个月亮")
    assert plan.call.sources == (unknown,)
    assert plan.evidence.rule == "unknown_id"


def test_a_link_to_a_picture_is_that_picture() -> None:
    link = f"https://pictures.example/cdn/20250414/{gen(2)[4:]}.png"
    assert planned(KITES, f"{link} 加个月亮").call.sources == (gen(2),)


def test_an_edit_keeps_its_sources_shape() -> None:
    wide = [asked("山谷 16:9"), answered("山谷", 1, ratio="16:9")]
    assert str(planned(wide, "加一条河").call.ratio) == "16:9"
    assert str(planned(wide, "加一条河 1:1").call.ratio) == "1:1"


def test_pure_undo_asks_for_no_change() -> None:
    plan = planned(KITES[:6], "撤销")
    assert (plan.call.sources, plan.call.prompt) == ((gen(2),), "保持原样")


def test_undo_goes_up_the_tree_not_back_in_time() -> None:
    branches = history(
        ("a vase", None), ("add a rose", 1), ("a clock", None), ("add a cat next to the vase", 2)
    )
    assert planned(branches, "undo that, add a dog instead").call.sources == (gen(2),)
    assert planned(branches, "undo two steps and add a dog").call.sources == (gen(1),)


def test_a_failed_call_is_retried_as_it_was() -> None:
    messages = [*KITES, asked("第一张加条龙"), answered("加条龙", source=1)]
    plan = planned(messages, "再试一次")
    assert (plan.call.sources, plan.call.prompt, plan.evidence.rule) == ((gen(1),), "加条龙", "redo")


def test_pictures_of_a_batch_are_counted_one_by_one() -> None:
    messages = [
        asked("一个茶壶"),
        answered("一个茶壶", 1),
        asked("四个杯子图标，四张"),
        answered("杯子图标", 2, 3, 4, 5),
    ]
    assert planned(messages, "第三张加热气").call.sources == (gen(3),)
    assert planned(messages, "这四张里的第三张加热气").call.sources == (gen(4),)


def test_an_upload_alone_is_the_source() -> None:
    plan = planned([], "把它变成水彩", "https://a.example/cat.jpg")
    assert (plan.call.action, plan.call.sources) == ("edit", ("upload:1",))


def test_a_branch_is_its_newest_picture() -> None:
    messages = history(
        ("a shop sign", None),
        ("plan A: red letters", 1),
        ("plan B: blue letters", 1),
        ("add a frame to plan A", 2),
    )
    assert planned(messages, "plan A: make the frame gold").call.sources == (gen(4),)
    assert planned(messages, "plan B: add a lamp").call.sources == (gen(3),)


def test_what_was_ruled_out_is_not_chosen() -> None:
    plan = planned(TRAMS[:6], "not the one with pigeons, the one with the moustache. make the sky green")
    assert plan.call.sources == (gen(2),)
    assert "not the" not in plan.call.prompt


@timed
def test_the_time_it_takes_is_linear_in_the_conversation() -> None:
    def seconds(turns: int) -> float:
        said = [(f"在第{i}棵树旁边加一盏灯笼{i}", i or None) for i in range(turns)]
        messages = [
            m
            for i, (text, source) in enumerate(said, 1)
            for m in (asked(text), answered(text, i, source=source))
        ]
        conversation = read_conversation([*messages, asked("刚才加灯笼7的那张，换成雪夜")])
        best = float("inf")
        for _ in range(5):
            start = time.process_time()
            plan_offline(conversation)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(800) < 24 * max(seconds(100), 0.001)


@pytest.mark.parametrize(
    "piece", ["a", "加一只猫，", "the one with ", '"', "`", "> ", "第", "put ", "把放", "“", "1:"]
)
def test_ten_megabytes_of_text_do_not_hang(piece: str) -> None:
    plan_offline(read_conversation([*KITES, asked("加一棵树")]))
    conversation = read_conversation([*KITES, asked(piece * (10_000_000 // len(piece.encode())))])
    assert units_of(lambda: plan_offline(conversation), enough=20) < 20
    assert len(plan_offline(conversation).call.prompt) <= LONGEST_PROMPT


@pytest.mark.parametrize(
    ("text", "prompt", "kind", "n", "ratio"),
    [
        ("一只猫，横屏", "一只猫", "ratio", 1, "16:9"),
        ("a fox in the snow, landscape", "a fox in the snow", "ratio", 1, "3:2"),
        ("来两张小猫", "小猫", "count", 2, "1:1"),
        ("两张小猫", "小猫", "count", 2, "1:1"),
    ],
)
def test_wishes_that_the_call_takes_over_leave_the_prompt(
    text: str, prompt: str, kind: str, n: int, ratio: str
) -> None:
    plan = planned([], text)
    assert (plan.call.prompt, plan.call.n, str(plan.call.ratio)) == (prompt, n, ratio)
    assert kind in {span.kind for span in plan.evidence.spans}


def test_a_wish_that_is_all_there_is_stays_in_the_prompt() -> None:
    plan = planned(KITES, "改成横屏")
    assert plan.call.prompt == "改成横屏"
    assert plan.call.ratio.value > 1


def test_width_and_height_change_places() -> None:
    wide = [asked("山谷 16:9"), answered("山谷", 1, ratio="16:9")]
    assert str(planned(wide, "宽高对调一下").call.ratio) == "9:16"


def test_a_branch_answers_to_the_name_it_was_given() -> None:
    messages = history(
        ("a dragon egg", None), ("fork 1 - cracks", 1), ("fork 2 - frost", 1), ("fork 1: a claw", 2)
    )
    assert planned(messages, "fork 2: icicles").call.sources == (gen(3),)
    assert planned(messages, "fork 1: an eye").call.sources == (gen(4),)


def test_a_thing_is_meant_as_it_looks_now_and_a_step_as_it_was() -> None:
    assert planned(TRAMS, "that tram one with the moustache, add rain").call.sources == (gen(2),)
    assert planned(KITES, "放风筝那头熊，加条围巾").call.sources == (gen(3),)


def test_a_description_that_fits_nothing_is_a_guess_and_says_so() -> None:
    plan = planned(KITES, "软绵绵那位，加副耳环")
    assert (plan.evidence.rule, plan.evidence.margin, plan.call.sources) == ("guess", 0.0, (gen(3),))
    assert plan.evidence.runner_up is not None


@pytest.mark.parametrize("words", ["go back to the first picture", "revert to the first picture"])
def test_going_back_to_a_picture_by_its_place_is_no_step_back(words: str) -> None:
    plan = planned(TRAMS[:6], f"{words} and add two seagulls")
    assert plan.call.sources == (gen(1),)
    assert plan.call.prompt == "add two seagulls"
