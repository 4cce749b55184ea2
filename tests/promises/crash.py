"""Servers to be killed: ``python -m tests.promises.crash``.

The process imports everything once and forks a server for each order that it reads (a line of JSON, see `Order`), so
that hundreds of them can be started and killed in a minute. Servers say what they have promised on standard output.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import signal
import socket
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Literal, NoReturn

import msgspec
import uvicorn

from paintover.app import app_of, server_config
from paintover.domain.call import Call
from paintover.domain.errors import EngineUnavailable
from paintover.domain.usage import MICROS
from paintover.engines.instant import InstantEngine, flat_png
from paintover.engines.protocol import EngineEvent, Painted, Picture, StageDone, Work
from paintover.logs import configure_logs
from paintover.parts import Parts, open_parts
from paintover.settings import PriceTable, Settings
from paintover.store.tasks import IdempotencyKey
from paintover.tasks.desk import Wish

POISON = "毒药"
"""A prompt with this word kills its server."""
DRAWN = "drawn.log"
"""In the data folder: ``RUN TASK PLACE`` for every picture that an engine has finished."""
WORKERS = 4
PRICE_MICROS = 40_000
"""What a picture costs."""


class Order(msgspec.Struct):
    """One server."""

    run: int
    data: str
    kind: Literal["load", "http", "finish", "recover"]
    """Accept tasks without end; serve; finish what is there; say when the first task is taken up."""
    after: dict[str, int] = {}
    """For each client, how many of its requests have been acknowledged to it."""
    pace_s: float = 0.006
    """How long a picture takes at most."""
    trouble: float = 0.03
    """How often the engine is not there."""
    crash_limit: int = 1000
    """Mostly it is not the task that kills."""


def picture_of(run: int, task_id: str, place: int) -> bytes:
    """A picture that no other drawing gives, so that what was kept tells who drew it."""
    red, green, blue = hashlib.sha256(f"{run} {task_id} {place}".encode()).digest()[:3]
    return flat_png(64, 64, red, green, blue)


class Recorder(InstantEngine):
    """Takes a few milliseconds for a picture and writes each down as soon as it is drawn; sometimes it is not there."""

    def __init__(self, order: Order) -> None:
        self._run, self._pace_s, self._trouble = order.run, order.pace_s, order.trouble
        self._chance = random.Random(order.run)
        # One write to the kernel is whole and outlives the process; only the power is not cut here.
        self._log = os.open(Path(order.data) / DRAWN, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.began = asyncio.Event()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.began.set()
        if self._chance.random() < self._trouble:
            raise EngineUnavailable("Not just now.")
        for place in work.missing:
            yield StageDone("draw", (place + 0.5) / work.n)
            await asyncio.sleep(self._chance.uniform(0, self._pace_s))
            if POISON in work.prompt:
                os.kill(os.getpid(), signal.SIGKILL)
            image = picture_of(self._run, work.task_id, place)
            os.write(self._log, f"{self._run} {work.task_id} {place}\n".encode())
            yield Painted(
                place, Picture(image=image, media_type="image/png", width=64, height=64, seed=work.seed)
            )


def say(*words: object) -> None:
    """What, in which run, and more. One write a line, so that a kill leaves no half one."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


async def _accept_for_ever(
    parts: Parts, run: int, client: str, number: int, chance: random.Random
) -> NoReturn:
    while True:
        call = Call(action="generate", prompt=f"牛 {client} {number}", n=1 + number % 3)
        key = IdempotencyKey(key=f"{client}-{number}", body_digest=f"{number:064d}")
        feed = await parts.desk.accept(Wish(call=call, owner=client), key)
        say("accepted", run, client, number, feed.task_id)
        number += 1
        if chance.random() < 0.5:
            await feed.over()
        await asyncio.sleep(chance.uniform(0, 0.004))


async def _load(parts: Parts, order: Order) -> None:
    chance = random.Random(order.run)
    await asyncio.gather(
        *(_accept_for_ever(parts, order.run, client, after, chance) for client, after in order.after.items())
    )


async def _finish(parts: Parts, order: Order) -> None:
    for task in await parts.tasks.unfinished():
        feed = await parts.desk.feed(task.task_id, owner=task.owner)
        await feed.over()
    await parts.sweeping
    say("finished", order.run)
    await asyncio.Event().wait()


async def _serve(parts: Parts, order: Order, listener: socket.socket) -> None:
    config = server_config(parts)
    say("port", order.run, listener.getsockname()[1])
    await uvicorn.Server(config).serve(sockets=[listener])


async def _run(order: Order) -> None:
    began = time.monotonic()
    listener = socket.create_server(("127.0.0.1", 0))
    settings = Settings(
        data=order.data,
        port=listener.getsockname()[1],
        workers=WORKERS,
        owner_queue_limit=100_000,
        owner_stream_limit=100_000,
        queue_limit=100_000,
        backoff_s=0.01,
        attempts=1_000,  # an engine that is away three times in a row is no loss of ours
        crash_limit=order.crash_limit,
        log_level="error",
        prices=(PriceTable(picture=PRICE_MICROS / MICROS),),
    )
    engine = Recorder(order)
    async with open_parts(settings, engine) as parts:
        say("ready", order.run)
        match order.kind:
            case "load":
                await _load(parts, order)
            case "http":
                await _serve(parts, order, listener)
            case "finish":
                await _finish(parts, order)
            case "recover":
                await engine.began.wait()
                say("recovered", order.run, time.monotonic() - began)
                await asyncio.Event().wait()


async def _warm(folder: str) -> None:
    order = Order(run=0, data=folder, kind="load")
    async with open_parts(Settings(data=folder), Recorder(order)) as parts:
        app_of(parts)


def _orders() -> Iterator[Order]:
    for line in sys.stdin.buffer:
        yield msgspec.json.decode(line, type=Order)


def main() -> None:
    """Fork a server for each order; a `recover` order as an argument is carried out by this very process."""
    if len(sys.argv) > 1:
        asyncio.run(_run(msgspec.json.decode(sys.argv[1], type=Order)))
        return
    configure_logs("critical")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with tempfile.TemporaryDirectory() as folder:
        # Once here, so that no server has to read what is only read once.
        asyncio.run(_warm(folder))
    for order in _orders():
        child = os.fork()
        if child == 0:
            try:
                asyncio.run(_run(order))
            finally:
                os._exit(0)
        say("pid", order.run, child)


if __name__ == "__main__":
    main()
