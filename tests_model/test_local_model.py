"""A real model in this very process. It is far too small to choose well: what is shown is that it is loaded, asked, held to
the grammar, let go of when it is late, and that what is no model is told apart."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from tests.planner.conversations import asked, gen, history

from paintover.domain.call import Plan
from paintover.domain.errors import BadRequest
from paintover.parts import open_planner
from paintover.planner.llm.local import LocalModel
from paintover.planner.protocol import Planner, Wishes
from paintover.settings import Settings
from paintover.transcript.messages import read_conversation

CATS = history(("a cat in a hat on a sofa", None), ("a dog", None), ("a cat in a hat on a lawn", None))
SCHEMA = {
    "type": "object",
    "properties": {"prompt": {"type": "string", "maxLength": 20}, "n": {"type": "integer", "maximum": 9}},
    "required": ["prompt", "n"],
    "additionalProperties": False,
}


@asynccontextmanager
async def planning(weights: Path, deadline_s: float) -> AsyncIterator[Planner]:
    settings = Settings(planner="llm", planner_gguf=str(weights), planner_deadline_s=deadline_s)
    async with open_planner(settings) as planner:
        yield planner


async def planned(planner: Planner, said: str) -> Plan:
    return await planner.plan(read_conversation([*CATS, asked(said)]), Wishes())


async def test_it_gives_calls_that_fit(weights: Path) -> None:
    async with planning(weights, 120) as planner:
        for said in ("the cat in a hat: make it night", "add a bird"):
            plan = await planned(planner, said)
            assert (plan.evidence.planner, plan.evidence.fallback) == ("llm", None)
            assert set(plan.call.sources) <= {gen(1), gen(2), gen(3)}
            assert plan.call.prompt
            assert plan.call.n >= 1


async def test_it_is_not_waited_for_and_answers_afterwards(weights: Path) -> None:
    async with planning(weights, 0.05) as planner:
        plans = asyncio.gather(*[planned(planner, "the cat in a hat: make it night") for _ in range(3)])
        started, longest = time.monotonic(), 0.0
        while not plans.done():
            before = time.monotonic()
            await asyncio.sleep(0.005)
            longest = max(longest, time.monotonic() - before)
        assert {plan.evidence.fallback for plan in plans.result()} == {"late"}
        assert time.monotonic() - started < 5
        assert longest < 2
    model = await LocalModel.load(str(weights))
    try:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await model.ask("Tell stories.", "a cat in a hat " * 400, SCHEMA)
        # What was late is not finished first: that would take minutes.
        async with asyncio.timeout(60):
            written = await model.ask("Fill it in.", "a cat", SCHEMA)
    finally:
        await model.aclose()
    assert written.text.startswith('{"prompt":"')


async def test_nobody_else_is_answered(weights: Path) -> None:
    model = await LocalModel.load(str(weights))
    address = model._server.listening_address
    try:
        async with httpx.AsyncClient(trust_env=False) as client:
            for path in ("/v1/chat/completions", "/completion", "/tokenize"):
                assert (await client.post(address + path, json={"prompt": "a"})).status_code == 401
            for path in ("/", "/slots", "/props"):
                assert (await client.get(address + path)).status_code in (401, 404, 501)
    finally:
        await model.aclose()


@pytest.mark.parametrize("how", ["cut_off", "empty", "garbage"])
def test_a_broken_file_is_told(weights: Path, tmp_path: Path, how: str) -> None:
    contents = {
        "cut_off": weights.read_bytes()[:1_000_000],
        "empty": b"GGUF\x03\0\0\0" + bytes(16),
        "garbage": b"GGUF" + b"\xff" * 4000,
    }
    path = tmp_path / "broken.gguf"
    path.write_bytes(contents[how])
    with pytest.raises(BadRequest, match="cannot be loaded"):
        asyncio.run(LocalModel.load(str(path)))
