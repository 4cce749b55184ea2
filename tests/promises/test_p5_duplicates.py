"""P5: a retry is not paid twice, neither under one idempotency key nor after a dropped connection."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from tests.promises.crash import DRAWN, Order
from tests.promises.yard import Yard, a_yard, rows

DUPLICATES = 200
NEVER_S = 10_000.0
BODY = json.dumps({"stream": True, "messages": [{"role": "user", "content": "画一只猫"}]}).encode()
ROUTE = "/v1/chat/completions"


async def begin(port: int, key: str | None) -> str:
    """Ask, and drop the connection as soon as the answer has begun; what was read of it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    named = f"Idempotency-Key: {key}\r\n" if key is not None else ""
    head = f"POST {ROUTE} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{named}"
    writer.write(f"{head}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY)
    text = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()
    return text.decode()


async def serve(yard: Yard, folder: Path, run: int, pace_s: float) -> tuple[int, int]:
    """A server's process id and port."""
    order = Order(run=run, data=str(folder), kind="http", pace_s=pace_s, trouble=0)
    return await yard.start(order), int(await yard.said("port", run))


@pytest.mark.parametrize("key", ["the-very-same", None])
async def test_two_hundred_duplicates_across_a_kill(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str | None
) -> None:
    async with a_yard() as yard, asyncio.timeout(120):
        pid, port = await serve(yard, tmp_path, 0, NEVER_S)
        begun = await asyncio.gather(*(begin(port, key) for _ in range(DUPLICATES)))
        assert {text.split("\r\n")[0] for text in begun} == {"HTTP/1.1 200 OK"}
        yard.kill(pid)
        pid, port = await serve(yard, tmp_path, 1, 0.2)
        limits = httpx.Limits(max_connections=DUPLICATES)
        headers = {"Content-Type": "application/json"}
        if key is not None:
            headers["Idempotency-Key"] = key
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}", limits=limits, timeout=60, trust_env=False
        ) as http:
            # Without a key only who comes back alone is known to come back.
            again = DUPLICATES if key is not None else 1
            answers = await asyncio.gather(
                *(http.post(ROUTE, content=BODY, headers=headers) for _ in range(again))
            )
            late = await http.post(ROUTE, content=BODY, headers=headers)
        yard.kill(pid)
    drawn = (tmp_path / DRAWN).read_text().splitlines()
    tasks = {answer.headers["x-task-id"] for answer in answers}
    expected = 1 if key is not None else 2
    with capsys.disabled():
        how = "one idempotency key" if key is not None else "the same body, dropped connections"
        print(
            f"\nP5: {DUPLICATES} concurrent duplicates ({how}) and {again} after a kill -9: {len(tasks)} task, "
            f"{len(drawn) - expected + 1} engine call"
        )
    assert len(tasks) == 1
    assert all("[DONE]" in answer.text and "![gen_" in answer.text for answer in answers)
    # With a key whoever comes late gets that answer; without, the answer was had, and this is another wish.
    assert (late.headers["x-task-id"] in tasks) is (key is not None)
    assert len(drawn) == len(rows(tmp_path, "SELECT task_id FROM tasks")) == expected
