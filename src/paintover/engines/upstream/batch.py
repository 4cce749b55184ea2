"""Several pictures drawn at once, told as one order."""

from __future__ import annotations

import asyncio

from paintover.domain.errors import PaintoverError
from paintover.engines.protocol import EngineEvent, Painted, Picture, StageDone, Work


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
