"""A line of responses is the conversation that a chat of the same words would be: the same calls, for the same reasons."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import httpx
import pytest

from tests.pictures import gradient, png

PICTURE = "data:image/png;base64," + base64.b64encode(png(gradient(96, 64))).decode()
TALKS: list[list[str]] = [
    ["画个牛马", "牛的脸上遮个布", "第一张，马的脸上遮个布", "牛脸上有布的那张，头上再顶个锅盖", "锅盖上再加根筷子", "改回第二张，背景换成雪地"],
    ["Draw an ox and a horse, 3:2", "put a cloth over the ox's face", "how many pictures are there?",
     "go back to the first one and give the horse a hat", "make it wider, 16:9", "the one with the cloth, at night"],
    ["画三张猫", "第二张加一顶帽子", "换成蓝色", "最早那张加一条围巾"],
    ["draw a cat", "asdf qwer", "again", "no, a dog instead"],
]  # fmt: skip


def known(text: str, names: dict[str, str]) -> str:
    """What is told of a task, with its pictures by the order in which they were made."""
    for name in re.findall(r"gen_[0-9a-z]{26}", text):
        names.setdefault(name, f"picture {len(names) + 1}")
    for name, told in names.items():
        text = text.replace(name, told)
    return text


def task_of(http: httpx.Client, answer: httpx.Response, names: dict[str, str]) -> Any:
    """The call and the evidence of an answer's task, without its seed; None where it has none."""
    assert answer.status_code == 200, answer.text
    if "x-task-id" not in answer.headers:
        return None
    task = http.get(f"/v1/tasks/{answer.headers['x-task-id']}").json()
    for gen_id in task["gen_ids"]:
        names.setdefault(gen_id, f"picture {len(names) + 1}")
    task["call"].pop("seed")
    return json.loads(known(json.dumps([task["call"], task["evidence"]]), names))


class Chatting:
    """Keeps the conversation itself."""

    def __init__(self, http: httpx.Client, model: str) -> None:
        self._http, self._model = http, model
        self._messages: list[dict[str, Any]] = []
        self._names: dict[str, str] = {}

    def say(self, words: str, image: str | None) -> Any:
        parts: list[dict[str, Any]] = [{"type": "text", "text": words}]
        if image is not None:
            parts.append({"type": "image_url", "image_url": {"url": image}})
        self._messages.append({"role": "user", "content": parts})
        body = {"model": self._model, "messages": self._messages}
        answer = self._http.post("/v1/chat/completions", json=body)
        self._messages.append(answer.json()["choices"][0]["message"])
        return task_of(self._http, answer, self._names)


class GoingOn:
    """Names the response before."""

    def __init__(self, http: httpx.Client, model: str) -> None:
        self._http, self._model = http, model
        self._previous: str | None = None
        self._names: dict[str, str] = {}

    def say(self, words: str, image: str | None) -> Any:
        parts: list[dict[str, Any]] = [{"type": "input_text", "text": words}]
        if image is not None:
            parts.append({"type": "input_image", "image_url": image})
        body = {
            "model": self._model,
            "input": [{"role": "user", "content": parts}],
            "previous_response_id": self._previous,
        }
        answer = self._http.post("/v1/responses", json=body)
        self._previous = answer.json()["id"]
        return task_of(self._http, answer, self._names)


class Resending:
    """Sends every item again, and has nothing stored."""

    def __init__(self, http: httpx.Client, model: str) -> None:
        self._http, self._model = http, model
        self._items: list[dict[str, Any]] = []
        self._names: dict[str, str] = {}

    def say(self, words: str, image: str | None) -> Any:
        parts: list[dict[str, Any]] = [{"type": "input_text", "text": words}]
        if image is not None:
            parts.append({"type": "input_image", "image_url": image})
        self._items.append({"role": "user", "content": parts})
        body = {"model": self._model, "input": self._items, "store": False}
        answer = self._http.post("/v1/responses", json=body)
        self._items += answer.json()["output"]
        return task_of(self._http, answer, self._names)


@pytest.mark.parametrize("model", ["paintover", "gpt-4o-image"])
@pytest.mark.parametrize("talk", TALKS, ids=range(len(TALKS)))
def test_a_line_plans_as_a_chat(http: httpx.Client, talk: list[str], model: str) -> None:
    chat, line, resent = Chatting(http, model), GoingOn(http, model), Resending(http, model)
    for words in talk:
        expected = chat.say(words, None)
        assert line.say(words, None) == expected
        told = resent.say(words, None)
        if expected is None:
            assert told is None
        else:
            # Who sends pictures by their ids does not say which task they were drawn by.
            assert (told[0], told[1]["rule"]) == (expected[0], expected[1]["rule"])


def test_pictures_that_are_sent_stand_where_a_chat_has_them(http: httpx.Client) -> None:
    chat, line = Chatting(http, "paintover"), GoingOn(http, "paintover")
    talk = [
        ("put a hat on it", PICTURE),
        ("make it night", None),
        ("draw a ship", None),
        ("my photo, but darker", None),
    ]
    for words, image in talk:
        expected, told = chat.say(words, image), line.say(words, image)
        # A chat calls it the first upload; here it has its name already.
        assert told[0]["action"] == expected[0]["action"]
        assert told[0]["prompt"] == expected[0]["prompt"]
        assert told[0]["ratio"] == expected[0]["ratio"]
        assert len(told[0]["sources"]) == len(expected[0]["sources"])
        assert told[1]["because"] == expected[1]["because"]
