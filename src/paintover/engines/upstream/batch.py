"""Several pictures drawn at once, told as one order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any

from paintover.domain.errors import PaintoverError
from paintover.engines.protocol import EngineEvent, Painted, Picture, Spoiled, StageDone, Work


class Batch:
    """The pictures of one order, each drawn by itself: what happens to any of them, in one queue."""

    def __init__(self, work: Work) -> None:
        self.events: asyncio.Queue[EngineEvent | None] = asyncio.Queue()
        """What happens, in order; None when one picture is over."""
        self._n = work.n
        self._shares = dict.fromkeys(work.missing, 0.0)
        self._kept = work.n - len(self._shares)
        self._fraction = 0.0
        self._painted = 0
        self._errors: dict[int, PaintoverError] = {}

    async def told(
        self, draw: Callable[[int], Coroutine[Any, Any, Picture]]
    ) -> AsyncGenerator[EngineEvent, None]:
        """Draw every picture with `draw`, which is given its place, all at once, and yield what happens. When the iterator
        is closed, nothing is drawn any more.

        Raises:
            PaintoverError: all of them failed; the first one's reason. One that fails among others is told when those are
                done.
        """
        drawing = [asyncio.create_task(self._one(index, draw)) for index in self._shares]
        try:
            for _ in range(len(drawing)):
                while (event := await self.events.get()) is not None:
                    yield event
            await asyncio.gather(*drawing)
            for index, error in self.ends():
                yield Spoiled(index, error)
        finally:
            for task in drawing:
                task.cancel()
            await asyncio.gather(*drawing, return_exceptions=True)

    async def _one(self, index: int, draw: Callable[[int], Coroutine[Any, Any, Picture]]) -> None:
        """Draw one picture, and tell of it whatever becomes of it."""
        try:
            self.paint(index, await draw(index))
        except PaintoverError as error:
            self.spoil(index, error)
        finally:
            self.events.put_nowait(None)

    def progress(self, index: int, fraction: float) -> None:
        """A picture's own work is done so far: from 0 to 1."""
        self._shares[index] = max(self._shares[index], fraction)
        total = (self._kept + sum(self._shares.values())) / self._n
        if self._fraction < total < 1:
            self._fraction = total
            self.events.put_nowait(StageDone("upstream", total))

    def paint(self, index: int, picture: Picture) -> None:
        """A picture is done."""
        self._painted += 1
        self._shares[index] = 1.0
        self.events.put_nowait(Painted(index, picture))

    def spoil(self, index: int, error: PaintoverError) -> None:
        """A picture cannot be had."""
        self._errors[index] = error

    def ends(self) -> list[tuple[int, PaintoverError]]:
        """The pictures that failed.

        Raises:
            PaintoverError: all of them did.
        """
        if self._errors and not self._painted:
            raise self._errors[min(self._errors)]
        return sorted(self._errors.items())
