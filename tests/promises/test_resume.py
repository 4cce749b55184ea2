"""Whoever follows a task and is cut off resumes without gap or repetition, to the byte."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from paintover.domain.errors import EngineUnavailable
from paintover.engines.protocol import EngineEvent, Work
from paintover.settings import Settings
from tests.easel import Easel
from tests.live import LiveServer

CUTS = 1_000


class Slow(Easel):
    """Takes a little while for each event, so that followers are there while they happen, and sometimes breaks."""

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        breaks = work.task_id not in {order.task_id for order in self.orders}
        drawn = 0
        async for event in super().paint(work):
            await asyncio.sleep(0.004)
            drawn += 1
            if breaks and drawn == 5:
                raise EngineUnavailable("Halfway.")
            yield event


def records(text: str) -> list[str]:
    """The whole records of a stream that may have been cut anywhere, without comments."""
    *whole, _ = text.split("\n\n")
    return [f"{record}\n\n" for record in whole if not record.startswith(":")]


def uncut(http: httpx.Client, route: str) -> str:
    return "".join(records(http.get(route).text))


def pieced_together(http: httpx.Client, route: str, chance: random.Random) -> tuple[str, int]:
    """The events as they reach a client whose connection breaks again and again, anywhere in a record; and how often."""
    joined, cuts, seen = "", 0, "0"
    while True:
        by_header = chance.random() < 0.5
        headers = {"Last-Event-ID": seen} if by_header else {}
        params = {} if by_header else {"after": seen}
        text, is_cut = "", False
        with http.stream("GET", route, headers=headers, params=params) as response:
            assert response.status_code == 200
            for chunk in response.iter_text():
                text += chunk
                if chance.random() < 0.5:
                    text = text[: len(text) - chance.randrange(len(chunk))]
                    is_cut = True
                    break
        read = records(text)
        joined += "".join(read)
        seen = read[-1].split("\n")[0].removeprefix("id: ") if read else seen
        if not is_cut:
            return joined, cuts
        cuts += 1


def test_joined_streams_equal_the_uncut_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance, cuts, streams, size = random.Random(1_000), 0, 0, 0
    settings = Settings(data=str(tmp_path), workers=4, backoff_s=0.001, keepalive_s=0.003)
    with LiveServer(settings, Slow()) as server, server.http() as http, ThreadPoolExecutor(4) as threads:
        while cuts < CUTS:
            body = {
                "messages": [{"role": "user", "content": "画一只猫"}],
                "n": 2 + streams % 4,
                "background": True,
            }
            task_id = http.post("/v1/chat/completions", json=body).json()["id"]
            route = f"/v1/tasks/{task_id}/events"
            whole = threads.submit(uncut, http, route)
            followers = [
                threads.submit(pieced_together, http, route, random.Random(chance.random())) for _ in range(3)
            ]
            expected = whole.result()
            assert expected.count("event: succeeded") == 1
            for follower in followers:
                joined, cut = follower.result()
                assert joined == expected
                cuts += cut
            assert uncut(http, route) == expected
            joined, cut = pieced_together(http, route, chance)
            assert joined == expected
            cuts += cut
            streams += 1
            size += len(expected)
    with capsys.disabled():
        print(
            f"\nResume: {cuts} random cuts of {streams} event streams ({size:,} bytes), most of them live: "
            "all joined byte for byte"
        )
