"""Starting, watching and ending the process that draws, with one that needs no library."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from paintover.domain.errors import EngineFailed, EngineUnavailable, OutOfMemory
from paintover.engines.diffusers import worker as module
from paintover.engines.diffusers.frames import Drawn, Model, Paint, Stage
from paintover.engines.diffusers.worker import Worker, borrow_worker, return_worker

STUB = (sys.executable, "-m", "tests.engines.diffusers.stub")


def an_order(prompt: str, *seeds: int) -> Paint:
    seeds = seeds or (7,)
    return Paint(
        order=0,
        model=Model(name="m"),
        pipeline="P",
        prompt=prompt,
        seeds=seeds,
        places=tuple(range(len(seeds))),
    )


async def drawn(worker: Worker, order: Paint, *, idle_s: float = 0) -> list[int]:
    """The shades of what was drawn."""
    async with aclosing(worker.paint(order, idle_s=idle_s)) as news:
        return [message.pixels.data[0] async for message in news if isinstance(message, Drawn)]


async def gone(worker: Worker) -> None:
    """Wait until it has no process."""
    async with asyncio.timeout(30):
        while worker.pid is not None:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    async with aclosing(Worker(STUB)) as worker:
        yield worker
    assert worker.pid is None


async def test_one_process_draws_all_orders_one_after_the_other(worker: Worker) -> None:
    assert worker.pid is None
    told = await asyncio.gather(*(drawn(worker, an_order("fine", seed, seed + 1)) for seed in range(4)))
    pid = worker.pid
    assert told == [[0, 1], [1, 2], [2, 3], [3, 4]]
    assert await drawn(worker, an_order("fine")) == [7]
    assert worker.pid == pid


@pytest.mark.parametrize(
    ("prompt", "error", "words"),
    [
        ("killed", OutOfMemory, "killed"),
        ("exit", EngineFailed, "ended unexpectedly"),
        ("babble", EngineFailed, "ended unexpectedly"),
        ("no word", EngineUnavailable, "ended unexpectedly"),
        ("memory", OutOfMemory, "These are words."),
        ("model", EngineFailed, "These are words."),
        ("order", EngineFailed, "These are words."),
        ("broken", EngineFailed, "recorded"),
    ],
)
async def test_what_breaks_is_told_and_the_next_order_is_drawn(
    worker: Worker, prompt: str, error: type[EngineFailed], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        await drawn(worker, an_order(prompt))
    assert type(caught.value) is error
    assert caught.value.message.strip()
    assert await drawn(worker, an_order("fine")) == [7]


async def test_a_process_that_is_killed_from_outside_fails_the_order_at_work_alone(worker: Worker) -> None:
    async def waiting() -> list[int]:
        return await drawn(worker, an_order("fine"))

    async with aclosing(worker.paint(an_order("wait"), idle_s=0)) as news:
        await anext(news)
        other = asyncio.create_task(waiting())
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(OutOfMemory):
            await anext(news)
    assert await other == [7]


async def test_an_order_that_is_given_up_is_cancelled_and_the_next_one_follows(worker: Worker) -> None:
    async with aclosing(worker.paint(an_order("wait"), idle_s=0)) as news:
        assert await anext(news) == Stage(1, "draw", 0.0)
    pid = worker.pid
    assert await drawn(worker, an_order("fine")) == [7]
    assert worker.pid == pid


async def test_a_process_that_does_not_stop_is_ended(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STOPS_WITHIN_S", 0.05)
    async with aclosing(worker.paint(an_order("deaf"), idle_s=0)) as news:
        await anext(news)
    pid = worker.pid
    await gone(worker)
    assert await drawn(worker, an_order("fine")) == [7]
    assert worker.pid != pid


async def test_who_gives_up_while_it_starts_leaves_it_starting(worker: Worker) -> None:
    drawing = asyncio.create_task(drawn(worker, an_order("fine")))
    await asyncio.sleep(0)
    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)
    assert await drawn(worker, an_order("fine")) == [7]


async def test_closing_it_while_it_starts_leaves_nothing_behind() -> None:
    worker = Worker(STUB)
    drawing = asyncio.create_task(drawn(worker, an_order("fine")))
    for _ in range(3):
        await asyncio.sleep(0)
    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)
    await worker.aclose()
    assert worker.pid is None


async def test_an_idle_process_ends_and_the_next_order_starts_another(worker: Worker) -> None:
    await drawn(worker, an_order("fine"), idle_s=0.01)
    await gone(worker)
    assert await drawn(worker, an_order("fine")) == [7]


async def test_a_process_without_its_libraries_says_what_to_install() -> None:
    async with aclosing(Worker((*STUB, "unusable"))) as worker:
        with pytest.raises(EngineFailed, match=r'pip install "paintover\[diffusers\]" .*torch'):
            await drawn(worker, an_order("fine"))


@pytest.mark.parametrize("command", [(*STUB, "stillborn"), ("/nonexistent/python",)])
async def test_a_process_that_cannot_start_is_an_error_of_the_engine(command: tuple[str, ...]) -> None:
    async with aclosing(Worker(command)) as worker:
        for _ in range(2):
            with pytest.raises(EngineFailed):
                await drawn(worker, an_order("fine"))


async def test_engines_of_one_device_share_a_worker_until_the_last_one_is_closed() -> None:
    first, again, other = borrow_worker("cpu"), borrow_worker("cpu"), borrow_worker("cuda:1")
    assert first is again
    assert first is not other
    await return_worker("cuda:1")
    await return_worker("cpu")
    assert borrow_worker("cpu") is first
    await return_worker("cpu")
    await return_worker("cpu")
    assert borrow_worker("cpu") is not first
    await return_worker("cpu")
