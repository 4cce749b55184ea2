"""Unfinished renderings, as whoever looks on is told them by the events of a task."""

from __future__ import annotations

import base64
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.parts import DATABASE_NAME
from paintover.settings import Settings
from paintover.tasks.finishing import GLANCE_BYTES, GLANCE_SIDE
from tests.easel import Easel, Sketcher
from tests.live import LiveServer
from tests.pixels import pixels

SAID: dict[str, Any] = {"messages": [{"role": "user", "content": "画个牛"}], "seed": 7, "size": "1024x512"}


@pytest.fixture
def sketcher() -> Sketcher:
    return Sketcher()


@pytest.fixture
def live(settings: Settings, sketcher: Sketcher) -> Iterator[LiveServer]:
    with LiveServer(settings, sketcher) as live:
        yield live


@contextmanager
def followed(http: httpx.Client, task_id: str, **asked: Any) -> Iterator[Iterator[dict[str, Any]]]:
    """The events of a task, each with its id, while the connection is open."""
    with http.stream("GET", f"/v1/tasks/{task_id}/events", **asked) as response:
        assert response.status_code == 200

        def events() -> Iterator[dict[str, Any]]:
            number = ""
            for line in response.iter_lines():
                if line.startswith("id: "):
                    number = line.removeprefix("id: ")
                if line.startswith("data: "):
                    yield {"id": number, **json.loads(line.removeprefix("data: "))}

        yield events()


def ask(http: httpx.Client, **more: Any) -> str:
    """The id of a task that is begun."""
    answer = http.post("/v1/chat/completions", json={**SAID, "background": True, **more})
    assert answer.status_code == 202
    return str(answer.json()["id"])


def until(events: Iterator[dict[str, Any]], kind: str, step: int | None = None) -> dict[str, Any]:
    return next(
        event for event in events if event["type"] == kind and (step is None or event["step"] == step)
    )


def test_whoever_looks_on_sees_them_and_after_a_break_the_newest_again(
    live: LiveServer, sketcher: Sketcher
) -> None:
    asked = {"params": {"previews": "1"}}
    with live.http() as http:
        task_id = ask(http, previews=3)
        with followed(http, task_id, **asked) as events:
            last = until(events, "preview", 2)
        head, _, text = last["image"].partition(",")
        image = base64.b64decode(text)
        assert head == "data:image/jpeg;base64"
        assert len(image) <= GLANCE_BYTES
        assert pixels(image).shape[:2] == (GLANCE_SIDE // 2, GLANCE_SIDE)
        assert (last["index"], last["width"], last["height"]) == (0, 1024, 512)
        # Whoever comes anew is shown the newest alone, and whoever has seen it no more.
        with followed(http, task_id, **asked) as events:
            assert until(events, "preview") == last
        seen = {"Last-Event-ID": last["id"]}
        with followed(http, task_id, headers=seen, **asked) as events:
            sketcher.finishing.set()
            assert [event["type"] for event in events] == ["picture", "succeeded"]
        # What nobody needs any more is not told, to anybody.
        assert "preview" not in http.get(f"/v1/tasks/{task_id}/events", params=asked["params"]).text


def test_nobody_is_shown_them_who_has_not_asked(live: LiveServer, sketcher: Sketcher) -> None:
    sketcher.finishing.set()
    with live.http() as http:
        plain, sketched = ask(http), ask(http, previews=2)
        for task_id in (plain, sketched):
            with followed(http, task_id) as events:
                assert "preview" not in {event["type"] for event in events}
        for query in ("previews=2", "previews=", "previews=true"):
            answer = http.get(f"/v1/tasks/{sketched}/events?{query}")
            assert (answer.status_code, answer.json()["error"]["param"]) == (400, "previews")
    assert [order.previews for order in sketcher.orders] == [0, 2]


def test_the_transcript_is_the_same_with_them_and_without(live: LiveServer, sketcher: Sketcher) -> None:
    sketcher.finishing.set()
    told = []
    with live.http() as http:
        for previews in (0, 3):
            body = {**SAID, "previews": previews, "stream": True}
            answer = http.post("/v1/chat/completions", json=body).text
            lines = [json.loads(line[6:]) for line in answer.splitlines() if line.startswith("data: {")]
            said = "".join(line["choices"][0]["delta"].get("content", "") for line in lines)
            told.append(re.sub(r"(gen|task)_\w{26}|\d{8}/\w{32}", "…", said))
            assert "进度" in told[-1]
    assert told[0] == told[1]


def test_no_other_key_is_shown_them(live: LiveServer, sketcher: Sketcher) -> None:
    mine, others = live.new_key("ann"), live.new_key("bob")
    with live.http() as http, live.http() as foreign:
        http.headers["authorization"], foreign.headers["authorization"] = f"Bearer {mine}", f"Bearer {others}"
        task_id = ask(http, previews=3)
        with followed(http, task_id, params={"previews": "1"}) as events:
            until(events, "preview", 2)
        path = f"/v1/tasks/{task_id}/events?previews=1"
        nobodys = foreign.get(path.replace(task_id[-6:], "000000"))
        for headers in ({}, {"accept": "application/json"}):
            answer = foreign.get(path, headers=headers)
            assert (answer.status_code, answer.content) == (404, nobodys.content)
        sketcher.finishing.set()


def stored(folder: Path) -> int:
    """How many are on the disk."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        return int(connection.execute("SELECT count(*) FROM task_previews").fetchone()[0])


def test_they_outlive_the_server_and_go_with_the_task_however_it_ends(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), port=0, workers=1)
    sketcher = Sketcher()
    with LiveServer(settings, sketcher) as live, live.http() as http:
        drawn = ask(http, previews=2)
        with followed(http, drawn, params={"previews": "1"}) as events:
            shown = until(events, "preview", 1)
            live.drain(0)
    assert stored(tmp_path) == 2
    easel = Easel(is_open=False)
    with LiveServer(settings, easel) as live, live.http() as http:
        with followed(http, drawn, params={"previews": "1"}) as events:
            # The one of the attempt that the server's end broke off, until there is another.
            assert until(events, "preview") == shown
            easel.gate.set()
            assert [event["type"] for event in events][-1] == "succeeded"
        assert len(easel.drawn) == 1
        assert stored(tmp_path) == 0
    sketcher = Sketcher()
    with LiveServer(settings, sketcher) as live, live.http() as http:
        cancelled = ask(http, previews=3)
        with followed(http, cancelled, params={"previews": "1"}) as events:
            until(events, "preview", 2)
            assert stored(tmp_path) == 3
            http.post(f"/v1/tasks/{cancelled}/cancel")
            assert [event["type"] for event in events] == ["cancelled"]
        assert stored(tmp_path) == 0


@pytest.mark.parametrize("previews", [-1, 4, "2", 1.5, True])
def test_other_numbers_are_refused(live: LiveServer, previews: Any) -> None:
    with live.http() as http:
        answer = http.post("/v1/chat/completions", json={**SAID, "previews": previews})
        assert (answer.status_code, answer.json()["error"]["param"]) == (400, "previews")
