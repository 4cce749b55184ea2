"""P4, the other side: a task that kills its server is given up, durably counted; none that was drawn beside it is."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from paintover.domain.task import TOO_MANY_CRASHES
from tests.promises.crash import POISON, Order
from tests.promises.yard import Yard, a_yard, rows

CRASH_LIMIT = 3
STATES = "SELECT state, error_code, json_extract(call, '$.prompt') FROM tasks ORDER BY created_at"


def order(folder: Path, run: int) -> Order:
    return Order(run=run, data=str(folder), kind="http", pace_s=1.0, trouble=0, crash_limit=CRASH_LIMIT)


async def start(yard: Yard, folder: Path, run: int) -> str:
    await yard.start(order(folder, run))
    return f"http://127.0.0.1:{await yard.said('port', run)}"


def body(said: str) -> dict[str, object]:
    return {"model": "gpt-4o-image", "stream": True, "messages": [{"role": "user", "content": said}]}


async def ask(http: httpx.AsyncClient, url: str, said: str) -> str:
    """The words of the answer, as far as they come before the server dies."""
    text = ""
    try:
        async with http.stream("POST", f"{url}/v1/chat/completions", json=body(said)) as response:
            async for line in response.aiter_lines():
                for choice in json.loads(line[6:])["choices"] if line.startswith("data: {") else ():
                    text += choice["delta"].get("content") or ""
    except httpx.HTTPError:
        pass
    return text


async def test_a_task_that_kills_its_server_is_given_up_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poison, innocent = f"画一瓶{POISON}", ["画一只猫", "画一只狗", "画一匹马"]
    async with a_yard() as yard, httpx.AsyncClient(timeout=30, trust_env=False) as http:
        url = await start(yard, tmp_path, 0)
        told = await asyncio.gather(*(ask(http, url, said) for said in (*innocent, poison)))
        assert "生成失败" not in "".join(told)
        run = 0
        async with asyncio.timeout(60):
            while any(state in ("queued", "running") for state, _, _ in rows(tmp_path, STATES)):
                run += 1
                url = await start(yard, tmp_path, run)
                # It answers for as long as it lives, and whoever asks again hears of the end in words.
                told = await asyncio.gather(*(ask(http, url, said) for said in (*innocent, poison)))
        assert "> 生成失败 ❌\n> 失败原因：too_many_crashes" in told[-1]
        assert all("![gen_" in text for text in told[:-1])
        listed = (await http.get(f"{url}/v1/tasks")).json()["data"]
        failed = next(task for task in listed if task["error"])
        assert (failed["state"], failed["error"]["code"]) == ("failed", TOO_MANY_CRASHES)
        assert failed["attempts"] == CRASH_LIMIT
        states = rows(tmp_path, STATES)
    with capsys.disabled():
        print(
            f"\nP4: a task that kills its server was given up after {failed['attempts']} attempts and {run} "
            f"restarts; {len(states) - 1} others drawn beside it, all kept"
        )
    assert run == CRASH_LIMIT
    assert len([prompt for state, _, prompt in states if POISON in prompt]) == 1
    assert all(state == "succeeded" for state, _, prompt in states if POISON not in prompt)
