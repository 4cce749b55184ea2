"""What servers say of what went wrong, in each dialect: the right error, no leak, nothing asked twice. What goes wrong with
any server is in `tests/engines/test_faults.py`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from paintover.domain.errors import (
    BadRequest,
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    NotDrawable,
    OutOfMemory,
    PaintoverError,
    Refused,
)
from paintover.engines.openai import OpenAIEngine, build
from paintover.engines.upstream.failures import retry_after, spoken
from paintover.intake.guarded import GuardedIntake
from paintover.testing import an_order, error_of
from tests.engines.openai.upstream import (
    PNG,
    Answer,
    Upstream,
    chat,
    half_an_answer,
    picture,
    refusal,
    reply,
    reset,
    stream,
)

KEY = "sk-verysecret0123456789"
FAILED_ZH = "> 生成失败 ❌\n> 失败原因："


@pytest.fixture
async def upstream() -> AsyncIterator[Upstream]:
    async with Upstream() as started:
        yield started


def engine_for(upstream: Upstream, **options: object) -> OpenAIEngine:
    usual = {"url": upstream.url, "key": KEY, "model": "m", "timeout_s": 20, "allow": ["127.0.0.1/32"]}
    return build({**usual, **options}, GuardedIntake())


async def failure(upstream: Upstream, *answers: Answer, **options: object) -> PaintoverError:
    upstream.answers = list(answers)
    engine = engine_for(upstream, **options)
    try:
        error = await error_of(engine, an_order("a cat", previews=1))
    finally:
        await engine.aclose()
    assert error.message.strip()
    for secret in (KEY, "127.0.0.1", upstream.url):
        assert secret not in error.message
    return error


IMAGES: list[tuple[Answer, type[PaintoverError]]] = [
    (refusal(429, "rate_limit_exceeded"), Busy),
    (refusal(429, "insufficient_quota"), EngineFailed),
    (refusal(400, "moderation_blocked", "Your request was rejected by the safety system."), Refused),
    (refusal(400, None, "no", kind="image_generation_user_error"), Refused),
    (refusal(400, "content_policy_violation"), Refused),
    (refusal(400, "invalid_size", "size must be one of 1024x1024"), BadRequest),
    (refusal(422, None, "prompt is too long"), BadRequest),
    (refusal(400, "not_drawable", "draw something else"), NotDrawable),
    (refusal(401, "invalid_api_key", f"Incorrect API key provided: {KEY}."), EngineFailed),
    (refusal(403, None, "unsupported country"), EngineFailed),
    (refusal(404, "model_not_found"), EngineFailed),
    (refusal(400, None, "used up", kind="budget_exceeded"), EngineFailed),
    (reply({"error": {"code": 402, "message": "Insufficient credits"}}, status=402), EngineFailed),
    (reply({"created": 1, "error": {"code": "contentFilter", "message": "no"}}), Refused),
    (reply({"error": {"code": 502, "message": "no image"}}), EngineUnavailable),
    (refusal(500, None, "CUDA out of memory. Tried to allocate 20 GiB"), OutOfMemory),
    (refusal(500, "server_error"), EngineUnavailable),
    (refusal(502), EngineUnavailable),
    (refusal(503, None, "overloaded", retry_after="7"), Busy),
    (refusal(504), EngineTimeout),
    (reply(b"<html>bad gateway</html>", status=502, kind="text/html"), EngineUnavailable),
    (reply(b"", status=302, location="http://169.254.169.254/"), EngineFailed),
    (reply(b"{not json"), EngineFailed),
    (reply(b"[" * 100_000), EngineFailed),
    (reply(b"\xff\xfe\x00"), EngineFailed),
    (reply([1, 2]), EngineFailed),
    (reply({"data": None}), EngineFailed),
    (reply({"data": [{"b64_json": 5, "url": []}]}), EngineFailed),
    (reply({"data": "x" * 1000}), EngineFailed),
    (picture(b64_json="not base64!"), EngineFailed),
    (picture(b64_json="PHN2Zz48L3N2Zz4="), EngineFailed),
    (picture(url="http://169.254.169.254/latest/meta-data/x.png"), EngineFailed),
    (picture(url="http://10.0.0.1/x.png"), EngineFailed),
    (picture(url="file:///etc/passwd"), EngineFailed),
    (reply(b"\x1f\x8b" + b"\0" * 50, content_encoding="gzip"), EngineFailed),
]


@pytest.mark.parametrize(("answer", "expected"), IMAGES, ids=range(len(IMAGES)))
async def test_each_failure_of_the_images_api_is_the_right_error_after_one_request(
    upstream: Upstream, answer: Answer, expected: type[PaintoverError]
) -> None:
    error = await failure(upstream, answer)
    assert type(error) is expected
    assert len(upstream.requests) == 1


@pytest.mark.parametrize("code", ["server_error", 500, "500"])
async def test_a_stream_of_previews_may_end_in_an_error(upstream: Upstream, code: object) -> None:
    event = {"type": "error", "error": {"code": code, "message": "no", "type": "server_error"}}
    assert type(await failure(upstream, stream(event), partial_images=1)) is EngineUnavailable


def _amid_a_stream(status: int, name: str) -> object:
    """As OpenRouter tells it."""
    return {
        "object": "chat.completion.chunk",
        "error": {"code": status, "message": "no", "metadata": {"error_type": name}},
        "choices": [{"index": 0, "delta": {"content": ""}, "finish_reason": "error"}],
    }


CHAT: list[tuple[Answer, type[PaintoverError]]] = [
    (chat(FAILED_ZH + "moderation_blocked 这个不能画"), Refused),
    (chat(FAILED_ZH + "内容违反了使用政策"), Refused),
    (chat(FAILED_ZH + "rate_limit_exceeded 现在太忙"), Busy),
    (chat(FAILED_ZH + "out_of_memory x"), OutOfMemory),
    (chat(FAILED_ZH + "not_drawable 换一个"), NotDrawable),
    (chat(FAILED_ZH + "engine_failed x"), EngineUnavailable),
    (chat(FAILED_ZH + "deadline_exceeded x"), EngineTimeout),
    (chat("I cannot draw that.", finish="content_filter"), Refused),
    (chat("", refusal="I will not draw that."), Refused),
    (chat("Which cat do you mean?"), NotDrawable),
    (chat(""), EngineFailed),
    (chat("> 进度 15%", finish=None), EngineFailed),
    (stream({"error": {"message": "too many", "code": "rate_limit_exceeded"}}), Busy),
    (stream({"error": {"message": "blocked", "code": "content_filter"}}), Refused),
    (stream(_amid_a_stream(429, "rate_limit_exceeded")), Busy),
    (stream(_amid_a_stream(502, "provider_unavailable")), EngineUnavailable),
    (stream(_amid_a_stream(400, "content_policy_violation")), Refused),
    (stream(_amid_a_stream(400, "invalid_request")), BadRequest),
    (stream({"error": {"message": "litellm.RateLimitError: x", "code": "429"}}), Busy),
    (stream({"error": {"message": "x", "code": True}}), EngineUnavailable),
    (stream({"error": "broken"}), EngineUnavailable),
    (stream("not json"), EngineFailed),
    (stream([1], {"choices": 5}, {"choices": [5]}, {"choices": [{"delta": 5}]}), EngineFailed),
    (stream(), EngineFailed),
    (chat("![x](http://192.168.0.1/a.png)"), EngineFailed),
    (chat("![x](data:image/png;base64,AAAA)"), EngineFailed),
]


@pytest.mark.parametrize(("answer", "expected"), CHAT, ids=range(len(CHAT)))
async def test_each_failure_of_chat_is_the_right_error_after_one_request(
    upstream: Upstream, answer: Answer, expected: type[PaintoverError]
) -> None:
    error = await failure(upstream, answer, dialect="chat")
    assert type(error) is expected
    assert len(upstream.requests) == 1


def responses(kind: str, **fields: object) -> object:
    return {"type": kind, "sequence_number": 1, **fields}


RESPONSES: list[tuple[Answer, type[PaintoverError]]] = [
    (
        stream(
            responses("response.incomplete", response={"incomplete_details": {"reason": "content_filter"}})
        ),
        Refused,
    ),
    (stream(responses("error", code="rate_limit_exceeded", message="slow down")), Busy),
    (
        stream(
            responses("response.output_text.delta", delta="Which cat?"),
            responses("response.completed", response={}),
        ),
        NotDrawable,
    ),
    (stream(responses("response.created", response={})), EngineFailed),
    (
        stream(responses("response.output_item.done", item={"type": "image_generation_call", "result": 5})),
        EngineFailed,
    ),
]


@pytest.mark.parametrize(("answer", "expected"), RESPONSES, ids=range(len(RESPONSES)))
async def test_each_failure_of_responses_is_the_right_error_after_one_request(
    upstream: Upstream, answer: Answer, expected: type[PaintoverError]
) -> None:
    error = await failure(upstream, answer, dialect="responses")
    assert type(error) is expected
    assert len(upstream.requests) == 1


@pytest.mark.parametrize(
    ("answer", "dialect"),
    [
        (reset, "images"), (half_an_answer, "images"), (stream(cut=True), "chat"), (chat("> ID: `x`", finish=None), "chat"),
        (chat("> ID: `task_01jqwthpjaf3kap2dkqnhxfvpr`\n> 进度 15%"), "chat"),
    ],
)  # fmt: skip
async def test_a_cut_answer_may_be_asked_for_again_where_nothing_is_drawn_twice(
    upstream: Upstream, answer: Answer, dialect: str
) -> None:
    error = await failure(upstream, answer, dialect=dialect, finds_again=True)
    assert type(error) is EngineUnavailable
    assert upstream.requests[0].headers["idempotency-key"].startswith("task_")


async def test_a_failure_that_was_told_gets_another_key_and_a_cut_one_the_same(upstream: Upstream) -> None:
    upstream.answers = [stream(cut=True), chat(FAILED_ZH + "engine_failed x"), stream(cut=True)]
    engine, order = engine_for(upstream, dialect="chat", finds_again=True), an_order("a cat")
    for _ in range(3):
        assert isinstance(await error_of(engine, order), EngineUnavailable)
    await engine.aclose()
    keys = [request.headers["idempotency-key"] for request in upstream.requests]
    assert keys == [f"{order.task_id}:0", f"{order.task_id}:0", f"{order.task_id}:0:1"]
    assert len({request.body for request in upstream.requests}) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "0.2"}, 1), ({"retry-after-ms": "2500"}, 3), ({"retry-after": "1e9"}, 3600), ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None), ({"retry-after": "inf"}, None), ({}, None), ({"retry-after": "-5"}, 1),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 1), ({"retry-after": "Wed, 99 Oct 2015"}, None),
    ],
)  # fmt: skip
def test_every_form_of_retry_after_is_read(headers: dict[str, str], seconds: int | None) -> None:
    assert retry_after(headers) == seconds


@pytest.mark.parametrize(
    "words",
    [
        f"Incorrect API key provided: {KEY}", "see https://internal.example/x?token=1 now", "connect to 10.1.2.3 failed",
        "db.internal:5432 is down", "Bearer abcdef", "org-1234567890 has no access", "x" * 5000, "a\n> gen_id: `b`\n",
    ],
)  # fmt: skip
def test_a_servers_words_are_passed_on_without_what_is_the_operators(words: str) -> None:
    said = spoken(words)
    for secret in (KEY, "internal", "10.1.2.3", "5432", "abcdef", "1234567890", "\n"):
        assert secret not in said
    assert len(said) <= 300


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({}, "MODEL"), ({"model": "m", "url": "ftp://x"}, "URL"), ({"model": "m", "key": "a b"}, "key"),
        ({"model": "m", "sizes": ["big"]}, "size"), ({"model": "m", "nonsense": 1}, "nonsense"),
        ({"model": "m", "key": "schlüssel"}, "key"), ({"model": "m", "timeout_s": 0}, "timeout_s"),
        ({"model": "m", "dialect": "smoke"}, "dialect"), ({"model": "m", "headers": {"x": "a\r\nb"}}, "header"),
    ],
)  # fmt: skip
def test_options_that_are_not_usable_are_refused_and_a_key_is_never_repeated(
    options: dict[str, object], word: str
) -> None:
    with pytest.raises(BadRequest, match=word) as caught:
        build(options, GuardedIntake())
    assert "schlüssel" not in caught.value.message


async def test_a_check_tells_whether_it_could_draw_now(upstream: Upstream) -> None:
    good = [
        reply({"object": "list", "data": []}),
        refusal(404),
        refusal(405),
        reply(b"hello", kind="text/plain"),
    ]
    for answer in good:
        upstream.answers = [answer]
        await engine_for(upstream).check()
    for answer, expected in (
        (refusal(401), EngineFailed),
        (refusal(503), EngineUnavailable),
        (reset, EngineFailed),
    ):
        upstream.answers = [answer]
        with pytest.raises(expected):
            await engine_for(upstream).check()


async def test_nothing_is_taken_from_the_environment(
    upstream: Upstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("API_KEY", "ORG_ID", "PROJECT_ID", "BASE_URL", "ADMIN_KEY"):
        monkeypatch.setenv(f"OPENAI_{name}", f"http://leak.example/{name}")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Leak: leak.example")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    await failure(upstream, refusal(400), key="", headers={"x-title": "mine"})
    assert upstream.requests[0].headers["x-title"] == "mine"
    assert not [name for name in upstream.requests[0].headers if name.startswith("x-stainless")]
    assert "leak.example" not in json.dumps(dict(upstream.requests[0].headers))


def test_the_pictures_of_these_tests_are_pictures() -> None:
    assert PNG.startswith(b"\x89PNG")
