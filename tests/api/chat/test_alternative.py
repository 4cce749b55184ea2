"""A close call is drawn all the same; the answer may offer the other picture, and the task tells why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import msgspec
import pytest

from paintover.settings import Settings
from paintover.transcript.reader import read_answer
from tests.live import LiveServer

SAID = ("a cat in a hat on a sofa", "draw a dog", "a cat in a hat on a lawn")
CLOSE = "the cat in a hat: make it night"


@pytest.fixture
def drawn(settings: Settings) -> Iterator[tuple[LiveServer, list[dict[str, Any]]]]:
    """A server, and a conversation of three pictures, two of them alike."""
    with LiveServer(settings) as live, live.http() as client:
        messages: list[dict[str, Any]] = []
        for said in SAID:
            messages.append({"role": "user", "content": said})
            messages.append({"role": "assistant", "content": ask(client, messages)[0]})
        messages.append({"role": "user", "content": CLOSE})
        yield live, messages


def ask(
    client: httpx.Client, messages: list[dict[str, Any]], *, model: str = "paintover", stream: bool = False
) -> tuple[str, str]:
    """The answer's text, and its task's id."""
    body = {"model": model, "stream": stream, "messages": messages}
    response = client.post("/v1/chat/completions", json=body)
    assert response.status_code == 200, response.text
    if not stream:
        return response.json()["choices"][0]["message"]["content"], response.headers["x-task-id"]
    chunks = [
        msgspec.json.decode(line[6:]) for line in response.text.splitlines() if line.startswith("data: {")
    ]
    text = "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks if chunk["choices"])
    return text, response.headers["x-task-id"]


@pytest.mark.parametrize("stream", [False, True])
def test_our_own_name_offers_the_other_picture_after_the_one_drawn(
    drawn: tuple[LiveServer, list[dict[str, Any]]], stream: bool
) -> None:
    live, messages = drawn
    with live.http() as client:
        text, _ = ask(client, messages, stream=stream)
    offer = 'You may have meant picture 1: a cat in a hat on a sofa. If so, say "I meant picture 1".'
    last = text.splitlines()[-1]
    assert re.sub(r"\W+", " ", last) == re.sub(r"\W+", " ", offer)
    assert text.index("![gen_") < text.index(last)
    answer = read_answer(text)
    assert answer is not None
    assert len(answer.pictures) == 1


def test_taking_the_offer_draws_from_the_other_picture(
    drawn: tuple[LiveServer, list[dict[str, Any]]],
) -> None:
    live, messages = drawn
    with live.http() as client:
        text, _ = ask(client, messages)
        first = read_answer(messages[1]["content"])
        assert first is not None
        reply = "I meant picture 1"
        assert reply in text
        after = [*messages, {"role": "assistant", "content": text}, {"role": "user", "content": reply}]
        answer = read_answer(ask(client, after)[0])
    assert answer is not None
    assert answer.call is not None
    assert answer.call.sources == (first.pictures[0].gen_id,)
    assert answer.call.prompt == "make it night"


@pytest.mark.parametrize("model", ["gpt-4o-image", "gpt-4o-image-vip"])
def test_the_other_names_offer_nothing(drawn: tuple[LiveServer, list[dict[str, Any]]], model: str) -> None:
    live, messages = drawn
    with live.http() as client:
        text, _ = ask(client, messages, model=model)
    assert text.splitlines()[-1].startswith("[点击下载]")


def test_the_setting_turns_it_off(
    drawn: tuple[LiveServer, list[dict[str, Any]]],
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    _, messages = drawn
    folder = str(tmp_path_factory.mktemp("quiet"))
    quiet = msgspec.structs.replace(settings, offer_alternative=False, data=folder)
    with LiveServer(quiet) as live, live.http() as client:
        text, _ = ask(client, messages)
    assert "![gen_" in text
    assert "may have meant" not in text


def test_the_task_tells_why(drawn: tuple[LiveServer, list[dict[str, Any]]]) -> None:
    live, messages = drawn
    with live.http() as client:
        _, task_id = ask(client, messages)
        evidence = client.get(f"/v1/tasks/{task_id}").json()["evidence"]
    assert evidence["chosen"][0]["because"] == "picture 3: a cat in a hat on a lawn"
    assert evidence["chosen"][0]["features"] == [
        "the latest",
        "drawn anew",
        'its own step speaks of "cat", "hat"',
    ]
    assert evidence["runner_up"]["ordinal"] == 1
    assert 0 <= evidence["margin"] < 0.15
    assert evidence["doubts"] == ["margin"]
    words = {CLOSE[span["start"] : span["end"]].strip(" :"): span["kind"] for span in evidence["spans"]}
    assert words == {"the cat in a hat": "reference", "make it night": "instruction"}
