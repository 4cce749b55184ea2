"""The planner against an endpoint over a real socket: what it asks, what it takes, and what it does without an answer."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest
import structlog

from paintover.domain.call import Plan
from paintover.domain.ratio import Ratio
from paintover.planner.llm.endpoint import Endpoint
from paintover.planner.llm.planner import FAILURES, LlmPlanner
from paintover.planner.offline import plan_offline
from paintover.planner.protocol import Planner, Wishes
from paintover.transcript.messages import read_conversation
from tests.llm_endpoint import (
    Reply,
    arguments,
    body,
    call,
    completion,
    cut,
    cut_in_the_middle,
    endless,
    failed,
    hanging,
    raw_call,
    text,
    trickling,
    with_usage,
)
from tests.pace import timed
from tests.planner.conversations import KITES, TRAMS, Message, answered, asked, gen, history
from tests.planner.llm.conftest import KEY, Made

CATS = history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None))
CLOSE = "the cat in a hat: make it night"
"""Rules alone are not sure which cat is meant."""


async def ask(
    planner: LlmPlanner, messages: list[Message], said: str, *images: str, wishes: Wishes | None = None
) -> Plan:
    return await planner.plan(read_conversation([*messages, asked(said, *images)]), wishes or Wishes())


@pytest.mark.parametrize(
    ("reply", "usage", "tokens"),
    [
        (call("edit", "1", prompt="make it night"), {"prompt_tokens": 400, "completion_tokens": 30}, 430),
        (call("edit", "9", prompt="make it night"), {"prompt_tokens": 400, "completion_tokens": 30}, 430),
        (call("edit", "1", prompt="make it night"), {"prompt_tokens": "many", "completion_tokens": -3}, 0),
        (call("edit", "1", prompt="make it night"), None, 0),
    ],
)
async def test_what_the_model_took_is_noted_also_where_it_was_of_no_use(
    made: Made, reply: Reply, usage: Any, tokens: int
) -> None:
    planner, _ = await made(with_usage(reply, usage))
    assert (await ask(planner, CATS, CLOSE)).evidence.planner_tokens == tokens


async def test_the_models_choice_is_taken(made: Made) -> None:
    planner, endpoint = await made(call("edit", "1", prompt="make it night"))
    is_planner: Planner = planner
    assert is_planner is planner
    plan = await ask(planner, CATS, CLOSE)
    assert (plan.call.action, plan.call.sources, plan.call.prompt) == ("edit", (gen(1),), "make it night")
    assert (plan.evidence.planner, plan.evidence.repairs, plan.evidence.fallback) == ("llm", (), None)
    assert plan.evidence.rule == "model"
    assert plan.evidence.chosen[0].because == "picture 1: a cat in a hat on a sofa"
    assert plan.evidence.because.endswith("As the language model understands it.")
    # The rules chose otherwise: a close call, in which the other picture can be offered.
    assert plan.evidence.runner_up is not None
    assert plan.evidence.runner_up.source == gen(3)
    assert plan.evidence.is_close
    (request,) = endpoint.asked
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body["model"] == "tiny"
    assert request.body["tools"][0]["function"]["name"] == "call"
    assert "1 a cat in a hat on a sofa\n2 a dog\n3 a cat in a hat on a lawn" in request.words
    assert request.words.endswith(f'Request: "{CLOSE}"')


async def test_a_choice_made_alike_is_sure(made: Made) -> None:
    planner, _ = await made(call("edit", "3", prompt="make it night"))
    plan = await ask(planner, CATS, CLOSE)
    assert plan.call.sources == (gen(3),)
    assert not plan.evidence.is_close


@pytest.mark.parametrize(
    "said",
    [
        "第2张改成夜晚",
        "撤销",
        "再来一张",
        f"把 {gen(2)} 改成夜晚",
        "用 gen_01jr5q0000e1h8zzzzzzzzzzzx 加一棵树",
        '{"prompt": "x"}',
        "🐻",
    ],
)
async def test_what_can_be_computed_is_not_asked(made: Made, said: str) -> None:
    planner, endpoint = await made(call("new", prompt="x"))
    plan = await ask(planner, KITES, said)
    assert plan == plan_offline(read_conversation([*KITES, asked(said)]))
    assert endpoint.asked == []


@pytest.mark.parametrize("said", ["加一只鸟", "画一只狐狸", "一共几张图？", "回到穿雨衣的那张"])
async def test_auto_does_not_ask_where_rules_are_sure(made: Made, said: str) -> None:
    planner, endpoint = await made(failed(500), asks="unsure")
    plan = await ask(planner, KITES, said)
    assert plan.evidence.planner == "offline"
    assert plan.evidence.fallback is None
    assert endpoint.asked == []


LONG = history(*[(f"draw a {name}", None) for name in ("fox", "cup", "tree", "boat", "hat") * 5])


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (CATS, CLOSE),
        (KITES, "把熊放到灯塔上面"),
        (KITES, "不对，我说的是红色的灯塔"),
        (LONG, "the one with the boat: make it night"),
    ],
    ids=["margin", "merge", "correction", "long"],
)
async def test_auto_asks_where_rules_are_not_sure(made: Made, messages: list[Message], said: str) -> None:
    planner, endpoint = await made(call("edit", "2", prompt=said), asks="unsure")
    plan = await ask(planner, messages, said)
    assert len(endpoint.asked) == 1
    assert (plan.evidence.planner, plan.call.sources) == ("llm", (gen(2),))
    assert plan.evidence.doubts


HUGE = completion({"content": "x" * 400_000})

TROUBLES = {
    "hanging": (hanging, "late"),
    "trickling": (trickling, "late"),
    "cut": (cut, "unreachable"),
    "cut_in_the_middle": (cut_in_the_middle, "unreachable"),
    "429": (failed(429), "limited"),
    "401": (failed(401, f"Incorrect API key provided: {KEY}"), "locked"),
    "403": (failed(403), "locked"),
    "400": (failed(400), "rejected"),
    "404": (failed(404, "no such model"), "rejected"),
    "302": (body(b"", 302, Location="http://127.0.0.1:9/v1"), "rejected"),
    "500": (failed(500), "broken"),
    "503": (body(b"<html>Bad gateway</html>", 503, Content_Type="text/html"), "broken"),
    "endless": (endless, "oversized"),
    "huge": (body(HUGE), "oversized"),
    "huge_error": (body(HUGE, 500), "oversized"),
    "packed": (body(b"\x1f\x8b" + b"0" * 100, Content_Encoding="gzip"), "oversized"),
    "refusal": (text(None, refusal="I cannot help with that."), "refused"),
    "filtered": (text("", finish_reason="content_filter"), "refused"),
    "not_json": (body(b"hello"), "unreadable"),
    "not_utf8": (body(b'{"choices": "\xff\xfe"}'), "unreadable"),
    "empty": (body(b""), "unreadable"),
    "null": (body(b"null"), "unreadable"),
    "other_shape": (body(b'{"choices": [{"message": 5}]}'), "unreadable"),
    "no_choices": (body(b'{"choices": []}'), "unreadable"),
    "nested": (body(b"[" * 100_000), "unreadable"),
    "words": (text("I would edit the first picture."), "unreadable"),
    "wrong_json": (raw_call('{"action": "edit", "pictures": ['), "unreadable"),
    "list": (raw_call("[1, 2]"), "unreadable"),
    "deep": (raw_call('{"action": ' + "[" * 50_000), "unreadable"),
    "no_action": (raw_call('{"pictures": ["1"]}'), "invalid"),
    "wrong_action": (call("explode", "1"), "invalid"),
    "wrong_number": (call("edit", "77", prompt="make it night"), "invalid"),
    "wrong_id": (call("edit", "gen_01jr5q0000e1h8zzzzzzzzzzzx", prompt="make it night"), "invalid"),
    "upload_that_was_not_sent": (call("edit", "U1", prompt="make it night"), "invalid"),
    "wrong_kind": (raw_call(json.dumps(arguments("edit") | {"pictures": [{"id": 1}]})), "invalid"),
    "too_many": (call("edit", *["1"] * 1_000), "invalid"),
}  # fmt: skip


@pytest.mark.parametrize("name", TROUBLES)
@timed
async def test_without_a_call_the_rules_decide_and_say_why(made: Made, name: str) -> None:
    reply, trouble = TROUBLES[name]
    deadline_s = 0.3 if trouble == "late" else 10.0
    planner, endpoint = await made(reply, deadline_s=deadline_s)
    started = time.monotonic()
    plan = await ask(planner, CATS, CLOSE)
    assert time.monotonic() - started < (3 if trouble == "late" else 10)
    rules = plan_offline(read_conversation([*CATS, asked(CLOSE)]))
    assert (plan.call, plan.question, plan.language) == (rules.call, rules.question, rules.language)
    assert plan.evidence.fallback == trouble
    assert plan.evidence.planner == "offline"
    assert plan.evidence.because.startswith(rules.evidence.because)
    assert plan.evidence.because != rules.evidence.because
    assert endpoint.asked


async def test_an_endpoint_that_is_not_there_is_not_waited_for() -> None:
    planner = LlmPlanner(
        Endpoint(url="http://127.0.0.1:9/v1", model="m"), asks="always", deadline_s=10, most_pictures=8
    )
    plan = await ask(planner, KITES, "把熊放到灯塔上面")
    assert plan.evidence.fallback == "unreachable"
    assert plan.evidence.because.endswith("连不上语言模型，按规则来。")
    await planner.aclose()


@pytest.mark.parametrize("name", ["401", "500", "words", "wrong_id", "cut"])
async def test_the_key_and_the_answer_are_never_logged(
    made: Made, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    planner, _ = await made(TROUBLES[name][0])
    with structlog.testing.capture_logs() as logs:
        plan = await ask(planner, CATS, CLOSE)
    printed = capfd.readouterr()
    told = f"{logs} {printed.out} {printed.err} {plan} {vars(type(planner))}"
    assert KEY not in told
    assert [line["trouble"] for line in logs] == [TROUBLES[name][1]]
    assert set(logs[0]) == {"event", "log_level", "trouble", "seconds"}


async def test_a_failing_endpoint_is_left_alone_for_a_while(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner, endpoint = await made(*[failed(500)] * FAILURES, call("edit", "1", prompt="make it night"))
    found = [(await ask(planner, CATS, CLOSE)).evidence.fallback for _ in range(FAILURES + 2)]
    assert found == ["broken"] * FAILURES + ["resting"] * 2
    assert len(endpoint.asked) == FAILURES
    monkeypatch.setattr("paintover.planner.llm.planner.REST_S", 0.0)
    planner._rest._until = 0.0
    assert (await ask(planner, CATS, CLOSE)).evidence.planner == "llm"


async def test_retry_after_is_obeyed(made: Made) -> None:
    planner, endpoint = await made(failed(429, Retry_After="20"), call("edit", "1", prompt="make it night"))
    assert (await ask(planner, CATS, CLOSE)).evidence.fallback == "limited"
    assert (await ask(planner, CATS, CLOSE)).evidence.fallback == "resting"
    assert len(endpoint.asked) == 1


async def test_answers_that_make_no_sense_are_no_reason_to_rest(made: Made) -> None:
    planner, endpoint = await made(call("edit", "77"))
    for _ in range(FAILURES + 1):
        assert (await ask(planner, CATS, CLOSE)).evidence.fallback == "invalid"
    assert len(endpoint.asked) == FAILURES + 1


async def test_the_loop_goes_on_while_the_model_thinks(made: Made) -> None:
    planner, endpoint = await made(hanging, deadline_s=0.4)
    plans = asyncio.gather(*[ask(planner, CATS, CLOSE) for _ in range(5)])
    ticks = 0
    while not plans.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 10
    assert {plan.evidence.fallback for plan in plans.result()} == {"late"}
    assert len(endpoint.asked) == 5


async def test_whoever_leaves_is_not_answered(made: Made) -> None:
    planner, _ = await made(hanging)
    asking = asyncio.create_task(ask(planner, CATS, CLOSE))
    await asyncio.sleep(0.1)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_the_requests_own_fields_go_before_the_models(made: Made) -> None:
    planner, _ = await made(call("edit", "1", prompt="make it night", ratio="16:9", n=4))
    plan = await ask(planner, CATS, CLOSE, wishes=Wishes(ratio=Ratio(2, 3), n=1, seed=7))
    assert (plan.call.ratio, plan.call.n, plan.call.seed) == (Ratio(2, 3), 1, 7)


async def test_a_question_is_answered_from_the_graph(made: Made) -> None:
    planner, _ = await made(call("answer", "2"))
    plan = await ask(planner, TRAMS, "say, what was the prompt of the one with the moustache")
    assert plan.call.action == "answer"
    assert plan.question is not None
    assert (plan.question.topic, plan.question.about) == ("prompt", (gen(2),))


async def test_pictures_sent_along_are_sources(made: Made) -> None:
    planner, endpoint = await made(call("edit", "1", prompt="put this hat on the cat"))
    plan = await ask(planner, CATS, "put this hat on the cat with a sofa", "https://a.example/hat.png")
    assert plan.call.sources == (gen(1), "upload:1")
    assert plan.evidence.repairs == ("uploads",)
    assert "Sent with the request: U1" in endpoint.asked[0].words


async def test_a_failed_call_is_told(made: Made) -> None:
    messages = [*CATS, asked("give the dog wings"), answered("give the dog wings", source=2)]
    planner, endpoint = await made(call("correct", prompt="give the dog a hat"))
    plan = await ask(planner, messages, "then rather give the dog a hat, from the one with the lawn")
    assert 'Last call (failed): "give the dog wings" from 2' in endpoint.asked[0].words
    assert (plan.call.sources, plan.call.prompt) == ((gen(2),), "give the dog a hat")
    assert plan.evidence.rule == "correction"


class TestWaysOfAsking:
    """Endpoints differ in what they take."""

    async def test_a_schema_where_tools_are_not_taken(self, made: Made) -> None:
        good = text(json.dumps(arguments("edit", "1", prompt="make it night")))
        planner, endpoint = await made(failed(400, "tools are not supported"), good)
        for _ in range(2):
            plan = await ask(planner, CATS, CLOSE)
            assert (plan.evidence.planner, plan.call.sources) == ("llm", (gen(1),))
        assert ["tools" in request.body for request in endpoint.asked] == [True, False, False]
        schema = endpoint.asked[1].body["response_format"]["json_schema"]["schema"]
        assert schema == endpoint.asked[0].body["tools"][0]["function"]["parameters"]

    async def test_a_schema_where_tools_are_passed_over(self, made: Made) -> None:
        good = text(json.dumps(arguments("edit", "1", prompt="make it night")))
        planner, endpoint = await made(text("Sure! The first one."), good)
        assert (await ask(planner, CATS, CLOSE)).call.sources == (gen(1),)
        assert ["tools" in request.body for request in endpoint.asked] == [True, False]

    async def test_newer_names_where_the_older_are_not_taken(self, made: Made) -> None:
        refuses = failed(400, "max_tokens is not supported")
        planner, endpoint = await made(refuses, refuses, call("edit", "1", prompt="make it night"))
        assert (await ask(planner, CATS, CLOSE)).evidence.planner == "llm"
        assert "max_completion_tokens" in endpoint.asked[-1].body
        assert "max_tokens" not in endpoint.asked[-1].body
        assert "temperature" not in endpoint.asked[-1].body

    @timed
    async def test_all_ways_together_have_one_deadline(self, made: Made) -> None:
        planner, _ = await made(failed(400), failed(400), hanging, deadline_s=0.4)
        started = time.monotonic()
        assert (await ask(planner, CATS, CLOSE)).evidence.fallback == "late"
        assert time.monotonic() - started < 3

    @pytest.mark.parametrize(
        "wrapped",
        [
            "```json\n{}\n```",
            "Here you are: {} I hope it helps.",
            '{{"name": "call", "arguments": {}}}',
        ],
    )
    async def test_a_call_in_words_is_found(self, made: Made, wrapped: str) -> None:
        said = json.dumps(arguments("edit", "1", prompt="make it night"))
        planner, endpoint = await made(text(wrapped.format(said)))
        assert (await ask(planner, CATS, CLOSE)).call.sources == (gen(1),)
        assert len(endpoint.asked) == 1

    @pytest.mark.parametrize("as_parts", [True, False])
    async def test_objects_and_parts_are_read(self, made: Made, as_parts: bool) -> None:
        said = arguments("edit", "1", prompt="make it night")
        reply: Any = text([{"type": "text", "text": json.dumps(said)}]) if as_parts else raw_call(said)
        planner, _ = await made(reply)
        assert (await ask(planner, CATS, CLOSE)).call.sources == (gen(1),)


async def test_nothing_of_the_environment_is_sent(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    planner, endpoint = await made(call("edit", "1", prompt="make it night"))
    assert (await ask(planner, CATS, CLOSE)).evidence.planner == "llm"
    assert "from-the-environment" not in str(endpoint.asked[0].headers)
