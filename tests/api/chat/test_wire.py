"""Requests as clients send them, and chunks as clients read them."""

from __future__ import annotations

import json

import pytest
from openai.types.chat import ChatCompletion, ChatCompletionChunk

from paintover.api.chat.wire import Frame, asked_wishes, read_chat_request
from paintover.domain.errors import BadRatio, BadRequest
from paintover.domain.ratio import Ratio

TASK = "task_01jqwtd9rvev28cr2kechxszq1"


def request(**fields: object) -> bytes:
    return json.dumps({"messages": [{"role": "user", "content": "画个牛马"}], **fields}).encode()


def test_what_clients_send_beside_is_accepted() -> None:
    chat = read_chat_request(
        request(
            temperature=0.5, top_p=1, max_tokens=5, frequency_penalty=0, user="u", response_format={"type": "text"},
            tools=[], stream=None, metadata={"a": 1},
        )
    )  # fmt: skip
    assert (chat.model, chat.stream, chat.is_background) == ("paintover", None, False)


@pytest.mark.parametrize(
    ("fields", "ratio"),
    [
        ({"ratio": "2:3"}, Ratio(2, 3)),
        ({"aspect_ratio": "16:9"}, Ratio(16, 9)),
        ({"size": "1024x1536"}, Ratio(2, 3)),
        ({"size": "auto"}, None),
        ({"size": "auto", "aspect_ratio": "3:2"}, Ratio(3, 2)),
        ({}, None),
    ],
)
def test_the_shape_may_stand_in_any_of_three_fields(fields: dict[str, object], ratio: Ratio | None) -> None:
    assert asked_wishes(read_chat_request(request(**fields))).ratio == ratio


def test_fields_out_of_range_are_named() -> None:
    for fields, name in (({"n": 0}, "n"), ({"seed": -(2**63) - 1}, "seed"), ({"seed": 2**63}, "seed")):
        with pytest.raises(BadRequest) as caught:
            asked_wishes(read_chat_request(request(**fields)))
        assert caught.value.param == name
    with pytest.raises(BadRatio):
        asked_wishes(read_chat_request(request(ratio="0:1")))


@pytest.mark.parametrize(
    ("fields", "is_background"),
    [({"background": True}, True), ({"model": "paintover-async"}, True), ({}, False)],
)
def test_background_by_field_or_by_name(fields: dict[str, object], is_background: bool) -> None:
    assert read_chat_request(request(**fields)).is_background == is_background


def test_what_only_a_developer_says_is_the_wish() -> None:
    messages = [{"role": "developer", "content": "be kind"}, {"role": "developer", "content": "an ox"}]
    chat = read_chat_request(json.dumps({"messages": messages}).encode())
    assert [message["role"] for message in chat.messages] == ["developer", "user"]
    for role in ("system", "assistant", "tool"):
        with pytest.raises(BadRequest, match="no user message"):
            read_chat_request(json.dumps({"messages": [{"role": role, "content": "be kind"}]}).encode())


def test_chunks_are_openais_and_utf8() -> None:
    chat = read_chat_request(request(stream=True, stream_options={"include_usage": True}, model='模"型'))
    frame = Frame(chat, TASK, 1_743_638_400.9)
    written = (
        frame.opening()
        + frame.deltas(["> 进度 15%", '"\n'])
        + frame.images(["http://x/a.png"])
        + frame.closing(["ab"])
    )
    assert "进度 15%".encode() in written
    *records, done, nothing = written.split(b"\n\n")
    assert (done, nothing) == (b"data: [DONE]", b"")
    chunks = [ChatCompletionChunk.model_validate_json(record.removeprefix(b"data: ")) for record in records]
    assert {chunk.id for chunk in chunks} == {"chatcmpl-01jqwtd9rvev28cr2kechxszq1"}
    assert {(chunk.model, chunk.created) for chunk in chunks} == {('模"型', 1_743_638_400)}
    words = [chunk.choices[0].delta.content for chunk in chunks if chunk.choices]
    assert words == ["", "> 进度 15%", '"\n', None, None]
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].choices == []
    assert chunks[-1].usage is not None
    assert frame.deltas([]) == frame.images([]) == b""


def test_a_whole_completion_is_openais() -> None:
    frame = Frame(read_chat_request(request()), TASK, 1.0)
    completion = ChatCompletion.model_validate_json(frame.whole("好", ["http://x/a.png"]))
    assert completion.choices[0].message.content == "好"
    assert json.loads(frame.whole("好", ["http://x/a.png"]))["choices"][0]["message"]["images"] == [
        {"type": "image_url", "image_url": {"url": "http://x/a.png"}}
    ]
    assert completion.usage is not None
