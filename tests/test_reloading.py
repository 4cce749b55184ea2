"""The file of the settings changes while the server runs."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from paintover.domain.errors import BadRequest
from paintover.reloading import Reloader
from paintover.settings import FILE_NAME, Settings, SettingsSource
from tests.easel import Easel
from tests.engines.comfyui.standin import CHECKPOINTS, ComfyStandIn
from tests.live import LiveServer

PATIENCE_S = 20


class Follower:
    """What a server does with other settings."""

    def __init__(self) -> None:
        self.settings: list[Settings] = []
        self.error: Exception | None = None

    async def __call__(self, settings: Settings) -> None:
        if self.error is not None:
            raise self.error
        self.settings.append(settings)


@asynccontextmanager
async def watched(folder: Path, follower: Follower, text: str = "") -> AsyncIterator[Reloader]:
    if text:
        (folder / FILE_NAME).write_text(text, encoding="utf-8")
    source = SettingsSource(folder=folder, environment={}, overrides={"port": 0})
    reloader = Reloader(source, source.read(), follower, look_s=0.01)
    watching = asyncio.create_task(reloader.watch())
    # From here on it has seen the file.
    await until(lambda: not watching.done())
    await asyncio.sleep(0.05)
    try:
        yield reloader
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not is_so():  # noqa: ASYNC110  # a file tells nobody
            await asyncio.sleep(0.005)


async def test_a_change_is_followed_without_being_asked_for(tmp_path: Path) -> None:
    follower = Follower()
    async with watched(tmp_path, follower) as reloader:
        for count, engine in enumerate(("instant", "illustrator"), 1):
            (tmp_path / FILE_NAME).write_text(f'engine = "{engine}"\n', encoding="utf-8")
            await until(lambda count=count: len(follower.settings) == count)  # type: ignore[misc]
        assert not reloader.is_refused
    assert [settings.engine for settings in follower.settings] == ["instant", "illustrator"]


async def test_a_mistake_is_refused_with_its_reason_and_put_right_by_the_next_change(tmp_path: Path) -> None:
    follower, file = Follower(), tmp_path / FILE_NAME
    wrong = [
        ('engine = "instant', "cannot be read"),
        ("nonsense = 1\n", "nonsense"),
        ('[models.m]\nengines = "x"\n', "engines"),
        ('currency = "${NOT_THERE}"\n', "NOT_THERE"),
        ("x = " + "[" * 20_000, "deep"),
    ]
    async with watched(tmp_path, follower, 'engine = "instant"\n') as reloader:
        for text, reason in wrong:
            with capture_logs() as logged:
                file.write_text(text, encoding="utf-8")
                reloader.reload()
                await until(lambda logged=logged: logged)  # type: ignore[misc]
            assert reloader.is_refused
            assert logged[0]["log_level"] == "error"
            assert reason in logged[0]["reason"]
            assert reloader.refusal is not None
            assert reason in reloader.refusal.reason
        follower.error = BadRequest("No engine is called 'x'.")
        file.write_text('engine = "x"\n', encoding="utf-8")
        with capture_logs() as logged:
            reloader.reload()
            await until(lambda: logged)
        assert "No engine is called 'x'" in logged[0]["reason"]
        follower.error = RuntimeError("somebody else's code")
        with capture_logs() as logged:
            reloader.reload()
            await until(lambda: logged)
        assert logged[0]["exc_info"] is follower.error
        assert reloader.refusal is not None
        assert "somebody" not in reloader.refusal.reason
        assert follower.settings == []
        follower.error = None
        reloader.reload()
        await until(lambda: follower.settings)
        await until(lambda: not reloader.is_refused)


async def test_what_counts_from_the_next_start_is_named_and_nothing_else_of_it(tmp_path: Path) -> None:
    follower = Follower()
    async with watched(tmp_path, follower, 'currency = "EUR"\n') as reloader:
        with capture_logs() as logged:
            (tmp_path / FILE_NAME).write_text(
                'host = "0.0.0.0"\ndata = "elsewhere"\nmoderation_key = "sk-secret"\ncurrency = "USD"\n',
                encoding="utf-8",
            )
            reloader.reload()
            await until(lambda: len(logged) > 1)
    read, restart = logged
    assert read["changed"] == ["currency"]
    assert set(restart["settings"]) == {"host", "data", "moderation_key"}
    assert "sk-secret" not in str(logged)
    assert follower.settings[0].currency == "USD"


async def test_a_file_that_an_engine_names_is_followed_when_it_alone_changes(tmp_path: Path) -> None:
    follower, workflow = Follower(), tmp_path / "draw.json"
    workflow.write_text("1", encoding="utf-8")
    named = (
        f'[engines.comfy]\nengine = "comfyui"\n[engines.comfy.options]\ndraw = {{ file = "{workflow}" }}\n'
    )
    async with watched(tmp_path, follower, named) as reloader:
        with capture_logs() as logged:
            workflow.write_text("22", encoding="utf-8")
            await until(lambda: logged)
        assert (logged[0]["changed"], logged[0]["files"]) == ([], [str(workflow)])
        follower.error = BadRequest("The workflow is no workflow.")
        with capture_logs() as logged:
            workflow.write_text("333", encoding="utf-8")
            await until(lambda: logged)
        assert reloader.is_refused
        follower.error = None
        # Also one that is named for the first time, and was not usable then.
        other = tmp_path / "other.json"
        (tmp_path / FILE_NAME).write_text(named.replace("draw.json", "other.json"), encoding="utf-8")
        await until(lambda: len(follower.settings) == 2)
        other.write_text("1", encoding="utf-8")
        await until(lambda: len(follower.settings) == 3)
        await until(lambda: not reloader.is_refused)
        other.unlink()
        await until(lambda: len(follower.settings) == 4)


async def test_a_file_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    follower = Follower()
    async with watched(tmp_path, follower, 'engine = "instant"\n'):
        with capture_logs() as logged:
            (tmp_path / FILE_NAME).unlink()
            await until(lambda: logged)
        assert "gone" in logged[0]["event"]
        (tmp_path / FILE_NAME).write_text('engine = "illustrator"\n', encoding="utf-8")
        await until(lambda: follower.settings)


def test_a_running_server_follows_a_workflow_and_warms_an_engine_that_it_has(tmp_path: Path) -> None:
    workflow, file = tmp_path / "draw.json", tmp_path / FILE_NAME
    nodes = files("paintover.engines.comfyui").joinpath("workflows", "text-to-image.json").read_text("utf-8")
    workflow.write_text(nodes, encoding="utf-8")
    source = SettingsSource(
        folder=tmp_path, environment={}, overrides={"data": str(tmp_path / "data"), "port": 0}
    )

    def until_asked(is_so: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < deadline
            time.sleep(0.01)

    with ComfyStandIn() as comfy:
        text = (
            f'[engines.comfy]\nengine = "comfyui"\n[engines.comfy.options]\nurl = "{comfy.url}"\n'
            f'model = "{CHECKPOINTS[0]}"\n[engines.comfy.options.draw]\nfile = "{workflow}"\n'
            'inputs = { prompt = "6.text", model = "4.ckpt_name" }\n[models."*"]\nengines = ["comfy"]\n'
        )
        file.write_text(text, encoding="utf-8")
        with LiveServer(source.read(), source=source) as live, live.http() as http:

            def cfg() -> object:
                drawn = http.post("/v1/images/generations", json={"prompt": "a cat", "user": "u"})
                assert drawn.status_code == 200, drawn.text
                return comfy.prompts[-1]["prompt"]["3"]["inputs"]["cfg"]

            before = cfg()
            changed = json.loads(nodes)
            changed["3"]["inputs"]["cfg"] = 1.25
            workflow.write_text(json.dumps(changed), encoding="utf-8")
            live.reload()
            until_asked(lambda: cfg() == 1.25)
            assert before != 1.25
            workflow.write_text("{", encoding="utf-8")
            live.reload()
            until_asked(lambda: "configuration" in http.get("/healthz").json())
            assert cfg() == 1.25
            workflow.write_text(json.dumps(changed), encoding="utf-8")
            live.reload()
            until_asked(lambda: "configuration" not in http.get("/healthz").json())

            calls = len(comfy.calls)
            file.write_text(text.replace("[engines.comfy]\n", "[engines.comfy]\nwarm = true\n"), "utf-8")
            live.reload()
            until_asked(lambda: len(comfy.calls) > calls)
            assert comfy.calls[-1][1].startswith("/object_info")


@pytest.fixture
def far() -> Easel:
    return Easel()


def test_a_running_server_follows_its_file_and_drops_no_order(tmp_path: Path, far: Easel) -> None:
    with LiveServer(Settings(data=str(tmp_path / "far"), port=0), far) as behind:
        options = f'options = {{ url = "{behind.url}/v1", model = "paintover" }}'
        engine = f'[engines.far]\nengine = "openai"\n{options}\n'
        text = f'engine = "instant"\n{engine}[models.distant]\nengines = ["far"]\n'
        file = tmp_path / FILE_NAME
        file.write_text(text, encoding="utf-8")
        source = SettingsSource(
            folder=tmp_path, environment={}, overrides={"data": str(tmp_path / "data"), "port": 0}
        )
        with LiveServer(source.read(), source=source) as live, live.http() as http:

            def models() -> list[str]:
                return [model["id"] for model in http.get("/v1/models").json()["data"]][3:]

            def draw(model: str) -> dict[str, Any]:
                with live.http() as own:
                    told = own.post("/v1/images/generations", json={"model": model, "prompt": "a cat"}).json()
                    gen_id = told["data"][0]["gen_id"]
                    shown: dict[str, Any] = own.get(f"/v1/generations/{gen_id}").json()
                    return shown

            def becomes(text: str, is_so: Callable[[], bool]) -> None:
                file.write_text(text, encoding="utf-8")
                live.reload()
                deadline = time.monotonic() + PATIENCE_S
                while not is_so():
                    assert time.monotonic() < deadline
                    time.sleep(0.01)

            assert models() == ["distant"]
            far.gate.clear()
            drawn: list[dict[str, Any]] = []
            drawing = threading.Thread(target=lambda: drawn.append(draw("distant")))
            drawing.start()
            while not far.orders:
                time.sleep(0.005)
            becomes(
                'engine = "illustrator"\n[models.near]\nengines = ["instant"]\n', lambda: models() == ["near"]
            )
            # Its name has no route any more: the new default draws.
            assert draw("distant")["engine"] == "illustrator"
            assert draw("near")["engine"] == "instant"

            becomes("engine = [", lambda: "configuration" in http.get("/healthz").json())
            assert http.get("/healthz").json() == {"status": "ok", "configuration": "refused"}
            assert models() == ["near"]
            becomes('engine = "instant"\n[[prices]]\npicture = 0.5\n', lambda: models() == [])
            assert http.get("/healthz").json() == {"status": "ok"}
            draw("paintover")
            assert http.get("/v1/usage").json()["total"]["cost"]["value"] == 0.5

            far.gate.set()
            drawing.join(PATIENCE_S)
            # It began with the far engine and ended with it, at the price of its end.
            assert drawn[0]["engine"] == "openai"
            assert len(far.drawn) == 1
