"""An engine for tests: it counts its orders, waits while its gate is closed, and fails as it is told."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator
from dataclasses import replace

from paintover.domain.errors import EngineFailed
from paintover.engines.instant import InstantEngine
from paintover.engines.protocol import EngineEvent, Painted, Spoiled, Work


class Easel(InstantEngine):
    """May be watched and led from another thread than the server's."""

    def __init__(self, *, is_open: bool = True) -> None:
        self.orders: list[Work] = []
        self.drawn: list[tuple[str, int]] = []
        """Every picture that was drawn: whose, and its place in the batch."""
        self.errors: list[Exception | None] = []
        """What the next orders raise; None draws."""
        self.spoiled: frozenset[int] = frozenset()
        """Places in the batch that never succeed."""
        self.stopped_at: list[float] = []
        """When (monotonic) it was made to stop in the middle of an order."""
        self.gate = threading.Event()
        if is_open:
            self.gate.set()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        self.orders.append(work)
        error = self.errors.pop(0) if self.errors else None
        if error is not None:
            raise error
        try:
            async for event in super().paint(work):
                while not self.gate.is_set():  # noqa: ASYNC110  # another thread may open it
                    await asyncio.sleep(0.005)
                if isinstance(event, Painted) and event.index in self.spoiled:
                    yield Spoiled(event.index, EngineFailed("This one cannot be drawn."))
                    continue
                if isinstance(event, Painted):
                    self.drawn.append((work.task_id, event.index))
                yield event
        except (GeneratorExit, asyncio.CancelledError):
            self.stopped_at.append(time.monotonic())
            raise


class Sketcher(Easel):
    """Shows all of its unfinished renderings, which are grey, and then waits until the picture may be finished, which is
    blue whatever its seed."""

    def __init__(self) -> None:
        super().__init__()
        self.finishing = threading.Event()

    async def paint(self, work: Work) -> AsyncGenerator[EngineEvent, None]:
        async for event in super().paint(replace(work, seed=1)):
            while isinstance(event, Painted) and not self.finishing.is_set():  # noqa: ASYNC110  # as above
                await asyncio.sleep(0.005)
            yield event
