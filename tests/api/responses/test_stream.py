"""The events of a response: their order, their numbers, and how whoever was cut off goes on."""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import AsyncGenerator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from paintover.domain.errors import BadPicture, EngineUnavailable, Refused
from paintover.engines.protocol import EngineEvent, Preview, Work
from paintover.parts import DATABASE_NAME
from paintover.settings import Settings
from tests.easel import Easel
from tests.live import LiveServer
from tests.pixels import pixels

TOOL: Any = {"type": "image_generation"}
OPENED = ["response.output_item.added", "response.image_generation_call.in_progress",
          "response.image_generation_call.generating"]  # fmt: skip
PICTURED = ["response.image_generation_call.completed", "response.output_item.done"]
SAID = ["response.output_item.added", "response.content_part.added", "response.output_text.delta",
        "response.output_text.delta", "response.output_text.done", "response.content_part.done",
        "response.output_item.done"]  # fmt: skip
PARTIAL = "response.image_generation_call.partial_image"


class Stumbling(Easel):
    """Breaks once after its first rendering of each task, and then makes it again."""

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        breaks = work.task_id not in {order.task_id for order in self.orders}
        async for event in super().paint(work):
            yield event
            if breaks and isinstance(event, Preview):
                raise EngineUnavailable("Halfway.")


def records(text: str) -> list[str]:
    """The events of a stream, each with its empty line, without comments."""
    return [f"{record}\n\n" for record in text.split("\n\n")[:-1] if not record.startswith(":")]


def bodies(text: str) -> list[dict[str, Any]]:
    told = []
    for record in records(text):
        named, data = record.split("\n", 1)
        body = json.loads(data.removeprefix("data: "))
        assert named == f"event: {body['type']}"
        told.append(body)
    return told


def asked(http: httpx.Client, **body: Any) -> str:
    answer = http.post("/v1/responses", json={"stream": True, **body})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    return answer.text


def resumed(http: httpx.Client, response_id: str, after: int | None = None) -> str:
    params: dict[str, Any] = (
        {"stream": "true"} if after is None else {"stream": "true", "starting_after": after}
    )
    return http.get(f"/v1/responses/{response_id}", params=params).text


def kinds(text: str) -> list[str]:
    return [body["type"] for body in bodies(text)]


@pytest.fixture
def stumbling(tmp_path: Path) -> Iterator[httpx.Client]:
    settings = Settings(data=str(tmp_path), port=0, backoff_s=0.01)
    with LiveServer(settings, Stumbling()) as live, live.http() as http:
        yield http


def test_the_events_of_a_picture(http: httpx.Client) -> None:
    text = asked(http, input="a cat with events", tools=[{**TOOL, "partial_images": 2, "size": "128x64"}])
    told = bodies(text)
    assert [body["type"] for body in told] == [
        "response.created", "response.in_progress", *OPENED, PARTIAL, PARTIAL, *PICTURED, *SAID,
        "response.completed",
    ]  # fmt: skip
    assert [body["sequence_number"] for body in told] == list(range(len(told)))
    begun, done = told[0]["response"], told[-1]["response"]
    assert (begun["status"], begun["output"], begun["usage"]) == ("in_progress", [], None)
    assert (done["status"], done["id"], done["created_at"]) == ("completed", begun["id"], begun["created_at"])
    partial = next(body for body in told if body["type"] == PARTIAL)
    assert (partial["partial_image_index"], partial["output_index"], partial["size"]) == (0, 0, "128x64")
    assert pixels(base64.b64decode(partial["partial_image_b64"])).size
    items = [body["item"] for body in told if body["type"] == "response.output_item.done"]
    assert items == done["output"]
    assert {body["item_id"] for body in told if body["type"].startswith("response.image_")} == {
        items[0]["id"]
    }
    deltas = "".join(body["delta"] for body in told if body["type"] == "response.output_text.delta")
    assert deltas == items[1]["content"][0]["text"]
    assert http.get(f"/v1/responses/{done['id']}").json() == done


def test_whoever_resumes_reads_the_same_bytes_from_every_event_on(http: httpx.Client) -> None:
    text = asked(http, input="a cat to go on with", tools=[{**TOOL, "partial_images": 1, "n": 2}])
    told, response_id = records(text), bodies(text)[0]["response"]["id"]
    assert "".join(told) == resumed(http, response_id)
    for number in range(len(told) - 1):
        assert resumed(http, response_id, number) == "".join(told[number + 1 :])
    assert kinds(text).count(PARTIAL) == 2
    for after in ("-1", "x", "9" * 30, "²"):
        answer = http.get(f"/v1/responses/{response_id}", params={"stream": "true", "starting_after": after})
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, "starting_after")


def test_renderings_are_told_once_whatever_broke_in_between(stumbling: httpx.Client) -> None:
    text = asked(stumbling, input="a cat", tools=[{**TOOL, "partial_images": 2}])
    told = [body["partial_image_index"] for body in bodies(text) if body["type"] == PARTIAL]
    assert told == [0, 1]
    assert resumed(stumbling, bodies(text)[0]["response"]["id"]) == text


def test_a_stream_goes_on_after_a_restart(tmp_path: Path) -> None:
    easel = Easel(is_open=False)
    settings = Settings(data=str(tmp_path), port=0)
    body = {"input": "a cat", "stream": True, "background": True, "tools": [{**TOOL, "partial_images": 2}]}
    with LiveServer(settings, easel) as live, live.http() as http:
        seen = ""
        with http.stream("POST", "/v1/responses", json=body) as first:
            chunks = first.iter_text()
            while "response.queued" not in seen:
                seen += next(chunks)
            live.drain(0)
            for chunk in chunks:
                seen += chunk
        *told, parting = records(seen)
        assert bodies(parting)[0]["type"] == "error"
        assert bodies(parting)[0]["sequence_number"] == bodies(told[-1])[0]["sequence_number"]
        assert bodies(parting)[0]["code"] == "server_draining"
    response_id, number = bodies(seen)[0]["response"]["id"], len(told) - 1
    easel = Easel()
    with LiveServer(settings, easel) as live, live.http() as http:
        rest = resumed(http, response_id, number)
        assert kinds(rest)[-1] == "response.completed"
        whole = resumed(http, response_id)
        # The address is another one, and is in the picture's link: so it was not told before.
        assert whole.startswith("".join(told))
        assert whole == "".join(told) + rest
        assert len(easel.drawn) == 1
    with LiveServer(settings, easel) as live, live.http() as http:
        again = resumed(http, response_id)
        assert kinds(again) == kinds(whole)
        partials = [record for record in records(whole) if PARTIAL in record]
        assert partials == [record for record in records(again) if PARTIAL in record]
        assert len(partials) == 2
        http.delete(f"/v1/responses/{response_id}")
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection:
        assert connection.execute("SELECT count(*) FROM task_previews").fetchone() == (0,)


def test_in_the_background_it_is_queued_first(http: httpx.Client, easel: Easel) -> None:
    text = asked(http, input="a cat behind the scenes", background=True)
    assert kinds(text) == [
        "response.created", "response.queued", "response.in_progress", *OPENED, *PICTURED, *SAID,
        "response.completed",
    ]  # fmt: skip
    assert [body["response"]["status"] for body in bodies(text) if "response" in body] == [
        "queued", "queued", "in_progress", "completed",
    ]  # fmt: skip
    easel.gate.clear()
    try:
        answer = http.post("/v1/responses", json={"input": "a ship behind the scenes", "background": True})
        response_id = answer.json()["id"]
        assert answer.headers["location"] == f"/v1/responses/{response_id}"
        with http.stream("GET", f"/v1/responses/{response_id}?stream=true") as first:
            chunks = first.iter_text()
            seen = next(chunks)
            http.post(f"/v1/responses/{response_id}/cancel")
            seen += "".join(chunks)
    finally:
        easel.gate.set()
    last = bodies(seen)[-1]
    assert (last["type"], last["response"]["status"]) == ("response.failed", "cancelled")
    assert last["response"]["error"] is None
    assert last["response"]["output"][0]["error"]["code"] == "cancelled"
    assert resumed(http, response_id) == "".join(records(seen))


def test_pictures_that_are_done_out_of_order_are_told_in_order(http: httpx.Client, easel: Easel) -> None:
    easel.spoiled = frozenset({0})
    try:
        text = asked(http, input="a cat out of order", tools=[{**TOOL, "n": 3, "partial_images": 1}])
    finally:
        easel.spoiled = frozenset()
    told = bodies(text)
    failed = ["response.output_item.done"]
    assert [body["type"] for body in told] == [
        "response.created", "response.in_progress", *OPENED, PARTIAL, *failed,
        *OPENED, PARTIAL, *PICTURED, *OPENED, PARTIAL, *PICTURED,
        *SAID[:3], *SAID[2:3] * 3, *SAID[4:], "response.incomplete",
    ]  # fmt: skip
    assert [body["output_index"] for body in told if body["type"] == "response.output_item.added"] == [
        0,
        1,
        2,
        3,
    ]
    assert resumed(http, told[0]["response"]["id"]) == "".join(records(text))


def test_a_failure_is_the_last_event(http: httpx.Client, easel: Easel, client: openai.OpenAI) -> None:
    easel.errors.append(Refused("Not that."))
    text = asked(http, input="a cat that is refused")
    assert kinds(text) == [
        "response.created", "response.in_progress", *OPENED, "response.output_item.done", "response.failed",
    ]  # fmt: skip
    last = bodies(text)[-1]["response"]
    assert last["error"] == {"code": "image_content_policy_violation", "message": "Not that."}
    easel.errors.append(Refused("Not that either."))
    events = list(client.responses.create(input="a dog that is refused", stream=True))
    assert events[-1].type == "response.failed"
    assert events[-1].response.error is not None


def test_words_alone(http: httpx.Client) -> None:
    text = asked(http, input="how many pictures are there?")
    assert kinds(text) == [
        "response.created", "response.in_progress", *SAID[:3], *SAID[4:], "response.completed",
    ]  # fmt: skip
    assert resumed(http, bodies(text)[0]["response"]["id"]) == text


def test_the_helper_of_the_openai_package_reads_it_all(client: openai.OpenAI) -> None:
    tools: Any = [{**TOOL, "partial_images": 2}]
    with client.responses.stream(model="paintover", input="a cat for the helper", tools=tools) as stream:
        seen = [event.type for event in stream]
        final = stream.get_final_response()
    assert seen[-1] == "response.completed"
    assert [item.type for item in final.output] == ["image_generation_call", "message"]
    assert final.output_text == client.responses.retrieve(final.id).output_text
    with client.responses.stream(response_id=final.id, starting_after=5) as stream:
        later = [event.sequence_number for event in stream]
    assert later == list(range(6, len(seen)))
    rest = list(client.responses.retrieve(final.id, stream=True, starting_after=5))
    assert [event.sequence_number for event in rest] == later


def test_every_answer_is_what_the_openai_package_says_it_is(live: LiveServer, easel: Easel) -> None:
    """With its models checked strictly, which they are not otherwise."""
    http = openai.DefaultHttpxClient(trust_env=False, timeout=60)
    with openai.OpenAI(
        base_url=f"{live.url}/v1",
        api_key="x",
        max_retries=0,
        http_client=http,
        _strict_response_validation=True,
    ) as client:
        tools: Any = [{**TOOL, "partial_images": 2}]
        done = client.responses.create(input="an ox, strictly", tools=tools, metadata={"a": "b"})
        events = client.responses.create(input="give it a hat", previous_response_id=done.id, stream=True)
        assert [event.sequence_number for event in events][:2] == [0, 1]
        assert list(client.responses.retrieve(done.id, stream=True, starting_after=2))
        assert client.responses.create(input="how many pictures are there?").status == "completed"
        easel.errors.append(BadPicture("Too dark."))
        assert client.responses.create(input="a dog, strictly").status == "failed"
        easel.spoiled = frozenset({1})
        try:
            assert client.responses.create(input="a dog", tools=tools).status == "completed"
            several: Any = [{**TOOL, "n": 2}]
            assert client.responses.create(input="a dog, strictly", tools=several).status == "incomplete"
        finally:
            easel.spoiled = frozenset()
        easel.gate.clear()
        try:
            slow = client.responses.create(input="a ship, strictly", background=True)
            assert client.responses.cancel(slow.id).status == "cancelled"
        finally:
            easel.gate.set()
        call: Any = {"type": "image_generation_call", "id": done.output[0].id}
        sent: Any = {"role": "user", "content": [{"type": "input_text", "text": "give it a hat"}]}
        named = client.responses.create(input=[sent, call])
        assert len(list(client.responses.input_items.list(named.id))) == 2


def test_nothing_new_is_told_as_a_comment(tmp_path: Path) -> None:
    easel = Easel(is_open=False)
    with (
        LiveServer(Settings(data=str(tmp_path), port=0, keepalive_s=0.05), easel) as live,
        live.http() as http,
        http.stream("POST", "/v1/responses", json={"input": "a cat", "stream": True}) as stream,
    ):
        seen = ""
        for chunk in stream.iter_text():
            seen += chunk
            if ": keep-alive\n\n" in seen:
                easel.gate.set()
    assert kinds(seen)[-1] == "response.completed"


def test_one_who_lost_the_connection_gets_the_same_answer(http: httpx.Client, easel: Easel) -> None:
    body = {"stream": True, "input": "a cat that is asked for twice"}
    easel.gate.clear()
    try:
        with http.stream("POST", "/v1/responses", json=body) as first:
            seen = next(first.iter_text())
    finally:
        easel.gate.set()
    text = asked(http, **body)
    assert text.startswith(records(seen)[0])
    assert [order.prompt for order in easel.orders].count(str(body["input"])) == 1


def test_a_response_whose_server_died_before_it_was_written_down(tmp_path: Path) -> None:
    """The task is on disk, the record is not: who sends the request again has it made."""
    settings, easel, body = Settings(data=str(tmp_path), port=0), Easel(), {"input": "a cat"}
    key = {"Idempotency-Key": "died"}
    with LiveServer(settings, easel) as live, live.http() as http:
        first = http.post("/v1/responses", json=body, headers=key).json()
    with closing(sqlite3.connect(tmp_path / DATABASE_NAME)) as connection, connection:
        connection.execute("DELETE FROM responses")
    with LiveServer(settings, easel) as live, live.http() as http:
        assert http.get(f"/v1/responses/{first['id']}").status_code == 404
        again = http.post("/v1/responses", json=body, headers=key).json()
        assert (again["id"], again["created_at"]) == (first["id"], first["created_at"])
        assert http.get(f"/v1/responses/{first['id']}").json() == again
    assert len(easel.drawn) == 1
