from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.api import tasks as module
from paintover.api.admission import OpenAnswers
from paintover.api.tasks import TaskRoutes
from paintover.domain.call import Call, Evidence
from paintover.domain.errors import EngineFailed, EngineUnavailable
from paintover.domain.events import Started
from paintover.domain.ids import new_task_id
from paintover.domain.task import Webhook
from paintover.parts import Parts, open_parts
from paintover.settings import Settings
from paintover.tasks.desk import Wish
from paintover.tasks.feed import Feed
from tests.api.surface import client_of
from tests.easel import Easel

ROUTE = "/v1/tasks"


@dataclass
class Bench:
    """The surface with everything behind it."""

    http: httpx.AsyncClient
    parts: Parts
    engine: Easel

    async def accept(self, n: int = 1, owner: str = "ann", **fields: Any) -> Feed:
        return await self.parts.desk.accept(
            Wish(call=Call(action="generate", prompt="牛", n=n, seed=7), owner=owner, **fields)
        )

    async def task(self, feed: Feed, **headers: str) -> dict[str, Any]:
        response = await self.http.get(f"{ROUTE}/{feed.task_id}", headers=headers)
        assert response.status_code == 200, response.text
        shown: dict[str, Any] = response.json()
        return shown

    async def cancel(self, feed: Feed) -> dict[str, Any]:
        response = await self.http.post(f"{ROUTE}/{feed.task_id}/cancel")
        assert response.status_code == 200, response.text
        shown: dict[str, Any] = response.json()
        return shown

    async def polled(self, feed: Feed, **params: str) -> list[dict[str, Any]]:
        headers = {"accept": "application/json"}
        response = await self.http.get(f"{ROUTE}/{feed.task_id}/events", params=params, headers=headers)
        assert response.headers["content-type"] == "application/json"
        events: list[dict[str, Any]] = response.json()["events"]
        return events

    async def streamed(
        self, feed: Feed, last_event_id: str | None = None, **params: str
    ) -> list[dict[str, Any]]:
        """The events of a whole stream, each with its id and its name."""
        headers = {} if last_event_id is None else {"Last-Event-ID": last_event_id}
        response = await self.http.get(f"{ROUTE}/{feed.task_id}/events", params=params, headers=headers)
        assert response.headers["content-type"].startswith("text/event-stream")
        events = []
        for record in response.text.split("\n\n")[:-1]:
            if record.startswith(":"):
                continue
            number, kind, told = record.split("\n")
            event = {"id": number.removeprefix("id: "), **json.loads(told.removeprefix("data: "))}
            assert kind == f"event: {event['type']}"
            events.append(event)
        return events


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    engine = Easel()
    settings = Settings(data=str(tmp_path), workers=1, backoff_s=0.001)
    async with open_parts(settings, engine) as parts:
        routes = TaskRoutes(
            tasks=parts.tasks,
            desk=parts.desk,
            links=parts.links,
            keepalive_s=0.01,
            open_answers=OpenAnswers(100),
        )
        async with client_of(routes.routes()) as http, asyncio.timeout(30):
            yield Bench(http, parts, engine)


async def begun(feed: Feed) -> None:
    while not any(isinstance(event.event, Started) for event in feed.events):
        await feed.news(len(feed.events))


async def test_everything_known_of_a_task(bench: Bench) -> None:
    evidence = Evidence(rule="new", because="没有别的图")
    hook = Webhook(url="https://x.example", secret="whsec_c2VjcmV0")
    feed = await bench.accept(2, model="gpt-4o-image-vip", priority=10, evidence=evidence, webhook=hook)
    await feed.over()
    task = await bench.task(feed)
    assert task["id"] == feed.task_id
    assert (task["object"], task["state"], task["progress"], task["attempts"]) == (
        "task",
        "succeeded",
        100,
        1,
    )
    assert (task["model"], task["engine"], task["error"]) == ("gpt-4o-image-vip", "instant", None)
    assert len(task["gen_ids"]) == 2
    assert task["created_at"] <= task["started_at"] <= task["finished_at"]
    assert task["call"] == {
        "action": "generate",
        "prompt": "牛",
        "ratio": "1:1",
        "n": 2,
        "sources": [],
        "seed": 7,
        "size": None,
        "mask": None,
        "quality": "auto",
        "output_format": None,
    }
    assert task["evidence"]["rule"] == "new"
    assert "whsec" not in json.dumps(task)


async def test_a_failure_is_shown_with_its_reason(bench: Bench) -> None:
    bench.engine.errors = [EngineFailed("It broke.")]
    feed = await bench.accept()
    await feed.over()
    task = await bench.task(feed)
    assert (task["state"], task["error"]) == ("failed", {"code": "engine_failed", "message": "It broke."})


async def test_lists_newest_first_in_pages_by_state(bench: Bench) -> None:
    bench.engine.gate.clear()
    feeds = [await bench.accept() for _ in range(5)]
    await begun(feeds[0])
    await bench.cancel(feeds[2])
    await bench.accept(owner="bob")
    newest_first = [feed.task_id for feed in reversed(feeds)]
    found: list[str] = []
    page: dict[str, Any] = {"has_more": True, "next_cursor": ""}
    while page["has_more"]:
        page = (await bench.http.get(ROUTE, params={"limit": 2, "after": page["next_cursor"]})).json()
        assert page["object"] == "list"
        assert len(page["data"]) <= 2
        found += [task["id"] for task in page["data"]]
    assert found == newest_first
    assert page["next_cursor"] is None
    for state, places in {"queued": (4, 3, 1), "running": (0,), "cancelled": (2,), "failed": ()}.items():
        listed = (await bench.http.get(ROUTE, params={"state": state})).json()["data"]
        assert [task["id"] for task in listed] == [feeds[place].task_id for place in places]
        assert {task["state"] for task in listed} <= {state}


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "limit=-1", "after=task_nobody", "state=done", "state="]
)
async def test_senseless_lists_are_refused(bench: Bench, query: str) -> None:
    response = await bench.http.get(f"{ROUTE}?{query}")
    assert response.status_code == 400
    assert response.json()["error"]["param"] == query.split("=")[0]


async def test_the_events_of_a_task_that_is_over(bench: Bench) -> None:
    feed = await bench.accept(2)
    await feed.over()
    events = await bench.streamed(feed)
    assert [event["type"] for event in events if event["type"] != "progress"] == [
        "queued",
        "running",
        "picture",
        "picture",
        "succeeded",
    ]
    numbers = [int(event["id"]) for event in events]
    assert numbers == sorted(set(numbers))
    percentages = [event["progress"] for event in events if event["type"] == "progress"]
    assert percentages == sorted(set(percentages))
    pictures = [event for event in events if event["type"] == "picture"]
    assert [picture["gen_id"] for picture in pictures] == (await bench.task(feed))["gen_ids"]
    assert all(bench.parts.links.path_of(picture["url"]) for picture in pictures)
    assert events[-1] == {"id": events[-1]["id"], "type": "succeeded", "state": "succeeded", "error": None}
    assert await bench.polled(feed) == events


async def test_whoever_has_seen_some_gets_the_rest(bench: Bench) -> None:
    feed = await bench.accept(2)
    await feed.over()
    events = await bench.streamed(feed)
    for place, event in enumerate(events):
        rest = events[place + 1 :]
        assert await bench.streamed(feed, last_event_id=event["id"]) == rest
        assert await bench.streamed(feed, after=event["id"]) == rest
        assert await bench.polled(feed, after=event["id"]) == rest
        # A browser that reconnects asks at the address that it began with.
        assert await bench.streamed(feed, after="1", last_event_id=event["id"]) == rest


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "９", "1" * 19, "1 OR 1"])
async def test_what_is_no_id_of_an_event_is_refused(bench: Bench, after: str) -> None:
    feed = await bench.accept()
    response = await bench.http.get(f"{ROUTE}/{feed.task_id}/events", params={"after": after})
    assert (response.status_code, response.json()["error"]["param"]) == (400, "after")


async def test_events_are_told_as_they_happen(bench: Bench) -> None:
    bench.engine.gate.clear()
    feed = await bench.accept()
    following = asyncio.create_task(bench.streamed(feed))
    await begun(feed)
    assert not following.done()
    bench.engine.gate.set()
    assert (await following)[-1]["type"] == "succeeded"


async def test_silence_is_filled_with_comments(bench: Bench) -> None:
    bench.engine.gate.clear()
    feed = await bench.accept()
    asking = asyncio.create_task(bench.http.get(f"{ROUTE}/{feed.task_id}/events"))
    await begun(feed)
    seen = len(feed.events)
    assert not await feed.news(seen, 0.05)
    bench.engine.gate.set()
    assert ": keep-alive\n\n" in (await asking).text


async def test_polling_waits_for_news_and_no_longer_than_it_may(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.engine.gate.clear()
    feed = await bench.accept()
    await begun(feed)
    last = str(feed.events[-1].number)
    monkeypatch.setattr(module, "LONG_POLL_S", 0.01)
    assert await bench.polled(feed, after=last) == []
    monkeypatch.setattr(module, "LONG_POLL_S", 20.0)
    waiting = asyncio.create_task(bench.polled(feed, after=last))
    bench.engine.gate.set()
    assert (await waiting)[0]["type"] == "progress"
    await feed.over()
    assert await bench.polled(feed, after=str(feed.events[-1].number)) == []


async def test_every_attempt_is_told(bench: Bench) -> None:
    bench.engine.errors = [EngineUnavailable("Back soon.")]
    feed = await bench.accept()
    kinds = [event["type"] for event in await bench.streamed(feed) if event["type"] != "progress"]
    assert kinds == ["queued", "running", "queued", "running", "picture", "succeeded"]


async def test_cancelled_while_it_waits_while_it_runs_and_when_it_is_over(bench: Bench) -> None:
    done = await bench.accept()
    await done.over()
    bench.engine.gate.clear()
    running, waiting = await bench.accept(), await bench.accept()
    await begun(running)
    for feed, state in ((waiting, "cancelled"), (running, "cancelled"), (done, "succeeded")):
        first = await bench.cancel(feed)
        assert first["state"] == state
        assert await bench.cancel(feed) == first == await bench.task(feed)
        last = (await bench.streamed(feed))[-1]
        assert last["type"] == state
        assert (last["error"] is None) == (state == "succeeded")


async def test_anothers_and_nobodys_are_the_same(bench: Bench) -> None:
    feed = await bench.accept(owner="bob")
    await feed.over()
    for method, path in (("GET", ""), ("GET", "/events"), ("POST", "/cancel")):
        answers = []
        for task_id in (feed.task_id, new_task_id(), "x", "%00", "'"):
            response = await bench.http.request(method, f"{ROUTE}/{task_id}{path}")
            answers.append((response.status_code, response.content))
        assert set(answers) == {answers[0]}
        assert answers[0][0] == 404
    listed = (await bench.http.get(ROUTE)).json()
    assert listed == {"object": "list", "data": [], "has_more": False, "next_cursor": None}
    assert (await bench.task(feed, **{"x-owner": "bob"}))["state"] == "succeeded"


async def test_what_a_draining_server_does_not_finish_ends_without_a_final_state(bench: Bench) -> None:
    bench.engine.gate.clear()
    feed = await bench.accept()
    following = asyncio.create_task(bench.streamed(feed))
    await begun(feed)
    await bench.parts.desk.drain(0.01)
    assert (await following)[-1]["type"] == "queued"
    assert (await bench.task(feed))["state"] == "queued"
