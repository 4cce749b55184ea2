"""`GET /v1/usage` over a whole server, with keys."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from paintover.cli import app
from paintover.domain.errors import EngineFailed
from paintover.domain.scope import Scope
from paintover.engines.tables import EngineTable, ModelTable
from paintover.settings import PriceTable, Settings, read_settings
from tests.easel import Easel
from tests.live import LiveServer

DAY = 86_400


@pytest.fixture(scope="module")
def easel() -> Easel:
    return Easel()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("usage")


@pytest.fixture(scope="module")
def live(folder: Path, easel: Easel) -> Iterator[LiveServer]:
    prices = (PriceTable(quality="high", picture=0.25), PriceTable(picture=0.04))
    settings = Settings(data=str(folder), port=0, prices=prices, currency="EUR")
    with LiveServer(settings, easel) as started:
        yield started


@pytest.fixture(scope="module")
def keys(live: LiveServer, folder: Path) -> dict[str, str]:
    """Of two owners; the first has another key too, and an operator has one for everything."""
    made = {name: live.new_key(name, Scope if name == "root" else None) for name in ("root", "ann", "bob")}
    with live.http() as http:
        body = {"name": "second", "scopes": ["read", "draw"]}
        answer = http.post("/v1/keys", json=body, headers=bearer(made["root"]))
    return {**made, "second": answer.json()["key"]}


def test_a_fallback_is_paid_at_its_own_price(tmp_path: Path) -> None:
    nobody = {"url": "http://127.0.0.1:9/v1", "model": "m"}
    settings = Settings(
        data=str(tmp_path / "data"),
        port=0,
        engines={
            "dear": EngineTable(engine="openai", options=nobody),
            "cheap": EngineTable(engine="instant"),
        },
        models={"m": ModelTable(engines=["dear", "cheap"])},
        prices=(
            PriceTable(engine="dear", picture=0.25),
            PriceTable(engine="cheap", picture=0.01),
            PriceTable(engine="illustrator", picture=0.002),
        ),
    )
    with LiveServer(settings) as live, live.http() as http:
        for model in ("m", "other"):
            body = {"prompt": "an ox", "model": model, "response_format": "url"}
            assert http.post("/v1/images/generations", json=body).status_code == 200
        used = http.get("/v1/usage", params={"group_by": "engine", "bucket_width": "all"}).json()
        shown = {one["engine"]: one["cost"]["value"] for one in used["data"][0]["results"]}
        assert shown == {"cheap": 0.01, "illustrator": 0.002}


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_what_each_key_asked_for_got_and_took(live: LiveServer, keys: dict[str, str], easel: Easel) -> None:
    with live.http() as http:

        def draw(name: str, **body: Any) -> httpx.Response:
            body = {"prompt": f"an ox for {name}", "response_format": "url", **body}
            return http.post("/v1/images/generations", json=body, headers=bearer(keys[name]))

        def used(name: str, **asked: Any) -> Any:
            return http.get("/v1/usage", params=asked, headers=bearer(keys[name])).json()

        assert draw("ann", n=2, size="100x100").status_code == 200
        assert draw("ann", quality="high").status_code == 200
        assert draw("root", model="gpt-4o-image").status_code == 200
        assert draw("second").status_code == 200
        easel.errors.append(EngineFailed("It broke."))
        assert draw("bob", n=3).status_code == 502

        total = used("ann")["total"]
        assert total["requests"] == {"total": 2, "succeeded": 2, "failed": 0, "cancelled": 0}
        assert (total["pictures_asked"], total["pictures"]) == (3, 3)
        assert total["cost"] == {"value": 0.33, "currency": "EUR"}
        assert total["pixels"] > 20_000
        assert total["seconds"] > 0
        total = used("bob")["total"]
        assert (total["requests"]["failed"], total["pictures_asked"], total["pictures"]) == (1, 3, 0)
        assert total["cost"]["value"] == 0

        # Keys of one owner see what was used with either, and tell it apart.
        per_key = used("second", group_by="key,model", bucket_width="all")["data"]
        (bucket,) = per_key
        assert {(one["model"], one["requests"]["total"]) for one in bucket["results"]} == {
            ("gpt-4o-image", 1),
            ("paintover", 1),
        }
        assert len({one["key_id"] for one in bucket["results"]}) == 2

        everybody = used("root", owner="*", group_by="owner", bucket_width="all")
        assert everybody["total"]["requests"]["total"] == 5
        owners = {one["owner"]: one["requests"]["total"] for one in everybody["data"][0]["results"]}
        assert sorted(owners.values()) == [1, 2, 2]
        (theirs,) = [owner for owner, count in owners.items() if count == 1]
        assert used("root", owner=theirs)["total"]["requests"]["failed"] == 1


def test_others_are_for_admins_alone(live: LiveServer, keys: dict[str, str]) -> None:
    with live.http() as http:
        for owner in ("*", "key_01jqwte8yjf7haxqc521b7z2wf"):
            answer = http.get("/v1/usage", params={"owner": owner}, headers=bearer(keys["ann"]))
            assert (answer.status_code, answer.json()["error"]["code"]) == (403, "insufficient_permissions")
        assert http.get("/v1/usage").status_code == 401


def test_time_is_told_in_buckets_also_where_nothing_was(live: LiveServer, keys: dict[str, str]) -> None:
    now = int(time.time())
    with live.http() as http:

        def get(**asked: Any) -> Any:
            return http.get("/v1/usage", params=asked, headers=bearer(keys["ann"])).json()

        week = get(start_time=now - 6 * DAY, end_time=now + 60)
        starts = [bucket["start_time"] for bucket in week["data"]]
        assert len(starts) in (7, 8)
        assert all(start % DAY == 0 for start in starts)
        assert sum(len(bucket["results"]) for bucket in week["data"]) <= 2
        hours = get(start_time=now - 7200, bucket_width="1h", group_by="engine")
        assert len(hours["data"]) in (3, 4)
        assert get(start_time=0, end_time=now - DAY, bucket_width="all")["total"]["requests"]["total"] == 0


@pytest.mark.parametrize(
    ("asked", "param"),
    [
        ({"bucket_width": "1m"}, "bucket_width"),
        ({"group_by": "model,colour"}, "group_by"),
        ({"start_time": "yesterday"}, "start_time"),
        ({"end_time": "9" * 12}, "end_time"),
        ({"start_time": "10", "end_time": "10"}, "start_time"),
        ({"start_time": "0", "bucket_width": "1h"}, "bucket_width"),
    ],
)
def test_what_makes_no_sense_is_refused(
    live: LiveServer, keys: dict[str, str], asked: dict[str, str], param: str
) -> None:
    with live.http() as http:
        answer = http.get("/v1/usage", params=asked, headers=bearer(keys["ann"]))
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)


def test_the_terminal_sums_up_everybody(
    live: LiveServer, keys: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app(["usage", "--by", "model", "--by", "engine", "--data", str(folder)], result_action="return_value")
    printed = capsys.readouterr().out
    assert "model" in printed
    assert "instant" in printed


def test_prices_are_read_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(
        'planner_price = 0.5\n[[prices]]\nmodel = "vip"\npicture = 0.1\nmegapixel = 0.000001\n',
        encoding="utf-8",
    )
    found = read_settings(environment={}, folder=tmp_path).price_list()
    assert found.of_picture(model="vip", engines=("e",), quality="low", width=1000, height=2000) == 100_002
    assert (found.of_planner(2_000_000), found.currency) == (1_000_000, "USD")
