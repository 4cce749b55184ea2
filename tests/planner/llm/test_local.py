"""A model that the process runs itself: how it is loaded and asked, and what happens when it cannot be. The library is a
fake, whose sockets are real; `make test-model` has the real one."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from paintover.domain.call import Plan
from paintover.domain.errors import BadRequest
from paintover.parts import open_planner
from paintover.planner.llm.local import LocalModel
from paintover.planner.llm.planner import LlmPlanner
from paintover.planner.protocol import Wishes
from paintover.settings import Settings
from paintover.transcript.messages import read_conversation
from tests.llama import FakeLlama
from tests.llm_endpoint import Handler, Reply, ScriptedEndpoint, arguments, cut, failed, hanging, text
from tests.pace import timed
from tests.planner.conversations import asked, gen, history

CATS = history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None))
CLOSE = "the cat in a hat: make it night"


def said(*pictures: str, **more: Any) -> Reply:
    return text(json.dumps(arguments("edit", *pictures, prompt="make it night", **more)))


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.gguf"
    path.write_bytes(b"GGUF\x03\0\0\0")
    return path


@pytest.fixture
def llama(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakeLlama]]:
    endpoints: list[ScriptedEndpoint] = []

    def installed(*replies: Reply) -> FakeLlama:
        endpoint = ScriptedEndpoint(*replies)
        endpoint.__enter__()
        endpoints.append(endpoint)
        fake = FakeLlama(endpoint)
        monkeypatch.setitem(sys.modules, "xllamacpp", fake)
        return fake

    yield installed
    for endpoint in endpoints:
        endpoint.__exit__(None, None, None)


@asynccontextmanager
async def planning(weights: Path, *, deadline_s: float = 10.0) -> AsyncIterator[LlmPlanner]:
    settings = Settings(planner="llm", planner_gguf=str(weights), planner_deadline_s=deadline_s)
    async with open_planner(settings) as planner:
        assert isinstance(planner, LlmPlanner)
        yield planner


async def ask(planner: LlmPlanner) -> Plan:
    return await planner.plan(read_conversation([*CATS, asked(CLOSE)]), Wishes())


async def test_its_choice_is_taken(llama: Callable[..., FakeLlama], weights: Path) -> None:
    fake = llama(said("1"))
    async with planning(weights) as planner:
        plan = await ask(planner)
        assert (await ask(planner)).call == plan.call
        assert fake.alive == 1
    assert fake.alive == 0
    assert (plan.call.action, plan.call.sources, plan.call.prompt) == ("edit", (gen(1),), "make it night")
    assert (plan.evidence.planner, plan.evidence.fallback) == ("llm", None)
    (parameters,) = fake.loaded
    assert parameters.model.path == str(weights)
    assert parameters.n_parallel == 1
    (key,) = parameters.api_keys
    assert len(key) > 30
    request = fake.endpoint.asked[0]
    assert request.headers["authorization"] == f"Bearer {key}"
    assert "tools" not in request.body
    grammar = json.loads(request.body["grammar"])
    assert grammar["properties"]["pictures"]["items"]["enum"] == ["1", "2", "3"]
    assert grammar["x-guidance"] == {"whitespace_flexible": False}


async def test_rules_go_first_where_nothing_else_is_said(
    llama: Callable[..., FakeLlama], weights: Path
) -> None:
    fake = llama(said("1"))
    async with open_planner(Settings(planner_gguf=str(weights))) as planner:
        plan = await planner.plan(read_conversation([*CATS, asked("make picture 2 blue")]), Wishes())
        assert plan.call.sources == (gen(2),)
        assert not fake.endpoint.asked
        await planner.plan(read_conversation([*CATS, asked(CLOSE)]), Wishes())
        assert len(fake.endpoint.asked) == 1


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (hanging, "late"),
        (cut, "unreachable"),
        (failed(500), "broken"),
        (failed(400, "the request exceeds the available context size"), "rejected"),
        (text("Once upon a time"), "unreadable"),
        (text('{"action": "edit", "pictures": ["1'), "unreadable"),
        (text("{" * 10_000), "unreadable"),
        (text(None), "unreadable"),
        (said("9"), "invalid"),
        (text(json.dumps({"action": "explode"})), "invalid"),
        (text("x" * 300_000), "oversized"),
    ],
)
async def test_without_a_call_the_rules_decide_and_say_why(
    llama: Callable[..., FakeLlama], weights: Path, reply: Reply, trouble: str
) -> None:
    llama(reply)
    async with planning(weights, deadline_s=0.3 if trouble == "late" else 10) as planner:
        plan = await ask(planner)
    assert (plan.evidence.planner, plan.evidence.fallback) == ("offline", trouble)
    assert plan.call.sources == (gen(3),)


async def test_it_is_asked_one_thing_at_a_time(llama: Callable[..., FakeLlama], weights: Path) -> None:
    arrived, go_on, after = threading.Event(), threading.Event(), said("1")

    def held(handler: Handler) -> None:
        arrived.set()
        go_on.wait(20)
        after(handler)

    fake = llama(held, after)
    async with planning(weights) as planner:
        plans = [asyncio.create_task(ask(planner)) for _ in range(4)]
        assert await asyncio.to_thread(arrived.wait, 10)
        # Time enough for a second request to come, if one would.
        await asyncio.wait(plans, timeout=0.3)
        assert len(fake.endpoint.asked) == 1
        go_on.set()
        assert {plan.evidence.planner for plan in await asyncio.gather(*plans)} == {"llm"}
    assert len(fake.endpoint.asked) == 4


@timed
async def test_late_calls_do_not_pile_up_nor_hold_the_loop(
    llama: Callable[..., FakeLlama], weights: Path
) -> None:
    fake = llama(hanging)
    async with planning(weights, deadline_s=0.4) as planner:
        started = time.monotonic()
        plans = asyncio.gather(*[ask(planner) for _ in range(20)])
        ticks = 0
        while not plans.done():
            await asyncio.sleep(0.01)
            ticks += 1
        assert ticks > 10
        assert time.monotonic() - started < 4
        assert {plan.evidence.fallback for plan in plans.result()} == {"late"}
        # Who comes now is told at once: it has failed too often.
        assert (await ask(planner)).evidence.fallback == "resting"
    assert fake.endpoint.asked


async def test_it_answers_again_after_a_late_call(llama: Callable[..., FakeLlama], weights: Path) -> None:
    llama(hanging, said("1"))
    async with planning(weights, deadline_s=1) as planner:
        assert (await ask(planner)).evidence.fallback == "late"
        assert (await ask(planner)).evidence.planner == "llm"


async def test_it_is_closed_after_whoever_is_being_answered(
    llama: Callable[..., FakeLlama], weights: Path
) -> None:
    go_on, arrived, after = threading.Event(), threading.Event(), said("1")

    def held(handler: Handler) -> None:
        arrived.set()
        go_on.wait(20)
        after(handler)

    fake = llama(held)
    model = await LocalModel.load(str(weights))
    asking = asyncio.create_task(model.ask("", "", {}))
    assert await asyncio.to_thread(arrived.wait, 10)
    closing = asyncio.create_task(model.aclose())
    await asyncio.wait([closing], timeout=0.1)
    assert fake.alive == 1
    go_on.set()
    assert json.loads((await asking).text)["action"] == "edit"
    await closing
    assert fake.alive == 0


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


async def refused(path: Path | str, **more: Any) -> str:
    with pytest.raises(BadRequest) as raised:
        async with open_planner(Settings(planner_gguf=str(path), **more)):
            pass
    return raised.value.message


async def test_what_is_not_installed_is_named(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    assert "pip install 'paintover[gguf]'" in await refused(weights)


async def test_a_library_that_does_not_load_is_told(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xllamacpp.py").write_text("raise ImportError('libgomp.so.1 is missing')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    assert "libgomp.so.1 is missing" in await refused(weights)


@pytest.mark.parametrize("name", ["none.gguf", ".", "a\0b"])
async def test_a_file_that_is_not_there_is_told(
    llama: Callable[..., FakeLlama], tmp_path: Path, name: str
) -> None:
    fake = llama(said("1"))
    assert "there is no file" in await refused(f"{tmp_path}/{name}")
    assert not fake.loaded


@pytest.mark.parametrize("content", [b"", b"GG", b"PK\x03\x04 a zip", b"<!doctype html>"])
async def test_a_file_that_is_no_model_is_told(
    llama: Callable[..., FakeLlama], weights: Path, content: bytes
) -> None:
    fake = llama(said("1"))
    assert "is no GGUF" in await refused(written(weights, content))
    assert not fake.loaded


async def test_all_parts_of_a_split_model_must_be_there(
    llama: Callable[..., FakeLlama], tmp_path: Path
) -> None:
    fake = llama(said("1"))
    first, second = (tmp_path / f"m-0000{at}-of-00002.gguf" for at in (1, 2))
    first.write_bytes(b"GGUF")
    assert second.name in await refused(first)
    second.write_bytes(b"GGUF")
    async with planning(first):
        assert len(fake.loaded) == 1


async def test_a_model_that_does_not_fit_is_not_tried(llama: Callable[..., FakeLlama], weights: Path) -> None:
    fake = llama(said("1"))
    fake.memory_free = 100 * 1024**2
    message = await refused(weights)
    assert "needs about 0.3 GiB" in message
    assert "0.1 GiB are free" in message
    assert not fake.loaded


@pytest.mark.parametrize("error", [RuntimeError("Failed to init server"), MemoryError()])
async def test_a_model_that_cannot_be_loaded_is_told(
    llama: Callable[..., FakeLlama], weights: Path, error: Exception
) -> None:
    llama(said("1")).refuses = error
    assert "cannot be loaded" in await refused(weights)


async def test_one_model_is_asked_and_not_two(llama: Callable[..., FakeLlama], weights: Path) -> None:
    fake = llama(said("1"))
    message = await refused(weights, planner_url="http://127.0.0.1:9/v1", planner_model="m")
    assert "planner_url and planner_gguf" in message
    assert not fake.loaded


async def test_without_need_nothing_is_loaded(llama: Callable[..., FakeLlama], weights: Path) -> None:
    fake = llama(said("1"))
    async with open_planner(Settings(planner="offline", planner_gguf=str(weights))):
        assert not fake.loaded
