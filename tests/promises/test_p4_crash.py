"""P4: what was accepted survives kill -9 at any moment, is drawn, and is not drawn again once it is kept."""

from __future__ import annotations

import asyncio
import hashlib
import random
import re
import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

import httpx
import msgspec
import pytest

from paintover.domain.call import Call
from paintover.domain.events import NumberedEvent, Queued
from paintover.domain.ids import TASK_ID_PATTERN
from paintover.parts import DATABASE_NAME
from paintover.store.database import Database
from paintover.store.tasks import Tasks
from tests.pace import timed
from tests.promises.crash import DRAWN, PRICE_MICROS, Order, picture_of
from tests.promises.yard import Yard, a_yard, rows
from tests.store.samples import a_task

KILLS = 170
HTTP_KILLS = 30
CLIENTS = tuple(f"client{number}" for number in range(6))
QUEUED = 10_000
RECOVERY_S = 2.0


def files_of(folder: Path) -> set[str]:
    """The digests of the picture files, and the names of whatever else is there."""
    found = (path.relative_to(folder / "blobs") for path in (folder / "blobs").rglob("*") if path.is_file())
    return {"".join(path.parts) for path in found}


def digests_of(folder: Path) -> dict[tuple[str, int], str]:
    """What is kept, by task and place in the batch."""
    found = rows(folder, "SELECT task_id, batch_index, digest FROM generations")
    return {(task_id, int(place)): digest for task_id, place, digest in found}


def drawn_again(folder: Path) -> int:
    """How many pictures were drawn although their place had been kept, or twice by one server."""
    drawn: dict[tuple[str, int], list[int]] = defaultdict(list)
    for line in (folder / DRAWN).read_text().splitlines():
        run, task_id, place = line.split()
        drawn[task_id, int(place)].append(int(run))
    again = 0
    for where, digest in digests_of(folder).items():
        runs = drawn[where]
        names = {hashlib.sha256(picture_of(made, *where)).hexdigest(): made for made in runs}
        again += sum(made > names[digest] for made in runs) + len(runs) - len(set(runs))
    return again


async def finish(yard: Yard, folder: Path, run: int) -> int:
    """Let a last server finish everything; how many orphans stood there before, and do so no more."""
    kept = set(digests_of(folder).values())
    orphans = len(files_of(folder) - kept)
    pid = await yard.start(Order(run=run, data=str(folder), kind="finish"))
    await yard.said("finished", run)
    yard.kill(pid)
    return orphans


async def test_kills_at_random_moments_under_load(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(4)
    began = time.monotonic()
    async with a_yard() as yard:
        for run in range(KILLS):
            after = dict.fromkeys(CLIENTS, 0)
            for client, number in yard.accepted:
                after[client] = max(after[client], number + 1)
            pid = await yard.start(Order(run=run, data=str(tmp_path), kind="load", after=after))
            if run % 4:
                # The others are killed while they start. How much one gets done is no matter of the machine's speed.
                await yard.said("ready", run)
                await yard.acknowledged(len(yard.accepted) + chance.randrange(3))
            await asyncio.sleep(chance.uniform(0, 0.2))
            yard.kill(pid)
        orphans = await finish(yard, tmp_path, KILLS)
    found = rows(
        tmp_path, "SELECT task_id, state, json_array_length(gen_ids), json_extract(call, '$.n') FROM tasks"
    )
    states = {task_id: state if pictures == n else "incomplete" for task_id, state, pictures, n in found}
    lost = [task_id for task_id in yard.accepted.values() if states.get(task_id) != "succeeded"]
    keys = rows(tmp_path, "SELECT owner, key, task_id FROM idempotency_keys")
    kept = digests_of(tmp_path)
    left = files_of(tmp_path) ^ set(kept.values())
    again = drawn_again(tmp_path)
    billed = rows(
        tmp_path, "SELECT task_id, sum(requests), sum(pictures), sum(cost_micros) FROM usage GROUP BY 1"
    )
    with capsys.disabled():
        print(
            f"\nP4: {KILLS} kill -9 under load: {len(yard.accepted)} tasks acknowledged, {len(lost)} lost, "
            f"{len(kept)} pictures, {again} drawn again after they were kept, {len(billed)} tasks billed, {orphans} orphaned files before the "
            f"last start, {len(left)} after it; {time.monotonic() - began:.0f} s"
        )
    assert len(yard.accepted) > KILLS
    assert not lost
    assert not again
    assert not left
    assert set(states.values()) == {"succeeded"}
    # Each is counted exactly once, with what it has.
    pictures_of = Counter(task_id for task_id, _ in kept)
    assert {task_id: tuple(map(int, counts)) for task_id, *counts in billed} == {
        task_id: (1, pictures_of[task_id], pictures_of[task_id] * PRICE_MICROS) for task_id in states
    }
    # Every request was sent again after a kill, under its key: still one task for each.
    assert len(keys) == len(states)
    assert {(client, f"{client}-{number}", task) for (client, number), task in yard.accepted.items()} <= set(
        keys
    )


class Client:
    """Asks for one picture after the other over HTTP, each until its whole answer is there."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tasks: dict[str, set[str]] = defaultdict(set)
        """By key, the tasks that were named in its answers."""
        self.answers: dict[str, str] = {}
        self.is_stopping = False

    async def ask_for_ever(self, http: httpx.AsyncClient, ports: list[int]) -> None:
        number = 0
        while not self.is_stopping:
            key = f"{self.name}-{number}"
            while key not in self.answers:
                try:
                    await self._ask(http, ports[-1], key)
                except httpx.HTTPError:
                    await asyncio.sleep(0.01)
            number += 1

    async def _ask(self, http: httpx.AsyncClient, port: int, key: str) -> None:
        url, text = f"http://127.0.0.1:{port}/v1/chat/completions", ""
        body = {"stream": True, "n": 2, "messages": [{"role": "user", "content": f"画一只猫 {key}"}]}
        async with http.stream("POST", url, json=body, headers={"Idempotency-Key": key}) as response:
            if response.status_code != 200:
                raise httpx.RemoteProtocolError(f"status {response.status_code}")
            async for chunk in response.aiter_text():
                text += chunk
                self.tasks[key].update(re.findall(TASK_ID_PATTERN, text))
        if "[DONE]" in text and "task_" in text and "![" in text:
            self.answers[key] = text


async def test_kills_of_the_whole_server_over_http(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(44)
    clients = [Client(name) for name in CLIENTS]
    async with a_yard() as yard, httpx.AsyncClient(timeout=20, trust_env=False) as http:
        pid = await yard.start(Order(run=0, data=str(tmp_path), kind="http"))
        ports = [int(await yard.said("port", 0))]
        asking = [asyncio.create_task(client.ask_for_ever(http, ports)) for client in clients]
        for run in range(1, HTTP_KILLS + 1):
            await asyncio.sleep(chance.uniform(0.02, 0.3))
            yard.kill(pid)
            pid = await yard.start(Order(run=run, data=str(tmp_path), kind="http"))
            ports.append(int(await yard.said("port", run)))
        for client in clients:
            client.is_stopping = True
        async with asyncio.timeout(60):
            await asyncio.gather(*asking)
        yard.kill(pid)
        await finish(yard, tmp_path, HTTP_KILLS + 1)
    named = Counter(len(tasks) for client in clients for tasks in client.tasks.values())
    answers = sum(len(client.answers) for client in clients)
    tasks = rows(tmp_path, "SELECT state FROM tasks")
    again, kept = drawn_again(tmp_path), digests_of(tmp_path)
    left = files_of(tmp_path) ^ set(kept.values())
    with capsys.disabled():
        print(
            f"P4: {HTTP_KILLS} kill -9 of the HTTP server: {answers} whole answers, {sum(named.values())} promised, "
            f"{len(tasks)} tasks, {again} pictures drawn again after they were kept, {len(left)} orphaned files"
        )
    assert set(named) == {1}
    assert answers == sum(named.values()) == len(tasks)
    assert {state for (state,) in tasks} == {"succeeded"}
    assert len(kept) == 2 * len(tasks)
    assert not again
    assert not left


@timed
async def test_recovery_with_ten_thousand_queued(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = await Database.open(tmp_path / DATABASE_NAME)
    tasks = Tasks(database)
    call = Call(action="generate", prompt="画一只猫", seed=1)
    first = NumberedEvent(1, Queued())
    now = datetime.now(UTC)
    waiting = [a_task(owner=CLIENTS[place % 6], call=call, created_at=now) for place in range(QUEUED)]
    await asyncio.gather(*(tasks.accept(task, first) for task in waiting))
    await database.aclose()
    taken = []
    async with a_yard() as yard:
        for run in range(3):
            pid = await yard.start(Order(run=run, data=str(tmp_path), kind="recover"))
            taken.append(float(await yard.said("recovered", run)))
            yard.kill(pid)
    cold = await cold_start_s(Order(run=3, data=str(tmp_path), kind="recover"))
    with capsys.disabled():
        print(
            f"P4: first task resumed {min(taken):.2f} s after the start with {QUEUED:,} queued "
            f"(at most {RECOVERY_S:.0f}); {cold:.2f} s with the interpreter's own start"
        )
    assert min(taken) < RECOVERY_S


async def cold_start_s(order: Order) -> float:
    began = time.monotonic()
    command = (sys.executable, "-m", "tests.promises.crash", msgspec.json.encode(order).decode())
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    async for line in process.stdout:
        if line.startswith(b"recovered"):
            break
    taken = time.monotonic() - began
    process.kill()
    await process.communicate()
    return taken
