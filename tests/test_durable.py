"""Tasks outlive connections, errors and restarts: the whole server over a real socket."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.domain.errors import EngineUnavailable, Refused
from paintover.domain.ids import TASK_ID_PATTERN
from paintover.settings import Settings
from paintover.transcript.reader import read_answer
from tests.easel import Easel
from tests.live import LiveServer
from tests.pace import timed

CHAT = "/v1/chat/completions"
PATIENCE_S = 30.0


def a_body(said: str = "画一只猫", **fields: Any) -> dict[str, Any]:
    return {
        "model": "gpt-4o-image",
        "stream": True,
        "messages": [{"role": "user", "content": said}],
        **fields,
    }


@contextmanager
def serving(
    folder: Path, engine: Easel | None = None, **changes: Any
) -> Iterator[tuple[LiveServer, httpx.Client]]:
    settings = Settings(data=str(folder), backoff_s=0.01, heartbeat_s=60, **{"workers": 1, **changes})
    with LiveServer(settings, engine) as server, server.http() as http:
        yield server, http


@contextmanager
def asking_with(engine: Easel, count: int) -> Iterator[ThreadPoolExecutor]:
    """Threads that may wait for answers. They are waited for at the end, so the engine then has to draw: if the test
    has failed while its gate is closed, they would listen to keep-alives for as long as a task may take."""
    with ThreadPoolExecutor(count) as threads:
        try:
            yield threads
        finally:
            engine.gate.set()


def until(condition: Callable[[], Any]) -> Any:
    """What the condition finds, as soon as it finds something."""
    give_up, pause = time.monotonic() + PATIENCE_S, threading.Event()
    while not (found := condition()):
        assert time.monotonic() < give_up
        pause.wait(0.005)
    return found


def ended(http: httpx.Client, task_id: str) -> dict[str, Any]:
    """The task, when it is over."""

    def final() -> dict[str, Any] | None:
        task: dict[str, Any] = http.get(f"/v1/tasks/{task_id}").json()
        return task if task["state"] in ("succeeded", "failed", "cancelled") else None

    task: dict[str, Any] = until(final)
    return task


def dropped(http: httpx.Client, body: dict[str, Any], **headers: str) -> str:
    """Ask, read until the task is named, and break the connection; the task."""
    with http.stream("POST", CHAT, json=body, headers=headers) as response:
        text = ""
        for chunk in response.iter_text():
            text += chunk
            if found := re.search(TASK_ID_PATTERN, text):
                return found[0]
    raise AssertionError(text)


def shown(http: httpx.Client, task_id: str, field: str) -> Any:
    return http.get(f"/v1/tasks/{task_id}").json()[field]


def words(response: httpx.Response) -> str:
    """The text of a streamed answer."""
    lines = [line[6:] for line in response.text.split("\n") if line.startswith("data: {")]
    deltas = [choice["delta"] for line in lines for choice in json.loads(line)["choices"]]
    return "".join(delta.get("content") or "" for delta in deltas)


def pictures(text: str) -> list[str | None]:
    answer = read_answer(text)
    assert answer is not None
    return [picture.gen_id for picture in answer.pictures]


def test_who_leaves_does_not_cancel(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (_, http):
        task_id = dropped(http, a_body())
        engine.gate.set()
        task = ended(http, task_id)
        assert (task["state"], len(task["gen_ids"])) == ("succeeded", 1)
        assert http.get(f"/v1/generations/{task['gen_ids'][0]}").json()["task_id"] == task_id
        assert engine.stopped_at == []


def test_the_same_request_again_joins_its_task(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (_, http), asking_with(engine, 1) as threads:
        task_id = dropped(http, a_body())
        asking = threads.submit(http.post, CHAT, json=a_body())
        until(lambda: engine.orders)
        engine.gate.set()
        joined = asking.result()
        assert joined.headers["x-task-id"] == task_id
        assert pictures(words(joined)) == ended(http, task_id)["gen_ids"]
        assert len(engine.orders) == 1
        # That answer was had whole, so the same words are another wish.
        anew = http.post(CHAT, json=a_body())
        assert anew.headers["x-task-id"] != task_id
        assert len(engine.orders) == 2


def test_the_same_request_again_gets_the_picture_that_was_drawn_meanwhile(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (_, http):
        task_id = dropped(http, a_body())
        engine.gate.set()
        gen_ids = ended(http, task_id)["gen_ids"]
    with serving(tmp_path, engine) as (_, http):
        assert pictures(words(http.post(CHAT, json=a_body()))) == gen_ids
        assert len(engine.orders) == 1


def test_another_request_and_one_that_comes_too_late_draw_anew(tmp_path: Path) -> None:
    engine = Easel()
    with serving(tmp_path, engine, rejoin_window_s=0) as (_, http):
        engine.gate.clear()
        task_id = dropped(http, a_body())
        engine.gate.set()
        ended(http, task_id)
        assert http.post(CHAT, json=a_body()).headers["x-task-id"] != task_id
        assert http.post(CHAT, json=a_body("画一只狗")).headers["x-task-id"] != task_id


def test_the_same_words_from_two_at_once_are_two_wishes(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine, workers=4) as (_, http), asking_with(engine, 3) as threads:
        asking = [threads.submit(http.post, CHAT, json=a_body()) for _ in range(3)]
        until(lambda: len(engine.orders) == 3)
        engine.gate.set()
        assert len({answer.result().headers["x-task-id"] for answer in asking}) == 3


@pytest.mark.parametrize("stream", [True, False])
def test_an_idempotency_key_replays_the_first_answer_to_the_byte(tmp_path: Path, stream: bool) -> None:
    engine = Easel(is_open=False)
    key = {"Idempotency-Key": "k" * 255}
    with serving(tmp_path, engine) as (_, http), asking_with(engine, 3) as threads:
        asking = [threads.submit(http.post, CHAT, json=a_body(stream=stream), headers=key) for _ in range(3)]
        until(lambda: engine.orders)
        engine.gate.set()
        answers = [one.result().content for one in asking]
        answers.append(http.post(CHAT, json=a_body(stream=stream), headers=key).content)
    with serving(tmp_path, engine) as (_, http):
        answers.append(http.post(CHAT, json=a_body(stream=stream), headers=key).content)
        other = http.post(CHAT, json=a_body("画一只狗", stream=stream), headers=key)
        for senseless in ("", "k" * 256):
            refused = http.post(CHAT, json=a_body(), headers={"Idempotency-Key": senseless})
            assert refused.status_code == 400
    # The links carry the port, which is another after the restart.
    assert len({re.sub(rb"127\.0\.0\.1:\d+", b"", answer) for answer in answers}) == 1
    assert len(engine.orders) == 1
    assert (other.status_code, other.json()["error"]["code"]) == (409, "idempotency_conflict")
    assert set(other.json()["error"]) == {"message", "type", "param", "code"}


@pytest.mark.parametrize("fields", [{"background": True}, {"model": "gpt-4o-image-async"}])
def test_in_the_background(tmp_path: Path, fields: dict[str, Any]) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine, owner_stream_limit=1) as (_, http):
        dropped_task = dropped(http, a_body("画一只狗"))
        answer = http.post(CHAT, json=a_body(**fields))
        assert answer.status_code == 202
        task = answer.json()
        assert (task["state"], task["gen_ids"], task["error"]) == ("queued", [], None)
        assert answer.headers["location"] == f"/v1/tasks/{task['id']}"
        assert http.get(answer.headers["location"]).json()["id"] == task["id"] != dropped_task
        # An answer that was had: the same once more is another task.
        again = http.post(CHAT, json=a_body(**fields)).json()["id"]
        assert again != task["id"]
        # With a key it is the same one.
        keyed = [
            http.post(CHAT, json=a_body(**fields), headers={"Idempotency-Key": "k"}).json()["id"]
            for _ in range(2)
        ]
        assert keyed[0] == keyed[1]
        engine.gate.set()
        assert {ended(http, one)["state"] for one in (task["id"], again, keyed[0])} == {"succeeded"}


def test_a_drain_ends_streams_with_their_task_and_the_next_start_finishes_it(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (server, http), asking_with(engine, 3) as threads:
        asking = [threads.submit(http.post, CHAT, json=a_body(f"画一只猫，{place}")) for place in range(2)]
        asking.append(threads.submit(http.post, CHAT, json=a_body("画一匹马", stream=False)))
        until(lambda: engine.orders and len(http.get("/v1/tasks").json()["data"]) == 3)
        server.drain(0.05)
        answers = [one.result() for one in asking]
        refused = http.post(CHAT, json=a_body("画一头牛"))
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.json()["error"]["code"] == "server_draining"
        assert http.get("/healthz").status_code == 503
    for answer in answers[:2]:
        assert words(answer).split("\n")[-1].endswith(f"`{answer.headers['x-task-id']}`")
        assert answer.text.endswith("data: [DONE]\n\n")
    content = answers[2].json()["choices"][0]["message"]["content"]
    assert content.split("\n")[-1].endswith(f"`{answers[2].headers['x-task-id']}`")
    with serving(tmp_path, Easel()) as (_, http):
        for answer in answers:
            task = ended(http, answer.headers["x-task-id"])
            assert (task["state"], len(task["gen_ids"])) == ("succeeded", 1)
        # Who asks again in the same words gets what was promised.
        again = http.post(CHAT, json=a_body("画一只猫，0"))
        assert again.headers["x-task-id"] == answers[0].headers["x-task-id"]
        assert "![gen_" in words(again)


def test_what_may_pass_is_tried_again_and_a_refusal_is_not(tmp_path: Path) -> None:
    engine = Easel()
    with serving(tmp_path, engine, attempts=3) as (_, http):
        engine.errors = [EngineUnavailable("Back soon."), EngineUnavailable("Back soon.")]
        text = words(http.post(CHAT, json=a_body()))
        assert (len(pictures(text)), len(engine.orders)) == (1, 3)
        assert text.count("生成中") == 1
        engine.errors = [Refused("这样的图不画。")]
        text = words(http.post(CHAT, json=a_body()))
        assert "> 生成失败 ❌\n> 失败原因：moderation_blocked 这样的图不画" in text
        assert len(engine.orders) == 4
        engine.errors = [EngineUnavailable("Back soon.")] * 3
        assert "engine_unavailable" in words(http.post(CHAT, json=a_body()))


def test_one_failure_of_several_leaves_the_others(tmp_path: Path) -> None:
    engine = Easel()
    engine.spoiled = frozenset({1})
    with serving(tmp_path, engine) as (_, http):
        text = words(http.post(CHAT, json=a_body(n=3)))
        assert len(pictures(text)) == 2
        assert "engine_failed" in text.rsplit("![", 1)[1]
        task = http.get("/v1/tasks").json()["data"][0]
        assert (task["state"], len(task["gen_ids"])) == ("succeeded", 2)
        assert task["error"]["code"] == "engine_failed"


@timed
def test_cancelled_in_the_middle_of_a_stream(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (_, http), asking_with(engine, 1) as threads:
        asking = threads.submit(http.post, CHAT, json=a_body())
        task_id = until(lambda: engine.orders)[0].task_id
        began = time.monotonic()
        answer = http.post(f"/v1/tasks/{task_id}/cancel")
        assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
        assert until(lambda: engine.stopped_at)[0] - began < 1
        text = words(asking.result())
        assert "> 失败原因：cancelled" in text
        assert http.post(f"/v1/tasks/{task_id}/cancel").json() == answer.json()
        # The same words are a new wish, not that task.
        engine.gate.set()
        assert len(pictures(words(http.post(CHAT, json=a_body())))) == 1


@timed
def test_the_illustrator_stops_within_a_second(tmp_path: Path) -> None:
    said = "画一个热闹的农场：三头牛、两匹马、五只羊、一座房子、十棵树，夜晚下雪，水彩风格，16:9"
    taken = []
    with serving(tmp_path, workers=1) as (_, http):
        for _ in range(3):
            long = http.post(CHAT, json=a_body(said, n=8, background=True)).json()["id"]
            until(partial(shown, http, long, "progress"))
            short = http.post(CHAT, json=a_body("画一只猫", background=True)).json()["id"]
            began = time.monotonic()
            assert http.post(f"/v1/tasks/{long}/cancel").json()["state"] == "cancelled"
            # The only worker has let go when the next task begins.
            until(partial(shown, http, short, "started_at"))
            taken.append(time.monotonic() - began)
            assert ended(http, short)["state"] == "succeeded"
            assert len(ended(http, long)["gen_ids"]) < 8
    assert min(taken) < 1


def test_limits_are_told_with_when_to_come_back(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    limits = {"owner_queue_limit": 3, "owner_stream_limit": 2}
    with serving(tmp_path, engine, **limits) as (_, http), asking_with(engine, 2) as threads:
        asking = [threads.submit(http.post, CHAT, json=a_body(f"画一只猫，{place}")) for place in range(2)]
        until(lambda: engine.orders and len(http.get("/v1/tasks").json()["data"]) == 2)
        refused = [http.post(CHAT, json=a_body())]
        for _ in range(2):
            assert http.post(CHAT, json=a_body(background=True)).status_code == 202
        refused.append(http.post(CHAT, json=a_body(background=True)))
        for answer in refused:
            assert (answer.status_code, answer.json()["error"]["code"]) == (429, "rate_limit_exceeded")
            assert int(answer.headers["retry-after"]) >= 1
        assert "answers open" in refused[0].text
        assert "tasks waiting" in refused[1].text
        engine.gate.set()
        assert {one.result().status_code for one in asking} == {200}
        until(lambda: http.post(CHAT, json=a_body(background=True)).status_code == 202)


def test_who_waits_reads_its_place_and_the_alias_goes_first(tmp_path: Path) -> None:
    engine = Easel(is_open=False)
    with serving(tmp_path, engine) as (_, http):
        for place in range(3):
            http.post(CHAT, json=a_body(f"画一只猫，{place}", background=True))
        until(lambda: engine.orders)
        with http.stream("POST", CHAT, json=a_body("画一只狗")) as response:
            text, last = "", response.headers["x-task-id"]
            for chunk in response.iter_text():
                text += chunk
                if "排队中" in text:
                    break
        assert re.search(r"> 排队中\D*3\D", text)
        vip = http.post(CHAT, json=a_body("画一匹马", model="gpt-4o-image-vip", background=True)).json()["id"]
        engine.gate.set()
        ended(http, last)
        assert engine.orders[1].task_id == vip
        assert engine.orders[-1].task_id == last
