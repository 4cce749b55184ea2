"""`/v1/admin` over a whole server: what is told, to whom, and what never is."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.domain.errors import EngineUnavailable
from paintover.domain.scope import Scope
from paintover.engines.tables import EngineTable, ModelTable
from paintover.settings import FILE_NAME, PriceTable, Settings, SettingsSource
from tests.easel import Easel
from tests.live import LiveServer

PATIENCE_S = 20
SECRET = "a purple walrus that nobody may hear of"


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def live(tmp_path: Path, easel: Easel) -> Iterator[LiveServer]:
    settings = Settings(data=str(tmp_path), port=0, workers=1, attempts=1)
    with LiveServer(settings, easel) as started:
        yield started
        easel.gate.set()


@pytest.fixture
def keys(live: LiveServer) -> dict[str, str]:
    made = {name: live.new_key(name) for name in ("ann", "bob")}
    return {
        **made,
        "root": live.new_key("root", Scope),
        "ops": live.new_key("ops", [Scope.ADMIN]),
        "keymaker": live.new_key("keymaker", [Scope.READ, Scope.DRAW, Scope.KEYS]),
    }


def order(http: httpx.Client, key: str, words: str = SECRET) -> str:
    body = {"messages": [{"role": "user", "content": words}], "background": True}
    answer = http.post("/v1/chat/completions", json=body, headers=bearer(key))
    assert answer.status_code == 202
    return str(answer.json()["id"])


def test_only_who_looks_after_the_server_sees_it(live: LiveServer, keys: dict[str, str]) -> None:
    with live.http() as http:
        for method, path in (
            ("GET", "/v1/admin"),
            ("GET", "/v1/admin/usage"),
            ("POST", "/v1/admin/tasks/task_x/cancel"),
            ("GET", "/v1/administrator"),
        ):
            assert http.request(method, path).status_code == 401
            for name in ("ann", "keymaker"):
                answer = http.request(method, path, headers=bearer(keys[name]))
                error = answer.json()["error"]
                assert (answer.status_code, error["code"]) == (403, "insufficient_permissions")
                assert "'admin'" in error["message"]
        for name in ("ops", "root"):
            assert http.get("/v1/admin", headers=bearer(keys[name])).status_code == 200
            assert http.get("/v1/admin/usage", headers=bearer(keys[name])).status_code == 200
        # One that only looks after the server draws nothing and sees no pictures.
        assert http.get("/v1/generations", headers=bearer(keys["ops"])).status_code == 403


def test_every_key_may_ask_what_it_is_good_for(live: LiveServer, keys: dict[str, str]) -> None:
    with live.http() as http:
        assert http.get("/v1/me").status_code == 401
        told = {name: http.get("/v1/me", headers=bearer(key)).json() for name, key in keys.items()}
    assert {name: one["name"] for name, one in told.items()} == {name: name for name in keys}
    assert told["ops"]["scopes"] == ["admin"]
    assert told["ann"]["scopes"] == ["draw", "read"]
    assert told["ann"]["owner"] == told["ann"]["key_id"]


def test_without_any_key_the_machines_own_user_sees_it(live: LiveServer) -> None:
    with live.http() as http:
        me = http.get("/v1/me").json()
        assert (me["owner"], me["key_id"], me["scopes"]) == ("local", None, ["admin", "draw", "read"])
        assert http.get("/v1/admin").json()["object"] == "admin"
        # Still not from a page of somebody else's.
        assert http.get("/v1/admin", headers={"Origin": "http://evil.example"}).status_code == 400


def test_the_queue_and_its_tasks_are_told_without_anybodys_words(
    live: LiveServer, keys: dict[str, str], easel: Easel
) -> None:
    easel.gate.clear()
    with live.http() as http:
        running = order(http, keys["ann"])
        until(lambda: easel.orders)
        waiting = [order(http, keys["ann"], f"{SECRET} {number}") for number in range(3)]
        theirs = order(http, keys["bob"])

        def look(**asked: Any) -> Any:
            return http.get("/v1/admin", params=asked, headers=bearer(keys["ops"]))

        answer = look()
        told = answer.json()
        queue, tasks = told["queue"], told["tasks"]["unfinished"]
        assert (queue["waiting"], queue["running"], queue["workers"]) == (4, 1, 1)
        names = [(told["names"][one["owner"]], one["waiting"], one["running"]) for one in queue["owners"]]
        assert names == [("ann", 3, 1), ("bob", 1, 0)]
        assert queue["waiting_since"] == tasks[1]["created_at"] <= told["now"]
        assert [task["id"] for task in tasks] == [running, *waiting, theirs]
        assert [task["state"] for task in tasks] == ["running", *["queued"] * 4]
        assert (tasks[0]["engine"], tasks[1]["engine"], tasks[1]["engines"]) == (
            easel.name,
            None,
            [easel.name],
        )
        assert (tasks[0]["attempts"], tasks[0]["n"], tasks[0]["ratio"]) == (1, 1, "1:1")
        (engine,) = told["engines"]
        assert (engine["in_flight"], engine["models"][0]["model"]) == (1, "*")
        for secret in ("walrus", "purple", *keys.values(), *(key[3:] for key in keys.values())):
            assert secret not in answer.text

        short = look(limit=1).json()
        assert [len(short["tasks"]["unfinished"]), short["tasks"]["more_unfinished"]] == [2, 3]
        assert [len(short["queue"]["owners"]), short["queue"]["more_owners"]] == [1, 1]

        stopped = {
            task_id: http.post(f"/v1/admin/tasks/{task_id}/cancel", headers=bearer(keys["ops"])).json()
            for task_id in (theirs, running)
        }
        assert {one["state"] for one in stopped.values()} == {"cancelled"}
        assert "walrus" not in json.dumps(stopped)
        shown = http.get(f"/v1/tasks/{theirs}", headers=bearer(keys["bob"])).json()
        assert "Who runs this server" in shown["error"]["message"]
        until(lambda: len(easel.orders) == 2)
        easel.gate.set()
        until(lambda: look().json()["queue"]["waiting"] + look().json()["queue"]["running"] == 0)
        again = http.post(f"/v1/admin/tasks/{waiting[0]}/cancel", headers=bearer(keys["ops"]))
        assert again.json()["state"] == "succeeded"
        nobody = http.post("/v1/admin/tasks/task_nobody/cancel", headers=bearer(keys["ops"]))
        assert (nobody.status_code, nobody.json()["error"]["param"]) == (404, "task_id")


def test_failures_are_told_by_their_code_and_the_engine_by_how_it_fares(
    live: LiveServer, keys: dict[str, str], easel: Easel
) -> None:
    with live.http() as http:

        def told() -> Any:
            return http.get("/v1/admin", headers=bearer(keys["ops"])).json()

        assert told()["engines"][0]["state"] == "unasked"
        easel.errors += [EngineUnavailable(f"No {SECRET} today.") for _ in range(3)]
        failed = [order(http, keys["bob"], f"{SECRET} {number}") for number in range(3)]
        until(lambda: len(told()["tasks"]["failed"]) == 3)
        seen = told()
        assert [task["id"] for task in seen["tasks"]["failed"]] == failed[::-1]
        assert {task["error_code"] for task in seen["tasks"]["failed"]} == {"engine_unavailable"}
        engine = seen["engines"][0]
        assert (engine["state"], engine["failures"]) == ("resting", 3)
        assert engine["rest_s"] > 0
        assert engine["last_failure"]["code"] == "engine_unavailable"
        assert "walrus" not in json.dumps(seen)
        order(http, keys["bob"], "an ox")
        until(lambda: told()["engines"][0]["state"] == "up")
        assert told()["engines"][0]["failures"] == 0

        used = http.get("/v1/admin/usage", params={"group_by": "key"}, headers=bearer(keys["ops"])).json()
        assert used["total"]["requests"] == {"total": 4, "succeeded": 1, "failed": 3, "cancelled": 0}
        (result,) = [one for bucket in used["data"] for one in bucket["results"]]
        assert used["names"] == {result["key_id"]: "bob"}
        mine = http.get("/v1/admin/usage", params={"owner": "nobody"}, headers=bearer(keys["ops"])).json()
        assert mine["total"]["requests"]["total"] == 0


@pytest.mark.parametrize("limit", ["0", "-1", "101", "x", "", "1e1", "٣", "9" * 400])
def test_a_limit_that_makes_no_sense_is_refused_in_words(live: LiveServer, limit: str) -> None:
    with live.http() as http:
        answer = http.get("/v1/admin", params={"limit": limit})
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "limit")


def test_the_process_its_routes_and_its_file_are_told(tmp_path: Path) -> None:
    file = tmp_path / FILE_NAME
    good = (
        'engine = "instant"\ncurrency = "EUR"\n[[prices]]\nengine = "dear"\npicture = 0.25\n'
        "[[prices]]\npicture = 0.01\n"
        '[engines.dear]\nengine = "instant"\nconcurrency = 2\ntimeout_s = 9.0\nwarm = true\n'
        '[models.fine]\nengines = ["dear", "instant"]\n[models.fine.weights]\ndear = 3\ninstant = 1\n'
    )
    file.write_text(good, encoding="utf-8")
    source = SettingsSource(
        folder=tmp_path, environment={}, overrides={"data": str(tmp_path / "data"), "port": 0}
    )
    with LiveServer(source.read(), source=source) as live, live.http() as http:

        def told() -> Any:
            return http.get("/v1/admin").json()

        seen = told()
        engines = {one["name"]: one for one in seen["engines"]}
        assert seen["currency"] == "EUR"
        assert engines["dear"]["models"] == [{"model": "fine", "place": 1, "weight": 3}]
        assert [way["model"] for way in engines["instant"]["models"]] == ["fine", "*"]
        assert [price["picture"] for price in engines["dear"]["prices"]] == [0.25, 0.01]
        assert [price["picture"] for price in engines["instant"]["prices"]] == [0.01]
        assert (engines["dear"]["concurrency"], engines["dear"]["timeout_s"]) == (2, 9)
        assert (engines["dear"]["warm"], engines["dear"]["is_loaded"]) == (True, None)
        server = seen["server"]
        assert server["is_ready"] is True
        assert server["memory"]["own"] > 10_000_000
        assert server["data"]["free"] <= server["data"]["total"]
        assert server["data"]["database"] > 0
        assert set(server["versions"]) == {"paintover", "python", "sqlite", "libvips", "system"}
        assert server["configuration"] == {"refused_because": None, "refused_at": None, "read_at": None}
        until(lambda: told()["server"]["data"]["taken"])
        data = told()["server"]["data"]
        assert data["taken"] >= data["database"] > 0 < data["files"]

        file.write_text('engine = "nobody"\n', encoding="utf-8")
        live.reload()
        until(lambda: told()["server"]["configuration"]["refused_because"])
        seen = told()["server"]["configuration"]
        assert "nobody" in seen["refused_because"]
        assert abs(seen["refused_at"] - time.time()) < 3600
        # What was there before goes on.
        assert {one["name"] for one in told()["engines"]} == {"dear", "instant"}
        file.write_text(good, encoding="utf-8")
        live.reload()
        until(lambda: told()["server"]["configuration"]["refused_because"] is None)
        assert told()["server"]["configuration"]["read_at"] is not None


def test_the_engine_at_work_is_named_where_others_could_draw_too(tmp_path: Path) -> None:
    easel = Easel(is_open=False)
    with LiveServer(Settings(data=str(tmp_path / "far"), port=0), easel) as behind:
        settings = Settings(
            data=str(tmp_path / "near"),
            port=0,
            engines={
                "gone": EngineTable(engine="openai", options={"url": "http://127.0.0.1:9/v1", "model": "m"}),
                "far": EngineTable(
                    engine="openai", options={"url": f"{behind.url}/v1", "model": "paintover"}
                ),
            },
            models={"m": ModelTable(engines=["gone", "far"])},
            prices=(PriceTable(engine="gone", picture=1.0),),
        )
        with LiveServer(settings) as live, live.http() as http:
            body = {"prompt": "an ox", "model": "m", "response_format": "url"}
            answers: list[int] = []

            def draw() -> None:
                with live.http() as own:
                    answers.append(own.post("/v1/images/generations", json=body).status_code)

            drawing = threading.Thread(target=draw)
            drawing.start()
            until(lambda: easel.orders)
            seen = http.get("/v1/admin").json()
            (task,) = seen["tasks"]["unfinished"]
            assert (task["engine"], task["engines"]) == ("far", ["gone", "far"])
            engines = {one["name"]: one for one in seen["engines"]}
            assert (engines["gone"]["in_flight"], engines["far"]["in_flight"]) == (0, 1)
            assert engines["gone"]["last_failure"]["code"] == "engine_unavailable"
            assert engines["gone"]["state"] == "doubtful"
            easel.gate.set()
            drawing.join(PATIENCE_S)
            assert answers == [200]
